//! A data folder with other files laid over it: what one has proposed, and what git keeps out of the working tree.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use std::{fmt, io};

use crate::store::{Elsewhere, FILE_MAX, Listed, ListedKind, Store, StoreError, Tree};
use crate::vcs::{Hidden, Repository};

/// A file that lies over a folder.
pub(crate) enum Layer {
    /// It holds this.
    Bytes(Vec<u8>),
    /// It holds what git has stored.
    Stored(Hidden),
}

/// A data folder, and files that lie over it.
pub(crate) struct Overlay {
    below: Store,
    files: BTreeMap<String, Layer>,
    /// Where stored files are read.
    repository: Option<Mutex<Repository>>,
}

impl Overlay {
    /// `files`, by path from the folder that holds `data/`, over `below`.
    pub(crate) fn new(below: Store, files: BTreeMap<String, Layer>) -> Self {
        Self { below, files, repository: None }
    }

    /// The same, with the repository in which stored files are read.
    pub(super) fn reading(self, repository: Repository) -> Self {
        Self { repository: Some(Mutex::new(repository)), ..self }
    }

    fn stored(&self, hidden: &Hidden) -> io::Result<Vec<u8>> {
        let repository = self.repository.as_ref().ok_or(io::ErrorKind::NotFound)?;
        let repository = repository.lock().unwrap_or_else(PoisonError::into_inner);
        if !hidden.entry.is_plain() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        if repository.is_elsewhere(hidden) {
            return Err(io::Error::other(Elsewhere));
        }
        let bytes = repository.hidden_bytes(hidden, FILE_MAX).map_err(io::Error::other)?;
        Ok(bytes.unwrap_or_else(|| vec![b' '; FILE_MAX + 1]))
    }
}

impl fmt::Debug for Overlay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.files.keys()).finish()
    }
}

impl Tree for Overlay {
    fn bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        match self.files.get(path) {
            Some(Layer::Bytes(bytes)) => Ok(bytes.clone()),
            Some(Layer::Stored(hidden)) => self.stored(hidden),
            None => self.below.bytes(path).map_err(cause),
        }
    }

    fn list(&self, folder: &str) -> io::Result<Vec<Listed>> {
        let mut listed = self.below.list(folder).map_err(cause)?.collect::<Result<Vec<_>, _>>().map_err(cause)?;
        let mut known: BTreeSet<_> = listed.iter().map(|it| it.name.clone()).collect();
        let inside = format!("{folder}/");
        for (path, layer) in self.files.range(inside.clone()..).take_while(|(path, _)| path.starts_with(&inside)) {
            let file = match layer {
                Layer::Stored(hidden) if !hidden.entry.is_plain() => ListedKind::Link,
                _ => ListedKind::File,
            };
            let (name, kind) = path[inside.len()..]
                .split_once('/')
                .map_or((&path[inside.len()..], file), |(name, _)| (name, ListedKind::Folder));
            if known.insert(name.into()) {
                listed.push(Listed { name: name.into(), kind });
            }
        }
        Ok(listed)
    }

    fn elsewhere(&self) -> Option<String> {
        let repository = self.repository.as_ref().map(|it| it.lock().unwrap_or_else(PoisonError::into_inner));
        let mut stored = self.files.iter().filter_map(|(path, layer)| match layer {
            Layer::Stored(hidden) => Some((path, hidden)),
            Layer::Bytes(_) => None,
        });
        let left = repository.and_then(|it| stored.find(|(_, hidden)| it.is_elsewhere(hidden)).map(|(path, _)| path.clone()));
        left.or_else(|| self.below.elsewhere())
    }

    fn passed_over(&self, paths: &[String]) -> Vec<String> {
        let below: Vec<String> = paths.iter().filter(|path| !self.files.contains_key(*path)).cloned().collect();
        self.below.passed_over(&below)
    }
}

fn cause(error: StoreError) -> io::Error {
    match error {
        StoreError::File { cause, .. } | StoreError::Folder { cause, .. } => cause,
        other => io::Error::other(format!("{other:?}")),
    }
}
