//! `tasks edit TASK` and `projects edit PROJECT` without anything to change, on a terminal: the file itself in the person's own
//! editor.

use crate::domain::message::Message;
use crate::usecase::write::by_hand::{self, Edited};
use crate::usecase::{Failure, Kind};
use crate::vcs::Draft;

use super::front::Front;
use super::prompt::stopped;

type Done = Result<(), Failure>;

impl Front<'_> {
    /// Opens a file in an editor until what was written passes, or the person gives up: then it is kept, byte for byte. What is
    /// wrong with it is said before.
    ///
    /// # Errors
    /// Nothing was changed; an editor that does not start; as the operation.
    pub(super) fn edit_by_hand(&self, edited: Edited<'_>) -> Done {
        let (seen, problems) = by_hand::text(self.context, edited)?;
        self.tell(&problems)?;
        let draft = by_hand::draft(self.context, edited, &seen)?;
        loop {
            let opened = self.open_editor(&draft);
            let written = draft.bytes()?;
            if written == seen.as_bytes() {
                draft.throw_away();
                return opened.and_then(|()| Err(stopped()));
            }
            let done = opened.and_then(|()| match str::from_utf8(&written) {
                Ok(text) => self.agreed(|context| by_hand::edit(context, edited, (&seen, text))),
                Err(_) => Err(Failure::new(Kind::Data, Message::new("by-hand-encoding"))),
            });
            let failure = match done {
                Ok(receipt) => {
                    draft.throw_away();
                    return self.answer(&receipt);
                }
                Err(failure) => failure,
            };
            self.remark(&failure.message)?;
            failure.details.iter().try_for_each(|detail| self.remark(detail))?;
            if !matches!(self.ask.says_yes(&Message::new("by-hand-again"), true), Ok(true)) {
                let place = draft.place().display().to_string();
                return Err(stopped().hint(Message::new("by-hand-kept").with("path", place)));
            }
        }
    }

    fn open_editor(&self, draft: &Draft) -> Result<(), Failure> {
        let editor = self.console.environment().editor.as_str();
        let failed = |key| Message::new(key).with("editor", editor);
        let message = match self.console.edit(editor, draft.place()) {
            Ok(status) if status.success() => return Ok(()),
            Ok(_) => failed("by-hand-left"),
            Err(cause) => failed("by-hand-no-editor").with("cause", &cause),
        };
        Err(Failure::new(Kind::Data, message))
    }
}
