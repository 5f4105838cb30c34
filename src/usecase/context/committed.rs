//! The data of one commit, for operations that would otherwise read the checkout.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::{fmt, io};

use crate::store::{Elsewhere, FILE_MAX, Listed, ListedKind, Tree};
use crate::vcs::{CommitId, Entry, EntryKind, RepoPath, Repository, Surroundings, VcsError};

/// The files of one commit.
pub(crate) struct Committed {
    /// The folder that holds `data/`, with a slash behind it; empty at the top.
    prefix: String,
    place: RwLock<Place>,
    /// One view of the repository for each thread that reads at a time: libgit2's is not to be shared.
    views: Mutex<Vec<Repository>>,
    workdir: PathBuf,
    around: Surroundings,
}

/// Where is read.
struct Place {
    commit: CommitId,
    /// The files that were listed already: opening a large folder for each of its files would take a while.
    known: HashMap<String, Entry>,
}

impl Committed {
    /// The data below `prefix` in `commit`.
    pub(crate) fn new(repository: Repository, prefix: String, commit: &CommitId) -> Self {
        Self {
            prefix,
            place: RwLock::new(Place { commit: commit.clone(), known: HashMap::new() }),
            workdir: repository.workdir().to_owned(),
            around: repository.surroundings().clone(),
            views: Mutex::new(vec![repository]),
        }
    }

    /// From now on, `commit` is read.
    pub(super) fn follow(&self, commit: &CommitId) {
        let mut place = self.place.write().unwrap_or_else(PoisonError::into_inner);
        place.known.clear();
        place.commit.clone_from(commit);
    }

    /// The commit that is read.
    pub(super) fn commit(&self) -> CommitId {
        self.place().commit.clone()
    }

    fn place(&self) -> RwLockReadGuard<'_, Place> {
        self.place.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn path(&self, path: &str) -> io::Result<RepoPath> {
        RepoPath::new(&format!("{}{path}", self.prefix)).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// What `read` reads in a view that nobody else reads in.
    fn through<T>(&self, read: impl FnOnce(&Repository) -> Result<T, VcsError>) -> io::Result<T> {
        let views = || self.views.lock().unwrap_or_else(PoisonError::into_inner);
        let free = views().pop();
        let again = || Repository::discover(&self.workdir, self.around.clone());
        let view = free.map_or_else(again, Ok).map_err(io::Error::other)?;
        let found = read(&view);
        views().push(view);
        found.map_err(|error| match error {
            VcsError::NotFetched => io::Error::other(Elsewhere),
            other => io::Error::other(other),
        })
    }
}

impl fmt::Debug for Committed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.place().commit.as_str())
    }
}

impl Tree for Committed {
    fn bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        let (known, commit) = {
            let place = self.place();
            (place.known.get(path).cloned(), place.commit.clone())
        };
        let full = self.path(path)?;
        let bytes = self.through(|repository| {
            let found = known.map_or_else(|| repository.entry(&commit, &full), |known| Ok(Some(known)))?;
            let plain = |entry: Entry| {
                if entry.is_plain() {
                    repository.bytes_of(&entry, FILE_MAX).map(Ok)
                } else {
                    Ok(Err(io::ErrorKind::InvalidInput))
                }
            };
            found.map_or(Ok(Err(io::ErrorKind::NotFound)), plain)
        })?;
        Ok(bytes?.unwrap_or_else(|| vec![b' '; FILE_MAX + 1]))
    }

    fn list(&self, folder: &str) -> io::Result<Vec<Listed>> {
        let (commit, full) = (self.commit(), self.path(folder)?);
        let found = self.through(|repository| repository.listing(&commit, &full))?;
        let mut place = self.place.write().unwrap_or_else(PoisonError::into_inner);
        let mut listed = Vec::with_capacity(found.len());
        for (name, entry) in found {
            let kind = match entry.as_ref().map(|entry| entry.kind) {
                None => ListedKind::Folder,
                Some(EntryKind::File | EntryKind::Executable) => ListedKind::File,
                Some(EntryKind::Link) => ListedKind::Link,
                Some(EntryKind::Submodule) => ListedKind::Other,
            };
            if let Some(entry) = entry {
                place.known.insert(format!("{folder}/{name}"), entry);
            }
            listed.push(Listed { name: name.into(), kind });
        }
        Ok(listed)
    }
}
