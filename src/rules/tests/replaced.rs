//! One handle by another: everywhere it is a name, nowhere else.

use super::*;
use crate::domain::claim::Cancellation;
use crate::domain::project::Delivery;
use crate::rules::replaced::{replaced_in_campaign, replaced_in_project, replaced_in_task};

fn from() -> Handle {
    who(OTHER)
}

fn to() -> Handle {
    who("anonyme-x7k2")
}

/// A task that names `name` wherever a task can name somebody, beside others.
fn full(name: &Handle) -> Task {
    let closing = Closing { by: name.clone(), recorded_by: Some(name.clone()), ..done(name).done.unwrap() };
    let cancelled = Cancellation { by: name.clone(), at: nov(19), reason: "Sans objet".to_owned() };
    let again = Reopening {
        by: name.clone(),
        at: nov(19),
        reason: "Encore".to_owned(),
        done: Some(closing.clone()),
        cancelled: Some(cancelled.clone()),
    };
    let mut record = claim(nov(3), nov(10));
    record.recorded_by = Some(name.clone());
    Task {
        claims: vec![(who("piolet"), record.clone()), (name.clone(), record), (who("lampe"), claim(nov(12), dec(1)))],
        done: Some(closing),
        cancelled: Some(cancelled),
        sent_back: Some(again.clone()),
        reopened: Some(again),
        extra: [(format!("claims.{name}.couleur"), "1".to_owned()), ("autre".to_owned(), "2".to_owned())].into(),
        ..task()
    }
}

#[test]
fn every_name_of_a_task_is_replaced_and_its_order_kept() {
    assert_eq!(replaced_in_task(&full(&from()), &from(), &to()), full(&to()));
    assert_eq!(replaced_in_task(&full(&to()), &from(), &to()), full(&to()));
    let spoken_of = Task { title: "Demander à treuil".to_owned(), description: Some("treuil".to_owned()), ..task() };
    assert_eq!(replaced_in_task(&spoken_of, &from(), &to()), spoken_of);
}

#[test]
fn the_leads_of_a_project_and_who_delivered_are_replaced() {
    let of = |name: &Handle| {
        edited(&project(), |it| {
            it.leads.insert(0, name.clone());
            it.deliverables[0].delivered = Some(Delivery { by: name.clone(), at: nov(19), evidence: evidence() });
        })
    };
    assert_eq!(replaced_in_project(&of(&from()), &from(), &to()), of(&to()));
    assert_eq!(replaced_in_project(&project(), &from(), &to()), project());
}

#[test]
fn the_organisers_of_the_campaign_are_replaced() {
    let of = |name: &Handle| edited(&campaign(), |it| it.organisers.insert(0, name.clone()));
    assert_eq!(replaced_in_campaign(&of(&from()), &from(), &to()), of(&to()));
    assert_eq!(replaced_in_campaign(&campaign(), &from(), &to()), campaign());
}
