//! What is kept of each task to count how far everything has come, how fast, and what nobody looks after.

use crate::domain::budget::Minutes;
use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::Project;
use crate::domain::status::Status;
use crate::domain::task::Task;

use super::burnup::Span;
use super::neglect::last_activity;

/// Whoever did something in so many days is active.
pub const ACTIVE_DAYS: i64 = 30;

/// What progress needs to know of one task: small, so that a hundred thousand of them fit in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskFacts {
    /// Its id.
    pub id: TaskId,
    /// Its project.
    pub project: Slug,
    /// What is to be done, while it is.
    pub title: Option<String>,
    /// The deliverable it serves.
    pub deliverable: Option<Slug>,
    /// Its state, where blocked counts as open.
    pub status: Status,
    /// What it counts for in planned time.
    pub planned: Minutes,
    /// Whether it took longer than the upper end of its budget.
    pub is_over_budget: bool,
    /// Its own due day.
    pub due: Option<Day>,
    /// The day it was written down.
    pub created: Day,
    /// The day it was finished, where that stands.
    pub done: Option<Day>,
    /// The last day on which something happened to it.
    pub last: Day,
    /// The tasks it comes after, while it is unfinished.
    pub after: Vec<TaskId>,
    /// The time spent on it, a record a person and day.
    pub times: Vec<(Day, Minutes)>,
    /// Who did something about it in the last [`ACTIVE_DAYS`] days, and on which day last.
    pub active: Vec<(Handle, Day)>,
}

impl TaskFacts {
    /// The facts of `task` on `today`.
    pub fn of(task: &Task, today: Day) -> Self {
        let is_unfinished = !task.is_over();
        Self {
            id: task.id.clone(),
            project: task.project.clone(),
            title: is_unfinished.then(|| task.title.clone()),
            deliverable: task.deliverable.clone(),
            status: task.status(today, false),
            planned: task.budget.middle(),
            is_over_budget: task.over_budget().is_some(),
            due: task.due,
            created: task.created,
            done: task.finished().map(|done| done.at),
            last: last_activity(task, today),
            after: if is_unfinished { task.after.clone() } else { Vec::new() },
            times: task.claims.iter().flat_map(|(_, claim)| &claim.spent).map(|(day, time)| (*day, *time)).collect(),
            active: active(task, today),
        }
    }

    /// Whether it is part of what there is to do: neither a draft nor cancelled.
    pub fn counts(&self) -> bool {
        !matches!(self.status, Status::Draft | Status::Cancelled)
    }

    /// Whether somebody waits for it to be done.
    pub fn is_to_do(&self) -> bool {
        self.counts() && self.status != Status::Done
    }

    /// Whether what comes after it has to wait: a draft blocks, too.
    pub fn blocks(&self) -> bool {
        !matches!(self.status, Status::Done | Status::Cancelled)
    }

    /// All the time spent on it.
    pub fn spent(&self) -> Minutes {
        self.spent_since(Day::MIN)
    }

    /// The time spent on it on `first` or later.
    pub fn spent_since(&self, first: Day) -> Minutes {
        self.times.iter().filter(|(day, _)| *day >= first).map(|(_, time)| *time).fold(Minutes::ZERO, Minutes::in_total_with)
    }

    /// What a burn-up knows of it; `None` where it does not count.
    pub fn span(&self) -> Option<Span> {
        self.counts().then(|| Span::new(self.created, self.done, self.planned))
    }

    /// The day it is really due.
    pub fn due_on(&self, campaign: &Campaign, project: Option<&Project>, today: Day) -> Day {
        campaign.due_of(self.due, self.deliverable.as_ref(), project, today)
    }
}

fn active(task: &Task, today: Day) -> Vec<(Handle, Day)> {
    let of_claims = task.claims.iter().map(|(who, claim)| {
        let days = claim.spent.keys().copied().chain(claim.released);
        (who, days.fold(claim.since(), Day::max))
    });
    let all = of_claims.chain(task.done.iter().map(|done| (&done.by, done.at)));
    all.filter(|(_, day)| (today - *day).num_days() < ACTIVE_DAYS).map(|(who, day)| (who.clone(), day)).collect()
}
