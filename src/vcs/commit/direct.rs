//! A commit on top of another without any working tree, where nothing of the person's would have a say in it.
//!
//! Whoever sends among many makes the same commit anew after each lost race, and all the time between the look at the
//! shared branch and the push is time in which somebody else comes first. Without hooks, signature, filters and other
//! settings that a commit obeys, a temporary working tree changes nothing: `git commit-tree` makes the same commit, with
//! the person's identity, from objects alone. In the least doubt, and whenever something fails, [`aside`](super::aside) makes
//! the commit instead: it takes longer, and finds the words for what is wrong.

use std::path::Path;

use git2::build::TreeUpdateBuilder;
use git2::{AttrCheckFlags, FileMode, Oid, Tree};

use crate::vcs::commit_id::CommitId;
use crate::vcs::path::RepoPath;
use crate::vcs::read::config::flag;
use crate::vcs::read::objects::{InTree, MODE_TREE, blob_id, find};
use crate::vcs::repository::{Engine, Repository};

use super::{Edit, Landed};

/// Settings that a commit obeys and that objects made here would not, in the lower case of git's own list.
const OBEYED: [&str; 7] = [
    "core.hookspath",
    "core.attributesfile",
    "core.safecrlf",
    "core.sharedrepository",
    "core.fsync",
    "core.fsyncobjectfiles",
    "extensions.partialclone",
];
/// Attributes by which a file is stored otherwise than it reads.
const CHANGING: [&str; 2] = ["ident", "working-tree-encoding"];
/// The mode of a file like any other.
const PLAIN: u32 = 0o100_644;

impl Repository {
    /// The commit of `edits` on top of the commit `parent` with `message`, made by git with `author` among its variables;
    /// `None` where it is not certain that a working tree would make the same.
    pub(in crate::vcs) fn commit_direct(
        &self,
        parent: &CommitId,
        edits: &[Edit],
        message: &str,
        author: &[(String, String)],
    ) -> Option<Landed> {
        let Engine::Library(library) = &self.engine else { return None };
        let below = self.commit_object(parent).ok()?.tree().ok()?;
        let head = self.commit_object(&self.head_id().ok()??).ok()?.tree().ok()?;
        let is_certain = |edit: &Edit| {
            let is_plain = is_plain_edit(library, &below, edit).unwrap_or(false);
            is_plain && !self.is_stored_otherwise(&edit.path) && same_attributes(library, &below, &head, &edit.path)
        };
        if !self.is_unheard() || !edits.iter().all(is_certain) || !self.hooks().0.is_empty() {
            return None;
        }
        let tree = tree_with(library, &below, edits).ok().filter(|tree| *tree != below.id())?.to_string();
        let args = ["-c", "i18n.commitEncoding=UTF-8", "commit-tree", &tree, "-p", parent.as_str(), "-F", "-"];
        let message = format!("{}\n", message.trim());
        let id = CommitId::parse(&self.git().with(author).run_with(&args, message.as_bytes()).ok()?.text()?)?;
        Some(Landed { id, changed_by_hook: Vec::new() })
    }

    /// Whether no setting has a say in a commit. Git itself is asked, once: it alone knows every place of its settings.
    fn is_unheard(&self) -> bool {
        *self.unheard.get_or_init(|| {
            let answer = self.git().read(&["config", "--list", "--includes", "-z"]);
            let Some(text) = answer.ok().and_then(|answer| answer.text()) else { return false };
            let is_obeyed = |setting: &str| {
                let (name, value) = setting.split_once('\n').unwrap_or((setting, "true"));
                let is_signed = name == "commit.gpgsign" && flag(value) != Some(false);
                let is_filter = name.starts_with("filter.") && (name.ends_with(".clean") || name.ends_with(".process"));
                is_signed || is_filter || name.starts_with("hook.") || OBEYED.contains(&name)
            };
            !text.split('\0').any(is_obeyed)
        })
    }

    fn is_stored_otherwise(&self, path: &RepoPath) -> bool {
        let Engine::Library(library) = &self.engine else { return true };
        let value = |name: &str| library.get_attr(Path::new(path.as_str()), name, AttrCheckFlags::FILE_THEN_INDEX);
        CHANGING.iter().any(|name| !matches!(value(name), Ok(None)))
    }
}

/// The tree of `below` with `edits`.
pub(super) fn tree_with(library: &git2::Repository, below: &Tree<'_>, edits: &[Edit]) -> Result<Oid, git2::Error> {
    let mut update = TreeUpdateBuilder::new();
    for edit in edits {
        match &edit.after {
            Some(bytes) => {
                update.upsert(edit.path.as_str(), library.blob(bytes)?, FileMode::Blob);
            }
            None => {
                update.remove(edit.path.as_str());
            }
        }
    }
    update.create_updated(library, below)
}

/// Whether `edit` changes or makes a file like any other, of plain lines, and `tree` holds what it says was there.
fn is_plain_edit(library: &git2::Repository, tree: &Tree<'_>, edit: &Edit) -> Option<bool> {
    let after = edit.after.as_ref().filter(|after| !after.contains(&b'\r'))?;
    let is_folder = |folder: RepoPath| match find(library, tree.clone(), &folder) {
        Ok(InTree::Leaf(leaf)) => leaf.mode == MODE_TREE,
        Ok(InTree::Nothing) => true,
        _ => false,
    };
    if !edit.path.folders().filter_map(RepoPath::new).all(is_folder) {
        return Some(false);
    }
    match (find(library, tree.clone(), &edit.path).ok()?, &edit.before) {
        (InTree::Leaf(leaf), Some(before)) => {
            Some(leaf.mode == PLAIN && before != after && blob_id(before).is_some_and(|id| id.to_string() == leaf.id))
        }
        (InTree::Nothing, None) => Some(true),
        _ => Some(false),
    }
}

/// Whether both trees say the same of how files on the way to `path` are stored.
fn same_attributes(library: &git2::Repository, one: &Tree<'_>, other: &Tree<'_>, path: &RepoPath) -> bool {
    let folders = std::iter::once(String::new()).chain(path.folders().map(|folder| format!("{folder}/")));
    let files = folders.filter_map(|folder| RepoPath::new(&format!("{folder}.gitattributes")));
    let found = |tree: &Tree<'_>, file: &RepoPath| match find(library, tree.clone(), file) {
        Ok(InTree::Leaf(leaf)) => Some(Some(leaf.id)),
        Ok(InTree::Nothing) => Some(None),
        _ => None,
    };
    files.into_iter().all(|file| matches!((found(one, &file), found(other, &file)), (Some(a), Some(b)) if a == b))
}
