//! A folder of files made from the data, for everybody to read: it changes at once or not at all, and of what is in it only what
//! was made here before is ever replaced or taken away.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::domain::message::Message;
use crate::vcs::Beside;

use super::context::Context;
use super::failure::{Failure, Kind};
use super::output::{Owner, holds_owned, owner};

/// The list of what was made here, in the folder itself: one path a line.
const MANIFEST: &str = ".mpa-site";

/// What became of the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// How many files there are now of ours.
    pub files: usize,
    /// Of these, how many are new or have changed.
    pub changed: usize,
    /// How many are gone.
    pub gone: usize,
}

/// A folder whose next state is being made.
pub struct Folder<'a> {
    out: &'a Path,
    beside: &'a Beside,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// Where the next state is made, once anything differs.
    stage: Option<PathBuf>,
    /// Every file of ours.
    files: BTreeSet<String>,
    /// Those of them that are there already.
    same: Vec<String>,
    folders: BTreeSet<PathBuf>,
}

/// Makes the folder `out` hold exactly the files that `write` puts, beside what others put there.
///
/// # Errors
/// A folder that was not made here and is not empty; a place among the campaign's data, or in git's folder; somebody else who is at
/// it; a disk that does not let itself be written; what `write` gives.
pub fn publish(
    context: &Context,
    out: &Path,
    write: impl FnOnce(&Folder<'_>) -> Result<(), Failure>,
) -> Result<Published, Failure> {
    // A link to a folder stays one.
    let out = fs::canonicalize(out).unwrap_or_else(|_| out.to_owned());
    check_place(context, &out)?;
    let before = own_files(&out)?;
    let (above, name) = (out.parent().unwrap_or(Path::new(".")), out.file_name().unwrap_or_default().to_string_lossy());
    let failed = |cause| unwritable(&out, &cause);
    fs::create_dir_all(above).map_err(failed)?;
    let held = Beside::hold(above, &name, "mpa-site").map_err(failed)?;
    let beside = held.ok_or_else(|| Failure::new(Kind::Git, Message::new("site-busy").with("path", shown(&out))))?;
    let folder = Folder { out: &out, beside: &beside, state: Mutex::default() };
    write(&folder)?;
    folder.finish(&before)
}

impl Folder<'_> {
    /// Puts `bytes` at `path`, which has `/` between folders.
    ///
    /// # Errors
    /// A file there that was not made here; a disk that does not let itself be written.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let is_same = self.is_there(path, bytes);
        let stage = {
            let mut state = self.locked();
            state.files.insert(path.to_owned());
            if is_same {
                state.same.push(path.to_owned());
                return Ok(());
            }
            self.stage(&mut state, path)?
        };
        fs::write(stage.join(path), bytes).map_err(|cause| self.failed(path, cause))
    }

    /// Whether exactly these bytes are there, in a file.
    fn is_there(&self, path: &str, bytes: &[u8]) -> bool {
        let place = self.out.join(path);
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let may_be = fs::symlink_metadata(&place).is_ok_and(|it| it.is_file() && it.len() == length);
        may_be && fs::read(&place).is_ok_and(|found| found == bytes)
    }

    /// The folder of the next state, where `path` has its own folder.
    fn stage(&self, state: &mut State, path: &str) -> Result<PathBuf, Failure> {
        let stage = state.stage.get_or_insert_with(|| self.beside.fresh()).clone();
        let folder = stage.join(path).parent().unwrap_or(&stage).to_owned();
        if state.folders.insert(folder.clone()) {
            fs::create_dir_all(&folder).map_err(|cause| self.failed(path, cause))?;
        }
        Ok(stage)
    }

    fn finish(&self, before: &BTreeSet<String>) -> Result<Published, Failure> {
        let mut state = std::mem::take(&mut *self.locked());
        let list: String = state.files.iter().flat_map(|path| [path, "\n"]).collect();
        let published = Published {
            files: state.files.len(),
            changed: state.files.len() - state.same.len(),
            gone: before.difference(&state.files).count(),
        };
        if state.stage.is_none() && self.is_there(MANIFEST, list.as_bytes()) {
            return Ok(published);
        }
        let stage = self.stage(&mut state, MANIFEST)?;
        for path in std::mem::take(&mut state.same) {
            self.stage(&mut state, &path)?;
            carry(&self.out.join(&path), &stage.join(&path)).map_err(|cause| self.failed(&path, cause))?;
        }
        self.carry_foreign(Path::new(""), &stage, before, &state.files)?;
        fs::write(stage.join(MANIFEST), list).map_err(|cause| self.failed(MANIFEST, cause))?;
        self.beside.replace(&stage, self.out).map_err(|cause| self.failed("", cause))?;
        Ok(published)
    }

    /// Takes over what others put into the folder, below `path`: their folders too, empty ones as well.
    fn carry_foreign(
        &self,
        path: &Path,
        stage: &Path,
        before: &BTreeSet<String>,
        ours: &BTreeSet<String>,
    ) -> Result<(), Failure> {
        let entries = match fs::read_dir(self.out.join(path)) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound && path.as_os_str().is_empty() => return Ok(()),
            entries => entries.map_err(|cause| self.failed(path, cause))?,
        };
        for entry in entries {
            let entry = entry.map_err(|cause| self.failed(path, cause))?;
            let below = path.join(entry.file_name());
            let failed = |cause| self.failed(&below, cause);
            let listed = listed(&below);
            let is_in = |list: &BTreeSet<String>| listed.as_ref().is_some_and(|it| list.contains(it));
            let is_folder = entry.file_type().map_err(failed)?.is_dir();
            if listed.as_deref() == Some(MANIFEST) || !is_folder && is_in(before) {
                continue;
            }
            if is_in(ours) {
                return Err(Failure::new(Kind::Usage, Message::new("site-in-the-way").with("path", shown(&entry.path()))));
            }
            let target = stage.join(&below);
            if !is_folder {
                fs::create_dir_all(stage.join(path)).and_then(|()| carry(&entry.path(), &target)).map_err(failed)?;
                continue;
            }
            if !listed.is_some_and(|it| holds(before, &it)) {
                fs::create_dir_all(&target).map_err(failed)?;
            }
            self.carry_foreign(&below, stage, before, ours)?;
        }
        Ok(())
    }

    fn locked(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn failed(&self, path: impl AsRef<Path>, cause: io::Error) -> Failure {
        unwritable(&self.out.join(path), &cause)
    }
}

/// How the list would call `path`; `None` for a name that it cannot hold.
fn listed(path: &Path) -> Option<String> {
    path.iter().map(OsStr::to_str).collect::<Option<Vec<_>>>().map(|parts| parts.join("/"))
}

/// Whether a file of `list` is below `folder`.
fn holds(list: &BTreeSet<String>, folder: &str) -> bool {
    let below = format!("{folder}/");
    list.range(below.clone()..).next().is_some_and(|it| it.starts_with(&below))
}

/// The same file in another place, without its bytes being written again where the disk can do that.
fn carry(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop))
}

/// Refuses a place that belongs to the campaign's data or to git, and one that holds them, whatever a list in it says.
fn check_place(context: &Context, out: &Path) -> Result<(), Failure> {
    let kept = |key| Err(Failure::new(Kind::Refused, Message::new(key).with("path", shown(out))));
    match owner(context, out) {
        Some(Owner::Data) => kept("site-in-data"),
        Some(Owner::Git) => kept("site-in-git"),
        None if holds_owned(context, out) => Err(not_own(out)),
        None => Ok(()),
    }
}

/// What was made here before: nothing in a folder that is empty or not there.
fn own_files(out: &Path) -> Result<BTreeSet<String>, Failure> {
    match fs::read_to_string(out.join(MANIFEST)) {
        Ok(list) => Ok(list.lines().map(str::to_owned).collect()),
        Err(_) => match fs::read_dir(out).map(|mut entries| entries.next().is_some()) {
            Ok(true) => Err(not_own(out)),
            Ok(false) => Ok(BTreeSet::new()),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
            Err(cause) if cause.kind() == io::ErrorKind::NotADirectory => Err(not_own(out)),
            Err(cause) => Err(unwritable(out, &cause)),
        },
    }
}

fn not_own(out: &Path) -> Failure {
    Failure::new(Kind::Usage, Message::new("site-not-own").with("path", shown(out)))
}

fn unwritable(path: &Path, cause: &io::Error) -> Failure {
    Failure::new(Kind::Data, Message::new("site-unwritable").with("path", shown(path)).with("cause", cause))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
