//! The verdict on records: claims, time, releases, closings.

use crate::domain::claim::{Claim, Closing, Evidence};
use crate::domain::day::{Day, later};
use crate::domain::link::links as links_of;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::task::Task;
use crate::rules::actor::Role;
use crate::rules::change::Change;
use crate::rules::verdict::{Objection, Rule, Verdict};

use super::quota::{self, first_day};
use super::{State, days};

/// The longest hand-over or note that goes unread, in characters: a page.
const TEXT_MAX: usize = 2_000;
/// The longest result that goes unread, in characters.
const EVIDENCE_MAX: usize = 500;

/// Judges what happened to a record, as if a volunteer had done it. Nonsense and loss are looked for first, then who
/// acts for whom, then quotas and courtesy.
pub(super) fn judge_record(change: &Change, actor: Option<&Handle>, state: &State<'_>) -> Verdict {
    if let Some(objection) = nonsense(change, state) {
        return Verdict::Refused(objection);
    }
    if let Some(verdict) = actor.and_then(|actor| for_somebody_else(change, actor, state)) {
        return verdict;
    }
    days::misfit(change, state).or_else(|| discourtesy(change, state)).map_or(Verdict::Routine, Verdict::NeedsOrganiser)
}

/// What is refused whoever asks.
fn nonsense(change: &Change, state: &State<'_>) -> Option<Objection> {
    let title = state.title();
    let erased = |message: Message| Some(Objection::new(Rule::RecordErased, message.with("task", title)));
    match change {
        Change::Claimed { by, claim, .. } => {
            wrong_day(claim.since(), state).or_else(|| not_closable(state)).or_else(|| held_twice(by, state))
        }
        Change::Renewed { by, .. } => state.before.and_then(over).or_else(|| held_twice(by, state)),
        Change::Released { claim, .. } => claim.released.and_then(|day| wrong_day(day, state)),
        Change::RecordAdded { claim, .. } => {
            let days = [Some(claim.since()), claim.released];
            days.into_iter().flatten().find_map(|day| wrong_day(day, state)).or_else(|| draft(state))
        }
        Change::TimeLogged { by, on, to, .. } if to.get() == 0 && *on < state.today => {
            erased(Message::new("rule-time-erased").with("person", by).with("day", *on))
        }
        Change::TimeLogged { on, from, to, .. } if to < from => future_day(state.title(), *on, state.today),
        Change::TimeLogged { on, .. } => wrong_day(*on, state),
        Change::RecordErased { by } => erased(Message::new("rule-record-erased").with("person", by)),
        Change::ClosingErased { by } => erased(Message::new("rule-closing-erased").with("person", by)),
        Change::ClosingAltered { .. } => {
            Some(Objection::new(Rule::RecordAltered, Message::new("rule-closing-altered").with("task", title)))
        }
        Change::RecordAltered { by } => {
            Some(Objection::new(Rule::RecordAltered, Message::new("rule-record-altered").with("person", by).with("task", title)))
        }
        Change::Closed { closing } => wrong_day(closing.at, state).or_else(|| not_closable(state)),
        _ => None,
    }
}

/// Why nobody can take or finish the task, whoever agrees: it was over, or a draft.
fn not_closable(state: &State<'_>) -> Option<Objection> {
    state.before.and_then(over).or_else(|| draft(state))
}

/// Whether it was a draft, or was added as one.
fn draft(state: &State<'_>) -> Option<Objection> {
    let task = state.before.or(state.after).filter(|task| task.draft)?;
    Some(Objection::new(Rule::TaskDraft, Message::new("rule-task-draft").with("task", task.title.as_str())))
}

/// Why nothing more can be done about `task`: it is cancelled, or done.
pub(in crate::rules) fn over(task: &Task) -> Option<Objection> {
    let title = task.title.as_str();
    if let Some(cancelled) = &task.cancelled {
        let message = Message::new("rule-task-cancelled")
            .with("task", title)
            .with("day", cancelled.at)
            .with("reason", cancelled.reason.as_str());
        return Some(Objection::new(Rule::TaskCancelled, message));
    }
    finished(task)
}

/// Why a finished task is not given up: it is to be reopened first.
pub fn finished(task: &Task) -> Option<Objection> {
    let done = task.done.as_ref()?;
    let message = Message::new("rule-task-done").with("task", task.title.as_str()).with("person", &done.by).with("day", done.at);
    Some(Objection::new(Rule::TaskDone, message))
}

fn held_twice(by: &Handle, state: &State<'_>) -> Option<Objection> {
    let after = state.after?;
    let (holder, claim) = after.active(state.today).find(|(holder, _)| *holder != by)?;
    Some(held_by_somebody(after, holder, claim))
}

/// The sentence for everybody who comes second.
pub fn held_by_somebody(task: &Task, holder: &Handle, claim: &Claim) -> Objection {
    let message = Message::new("rule-held-by-somebody")
        .with("task", task.title.as_str())
        .with("person", holder)
        .with("since", claim.since())
        .with("until", claim.until());
    Objection::new(Rule::HeldBySomebody, message)
}

/// Why nothing can have happened to the task on `day`: it is still to come, or there was no task yet.
pub(super) fn wrong_day(day: Day, state: &State<'_>) -> Option<Objection> {
    future_day(state.title(), day, state.today).or_else(|| {
        let first = first_day(state.campaign, state.after.or(state.before)?);
        let message = Message::new("rule-early-day").with("task", state.title()).with("day", day).with("first", first);
        (day < first).then(|| Objection::new(Rule::EarlyDay, message))
    })
}

/// Why what is called `title` cannot have happened on `day`: nobody knows it yet.
pub(in crate::rules) fn future_day(title: &str, day: Day, today: Day) -> Option<Objection> {
    let message = || Message::new("rule-future-day").with("task", title).with("day", day);
    (day > later(today, 1)).then(|| Objection::new(Rule::FutureDay, message()))
}

/// What is done in another person's name: recorded for them, or done by somebody who answers for the project, it needs an
/// organiser, and so does a first claim of theirs; a volunteer who changes another person's record is refused.
fn for_somebody_else(change: &Change, actor: &Handle, state: &State<'_>) -> Option<Verdict> {
    let (by, recorded_by) = match change {
        Change::Claimed { by, claim, .. }
        | Change::Renewed { by, claim, .. }
        | Change::Released { by, claim }
        | Change::RecordAdded { by, claim, .. } => (by, claim.recorded_by.as_ref()),
        Change::TimeLogged { by, .. } | Change::HandoverWritten { by, .. } => {
            (by, state.after.and_then(|task| task.claim_of(by)).and_then(|claim| claim.recorded_by.as_ref()))
        }
        Change::Closed { closing } => (&closing.by, closing.recorded_by.as_ref()),
        _ => return None,
    };
    if by == actor {
        return None;
    }
    let ends_a_claim = matches!(change, Change::Released { claim, .. } if claim.handover.is_some());
    let changes_nothing_of_theirs = matches!(change, Change::Claimed { previous: None, .. });
    let message = Message::new("rule-somebody-else").with("task", state.title()).with("person", by);
    let objection = Objection::new(Rule::SomebodyElse, message);
    let answers_for_it = Role::of(actor, state.campaign, state.project) > Role::Volunteer;
    Some(if answers_for_it || recorded_by == Some(actor) || ends_a_claim || changes_nothing_of_theirs {
        Verdict::NeedsOrganiser(objection)
    } else {
        Verdict::Refused(objection)
    })
}

/// Quotas and courtesy: what an organiser may well allow.
fn discourtesy(change: &Change, state: &State<'_>) -> Option<Objection> {
    match change {
        Change::Claimed { by, claim, previous } => quota::on_claim(by, claim, previous.as_ref(), state),
        Change::Renewed { by, claim, previous } => state
            .before
            .and_then(|before| taken_over(before, by, state.today))
            .or_else(|| quota::on_renewal(by, claim, previous, state)),
        Change::TimeLogged { by, on, from, to } if to < from && state.today > *on => {
            let message =
                Message::new("rule-time-lowered").with("person", by).with("day", *on).with("from", *from).with("to", *to);
            Some(Objection::new(Rule::TimeLowered, message))
        }
        Change::Released { claim, .. } => said(claim.handover.as_deref()),
        Change::RecordAdded { by, claim, previous } => {
            said(claim.handover.as_deref()).or_else(|| quota::on_record(by, claim, previous.as_ref(), state))
        }
        Change::HandoverWritten { text, .. } => said(text.as_deref()),
        Change::Closed { closing } => {
            not_held(closing, state).or_else(|| said(closing.note.as_deref())).or_else(|| shown(&closing.evidence))
        }
        _ => None,
    }
}

fn not_held(closing: &Closing, state: &State<'_>) -> Option<Objection> {
    let before = state.before?;
    if let Some((holder, claim)) = before.holder(state.today).filter(|(holder, _)| **holder != closing.by) {
        return Some(held_by_somebody(before, holder, claim));
    }
    state.after.and_then(|after| taken_over(after, &closing.by, state.today))
}

/// Why `by` does not answer for `task`, be it over or not: they neither hold it nor were the last to, nor did they give it
/// back with nobody taking over.
fn taken_over(task: &Task, by: &Handle, today: Day) -> Option<Objection> {
    let open = Task { done: None, cancelled: None, ..task.clone() };
    let gave_back = |own: &Claim| own.released.is_some() && !task.is_taken_over(by, own);
    let answers_for_it = open.answers_for(today).is_some_and(|(who, _)| who == by) || task.claim_of(by).is_some_and(gave_back);
    let message = || Message::new("rule-not-held").with("task", task.title.as_str()).with("person", by);
    (!answers_for_it).then(|| Objection::new(Rule::NotHeld, message()))
}

/// What speaks against a free text.
fn said(text: Option<&str>) -> Option<Objection> {
    text.and_then(|text| long(text, TEXT_MAX).or_else(|| links(text)))
}

/// What speaks against a result shown.
fn shown(evidence: &Evidence) -> Option<Objection> {
    long(evidence.as_str(), EVIDENCE_MAX).or_else(|| links(evidence.as_str()))
}

fn links(text: &str) -> Option<Objection> {
    let found = links_of(text);
    (found.count > 1 || !found.are_plain).then(|| Objection::new(Rule::Links, Message::new("rule-links")))
}

fn long(text: &str, most: usize) -> Option<Objection> {
    let found = text.chars().count();
    let message = || Message::new("rule-long-text").with("found", found).with("most", most);
    (found > most).then(|| Objection::new(Rule::LongText, message()))
}
