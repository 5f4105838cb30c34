//! One drawing in a file of its own: what is there already is replaced only where it was made here, and at once or not at all.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crate::domain::message::Message;
use crate::vcs::Beside;

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
/// Something there that was not made here; a disk that does not let itself be written.
pub fn put(path: &Path, drawing: &str, ours: &str) -> Result<Put, Failure> {
    let failed = |cause: io::Error| unwritable(path, &cause);
    match fs::symlink_metadata(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
        Err(cause) => return Err(failed(cause)),
        Ok(there) => {
            let is_ours = there.is_file() && begins_with(path, ours).map_err(failed)?;
            if !is_ours {
                let message = Message::new("svg-not-ours").with("path", path.display().to_string());
                return Err(Failure::new(Kind::Refused, message));
            }
            if fs::read(path).map_err(failed)? == drawing.as_bytes() {
                return Ok(Put::Same);
            }
        }
    }
    if !Beside::put_file(path, drawing.as_bytes(), "mpa-svg").map_err(failed)? {
        return Err(Failure::new(Kind::Git, Message::new("svg-busy").with("path", path.display().to_string())));
    }
    Ok(Put::Written)
}

fn begins_with(path: &Path, ours: &str) -> io::Result<bool> {
    let mut begin = Vec::with_capacity(ours.len());
    let length = u64::try_from(ours.len()).unwrap_or(u64::MAX);
    fs::File::open(path)?.take(length).read_to_end(&mut begin)?;
    Ok(begin == ours.as_bytes())
}

fn unwritable(path: &Path, cause: &io::Error) -> Failure {
    let message = Message::new("svg-unwritable").with("path", path.display().to_string());
    Failure::new(Kind::Data, message.with("cause", cause.to_string()))
}
