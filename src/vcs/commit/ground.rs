//! The ground a campaign is founded on: the repository that takes it, and what had to be made for it.
//!
//! What is made is remembered one by one, so that founding that fails takes away exactly that and nothing that was there,
//! however empty it is.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::vcs::error::VcsError;
use crate::vcs::program::Git;
use crate::vcs::program::surroundings::Surroundings;
use crate::vcs::repository::Repository;

use super::worktree::Journal;

/// What was made for a campaign.
#[derive(Debug, Default)]
pub struct Ground {
    folders: Journal,
    /// The git folder, when there was nothing of that name.
    git: Option<PathBuf>,
}

impl Repository {
    /// The repository for a campaign in `dir`: the one that holds it, else a new one whose branch is called `main`. A folder
    /// that does not exist is made, and becomes a repository of its own.
    ///
    /// # Errors
    /// Whatever [`Repository::discover`] says of an existing repository; `GitDirInEnvironment`, `File`, `GitMissing`, `System`,
    /// `Program`. Nothing is left of what was made.
    pub fn found(dir: &Path, around: &Surroundings) -> Result<(Self, Ground), VcsError> {
        if around.git_dir_in_environment {
            return Err(VcsError::GitDirInEnvironment);
        }
        let mut ground = Ground::default();
        match ground.prepare(dir, around) {
            Ok(repository) => Ok((repository, ground)),
            Err(error) => {
                ground.clear(around);
                Err(error)
            }
        }
    }
}

impl Ground {
    fn prepare(&mut self, dir: &Path, around: &Surroundings) -> Result<Repository, VcsError> {
        if dir.exists() {
            match Repository::discover(dir, around.clone()) {
                Err(VcsError::NotARepository { .. }) => {}
                found => return found,
            }
        }
        self.folders.make_folders(dir)?;
        let git = dir.join(".git");
        match fs::create_dir(&git) {
            Ok(()) => self.git = Some(git),
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => return Repository::discover_by_program(dir, around),
            Err(cause) => return Err(VcsError::file(dir, cause)),
        }
        Git::new(dir, around, None).run(&["init", "--quiet", "--initial-branch=main"])?.expect_success("git init")?;
        Repository::discover(dir, around.clone())
    }

    /// Takes away what was made: the git folder unless somebody has put something into it, and the folders that are empty.
    /// What cannot be removed stays to be seen.
    pub fn clear(self, around: &Surroundings) {
        if let Some(git) = self.git.filter(|git| is_unused(git, around)) {
            drop(fs::remove_dir_all(git));
        }
        drop(self.folders.put_back());
    }
}

/// Whether the git folder `git` holds no commit and nothing that waits for one. Git that failed halfway leaves no repository.
fn is_unused(git: &Path, around: &Surroundings) -> bool {
    let Ok(repository) = git.parent().map_or(Err(()), |dir| Repository::discover(dir, around.clone()).map_err(drop)) else {
        return true;
    };
    let is_silent = |words: &[&str]| repository.git().read(words).is_ok_and(|it| it.code == 0 && it.stdout.is_empty());
    is_silent(&["for-each-ref", "--count=1"]) && is_silent(&["ls-files", "--cached"])
}
