//! Which files hold something that no commit has, asked before an operation on many files at once.

use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::Repository;

use super::Edit;

impl Repository {
    /// What would keep a commit from taking `edit`, if anything: [`Repository::commit`] refuses all edits for one.
    pub fn refusal(&self, edit: &Edit) -> Option<VcsError> {
        self.examine(std::slice::from_ref(edit)).err()
    }

    /// The committed files below `folder` that the working tree holds otherwise than the last commit, or not at all.
    ///
    /// # Errors
    /// `Program`, `GitMissing`, `System`.
    pub fn edited_paths(&self, folder: &RepoPath) -> Result<Vec<RepoPath>, VcsError> {
        if !self.has_head()? {
            return Ok(Vec::new());
        }
        let spec = folder.pathspec();
        let args = ["diff", "--name-only", "-z", "--no-ext-diff", "--no-renames", "HEAD", "--", spec.as_str()];
        let answer = self.git().read(&args)?.expect_success("git diff")?;
        Ok(String::from_utf8_lossy(&answer.stdout).split_terminator('\0').filter_map(RepoPath::new).collect())
    }
}
