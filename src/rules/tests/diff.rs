//! Every difference has its name, in the order released, claimed, renewed, logged, closed.

use std::collections::BTreeSet;

use crate::domain::claim::Cancellation;
use crate::domain::document::Document;
use crate::domain::person::Person;
use crate::domain::project::{Delivery, Poll, Theme};
use crate::rules::operation;

use super::*;

/// The variant of a change, with its field where it has one.
fn name(change: &Change) -> String {
    match change {
        Change::FieldChanged { field } | Change::RulesChanged { field } => format!("{} {}", variant(change), field.key()),
        _ => variant(change),
    }
}

fn variant(change: &Change) -> String {
    format!("{change:?}").split(' ').next().unwrap().to_owned()
}

fn names(before: Option<Document>, after: Option<Document>) -> Vec<String> {
    changes(before.as_ref(), after.as_ref()).iter().map(name).collect()
}

fn of_task(before: &Task, edit: impl FnOnce(&mut Task)) -> Vec<String> {
    names(Some(before.clone().into()), Some(edited(before, edit).into()))
}

fn me() -> Handle {
    who("piolet")
}

fn of_record(edit: impl FnOnce(&mut Claim)) -> Vec<String> {
    of_task(&taken(&me()), |task| edit(task.claim_of_mut(&me()).unwrap()))
}

fn cancellation() -> Cancellation {
    Cancellation { by: me(), at: today(), reason: "Sans objet".to_owned() }
}

fn reopening(done: Option<Closing>) -> Reopening {
    Reopening { by: me(), at: today(), reason: "À revoir".to_owned(), done, cancelled: None }
}

#[test]
fn identical_versions_give_nothing() {
    let person = Person::new(me());
    let theme = theme();
    for task in [task(), taken(&me()), done(&me()), sent_back(&done(&me()), &me(), today())] {
        assert_eq!(names(Some(task.clone().into()), Some(task.clone().into())), [""; 0]);
    }
    let same: [Document; 4] = [project().into(), theme.into(), person.into(), campaign().into()];
    for document in same.map(Some).into_iter().chain([None]) {
        assert_eq!(names(document.clone(), document), [""; 0]);
    }
}

#[test]
fn task_files_come_and_go() {
    assert_eq!(names(None, Some(task().into())), ["TaskAdded"]);
    assert_eq!(names(Some(task().into()), None), ["TaskDeleted"]);
    assert_eq!(of_task(&task(), |it| it.id = id("aaaa1")), ["TaskDeleted", "TaskAdded"]);
    let all = names(None, Some(done(&me()).into()));
    assert_eq!(all, ["TaskAdded", "Claimed", "TimeLogged", "Closed"]);
    let back = sent_back(&done(&me()), &me(), today());
    assert_eq!(names(None, Some(back.clone().into())), ["TaskAdded", "Claimed", "TimeLogged"]);
}

/// The name of a field and a change of it.
type FieldEdit = (&'static str, fn(&mut Task));

#[test]
fn the_fields_of_a_task_have_their_names() {
    assert_eq!(of_task(&task(), |it| it.draft = true), ["Unpublished"]);
    assert_eq!(of_task(&Task { draft: true, ..task() }, |it| it.draft = false), ["Published"]);
    assert_eq!(of_task(&task(), |it| it.budget = Budget::parse("2h-3h").unwrap()), ["BudgetChanged"]);
    assert_eq!(of_task(&task(), |it| drop(it.extra.insert("x".to_owned(), "1".to_owned()))), ["UnknownKeyChanged"]);
    let edits: [FieldEdit; 4] = [
        ("title", |it| it.title = "Autre".to_owned()),
        ("created", |it| it.created = nov(3)),
        ("due", |it| it.due = Some(dec(1))),
        ("after", |it| it.after = vec![id("aaaa1")]),
    ];
    for (field, edit) in edits {
        assert_eq!(of_task(&task(), edit), [format!("FieldChanged {field}")]);
    }
}

#[test]
fn what_happens_to_a_record_has_a_name() {
    assert_eq!(of_record(|it| it.released = Some(today())), ["Released"]);
    assert_eq!(of_record(|it| *it = it.renew(dec(4)).unwrap()), ["Renewed"]);
    assert_eq!(of_record(|it| it.handover = Some("Fait".to_owned())), ["HandoverWritten"]);
    assert_eq!(of_record(|it| spend(it, nov(18), 90)), ["TimeLogged"]);
    assert_eq!(of_record(|it| it.spent.clear()), ["TimeLogged"]);
    assert_eq!(of_record(|it| it.renewed = 1), ["Renewed"], "prolonged by no day");
    assert_eq!(of_record(|it| it.renewed = 2), ["RecordAltered"]);
    assert_eq!(of_record(|it| *it = it.renew(nov(30)).unwrap()), ["RecordAltered"], "shortened");
    assert_eq!(of_record(|it| it.recorded_by = Some(who(OTHER))), ["RecordAltered"]);
    assert_eq!(of_record(|it| *it = claim(nov(16), dec(1))), ["RecordAltered", "TimeLogged"]);
    assert_eq!(of_task(&taken(&me()), |it| it.claims.clear()), ["RecordErased"]);
    let two = edited(&held(&who(OTHER), claim(nov(3), nov(10))), |it| it.put_claim_last(me(), claim(nov(12), nov(15))));
    assert_eq!(of_task(&two, |it| it.claims.reverse()), ["RecordAltered"], "the order has a meaning");
}

#[test]
fn a_record_that_is_over_begins_again_or_is_replaced() {
    let released = edited_claim(&taken(&me()), &me(), |it| it.released = Some(nov(19)));
    let anew = |task: &mut Task| task.put_claim_last(me(), edited(&claim(today(), dec(4)), |it| spend(it, nov(18), 60)));
    assert_eq!(of_task(&released, anew), ["Claimed"]);
    assert_eq!(of_task(&held(&me(), claim(nov(3), nov(10))), |it| it.put_claim_last(me(), claim(today(), dec(4)))), ["Claimed"]);
    assert_eq!(of_task(&released, |it| it.claim_of_mut(&me()).unwrap().released = None), ["Claimed"]);
    assert_eq!(of_task(&released, |it| it.claim_of_mut(&me()).unwrap().released = Some(nov(18))), ["RecordAltered"]);
    let lost = edited(&claim(nov(19), dec(1)), |it| it.released = Some(today()));
    assert_eq!(of_task(&taken(&who(OTHER)), |it| it.claims.push((me(), lost.clone()))), ["RecordAdded"]);
    assert_eq!(of_task(&released, |it| it.put_claim_last(me(), lost)), ["RecordAdded", "TimeLogged"]);
    let speaking = edited(&claim(today(), dec(4)), |it| it.handover = Some("Reste".to_owned()));
    assert_eq!(of_task(&task(), |it| it.claims.push((me(), speaking))), ["Claimed", "HandoverWritten"]);
}

#[test]
fn ends_have_names() {
    let altered = |it: &mut Task| it.done.as_mut().unwrap().note = Some("Merci".to_owned());
    assert_eq!(of_task(&taken(&me()), |it| it.done = done(&me()).done), ["Closed"]);
    assert_eq!(of_task(&done(&me()), altered), ["ClosingAltered"]);
    assert_eq!(of_task(&done(&me()), |it| it.done = None), ["ClosingErased"]);
    assert_eq!(of_task(&done(&me()), |it| *it = sent_back(it, &me(), today())), ["SentBack"]);
    assert_eq!(of_task(&done(&me()), |it| it.reopened = Some(reopening(it.done.take()))), ["Reopened"]);
    assert_eq!(of_task(&task(), |it| it.cancelled = Some(cancellation())), ["Cancelled"]);
    let cancelled = Task { cancelled: Some(cancellation()), ..task() };
    assert_eq!(of_task(&cancelled, |it| *it = operation::reopen(it, &me(), today(), "Si".to_owned()).unwrap()), ["Reopened"]);
    assert_eq!(of_task(&cancelled, |it| it.cancelled = None), ["ClosingErased"]);
    assert_eq!(of_task(&cancelled, |it| it.cancelled.as_mut().unwrap().by = who(OTHER)), ["ClosingAltered"]);
}

#[test]
fn an_end_that_was_replaced_is_still_kept() {
    let back = sent_back(&done(&me()), &me(), today());
    assert_eq!(of_task(&back, |it| it.sent_back = None), ["ClosingErased"]);
    assert_eq!(of_task(&back, |it| it.sent_back = Some(reopening(None))), ["ClosingAltered"]);
    assert_eq!(of_task(&task(), |it| it.reopened = Some(reopening(done(&me()).done))), ["ClosingAltered"]);
    let forgetful = |it: &mut Task| (it.done, it.sent_back) = (None, Some(reopening(None)));
    assert_eq!(of_task(&done(&me()), forgetful), ["ClosingErased", "ClosingAltered"]);
    let closed_again = Task { done: done(&me()).done, ..back };
    assert_eq!(of_task(&closed_again, |it| *it = sent_back(it, &who(OTHER), today())), ["SentBack"]);
}

#[test]
fn changes_are_folded_in_order() {
    let (other, third, late) = (who(OTHER), who("lampe"), who("wagonnet"));
    let mut before = edited_claim(&taken(&other), &other, |it| it.spent.clear());
    before.claims.push((me(), claim(nov(3), nov(10))));
    before.claims.push((late.clone(), claim(nov(3), nov(12))));
    let after = edited(&before, |task| {
        task.done = done(&me()).done;
        task.title = "Autre".to_owned();
        spend(task.claim_of_mut(&me()).unwrap(), nov(5), 30);
        *task.claim_of_mut(&me()).unwrap() = task.claim_of(&me()).unwrap().renew(dec(1)).unwrap();
        task.claims.push((third, claim(today(), dec(4))));
        task.claim_of_mut(&other).unwrap().released = Some(today());
        task.claims.retain(|(by, _)| *by != late);
    });
    let found: Vec<String> = between(&before, &after).iter().map(name).collect();
    assert_eq!(found, ["FieldChanged title", "RecordErased", "Released", "Claimed", "Renewed", "TimeLogged", "Closed"]);
}

fn theme() -> Theme {
    Theme { slug: slug("entraide"), title: "Entraide".to_owned(), question: None, ideas: Vec::new(), extra: [].into() }
}

fn of_project(edit: impl FnOnce(&mut Project)) -> Vec<String> {
    names(Some(project().into()), Some(edited(&project(), edit).into()))
}

#[test]
fn projects_and_themes_have_names_for_what_happens() {
    let delivery = Delivery { by: me(), at: today(), evidence: evidence() };
    assert_eq!(names(None, Some(project().into())), ["ProjectAdded"]);
    assert_eq!(names(Some(project().into()), None), ["ProjectDeleted"]);
    assert_eq!(of_project(|it| it.leads.clear()), ["LeadsChanged"]);
    assert_eq!(of_project(|it| it.deliverables[0].delivered = Some(delivery.clone())), ["Delivered"]);
    let polled = |votes| edited(&project(), |it| it.poll = Poll::new(nov(19), votes, 12));
    assert_eq!(names(Some(project().into()), Some(polled(9).into())), ["Polled"]);
    assert_eq!(names(Some(polled(9).into()), Some(polled(12).into())), ["Polled"], "another result");
    assert_eq!(polled(13), project(), "a result that cannot be is none");
    assert_eq!(names(Some(polled(9).into()), Some(project().into())), ["FieldChanged poll"]);
    assert_eq!(of_project(|it| it.deliverables[0].first = false), ["FieldChanged deliverables"]);
    let delivered = edited(&project(), |it| it.deliverables[0].delivered = Some(delivery));
    assert_eq!(names(Some(delivered.clone().into()), Some(project().into())), ["FieldChanged deliverables"]);
    let asked = Theme { question: Some("Comment ?".to_owned()), ..theme() };
    assert_eq!(names(None, Some(theme().into())), ["ThemeAdded"]);
    assert_eq!(names(Some(theme().into()), None), ["ThemeDeleted"]);
    assert_eq!(names(Some(theme().into()), Some(asked.clone().into())), ["FieldChanged question"]);
}

#[test]
fn people_and_campaigns_have_names_for_what_happens() {
    let person = Person::new(me());
    let joined = |on| Person { joined: [(slug("mphack"), on)].into(), ..person.clone() };
    let skilled = Person { skills: vec!["web".to_owned()], ..person.clone() };
    assert_eq!(names(None, Some(joined(nov(2)).into())), ["PersonAdded", "Joined"]);
    assert_eq!(names(Some(person.clone().into()), None), ["PersonDeleted"]);
    assert_eq!(names(Some(person.clone().into()), Some(joined(nov(2)).into())), ["Joined"]);
    assert_eq!(names(Some(joined(nov(2)).into()), Some(joined(nov(3)).into())), ["Joined"], "on another day");
    assert_eq!(names(Some(joined(nov(2)).into()), Some(person.clone().into())), ["Left"]);
    assert_eq!(names(Some(person.clone().into()), Some(skilled.clone().into())), ["FieldChanged skills"]);
    let stricter = edited(&campaign(), |it| (it.claims.limit, it.language) = (1, "en".to_owned()));
    let found = names(Some(campaign().into()), Some(stricter.clone().into()));
    assert_eq!(
        found.into_iter().collect::<BTreeSet<_>>(),
        ["RulesChanged claims", "RulesChanged language"].map(String::from).into()
    );
}
