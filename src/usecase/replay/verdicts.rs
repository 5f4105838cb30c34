//! Each change of a request before the rulebook, on the shared branch as it is now.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::domain::campaign::Campaign;
use crate::domain::claim::{Closing, Evidence};
use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::domain::name::{Handle, TaskId};
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::rules::actor::Author;
use crate::rules::change::Change;
use crate::rules::judge::{State, judge_by};
use crate::rules::verdict::Verdict;
use crate::usecase::failure::Failure;

use super::author::known_as;
use super::file::ReplayedFile;
use super::snapshot::Snapshot;

/// What a request is judged by: nothing of the rules comes from the request.
pub struct Bench<'a> {
    /// The shared branch.
    pub base: &'a Snapshot<'a>,
    /// Its rules.
    pub campaign: &'a Campaign,
    /// The day.
    pub today: Day,
    /// Who wrote the request.
    pub author: &'a Author,
    /// What it changes.
    pub files: &'a [ReplayedFile],
    /// What each person holds of it: found once for all its changes.
    pub holding: RefCell<HashMap<Handle, Holding>>,
    /// Where the request began and what it brings, to look for what it shows as a result; `None` where that was seen when it
    /// was done.
    pub ends: Option<[&'a Snapshot<'a>; 2]>,
}

/// What one person holds once the request is merged.
#[derive(Default)]
pub struct Holding {
    /// How many tasks of the shared branch the request leaves alone.
    left_alone: usize,
    /// Of what the request changes, the places of those that they hold then.
    then: Vec<usize>,
    /// The same of those that they hold before.
    before: Vec<usize>,
    /// The same of those that they take and end at once.
    ended: Vec<usize>,
}

impl Bench<'_> {
    /// The verdict on each of `changes`, which the file at `at` makes.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn judge(&self, at: usize, changes: &[Change]) -> Result<Vec<Verdict>, Failure> {
        let file = &self.files[at];
        let project = self.project(file)?;
        let (before, after) = file.task().unwrap_or_default();
        let claimant = changes.iter().find_map(|change| match change {
            Change::Claimed { by, .. } | Change::Renewed { by, .. } => Some(by),
            _ => None,
        });
        let held_elsewhere = claimant.map_or(Ok(0), |who| self.held_elsewhere(who, at))?;
        let ended_beside = begun_by(changes).map_or(Ok(0), |who| self.ended_beside(who, at))?;
        let begins = |change: &Change| matches!(change, Change::Claimed { .. } | Change::RecordAdded { .. });
        let unfinished = if changes.iter().any(begins) { self.unfinished(after)? } else { Vec::new() };
        let person = match &file.touched.key {
            Ok(FileKey::Person(handle)) => Some(handle),
            _ => None,
        };
        let known_as = self.known_as(file)?;
        let state = State {
            project: project.as_ref(),
            before,
            after,
            held_elsewhere,
            ended_beside,
            unfinished: &unfinished,
            person,
            known_as: known_as.as_ref(),
            nowhere: &self.nowhere(file)?,
            ..State::of_campaign(self.campaign, self.today)
        };
        Ok(changes.iter().map(|change| judge_by(change, self.author, &state)).collect())
    }

    fn known_as(&self, file: &ReplayedFile) -> Result<Option<Handle>, Failure> {
        let is_asked = |change: &Change| matches!(change, Change::FieldChanged { field } if field.is_identity());
        let person = |it: &'_ Option<Document>| it.as_ref().and_then(Document::person).cloned();
        match person(&file.after) {
            Some(after) if file.changes.iter().any(is_asked) => {
                known_as(self.base, &self.campaign.organisers, &after, person(&file.before).as_ref())
            }
            _ => Ok(None),
        }
    }

    /// The project that the file belongs to, as the shared branch has it: who leads it there may decide.
    pub fn project(&self, file: &ReplayedFile) -> Result<Option<Project>, Failure> {
        match (&file.touched.key, &file.before) {
            (Ok(FileKey::Task { project, .. }), _) => self.base.project(project),
            (Ok(FileKey::Project(_)), Some(Document::Project(project))) => Ok(Some(project.as_ref().clone())),
            _ => Ok(None),
        }
    }

    /// The results shown that name what neither the shared branch nor the request has, as far as one can tell.
    fn nowhere(&self, file: &ReplayedFile) -> Result<Vec<Evidence>, Failure> {
        let mut found = Vec::new();
        let Some([origin, head]) = self.ends else { return Ok(found) };
        for change in &file.changes {
            let (Change::Closed { closing: Closing { evidence, .. } } | Change::Delivered { evidence, .. }) = change else {
                continue;
            };
            // What the shared branch has no more goes with the merge, unless the request brings it.
            let is_brought = || Ok::<_, Failure>(head.shows(evidence)? && !origin.shows(evidence)?);
            if !self.base.shows(evidence)? && !is_brought()? {
                found.push(evidence.clone());
            }
        }
        Ok(found)
    }

    /// How many other tasks `who` holds: those of the shared branch that the request leaves alone, and those of the request
    /// that come before this one.
    fn held_elsewhere(&self, who: &Handle, at: usize) -> Result<usize, Failure> {
        self.about(who, |Holding { left_alone, then, before, .. }| {
            let earlier = then.partition_point(|other| *other < at);
            let later = before.len() - before.partition_point(|other| *other <= at);
            left_alone + earlier + later
        })
    }

    /// How many tasks the request takes for `who` and ends at once, before this one.
    fn ended_beside(&self, who: &Handle, at: usize) -> Result<usize, Failure> {
        self.about(who, |holding| holding.ended.partition_point(|other| *other < at))
    }

    fn about(&self, who: &Handle, answer: impl Fn(&Holding) -> usize) -> Result<usize, Failure> {
        if let Some(known) = self.holding.borrow().get(who) {
            return Ok(answer(known));
        }
        let found = self.held_with(who)?;
        let answered = answer(&found);
        self.holding.borrow_mut().insert(who.clone(), found);
        Ok(answered)
    }

    fn held_with(&self, who: &Handle) -> Result<Holding, Failure> {
        let touched: BTreeMap<TaskId, usize> =
            self.files.iter().enumerate().filter_map(|(at, file)| Some((file.task_id()?, at))).collect();
        let held = self.base.held_by(who, self.today)?;
        let left_alone = held.iter().filter(|id| !touched.contains_key(*id)).count();
        let held: HashSet<TaskId> = held.into_iter().collect();
        let mut found = Holding { left_alone, ..Holding::default() };
        for (id, at) in touched.iter().filter(|(_, at)| self.files[**at].is_held_by(who, self.today)) {
            found.then.push(*at);
            found.before.extend(held.contains(id).then_some(*at));
        }
        let is_ended = |file: &ReplayedFile| begun_by(&file.changes) == Some(who) && !file.is_held_by(who, self.today);
        found.ended.extend(self.files.iter().enumerate().filter(|(_, file)| is_ended(file)).map(|(at, _)| at));
        found.then.sort_unstable();
        found.before.sort_unstable();
        Ok(found)
    }

    fn unfinished(&self, task: Option<&Task>) -> Result<Vec<TaskId>, Failure> {
        let mut found = Vec::new();
        for id in task.into_iter().flat_map(|task| &task.after) {
            if self.base.is_unfinished(id)? {
                found.push(id.clone());
            }
        }
        Ok(found)
    }
}

/// Who takes the task.
fn begun_by(changes: &[Change]) -> Option<&Handle> {
    changes.iter().find_map(|change| match change {
        Change::Claimed { by, .. } | Change::RecordAdded { by, .. } => Some(by),
        _ => None,
    })
}
