//! Files beside the data: put where there are none, and left alone where somebody wrote another.

use std::path::Path;

use crate::domain::message::Message;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::vcs::Edit;

use super::writer::Writer;

/// What puts `files`, paths from `folder` and texts, where they belong, and what is to be said of the others. One that is there
/// already is left alone and told, unless it is the same, or `is_made` says that nobody writes it by hand.
///
/// # Errors
/// Git.
pub(super) fn edits(
    (context, writer): (&Context, &Writer<'_>),
    folder: &Path,
    files: Vec<(String, String)>,
    is_made: impl Fn(&str) -> bool,
) -> Result<(Vec<Edit>, Vec<Message>), Failure> {
    let (mut edits, mut notes) = (Vec::new(), Vec::new());
    for (path, text) in files {
        let full = folder.join(&path);
        let place = writer.repository().relative(&full)?;
        let committed = writer.committed_at(&place)?;
        // On a branch of its own the checkout says nothing.
        let there = if context.proposal.is_some() { committed.clone() } else { std::fs::read(&full).ok() };
        let after = Some(text.into_bytes());
        match there {
            None => edits.push(Edit { path: place, before: None, after }),
            Some(there) if Some(&there) == after.as_ref() => {
                edits.extend(committed.is_none().then_some(Edit { path: place, before: None, after }));
            }
            Some(there) if is_made(&path) => edits.push(Edit { path: place, before: Some(there), after }),
            Some(_) => notes.push(Message::new("note-file-kept").with("path", path)),
        }
    }
    Ok((edits, notes))
}
