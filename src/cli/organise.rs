//! The commands of organisers: send back, remind, forget.

use crate::usecase::find::Among;
use crate::usecase::{Failure, tasks};

use super::args::SendBack;
use super::front::Front;
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
}
