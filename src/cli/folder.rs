//! Where a campaign is founded: the folder that was named, else the one we are in, unless it is not a campaign's to have.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::render::Catalogue;
use crate::usecase::failure::hint_command;
use crate::usecase::{Failure, Kind};
use crate::vcs::Repository;

use super::args::Init;
use super::ask::Asker;
use super::environment::{Environment, typed};

const TAKEN: &str = "init-taken";

/// Refuses to go on where the folder we are in is gone: what is made under its name is not what the person sees there.
///
/// # Errors
/// That.
pub fn check_there(environment: &Environment) -> Result<(), Failure> {
    let gone = || Message::new("folder-gone").with("path", environment.folder.display().to_string());
    if environment.folder.is_dir() { Ok(()) } else { Err(Failure::new(Kind::Data, gone())) }
}

/// The folder that can be told before anything is asked; else why the one we are in will not do.
///
/// # Errors
/// That.
pub fn known(environment: &Environment, args: &Init) -> Result<PathBuf, Message> {
    let here = &environment.folder;
    if let Some(dir) = &args.dir {
        return Ok(here.join(dir).components().collect());
    }
    let about = |key| Message::new(key).with("path", here.display().to_string());
    match is_home(environment, here) {
        true => Err(about("init-home")),
        false if holds_others(environment, here) => Err(about(TAKEN)),
        false => Ok(here.clone()),
    }
}

/// A folder of its own for the campaign called `name`.
///
/// # Errors
/// Nobody to ask: `why`, with the command that names the folder. A question left unanswered.
pub fn asked(
    environment: &Environment,
    name: Option<&str>,
    why: Message,
    (say, ask): (&Catalogue, &Asker<'_>),
) -> Result<PathBuf, Failure> {
    let proposed = proposed(environment, name, say);
    if !ask.can_ask {
        let there = hint_command(&with_folder(&typed(), &proposed));
        let here = (why.key() == TAKEN).then(|| Message::new("hint-init-here").with("command", with_folder(&typed(), ".")));
        return Err(here.into_iter().fold(Failure::new(Kind::Usage, why).hint(there), Failure::hint));
    }
    let answer = ask.value("ask-folder", "DIR", Some(&proposed), |text| Ok(text.trim().to_owned()))?;
    let home = answer.strip_prefix("~/").zip(environment.home.as_ref());
    let folder = home.map_or_else(|| environment.folder.join(&answer), |(below, home)| home.join(below));
    Ok(folder.components().collect())
}

/// The short form of the name, and a number behind it where something else is called so.
fn proposed(environment: &Environment, name: Option<&str>, say: &Catalogue) -> String {
    let stem = name.and_then(Slug::of_title).map_or_else(|| say.word("init-folder"), |slug| slug.to_string());
    let is_free = |name: &String| fs::symlink_metadata(environment.folder.join(name)).is_err();
    let numbered = (2..100).map(|number| format!("{stem}-{number}"));
    std::iter::once(stem.clone()).chain(numbered).find(is_free).unwrap_or(stem)
}

fn is_home(environment: &Environment, folder: &Path) -> bool {
    let real = |folder: &Path| folder.canonicalize().ok();
    environment.home.as_deref().and_then(real).is_some_and(|home| real(folder) == Some(home))
}

/// Whether something else lives in `folder`. A repository was made to take such things, unless it is the one that holds the
/// settings of its owner.
fn holds_others(environment: &Environment, folder: &Path) -> bool {
    let is_empty = || fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    match Repository::discover(folder, environment.surroundings()) {
        Ok(repository) => is_home(environment, repository.workdir()) && !is_empty(),
        Err(_) => !is_empty(),
    }
}

/// What was typed, with the folder `name` added behind the command.
fn with_folder(typed: &[String], name: &str) -> String {
    let words: Vec<String> = typed.iter().map(|word| quoted(word)).collect();
    let at = words.iter().position(|word| !word.starts_with('-')).map_or(0, |at| at + 1);
    let (command, rest) = words.split_at(if at == 1 { 1 } else { words.len() });
    [&["mpa".to_owned()][..], command, &[name.to_owned()], rest].concat().join(" ")
}

/// A word as the person typed it into a shell of the usual kind.
fn quoted(word: &str) -> String {
    let is_plain = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "/._-+@:".contains(c));
    if is_plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}
