//! Who types: asked once, then remembered in the repository's configuration.

use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug};
use crate::store::Store;
use crate::usecase::people::account::holder;
use crate::usecase::people::acquainted::taken_for;
use crate::usecase::people::oneself::set_author;
use crate::usecase::{Context, Failure, Kind};
use crate::vcs::{Repository, author};

use super::args::Write;
use super::ask::{Asker, Question};
use super::environment::Environment;
use super::prompt::stopped;
use super::values;

/// Where no mail arrives: the host that is kept for examples.
const NOWHERE: &str = "example.org";

/// Makes sure, before any other question, that a writing command knows who acts, and that git does, too: answers to a command
/// that cannot be carried out would be lost. What was answered is kept in this clone.
///
/// # Errors
/// A question left unanswered; git cannot be asked. Without a terminal the command itself says what is missing.
pub fn ensure(context: &mut Context, environment: &Environment, ask: &Asker<'_>, write: &Write) -> Result<(), Failure> {
    let (true, Ok(repository)) = (ask.can_ask, &context.repository) else { return Ok(()) };
    if let Some(actor) = &context.actor {
        return ensure_author(context, repository, environment, ask, actor);
    }
    let proposed = proposed_handle(environment, Some(repository), Some(&context.store));
    let handle = ask.value("ask-handle", "--as", proposed.as_deref(), values::handle)?;
    ensure_meant(context, ask, write, ("--as", &handle))?;
    if !context.writing.dry_run {
        repository.set_config_local("mpa.handle", handle.as_str())?;
    }
    ensure_author(context, repository, environment, ask, &handle)?;
    context.actor = Some(handle);
    Ok(())
}

/// Makes sure that git was told in whose name to commit: what it would guess publishes the names of the account and the machine.
fn ensure_author(
    context: &Context,
    repository: &Repository,
    environment: &Environment,
    ask: &Asker<'_>,
    handle: &Handle,
) -> Result<(), Failure> {
    if context.writing.dry_run || is_author_known(repository, environment)? {
        return Ok(());
    }
    set_author(repository, handle, &ask_address(ask, handle)?.ok_or_else(stopped)?)
}

/// Whether git was told in whose name to commit here.
///
/// # Errors
/// Git cannot be asked.
pub fn is_author_known(repository: &Repository, environment: &Environment) -> Result<bool, Failure> {
    Ok(author(repository.workdir(), &environment.surroundings())?.is_some())
}

/// The address that git is to write into each commit; `None` for Escape.
///
/// # Errors
/// Ctrl-C.
pub fn ask_address(ask: &Asker<'_>, handle: &Handle) -> Result<Option<String>, Failure> {
    let proposed = format!("{handle}@{NOWHERE}");
    ask.ask(Question { key: "ask-address", proposed: Some(&proposed) }, &mut String::new(), &|text: &str| values::address(text))
}

/// Makes sure that a handle that was typed is meant, when nothing knows it and it is near one that is known.
///
/// # Errors
/// A "no"; nobody to ask, unless the command says yes to everything or only shows what it would do.
pub fn ensure_meant(context: &Context, ask: &Asker<'_>, write: &Write, (flag, who): (&str, &Handle)) -> Result<(), Failure> {
    if write.yes || write.dry_run {
        return Ok(());
    }
    let Some(other) = taken_for(context, who)? else { return Ok(()) };
    let unknown = Message::new("unknown-person").with("person", who).with("other", &other);
    if ask.can_ask {
        return ask.confirm_loss(&Message::new("ask-unknown-person").with("warning", unknown).with("person", who));
    }
    let hint = Message::new("hint-unknown-person").with("flag", flag).with("other", &other);
    Err(Failure::new(Kind::Usage, unknown).hint(hint))
}

/// Whose the account on the forge is in the campaign of `store`, else its name or what git calls the person, as a handle.
pub fn proposed_handle(environment: &Environment, repository: Option<&Repository>, store: Option<&Store>) -> Option<String> {
    let config = |key: &str| repository.map_or_else(|| environment.git_config(key), |repository| repository.config(key));
    let login = ["github.user", "gitlab.user"].iter().find_map(|key| config(key));
    let known = login.as_deref().zip(store).and_then(|(login, store)| holder(store, None, login).ok());
    let name = environment.handle.clone().or_else(|| known.map(|known| known.to_string())).or(login);
    let name = name.or_else(|| config("user.name"))?;
    Handle::new(&name.to_lowercase()).map(|handle| handle.to_string()).or_else(|| Some(Slug::of_title(&name)?.to_string()))
}
