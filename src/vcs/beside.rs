//! A folder that appears at once: made in another beside it, where only one works at a time, and moved to its place when it is
//! whole. What somebody left there who was killed, the next takes away.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// In the folder beside, what says that somebody is at it.
const LOCK: &str = "lock";
/// How often the lock is asked for, where others take it away at the same time.
const TRIES: usize = 20;

/// The folder beside, held.
#[derive(Debug)]
pub struct Beside {
    path: PathBuf,
    lock: Option<File>,
}

impl Beside {
    /// Holds `.NAME.PURPOSE` in `above`; `None` while somebody else does.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn hold(above: &Path, name: &str, purpose: &str) -> io::Result<Option<Self>> {
        let path = above.join(format!(".{name}.{purpose}"));
        let Some(lock) = hold(&path)? else { return Ok(None) };
        // A program that outlived whoever started it may still be writing into the one before.
        clear(&path);
        Ok(Some(Self { path, lock: Some(lock) }))
    }

    /// Makes `path` a file that holds `bytes`, at once or not at all; `false` while somebody else does. A file that is there lends
    /// its permissions.
    ///
    /// # Errors
    /// A folder that is not there: rather a slip of the hand than a wish. A disk that does not let itself be written.
    pub fn put_file(path: &Path, bytes: &[u8], purpose: &str) -> io::Result<bool> {
        let above = path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        fs::metadata(above)?;
        let Some(beside) = Self::hold(above, &name, purpose)? else { return Ok(false) };
        let made = beside.fresh();
        fs::write(&made, bytes)?;
        if let Ok(there) = fs::symlink_metadata(path) {
            fs::set_permissions(&made, there.permissions())?;
        }
        fs::rename(&made, path)?;
        Ok(true)
    }

    /// Where something new can be made that nobody writes to.
    pub fn fresh(&self) -> PathBuf {
        self.path.join(fastrand::u64(..).to_string())
    }

    /// Puts the folder `made`, which is in this one, in the place of `target`, which may be there already: at once where the
    /// system can exchange two folders, else in two steps between which `target` is not there.
    ///
    /// # Errors
    /// When it cannot be moved; what was there is there again.
    pub fn replace(&self, made: &Path, target: &Path) -> io::Result<()> {
        if fs::symlink_metadata(target).is_err() {
            return fs::rename(made, target);
        }
        if exchange(made, target).is_ok() {
            return Ok(());
        }
        let old = self.fresh();
        fs::rename(target, &old)?;
        fs::rename(made, target).inspect_err(|_| _ = fs::rename(&old, target))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        clear(&self.path);
        // What stays for now, on a system that keeps what is open, is the next one's to take away.
        let _ = fs::remove_dir_all(&self.path);
        self.lock.take();
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The right to work in `beside`; `None` while somebody else has it.
fn hold(beside: &Path) -> io::Result<Option<File>> {
    for _ in 0..TRIES {
        fs::create_dir_all(beside)?;
        let place = beside.join(LOCK);
        let mut lock = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&place)?;
        if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            return Ok(None);
        }
        // Whoever had it may have taken the file away meanwhile: then this one locks nothing.
        let token = fastrand::u64(..).to_string();
        lock.set_len(0)?;
        lock.write_all(token.as_bytes())?;
        if fs::read_to_string(&place).is_ok_and(|found| found == token) {
            return Ok(Some(lock));
        }
    }
    Ok(None)
}

/// Takes away what is in `beside`, as far as nobody holds it open.
fn clear(beside: &Path) {
    let left = fs::read_dir(beside).into_iter().flatten().flatten().filter(|it| it.file_name() != LOCK);
    for it in left {
        let _ = fs::remove_dir_all(it.path());
    }
}
