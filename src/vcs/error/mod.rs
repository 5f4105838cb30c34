//! Everything that can stand between a change and its commit, by name.
//!
//! One variant for each thing a person could do something about. The cause stays inside; the sentence that names what
//! was found, what was expected and what to type is the catalogue's.

pub mod kinds;
pub mod words;

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::domain::bounds::Excess;
use crate::domain::message::Message;

use super::commit_id::CommitId;
use super::path::RepoPath;

use kinds::KeptOut;

pub use kinds::{Dirtiness, UnderWay};
use words::{at, minimum_git, seconds, shown};

/// Why git's side of an operation did not happen. Unless a variant says otherwise, nothing was changed.
#[derive(Debug)]
pub enum VcsError {
    /// No git repository at `path` or above.
    NotARepository { path: PathBuf },
    /// The repository has no working tree.
    Bare { path: PathBuf },
    /// The repository belongs to somebody else and git's `safe.directory` does not list it.
    ForeignOwner { path: PathBuf },
    /// Neither libgit2 nor git can open the repository.
    Open { path: PathBuf, cause: String },
    /// A file that was named lies outside the working tree.
    Outside { path: PathBuf, workdir: PathBuf },
    /// A name that no file of a repository may have.
    BadPath { path: PathBuf },
    /// `GIT_DIR` or a sibling is set: two repositories would be meant at once.
    GitDirInEnvironment,
    /// HEAD names a commit instead of a branch. `way` is the command that leads to the one that is meant.
    Detached { way: Option<String> },
    /// An operation of git waits to be finished.
    Unfinished { operation: UnderWay },
    /// Another branch is checked out than the one that holds the truth. `way` is the command that leads there.
    OtherBranch { found: String, expected: String, way: Option<String> },
    /// A branch that is to be moved is checked out, here or in another working tree.
    /// `folder` is that other one.
    BranchInUse { branch: String, folder: Option<String> },
    /// `path` is a symbolic link, or `at`, a folder above it, is one.
    Link { path: RepoPath, at: String },
    /// `path` lies in `at`, a submodule or a repository of its own.
    Submodule { path: RepoPath, at: String },
    /// Git does not look at this file.
    SkipWorktree { path: RepoPath, why: KeptOut },
    /// A folder or a device stands where a file should be.
    NotAFile { path: RepoPath },
    /// The file no longer holds what the operation was decided on.
    Stale { path: RepoPath },
    /// The file holds other changes that are not in a commit.
    Dirty { path: RepoPath, how: Dirtiness },
    /// Another `mpa` kept the repository for longer than we wait.
    LockBusy { path: PathBuf, waited: Duration },
    /// Another git kept the index or the branch for longer than we wait.
    IndexLocked { path: String, waited: Duration },
    /// Git does not know who commits.
    NoIdentity,
    /// The commit could not be signed.
    SigningFailed { output: String },
    /// The files already hold in the last commit what they are to hold.
    NothingToCommit,
    /// A hook said no; `output` is what it wrote.
    HookRefused { output: String },
    /// Hooks put `paths` into the commit `id` beside the operation's own, or, without any, took out of its message what says
    /// which operation it is.
    HookWentTooFar { id: Option<CommitId>, hooks: Vec<String>, folder: PathBuf, paths: Vec<String> },
    /// The same, and somebody already went on from `commit`, which stays.
    HookLeft { commit: CommitId, hooks: Vec<String>, folder: PathBuf },
    /// A hook of the person's own kept a push from being sent; `output` is what it wrote.
    PushHookRefused { output: String },
    /// The remote is out of reach, or lets nobody in. `output` is what git said.
    Unreachable { remote: String, output: String },
    /// The server hung up while something was sent: nobody knows whether it has it. `output` is what git said.
    CutOff { remote: String, output: String },
    /// The other side gave no sign of life for as long as we wait; while something was sent, nobody knows whether it has it.
    Silent { remote: String, waited: Duration, sending: bool },
    /// A program that talks to others gave no sign of life for as long as we wait.
    ProgramSilent { program: &'static str, waited: Duration },
    /// Somebody stopped git while it talked to the remote, which may have taken what was sent.
    Interrupted,
    /// Somebody stopped it; whatever was begun is put back.
    Stopped,
    /// Files with changes that are in no commit stand in the way of another commit.
    InTheWay { paths: Vec<String> },
    /// No `git` program.
    GitMissing,
    /// The `git` program is older than [`MINIMUM_GIT`](words::MINIMUM_GIT).
    GitTooOld { found: String },
    /// Git ran out of space or permission.
    System { command: &'static str, kind: io::ErrorKind, output: String },
    /// Git failed in a way we have no name for.
    Program { command: &'static str, code: i32, output: String },
    /// A partial clone has left what is to be read with the remote.
    NotFetched,
    /// Something in the repository could not be read.
    Read { what: String, cause: String },
    /// There is more of it than is looked through.
    TooMuch(Excess),
    /// What was typed names several commits: their full names.
    Ambiguous { text: String, names: Vec<String> },
    /// The history that this clone has ends before the place that is needed.
    Shallow,
    /// This kind of repository (SHA-256, reftable) is only read at HEAD.
    NeedsEngine { cause: String },
    /// A file or folder could not be read or written.
    File { path: PathBuf, cause: io::Error },
    /// No temporary file could be made for what git has to say.
    Scratch { cause: io::Error },
    /// The commit failed for `cause`, and then `path` could not be put back: it still holds the change.
    NotPutBack { path: PathBuf, cause: Box<VcsError> },
}

impl VcsError {
    pub(super) fn file(path: &Path, cause: io::Error) -> Self {
        Self::File { path: path.to_owned(), cause }
    }

    pub(super) fn read(what: impl Into<String>, cause: &git2::Error) -> Self {
        Self::Read { what: what.into(), cause: cause.message().to_owned() }
    }

    /// The sentence for people.
    pub fn message(&self) -> Message {
        match self {
            Self::NotARepository { path } => at(Message::new("vcs-not-a-repository"), path),
            Self::Bare { path } => at(Message::new("vcs-bare"), path),
            Self::ForeignOwner { path } => at(Message::new("vcs-foreign-owner"), path),
            Self::Open { path, cause } => at(Message::new("vcs-open"), path).with("cause", cause.as_str()),
            Self::Outside { path, workdir } => at(Message::new("vcs-outside"), path).with("workdir", shown(workdir)),
            Self::BadPath { path } => at(Message::new("vcs-bad-path"), path),
            Self::GitDirInEnvironment => Message::new("vcs-git-dir-in-environment"),
            Self::Detached { .. } => Message::new("vcs-detached"),
            Self::Unfinished { operation } => operation.message(),
            Self::OtherBranch { found, expected, .. } => {
                Message::new("vcs-other-branch").with("found", found.as_str()).with("expected", expected.as_str())
            }
            Self::BranchInUse { branch, .. } => Message::new("vcs-branch-in-use").with("branch", branch.as_str()),
            Self::LockBusy { path, waited } => at(Message::new("vcs-lock-busy"), path).with("seconds", seconds(*waited)),
            Self::IndexLocked { path, waited } => {
                Message::new("vcs-index-locked").with("path", path.as_str()).with("seconds", seconds(*waited))
            }
            Self::File { path, cause } => at(file_sentence(cause.kind()), path).with("cause", cause),
            Self::Scratch { cause } => Message::new("vcs-scratch").with("cause", cause),
            Self::NotPutBack { path, cause } => at(Message::new("vcs-not-put-back"), path).with("cause", cause.message()),
            Self::Read { what, cause } => Message::new("vcs-read").with("what", what.as_str()).with("cause", cause.as_str()),
            Self::TooMuch(excess) => excess.message(),
            Self::Ambiguous { text, names } => {
                Message::new("vcs-ambiguous").with("name", text.as_str()).with("names", names.clone())
            }
            Self::Shallow => Message::new("vcs-shallow"),
            Self::NeedsEngine { cause } => Message::new("vcs-needs-engine").with("cause", cause.as_str()),
            Self::Link { .. }
            | Self::Submodule { .. }
            | Self::SkipWorktree { .. }
            | Self::NotAFile { .. }
            | Self::Stale { .. }
            | Self::Dirty { .. } => self.path_message(),
            _ => self.program_message(),
        }
    }

    /// What is wrong with one file.
    fn path_message(&self) -> Message {
        let (message, path) = match self {
            Self::Link { path, at } if path.as_str() == at => (Message::new("vcs-is-a-link"), path),
            Self::Link { path, at } => (Message::new("vcs-through-a-link").with("at", at.as_str()), path),
            Self::Submodule { path, at } => (Message::new("vcs-submodule").with("at", at.as_str()), path),
            Self::SkipWorktree { path, why } => return why.message(path),
            Self::NotAFile { path } => (Message::new("vcs-not-a-file"), path),
            Self::Dirty { path, how: Dirtiness::Edited } => (Message::new("vcs-dirty-edited"), path),
            Self::Dirty { path, how: Dirtiness::Staged } => (Message::new("vcs-dirty-staged"), path),
            Self::Dirty { path, how: Dirtiness::Untracked } => (Message::new("vcs-dirty-untracked"), path),
            Self::Stale { path } => (Message::new("vcs-stale"), path),
            _ => return self.program_message(),
        };
        message.with("path", path.as_str())
    }

    /// What the git program would not do.
    fn program_message(&self) -> Message {
        match self {
            Self::NothingToCommit => Message::new("vcs-nothing-to-commit"),
            Self::NoIdentity => Message::new("vcs-no-identity"),
            Self::NotFetched => Message::new("vcs-not-fetched"),
            Self::SigningFailed { output } => Message::new("vcs-signing-failed").with("output", output.trim()),
            Self::HookRefused { output } => Message::new("vcs-hook-refused").with("output", output.trim()),
            Self::HookWentTooFar { hooks, folder, paths, .. } => {
                let key = if paths.is_empty() { "vcs-hook-unsigned" } else { "vcs-hook-brought" };
                at(Message::new(key), folder).with("hooks", hooks.clone()).with("paths", paths.clone())
            }
            Self::HookLeft { commit, hooks, folder } => {
                at(Message::new("vcs-hook-left"), folder).with("hooks", hooks.clone()).with("commit", commit.as_str())
            }
            Self::PushHookRefused { output } => Message::new("vcs-push-hook-refused").with("output", output.trim()),
            Self::Unreachable { remote, output } => {
                Message::new("vcs-unreachable").with("remote", remote.as_str()).with("output", output.trim())
            }
            Self::CutOff { remote, output } => {
                Message::new("vcs-cut-off").with("remote", remote.as_str()).with("output", output.trim())
            }
            Self::Silent { remote, waited, sending } => {
                let message = Message::new(if *sending { "vcs-silent-sending" } else { "vcs-silent" });
                message.with("remote", remote.as_str()).with("seconds", seconds(*waited))
            }
            Self::ProgramSilent { program, waited } => {
                Message::new("vcs-program-silent").with("program", *program).with("seconds", seconds(*waited))
            }
            Self::Interrupted => Message::new("vcs-interrupted"),
            Self::Stopped => Message::new("stopped"),
            Self::InTheWay { paths } => Message::new("vcs-in-the-way").with("paths", paths.clone()),
            Self::GitTooOld { found } => {
                Message::new("vcs-git-too-old").with("found", found.as_str()).with("minimum", minimum_git())
            }
            Self::System { command, kind, output } => {
                system_sentence(*kind).with("command", *command).with("output", output.trim())
            }
            Self::Program { command, code, output } => {
                Message::new("vcs-program").with("command", *command).with("code", i64::from(*code)).with("output", output.trim())
            }
            _ => Message::new("vcs-git-missing").with("minimum", minimum_git()),
        }
    }
}

impl From<Excess> for VcsError {
    fn from(excess: Excess) -> Self {
        Self::TooMuch(excess)
    }
}

impl UnderWay {
    fn message(self) -> Message {
        Message::new(match self {
            Self::Merge => "vcs-merge-under-way",
            Self::Rebase => "vcs-rebase-under-way",
            Self::CherryPick => "vcs-cherry-pick-under-way",
            Self::Revert => "vcs-revert-under-way",
            Self::Bisect => "vcs-bisect-under-way",
            Self::Am => "vcs-am-under-way",
        })
    }
}

fn file_sentence(kind: io::ErrorKind) -> Message {
    match kind {
        io::ErrorKind::PermissionDenied => Message::new("vcs-file-permission"),
        io::ErrorKind::ReadOnlyFilesystem => Message::new("vcs-file-read-only"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Message::new("vcs-file-disk-full"),
        _ => Message::new("vcs-file"),
    }
}

fn system_sentence(kind: io::ErrorKind) -> Message {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Message::new("vcs-program-disk-full"),
        io::ErrorKind::ReadOnlyFilesystem => Message::new("vcs-program-read-only"),
        _ => Message::new("vcs-program-permission"),
    }
}

impl std::fmt::Display for VcsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for VcsError {}
