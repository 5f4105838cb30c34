//! A plan made real: each action committed once more, on top of what others did.

use crate::domain::message::Message;
use crate::usecase::failure::Failure;
use crate::vcs::{OperationLock, Repository};

use super::plan::{Fate, Plan};

impl Plan {
    /// Makes real commits of what was planned; nothing points to them yet. What hooks of the person's changed on the way is
    /// worth a note each.
    ///
    /// # Errors
    /// What git says; the plan is as it was then.
    pub fn commit(&mut self, repository: &Repository, lock: &OperationLock) -> Result<Vec<Message>, Failure> {
        let mut notes = Vec::new();
        if self.as_is {
            return Ok(notes);
        }
        let mut tip = self.base.clone();
        for step in &self.steps {
            let (edits, message) = match &step.fate {
                Fate::Sent(edits) => (&edits[..], None),
                Fate::Lost(loss) => match &loss.saved {
                    Some(saved) => (std::slice::from_ref(&saved.edit), Some(saved.message.as_str())),
                    None => continue,
                },
                Fate::There | Fate::Undone | Fate::Follows | Fate::TooLate(_) => continue,
            };
            let landed = repository.commit_again(lock, &tip, edits, &step.commit.id, message)?;
            let changed = landed.changed_by_hook.iter();
            notes.extend(changed.map(|path| Message::new("note-changed-by-hook").with("path", path.as_str())));
            tip = landed.id;
        }
        self.end = tip;
        Ok(notes)
    }

    /// Whether something of the branch here is given up by it.
    pub fn loses(&self) -> bool {
        !self.left.is_empty() || self.steps.iter().any(|step| matches!(step.fate, Fate::Lost(_) | Fate::TooLate(_)))
    }
}
