//! Days that cannot be: later than tomorrow, and claims longer or renewed more often than the rules allow.

use crate::domain::campaign::Campaign;
use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::project::Project;
use crate::domain::task::Task;

use super::quota::last_day;

/// Every day on which something happened to `task`, with its dotted key.
pub(super) fn days_of_task(task: &Task) -> Vec<(String, Day)> {
    let mut days = vec![("created".to_owned(), task.created)];
    for (who, claim) in &task.claims {
        days.push((format!("claims.{who}.since"), claim.since()));
        days.extend(claim.released.map(|day| (format!("claims.{who}.released"), day)));
        days.extend(claim.spent.keys().map(|day| (format!("claims.{who}.spent.{day}"), *day)));
    }
    days.extend(ends("", task.done.as_ref(), task.cancelled.as_ref()));
    for (key, again) in [("sent-back", &task.sent_back), ("reopened", &task.reopened)] {
        days.extend(again.iter().flat_map(|again| reopening(key, again)));
    }
    days
}

fn reopening(key: &str, again: &Reopening) -> Vec<(String, Day)> {
    let mut days = vec![(format!("{key}.at"), again.at)];
    days.extend(ends(&format!("{key}."), again.done.as_ref(), again.cancelled.as_ref()));
    days
}

fn ends(before: &str, done: Option<&Closing>, cancelled: Option<&Cancellation>) -> Vec<(String, Day)> {
    let done = done.map(|it| (format!("{before}done.at"), it.at));
    let cancelled = cancelled.map(|it| (format!("{before}cancelled.at"), it.at));
    done.into_iter().chain(cancelled).collect()
}

/// Every day on which something happened to `project`, with its dotted key.
pub(super) fn days_of_project(project: &Project) -> Vec<(String, Day)> {
    let delivered = project.deliverables.iter().filter_map(|it| Some((&it.slug, it.delivered.as_ref()?.at)));
    delivered.map(|(slug, day)| (format!("deliverables.{slug}.delivered.at"), day)).collect()
}

/// A claim that holds for longer than it could be taken for, or was renewed too often: the key and the sentence.
pub(super) fn too_much(
    campaign: &Campaign,
    project: Option<&Project>,
    task: &Task,
    claim: &Claim,
    today: Day,
) -> Option<(&'static str, Message)> {
    let most = campaign.claims.renewals;
    if claim.renewed > most {
        return Some(("renewed", Message::new("lint-renewed-often").with("renewed", claim.renewed).with("most", most)));
    }
    let last = last_day(campaign, campaign.effective_due(task, project, today), claim.since());
    let is_long = claim.renewed == 0 && !task.is_over() && claim.is_active(today) && claim.until() > last;
    is_long.then(|| ("until", Message::new("lint-long-claim").with("until", claim.until()).with("last", last)))
}
