//! The server has no branch of that name: the list was never there, or its branch has another name by now, or it is gone. To
//! send it there under the old name would make a second list.

use crate::domain::campaign::Mode;
use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::store::CAMPAIGN_FILE;
use crate::usecase::context::Context;
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::replay::snapshot::Snapshot;
use crate::vcs::{Branches, PROPOSAL, Repository, Upstream, VcsError};

use super::complete;

/// Why the server has no branch `upstream`, and what to do.
pub fn absent(context: &Context, upstream: Upstream<'_>) -> Failure {
    found(context, upstream).unwrap_or_else(|failure| failure)
}

/// Why this clone cannot be on its main branch, which nothing here has: the server may have none of that name either.
///
/// # Errors
/// The server out of reach.
pub fn nowhere(context: &Context, upstream: Upstream<'_>, error: VcsError) -> Result<Failure, Failure> {
    let (VcsError::OtherBranch { way: None, .. } | VcsError::Detached { way: None }) = &error else { return Ok(error.into()) };
    let repository = context.repository()?;
    let Upstream { remote, branch } = upstream;
    let branches = repository.branches_of(remote)?;
    if !branches.all.iter().any(|name| name == branch) {
        return found(context, upstream);
    }
    let mut failure = Failure::new(Kind::Git, error.message());
    failure.hints.push(hint_command(&command("git fetch {} {}", &[remote, &format!("{branch}:{branch}")])));
    Ok(failure.hint(hint_command(&command("git switch {}", &[branch]))))
}

fn found(context: &Context, upstream: Upstream<'_>) -> Result<Failure, Failure> {
    let Upstream { remote, branch } = upstream;
    let repository = context.repository()?;
    let was_there = repository.commit_named(&format!("refs/remotes/{remote}/{branch}"))?.is_some();
    let Branches { first, all } = repository.branches_of(remote)?;
    if let Some(to) = first.filter(|first| first != branch) {
        let there = Upstream { remote, branch: &to };
        if let Some(said) = said_there(context, there)? {
            return moved(context, upstream, there, said == to);
        }
    }
    let about = |key| Message::new(key).with("remote", remote).with("main", branch);
    if was_there && !all.is_empty() {
        let failure = Failure::new(Kind::Git, about("sync-branch-gone"));
        let (people, contact) = context.who_may(None);
        let failure = failure.hint(hint_command(&command("git ls-remote --heads {}", &[remote])));
        return Ok(failure.whom_to_ask(people, contact.as_deref()));
    }
    let has = repository.commit_named(&format!("refs/heads/{branch}"))?.is_some();
    let source = if has { branch.to_owned() } else { format!("HEAD:refs/heads/{branch}") };
    let push = command("git push -u {} {}", &[remote, &source]);
    Ok(Failure::new(Kind::Git, about("sync-no-branch")).hint(hint_command(&push)))
}

/// The main branch as the campaign's file on the branch `there` names it; `None` where no campaign lives there.
fn said_there(context: &Context, there: Upstream<'_>) -> Result<Option<String>, Failure> {
    let repository = context.repository()?;
    let Some(id) = repository.fetch(there)? else { return Ok(None) };
    complete(context, there, &id)?;
    let prefix = prefix_of(context)?;
    let snapshot = Snapshot::new(repository, &prefix, &id);
    Ok(if snapshot.has(CAMPAIGN_FILE)? { Some(snapshot.campaign()?.workflow.main) } else { None })
}

/// The list lives on another branch of the server; `is_said`, where its own file says so already.
fn moved(context: &Context, from: Upstream<'_>, to: Upstream<'_>, is_said: bool) -> Result<Failure, Failure> {
    let message = Message::new("sync-moved-branch").with("remote", from.remote).with("main", from.branch).with("to", to.branch);
    let failure = Failure::new(Kind::Git, message);
    let is_theirs = context.actor.as_ref().is_some_and(|actor| context.campaign.is_organiser(actor));
    if !is_said && !is_theirs {
        let (people, contact) = context.who_may(None);
        return Ok(failure.hint(Message::new("sync-moved-wait").with("to", to.branch)).whom_to_ask(people, contact.as_deref()));
    }
    let repository = context.repository()?;
    let file = format!("{}{CAMPAIGN_FILE}", prefix_of(context)?);
    let commands = match (is_said, context.campaign.workflow.mode) {
        (false, Mode::PullRequest) => {
            vec![command("git switch --no-track -c {} {}", &[&repository.free_branch(PROPOSAL), &name_of(to)])]
        }
        _ => there(repository, from, to)?,
    };
    let mut failure = commands.iter().fold(failure, |failure, command| failure.hint(hint_command(command)));
    if is_said {
        failure.hints.extend(received(context, to, &file)?.iter().map(|command| hint_command(command)));
        return Ok(failure.hint(hint_command("mpa sync")));
    }
    failure.hints.push(Message::new("sync-moved-write").with("path", file.as_str()).with("to", to.branch));
    failure.hints.push(hint_command(&command("git commit -m {} -- {}", &[&format!("main = {}", to.branch), &file])));
    Ok(failure.hint(hint_command(&match context.campaign.workflow.mode {
        Mode::Direct => "mpa sync --rebase".to_owned(),
        Mode::PullRequest => command("git push -u {} HEAD", &[to.remote]),
    })))
}

/// What makes the branch here follow the one of the server to its new name.
fn there(repository: &Repository, from: Upstream<'_>, to: Upstream<'_>) -> Result<Vec<String>, Failure> {
    let has = |branch: &str| Ok::<_, Failure>(repository.commit_named(&format!("refs/heads/{branch}"))?.is_some());
    let on = |branch: &str| Ok::<_, Failure>(repository.head_branch()?.as_deref() == Some(branch));
    let mut commands = Vec::new();
    if has(from.branch)? && !has(to.branch)? {
        commands.push(command("git branch -m {} {}", &[from.branch, to.branch]));
        if !on(from.branch)? {
            let elsewhere = repository.way_to(from.branch).filter(|way| way.starts_with("cd "));
            commands.push(elsewhere.unwrap_or_else(|| command("git switch {}", &[to.branch])));
        }
    } else if !on(to.branch)? {
        commands.extend(repository.way_to(to.branch));
    }
    Ok(commands)
}

/// What takes over the campaign's file from there, which names the branch: what stands in it here in no commit is put aside.
fn received(context: &Context, to: Upstream<'_>, file: &str) -> Result<Vec<String>, Failure> {
    let repository = context.repository()?;
    let path = repository.relative(&context.store.root().join(CAMPAIGN_FILE))?;
    let is_dirty = !repository.uncommitted(&path, 1)?.is_empty();
    let aside = is_dirty.then(|| command("git stash push -- {}", &[file]));
    Ok(aside.into_iter().chain([command("git checkout {} -- {}", &[&name_of(to), file])]).collect())
}

fn name_of(there: Upstream<'_>) -> String {
    format!("{}/{}", there.remote, there.branch)
}
