//! Git's own configuration, where the handle, the language and the remotes of a clone are kept.

use std::path::Path;

use super::error::VcsError;
use super::program::Git;
use super::repository::{Engine, Repository};
use super::surroundings::Surroundings;

impl Repository {
    /// The value of `key` (`mpa.handle`) in the repository's, the user's or the system's configuration; `None` when
    /// unset or unreadable.
    pub fn config(&self, key: &str) -> Option<String> {
        match &self.engine {
            Engine::Library(_) if !self.around.git_config_in_environment => self.library_config(key),
            Engine::Library(_) | Engine::Program(_) => self.git().read(&["config", "--get", key]).ok()?.text(),
        }
    }

    /// Writes `key = value` into the repository's own configuration.
    ///
    /// # Errors
    /// `GitMissing`, `System`, `Program`.
    pub fn set_config_local(&self, key: &str, value: &str) -> Result<(), VcsError> {
        let answer = self.git().run(&["config", "--local", "--replace-all", key, value])?;
        answer.expect_success("git config").map(drop)
    }

    /// The names of the remotes, in git's order.
    ///
    /// # Errors
    /// `Read`, `Program`.
    pub fn remote_names(&self) -> Result<Vec<String>, VcsError> {
        match &self.engine {
            Engine::Library(library) => {
                let names = library.remotes().map_err(|error| VcsError::read("remotes", &error))?;
                Ok(names.iter_bytes().map(|name| String::from_utf8_lossy(name).into_owned()).collect())
            }
            Engine::Program(_) => {
                let text = self.git().read(&["remote"])?.expect_success("git remote")?.text().unwrap_or_default();
                Ok(text.lines().map(str::to_owned).collect())
            }
        }
    }

    /// The address that is fetched from the remote `name`, with the user's `insteadOf` applied; `None` when there is no
    /// such remote.
    ///
    /// # Errors
    /// `GitMissing`, `File`.
    pub fn remote_address(&self, name: &str) -> Result<Option<String>, VcsError> {
        Ok(self.git().read(&["remote", "get-url", "--", name])?.text())
    }

    /// A configured value as libgit2 sees it.
    pub(super) fn library_config(&self, key: &str) -> Option<String> {
        let Engine::Library(library) = &self.engine else { return None };
        library.config().ok()?.snapshot().ok()?.get_string(key).ok()
    }
}

/// The person's own value of `key`, outside any repository; `folder` is where git runs if it has to.
pub fn user_config(key: &str, folder: &Path, around: &Surroundings) -> Option<String> {
    if around.git_config_in_environment {
        return Git::new(folder, around, None).read(&["config", "--get", key]).ok()?.text();
    }
    git2::Config::open_default().ok()?.get_string(key).ok()
}
