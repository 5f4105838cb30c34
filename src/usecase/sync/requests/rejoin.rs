//! Before a request is handed in: it goes on from what another computer of the same person sent of it, and leaves out what
//! the shared branch no longer allows, as `sync` does everywhere. One that would conflict there is done again on top of it.

use crate::domain::shell::command;
use crate::usecase::failure::Failure;
use crate::usecase::people::namesake;
use crate::usecase::replay::merged::{conflicts, is_merged};
use crate::usecase::request::stage::is_answered;
use crate::usecase::sync::plan::{Errand, Fate, Plan};
use crate::usecase::sync::planner::plan;
use crate::usecase::sync::recognise::not_actions;
use crate::usecase::sync::report::{actions, loss};
use crate::usecase::sync::{Action, kept};
use crate::vcs::{CommitId, CommitInfo, VcsError};

use super::send::Own;
use super::{COUNTED, Round};

impl Round<'_> {
    /// Brings `own` to where it can be handed in; `false` when nothing of it is left, or it must stay as it is.
    pub(super) fn rejoin(&mut self, own: &mut Own) -> Result<bool, Failure> {
        match self.rejoined(own) {
            Err(Stop::Stays(failure)) => {
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
        if self.brings_back(own)? {
            return Err(Stop::Stays(self.not_rebuilt(own)?));
        }
        Ok(own.tip != self.main)
    }

    /// Goes on from the commit `there`, which another computer sent.
    fn after_the_server_s(&mut self, own: &mut Own, there: &CommitId) -> Result<(), Stop> {
        let news = self.repository.line(&own.tip, there)?.commits;
        let warning = namesake::of_news(self.context, &news).filter(|it| !self.said.contains(it));
        self.said.extend(warning);
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
        let is_rewritten = self.brings_back(own)?;
        match self.plan(own, &self.main, commits)? {
            Some(plan) if is_rewritten => self.rebuild(own, plan),
            Some(plan) if !plan.as_is && (plan.loses() || conflicts(self.context, &self.main, &own.tip)?) => self.take(own, plan),
            _ => Ok(()),
        }
    }

    /// Whether the branch is built upon a past of the shared one that was written anew: sent, it would bring that back.
    fn brings_back(&self, own: &Own) -> Result<bool, Failure> {
        Ok(self.repository.brings_back(&self.past, &self.main, &own.tip)?)
    }

    /// Builds the branch again upon the shared one as it is now, whatever became of it at the server.
    fn rebuild(&mut self, own: &mut Own, plan: Plan) -> Result<(), Stop> {
        let is_there = plan.steps.iter().any(|step| matches!(step.fate, Fate::There));
        let told = match plan.end == self.main {
            true if plan.loses() => Vec::new(),
            true if is_there => self.accepted(own)?,
            true => vec![own.withdrawn()],
            false => vec![own.rebuilt()],
        };
        let is_taken_away = std::mem::take(&mut own.is_taken_away);
        self.take(own, plan)?;
        own.is_taken_away = is_taken_away;
        self.said.extend(told);
        if is_taken_away && !self.is_trial() && own.tip != self.main {
            self.repository.keep(&self.lock, &own.plan.route.noted_at(&own.branch), &own.tip)?;
        }
        Ok(())
    }

    /// Commits that `mpa` did not make are never moved unasked, and must not be sent as they are.
    fn not_rebuilt(&self, own: &Own) -> Result<Failure, Failure> {
        let below = self.repository.first_parents(&own.tip, &self.main, COUNTED)?.into_iter().find(|id| self.past.held(id));
        let onto = self.context.campaign.workflow.upstream();
        let below = below.as_ref().map_or(onto.as_str(), CommitId::short);
        Ok(own.not_rebuilt(&command("git rebase --onto {} {} {}", &[&onto, below, &own.branch])))
    }

    /// How many of `commits`, from the oldest, were accepted while the branch went on: as one commit, perhaps, that is none of
    /// them.
    fn answered(&self, own: &Own, commits: &[CommitInfo]) -> Result<usize, Failure> {
        for (at, commit) in commits.iter().enumerate().rev() {
            if is_answered(self.context, Some(&own.plan.route), &self.main, (&own.branch, &commit.id))? {
                return Ok(at + 1);
            }
        }
        Ok(0)
    }

    /// What becomes of `commits` on `base`; `None` where not all are actions of `mpa`, which are never moved unasked.
    fn plan(&self, own: &Own, base: &CommitId, commits: Vec<CommitInfo>) -> Result<Option<Plan>, Failure> {
        if !not_actions(self.context, &commits)?.is_empty() {
            return Ok(None);
        }
        let on_own = *base != self.main;
        let is_whole = !self.brings_back(own)?;
        let errand = Errand { is_request: true, on_own, is_whole, ..Errand::of(&own.tip, base, commits) };
        plan(self.context, errand).map(Some)
    }

    /// Whether the server's branch may make room for `tip`: what it holds is part of it, was accepted, or was given up here.
    pub(super) fn may_replace(&self, tip: &CommitId, there: &CommitId) -> Result<bool, Failure> {
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
    fn move_branch(&mut self, own: &mut Own, to: &CommitId) -> Result<(), Stop> {
        if !self.is_trial() && *to != self.main {
            self.repository.set_branch(&self.lock, &own.branch, Some(&own.here), to)?;
            own.here.clone_from(to);
        }
        own.tip.clone_from(to);
        Ok(())
    }
}

/// Why a branch goes no further.
enum Stop {
    /// It is checked out, and so must not move; or it must move, and cannot.
    Stays(Failure),
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
            VcsError::BranchInUse { .. } => Self::Stays(error.into()),
            other => Self::Failed(other.into()),
        }
    }
}
