//! Why a project needs somebody's attention.

use crate::rules::attention::{Ground, Reason};
use crate::rules::facts::TaskFacts;
use crate::rules::progress::unfinished;

use super::*;

/// What is to see to in a project of these tasks on `today`; its first deliverable is due on 20 November.
fn reasons(change: impl FnOnce(&mut Project), tasks: &[Task], today: Day) -> Vec<String> {
    let mut project = Project::new(slug("mphack"), "MPHack".into());
    project.leads = vec![who("lampe")];
    let (slug, title) = (slug("liste"), "La liste".to_owned());
    project.deliverables = vec![Deliverable { slug, title, due: Some(nov(20)), first: true, delivered: None }];
    change(&mut project);
    let facts: Vec<TaskFacts> = tasks.iter().map(|task| TaskFacts::of(task, today)).collect();
    let own: Vec<&TaskFacts> = facts.iter().filter(|task| task.project == project.slug).collect();
    let campaign = campaign();
    let ground = Ground { campaign: &campaign, project: &project, tasks: &own, unfinished: &unfinished(&facts), today };
    let found = ground.reasons();
    assert!(found.is_sorted_by_key(Reason::rank), "{found:?}");
    let told = |reason: &Reason| match reason {
        Reason::Waits(id) => format!("waits {id}"),
        Reason::Late(count, since) => format!("late {count} {since}"),
        other => other.as_str().to_owned(),
    };
    found.iter().map(told).collect()
}

fn free(name: &str) -> Task {
    Task { id: id(name), created: nov(10), deliverable: Some(slug("liste")), ..task() }
}

fn held(name: &str) -> Task {
    let mut task = free(name);
    task.put_claim_last(who("piolet"), Claim::new(nov(12), dec(4)).unwrap());
    task
}

fn done(name: &str) -> Task {
    let evidence = Evidence::new("https://example.org/x").unwrap();
    Task { done: Some(Closing { by: who("piolet"), at: nov(12), evidence, note: None, recorded_by: None }), ..free(name) }
}

fn after(name: &str, others: &[&str]) -> Task {
    Task { after: others.iter().map(|name| id(name)).collect(), ..free(name) }
}

#[test]
fn each_reason_is_found_where_it_holds() {
    let nothing: [&str; 0] = [];
    let is = |found: Vec<String>, expected: &[&str]| assert_eq!(found, expected);
    let same = |_: &mut Project| {};
    is(reasons(same, &[free("aaaa1"), held("aaaa2")], nov(14)), &nothing);
    is(reasons(same, &[free("aaaa1"), held("aaaa2")], nov(20)), &nothing);
    is(reasons(same, &[free("aaaa1"), held("aaaa2")], nov(22)), &["first-deliverable-late", "late 2 2026-11-20"]);
    is(reasons(same, &[free("aaaa1")], nov(18)), &["quiet"]);
    is(reasons(same, &[free("aaaa1")], nov(16)), &nothing);
    is(reasons(same, &[done("aaaa1")], nov(14)), &["to-deliver"]);
    is(reasons(same, &[held("aaaa1")], nov(14)), &["none-free"]);
    is(reasons(same, &[], nov(14)), &["no-task"]);
    is(reasons(|it| it.leads.clear(), &[free("aaaa1"), held("aaaa2")], nov(14)), &["no-lead"]);
    is(reasons(|it| it.deliverables.clear(), &[], nov(14)), &["no-task"]);
    is(reasons(|it| it.deliverables.clear(), &[done("aaaa1")], nov(14)), &nothing);
    is(reasons(|it| it.ended = Some(nov(13)), &[free("aaaa1")], nov(30)), &nothing);
}

#[test]
fn what_is_waited_for_is_where_it_begins() {
    let same = |_: &mut Project| {};
    let tasks = [held("aaaa1"), after("aaaa2", &["aaaa1"]), after("aaaa3", &["aaaa2"])];
    assert_eq!(reasons(same, &tasks, nov(14)), ["waits aaaa1"]);
    let elsewhere = Task { project: slug("autre"), ..free("bbbb1") };
    assert_eq!(reasons(same, &[elsewhere, after("aaaa2", &["bbbb1"]), held("aaaa3")], nov(14)), ["waits bbbb1"]);
    let circle = [after("aaaa1", &["aaaa2"]), after("aaaa2", &["aaaa1"]), held("aaaa3")];
    assert_eq!(reasons(same, &circle, nov(14)), ["waits aaaa1"]);
}
