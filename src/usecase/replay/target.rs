//! Which two commits are held against each other.

use crate::vcs::CommitId;

/// The two commits of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The shared branch, as it was named.
    pub base_name: String,
    /// Its commit.
    pub base: CommitId,
    /// The request, as it was named.
    pub head_name: String,
    /// Its commit.
    pub head: CommitId,
    /// Its number on the forge.
    pub number: Option<u64>,
}
