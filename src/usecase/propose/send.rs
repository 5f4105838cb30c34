//! Handing one's requests in, and tidying up after those that were accepted: what `mpa sync` does where a campaign works
//! by pull requests. The caller has fetched the shared branch.

use std::collections::HashSet;

use crate::domain::message::Message;
use crate::vcs::{Destination, Handed, Head, OperationLock, Pushed, Repository, VcsError};

use super::super::context::Context;
use super::super::failure::{Failure, hint_command};
use super::super::own::own_requests;
use super::super::review::queue::is_merged;
use super::super::review::shared_branch;
use super::{Way, way_of};

/// A request, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Its branch.
    pub branch: String,
    /// How it goes to the forge.
    pub way: Way,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// The server took it, and said this.
    Taken(Vec<String>),
    /// Nothing was sent: this is a dry run.
    Planned,
    /// The server had it already.
    Unchanged,
    /// The server has other commits on that branch, from another computer: nothing was replaced.
    Elsewhere,
    /// The server does not want it, for that reason.
    Refused(String),
}

impl Sent {
    /// The sentences that say so. What the server said is somebody else's text.
    pub fn messages(&self) -> Vec<Message> {
        let branch = self.branch.as_str();
        let told = |key| Message::new(key).with("branch", branch);
        match &self.fate {
            Fate::Taken(said) => {
                let taken = match &self.way.link {
                    Some(link) => told("request-sent-link").with("link", link.as_str()),
                    None if self.way.opens => told("request-sent"),
                    None => told("request-sent-branch"),
                };
                let said = said.iter().map(|line| Message::new("request-server-said").with("line", line.as_str()));
                std::iter::once(taken).chain(said).collect()
            }
            Fate::Unchanged => match &self.way.link {
                Some(link) => vec![told("request-waits-link").with("link", link.as_str())],
                None => vec![told("request-waits")],
            },
            Fate::Planned => vec![told("request-planned").with("command", self.way.command())],
            Fate::Elsewhere => {
                let command = format!("git log {branch}..{}/{branch}", self.way.remote);
                vec![told("request-elsewhere"), hint_command(&command)]
            }
            Fate::Refused(reason) => vec![told("request-refused").with("reason", reason.as_str())],
        }
    }
}

/// Hands in every request of the person who types that the server has not, the oldest first.
///
/// # Errors
/// Nobody types, no shared branch, a remote out of reach; what was handed in before stays so.
pub fn send(context: &Context) -> Result<Vec<Sent>, Failure> {
    let repository = context.repository()?;
    let lock = repository.lock()?;
    let heads = own_requests(context, context.actor()?)?;
    let mut looked_at = HashSet::new();
    let mut sent = Vec::new();
    for head in heads.into_iter().rev() {
        let branch = short(&head).to_owned();
        let Some(way) = way_of(context, &branch, &head.id)? else { return Ok(sent) };
        if looked_at.insert(way.remote.clone()) {
            repository.fetch_requests(&way.remote).map_err(|error| told_of_forks(context, &way, error))?;
        }
        let fate = hand_in(context, &lock, &way, &head)?;
        sent.push(Sent { branch, way, fate });
    }
    Ok(sent)
}

fn hand_in(context: &Context, lock: &OperationLock, way: &Way, head: &Head) -> Result<Fate, Failure> {
    let repository = context.repository()?;
    let branch = short(head);
    // Where the server keeps no branch, this clone notes what was handed in.
    let (reference, seen) = match way.refspec.split_once(':') {
        Some((_, place)) => (place.to_owned(), noted(branch)),
        None => (head.name.clone(), format!("refs/remotes/{}/{branch}", way.remote)),
    };
    let is_branch = reference == head.name;
    let there = repository.commit_named(&seen)?;
    if there.as_deref() == Some(head.id.as_str()) {
        return Ok(Fate::Unchanged);
    }
    if let Some(there) = there.as_ref().filter(|_| is_branch)
        && !repository.holds_commit(&head.id, there)?
        && !is_merged(context, &shared_branch(repository, &context.campaign)?.1, there)?
    {
        return Ok(Fate::Elsewhere);
    }
    if context.writing.dry_run {
        return Ok(Fate::Planned);
    }
    let lease = is_branch.then(|| there.as_deref().unwrap_or_default());
    let to = Destination { remote: &way.remote, reference: &reference, lease, options: &way.options };
    let handed = repository.hand_in(lock, to, &head.id);
    let Handed { pushed, said } = handed.map_err(|error| told_of_forks(context, way, error))?;
    Ok(match pushed {
        Pushed::Done => {
            if !is_branch {
                repository.keep(lock, &noted(branch), &head.id)?;
            }
            Fate::Taken(said)
        }
        Pushed::Lost => Fate::Elsewhere,
        Pushed::Refused { reason } => Fate::Refused(reason),
    })
}

/// Forges say "out of reach" to whoever may not write; a fork is the way then.
fn told_of_forks(context: &Context, way: &Way, error: VcsError) -> Failure {
    let is_shared = way.remote == context.campaign.workflow.remote && matches!(error, VcsError::Unreachable { .. });
    let failure = Failure::from(error);
    if is_shared { failure.hint(Message::new("hint-fork")) } else { failure }
}

/// Drops the branches of the person who types of which the shared branch has everything, and says which. One that is
/// checked out somewhere stays.
///
/// # Errors
/// Nobody types, no shared branch, git.
pub fn clean(context: &Context) -> Result<Vec<String>, Failure> {
    let repository = context.repository()?;
    let own = format!("-{}", context.actor()?);
    let mut heads = repository.heads(&["refs/heads/mpa/*"])?;
    heads.retain(|head| head.name.ends_with(&own));
    if heads.is_empty() {
        return Ok(Vec::new());
    }
    let lock = repository.lock()?;
    let (_, main) = shared_branch(repository, &context.campaign)?;
    let mut dropped = Vec::new();
    for head in heads {
        if is_merged(context, &main, &head.id)? && drop_one(repository, &lock, &head)? {
            dropped.push(short(&head).to_owned());
        }
    }
    Ok(dropped)
}

fn drop_one(repository: &Repository, lock: &OperationLock, head: &Head) -> Result<bool, Failure> {
    match repository.drop_branch(lock, short(head), &head.id) {
        Ok(()) => Ok(true),
        Err(VcsError::BranchInUse { .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn short(head: &Head) -> &str {
    head.name.strip_prefix("refs/heads/").unwrap_or(&head.name)
}

/// Where this clone notes what it handed in of `branch`.
fn noted(branch: &str) -> String {
    format!("refs/mpa/sent/{branch}")
}
