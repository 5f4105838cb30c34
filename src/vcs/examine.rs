//! Looking at every file of an operation before the first one is touched.

use std::collections::HashMap;
use std::path::Path;

use git2::{ObjectType, Oid};

use super::commit::Edit;
use super::error::{Dirtiness, VcsError};
use super::path::RepoPath;
use super::read::{Leaf, MODE_SUBMODULE, octal, plain_file};
use super::repository::{Engine, Repository};
use super::standing::{Facts, InIndex, Standing};
use super::worktree;

/// How many paths go into one call of git: far below every system's limit.
pub(super) const BATCH: usize = 64;

/// The names of the empty blob, which is all that an announced file has.
const EMPTY_BLOBS: [&str; 2] =
    ["e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"];
const ASSUME_UNCHANGED: u16 = 0x8000;

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

/// Where the index is read from; libgit2 cannot read a split or a sparse one.
pub(super) enum IndexView {
    Library(git2::Index),
    Listed(HashMap<String, InIndex>),
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
            Engine::Library(_) => {
                let hash = Oid::hash_object(ObjectType::Blob, bytes).map_err(|error| VcsError::read(path.as_str(), &error))?;
                Ok(hash.to_string() == id)
            }
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

    /// What the index says of `paths`, read afresh.
    pub(super) fn index_view(&self, paths: &[&RepoPath]) -> Result<IndexView, VcsError> {
        if let Engine::Library(library) = &self.engine
            && let Ok(mut index) = library.index()
            && index.read(false).is_ok()
        {
            return Ok(IndexView::Library(index));
        }
        let mut listed = HashMap::new();
        for batch in paths.chunks(BATCH) {
            let specs: Vec<String> = batch.iter().map(|path| path.pathspec()).collect();
            let mut args = vec!["ls-files", "-z", "--stage", "-v", "--"];
            args.extend(specs.iter().map(String::as_str));
            let answer = self.git().read(&args)?.expect_success("git ls-files")?;
            listed.extend(String::from_utf8_lossy(&answer.stdout).split_terminator('\0').filter_map(listed_entry));
        }
        Ok(IndexView::Listed(listed))
    }
}

impl IndexView {
    /// The entry of `path`; `None` where the index has none.
    pub(super) fn get(&self, path: &RepoPath) -> Result<Option<InIndex>, VcsError> {
        let index = match self {
            Self::Listed(entries) => return Ok(entries.get(path.as_str()).cloned()),
            Self::Library(index) => index,
        };
        let submodule = |at: &&str| index.get_path(Path::new(at), 0).is_some_and(|entry| entry.mode == MODE_SUBMODULE);
        if let Some(at) = path.folders().chain([path.as_str()]).find(submodule) {
            return Err(VcsError::Submodule { path: path.clone(), at: at.to_owned() });
        }
        let entry = (0..=3).find_map(|stage| Some((stage, index.get_path(Path::new(path.as_str()), stage)?)));
        Ok(entry.map(|(stage, entry)| library_entry(stage, &entry)))
    }
}

pub(super) fn library_entry(stage: i32, entry: &git2::IndexEntry) -> InIndex {
    let has = |flag: git2::IndexEntryExtendedFlag| entry.flags_extended & flag.bits() != 0;
    InIndex {
        leaf: Leaf { id: entry.id.to_string(), mode: entry.mode },
        intent: has(git2::IndexEntryExtendedFlag::INTENT_TO_ADD),
        skipped: has(git2::IndexEntryExtendedFlag::SKIP_WORKTREE),
        assumed: entry.flags & ASSUME_UNCHANGED != 0,
        conflict: stage != 0,
    }
}

/// Reads `H 100644 <id> 0<TAB>path`: a small letter is assume-unchanged, S is skip-worktree.
pub(super) fn listed_entry(line: &str) -> Option<(String, InIndex)> {
    let (entry, path) = line.split_once('\t')?;
    let [tag, mode, id, stage] = entry.split(' ').collect::<Vec<_>>().try_into().ok()?;
    let index = InIndex {
        leaf: Leaf { id: id.to_owned(), mode: octal(mode) },
        intent: EMPTY_BLOBS.contains(&id),
        skipped: tag.eq_ignore_ascii_case("S"),
        assumed: tag.chars().all(char::is_lowercase),
        conflict: stage != "0",
    };
    Some((path.to_owned(), index))
}
