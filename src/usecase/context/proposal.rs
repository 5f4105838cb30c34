//! The branch of one's own that a write goes to, where it is only proposed.

use std::sync::Arc;

use crate::vcs::{CommitId, OperationLock};

use super::committed::Committed;

/// A branch that is being written to.
#[derive(Debug)]
pub struct Proposal {
    /// Its name.
    pub branch: String,
    /// The commit it names; `None` when it is new.
    pub tip: Option<CommitId>,
    /// The commit of the shared branch, as last fetched.
    pub main: CommitId,
    /// The commit that is read and built upon.
    pub base: CommitId,
    /// Whether the server has something of it that nobody accepted.
    pub is_there: bool,
    /// Keeps other `mpa` out.
    pub lock: OperationLock,
    /// What is read.
    pub(crate) tree: Arc<Committed>,
}

impl Proposal {
    /// From now on, `commit` is what is read.
    pub fn follow(&self, commit: &CommitId) {
        self.tree.follow(commit);
    }

    /// What is read now.
    pub fn commit(&self) -> CommitId {
        self.tree.commit()
    }
}
