//! Sending what was recorded here and receiving what others did: the only operation that talks to the network.
//!
//! Fetch; do each unsent action again, by its effect, on the shared branch as it is now; push one branch, if it is still
//! where it was; then move the branch here. The branch here moves last, and only to what the server acknowledged: whoever
//! is killed before finds every commit of theirs where it was, and the next run recognises what arrived all the same, by
//! the commit that first recorded it or because doing it again changes nothing. Losers are kept under a name of their own
//! before the branch leaves them.
//!
//! What can become of an action is a table in [`plan`], and what can become of a request one in [`requests`].

mod commits;
mod elsewhere;
mod first;
mod moved;
pub mod plan;
pub mod planner;
pub mod recognise;
mod removed;
pub mod report;
pub mod requests;
pub mod rewritten;
mod salvage;
mod unsent;

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::vcs::{
    Backoff, CommitId, CommitInfo, Destination, OperationLock, Pushed, RepoPath, Repository, Upstream, VcsError, is_guarded,
};

use super::context::Context;
use super::context::clock::check_clock;
use super::context::shared_branch::prefix_of;
use super::failure::{Failure, Kind, hint_command};
use super::people::namesake;
use super::request::facing::by_request;

use elsewhere::elsewhere;
use moved::nowhere;
use plan::{Errand, Plan};
use planner::plan;
use recognise::not_actions;
use requests::round;
use unsent::{gave_up, not_arrived, not_ours};

pub use moved::absent;
pub use report::{Action, Synced};
pub use unsent::no_remote;

/// More unsent commits than anybody makes between two connections.
const UNSENT_MAX: usize = 10_000;
/// The names under which others propose something, and how many are looked at.
const PROPOSED: [&str; 3] = ["refs/remotes/*", "refs/pull/*/head", "refs/merge-requests/*/head"];
const PROPOSED_MAX: usize = 200;
/// How often a server may hang up before it is taken at its word.
const PATIENCE: u32 = 3;
/// How many commits of others are counted.
const COUNTED: usize = 1_000;

/// What a person asks of `sync` beside sending and receiving.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Commits that are no actions of `mpa` go along.
    pub rebase: bool,
    /// Requests are opened by the forge's own program.
    pub open: bool,
    /// The commit that the person has just made and asks about. Another run in the same clone may take it along first.
    pub commit: Option<CommitId>,
}

/// Sends and receives; in a campaign by pull requests, [hands in what waits](round).
///
/// # Errors
/// No remote, a repository in no state for it, files in the way, the remote out of reach: all before anything moves.
/// `NotSent` when the server refuses, or the race was lost too often; `Unsure` when it fell silent.
pub fn sync(context: &Context, wish: Wish) -> Result<Synced, Failure> {
    if !context.campaign_problems.is_empty() {
        return mended(context);
    }
    if by_request(context) {
        return round(context, wish.open);
    }
    let repository = context.repository()?;
    let upstream = context.upstream().ok_or_else(|| no_remote(context))?;
    if let Err(error) = repository.check_writable(Some(upstream.branch)) {
        return Err(nowhere(context, upstream, error)?);
    }
    if let Err(error @ VcsError::NeedsEngine { .. }) = repository.head_commit() {
        let push = command("git push {} {}", &[upstream.remote, upstream.branch]);
        return Err(Failure::from(error).hint(hint_command(&push)));
    }
    let known = wish.commit.iter().map(|id| repository.commit_info(id)).collect::<Result<_, _>>()?;
    let mut run = Run { context, repository, upstream, rebase: wish.rebase, known, rewritten: 0, cut_off: 0, notes: Vec::new() };
    let (plan, lock) = run.push()?;
    run.land(&plan, lock)
}

/// Where the campaign's file is broken here: receives, if nothing else is to be done, since it may be mended there.
fn mended(context: &Context) -> Result<Synced, Failure> {
    let broken = || Failure::unreadable(&context.campaign_problems);
    let (repository, upstream) = (context.repository()?, context.upstream().ok_or_else(broken)?);
    if context.writing.dry_run || repository.check_writable(Some(upstream.branch)).is_err() {
        return Err(broken());
    }
    let lock = repository.lock()?;
    let main = repository.fetch(upstream)?.ok_or_else(|| absent(context, upstream))?;
    let head = repository.head_commit()?.filter(|head| *head != main).ok_or_else(broken)?;
    if !repository.holds_commit(&main, &head)? {
        return Err(broken());
    }
    let received = repository.first_parents(&main, &head, COUNTED)?.len();
    repository.advance(&lock, &head, &main)?;
    let said = report::came(false, received).into_iter().collect();
    Ok(Synced { planned: false, said, waiting: Vec::new(), actions: Vec::new(), loss: None })
}

struct Run<'a> {
    context: &'a Context,
    repository: &'a Repository,
    upstream: Upstream<'a>,
    rebase: bool,
    /// What was to be sent so far, the oldest first.
    known: Vec<CommitInfo>,
    /// How many commits of the branch here the shared one held before its past was written anew, those aside that it has still.
    rewritten: usize,
    /// How often the server hung up.
    cut_off: u32,
    notes: Vec<Message>,
}

impl Run<'_> {
    /// Fetches, plans and pushes until the server has it, or says no. Whoever else works here may do so during the waits:
    /// nothing of a lost attempt is used by the next, which looks at the branch here as at the shared one.
    fn push(&mut self) -> Result<(Plan, OperationLock), Failure> {
        let mut backoff = Backoff::default();
        loop {
            let lock = self.locked()?;
            let mut plan = self.planned()?;
            self.repository.check_the_way(&lock, &plan.head, &plan.end)?;
            if self.context.writing.dry_run {
                return Ok((plan, lock));
            }
            self.notes = plan.commit(self.repository, &lock)?;
            if plan.end == plan.base {
                return Ok((plan, lock));
            }
            match self.send(&lock, &plan)? {
                Pushed::Done { .. } => return Ok((plan, lock)),
                Pushed::Lost | Pushed::Deaf => {}
                Pushed::Refused { reason } => return Err(self.refused(&reason)),
            }
            drop(lock);
            if !backoff.pause(self.repository.surroundings())? {
                return Err(gave_up(backoff.attempts()));
            }
        }
    }

    /// Pushes; asks the server what it has, where it hung up without a word. One that many call in the same moment turns some
    /// of them away: that is a race that was lost.
    fn send(&mut self, lock: &OperationLock, plan: &Plan) -> Result<Pushed, Failure> {
        let reference = format!("refs/heads/{}", self.upstream.branch);
        let to = Destination { remote: self.upstream.remote, reference: &reference, lease: Some(Some(&plan.base)), options: &[] };
        match self.repository.push(lock, to, Some(&plan.end)) {
            Err(error @ (VcsError::CutOff { .. } | VcsError::Silent { .. })) => match self.repository.fetch(self.upstream) {
                Ok(Some(tip)) if self.repository.holds_commit(&tip, &plan.end)? => Ok(Pushed::Done { said: Vec::new() }),
                // Whoever was waited for in vain is not waited for once more.
                Ok(_) if self.cut_off < PATIENCE && matches!(error, VcsError::CutOff { .. }) => {
                    self.cut_off += 1;
                    Ok(Pushed::Lost)
                }
                Ok(_) => Err(not_arrived(&error)),
                Err(VcsError::Interrupted) => Err(VcsError::Interrupted.into()),
                Err(_) => Err(error.into()),
            },
            answer => Ok(answer?),
        }
    }

    /// Keeps other `mpa` out. Before that they, or git, may have left the branch.
    fn locked(&self) -> Result<OperationLock, Failure> {
        let lock = self.repository.lock()?;
        self.repository.check_writable(Some(self.upstream.branch))?;
        Ok(lock)
    }

    fn planned(&mut self) -> Result<Plan, Failure> {
        let unknown = |what: &str| VcsError::Read { what: what.to_owned(), cause: String::new() };
        let base = self.repository.fetch(self.upstream)?.ok_or_else(|| absent(self.context, self.upstream))?;
        complete(self.context, self.upstream, &base)?;
        let head = self.repository.head_commit()?.ok_or_else(|| unknown("HEAD"))?;
        let past = self.repository.past(self.upstream, &base)?;
        let commits = self.repository.first_parents(&head, &base, UNSENT_MAX)?;
        let commits = commits.iter().rev().map(|id| self.repository.commit_info(id)).collect::<Result<Vec<_>, _>>()?;
        if self.repository.line(&base, &head)?.origins.is_empty() && !(self.rebase && past.held_one_of(&commits)) {
            return Err(rewritten::unrelated(self.upstream, past.held_one_of(&commits)));
        }
        if !commits.is_empty() {
            check_clock(self.context)?;
        }
        let found = rewritten::sort(self.context, &past, (&head, &base), commits, self.rebase)?;
        let others = not_actions(self.context, &found.own)?;
        if !self.rebase {
            let is_sent = |other: &CommitInfo| found.sent.contains(other) && !found.there.contains(&other.id);
            if others.iter().any(is_sent) {
                removed::check(self.context, self.upstream, &found.sent, &[])?;
            }
            let others: Vec<&CommitInfo> = others.iter().filter(|other| !found.sent.contains(other)).collect();
            if !others.is_empty() {
                return Err(not_ours(&others));
            }
        }
        let is_whole = found.count == 0 && found.left.is_empty();
        self.rewritten = found.count - found.there.len();
        let errand = Errand { others, there: found.there, is_whole, ..Errand::of(&head, &base, found.own) };
        let mut plan = plan(self.context, errand)?;
        if !self.rebase {
            removed::check(self.context, self.upstream, &found.sent, &plan.steps)?;
        }
        plan.left = found.left;
        plan.elsewhere = elsewhere(self.context, &plan, &self.known)?;
        self.known = plan.elsewhere.iter().chain(&plan.steps).map(|step| step.commit.clone()).collect();
        Ok(plan)
    }

    /// The server does not want it.
    fn refused(&self, reason: &str) -> Failure {
        let mut lines = reason.lines();
        let message = Message::new("sync-refused").with("reason", lines.next().unwrap_or_default());
        let mut failure = Failure::new(Kind::NotSent, message);
        failure.details = lines.map(|line| Message::new("sync-server-line").with("line", line)).collect();
        if is_guarded(reason) {
            failure.hints.push(Message::new("sync-protected").with("main", self.upstream.branch));
        }
        let (people, contact) = self.context.who_may(None);
        failure.whom_to_ask(people, contact.as_deref())
    }

    /// Keeps what was lost, then moves the branch to what the server has.
    fn land(mut self, plan: &Plan, lock: OperationLock) -> Result<Synced, Failure> {
        let news = self.repository.line(&plan.head, &plan.base)?.commits;
        self.notes.extend(namesake::of_news(self.context, &news));
        let received = self.repository.first_parents(&plan.base, &plan.head, COUNTED)?.len();
        let kept = kept(self.context, &plan.head);
        if !self.context.writing.dry_run {
            if plan.loses() {
                self.repository.keep(&lock, &kept, &plan.head)?;
            }
            if plan.head != plan.end
                && let Err(error) = self.repository.advance(&lock, &plan.head, &plan.end)
            {
                return behind(self.context, plan, error.into(), &kept, self.notes);
            }
        }
        drop(lock);
        Ok(report::tell(self.context, plan, received.saturating_sub(self.rewritten), &kept, self.notes))
    }
}

/// The server has it, and something keeps the branch here from following: what was done is told all the same.
fn behind(context: &Context, plan: &Plan, cause: Failure, kept: &str, notes: Vec<Message>) -> Result<Synced, Failure> {
    if plan.end == plan.base && !plan.loses() {
        return Err(cause);
    }
    let mut failure = Failure::new(Kind::Git, Message::new("sync-behind"));
    failure.details = std::iter::once(cause.message).chain(cause.details).collect();
    failure.hints = cause.hints;
    let mut synced = report::tell(context, plan, 0, kept, notes);
    synced.loss = Failure::gathered(synced.loss.into_iter().chain([failure]).collect());
    Ok(synced)
}

/// Fetches what a partial clone lacks of the data in the commit `id`, before they are read; and of what others propose, as far
/// as the server still has it.
///
/// # Errors
/// The remote out of reach.
pub fn complete(context: &Context, upstream: Upstream<'_>, id: &CommitId) -> Result<(), Failure> {
    let Some(folder) = RepoPath::new(&format!("{}data", prefix_of(context)?)) else { return Ok(()) };
    let repository = context.repository()?;
    repository.complete(upstream, &[id], &folder)?;
    if repository.is_partial() {
        let heads = repository.heads(&PROPOSED)?;
        let ids: Vec<&CommitId> = heads.iter().take(PROPOSED_MAX).map(|head| &head.id).collect();
        // What was taken off the server cannot be had any more.
        let _ = repository.complete(upstream, &ids, &folder);
    }
    Ok(())
}

/// The name under which the branch `head` is kept when something of it is lost.
pub fn kept(context: &Context, head: &CommitId) -> String {
    format!("refs/mpa/lost/{}-{}", context.today, head.short())
}
