//! The only door to git: paths and bytes in, commits out.
//!
//! Two engines stand behind it, on purpose. *Reading* goes through `git2`, which never runs a program that a
//! repository's configuration names, and answers in microseconds. *Writing* goes through the `git` program, because
//! libgit2 silently leaves out what people rely on: hooks, signatures, filters, conditional identities. Where libgit2
//! cannot open a repository at all (SHA-256, reftable), HEAD is read through `git` too, and what needs the history
//! is refused by name.
//!
//! The rooms, from the bottom; each knows only those before it: `beside`, a folder that appears at once; `commit_id`, `path` and
//! `error`; `program`, the git program and how it is called and watched; `repository`, which of the two engines opens what; `read`,
//! what commits, index, disk and settings hold; `shelf`, where something derived is kept in git's folder; `commit`, whatever
//! changes the repository here; `remote`, whatever talks to another; `health`, what a clone is like.
//!
//! This floor knows repository-relative paths and bytes, never tasks. It reads neither environment nor clock: the
//! caller hands over its [`Surroundings`], and git dates its own commits.

mod beside;
mod commit;
mod commit_id;
mod error;
mod health;
mod path;
mod program;
mod read;
mod remote;
mod repository;
mod shelf;

#[cfg(test)]
pub(crate) mod tests;

pub use beside::Beside;
pub use commit::ground::Ground;
pub use commit::kept::Draft;
pub use commit::lock::OperationLock;
pub use commit::note::Left;
pub use commit::{Edit, Landed};
pub use commit_id::CommitId;
pub use error::kinds::KeptOut;
pub use error::words::MINIMUM_GIT;
pub use error::{Dirtiness, UnderWay, VcsError};
pub use health::{Leftover, Peculiarity, without_password};
pub use path::RepoPath;
pub use program::backoff::Backoff;
pub use program::machine::{Author, author, check_identity, git_version};
pub use program::no_access::NoAccess;
pub use program::surroundings::{Patience, Surroundings};
pub use program::watch::Progress;
pub use read::compare::{Difference, Entry, EntryKind};
pub use read::config::{set_user_config, user_config};
pub use read::hidden::{Hidden, IndexOnDisk};
pub use read::history::{CommitInfo, Upstream};
pub use read::merge::merged_text;
pub use read::moment::Standing;
pub use read::objects::{blob_name, parsed_name};
pub use read::past::Past;
pub use read::refs::{Head, Line};
pub use read::revision::Tags;
pub use read::state::PROPOSAL;
pub use read::versions::{Authored, Version};
pub use remote::copy::{Copied, ORIGIN, copy};
pub use remote::gh::{Opening, PullRequest};
pub use remote::network::{Destination, Pushed, is_guarded, is_known_already};
pub use remote::whereabouts::Branches;
pub use repository::Repository;
pub use shelf::Drawer;
