//! What people hold and did on the shared branch: questions that are answered by looking through every task.
//!
//! A request may be about thousands of people. After the first few, everybody is looked for at once.

use std::collections::HashMap;

use crate::domain::day::Day;
use crate::domain::name::{Handle, TaskId};
use crate::domain::task::Task;
use crate::store::{FILE_MAX, decode_task, mentions};
use crate::usecase::failure::Failure;

use super::snapshot::Snapshot;

/// How many people are looked for one by one.
const MANY: usize = 3;

/// What everybody holds.
#[derive(Default)]
pub(super) struct Everybody {
    held: HashMap<Handle, Vec<TaskId>>,
    /// What cannot be read: whoever it names may hold it.
    unknown: Vec<(TaskId, Vec<u8>)>,
}

impl Snapshot<'_> {
    /// The tasks that `who` holds on `today`, or may hold: those that name them and cannot be read are among them.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn held_by(&self, who: &Handle, today: Day) -> Result<Vec<TaskId>, Failure> {
        if let Some(everybody) = self.everybody.get() {
            let unknown = everybody.unknown.iter().filter(|(_, bytes)| mentions(bytes, who.as_str()));
            return Ok(everybody.held.get(who).into_iter().flatten().chain(unknown.map(|(id, _)| id)).cloned().collect());
        }
        if let Some(known) = self.held.borrow().get(who) {
            return Ok(known.clone());
        }
        if self.held.borrow().len() >= MANY {
            self.look_at_everybody(today)?;
            return self.held_by(who, today);
        }
        let held = self.scan(who.as_str(), |id, task, _| {
            let holds = task.is_none_or(|task| task.holders(today).any(|(holder, _)| holder == who));
            holds.then(|| id.clone())
        })?;
        self.held.borrow_mut().insert(who.clone(), held.clone());
        Ok(held)
    }

    /// Whether `who` ever took, noted or finished anything.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn speaks_of(&self, who: &Handle) -> Result<bool, Failure> {
        let named = |task: &Task| {
            let closed = [task.done.as_ref(), task.latest_reopening().and_then(|again| again.done.as_ref())];
            let closers = closed.into_iter().flatten().map(|done| &done.by);
            task.claims.iter().map(|(who, _)| who).chain(closers).cloned().collect::<Vec<Handle>>()
        };
        if let Some(all) = self.spoken_of.get() {
            return Ok(all.contains(who));
        }
        self.asked.borrow_mut().insert(who.clone());
        if self.asked.borrow().len() <= MANY {
            return Ok(!self.tasks_where(who.as_str(), |task| named(task).contains(who))?.is_empty());
        }
        let all = self.scan("", |_, task, _| task.map(|task| named(&task)))?.into_iter().flatten().collect();
        Ok(self.spoken_of.get_or_init(|| all).contains(who))
    }

    /// The tasks of which `is_sought` is true, among those whose files hold the text `needle`.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn tasks_where(&self, needle: &str, is_sought: impl Fn(&Task) -> bool + Sync) -> Result<Vec<TaskId>, Failure> {
        self.scan(needle, |id, task, _| task.is_some_and(|task| is_sought(&task)).then(|| id.clone()))
    }

    /// Looks once at what everybody holds, for many questions to come.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn look_at_everybody(&self, today: Day) -> Result<(), Failure> {
        let found = self.scan("claims", |id, task, bytes| match task {
            Some(task) => {
                let holders: Vec<Handle> = task.holders(today).map(|(who, _)| who.clone()).collect();
                (!holders.is_empty()).then_some((id.clone(), Ok(holders)))
            }
            None => Some((id.clone(), Err(bytes.to_vec()))),
        })?;
        let mut everybody = Everybody::default();
        for (id, known) in found {
            match known {
                Ok(holders) => holders.into_iter().for_each(|who| everybody.held.entry(who).or_default().push(id.clone())),
                Err(bytes) => everybody.unknown.push((id, bytes)),
            }
        }
        self.everybody.get_or_init(|| everybody);
        Ok(())
    }

    /// What `keep` makes of each task whose file holds the text `needle`: its id, the task where it can be read, the bytes.
    fn scan<R: Send>(
        &self,
        needle: &str,
        keep: impl Fn(&TaskId, Option<Task>, &[u8]) -> Option<R> + Sync,
    ) -> Result<Vec<R>, Failure> {
        let (files, entries): (Vec<_>, Vec<_>) = self.tasks()?.iter().cloned().unzip();
        Ok(self.repository.read_all(&entries, FILE_MAX, |at, bytes| {
            let file = files.get(at).filter(|_| mentions(bytes, needle))?;
            keep(&file.id, decode_task(&file.id, &file.project, &file.path, bytes).value, bytes)
        })?)
    }
}
