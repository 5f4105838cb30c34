//! What a commit of this program says of itself: which action it records, of what, by whom.
//!
//! For sentences and for finding one's way among one's own commits. The truth of a commit is what it changes.

use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::operation::Operation;
use crate::domain::text::{one_line, shorten};
use crate::vcs::{CommitInfo, Repository, VcsError};

/// The widest subject line of a commit, in columns.
const SUBJECT_WIDTH: usize = 72;
/// The trailer that names what a commit records.
const OPERATION: &str = "Mpa-Operation";
/// The trailer that names the commit that an undo takes back.
pub const UNDOES: &str = "Mpa-Undoes";
/// The trailer that names the shared commit of which another operation does the opposite, as somebody's undo.
pub const OPPOSES: &str = "Mpa-Opposes";
/// The trailer that names the lost claim whose time and word a commit keeps.
pub const KEEPS: &str = "Mpa-Keeps";
/// The trailer that names what a commit adds beside the data of a campaign that is there: the files of a forge, schemas.
pub const BESIDE: &str = "Mpa-Beside";

/// How long the shortest full name of a commit is, in hexadecimal digits.
const NAME_MIN: usize = 40;

/// What the commit message says.
#[derive(Debug, Clone, Copy)]
pub struct Headline<'a> {
    /// What is done.
    pub operation: Operation,
    /// The title of what it is done to.
    pub title: &'a str,
    /// Its id or short name.
    pub id: &'a str,
    /// Further trailers.
    pub trailers: &'a [(&'a str, String)],
}

/// `claim: <title> (<id>)` and the trailers that say who did what, for people who read the log.
pub fn commit_message(headline: Headline<'_>, actor: &Handle, on_behalf: Option<&Handle>) -> String {
    let Headline { operation, title, id, trailers } = headline;
    let word = operation.as_str();
    let end = if id.is_empty() { String::new() } else { format!(" ({id})") };
    let title = one_line(title);
    let title = shorten(&title, SUBJECT_WIDTH.saturating_sub(word.len() + ": ".len() + end.len()));
    let mut message = format!("{word}: {title}{end}\n\n{OPERATION}: {word}\n");
    for (key, value) in trailers {
        message.push_str(&format!("{key}: {value}\n"));
    }
    message.push_str(&format!("Mpa-By: {actor}\n"));
    if let Some(person) = on_behalf {
        message.push_str(&format!("Mpa-For: {person}\n"));
    }
    message
}

/// The value of a trailer.
pub fn trailer<'a>(commit: &'a CommitInfo, key: &str) -> Option<&'a str> {
    commit.trailers.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
}

/// The word for what `commit` records: one of ours, or of another version of this program.
pub fn word_of(commit: &CommitInfo) -> Option<&str> {
    trailer(commit, OPERATION)
}

/// What `commit` records.
pub fn operation_of(commit: &CommitInfo) -> Option<Operation> {
    word_of(commit)?.parse().ok()
}

/// The title of what the operation was done to.
fn title_of(commit: &CommitInfo) -> &str {
    let operation = word_of(commit).unwrap_or_default();
    // Hooks of the person's may have put something before it.
    let own = commit.subject.split_once(&format!("{operation}: ")).filter(|_| !operation.is_empty());
    let subject = own.map_or(commit.subject.as_str(), |(_, rest)| rest);
    subject.rsplit_once(" (").map_or(subject, |(title, _)| title)
}

/// What kind of action `commit` records, and the title of what it was done to.
pub fn action_of(commit: &CommitInfo) -> (Message, &str) {
    let told = operation_of(commit).filter(|it| !matches!(it, Operation::Init | Operation::Fix));
    (told.map_or_else(|| Message::new("operation-other"), Operation::message), title_of(commit))
}

/// The person that the trailer `key` names.
pub fn person_of(commit: &CommitInfo, key: &str) -> Option<Handle> {
    Handle::new(trailer(commit, key)?)
}

/// The commit that `undo` takes back, where it takes one back and this clone still has it.
///
/// # Errors
/// What git says.
pub fn undone_by(repository: &Repository, undo: &CommitInfo) -> Result<Option<CommitInfo>, VcsError> {
    // Only a commit's own name: an expression could lead anywhere, to the undo itself too.
    let is_name = |text: &&str| text.len() >= NAME_MIN && text.bytes().all(|it| it.is_ascii_hexdigit());
    let Some(named) = trailer(undo, UNDOES).filter(is_name) else { return Ok(None) };
    repository.commit_named(named)?.map(|id| repository.commit_info(&id)).transpose()
}
