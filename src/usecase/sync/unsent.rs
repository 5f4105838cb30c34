//! Why nothing was sent, and what to do about it.

use crate::domain::message::Message;
use crate::usecase::context::Context;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::vcs::{CommitInfo, VcsError};

use super::rewritten;

/// Commits that no action made are in the way.
pub(super) fn not_ours(others: &[&CommitInfo]) -> Failure {
    let mut failure = Failure::new(Kind::Refused, Message::new("sync-others").with("count", others.len()));
    failure.details = rewritten::named(others.iter().copied());
    failure.hint(hint_command("mpa sync --rebase"))
}

/// There is no remote to send to.
pub fn no_remote(context: &Context) -> Failure {
    let remote = context.campaign.workflow.remote.as_str();
    let message = Message::new("sync-no-remote").with("remote", remote);
    Failure::new(Kind::Git, message).hint(Message::new("sync-add-remote").with("remote", remote))
}

/// Others were first, again and again.
pub(super) fn gave_up(attempts: u32) -> Failure {
    Failure::new(Kind::NotSent, Message::new("sync-gave-up").with("attempts", attempts)).hint(hint_command("mpa sync"))
}

/// The server hung up or fell silent, and has nothing of it.
pub(super) fn not_arrived(error: &VcsError) -> Failure {
    let (message, output) = match error {
        VcsError::CutOff { remote, output } => (Message::new("sync-cut-off").with("remote", remote.as_str()), output.as_str()),
        VcsError::Silent { remote, .. } => (Message::new("sync-silent").with("remote", remote.as_str()), ""),
        other => (other.message(), ""),
    };
    let mut failure = Failure::new(Kind::NotSent, message).hint(hint_command("mpa sync"));
    failure.details = output.lines().map(|line| Message::new("sync-server-line").with("line", line)).collect();
    failure
}
