//! Days and times that contradict one another: no clock produces them, so no operation of ours can have written them.

use chrono::Days;

use crate::domain::budget::Minutes;
use crate::domain::claim::Claim;
use crate::domain::day::{Day, later};
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::task::Task;
use crate::rules::change::Change;
use crate::rules::verdict::{Objection, Rule};

use super::State;

/// What does not fit the days of the record it belongs to.
pub(super) fn misfit(change: &Change, state: &State<'_>) -> Option<Objection> {
    match change {
        Change::Claimed { by, claim, previous } => {
            let of_another = || anothers(by, claim.since(), state);
            ahead(by, claim, previous.as_ref(), state).or_else(|| over_already(by, claim, state)).or_else(of_another)
        }
        Change::Released { by, claim } | Change::RecordAdded { by, claim, .. } => {
            let day = claim.released?;
            let dated_back = || dated_back(by, day, claim, state);
            before_taken(by, day, claim, state).or_else(|| before_last_word(by, day, claim, state)).or_else(dated_back)
        }
        Change::TimeLogged { by, on, from, to } if to > from => outside(by, *on, *to, state),
        Change::Closed { closing } => before_taken(&closing.by, closing.at, state.after?.claim_of(&closing.by)?, state),
        _ => None,
    }
}

fn days(key: &'static str, by: &Handle, state: &State<'_>) -> Message {
    Message::new(key).with("task", state.title()).with("person", by)
}

/// A claim that begins tomorrow while the same person still holds the task: a renewal that is not counted.
fn ahead(by: &Handle, claim: &Claim, previous: Option<&Claim>, state: &State<'_>) -> Option<Objection> {
    let holds = previous.is_some_and(|previous| previous.is_active(state.today));
    (holds && claim.since() > state.today)
        .then(|| Objection::new(Rule::Days, days("rule-claim-ahead", by, state).with("since", claim.since())))
}

/// A claim that ran out before anybody heard of it, with nothing finished under it.
fn over_already(by: &Handle, claim: &Claim, state: &State<'_>) -> Option<Objection> {
    let finished = |task: &Task| task.done.as_ref().is_some_and(|done| done.by == *by && done.at <= claim.until());
    (claim.until() < state.today && !state.after.is_some_and(finished))
        .then(|| Objection::new(Rule::Days, days("rule-claim-over", by, state).with("until", claim.until())))
}

fn before_taken(by: &Handle, day: Day, claim: &Claim, state: &State<'_>) -> Option<Objection> {
    let message = || days("rule-ended-before", by, state).with("day", day).with("since", claim.since());
    (day < claim.since()).then(|| Objection::new(Rule::Days, message()))
}

/// A claim from a day on which somebody else had the task.
fn anothers(by: &Handle, since: Day, state: &State<'_>) -> Option<Objection> {
    let had_it = |(who, other): &&(Handle, Claim)| {
        let until = other.released.map_or(other.until(), |day| day.pred_opt().unwrap_or(day));
        who != by && (other.since()..=until).contains(&since)
    };
    let (holder, _) = state.before?.claims.iter().find(had_it)?;
    let message = days("rule-claim-amid", by, state).with("since", since).with("holder", holder);
    Some(Objection::new(Rule::Days, message))
}

/// Given back before the last day on which time is noted, or before the claim can have been prolonged to where it ends.
fn before_last_word(by: &Handle, day: Day, claim: &Claim, state: &State<'_>) -> Option<Objection> {
    let days_long = u64::from(state.campaign.claims.days);
    let renewed = claim.until().checked_sub_days(Days::new(days_long)).filter(|_| claim.renewed > 0);
    let last = claim.spent.keys().copied().chain(renewed).max().filter(|last| day < *last)?;
    Some(Objection::new(Rule::Days, days("rule-ended-amid", by, state).with("day", day).with("last", last)))
}

/// Given back on the very day it was taken, as is only heard of much later: what would spare a wait before the next claim.
fn dated_back(by: &Handle, day: Day, claim: &Claim, state: &State<'_>) -> Option<Objection> {
    let was_held = state.before.is_some_and(|before| before.claim_of(by).is_some());
    let message = || days("rule-dated-back", by, state).with("day", day);
    (was_held && day == claim.since() && state.today > later(day, 1)).then(|| Objection::new(Rule::Days, message()))
}

/// Time on a day that is no day of the claim nor its eve, since work may come before it is said, or more than a day has.
fn outside(by: &Handle, on: Day, time: Minutes, state: &State<'_>) -> Option<Objection> {
    let task = state.after?;
    let claim = task.claim_of(by)?;
    if time > Minutes::DAY {
        return Some(Objection::new(Rule::Days, days("rule-more-than-a-day", by, state).with("day", on).with("time", time)));
    }
    let kept = state.before.and_then(|before| before.claim_of(by)).filter(|_| claim.released.is_none());
    let since = kept.map_or(claim.since(), |kept| kept.since().min(claim.since()));
    let ended = task.done.iter().map(|it| it.at).chain(task.cancelled.iter().map(|it| it.at));
    let others = task.claims.iter().filter(|(who, other)| who != by && other.since() > claim.until());
    let end = claim.released.into_iter().chain(ended).chain(others.map(|(_, other)| other.since())).min();
    (later(on, 1) < since || end.is_some_and(|end| on > end)).then(|| {
        let message = days("rule-time-outside", by, state).with("day", on).with("since", claim.since());
        Objection::new(Rule::Days, message)
    })
}
