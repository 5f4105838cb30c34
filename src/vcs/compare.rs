//! What differs between two trees.
//!
//! They are compared by the names of their objects: a folder that is the same on both sides is never opened, so the cost
//! follows the change and not the size of the campaign. Nothing is taken from the text of a diff, which a hostile file
//! name or file can forge.

use git2::{ObjectType, Oid, Tree};

use super::error::VcsError;
use super::path::RepoPath;
use super::read::{InTree, MODE_LINK, MODE_SUBMODULE, MODE_TREE, find};
use super::repository::Repository;

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
    pub fn entry(&self, id: &str, path: &RepoPath) -> Result<Option<Entry>, VcsError> {
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
    /// `NeedsEngine`, `Read`.
    pub fn differences(&self, before: Option<&str>, after: &str) -> Result<Vec<Difference>, VcsError> {
        let old = before.map(|id| self.tree_of(id)).transpose()?.map(|tree| tree.id());
        let mut found = differences(self.library()?, old, Some(self.tree_of(after)?.id()), "")?;
        found.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(found)
    }
}

/// Every file that differs between the trees `old` and `new`, both found at `folder`.
pub(super) fn differences(
    library: &git2::Repository,
    old: Option<Oid>,
    new: Option<Oid>,
    folder: &str,
) -> Result<Vec<Difference>, VcsError> {
    let mut found = Vec::new();
    collect(library, old, new, folder, &mut found)?;
    Ok(found)
}

fn collect(
    library: &git2::Repository,
    old: Option<Oid>,
    new: Option<Oid>,
    folder: &str,
    found: &mut Vec<Difference>,
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
            collect(library, folders(before), folders(after), &path, found)?;
        }
        let (before, after) = (before.and_then(entry), after.and_then(entry));
        if before.is_some() || after.is_some() {
            found.push(Difference { path, before, after });
        }
    }
    Ok(())
}

/// One side of a difference: object, mode, kind.
pub(super) type Side = (Oid, i32, Option<ObjectType>);

/// What stands there, unless it is a folder.
pub(super) fn entry((id, mode, kind): Side) -> Option<Entry> {
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

/// The names at which two trees differ, with what each side has there.
pub(super) fn differing(old: Option<&Tree<'_>>, new: Option<&Tree<'_>>) -> Vec<(Vec<u8>, Option<Side>, Option<Side>)> {
    let side = |tree: Option<&Tree<'_>>, name: &[u8]| {
        tree?.get_name_bytes(name).map(|entry| (entry.id(), entry.filemode_raw(), entry.kind()))
    };
    let mut found = Vec::new();
    for entry in new.iter().flat_map(|tree| tree.iter()) {
        let (before, after) = (side(old, entry.name_bytes()), Some((entry.id(), entry.filemode_raw(), entry.kind())));
        if before != after {
            found.push((entry.name_bytes().to_vec(), before, after));
        }
    }
    for entry in old.iter().flat_map(|tree| tree.iter()) {
        if side(new, entry.name_bytes()).is_none() {
            found.push((entry.name_bytes().to_vec(), Some((entry.id(), entry.filemode_raw(), entry.kind())), None));
        }
    }
    found
}
