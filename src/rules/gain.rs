//! What a few days brought, told from the days that the files hold: what was finished, and apart from it what there is more to do.

use crate::domain::budget::Minutes;
use crate::domain::day::Day;

use super::facts::TaskFacts;
use super::progress::DeliverableProgress;

/// What was gained on a day and on those after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Gain {
    /// Tasks finished.
    pub tasks: usize,
    /// Their planned time.
    pub planned: Minutes,
    /// Time spent, on any task.
    pub spent: Minutes,
    /// First deliverables delivered.
    pub first_delivered: usize,
    /// Other deliverables delivered.
    pub delivered: usize,
    /// Tasks there are more, finished or not.
    pub added: usize,
    /// Their planned time.
    pub added_planned: Minutes,
}

impl Gain {
    /// What `task` brought on `since` or later.
    pub fn of_task(task: &TaskFacts, since: Day) -> Self {
        let spent = Self { spent: task.spent_since(since), ..Self::default() };
        let Some(span) = task.span() else { return spent };
        let when = |is_so: bool| if is_so { (1, task.planned) } else { (0, Minutes::ZERO) };
        let (tasks, planned) = when(span.done().is_some_and(|day| day >= since));
        let (added, added_planned) = when(span.created() >= since);
        Self { tasks, planned, added, added_planned, ..spent }
    }

    /// What `deliverable` brought on `since` or later.
    pub fn of_deliverable(deliverable: &DeliverableProgress, since: Day) -> Self {
        let is_new = usize::from(deliverable.delivered.as_ref().is_some_and(|delivery| delivery.at >= since));
        let (first_delivered, delivered) = if deliverable.first { (is_new, 0) } else { (0, is_new) };
        Self { first_delivered, delivered, ..Self::default() }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            tasks: self.tasks + other.tasks,
            planned: self.planned.in_total_with(other.planned),
            spent: self.spent.in_total_with(other.spent),
            first_delivered: self.first_delivered + other.first_delivered,
            delivered: self.delivered + other.delivered,
            added: self.added + other.added,
            added_planned: self.added_planned.in_total_with(other.added_planned),
        }
    }
}
