//! One writing `mpa` at a time in a repository.
//!
//! Git's own `index.lock` protects a commit, not the reading and judging before it. This lock covers all of it. The
//! operating system holds it and lets go when the process ends, however it ends: there is nothing stale to clear.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::PathBuf;

use crate::vcs::error::VcsError;
use crate::vcs::program::surroundings::Wait;
use crate::vcs::repository::Repository;

/// The right to read, judge and commit. It ends when dropped.
#[derive(Debug)]
#[must_use = "the lock ends when it is dropped"]
pub struct OperationLock {
    _file: File,
}

impl Repository {
    /// Waits for the other writers of this repository, its linked worktrees included, then keeps them out.
    ///
    /// # Errors
    /// `LockBusy` when the patience ends; `Stopped`; `File` where the lock file cannot be made or the file system has no locks.
    pub fn lock(&self) -> Result<OperationLock, VcsError> {
        let (path, file) = self.lock_file()?;
        let patience = self.around.patience.operation;
        let mut wait = Wait::new(patience);
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if self.around.is_interrupted() => return Err(VcsError::Stopped),
                Err(TryLockError::WouldBlock) if wait.pause() => {}
                Err(TryLockError::WouldBlock) => return Err(VcsError::LockBusy { path, waited: patience }),
                Err(TryLockError::Error(cause)) => return Err(VcsError::file(&path, cause)),
            }
        }
        let lock = OperationLock { _file: file };
        if self.is_noted() {
            // Whoever held it before may have been killed. What cannot be put right is named by the next command.
            let _ = self.mend(&lock);
        }
        Ok(lock)
    }

    /// The same without waiting; `None` while somebody writes.
    pub(super) fn lock_at_once(&self) -> Result<Option<OperationLock>, VcsError> {
        let (path, file) = self.lock_file()?;
        match file.try_lock() {
            Ok(()) => Ok(Some(OperationLock { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(cause)) => Err(VcsError::file(&path, cause)),
        }
    }

    fn lock_file(&self) -> Result<(PathBuf, File), VcsError> {
        let path = self.common_dir().join("mpa.lock");
        let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let file = open.map_err(|cause| VcsError::file(&path, cause))?;
        Ok((path, file))
    }
}
