//! A change that was made here, carried over to the shared branch as it is now: by what it does to each thing, never by
//! the lines of its text, and judged there once more.

use crate::domain::bounds::Room;
use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::domain::name::Handle;
use crate::domain::person::Person;
use crate::rules::actor::Author;
use crate::rules::change::Change;
use crate::rules::gravity::gravest;
use crate::rules::replay;
use crate::rules::verdict::Verdict;
use crate::store::{OtherFile, edit_file};
use crate::usecase::failure::Failure;
use crate::vcs::{CommitId, Edit, Entry, EntryKind, RepoPath, merged_text};

use super::Reviewer;
use super::file::{ReplayedFile, Touched};
use super::snapshot::errors;

/// The longest file that is carried over: longer than any that people put beside their tasks.
const CARRIED_MAX: usize = 100 << 20;

/// What is left to do of one file of a change.
#[derive(Debug, Clone)]
pub struct Carried {
    /// The file, from the top of the repository.
    pub path: String,
    /// Which file it is, or why it is none that is read.
    pub key: Result<FileKey, OtherFile>,
    /// The edit that does it; `None` where the two sides cannot be put together.
    pub edit: Option<Edit>,
    /// What happens.
    pub changes: Vec<Change>,
    /// The verdict on the worst of it.
    pub verdict: Verdict,
    /// Whether the shared branch holds the file no more, or in no form that can be read.
    pub is_lost_there: bool,
}

/// A file in which the shared branch has not all that a commit made of it.
#[derive(Debug, Clone)]
pub struct Missing {
    /// The file, from the top of the repository.
    pub path: String,
    /// Whose each change is that is missing, where it is one person's.
    pub whose: Vec<Option<Handle>>,
    /// Whether the whole file is.
    pub is_whole: bool,
}

impl Reviewer<'_> {
    /// What the shared branch has not of what changed from the commit `origin` to the commit `head`, judged by nobody.
    ///
    /// # Errors
    /// When a side cannot be read.
    pub fn missing(&self, origin: &CommitId, head: &CommitId) -> Result<Vec<Missing>, Failure> {
        let mut missing = Vec::new();
        for file in self.settled(origin, head)? {
            if self.edit(&file)?.is_some_and(|edit| edit.before == edit.after) {
                continue;
            }
            let whose = file.changes.iter().map(|change| file.person(change)).collect();
            missing.push(Missing { whose, is_whole: file.touched.tip.is_none(), path: file.touched.full });
        }
        Ok(missing)
    }

    /// The files in which something is left to do.
    fn settled(&self, origin: &CommitId, head: &CommitId) -> Result<Vec<ReplayedFile>, Failure> {
        let mut files = self.files(std::slice::from_ref(origin), head, &Room::of_own())?;
        files.iter_mut().for_each(settle);
        files.retain(|file| !file.changes.is_empty() || file.before != file.after);
        Ok(files)
    }

    /// What is left to do, on the shared branch, of what changed from the commit `origin` to the commit `head`, judged as
    /// done by `who`. Nothing when the shared branch has it all, however it came there.
    ///
    /// # Errors
    /// When a side cannot be read.
    pub fn carry(&self, origin: &CommitId, head: &CommitId, who: &Handle) -> Result<Vec<Carried>, Failure> {
        let files = self.settled(origin, head)?;
        let author = Author::Verified(who.clone());
        let bench = self.bench(&author, &files, None);
        let mut carried = Vec::new();
        for (at, file) in files.iter().enumerate() {
            let verdicts = bench.judge(at, &file.changes)?;
            carried.push(Carried {
                path: file.touched.full.clone(),
                key: file.touched.key.clone(),
                edit: self.edit(file)?,
                changes: file.changes.clone(),
                verdict: gravest(file.changes.iter().zip(verdicts)),
                is_lost_there: file.touched.origin.is_some() && file.after.is_some() && file.before.is_none(),
            });
        }
        Ok(carried)
    }

    fn edit(&self, file: &ReplayedFile) -> Result<Option<Edit>, Failure> {
        let Touched { full, origin, head, tip, .. } = &file.touched;
        let Some(path) = RepoPath::new(full) else { return Ok(None) };
        let sides = [origin, head, tip];
        if sides.iter().any(|side| side.as_ref().is_some_and(|entry| entry.kind != EntryKind::File)) {
            return Ok(None);
        }
        let (Some(old), Some(wished), Some(before)) = (self.whole(origin)?, self.whole(head)?, self.whole(tip)?) else {
            return Ok(None);
        };
        let gone = tip.is_none() && origin.is_some();
        let after = match (&wished, &before) {
            (wished, _) if tip == origin => wished.clone(),
            (None, _) => None,
            (Some(wished), None) if !gone => Some(wished.clone()),
            (Some(wished), Some(before)) => match put_together(file, old.as_deref().unwrap_or_default(), wished, before) {
                Some(after) => Some(after),
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        Ok(Some(Edit { path, before, after }))
    }

    /// Every byte of a side, which may be nothing; `None` when there are too many.
    fn whole(&self, side: &Option<Entry>) -> Result<Option<Option<Vec<u8>>>, Failure> {
        let Some(entry) = side else { return Ok(Some(None)) };
        Ok(self.repository.bytes_of(entry, CARRIED_MAX)?.map(Some))
    }
}

/// Leaves out what is only about merging texts, and what somebody began anew that is there and went on.
fn settle(file: &mut ReplayedFile) {
    let touched = &file.touched;
    let gone = touched.tip.is_none() && touched.origin.is_some() && touched.head.is_some();
    let begun_twice = touched.origin.is_none() && touched.tip.is_some() && file.before != file.after;
    match (&file.after, begun_twice) {
        // Ids are drawn at random: it is the same task.
        (Some(Document::Task(_)), true) => {
            file.after = file.before.clone();
            file.changes.clear();
        }
        (Some(Document::Project(_) | Document::Theme(_)), true) => {}
        _ if gone => {}
        _ => file.changes.retain(|change| !matches!(change, Change::Conflicting | Change::MergedWrongly)),
    }
}

/// The text that makes of the shared branch's version what is wished: an edit of it where there is one; else, for layout,
/// unknown keys, themes and files of other kinds, the texts merged, where that means what was wished.
fn put_together(file: &ReplayedFile, old: &[u8], wished: &[u8], before: &[u8]) -> Option<Vec<u8>> {
    let edited = match (&file.before, &file.after) {
        (Some(from), Some(to)) if from != to => edit_file(before, from, to).ok(),
        _ => None,
    };
    edited.or_else(|| {
        merged_text(old, before, wished).filter(|text| {
            let read = file.touched.decode(text);
            read.value == file.after && errors(&read.problems).next().is_none()
        })
    })
}

/// Two people files begun apart, for one person: what each says is added up.
pub(super) fn begun_apart(head: &Person, tip: &Person) -> Person {
    replay::person(&Person::new(head.handle.clone()), head, tip)
}
