//! By what a file in the working tree is known again without being opened: as git's index knows it.

use std::fs::Metadata;

use serde::{Deserialize, Serialize};

/// A file that changed so shortly before it was looked at could change once more without its times telling: three seconds, in
/// nanoseconds.
const SETTLED: i64 = 3_000_000_000;

/// What the system says of a file: any write to it changes that. Times are nanoseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    size: u64,
    /// When its bytes changed.
    modified: i64,
    /// When anything about it changed: nobody sets this one back.
    changed: i64,
    inode: u64,
    device: u64,
}

impl Mark {
    /// That of a regular file; `None` for anything else, and where the system says too little: where times are whole seconds, two
    /// writes look alike, and some systems set even the second time back.
    #[cfg(unix)]
    pub fn of(found: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let moment = |seconds: i64, nanos: i64| seconds.checked_mul(1_000_000_000)?.checked_add(nanos);
        let is_coarse = found.mtime_nsec() == 0 && found.ctime_nsec() == 0;
        let modified = moment(found.mtime(), found.mtime_nsec()).filter(|_| !is_coarse)?;
        let changed = moment(found.ctime(), found.ctime_nsec())?;
        found.is_file().then(|| Self { size: found.size(), modified, changed, inode: found.ino(), device: found.dev() })
    }

    /// Elsewhere nothing tells that a file was written to whose time was set back: every file is read.
    #[cfg(not(unix))]
    pub fn of(_: &Metadata) -> Option<Self> {
        None
    }

    /// The same so many nanoseconds later, for tests.
    #[cfg(test)]
    pub fn later(self, by: i64) -> Self {
        Self { changed: self.changed + by, ..self }
    }

    /// Whether the file had been left alone for a while when `start` was made, on the same disk, by whose clock both are dated:
    /// whatever is written to it from then on shows.
    pub fn is_settled(&self, start: &Self) -> bool {
        self.device == start.device && self.modified.max(self.changed) < start.changed.saturating_sub(SETTLED)
    }
}
