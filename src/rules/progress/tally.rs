//! Sums over tasks.

use crate::domain::budget::Minutes;
use crate::domain::day::{Day, earlier};
use crate::domain::status::Status;
use crate::rules::facts::TaskFacts;

/// The days of the week that sums of the last week look back on, today included.
const WEEK: u32 = 7;

/// Sums over the tasks of a project, of a deliverable, or of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Tasks that are neither drafts nor cancelled.
    pub tasks: usize,
    /// Of these, finished.
    pub done: usize,
    /// Of these, held by somebody.
    pub claimed: usize,
    /// Of these, those that wait for another.
    pub blocked: usize,
    /// Planned time of all of them.
    pub planned: Minutes,
    /// Planned time of the finished ones.
    pub planned_done: Minutes,
    /// Planned time of those finished in the last seven days, today included.
    pub done_last_week: Minutes,
    /// Time spent on any task.
    pub spent: Minutes,
    /// Time spent in the last seven days, today included.
    pub spent_last_week: Minutes,
    /// What finished tasks took beside what was planned.
    pub real: Real,
    /// What is not finished, and due only after the deadline.
    pub later: Later,
}

/// What finished tasks took beside what was planned, as far as anybody noted their time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Real {
    /// Finished tasks with time noted.
    pub tasks: usize,
    /// Of these, those that took longer than their budget.
    pub over: usize,
    /// Their planned time.
    pub planned: Minutes,
    /// The time spent on them.
    pub spent: Minutes,
}

/// What is not finished, and due only after the deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Later {
    /// Its planned time.
    pub left: Minutes,
    /// The day that comes first, and the planned time of what is due then.
    pub first: Option<(Day, Minutes)>,
}

impl Real {
    fn and(self, other: Self) -> Self {
        Self {
            tasks: self.tasks + other.tasks,
            over: self.over + other.over,
            planned: self.planned.in_total_with(other.planned),
            spent: self.spent.in_total_with(other.spent),
        }
    }
}

impl Later {
    /// What that comes to together.
    fn and(self, other: Self) -> Self {
        let first = match (self.first, other.first) {
            (Some((day, one)), Some((same, more))) if day == same => Some((day, one.in_total_with(more))),
            (one, more) => one.into_iter().chain(more).min_by_key(|(day, _)| *day),
        };
        Self { left: self.left.in_total_with(other.left), first }
    }
}

impl Tally {
    /// What one task brings; `later` is the day it is due, where that comes after the deadline.
    pub(super) fn of(task: &TaskFacts, is_blocked: bool, later: Option<Day>, today: Day) -> Self {
        let week = earlier(today, WEEK - 1);
        let spent = task.spent();
        let noted = Self { spent, spent_last_week: task.spent_since(week), ..Self::default() };
        let planned = task.planned;
        let counted = Self { tasks: 1, planned, ..noted };
        match task.status {
            Status::Draft | Status::Cancelled => noted,
            Status::Done => Self {
                done: 1,
                planned_done: planned,
                done_last_week: if task.done.is_some_and(|day| day >= week) { planned } else { Minutes::ZERO },
                real: match spent {
                    Minutes::ZERO => Real::default(),
                    _ => Real { tasks: 1, over: usize::from(task.is_over_budget), planned, spent },
                },
                ..counted
            },
            Status::Claimed | Status::Open | Status::Blocked => Self {
                claimed: usize::from(task.status == Status::Claimed),
                blocked: usize::from(task.status != Status::Claimed && is_blocked),
                later: later.map(|day| Later { left: planned, first: Some((day, planned)) }).unwrap_or_default(),
                ..counted
            },
        }
    }

    /// All that is counted here and there.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            tasks: self.tasks + other.tasks,
            done: self.done + other.done,
            claimed: self.claimed + other.claimed,
            blocked: self.blocked + other.blocked,
            planned: self.planned.in_total_with(other.planned),
            planned_done: self.planned_done.in_total_with(other.planned_done),
            done_last_week: self.done_last_week.in_total_with(other.done_last_week),
            spent: self.spent.in_total_with(other.spent),
            spent_last_week: self.spent_last_week.in_total_with(other.spent_last_week),
            real: self.real.and(other.real),
            later: self.later.and(other.later),
        }
    }

    /// The planned minutes of what is finished, and of all: what a bar shows.
    pub fn share(&self) -> (u64, u64) {
        (self.planned_done.get().into(), self.planned.get().into())
    }

    /// Planned time of what is not finished, and due by the deadline.
    pub fn left(&self) -> Minutes {
        self.planned.saturating_sub(self.planned_done).saturating_sub(self.later.left)
    }

    /// Tasks that can be taken.
    pub fn free(&self) -> usize {
        self.tasks.saturating_sub(self.done + self.claimed + self.blocked)
    }

    /// Whether every task is finished, and there is at least one.
    pub fn all_done(&self) -> bool {
        self.tasks > 0 && self.done == self.tasks
    }
}
