//! What the operations write, and when they have nothing to mean.

use super::*;
use crate::rules::operation::{cancel, claim as take, close, log, release, renew, reopen, send_back};
use crate::rules::verdict::Objection;

fn rule(result: Result<Task, Objection>) -> Rule {
    result.unwrap_err().rule
}

fn me() -> Handle {
    who("piolet")
}

#[test]
fn a_claim_keeps_what_the_person_left_and_ends_the_file() {
    let mut before = taken(&me());
    let claim = before.claim_of_mut(&me()).unwrap();
    (claim.released, claim.handover, claim.renewed) = (Some(nov(18)), Some("Reste la page 2.".to_owned()), 2);
    before.claims.push((who(OTHER), super::claim(nov(18), nov(19))));
    let after = take(&before, own(&me()), today(), dec(4)).unwrap();
    let (last, claim) = after.claims.last().unwrap();
    assert_eq!((last, claim.since(), claim.until(), claim.renewed), (&me(), today(), dec(4), 0));
    assert_eq!((claim.time(), claim.released, claim.handover.as_deref()), (minutes(60), None, Some("Reste la page 2.")));
    assert_eq!(after.claims.len(), 2);
    assert_eq!(rule(take(&before, own(&me()), today(), nov(19))), Rule::Length);
}

#[test]
fn a_renewal_counts_and_ends_the_file() {
    let mut before = taken(&me());
    before.claims.push((who(OTHER), edited(&super::claim(nov(16), nov(30)), |it| it.released = Some(nov(17)))));
    let after = renew(&before, own(&me()), today(), dec(4)).unwrap();
    let (last, claim) = after.claims.last().unwrap();
    assert_eq!((last, claim.since(), claim.until(), claim.renewed), (&me(), nov(17), dec(4), 1));
    assert_eq!(rule(renew(&before, own(&me()), today(), nov(16))), Rule::Length);
}

#[test]
fn a_renewal_ends_neither_in_the_past_nor_earlier_than_before() {
    let key = |task: &Task, until| {
        let objection = renew(task, own(&me()), today(), until).unwrap_err();
        (objection.rule, objection.message.key())
    };
    let expired = held(&me(), super::claim(nov(3), nov(10)));
    assert_eq!(key(&expired, nov(19)), (Rule::Length, "rule-ends-past"));
    assert_eq!(key(&taken(&me()), nov(19)), (Rule::Length, "rule-ends-past"));
    assert_eq!(key(&taken(&me()), nov(30)), (Rule::Length, "rule-renewal-shortens"));
    assert!(renew(&expired, own(&me()), today(), today()).is_ok(), "today is not past");
}

#[test]
fn only_the_holder_or_the_last_one_renews_and_releases() {
    let passed_on =
        edited(&held(&me(), super::claim(nov(3), nov(10))), |it| it.put_claim_last(who(OTHER), super::claim(nov(12), nov(15))));
    for (what, task, expected) in [
        ("nobody's", task(), Rule::NotHeld),
        ("somebody's", taken(&who(OTHER)), Rule::HeldBySomebody),
        ("passed on", passed_on, Rule::NotHeld),
        ("finished", done(&me()), Rule::TaskDone),
    ] {
        assert_eq!(rule(renew(&task, own(&me()), today(), dec(4))), expected, "renew {what}");
        assert_eq!(rule(release(&task, own(&me()), today(), None)), expected, "release {what}");
    }
    let swapped =
        edited(&held(&me(), super::claim(nov(12), nov(15))), |it| it.claims.push((who(OTHER), super::claim(nov(3), nov(10)))));
    assert!(renew(&swapped, own(&me()), today(), dec(4)).is_ok(), "dates count, not the order of the file");
    let expired = held(&me(), super::claim(nov(3), nov(10)));
    assert!(renew(&expired, own(&me()), today(), dec(4)).unwrap().holder(today()).is_some());
    assert_eq!(release(&expired, own(&me()), today(), None).unwrap().claim_of(&me()).unwrap().released, Some(today()));
}

#[test]
fn a_release_frees_the_task_and_keeps_the_last_hand_over() {
    let before = edited_claim(&taken(&me()), &me(), |it| it.handover = Some("Avant".to_owned()));
    let silent = release(&before, own(&me()), today(), None).unwrap();
    assert_eq!(silent.claim_of(&me()).unwrap().handover.as_deref(), Some("Avant"));
    assert!(silent.holder(today()).is_none());
    let said = release(&before, own(&me()), today(), Some("Après".to_owned())).unwrap();
    assert_eq!(said.claim_of(&me()).unwrap().handover.as_deref(), Some("Après"));
}

#[test]
fn whoever_ends_anothers_claim_says_why_below_what_the_holder_left() {
    let (other, me) = (who(OTHER), me());
    let parties = Parties { by: &other, actor: &me };
    for silent in [None, Some(" \n".to_owned())] {
        let objection = release(&super::taken(&other), parties, today(), silent).unwrap_err();
        assert_eq!((objection.rule, objection.message.key()), (Rule::Decision, "rule-reason-needed"));
    }
    let before = |left: Option<&str>| edited_claim(&super::taken(&other), &other, |it| it.handover = left.map(str::to_owned));
    let reason = || Some("Sans nouvelles.".to_owned());
    for (left, expected) in [
        (None, "Sans nouvelles."),
        (Some("Reste la page 2."), "Reste la page 2.\nSans nouvelles."),
        (Some("Page 1 faite.\nReste la 2.\n"), "Page 1 faite.\nReste la 2.\nSans nouvelles."),
    ] {
        let after = release(&before(left), parties, today(), reason()).unwrap();
        let claim = after.claim_of(&other).unwrap();
        assert_eq!((claim.handover.as_deref(), claim.released), (Some(expected), Some(today())));
    }
}

#[test]
fn time_is_absolute_and_zero_removes_the_note() {
    let noted = log(&taken(&me()), own(&me()), nov(18), minutes(30)).unwrap();
    assert_eq!(noted.time(), minutes(30));
    let more = log(&noted, own(&me()), nov(19), minutes(15)).unwrap();
    assert_eq!(more.time(), minutes(45));
    let less = log(&more, own(&me()), nov(18), Minutes::ZERO).unwrap();
    assert_eq!(less.claim_of(&me()).unwrap().spent, [(nov(19), minutes(15))].into());
    assert_eq!(rule(log(&task(), own(&me()), nov(18), minutes(30))), Rule::NotHeld);
}

#[test]
fn an_end_is_written_once_and_kept_when_it_is_reopened() {
    let closed = close(&taken(&me()), own(&me()), today(), evidence(), Some("Merci".to_owned())).unwrap();
    let given_up = cancel(&task(), &me(), today(), "Sans objet".to_owned()).unwrap();
    for (over, expected) in [(&closed, Rule::TaskDone), (&given_up, Rule::TaskCancelled)] {
        assert_eq!(rule(take(over, own(&me()), today(), dec(4))), expected);
        assert_eq!(rule(close(over, own(&me()), today(), evidence(), None)), expected);
        assert_eq!(rule(cancel(over, &me(), today(), "Encore".to_owned())), expected);
        let again = reopen(over, &me(), today(), "Le lien ne marche plus.".to_owned()).unwrap();
        let reopened = again.reopened.as_ref().unwrap();
        assert!(!again.is_over());
        assert_eq!((&reopened.done, &reopened.cancelled), (&over.done, &over.cancelled));
    }
    assert_eq!(rule(reopen(&task(), &me(), today(), "Pourquoi pas".to_owned())), Rule::Decision);
}

#[test]
fn a_finished_task_is_sent_back_with_its_closing() {
    let (back, orga) = (done(&me()), who("wagonnet"));
    let again = send_back(&back, &orga, today(), "Le lien ne marche plus.".to_owned()).unwrap();
    let kept = again.sent_back.as_ref().unwrap();
    assert_eq!((&kept.by, &kept.done, &kept.cancelled), (&orga, &back.done, &None));
    assert!(!again.is_over() && again.claims == back.claims && again.holder(today()).is_some());
    let closed = close(&again, own(&me()), today(), evidence(), None).unwrap();
    let twice = send_back(&closed, &orga, today(), "Encore.".to_owned()).unwrap();
    assert_eq!(twice.sent_back.unwrap().done, closed.done);
    assert_eq!(rule(send_back(&again, &orga, today(), "Encore.".to_owned())), Rule::Decision);
    let given_up = cancel(&task(), &me(), today(), "Sans objet".to_owned()).unwrap();
    assert_eq!(rule(send_back(&given_up, &orga, today(), "Encore.".to_owned())), Rule::TaskCancelled);
}

#[test]
fn what_is_done_for_somebody_says_who_wrote_it() {
    let (other, me) = (who(OTHER), me());
    let parties = Parties { by: &other, actor: &me };
    let taken = take(&task(), parties, today(), dec(4)).unwrap();
    assert_eq!(taken.claim_of(&other).unwrap().recorded_by.as_ref(), Some(&me));
    let noted = log(&super::taken(&other), parties, today(), minutes(5)).unwrap();
    assert_eq!(noted.claim_of(&other).unwrap().recorded_by.as_ref(), Some(&me));
    let closed = close(&taken, parties, today(), evidence(), None).unwrap();
    assert_eq!(closed.done.unwrap().recorded_by, Some(me));
    let own_claim = take(&task(), own(&other), today(), dec(4)).unwrap();
    assert_eq!(own_claim.claim_of(&other).unwrap().recorded_by, None);
}
