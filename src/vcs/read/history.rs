//! What was committed here and is not on the remote yet, and what a file held before.
//!
//! Only the first-parent line counts: it is the order in which a branch took its changes. Nothing is fetched; what the
//! remote holds is what the last fetch saw.

use std::ops::ControlFlow;

use git2::{ErrorCode, Oid, Revwalk, Sort};

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::Repository;

use super::objects::{find, plain_file};

/// The branch of a remote that local commits are sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Upstream<'a> {
    /// A remote of this clone: `origin`.
    pub remote: &'a str,
    /// Its branch: `main`.
    pub branch: &'a str,
}

/// A commit as far as an operation can be read from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitInfo {
    /// The commit's name, in full.
    pub id: CommitId,
    /// Its first parent; `None` for the first commit.
    pub parent: Option<CommitId>,
    /// The address of whoever recorded it, as git wrote it down: nobody vouches for it.
    pub author: String,
    /// The address of whoever made the commit of it.
    pub committer: String,
    /// The first line of its message.
    pub subject: String,
    /// The `Key: value` lines that end the message, in order; before them, those of ours that stand elsewhere.
    pub trailers: Vec<(String, String)>,
}

/// What the names of our own trailers begin with.
pub(in crate::vcs) const OURS: &str = "Mpa-";
/// The trailer that says which action a commit records.
pub(in crate::vcs) const OPERATION: &str = "Mpa-Operation";
/// The trailer by which a commit that was made once more names the one that it was made from.
pub(in crate::vcs) const AGAIN: &str = "Mpa-Again";

impl CommitInfo {
    /// The commit that first recorded this action: its own, unless it was made once more from another.
    pub fn first(&self) -> &str {
        self.trailers.iter().find(|(key, _)| key == AGAIN).map_or(self.id.as_str(), |(_, first)| first)
    }
}

impl Repository {
    /// The commits of HEAD that `upstream` does not hold and never held, newest first, `limit` at most. Where nothing is known of
    /// that branch (`None`, or never fetched), every commit is unsent.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn unsent(&self, upstream: Option<Upstream<'_>>, limit: usize) -> Result<Vec<CommitInfo>, VcsError> {
        let unreadable = |error: git2::Error| VcsError::read("HEAD", &error);
        let Some(walk) = self.walk_unsent(upstream)? else { return Ok(Vec::new()) };
        walk.take(limit).map(|id| self.commit_info(&id.map_err(unreadable)?.into())).collect()
    }

    /// The commits of HEAD, what came upon another first, `limit` at most: those that merges brought among them. For that order the
    /// whole history is read.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn recent(&self, limit: usize) -> Result<Vec<CommitInfo>, VcsError> {
        let unreadable = |error: git2::Error| VcsError::read("HEAD", &error);
        let Some(head) = self.head_id()? else { return Ok(Vec::new()) };
        let mut walk = self.library()?.revwalk().map_err(unreadable)?;
        // By what came upon what: a clock may have been wrong.
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::TIME).map_err(unreadable)?;
        head.oid().and_then(|head| walk.push(head)).map_err(unreadable)?;
        walk.take(limit).map(|id| self.commit_info(&id.map_err(unreadable)?.into())).collect()
    }

    /// The same commits by their dates, the latest first, and no more of the history than that takes.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn latest(&self, limit: usize) -> Result<Vec<CommitInfo>, VcsError> {
        let unreadable = |error: git2::Error| VcsError::read("HEAD", &error);
        let Some(head) = self.head_id()? else { return Ok(Vec::new()) };
        self.by_date(&head)?.take(limit).map(|id| self.commit_info(&id.map_err(unreadable)?.into())).collect()
    }

    /// A walk from `head`, by date: the library's own order, since any other has it read the whole history first.
    fn by_date(&self, head: &CommitId) -> Result<Revwalk<'_>, VcsError> {
        let unreadable = |error: git2::Error| VcsError::read(head.as_str(), &error);
        let mut walk = self.library()?.revwalk().map_err(unreadable)?;
        head.oid().and_then(|head| walk.push(head)).map_err(unreadable)?;
        Ok(walk)
    }

    /// When the newest commits were made, in seconds since 1970, and by which address, `limit` at most: of HEAD, and of
    /// `upstream` as last fetched.
    ///
    /// # Errors
    /// `Read`, `Program`.
    pub fn recorded_lately(&self, upstream: Option<Upstream<'_>>, limit: usize) -> Result<Vec<(i64, String)>, VcsError> {
        let Some(head) = self.head_id()? else { return Ok(Vec::new()) };
        let Ok(library) = self.library() else {
            let most = format!("--max-count={limit}");
            let said =
                self.git().read(&["rev-list", &most, "--format=%ct,%ce", head.as_str()])?.expect_success("git rev-list")?;
            let lines = said.text().unwrap_or_default();
            let made = |line: &str| line.split_once(',').and_then(|(time, who)| Some((time.parse().ok()?, who.to_owned())));
            return Ok(lines.lines().filter_map(made).collect());
        };
        let unreadable = |error: git2::Error| VcsError::read("HEAD", &error);
        let mut walk = self.by_date(&head)?;
        // Never fetched: only this computer bears witness.
        upstream.iter().for_each(|upstream| drop(walk.push_ref(&tracking(*upstream))));
        let made = |id: Result<Oid, git2::Error>| {
            let commit = id.and_then(|id| library.find_commit(id)).map_err(unreadable)?;
            let who = String::from_utf8_lossy(commit.committer().email_bytes()).into_owned();
            Ok((commit.time().seconds(), who))
        };
        walk.take(limit).map(made).collect()
    }

    /// How many commits [`Repository::unsent`] would list, counted up to `limit`.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn unsent_count(&self, upstream: Option<Upstream<'_>>, limit: usize) -> Result<usize, VcsError> {
        Ok(self.walk_unsent(upstream)?.map_or(0, |walk| walk.take(limit).count()))
    }

    /// What the commit `id` says of itself.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn commit_info(&self, id: &CommitId) -> Result<CommitInfo, VcsError> {
        let commit = self.commit_object(id)?;
        let message = String::from_utf8_lossy(commit.message_bytes()).into_owned();
        let address = |who: git2::Signature<'_>| String::from_utf8_lossy(who.email_bytes()).into_owned();
        Ok(CommitInfo {
            id: id.clone(),
            parent: commit.parent_id(0).ok().map(CommitId::from),
            author: address(commit.author()),
            committer: address(commit.committer()),
            subject: message.lines().next().unwrap_or_default().to_owned(),
            trailers: trailers(&message),
        })
    }

    /// The whole message of the commit `id`.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn commit_message(&self, id: &CommitId) -> Result<String, VcsError> {
        Ok(String::from_utf8_lossy(self.commit_object(id)?.message_bytes()).into_owned())
    }

    /// Shows `see` what the file at `path` held along the first-parent line of HEAD, newest first, each time it differs
    /// from the commit after it (`None` where it was absent), until `see` has seen enough or `limit` commits were
    /// passed. The objects are compared by their names: a version that stays is never opened.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`; `Link`, `Submodule`, `NotAFile` for what is no plain file.
    pub fn each_version(
        &self,
        path: &RepoPath,
        limit: usize,
        mut see: impl FnMut(Option<Vec<u8>>) -> ControlFlow<()>,
    ) -> Result<(), VcsError> {
        let library = self.library()?;
        let unreadable = |error: git2::Error| VcsError::read("HEAD", &error);
        let Some(head) = self.head_id()? else { return Ok(()) };
        let mut next = Some(self.commit_object(&head)?);
        let mut later = None;
        for _ in 0..limit {
            let Some(commit) = next else { return Ok(()) };
            let leaf = plain_file(find(library, commit.tree().map_err(unreadable)?, path)?, path)?;
            if later.as_ref() != Some(&leaf) {
                let bytes = leaf.as_ref().map(|leaf| self.blob(&leaf.id, path)).transpose()?;
                if see(bytes).is_break() {
                    return Ok(());
                }
                later = Some(leaf);
            }
            next = match commit.parent_count() {
                0 => None,
                _ => Some(commit.parent(0).map_err(unreadable)?),
            };
        }
        Ok(())
    }

    fn walk_unsent(&self, upstream: Option<Upstream<'_>>) -> Result<Option<Revwalk<'_>>, VcsError> {
        let unreadable = |error: git2::Error| VcsError::read("HEAD", &error);
        let library = self.library()?;
        // Not `push_head`: its error for a branch without a commit cannot be told from any other.
        let Some(head) = self.head_id()? else { return Ok(None) };
        let mut walk = library.revwalk().map_err(unreadable)?;
        walk.simplify_first_parent().map_err(unreadable)?;
        head.oid().and_then(|head| walk.push(head)).map_err(unreadable)?;
        if let Some(Upstream { remote, branch }) = upstream {
            let name = format!("refs/remotes/{remote}/{branch}");
            match library.refname_to_id(&name) {
                Ok(sent) => walk.hide(sent).map_err(unreadable)?,
                Err(error) if error.code() == ErrorCode::NotFound => {}
                Err(error) => return Err(VcsError::read(name, &error)),
            }
            // What somebody took out of the branch was sent all the same.
            for place in self.places(Upstream { remote, branch })? {
                walk.hide(place).map_err(unreadable)?;
            }
        }
        Ok(Some(walk))
    }
}

/// The trailers of a message, and ours wherever they stand in it: hooks of the person's may add to it as they like.
pub(in crate::vcs) fn trailers(message: &str) -> Vec<(String, String)> {
    let found = git2::message_trailers_strs(message);
    let last = found.iter().flat_map(|found| found.iter()).map(|(key, value)| (key.to_owned(), value.to_owned()));
    let last: Vec<(String, String)> = last.collect();
    if last.iter().any(|(key, _)| key == OPERATION) {
        return last;
    }
    let mut all = ours_apart(message);
    let more: Vec<_> = last.into_iter().filter(|it| !all.contains(it)).collect();
    all.extend(more);
    all
}

/// Our trailers in the one paragraph that names an action. Of several, as in the message of a squash merge, none is the
/// commit's own.
fn ours_apart(message: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = message.lines().collect();
    let names_one = |paragraph: &&[&str]| paragraph.iter().any(|line| named(line).is_some_and(|(key, _)| key == OPERATION));
    let mut naming = lines.split(|line| line.trim().is_empty()).filter(names_one);
    let (Some(only), None) = (naming.next(), naming.next()) else { return Vec::new() };
    only.iter().filter_map(|line| named(line)).map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// A line that is one of our trailers.
fn named(line: &str) -> Option<(&str, &str)> {
    line.split_once(": ").filter(|(key, _)| key.starts_with(OURS)).map(|(key, value)| (key, value.trim()))
}

/// Where this clone remembers the branch of the remote.
pub(in crate::vcs) fn tracking(upstream: Upstream<'_>) -> String {
    format!("refs/remotes/{}/{}", upstream.remote, upstream.branch)
}
