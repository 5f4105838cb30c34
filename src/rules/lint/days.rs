//! Days that cannot be: later than tomorrow, before there was a task; and claims longer or renewed more often than the
//! rules allow.

use std::fmt::Arguments;

use crate::domain::campaign::Campaign;
use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::rules::judge::quota::{first_day, last_day};

/// Sees a day and the dotted key it stands under.
type See<'s> = dyn FnMut(Arguments<'_>, Day) + 's;

/// Shows every day on which something happened to `task`.
pub(in crate::rules) fn days_of_task(task: &Task, see: &mut See<'_>) {
    see(format_args!("created"), task.created);
    for (who, claim) in &task.claims {
        see(format_args!("claims.{who}.since"), claim.since());
        claim.released.iter().for_each(|day| see(format_args!("claims.{who}.released"), *day));
        claim.spent.keys().for_each(|day| see(format_args!("claims.{who}.spent.{day}"), *day));
    }
    ends("", task.done.as_ref(), task.cancelled.as_ref(), see);
    for (key, again) in [("sent-back", &task.sent_back), ("reopened", &task.reopened)] {
        again.iter().for_each(|again| reopening(key, again, see));
    }
}

fn reopening(key: &str, again: &Reopening, see: &mut See<'_>) {
    see(format_args!("{key}.at"), again.at);
    ends(&format!("{key}."), again.done.as_ref(), again.cancelled.as_ref(), see);
}

fn ends(before: &str, done: Option<&Closing>, cancelled: Option<&Cancellation>, see: &mut See<'_>) {
    done.iter().for_each(|it| see(format_args!("{before}done.at"), it.at));
    cancelled.iter().for_each(|it| see(format_args!("{before}cancelled.at"), it.at));
}

/// Shows every day on which something happened to `project`.
pub(super) fn days_of_project(project: &Project, see: &mut See<'_>) {
    project.poll.iter().for_each(|poll| see(format_args!("poll.at"), poll.at));
    for deliverable in &project.deliverables {
        let delivered = deliverable.delivered.iter();
        delivered.for_each(|it| see(format_args!("deliverables.{}.delivered.at", deliverable.slug), it.at));
    }
}

/// Hands over each day of `task` that is too early to be true, with the key and the sentence.
pub(super) fn early(campaign: &Campaign, task: &Task, add: &mut dyn FnMut(Arguments<'_>, Message)) {
    let first = first_day(campaign, task);
    days_of_task(task, &mut |field, day| {
        if day < first {
            add(field, Message::new("lint-early-day").with("day", day).with("first", first));
        }
    });
    if let Some(due) = task.due.filter(|due| *due < task.created) {
        add(format_args!("due"), Message::new("lint-due-before-created").with("due", due).with("created", task.created));
    }
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
