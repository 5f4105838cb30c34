//! Which two commits are meant: `BASE..HEAD`, a branch, or the number of a request.

use std::collections::BTreeSet;

use crate::domain::campaign::{Campaign, Forge};
use crate::domain::message::Message;
use crate::domain::name::TaskId;
use crate::domain::shell::{can_be_said, command};
use crate::usecase::context::Context;
use crate::usecase::context::shared_branch::{LOCAL, REMOTES, SharedBranch, prefix_of, shared_branch};
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::replay::snapshot::Snapshot;
use crate::usecase::replay::target::Target;
use crate::vcs::{CommitId, Head, Repository, Tags};

use super::numbers::Numbers;

/// Shows what can be named.
const BRANCHES: &str = "git branch --all";

impl Target {
    /// What `text` means in `repository`, by the campaign that [`settled`] finds where no two commits are named.
    ///
    /// # Errors
    /// When one of the two is not known here: it may have to be fetched.
    pub fn parse(
        repository: &Repository,
        campaign: impl FnOnce() -> Result<Campaign, Failure>,
        text: &str,
    ) -> Result<Self, Failure> {
        if let Some((base, head)) = text.split_once("..") {
            let head = head.trim_start_matches('.');
            let named = |name: &str| if name.is_empty() { "HEAD".to_owned() } else { name.to_owned() };
            let (base_name, head_name) = (named(base), named(head));
            let (base, head) = (commit(repository, &base_name, Tags::Never)?, commit(repository, &head_name, Tags::Last)?);
            return Ok(Self { base_name, base, head_name, head, number: None });
        }
        let campaign = &campaign()?;
        let base = shared_branch(repository, campaign)?;
        if text == campaign.workflow.main || text == base.name {
            return Err(Failure::new(Kind::Usage, Message::new("review-shared-branch").with("main", text))
                .hint(hint_command("mpa review")));
        }
        if let Some(number) = number(text) {
            let numbers = Numbers::of(repository)?;
            let head = numbers.request(repository, number)?.ok_or_else(|| not_fetched(repository, campaign, number))?;
            return Self::of_head(repository, &numbers, &base, &head);
        }
        // A branch that was fetched may be named as it is on the forge.
        let fetched = format!("{}/{text}", campaign.workflow.remote);
        let head_name = match repository.commit_meant(text, Tags::Never)? {
            None if repository.commit_named(&format!("refs/remotes/{fetched}"))?.is_some() => fetched,
            _ => text.to_owned(),
        };
        let head = commit(repository, &head_name, Tags::Last)?;
        Ok(Self { base_name: base.name, base: base.id, head_name, head, number: None })
    }

    /// What to type to mean it again: its number, else its branch.
    pub fn name(&self) -> String {
        self.number.map_or_else(|| self.head_name.clone(), |number| number.to_string())
    }

    /// The same as it can be copied into a command: a branch may be called what no quotes make safe, its commit is not.
    pub fn typed(&self) -> String {
        let name = self.name();
        if can_be_said(&name) { name } else { self.head.short().to_owned() }
    }

    /// The request `head` against the shared branch `base`, named by what can be typed to mean it.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn of_head(repository: &Repository, numbers: &Numbers, base: &SharedBranch, head: &Head) -> Result<Self, Failure> {
        let SharedBranch { name: base_name, id: base } = base.clone();
        let short = [LOCAL, REMOTES, "refs/"].iter().find_map(|start| head.name.strip_prefix(start)).unwrap_or(&head.name);
        let is_plain = !short.starts_with('-') && number(short).is_none();
        let means_it = is_plain && repository.commit_meant(short, Tags::Never)?.as_ref() == Some(&head.id);
        let head_name = if means_it { short } else { &head.name }.to_owned();
        Ok(Self { base_name, base, head_name, head: head.id.clone(), number: numbers.of_name(&head.name) })
    }
}

/// The rules that say which branch is shared: those of the branch that the server calls its own, where this clone knows it.
/// What is checked out may be a request, and nothing in a request speaks for itself.
///
/// # Errors
/// When the references cannot be read.
pub fn settled(context: &Context) -> Result<Campaign, Failure> {
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    for name in repository.reference_names(&["refs/remotes/*/HEAD"])? {
        let Some(id) = repository.commit_named(&name)? else { continue };
        let Ok(campaign) = Snapshot::new(repository, &prefix, &id).campaign() else { continue };
        if name.strip_prefix(REMOTES).and_then(|rest| rest.strip_suffix("/HEAD")) == Some(&campaign.workflow.remote) {
            return Ok(campaign);
        }
    }
    Ok(context.campaign.clone())
}

/// The commit that the person means. What a request is judged by is never a tag, which others may push under any name.
fn commit(repository: &Repository, name: &str, tags: Tags) -> Result<CommitId, Failure> {
    repository.commit_meant(name, tags)?.ok_or_else(|| {
        let message = Message::new("review-no-commit").with("name", name);
        Failure::new(Kind::Data, message).hint(hint_command(BRANCHES))
    })
}

/// What to say to somebody who named a task where a request is meant; `None` where there is no such task.
pub fn task_named(context: &Context, text: &str) -> Option<Failure> {
    let id = TaskId::new(&TaskId::forgive(text)?)?;
    let task = context.task(&context.store.task_file(&id).ok()??).ok()?;
    let names = context.repository().ok()?.reference_names(&["refs/heads/*", "refs/remotes/*"]).unwrap_or_default();
    let start = format!("mpa/{id}-");
    let branches: BTreeSet<&str> = names.iter().filter_map(|name| Some(&name[name.find(&start)?..])).collect();
    let failure = Failure::new(Kind::Usage, Message::new("review-task").with("found", text).with("task", task.title));
    let failure = branches.iter().fold(failure, |it, branch| it.hint(hint_command(&command("mpa review {}", &[branch]))));
    let failure = if branches.is_empty() { failure.hint(hint_command("mpa review")) } else { failure };
    Some(failure.hint(hint_command(&format!("mpa tasks {id}"))))
}

/// `12`, `#12` or `!12`.
fn number(text: &str) -> Option<u64> {
    let digits = text.strip_prefix(['#', '!']).unwrap_or(text);
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

fn not_fetched(repository: &Repository, campaign: &Campaign, number: u64) -> Failure {
    let message = Message::new("review-no-request").with("number", number.to_string());
    let has_remote = repository.written_address(&campaign.workflow.remote).is_some();
    let next = if has_remote { fetch_requests(repository, campaign) } else { BRANCHES.to_owned() };
    Failure::new(Kind::Data, message).hint(hint_command(&next))
}

/// The command that brings every request of the forge here.
pub fn fetch_requests(repository: &Repository, campaign: &Campaign) -> String {
    let folder = match campaign.workflow.forge {
        Forge::None => return repository.fetch_command(&campaign.workflow.remote, None),
        Forge::GitLab => "merge-requests",
        Forge::GitHub | Forge::Forgejo => "pull",
    };
    command("git fetch --prune {} {}", &[&campaign.workflow.remote, &format!("+refs/{folder}/*/head:refs/{folder}/*/head")])
}
