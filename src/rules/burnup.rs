//! How much was done and how much there was to do, day by day: told from the days that the files hold, as they are today.
//!
//! A task counts from the day its file was made, and as done from the day of its closing that stands. What was cancelled, or
//! is a draft, never counts: it is no work that anybody waits for. A range counts by its middle.

use std::collections::BTreeMap;

use crate::domain::budget::Minutes;
use crate::domain::day::Day;

/// What a burn-up needs to know of one task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    created: Day,
    done: Option<Day>,
    planned: Minutes,
}

impl Span {
    /// A task of `planned` time that was written down on `created` and finished on `done`. Who finishes a task before it was
    /// written down did it on that day.
    pub fn new(created: Day, done: Option<Day>, planned: Minutes) -> Self {
        Self { created: done.map_or(created, |done| created.min(done)), done, planned }
    }

    /// The first day on which it was there.
    pub fn created(&self) -> Day {
        self.created
    }

    /// The day it was finished.
    pub fn done(&self) -> Option<Day> {
        self.done
    }
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

/// The levels of each day on which something changed, from the day the campaign `started` (where that is not known, from the first
/// day of anything) to `to`: what came before counts on the first, and what is dated later on `to`, where it is known already.
/// There is always a level of the first day, and one of `to`.
pub fn burnup(spans: impl IntoIterator<Item = Span>, started: Option<Day>, to: Day) -> Vec<(Day, Level)> {
    let spans: Vec<Span> = spans.into_iter().collect();
    let from = started.or_else(|| spans.iter().map(Span::created).min()).unwrap_or(to).min(to);
    let mut steps = BTreeMap::from([(from, Level::default()), (to, Level::default())]);
    let mut step = |day: Day, more: Level| {
        let level = steps.entry(day.clamp(from, to)).or_default();
        *level = level.with(more);
    };
    for Span { created, done, planned } in spans {
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
        Span::new(nov(created), done.map(nov), Minutes::new(hours * 60).unwrap())
    }

    #[test]
    fn levels_only_rise_and_end_with_the_day_asked_for() {
        let spans = [span(3, Some(12), 2), span(11, None, 4), span(12, Some(12), 1), span(20, None, 8), span(9, Some(30), 1)];
        let levels = burnup(spans, Some(nov(10)), nov(15));
        let told: Vec<_> = levels.iter().map(|(day, it)| (*day, it.tasks, it.done, it.planned.get() / 60)).collect();
        let expected = [(nov(10), 2, 0, 3), (nov(11), 3, 0, 7), (nov(12), 4, 2, 8), (nov(15), 5, 3, 16)];
        assert_eq!(told, expected, "what is dated later than the last day is known on it");
    }

    #[test]
    fn nothing_and_a_single_day_have_levels() {
        assert_eq!(burnup([], Some(nov(10)), nov(15)), [(nov(10), Level::default()), (nov(15), Level::default())]);
        let one = burnup([span(12, Some(3), 1)], Some(nov(10)), nov(10));
        assert_eq!(one.iter().map(|(day, it)| (*day, it.tasks, it.done)).collect::<Vec<_>>(), [(nov(10), 1, 1)]);
        assert_eq!(burnup([], Some(nov(15)), nov(10)), [(nov(10), Level::default())]);
        assert_eq!(burnup([], None, nov(10)), [(nov(10), Level::default())]);
        let days: Vec<Day> = burnup([span(5, None, 1), span(3, Some(7), 1)], None, nov(10)).iter().map(|(day, _)| *day).collect();
        assert_eq!(days, [3, 5, 7, 10].map(nov), "without a first day, from the first task on");
    }
}
