//! Git's own configuration, where the handle, the language and the remotes of a clone are kept.

use std::collections::HashMap;
use std::path::Path;

use crate::vcs::error::VcsError;
use crate::vcs::program::Git;
use crate::vcs::program::surroundings::Surroundings;
use crate::vcs::repository::{Engine, Repository};

impl Repository {
    /// The value of `key` (`mpa.handle`) in the repository's, the user's or the system's configuration; `None` when
    /// unset or unreadable.
    pub fn config(&self, key: &str) -> Option<String> {
        match &self.engine {
            Engine::Library(library) if !self.around.git_config_in_environment && !has_conditions(library) => {
                self.library_config(key)
            }
            Engine::Library(_) | Engine::Program(_) => self.program_config(key),
        }
    }

    /// Whether `key` is set to yes or to no, in one of git's words for it; `None` when it is unset, or neither.
    pub fn flag(&self, key: &str) -> Option<bool> {
        flag(&self.config(key)?)
    }

    /// A configured value as git sees it. It is asked for all of them, once.
    fn program_config(&self, key: &str) -> Option<String> {
        let mut known = self.configured.borrow_mut();
        let list = || self.git_alone().read(&["config", "--null", "--list"]).ok().filter(|answer| answer.code == 0);
        let all = known.get_or_insert_with(|| list().map(|answer| values(&answer.stdout)).unwrap_or_default());
        all.get(&canonical(key)).cloned()
    }

    /// Every value of `key`, which may be given several times; none when it is unreadable.
    pub fn config_all(&self, key: &str) -> Vec<String> {
        let text = self.git_alone().read(&["config", "--get-all", key]).ok().and_then(|answer| answer.text());
        text.iter().flat_map(|text| text.lines()).map(str::to_owned).collect()
    }

    /// Writes `key = value` into the repository's own configuration.
    ///
    /// # Errors
    /// `GitMissing`, `System`, `Program`.
    pub fn set_config_local(&self, key: &str, value: &str) -> Result<(), VcsError> {
        let answer = self.git().run(&["config", "--local", "--replace-all", key, value])?;
        self.configured.take();
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
                let text = self.git_alone().read(&["remote"])?.expect_success("git remote")?.text().unwrap_or_default();
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
    pub(in crate::vcs) fn library_config(&self, key: &str) -> Option<String> {
        let Engine::Library(library) = &self.engine else { return None };
        library.config().ok()?.snapshot().ok()?.get_string(key).ok()
    }
}

/// What a value means that says yes or no: git-config(1), "boolean".
pub(in crate::vcs) fn flag(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "1" => Some(true),
        "false" | "no" | "off" | "0" | "" => Some(false),
        _ => None,
    }
}

/// Whether settings are included under a condition that only the git program knows, such as the address of a remote: libgit2
/// passes over it without a word.
fn has_conditions(library: &git2::Repository) -> bool {
    let Ok(config) = library.config() else { return false };
    let Ok(mut entries) = config.entries(Some("^includeif\\.")) else { return false };
    while let Some(Ok(entry)) = entries.next() {
        let condition = entry.name().unwrap_or_default().split_once('.').map_or("", |(_, condition)| condition);
        if !["gitdir:", "gitdir/i:"].iter().any(|known| condition.starts_with(known)) {
            return true;
        }
    }
    false
}

/// `key` and value of each line, the last one of a key that stands there more than once.
fn values(listed: &[u8]) -> HashMap<String, String> {
    let text = String::from_utf8_lossy(listed);
    let pair = |entry: &str| {
        let (key, value) = entry.split_once('\n').unwrap_or((entry, ""));
        (key.to_owned(), value.to_owned())
    };
    text.split_terminator('\0').map(pair).collect()
}

/// The key as git lists it: small letters but between the first and the last dot.
fn canonical(key: &str) -> String {
    let (first, last) = (key.find('.').unwrap_or(key.len()), key.rfind('.').unwrap_or(0));
    let outside = |(at, letter): (usize, char)| if at < first || at > last { letter.to_ascii_lowercase() } else { letter };
    key.char_indices().map(outside).collect()
}

/// The person's own value of `key`, outside any repository; `folder` is where git runs if it has to.
pub fn user_config(key: &str, folder: &Path, around: &Surroundings) -> Option<String> {
    if around.git_config_in_environment {
        let answer = Git::new(folder, around, None).read(&["config", "--show-scope", "--null", "--get-all", key]).ok()?;
        let text = answer.text()?;
        // What a repository around `folder` says of itself is not the person's.
        let words: Vec<&str> = text.split('\0').collect();
        let own = words.chunks_exact(2).rfind(|pair| !matches!(pair[0], "local" | "worktree"));
        return own.map(|pair| pair[1].to_owned());
    }
    git2::Config::open_default().ok()?.get_string(key).ok()
}

/// Writes `key = value` into the person's own configuration; `folder` is where git runs.
///
/// # Errors
/// `GitMissing`, `System`, `Program`.
pub fn set_user_config(key: &str, value: &str, folder: &Path, around: &Surroundings) -> Result<(), VcsError> {
    let answer = Git::new(folder, around, None).run(&["config", "--global", "--replace-all", key, value])?;
    answer.expect_success("git config").map(drop)
}
