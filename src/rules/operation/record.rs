//! The operations on one person's record. They change the task in place, since a review repeats thousands of them on one task.
//!
//! [`crate::rules::operation`] says what each does and when it fails. After a failure the task is unchanged.

use crate::domain::budget::Minutes;
use crate::domain::claim::Claim;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::task::Task;
use crate::rules::judge::record::{held_by_somebody, over};
use crate::rules::verdict::{Objection, Rule};

use super::Parties;

pub(in crate::rules) fn claim(task: &mut Task, parties: Parties<'_>, today: Day, until: Day) -> Result<(), Objection> {
    over(task).map_or(Ok(()), Err)?;
    let mut claim = Claim::new(today, until).ok_or_else(|| ends_before(task, today, until))?;
    if let Some(previous) = task.claim_of(parties.by) {
        claim.spent = previous.spent.clone();
        claim.handover = previous.handover.clone();
    }
    claim.recorded_by = parties.recorded_by();
    task.put_claim_last(parties.by.clone(), claim);
    Ok(())
}

pub(in crate::rules) fn renew(task: &mut Task, parties: Parties<'_>, today: Day, until: Day) -> Result<(), Objection> {
    let current = held_or_last(task, parties.by, today)?;
    if until < today {
        return Err(length(Message::new("rule-ends-past").with("today", today), task, until));
    }
    if until < current.until() {
        return Err(length(Message::new("rule-renewal-shortens").with("held", current.until()), task, until));
    }
    let mut claim = current.renew(until).ok_or_else(|| ends_before(task, current.since(), until))?;
    claim.recorded_by = claim.recorded_by.or_else(|| parties.recorded_by());
    task.put_claim_last(parties.by.clone(), claim);
    Ok(())
}

pub(in crate::rules) fn release(
    task: &mut Task,
    parties: Parties<'_>,
    today: Day,
    handover: Option<String>,
) -> Result<(), Objection> {
    held_or_last(task, parties.by, today)?;
    let for_another = parties.by != parties.actor;
    if for_another && handover.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
        let message = Message::new("rule-reason-needed").with("task", task.title.as_str()).with("person", parties.by);
        return Err(Objection::new(Rule::Decision, message));
    }
    on_record(task, parties, |claim| {
        claim.released = Some(today);
        claim.handover = match (claim.handover.take(), handover) {
            (Some(left), Some(reason)) if for_another => Some(format!("{}\n{reason}", left.trim_end())),
            (left, said) => said.or(left),
        };
    })
}

pub(in crate::rules) fn log(task: &mut Task, parties: Parties<'_>, day: Day, time: Minutes) -> Result<(), Objection> {
    on_record(task, parties, |claim| {
        if time == Minutes::ZERO {
            claim.spent.remove(&day);
        } else {
            claim.spent.insert(day, time);
        }
    })
}

/// The claim of `by`, when it is active (beside another one, too: one of the two has to be given back) or ran out without
/// anybody taking over.
fn held_or_last<'a>(task: &'a Task, by: &Handle, today: Day) -> Result<&'a Claim, Objection> {
    if let Some(objection) = over(task) {
        return Err(objection);
    }
    let own = task.holders(today).find(|(holder, _)| *holder == by);
    let current = own.or_else(|| task.answers_for(today));
    match current {
        Some((holder, claim)) if holder == by => Ok(claim),
        Some((holder, claim)) if claim.is_active(today) => Err(held_by_somebody(task, holder, claim)),
        _ => Err(no_record(task, by)),
    }
}

fn on_record(task: &mut Task, parties: Parties<'_>, change: impl FnOnce(&mut Claim)) -> Result<(), Objection> {
    let Some(claim) = task.claim_of_mut(parties.by) else { return Err(no_record(task, parties.by)) };
    change(claim);
    if claim.recorded_by.is_none() {
        claim.recorded_by = parties.recorded_by();
    }
    Ok(())
}

fn no_record(task: &Task, by: &Handle) -> Objection {
    Objection::new(Rule::NotHeld, Message::new("rule-no-record").with("task", task.title.as_str()).with("person", by))
}

fn ends_before(task: &Task, since: Day, until: Day) -> Objection {
    length(Message::new("rule-ends-before").with("since", since), task, until)
}

fn length(message: Message, task: &Task, until: Day) -> Objection {
    Objection::new(Rule::Length, message.with("task", task.title.as_str()).with("until", until))
}
