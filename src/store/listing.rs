//! What lies in the folders of a store, on the disk or elsewhere.

use std::fs::{self, FileType};
use std::io;
use std::path::Path;

use super::error::StoreError;
use super::open::Store;
use super::problem::Problem;
use super::tree::{Listed, ListedKind, Listing};

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
