//! A commit on top of any other, while the person's checkout, index and branches stay as they are.
//!
//! Git itself makes it, so that hooks, signature, filters and identity are the user's, in a working tree of its own that
//! lives inside the git folder for as long as the commit takes. That tree is sparse: the touched files, the files at the
//! top and the folder of the hooks, whatever the number of tasks. Whoever commits holds the operation lock, so a tree
//! that is found here was left by a killed run, and goes. Where such a tree would make no difference, none is made: see
//! [`direct`](super::direct).

use std::fs;
use std::path::{Path, PathBuf};

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::program::surroundings::Surroundings;
use crate::vcs::read::objects::{InTree, MODE_TREE, plain_file};
use crate::vcs::repository::Repository;

use super::examine::Planned;
use super::lock::OperationLock;
use super::worktree::{self, Journal};
use super::{Edit, Landed};

/// How the names of the temporary working trees begin, here and among git's own notes; the rest is drawn.
const PREFIX: &str = "mpa-commit-";
/// How many digits are drawn.
const DRAWN: usize = 16;
/// The temporary tree is sparse by words of ours, whatever the user's own tree is.
const SPARSE: [&str; 6] = ["-c", "core.sparseCheckout=true", "-c", "core.sparseCheckoutCone=false", "-c", "index.sparse=false"];

impl Repository {
    /// Commits `edits` with `message` on top of the commit `parent` and points no branch to the result: that is the
    /// caller's. What each edit says was there `before` must be what `parent` holds, byte for byte.
    ///
    /// # Errors
    /// `Stale` where `parent` holds something else, `Link`, `Submodule`, `NotAFile` for what is no plain file there;
    /// `GitDirInEnvironment`, and all that [`Repository::commit`] says of git, hooks, signature and identity. Nothing is
    /// left behind.
    pub fn commit_onto(
        &self,
        held: &OperationLock,
        parent: &CommitId,
        edits: &[Edit],
        message: &str,
    ) -> Result<Landed, VcsError> {
        self.commit_onto_by(held, parent, edits, message, &[])
    }

    /// The same with an author, as the variables that tell git.
    pub(super) fn commit_onto_by(
        &self,
        _held: &OperationLock,
        parent: &CommitId,
        edits: &[Edit],
        message: &str,
        author: &[(String, String)],
    ) -> Result<Landed, VcsError> {
        if self.around.git_dir_in_environment {
            return Err(VcsError::GitDirInEnvironment);
        }
        sweep(self.common_dir());
        if let Some(landed) = self.commit_direct(parent, edits, message, author) {
            return Ok(landed);
        }
        let mut around = self.around.clone();
        around.child_environment.extend_from_slice(author);
        let aside = Aside::make(self, around, parent, edits)?;
        let plan = aside.repository.planned_in_tree(edits)?;
        let mut journal = Journal::default();
        aside.repository.write_and_commit(&plan, message, &mut journal)?;
        aside.repository.verify(Some(parent), edits, message)
    }

    /// The edits as they meet the commit that is checked out, which alone is asked: the files on disk are ours.
    fn planned_in_tree<'e>(&self, edits: &'e [Edit]) -> Result<Vec<Planned<'e>>, VcsError> {
        edits.iter().map(|edit| self.plan_in_tree(edit)).collect()
    }

    fn plan_in_tree<'e>(&self, edit: &'e Edit) -> Result<Planned<'e>, VcsError> {
        let path = &edit.path;
        for folder in path.folders().filter_map(RepoPath::new) {
            match self.in_head(&folder)? {
                InTree::Leaf(leaf) if leaf.mode != MODE_TREE => {
                    let file = plain_file(InTree::Leaf(leaf), path)?;
                    return Err(
                        file.map_or(VcsError::Stale { path: path.clone() }, |_| VcsError::NotAFile { path: path.clone() })
                    );
                }
                InTree::Submodule(at) => return Err(VcsError::Submodule { path: path.clone(), at }),
                _ => {}
            }
        }
        let leaf = plain_file(self.in_head(path)?, path)?;
        let unchanged = match (&leaf, edit.before.as_deref()) {
            (Some(leaf), Some(before)) => self.holds(&leaf.id, before, path)?,
            (found, before) => found.is_none() && before.is_none(),
        };
        if !unchanged {
            return Err(VcsError::Stale { path: path.clone() });
        }
        worktree::guard(self.workdir(), path)?;
        Ok(Planned { edit, found: worktree::content(self.workdir(), path)?, new: leaf.is_none(), head: leaf })
    }
}

/// The temporary working tree; it goes with this value.
struct Aside {
    repository: Repository,
    _files: Files,
}

/// What stands on disk for a temporary working tree, and is removed however the commit ends.
struct Files {
    common_dir: PathBuf,
}

impl Drop for Files {
    fn drop(&mut self) {
        sweep(&self.common_dir);
    }
}

impl Aside {
    fn make(home: &Repository, around: Surroundings, parent: &CommitId, edits: &[Edit]) -> Result<Self, VcsError> {
        let common = home.common_dir();
        let files = Files { common_dir: common.to_owned() };
        let folder = common.join(format!("{PREFIX}{:0DRAWN$x}", fastrand::u64(..)));
        let shown = folder.display().to_string();
        let add = ["worktree", "add", "--quiet", "--no-checkout", "--detach", "--", &shown, parent.as_str()];
        home.patiently(|| home.git().run(&add))?.expect_success("git worktree add")?;
        let mut repository = Repository::discover(&folder, around)?;
        repository.fleeting = true;
        repository.fill(&patterns(home, edits))?;
        Ok(Self { repository, _files: files })
    }
}

impl Repository {
    /// Reads HEAD into the index, and writes the files that fit `patterns`; git is told not to miss the others.
    fn fill(&self, patterns: &str) -> Result<(), VcsError> {
        let info = self.git_dir().join("info");
        fs::create_dir_all(&info).map_err(|cause| VcsError::file(&info, cause))?;
        let list = info.join("sparse-checkout");
        fs::write(&list, patterns).map_err(|cause| VcsError::file(&list, cause))?;
        let args = [&SPARSE[..], &["read-tree", "-m", "-u", "HEAD"]].concat();
        self.git().run(&args)?.expect_success("git read-tree").map(drop)
    }
}

/// What is to be on disk, in the words of `.gitignore`: hooks may look for a configuration at the top.
fn patterns(home: &Repository, edits: &[Edit]) -> String {
    let mut text = String::from("/*\n!/*/\n");
    let hooks = home.config("core.hooksPath").and_then(|path| RepoPath::new(path.trim_start_matches("./").trim_end_matches('/')));
    if let Some(folder) = hooks.filter(|folder| !folder.as_str().starts_with('~')) {
        text.push_str(&format!("/{}/\n", literal(&folder)));
    }
    for edit in edits {
        text.push_str(&format!("/{}\n", literal(&edit.path)));
    }
    text
}

/// A path whose every sign stands for itself.
fn literal(path: &RepoPath) -> String {
    let special = |sign: char| matches!(sign, '*' | '?' | '[' | ' ' | '!' | '#');
    path.as_str().chars().flat_map(|sign| special(sign).then_some('\\').into_iter().chain([sign])).collect()
}

/// Whether a working tree of that name is one of ours: the person may have trees of a similar name.
pub(in crate::vcs) fn is_aside(name: &str) -> bool {
    let is_drawn = |rest: &str| rest.len() == DRAWN && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
    name.strip_prefix(PREFIX).is_some_and(is_drawn)
}

/// Removes the temporary working trees in `common_dir` and git's notes of them. What cannot be removed stays for the
/// next time: it is in nobody's way.
fn sweep(common_dir: &Path) {
    let notes = common_dir.join("worktrees");
    for folder in [common_dir, &notes] {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            if entry.file_name().to_str().is_some_and(is_aside) && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                drop(fs::remove_dir_all(entry.path()));
            }
        }
    }
    // Gone only if empty, as git itself leaves it.
    drop(fs::remove_dir(notes));
}
