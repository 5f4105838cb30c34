//! Where the files are: in the folder on disk, or in whatever else holds such a folder, as a commit does.

use std::ffi::OsString;
use std::fmt::Debug;
use std::fs::{self, FileType};
use std::io;
use std::path::Path;

use super::error::StoreError;
use super::open::Store;

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
