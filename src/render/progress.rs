//! How far each project has come.

use crate::domain::budget::Minutes;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::status::Status;
use crate::rules::pace::needed;
use crate::rules::progress::{DeliverableProgress, ProjectProgress, Tally};
use crate::usecase::read::progress::{Progress, countdown};

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};
use super::safe::visible;
use super::table::{Column, table};
use super::words::{bar, due};

/// The width of a project's bar, in columns.
const BAR: u64 = 10;

/// In so few days a pace says no more than what is left.
const WEEK: i64 = 7;

/// The whole campaign: a heading, a line a project, the outlook.
pub fn progress(pen: &mut Pen<'_>, say: &Catalogue, progress: &Progress) {
    heading(pen, say, progress);
    pen.end();
    let shape = [
        Column::flexible(say.word("column-project"), 16),
        Column::natural(String::new()).goes(1),
        Column::right(say.word("column-tasks")),
        Column::right(say.word("column-hours")).goes(2),
        Column::flexible(say.word("column-first-deliverable"), 9).goes(3),
        Column::flexible(say.word("column-next-due"), 9),
    ];
    let last = progress.projects.len();
    table(pen, &shape, last + usize::from(last > 1), |at| match progress.projects.get(at) {
        Some(project) => cells(say, &project.title, &project.tally, first_deliverable(say, project), next_due(say, project)),
        None => cells(say, &say.word("total"), &progress.total, String::new(), String::new()),
    });
    pen.end();
    if let [only] = &progress.projects[..] {
        deliverables(pen, say, only);
    }
    pen.wrapped("", &outlook(say, &progress.total, progress.deadline, progress.today));
    if let Some(later) = later(&progress.total) {
        pen.wrapped("", &say.say(&later));
    }
}

pub(super) fn heading(pen: &mut Pen<'_>, say: &Catalogue, progress: &Progress) {
    let days = (progress.deadline - progress.today).num_days();
    pen.styled(Style::Strong, &visible(&progress.campaign)).text(" — ");
    pen.styled(Style::Strong, &say.say(&countdown(days))).text(" ");
    let day = say.language().weekday(progress.deadline, progress.today);
    let day = say.zone_of_end(progress.deadline).map_or(day.clone(), |zone| format!("{day}, {zone}"));
    pen.text(&say.say(&Message::new("heading-deadline").with("day", day))).end();
}

fn cells(say: &Catalogue, title: &str, tally: &Tally, first: String, next: String) -> Vec<String> {
    let (done, of) = (u64::from(tally.planned_done.get()), u64::from(tally.planned.get()));
    let hours = Message::new("hours-of").with("done", tally.planned_done).with("of", tally.planned);
    vec![title.to_owned(), bar(done, of, BAR), format!("{}/{}", tally.done, tally.tasks), say.say(&hours), first, next]
}

fn next_due(say: &Catalogue, project: &ProjectProgress) -> String {
    project.next_due.as_ref().map(|(_, day)| due(say, *day, Status::Open)).unwrap_or_default()
}

fn first_deliverable(say: &Catalogue, project: &ProjectProgress) -> String {
    match project.deliverables.iter().find(|deliverable| deliverable.first) {
        Some(first) => deliverable_state(say, first),
        None => say.word("deliverable-none"),
    }
}

fn deliverable_state(say: &Catalogue, deliverable: &DeliverableProgress) -> String {
    let tally = &deliverable.tally;
    let message = match &deliverable.delivered {
        Some(delivery) => Message::new("deliverable-delivered").with("day", say.short_day(delivery.at)),
        None if tally.all_done() => Message::new("deliverable-ready"),
        None => Message::new("deliverable-under-way").with("done", tally.done).with("tasks", tally.tasks),
    };
    say.say(&message)
}

fn deliverables(pen: &mut Pen<'_>, say: &Catalogue, project: &ProjectProgress) {
    for deliverable in &project.deliverables {
        let mark = if deliverable.first { "★ " } else { "• " };
        let is_late = deliverable.delivered.is_none() && deliverable.due < say.today();
        let due = Message::new(if is_late { "deliverable-line-late" } else { "deliverable-line" })
            .with("title", deliverable.title.as_str())
            .with("due", deliverable.due)
            .with("state", deliverable_state(say, deliverable));
        pen.hanging(mark, &say.say(&due));
    }
    if !project.deliverables.is_empty() {
        pen.end();
    }
}

/// "Plus tard : 15 h, dont 5 h pour le 29 janvier".
fn later(tally: &Tally) -> Option<Message> {
    let left = tally.later.left;
    let (day, first) = tally.later.first?;
    let message =
        if first == left { Message::new("outlook-later") } else { Message::new("outlook-later-first").with("first", first) };
    Some(message.with("left", left).with("day", day))
}

/// "reste 21 h en 11 jours : 13 h par semaine ; semaine passée : 4 h".
fn outlook(say: &Catalogue, tally: &Tally, deadline: Day, today: Day) -> String {
    let days = (deadline - today).num_days();
    if tally.tasks == 0 {
        return say.word("outlook-empty");
    }
    let last_week = match tally.spent_last_week {
        Minutes::ZERO => say.word("no-time-noted"),
        spent => say.language().time(spent),
    };
    let left = tally.left();
    let message = match needed(left, days) {
        None if left.get() == 0 && tally.later.first.is_some() => Message::new("outlook-done-so-far"),
        None if left.get() == 0 => Message::new("outlook-done"),
        None => Message::new("outlook-late").with("left", left),
        Some(_) if days <= WEEK => Message::new("outlook-week").with("left", left).with("days", days),
        Some(weekly) => {
            Message::new("outlook").with("left", left).with("days", days).with("weekly", say.language().hours(weekly))
        }
    };
    say.say(&message.with("last", last_week))
}
