//! What every command on data is given: the data, the words, the terminal. The commands themselves are its methods.

use crate::render::Catalogue;
use crate::usecase::Context;

use super::ask::Asker;
use super::console::Console;
use super::send::Sending;

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
