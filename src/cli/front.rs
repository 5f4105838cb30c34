//! What every command on data is given: the data, the words, the terminal. The commands themselves are its methods.

use crate::render::{Catalogue, Language};
use crate::usecase::Context;

use super::args::Write;
use super::ask::Asker;
use super::console::Console;

/// Whether a command that wrote something sends it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sending {
    /// `--sync`: it has to arrive.
    pub insists: bool,
    /// `--yes`: nothing is asked.
    pub agrees: bool,
    /// The person just chose what is done: it need not be said again.
    pub is_told: bool,
}

impl From<&Write> for Sending {
    fn from(write: &Write) -> Self {
        Self { insists: write.sync, agrees: write.yes, is_told: false }
    }
}

/// Where a command meets the person who typed it.
pub struct Front<'a> {
    /// The data, and who acts.
    pub context: &'a Context,
    /// The sentences.
    pub say: &'a Catalogue,
    /// Where to write.
    pub console: &'a Console<'a>,
    /// Who may be asked.
    pub ask: &'a Asker<'a>,
    /// Only the essential.
    pub quiet: bool,
    /// Who the person said they are, where they did: `--as lampe`.
    pub named: Option<String>,
    /// Whether what is written is sent.
    pub sending: Sending,
}

impl Front<'_> {
    /// The language of what others will read: `lang` where it is asked for, else the campaign's, else that of whoever types.
    pub(super) fn shared_language(&self, lang: Option<Language>) -> Language {
        lang.or_else(|| Language::parse(&self.context.campaign.language)).unwrap_or_else(|| self.say.language())
    }
}
