//! Every request that waits, a line each: what an organiser with ten minutes reads first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Weekday};

use crate::domain::day::Day;
use crate::domain::name::TaskId;
use crate::rules::change::Change;
use crate::usecase::context::Context;
use crate::usecase::context::shared_branch::{prefix_of, shared_branch};
use crate::usecase::failure::Failure;
use crate::usecase::replay::merged::was_merged;
use crate::usecase::replay::target::Target;
use crate::usecase::replay::{Item, Outcome, Review, Reviewer};

use super::heads::heads;
use super::numbers::Numbers;
use super::target::{fetch_requests, settled};

/// From so many requests on, what everybody holds is looked at once for all of them.
const MANY: usize = 3;
/// How many working days a request may wait before it is marked.
const PATIENCE: usize = 2;

/// The requests that wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// The requests: those refused, those to be decided, those that may be merged unread; within these the gravest first, then
    /// those that wait longest, and requests for one task stand together.
    pub requests: Vec<Waiting>,
    /// The requests that cannot be read, and why.
    pub unreadable: Vec<(String, Failure)>,
    /// The shared branch, as it was named.
    pub base_name: String,
    /// The command that brings the requests of the forge here; `None` without a remote.
    pub fetch: Option<String>,
    /// The day, in the campaign's zone.
    pub today: Day,
}

/// A request that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What it changes, and the verdict.
    pub review: Review,
    /// The day of its last commit, as that says.
    pub since: Day,
    /// Whether more than two working days have gone since.
    pub is_long: bool,
    /// How it fares in the queue: its verdict, but where another request takes the same task, somebody decides.
    pub group: Outcome,
    /// The names of the other requests that take one of its tasks.
    pub same_task: Vec<String>,
}

impl Queue {
    /// How many requests fare like that.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.requests.iter().filter(|waiting| waiting.group == outcome).count()
    }
}

/// Reads every request that this clone knows.
///
/// # Errors
/// No repository, no shared branch, rules that cannot be read.
pub fn queue(context: &Context) -> Result<Queue, Failure> {
    let repository = context.repository()?;
    let prefix = prefix_of(context)?;
    let campaign = settled(context)?;
    let base = shared_branch(repository, &campaign)?;
    let reviewer = Reviewer::new(repository, &prefix, &base.id, context.now)?.of_queue();
    let numbers = Numbers::of(repository)?;
    let heads = heads(context, (&campaign, &numbers), &prefix, &base.id)?;
    if heads.len() >= MANY {
        reviewer.look_at_everybody()?;
    }
    let (mut requests, mut unreadable, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    let was_merged = |review: &Review| match &review.origin {
        Some(origin) => was_merged(repository, (&review.target.base, origin), &review.wanted),
        None => Ok(false),
    };
    for head in heads {
        let mut target = Target::of_head(repository, &numbers, &base, &head)?;
        // Whoever may push can call a branch by the number of somebody else's request.
        if target.number.is_some_and(|number| !seen.insert(number)) {
            (target.number, target.head_name) = (None, head.name.clone());
        }
        let name = target.name();
        match reviewer.review(target, None) {
            Ok(review) if review.is_answered() => {}
            Ok(review) if was_merged(&review)? => {}
            Ok(review) => {
                let since = reviewer.campaign.timezone.day(head.time);
                let is_long = working_days(since, reviewer.today) > PATIENCE;
                requests.push(Waiting { group: review.outcome(), review, since, is_long, same_task: Vec::new() });
            }
            Err(failure) => unreadable.push((name, failure)),
        }
    }
    put_together(&mut requests);
    let fetch = context.upstream().map(|_| fetch_requests(repository, &campaign));
    Ok(Queue { requests, unreadable, base_name: base.name, fetch, today: reviewer.today })
}

/// Brings the requests for one task together, and orders the groups.
fn put_together(requests: &mut [Waiting]) {
    let takes: Vec<BTreeSet<TaskId>> = requests.iter().map(|waiting| taken(&waiting.review)).collect();
    let mut takers: BTreeMap<&TaskId, Vec<usize>> = BTreeMap::new();
    for (at, tasks) in takes.iter().enumerate() {
        tasks.iter().for_each(|task| takers.entry(task).or_default().push(at));
    }
    let mut leader: Vec<usize> = (0..requests.len()).collect();
    for places in takers.values().filter(|places| places.len() > 1) {
        let first = places.iter().map(|at| leader[*at]).min().unwrap_or_default();
        for at in places {
            let others = places.iter().filter(|other| *other != at).map(|other| requests[*other].review.target.name());
            let others: Vec<String> = others.collect();
            requests[*at].same_task.extend(others);
            // Somebody has to choose, even between two that would pass.
            requests[*at].group = requests[*at].group.max(Outcome::NeedsOrganiser);
            leader[*at] = first;
        }
    }
    let since: Vec<Day> = requests.iter().map(|waiting| waiting.since).collect();
    let gravity: Vec<_> = requests.iter().map(|waiting| waiting.review.items.iter().map(Item::gravity).min()).collect();
    let mut gravest: BTreeMap<usize, _> = BTreeMap::new();
    for (at, gravity) in gravity.iter().enumerate() {
        let known = gravest.entry(leader[at]).or_insert(*gravity);
        *known = (*known).min(*gravity);
    }
    let mut order: Vec<usize> = (0..requests.len()).collect();
    order.sort_by_key(|at| {
        let first = leader[*at];
        (Reverse(requests[*at].group), gravest.get(&first), since[first], first, since[*at], *at)
    });
    let sorted: Vec<Waiting> = order.iter().map(|at| requests[*at].clone()).collect();
    requests.clone_from_slice(&sorted);
}

/// The tasks that a request takes.
fn taken(review: &Review) -> BTreeSet<TaskId> {
    let takes = |change: &Change| matches!(change, Change::Claimed { .. });
    review.items.iter().filter(|item| takes(&item.change)).filter_map(|item| item.task.clone()).collect()
}

/// How many days from Monday to Friday come after `since`, up to `today`. Holidays count as any other day.
fn working_days(since: Day, today: Day) -> usize {
    let days = since.iter_days().skip(1).take_while(|day| *day <= today);
    days.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)).take(PATIENCE + 1).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::make_day;

    #[test]
    fn weekends_do_not_make_a_request_old() {
        let nov = |day| make_day(2026, 11, day).unwrap();
        for (since, today, expected) in
            [(20, 20, 0), (20, 22, 0), (20, 23, 1), (20, 24, 2), (20, 25, 3), (16, 30, 3), (25, 20, 0)]
        {
            assert_eq!(working_days(nov(since), nov(today)), expected, "{since} to {today}");
        }
    }
}
