//! A commit made again, on top of another parent.
//!
//! First as a sketch, an object that no reference names and no hook sees, to find out what would become of a whole series of
//! commits; then for good, by git, with the author, the day and the message it had.

use git2::{Signature, Time};

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::read::history::{AGAIN, OPERATION, trailers};
use crate::vcs::repository::Repository;

use super::direct::tree_with;
use super::lock::OperationLock;
use super::{Edit, Landed};

impl Repository {
    /// A commit that holds `edits` on top of `parent` and that nobody will ever see. Its name, in full.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn sketch(&self, parent: &CommitId, edits: &[Edit]) -> Result<CommitId, VcsError> {
        let library = self.library()?;
        let unreadable = |error: git2::Error| VcsError::read(parent.as_str(), &error);
        let below = self.commit_object(parent)?;
        let tree = below.tree().and_then(|tree| tree_with(library, &tree, edits)).map_err(unreadable)?;
        let tree = library.find_tree(tree).map_err(unreadable)?;
        let nobody = Signature::new("mpa", "mpa", &Time::new(0, 0)).map_err(unreadable)?;
        Ok(library.commit(None, &nobody, &nobody, "sketch", &tree, &[&below]).map_err(unreadable)?.into())
    }

    /// Commits `edits` on top of `parent` as [`Repository::commit_onto`] does, with the author and the day of the commit
    /// `of`, and with its message unless there is another: then with a trailer more, which names the
    /// [`CommitInfo::first`](crate::vcs::CommitInfo::first).
    ///
    /// # Errors
    /// As [`Repository::commit_onto`].
    pub fn commit_again(
        &self,
        held: &OperationLock,
        parent: &CommitId,
        edits: &[Edit],
        of: &CommitId,
        message: Option<&str>,
    ) -> Result<Landed, VcsError> {
        let commit = self.commit_object(of)?;
        let message = match message {
            Some(message) => message.to_owned(),
            None => named(&String::from_utf8_lossy(commit.message_bytes()), self.commit_info(of)?.first()),
        };
        self.commit_onto_by(held, parent, edits, &message, &author(&commit.author()))
    }

    /// How many parents the commit `id` has.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn parent_count(&self, id: &CommitId) -> Result<usize, VcsError> {
        Ok(self.commit_object(id)?.parent_count())
    }

    /// The parents of the commit `id` but the first.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn other_parents(&self, id: &CommitId) -> Result<Vec<CommitId>, VcsError> {
        Ok(self.commit_object(id)?.parent_ids().skip(1).map(CommitId::from).collect())
    }
}

/// `message` with the trailer that names the commit `first`, unless it has one, or has no trailers at all.
fn named(message: &str, first: &str) -> String {
    let found = trailers(message);
    if found.is_empty() || found.iter().any(|(key, _)| key == AGAIN) {
        return message.to_owned();
    }
    // It stands with our others: what follows them is a hook's, and may be no trailer.
    let line = format!("{AGAIN}: {first}");
    let mut lines: Vec<&str> = message.trim_end().lines().collect();
    let ours = lines.iter().rposition(|line| line.strip_prefix(OPERATION).is_some_and(|rest| rest.starts_with(": ")));
    lines.insert(ours.map_or(lines.len(), |at| at + 1), &line);
    lines.join("\n") + "\n"
}

/// The variables that make git name this author; none for one that git would not take.
fn author(who: &Signature<'_>) -> Vec<(String, String)> {
    let (Ok(name), Ok(email)) = (who.name(), who.email()) else { return Vec::new() };
    if name.is_empty() || email.is_empty() {
        return Vec::new();
    }
    let (seconds, offset) = (who.when().seconds(), who.when().offset_minutes());
    let sign = if offset < 0 { '-' } else { '+' };
    let date = format!("@{seconds} {sign}{:02}{:02}", offset.abs() / 60, offset.abs() % 60);
    [("GIT_AUTHOR_NAME", name.to_owned()), ("GIT_AUTHOR_EMAIL", email.to_owned()), ("GIT_AUTHOR_DATE", date)]
        .map(|(key, value)| (key.to_owned(), value))
        .into()
}
