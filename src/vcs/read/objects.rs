//! What the last commit holds.

use git2::{ErrorCode, ObjectType, Oid, Tree};

use crate::domain::bounds::{Excess, FOLDER_BYTES, Of};
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::{Engine, Repository};

/// An entry of a tree or of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::vcs) struct Leaf {
    /// The object's name, in hexadecimal.
    pub id: String,
    /// The kind of entry, as git writes it.
    pub mode: u32,
}

pub(super) const MODE_LINK: u32 = 0o120_000;
pub(in crate::vcs) const MODE_SUBMODULE: u32 = 0o160_000;
pub(in crate::vcs) const MODE_TREE: u32 = 0o040_000;

/// What a tree says of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::vcs) enum InTree {
    Nothing,
    Leaf(Leaf),
    /// The path leads into the submodule at this folder.
    Submodule(String),
}

/// The object that a file of these bytes is.
pub(in crate::vcs) fn blob_id(bytes: &[u8]) -> Option<Oid> {
    Oid::hash_object(ObjectType::Blob, bytes).ok()
}

/// The name that git gives a file that holds `bytes`.
pub fn blob_name(bytes: &[u8]) -> Option<[u8; 20]> {
    blob_id(bytes)?.as_bytes().try_into().ok()
}

/// The same in hexadecimal, as bytes.
pub fn parsed_name(id: &str) -> Option<[u8; 20]> {
    Oid::from_str(id).ok()?.as_bytes().try_into().ok()
}

impl Repository {
    /// The bytes of `path` in the last commit, exactly as stored; `None` where that commit, or any, has no such file.
    ///
    /// # Errors
    /// `Link`, `Submodule`, `NotAFile` for what is no plain file; `Read`, `Program` where the repository is damaged.
    pub fn head_bytes(&self, path: &RepoPath) -> Result<Option<Vec<u8>>, VcsError> {
        let leaf = plain_file(self.in_head(path)?, path)?;
        leaf.map(|leaf| self.blob(&leaf.id, path)).transpose()
    }

    /// What HEAD's tree says of `path`.
    pub(in crate::vcs) fn in_head(&self, path: &RepoPath) -> Result<InTree, VcsError> {
        match &self.engine {
            Engine::Library(library) => match library.head().and_then(|head| head.peel_to_tree()) {
                Ok(tree) => find(library, tree, path),
                Err(error) if matches!(error.code(), ErrorCode::UnbornBranch | ErrorCode::NotFound) => Ok(InTree::Nothing),
                Err(error) => Err(VcsError::read("HEAD", &error)),
            },
            Engine::Program(_) if self.head_id()?.is_none() => Ok(InTree::Nothing),
            Engine::Program(_) => self.in_head_by_program(path),
        }
    }

    /// The bytes of the blob `id`, which stands for `path`.
    pub(in crate::vcs) fn blob(&self, id: &str, path: &RepoPath) -> Result<Vec<u8>, VcsError> {
        let Engine::Library(library) = &self.engine else {
            return Ok(self.git().read(&["cat-file", "blob", id])?.expect_success("git cat-file")?.stdout);
        };
        let blob = Oid::from_str(id).and_then(|id| library.find_blob(id));
        Ok(blob.map_err(|error| self.unread(path.as_str(), &error))?.content().to_vec())
    }

    fn in_head_by_program(&self, path: &RepoPath) -> Result<InTree, VcsError> {
        let asked: Vec<&str> = path.folders().chain([path.as_str()]).collect();
        let args = [&["ls-tree", "-z", "--full-tree", "HEAD", "--"][..], &asked].concat();
        let answer = self.git().read(&args)?.expect_success("git ls-tree")?;
        for line in String::from_utf8_lossy(&answer.stdout).split_terminator('\0') {
            let Some((entry, name)) = line.split_once('\t') else { continue };
            let mut words = entry.split(' ');
            let (mode, _, id) = (words.next().map(octal), words.next(), words.next());
            match (mode, id) {
                (Some(MODE_SUBMODULE), _) => return Ok(InTree::Submodule(name.to_owned())),
                (Some(mode), Some(id)) if name == path.as_str() => return Ok(InTree::Leaf(Leaf { id: id.to_owned(), mode })),
                _ => {}
            }
        }
        Ok(InTree::Nothing)
    }
}

/// Walks down `tree` along `path`, one folder at a time.
pub(in crate::vcs) fn find(library: &git2::Repository, tree: Tree<'_>, path: &RepoPath) -> Result<InTree, VcsError> {
    let mut folder = tree;
    for above in path.folders() {
        let name = above.rsplit('/').next().unwrap_or(above);
        let Some(id) = folder.get_name(name).map(|entry| (entry.id(), entry.kind())) else { return Ok(InTree::Nothing) };
        folder = match id {
            (id, Some(ObjectType::Tree)) => open_folder(library, id, path.as_str())?.0,
            (_, Some(ObjectType::Commit)) => return Ok(InTree::Submodule(above.to_owned())),
            _ => return Ok(InTree::Nothing),
        };
    }
    let last = path.parts().last().unwrap_or_default();
    Ok(match folder.get_name(last) {
        None => InTree::Nothing,
        Some(entry) if entry.kind() == Some(ObjectType::Commit) => InTree::Submodule(path.to_string()),
        Some(entry) => {
            InTree::Leaf(Leaf { id: entry.id().to_string(), mode: u32::try_from(entry.filemode()).unwrap_or_default() })
        }
    })
}

/// The folder `id`, which stands at `place`, and how many bytes git takes to say what lies in it.
pub(super) fn open_folder<'l>(library: &'l git2::Repository, id: Oid, place: &str) -> Result<(Tree<'l>, usize), VcsError> {
    let unreadable = |error: git2::Error| VcsError::read(place, &error);
    // The header says how long it is without unpacking a bomb.
    let bytes = library.odb().and_then(|odb| odb.read_header(id)).map_err(unreadable)?.0;
    if bytes > FOLDER_BYTES {
        return Err(Excess { of: Of::FolderBytes, most: FOLDER_BYTES }.into());
    }
    Ok((library.find_tree(id).map_err(unreadable)?, bytes))
}

/// The entry of a plain file, or the reason why `path` is none.
pub(in crate::vcs) fn plain_file(found: InTree, path: &RepoPath) -> Result<Option<Leaf>, VcsError> {
    match found {
        InTree::Nothing => Ok(None),
        InTree::Submodule(at) => Err(VcsError::Submodule { path: path.clone(), at }),
        InTree::Leaf(leaf) if leaf.mode == MODE_LINK => Err(VcsError::Link { path: path.clone(), at: path.to_string() }),
        InTree::Leaf(leaf) if leaf.mode == MODE_TREE => Err(VcsError::NotAFile { path: path.clone() }),
        InTree::Leaf(leaf) => Ok(Some(leaf)),
    }
}

/// A mode as git prints it.
pub(in crate::vcs) fn octal(digits: &str) -> u32 {
    u32::from_str_radix(digits, 8).unwrap_or_default()
}
