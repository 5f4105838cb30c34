//! After the commit: is it ours, and does it hold what was asked?
//!
//! A hook may format, sign or number a file on its way into the commit. Then the commit is true and our bytes are not;
//! index and file follow it, so that git finds nothing left to do, and the caller hears of it.

use super::commit::{Edit, Landed};
use super::error::VcsError;
use super::examine::BATCH;
use super::path::RepoPath;
use super::read::{InTree, find};
use super::repository::{Engine, Repository};
use super::worktree;

/// How far below HEAD our commit is looked for, when others commit at the same moment.
const LOOK_BACK: usize = 64;

impl Repository {
    /// Reports the commit made since `old_head`, and lets index and files follow what hooks made of it.
    pub(super) fn verify(&self, old_head: Option<&str>, edits: &[Edit], message: &str) -> Result<Landed, VcsError> {
        let id = match self.own_commit(old_head, message)? {
            Some(id) => id,
            None => self.head_id()?.ok_or_else(|| VcsError::Read { what: "HEAD".to_owned(), cause: String::new() })?,
        };
        let mut changed_by_hook = Vec::new();
        for edit in edits {
            if !self.committed_as_asked(&id, edit)? {
                changed_by_hook.push(edit.path.clone());
            }
        }
        self.follow_commit(edits, &changed_by_hook);
        changed_by_hook.extend(self.brought_along(&id, edits));
        Ok(Landed { id, changed_by_hook })
    }

    /// The commit above `old_head` whose subject is that of `message`; `None` where a hook changed it, or none landed.
    pub(super) fn own_commit(&self, old_head: Option<&str>, message: &str) -> Result<Option<String>, VcsError> {
        let subject = message.trim_start().lines().next().map(str::trim_end);
        let mut next = self.head_id()?;
        for _ in 0..LOOK_BACK {
            let Some(id) = next.filter(|id| Some(id.as_str()) != old_head) else { return Ok(None) };
            let (found, parent) = self.subject_and_parent(&id)?;
            if Some(found.as_str()) == subject {
                return Ok(Some(id));
            }
            next = parent;
        }
        Ok(None)
    }

    /// Whether HEAD came on top of the commit `earlier`, as far as anybody looks.
    pub(super) fn is_above(&self, earlier: Option<&str>) -> Result<bool, VcsError> {
        let mut next = self.head_id()?;
        for _ in 0..LOOK_BACK {
            let Some(id) = next else { break };
            next = self.subject_and_parent(&id)?.1;
            if next.as_deref() == earlier {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn subject_and_parent(&self, id: &str) -> Result<(String, Option<String>), VcsError> {
        if let Engine::Library(_) = &self.engine {
            let commit = self.commit_info(id)?;
            return Ok((commit.subject, commit.parent));
        }
        let answer = self.git().read(&["cat-file", "commit", id])?.expect_success("git cat-file")?;
        let text = String::from_utf8_lossy(&answer.stdout).into_owned();
        let (header, message) = text.split_once("\n\n").unwrap_or((&text, ""));
        let parent = header.lines().find_map(|line| line.strip_prefix("parent "));
        Ok((message.lines().next().unwrap_or_default().to_owned(), parent.map(str::to_owned)))
    }

    fn committed_as_asked(&self, id: &str, edit: &Edit) -> Result<bool, VcsError> {
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

    /// Files of the commit that nobody asked for. Their index entries may be the user's and stay as they are.
    fn brought_along(&self, id: &str, edits: &[Edit]) -> Vec<RepoPath> {
        let changed = self.changed_paths(id, None).unwrap_or_default();
        changed.into_iter().filter(|path| edits.iter().all(|edit| edit.path != *path)).collect()
    }
}
