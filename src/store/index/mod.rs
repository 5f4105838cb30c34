//! What was read before: of each task file what it meant, so that a file that did not change is not parsed again.
//!
//! The index is derived and disposable. An entry is a pure function of the bytes of a file and of the decoders, and stands under
//! the name that git gives those bytes: it cannot be stale. Which bytes a file in the working tree holds is told by its [`Mark`],
//! as git's own index does it. Whatever is not known for certain is read from the file: an index that is missing, damaged, somebody
//! else's or of another version is none.

mod mark;
mod record;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Debug;
use std::ops::Range;

use memchr::memmem;
use serde::{Deserialize, Serialize};

use crate::domain::name::ANONYMOUS;
use crate::domain::task::Task;

use super::layout::TaskFile;

pub use mark::Mark;
pub use record::Record;

/// What the decoders are: a sum of their sources, made when they are compiled.
const DECODERS: &str = env!("MPA_DECODERS");
/// The bytes of the sum at the end.
const SUM: usize = 4;
/// Fewer files are read as fast as they are looked up.
pub const WORTH_IT: usize = 48;
/// A file is read in the time in which so many bytes of the index are: of a few files among many, each is read.
const DEAR: u64 = 16 * 1024;
/// The share of files that are read again before the index is written anew: one in so many.
const WORN: usize = 50;

/// The name that git gives the bytes of a file.
pub type BlobId = [u8; 20];

/// Where the index is kept, and who names bytes as git does.
pub trait Shelf: Debug + Send + Sync {
    /// What is kept, if it can be read, nobody else wrote it and it has no more than `most` bytes.
    fn read(&self, most: u64) -> Option<Vec<u8>>;

    /// Keeps `bytes` instead, all at once; where that cannot be done, nothing is kept.
    fn write(&self, bytes: &[u8]);

    /// The name that git gives `bytes`.
    fn name(&self, bytes: &[u8]) -> Option<BlobId>;

    /// What a file is like that is made now where the index is kept; `None` where nothing can be kept anyway.
    fn made_now(&self) -> Option<Mark>;
}

/// The index as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    decoders: &'a str,
    /// The folder that holds `data/`.
    root: &'a str,
    #[serde(borrow)]
    rows: Vec<Row<'a>>,
    entries: &'a [u8],
}

/// One file.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Row<'a> {
    path: &'a str,
    mark: Mark,
    blob: BlobId,
    /// Where its entry is.
    entry: Range<u32>,
}

/// The index, read.
#[derive(Debug)]
pub struct Index<'a> {
    rows: Vec<Row<'a>>,
    entries: &'a [u8],
}

/// A file that was read, and what is to be kept of it.
#[derive(Debug)]
pub struct Fresh {
    mark: Mark,
    blob: BlobId,
    entry: Vec<u8>,
}

impl Fresh {
    /// What is to be kept of a file that held `bytes` when it had `mark`, and means `task`; nothing where that says too little.
    pub fn new(shelf: &dyn Shelf, mark: Mark, bytes: &[u8], task: &Task) -> Option<Self> {
        Some(Self { mark, blob: shelf.name(bytes)?, entry: Record::entry(task)? })
    }
}

impl<'a> Index<'a> {
    /// What `bytes` keep of the files below `root`; `None` where that is not to be trusted.
    pub fn read(bytes: &'a [u8], root: &str) -> Option<Self> {
        let (body, sum) = bytes.split_at_checked(bytes.len().checked_sub(SUM)?)?;
        if sum != crc32fast::hash(body).to_le_bytes() {
            return None;
        }
        let kept: Kept<'a> = postcard::from_bytes(body).ok()?;
        (kept.decoders == DECODERS && kept.root == root).then_some(Self { rows: kept.rows, entries: kept.entries })
    }

    /// What is known of `file`, which has `mark` now.
    pub fn entry(&self, file: &TaskFile, mark: &Mark) -> Option<&'a [u8]> {
        let row = self.row(&file.path)?;
        if row.mark == *mark { self.bytes(row) } else { None }
    }

    /// How many files it knows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, path: &str) -> Option<&Row<'a>> {
        self.rows.binary_search_by(|row| row.path.cmp(path)).ok().and_then(|at| self.rows.get(at))
    }

    fn bytes(&self, row: &Row<'a>) -> Option<&'a [u8]> {
        let range = usize::try_from(row.entry.start).ok()?..usize::try_from(row.entry.end).ok()?;
        self.entries.get(range)
    }

    /// What is known of the bytes that git calls so, by their names.
    pub fn by_blob(&self) -> HashMap<BlobId, &'a [u8]> {
        self.rows.iter().filter_map(|row| Some((row.blob, self.bytes(row)?))).collect()
    }
}

/// How many bytes of an index are worth reading, where `count` files are wanted.
pub fn worth_reading(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX).saturating_mul(DEAR)
}

/// Whether it pays to write the index anew, where `fresh` of `all` files were read and `known` knew so many. It has to be, where
/// somebody may have been forgotten: the name of before must not stay.
pub fn is_worn(known: Option<usize>, fresh: &[(usize, Fresh)], all: usize) -> bool {
    let gone = known.unwrap_or(0).saturating_sub(all);
    let forgets = |(_, it): &(usize, Fresh)| memmem::find(&it.entry, ANONYMOUS.as_bytes()).is_some();
    known.is_none() || (fresh.len() + gone) * WORN > all || fresh.iter().any(forgets)
}

/// The index of `files` below `root`: what was read now, and what `known` knew of the others.
pub fn written(root: &str, files: &[TaskFile], known: Option<&Index<'_>>, read: Vec<(usize, Fresh)>) -> Option<Vec<u8>> {
    let mut entries = Vec::new();
    let mut rows = Vec::with_capacity(files.len());
    let mut fresh: HashMap<usize, Fresh> = read.into_iter().collect();
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_unstable_by(|a, b| files[*a].path.cmp(&files[*b].path));
    for at in order {
        let path = files[at].path.as_str();
        let (mark, blob, entry) = match fresh.remove(&at) {
            Some(it) => (it.mark, it.blob, Cow::Owned(it.entry)),
            None => match known.and_then(|index| index.row(path).and_then(|row| Some((row.mark, row.blob, index.bytes(row)?)))) {
                Some((mark, blob, entry)) => (mark, blob, Cow::Borrowed(entry)),
                None => continue,
            },
        };
        let start = u32::try_from(entries.len()).ok()?;
        entries.extend_from_slice(&entry);
        rows.push(Row { path, mark, blob, entry: start..u32::try_from(entries.len()).ok()? });
    }
    let mut body = postcard::to_stdvec(&Kept { decoders: DECODERS, root, rows, entries: &entries }).ok()?;
    body.extend(crc32fast::hash(&body).to_le_bytes());
    Some(body)
}
