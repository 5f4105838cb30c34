//! How far a project has come, and whether what is left fits.

use std::collections::BTreeMap;

use crate::domain::budget::{Budget, Minutes};
use crate::domain::campaign::Campaign;
use crate::domain::claim::{Claim, Closing, Evidence};
use crate::domain::day::{Day, parse_day};
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::{Deliverable, Project};
use crate::domain::task::Task;
use crate::rules::facts::TaskFacts;
use crate::rules::pace::needed;
use crate::rules::progress::{ProjectProgress, of_projects, total, unfinished};

fn day(text: &str) -> Day {
    parse_day(text).unwrap()
}

fn task(id: &str, budget: &str) -> Task {
    Task::new(
        TaskId::new(id).unwrap(),
        Slug::new("mphack").unwrap(),
        "Titre".into(),
        Budget::parse(budget).unwrap(),
        day("2026-11-23"),
    )
}

fn counted(campaign: &Campaign, projects: &BTreeMap<Slug, Project>, facts: &[TaskFacts], today: Day) -> Vec<ProjectProgress> {
    of_projects(campaign, projects, facts, &unfinished(facts), today)
}

#[test]
fn drafts_do_not_count_and_a_range_counts_by_its_middle() {
    let today = day("2026-11-23");
    let mut draft = task("aaaa1", "2h");
    draft.draft = true;
    let facts = [TaskFacts::of(&draft, today), TaskFacts::of(&task("aaaa2", "1h-3h"), today)];
    let projects = counted(&Campaign::default(), &BTreeMap::new(), &facts, today);
    assert_eq!(projects[0].tally.tasks, 1);
    assert_eq!(projects[0].tally.planned.get(), 120);
    assert_eq!(projects[0].next_due.as_ref().unwrap().1, day("2026-12-04"));
}

#[test]
fn the_next_due_day_is_the_effective_one() {
    let (today, campaign) = (day("2026-11-23"), Campaign { started: Some(day("2026-11-23")), ..Campaign::default() });
    let liste = Slug::new("liste").unwrap();
    let mut project = Project::new(Slug::new("mphack").unwrap(), "MPHack".into());
    let due = Some(day("2026-12-01"));
    project.deliverables = vec![Deliverable { slug: liste.clone(), title: "La liste".into(), due, first: true, delivered: None }];
    let projects = [(project.slug.clone(), project.clone())].into();
    for (own, deliverable, expected) in
        [(Some("2026-12-03"), Some(&liste), "2026-12-03"), (None, Some(&liste), "2026-12-01"), (None, None, "2026-12-04")]
    {
        let task = Task { due: own.map(day), deliverable: deliverable.cloned(), ..task("aaaa1", "2h") };
        let progress = counted(&campaign, &projects, &[TaskFacts::of(&task, today)], today);
        assert_eq!(progress[0].next_due.as_ref().unwrap().1, day(expected));
        assert_eq!(campaign.effective_due(&task, Some(&project), today), day(expected));
    }
}

#[test]
fn last_week_is_seven_days_with_today() {
    let today = day("2026-12-01");
    let who = Handle::new("piolet").unwrap();
    let mut done = task("aaaa1", "2h");
    let mut claim = Claim::new(day("2026-11-23"), day("2026-12-04")).unwrap();
    for (on, time) in [("2026-11-24", 60), ("2026-11-25", 30), ("2026-12-01", 15)] {
        claim.spent.insert(day(on), Minutes::new(time).unwrap());
    }
    done.claims.push((who.clone(), claim));
    let evidence = Evidence::new("https://example.org/x").unwrap();
    done.done = Some(Closing { by: who, at: today, evidence, note: None, recorded_by: None });
    let facts = TaskFacts::of(&done, today);
    assert_eq!((facts.spent().get(), facts.spent_since(day("2026-11-25")).get()), (105, 45));
    let tally = total(&counted(&Campaign::default(), &BTreeMap::new(), &[facts], today));
    assert!(tally.all_done() && tally.left() == Minutes::ZERO);
    assert_eq!((tally.spent_last_week.get(), tally.done_last_week.get()), (45, 120));
    assert_eq!((tally.real.tasks, tally.real.over, tally.real.planned.get(), tally.real.spent.get()), (1, 0, 120, 105));
}

#[test]
fn what_is_due_after_the_deadline_is_counted_apart() {
    let campaign = Campaign { started: Some(day("2026-11-23")), ..Campaign::default() };
    let suite = Slug::new("suite").unwrap();
    let mut project = Project::new(Slug::new("mphack").unwrap(), "MPHack".into());
    let due = Some(day("2027-01-29"));
    let promised = Deliverable { slug: suite.clone(), title: "La suite".into(), due, first: false, delivered: None };
    project.deliverables = vec![promised];
    let of = |id: &str, budget: &str, own: Option<&str>, deliverable: bool| Task {
        due: own.map(day),
        deliverable: deliverable.then(|| suite.clone()),
        ..task(id, budget)
    };
    let mut done = of("aaaa9", "8h", None, true);
    let evidence = Evidence::new("https://example.org/x").unwrap();
    done.done =
        Some(Closing { by: Handle::new("piolet").unwrap(), at: day("2026-11-24"), evidence, note: None, recorded_by: None });
    let tasks = [
        of("aaaa1", "1h", None, false),
        of("aaaa2", "2h", Some("2026-11-30"), true),
        of("aaaa3", "3h", Some("2026-12-04"), true),
        of("aaaa4", "4h", Some("2026-12-05"), false),
        of("aaaa5", "5h", None, true),
        of("aaaa6", "6h", Some("2026-12-05"), false),
        done,
    ];
    let projects = [(project.slug.clone(), project)].into();
    let hours = |h: u32| Minutes::new(h * 60).unwrap();
    for (on, left, later, first) in [
        ("2026-11-24", 6, 15, Some(("2026-12-05", 10))),
        ("2026-12-04", 6, 15, Some(("2026-12-05", 10))),
        ("2026-12-05", 6, 15, Some(("2026-12-05", 10))),
        ("2026-12-07", 16, 5, Some(("2027-01-29", 5))),
        ("2027-01-30", 21, 0, None),
    ] {
        let facts: Vec<TaskFacts> = tasks.iter().map(|task| TaskFacts::of(task, day(on))).collect();
        let found = counted(&campaign, &projects, &facts, day(on));
        let all = total(&found);
        assert_eq!((all.left(), all.later.left), (hours(left), hours(later)), "{on}");
        assert_eq!(all.later.first, first.map(|(day_of, h)| (day(day_of), hours(h))), "{on}");
        assert_eq!(all, found[0].tally);
        assert_eq!((all.tasks, all.done), (7, 1));
    }
}

#[test]
fn the_pace_is_what_a_week_must_bring() {
    let hours = |h: u32| Minutes::new(h * 60).unwrap();
    assert_eq!(needed(hours(21), 11).unwrap().get() / 60, 13);
    assert_eq!(needed(hours(21), 3), Some(hours(21)), "less than a week left: all of it");
    assert_eq!(needed(hours(21), 0), Some(hours(21)));
    assert_eq!(needed(hours(21), -1), None);
    assert_eq!(needed(Minutes::ZERO, 11), None);
}
