//! Branches, requests and the commits between two of them, as this clone knows them: nothing is fetched.

use std::collections::BTreeMap;

use git2::{ErrorCode, ObjectType, Oid, Sort};

use crate::domain::bounds::{COMMIT_BYTES, TAGS_DEEP};
use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::repository::Repository;

use super::revision::is_absent;

/// A branch or a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The full name of the reference: `refs/pull/12/head`.
    pub name: String,
    /// Its commit.
    pub id: CommitId,
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
    pub origins: Vec<CommitId>,
    /// The commits since, the newest first.
    pub commits: Vec<CommitId>,
}

impl Repository {
    /// The commit that `name` leads to: a reference by its full name, HEAD and what stands beside it, or a commit by its whole
    /// name. `None` when there is none. Nothing is guessed: see [`Repository::commit_meant`] for what people type.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn commit_named(&self, name: &str) -> Result<Option<CommitId>, VcsError> {
        let library = self.library()?;
        let id = match Oid::from_str(name).ok().filter(|id| id.to_string() == name) {
            Some(id) => Ok(Some(id)),
            None => library.find_reference(name).and_then(|found| found.resolve()).map(|found| found.target()),
        };
        match id.and_then(|id| id.map_or(Ok(None), |id| commit_behind(library, id))) {
            Ok(found) => Ok(found.map(CommitId::from)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(VcsError::read(name, &error)),
        }
    }

    /// The commit that is checked out; `None` before the first one.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn head_commit(&self) -> Result<Option<CommitId>, VcsError> {
        self.commit_named("HEAD")
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
                let Ok(name) = reference.name() else { continue };
                found.extend(head_at(library, name).map(|head| (head.name.clone(), head)));
            }
        }
        Ok(found.into_values().collect())
    }

    /// The address that the commit `id` gives for who wrote it. Nobody vouches for it.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn author_email(&self, id: &CommitId) -> Result<Option<String>, VcsError> {
        let commit = self.commit_object(id)?;
        Ok(commit.author().email().ok().map(str::to_owned))
    }

    /// What `head` has that `base` has not.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn line(&self, base: &CommitId, head: &CommitId) -> Result<Line, VcsError> {
        let library = self.library()?;
        let unreadable = |error: git2::Error| VcsError::read(head.as_str(), &error);
        let (from, to) = (base.oid().map_err(unreadable)?, head.oid().map_err(unreadable)?);
        let origins = match library.merge_bases(from, to) {
            Ok(ids) => ids.iter().copied().map(CommitId::from).collect(),
            Err(error) if error.code() == ErrorCode::NotFound => Vec::new(),
            Err(error) => return Err(unreadable(error)),
        };
        let mut walk = library.revwalk().map_err(unreadable)?;
        walk.set_sorting(Sort::TOPOLOGICAL).map_err(unreadable)?;
        walk.push(to).and_then(|()| walk.hide(from)).map_err(unreadable)?;
        let commits = walk.map(|id| id.map(CommitId::from).map_err(unreadable)).collect::<Result<_, _>>()?;
        Ok(Line { origins, commits })
    }

    /// The commits of `head` along its first parents, the newest first, down to `until` and without it; `limit` at most.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn first_parents(&self, head: &CommitId, until: &CommitId, limit: usize) -> Result<Vec<CommitId>, VcsError> {
        let library = self.library()?;
        let unreadable = |error: git2::Error| VcsError::read(head.as_str(), &error);
        let mut walk = library.revwalk().map_err(unreadable)?;
        walk.simplify_first_parent().map_err(unreadable)?;
        let (from, to) = (head.oid().map_err(unreadable)?, until.oid().map_err(unreadable)?);
        walk.push(from).and_then(|()| walk.hide(to)).map_err(unreadable)?;
        walk.take(limit).map(|id| id.map(CommitId::from).map_err(unreadable)).collect()
    }
}

/// The branch or request at the full name `name`, where it leads to a commit that is here.
pub(super) fn head_at(library: &git2::Repository, name: &str) -> Option<Head> {
    let id = library.find_reference(name).and_then(|found| found.resolve()).ok()?.target()?;
    let commit = commit_behind(library, id).ok()??;
    // Of one that nobody wrote, the day is not worth reading.
    let is_readable = library.odb().and_then(|odb| odb.read_header(commit)).ok()?.0 <= COMMIT_BYTES;
    let time = if is_readable { library.find_commit(commit).ok()?.time().seconds() } else { 0 };
    Some(Head { name: name.to_owned(), id: commit.into(), time })
}

/// The commit that the object `id` is, or names as a tag; `None` where it is none.
fn commit_behind(library: &git2::Repository, mut id: Oid) -> Result<Option<Oid>, git2::Error> {
    let odb = library.odb()?;
    for _ in 0..=TAGS_DEEP {
        match odb.read_header(id)? {
            (_, ObjectType::Commit) => return Ok(Some(id)),
            (bytes, ObjectType::Tag) if bytes <= COMMIT_BYTES => id = library.find_tag(id)?.target_id(),
            _ => return Ok(None),
        }
    }
    Ok(None)
}
