//! Before a request is handed in: it goes on from what another computer of the same person sent of it, and leaves out what
//! the shared branch no longer allows, as `sync` does everywhere. One that would conflict there is done again on top of it.

use crate::vcs::{CommitInfo, VcsError};

use super::super::failure::Failure;
use super::super::review::merged::{conflicts, is_merged};
use super::super::sync::plan::{Errand, Plan};
use super::super::sync::planner::plan;
use super::super::sync::recognise::not_actions;
use super::super::sync::told::{actions, loss};
use super::super::sync::{Action, kept};
use super::round::Round;
use super::send::Own;
use super::stage::is_answered;

impl Round<'_> {
    /// Brings `own` to where it can be handed in; `false` when nothing of it is left, or it must stay as it is.
    pub(super) fn rejoin(&mut self, own: &mut Own) -> Result<bool, Failure> {
        match self.rejoined(own) {
            Err(Stop::InUse(failure)) => {
                self.losses.push(failure);
                Ok(false)
            }
            Err(Stop::Failed(failure)) => Err(failure),
            Ok(is_left) => Ok(is_left),
        }
    }

    fn rejoined(&mut self, own: &mut Own) -> Result<bool, Stop> {
        if let Some(there) = own.there.clone()
            && own.goes_on_elsewhere(self)?
        {
            self.after_the_server_s(own, &there)?;
        }
        self.after_the_shared_branch(own)?;
        Ok(own.tip != self.main)
    }

    /// Goes on from the commit `there`, which another computer sent.
    fn after_the_server_s(&mut self, own: &mut Own, there: &str) -> Result<(), Stop> {
        if self.repository.holds_commit(there, &own.tip)? {
            return self.move_branch(own, there);
        }
        let mut commits = Vec::new();
        for commit in self.commits(&own.tip)? {
            if !self.repository.holds_commit(there, &commit.id)? {
                commits.push(commit);
            }
        }
        match self.plan(own, there, commits)? {
            Some(plan) => self.take(own, plan),
            None => Ok(()),
        }
    }

    /// Leaves out what the shared branch no longer allows. Two who changed neighbouring lines did nothing to each other: done
    /// again on what is there, the request fits.
    fn after_the_shared_branch(&mut self, own: &mut Own) -> Result<(), Stop> {
        let mut commits = self.commits(&own.tip)?;
        commits.drain(..self.answered(own, &commits)?);
        match self.plan(own, &self.main, commits)? {
            Some(plan) if !plan.as_is && (plan.loses() || conflicts(self.context, &self.main, &own.tip)?) => self.take(own, plan),
            _ => Ok(()),
        }
    }

    /// How many of `commits`, from the oldest, were accepted while the branch went on: as one commit, perhaps, that is none of
    /// them.
    fn answered(&self, own: &Own, commits: &[CommitInfo]) -> Result<usize, Failure> {
        for (at, commit) in commits.iter().enumerate().rev() {
            if is_answered(self.context, Some(&own.way.route), &self.main, (&own.branch, &commit.id))? {
                return Ok(at + 1);
            }
        }
        Ok(0)
    }

    /// What becomes of `commits` on `base`; `None` where not all are actions of `mpa`, which are never moved unasked.
    fn plan(&self, own: &Own, base: &str, commits: Vec<CommitInfo>) -> Result<Option<Plan>, Failure> {
        if !not_actions(self.context, &commits)?.is_empty() {
            return Ok(None);
        }
        let on_own = base != self.main;
        let errand = Errand { head: &own.tip, base, commits, others: Vec::new(), is_request: true, on_own };
        plan(self.context, errand).map(Some)
    }

    /// Whether the server's branch may make room for `tip`: what it holds is part of it, was accepted, or was given up here.
    pub(super) fn may_replace(&self, tip: &str, there: &str) -> Result<bool, Failure> {
        if self.repository.holds_commit(tip, there)? || is_merged(self.context, &self.main, there)? {
            return Ok(true);
        }
        for lost in self.repository.heads(&["refs/mpa/lost/*"])? {
            if self.repository.holds_commit(&lost.id, there)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Lets the branch be what was planned, and keeps what it leaves behind.
    fn take(&mut self, own: &mut Own, mut plan: Plan) -> Result<(), Stop> {
        if own.is_taken_away && plan.end != self.main {
            return Ok(()); // as it is until the person decides
        }
        let kept = kept(self.context, &plan.head);
        if !self.is_trial() {
            self.repository.check_unused(&own.branch)?;
            let notes = plan.commit(self.repository, &self.lock)?;
            self.repository.keep(&self.lock, &kept, &plan.head)?;
            self.move_branch(own, &plan.end)?;
            self.said.extend(notes);
        }
        self.actions.extend(actions(&plan).into_iter().filter(|(_, action)| *action == Action::Lost));
        self.losses.extend(loss(self.context, &plan, &kept));
        own.tip = plan.end;
        own.is_remade = true;
        Ok(())
    }

    /// Moves the branch of `own` to the commit `to`; one that would have nothing of its own [goes](Round::clear) later.
    fn move_branch(&mut self, own: &mut Own, to: &str) -> Result<(), Stop> {
        if !self.is_trial() && to != self.main {
            self.repository.set_branch(&self.lock, &own.branch, Some(&own.here), to)?;
            to.clone_into(&mut own.here);
        }
        to.clone_into(&mut own.tip);
        Ok(())
    }
}

/// Why a branch goes no further.
enum Stop {
    /// It is checked out, and so must not move.
    InUse(Failure),
    /// Anything else.
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<VcsError> for Stop {
    fn from(error: VcsError) -> Self {
        match error {
            VcsError::BranchInUse { .. } => Self::InUse(error.into()),
            other => Self::Failed(other.into()),
        }
    }
}
