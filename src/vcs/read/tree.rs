//! What a commit holds, and what it changed.

use git2::{ObjectType, Oid, Tree};

use crate::domain::bounds::{COMMIT_BYTES, Excess, Of, Room};
use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::Repository;

use super::compare::differences;
use super::objects::{find, open_folder, plain_file};

impl Repository {
    /// The bytes of `path` in the commit `id`; `None` where it has no such file.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`; `Link`, `Submodule`, `NotAFile` for what is no plain file.
    pub fn tree_bytes(&self, id: &CommitId, path: &RepoPath) -> Result<Option<Vec<u8>>, VcsError> {
        let found = find(self.library()?, self.tree_of(id)?, path)?;
        plain_file(found, path)?.map(|leaf| self.blob(&leaf.id, path)).transpose()
    }

    /// The files that the commit `id` added, changed or removed against its first parent, sorted; with a folder in
    /// `under`, only those below it. A first commit added all it holds.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`; `BadPath` for a name that no file of ours can have.
    pub fn changed_paths(&self, id: &CommitId, under: Option<&RepoPath>) -> Result<Vec<RepoPath>, VcsError> {
        let library = self.library()?;
        let commit = self.commit_object(id)?;
        let parent = commit.parent_id(0).ok();
        let old = parent.map(|parent| self.tree_of(&parent.into())).transpose()?;
        let (mut old, mut new) = (old.map(|tree| tree.id()), Some(self.tree_of(id)?.id()));
        if let Some(folder) = under {
            (old, new) = (subtree(library, old, folder)?, subtree(library, new, folder)?);
        }
        let found = differences(library, (old, new), under.map_or("", RepoPath::as_str), &Room::of_own())?;
        let named = |path: &str| RepoPath::new(path).ok_or_else(|| VcsError::BadPath { path: path.into() });
        found.iter().map(|it| named(&it.path)).collect()
    }

    pub(in crate::vcs) fn commit_object(&self, id: &CommitId) -> Result<git2::Commit<'_>, VcsError> {
        let library = self.library()?;
        let unreadable = |error: git2::Error| VcsError::read(id.as_str(), &error);
        let oid = id.oid().map_err(unreadable)?;
        if library.odb().and_then(|odb| odb.read_header(oid)).map_err(unreadable)?.0 > COMMIT_BYTES {
            return Err(Excess { of: Of::CommitBytes, most: COMMIT_BYTES }.into());
        }
        library.find_commit(oid).map_err(unreadable)
    }

    pub(in crate::vcs) fn tree_of(&self, id: &CommitId) -> Result<Tree<'_>, VcsError> {
        Ok(open_folder(self.library()?, self.commit_object(id)?.tree_id(), id.as_str())?.0)
    }
}

/// The tree of `folder` inside `tree`, if both exist.
pub(super) fn subtree(library: &git2::Repository, tree: Option<Oid>, folder: &RepoPath) -> Result<Option<Oid>, VcsError> {
    let Some(mut id) = tree else { return Ok(None) };
    for name in folder.parts() {
        let tree = open_folder(library, id, folder.as_str())?.0;
        match tree.get_name(name).filter(|entry| entry.kind() == Some(ObjectType::Tree)) {
            Some(entry) => id = entry.id(),
            None => return Ok(None),
        }
    }
    Ok(Some(id))
}
