//! Who wrote a change, and what a request does to files beyond what they mean.

use crate::domain::bounds::{Excess, Of};
use crate::domain::field::Field;
use crate::domain::message::Message;
use crate::rules::actor::Author;
use crate::rules::judge_by;

use super::judge::Outcome::{Agreed, ByOrganisers, LookedAt, Never};
use super::judge::{Row, check, takes};
use super::*;

/// The rules that only the author brings up: no row of a role meets them.
pub(super) const BY_AUTHOR: [Rule; 2] = [Rule::Unverified, Rule::Newcomer];

pub(super) fn requests() -> Vec<Row> {
    vec![
        ("comment in a task", |_| of_file(Change::Reformatted), Agreed(Rule::Layout)),
        (
            "comment in one's own file",
            |me| Scene { person: Some(me.clone()), ..alone(Change::Reformatted) },
            ByOrganisers(Rule::Layout),
        ),
        (
            "what no command writes",
            |_| of_file(Change::LeftOver { key: "claims.ana.recorded-by".to_owned() }),
            LookedAt(Rule::LeftOver),
        ),
        ("rename a file", |_| of_file(Change::FileRenamed { from: "x".to_owned() }), Agreed(Rule::FileName)),
        ("change what has moved", |_| of_file(Change::FileMoved { to: "x".to_owned() }), Never(Rule::FileName)),
        ("take an id", |_| of_file(Change::IdTaken { other: "x".to_owned() }), Never(Rule::IdTaken)),
        ("break a file", |_| of_file(Change::Unreadable { problem: Message::new("problem-empty") }), Never(Rule::Unreadable)),
        ("lead nowhere", |_| of_file(Change::Unsound { problem: Message::new("lint-circle") }), Never(Rule::Unsound)),
        ("reveal", |_| of_file(Change::Revealing { found: Message::new("lint-personal-email") }), Agreed(Rule::Personal)),
        ("link", |_| alone(Change::NotAPlainFile), Never(Rule::PlainFiles)),
        ("misname a file", |_| alone(Change::MisnamedFile), Never(Rule::FileName)),
        ("leave a stray file", |_| alone(Change::StrayFile), ByOrganisers(Rule::StrayFile)),
        ("change a file outside", |_| alone(Change::OutsideData), ByOrganisers(Rule::OutsideData)),
        ("ask for too much at once", |_| alone(too_large()), LookedAt(Rule::TooLarge)),
        ("conflict", |_| of_file(Change::Conflicting), LookedAt(Rule::Conflict)),
        ("merge into nonsense", |_| of_file(Change::MergedWrongly), Never(Rule::Conflict)),
    ]
}

fn of_file(change: Change) -> Scene {
    Scene { changes: vec![change], ..Scene::edit(&task(), |_| ()) }
}

fn alone(change: Change) -> Scene {
    Scene { project: None, before: None, after: None, ..of_file(change) }
}

fn too_large() -> Change {
    Change::TooLarge { excess: Excess { of: Of::Files, most: 1 } }
}

#[test]
fn what_happens_to_files_is_judged() {
    check(&requests());
}

#[test]
fn requests_wait_with_what_is_for_organisers_even_where_everybody_is_one() {
    let anarchy = Campaign { organisers: Vec::new(), ..campaign() };
    let author = Author::Verified(who(OTHER));
    for (change, waits) in [
        (Change::OutsideData, true),
        (Change::StrayFile, true),
        (Change::RulesChanged { field: Field::Organisers }, true),
        (Change::Reformatted, false),
    ] {
        let scene = Scene { campaign: anarchy.clone(), ..alone(change) };
        assert_eq!(matches!(verdict_by(&author, &scene), Verdict::NeedsOrganiser(_)), waits, "{:?}", scene.changes);
        assert_eq!(scene.answer(&who(OTHER)), Answer::Routine, "{:?}", scene.changes);
    }
}

fn verdict_by(author: &Author, scene: &Scene) -> Verdict {
    scene.with_state(|state| judge_by(&scene.changes[0], author, state))
}

#[test]
fn who_is_not_known_is_taken_at_their_word_and_looked_at() {
    let (me, other) = (who("piolet"), who(OTHER));
    let rule = |author: &Author, scene: &Scene| match verdict_by(author, scene) {
        Verdict::Routine => Answer::Routine,
        Verdict::NeedsOrganiser(objection) => Answer::Asks(objection.rule),
        Verdict::Refused(objection) => Answer::Refused(objection.rule),
    };
    let newcomer = Author::Newcomer(me.clone());
    for (what, scene, unverified, as_newcomer, verified) in [
        ("take an open task", takes(&task(), &me), Answer::Asks(Rule::Unverified), Answer::Asks(Rule::Newcomer), Answer::Routine),
        (
            "take a fourth task",
            Scene { held_elsewhere: 3, ..takes(&task(), &me) },
            Answer::Asks(Rule::Limit),
            Answer::Asks(Rule::Limit),
            Answer::Asks(Rule::Limit),
        ),
        (
            "take what is held",
            takes(&taken(&other), &me),
            Answer::Refused(Rule::HeldBySomebody),
            Answer::Refused(Rule::HeldBySomebody),
            Answer::Refused(Rule::HeldBySomebody),
        ),
        (
            "note another's time",
            Scene::task(&taken(&other), &edited_claim(&taken(&other), &other, |it| spend(it, nov(19), 5))),
            Answer::Asks(Rule::Unverified),
            Answer::Refused(Rule::SomebodyElse),
            Answer::Refused(Rule::SomebodyElse),
        ),
    ] {
        let answers = [&Author::Unverified, &newcomer, &Author::Verified(me.clone())].map(|author| rule(author, &scene));
        assert_eq!(answers, [unverified, as_newcomer, verified], "{what}");
    }
}

#[test]
fn nobody_becomes_an_organiser_by_saying_so() {
    let scene = Scene::of(Some(campaign().into()), Some(edited(&campaign(), |it| it.claims.limit = 9).into()));
    let organiser = who("wagonnet");
    let asks = |author: &Author| matches!(verdict_by(author, &scene), Verdict::NeedsOrganiser(_));
    assert!(asks(&Author::Unverified) && asks(&Author::Newcomer(organiser.clone())));
    assert!(!asks(&Author::Verified(organiser)));
}
