//! Which commit a branch stood at, at a moment of the past.
//!
//! The branch is followed from its tip by first parents, as `git rev-list --first-parent --before` follows it: what a merge
//! brought was not on the branch before the merge. Commits say themselves when they were made; nobody vouches for it.

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::repository::Repository;

/// Where a branch stood at a moment; times are seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// At this commit.
    At(CommitId),
    /// It had no commit yet: its first one was made then.
    BegunLater(i64),
    /// Nobody here knows: this clone has nothing of it from before then.
    KnownSince(i64),
}

impl Repository {
    /// Where the branch whose newest commit is `tip` stood when the second `moment` had passed.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn standing_at(&self, tip: &CommitId, moment: i64) -> Result<Standing, VcsError> {
        let mut commit = self.commit_object(tip)?;
        loop {
            let time = commit.time().seconds();
            if time <= moment {
                return Ok(Standing::At(commit.id().into()));
            }
            commit = match commit.parent_id(0) {
                Ok(parent) => self.commit_object(&parent.into())?,
                Err(_) if self.is_cut_off(&commit.id().into())? => return Ok(Standing::KnownSince(time)),
                Err(_) => return Ok(Standing::BegunLater(time)),
            };
        }
    }

    /// Whether what came before the commit `id` is not on this computer.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn is_cut_off(&self, id: &CommitId) -> Result<bool, VcsError> {
        Ok(self.library()?.is_shallow() && self.commit_object(id)?.parent_count() == 0)
    }

    /// When the commit `id` says that it was made, in seconds since 1970.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn made_at(&self, id: &CommitId) -> Result<i64, VcsError> {
        Ok(self.commit_object(id)?.time().seconds())
    }
}
