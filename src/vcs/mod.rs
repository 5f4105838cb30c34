//! The only door to git: paths and bytes in, commits out.
//!
//! Two engines stand behind it, on purpose. *Reading* goes through `git2`, which never runs a program that a
//! repository's configuration names, and answers in microseconds. *Writing* goes through the `git` program, because
//! libgit2 silently leaves out what people rely on: hooks, signatures, filters, conditional identities. Where libgit2
//! cannot open a repository at all (SHA-256, reftable), HEAD is read through `git` too, and what needs the history
//! is refused by name.
//!
//! This floor knows repository-relative paths and bytes, never tasks. It reads neither environment nor clock: the
//! caller hands over its [`Surroundings`], and git dates its own commits.

mod access;
mod advance;
mod again;
mod answer;
mod backoff;
mod blobs;
mod branch;
mod commit;
mod compare;
mod config;
mod direct;
mod dirty;
mod distance;
mod error;
mod error_words;
mod examine;
mod gh;
mod glance;
mod ground;
mod health;
mod hidden;
mod history;
mod ignored;
mod lock;
mod merge;
mod moving;
mod network;
mod note;
mod onto;
mod partial;
mod past;
mod path;
mod program;
mod read;
mod refs;
mod repository;
mod request;
mod revision;
mod scratch;
mod signature;
mod signs;
mod since;
mod standing;
mod state;
mod stop;
mod surroundings;
mod there;
mod tree;
mod verify;
mod watch;
mod whereabouts;
mod worktree;

#[cfg(test)]
pub(crate) mod tests;

pub use access::NoAccess;
pub use backoff::Backoff;
pub use commit::{Edit, Landed};
pub use compare::{Difference, Entry, EntryKind};
pub use config::user_config;
pub use error::{Dirtiness, UnderWay, VcsError};
pub use gh::{Opening, PullRequest};
pub use ground::Ground;
pub use health::{Author, Leftover, Peculiarity, author, check_identity, git_version};
pub use hidden::{Hidden, IndexOnDisk, KeptOut};
pub use history::{CommitInfo, Upstream};
pub use lock::OperationLock;
pub use merge::merged_text;
pub use network::{Pushed, is_guarded};
pub use note::Left;
pub use past::Past;
pub use path::RepoPath;
pub use program::MINIMUM_GIT;
pub use refs::{Head, Line};
pub use repository::Repository;
pub use request::{Destination, Handed, is_known_already};
pub use revision::Tags;
pub use state::PROPOSAL;
pub use surroundings::{Patience, Surroundings};
pub use watch::Progress;
pub use whereabouts::Branches;
