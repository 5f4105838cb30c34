//! `--idea`: which idea of its theme a project carries out, however it was typed.

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::rules::ideas::{Meant, meant};
use crate::usecase::failure::hint_command;
use crate::usecase::{Failure, Kind};

use super::args::Write;
use super::ask::{Escape, Pick};
use super::front::Front;
use super::prompt::stopped;

impl Front<'_> {
    /// The idea of `theme` that `typed` means, as it stands there; what was typed, where it is a new one.
    ///
    /// # Errors
    /// Several that it may be and nobody to ask; a question left unanswered; a folder that cannot be read.
    pub fn idea(&self, theme: Option<&Slug>, typed: &str, write: &Write) -> Result<String, Failure> {
        let theme = theme.map(|theme| self.context.store.theme(theme)).transpose()?.flatten();
        let Some(theme) = theme.and_then(|loaded| loaded.decoded.value) else { return Ok(typed.to_owned()) };
        let asks = self.ask.can_ask && !write.yes && !write.dry_run;
        let about = |key| Message::new(key).with("idea", typed).with("theme", &theme.slug);
        match meant(&theme.ideas, typed) {
            Meant::This(idea) => Ok(idea.to_owned()),
            Meant::Likely(idea) if asks => {
                let is_meant = self.ask.says_yes(&Message::new("ask-this-idea").with("idea", idea), true)?;
                Ok(if is_meant { idea } else { typed }.to_owned())
            }
            Meant::Likely(idea) => {
                self.remark_unless_quiet(&Message::new("note-this-idea").with("idea", idea))?;
                Ok(idea.to_owned())
            }
            Meant::OneOf(ideas) if self.ask.can_ask => {
                let lines: Vec<String> = ideas.into_iter().map(str::to_owned).collect();
                let pick = Pick { key: "ask-idea", lines: &lines, shown: None, start: 0, escape: Escape::Stops };
                let at = self.ask.one_of(pick)?.ok_or_else(stopped)?;
                lines.into_iter().nth(at).ok_or_else(stopped)
            }
            Meant::OneOf(ideas) => {
                let mut failure = Failure::new(Kind::Usage, about("which-idea").with("count", ideas.len()));
                failure.details = ideas.into_iter().map(|idea| Message::new("candidate-idea").with("idea", idea)).collect();
                Err(failure)
            }
            Meant::None if theme.ideas.is_empty() => Ok(typed.to_owned()),
            Meant::None => {
                self.remark_unless_quiet(&about("note-new-idea"))?;
                self.remark_unless_quiet(&hint_command(&format!("mpa themes show {}", theme.slug)))?;
                Ok(typed.to_owned())
            }
        }
    }
}
