//! What a commit of this program says of itself: which action it records, of what, by whom.
//!
//! For sentences and for finding one's way among one's own commits. The truth of a commit is what it changes.

use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::vcs::{CommitInfo, Repository, VcsError};

/// The trailer that names the commit that an undo takes back.
pub(super) const UNDOES: &str = "Mpa-Undoes";
/// The trailer that names the lost claim whose time and word a commit keeps.
pub(super) const KEEPS: &str = "Mpa-Keeps";

/// How long the shortest full name of a commit is, in hexadecimal digits.
const NAME_MIN: usize = 40;

/// The value of a trailer.
pub(super) fn trailer<'a>(commit: &'a CommitInfo, key: &str) -> Option<&'a str> {
    commit.trailers.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
}

/// The title of what the operation was done to.
fn title_of(commit: &CommitInfo) -> &str {
    let operation = trailer(commit, "Mpa-Operation").unwrap_or_default();
    // Hooks of the person's may have put something before it.
    let own = commit.subject.split_once(&format!("{operation}: ")).filter(|_| !operation.is_empty());
    let subject = own.map_or(commit.subject.as_str(), |(_, rest)| rest);
    subject.rsplit_once(" (").map_or(subject, |(title, _)| title)
}

/// What kind of action `commit` records, and the title of what it was done to.
pub(super) fn action_of(commit: &CommitInfo) -> (Message, &str) {
    let operation = match trailer(commit, "Mpa-Operation").unwrap_or_default() {
        "claim" => "operation-claim",
        "renew" => "operation-renew",
        "release" => "operation-release",
        "log" => "operation-log",
        "close" => "operation-close",
        "add" | "add-project" | "add-theme" => "operation-add",
        "edit" | "edit-project" => "operation-edit",
        "cancel" => "operation-cancel",
        "reopen" => "operation-reopen",
        "send-back" => "operation-send-back",
        "deliver" => "operation-deliver",
        "forget" => "operation-forget",
        "join" => "operation-join",
        "leave" => "operation-leave",
        "undo" => "operation-undo",
        _ => "operation-other",
    };
    (Message::new(operation), title_of(commit))
}

/// The person that the trailer `key` names.
pub(super) fn person_of(commit: &CommitInfo, key: &str) -> Option<Handle> {
    Handle::new(trailer(commit, key)?)
}

/// The commit that `undo` takes back, where it takes one back and this clone still has it.
///
/// # Errors
/// What git says.
pub(super) fn undone_by(repository: &Repository, undo: &CommitInfo) -> Result<Option<CommitInfo>, VcsError> {
    // Only a commit's own name: an expression could lead anywhere, to the undo itself too.
    let is_name = |text: &&str| text.len() >= NAME_MIN && text.bytes().all(|it| it.is_ascii_hexdigit());
    let Some(named) = trailer(undo, UNDOES).filter(is_name) else { return Ok(None) };
    repository.commit_named(named)?.map(|id| repository.commit_info(&id)).transpose()
}
