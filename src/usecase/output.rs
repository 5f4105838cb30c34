//! One file that was asked for, where somebody wants it: written at once or not at all, and never among the data or what git keeps.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::domain::message::Message;
use crate::store::DATA_FOLDER;
use crate::vcs::Beside;

use super::context::Context;
use super::failure::{Failure, Kind};

/// What became of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It is new, or has changed.
    Written,
    /// It holds that drawing already.
    Same,
}

/// Puts `drawing` at `path`. A file there is replaced only where it begins with `ours`.
///
/// # Errors
/// Something there that was not made here; what [`put_file`] says.
pub fn put_drawing(context: &Context, path: &Path, drawing: &str, ours: &str) -> Result<Put, Failure> {
    if fs::symlink_metadata(path).is_ok() {
        let failed = |cause: io::Error| unwritable(path, &cause);
        let is_ours = is_plain(path) && begins_with(path, ours).map_err(failed)?;
        if !is_ours {
            return Err(refused("svg-not-ours", path));
        }
        if fs::read(path).map_err(failed)? == drawing.as_bytes() {
            return Ok(Put::Same);
        }
    }
    put_file(context, path, drawing.as_bytes()).map(|()| Put::Written)
}

/// Makes `path` a file that holds `bytes`, in place of what it held.
///
/// # Errors
/// Something there that is no file; a place among the campaign's data, or in git's folder; somebody else who is at it; a disk that
/// does not let itself be written.
pub fn put_file(context: &Context, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    check_place(context, path)?;
    if fs::symlink_metadata(path).is_ok() && !is_plain(path) {
        return Err(refused("output-no-file", path));
    }
    if Beside::put_file(path, bytes, "mpa-output").map_err(|cause| unwritable(path, &cause))? {
        return Ok(());
    }
    Err(Failure::new(Kind::Git, Message::new("output-busy").with("path", path.display().to_string())))
}

/// Refuses a place that belongs to the campaign's data or to git, however it is named.
fn check_place(context: &Context, path: &Path) -> Result<(), Failure> {
    let above = path.parent().and_then(|above| fs::canonicalize(above).ok());
    let is_in =
        |folder: &Path| above.as_ref().zip(fs::canonicalize(folder).ok()).is_some_and(|(above, it)| above.starts_with(it));
    if is_in(&context.store.root().join(DATA_FOLDER)) {
        return Err(refused("output-in-data", path));
    }
    if context.repository.iter().any(|it| is_in(it.git_dir()) || is_in(it.common_dir())) {
        return Err(refused("output-in-git", path));
    }
    Ok(())
}

fn is_plain(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|there| there.is_file())
}

fn begins_with(path: &Path, ours: &str) -> io::Result<bool> {
    let mut begin = Vec::with_capacity(ours.len());
    let length = u64::try_from(ours.len()).unwrap_or(u64::MAX);
    fs::File::open(path)?.take(length).read_to_end(&mut begin)?;
    Ok(begin == ours.as_bytes())
}

fn refused(key: &'static str, path: &Path) -> Failure {
    Failure::new(Kind::Refused, Message::new(key).with("path", path.display().to_string()))
}

fn unwritable(path: &Path, cause: &io::Error) -> Failure {
    let message = Message::new("output-unwritable").with("path", path.display().to_string());
    Failure::new(Kind::Data, message.with("cause", cause))
}
