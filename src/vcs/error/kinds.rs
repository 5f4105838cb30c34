//! What stands in the way, where there are several kinds of it.

use crate::domain::message::Message;
use crate::vcs::path::RepoPath;

/// Why git does not look at a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptOut {
    /// Somebody told it so, of this file; the command takes that back.
    Told { command: String },
    /// The same, and the file is not there.
    ToldAndGone { command: String },
    /// The clone has only a part of the files; the command fetches the folder.
    Sparse { command: String },
}

impl KeptOut {
    /// The sentence for people.
    pub(super) fn message(&self, path: &RepoPath) -> Message {
        let (key, command) = match self {
            Self::Told { command } => ("vcs-skip-worktree", command),
            Self::ToldAndGone { command } => ("vcs-skip-worktree-gone", command),
            Self::Sparse { command } => ("vcs-sparse", command),
        };
        Message::new(key).with("path", path.as_str()).with("command", command.as_str())
    }
}

/// How a file is dirty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dirtiness {
    /// The working tree holds another text than the last commit.
    Edited,
    /// The index holds another text than the last commit.
    Staged,
    /// The file is in no commit yet.
    Untracked,
}

/// An operation of git that was begun and waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnderWay {
    /// `git merge`
    Merge,
    /// `git rebase`
    Rebase,
    /// `git cherry-pick`
    CherryPick,
    /// `git revert`
    Revert,
    /// `git bisect`
    Bisect,
    /// `git am`
    Am,
}
