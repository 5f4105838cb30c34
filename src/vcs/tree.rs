//! What a commit holds, and what it changed.
//!
//! Two trees are compared by the names of their objects: a folder that is the same on both sides is never opened, so
//! the cost follows the change and not the size of the campaign.

use git2::{ObjectType, Oid, Tree};

use super::error::VcsError;
use super::path::RepoPath;
use super::read::{find, plain_file};
use super::repository::Repository;

impl Repository {
    /// The bytes of `path` in the commit `id`; `None` where it has no such file.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`; `Link`, `Submodule`, `NotAFile` for what is no plain file.
    pub fn tree_bytes(&self, id: &str, path: &RepoPath) -> Result<Option<Vec<u8>>, VcsError> {
        let found = find(self.library()?, self.tree_of(id)?, path)?;
        plain_file(found, path)?.map(|leaf| self.blob(&leaf.id, path)).transpose()
    }

    /// The files that the commit `id` added, changed or removed against its first parent, sorted; with a folder in
    /// `under`, only those below it. A first commit added all it holds.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`; `BadPath` for a name that no file of ours can have.
    pub fn changed_paths(&self, id: &str, under: Option<&RepoPath>) -> Result<Vec<RepoPath>, VcsError> {
        let library = self.library()?;
        let commit = self.commit_object(id)?;
        let parent = commit.parent_id(0).ok();
        let old = parent.map(|parent| self.tree_of(&parent.to_string())).transpose()?;
        let (mut old, mut new) = (old.map(|tree| tree.id()), Some(self.tree_of(id)?.id()));
        if let Some(folder) = under {
            (old, new) = (subtree(library, old, folder)?, subtree(library, new, folder)?);
        }
        let mut changed = Vec::new();
        collect(library, old, new, under.map_or("", RepoPath::as_str), &mut changed)?;
        changed.sort();
        Ok(changed)
    }

    pub(super) fn commit_object(&self, id: &str) -> Result<git2::Commit<'_>, VcsError> {
        let library = self.library()?;
        Oid::from_str(id).and_then(|oid| library.find_commit(oid)).map_err(|error| VcsError::read(id, &error))
    }

    fn tree_of(&self, id: &str) -> Result<Tree<'_>, VcsError> {
        self.commit_object(id)?.tree().map_err(|error| VcsError::read(id, &error))
    }
}

/// The tree of `folder` inside `tree`, if both exist.
fn subtree(library: &git2::Repository, tree: Option<Oid>, folder: &RepoPath) -> Result<Option<Oid>, VcsError> {
    let Some(mut id) = tree else { return Ok(None) };
    for name in folder.parts() {
        let tree = library.find_tree(id).map_err(|error| VcsError::read(folder.as_str(), &error))?;
        match tree.get_name(name).filter(|entry| entry.kind() == Some(ObjectType::Tree)) {
            Some(entry) => id = entry.id(),
            None => return Ok(None),
        }
    }
    Ok(Some(id))
}

/// Adds to `changed` every file that differs between the trees `old` and `new`, both found at `folder`.
fn collect(
    library: &git2::Repository,
    old: Option<Oid>,
    new: Option<Oid>,
    folder: &str,
    changed: &mut Vec<RepoPath>,
) -> Result<(), VcsError> {
    if old == new {
        return Ok(());
    }
    let open = |id: Option<Oid>| id.map(|id| library.find_tree(id)).transpose().map_err(|error| VcsError::read(folder, &error));
    let (old, new) = (open(old)?, open(new)?);
    for (name, before, after) in differing(old.as_ref(), new.as_ref()) {
        let name = String::from_utf8_lossy(&name);
        let path = if folder.is_empty() { name.into_owned() } else { format!("{folder}/{name}") };
        let folders = |side: Option<Side>| side.filter(|side| side.2 == Some(ObjectType::Tree)).map(|side| side.0);
        if folders(before).is_some() || folders(after).is_some() {
            collect(library, folders(before), folders(after), &path, changed)?;
        }
        if [before, after].into_iter().flatten().any(|side| side.2 != Some(ObjectType::Tree)) {
            changed.push(RepoPath::new(&path).ok_or(VcsError::BadPath { path: path.into() })?);
        }
    }
    Ok(())
}

/// One side of a difference: object, mode, kind.
type Side = (Oid, i32, Option<ObjectType>);

/// The names at which two trees differ, with what each side has there.
fn differing(old: Option<&Tree<'_>>, new: Option<&Tree<'_>>) -> Vec<(Vec<u8>, Option<Side>, Option<Side>)> {
    let side = |tree: Option<&Tree<'_>>, name: &[u8]| {
        tree?.get_name_bytes(name).map(|entry| (entry.id(), entry.filemode(), entry.kind()))
    };
    let mut found = Vec::new();
    for entry in new.iter().flat_map(|tree| tree.iter()) {
        let (before, after) = (side(old, entry.name_bytes()), Some((entry.id(), entry.filemode(), entry.kind())));
        if before != after {
            found.push((entry.name_bytes().to_vec(), before, after));
        }
    }
    for entry in old.iter().flat_map(|tree| tree.iter()) {
        if side(new, entry.name_bytes()).is_none() {
            found.push((entry.name_bytes().to_vec(), Some((entry.id(), entry.filemode(), entry.kind())), None));
        }
    }
    found
}
