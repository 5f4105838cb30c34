//! After the commit: is it ours, and does it hold what was asked?
//!
//! A hook may format, sign or number a file on its way into the commit. Then the commit is true and our bytes are not;
//! index and file follow it, so that git finds nothing left to do, and the caller hears of it. A commit that no longer says
//! which operation it is, or that holds other files beside it, is none that could be undone or carried over later: it does
//! not stay.

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::read::history::{OURS, trailers};
use crate::vcs::read::index::BATCH;
use crate::vcs::read::objects::{InTree, find};
use crate::vcs::repository::{Engine, Repository};

use super::{Edit, Landed, worktree};

/// How far below HEAD our commit is looked for, when others commit at the same moment.
const LOOK_BACK: usize = 64;
/// The hooks that have a hand in a commit.
const MAKERS: [&str; 4] = ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"];

impl Repository {
    /// Reports the commit made since `old_head`, and lets index and files follow what hooks made of it.
    pub(super) fn verify(&self, old_head: Option<&CommitId>, edits: &[Edit], message: &str) -> Result<Landed, VcsError> {
        let known = self.own_commit(old_head, message)?;
        let Some(id) = known.map_or_else(|| self.unsigned_commit(old_head, edits), |id| Ok(Some(id)))? else {
            return Err(self.went_too_far(None, &[]));
        };
        let brought_along = self.brought_along(&id, edits);
        if !brought_along.is_empty() || !says_all(&self.message_and_parent(&id)?.0, message) {
            return Err(self.went_too_far(Some(id), &brought_along));
        }
        let mut changed_by_hook = Vec::new();
        for edit in edits {
            if !self.committed_as_asked(&id, edit)? {
                changed_by_hook.push(edit.path.clone());
            }
        }
        self.follow_commit(edits, &changed_by_hook);
        Ok(Landed { id, changed_by_hook })
    }

    /// The commit above `old_head` that says what `message` says of itself, else that has its subject. `None` where hooks had a
    /// hand in both, or none landed.
    pub(super) fn own_commit(&self, old_head: Option<&CommitId>, message: &str) -> Result<Option<CommitId>, VcsError> {
        let above = self.above(old_head)?;
        let is_signed = trailers(message).iter().any(|(key, _)| key.starts_with(OURS));
        let by_operation = above.iter().find(|(_, found)| is_signed && says_all(found, message));
        let by_subject = || above.iter().find(|(_, found)| subject(found) == subject(message));
        Ok(by_operation.or_else(by_subject).map(|(id, _)| id.clone()))
    }

    /// The same after git said that it committed, where a hook left nothing of the message: the only commit there, else the
    /// first that changes the files.
    fn unsigned_commit(&self, old_head: Option<&CommitId>, edits: &[Edit]) -> Result<Option<CommitId>, VcsError> {
        let above = self.above(old_head)?;
        let changes_all = |id: &CommitId| {
            let changed = self.changed_paths(id, None).unwrap_or_default();
            edits.iter().all(|edit| changed.contains(&edit.path))
        };
        let found = above.iter().rev().find(|(id, _)| above.len() == 1 || changes_all(id));
        Ok(found.map(|(id, _)| id.clone()))
    }

    /// Whether HEAD came on top of the commit `earlier`, as far as anybody looks.
    pub(super) fn is_above(&self, earlier: Option<&CommitId>) -> Result<bool, VcsError> {
        let above = self.above(earlier)?;
        let Some((last, _)) = above.last() else { return Ok(false) };
        Ok(self.message_and_parent(last)?.1.as_ref() == earlier)
    }

    /// The commits from HEAD down to `old_head`, which is not among them, and their messages.
    fn above(&self, old_head: Option<&CommitId>) -> Result<Vec<(CommitId, String)>, VcsError> {
        let (mut above, mut next) = (Vec::new(), self.head_id()?);
        while let Some(id) = next.filter(|id| Some(id) != old_head && above.len() < LOOK_BACK) {
            let (message, parent) = self.message_and_parent(&id)?;
            above.push((id, message));
            next = parent;
        }
        Ok(above)
    }

    fn message_and_parent(&self, id: &CommitId) -> Result<(String, Option<CommitId>), VcsError> {
        if let Engine::Library(_) = &self.engine {
            let commit = self.commit_object(id)?;
            let parent = commit.parent_id(0).ok().map(CommitId::from);
            return Ok((String::from_utf8_lossy(commit.message_bytes()).into_owned(), parent));
        }
        let answer = self.git().read(&["cat-file", "commit", id.as_str()])?.expect_success("git cat-file")?;
        let text = String::from_utf8_lossy(&answer.stdout).into_owned();
        let (header, message) = text.split_once("\n\n").unwrap_or((&text, ""));
        let parent = header.lines().find_map(|line| CommitId::parse(line.strip_prefix("parent ")?));
        Ok((message.to_owned(), parent))
    }

    /// Moves the branch back to `old_head` from the commit `id` that was made on top of it, unless somebody went on from there;
    /// whether it is back.
    pub(super) fn move_back(&self, old_head: Option<&CommitId>, id: Option<&CommitId>) -> Result<bool, VcsError> {
        let Some(id) = id else { return Ok(self.head_id()?.as_ref() == old_head) };
        if self.message_and_parent(id)?.1.as_ref() != old_head {
            return Ok(false);
        }
        let name = format!("refs/heads/{}", self.head_branch()?.ok_or(VcsError::Detached { way: None })?);
        let words = match old_head {
            Some(old) => vec!["update-ref", "-m", "mpa", &name, old.as_str(), id.as_str()],
            None => vec!["update-ref", "-m", "mpa", "-d", &name, id.as_str()],
        };
        self.patiently(|| self.git().steady().run(&words))?.expect_success("git update-ref").map(|_| true)
    }

    /// Hooks of the person's put `paths` into the commit, or took out of its message what says which operation it is.
    fn went_too_far(&self, id: Option<CommitId>, paths: &[RepoPath]) -> VcsError {
        let (mut hooks, folder) = self.hooks();
        hooks.retain(|name| MAKERS.contains(&name.as_str()));
        VcsError::HookWentTooFar { id, hooks, folder, paths: paths.iter().map(ToString::to_string).collect() }
    }

    fn committed_as_asked(&self, id: &CommitId, edit: &Edit) -> Result<bool, VcsError> {
        let found = match &self.engine {
            Engine::Library(library) => find(library, self.tree_of(id)?, &edit.path)?,
            Engine::Program(_) => self.in_head(&edit.path)?,
        };
        match (found, edit.after.as_deref()) {
            (InTree::Leaf(leaf), Some(after)) => {
                Ok(self.holds(&leaf.id, after, &edit.path)? || self.filtered_id(edit, after)?.as_deref() == Some(&leaf.id))
            }
            (InTree::Leaf(_), None) => Ok(false),
            (_, after) => Ok(after.is_none()),
        }
    }

    /// The object that the user's filters and line endings make of the asked bytes.
    fn filtered_id(&self, edit: &Edit, after: &[u8]) -> Result<Option<String>, VcsError> {
        let path = format!("--path={}", edit.path);
        Ok(self.git().run_with(&["hash-object", &path, "--stdin"], after)?.text())
    }

    /// Lets index and files hold what the commit holds. The commit stands whether or not this succeeds: a failure shows
    /// as a local change of these files, which the caller announces anyway.
    fn follow_commit(&self, edits: &[Edit], changed: &[RepoPath]) {
        for batch in changed.chunks(BATCH) {
            let specs: Vec<String> = batch.iter().map(RepoPath::pathspec).collect();
            let mut args = vec!["reset", "--quiet", "HEAD", "--"];
            args.extend(specs.iter().map(String::as_str));
            let _ = self.patiently(|| self.git().run(&args));
        }
        let still_ours = |edit: &&Edit| {
            changed.contains(&edit.path) && worktree::content(self.workdir(), &edit.path).is_ok_and(|now| now == edit.after)
        };
        for edit in edits.iter().filter(still_ours) {
            let args = ["checkout-index", "--force", "--index", "--quiet", "--", edit.path.as_str()];
            let _ = self.patiently(|| self.git().run(&args));
        }
    }

    /// Files of the commit that nobody asked for.
    fn brought_along(&self, id: &CommitId, edits: &[Edit]) -> Vec<RepoPath> {
        let changed = self.changed_paths(id, None).unwrap_or_default();
        changed.into_iter().filter(|path| edits.iter().all(|edit| edit.path != *path)).collect()
    }
}

fn subject(message: &str) -> &str {
    message.trim_start().lines().next().map(str::trim_end).unwrap_or_default()
}

/// Whether the message `found` says of its commit what `asked` says.
fn says_all(found: &str, asked: &str) -> bool {
    let found = trailers(found);
    trailers(asked).iter().filter(|(key, _)| key.starts_with(OURS)).all(|it| found.contains(it))
}
