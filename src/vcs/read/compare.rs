//! What differs between two trees.
//!
//! They are compared by the names of their objects: a folder that is the same on both sides is never opened, so the cost
//! follows the change and not the size of the campaign. Nothing is taken from the text of a diff, which a hostile file
//! name or file can forge.

use git2::{ObjectType, Oid, Tree};

use crate::domain::bounds::{DEPTH, Excess, Of, PATH_BYTES, Room};
use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::Repository;

use super::objects::{InTree, MODE_LINK, MODE_SUBMODULE, MODE_TREE, find, open_folder};
use super::tree::subtree;

/// A path at which two trees differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The path from the top, with `/` between its parts; bytes that are no UTF-8 are replaced. It may hold anything that
    /// git lets a name hold, line breaks included.
    pub path: String,
    /// What the first tree has there.
    pub before: Option<Entry>,
    /// What the second tree has there.
    pub after: Option<Entry>,
}

/// What a tree has at a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The name of the object, in hexadecimal.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
}

impl Entry {
    /// Whether it is a file with bytes of its own.
    pub fn is_plain(&self) -> bool {
        matches!(self.kind, EntryKind::File | EntryKind::Executable)
    }
}

/// What an entry of a tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// A file like any other.
    File,
    /// A file that may be run, or with another mode that git once allowed.
    Executable,
    /// A symbolic link.
    Link,
    /// Another repository.
    Submodule,
}

impl Repository {
    /// What the commit `id` has at `path`; `None` for nothing, a folder, or another repository.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn entry(&self, id: &CommitId, path: &RepoPath) -> Result<Option<Entry>, VcsError> {
        Ok(match find(self.library()?, self.tree_of(id)?, path)? {
            InTree::Leaf(leaf) if leaf.mode != MODE_TREE => {
                Some(Entry { kind: kind_of(i32::try_from(leaf.mode).unwrap_or_default()), id: leaf.id })
            }
            _ => None,
        })
    }

    /// Where the trees of the commits `before` and `after` differ, by path; of an unknown `before`, all that `after` holds.
    ///
    /// # Errors
    /// `TooMuch` where there is no room for all of it; `NeedsEngine`, `Read`.
    pub fn differences(&self, before: Option<&CommitId>, after: &CommitId, room: &Room<'_>) -> Result<Vec<Difference>, VcsError> {
        let old = before.map(|id| self.tree_of(id)).transpose()?.map(|tree| tree.id());
        differences(self.library()?, (old, Some(self.tree_of(after)?.id())), "", room)
    }

    /// The same for what lies below `folder`.
    ///
    /// # Errors
    /// As [`Repository::differences`].
    pub fn differences_in(
        &self,
        folder: &RepoPath,
        (before, after): (&CommitId, &CommitId),
        room: &Room<'_>,
    ) -> Result<Vec<Difference>, VcsError> {
        let library = self.library()?;
        let side = |id: &CommitId| subtree(library, Some(self.tree_of(id)?.id()), folder);
        differences(library, (side(before)?, side(after)?), folder.as_str(), room)
    }
}

/// What stands at one path in two trees.
type Sides = (Option<Oid>, Option<Oid>);

/// Every file that differs between two trees, both found at `folder`, by path.
pub(super) fn differences(
    library: &git2::Repository,
    sides: Sides,
    folder: &str,
    room: &Room<'_>,
) -> Result<Vec<Difference>, VcsError> {
    let mut found = Vec::new();
    // What waits stands in a list: a tree as deep as somebody likes must not fill the stack.
    let mut waiting = vec![(folder.to_owned(), sides, 0)];
    while let Some((folder, (old, new), depth)) = waiting.pop() {
        if old == new {
            continue;
        }
        let open = |id: Option<Oid>| id.map(|id| opened(library, id, &folder, room)).transpose();
        let (old, new) = (open(old)?, open(new)?);
        each_difference(old.as_ref(), new.as_ref(), |name, before, after| {
            if depth >= DEPTH || folder.len() + name.len() >= PATH_BYTES {
                return Err(VcsError::from(Excess { of: Of::Depth, most: DEPTH }));
            }
            let name = String::from_utf8_lossy(name);
            let path = if folder.is_empty() { name.into_owned() } else { format!("{folder}/{name}") };
            let (below, sides) = (folders(before, after), (before.and_then(entry), after.and_then(entry)));
            if below != (None, None) {
                room.take(Of::Folders, 1)?;
                waiting.push((path.clone(), below, depth + 1));
            }
            if sides != (None, None) {
                room.take(Of::Files, 1)?;
                found.push(Difference { path, before: sides.0, after: sides.1 });
            }
            Ok(())
        })?;
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn opened<'l>(library: &'l git2::Repository, id: Oid, folder: &str, room: &Room<'_>) -> Result<Tree<'l>, VcsError> {
    let (tree, bytes) = open_folder(library, id, folder)?;
    room.take(Of::FolderBytes, bytes)?;
    Ok(tree)
}

/// The folders that the two sides of a difference are.
fn folders(before: Option<Side>, after: Option<Side>) -> Sides {
    let folder = |side: Option<Side>| side.filter(|side| side.2 == Some(ObjectType::Tree)).map(|side| side.0);
    (folder(before), folder(after))
}

/// One side of a difference: object, mode, kind.
type Side = (Oid, i32, Option<ObjectType>);

/// What stands there, unless it is a folder.
fn entry((id, mode, kind): Side) -> Option<Entry> {
    (kind != Some(ObjectType::Tree)).then(|| Entry { id: id.to_string(), kind: kind_of(mode) })
}

pub(super) fn kind_of(mode: i32) -> EntryKind {
    match u32::try_from(mode).unwrap_or_default() {
        0o100_644 => EntryKind::File,
        MODE_LINK => EntryKind::Link,
        MODE_SUBMODULE => EntryKind::Submodule,
        _ => EntryKind::Executable,
    }
}

/// Shows `see` the names at which two trees differ, with what each side has there, until it has seen enough.
fn each_difference<E>(
    old: Option<&Tree<'_>>,
    new: Option<&Tree<'_>>,
    mut see: impl FnMut(&[u8], Option<Side>, Option<Side>) -> Result<(), E>,
) -> Result<(), E> {
    let side = |tree: Option<&Tree<'_>>, name: &[u8]| {
        tree?.get_name_bytes(name).map(|entry| (entry.id(), entry.filemode_raw(), entry.kind()))
    };
    for entry in new.iter().flat_map(|tree| tree.iter()) {
        let (before, after) = (side(old, entry.name_bytes()), Some((entry.id(), entry.filemode_raw(), entry.kind())));
        if before != after {
            see(entry.name_bytes(), before, after)?;
        }
    }
    for entry in old.iter().flat_map(|tree| tree.iter()) {
        if side(new, entry.name_bytes()).is_none() {
            see(entry.name_bytes(), Some((entry.id(), entry.filemode_raw(), entry.kind())), None)?;
        }
    }
    Ok(())
}
