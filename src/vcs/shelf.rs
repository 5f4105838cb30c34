//! A file of ours in the git folder of a working tree: derived from what lies there, and thrown away at will.

use std::fs::{self, Metadata};
use std::io::Write;
use std::path::PathBuf;

use super::read::objects::blob_name;
use super::repository::Repository;

/// The name of the file, and how the names of others begin where several things are kept.
const NAME: &str = "mpa-index";
/// More is not read.
const MOST: u64 = 1 << 30;

/// Where it lies.
#[derive(Debug, Clone)]
pub struct Drawer {
    folder: PathBuf,
    name: String,
}

impl Repository {
    /// The file of this working tree, of which each has its own, for what lies below `prefix`.
    pub fn drawer(&self, prefix: &str) -> Drawer {
        let name = match blob_name(prefix.as_bytes()) {
            Some([one, two, three, four, ..]) if !prefix.is_empty() => format!("{NAME}-{one:02x}{two:02x}{three:02x}{four:02x}"),
            _ => NAME.to_owned(),
        };
        Drawer { folder: self.git_dir().to_owned(), name }
    }
}

impl Drawer {
    /// What it holds; `None` where there is nothing, more than `most` bytes, or what somebody else may have written.
    pub fn read(&self, most: u64) -> Option<Vec<u8>> {
        let file = self.folder.join(&self.name);
        let found = fs::symlink_metadata(&file).ok().filter(|found| found.is_file() && found.len() <= most.min(MOST))?;
        if is_own(&found) { fs::read(file).ok() } else { None }
    }

    /// Puts `bytes` there instead, all at once. Where that cannot be done, what was there stays.
    pub fn write(&self, bytes: &[u8]) {
        let put = || -> std::io::Result<()> {
            let mut beside = tempfile::NamedTempFile::new_in(&self.folder)?;
            beside.write_all(bytes)?;
            beside.persist(self.folder.join(&self.name))?;
            Ok(())
        };
        // Nobody needs it: the next run reads the files themselves.
        let _ = put();
    }

    /// What a file is like that is made there now; `None` where nothing can be written.
    pub fn made_now(&self) -> Option<Metadata> {
        tempfile::tempfile_in(&self.folder).ok()?.metadata().ok()
    }
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
