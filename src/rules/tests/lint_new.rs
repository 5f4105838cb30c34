//! What would newly be wrong with one thing, and what was so before.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::bounds::Room;
use crate::domain::document::Document;
use crate::domain::person::Person;
use crate::domain::project::Theme;
use crate::rules::lint::Everything;
use crate::rules::lint::new::{Around, new_remarks};

use super::*;

/// The errors that come with `after` among `tasks`; the theme `entraide`, the project `mphack` and a task that cannot be read are
/// there.
fn errors(before: Option<Document>, after: Option<Document>, tasks: &[Task]) -> Vec<&'static str> {
    let theme =
        Theme { slug: slug("entraide"), title: "Entraide".to_owned(), question: None, ideas: Vec::new(), extra: BTreeMap::new() };
    let around = Everything {
        campaign: &campaign(),
        themes: &BTreeMap::from([(slug("entraide"), theme)]),
        projects: &BTreeMap::from([(slug("mphack"), project())]),
        tasks,
        people: &[],
        unreadable: &BTreeSet::from([id("zzzz0")]),
        arrivals: &BTreeMap::new(),
        nowhere: &BTreeSet::new(),
        today: today(),
    };
    Around::new(around)
        .new_errors(before.as_ref(), after.as_ref(), &Room::of_own())
        .unwrap()
        .iter()
        .map(|message| message.key())
        .collect()
}

fn after(name: &str, others: &[&str]) -> Task {
    Task { id: id(name), after: others.iter().map(|other| id(other)).collect(), ..task() }
}

#[test]
fn names_lead_somewhere() {
    let of = |edit: fn(&mut Task)| errors(Some(task().into()), Some(edited(&task(), edit).into()), &[]);
    assert_eq!(of(|it| it.deliverable = Some(slug("liste"))), [""; 0]);
    assert_eq!(of(|it| it.deliverable = Some(slug("nulle-part"))), ["lint-no-such-deliverable"]);
    assert_eq!(of(|it| it.after = vec![id("zzzz0")]), [""; 0], "a task that cannot be read is there");
    assert_eq!(of(|it| it.after = vec![id("aaaa1")]), ["lint-no-such-task"]);
    assert_eq!(of(|it| it.after = vec![it.id.clone()]), ["lint-circle"]);
    let lost = Task { project: slug("autre"), ..task() };
    assert_eq!(errors(None, Some(lost.clone().into()), &[]), ["lint-no-such-project"]);
    let project = |edit: fn(&mut Project)| errors(Some(project().into()), Some(edited(&project(), edit).into()), &[]);
    assert_eq!(project(|it| it.theme = Some(slug("entraide"))), [""; 0]);
    assert_eq!(project(|it| it.theme = Some(slug("autre"))), ["lint-no-such-theme"]);
    let two = |it: &mut Project| it.deliverables.push(Deliverable { slug: slug("b"), ..it.deliverables[0].clone() });
    assert_eq!(project(two), ["lint-several-first-deliverables"]);
    let joined = |to: &str| Person { joined: BTreeMap::from([(slug(to), today())]), ..Person::new(who("piolet")) };
    assert_eq!(errors(None, Some(joined("mphack").into()), &[]), [""; 0]);
    assert_eq!(errors(None, Some(joined("autre").into()), &[]), ["lint-joined-nowhere"]);
}

#[test]
fn a_circle_is_found_where_it_closes() {
    let (a, b) = (after("aaaa1", &["bbbb2"]), after("bbbb2", &["cccc3"]));
    let free = after("cccc3", &[]);
    let closing = after("cccc3", &["aaaa1"]);
    assert_eq!(errors(Some(free.clone().into()), Some(closing.clone().into()), &[a.clone(), b.clone()]), ["lint-circle"]);
    // There already: the others may be mended one by one.
    let more = after("cccc3", &["zzzz0", "aaaa1"]);
    assert_eq!(errors(Some(closing.clone().into()), Some(more.clone().into()), &[a.clone(), b.clone()]), [""; 0]);
    // Behind a circle of others, and through one: only what comes back to the task itself is its own.
    let (x, y) = (after("dddd4", &["eeee5"]), after("eeee5", &["dddd4"]));
    assert_eq!(errors(Some(free.clone().into()), Some(after("cccc3", &["dddd4"]).into()), &[x.clone(), y]), [""; 0]);
    let y = after("eeee5", &["dddd4", "cccc3"]);
    assert_eq!(errors(Some(free.clone().into()), Some(after("cccc3", &["dddd4"]).into()), &[x, y]), ["lint-circle"]);
}

#[test]
fn what_was_wrong_before_stops_nobody() {
    let wrong = Task { deliverable: Some(slug("nulle-part")), after: vec![id("aaaa1")], ..task() };
    let other = Task { after: vec![id("aaaa1"), id("zzzz0")], ..wrong.clone() };
    assert_eq!(errors(Some(wrong.clone().into()), Some(other.clone().into()), &[]), [""; 0]);
    let worse = Task { after: vec![id("aaaa1"), id("bbbb2")], ..wrong.clone() };
    assert_eq!(errors(Some(wrong.clone().into()), Some(worse.clone().into()), &[]), ["lint-no-such-task"]);
}

#[test]
fn texts_are_remarked_on_once() {
    let remarks = |before: Option<&Task>, after: &Task| {
        let found =
            new_remarks(before.cloned().map(Document::from).as_ref(), Some(&after.clone().into()), &["contact@example.org"]);
        found.iter().map(|message| message.key()).collect::<Vec<_>>()
    };
    let with = |text: &str| Task { description: Some(text.to_owned()), ..task() };
    assert_eq!(remarks(None, &with("contact@example.org")), [""; 0]);
    assert_eq!(remarks(Some(&task()), &with("zoe@example.org")), ["lint-personal-email"]);
    assert_eq!(remarks(Some(&with("zoe@example.org")), &with("Ou zoe@example.org")), [""; 0]);
    assert_eq!(remarks(Some(&with("zoe@example.org")), &with("06 12 34 56 78")), ["lint-personal-phone"]);
    let many = edited(&task(), |it| {
        it.title = "Divers".to_owned();
        it.skills = vec!["zoe@example.org".to_owned()];
        it.place = crate::domain::task::Place::OnSite(Some("06 12 34 56 78".to_owned()));
    });
    assert_eq!(remarks(None, &many), ["lint-vague-title", "lint-personal-email", "lint-personal-phone"]);
}
