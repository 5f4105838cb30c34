//! What a clone is like: its git, its format, its hooks, its leftovers. Only looked at, never mended, and of the repository's
//! own programs only the names are read.

use std::collections::HashSet;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::commit::aside::is_aside;
use super::error::VcsError;
use super::path::RepoPath;
use super::read::history::Upstream;
use super::repository::{Engine, Repository};

/// What makes a clone different from most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peculiarity {
    /// Its history is cut off.
    Shallow,
    /// Some of its objects are fetched when needed.
    Partial,
    /// Some of its files are not checked out.
    Sparse,
    /// A format that libgit2 cannot read: SHA-256 or reftable.
    Format,
    /// Part of another repository.
    Submodule,
    /// A second working tree of a repository.
    LinkedWorktree,
}

/// What something that ended too early left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leftover {
    /// A lock of git's, which may still be held.
    Lock(PathBuf),
    /// Another command of ours, which is writing now.
    Busy,
    /// Entries of the index that a kill left behind the last commit, and that the next command puts right.
    Index(Vec<RepoPath>),
    /// New files that a kill left in no commit, and that the next command puts aside.
    Begun(Vec<RepoPath>),
    /// Entries of files that were changed since.
    Unclear(Vec<RepoPath>),
    /// A temporary working tree of ours, and its folder where that is still there.
    Worktree(String, Option<PathBuf>),
    /// A change that lost a race, kept under this name.
    Lost(String),
}

impl Repository {
    /// What makes this clone different from most.
    pub fn peculiarities(&self) -> Vec<Peculiarity> {
        let is_set = |key: &str| self.config(key).is_some_and(|value| value == "true");
        let is_submodule =
            self.git_dir().components().any(|part| part.as_os_str() == "modules") && self.git_dir() == self.common_dir();
        let all = [
            (Peculiarity::Shallow, self.common_dir().join("shallow").exists()),
            (Peculiarity::Partial, self.is_partial()),
            (Peculiarity::Sparse, is_set("core.sparseCheckout")),
            (Peculiarity::Format, matches!(self.engine, Engine::Program(_))),
            (Peculiarity::Submodule, is_submodule),
            (Peculiarity::LinkedWorktree, self.git_dir() != self.common_dir()),
        ];
        all.into_iter().filter(|(_, is_so)| *is_so).map(|(it, _)| it).collect()
    }

    /// The names of the hooks that git would run, in order, and the folder they lie in.
    pub fn hooks(&self) -> (Vec<String>, PathBuf) {
        let named = self.config("core.hooksPath").filter(|path| !path.is_empty());
        let folder = named.map_or_else(|| self.common_dir().join("hooks"), |path| self.workdir().join(path));
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let is_hook = |entry: &fs::DirEntry| fs::metadata(entry.path()).is_ok_and(|found| found.is_file() && is_runnable(&found));
        let names = entries.filter(is_hook).map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| !name.ends_with(".sample")).collect();
        names.sort();
        (names, folder)
    }

    /// What earlier runs of git or of ours left behind.
    pub fn leftovers(&self) -> Vec<Leftover> {
        let locks = ["index.lock", "HEAD.lock", "config.lock", "packed-refs.lock"];
        let places = locks.iter().flat_map(|name| [self.git_dir().join(name), self.common_dir().join(name)]);
        let mut found: Vec<Leftover> = Vec::new();
        for place in places.filter(|place| place.exists()).map(Leftover::Lock) {
            if !found.contains(&place) {
                found.push(place);
            }
        }
        let ours = File::open(self.common_dir().join("mpa.lock"));
        if ours.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))) {
            found.push(Leftover::Busy);
        }
        let left = self.unsettled().unwrap_or_default();
        found.extend(Some(left.mended).filter(|paths| !paths.is_empty()).map(Leftover::Index));
        found.extend(Some(left.begun).filter(|paths| !paths.is_empty()).map(Leftover::Begun));
        found.extend(Some(left.unclear).filter(|paths| !paths.is_empty()).map(Leftover::Unclear));
        let entries = fs::read_dir(self.common_dir().join("worktrees")).into_iter().flatten().flatten();
        let mut trees: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        trees.retain(|name| is_aside(name));
        trees.sort();
        found.extend(trees.into_iter().map(|name| {
            let link = fs::read_to_string(self.common_dir().join("worktrees").join(&name).join("gitdir")).unwrap_or_default();
            let folder = Path::new(link.trim()).parent().filter(|folder| folder.is_dir()).map(Path::to_owned);
            Leftover::Worktree(name, folder)
        }));
        found.extend(self.reference_names(&["refs/mpa/lost/*"]).unwrap_or_default().into_iter().map(Leftover::Lost));
        found
    }

    /// The files of `folder` that hold something else than the last commit, new ones included and [hidden](super::Hidden) ones left
    /// out; `most` at most. No filter is run and nothing is written.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn uncommitted(&self, folder: &RepoPath, most: usize) -> Result<Vec<String>, VcsError> {
        let mut options = git2::StatusOptions::new();
        options.pathspec(folder.as_str()).disable_pathspec_match(true).include_untracked(true).recurse_untracked_dirs(true);
        let unreadable = |error: git2::Error| VcsError::read(folder.as_str(), &error);
        let found = self.library()?.statuses(Some(&mut options)).map_err(unreadable)?;
        let hidden: HashSet<String> = self.hidden()?.into_iter().map(|it| it.path.to_string()).collect();
        let named = found.iter().map(|it| String::from_utf8_lossy(it.path_bytes()).into_owned());
        let named: Vec<String> = named.filter(|path| !hidden.contains(path)).collect();
        // Git knows more places of its rules.
        let ignored = self.ignored(&named.iter().filter_map(|path| RepoPath::new(path)).collect::<Vec<_>>())?;
        let is_ignored = |path: &String| ignored.iter().any(|it| it.as_str() == path);
        Ok(named.into_iter().filter(|path| !is_ignored(path)).take(most).collect())
    }

    /// When the remote was last heard of, in seconds since 1970, by this computer's clock; `None` where that left no trace.
    pub fn heard_at(&self, upstream: Upstream<'_>) -> Option<i64> {
        let logs = self.common_dir().join("logs/refs/remotes").join(upstream.remote);
        // A fetch that failed leaves an empty file.
        let fetched = Some(self.git_dir().join("FETCH_HEAD")).filter(|file| fs::metadata(file).is_ok_and(|it| it.len() > 0));
        let traces = [fetched, Some(logs.join(upstream.branch)), Some(logs.join("HEAD"))];
        let time = |file: PathBuf| {
            let changed = fs::metadata(file).ok()?.modified().ok()?;
            i64::try_from(changed.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs()).ok()
        };
        traces.into_iter().flatten().filter_map(time).max()
    }

    /// The address of a remote as it is written down, without a password.
    pub fn written_address(&self, remote: &str) -> Option<String> {
        self.config(&format!("remote.{remote}.url")).map(|address| without_password(&address))
    }

    /// How many commits the local branch has that `upstream` has not, and the other way round; `None` while one of the two
    /// is not known here.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn ahead_behind(&self, upstream: Upstream<'_>) -> Result<Option<(usize, usize)>, VcsError> {
        let library = self.library()?;
        let id = |name: String| library.refname_to_id(&name).ok();
        let here = id(format!("refs/heads/{}", upstream.branch));
        let (Some(here), Some(there)) = (here, id(format!("refs/remotes/{}/{}", upstream.remote, upstream.branch))) else {
            return Ok(None);
        };
        library.graph_ahead_behind(here, there).map(Some).map_err(|error| VcsError::read("HEAD", &error))
    }

    /// Whether there is a signing key where the configuration says so. A key that is not a file is taken at its word.
    pub fn has_signing_key(&self) -> bool {
        let Some(key) = self.git().read(&["config", "--type=path", "--get", "user.signingKey"]).ok().and_then(|it| it.text())
        else {
            return false;
        };
        let is_file = Path::new(&key).is_absolute() && self.config("gpg.format").is_some_and(|format| format == "ssh");
        !key.is_empty() && (!is_file || Path::new(&key).is_file())
    }
}

/// `https://name:secret@host/path` without what stands before the host.
pub fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let (host, path) = rest.split_once('/').map_or((rest, None), |(host, path)| (host, Some(path)));
    let host = match host.rsplit_once('@') {
        Some((who, host)) if who.contains(':') => host,
        _ => host,
    };
    path.map_or_else(|| format!("{scheme}://{host}"), |path| format!("{scheme}://{host}/{path}"))
}

#[cfg(unix)]
fn is_runnable(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    found.permissions().mode() & 0o111 != 0
}

#[cfg(not(unix))]
fn is_runnable(_: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_not_shown() {
        for (address, shown) in [
            ("https://zoe:secret@example.org/a.git", "https://example.org/a.git"),
            ("https://zoe@example.org/a.git", "https://zoe@example.org/a.git"),
            ("ssh://git@example.org:22/a@b:c", "ssh://git@example.org:22/a@b:c"),
            ("git@example.org:a/b.git", "git@example.org:a/b.git"),
            ("../origin.git", "../origin.git"),
        ] {
            assert_eq!(without_password(address), shown);
        }
    }
}
