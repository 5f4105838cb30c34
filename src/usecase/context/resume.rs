//! Putting right what a killed command left in git's index and among the data, before anything else is done.

use crate::domain::message::Message;
use crate::domain::shell::word;
use crate::usecase::failure::hint_command;
use crate::vcs::{Left, RepoPath, Repository};

use super::Context;

/// Puts it right where that is beyond doubt, and says what was done and what is left to do.
pub fn resume(context: &Context) -> Vec<Message> {
    let Ok(repository) = &context.repository else { return Vec::new() };
    repository.settle().map_or_else(|error| vec![error.message()], |left| told(repository, &left))
}

fn told(repository: &Repository, left: &Left) -> Vec<Message> {
    let mut said = Vec::new();
    if !left.mended.is_empty() {
        said.push(Message::new("left-mended").with("paths", names(&left.mended)));
    }
    if !left.begun.is_empty() {
        let message = Message::new("left-begun").with("count", left.begun.len()).with("paths", names(&left.begun));
        said.push(message.with("folder", repository.begun_folder().display().to_string()));
    }
    if let Some(lock) = &left.lock {
        said.push(Message::new("left-locked").with("path", lock.as_str()));
    }
    if !left.unclear.is_empty() {
        said.push(Message::new("left-unclear").with("paths", names(&left.unclear)));
        said.push(hint_command(&unstage(&left.unclear)));
    }
    said
}

/// The names of `paths`, as far as anybody reads them.
pub(crate) fn names(paths: &[RepoPath]) -> Vec<String> {
    const NAMED: usize = 3;
    let shown = paths.iter().take(NAMED).map(ToString::to_string);
    shown.chain((paths.len() > NAMED).then(|| "…".to_owned())).collect()
}

/// The command that lets the index hold what the last commit holds.
pub(crate) fn unstage(paths: &[RepoPath]) -> String {
    let words = paths.iter().map(|path| word(path.as_str()).into_owned());
    std::iter::once("git restore --staged --".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
}
