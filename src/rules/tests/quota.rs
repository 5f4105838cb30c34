//! How many, how long, how often, how soon again.

use crate::rules::judge::quota::{cooled_down_on, last_day};
use crate::rules::operation;

use super::*;

fn asks(scene: &Scene) -> Answer {
    scene.answer(&who("piolet"))
}

fn takes(task: &Task, on: Day, until: Day) -> Scene {
    let me = who("piolet");
    Scene { today: on, ..Scene::task(task, &operation::claim(task, own(&me), on, until).unwrap()) }
}

#[test]
fn a_claim_ends_with_the_due_day_or_the_deadline_while_they_lie_ahead() {
    for (due, today, last) in [
        (dec(4), nov(10), nov(24)),
        (dec(4), nov(20), dec(4)),
        (dec(4), nov(25), dec(4)),
        (nov(22), nov(20), nov(22)),
        (nov(20), nov(20), nov(20)),
        (nov(19), nov(25), dec(4)),
        (dec(4), dec(4), dec(4)),
        (dec(4), dec(5), dec(19)),
        (dec(10), dec(5), dec(10)),
        (dec(24), nov(25), dec(9)),
    ] {
        assert_eq!(last_day(&campaign(), due, today), last, "due {due}, taken {today}");
    }
}

#[test]
fn a_day_more_than_allowed_is_for_organisers() {
    let deliverable = Task { deliverable: Some(slug("liste")), ..task() };
    let due = Task { due: Some(nov(22)), ..deliverable.clone() };
    for (task, on, last) in
        [(task(), nov(20), dec(4)), (deliverable, nov(20), dec(1)), (due, nov(20), nov(22)), (task(), dec(5), dec(19))]
    {
        assert_eq!(asks(&takes(&task, on, last)), Answer::Routine, "until {last}");
        assert_eq!(asks(&takes(&task, on, last.succ_opt().unwrap())), Answer::Asks(Rule::Length), "after {last}");
    }
}

#[test]
fn the_limit_counts_the_other_tasks_held() {
    for (held_elsewhere, limit, answer) in
        [(2, 3, Answer::Routine), (3, 3, Answer::Asks(Rule::Limit)), (0, 0, Answer::Asks(Rule::Limit)), (3, 4, Answer::Routine)]
    {
        let mut scene = Scene { held_elsewhere, ..takes(&task(), today(), dec(4)) };
        scene.campaign.claims.limit = limit;
        assert_eq!(asks(&scene), answer, "{held_elsewhere} of {limit}");
    }
}

#[test]
fn only_what_was_held_in_vain_cools_down() {
    let ended = |released, renewed| edited(&claim(nov(9), nov(13)), |it| (it.released, it.renewed) = (released, renewed));
    for (what, previous, again) in [
        ("given back the same day", ended(Some(nov(9)), 0), None),
        ("given back the same day, renewals used up", ended(Some(nov(9)), 2), None),
        ("given back later", ended(Some(nov(10)), 0), Some(nov(13))),
        ("ran out", ended(None, 0), None),
        ("ran out, one renewal left", ended(None, 1), None),
        ("ran out, renewals used up", ended(None, 2), Some(nov(16))),
    ] {
        assert_eq!(cooled_down_on(&campaign(), &previous), again, "{what}");
    }
}

#[test]
fn the_cooldown_ends_on_its_day() {
    let me = who("piolet");
    let used_up = held(&me, edited(&claim(nov(9), nov(13)), |it| it.renewed = 2));
    for (on, answer) in
        [(nov(14), Answer::Asks(Rule::Cooldown)), (nov(15), Answer::Asks(Rule::Cooldown)), (nov(16), Answer::Routine)]
    {
        assert_eq!(asks(&takes(&used_up, on, nov(24))), answer, "{on}");
    }
    let others = held(&who(OTHER), edited(&claim(nov(9), nov(13)), |it| it.renewed = 2));
    assert_eq!(asks(&takes(&others, nov(14), nov(24))), Answer::Routine, "it is the other person who waits");
}

#[test]
fn renewals_are_counted_and_measured_from_the_day_they_are_made() {
    let me = who("piolet");
    let mut task = held(&me, claim(nov(2), nov(16)));
    for (on, until, answer) in [
        (nov(10), nov(24), Answer::Routine),
        (nov(15), nov(30), Answer::Asks(Rule::Length)),
        (nov(15), nov(29), Answer::Routine),
        (nov(20), dec(4), Answer::Asks(Rule::Renewals)),
    ] {
        let after = operation::renew(&task, own(&me), on, until).unwrap();
        let scene = Scene { today: on, ..Scene::task(&task, &after) };
        assert_eq!(asks(&scene), answer, "{on}");
        if answer == Answer::Routine {
            task = after;
        }
    }
}

#[test]
fn blocked_tasks_are_named() {
    let scene = Scene { unfinished: vec![id("aaaa1"), id("aaaa2")], ..takes(&task(), today(), dec(4)) };
    assert_eq!(asks(&scene), Answer::Asks(Rule::TaskBlocked));
    assert_eq!(scene.answer(&who("lampe")), Answer::Routine);
}
