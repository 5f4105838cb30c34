//! Texts that somebody wrote, in git's own folder, where no command looks for data.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::vcs::Repository;
use crate::vcs::error::VcsError;

/// A text that is being written: it stays in git's folder unless it is thrown away.
#[derive(Debug)]
pub struct Draft {
    place: PathBuf,
}

impl Repository {
    /// Begins a file called `name`, with a number where one is there already, that holds `text`.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn draft(&self, name: &str, text: &[u8]) -> Result<Draft, VcsError> {
        let mut number = 1;
        loop {
            let suffix = if number == 1 { String::new() } else { format!("-{number}") };
            let place = self.git_dir().join(format!("{name}{suffix}.toml"));
            let begun = File::options().write(true).create_new(true).open(&place).and_then(|mut file| file.write_all(text));
            match begun {
                Ok(()) => return Ok(Draft { place }),
                Err(cause) if cause.kind() == ErrorKind::AlreadyExists => number += 1,
                Err(cause) => return Err(VcsError::file(&place, cause)),
            }
        }
    }
}

impl Draft {
    /// Where it is.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// What it holds now.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn bytes(&self) -> Result<Vec<u8>, VcsError> {
        fs::read(&self.place).map_err(|cause| VcsError::file(&self.place, cause))
    }

    /// It is of no use any more.
    pub fn throw_away(self) {
        // Left behind, it harms nobody.
        let _ = fs::remove_file(self.place);
    }
}
