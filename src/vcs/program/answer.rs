//! What git answered, and what it means: known by its exit code first, by its words where they are all there is.

use std::io;

use crate::domain::bounds::SAID_LINES_HERE;
use crate::domain::text::excerpt;
use crate::vcs::error::VcsError;

use super::INTERRUPTED;

/// What git answered.
#[derive(Debug)]
pub(in crate::vcs) struct Answer {
    /// The exit code; 128 + signal number where a signal ended it.
    pub code: i32,
    pub stdout: Vec<u8>,
    pub stderr: String,
}

impl Answer {
    /// Standard output without its final newline, if git was content.
    pub(in crate::vcs) fn text(&self) -> Option<String> {
        (self.code == 0).then(|| String::from_utf8_lossy(&self.stdout).trim_end_matches(['\n', '\r']).to_owned())
    }

    /// The answer, or the failure of `command` as an error.
    pub(in crate::vcs) fn expect_success(self, command: &'static str) -> Result<Self, VcsError> {
        if self.code == 0 { Ok(self) } else { Err(self.into_error(command)) }
    }

    /// The failure of `command`: a full disk or a missing permission by their names, all else with git's own words.
    pub(in crate::vcs) fn into_error(self, command: &'static str) -> VcsError {
        match self.system_error() {
            Some(kind) => VcsError::System { command, kind, output: self.stderr },
            None if self.code == INTERRUPTED => VcsError::Stopped,
            None => VcsError::Program { command, code: self.code, output: self.all_output() },
        }
    }

    /// Everything git and its hooks said.
    pub(in crate::vcs) fn all_output(&self) -> String {
        let stdout = String::from_utf8_lossy(&self.stdout);
        let said: Vec<&str> = [self.stderr.trim(), stdout.trim()].into_iter().filter(|text| !text.is_empty()).collect();
        excerpt(&said.join("\n"), SAID_LINES_HERE)
    }

    /// Whether git stopped because somebody else holds one of its locks, moved the branch first, or wrote back an index
    /// from before our `git add`.
    pub(in crate::vcs) fn lost_to_another(&self) -> bool {
        let held = self.stderr.contains(".lock': File exists");
        let moved = self.stderr.contains("cannot lock ref") && self.system_error().is_none();
        (self.code >= 128 && (held || moved)) || (self.code == 1 && self.knows_not_our_file())
    }

    /// Whether git came to its end in the middle of its work: it was killed, or the system refused it something.
    pub(in crate::vcs) fn stopped_halfway(&self) -> bool {
        self.code > 128 || (self.system_error().is_some() && self.lock_file().is_none())
    }

    /// Whether git would not add a new file where a sparse checkout has none.
    pub(in crate::vcs) fn is_outside_sparse_checkout(&self) -> bool {
        self.code != 0 && self.stderr.contains("outside of your sparse-checkout definition")
    }

    fn knows_not_our_file(&self) -> bool {
        let forgotten =
            |line: &str| line.starts_with("error: pathspec ':(top,literal)") && line.contains("did not match any file");
        self.stderr.lines().any(forgotten)
    }

    /// The lock file that git found taken.
    pub(in crate::vcs) fn lock_file(&self) -> Option<&str> {
        let (_, rest) = self.stderr.split_once("Unable to create '")?;
        rest.split_once(".lock'").and_then(|(stem, _)| rest.get(..stem.len() + ".lock".len()))
    }

    /// Whether the commit failed for want of a signature.
    pub(in crate::vcs) fn could_not_sign(&self) -> bool {
        ["failed to sign the data", "gpg failed to sign", "failed to write commit object"]
            .iter()
            .any(|words| self.stderr.contains(words))
    }

    fn system_error(&self) -> Option<io::ErrorKind> {
        let known = [
            ("No space left on device", io::ErrorKind::StorageFull),
            ("Disk quota exceeded", io::ErrorKind::QuotaExceeded),
            ("Read-only file system", io::ErrorKind::ReadOnlyFilesystem),
            ("Permission denied", io::ErrorKind::PermissionDenied),
            ("Operation not permitted", io::ErrorKind::PermissionDenied),
            ("insufficient permission", io::ErrorKind::PermissionDenied),
        ];
        let fatal: Vec<&str> =
            self.stderr.lines().filter(|line| line.starts_with("fatal: ") || line.starts_with("error: ")).collect();
        known.into_iter().find(|(words, _)| fatal.iter().any(|line| line.contains(words))).map(|(_, kind)| kind)
    }
}
