//! The words of errors that several of them share.

use std::path::Path;
use std::time::Duration;

use crate::domain::message::Message;

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
/// The oldest git with everything used here (`rev-parse --path-format` came last).
pub const MINIMUM_GIT: (u32, u32) = (2, 31);
