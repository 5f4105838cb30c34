//! What the shared branch once held and holds no more: somebody took it out (`git push --force`), or the server was put back
//! to an earlier day. Sending it again by itself would undo what somebody may have meant, dropping it would lose work: the
//! person decides.

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::usecase::context::Context;
use crate::usecase::failure::{Failure, Kind};
use crate::vcs::{CommitInfo, Upstream};

use super::plan::{Fate, Step};
use super::rewritten::named;

/// Stops where the plan would send again what was there once.
///
/// # Errors
/// That, with both ways to go on.
pub(super) fn check(context: &Context, upstream: Upstream<'_>, once_there: &[CommitInfo], steps: &[Step]) -> Result<(), Failure> {
    let settled = |commit: &CommitInfo| {
        let step = steps.iter().find(|step| step.commit.id == commit.id);
        step.is_some_and(|step| matches!(step.fate, Fate::There | Fate::Undone))
    };
    let removed: Vec<&CommitInfo> = once_there.iter().filter(|commit| !settled(commit)).collect();
    if removed.is_empty() {
        return Ok(());
    }
    let mut failure = Failure::new(Kind::Refused, Message::new("sync-removed").with("count", removed.len()));
    failure.details = named(removed.iter().copied());
    let kept = command("git branch {}", &[&format!("mpa-{}", context.today)]);
    let leave = command("git reset --keep {}", &[&format!("refs/remotes/{}/{}", upstream.remote, upstream.branch)]);
    failure.hints.push(Message::new("sync-removed-again"));
    failure.hints.push(Message::new("sync-removed-too").with("keep", kept).with("leave", leave));
    let (people, contact) = context.who_may(None);
    Err(failure.whom_to_ask(people, contact.as_deref()))
}
