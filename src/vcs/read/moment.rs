//! Which commit a branch stood at, at a moment of the past.
//!
//! The branch is followed from its tip by first parents: what a merge brought was not on the branch before the merge. Commits say
//! themselves when they were made, and clocks go wrong: no commit counts as made before those below it, and one that would be made
//! in the future counts as made with the one below.

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
    /// Where the branch whose newest commit is `tip` stood when the second `moment` had passed, seen from the second `now`.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn standing_at(&self, tip: &CommitId, moment: i64, now: i64) -> Result<Standing, VcsError> {
        let mut line = Vec::new();
        let mut next = Some(self.commit_object(tip)?);
        while let Some(commit) = next {
            line.push((commit.id(), commit.time().seconds()));
            next = commit.parent_id(0).ok().map(|parent| self.commit_object(&parent.into())).transpose()?;
        }
        // Those before the first one that can be believed count as made with it.
        let first = line.iter().rev().map(|(_, time)| *time).find(|time| *time <= now).unwrap_or(now);
        let (mut found, mut last) = (None, first);
        for (id, time) in line.iter().rev() {
            last = last.max(if *time > now { last } else { *time });
            if last > moment {
                break;
            }
            found = Some(*id);
        }
        match (found, line.last()) {
            (Some(id), _) => Ok(Standing::At(id.into())),
            (None, Some((root, _))) if self.is_cut_off(&(*root).into())? => Ok(Standing::KnownSince(first)),
            (None, _) => Ok(Standing::BegunLater(first)),
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
