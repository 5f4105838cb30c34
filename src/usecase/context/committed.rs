//! The data of one commit, for operations that would otherwise read the checkout.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fmt, io};

use crate::store::{Elsewhere, FILE_MAX, Listed, ListedKind, Tree};
use crate::vcs::{CommitId, Entry, EntryKind, RepoPath, Repository, VcsError};

/// The files of one commit.
pub(crate) struct Committed {
    state: Mutex<State>,
}

struct State {
    repository: Repository,
    /// The folder that holds `data/`, with a slash behind it; empty at the top.
    prefix: String,
    commit: CommitId,
    /// The files that were listed already: opening a large folder for each of its files would take a while.
    known: HashMap<String, Entry>,
}

impl Committed {
    /// The data below `prefix` in `commit`.
    pub(crate) fn new(repository: Repository, prefix: String, commit: &CommitId) -> Self {
        Self { state: Mutex::new(State { repository, prefix, commit: commit.clone(), known: HashMap::new() }) }
    }

    /// From now on, `commit` is read.
    pub(super) fn follow(&self, commit: &CommitId) {
        let mut state = self.state();
        state.known.clear();
        state.commit.clone_from(commit);
    }

    /// The commit that is read.
    pub(super) fn commit(&self) -> CommitId {
        self.state().commit.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn place(&self, path: &str) -> io::Result<RepoPath> {
        RepoPath::new(&format!("{}{path}", self.prefix)).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl fmt::Debug for Committed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.state().commit.as_str())
    }
}

impl Tree for Committed {
    fn bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        let state = self.state();
        let entry = match state.known.get(path) {
            Some(entry) => entry.clone(),
            None => {
                let found = state.repository.entry(&state.commit, &state.place(path)?).map_err(io::Error::other)?;
                found.ok_or(io::ErrorKind::NotFound)?
            }
        };
        if !entry.is_plain() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let bytes = state.repository.bytes_of(&entry, FILE_MAX).map_err(|error| match error {
            VcsError::NotFetched => io::Error::other(Elsewhere),
            other => io::Error::other(other),
        })?;
        Ok(bytes.unwrap_or_else(|| vec![b' '; FILE_MAX + 1]))
    }

    fn list(&self, folder: &str) -> io::Result<Vec<Listed>> {
        let mut state = self.state();
        let place = state.place(folder)?;
        let found = state.repository.listing(&state.commit, &place).map_err(io::Error::other)?;
        let mut listed = Vec::with_capacity(found.len());
        for (name, entry) in found {
            let kind = match entry.as_ref().map(|entry| entry.kind) {
                None => ListedKind::Folder,
                Some(EntryKind::File | EntryKind::Executable) => ListedKind::File,
                Some(EntryKind::Link) => ListedKind::Link,
                Some(EntryKind::Submodule) => ListedKind::Other,
            };
            if let Some(entry) = entry {
                state.known.insert(format!("{folder}/{name}"), entry);
            }
            listed.push(Listed { name: name.into(), kind });
        }
        Ok(listed)
    }
}
