//! Every rule about tasks and records, both ways, for a volunteer, a lead and an organiser.

use std::collections::HashSet;

use crate::rules::operation;

use super::*;

/// What the three roles are told.
#[derive(Debug, Clone, Copy)]
pub(super) enum Outcome {
    /// Routine for everybody.
    Free,
    /// An organiser or the lead decides.
    Agreed(Rule),
    /// Only an organiser decides.
    ByOrganisers(Rule),
    /// A person looks, whoever asks.
    LookedAt(Rule),
    /// A volunteer is refused, the others may.
    NotByVolunteers(Rule),
    /// Refused, whoever asks.
    Never(Rule),
}

use Outcome::{Agreed, Free, LookedAt, Never, NotByVolunteers};

impl Outcome {
    fn answers(self) -> [Answer; 3] {
        match self {
            Free => [Answer::Routine; 3],
            Agreed(rule) => [Answer::Asks(rule), Answer::Routine, Answer::Routine],
            Self::ByOrganisers(rule) => [Answer::Asks(rule), Answer::Asks(rule), Answer::Routine],
            LookedAt(rule) => [Answer::Asks(rule); 3],
            NotByVolunteers(rule) => [Answer::Refused(rule), Answer::Routine, Answer::Routine],
            Never(rule) => [Answer::Refused(rule); 3],
        }
    }

    fn rule(self) -> Option<Rule> {
        match self {
            Free => None,
            Agreed(rule) | Self::ByOrganisers(rule) | LookedAt(rule) | NotByVolunteers(rule) | Never(rule) => Some(rule),
        }
    }
}

/// What is done, the scene when a given person does it, what they are told.
pub(super) type Row = (&'static str, fn(&Handle) -> Scene, Outcome);

pub(super) fn check(rows: &[Row]) {
    let wrong = rows.iter().filter_map(|(what, scene, outcome)| {
        let answers = ROLES.map(|role| scene(&who(role)).answer(&who(role)));
        let nothing = ROLES.iter().any(|role| scene(&who(role)).changes.is_empty());
        (nothing || answers != outcome.answers()).then(|| format!("{what}: {answers:?}, not {outcome:?}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>(), [""; 0]);
}

/// `me` takes `task` until the deadline.
pub(super) fn takes(task: &Task, me: &Handle) -> Scene {
    Scene::task(task, &operation::claim(task, own(me), today(), dec(4)).unwrap())
}

/// The same, and the repository has nothing of what is shown.
pub(super) fn nowhere(scene: Scene) -> Scene {
    Scene { nowhere: vec![evidence()], ..scene }
}

/// `me` finishes `task`.
pub(super) fn closes(task: &Task, me: &Handle) -> Scene {
    Scene::task(task, &operation::close(task, own(me), today(), evidence(), None).unwrap())
}

/// `me` writes `text` while giving the task back.
fn releases(me: &Handle, text: &str) -> Scene {
    Scene::task(&taken(me), &operation::release(&taken(me), own(me), today(), Some(text.to_owned())).unwrap())
}

fn expired(by: &Handle) -> Task {
    held(by, claim(nov(3), nov(10)))
}

/// A task that `first` held, then `second`, until both claims ran out.
fn passed_on(first: &Handle, second: &Handle) -> Task {
    edited(&expired(first), |task| task.put_claim_last(second.clone(), claim(nov(12), nov(15))))
}

fn claims() -> Vec<Row> {
    vec![
        ("take an open task", |me| takes(&task(), me), Free),
        ("take what ran out in another's hands", |me| takes(&expired(&who(OTHER)), me), Free),
        ("take what another gave back", |me| takes(&releases(&who(OTHER), "x").after.unwrap(), me), Free),
        ("take what another holds", |me| takes(&taken(&who(OTHER)), me), Never(Rule::HeldBySomebody)),
        ("take a finished task", |me| forced_claim(&done(&who(OTHER)), me), Never(Rule::TaskDone)),
        ("take a cancelled task", |me| forced_claim(&cancelled(), me), Never(Rule::TaskCancelled)),
        ("take a draft", |me| takes(&Task { draft: true, ..task() }, me), Never(Rule::TaskDraft)),
        ("take a blocked task", |me| Scene { unfinished: vec![id("aaaa1")], ..takes(&task(), me) }, Agreed(Rule::TaskBlocked)),
        ("take a third task", |me| Scene { held_elsewhere: 2, ..takes(&task(), me) }, Free),
        ("take a fourth task", |me| Scene { held_elsewhere: 3, ..takes(&task(), me) }, Agreed(Rule::Limit)),
        ("take again too soon", |me| takes(&given_back(me, nov(18)), me), Agreed(Rule::Cooldown)),
        ("take again later", |me| takes(&given_back(me, nov(17)), me), Free),
        ("take for too long", |me| claims_from(me, today(), dec(5)), Agreed(Rule::Length)),
        ("take from tomorrow", |me| claims_from(me, nov(21), dec(4)), Free),
        ("take before there was a task", |me| claims_from(me, oct(31), dec(4)), Never(Rule::EarlyDay)),
        ("take on the eve, for a time that is over", |me| claims_from(me, nov(1), nov(15)), Agreed(Rule::Days)),
        ("take from the day after", |me| claims_from(me, nov(22), dec(4)), Never(Rule::FutureDay)),
        ("add a task held twice", |me| added(me, false), Never(Rule::HeldBySomebody)),
        ("add a draft that is taken", |me| added(me, true), Never(Rule::TaskDraft)),
        ("take with a hand-over full of links", takes_with_links, Agreed(Rule::Links)),
        ("renew", |me| renews(&taken(me), me), Free),
        ("renew what ran out", |me| renews(&expired(me), me), Free),
        ("renew what another holds now", |me| renewed_beside(me), Never(Rule::HeldBySomebody)),
        ("renew what was taken over", |me| forced_renewal(&passed_on(me, &who(OTHER)), me), Agreed(Rule::NotHeld)),
        ("renew what is done", |me| forced_renewal(&done(me), me), Never(Rule::TaskDone)),
        ("renew a third time", |me| renews(&edited_claim(&taken(me), me, |it| it.renewed = 2), me), Agreed(Rule::Renewals)),
        ("renew for too long", |me| renewal_until(&taken(me), me, dec(5)), Agreed(Rule::Length)),
        ("renew what runs beside three", |me| Scene { held_elsewhere: 3, ..renews(&taken(me), me) }, Free),
        ("revive it beside three", |me| Scene { held_elsewhere: 3, ..renews(&expired(me), me) }, Agreed(Rule::Limit)),
    ]
}

fn cancelled() -> Task {
    operation::cancel(&task(), &who("wagonnet"), nov(19), "Sans objet".to_owned()).unwrap()
}

fn given_back(by: &Handle, on: Day) -> Task {
    held(by, edited(&claim(nov(16), nov(30)), |it| it.released = Some(on)))
}

fn claims_from(me: &Handle, since: Day, until: Day) -> Scene {
    Scene::task(&task(), &held(me, claim(since, until)))
}

fn added(me: &Handle, draft: bool) -> Scene {
    let others = if draft { None } else { Some((who(OTHER), claim(today(), dec(1)))) };
    let claims = others.into_iter().chain([(me.clone(), claim(today(), dec(1)))]).collect();
    Scene::of(None, Some(Task { draft, claims, ..task() }.into()))
}

fn takes_with_links(me: &Handle) -> Scene {
    let after = held(me, claim(today(), dec(1)));
    let text = "http://a.example et http://b.example".to_owned();
    Scene::task(&task(), &edited_claim(&after, me, |it| it.handover = Some(text)))
}

fn renewal_until(task: &Task, me: &Handle, until: Day) -> Scene {
    Scene::task(task, &operation::renew(task, own(me), today(), until).unwrap())
}

fn forced_claim(task: &Task, me: &Handle) -> Scene {
    Scene::edit(task, |task| task.put_claim_last(me.clone(), claim(today(), dec(4))))
}

pub(super) fn renews(task: &Task, me: &Handle) -> Scene {
    renewal_until(task, me, dec(4))
}

fn forced_renewal(task: &Task, me: &Handle) -> Scene {
    Scene::edit(task, |task| {
        let claim = task.claim_of(me).unwrap().renew(dec(4)).unwrap();
        task.put_claim_last(me.clone(), claim);
    })
}

fn renewed_beside(me: &Handle) -> Scene {
    forced_renewal(&edited(&expired(me), |task| task.put_claim_last(who(OTHER), claim(nov(19), dec(1)))), me)
}

pub(super) fn logs(task: &Task, me: &Handle, on: Day, time: u32) -> Scene {
    Scene::task(task, &operation::log(task, own(me), on, minutes(time)).unwrap())
}

fn records() -> Vec<Row> {
    vec![
        ("give back", |me| releases(me, "Reste la page 2 : https://example.org/p2"), Free),
        ("give back with two links", |me| releases(me, "https://a.example et https://b.example"), Agreed(Rule::Links)),
        ("give back with many words", |me| releases(me, &"a ".repeat(1_001)), Agreed(Rule::LongText)),
        ("give back with a page of words", |me| releases(me, &"a ".repeat(1_000)), Free),
        ("write a hand-over with http", |me| hands_over(me, "http://a.example"), Agreed(Rule::Links)),
        ("write a hand-over", |me| hands_over(me, "Reste la page 2."), Free),
        ("keep what is left of a lost race", |me| lost_race(&taken(&who(OTHER)), me), Free),
        ("leave a record on a draft", |me| lost_race(&Task { draft: true, ..task() }, me), Never(Rule::TaskDraft)),
        ("note time", |me| logs(&taken(me), me, nov(19), 30), Free),
        ("note time for tomorrow", |me| logs(&taken(me), me, nov(21), 30), Free),
        ("note time from before there was a task", |me| logs(&taken(me), me, oct(31), 30), Never(Rule::EarlyDay)),
        ("lower a time from before there was a task", early_time_lowered, Agreed(Rule::TimeLowered)),
        ("note time for the day after", |me| logs(&taken(me), me, nov(22), 30), Never(Rule::FutureDay)),
        ("raise time noted before", |me| logs(&taken(me), me, nov(18), 90), Free),
        ("lower time noted before", |me| logs(&taken(me), me, nov(18), 30), Agreed(Rule::TimeLowered)),
        ("erase time noted before", |me| logs(&taken(me), me, nov(18), 0), Never(Rule::RecordErased)),
        ("lower time noted today", |me| logs(&logged_today(me), me, today(), 10), Free),
        ("erase time noted today", |me| logs(&logged_today(me), me, today(), 0), Free),
        ("erase one's record", |me| Scene::edit(&taken(me), |task| task.claims.clear()), Never(Rule::RecordErased)),
        ("change the first day", |me| Scene::task(&taken(me), &held(me, claim(nov(16), dec(1)))), Never(Rule::RecordAltered)),
        ("say who recorded it", |me| scene_of(me, |it| it.recorded_by = Some(who(OTHER))), Never(Rule::RecordAltered)),
        ("close", |me| closes(&taken(me), me), Free),
        ("close with a result that is nowhere", |me| nowhere(closes(&taken(me), me)), LookedAt(Rule::Nowhere)),
        ("close what ran out", |me| closes(&expired(me), me), Free),
        ("close what another holds now", |me| closes(&overtaken(me), me), Agreed(Rule::HeldBySomebody)),
        ("close what was taken over", |me| closes(&passed_on(me, &who(OTHER)), me), Agreed(Rule::NotHeld)),
        (
            "close what was taken over, lines swapped",
            |me| closes(&swapped(&passed_on(me, &who(OTHER))), me),
            Agreed(Rule::NotHeld),
        ),
        ("close after having taken over, lines swapped", |me| closes(&swapped(&passed_on(&who(OTHER), me)), me), Free),
        ("close after having taken over", |me| closes(&passed_on(&who(OTHER), me), me), Free),
        ("close without a record", |me| closes(&task(), me), Agreed(Rule::NotHeld)),
        ("close a draft", |me| closes(&Task { draft: true, ..task() }, me), Never(Rule::TaskDraft)),
        ("close what is cancelled", |me| closed_over(&cancelled(), me), Never(Rule::TaskCancelled)),
        ("close before there was a task", |me| closed_on(me, oct(31)), Never(Rule::EarlyDay)),
        ("close in two days", |me| closed_on(me, nov(22)), Never(Rule::FutureDay)),
        ("close tomorrow", |me| closed_on(me, nov(21)), Free),
        ("change the evidence", |me| Scene::edit(&done(me), |task| alter(&mut task.done)), Never(Rule::RecordAltered)),
        ("erase the closing", |me| Scene::edit(&done(me), |task| task.done = None), Never(Rule::RecordErased)),
        ("change a closing that was sent back", altered_sending_back, Never(Rule::RecordAltered)),
        ("invent a sending back", |me| Scene::task(&task(), &sent_back(&task(), me, today())), Never(Rule::RecordAltered)),
        ("erase a sending back", |me| Scene::edit(&back(me), |task| task.sent_back = None), Never(Rule::RecordErased)),
    ]
}

fn oct(day: u32) -> Day {
    make_day(2026, 10, day).unwrap()
}

fn early_time_lowered(me: &Handle) -> Scene {
    let early = edited_claim(&taken(me), me, |it| spend(it, oct(31), 60));
    logs(&early, me, oct(31), 30)
}

fn hands_over(me: &Handle, text: &str) -> Scene {
    scene_of(me, |claim| claim.handover = Some(text.to_owned()))
}

pub(super) fn scene_of(me: &Handle, edit: impl FnOnce(&mut Claim)) -> Scene {
    Scene::task(&taken(me), &edited_claim(&taken(me), me, edit))
}

fn lost_race(task: &Task, me: &Handle) -> Scene {
    let mut record = claim(nov(18), dec(1));
    record.released = Some(today());
    record.handover = Some("Fait à moitié".to_owned());
    record.spent.insert(nov(18), minutes(45));
    Scene::edit(task, |task| task.claims.insert(0, (me.clone(), record)))
}

fn logged_today(me: &Handle) -> Task {
    edited_claim(&taken(me), me, |claim| spend(claim, today(), 20))
}

fn overtaken(me: &Handle) -> Task {
    edited(&expired(me), |task| task.put_claim_last(who(OTHER), claim(nov(12), dec(1))))
}

fn swapped(task: &Task) -> Task {
    edited(task, |task| task.claims.reverse())
}

fn closed_over(task: &Task, me: &Handle) -> Scene {
    Scene::edit(task, |task| task.done = done(me).done)
}

fn closed_on(me: &Handle, at: Day) -> Scene {
    Scene::task(&taken(me), &operation::close(&taken(me), own(me), at, evidence(), None).unwrap())
}

fn alter(closing: &mut Option<Closing>) {
    closing.as_mut().unwrap().evidence = Evidence::new("docs/autre.md").unwrap();
}

fn back(me: &Handle) -> Task {
    sent_back(&done(me), &who("wagonnet"), nov(19))
}

fn altered_sending_back(me: &Handle) -> Scene {
    Scene::edit(&back(me), |task| alter(&mut task.sent_back.as_mut().unwrap().done))
}

#[test]
fn claims_are_judged() {
    check(&claims());
}

#[test]
fn records_are_judged() {
    check(&records());
}

#[test]
fn every_rule_stands_against_something() {
    let of_records = [claims(), records(), judge_others::others(), redaction::redactions()].concat();
    let rows = [of_records, judge_files::texts(), judge_files::files(), author::requests(), days::days()].concat();
    let seen: HashSet<Rule> = rows.iter().filter_map(|(_, _, outcome)| outcome.rule()).collect();
    let seen: HashSet<Rule> = seen.into_iter().chain(author::BY_AUTHOR).collect();
    assert_eq!(seen, HashSet::from(judge_files::EVERY_RULE));
}
