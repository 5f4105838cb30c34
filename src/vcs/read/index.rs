//! What git's index says of a file: its entry, and whether git looks at the file at all.

use std::collections::HashMap;
use std::path::Path;

use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::repository::{Engine, Repository};

use super::objects::{Leaf, MODE_SUBMODULE, octal};

/// How many paths go into one call of git: far below every system's limit.
pub(in crate::vcs) const BATCH: usize = 64;

/// The names of the empty blob, which is all that an announced file has.
const EMPTY_BLOBS: [&str; 2] =
    ["e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"];
const ASSUME_UNCHANGED: u16 = 0x8000;

/// What the index says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::vcs) struct InIndex {
    pub leaf: Leaf,
    /// Announced with `git add --intent-to-add`, without content.
    pub intent: bool,
    /// Git was told to do without the file.
    pub skipped: bool,
    /// Git was told that the file does not change.
    pub assumed: bool,
    /// A merge left several versions.
    pub conflict: bool,
}

impl InIndex {
    /// Whether git looks away.
    pub(in crate::vcs) fn is_hidden(&self) -> bool {
        self.skipped || self.assumed
    }
}

/// Where the index is read from; libgit2 cannot read a split or a sparse one.
pub(in crate::vcs) enum IndexView {
    Library(git2::Index),
    Listed(HashMap<String, InIndex>),
}

impl Repository {
    /// What the index says of `paths`, read afresh.
    pub(in crate::vcs) fn index_view(&self, paths: &[&RepoPath]) -> Result<IndexView, VcsError> {
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
    pub(in crate::vcs) fn get(&self, path: &RepoPath) -> Result<Option<InIndex>, VcsError> {
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
