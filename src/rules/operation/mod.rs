//! What each command wants: the task as it would be afterwards.
//!
//! An operation only says what is wanted; whether it may be done is for [`super::judge()`]. It fails by itself only when
//! there is nothing it could mean, such as giving back what one never took.

pub mod next;
pub mod record;

use crate::domain::budget::Minutes;
use crate::domain::claim::{Cancellation, Closing, Evidence, Reopening};
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::task::Task;

use super::judge::record::{future_day, over};
use super::verdict::{Objection, Rule};

/// For whom an operation is done and by whom.
#[derive(Debug, Clone, Copy)]
pub struct Parties<'a> {
    /// The person whose record it is.
    pub by: &'a Handle,
    /// The person who types.
    pub actor: &'a Handle,
}

impl Parties<'_> {
    /// The name to write down when the two differ.
    pub(super) fn recorded_by(&self) -> Option<Handle> {
        (self.by != self.actor).then(|| self.actor.clone())
    }
}

/// Takes the task from `today` until `until`. Time noted under an earlier claim of the same person is kept.
///
/// # Errors
/// When it is over already, or `until` is before `today`.
pub fn claim(task: &Task, parties: Parties<'_>, today: Day, until: Day) -> Result<Task, Objection> {
    changed(task, |task| record::claim(task, parties, today, until))
}

/// Prolongs the claim until `until`.
///
/// # Errors
/// When the person neither holds the task nor was the last to hold it, or `until` is past, before the claim began or
/// before its present end.
pub fn renew(task: &Task, parties: Parties<'_>, today: Day, until: Day) -> Result<Task, Objection> {
    changed(task, |task| record::renew(task, parties, today, until))
}

/// Gives the task back, with word of what is done and what is left. Whoever ends somebody else's claim says why, below
/// what the holder left.
///
/// # Errors
/// When the person does not hold the task, or it is somebody else's and no reason is given.
pub fn release(task: &Task, parties: Parties<'_>, today: Day, handover: Option<String>) -> Result<Task, Objection> {
    changed(task, |task| record::release(task, parties, today, handover))
}

/// Notes that the time spent on `day` is `time` in all; no time removes the note.
///
/// # Errors
/// When the person has no record on the task.
pub fn log(task: &Task, parties: Parties<'_>, day: Day, time: Minutes) -> Result<Task, Objection> {
    changed(task, |task| record::log(task, parties, day, time))
}

fn changed(task: &Task, change: impl FnOnce(&mut Task) -> Result<(), Objection>) -> Result<Task, Objection> {
    let mut after = task.clone();
    change(&mut after)?;
    Ok(after)
}

/// Finishes the task.
///
/// # Errors
/// When it is over already.
pub fn close(task: &Task, parties: Parties<'_>, today: Day, evidence: Evidence, note: Option<String>) -> Result<Task, Objection> {
    over(task).map_or(Ok(()), Err)?;
    let closing = Closing { by: parties.by.clone(), at: today, evidence, note, recorded_by: parties.recorded_by() };
    Ok(Task { done: Some(closing), ..task.clone() })
}

/// Gives the task up.
///
/// # Errors
/// When it is over already.
pub fn cancel(task: &Task, actor: &Handle, today: Day, reason: String) -> Result<Task, Objection> {
    over(task).map_or(Ok(()), Err)?;
    Ok(Task { cancelled: Some(Cancellation { by: actor.clone(), at: today, reason }), ..task.clone() })
}

/// Opens a finished or cancelled task again, keeping the end it had.
///
/// # Errors
/// When it is not over.
pub fn reopen(task: &Task, actor: &Handle, today: Day, reason: String) -> Result<Task, Objection> {
    if !task.is_over() {
        return Err(Objection::new(Rule::Decision, Message::new("rule-not-over").with("task", task.title.as_str())));
    }
    let mut after = task.clone();
    let reopening =
        Reopening { by: actor.clone(), at: today, reason, done: after.done.take(), cancelled: after.cancelled.take() };
    after.reopened = Some(reopening);
    Ok(after)
}

/// Gives a finished task back to be done better, keeping the closing that was not accepted.
///
/// # Errors
/// When it is not finished.
pub fn send_back(task: &Task, actor: &Handle, today: Day, reason: String) -> Result<Task, Objection> {
    let mut after = task.clone();
    let Some(closing) = after.done.take() else {
        let not_done = || Objection::new(Rule::Decision, Message::new("rule-not-done").with("task", task.title.as_str()));
        return Err(over(task).unwrap_or_else(not_done));
    };
    after.sent_back = Some(Reopening { by: actor.clone(), at: today, reason, done: Some(closing), cancelled: None });
    Ok(after)
}

/// Whether what is called `title` can still become due on `due`.
///
/// # Errors
/// When that day is past.
pub fn becomes_due(title: &str, due: Day, today: Day) -> Result<(), Objection> {
    let message = || Message::new("rule-due-past").with("task", title).with("due", due).with("today", today);
    if due < today { Err(Objection::new(Rule::EarlyDay, message())) } else { Ok(()) }
}

/// Whether what is called `title` can have ended on `day`.
///
/// # Errors
/// When that day is later than tomorrow.
pub fn ended(title: &str, day: Day, today: Day) -> Result<(), Objection> {
    future_day(title, day, today).map_or(Ok(()), Err)
}
