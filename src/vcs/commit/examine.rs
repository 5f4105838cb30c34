//! Looking at every file of an operation before the first one is touched.

use crate::vcs::error::{Dirtiness, VcsError};
use crate::vcs::path::RepoPath;
use crate::vcs::read::index::BATCH;
use crate::vcs::read::objects::{Leaf, blob_id, plain_file};
use crate::vcs::repository::{Engine, Repository};

use super::standing::{Facts, Standing};
use super::{Edit, worktree};

/// One file, found fit for the commit.
pub(super) struct Planned<'e> {
    pub edit: &'e Edit,
    /// What the disk holds now.
    pub found: Option<Vec<u8>>,
    /// What the last commit holds.
    pub head: Option<Leaf>,
    /// Git does not know the file yet.
    pub new: bool,
}

impl Repository {
    /// Finds every edit fit for a commit, or names what speaks against the first that is not.
    pub(super) fn examine<'e>(&self, edits: &'e [Edit]) -> Result<Vec<Planned<'e>>, VcsError> {
        for edit in edits {
            worktree::guard(self.workdir(), &edit.path)?;
        }
        let index = self.index_view(&edits.iter().map(|edit| &edit.path).collect::<Vec<_>>())?;
        let (mut planned, mut unsure) = (Vec::new(), Vec::new());
        for edit in edits {
            let found = worktree::content(self.workdir(), &edit.path)?;
            let facts = Facts {
                path: &edit.path,
                before: edit.before.as_deref(),
                after: edit.after.as_deref(),
                found: found.as_deref(),
                executable: worktree::executable(self.workdir(), &edit.path),
                head: plain_file(self.in_head(&edit.path)?, &edit.path)?,
                index: index.get(&edit.path)?,
            };
            let standing = facts.judge(|id, bytes| self.holds(id, bytes, &edit.path)).map_err(|error| match error {
                VcsError::SkipWorktree { path, .. } => self.kept_out(&path),
                other => other,
            })?;
            match standing {
                Standing::Unsure if facts.resumed() => self.check_filtered(edit)?,
                Standing::Unsure => unsure.push(&edit.path),
                _ => {}
            }
            let head = facts.head;
            planned.push(Planned { edit, found, head, new: standing == Standing::New });
        }
        self.check_status(&unsure)?;
        Ok(planned)
    }

    /// Whether the stored object `id` holds exactly `bytes`.
    pub(super) fn holds(&self, id: &str, bytes: &[u8], path: &RepoPath) -> Result<bool, VcsError> {
        match &self.engine {
            Engine::Library(_) => Ok(blob_id(bytes).is_some_and(|known| known.to_string() == id)),
            Engine::Program(_) => Ok(self.blob(id, path)? == bytes),
        }
    }

    /// A file whose bytes differ from the stored ones is clean if git says so: it knows filters and line endings.
    fn check_status(&self, paths: &[&RepoPath]) -> Result<(), VcsError> {
        for batch in paths.chunks(BATCH) {
            let specs: Vec<String> = batch.iter().map(|path| path.pathspec()).collect();
            let mut args = vec!["status", "--porcelain=v2", "-z", "--untracked-files=no", "--"];
            args.extend(specs.iter().map(String::as_str));
            let answer = self.git().read(&args)?.expect_success("git status")?;
            let text = String::from_utf8_lossy(&answer.stdout);
            let dirty = |path: &&&RepoPath| text.split('\0').any(|line| line.ends_with(&format!(" {path}")));
            if let Some(path) = batch.iter().find(dirty) {
                return Err(VcsError::Dirty { path: (*path).clone(), how: Dirtiness::Edited });
            }
        }
        Ok(())
    }

    /// The edit of a killed run hides what the file held; then a checkout of the last commit must give `before`.
    fn check_filtered(&self, edit: &Edit) -> Result<(), VcsError> {
        let answer = self.git().read(&["cat-file", "--filters", &format!("HEAD:{}", edit.path)])?;
        match edit.before.as_deref() {
            Some(before) if answer.code == 0 && answer.stdout == before => Ok(()),
            _ => Err(VcsError::Dirty { path: edit.path.clone(), how: Dirtiness::Edited }),
        }
    }
}
