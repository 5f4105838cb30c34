//! What is personal in a record may go, and nothing else with it: recognised, judged, carried over.

use crate::rules::change::redaction::{masked_project, masked_task};
use crate::rules::{operation, replay};

use super::judge::Outcome::{Agreed, Free, Never};
use super::judge::{Row, check};
use super::*;

const PERSONAL: &str = "Envoyé à piolet@example.org le 27 novembre";
const REWORDED: &str = "Envoyé à piolet le 27 novembre";
const MASKED: &str = "Envoyé à ██████@███████.███ le 27 novembre";

/// Finished by `by` with a result that names an address.
fn told(by: &Handle, evidence: &str) -> Task {
    edited(&done(by), |it| it.done.as_mut().unwrap().evidence = Evidence::new(evidence).unwrap())
}

fn reworded(by: &Handle) -> Scene {
    Scene::task(&told(by, PERSONAL), &told(by, REWORDED))
}

fn returned(by: &Handle, evidence: &str) -> Task {
    sent_back(&told(by, evidence), &who("wagonnet"), nov(19))
}

fn reason(text: &str) -> Task {
    operation::cancel(&task(), &who(OTHER), nov(19), text.to_owned()).unwrap()
}

pub(super) fn redactions() -> Vec<Row> {
    vec![
        ("reword one's own result", |me| reworded(me), Agreed(Rule::Redaction)),
        ("reword another's result", |_| reworded(&who(OTHER)), Agreed(Rule::Redaction)),
        ("mask in one's own result", |me| Scene::task(&told(me, PERSONAL), &told(me, MASKED)), Free),
        (
            "mask in another's result",
            |_| Scene::task(&told(&who(OTHER), PERSONAL), &told(&who(OTHER), MASKED)),
            Agreed(Rule::Redaction),
        ),
        (
            "reword a result that was sent back",
            |me| Scene::task(&returned(me, PERSONAL), &returned(me, REWORDED)),
            Agreed(Rule::Redaction),
        ),
        (
            "reword another's reason",
            |_| Scene::task(&reason("Demander au 06 12 34 56 78"), &reason("Demander à piolet")),
            Agreed(Rule::Redaction),
        ),
        (
            "reword a result and its day",
            |me| Scene::edit(&told(me, PERSONAL), |it| *it = edited(&told(me, REWORDED), |it| move_closing(it, nov(18)))),
            Never(Rule::RecordAltered),
        ),
        (
            "reword a result without anything personal",
            |me| Scene::task(&told(me, REWORDED), &told(me, "Envoyé à tous le 27 novembre")),
            Never(Rule::RecordAltered),
        ),
        (
            "put another address",
            |me| Scene::task(&told(me, PERSONAL), &told(me, "Envoyé à treuil@example.org")),
            Never(Rule::RecordAltered),
        ),
        (
            "take a result for another's",
            |me| {
                Scene::edit(&told(me, PERSONAL), |it| {
                    it.done.as_mut().unwrap().by = who("zoe");
                    it.done.as_mut().unwrap().evidence = Evidence::new(REWORDED).unwrap();
                })
            },
            Never(Rule::RecordAltered),
        ),
    ]
}

fn move_closing(task: &mut Task, to: Day) {
    task.done.as_mut().unwrap().at = to;
}

#[test]
fn redactions_are_judged() {
    check(&redactions());
}

#[test]
fn a_redaction_is_told_by_what_is_left() {
    let me = who("piolet");
    let [Change::Redacted { by, field, text, is_masked }] = &reworded(&me).changes[..] else { panic!("one redaction") };
    assert_eq!((by, field.as_str(), text.as_str(), *is_masked), (&me, "done.evidence", REWORDED, false));
    let back = Scene::task(&returned(&me, PERSONAL), &returned(&me, MASKED));
    assert!(matches!(&back.changes[..], [Change::Redacted { field, is_masked: true, .. }] if field == "sent-back.done.evidence"));
}

#[test]
fn everything_personal_is_made_unreadable_at_once() {
    let me = who("piolet");
    let before = edited(&returned(&me, PERSONAL), |it| {
        it.description = Some("Appeler le 06\u{2011}12\u{2011}34\u{2011}56\u{2011}78, ou contact@example.org.".to_owned());
        it.contact = Some("zoe@example.org".to_owned());
    });
    let after = masked_task(&before, &["contact@example.org"]);
    let wanted = edited(&returned(&me, MASKED), |it| {
        it.description = Some("Appeler le ██\u{2011}██\u{2011}██\u{2011}██\u{2011}██, ou contact@example.org.".to_owned());
        it.contact = Some("zoe@example.org".to_owned());
    });
    assert_eq!(after, wanted);
    assert_eq!(masked_task(&after, &[]).done, wanted.done, "nothing is left to do");
    let project = Project { summary: Some(PERSONAL.to_owned()), ..project() };
    assert_eq!(masked_project(&project, &[]).summary.as_deref(), Some(MASKED));
}

/// Whichever of the two was first, nothing personal comes back and nothing else is lost.
#[test]
fn a_redaction_meets_what_became_of_the_end() {
    let me = who("piolet");
    let (before, masked) = (told(&me, PERSONAL), told(&me, MASKED));
    let orga = who("wagonnet");
    for (other, both) in [
        (returned(&me, PERSONAL), returned(&me, MASKED)),
        (
            operation::reopen(&before, &orga, nov(19), "Il manque la date.".to_owned()).unwrap(),
            operation::reopen(&masked, &orga, nov(19), "Il manque la date.".to_owned()).unwrap(),
        ),
        (edited(&before, |it| it.title = "Autre".to_owned()), edited(&masked, |it| it.title = "Autre".to_owned())),
        (told(&me, REWORDED), told(&me, REWORDED)),
        (before.clone(), masked.clone()),
    ] {
        assert_eq!(replay::task(&before, &masked, &other), both, "the redaction comes second");
        if other != told(&me, REWORDED) {
            assert_eq!(replay::task(&before, &other, &masked), both, "the redaction came first");
        }
    }
    assert_eq!(Scene::task(&returned(&me, PERSONAL), &returned(&me, MASKED)).answer(&orga), Answer::Routine);
}
