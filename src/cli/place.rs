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
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let Some(top) = top.filter(|top| real(top) != real(folder)) else { return failure };
    let is_inside = real(folder).starts_with(real(top));
    let sentences = std::iter::once(&failure.message).chain(&failure.details).chain(&failure.hints);
    let leads_below = say.say(&failure.message).contains(&format!("cd{UNBROKEN}"));
    let needs_it = leads_below
        || sentences.map(|message| say.say(message)).any(|text| {
            let text = text.replace(UNBROKEN, "\u{0}");
            let is_named = |command: &str| text.contains(&command.replace(' ', "\u{0}"));
            OF_FILES.iter().any(|command| is_named(command))
                || !is_inside && is_named("git ") && !is_named("git config --global ")
        });
    if needs_it {
        failure.hints.insert(0, hint_command(&command("cd {}", &[&top.display().to_string()])));
    }
    failure
}
