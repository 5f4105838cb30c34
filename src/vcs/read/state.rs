//! Whether this is a moment to commit: on which branch we are, and what git has been left in the middle of.

use git2::ErrorCode;

use crate::domain::shell::command;
use crate::vcs::commit_id::CommitId;
use crate::vcs::error::{UnderWay, VcsError};
use crate::vcs::repository::{Engine, Repository};

/// A branch for what is written elsewhere than on the main one.
pub const PROPOSAL: &str = "mpa/proposal";
/// What git leaves in its folder while it waits, the most telling first.
const TRACES: [(&str, UnderWay); 7] = [
    ("rebase-merge", UnderWay::Rebase),
    ("rebase-apply/applying", UnderWay::Am),
    ("rebase-apply", UnderWay::Rebase),
    ("MERGE_HEAD", UnderWay::Merge),
    ("CHERRY_PICK_HEAD", UnderWay::CherryPick),
    ("REVERT_HEAD", UnderWay::Revert),
    ("BISECT_LOG", UnderWay::Bisect),
];

impl Repository {
    /// Refuses, before anything is touched, a repository that is in no state to take a commit: several meant at once,
    /// an unfinished operation of git, a detached HEAD, or another branch than `main` where one is asked for. A branch
    /// without a first commit is fine.
    ///
    /// # Errors
    /// `GitDirInEnvironment`, `Unfinished`, `Detached`, `OtherBranch`; `Read`, `Program` where the state is unreadable.
    pub fn check_writable(&self, main: Option<&str>) -> Result<(), VcsError> {
        if self.around.git_dir_in_environment {
            return Err(VcsError::GitDirInEnvironment);
        }
        if let Some(operation) = self.under_way()? {
            return Err(VcsError::Unfinished { operation });
        }
        let new = || Some(command("git switch -c {}", &[&self.free_branch(PROPOSAL)]));
        match (self.head_branch()?, main) {
            (None, main) => Err(VcsError::Detached { way: main.map_or_else(new, |main| self.way_to(main)) }),
            (Some(found), Some(expected)) if expected != found => {
                Err(VcsError::OtherBranch { found, expected: expected.to_owned(), way: self.way_to(expected) })
            }
            _ => Ok(()),
        }
    }

    /// The branch that HEAD names, born or not; `None` when HEAD is detached.
    ///
    /// # Errors
    /// `Read`, `Program`.
    pub fn head_branch(&self) -> Result<Option<String>, VcsError> {
        let target = match &self.engine {
            Engine::Library(library) => {
                let head = library.find_reference("HEAD").map_err(|error| VcsError::read("HEAD", &error))?;
                head.symbolic_target_bytes().map(|name| String::from_utf8_lossy(name).into_owned())
            }
            Engine::Program(_) => self.git().read(&["symbolic-ref", "--quiet", "HEAD"])?.text(),
        };
        Ok(target.map(|name| name.strip_prefix("refs/heads/").unwrap_or(&name).to_owned()))
    }

    /// Whether the branch has a commit.
    ///
    /// # Errors
    /// `Read`, `Program`.
    pub fn has_head(&self) -> Result<bool, VcsError> {
        Ok(self.head_id()?.is_some())
    }

    /// The commit at HEAD; `None` before the first one.
    pub(in crate::vcs) fn head_id(&self) -> Result<Option<CommitId>, VcsError> {
        match &self.engine {
            Engine::Library(library) => match library.head().and_then(|head| head.peel_to_commit()) {
                Ok(commit) => Ok(Some(commit.id().into())),
                Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => Ok(None),
                Err(error) => Err(VcsError::read("HEAD", &error)),
            },
            Engine::Program(_) => self.resolve("HEAD"),
        }
    }

    /// The commit that the reference `name` leads to, asked of the git program.
    pub(in crate::vcs) fn resolve(&self, name: &str) -> Result<Option<CommitId>, VcsError> {
        let answer = self.git().read(&["rev-parse", "--verify", "--quiet", "--end-of-options", name])?;
        match answer.code {
            1 => Ok(None),
            _ => Ok(answer.expect_success("git rev-parse")?.text().and_then(|id| CommitId::parse(&id))),
        }
    }

    fn under_way(&self) -> Result<Option<UnderWay>, VcsError> {
        let trace = TRACES.into_iter().find(|(name, _)| self.git_dir().join(name).exists());
        if trace.is_some() || matches!(self.engine, Engine::Library(_)) {
            return Ok(trace.map(|(_, operation)| operation));
        }
        // A reftable keeps these two among the references instead of in files.
        for (name, operation) in [("CHERRY_PICK_HEAD", UnderWay::CherryPick), ("REVERT_HEAD", UnderWay::Revert)] {
            if self.resolve(name)?.is_some() {
                return Ok(Some(operation));
            }
        }
        Ok(None)
    }
}
