//! One task file after the other, each from the index where it is known there, else from its bytes.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::sync::OnceLock;

use memchr::memchr;
use memchr::memmem::Finder;

use crate::domain::task::Task;

use super::decode_task::decode_task;
use super::error::StoreError;
use super::index::{BlobId, Fresh, Index, Mark, Record};
use super::layout::TaskFile;
use super::open::Store;
use super::problem::Decoded;

/// How the files of a scan are read.
pub(super) struct Reading<'a> {
    store: &'a Store,
    /// A text that the files must hold which are wanted.
    needle: Option<&'a Finder<'a>>,
    known: Known<'a>,
    /// Whether what is read is to be known next time.
    keeps: bool,
    /// A file made before the first one was opened.
    start: OnceLock<Option<Mark>>,
}

/// By what a file is known.
enum Known<'a> {
    /// By nothing.
    Nothing,
    /// By its place, and what the system says of it.
    Here(&'a Index<'a>),
    /// By the name that git gives its bytes.
    Stored(HashMap<BlobId, &'a [u8]>),
}

/// What a file gave.
pub(super) enum Found {
    /// It does not hold the text that is wanted.
    Other,
    /// A sound task, which was read before.
    Known(Task),
    /// What its bytes mean, and what to keep of it.
    Read(Decoded<Task>, Option<Fresh>),
    /// It cannot be read.
    Failed(StoreError),
}

impl<'a> Reading<'a> {
    /// Reading from `store`, whose index is `index`.
    pub(super) fn new(store: &'a Store, index: Option<&'a Index<'a>>, needle: Option<&'a Finder<'a>>, keeps: bool) -> Self {
        let known = match (index, store.tree()) {
            (Some(index), Some(_)) => Known::Stored(index.by_blob()),
            (Some(index), None) => Known::Here(index),
            (None, _) => Known::Nothing,
        };
        Self { store, needle, known, keeps, start: OnceLock::new() }
    }

    /// What `file` gives; `buffer` has room for the largest.
    pub(super) fn read(&self, file: &TaskFile, buffer: &mut [u8]) -> Found {
        let holds = |bytes: &[u8]| self.needle.is_none_or(|needle| needle.find(bytes).is_some());
        if let Some(entry) = self.entry(file) {
            if !holds(entry) {
                return Found::Other;
            }
            if let Some(task) = Record::task(entry, file) {
                return Found::Known(task);
            }
        }
        let (bytes, mark) = match self.bytes(file, buffer) {
            Ok(read) => read,
            Err(error) => return Found::Failed(error),
        };
        // What is written in another way than it is meant may hold it all the same.
        if !holds(bytes) && memchr(b'\\', bytes).is_none() {
            return Found::Other;
        }
        let decoded = decode_task(&file.id, &file.project, &file.path, bytes);
        debug_assert!(is_kept_whole(&decoded, file), "{}", file.path);
        let fresh = mark.and_then(|mark| self.fresh(mark, bytes, &decoded));
        Found::Read(decoded, fresh)
    }

    /// What the index knows of `file` as it is now.
    fn entry(&self, file: &TaskFile) -> Option<&'a [u8]> {
        match &self.known {
            Known::Nothing => None,
            Known::Here(index) => {
                let found = fs::symlink_metadata(self.store.root().join(&file.path)).ok()?;
                index.entry(file, &Mark::of(&found)?)
            }
            Known::Stored(entries) => entries.get(&self.store.tree()?.blob(&file.path)?).copied(),
        }
    }

    /// What is to be kept of a file that had `mark` before its `bytes` were read: only what is sound, and had settled.
    fn fresh(&self, mark: Mark, bytes: &[u8], decoded: &Decoded<Task>) -> Option<Fresh> {
        let start = (*self.start.get()?)?;
        let task = decoded.value.as_ref().filter(|_| decoded.problems.is_empty() && mark.is_settled(&start))?;
        Fresh::new(self.store.shelf()?, mark, bytes, task)
    }

    /// One byte more of the file than allowed at most, and the mark that it had before: the directory said that it is a regular
    /// file.
    fn bytes<'b>(&self, file: &TaskFile, buffer: &'b mut [u8]) -> Result<(&'b [u8], Option<Mark>), StoreError> {
        let path = self.store.root().join(&file.path);
        if let Some(tree) = self.store.tree() {
            let bytes = tree.bytes(&file.path).map_err(|cause| StoreError::file(&path, cause))?;
            let length = bytes.len().min(buffer.len());
            buffer[..length].copy_from_slice(&bytes[..length]);
            return Ok((&buffer[..length], None));
        }
        if self.keeps {
            self.start.get_or_init(|| self.store.shelf()?.made_now());
        }
        let mut fill = || -> io::Result<(usize, Option<Mark>)> {
            let mut opened = File::open(&path)?;
            let mark = if self.keeps { Mark::of(&opened.metadata()?) } else { None };
            let mut filled = 0;
            while filled < buffer.len() {
                match opened.read(&mut buffer[filled..])? {
                    0 => break,
                    read => filled += read,
                }
            }
            Ok((filled, mark))
        };
        match fill() {
            Ok((filled, mark)) => Ok((&buffer[..filled], mark)),
            Err(cause) => Err(StoreError::file(&path, cause)),
        }
    }
}

/// Whether the index would give back what it keeps of `file`: every task that any test reads is asked.
fn is_kept_whole(decoded: &Decoded<Task>, file: &TaskFile) -> bool {
    let Some(task) = decoded.value.as_ref().filter(|_| decoded.problems.is_empty()) else { return true };
    Record::entry(task).is_none_or(|entry| Record::task(&entry, file).as_ref() == Some(task))
}
