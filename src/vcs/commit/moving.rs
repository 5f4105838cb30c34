//! A note of the move that is being made, for whoever comes after a kill.
//!
//! Git takes a file away and writes the new one in its place, and tells the index of all of them at the end. Killed in between,
//! or out of room, it leaves a file that is empty, cut short or gone: neither commit has that text, so it would be taken for the
//! person's. Whoever moves files therefore notes beforehand from which commit to which. What the next `mpa` that finds the note
//! recognises as half written becomes what the index still says; a file that holds its whole new text is left to the next move.

use std::fs;
use std::path::PathBuf;

use crate::domain::bounds::Room;
use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::read::compare::Entry;
use crate::vcs::read::disk::without_returns;
use crate::vcs::repository::Repository;

use super::lock::OperationLock;
use super::worktree;

/// How the note is called, beside the lock.
const NOTE: &str = "mpa.move";

impl Repository {
    /// Whether somebody began to move files, and came to no end.
    pub(super) fn is_moving(&self) -> bool {
        self.moving_path().exists()
    }

    /// Notes that the files are about to go from the commit `from` to the commit `to`.
    pub(super) fn note_move(&self, from: &CommitId, to: &CommitId) -> Result<(), VcsError> {
        worktree::put(&self.moving_path(), format!("{from} {to}\n").as_bytes())
    }

    /// Puts back what a stop left half written, and lets go of the note; does nothing while a git still holds the index.
    pub(super) fn end_move(&self, held: &OperationLock) -> Result<(), VcsError> {
        if self.git_dir().join("index.lock").exists() {
            return Ok(());
        }
        let text = fs::read_to_string(self.moving_path()).unwrap_or_default();
        if let Some((from, to)) = text.trim_end().split_once(' ')
            && let (Some(from), Some(to)) = (CommitId::parse(from), CommitId::parse(to))
            && self.head_id()?.as_ref() == Some(&from)
        {
            self.put_back_halves(held, &from, &to)?;
        }
        self.forget_move()
    }

    /// Lets go of the note.
    pub(super) fn forget_move(&self) -> Result<(), VcsError> {
        worktree::clear(&self.moving_path())
    }

    /// Of the files that differ between the two commits, those that hold but a beginning of their new text hold the index's again.
    fn put_back_halves(&self, _held: &OperationLock, from: &CommitId, to: &CommitId) -> Result<(), VcsError> {
        let mut gone = Vec::new();
        for difference in self.differences(Some(from), to, &Room::of_own())? {
            let (Some(path), Some(after)) = (RepoPath::new(&difference.path), &difference.after) else { continue };
            let indexed = self.index_view(&[&path])?.get(&path)?.map(|found| found.leaf.id);
            let is_as_before = indexed == difference.before.as_ref().map(|entry| entry.id.clone());
            if is_as_before && self.is_half(&path, after)? {
                worktree::clear(&path.below(self.workdir()))?;
                gone.extend(indexed.map(|_| path));
            }
        }
        if gone.is_empty() {
            return Ok(());
        }
        let list: String = gone.iter().map(|path| format!("{path}\0")).collect();
        let words = ["checkout-index", "-q", "-z", "--stdin"];
        self.git().steady().run_with(&words, list.as_bytes())?.expect_success("git checkout-index").map(drop)
    }

    /// Whether the disk holds the mere beginning of what is to come, or nothing.
    fn is_half(&self, path: &RepoPath, after: &Entry) -> Result<bool, VcsError> {
        let file = path.below(self.workdir());
        let Ok(found) = fs::symlink_metadata(&file) else { return Ok(true) };
        if worktree::guard(self.workdir(), path).is_err() {
            return Ok(false);
        }
        let whole = self.blob(&after.id, path)?;
        // With the returns that git may put in there are twice as many bytes at most.
        if found.len() > 2 * whole.len() as u64 {
            return Ok(false);
        }
        let there = worktree::content(self.workdir(), path)?.unwrap_or_default();
        let text = without_returns(&there);
        let is_beginning = |there: &[u8]| there.len() < whole.len() && whole.starts_with(there);
        Ok(is_beginning(&there) || is_beginning(text.strip_suffix(b"\r").unwrap_or(&text)))
    }

    fn moving_path(&self) -> PathBuf {
        self.git_dir().join(NOTE)
    }
}
