//! Carrying a change over to what others made of the task meanwhile.

use super::*;
use crate::rules::operation;
use crate::rules::replay;

/// What `me` makes of `task` by taking it.
fn claimed(task: &Task, me: &Handle) -> Task {
    operation::claim(task, own(me), today(), dec(1)).unwrap()
}

#[test]
fn a_claim_meets_a_new_title() {
    let me = who("piolet");
    let onto = edited(&task(), |it| it.title = "Publier la vraie liste".to_owned());
    let after = replay::task(&task(), &claimed(&task(), &me), &onto);
    assert_eq!(after, claimed(&onto, &me));
}

#[test]
fn two_claims_stand_side_by_side_for_the_judge() {
    let (me, other) = (who("piolet"), who(OTHER));
    let onto = claimed(&task(), &other);
    let after = replay::task(&task(), &claimed(&task(), &me), &onto);
    assert_eq!(after.holders(today()).map(|(who, _)| who.clone()).collect::<Vec<_>>(), [other, me.clone()]);
    assert_eq!(Scene::task(&onto, &after).answer(&me), Answer::Refused(Rule::HeldBySomebody));
}

#[test]
fn what_is_there_already_changes_nothing() {
    let me = who("piolet");
    for (origin, wished) in [(task(), claimed(&task(), &me)), (taken(&me), done(&me))] {
        assert_eq!(replay::task(&origin, &wished, &wished), wished);
        assert_eq!(between(&wished, &replay::task(&origin, &wished, &wished)), []);
    }
}

#[test]
fn a_claim_that_was_merged_and_given_back_is_not_taken_again() {
    let me = who("piolet");
    let wished = claimed(&task(), &me);
    let onto = operation::release(&wished, own(&me), today(), Some("La moitié est faite.".to_owned())).unwrap();
    assert_eq!(replay::task(&task(), &wished, &onto), onto);
}

/// The record moves to the end, as the edit of the file has it.
#[test]
fn a_task_taken_again_on_the_day_it_was_given_back_meets_a_new_holder() {
    let (me, other) = (who("piolet"), who(OTHER));
    let origin = operation::release(&claimed(&task(), &me), own(&me), today(), None).unwrap();
    let after = replay::task(&origin, &claimed(&origin, &me), &claimed(&origin, &other));
    assert_eq!(after.holders(today()).map(|(who, _)| who.clone()).collect::<Vec<_>>(), [other, me]);
}

/// Accepted as far as it had come then, and gone on with.
#[test]
fn what_was_done_to_a_claim_since_it_was_merged_is_carried_over() {
    let me = who("piolet");
    let on = |count| edited_claim(&taken(&me), &me, |it| spend(it, today(), count));
    assert_eq!(replay::task(&task(), &on(35), &on(30)), on(35));
    assert_eq!(replay::task(&task(), &on(30), &on(35)), on(35));
    let given_back = |count| operation::release(&on(count), own(&me), today(), Some("La suite".to_owned())).unwrap();
    assert_eq!(replay::task(&task(), &given_back(20), &on(30)), given_back(30));
    assert_eq!(replay::task(&task(), &on(20), &given_back(30)), given_back(30));
}

#[test]
fn a_closing_that_was_merged_and_sent_back_is_not_closed_again() {
    let me = who("piolet");
    let onto = sent_back(&done(&me), &who("wagonnet"), today());
    assert_eq!(replay::task(&taken(&me), &done(&me), &onto), onto);
}

#[test]
fn times_of_two_days_add_up() {
    let me = who("piolet");
    let on = |task: &Task, day, count| edited_claim(task, &me, |it| spend(it, day, count));
    let (origin, onto) = (taken(&me), on(&taken(&me), nov(19), 30));
    let after = replay::task(&origin, &on(&origin, today(), 45), &onto);
    assert_eq!(after, on(&onto, today(), 45));
}

/// Two computers of one person: both times count, and a correction takes off what it took off.
#[test]
fn times_of_one_day_add_up() {
    let me = who("piolet");
    let on = |count| if count == 0 { taken(&me) } else { edited_claim(&taken(&me), &me, |it| spend(it, today(), count)) };
    for (origin, wished, onto, sum) in [(0, 20, 10, 30), (20, 30, 80, 90), (30, 10, 50, 30), (30, 0, 10, 0), (5, 25, 25, 25)] {
        assert_eq!(replay::task(&on(origin), &on(wished), &on(onto)), on(sum), "{origin} {wished} {onto}");
    }
}

#[test]
fn a_renewal_meets_a_new_holder() {
    let (me, other) = (who("piolet"), who(OTHER));
    let origin = held(&me, claim(nov(3), nov(10)));
    let wished = operation::renew(&origin, own(&me), today(), dec(1)).unwrap();
    let after = replay::task(&origin, &wished, &claimed(&origin, &other));
    assert_eq!(Scene::task(&claimed(&origin, &other), &after).answer(&me), Answer::Refused(Rule::HeldBySomebody));
}

#[test]
fn deliverables_of_two_people_are_both_kept() {
    let with = |project: &Project, name: &str| {
        let made = Deliverable { slug: slug(name), title: name.to_owned(), due: None, first: false, delivered: None };
        edited(project, |it| it.deliverables.push(made))
    };
    let after = replay::project(&project(), &with(&project(), "page"), &with(&project(), "affiche"));
    assert_eq!(after, with(&with(&project(), "affiche"), "page"));
}

#[test]
fn rules_are_carried_over_one_by_one() {
    let onto = edited(&campaign(), |it| it.claims.limit = 5);
    let wished = edited(&campaign(), |it| it.organisers.push(who(OTHER)));
    let after = replay::campaign(&campaign(), &wished, &onto);
    assert_eq!((after.claims.limit, after.organisers.len()), (5, 2));
}
