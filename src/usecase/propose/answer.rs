//! What was answered to one's requests while one looked elsewhere: accepted, accepted in part, taken away; and what goes
//! then, here and at the server.

use crate::domain::message::Message;
use crate::vcs::{Destination, Handed, Pushed, VcsError};

use super::super::action::action_of;
use super::super::failure::Failure;
use super::super::review::queue::is_merged;
use super::round::{COUNTED, Round};
use super::send::{Fate, Own};

impl Round<'_> {
    /// Notes what the server has of a branch, for the day on which it has it no more.
    pub(super) fn note_sent(&self, own: &Own) -> Result<(), Failure> {
        let noted = self.repository.commit_named(&own.way.sent_at(&own.branch))?;
        match own.there.as_ref().filter(|there| !self.is_trial() && noted.as_ref() != Some(there)) {
            Some(there) => Ok(self.repository.keep(&self.lock, &own.way.sent_at(&own.branch), there)?),
            None => Ok(()),
        }
    }

    /// Whether the server had the branch, has it no more, and nobody accepted it.
    pub(super) fn is_taken_away(&self, own: &Own) -> Result<bool, Failure> {
        if own.there.is_some() || !own.way.keeps_branch() {
            return Ok(false);
        }
        // A note from an earlier life of the branch says nothing of this one.
        let noted = self.repository.commit_named(&own.way.sent_at(&own.branch))?;
        let Some(sent) = noted.filter(|sent| self.repository.holds_commit(&own.tip, sent).unwrap_or(false)) else {
            return Ok(false);
        };
        Ok(!is_merged(self.context, &self.main, &sent)?)
    }

    /// "Accepted in part", where the beginning of a branch came to the shared one since the person last looked.
    pub(super) fn accepted_in_part(&self, own: &Own) -> Result<Option<Message>, Failure> {
        if self.seen == self.main {
            return Ok(None);
        }
        for id in self.repository.first_parents(&own.tip, &self.seen, COUNTED)? {
            if is_merged(self.context, &self.main, &id)? {
                let commit = self.repository.commit_info(&id)?;
                let (operation, title) = action_of(&commit);
                let message = Message::new("request-accepted-part").with("operation", operation).with("title", title);
                return Ok((!is_merged(self.context, &self.seen, &id)?).then_some(message));
            }
        }
        Ok(None)
    }

    /// Drops a branch that has nothing left to ask for, here and at the server: it was accepted, or taken back. One that is
    /// checked out somewhere stays.
    pub(super) fn tidy(&mut self, own: &Own) -> Result<(), Failure> {
        let is_taken_back = self.brings_nothing(&own.tip)?;
        if self.is_trial() {
            let key = if is_taken_back { "request-withdrawn-planned" } else { "request-accepted-planned" };
            self.said.push(own.told(key));
            return Ok(());
        }
        if let Some(there) = &own.there
            && !self.withdraw(own, there)?
            && is_taken_back
        {
            self.losses.push(own.not_withdrawn());
            return Ok(());
        }
        match self.repository.drop_branch(&self.lock, &own.branch, &own.tip) {
            Ok(()) => self.said.push(own.told(if is_taken_back { "request-withdrawn" } else { "request-accepted" })),
            Err(VcsError::BranchInUse { .. }) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        self.forget(own)
    }

    /// Takes the branch from the server, where it holds nothing but what is known here; `false` when the server keeps it.
    fn withdraw(&self, own: &Own, there: &str) -> Result<bool, Failure> {
        if !own.way.keeps_branch() {
            let is_known = there == own.tip || is_merged(self.context, &self.main, there)?;
            return Ok(is_known || matches!(self.hand_in(own)?, Fate::Taken { .. } | Fate::Unchanged));
        }
        if !self.may_replace(&own.tip, there)? {
            return Ok(false);
        }
        let place = own.way.place(&own.branch);
        let to = Destination { remote: &own.way.remote, reference: &place, lease: Some(there), options: &[] };
        let handed = self.repository.hand_in(&self.lock, to, None)?;
        Ok(matches!(handed, Handed::Answered { pushed: Pushed::Done, .. }))
    }

    /// Whether what the branch `tip` did was all taken back.
    fn brings_nothing(&self, tip: &str) -> Result<bool, Failure> {
        let origin = self.repository.merge_base(&self.main, tip)?;
        Ok(origin.as_deref() != Some(tip) && self.repository.differences(origin.as_deref(), tip)?.is_empty())
    }

    /// Lets a branch of which nothing was left here go at the server too: it would wait there for ever. A server that keeps
    /// it leaves that to whoever organises.
    pub(super) fn clear(&self, own: &Own) -> Result<(), Failure> {
        if self.is_trial() || own.tip != self.main {
            return Ok(());
        }
        if let Some(there) = own.there.as_ref().filter(|_| own.way.keeps_branch()) {
            self.withdraw(own, there)?;
        }
        self.forget(own)
    }

    /// Lets go of what was noted of a branch that is gone.
    fn forget(&self, own: &Own) -> Result<(), Failure> {
        let noted = own.way.sent_at(&own.branch);
        match self.repository.commit_named(&noted)? {
            Some(_) => Ok(self.repository.let_go(&self.lock, &noted)?),
            None => Ok(()),
        }
    }
}
