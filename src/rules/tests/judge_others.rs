//! What is done for somebody else, or to what is theirs.

use super::judge::Outcome::{Agreed, Never, NotByVolunteers};
use super::judge::{Row, check, closes, logs, renews, scene_of};
use super::*;
use crate::rules::operation;

pub(super) fn others() -> Vec<Row> {
    vec![
        ("take for another, recorded", |me| takes_for(me, true), Agreed(Rule::SomebodyElse)),
        ("take for another, unrecorded", |me| takes_for(me, false), Agreed(Rule::SomebodyElse)),
        ("note another's time", |_| others_record(|it| spend(it, nov(19), 5)), NotByVolunteers(Rule::SomebodyElse)),
        (
            "write another's hand-over",
            |_| others_record(|it| it.handover = Some("x".to_owned())),
            NotByVolunteers(Rule::SomebodyElse),
        ),
        (
            "end another's claim, silently",
            |_| others_record(|it| it.released = Some(today())),
            NotByVolunteers(Rule::SomebodyElse),
        ),
        ("end another's claim, with a reason", ends_with_a_reason, Agreed(Rule::SomebodyElse)),
        ("renew another's claim", |_| renews(&taken(&who(OTHER)), &who(OTHER)), NotByVolunteers(Rule::SomebodyElse)),
        ("close for another, recorded", closes_for, Agreed(Rule::SomebodyElse)),
        ("close for another, unrecorded", |_| closes(&taken(&who(OTHER)), &who(OTHER)), NotByVolunteers(Rule::SomebodyElse)),
        ("erase another's record", |_| Scene::edit(&taken(&who(OTHER)), |it| it.claims.clear()), Never(Rule::RecordErased)),
        ("erase another's time", |_| logs(&taken(&who(OTHER)), &who(OTHER), nov(18), 0), Never(Rule::RecordErased)),
    ]
}

fn takes_for(me: &Handle, recorded: bool) -> Scene {
    let other = who(OTHER);
    let after = operation::claim(&task(), for_other(&other, me), today(), dec(4)).unwrap();
    Scene::task(&task(), &if recorded { after } else { edited_claim(&after, &other, |it| it.recorded_by = None) })
}

fn others_record(edit: impl FnOnce(&mut Claim)) -> Scene {
    scene_of(&who(OTHER), edit)
}

fn ends_with_a_reason(me: &Handle) -> Scene {
    let other = who(OTHER);
    let reason = Some("Injoignable depuis un mois.".to_owned());
    Scene::task(&taken(&other), &operation::release(&taken(&other), for_other(&other, me), today(), reason).unwrap())
}

fn closes_for(me: &Handle) -> Scene {
    let other = who(OTHER);
    Scene::task(&taken(&other), &operation::close(&taken(&other), for_other(&other, me), today(), evidence(), None).unwrap())
}

fn for_other<'a>(other: &'a Handle, me: &'a Handle) -> Parties<'a> {
    Parties { by: other, actor: me }
}

#[test]
fn what_is_done_for_somebody_else_is_judged() {
    check(&others());
}
