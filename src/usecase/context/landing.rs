//! How a write ended.

use crate::vcs::CommitId;

/// Whether and how a write was committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing {
    /// There was nothing to change.
    Nothing,
    /// What would be committed.
    Planned(Vec<PlannedFile>, String),
    /// The commit, in full hexadecimal.
    Committed(CommitId),
    /// A commit that nobody else had is gone again.
    Dropped,
}

/// One file of a dry run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFile {
    /// Its path in the repository.
    pub path: String,
    /// What it holds.
    pub before: String,
    /// What it would hold; `None` for a file that would disappear.
    pub after: Option<String>,
}
