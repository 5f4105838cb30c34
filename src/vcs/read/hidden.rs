//! Files that git keeps out of the working tree or was told not to look at. Commits hold them all the same: that they are not
//! on the disk says nothing about them.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;

use crate::domain::shell::command;
use crate::vcs::error::VcsError;
use crate::vcs::error::kinds::KeptOut;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::{Engine, Repository};

use super::compare::{Entry, kind_of};
use super::index::{InIndex, library_entry, listed_entry};

/// How much of the index is in memory at once, in bytes.
const GLANCE: usize = 64 * 1024;
/// Where the flags of an entry of git's index stand, and how long the sum at the end is, with names of 20 bytes for objects.
const FLAGS: u64 = 60;
const CHECKSUM: u64 = 20;
/// The flags: assumed to be unchanged, more flags follow, the length of the name unless it is too long; and to be skipped.
const ASSUMED: u16 = 0x8000;
const EXTENDED: u16 = 0x4000;
const LENGTH: u16 = 0x0fff;
const SKIPPED: u16 = 0x4000;

/// A file git does not look at on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Which file.
    pub path: RepoPath,
    /// What the index has for it.
    pub entry: Entry,
    /// What lifts that.
    pub remedy: String,
    /// Whether something is on the disk in its place.
    pub is_there: bool,
}

/// Git's index where it lies, for whoever looks at it later and seldom finds anything.
#[derive(Debug, Clone)]
pub struct IndexOnDisk {
    /// The file, where its format is one that is understood.
    file: Option<PathBuf>,
}

impl IndexOnDisk {
    /// Whether it is certain that no file is [hidden](Hidden): one look from front to back.
    pub fn hides_nothing(&self) -> bool {
        let open = |file| {
            let index = fs::File::open(file).ok()?;
            let length = index.metadata().ok()?.len();
            Some(hides_nothing(BufReader::with_capacity(GLANCE, index), length))
        };
        self.file.as_ref().and_then(open).unwrap_or_default()
    }
}

impl Repository {
    /// The index of this working tree.
    pub fn index_on_disk(&self) -> IndexOnDisk {
        IndexOnDisk { file: matches!(self.engine, Engine::Library(_)).then(|| self.git_dir().join("index")) }
    }

    /// Every such file. Where there is none, as in most clones, that costs one look at git's index.
    ///
    /// # Errors
    /// `GitMissing`, `Program`.
    pub fn hidden(&self) -> Result<Vec<Hidden>, VcsError> {
        if self.index_on_disk().hides_nothing() {
            return Ok(Vec::new());
        }
        let found = self.whole_index()?.into_iter().filter(|(_, it)| it.is_hidden() && !it.conflict);
        let named = found.filter_map(|(path, it)| Some((RepoPath::new(&path)?, it)));
        let seen = named.map(|(path, it)| Hidden {
            remedy: remedy(&path, &it),
            is_there: fs::symlink_metadata(path.below(self.workdir())).is_ok(),
            entry: Entry { id: it.leaf.id, kind: kind_of(i32::try_from(it.leaf.mode).unwrap_or_default()) },
            path,
        });
        Ok(seen.collect())
    }

    fn whole_index(&self) -> Result<Vec<(String, InIndex)>, VcsError> {
        if let Engine::Library(library) = &self.engine
            && let Ok(mut index) = library.index()
            && index.read(false).is_ok()
        {
            let stage = |entry: &git2::IndexEntry| i32::from(entry.flags >> 12 & 3);
            let named = |it: git2::IndexEntry| (String::from_utf8_lossy(&it.path).into_owned(), library_entry(stage(&it), &it));
            return Ok(index.iter().map(named).collect());
        }
        let answer = self.git().read(&["ls-files", "-z", "--stage", "-v"])?.expect_success("git ls-files")?;
        Ok(String::from_utf8_lossy(&answer.stdout).split_terminator('\0').filter_map(listed_entry).collect())
    }

    /// What the index has for a hidden file; `None` when that is more than `most` bytes.
    ///
    /// # Errors
    /// `Read`, `Program`.
    pub fn hidden_bytes(&self, hidden: &Hidden, most: usize) -> Result<Option<Vec<u8>>, VcsError> {
        match &self.engine {
            Engine::Library(_) => self.bytes_of(&hidden.entry, most),
            Engine::Program(_) => Ok(Some(self.blob(&hidden.entry.id, &hidden.path)?).filter(|bytes| bytes.len() <= most)),
        }
    }

    /// Whether a clone that leaves texts with the remote has left that of `hidden` there.
    pub fn is_elsewhere(&self, hidden: &Hidden) -> bool {
        let is_here = |library: &git2::Repository| {
            library.odb().is_ok_and(|odb| git2::Oid::from_str(&hidden.entry.id).is_ok_and(|id| odb.exists(id)))
        };
        self.is_partial() && self.library().is_ok_and(|library| !is_here(library))
    }

    /// Why nothing is written to `path`, which git does not look at, with the way to have it.
    pub fn kept_out(&self, path: &RepoPath) -> VcsError {
        let is_set = |key: &str| self.config(key).is_some_and(|value| value == "true");
        let why = if is_set("core.sparseCheckout") {
            let folder = path.folders().last().unwrap_or(path.as_str());
            KeptOut::Sparse {
                command: match is_set("core.sparseCheckoutCone") {
                    true => command("git sparse-checkout add {}", &[folder]),
                    false => command("git sparse-checkout add {}", &[&format!("/{folder}/")]),
                },
            }
        } else {
            let found = self.hidden().unwrap_or_default().into_iter().find(|it| it.path == *path);
            match found {
                Some(Hidden { remedy, is_there: false, .. }) => KeptOut::ToldAndGone { command: remedy },
                found => KeptOut::Told { command: found.map_or_else(String::new, |it| it.remedy) },
            }
        };
        VcsError::SkipWorktree { path: path.clone(), why }
    }
}

/// What makes git look at `path` again. It takes back one such word at a time.
fn remedy(path: &RepoPath, it: &InIndex) -> String {
    let ways =
        [("git update-index --no-skip-worktree -- {}", it.skipped), ("git update-index --no-assume-unchanged -- {}", it.assumed)];
    let commands = ways.iter().filter(|(_, is_set)| *is_set).map(|(form, _)| command(form, &[path.as_str()]));
    commands.collect::<Vec<_>>().join(" && ")
}

/// Whether an index of `length` bytes, in any of its three versions, hides nothing: no entry is to be skipped or assumed to be
/// unchanged, and no part of it stands elsewhere. What is not understood may hide something.
fn hides_nothing(index: impl BufRead, length: u64) -> bool {
    let mut glance = Glance { index, at: 0 };
    glance.has_plain_entries() == Some(true) && glance.is_whole(length) == Some(true)
}

/// Git's index from front to back: a large one is never in memory as a whole.
struct Glance<R> {
    index: R,
    at: u64,
}

impl<R: BufRead> Glance<R> {
    /// Whether no entry is hidden; `None` where it is not understood.
    fn has_plain_entries(&mut self) -> Option<bool> {
        let [b'D', b'I', b'R', b'C', _, _, _, version @ 2..=4] = self.take::<8>()? else { return None };
        for _ in 0..u32::from_be_bytes(self.take()?) {
            let begins = self.at;
            self.skip(FLAGS)?;
            let flags = u16::from_be_bytes(self.take()?);
            let more = if flags & EXTENDED == 0 { 0 } else { u16::from_be_bytes(self.take()?) };
            if flags & ASSUMED != 0 || more & SKIPPED != 0 {
                return Some(false);
            }
            match (version, flags & LENGTH) {
                (4, _) => {
                    while self.take::<1>()?[0] & 0x80 != 0 {}
                    self.skip_name()?;
                }
                (_, LENGTH) => self.skip_name()?,
                (_, length) => self.skip(u64::from(length) + 1)?,
            }
            if version < 4 {
                self.skip((self.at - begins).next_multiple_of(8) - (self.at - begins))?;
            }
        }
        Some(true)
    }

    /// Whether nothing that follows the entries says that more of them stand elsewhere.
    fn is_whole(&mut self, length: u64) -> Option<bool> {
        while self.at + CHECKSUM < length {
            let name: [u8; 4] = self.take()?;
            if matches!(&name, b"link" | b"sdir") {
                return Some(false);
            }
            let long = u32::from_be_bytes(self.take()?);
            self.skip(u64::from(long))?;
        }
        Some(true)
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        self.index.read_exact(&mut bytes).ok()?;
        self.at += N as u64;
        Some(bytes)
    }

    /// Over a name and the zero behind it.
    fn skip_name(&mut self) -> Option<()> {
        self.at += self.index.skip_until(0).ok()? as u64;
        Some(())
    }

    fn skip(&mut self, mut count: u64) -> Option<()> {
        self.at += count;
        while count > 0 {
            let there = self.index.fill_buf().ok()?.len();
            let step = there.min(usize::try_from(count).unwrap_or(usize::MAX));
            if step == 0 {
                return None;
            }
            self.index.consume(step);
            count -= step as u64;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vcs::tests::kit::{Kit, TASK};

    #[test]
    fn a_glance_is_enough_for_every_version_of_the_index() {
        for version in ["2", "3", "4"] {
            let kit = Kit::new();
            let index = || fs::read(kit.workdir().join(".git/index")).unwrap();
            let glance = || hides_nothing(&index()[..], index().len() as u64);
            let blob = kit.git(&["hash-object", "-w", "note.txt"]);
            let long = format!("100644,{},far/{}x", blob.trim(), "deep/".repeat(1000));
            kit.git(&["update-index", "--add", "--cacheinfo", &long]);
            kit.write("new.txt", "new\n");
            kit.git(&["add", "--intent-to-add", "new.txt"]);
            kit.git(&["update-index", "--index-version", version]);
            assert!(glance(), "{version}");
            kit.git(&["update-index", "--skip-worktree", TASK]);
            assert!(!glance(), "{version}");
        }
        let unknown = [&b"DIRC\0\0\0\x05\0\0\0\x01"[..], &[0; 100]].concat();
        assert!(!hides_nothing(&b"DIRC"[..], 4) && !hides_nothing(&unknown[..], 112));
    }
}
