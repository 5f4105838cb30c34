//! Sending what was recorded here and receiving what others did: the only operation that talks to the network.
//!
//! Fetch; do each unsent action again, by its effect, on the shared branch as it is now; push one branch, if it is still
//! where it was; then move the branch here. The branch here moves last, and only to what the server acknowledged: whoever
//! is killed before finds every commit of theirs where it was, and the next run recognises what arrived all the same,
//! because doing it again changes nothing. Losers are kept under a name of their own before the branch leaves them.

mod plan;
mod salvage;
mod told;

use crate::domain::campaign::Mode;
use crate::domain::message::Message;
use crate::vcs::{Backoff, OperationLock, Pushed, Repository, Upstream, VcsError};

use super::context::Context;
use super::failure::{Failure, Kind, hint_command};
use super::review::short;

use plan::{Fate, Plan, plan};

pub use told::{Action, Synced};

/// How many commits of others are counted.
const COUNTED: usize = 1_000;

/// Sends and receives. `rebase` takes along commits that are no actions of `mpa`.
///
/// # Errors
/// A campaign by pull requests, no remote, a repository in no state for it, files in the way, the remote out of reach: all
/// before anything moves. `NotSent` when the server refuses, or the race was lost too often.
pub fn sync(context: &Context, rebase: bool) -> Result<Synced, Failure> {
    if !context.campaign_problems.is_empty() {
        return Err(Failure::unreadable(&context.campaign_problems));
    }
    if context.campaign.workflow.mode == Mode::PullRequest {
        return Err(Failure::new(Kind::Refused, Message::new("sync-pull-request")));
    }
    let repository = context.repository()?;
    let upstream = context.upstream().ok_or_else(|| no_remote(context))?;
    repository.check_writable(Some(upstream.branch))?;
    if let Err(error @ VcsError::NeedsEngine { .. }) = repository.commit_named("HEAD") {
        let push = format!("git push {} {}", upstream.remote, upstream.branch);
        return Err(Failure::from(error).hint(hint_command(&push)));
    }
    let lock = repository.lock()?;
    let mut run = Run { context, repository, upstream, lock, rebase, notes: Vec::new() };
    let plan = run.push()?;
    run.land(&plan)
}

struct Run<'a> {
    context: &'a Context,
    repository: &'a Repository,
    upstream: Upstream<'a>,
    lock: OperationLock,
    rebase: bool,
    notes: Vec<Message>,
}

impl Run<'_> {
    /// Fetches, plans and pushes until the server has it, or says no.
    fn push(&mut self) -> Result<Plan, Failure> {
        let mut backoff = Backoff::default();
        loop {
            let mut plan = self.planned()?;
            self.repository.check_the_way(&self.lock, &plan.head, &plan.end)?;
            if self.context.writing.dry_run {
                return Ok(plan);
            }
            self.commit(&mut plan)?;
            if plan.end == plan.base {
                return Ok(plan);
            }
            match self.repository.push(&self.lock, self.upstream, &plan.end, &plan.base)? {
                Pushed::Done => return Ok(plan),
                Pushed::Lost if backoff.pause() => {}
                Pushed::Lost => return Err(gave_up(backoff.attempts())),
                Pushed::Refused { reason } => return Err(refused(&reason)),
            }
        }
    }

    fn planned(&self) -> Result<Plan, Failure> {
        let unknown = |what: &str| VcsError::Read { what: what.to_owned(), cause: String::new() };
        let base = self.repository.fetch(self.upstream)?.ok_or_else(|| no_branch(self.upstream))?;
        let head = self.repository.commit_named("HEAD")?.ok_or_else(|| unknown("HEAD"))?;
        if self.repository.line(&base, &head)?.origins.is_empty() {
            let message = Message::new("sync-unrelated").with("remote", self.upstream.remote).with("main", self.upstream.branch);
            return Err(Failure::new(Kind::Git, message));
        }
        plan(self.context, self.upstream, &head, &base, self.rebase)
    }

    /// Makes real commits of what was planned; nothing points to them yet.
    fn commit(&mut self, plan: &mut Plan) -> Result<(), Failure> {
        if plan.as_is {
            return Ok(());
        }
        self.notes.clear();
        let mut tip = plan.base.clone();
        for step in &plan.steps {
            let (edits, message) = match &step.fate {
                Fate::Sent(edits) => (&edits[..], None),
                Fate::Lost(loss) => match &loss.saved {
                    Some(saved) => (std::slice::from_ref(&saved.edit), Some(saved.message.as_str())),
                    None => continue,
                },
                Fate::There | Fate::Undone | Fate::Follows => continue,
            };
            let landed = self.repository.commit_again(&self.lock, &tip, edits, &step.commit.id, message)?;
            let changed = landed.changed_by_hook.iter();
            self.notes.extend(changed.map(|path| Message::new("note-changed-by-hook").with("path", path.as_str())));
            tip = landed.id;
        }
        plan.end = tip;
        Ok(())
    }

    /// Keeps what was lost, then moves the branch to what the server has.
    fn land(self, plan: &Plan) -> Result<Synced, Failure> {
        let received = self.repository.first_parents(&plan.base, &plan.head, COUNTED)?.len();
        let kept = format!("refs/mpa/lost/{}-{}", self.context.today, short(&plan.head));
        let is_lost = plan.steps.iter().any(|step| matches!(step.fate, Fate::Lost(_)));
        if !self.context.writing.dry_run {
            if is_lost {
                self.repository.keep(&self.lock, &kept, &plan.head)?;
            }
            if plan.head != plan.end {
                self.repository.advance(&self.lock, &plan.head, &plan.end)?;
            }
        }
        drop(self.lock);
        Ok(told::tell(self.context, plan, received, &kept, self.notes))
    }
}

fn no_remote(context: &Context) -> Failure {
    let remote = context.campaign.workflow.remote.as_str();
    let message = Message::new("sync-no-remote").with("remote", remote);
    Failure::new(Kind::Git, message).hint(Message::new("sync-add-remote").with("remote", remote))
}

fn no_branch(Upstream { remote, branch }: Upstream<'_>) -> Failure {
    let message = Message::new("sync-no-branch").with("remote", remote).with("main", branch);
    Failure::new(Kind::Git, message).hint(hint_command(&format!("git push -u {remote} {branch}")))
}

fn gave_up(attempts: u32) -> Failure {
    Failure::new(Kind::NotSent, Message::new("sync-gave-up").with("attempts", attempts)).hint(hint_command("mpa sync"))
}

fn refused(reason: &str) -> Failure {
    let mut lines = reason.lines();
    let message = Message::new("sync-refused").with("reason", lines.next().unwrap_or_default());
    let mut failure = Failure::new(Kind::NotSent, message);
    failure.details = lines.map(|line| Message::new("sync-server-line").with("line", line)).collect();
    failure
}
