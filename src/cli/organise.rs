//! The commands of organisers: send back, remind, forget.

use crate::domain::message::Message;
use crate::render::pages::PRIVACY;
use crate::usecase::find::Among;
use crate::usecase::{Failure, Landing, forget, tasks};

use super::args::{Forget, SendBack};
use super::front::Front;
use super::read::unwritten;
use super::values;

type Done = Result<(), Failure>;

impl Front<'_> {
    /// `send-back`.
    ///
    /// # Errors
    /// As the operation; no task or no reason named.
    pub fn send_back(&self, args: &SendBack) -> Done {
        let read = |text: &str| values::block("--reason", text);
        let given = args.reason.as_deref().map(read).transpose()?;
        let file = self.which_task(&args.words, Among::Done)?;
        let reason = given.map_or_else(|| self.ask.value("ask-reason", "--reason", None, read), Ok)?;
        self.answer(&tasks::send_back(self.context, &file, &reason)?)
    }

    /// `forget`: asks first, and says what stays even when it only shows what it would do.
    ///
    /// # Errors
    /// As the operation; a "no".
    pub fn forget(&self, args: &Forget) -> Done {
        let person = values::handle("HANDLE", &args.person)?;
        if !args.write.yes && !args.write.dry_run {
            self.ask.confirm(&Message::new("ask-forget").with("person", &person))?;
        }
        let mut receipt = forget::forget(self.context, &person)?;
        if receipt.landing != Landing::Nothing && self.context.store.has_file(PRIVACY) {
            receipt.notes.push(Message::new("forget-notice").with("path", PRIVACY));
        }
        self.answer(&receipt)?;
        if !matches!(receipt.landing, Landing::Planned(..)) || self.quiet {
            return Ok(());
        }
        let written = self.console.result(|pen| {
            receipt.notes.iter().for_each(|note| _ = pen.wrapped("", &self.say.say(note)));
        });
        written.map_err(|cause| unwritten(&cause))
    }
}
