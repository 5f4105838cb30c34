//! Days and times that no clock makes, beside the nearest ones that one does.

use super::judge::Outcome::{self, Agreed, Free};
use super::judge::{Row, check, logs, scene_of};
use super::*;

const MISFIT: Outcome = Agreed(Rule::Days);

pub(super) fn days() -> Vec<Row> {
    vec![
        ("note time on the first day", |me| logs(&taken(me), me, nov(17), 30), Free),
        ("note time on the eve", |me| logs(&taken(me), me, nov(16), 30), Free),
        ("note time two days before", |me| logs(&taken(me), me, nov(15), 30), MISFIT),
        ("note a day of 24 hours", |me| logs(&taken(me), me, nov(19), 1_440), Free),
        ("note a day of 25 hours", |me| logs(&taken(me), me, nov(19), 1_500), MISFIT),
        ("note time on the day it was given back", |me| logs(&given_back(me), me, nov(18), 70), Free),
        ("note time after it was given back", |me| logs(&given_back(me), me, nov(19), 30), MISFIT),
        ("note time of the day it was closed", |me| logs(&done(me), me, nov(19), 30), Free),
        ("note time after it was closed", |me| logs(&done(me), me, nov(20), 30), MISFIT),
        ("note time of an earlier claim", |me| logs(&again(me), me, nov(18), 90), Free),
        ("give back on the first day, three days later", |me| gives_back(me, nov(17)), MISFIT),
        ("give back later", |me| gives_back(me, nov(18)), Free),
        ("give back before it was taken", |me| gives_back(me, nov(16)), MISFIT),
        ("close before it was taken", |me| closes_on(me, nov(16)), MISFIT),
        ("close on the first day", |me| closes_on(me, nov(17)), Free),
        ("take for a time that is over", |me| takes_for(me, nov(4), nov(10)), MISFIT),
        ("take for a time that ends today", |me| takes_for(me, nov(10), nov(20)), Free),
        ("take and finish for a time that is over", takes_and_finishes, Free),
        ("renew as a claim from tomorrow", renews_in_disguise, MISFIT),
        ("leave a record of what nobody else had", |me| leaves(&task(), me, nov(18)), Free),
        ("leave one that ends before it begins", |me| leaves(&task(), me, nov(15)), MISFIT),
        ("leave one in place of what was given back late", |me| leaves(&given_up_late(me), me, nov(19)), Agreed(Rule::Cooldown)),
        ("leave one too many", |me| Scene { ended_beside: 3, ..leaves(&task(), me, nov(18)) }, Agreed(Rule::Limit)),
        ("leave one beside three that are held", |me| Scene { held_elsewhere: 3, ..leaves(&task(), me, nov(18)) }, Free),
        ("take and finish one too many", |me| Scene { ended_beside: 3, ..takes_and_finishes(me) }, Agreed(Rule::Limit)),
    ]
}

fn given_back(by: &Handle) -> Task {
    edited_claim(&taken(by), by, |it| it.released = Some(nov(18)))
}

/// Taken again on the 19th, with the time of the earlier claim.
fn again(by: &Handle) -> Task {
    edited(&taken(by), |task| {
        let mut record = claim(nov(17), dec(1));
        record.spent = task.claim_of(by).unwrap().spent.clone();
        task.put_claim_last(by.clone(), record);
    })
}

fn given_up_late(by: &Handle) -> Task {
    held(by, edited(&claim(nov(10), nov(30)), |it| it.released = Some(nov(17))))
}

fn gives_back(me: &Handle, on: Day) -> Scene {
    scene_of(me, |claim| claim.released = Some(on))
}

fn closes_on(me: &Handle, at: Day) -> Scene {
    let mut after = done(me);
    after.done.as_mut().unwrap().at = at;
    Scene::task(&taken(me), &after)
}

fn takes_for(me: &Handle, since: Day, until: Day) -> Scene {
    Scene::task(&task(), &held(me, claim(since, until)))
}

fn takes_and_finishes(me: &Handle) -> Scene {
    let mut after = held(me, claim(nov(4), nov(10)));
    after.done = done(me).done;
    after.done.as_mut().unwrap().at = nov(6);
    Scene::task(&task(), &after)
}

fn renews_in_disguise(me: &Handle) -> Scene {
    let before = held(me, claim(nov(17), nov(20)));
    Scene::task(&before, &held(me, claim(nov(21), dec(4))))
}

fn leaves(before: &Task, me: &Handle, released: Day) -> Scene {
    let mut record = claim(nov(18), dec(1));
    record.released = Some(released);
    Scene::edit(before, |task| task.put_claim_last(me.clone(), record))
}

#[test]
fn days_follow_one_another() {
    check(&days());
}
