//! The words of errors that several of them share.

use std::io;
use std::path::Path;
use std::time::Duration;

use super::program::MINIMUM_GIT;
use crate::domain::message::Message;

pub(super) fn file_sentence(kind: io::ErrorKind) -> Message {
    match kind {
        io::ErrorKind::PermissionDenied => Message::new("vcs-file-permission"),
        io::ErrorKind::ReadOnlyFilesystem => Message::new("vcs-file-read-only"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Message::new("vcs-file-disk-full"),
        _ => Message::new("vcs-file"),
    }
}

pub(super) fn system_sentence(kind: io::ErrorKind) -> Message {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Message::new("vcs-program-disk-full"),
        io::ErrorKind::ReadOnlyFilesystem => Message::new("vcs-program-read-only"),
        _ => Message::new("vcs-program-permission"),
    }
}

pub(super) fn at(message: Message, path: &Path) -> Message {
    message.with("path", shown(path))
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

pub(super) fn seconds(waited: Duration) -> i64 {
    i64::try_from(waited.as_secs()).unwrap_or(i64::MAX)
}

pub(super) fn minimum_git() -> String {
    format!("{}.{}", MINIMUM_GIT.0, MINIMUM_GIT.1)
}
