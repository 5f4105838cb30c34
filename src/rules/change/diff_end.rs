//! Finding what happened to the end of a task between two versions of it.

use crate::domain::claim::Reopening;
use crate::domain::task::Task;

use super::Change;
use super::redaction::{redacted, redactions};

/// What happened to the end of the task: redacted, closed, sent back, reopened, cancelled.
pub(super) fn ends(before: &Task, after: &Task) -> Vec<Change> {
    let redactions = redactions(before, after);
    if redactions.is_empty() {
        return endings(before, after);
    }
    let others = endings(&redacted(before, &redactions), after);
    redactions.into_iter().map(Change::from).chain(others).collect()
}

fn endings(before: &Task, after: &Task) -> Vec<Change> {
    let mut found = Vec::new();
    let opened_again = new_reopening(before.reopened.as_ref(), after.reopened.as_ref());
    let sent_back = new_reopening(before.sent_back.as_ref(), after.sent_back.as_ref());
    let keeps_done = |again: &&Reopening| before.done.is_some() && after.done.is_none() && again.done == before.done;
    let keeps_cancelled =
        |again: &&Reopening| before.cancelled.is_some() && after.cancelled.is_none() && again.cancelled == before.cancelled;
    match (&before.done, &after.done) {
        (Some(old), None) => found.push(match (sent_back.filter(keeps_done), opened_again.filter(keeps_done)) {
            (Some(back), _) => Change::SentBack { by: back.by.clone() },
            (None, Some(open)) => Change::Reopened { by: open.by.clone() },
            (None, None) => Change::ClosingErased { by: old.by.clone() },
        }),
        (Some(old), Some(new)) if old != new => found.push(Change::ClosingAltered { by: new.by.clone() }),
        (None, Some(new)) => found.push(Change::Closed { closing: new.clone() }),
        _ => {}
    }
    match (&before.cancelled, &after.cancelled) {
        (Some(old), None) => found.push(match opened_again.filter(keeps_cancelled) {
            Some(open) => Change::Reopened { by: open.by.clone() },
            None => Change::ClosingErased { by: old.by.clone() },
        }),
        (Some(old), Some(new)) if old != new => found.push(Change::ClosingAltered { by: new.by.clone() }),
        (None, Some(new)) => found.push(Change::Cancelled { by: new.by.clone() }),
        _ => {}
    }
    let lost = |old: &Option<Reopening>, new: &Option<_>| old.as_ref().filter(|_| new.is_none()).map(|old| old.by.clone());
    let erased = lost(&before.sent_back, &after.sent_back).into_iter().chain(lost(&before.reopened, &after.reopened));
    found.extend(erased.map(|by| Change::ClosingErased { by }));
    let without_an_end =
        [sent_back.filter(|back| !keeps_done(back)), opened_again.filter(|open| !keeps_done(open) && !keeps_cancelled(open))];
    found.extend(without_an_end.into_iter().flatten().map(|again| Change::ClosingAltered { by: again.by.clone() }));
    found
}

fn new_reopening<'a>(before: Option<&Reopening>, after: Option<&'a Reopening>) -> Option<&'a Reopening> {
    after.filter(|after| before != Some(after))
}
