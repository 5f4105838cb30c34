//! Tasks as random as the domain allows.

use std::collections::BTreeMap;

use fastrand::Rng;

use crate::domain::budget::{Budget, Minutes};
use crate::domain::claim::{Cancellation, Claim, Closing, Evidence, Reopening};
use crate::domain::day::{Day, later, parse_day};
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::task::{Place, Resource, Task};

/// The day it is in these tests.
pub const TODAY: &str = "2026-11-24";
/// The people who hold tasks.
pub const PEOPLE: [&str; 4] = ["ana", "bob-2", "2026", "a1-b2-c3"];
/// What makes texts hard to write.
const WORDS: [&str; 18] = [
    "liste",
    "d’été",
    "\"cité\"",
    "l'an",
    "C:\\qui",
    "\\",
    "#",
    "=",
    "[a]",
    "{b}",
    "'''",
    "\"\"\"",
    "任务",
    "👩\u{200d}🔬",
    "\\u0041",
    "é",
    "2026-11-24",
    "a.b",
];
const EVIDENCES: [&str; 4] =
    ["https://example.org/a?b=c#d", "docs/compte-rendu.md", "3f2a9c1d", "La liste est \"affichée\" au secrétariat."];

pub fn day(text: &str) -> Day {
    parse_day(text).unwrap()
}

pub fn handle(text: &str) -> Handle {
    Handle::new(text).unwrap()
}

pub fn maybe<T>(rng: &mut Rng, value: impl FnOnce(&mut Rng) -> T) -> Option<T> {
    rng.bool().then(|| value(rng))
}

fn near(rng: &mut Rng) -> Day {
    later(day("2026-11-14"), rng.u32(0..12))
}

/// A text of one line.
pub fn line(rng: &mut Rng) -> String {
    (0..rng.usize(1..5)).map(|_| WORDS[rng.usize(0..WORDS.len())]).collect::<Vec<_>>().join(" ")
}

/// A text of several lines.
pub fn block(rng: &mut Rng) -> String {
    let breaks = ["\n", "\n\n", "\n\t", " \n", " "];
    let mut text = line(rng);
    for _ in 0..rng.usize(0..4) {
        text.push_str(breaks[rng.usize(0..breaks.len())]);
        text.push_str(&line(rng));
    }
    if rng.bool() { text + "\n" } else { text }
}

fn several<T: PartialEq>(rng: &mut Rng, one: impl Fn(&mut Rng) -> T) -> Vec<T> {
    let mut found = Vec::new();
    for _ in 0..rng.usize(0..4) {
        let next = one(rng);
        if !found.contains(&next) {
            found.push(next);
        }
    }
    found
}

fn id(rng: &mut Rng) -> TaskId {
    TaskId::from_draws(5, || rng.u8(..))
}

fn time(rng: &mut Rng) -> Minutes {
    Minutes::new(rng.u32(1..600)).unwrap()
}

pub fn evidence(rng: &mut Rng) -> Evidence {
    Evidence::new(EVIDENCES[rng.usize(0..EVIDENCES.len())]).unwrap()
}

pub fn person(rng: &mut Rng) -> Handle {
    handle(PEOPLE[rng.usize(0..PEOPLE.len())])
}

fn claim(rng: &mut Rng, active: bool) -> Claim {
    let since = near(rng);
    let until = if active { later(day(TODAY), rng.u32(0..9)) } else { later(since, rng.u32(0..20)) };
    let mut claim = Claim::new(since, until.max(since)).unwrap();
    claim.recorded_by = maybe(rng, person);
    claim.renewed = rng.u32(0..3);
    claim.spent = (0..rng.usize(0..4)).map(|_| (near(rng), time(rng))).collect::<BTreeMap<_, _>>();
    claim.released = (!active).then(|| near(rng));
    claim.handover = maybe(rng, block);
    claim
}

fn closing(rng: &mut Rng) -> Closing {
    Closing { by: person(rng), at: near(rng), evidence: evidence(rng), note: maybe(rng, block), recorded_by: maybe(rng, person) }
}

fn cancellation(rng: &mut Rng) -> Cancellation {
    Cancellation { by: person(rng), at: near(rng), reason: block(rng) }
}

fn reopening(rng: &mut Rng) -> Reopening {
    let (done, cancelled) = (maybe(rng, closing), maybe(rng, cancellation));
    Reopening { by: person(rng), at: near(rng), reason: block(rng), done, cancelled }
}

/// Any task that holds together: at most one active claim, which nobody holds once it is over.
pub fn task(rng: &mut Rng) -> Task {
    let slug = Slug::new("mphack").unwrap();
    let (least, most) = (time(rng), time(rng));
    let budget = Budget::new(least.min(most), least.max(most)).unwrap();
    let mut task = Task::new(TaskId::new("k7q2m").unwrap(), slug.clone(), line(rng), budget, near(rng));
    task.draft = rng.u8(..) < 30;
    task.done_when = Some(block(rng));
    task.deliverable = maybe(rng, |_| slug);
    task.skills = several(rng, line);
    task.place = match rng.u8(0..4) {
        0 => Place::Remote,
        1 => Place::OnSite(None),
        2 => Place::OnSite(Some(line(rng))),
        _ => Place::Either,
    };
    task.due = maybe(rng, near);
    task.after = several(rng, id);
    task.contact = maybe(rng, line);
    task.description = maybe(rng, block);
    task.resources = several(rng, line)
        .into_iter()
        .map(|label| Resource { label, link: format!("https://example.org/{}", rng.u8(..)) })
        .collect();
    task.sent_back = maybe(rng, reopening);
    task.reopened = maybe(rng, reopening);
    let holders = several(rng, person);
    let active = rng.usize(0..5);
    task.claims = holders.into_iter().enumerate().map(|(at, who)| (who, claim(rng, at == active))).collect();
    match rng.u8(0..6) {
        0 => task.done = Some(closing(rng)),
        1 => task.cancelled = Some(cancellation(rng)),
        _ => {}
    }
    task
}
