//! Where the files are: in the folder on disk, or in whatever else holds such a folder, as a commit does.

use std::ffi::OsString;
use std::fmt::Debug;
use std::io;

use super::error::StoreError;
use super::index::BlobId;

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

    /// The name that git gives the bytes of the file at `path`, where it was listed.
    fn blob(&self, _path: &str) -> Option<BlobId> {
        None
    }

    /// A file whose bytes are not on this computer, if there is one: see [`Elsewhere`](super::Elsewhere).
    fn elsewhere(&self) -> Option<String> {
        None
    }

    /// Those of `paths`, which are named like nothing of ours, that are nobody's data.
    fn passed_over(&self, _paths: &[String]) -> Vec<String> {
        Vec::new()
    }
}

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
