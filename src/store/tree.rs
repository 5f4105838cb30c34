//! Where the files are: in the folder on disk, or in whatever else holds such a folder, as a commit does.

use std::ffi::OsString;
use std::fmt::{self, Debug};
use std::fs::{self, FileType};
use std::io;
use std::path::Path;

use super::error::StoreError;
use super::open::Store;
use super::problem::Problem;

/// A folder that holds `data/` and is not on disk. Paths are counted from it, with `/` between their parts.
pub trait Tree: Debug + Send + Sync {
    /// What the file at `path` holds, one byte more than allowed at most.
    ///
    /// # Errors
    /// `NotFound` where there is nothing, `InvalidInput` for what is no regular file.
    fn bytes(&self, path: &str) -> io::Result<Vec<u8>>;

    /// What lies directly in `folder`; nothing when there is no such folder.
    ///
    /// # Errors
    /// When it cannot be read.
    fn list(&self, folder: &str) -> io::Result<Vec<Listed>>;

    /// A file whose bytes are not on this computer, if there is one: see [`Elsewhere`].
    fn elsewhere(&self) -> Option<String> {
        None
    }

    /// Those of `paths`, which are named like nothing of ours, that are nobody's data.
    fn passed_over(&self, _paths: &[String]) -> Vec<String> {
        Vec::new()
    }
}

/// Why a file cannot be read whose bytes somebody else keeps until they are asked for.
#[derive(Debug)]
pub struct Elsewhere;

impl fmt::Display for Elsewhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("elsewhere")
    }
}

impl std::error::Error for Elsewhere {}

/// Who knows what the disk does not say: what lies there and is nobody's data, and what is data and does not lie there.
pub trait Keeper: Debug + Send + Sync {
    /// Those of `paths`, counted from the folder that holds `data/`, that are leftovers and ignored.
    fn ignored(&self, paths: &[String]) -> Vec<String>;

    /// What is on disk together with what is kept elsewhere, where there is any such thing.
    fn whole(&self) -> Option<&dyn Tree> {
        None
    }
}

/// A name in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The name, which may be anything.
    pub name: OsString,
    /// What it names.
    pub kind: ListedKind,
}

/// What a name in a folder names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListedKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// Anything else.
    Other,
}

/// What lies in a folder, one after the other.
pub type Listing = Box<dyn Iterator<Item = Result<Listed, StoreError>>>;

impl Store {
    /// What lies directly in `folder`, counted from the one that holds `data/`; nothing when it does not exist. A link is
    /// not followed.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn list(&self, folder: &str) -> Result<Listing, StoreError> {
        let full = self.root().join(folder);
        match self.tree() {
            Some(tree) => {
                let found = tree.list(folder).map_err(|cause| StoreError::folder(&full, cause))?;
                Ok(Box::new(found.into_iter().map(Ok)))
            }
            None => on_disk(&full),
        }
    }

    /// A file whose bytes are not on this computer, if there is one.
    pub fn elsewhere(&self) -> Option<String> {
        self.tree()?.elsewhere()
    }

    /// Those of `paths`, which are named like nothing of ours, that are nobody's data.
    pub fn passed_over(&self, paths: &[String]) -> Vec<String> {
        match (self.tree(), self.keeper()) {
            (Some(tree), _) => tree.passed_over(paths),
            (None, Some(keeper)) => keeper.ignored(paths),
            (None, None) => Vec::new(),
        }
    }

    /// The problems of names that nothing of ours has, without those of what is nobody's data.
    pub(super) fn of_data(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        if !problems.is_empty() {
            let paths: Vec<String> = problems.iter().map(|problem| problem.path.clone()).collect();
            let passed_over = self.passed_over(&paths);
            problems.retain(|problem| !passed_over.contains(&problem.path));
        }
        problems
    }
}

fn on_disk(folder: &Path) -> Result<Listing, StoreError> {
    if folder.is_symlink() {
        return Err(StoreError::folder(folder, io::Error::from(io::ErrorKind::NotADirectory)));
    }
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(Box::new(std::iter::empty())),
        Err(cause) => return Err(StoreError::folder(folder, cause)),
    };
    let folder = folder.to_owned();
    Ok(Box::new(entries.map(move |entry| {
        let entry = entry.map_err(|cause| StoreError::folder(&folder, cause))?;
        Ok(Listed { kind: entry.file_type().map_or(ListedKind::Other, kind_of), name: entry.file_name() })
    })))
}

fn kind_of(found: FileType) -> ListedKind {
    match found {
        found if found.is_file() => ListedKind::File,
        found if found.is_dir() => ListedKind::Folder,
        found if found.is_symlink() => ListedKind::Link,
        _ => ListedKind::Other,
    }
}
