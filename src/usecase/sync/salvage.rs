//! What is kept of a claim that lost its race: the time that was spent and the word that was left become a record of
//! one's own, given back, in the task that somebody else now has.

use crate::domain::budget::Minutes;
use crate::domain::claim::Claim;
use crate::domain::day::Day;
use crate::domain::name::Handle;
use crate::domain::operation::Operation;
use crate::domain::task::Task;
use crate::rules::change::Change;
use crate::rules::verdict::Verdict;
use crate::store::{TaskFile, decode_task, edit_task};
use crate::usecase::context::commit_message::{Headline, KEEPS, commit_message};
use crate::usecase::failure::Failure;
use crate::usecase::replay::Reviewer;
use crate::usecase::replay::snapshot::Snapshot;
use crate::vcs::{CommitId, CommitInfo, Edit, RepoPath, Repository};

/// A record that is kept.
#[derive(Debug, Clone)]
pub struct Saved {
    /// The edit that writes it.
    pub edit: Edit,
    /// The message of its commit.
    pub message: String,
    /// The time it holds.
    pub time: Minutes,
}

/// Where to look for what can be kept.
pub struct Salvage<'a> {
    /// The repository.
    pub repository: &'a Repository,
    /// The folder that holds `data/`.
    pub prefix: &'a str,
    /// The branch here, with everything that was recorded.
    pub head: &'a CommitId,
    /// The shared branch, with what was done again so far.
    pub tip: &'a CommitId,
    /// The day.
    pub today: Day,
    /// The moment, in seconds since 1970.
    pub now: i64,
}

impl Salvage<'_> {
    /// The record of `who` in the task of `file`, written down by `by`, of what came after the claim `lost`; `None` when there is
    /// nothing to keep, or the rules do not let it be kept.
    ///
    /// # Errors
    /// When a side cannot be read.
    pub fn record(&self, file: &TaskFile, who: &Handle, by: &Handle, lost: &CommitInfo) -> Result<Option<Saved>, Failure> {
        let (Some((_, mine)), Some((bytes, theirs))) = (self.task(self.head, file)?, self.task(self.tip, file)?) else {
            return Ok(None);
        };
        let Some(record) = kept(&mine, &theirs, who, self.today) else { return Ok(None) };
        let time = record.time();
        let mut after = theirs.clone();
        after.put_claim_last(who.clone(), record);
        self.saved((file, bytes), (&theirs, &after), (Operation::Release, who, by, lost), time)
    }

    /// The time that was noted on the way of the lost action `lost`, kept in the record that the shared branch has of whoever
    /// noted it; `None` as for [`Salvage::record`].
    ///
    /// # Errors
    /// When a side cannot be read.
    pub fn time(&self, file: &TaskFile, noted: &Change, by: &Handle, lost: &CommitInfo) -> Result<Option<Saved>, Failure> {
        let Change::TimeLogged { by: who, on, from, to } = noted else { return Ok(None) };
        if to <= from {
            return Ok(None);
        }
        let Some((bytes, theirs)) = self.task(self.tip, file)? else { return Ok(None) };
        let mut after = theirs.clone();
        let Some(record) = after.claim_of_mut(who) else { return Ok(None) };
        record.spent.insert(*on, *to);
        self.saved((file, bytes), (&theirs, &after), (Operation::Log, who, by, lost), to.saturating_sub(*from))
    }

    fn saved(
        &self,
        (file, bytes): (&TaskFile, Vec<u8>),
        (theirs, after): (&Task, &Task),
        (operation, who, by, lost): (Operation, &Handle, &Handle, &CommitInfo),
        time: Minutes,
    ) -> Result<Option<Saved>, Failure> {
        let path = RepoPath::new(&format!("{}{}", self.prefix, file.path));
        let (Some(path), Ok(wished)) = (path, edit_task(&bytes, theirs, after)) else { return Ok(None) };
        let edit = Edit { path, before: Some(bytes), after: Some(wished) };
        let sketch = self.repository.sketch(self.tip, std::slice::from_ref(&edit))?;
        let judged = Reviewer::new(self.repository, self.prefix, self.tip, self.now)?.carry(self.tip, &sketch, by)?;
        if judged.iter().any(|it| it.verdict != Verdict::Routine) {
            return Ok(None);
        }
        let trailers = [("Mpa-Task", after.id.to_string()), (KEEPS, lost.id.to_string())];
        let headline = Headline { operation, title: &after.title, id: after.id.as_str(), trailers: &trailers };
        let message = commit_message(headline, by, Some(who).filter(|who| *who != by));
        Ok(Some(Saved { edit, message, time }))
    }

    fn task(&self, commit: &CommitId, file: &TaskFile) -> Result<Option<(Vec<u8>, Task)>, Failure> {
        let bytes = Snapshot::new(self.repository, self.prefix, commit).bytes(&file.path)?;
        Ok(bytes.and_then(|bytes| {
            let task = decode_task(&file.id, &file.project, &file.path, &bytes).value?;
            Some((bytes, task))
        }))
    }
}

/// What is worth keeping of `who`'s part in `mine`, as it is to stand in `theirs`.
fn kept(mine: &Task, theirs: &Task, who: &Handle, today: Day) -> Option<Claim> {
    let mut record = mine.claim_of(who)?.clone();
    let there = theirs.claim_of(who);
    if there.is_some_and(|claim| claim.is_active(today)) {
        return None;
    }
    if let Some(done) = mine.done.as_ref().filter(|done| done.by == *who && record.handover.is_none()) {
        record.handover = Some(done.note.clone().unwrap_or_else(|| done.evidence.as_str().to_owned()));
    }
    if let Some(there) = there {
        let is_new = record.time() > there.time() || record.handover != there.handover;
        is_new.then_some(())?;
        there.spent.iter().for_each(|(day, time)| {
            record.spent.entry(*day).or_insert(*time);
        });
    }
    record.released = Some(record.released.unwrap_or(today));
    (record.time() > Minutes::ZERO || record.handover.is_some()).then_some(record)
}
