//! Why the system did not do what it was asked for, in words of the catalogue where it gives one of the usual reasons: its own are
//! in English, and end with a number.

use std::io::{Error, ErrorKind};

use super::message::{Arg, Message};

impl From<&Error> for Arg {
    fn from(cause: &Error) -> Self {
        usual(cause.kind()).map_or_else(|| cause.to_string().into(), |key| Message::new(key).into())
    }
}

fn usual(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "cause-not-there",
        ErrorKind::AlreadyExists => "cause-there",
        ErrorKind::PermissionDenied => "cause-not-allowed",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "cause-disk-full",
        ErrorKind::ReadOnlyFilesystem => "cause-read-only",
        ErrorKind::IsADirectory => "cause-folder",
        ErrorKind::NotADirectory => "cause-no-folder",
        ErrorKind::FileTooLarge => "cause-too-large",
        _ => return None,
    })
}
