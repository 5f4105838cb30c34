//! What somebody wrote and could not be committed: kept beside git's own files, where no commit picks it up.

use std::fs;
use std::path::PathBuf;

use crate::vcs::error::VcsError;
use crate::vcs::repository::Repository;

impl Repository {
    /// Keeps `text` in a file called `name` in git's folder, in the place of one that was kept before. Returns where.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn keep_text(&self, name: &str, text: &[u8]) -> Result<PathBuf, VcsError> {
        let place = self.git_dir().join(name);
        fs::write(&place, text).map_err(|cause| VcsError::file(&place, cause))?;
        Ok(place)
    }
}
