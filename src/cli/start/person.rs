//! The steps of `start` that ask who somebody is and what they know; what they answer is kept for this clone alone.

use std::collections::BTreeSet;

use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::usecase::people::account::has_acted_elsewhere;
use crate::usecase::people::acquainted::{everybody, taken_for};
use crate::usecase::people::oneself::set_author;
use crate::usecase::read::fit::SKILLS;
use crate::usecase::read::list;
use crate::usecase::read::query::Query;
use crate::usecase::{Context, Failure, Kind};
use crate::vcs::Repository;

use super::super::ask::{Question, yes_or_no};
use super::super::identity::{ask_address, is_author_known, proposed_handle};
use super::super::values;
use super::Welcome;

/// What keeps the handle.
const HANDLE: &str = "mpa.handle";
/// The most skills that are named.
const NAMED: usize = 12;

impl Welcome<'_> {
    /// The handle that was given, or chosen; `None` where none was.
    pub(super) fn handle(&self, context: &Context, repository: &Repository) -> Result<Option<Handle>, Failure> {
        let is_given = self.common.handle.is_some() || self.environment.handle.is_some();
        let chosen = match &context.actor {
            Some(given) if is_given => self.agreed(context, repository, given)?.then(|| given.clone()),
            known if self.ask.can_ask => self.ask_handle(context, repository, known.as_ref())?,
            known => known.clone(),
        };
        match &chosen {
            None if !self.ask.can_ask => self.tell(&[Message::new("start-no-handle")])?,
            Some(handle) if repository.config(HANDLE).as_deref() != Some(handle.as_str()) => {
                repository.set_config_local(HANDLE, handle.as_str())?;
            }
            _ => {}
        }
        Ok(chosen)
    }

    fn ask_handle(&self, context: &Context, repository: &Repository, known: Option<&Handle>) -> Result<Option<Handle>, Failure> {
        let proposed =
            known.map(Handle::to_string).or_else(|| proposed_handle(self.environment, Some(repository), Some(&context.store)));
        let mut typed = String::new();
        loop {
            let question = Question { key: "ask-handle", proposed: proposed.as_deref() };
            let Some(handle) = self.ask.ask(question, &mut typed, &values::handle)? else {
                return Ok(known.cloned());
            };
            if self.agreed(context, repository, &handle)? {
                return Ok(Some(handle));
            }
            typed = handle.to_string();
        }
    }

    /// Whether `handle` is the person's to have: nobody goes by it, nor by one that is nearly the same, or it is they.
    fn agreed(&self, context: &Context, repository: &Repository, handle: &Handle) -> Result<bool, Failure> {
        if self.args.yes || repository.config(HANDLE).as_deref() == Some(handle.as_str()) {
            return Ok(true);
        }
        let is_known = || Ok::<_, Failure>(everybody(context)?.contains(handle));
        if has_acted_elsewhere(repository, handle)?.map_or_else(is_known, Ok)? {
            let taken = Message::new("start-handle-taken").with("person", handle);
            return match self.ask.can_ask {
                true => self.ask.says_yes(&Message::new("ask-handle-own").with("taken", taken), false),
                false => Err(Failure::new(Kind::Usage, taken).hint(Message::new("hint-handle-own"))),
            };
        }
        let Some(other) = taken_for(context, handle)? else { return Ok(true) };
        let near = Message::new("unknown-person").with("person", handle).with("other", &other);
        match self.ask.can_ask {
            true => self.ask.says_yes(&Message::new("ask-unknown-person").with("warning", near).with("person", handle), false),
            false => Err(Failure::new(Kind::Usage, near).hint(Message::new("hint-handle-own"))),
        }
    }

    /// Tells git in whose name to commit, where it does not know; whether it knows then.
    pub(super) fn author(&self, repository: &Repository, handle: &Handle) -> Result<bool, Failure> {
        let email = match &self.args.email {
            Some(address) => Some(address.clone()),
            None if is_author_known(repository, self.environment)? => return Ok(true),
            None if self.ask.can_ask => ask_address(self.ask, handle)?,
            None => {
                self.tell(&[Message::new("start-no-author").with("person", handle)])?;
                None
            }
        };
        email.map_or(Ok(false), |email| set_author(repository, handle, &email).map(|()| true))
    }

    /// Keeps what the person knows how to do, among what tasks ask for.
    pub(super) fn skills(&self, context: &Context, repository: &Repository) -> Result<(), Failure> {
        let given = &self.args.skills;
        if !given.is_empty() {
            return Ok(repository.set_config_local(SKILLS, &given.join(", "))?);
        }
        let every = Query { all: true, ..Query::default() };
        let asked: BTreeSet<String> = list::list(context, &every)?.rows.into_iter().flat_map(|row| row.skills).collect();
        if asked.is_empty() || !self.ask.can_ask {
            return Ok(());
        }
        let words: Vec<String> = asked.into_iter().take(NAMED).collect();
        self.tell(&[Message::new("start-skills").with("words", words)])?;
        let known = repository.config(SKILLS);
        let question = Question { key: "ask-skills", proposed: known.as_deref() };
        let read = |text: &str| match text.trim() {
            "" => Ok(String::new()),
            text if yes_or_no(text, true).is_some() => Err(Failure::new(Kind::Usage, Message::new("skills-no-word"))),
            text => values::line(text),
        };
        match self.ask.ask(question, &mut String::new(), &read)? {
            Some(skills) if !skills.is_empty() => Ok(repository.set_config_local(SKILLS, &skills)?),
            _ => Ok(()),
        }
    }
}
