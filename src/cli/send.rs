//! `sync`, and what is sent at the end of a command that wrote something.

use crate::domain::campaign::Send;
use crate::domain::message::Message;
use crate::render::outcome;
use crate::usecase::context::commit_message::action_of;
use crate::usecase::failure::hint_command;
use crate::usecase::sync::{Action, Wish, sync};
use crate::usecase::{Failure, Kind, Landing, Receipt};
use crate::vcs::VcsError;

use super::args::Sync;
use super::console::unwritten;
use super::front::Front;

/// The notes that something was not sent yet.
const UNSENT: [&str; 3] = ["note-unsent", "note-branch-unsent", "note-undo-unsent"];

impl Front<'_> {
    /// `sync`.
    ///
    /// # Errors
    /// As the operation; what was lost to somebody else.
    pub fn sync(&self, args: &Sync) -> Result<(), Failure> {
        let synced = sync(self.context, Wish { rebase: args.rebase, open: args.open, commit: None })?;
        let said: Vec<&Message> = synced.said.iter().chain(&synced.waiting).collect();
        self.console
            .result(|pen| {
                outcome::notes(pen, self.say, &said);
                if synced.planned {
                    outcome::dry_run(pen, self.say);
                }
            })
            .map_err(|cause| unwritten(&cause))?;
        synced.loss.map_or(Ok(()), Err)
    }

    /// Sends what `receipt` speaks of, if that is wished, and puts into it what came of that. What else was lost on the way
    /// is to be said after it.
    ///
    /// # Errors
    /// It was lost to somebody else; it had to arrive and did not.
    pub(super) fn send(&self, receipt: &mut Receipt) -> Result<Option<Failure>, Failure> {
        match self.wants_to_send(&receipt.landing) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(stopped) => return Ok(Some(stopped)),
        }
        let commit = match &receipt.landing {
            Landing::Committed(id) => Some(id.clone()),
            _ => None,
        };
        let synced = match sync(self.context, Wish { commit: commit.clone(), ..Wish::default() }) {
            Ok(synced) => synced,
            Err(failure) if self.sending.insists => return Err(not_sent(failure, &receipt.landing)),
            Err(failure) if failure.kind == Kind::Interrupted => return Ok(Some(failure)),
            Err(failure) => {
                receipt.notes.insert(0, failure.message);
                return Ok(None);
            }
        };
        let own = commit.as_ref().and_then(|id| synced.action(id));
        if let (Some(Action::Lost), Some(loss)) = (own, &synced.loss) {
            return Err(loss.clone());
        }
        let is_answered = own.is_some() || commit.is_none();
        let is_unsent = |note: &Message| is_answered && UNSENT.contains(&note.key());
        let at = receipt.notes.iter().position(is_unsent).unwrap_or(receipt.notes.len());
        receipt.notes.retain(|note| !is_unsent(note));
        receipt.notes.splice(at..at, synced.said);
        let is_late = |loss: &Failure| matches!(loss.kind, Kind::NotSent | Kind::Unsure | Kind::Git);
        match synced.loss {
            // What was asked for arrived; the rest is another matter.
            Some(loss) if is_late(&loss) && (own.is_some() || !self.sending.insists) => {
                receipt.notes.push(loss.message);
                receipt.notes.extend(loss.details);
                receipt.notes.extend(loss.hints);
                Ok(None)
            }
            Some(loss) if loss.kind == Kind::Git => Ok(Some(not_sent(loss, &receipt.landing))),
            loss => Ok(loss),
        }
    }

    fn wants_to_send(&self, landing: &Landing) -> Result<bool, Failure> {
        match landing {
            Landing::Planned(..) => return Ok(false),
            Landing::Nothing | Landing::Dropped => return Ok(self.sending.insists),
            Landing::Committed(_) if self.sending.insists => return Ok(true),
            Landing::Committed(_) => {}
        }
        let workflow = &self.context.campaign.workflow;
        if self.context.proposes() || self.context.upstream().is_none() {
            return Ok(false);
        }
        match workflow.send {
            Send::Always => Ok(true),
            Send::Never => Ok(false),
            Send::Ask if !self.ask.can_ask => Ok(false),
            Send::Ask if self.sending.agrees => Ok(true),
            // What is to be said of a transfer that was stopped fits one that did not begin.
            Send::Ask => self.ask.agrees(&self.ask_send(landing)).map_err(|failure| match failure.kind {
                Kind::Interrupted => VcsError::Interrupted.into(),
                _ => failure,
            }),
        }
    }

    /// The question, behind what was recorded: that it is the person's can only be said once nobody else was first.
    fn ask_send(&self, landing: &Landing) -> Message {
        let commit = match landing {
            Landing::Committed(id) if !self.sending.is_told => {
                self.context.repository().ok().and_then(|repository| repository.commit_info(id).ok())
            }
            _ => None,
        };
        match commit.as_ref().map(action_of) {
            Some((operation, title)) => Message::new("ask-send").with("operation", operation).with("title", title),
            None => Message::new("ask-send-it"),
        }
    }
}

/// It had to arrive and did not: what is recorded here, and why it stayed.
fn not_sent(cause: Failure, landing: &Landing) -> Failure {
    if matches!(cause.kind, Kind::Interrupted | Kind::Bug | Kind::Unsure)
        || matches!(landing, Landing::Nothing | Landing::Dropped)
    {
        return cause;
    }
    let mut failure = Failure::new(Kind::NotSent, Message::new("sync-not-sent"));
    failure.details.push(cause.message);
    failure.details.extend(cause.details);
    failure.hints = cause.hints;
    if failure.hints.is_empty() {
        failure.hints.push(hint_command("mpa sync"));
    }
    failure
}
