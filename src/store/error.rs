//! What keeps a folder or a file from being read, or an edit from being made.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use crate::domain::message::Message;

use super::source::FILE_MAX;

/// Why the data could not be reached. Problems *inside* a file are [`super::Problem`]s.
#[derive(Debug)]
pub enum StoreError {
    /// A folder could not be listed.
    Folder { path: PathBuf, cause: io::Error },
    /// A file could not be read.
    File { path: PathBuf, cause: io::Error },
    /// More files than any campaign has.
    TooManyFiles { path: PathBuf, most: usize },
    /// The edit would not have given what was wanted; nothing was written.
    Edit,
    /// The edit would have given a file that is too large to be read; nothing was written.
    TooLarge,
}

impl StoreError {
    pub(super) fn folder(path: &Path, cause: io::Error) -> Self {
        Self::Folder { path: path.to_owned(), cause }
    }

    pub(super) fn file(path: &Path, cause: io::Error) -> Self {
        Self::File { path: path.to_owned(), cause }
    }

    /// The sentence for people.
    pub fn message(&self) -> Message {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::File { path, cause } if cause.get_ref().is_some_and(|cause| cause.is::<Elsewhere>()) => {
                Message::new("store-elsewhere").with("path", shown(path))
            }
            Self::Folder { path, cause } | Self::File { path, cause } if cause.kind() == io::ErrorKind::PermissionDenied => {
                Message::new("store-permission").with("path", shown(path))
            }
            Self::File { path, cause } if cause.kind() == io::ErrorKind::InvalidInput => {
                Message::new("store-not-a-file").with("path", shown(path))
            }
            Self::Folder { path, cause } if cause.kind() == io::ErrorKind::NotADirectory => {
                Message::new("store-not-a-folder").with("path", shown(path))
            }
            Self::Folder { path, cause } => Message::new("store-folder").with("path", shown(path)).with("cause", cause),
            Self::File { path, cause } => Message::new("store-file").with("path", shown(path)).with("cause", cause),
            Self::TooManyFiles { path, most } => Message::new("store-too-many").with("path", shown(path)).with("most", *most),
            Self::Edit => Message::new("store-edit"),
            Self::TooLarge => Message::new("problem-too-large").with("most", FILE_MAX / 1024),
        }
    }
}

/// Why a file cannot be read whose bytes somebody else keeps until they are asked for.
#[derive(Debug)]
pub struct Elsewhere;

impl fmt::Display for Elsewhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("elsewhere")
    }
}

impl std::error::Error for Elsewhere {}
