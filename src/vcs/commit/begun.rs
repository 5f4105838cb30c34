//! New files that a killed command wrote and never committed.
//!
//! The same command, typed again, may call them otherwise: then they would stay, and count as data. So they are put aside, into
//! git's folder. They are not deleted: what somebody typed for a task stands nowhere else. Where one of them was changed since, or
//! holds anything but data of ours, somebody is at work on them, and all of them stay where they are.

use std::fs;
use std::path::{Path, PathBuf};

use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::read::index::IndexView;
use crate::vcs::read::objects::{InTree, blob_id};
use crate::vcs::repository::Repository;

use super::note::Noted;
use super::worktree;

/// The folder for them, in git's.
const FOLDER: &str = "mpa-begun";
/// How the names of data files end.
const DATA: &str = ".toml";

/// What is left of a new file that no commit has.
pub(super) enum Begun {
    /// It lies there as it was written.
    Written,
    /// It is gone, and git is still told of it.
    Announced,
    /// Nothing.
    Nothing,
    /// It is somebody's, or is not known to be a new file.
    Theirs,
}

impl Repository {
    /// Where files are put that were begun and never committed.
    pub fn begun_folder(&self) -> PathBuf {
        self.git_dir().join(FOLDER)
    }

    /// What is left of what `noted` wrote on top of the commit that is still the last.
    pub(super) fn begun(&self, noted: &Noted, index: &IndexView) -> Result<Begun, VcsError> {
        let Noted { parent: Some(_), before: None, after: Some(after), path } = noted else { return Ok(Begun::Theirs) };
        let indexed = index.get(path)?;
        let is_theirs = indexed.as_ref().is_some_and(|entry| !entry.intent) || !path.as_str().ends_with(DATA);
        if is_theirs || worktree::guard(self.workdir(), path).is_err() || !matches!(self.in_head(path)?, InTree::Nothing) {
            return Ok(Begun::Theirs);
        }
        Ok(match worktree::content(self.workdir(), path) {
            Ok(Some(bytes)) if blob_id(&bytes).is_some_and(|id| id.to_string() == *after) => Begun::Written,
            Ok(None) if indexed.is_some() => Begun::Announced,
            Ok(None) => Begun::Nothing,
            _ => Begun::Theirs,
        })
    }

    /// Moves the files at `paths` into that folder.
    pub(super) fn put_aside(&self, paths: &[RepoPath]) -> Result<(), VcsError> {
        let folder = self.begun_folder();
        if !paths.is_empty() {
            fs::create_dir_all(&folder).map_err(|cause| VcsError::file(&folder, cause))?;
        }
        for path in paths {
            let Some(bytes) = worktree::content(self.workdir(), path)? else { continue };
            let name = Path::new(path.as_str()).file_stem().unwrap_or_default().to_string_lossy();
            self.draft(&format!("{FOLDER}/{name}"), &bytes)?;
            worktree::clear(&path.below(self.workdir()))?;
        }
        Ok(())
    }
}
