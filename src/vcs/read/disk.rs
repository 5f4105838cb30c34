//! What the working tree holds beside what a commit held.
//!
//! Files are compared by the names of their objects, never line by line, and no program runs: the caller may be a forge
//! that looks at somebody else's branch.

use std::fs;

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::Repository;

use super::objects::{InTree, MODE_LINK, MODE_TREE, blob_id, find};

impl Repository {
    /// Whether the working tree holds at `path` something else than the commit `id`. Line endings that git may have
    /// changed when it checked the file out are no difference; a folder is the same when both have one.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn differs_from(&self, id: &CommitId, path: &RepoPath) -> Result<bool, VcsError> {
        let leaf = match find(self.library()?, self.tree_of(id)?, path)? {
            InTree::Leaf(leaf) => leaf,
            InTree::Nothing | InTree::Submodule(_) => return Ok(true),
        };
        let file = path.below(self.workdir());
        let Ok(found) = fs::symlink_metadata(&file) else { return Ok(true) };
        if found.is_dir() || leaf.mode == MODE_TREE {
            return Ok(!found.is_dir() || leaf.mode != MODE_TREE);
        }
        let bytes = if found.is_symlink() {
            fs::read_link(&file).map(|target| target.into_os_string().into_encoded_bytes())
        } else {
            fs::read(&file)
        };
        let Ok(bytes) = bytes else { return Ok(true) };
        let is = |bytes: &[u8]| blob_id(bytes).is_some_and(|id| id.to_string() == leaf.id);
        let is_same_kind = found.is_symlink() == (leaf.mode == MODE_LINK);
        Ok(!is_same_kind || (!is(&bytes) && !is(&without_returns(&bytes))))
    }
}

/// The text as git keeps it where it changes line endings on the way out.
pub(in crate::vcs) fn without_returns(bytes: &[u8]) -> Vec<u8> {
    let is_kept = |at: usize| bytes[at] != b'\r' || bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len()).filter(|at| is_kept(*at)).map(|at| bytes[at]).collect()
}
