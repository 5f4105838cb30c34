//! Whether what somebody names is there: a file of a commit, a commit.

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::{Engine, Repository};

use super::objects::{InTree, find};
use super::revision::Tags;

impl Repository {
    /// Whether the commit `id`, or the last one, has a file or a folder at `path`. What another repository inside this one
    /// holds is not looked at.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`, `Program`.
    pub fn has_path(&self, id: Option<&CommitId>, path: &RepoPath) -> Result<bool, VcsError> {
        let found = match id {
            None => self.in_head(path)?,
            Some(id) => find(self.library()?, self.tree_of(id)?, path)?,
        };
        Ok(matches!(found, InTree::Leaf(_)))
    }

    /// Whether there is a commit of that name, or of one that begins so; `None` where the clone lacks some and none of its
    /// own is meant.
    ///
    /// # Errors
    /// `Read`, `GitMissing`, `Scratch`.
    pub fn has_commit(&self, name: &str) -> Result<Option<bool>, VcsError> {
        let (is_there, is_whole) = match &self.engine {
            Engine::Library(library) => (self.commit_meant(name, Tags::Never)?.is_some(), !library.is_shallow()),
            Engine::Program(_) => {
                let asked = format!("{name}^{{commit}}");
                let answer = self.git().read(&["rev-parse", "--verify", "--quiet", "--end-of-options", &asked])?;
                let shallow = self.git().read(&["rev-parse", "--is-shallow-repository"])?;
                (answer.code == 0, shallow.text().as_deref() == Some("false"))
            }
        };
        Ok((is_there || is_whole).then_some(is_there))
    }
}
