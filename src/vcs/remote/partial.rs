//! Clones that leave the text of files with the remote until somebody asks for it.
//!
//! Git fetches such a text when it meets it, one after the other; libgit2 does not know of it at all. So before what was
//! fetched is read, the missing texts are asked for, all at once, the way git itself does.

use std::collections::BTreeSet;

use git2::{ErrorCode, Oid};

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::read::history::Upstream;
use crate::vcs::repository::Repository;

use super::network::out_of_reach;

impl Repository {
    /// Whether this clone was made without some of the texts.
    pub fn is_partial(&self) -> bool {
        self.promisor().is_some()
    }

    /// The remote that has the texts that this clone was made without. Where libgit2 cannot open it, no such clone is known.
    pub(in crate::vcs) fn promisor(&self) -> Option<&str> {
        let find = || {
            let names = self.library().and_then(|_| self.remote_names()).unwrap_or_default();
            let promises = |name: &String| self.library_config(&format!("remote.{name}.promisor")).is_some_and(|it| it == "true");
            names.into_iter().find(promises).or_else(|| self.library_config("extensions.partialClone"))
        };
        self.promisor.get_or_init(find).as_deref()
    }

    /// What an error of libgit2's means for `what`: where texts stay with the remote, one that is not here is not lost.
    pub(in crate::vcs) fn unread(&self, what: &str, error: &git2::Error) -> VcsError {
        match error.code() {
            ErrorCode::NotFound if self.is_partial() => VcsError::NotFetched,
            _ => VcsError::read(what, error),
        }
    }

    /// Fetches what is missing here of the files that the commits `ids`, which `upstream` holds, have in `folder`. A clone
    /// that has everything asks nobody.
    ///
    /// # Errors
    /// As [`Repository::fetch`].
    pub fn complete(&self, upstream: Upstream<'_>, ids: &[&CommitId], folder: &RepoPath) -> Result<(), VcsError> {
        if !self.is_partial() {
            return Ok(());
        }
        let mut missing = BTreeSet::new();
        for id in ids {
            let listed = self.git_to_remote(upstream.remote).read(&[
                "ls-tree",
                "-r",
                "-z",
                "--full-tree",
                id.as_str(),
                "--",
                folder.as_str(),
            ])?;
            let listed = listed.expect_success("git ls-tree")?;
            let odb = self.library()?.odb().map_err(|error| VcsError::read(id.as_str(), &error))?;
            let text = String::from_utf8_lossy(&listed.stdout);
            let blobs = text.split('\0').filter_map(|line| line.split_once('\t')?.0.split_once(" blob ")).map(|(_, id)| id);
            let is_missing = |id: &&str| Oid::from_str(id).is_ok_and(|id| !odb.exists(id));
            missing.extend(blobs.filter(is_missing).map(str::to_owned));
        }
        if missing.is_empty() {
            return Ok(());
        }
        let words = [
            "-c",
            "fetch.negotiationAlgorithm=noop",
            "fetch",
            "--progress",
            "--no-tags",
            "--no-write-fetch-head",
            "--recurse-submodules=no",
            "--filter=blob:none",
            "--stdin",
            "--",
            upstream.remote,
        ];
        let missing: Vec<String> = missing.into_iter().collect();
        let answer = self.git_to_remote(upstream.remote).run_with(&words, missing.join("\n").as_bytes())?;
        if answer.code == 0 { Ok(()) } else { Err(out_of_reach(answer, upstream.remote, "git fetch")) }
    }
}
