//! Which commits are actions of this program, which of them the shared branch has already, and which take back something there:
//! by what the commits say of themselves.

use std::collections::BTreeSet;

use crate::domain::bounds::Room;
use crate::store::key_of;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{KEEPS, person_of, trailer, undone_by, word_of};
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::Failure;
use crate::vcs::{CommitId, CommitInfo, Repository};

/// More commits of others than come between two connections.
const LOOKED_AT: usize = 10_000;

/// What the branch `base` has and the branch `head` has not, by the commits that first recorded it: what was sent by a run that
/// died before it heard so is among it, whatever became of it since.
#[derive(Debug, Default)]
pub(super) struct Arrived {
    /// Actions.
    pub actions: BTreeSet<String>,
    /// What was lost, and of which only time and word are kept there.
    pub lost: BTreeSet<String>,
}

impl Arrived {
    /// Looks at both branches.
    ///
    /// # Errors
    /// When a commit cannot be read.
    pub fn of(repository: &Repository, head: &CommitId, base: &CommitId) -> Result<Self, Failure> {
        let mut arrived = Self::default();
        for id in repository.line(head, base)?.commits.iter().take(LOOKED_AT) {
            let commit = repository.commit_info(id)?;
            match trailer(&commit, KEEPS) {
                Some(lost) => arrived.lost.insert(lost.to_owned()),
                None => arrived.actions.insert(commit.first().to_owned()),
            };
        }
        Ok(arrived)
    }
}

/// Whether one of `commits` takes back what the branch `base` has: nobody has judged that yet.
pub(super) fn takes_back(repository: &Repository, base: &CommitId, commits: &[CommitInfo]) -> Result<bool, Failure> {
    for commit in commits {
        if undone_by(repository, commit)?.is_some_and(|undone| repository.holds_commit(base, &undone.id).unwrap_or(true)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Those of `commits` that are no action of `mpa`: by their message, their parents and the files they touch.
///
/// # Errors
/// When a commit cannot be read.
pub fn not_actions(context: &Context, commits: &[CommitInfo]) -> Result<Vec<CommitInfo>, Failure> {
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    let mut others = Vec::new();
    for commit in commits {
        if !is_action(repository, &prefix, commit)? {
            others.push(commit.clone());
        }
    }
    Ok(others)
}

fn is_action(repository: &Repository, prefix: &str, commit: &CommitInfo) -> Result<bool, Failure> {
    let is_signed = word_of(commit).is_some() && person_of(commit, "Mpa-By").is_some();
    if !is_signed || repository.parent_count(&commit.id)? != 1 {
        return Ok(false);
    }
    let found = repository.differences(commit.parent.as_ref(), &commit.id, &Room::of_own())?;
    Ok(found.iter().all(|it| it.path.strip_prefix(prefix).is_some_and(|path| key_of(path).is_ok())))
}
