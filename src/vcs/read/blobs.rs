//! Reading the files of a commit, many at once and never more of each than allowed.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use git2::{ErrorCode, Odb, Oid};

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::Repository;

use super::compare::{Entry, kind_of};
use super::objects::open_folder;

/// How many files a thread takes at a time.
const BATCH: usize = 64;
/// Below this many files a second thread costs more than it brings.
const WORTH_A_THREAD: usize = 256;

impl Repository {
    /// What the commit `id` has in `folder`: names and entries, folders as `None`, in git's order; nothing when there is
    /// no such folder.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn listing(&self, id: &CommitId, folder: &RepoPath) -> Result<Vec<(String, Option<Entry>)>, VcsError> {
        let library = self.library()?;
        let mut tree = self.tree_of(id)?;
        for part in folder.parts() {
            let below = tree.get_name(part).filter(|entry| entry.kind() == Some(git2::ObjectType::Tree)).map(|entry| entry.id());
            let Some(below) = below else { return Ok(Vec::new()) };
            tree = open_folder(library, below, folder.as_str())?.0;
        }
        let named = |entry: git2::TreeEntry<'_>| {
            let is_folder = entry.kind() == Some(git2::ObjectType::Tree);
            let found = Entry { id: entry.id().to_string(), kind: kind_of(entry.filemode_raw()) };
            (String::from_utf8_lossy(entry.name_bytes()).into_owned(), (!is_folder).then_some(found))
        };
        Ok(tree.iter().map(named).collect())
    }

    /// The bytes of the file `entry`; `None` when there are more than `most`, which are then not even read.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn bytes_of(&self, entry: &Entry, most: usize) -> Result<Option<Vec<u8>>, VcsError> {
        let odb = self.library()?.odb().map_err(|error| VcsError::read(entry.id.as_str(), &error))?;
        bounded(&odb, &entry.id, most).map_err(|error| self.unread(&entry.id, &error))
    }

    /// Reads the plain files among `files`, on all processors, and keeps what `keep` makes of each, in order. `keep` is
    /// given the place in `files` and the bytes. Files with more than `most` bytes, and what is damaged, are left out.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn read_all<R: Send>(
        &self,
        files: &[Entry],
        most: usize,
        keep: impl Fn(usize, &[u8]) -> Option<R> + Sync,
    ) -> Result<Vec<R>, VcsError> {
        self.library()?;
        let git_dir = self.git_dir();
        let next = AtomicUsize::new(0);
        let work = || -> Result<Vec<(usize, R)>, git2::Error> {
            // Each thread has a view of its own: libgit2's is not to be shared.
            let library = git2::Repository::open(git_dir)?;
            let odb = library.odb()?;
            let mut kept = Vec::new();
            loop {
                let start = next.fetch_add(BATCH, Ordering::Relaxed);
                let end = (start + BATCH).min(files.len());
                let Some(batch) = files.get(start..end).filter(|batch| !batch.is_empty()) else { return Ok(kept) };
                for (at, entry) in (start..).zip(batch).filter(|(_, entry)| entry.is_plain()) {
                    let bytes = match bounded(&odb, &entry.id, most) {
                        // What is not here is not nothing.
                        Err(error) if error.code() == ErrorCode::NotFound => return Err(error),
                        read => read.unwrap_or_default(),
                    };
                    kept.extend(bytes.and_then(|bytes| keep(at, &bytes)).map(|made| (at, made)));
                }
            }
        };
        let threads = thread::available_parallelism().map_or(1, usize::from).min(8).min(files.len() / WORTH_A_THREAD + 1);
        let outcomes: Vec<_> = thread::scope(|scope| {
            let helpers: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let own = work();
            let joined = helpers.into_iter().map(|helper| helper.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            std::iter::once(own).chain(joined.collect::<Vec<_>>()).collect()
        });
        let mut found = Vec::new();
        for outcome in outcomes {
            found.extend(outcome.map_err(|error| self.unread("objects", &error))?);
        }
        found.sort_unstable_by_key(|(at, _)| *at);
        Ok(found.into_iter().map(|(_, made)| made).collect())
    }
}

fn bounded(odb: &Odb<'_>, id: &str, most: usize) -> Result<Option<Vec<u8>>, git2::Error> {
    let id = Oid::from_str(id)?;
    // The header says how long it is without unpacking a bomb.
    if odb.read_header(id)?.0 > most {
        return Ok(None);
    }
    Ok(Some(odb.read(id)?.data().to_vec()))
}
