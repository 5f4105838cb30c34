//! The pace: sums that agree with each other, the chain that decides the end, when it would come.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::rules::burnup::burnup;
use crate::rules::chain::longest;
use crate::rules::facts::TaskFacts;
use crate::rules::gain::Gain;
use crate::rules::pace::{Ground, Outlook, Pace, pace};
use crate::rules::progress::{Tally, of_projects, total, unfinished};

use super::*;

fn done_on(day: Day) -> Option<Closing> {
    let evidence = Evidence::new("https://example.org/x").unwrap();
    Some(Closing { by: who("piolet"), at: day, evidence, note: None, recorded_by: None })
}

fn open(name: &str, budget: &str, after: &[&str]) -> Task {
    let after = after.iter().map(|name| id(name)).collect();
    Task { id: id(name), budget: Budget::parse(budget).unwrap(), after, ..task() }
}

fn facts(tasks: &[Task], today: Day) -> Vec<TaskFacts> {
    tasks.iter().map(|task| TaskFacts::of(task, today)).collect()
}

fn pace_of(tasks: &[Task], today: Day) -> Pace {
    let facts = facts(tasks, today);
    let left: Minutes = facts.iter().filter(|task| task.is_to_do()).map(|task| task.planned).sum();
    let ground = Ground { tasks: &facts, net: &facts, started: Some(nov(2)), deadline: dec(4), today };
    pace(ground, left, |_| true)
}

fn chain_of(tasks: &[Task]) -> Option<(String, u32)> {
    let found = longest(&facts(tasks, nov(20)), TaskFacts::is_to_do)?;
    let names: Vec<String> = found.tasks.iter().map(|(id, _)| id.to_string()).collect();
    Some((names.join(" "), found.time.get()))
}

#[test]
fn the_longest_chain_is_the_one_that_takes_most_time() {
    let tasks = [
        open("aaaa1", "1h", &[]),
        open("aaaa2", "1h", &["aaaa1"]),
        open("aaaa3", "1h", &["aaaa2"]),
        open("bbbb1", "2h-4h", &[]),
        open("bbbb2", "2h", &["bbbb1", "aaaa1"]),
    ];
    assert_eq!(chain_of(&tasks), Some(("bbbb1 bbbb2".to_owned(), 300)), "and not the one with most tasks");
    let mut first_done = tasks.clone();
    first_done[3].done = done_on(nov(10));
    assert_eq!(chain_of(&first_done), Some(("aaaa1 aaaa2 aaaa3".to_owned(), 180)), "what is finished holds up nothing");
    assert_eq!(chain_of(&tasks[..1]), None, "one task is no chain");
    assert_eq!(chain_of(&[open("aaaa1", "1h", &["zzzz9"])]), None, "nor is one after a task that is not there");
}

#[test]
fn a_circle_is_no_chain_and_ends() {
    let mut tasks = vec![
        open("aaaa1", "8h", &["aaaa2"]),
        open("aaaa2", "8h", &["aaaa1"]),
        open("aaaa3", "8h", &["aaaa3"]),
        open("bbbb1", "1h", &["aaaa1"]),
        open("bbbb2", "1h", &["bbbb1", "aaaa3"]),
    ];
    assert_eq!(chain_of(&tasks), Some(("bbbb1 bbbb2".to_owned(), 120)));
    tasks.truncate(3);
    assert_eq!(chain_of(&tasks), None);
}

#[test]
fn with_fewer_than_five_finished_tasks_nothing_is_foreseen() {
    let today = nov(29);
    let done = |n: u32| Task { done: done_on(nov(3 + 5 * n)), ..open(&format!("dddd{n}"), "2h", &[]) };
    let mut tasks: Vec<Task> = (0..4).map(done).chain([open("aaaa1", "8h", &[])]).collect();
    assert!(matches!(pace_of(&tasks, today).outlook, Outlook::TooFew(basis) if basis.tasks == 4));
    tasks.push(done(5));
    let found = pace_of(&tasks, today);
    let Outlook::Between { earliest: Some(earliest), latest: Some(latest), basis } = found.outlook else { panic!("{found:?}") };
    assert_eq!((basis.first, basis.weeks, basis.tasks), (nov(2), 4, 5));
    assert!(today < earliest && earliest < latest, "{earliest} {latest}");
    assert_eq!(found.weeks.iter().map(|week| week.get()).collect::<Vec<_>>(), [240, 120, 120, 120]);
    assert_eq!(pace_of(&tasks, today), found, "the same data and the same day say the same");
    tasks.retain(|task| task.done.is_some());
    assert_eq!(pace_of(&tasks, today).outlook, Outlook::Nothing);
}

#[test]
fn before_three_weeks_have_passed_days_are_looked_at() {
    let done = |n: u32| Task { done: done_on(nov(3 + n)), created: nov(2), ..open(&format!("dddd{n}"), "2h", &[]) };
    let tasks: Vec<Task> = (0..6).map(done).chain([open("aaaa1", "8h", &[])]).collect();
    for (day, days) in [(9, Some(8)), (22, Some(21)), (6, Some(5)), (5, None)] {
        match pace_of(&tasks, nov(day)).outlook {
            Outlook::Between { basis, .. } => assert_eq!((Some(basis.days), basis.weeks), (days, u32::from(day == 22) * 3)),
            other => assert!(days.is_none() && matches!(other, Outlook::TooFew(_)), "{day}: {other:?}"),
        }
    }
}

/// Tasks in every state: budget, day of making, state and its day, whether in the other project.
fn some_tasks() -> impl Strategy<Value = Vec<Task>> {
    let one = (1_u32..9, 0_u32..4, 2_u32..26, 0_usize..5, 0_u32..6, any::<bool>());
    prop::collection::vec(one, 0..24).prop_map(|all| {
        let made = all.into_iter().enumerate().map(|(n, (least, more, created, state, later, is_other))| {
            let hours = |hours: u32| Minutes::new(hours * 60 + 15).unwrap();
            let mut task = open(&format!("zz{n:03}"), "1h", &[]);
            task.budget = Budget::new(hours(least), hours(least + more)).unwrap();
            task.created = nov(created);
            task.project = slug(if is_other { "autre" } else { "mphack" });
            match state {
                0 => task.draft = true,
                1 => {
                    let (by, at, reason) = (who("lampe"), nov(created), "Plus utile.".to_owned());
                    task.cancelled = Some(crate::domain::claim::Cancellation { by, at, reason });
                }
                2 | 3 => task.done = done_on(nov(created + later - u32::from(state == 3) * later.min(1))),
                _ => {}
            }
            task
        });
        made.collect()
    })
}

proptest! {
    #[test]
    fn the_sums_agree(tasks in some_tasks(), since in 2_u32..30) {
        let today = nov(30);
        let facts = facts(&tasks, today);
        let projects = of_projects(&campaign(), &BTreeMap::new(), &facts, &unfinished(&facts), today);
        let all = projects.iter().fold(Tally::default(), |sum, it| sum.and(it.tally));
        prop_assert_eq!(total(&projects), all);
        // The burn-up ends with what progress says.
        let levels = burnup(facts.iter().filter_map(TaskFacts::span), Some(nov(2)), today);
        let now = levels.last().unwrap().1;
        prop_assert_eq!((now.tasks, now.done, now.planned, now.planned_done), (all.tasks, all.done, all.planned, all.planned_done));
        prop_assert_eq!(all.free() + all.blocked + all.claimed + all.done, all.tasks);
        // What some days brought is what the burn-up rose by in them.
        let gained = facts.iter().fold(Gain::default(), |sum, it| sum.and(Gain::of_task(it, nov(since))));
        let before = levels.iter().rev().find(|(day, _)| *day < nov(since)).map(|(_, level)| *level).unwrap_or_default();
        prop_assert_eq!((gained.tasks, gained.added), (now.done - before.done, now.tasks - before.tasks));
        prop_assert_eq!(gained.planned, now.planned_done.saturating_sub(before.planned_done));
    }
}
