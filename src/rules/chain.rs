//! The longest way from one task through those that come after it: whatever the number of hands, the end comes no sooner.

use std::collections::HashMap;

use crate::domain::budget::Minutes;
use crate::domain::name::TaskId;

use super::facts::TaskFacts;
use super::knots::knots;

/// Tasks that can only be done one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chain {
    /// Each with what is to be done, the first to do first.
    pub tasks: Vec<(TaskId, String)>,
    /// Their planned time.
    pub time: Minutes,
}

/// The chain that takes longest and ends with a task for which `counts` holds; `None` where no such task comes after another.
/// Tasks that wait for each other in a circle can never be started, and are left out.
pub fn longest(tasks: &[TaskFacts], counts: impl Fn(&TaskFacts) -> bool) -> Option<Chain> {
    let open: Vec<&TaskFacts> = tasks.iter().filter(|task| task.blocks()).collect();
    let places: HashMap<&TaskId, usize> = open.iter().enumerate().map(|(at, task)| (&task.id, at)).collect();
    let before: Vec<Vec<usize>> =
        open.iter().map(|task| task.after.iter().filter_map(|id| places.get(id).copied()).collect()).collect();
    let knots = knots(&before);
    let mut sizes = vec![0_usize; open.len()];
    knots.iter().for_each(|knot| sizes[*knot] += 1);
    let is_in_circle = |at: usize| sizes[knots[at]] > 1 || before[at].contains(&at);
    // What a task comes after has a lower number.
    let mut order: Vec<usize> = (0..open.len()).filter(|at| !is_in_circle(*at)).collect();
    order.sort_by_key(|at| knots[*at]);
    let mut ends: Vec<End> = vec![End::default(); open.len()];
    for at in order {
        let latest = before[at].iter().filter(|at| ends[**at].length > 0).max_by_key(|at| ends[**at].key(open[**at]));
        let (time, length) = latest.map_or((Minutes::ZERO, 0), |latest| (ends[*latest].time, ends[*latest].length));
        ends[at] = End { time: time.in_total_with(open[at].planned), length: length + 1, before: latest.copied() };
    }
    let last =
        (0..open.len()).filter(|at| ends[*at].length > 1 && counts(open[*at])).max_by_key(|at| ends[*at].key(open[*at]))?;
    let way = std::iter::successors(Some(last), |at| ends[*at].before);
    let mut tasks: Vec<_> = way.map(|at| (open[at].id.clone(), open[at].title.clone().unwrap_or_default())).collect();
    tasks.reverse();
    Some(Chain { tasks, time: ends[last].time })
}

/// The longest way to the end of one task.
#[derive(Debug, Clone, Copy, Default)]
struct End {
    time: Minutes,
    length: usize,
    before: Option<usize>,
}

impl End {
    /// By what one is longer than another; of two that are equal, one is always the same.
    fn key(self, task: &TaskFacts) -> (Minutes, usize, std::cmp::Reverse<&TaskId>) {
        (self.time, self.length, std::cmp::Reverse(&task.id))
    }
}
