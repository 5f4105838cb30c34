//! Where commands are to be typed. Git's paths are told from the top of the repository, and whoever stands elsewhere has to go
//! there first.

use std::path::Path;

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::domain::text::UNBROKEN;
use crate::render::Catalogue;
use crate::usecase::failure::hint_command;
use crate::usecase::{Context, Failure};

use super::environment::Environment;

/// How a command begins or goes on that names a file from the top of the repository.
const OF_FILES: [&str; 2] = [" -- ", "ls -ld "];

/// In which campaign something is done, for somebody who stands elsewhere.
pub fn campaign(context: &Context, environment: &Environment) -> Message {
    let path = environment.shown(context.store.root());
    Message::new("note-campaign").with("campaign", context.campaign.name.as_str()).with("path", path)
}

/// Puts the way to `top` first, where `failure` names commands that only work there and we are in another `folder`.
pub fn from_the_top(mut failure: Failure, folder: &Path, top: Option<&Path>, say: &Catalogue) -> Failure {
    let sentences = std::iter::once(&failure.message).chain(&failure.details).chain(&failure.hints);
    let way = way_to(top, folder, sentences, say);
    failure.hints.splice(0..0, way);
    failure
}

/// The way from `folder` to `top`, where `sentences` name commands that only work there.
pub fn way_to<'m>(
    top: Option<&Path>,
    folder: &Path,
    sentences: impl Iterator<Item = &'m Message>,
    say: &Catalogue,
) -> Option<Message> {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let top = top.filter(|top| real(top) != real(folder))?;
    let is_inside = real(folder).starts_with(real(top));
    let texts: Vec<String> = sentences.map(|message| say.say(message)).collect();
    let leads_below = texts.first().is_some_and(|text| text.contains(&format!("cd{UNBROKEN}")));
    let needs_it = leads_below
        || texts.iter().any(|text| {
            let text = text.replace(UNBROKEN, "\u{0}");
            let is_named = |command: &str| text.contains(&command.replace(' ', "\u{0}"));
            OF_FILES.iter().any(|command| is_named(command))
                || !is_inside && is_named("git ") && !is_named("git config --global ")
        });
    needs_it.then(|| hint_command(&command("cd {}", &[&top.display().to_string()])))
}
