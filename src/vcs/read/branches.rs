//! A quick look at many branches: their names at once, and which of them a commit already holds.

use std::collections::HashSet;

use git2::{ErrorCode, ReferenceType};

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::Repository;

use super::refs::{Head, head_at};
use super::tree::subtree;

/// How much older than the oldest branch the commits are that are still looked through for it, in seconds: clocks differ.
const SLACK: i64 = 2 * 24 * 60 * 60;

impl Repository {
    /// The names of the references that fit one of `globs`, in which `*` stands for anything. One walk over the names, and
    /// nothing else is read.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn reference_names(&self, globs: &[&str]) -> Result<Vec<String>, VcsError> {
        let unreadable = |error: git2::Error| VcsError::read("refs", &error);
        let mut all = self.library()?.references_glob("refs/*").map_err(unreadable)?;
        let mut found = Vec::new();
        for name in all.names() {
            // A name that is no UTF-8 is none of ours.
            let Ok(name) = name else { continue };
            if globs.iter().any(|glob| fits(glob, name)) {
                found.push(name.to_owned());
            }
        }
        Ok(found)
    }

    /// The commit that the reference `name` leads to; `None` when it leads to none that is here.
    ///
    /// # Errors
    /// `NeedsEngine`.
    pub fn head_of(&self, name: &str) -> Result<Option<Head>, VcsError> {
        Ok(head_at(self.library()?, name))
    }

    /// Whether the reference `name` only leads to another one.
    ///
    /// # Errors
    /// `NeedsEngine`.
    pub fn is_alias(&self, name: &str) -> Result<bool, VcsError> {
        Ok(self.library()?.find_reference(name).is_ok_and(|found| found.kind() == Some(ReferenceType::Symbolic)))
    }

    /// What the commit `id` holds in `folder`, as one name; `None` where it has no such folder.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn folder_id(&self, id: &CommitId, folder: &RepoPath) -> Result<Option<String>, VcsError> {
        let found = subtree(self.library()?, Some(self.tree_of(id)?.id()), folder)?;
        Ok(found.map(|id| id.to_string()))
    }

    /// Which of `heads` the commit `base` holds: one walk back from it, as far as the oldest of them.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn held_by(&self, base: &CommitId, heads: &[Head]) -> Result<HashSet<CommitId>, VcsError> {
        let library = self.library()?;
        let unreadable = |error: git2::Error| VcsError::read(base.as_str(), &error);
        let sought: HashSet<&CommitId> = heads.iter().map(|head| &head.id).collect();
        let oldest = heads.iter().map(|head| head.time).min().unwrap_or(i64::MAX).saturating_sub(SLACK);
        let mut walk = library.revwalk().map_err(unreadable)?;
        // So the whole history is read before the first commit is seen, and one of a clock that was behind comes last.
        walk.set_sorting(git2::Sort::TIME).map_err(unreadable)?;
        base.oid().and_then(|base| walk.push(base)).map_err(unreadable)?;
        let mut held = HashSet::new();
        for id in walk {
            let id = id.map_err(unreadable)?;
            let name = CommitId::from(id);
            if sought.contains(&name) {
                held.insert(name);
            }
            let is_older = library.find_commit(id).is_ok_and(|commit| commit.time().seconds() < oldest);
            if held.len() == sought.len() || is_older {
                break;
            }
        }
        Ok(held)
    }

    /// Where the commits `one` and `other` parted; `None` when they have nothing in common here.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn merge_base(&self, one: &CommitId, other: &CommitId) -> Result<Option<CommitId>, VcsError> {
        let unreadable = |error: git2::Error| VcsError::read(other.as_str(), &error);
        let (one, other) = (one.oid().map_err(unreadable)?, other.oid().map_err(unreadable)?);
        match self.library()?.merge_base(one, other) {
            Ok(id) => Ok(Some(id.into())),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
            Err(error) => Err(unreadable(error)),
        }
    }
}

/// Whether `name` fits `glob`, in which `*` stands for anything, nothing included.
fn fits(glob: &str, name: &str) -> bool {
    let Some((first, rest)) = glob.split_once('*') else { return glob == name };
    let Some(mut name) = name.strip_prefix(first) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(at) = name.find(part) else { return false };
        name = &name[at + part.len()..];
    }
    name.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        for (glob, name, expected) in [
            ("refs/heads/mpa/*", "refs/heads/mpa/k7q2m-zoe", true),
            ("refs/heads/mpa/*", "refs/heads/mpa", false),
            ("refs/heads/mpa/*", "refs/heads/other", false),
            ("refs/remotes/*/mpa/*", "refs/remotes/origin/mpa/k7q2m-zoe", true),
            ("refs/remotes/*/mpa/*", "refs/remotes/origin/main", false),
            ("refs/pull/*/head", "refs/pull/12/head", true),
            ("refs/pull/*/head", "refs/pull/12/merge", false),
            ("refs/pull/*/head", "refs/pull/head", false),
            ("refs/heads/main", "refs/heads/main", true),
        ] {
            assert_eq!(fits(glob, name), expected, "{glob} {name}");
        }
    }
}
