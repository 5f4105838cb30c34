//! The whole of `mpa sync` where a campaign works by pull requests: look at the shared branch and at what waits, let the
//! checkout follow where that is plain, drop what was accepted, hand in the rest.
//!
//! | what a branch is ([`Stage`]) | what is done | what is told |
//! | --- | --- | --- |
//! | not sent, or waiting | done again on the shared branch where that moved, and handed in | as below |
//! | taken away at the server | nothing | how to ask again, or give up |
//! | taken back here | dropped there, then here; handed in where it went on elsewhere | withdrawn |
//! | accepted | dropped there, then here | accepted, and whose the task is |
//!
//! | what came of handing it in (`Reply`) | its last action ([`Action`]) | where it is told |
//! | --- | --- | --- |
//! | taken by the server, or a trial | sent | said |
//! | had by the server before | there | waiting |
//! | a race lost, five times | none | loss, `mpa sync` once more |
//! | refused, not read as a request, gone on elsewhere | none | loss, and what to look at |
//!
//! A branch is moved here before it is handed in, and what it leaves behind is kept under a name before that: whoever is
//! killed in between hands the same commits in with the next run.

mod answer;
mod rejoin;
mod send;

use std::collections::HashSet;

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::usecase::context::Context;
use crate::usecase::context::clock::check_clock;
use crate::usecase::context::commit_message::action_of;
use crate::usecase::context::shared_branch::shared_branch;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::people::namesake;
use crate::usecase::request::mine::own_heads;
use crate::usecase::request::notes::{accepting, role};
use crate::usecase::request::push_plan_of;
use crate::usecase::request::stage::Stage;
use crate::vcs::{Backoff, CommitId, CommitInfo, Head, OperationLock, Past, Pushed, Repository, Upstream, VcsError};

use super::{Action, Synced, absent, complete, kept, no_remote, rewritten};

use send::{Own, Reply};

/// How often a branch that moves at the server is tried.
const ATTEMPTS: u32 = 5;
/// How many commits of others are counted.
pub(super) const COUNTED: usize = 1_000;

/// Goes the round; `opens` has requests opened by the forge's own program where the push does not do it.
///
/// # Errors
/// No remote or shared branch, the remote out of reach. What stops it later on is told beside what it did before.
pub fn round(context: &Context, opens: bool) -> Result<Synced, Failure> {
    let repository = context.repository()?;
    let upstream = context.upstream().ok_or_else(|| no_remote(context))?;
    if let Err(error @ VcsError::NeedsEngine { .. }) = repository.head_commit() {
        return Err(
            Failure::from(error).hint(hint_command(&command("git pull --ff-only {} {}", &[upstream.remote, upstream.branch])))
        );
    }
    let lock = repository.lock()?;
    let known = shared_branch(repository, &context.campaign).ok().map(|known| known.id);
    let main = repository.fetch_with_requests(upstream)?.ok_or_else(|| absent(context, upstream))?;
    complete(context, upstream, &main)?;
    let seen = seen(repository, upstream, &main)?.or_else(|| known.clone());
    let received = seen.map_or(Ok(0), |seen| repository.first_parents(&main, &seen, COUNTED).map(|new| new.len()))?;
    let planned = context.writing.dry_run;
    let past = repository.past(upstream, &main)?;
    let mut round = Round {
        context,
        repository,
        lock,
        past,
        main,
        known,
        home: upstream,
        opens,
        looked_at: HashSet::from([upstream.remote.to_owned()]),
        said: Vec::new(),
        waiting: Vec::new(),
        actions: Vec::new(),
        losses: Vec::new(),
    };
    if round.follow()? && received > 0 {
        round.said.insert(0, came_by_request(planned, received));
    }
    let news = round.known.as_ref().map_or(Ok(Vec::new()), |known| repository.line(known, &round.main).map(|it| it.commits))?;
    round.said.extend(namesake::of_news(context, &news));
    for head in round.heads()? {
        if let Err(failure) = round.one(&head) {
            round.losses.push(failure);
            return Ok(round.told());
        }
    }
    round.losses.extend(round.forget_what_is_gone().err());
    Ok(round.told())
}

/// How many commits came: of others, or of one's own that were accepted.
fn came_by_request(planned: bool, count: usize) -> Message {
    Message::new(if planned { "request-would-receive" } else { "request-received" }).with("count", count)
}

/// The commit of the shared branch that the person has in front of them, where the checkout follows it: whoever fetched by
/// hand has not seen what came then.
fn seen(repository: &Repository, upstream: Upstream<'_>, main: &CommitId) -> Result<Option<CommitId>, Failure> {
    if repository.head_branch()?.as_deref() != Some(upstream.branch) {
        return Ok(None);
    }
    let head = repository.head_commit()?;
    Ok(head.filter(|head| repository.holds_commit(main, head).unwrap_or(false)))
}

/// A round under way.
pub(super) struct Round<'a> {
    pub context: &'a Context,
    pub repository: &'a Repository,
    pub lock: OperationLock,
    /// What the shared branch once held.
    pub past: Past,
    /// The commit of the shared branch.
    pub main: CommitId,
    /// The commit of the shared branch that this clone knew before.
    pub known: Option<CommitId>,
    home: Upstream<'a>,
    /// Whether requests are to be opened by the forge's own program.
    pub opens: bool,
    /// The remotes whose requests were fetched.
    looked_at: HashSet<String>,
    pub said: Vec<Message>,
    waiting: Vec<Message>,
    pub actions: Vec<(CommitId, Action)>,
    pub losses: Vec<Failure>,
}

impl Round<'_> {
    /// Whether this is only a trial.
    pub fn is_trial(&self) -> bool {
        self.context.writing.dry_run
    }

    /// Moves the shared branch that is checked out to the server's, where it holds nothing else. Whoever is elsewhere stays
    /// there. Whether nothing stood in the way.
    fn follow(&mut self) -> Result<bool, Failure> {
        let (repository, main) = (self.repository, &self.main);
        let is_here = repository.check_writable(Some(self.home.branch)).is_ok() && !self.is_trial();
        let Some(head) = repository.head_commit()?.filter(|head| is_here && head != main) else { return Ok(true) };
        let left = self.left_behind(&head)?;
        if left.is_none() {
            let count = repository.first_parents(&head, main, COUNTED)?.len();
            let Upstream { remote, branch } = self.home;
            let range = format!("{remote}/{branch}..{branch}");
            self.said.push(Message::new("request-main-ahead").with("main", branch).with("count", count).with("range", range));
            return Ok(true);
        }
        let (left, kept) = (left.unwrap_or_default(), kept(self.context, &head));
        if !left.is_empty() {
            repository.keep(&self.lock, &kept, &head)?;
        }
        match repository.advance(&self.lock, &head, main) {
            Ok(()) => {
                self.said.extend(rewritten::told(self.context, &left, &kept));
                Ok(true)
            }
            Err(error @ VcsError::InTheWay { .. }) => {
                self.losses.push(error.into());
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// What the shared branch has not any more of `head`, which is to follow it; `None` where that has something of its own.
    fn left_behind(&self, head: &CommitId) -> Result<Option<Vec<CommitInfo>>, Failure> {
        if self.repository.holds_commit(&self.main, head)? {
            return Ok(Some(Vec::new()));
        }
        let ids = self.repository.first_parents(head, &self.main, usize::MAX)?;
        if !ids.iter().all(|id| self.past.held(id)) {
            return Ok(None);
        }
        let commits = ids.iter().rev().map(|id| self.repository.commit_info(id)).collect::<Result<Vec<_>, _>>()?;
        let found = rewritten::sort(self.context, &self.past, (head, &self.main), commits, true)?;
        let own = found.sent.into_iter().filter(|commit| !found.there.contains(&commit.id));
        Ok(Some(own.chain(found.left).collect()))
    }

    /// The branches of the person who types, the oldest first.
    fn heads(&mut self) -> Result<Vec<Head>, Failure> {
        let Some(actor) = &self.context.actor else {
            if !self.repository.heads(&["refs/heads/mpa/*"])?.is_empty() {
                self.said.push(Message::new("request-who"));
            }
            return Ok(Vec::new());
        };
        let mut heads = own_heads(self.repository, actor)?;
        heads.reverse();
        Ok(heads)
    }

    fn one(&mut self, head: &Head) -> Result<(), Failure> {
        check_clock(self.context)?;
        let branch = head.branch();
        let Some(plan) = push_plan_of(self.context, branch, &head.id)? else { return Ok(()) };
        if self.looked_at.insert(plan.route.remote.clone()) {
            self.repository.fetch_requests(&plan.route.remote)?;
        }
        let stage = Stage::of(self.context, Some(&plan.route), &self.main, (branch, &head.id))?;
        let mut own = Own {
            branch: branch.to_owned(),
            here: head.id.clone(),
            tip: head.id.clone(),
            title: action_of(&self.repository.commit_info(&head.id)?).1.to_owned(),
            there: plan.route.there(self.repository, branch)?,
            plan,
            is_remade: false,
            is_taken_away: stage == Stage::TakenAway,
            role: role(self.context),
            accept: accepting(self.context, branch),
        };
        self.note_sent(&own)?;
        // What was taken back here went on elsewhere, perhaps.
        let goes_on = stage == Stage::TakenBack && own.goes_on_elsewhere(self)?;
        if matches!(stage, Stage::Accepted | Stage::TakenBack) && !goes_on {
            return self.tidy(&own, stage);
        }
        let in_part = self.accepted_in_part(&own)?;
        let Some(reply) = self.handed_in(&mut own)? else { return self.clear(&own) };
        self.said.extend(in_part);
        let action = if reply == Reply::Planned { Some(Action::Sent) } else { reply.there() };
        self.actions.extend(action.map(|action| (head.id.clone(), action)));
        let opening = self.open(&own, &reply).unwrap_or_else(|failure| {
            self.losses.push(failure);
            None
        });
        let messages = own.messages(&reply, opening.as_ref());
        match action {
            Some(Action::There) => self.waiting.extend(messages),
            Some(_) => self.said.extend(messages),
            None => {
                let mut messages = messages.into_iter();
                let mut failure = Failure::new(Kind::NotSent, messages.next().unwrap_or_else(|| Message::new("sync-not-sent")));
                failure.details.extend(messages);
                self.losses.push(failure);
            }
        }
        Ok(())
    }

    /// What became of `own`, tried again while it moves at the server; `None` where nothing of it is left.
    fn handed_in(&mut self, own: &mut Own) -> Result<Option<Reply>, Failure> {
        let mut backoff = Backoff::default();
        while self.rejoin(own)? {
            // What the request says of itself is read from its commits.
            if own.is_remade
                && let Some(plan) = push_plan_of(self.context, &own.branch, &own.tip)?
            {
                own.plan = plan;
            }
            match self.hand_in(own)? {
                // Other commands wait for this one meanwhile.
                Reply::Answered { pushed: Pushed::Lost, .. }
                    if backoff.attempts() < ATTEMPTS && backoff.pause(self.repository.surroundings())? =>
                {
                    self.repository.fetch_requests(&own.plan.route.remote)?;
                    own.there = own.plan.route.there(self.repository, &own.branch)?;
                }
                reply => return Ok(Some(reply)),
            }
        }
        Ok(None)
    }

    /// The commits of a branch that the shared one has not and never had, the oldest first.
    pub fn commits(&self, tip: &CommitId) -> Result<Vec<CommitInfo>, Failure> {
        let ids = self.repository.first_parents(tip, &self.main, COUNTED)?;
        let commits = ids.iter().rev().filter(|id| !self.past.held(id)).map(|id| self.repository.commit_info(id));
        Ok(commits.collect::<Result<_, _>>()?)
    }

    fn told(mut self) -> Synced {
        let loss = Failure::gathered(self.losses);
        if self.said.is_empty() && self.waiting.is_empty() && loss.is_none() {
            self.said.push(Message::new("sync-nothing"));
        }
        let planned = self.context.writing.dry_run;
        Synced { planned, said: self.said, waiting: self.waiting, actions: self.actions, loss }
    }
}
