//! The pace, said honestly: what is left for the deadline, what a week must bring and what weeks brought so far, the chain that
//! decides the end, and from when to when the end lies if the weeks to come are like those so far.

use std::collections::HashSet;

use crate::domain::budget::Minutes;
use crate::domain::day::{Day, earlier, later};

use super::chain::{Chain, longest};
use super::facts::{ACTIVE_DAYS, TaskFacts};
use super::forecast::range;

/// The days of a week.
const WEEK: u32 = 7;
/// The most weeks that are looked back on.
const WEEKS_MAX: u32 = 12;
/// With fewer whole weeks, days are what is looked back on.
const WEEKS_MIN: u32 = 3;
/// With fewer days nothing is foreseen.
const DAYS_MIN: u32 = 5;
/// With fewer finished tasks nothing is foreseen.
pub const TASKS_MIN: usize = 5;

/// How fast it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// Planned time of what is left for the deadline.
    pub left: Minutes,
    /// Days until the deadline; negative once it is past.
    pub days: i64,
    /// The time a week that would finish what is left; `None` when nothing is, or the day is past.
    pub needed: Option<Minutes>,
    /// Planned time finished for the deadline in each of the last weeks, the latest last; each ends on the day of today.
    pub weeks: Vec<Minutes>,
    /// When it would be finished.
    pub outlook: Outlook,
    /// The chain that decides the end.
    pub chain: Option<Chain>,
    /// How many people did something in [`Self::active_days`].
    pub active: usize,
    /// The last thirty days, or those since the campaign began where these are fewer: at least 1.
    pub active_days: i64,
}

/// When what is due by the deadline would be finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// There is nothing left to do.
    Nothing,
    /// Too few tasks were finished to say anything, in what can be looked back on.
    TooFew(Basis),
    /// In eight cases of ten between these days; `None` for a day that is too far off to be foreseen.
    Between {
        /// The first.
        earliest: Option<Day>,
        /// The last.
        latest: Option<Day>,
        /// What that rests on.
        basis: Basis,
    },
}

/// What is looked back on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// Its first day.
    pub first: Day,
    /// Whole weeks, which end today; 0 where they are too few, and days are looked at.
    pub weeks: u32,
    /// Days.
    pub days: u32,
    /// Tasks for the deadline that were finished then.
    pub tasks: usize,
}

/// What a pace is told from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The tasks that are looked at.
    pub tasks: &'a [TaskFacts],
    /// These and all others that they may come after.
    pub net: &'a [TaskFacts],
    /// The first day of the campaign, where it is known.
    pub started: Option<Day>,
    /// The deadline.
    pub deadline: Day,
    /// The day.
    pub today: Day,
}

/// The time a week that would finish `left` in `days` days: within a week, all that is left. `None` when nothing is left or the day
/// is past.
pub fn needed(left: Minutes, days: i64) -> Option<Minutes> {
    if left == Minutes::ZERO || days < 0 {
        return None;
    }
    let weekly = u64::from(left.get()) * u64::from(WEEK) / u64::try_from(days.max(1)).unwrap_or(1);
    let within_a_week = days < i64::from(WEEK);
    Some(if within_a_week { left } else { Minutes::new(u32::try_from(weekly).unwrap_or(u32::MAX)).unwrap_or(Minutes::MAX) })
}

/// The pace of what `is_due` by the deadline, of which `left` is left.
pub fn pace(ground: Ground<'_>, left: Minutes, is_due: impl Fn(&TaskFacts) -> bool) -> Pace {
    let Ground { tasks, net, today, .. } = ground;
    let days = (ground.deadline - today).num_days();
    let finished: Vec<(Day, Minutes)> = tasks
        .iter()
        .filter(|task| is_due(task))
        .filter_map(|task| Some((task.span()?.done()?.min(today), task.planned)))
        .collect();
    let basis = basis(&ground, &finished, &is_due);
    let own: HashSet<_> = tasks.iter().map(|task| &task.id).collect();
    let active_days = ground.started.map_or(ACTIVE_DAYS, |first| ((today - first).num_days() + 1).clamp(1, ACTIVE_DAYS));
    let all = tasks.iter().flat_map(|task| &task.active);
    let people: HashSet<_> = all.filter(|(_, day)| (today - *day).num_days() < active_days).map(|(who, _)| who).collect();
    Pace {
        left,
        days,
        needed: needed(left, days),
        weeks: stretches(&finished, today, basis.weeks.max(basis.days.div_ceil(WEEK)), WEEK),
        outlook: outlook(left, &finished, basis, today),
        chain: longest(net, |task| task.is_to_do() && own.contains(&task.id) && is_due(task)),
        active: people.len(),
        active_days,
    }
}

/// From the day the work began, as far as the weeks that are looked at go back.
fn basis(ground: &Ground<'_>, finished: &[(Day, Minutes)], is_due: impl Fn(&TaskFacts) -> bool) -> Basis {
    let today = ground.today;
    let created = ground.tasks.iter().filter(|task| is_due(task)).filter_map(|task| Some(task.span()?.created())).min();
    let began = created.unwrap_or(today).max(ground.started.unwrap_or(Day::MIN)).min(today);
    let days = u32::try_from((today - began).num_days() + 1).unwrap_or(1);
    let whole = (days / WEEK).min(WEEKS_MAX);
    let (weeks, days) = if whole < WEEKS_MIN { (0, days) } else { (whole, whole * WEEK) };
    let first = earlier(today, days - 1);
    Basis { first, weeks, days, tasks: finished.iter().filter(|(day, _)| *day >= first).count() }
}

fn outlook(left: Minutes, finished: &[(Day, Minutes)], basis: Basis, today: Day) -> Outlook {
    if left == Minutes::ZERO {
        return Outlook::Nothing;
    }
    if basis.tasks < TASKS_MIN || basis.days < DAYS_MIN {
        return Outlook::TooFew(basis);
    }
    let (count, length) = if basis.weeks > 0 { (basis.weeks, WEEK) } else { (basis.days, 1) };
    let so_far: Vec<u32> = stretches(finished, today, count, length).into_iter().map(Minutes::get).collect();
    let range = range(left.get(), &so_far, length);
    let day = |days: Option<u32>| days.map(|days| later(today, days));
    Outlook::Between { earliest: day(range.earliest), latest: day(range.latest), basis }
}

/// What was finished in each of the last `count` stretches of `length` days, the latest last.
fn stretches(finished: &[(Day, Minutes)], today: Day, count: u32, length: u32) -> Vec<Minutes> {
    let mut found = vec![Minutes::ZERO; usize::try_from(count).unwrap_or(0)];
    for (day, time) in finished {
        let back = usize::try_from((today - *day).num_days() / i64::from(length)).unwrap_or(0);
        if let Some(at) = found.len().checked_sub(back + 1) {
            found[at] = found[at].in_total_with(*time);
        }
    }
    found
}
