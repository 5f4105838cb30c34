//! The whole of `mpa sync` where a campaign works by pull requests: look at the shared branch, let the checkout follow it
//! where that is plain, drop what was accepted, hand in the rest.

use crate::domain::message::Message;
use crate::vcs::{OperationLock, Upstream, VcsError};

use super::super::context::Context;
use super::super::failure::{Failure, Kind, hint_command};
use super::send::{Sent, clean, send};

/// What a round brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Whether the shared branch that is checked out followed the server's; why it did not, where it should have.
    pub followed: Result<bool, Message>,
    /// The branches of accepted requests, dropped here.
    pub dropped: Vec<String>,
    /// The requests.
    pub sent: Vec<Sent>,
}

impl Round {
    /// The sentences that say so.
    pub fn messages(&self) -> Vec<Message> {
        let mut said: Vec<Message> = self.followed.as_ref().err().cloned().into_iter().collect();
        said.extend(self.dropped.iter().map(|branch| Message::new("request-accepted").with("branch", branch.as_str())));
        said.extend(self.sent.iter().flat_map(Sent::messages));
        if said.is_empty() {
            said.push(Message::new("request-none"));
        }
        said
    }
}

/// Goes the round.
///
/// # Errors
/// Nobody types; no remote or shared branch; the remote out of reach. What was handed in before stays so.
pub fn round(context: &Context) -> Result<Round, Failure> {
    let repository = context.repository()?;
    let remote = &context.campaign.workflow.remote;
    let no_remote = || {
        let message = Message::new("request-no-remote").with("remote", remote.as_str());
        Failure::new(Kind::Git, message).hint(hint_command(&format!("git remote add {remote} URL")))
    };
    let upstream = context.upstream().ok_or_else(no_remote)?;
    let tip = repository.fetch(upstream)?;
    let followed = match tip.filter(|_| !context.writing.dry_run) {
        Some(tip) => follow(context, &repository.lock()?, upstream, &tip)?,
        None => Ok(false),
    };
    let dropped = if context.writing.dry_run { Vec::new() } else { clean(context)? };
    Ok(Round { followed, dropped, sent: send(context)? })
}

/// Moves the shared branch that is checked out to `tip`, where it holds nothing else. Whoever is elsewhere stays there.
fn follow(context: &Context, lock: &OperationLock, upstream: Upstream<'_>, tip: &str) -> Result<Result<bool, Message>, Failure> {
    let repository = context.repository()?;
    let is_here = repository.check_writable(Some(upstream.branch)).is_ok();
    let Some(head) = repository.commit_named("HEAD")?.filter(|head| is_here && head != tip) else { return Ok(Ok(false)) };
    if !repository.holds_commit(tip, &head)? {
        return Ok(Ok(false));
    }
    match repository.advance(lock, &head, tip) {
        Ok(()) => Ok(Ok(true)),
        Err(error @ VcsError::InTheWay { .. }) => Ok(Err(error.message())),
        Err(error) => Err(error.into()),
    }
}
