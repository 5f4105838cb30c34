//! Branches that nobody has checked out: set, moved and dropped without anybody's files changing.
//!
//! Git moves them itself, only from the commit that was seen, so that what somebody else put there meanwhile stays.

use std::fs;

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::repository::Repository;

use super::lock::OperationLock;

impl Repository {
    /// Makes `branch` name the commit `to`, if it still names `from` (`None`: if there is no such branch).
    ///
    /// # Errors
    /// `BranchInUse` where a working tree has it checked out; `IndexLocked` while another git holds the reference;
    /// `Program` where it names another commit by now, or a hook of the user refused.
    pub fn set_branch(
        &self,
        _held: &OperationLock,
        branch: &str,
        from: Option<&CommitId>,
        to: &CommitId,
    ) -> Result<(), VcsError> {
        self.check_unused(branch)?;
        let name = format!("refs/heads/{branch}");
        let args = ["update-ref", "-m", "mpa", "--", &name, to.as_str(), from.map_or("", CommitId::as_str)];
        self.patiently(|| self.git().run(&args))?.expect_success("git update-ref").map(drop)
    }

    /// Drops `branch`, if it still names `from`.
    ///
    /// # Errors
    /// As [`Repository::set_branch`].
    pub fn drop_branch(&self, _held: &OperationLock, branch: &str, from: &CommitId) -> Result<(), VcsError> {
        self.check_unused(branch)?;
        let name = format!("refs/heads/{branch}");
        let args = ["update-ref", "-m", "mpa", "-d", "--", &name, from.as_str()];
        self.patiently(|| self.git().run(&args))?.expect_success("git update-ref").map(drop)
    }

    /// Refuses a branch that is checked out here or in another working tree: its files would no longer fit.
    ///
    /// # Errors
    /// `BranchInUse`; `NeedsEngine`, `Read`.
    pub fn check_unused(&self, branch: &str) -> Result<(), VcsError> {
        let full = format!("refs/heads/{branch}");
        let linked = fs::read_dir(self.common_dir().join("worktrees")).into_iter().flatten().flatten();
        let heads = linked.map(|entry| entry.path().join("HEAD")).chain([self.common_dir().join("HEAD")]);
        let names_it = |head: std::path::PathBuf| {
            let text = fs::read_to_string(head).unwrap_or_default();
            text.strip_prefix("ref:").is_some_and(|name| name.trim() == full)
        };
        let is_elsewhere = heads.into_iter().any(names_it);
        if is_elsewhere || self.head_branch()?.as_deref() == Some(branch) {
            return Err(VcsError::BranchInUse { branch: branch.to_owned(), folder: self.checked_out_at(branch) });
        }
        Ok(())
    }
}
