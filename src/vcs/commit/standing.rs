//! Whether one file may be committed, decided from what disk, index and last commit hold of it.
//!
//! Pure on purpose: this is where somebody's unfinished work is either respected or swallowed.

use crate::vcs::error::kinds::KeptOut;
use crate::vcs::error::{Dirtiness, VcsError};
use crate::vcs::path::RepoPath;
use crate::vcs::read::index::InIndex;
use crate::vcs::read::objects::Leaf;

/// Everything known of one file before it is written.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub path: &'a RepoPath,
    /// What the operation was decided on.
    pub before: Option<&'a [u8]>,
    /// What it makes of it; `None` for a file that is to disappear.
    pub after: Option<&'a [u8]>,
    /// What the disk holds now.
    pub found: Option<&'a [u8]>,
    pub executable: Option<bool>,
    pub head: Option<Leaf>,
    pub index: Option<InIndex>,
}

/// How a file goes into the commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Tracked and unchanged.
    Clean,
    /// Not known to git yet.
    New,
    /// Known to the index, from an operation that was killed.
    Announced,
    /// Tracked; the bytes differ from the stored ones, which a filter or a line ending may explain.
    Unsure,
}

impl Facts<'_> {
    /// Whether the disk already holds the result: the visible edit of an operation that was killed.
    pub(super) fn resumed(&self) -> bool {
        self.found != self.before
    }

    /// Says how the file goes into the commit, or why it must not. `same` tells whether a stored object holds the bytes.
    pub(super) fn judge(&self, same: impl Fn(&str, &[u8]) -> Result<bool, VcsError>) -> Result<Standing, VcsError> {
        // Of such a file, what the disk holds or does not hold says nothing.
        if self.index.as_ref().is_some_and(InIndex::is_hidden) {
            return Err(VcsError::SkipWorktree { path: self.path.clone(), why: KeptOut::Told { command: String::new() } });
        }
        if self.resumed() && self.found != self.after {
            return Err(VcsError::Stale { path: self.path.clone() });
        }
        match (&self.head, &self.index) {
            (_, Some(index)) if index.conflict => self.dirty(Dirtiness::Staged),
            (None, None) if self.before.is_none() => Ok(Standing::New),
            (None, None) => self.dirty(Dirtiness::Untracked),
            (None, Some(index)) => self.judge_announced(index, same),
            (Some(_), None) => self.dirty(Dirtiness::Staged),
            (Some(head), Some(index)) => self.judge_tracked(head, index, same),
        }
    }

    fn judge_announced(
        &self,
        index: &InIndex,
        same: impl Fn(&str, &[u8]) -> Result<bool, VcsError>,
    ) -> Result<Standing, VcsError> {
        let ours = self.before.is_none() && self.resumed();
        if ours && (index.intent || self.holds_result(index, same)?) {
            return Ok(Standing::Announced);
        }
        self.dirty(if index.intent { Dirtiness::Untracked } else { Dirtiness::Staged })
    }

    fn judge_tracked(
        &self,
        head: &Leaf,
        index: &InIndex,
        same: impl Fn(&str, &[u8]) -> Result<bool, VcsError>,
    ) -> Result<Standing, VcsError> {
        let staged_result = || Ok::<_, VcsError>(self.resumed() && self.holds_result(index, &same)?);
        if *head != index.leaf && !(head.mode == index.leaf.mode && staged_result()?) {
            return self.dirty(Dirtiness::Staged);
        }
        let Some(before) = self.before else { return self.dirty(Dirtiness::Edited) };
        let same_mode = self.executable.is_none_or(|executable| executable == (head.mode & 0o100 != 0));
        if same_mode && same(&head.id, before)? { Ok(Standing::Clean) } else { Ok(Standing::Unsure) }
    }

    /// Whether the index holds what the operation makes of the file.
    fn holds_result(&self, index: &InIndex, same: impl Fn(&str, &[u8]) -> Result<bool, VcsError>) -> Result<bool, VcsError> {
        self.after.map_or(Ok(false), |after| same(&index.leaf.id, after))
    }

    fn dirty(&self, how: Dirtiness) -> Result<Standing, VcsError> {
        Err(VcsError::Dirty { path: self.path.clone(), how })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Objects named after what they hold.
    fn same(id: &str, bytes: &[u8]) -> Result<bool, VcsError> {
        Ok(id.as_bytes() == bytes)
    }

    fn leaf(id: &str) -> Leaf {
        Leaf { id: id.to_owned(), mode: 0o100_644 }
    }

    fn indexed(id: &str) -> InIndex {
        InIndex { leaf: leaf(id), intent: false, skipped: false, assumed: false, conflict: false }
    }

    fn judge(disk: [Option<&str>; 3], head: Option<&str>, index: Option<InIndex>) -> String {
        let path = RepoPath::new("a").unwrap();
        let [before, after, found] = disk.map(|text| text.map(str::as_bytes));
        let facts = Facts { path: &path, before, after, found, executable: Some(false), head: head.map(leaf), index };
        match facts.judge(same) {
            Ok(standing) => format!("{standing:?}"),
            Err(VcsError::Dirty { how, .. }) => format!("{how:?}"),
            Err(VcsError::Stale { .. }) => "Stale".to_owned(),
            Err(VcsError::SkipWorktree { .. }) => "SkipWorktree".to_owned(),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_tracked_file() {
        let (old, new, other) = (Some("old"), Some("new"), Some("other"));
        assert_eq!(judge([old, new, old], old, Some(indexed("old"))), "Clean");
        assert_eq!(judge([old, new, new], old, Some(indexed("old"))), "Clean", "a killed run");
        assert_eq!(judge([old, new, new], old, Some(indexed("new"))), "Clean", "a killed run, then git add");
        assert_eq!(judge([old, new, other], old, Some(indexed("old"))), "Stale");
        assert_eq!(judge([old, new, None], old, Some(indexed("old"))), "Stale");
        assert_eq!(judge([other, new, other], old, Some(indexed("old"))), "Unsure");
        assert_eq!(judge([old, new, old], old, Some(indexed("other"))), "Staged");
        assert_eq!(judge([old, new, old], old, Some(indexed("new"))), "Staged");
        assert_eq!(judge([old, new, old], old, None), "Staged", "git rm --cached");
        assert_eq!(judge([None, new, None], old, Some(indexed("old"))), "Edited", "deleted from the disk");
        assert_eq!(judge([old, new, old], old, Some(InIndex { assumed: true, ..indexed("old") })), "SkipWorktree");
        assert_eq!(judge([old, new, None], old, Some(InIndex { skipped: true, ..indexed("old") })), "SkipWorktree", "absent");
        assert_eq!(judge([old, new, old], old, Some(InIndex { conflict: true, ..indexed("old") })), "Staged");
    }

    #[test]
    fn a_file_that_is_to_disappear() {
        let (old, other) = (Some("old"), Some("other"));
        assert_eq!(judge([old, None, old], old, Some(indexed("old"))), "Clean");
        assert_eq!(judge([old, None, None], old, Some(indexed("old"))), "Clean", "a killed run");
        assert_eq!(judge([old, None, other], old, Some(indexed("old"))), "Stale");
        assert_eq!(judge([old, None, old], old, Some(indexed("other"))), "Staged");
        assert_eq!(judge([old, None, None], old, None), "Staged", "git rm");
        assert_eq!(judge([old, None, old], None, None), "Untracked");
    }

    #[test]
    fn a_file_in_no_commit() {
        let (old, new) = (Some("old"), Some("new"));
        let intent = || Some(InIndex { intent: true, ..indexed("") });
        assert_eq!(judge([None, new, None], None, None), "New");
        assert_eq!(judge([None, new, new], None, None), "New", "a killed run");
        assert_eq!(judge([None, new, new], None, intent()), "Announced", "killed after git add");
        assert_eq!(judge([None, new, new], None, Some(indexed("new"))), "Announced");
        assert_eq!(judge([None, new, old], None, None), "Stale");
        assert_eq!(judge([old, new, old], None, None), "Untracked");
        assert_eq!(judge([old, new, new], None, None), "Untracked");
        assert_eq!(judge([old, new, old], None, intent()), "Untracked");
        assert_eq!(judge([None, new, None], None, Some(indexed("old"))), "Staged");
    }
}
