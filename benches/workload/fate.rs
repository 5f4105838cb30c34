//! What became of a task: who took it, when, and how it ended, so that all days agree and every rule is kept.
//!
//! The mix: 50 % nobody holds (of these some are drafts, some were taken in vain or are to be done again), 20 % taken,
//! 25 % done, 5 % cancelled.

use chrono::NaiveDate;
use fastrand::Rng;

use super::people::People;
use super::task::{chance, pick};
use super::words;
use super::{TODAY, earlier, later};

/// How long a claim lasts, in days.
const CLAIM_DAYS: u64 = 14;

/// The state of a task on [`TODAY`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Open,
    Draft,
    Expired,
    Released,
    SentBack,
    Reopened,
    Claimed,
    Done,
    Cancelled,
}

/// The records of a task file.
pub struct Fate {
    pub kind: Kind,
    pub again: Option<Again>,
    pub claims: Vec<Claim>,
    pub done: Option<Done>,
    pub cancelled: Option<Ruling>,
}

pub struct Claim {
    pub by: String,
    pub since: NaiveDate,
    pub recorded: bool,
    pub renewed: bool,
    pub spent: Vec<(NaiveDate, &'static str)>,
    pub released: Option<(NaiveDate, &'static str)>,
    pub until: NaiveDate,
}

pub struct Done {
    pub by: String,
    pub at: NaiveDate,
    pub evidence: String,
    pub note: Option<&'static str>,
}

/// What an organiser decided.
pub struct Ruling {
    pub at: NaiveDate,
    pub reason: &'static str,
}

/// Why a task is to be done again, and the end it had.
pub struct Again {
    pub ruling: Ruling,
    pub done: Option<Done>,
    pub cancelled: Option<Ruling>,
}

impl Kind {
    pub fn draw(rng: &mut Rng) -> Self {
        match rng.u32(0..100) {
            0..38 => Self::Open,
            38..40 => Self::Draft,
            40..44 => Self::Expired,
            44..47 => Self::Released,
            47..49 => Self::SentBack,
            49 => Self::Reopened,
            50..70 => Self::Claimed,
            70..95 => Self::Done,
            _ => Self::Cancelled,
        }
    }
}

impl Fate {
    /// Draws what happened since `created`, three weeks ago or more. `caps` are the days that end a claim early: the
    /// first of them that lies ahead counts.
    pub fn draw(rng: &mut Rng, people: &mut People, kind: Kind, created: NaiveDate, caps: [NaiveDate; 2], id: &str) -> Self {
        let mut fate = Self { kind, again: None, claims: Vec::new(), done: None, cancelled: None };
        match kind {
            Kind::Open | Kind::Draft => {}
            Kind::Claimed => fate.claims.push(active(rng, people, caps)),
            Kind::Cancelled => fate.cancelled = Some(ruling(rng, created, &words::CANCELLATIONS)),
            Kind::Reopened => {
                let cancelled = ruling(rng, created, &words::CANCELLATIONS);
                fate.again =
                    Some(Again { ruling: ruling(rng, cancelled.at, &words::REOPENINGS), done: None, cancelled: Some(cancelled) });
            }
            Kind::Expired => fate.claims.push(over(rng, people, created, caps)),
            Kind::Released => {
                let mut claim = over(rng, people, created, caps);
                claim.released = Some((between(rng, claim.since, claim.until), pick(rng, &words::HANDOVERS)));
                note_time(rng, &mut claim);
                fate.claims.push(claim);
            }
            Kind::SentBack => {
                let claim = over(rng, people, created, caps);
                let done = closing(rng, &claim, id);
                fate.again = Some(Again { ruling: ruling(rng, done.at, &words::REFUSALS), done: Some(done), cancelled: None });
                fate.claims.push(claim);
            }
            Kind::Done => {
                let claim = over(rng, people, created, caps);
                fate.done = Some(closing(rng, &claim, id));
                fate.claims.push(claim);
            }
        }
        fate
    }
}

/// A claim that holds its task on [`TODAY`].
fn active(rng: &mut Rng, people: &mut People, caps: [NaiveDate; 2]) -> Claim {
    let renewed = chance(rng, 20);
    let (since, from) = if renewed {
        let since = earlier(TODAY, rng.u64(CLAIM_DAYS..=20));
        (since, later(since, rng.u64(10..=CLAIM_DAYS)))
    } else {
        let since = earlier(TODAY, rng.u64(0..CLAIM_DAYS));
        (since, since)
    };
    let by = people.taker(rng);
    let mut claim = new_claim(rng, by, since, last_day(from, caps));
    claim.renewed = renewed;
    note_time(rng, &mut claim);
    claim
}

/// A claim that ended before [`TODAY`].
fn over(rng: &mut Rng, people: &People, created: NaiveDate, caps: [NaiveDate; 2]) -> Claim {
    let since = later(created, rng.u64(0..=5));
    let by = people.anyone(rng);
    let mut claim = new_claim(rng, by, since, last_day(since, caps));
    note_time(rng, &mut claim);
    claim
}

fn new_claim(rng: &mut Rng, by: String, since: NaiveDate, until: NaiveDate) -> Claim {
    Claim { by, since, recorded: chance(rng, 3), renewed: false, spent: Vec::new(), released: None, until }
}

/// The last day of a claim taken or prolonged on `from`.
fn last_day(from: NaiveDate, caps: [NaiveDate; 2]) -> NaiveDate {
    let longest = later(from, CLAIM_DAYS);
    caps.into_iter().find(|cap| *cap >= from).map_or(longest, |cap| longest.min(cap))
}

/// Time spent on up to two days of the claim.
fn note_time(rng: &mut Rng, claim: &mut Claim) {
    let end = claim.released.map_or(claim.until, |(day, _)| day).min(TODAY);
    claim.spent.clear();
    for _ in 0..rng.usize(0..=2) {
        let day = between(rng, claim.since, end);
        if claim.spent.last().is_none_or(|(last, _)| *last < day) {
            claim.spent.push((day, pick(rng, &words::SPENT)));
        }
    }
}

/// The end of a task by the holder of `claim`, on the last day they noted time or later.
fn closing(rng: &mut Rng, claim: &Claim, id: &str) -> Done {
    let at = between(rng, claim.spent.last().map_or(claim.since, |(day, _)| *day), claim.until);
    let evidence = match rng.u32(0..100) {
        0..60 => format!("https://example.org/resultats/{id}"),
        60..75 => format!("docs/resultats/{id}.md"),
        _ => pick(rng, &words::PROOFS).to_owned(),
    };
    Done { by: claim.by.clone(), at, evidence, note: chance(rng, 20).then(|| pick(rng, &words::NOTES)) }
}

fn ruling(rng: &mut Rng, from: NaiveDate, reasons: &[&'static str]) -> Ruling {
    Ruling { at: later(from, rng.u64(0..=4)).min(TODAY), reason: pick(rng, reasons) }
}

/// A day from `first` to `last`, both included.
fn between(rng: &mut Rng, first: NaiveDate, last: NaiveDate) -> NaiveDate {
    let days = (last - first).num_days().max(0).unsigned_abs();
    later(first, rng.u64(0..=days))
}
