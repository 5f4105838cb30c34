//! The branches of requests that a remote has: several of them, looked at together.

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::program::answer::Answer;
use crate::vcs::read::history::{Upstream, tracking};
use crate::vcs::repository::Repository;

use super::network::out_of_reach;

impl Repository {
    /// Looks at the branches below `mpa/` of `remote`: those that are gone there are forgotten here.
    ///
    /// # Errors
    /// `Unreachable` where the remote is out of reach or lets nobody in; `Interrupted`, `GitMissing`.
    pub fn fetch_requests(&self, remote: &str) -> Result<(), VcsError> {
        let answer = self.fetch_all(remote, &[&requests(remote)])?;
        if answer.code == 0 { Ok(()) } else { Err(out_of_reach(answer, remote, "git fetch")) }
    }

    /// Fetches the branch `upstream` as [`Repository::fetch`] does, and looks at the requests beside it.
    ///
    /// # Errors
    /// As [`Repository::fetch`].
    pub fn fetch_with_requests(&self, upstream: Upstream<'_>) -> Result<Option<CommitId>, VcsError> {
        let Upstream { remote, branch } = upstream;
        let main = format!("+refs/heads/{branch}:{}", tracking(upstream));
        let answer = self.fetch_all(remote, &[&main, &requests(remote)])?;
        self.fetched(answer, upstream)
    }

    fn fetch_all(&self, remote: &str, refspecs: &[&str]) -> Result<Answer, VcsError> {
        let plain = ["fetch", "--no-tags", "--prune", "--recurse-submodules=no", "--progress", "--", remote];
        self.asked(remote, &[&plain[..], refspecs].concat())
    }
}

/// All branches of requests that `remote` keeps, and where this clone remembers them.
fn requests(remote: &str) -> String {
    format!("+refs/heads/mpa/*:refs/remotes/{remote}/mpa/*")
}
