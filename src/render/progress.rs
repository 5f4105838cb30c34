//! How far each project has come, and `mpa` alone.

use crate::domain::budget::Minutes;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::status::Status;
use crate::rules::progress::{DeliverableProgress, ProjectProgress, Tally, pace};
use crate::usecase::read::progress::{Progress, countdown};
use crate::usecase::read::today::Today;

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};
use super::safe::visible;
use super::table::{Column, table};
use super::tasks::{Columns, rows};
use super::words::bar;

/// The width of a project's bar, in columns.
const BAR: u64 = 10;

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

fn heading(pen: &mut Pen<'_>, say: &Catalogue, progress: &Progress) {
    let days = (progress.deadline - progress.today).num_days();
    pen.styled(Style::Strong, &visible(&progress.campaign)).text(" — ");
    pen.styled(Style::Strong, &say.say(&countdown(days))).text(" ");
    let deadline = Message::new("heading-deadline").with("day", say.language().weekday(progress.deadline, progress.today));
    pen.styled(Style::Faint, &say.say(&deadline)).end();
}

fn cells(say: &Catalogue, title: &str, tally: &Tally, first: String, next: String) -> Vec<String> {
    let (done, of) = (u64::from(tally.planned_done.get()), u64::from(tally.planned.get()));
    let hours = Message::new("hours-of").with("done", tally.planned_done).with("of", tally.planned);
    vec![title.to_owned(), bar(done, of, BAR), format!("{}/{}", tally.done, tally.tasks), say.say(&hours), first, next]
}

fn next_due(say: &Catalogue, project: &ProjectProgress) -> String {
    project.next_due.as_ref().map(|(_, day)| say.short_day(*day)).unwrap_or_default()
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
        let due = Message::new("deliverable-line")
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
    let message = match pace(left, days) {
        None if left.get() == 0 && tally.later.first.is_some() => Message::new("outlook-done-so-far"),
        None if left.get() == 0 => Message::new("outlook-done"),
        None => Message::new("outlook-late").with("left", left),
        Some(weekly) => {
            Message::new("outlook").with("left", left).with("days", days).with("weekly", say.language().hours(weekly))
        }
    };
    say.say(&message.with("last", last_week))
}

/// The campaign, its day and how far it has come: how every page of today begins.
pub fn opening(pen: &mut Pen<'_>, say: &Catalogue, today: &Today) {
    heading(pen, say, &today.progress);
    let total = &today.progress.total;
    let line = Message::new("today-total").with("done", total.done).with("tasks", total.tasks).with("claimed", total.claimed);
    pen.text(&bar(u64::from(total.planned_done.get()), u64::from(total.planned.get()), 20)).text("  ");
    pen.line(&say.say(&line)).end();
}

/// What matters today, on one screen.
pub fn today(pen: &mut Pen<'_>, say: &Catalogue, today: &Today) {
    opening(pen, say, today);
    match &today.who {
        Some(who) if today.mine.is_empty() => {
            pen.wrapped("", &say.say(&Message::new("today-nothing-held").with("person", who)));
        }
        Some(who) => mine(pen, say, today, who.as_str()),
        None => {
            pen.wrapped("", &say.word("today-who"));
        }
    }
    pen.end();
    if today.open.rows.is_empty() {
        pen.wrapped("", &say.word("today-nothing-open"));
    } else {
        let heading = Message::new("today-open").with("count", today.open.fitting);
        pen.styled(Style::Strong, &say.say(&heading)).end();
        rows(pen, say, &today.open.rows, Columns { project: true, state: false, short: true });
        pen.end();
        if let Some(first) = today.open.rows.first() {
            pen.wrapped_styled(Style::Faint, "", &say.say(&Message::new("today-hint").with("id", &first.id)));
        }
    }
    if !today.also.is_empty() {
        pen.end().styled(Style::Strong, &say.word("today-also")).end();
        for it in &today.also {
            pen.link(&format!("{}{}", it.label, say.word("colon")), &it.link);
        }
    }
    let shared = shared(today);
    if !shared.is_empty() {
        pen.end();
    }
    for message in shared {
        pen.wrapped_styled(Style::Warning, "", &say.say(&message));
    }
}

/// What stands between this computer and the others.
pub(super) fn shared(today: &Today) -> Vec<Message> {
    let counted =
        |key, count: Option<usize>| count.filter(|count| *count > 0).map(|count| Message::new(key).with("count", count));
    let unsent = counted("today-unsent", today.unsent.filter(|_| today.unsent_requests.is_none()));
    let requests = counted("today-requests-unsent", today.unsent_requests);
    let heard = today.heard.map(|day| Message::new("today-heard").with("day", day));
    unsent.into_iter().chain(requests).chain(heard).collect()
}

fn mine(pen: &mut Pen<'_>, say: &Catalogue, today: &Today, who: &str) {
    let heading = Message::new("today-mine").with("count", today.mine.len()).with("person", who);
    pen.styled(Style::Strong, &say.say(&heading)).end();
    rows(pen, say, &today.mine, Columns { project: false, state: true, short: true });
    let ends =
        today.mine.iter().filter(|row| row.status == Status::Claimed).filter_map(|row| Some((row, row.holder.as_ref()?.1)));
    for (row, until) in ends.filter(|(_, until)| *until <= today.ends_soon) {
        let key = if today.renewable.contains(&row.id) { "today-ends-soon" } else { "today-ends-for-good" };
        let message = Message::new(key).with("task", row.title.as_str()).with("until", until).with("id", &row.id);
        pen.wrapped_styled(Style::Warning, "", &say.say(&message));
    }
}
