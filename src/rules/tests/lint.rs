//! What is wrong with the data as a whole.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::claim::Cancellation;
use crate::domain::project::Delivery;
use crate::rules::lint::{Everything, Finding, Gravity, lint};

use super::*;

use Gravity::{Error, Warning};

/// The usual campaign, with somebody to stand in.
fn campaign() -> Campaign {
    edited(&super::campaign(), |it| it.organisers.push(who("berline")))
}

fn findings(campaign: &Campaign, projects: &[Project], tasks: &[Task], unreadable: &[TaskId]) -> Vec<Finding> {
    lint(Everything {
        campaign,
        themes: &BTreeMap::new(),
        projects: &projects.iter().map(|it| (it.slug.clone(), it.clone())).collect(),
        tasks,
        people: &[],
        unreadable: &unreadable.iter().cloned().collect::<BTreeSet<_>>(),
        arrivals: &BTreeMap::new(),
        nowhere: &BTreeSet::new(),
        today: today(),
    })
}

/// What is found about `task`: gravity, sentence, field.
fn about(task: &Task) -> Vec<(Gravity, &'static str, String)> {
    let found = findings(&campaign(), &[project()], std::slice::from_ref(task), &[]);
    assert!(found.iter().all(|it| it.about == task.key()));
    found.into_iter().map(|it| (it.gravity, it.message.key(), it.field.unwrap_or_default())).collect()
}

#[test]
fn sound_data_have_no_findings() {
    let back = sent_back(&done(&who("piolet")), &who("wagonnet"), today());
    for task in [task(), taken(&who("piolet")), done(&who("piolet")), back, Task { draft: true, ..task() }] {
        assert_eq!(about(&task), []);
    }
}

#[test]
fn names_lead_somewhere() {
    let lost = Task { deliverable: Some(slug("autre")), after: vec![id("aaaa1")], project: slug("mphack"), ..task() };
    assert_eq!(
        about(&lost),
        [(Error, "lint-no-such-deliverable", "deliverable".to_owned()), (Error, "lint-no-such-task", "after".to_owned())]
    );
    assert_eq!(about(&Task { project: slug("autre"), ..task() }), [(Error, "lint-no-such-project", "title".to_owned())]);
    let waits = Task { after: vec![id("aaaa1")], ..task() };
    assert_eq!(findings(&campaign(), &[project()], &[waits], &[id("aaaa1")]), [], "it exists but cannot be read");
}

#[test]
fn records_are_looked_at() {
    let me = who("piolet");
    let twice = edited(&taken(&me), |it| it.claims.push((who(OTHER), claim(today(), dec(4)))));
    assert_eq!(about(&twice), [(Error, "lint-held-twice", "claims.treuil".to_owned())]);
    assert_eq!(about(&Task { draft: true, ..taken(&me) }), [(Error, "lint-draft-claimed", "draft".to_owned())]);
    let cancelled = Some(Cancellation { by: me.clone(), at: today(), reason: "Sans objet".to_owned() });
    assert_eq!(about(&Task { cancelled, ..done(&me) }), [(Error, "lint-done-and-cancelled", "cancelled".to_owned())]);
    let taken_meanwhile = edited(&done(&me), |it| it.claims.push((who(OTHER), claim(today(), dec(4)))));
    assert_eq!(about(&taken_meanwhile), [(Warning, "lint-done-while-held", "claims.treuil".to_owned())]);
    let given_back = edited_claim(&taken_meanwhile, &who(OTHER), |it| it.released = Some(today()));
    assert_eq!(about(&given_back), []);
    let unclaimed = Task { claims: Vec::new(), ..done(&me) };
    assert_eq!(about(&unclaimed), [(Warning, "lint-done-without-claim", "done".to_owned())]);
}

/// The name of a field of a record and how it comes to bear a day.
type DayEdit = (&'static str, fn(&mut Claim, Day));

#[test]
fn nothing_happened_later_than_tomorrow() {
    let me = who("piolet");
    let edits: [DayEdit; 3] = [
        ("since", |it, day| *it = claim(day, dec(4))),
        ("released", |it, day| it.released = Some(day)),
        ("spent", |it, day| spend(it, day, 5)),
    ];
    for (field, edit) in edits {
        let with = |day| edited_claim(&taken(&me), &me, |it| edit(it, day));
        assert_eq!(about(&with(nov(21))), [], "{field} tomorrow");
        let found = about(&with(nov(22)));
        assert_eq!((found.len(), found[0].1), (1, "lint-future-day"), "{field} in two days");
        assert!(found[0].2.starts_with(&format!("claims.piolet.{field}")));
    }
    assert_eq!(about(&Task { created: nov(22), ..task() }), [(Error, "lint-future-day", "created".to_owned())]);
}

#[test]
fn budgets_and_limits_are_warned_about() {
    let large = Task { budget: Budget::parse("6h-9h").unwrap(), ..task() };
    assert_eq!(about(&large), [(Warning, "lint-large-budget", "budget".to_owned())]);
    let held: Vec<Task> = (1..=4).map(|n| Task { id: id(&format!("aaaa{n}")), ..taken(&who("piolet")) }).collect();
    assert_eq!(findings(&campaign(), &[project()], &held[..3], &[]), []);
    let found = findings(&campaign(), &[project()], &held, &[]);
    assert_eq!((found.len(), found[0].message.key(), found[0].gravity), (1, "lint-over-limit", Warning));
}

/// The tasks named by number, each after the ones listed.
fn waiting(after: &[&[u32]]) -> Vec<Task> {
    let name = |n: u32| id(&format!("aaaa{n}"));
    let task = |(n, others): (u32, &&[u32])| Task { id: name(n), after: others.iter().map(|it| name(*it)).collect(), ..task() };
    (0..).zip(after).map(task).collect()
}

#[test]
fn circles_are_found_once() {
    for (after, circles) in [
        (&[&[][..], &[0], &[0, 1]][..], 0),
        (&[&[0]], 1),
        (&[&[1], &[2], &[0]], 1),
        (&[&[1], &[0], &[3], &[2]], 2),
        (&[&[1, 2], &[3], &[3], &[]], 0),
    ] {
        let found = findings(&campaign(), &[project()], &waiting(after), &[]);
        assert_eq!(found.len(), circles, "{after:?}: {found:?}");
        assert!(found.iter().all(|it| it.gravity == Error && it.message.key() == "lint-circle"));
    }
}

#[test]
fn the_campaign_and_its_projects_are_looked_at() {
    let keys = |found: Vec<Finding>| found.into_iter().map(|it| (it.gravity, it.message.key())).collect::<Vec<_>>();
    let bare = Campaign { organisers: Vec::new(), contact: None, ..campaign() };
    assert_eq!(keys(findings(&bare, &[], &[], &[])), [(Warning, "lint-no-organiser"), (Warning, "lint-no-contact")]);
    let of = |edit: fn(&mut Project)| keys(findings(&campaign(), &[edited(&project(), edit)], &[], &[]));
    assert_eq!(of(|it| it.theme = Some(slug("autre"))), [(Error, "lint-no-such-theme")]);
    assert_eq!(of(|it| it.deliverables.clear()), [(Warning, "lint-no-first-deliverable")]);
    assert_eq!(of(|it| it.deliverables.push(it.deliverables[0].clone())), [(Error, "lint-several-first-deliverables")]);
}

#[test]
fn every_day_is_looked_at() {
    let me = who("piolet");
    let cancellation = |at| Some(Cancellation { by: who("piolet"), at, reason: "Sans objet".to_owned() });
    let late = |task: Task| about(&task).into_iter().map(|(_, key, field)| (key, field)).collect::<Vec<_>>();
    let closed = |at| edited(&done(&me), |it| it.done.as_mut().unwrap().at = at);
    let future = |field: &str| vec![("lint-future-day", field.to_owned())];
    assert_eq!(late(closed(nov(21))), []);
    assert_eq!(late(closed(nov(22))), future("done.at"));
    assert_eq!(late(Task { cancelled: cancellation(nov(22)), ..taken(&me) }), future("cancelled.at"));
    assert_eq!(late(sent_back(&done(&me), &me, nov(22))), future("sent-back.at"));
    assert_eq!(late(sent_back(&closed(nov(22)), &me, nov(20))), future("sent-back.done.at"));
    let reopened = edited(&sent_back(&done(&me), &me, nov(20)), |it| {
        it.reopened = it.sent_back.take();
        it.reopened.as_mut().unwrap().cancelled = cancellation(nov(22));
    });
    assert_eq!(late(reopened), future("reopened.cancelled.at"));
    let delivered = edited(&project(), |it| {
        it.deliverables[0].delivered = Some(Delivery { by: me.clone(), at: nov(22), evidence: evidence() });
    });
    let found = findings(&campaign(), &[delivered], &[], &[]);
    assert_eq!((found.len(), found[0].field.as_deref()), (1, Some("deliverables.liste.delivered.at")));
}

#[test]
fn long_claims_are_warned_about() {
    let me = who("piolet");
    let until = |until, renewed| about(&held(&me, edited(&claim(nov(17), until), |it| it.renewed = renewed)));
    assert_eq!(until(dec(1), 0), [], "the deliverable's due day is beyond it");
    assert_eq!(until(dec(2), 0), [(Warning, "lint-long-claim", "claims.piolet.until".to_owned())]);
    assert_eq!(until(dec(2), 2), [], "renewed: nobody knows from which day");
    assert_eq!(until(nov(25), 3), [(Warning, "lint-renewed-often", "claims.piolet.renewed".to_owned())]);
    let released = edited(&claim(nov(17), dec(20)), |it| it.released = Some(nov(18)));
    assert_eq!(about(&held(&me, released)), []);
}
