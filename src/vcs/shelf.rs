//! A file of ours in the git folder of a working tree: derived from what lies there, and thrown away at will.

use std::fs::{self, Metadata};
use std::io::Write;
use std::path::PathBuf;
use std::time::SystemTime;

use git2::{ObjectType, Oid};

use super::repository::Repository;

/// The name of the file.
const NAME: &str = "mpa-index";
/// More is not read.
const MOST: u64 = 1 << 30;

/// Where it lies.
#[derive(Debug, Clone)]
pub struct Drawer {
    folder: PathBuf,
}

impl Repository {
    /// The file of this working tree: each has its own.
    pub fn drawer(&self) -> Drawer {
        Drawer { folder: self.git_dir().to_owned() }
    }
}

impl Drawer {
    /// What it holds; `None` where there is nothing, or what somebody else may have written.
    pub fn read(&self) -> Option<Vec<u8>> {
        let file = self.folder.join(NAME);
        let found = fs::symlink_metadata(&file).ok().filter(|found| found.is_file() && found.len() <= MOST)?;
        if is_own(&found) { fs::read(file).ok() } else { None }
    }

    /// Puts `bytes` there instead, all at once. Where that cannot be done, what was there stays.
    pub fn write(&self, bytes: &[u8]) {
        let put = || -> std::io::Result<()> {
            let mut beside = tempfile::NamedTempFile::new_in(&self.folder)?;
            beside.write_all(bytes)?;
            beside.persist(self.folder.join(NAME))?;
            Ok(())
        };
        // Nobody needs it: the next run reads the files themselves.
        let _ = put();
    }

    /// What time it is on that disk, in nanoseconds since 1970; `None` where nothing can be written.
    pub fn now(&self) -> Option<i64> {
        let made = tempfile::tempfile_in(&self.folder).ok()?.metadata().ok()?.modified().ok()?;
        i64::try_from(made.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_nanos()).ok()
    }
}

/// The name that git gives a file that holds `bytes`.
pub fn blob_name(bytes: &[u8]) -> Option<[u8; 20]> {
    Oid::hash_object(ObjectType::Blob, bytes).ok()?.as_bytes().try_into().ok()
}

/// The same in hexadecimal, as bytes.
pub fn parsed_name(id: &str) -> Option<[u8; 20]> {
    Oid::from_str(id).ok()?.as_bytes().try_into().ok()
}

#[cfg(unix)]
fn is_own(found: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    found.uid() == rustix::process::geteuid().as_raw() && found.mode() & 0o022 == 0
}

#[cfg(not(unix))]
fn is_own(_: &Metadata) -> bool {
    true
}
