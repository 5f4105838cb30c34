//! `tasks edit TASK` and `projects edit PROJECT` without anything to change, on a terminal: the file itself in the person's own
//! editor.

use dialoguer::Editor;

use crate::domain::message::Message;
use crate::usecase::write::by_hand::{self, Edited};
use crate::usecase::{Failure, Kind};

use super::front::Front;
use super::prompt::stopped;

type Done = Result<(), Failure>;

impl Front<'_> {
    /// Opens a file in an editor until what was written passes, or the person gives up: then it is kept. What is wrong with
    /// it is said before.
    ///
    /// # Errors
    /// Nothing was changed; an editor that does not start; as the operation.
    pub(super) fn edit_by_hand(&self, edited: Edited<'_>) -> Done {
        let (seen, problems) = by_hand::text(self.context, edited)?;
        self.tell(&problems)?;
        let mut written = self.in_editor(&seen)?;
        if written == seen {
            return Err(stopped());
        }
        loop {
            let failure = match self.agreed(|context| by_hand::edit(context, edited, (&seen, &written))) {
                Ok(receipt) => return self.answer(&receipt),
                Err(failure) => failure,
            };
            self.remark(&failure.message)?;
            failure.details.iter().try_for_each(|detail| self.remark(detail))?;
            if !matches!(self.ask.says_yes(&Message::new("by-hand-again"), true), Ok(true)) {
                return Err(self.kept(edited, &written));
            }
            written = match self.in_editor(&written) {
                Ok(written) => written,
                Err(_) => return Err(self.kept(edited, &written)),
            };
        }
    }

    fn in_editor(&self, text: &str) -> Result<String, Failure> {
        let editor = &self.console.environment().editor;
        let written = Editor::new().executable(editor).extension(".toml").require_save(false).trim_newlines(false).edit(text);
        let failed = |cause: String| {
            Failure::new(Kind::Data, Message::new("by-hand-no-editor").with("editor", editor.as_str()).with("cause", cause))
        };
        written.map_err(|cause| failed(cause.to_string())).map(|written| written.unwrap_or_else(|| text.to_owned()))
    }

    /// Keeps what was written beside git's own files, and says where.
    fn kept(&self, edited: Edited<'_>, written: &str) -> Failure {
        match by_hand::keep(self.context, edited, written) {
            Ok(place) => stopped().hint(Message::new("by-hand-kept").with("path", place.display().to_string())),
            Err(failure) => failure,
        }
    }
}
