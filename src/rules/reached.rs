//! What a campaign reached in its days, and what goes on when it is over.

use std::ops::RangeInclusive;

use crate::domain::budget::Minutes;
use crate::domain::day::Day;
use crate::domain::project::Project;
use crate::domain::status::Status;
use crate::domain::task::Task;

/// What was reached in some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    /// Tasks that were finished then, and still are.
    pub tasks: usize,
    /// Time noted for these days, on any task.
    pub spent: Minutes,
    /// Deliverables that were delivered then.
    pub delivered: usize,
}

/// What is not over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Open {
    /// Tasks that are to be done, held or not.
    pub tasks: usize,
    /// Those of them that somebody holds.
    pub held: usize,
    /// Drafts.
    pub drafts: usize,
}

impl Reached {
    /// What `task` adds in those `days`.
    pub fn of_task(task: &Task, days: &RangeInclusive<Day>) -> Self {
        let spent = task.claims.iter().flat_map(|(_, claim)| &claim.spent);
        Self {
            tasks: usize::from(task.finished().is_some_and(|done| days.contains(&done.at))),
            spent: spent.filter(|(day, _)| days.contains(day)).map(|(_, time)| *time).sum(),
            delivered: 0,
        }
    }

    /// What `project` adds in those `days`.
    pub fn of_project(project: &Project, days: &RangeInclusive<Day>) -> Self {
        let delivered = project.deliverables.iter().filter_map(|it| it.delivered.as_ref());
        Self { delivered: delivered.filter(|it| days.contains(&it.at)).count(), ..Self::default() }
    }
}

impl Open {
    /// What `task` adds on `today`.
    pub fn of_task(task: &Task, today: Day) -> Self {
        let (is_to_do, is_held) = match task.status(today, false) {
            Status::Done | Status::Cancelled | Status::Draft => (false, false),
            Status::Claimed => (true, true),
            Status::Open | Status::Blocked => (true, false),
        };
        Self {
            tasks: usize::from(is_to_do),
            held: usize::from(is_held),
            drafts: usize::from(task.status(today, false) == Status::Draft),
        }
    }
}

impl FromIterator<Self> for Reached {
    fn from_iter<T: IntoIterator<Item = Self>>(all: T) -> Self {
        all.into_iter().fold(Self::default(), |sum, it| Self {
            tasks: sum.tasks + it.tasks,
            spent: sum.spent.in_total_with(it.spent),
            delivered: sum.delivered + it.delivered,
        })
    }
}

impl FromIterator<Self> for Open {
    fn from_iter<T: IntoIterator<Item = Self>>(all: T) -> Self {
        all.into_iter().fold(Self::default(), |sum, it| Self {
            tasks: sum.tasks + it.tasks,
            held: sum.held + it.held,
            drafts: sum.drafts + it.drafts,
        })
    }
}
