//! How much one person may hold, for how long, and how often: the rules of `[claims]` in `data/mpa.toml`.

use crate::domain::campaign::Campaign;
use crate::domain::claim::Claim;
use crate::domain::day::{Day, later};
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::task::Task;
use crate::rules::verdict::{Objection, Rule};

use super::State;

/// The last day of a claim taken or prolonged on `today` of a task due on `due`: `today + days`, but not beyond the due
/// day, or else the deadline, as long as that day lies ahead.
pub fn last_day(campaign: &Campaign, due: Day, today: Day) -> Day {
    let longest = later(today, campaign.claims.days);
    let cap = [due, campaign.deadline_day(today)].into_iter().find(|day| *day >= today);
    cap.map_or(longest, |cap| longest.min(cap))
}

/// The day that a renewal today would bring to a claim on a task due on `due`, when one is left and brings anything.
pub fn renewable(campaign: &Campaign, claim: &Claim, due: Day, today: Day) -> Option<Day> {
    let next = last_day(campaign, due, today);
    (claim.renewed < campaign.claims.renewals && next > claim.until()).then_some(next)
}

/// The first day on which anything can have happened to `task`: the eve of the day it was written down or the first campaign
/// began, whichever came first. Whoever works before a task is written down may note it afterwards.
pub fn first_day(campaign: &Campaign, task: &Task) -> Day {
    let began = campaign.first_day().map_or(task.created, |started| started.min(task.created));
    began.pred_opt().unwrap_or(began)
}

/// The day from which a person may take again what they held in vain under `previous`; `None` when they may at any time.
pub fn cooled_down_on(campaign: &Campaign, previous: &Claim) -> Option<Day> {
    let ended = match previous.released {
        Some(day) if day > previous.since() => day,
        Some(_) => return None,
        None if previous.renewed >= campaign.claims.renewals => previous.until(),
        None => return None,
    };
    Some(later(ended, campaign.claims.cooldown_days))
}

/// What speaks against a claim: too many, too soon, blocked, too long.
pub(super) fn on_claim(by: &Handle, claim: &Claim, previous: Option<&Claim>, state: &State<'_>) -> Option<Objection> {
    limit(by, state)
        .or_else(|| cooldown(by, claim, previous, state))
        .or_else(|| blocked(state))
        .or_else(|| length(claim, claim.since(), state))
}

/// What speaks against a record that is over already. Where somebody else had the task at that time, it is what is left of a
/// lost race; else it is a claim like any other, but for holding nothing.
pub(super) fn on_record(by: &Handle, claim: &Claim, previous: Option<&Claim>, state: &State<'_>) -> Option<Objection> {
    let ended = claim.released.unwrap_or(claim.until());
    let had_it = |(who, other): &(Handle, Claim)| who != by && other.since() <= ended && other.until() >= claim.since();
    let lost = state.after.is_some_and(|task| task.claims.iter().any(had_it));
    let blocked = || if lost { None } else { blocked(state) };
    limit(by, state)
        .or_else(|| renewals(claim, previous.map_or(0, |previous| previous.renewed), state))
        .or_else(|| cooldown(by, claim, previous, state))
        .or_else(blocked)
        .or_else(|| length(claim, claim.since(), state))
}

/// So many tasks are held at a time; what is taken and ended at once is held no more, but no more of it goes unread.
fn limit(by: &Handle, state: &State<'_>) -> Option<Objection> {
    let is_held = state.after.is_none_or(|task| !task.is_over() && task.claim_of(by).is_none_or(|it| it.released.is_none()));
    let held = if is_held { state.held_elsewhere } else { state.ended_beside };
    let limit = state.campaign.claims.limit;
    let too_many = held >= usize::try_from(limit).unwrap_or(usize::MAX);
    too_many.then(|| {
        let message =
            Message::new("rule-limit").with("task", state.title()).with("person", by).with("held", held).with("limit", limit);
        Objection::new(Rule::Limit, message)
    })
}

fn cooldown(by: &Handle, claim: &Claim, previous: Option<&Claim>, state: &State<'_>) -> Option<Objection> {
    let again = cooled_down_on(state.campaign, previous?).filter(|day| claim.since() < *day)?;
    let message = Message::new("rule-cooldown").with("task", state.title()).with("person", by).with("day", again);
    Some(Objection::new(Rule::Cooldown, message))
}

/// What speaks against beginning a task: others come first.
pub(super) fn blocked(state: &State<'_>) -> Option<Objection> {
    if state.unfinished.is_empty() {
        return None;
    }
    let waits_for = state.unfinished.iter().map(ToString::to_string).collect::<Vec<_>>();
    Some(Objection::new(
        Rule::TaskBlocked,
        Message::new("rule-task-blocked").with("task", state.title()).with("others", waits_for),
    ))
}

fn length(claim: &Claim, from: Day, state: &State<'_>) -> Option<Objection> {
    let task = state.after?;
    let due = state.campaign.effective_due(task, state.project, state.today);
    let last = last_day(state.campaign, due, from);
    (claim.until() > last).then(|| {
        let message = Message::new("rule-length").with("task", state.title()).with("until", claim.until()).with("last", last);
        Objection::new(Rule::Length, message)
    })
}

/// What speaks against a renewal: too often, too long, or too many when it brings back a claim that ran out.
pub(super) fn on_renewal(by: &Handle, claim: &Claim, previous: &Claim, state: &State<'_>) -> Option<Objection> {
    let ran_out = previous.is_expired(state.today);
    renewals(claim, previous.renewed, state)
        .or_else(|| ran_out.then(|| limit(by, state)).flatten())
        .or_else(|| length(claim, state.today, state))
}

fn renewals(claim: &Claim, renewed: u32, state: &State<'_>) -> Option<Objection> {
    let most = state.campaign.claims.renewals;
    let message = || Message::new("rule-renewals").with("task", state.title()).with("renewed", renewed).with("most", most);
    (claim.renewed > most).then(|| Objection::new(Rule::Renewals, message()))
}
