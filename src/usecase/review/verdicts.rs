//! Each change of a request before the rulebook, on the shared branch as it is now.

use std::collections::BTreeMap;

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::name::{Handle, TaskId};
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::rules::actor::Author;
use crate::rules::change::Change;
use crate::rules::judge::{State, judge_by};
use crate::rules::verdict::Verdict;
use crate::store::Place;

use super::super::failure::Failure;
use super::author::known_as;
use super::piece::Piece;
use super::snapshot::Snapshot;
use super::thing::Thing;

/// What a request is judged by: nothing of it comes from the request.
pub struct Bench<'a> {
    /// The shared branch.
    pub base: &'a Snapshot<'a>,
    /// Its rules.
    pub campaign: &'a Campaign,
    /// The day.
    pub today: Day,
    /// Who wrote the request.
    pub author: &'a Author,
}

impl Bench<'_> {
    /// The verdict on each of `changes`, which the piece at `at` makes.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn judge(&self, pieces: &[Piece], at: usize, changes: &[Change]) -> Result<Vec<Verdict>, Failure> {
        let piece = &pieces[at];
        let project = self.project(piece)?;
        let (before, after) = piece.task().unwrap_or_default();
        let claimant = changes.iter().find_map(|change| match change {
            Change::Claimed { by, .. } | Change::Renewed { by, .. } => Some(by),
            _ => None,
        });
        let held_elsewhere = claimant.map_or(Ok(0), |who| self.held_elsewhere(who, pieces, at))?;
        let ended_beside = begun_by(changes).map_or(0, |who| ended_beside(who, &pieces[..at], self.today));
        let begins = |change: &Change| matches!(change, Change::Claimed { .. } | Change::RecordAdded { .. });
        let unfinished = if changes.iter().any(begins) { self.unfinished(after)? } else { Vec::new() };
        let person = match &piece.touched.place {
            Place::Person(handle) => Some(handle),
            _ => None,
        };
        let known_as = self.known_as(piece)?;
        let state = State {
            project: project.as_ref(),
            before,
            after,
            held_elsewhere,
            ended_beside,
            unfinished: &unfinished,
            person,
            known_as: known_as.as_ref(),
            ..State::of_campaign(self.campaign, self.today)
        };
        Ok(changes.iter().map(|change| judge_by(change, self.author, &state)).collect())
    }

    fn known_as(&self, piece: &Piece) -> Result<Option<Handle>, Failure> {
        let is_asked = |change: &Change| matches!(change, Change::FieldChanged { field: "forge" | "keys" });
        let person = |thing: &'_ Option<Thing>| thing.as_ref().and_then(Thing::person).cloned();
        match person(&piece.after) {
            Some(after) if piece.changes.iter().any(is_asked) => {
                known_as(self.base, &self.campaign.organisers, &after, person(&piece.before).as_ref())
            }
            _ => Ok(None),
        }
    }

    /// The project that the piece belongs to, as the shared branch has it: who leads it there may decide.
    pub fn project(&self, piece: &Piece) -> Result<Option<Project>, Failure> {
        match (&piece.touched.place, &piece.before) {
            (Place::Task(file), _) => self.base.project(&file.project),
            (Place::Project(_), Some(Thing::Project(project))) => Ok(Some(project.as_ref().clone())),
            _ => Ok(None),
        }
    }

    /// How many other tasks `who` holds: those of the shared branch that the request leaves alone, and those of the request
    /// that come before this one.
    fn held_elsewhere(&self, who: &Handle, pieces: &[Piece], at: usize) -> Result<usize, Failure> {
        let touched: BTreeMap<TaskId, usize> =
            pieces.iter().enumerate().filter_map(|(at, piece)| Some((piece.task_id()?, at))).collect();
        let held = self.base.held_by(who, self.today)?;
        let left_alone = held.iter().filter(|id| !touched.contains_key(*id)).count();
        let counts = |(id, other): (&TaskId, &usize)| {
            *other != at && pieces[*other].is_held_by(who, self.today) && (*other < at || held.contains(id))
        };
        Ok(left_alone + touched.iter().filter(|it| counts(*it)).count())
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

/// How many tasks the earlier pieces of a request take for `who` and end at once.
fn ended_beside(who: &Handle, earlier: &[Piece], today: Day) -> usize {
    earlier.iter().filter(|piece| begun_by(&piece.changes) == Some(who) && !piece.is_held_by(who, today)).count()
}
