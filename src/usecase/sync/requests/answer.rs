//! What was answered to one's requests while one looked elsewhere: accepted, accepted in part, taken away; and what goes
//! then, at the server and here. The server's branch goes first: whoever is killed in between finds the one here, and the next
//! run does the rest.

use crate::domain::message::Message;
use crate::domain::name::TaskId;
use crate::usecase::context::commit_message::{action_of, trailer};
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::{Failure, hint_command};
use crate::usecase::replay::merged::{is_merged, was_changed};
use crate::usecase::replay::snapshot::Snapshot;
use crate::usecase::request::stage::{Stage, is_answered};
use crate::usecase::sync::Action;
use crate::vcs::{CommitId, Destination, Pushed};

use super::send::{Own, Reply};
use super::{COUNTED, Round};

impl Round<'_> {
    /// Notes what the server has of a branch, for the day on which it has it no more.
    pub(super) fn note_sent(&self, own: &Own) -> Result<(), Failure> {
        let name = own.plan.route.noted_at(&own.branch);
        let noted = self.repository.commit_named(&name)?;
        match own.there.as_ref().filter(|there| !self.is_trial() && noted.as_ref() != Some(there)) {
            Some(there) => Ok(self.repository.keep(&self.lock, &name, there)?),
            None => Ok(()),
        }
    }

    /// "Accepted in part", where the beginning of a branch came to the shared one since this clone last heard of it.
    pub(super) fn accepted_in_part(&self, own: &Own) -> Result<Option<Message>, Failure> {
        let Some(known) = self.known.as_ref().filter(|known| **known != self.main) else { return Ok(None) };
        for id in self.repository.first_parents(&own.tip, known, COUNTED)? {
            if is_answered(self.context, Some(&own.plan.route), &self.main, (&own.branch, &id))? {
                let commit = self.repository.commit_info(&id)?;
                let (operation, title) = action_of(&commit);
                let message = Message::new("request-accepted-part").with("operation", operation).with("title", title);
                return Ok((!is_merged(self.context, known, &id)?).then_some(message));
            }
        }
        Ok(None)
    }

    /// Drops a branch that has nothing left to ask for, at the server and here: it was accepted, or taken back. One that is
    /// checked out somewhere stays.
    pub(super) fn tidy(&mut self, own: &Own, stage: Stage) -> Result<(), Failure> {
        let is_taken_back = stage == Stage::TakenBack;
        let told = match stage {
            Stage::TakenBack if self.is_trial() => vec![own.told("request-withdrawn-planned")],
            Stage::TakenBack => vec![own.withdrawn()],
            _ => self.accepted(own)?,
        };
        if self.is_trial() {
            self.said.extend(told);
            return Ok(());
        }
        match self.repository.check_unused(&own.branch) {
            Ok(()) => {}
            Err(error) if is_taken_back => {
                self.losses.push(error.into());
                return Ok(());
            }
            Err(_) => {
                let way = self.repository.way_off(&own.branch, &self.context.campaign.workflow.main);
                self.said.extend(told);
                self.said.push(own.in_use());
                self.said.extend(way.iter().map(|command| hint_command(command)));
                return Ok(());
            }
        }
        let kept = own.there.as_ref().map_or(Ok(None), |there| self.withdraw(own, there))?;
        if is_taken_back && let Some(reply) = kept {
            self.losses.push(own.not_withdrawn(&reply));
            return Ok(());
        }
        self.drop(own)?;
        let action = if is_taken_back { Action::Sent } else { Action::There };
        self.actions.push((own.tip.clone(), action));
        self.said.extend(told);
        Ok(())
    }

    /// "Accepted", and whose the task is, where the person asked for one and has it now.
    pub(super) fn accepted(&self, own: &Own) -> Result<Vec<Message>, Failure> {
        let commit = self.repository.commit_info(&own.tip)?;
        let task = trailer(&commit, "Mpa-Task").and_then(TaskId::new);
        // What another computer sent on top of it was accepted as a whole.
        let sent = own.there.as_ref().filter(|there| self.repository.holds_commit(there, &own.tip).unwrap_or(false));
        if was_changed(self.context, &self.main, sent.unwrap_or(&own.tip))? {
            let look = task.map(|id| hint_command(&format!("mpa tasks {id}")));
            return Ok(std::iter::once(own.told("request-accepted-changed")).chain(look).collect());
        }
        let prefix = prefix_of(self.context)?;
        let snapshot = Snapshot::new(self.repository, &prefix, &self.main);
        let task = task.map_or(Ok(None), |id| snapshot.task(&id))?;
        let me = self.context.actor.as_ref();
        let held = task.as_ref().and_then(|task| task.holder(self.context.today)).filter(|(holder, _)| me == Some(*holder));
        Ok(vec![match held {
            Some((_, claim)) => own.told("request-accepted-yours").with("until", claim.until()),
            None => own.told("request-accepted"),
        }])
    }

    /// Takes the branch from the server, where it holds nothing but what is known here; why the server keeps it, where it does.
    fn withdraw(&self, own: &Own, there: &CommitId) -> Result<Option<Reply>, Failure> {
        if !own.plan.route.keeps_branch {
            let is_known = *there == own.tip || is_merged(self.context, &self.main, there)?;
            let reply = if is_known { Reply::Unchanged } else { self.hand_in(own)? };
            return Ok(Some(reply).filter(|reply| reply.there().is_none()));
        }
        if !self.may_replace(&own.tip, there)? {
            return Ok(Some(Reply::Elsewhere));
        }
        let place = own.plan.place(&own.branch);
        let to = Destination { remote: &own.plan.route.remote, reference: &place, lease: Some(Some(there)), options: &[] };
        Ok(match self.repository.push(&self.lock, to, None)? {
            Pushed::Done { .. } => None,
            pushed => Some(Reply::Answered { pushed, is_open: false }),
        })
    }

    /// Lets a branch of which the shared one allows nothing go, at the server and here: it would wait there for ever. A server
    /// that keeps it leaves that to whoever organises.
    pub(super) fn clear(&self, own: &Own) -> Result<(), Failure> {
        if self.is_trial() || own.tip != self.main {
            return Ok(());
        }
        if own.plan.route.keeps_branch
            && let Some(there) = &own.there
        {
            self.withdraw(own, there)?;
        }
        self.drop(own)
    }

    /// Drops the branch here, and what was noted of it.
    fn drop(&self, own: &Own) -> Result<(), Failure> {
        self.repository.drop_branch(&self.lock, &own.branch, &own.here)?;
        let route = &own.plan.route;
        self.forget(&[route.noted_at(&own.branch), route.tried_at(&own.branch)])
    }

    /// Lets go of what was noted of branches that are gone, here and there.
    pub(super) fn forget_what_is_gone(&self) -> Result<(), Failure> {
        if self.is_trial() {
            return Ok(());
        }
        for note in self.repository.heads(&["refs/mpa/sent/*", "refs/mpa/tried/*"])? {
            let rest = note.name.trim_start_matches("refs/mpa/").split_once('/').map_or("", |(_, rest)| rest);
            let branch = rest.find("/mpa/").map_or(rest, |at| &rest[at + 1..]);
            let places = [format!("refs/heads/{branch}"), format!("refs/remotes/{rest}")];
            if self.repository.heads(&places.each_ref().map(String::as_str))?.is_empty() {
                self.forget(&[note.name])?;
            }
        }
        Ok(())
    }

    fn forget(&self, names: &[String]) -> Result<(), Failure> {
        for name in names {
            if self.repository.commit_named(name)?.is_some() {
                self.repository.let_go(&self.lock, name)?;
            }
        }
        Ok(())
    }
}
