//! The one way to name a file of a repository.
//!
//! Paths reach git as arguments and as tree entries. What is checked once here needs no check behind: no path climbs
//! out of the repository, enters `.git` under one of its disguises, or smuggles a control character.

use std::fmt;
use std::path::{Path, PathBuf};

/// A file path relative to the top of the working tree, with `/` between its parts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RepoPath(String);

impl RepoPath {
    /// Accepts `text` if it names something inside the working tree; `None` for an empty, absolute or climbing path,
    /// for one that enters `.git`, and for control characters and backslashes.
    pub fn new(text: &str) -> Option<Self> {
        let clean = !text.chars().any(|c| c.is_control() || c == '\\');
        (clean && text.split('/').all(is_plain)).then(|| Self(text.to_owned()))
    }

    /// The path as git writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the file lies below `workdir`.
    pub fn below(&self, workdir: &Path) -> PathBuf {
        self.parts().fold(workdir.to_owned(), |path, part| path.join(part))
    }

    /// The names between the top of the working tree and the file, the file included.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The folders above the file, outermost first, each as a path of its own.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(at, _)| &self.0[..at])
    }

    /// The path as an argument that git takes literally, from the top of the working tree.
    pub(super) fn pathspec(&self) -> String {
        format!(":(top,literal){}", self.0)
    }
}

impl fmt::Display for RepoPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether `part` is an ordinary name: Windows drops trailing dots and spaces and knows `.git` as `git~1`.
fn is_plain(part: &str) -> bool {
    let seen_by_windows = part.trim_end_matches(['.', ' ']).to_ascii_lowercase();
    !seen_by_windows.is_empty() && seen_by_windows != ".git" && seen_by_windows != "git~1"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_are_accepted() {
        for text in ["a", "data/tasks/mphack/k7q2m-liste.toml", "été/à faire.toml", "-rf", ".gitattributes", ":(glob)*", "a..b"]
        {
            assert_eq!(RepoPath::new(text).as_ref().map(RepoPath::as_str), Some(text));
        }
    }

    #[test]
    fn paths_that_climb_hide_or_smuggle_are_refused() {
        for text in ["", "/etc/passwd", "a//b", "a/", "../a", "a/../b", "./a", ".git/config", "a/.GIT/x", "GIT~1/x", ".git./x"] {
            assert_eq!(RepoPath::new(text), None, "{text:?}");
        }
        for text in ["a\nb", "a\u{1b}[m", "a\0", "a\\b", "a\u{85}b"] {
            assert_eq!(RepoPath::new(text), None, "{text:?}");
        }
    }

    #[test]
    fn folders_are_named_from_the_top() {
        let path = RepoPath::new("data/tasks/a.toml").unwrap();
        assert_eq!(path.folders().collect::<Vec<_>>(), ["data", "data/tasks"]);
        assert_eq!(path.below(Path::new("/w")), Path::new("/w/data/tasks/a.toml"));
    }
}
