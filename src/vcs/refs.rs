//! Branches, requests and the commits between two of them, as this clone knows them: nothing is fetched.

use std::collections::BTreeMap;

use git2::{ErrorCode, Oid, Sort};

use super::error::VcsError;
use super::repository::Repository;

/// A branch or a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The full name of the reference: `refs/pull/12/head`.
    pub name: String,
    /// Its commit.
    pub id: String,
    /// When that commit says it was made, in seconds since 1970. Nobody vouches for it.
    pub time: i64,
}

impl Head {
    /// The name of the branch, for one of this clone's.
    pub fn branch(&self) -> &str {
        self.name.strip_prefix("refs/heads/").unwrap_or(&self.name)
    }
}

/// The commits that one branch has and another has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where the two parted: none when they have nothing in common, several when each was merged into the other.
    pub origins: Vec<String>,
    /// The commits since, the newest first.
    pub commits: Vec<String>,
}

impl Repository {
    /// The commit that `text` names: a branch, a tag, a commit, or an expression of git's (`HEAD~2`). `None` when there
    /// is none.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn commit_named(&self, text: &str) -> Result<Option<String>, VcsError> {
        let found = self.library()?.revparse_single(text).and_then(|object| object.peel_to_commit());
        match found {
            Ok(commit) => Ok(Some(commit.id().to_string())),
            Err(error)
                if matches!(
                    error.code(),
                    ErrorCode::NotFound | ErrorCode::InvalidSpec | ErrorCode::Peel | ErrorCode::Ambiguous
                ) =>
            {
                Ok(None)
            }
            Err(error) => Err(VcsError::read(text, &error)),
        }
    }

    /// The references that fit one of `globs`, by name.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn heads(&self, globs: &[&str]) -> Result<Vec<Head>, VcsError> {
        let library = self.library()?;
        let mut found = BTreeMap::new();
        for glob in globs {
            let unreadable = |error: git2::Error| VcsError::read(*glob, &error);
            for reference in library.references_glob(glob).map_err(unreadable)? {
                let reference = reference.map_err(unreadable)?;
                let (Ok(name), Ok(commit)) = (reference.name(), reference.peel_to_commit()) else { continue };
                let head = Head { name: name.to_owned(), id: commit.id().to_string(), time: commit.time().seconds() };
                found.insert(head.name.clone(), head);
            }
        }
        Ok(found.into_values().collect())
    }

    /// What `head` has that `base` has not.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn line(&self, base: &str, head: &str) -> Result<Line, VcsError> {
        let library = self.library()?;
        let unreadable = |error: git2::Error| VcsError::read(head, &error);
        let (from, to) = (Oid::from_str(base).map_err(unreadable)?, Oid::from_str(head).map_err(unreadable)?);
        let origins = match library.merge_bases(from, to) {
            Ok(ids) => ids.iter().map(ToString::to_string).collect(),
            Err(error) if error.code() == ErrorCode::NotFound => Vec::new(),
            Err(error) => return Err(unreadable(error)),
        };
        let mut walk = library.revwalk().map_err(unreadable)?;
        walk.set_sorting(Sort::TOPOLOGICAL).map_err(unreadable)?;
        walk.push(to).and_then(|()| walk.hide(from)).map_err(unreadable)?;
        let commits = walk.map(|id| id.map(|id| id.to_string()).map_err(unreadable)).collect::<Result<_, _>>()?;
        Ok(Line { origins, commits })
    }

    /// The commits of `head` along its first parents, the newest first, down to `until` and without it; `limit` at most.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn first_parents(&self, head: &str, until: &str, limit: usize) -> Result<Vec<String>, VcsError> {
        let library = self.library()?;
        let unreadable = |error: git2::Error| VcsError::read(head, &error);
        let mut walk = library.revwalk().map_err(unreadable)?;
        walk.simplify_first_parent().map_err(unreadable)?;
        let (from, to) = (Oid::from_str(head).map_err(unreadable)?, Oid::from_str(until).map_err(unreadable)?);
        walk.push(from).and_then(|()| walk.hide(to)).map_err(unreadable)?;
        walk.take(limit).map(|id| id.map(|id| id.to_string()).map_err(unreadable)).collect()
    }
}
