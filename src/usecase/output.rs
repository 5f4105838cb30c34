//! One file that was asked for, where somebody wants it: written at once or not at all, and never among the data or what git keeps.

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

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
    if is_plain(path) {
        let failed = |cause: io::Error| unwritable(path, &cause);
        if !begins_with(path, ours).map_err(failed)? {
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
/// Something there that is no file; a folder that is not there; a place among the campaign's data, or in git's folder; somebody
/// else who is at it; a disk that does not let itself be written.
pub fn put_file(context: &Context, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    check_place(context, path)?;
    if fs::symlink_metadata(path).is_ok() && !is_plain(path) {
        return Err(refused("output-no-file", path));
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
        return Err(Failure::new(Kind::Data, Message::new("output-no-folder").with("path", folder.display().to_string())));
    }
    if Beside::put_file(path, bytes, "mpa-output").map_err(|cause| unwritable(path, &cause))? {
        return Ok(());
    }
    Err(Failure::new(Kind::Git, Message::new("output-busy").with("path", path.display().to_string())))
}

fn check_place(context: &Context, path: &Path) -> Result<(), Failure> {
    match path.parent().and_then(|above| owner(context, above)) {
        Some(Owner::Data) => Err(refused("output-in-data", path)),
        Some(Owner::Git) => Err(refused("output-in-git", path)),
        None => Ok(()),
    }
}

/// Whose a folder is, and nobody else's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The campaign's data.
    Data,
    /// Git.
    Git,
}

/// Whose folder `path` is, or would be in, however it is named.
pub(super) fn owner(context: &Context, path: &Path) -> Option<Owner> {
    let path = real(path)?;
    owned(context).find(|(_, folder)| path.starts_with(folder)).map(|(owner, _)| owner)
}

/// Whether such a folder is in `path`.
pub(super) fn holds_owned(context: &Context, path: &Path) -> bool {
    real(path).is_some_and(|path| owned(context).any(|(_, folder)| folder.starts_with(&path)))
}

fn owned(context: &Context) -> impl Iterator<Item = (Owner, PathBuf)> {
    let git = context.repository.iter().flat_map(|it| [it.git_dir(), it.common_dir()]);
    let git = git.filter_map(|it| Some((Owner::Git, fs::canonicalize(it).ok()?)));
    let data = fs::canonicalize(context.store.root().join(DATA_FOLDER)).ok();
    data.map(|it| (Owner::Data, it)).into_iter().chain(git)
}

/// Where `path` leads, through links too; what is not there yet are folders that will be made.
fn real(path: &Path) -> Option<PathBuf> {
    let (there, begin) = path.ancestors().find_map(|it| Some((it, fs::canonicalize(it).ok()?)))?;
    let further = |known: PathBuf, part: Component<'_>| {
        let next = known.join(part);
        fs::canonicalize(&next).unwrap_or_else(|_| match part {
            Component::ParentDir => known.parent().unwrap_or(&known).to_owned(),
            _ => next,
        })
    };
    Some(path.strip_prefix(there).ok()?.components().fold(begin, further))
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
