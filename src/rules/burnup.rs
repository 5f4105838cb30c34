//! How much was done and how much there was to do, day by day: told from the days that the files hold, as they are today.
//!
//! A task counts from the day its file was made, and as done from the day of its closing that stands. What was cancelled, or
//! is a draft, never counts: it is no work that anybody waits for. A range counts by its middle.

use std::collections::BTreeMap;

use crate::domain::budget::{Budget, Minutes};
use crate::domain::day::Day;
use crate::domain::task::Task;

/// What a burn-up needs to know of one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The day it was added.
    pub created: Day,
    /// The day it was finished.
    pub done: Option<Day>,
    /// The middle of its budget.
    pub planned: Minutes,
}

impl Span {
    /// The span of `task`; `None` where it is a draft or cancelled.
    pub fn of(task: &Task) -> Option<Self> {
        let counts = !task.draft && task.cancelled.is_none();
        counts.then(|| Self { created: task.created, done: task.done.as_ref().map(|done| done.at), planned: middle(task.budget) })
    }
}

/// The middle of a budget, rounded down to a minute.
pub fn middle(budget: Budget) -> Minutes {
    Minutes::new(u32::midpoint(budget.least().get(), budget.most().get())).unwrap_or(budget.most())
}

/// What there was at the end of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Level {
    /// Tasks there were.
    pub tasks: usize,
    /// Of these, finished.
    pub done: usize,
    /// Planned time of all of them.
    pub planned: Minutes,
    /// Planned time of the finished ones.
    pub planned_done: Minutes,
}

impl Level {
    fn with(self, more: Self) -> Self {
        Self {
            tasks: self.tasks + more.tasks,
            done: self.done + more.done,
            planned: self.planned.in_total_with(more.planned),
            planned_done: self.planned_done.in_total_with(more.planned_done),
        }
    }
}

/// The levels of each day on which something changed, from `from` to `to`: what came before counts on `from`, what is dated
/// later not at all. There is always a level of `from`, and one of `to`.
pub fn burnup(spans: impl IntoIterator<Item = Span>, from: Day, to: Day) -> Vec<(Day, Level)> {
    let from = from.min(to);
    let mut steps = BTreeMap::from([(from, Level::default()), (to, Level::default())]);
    let mut step = |day: Day, more: Level| {
        if day <= to {
            let level = steps.entry(day.max(from)).or_default();
            *level = level.with(more);
        }
    };
    for Span { created, done, planned } in spans {
        // Who finishes a task before it was written down did it on that day.
        let created = done.map_or(created, |done| created.min(done));
        step(created, Level { tasks: 1, planned, ..Level::default() });
        if let Some(done) = done {
            step(done, Level { done: 1, planned_done: planned, ..Level::default() });
        }
    }
    let mut level = Level::default();
    let levels = steps.into_iter().map(|(day, more)| {
        level = level.with(more);
        (day, level)
    });
    levels.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::make_day;

    fn nov(day: u32) -> Day {
        make_day(2026, 11, day).unwrap()
    }

    fn span(created: u32, done: Option<u32>, hours: u32) -> Span {
        Span { created: nov(created), done: done.map(nov), planned: Minutes::new(hours * 60).unwrap() }
    }

    #[test]
    fn levels_only_rise_and_end_with_the_day_asked_for() {
        let spans = [span(3, Some(12), 2), span(11, None, 4), span(12, Some(12), 1), span(20, None, 8), span(9, Some(30), 1)];
        let levels = burnup(spans, nov(10), nov(15));
        let told: Vec<_> = levels.iter().map(|(day, it)| (*day, it.tasks, it.done, it.planned.get() / 60)).collect();
        let expected = [(nov(10), 2, 0, 3), (nov(11), 3, 0, 7), (nov(12), 4, 2, 8), (nov(15), 4, 2, 8)];
        assert_eq!(told, expected, "what is dated later than the last day is not there yet");
    }

    #[test]
    fn nothing_and_a_single_day_have_levels() {
        assert_eq!(burnup([], nov(10), nov(15)), [(nov(10), Level::default()), (nov(15), Level::default())]);
        let one = burnup([span(12, Some(3), 1)], nov(10), nov(10));
        assert_eq!(one.iter().map(|(day, it)| (*day, it.tasks, it.done)).collect::<Vec<_>>(), [(nov(10), 1, 1)]);
        assert_eq!(burnup([], nov(15), nov(10)), [(nov(10), Level::default())]);
    }

    #[test]
    fn a_range_counts_by_its_middle() {
        assert_eq!(middle(Budget::parse("2h-4h").unwrap()).get(), 180);
        assert_eq!(middle(Budget::parse("45m").unwrap()).get(), 45);
    }
}
