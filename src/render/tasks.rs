//! The list of tasks and the page of one task.

use std::iter;

use crate::domain::claim::Claim;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::usecase::read::fit::Reason;
use crate::usecase::read::list::{Listing, Row};
use crate::usecase::read::show::TaskView;
use crate::usecase::request::Stage;

use super::catalogue::Catalogue;
use super::pen::{Pen, Style, wrapping};
use super::safe::visible;
use super::table::{Column, table_of};
use super::words::{due, is_overdue, own_state, place, reasons, state, status_style};

/// The most lines of one task in a list.
const LINES: usize = 3;
/// The narrowest column for a title.
const TITLE_MIN: usize = 24;
/// The most reasons that are given for one task.
const REASONS: usize = 2;

/// Which columns a list has beside id, title, time and due day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Columns {
    /// The project.
    pub project: bool,
    /// The state, with who and when.
    pub state: bool,
    /// Why it suits the person.
    pub why: bool,
    /// Every task on one line, for a page that has to fit a screen.
    pub short: bool,
}

/// A list of tasks with its heading line and what to do next.
pub fn list(pen: &mut Pen<'_>, say: &Catalogue, listing: &Listing, columns: Columns) {
    if listing.nearest {
        pen.wrapped_styled(Style::Warning, "", &say.word("list-nearest")).end();
    }
    if listing.rows.is_empty() {
        pen.wrapped("", &say.word("list-empty"));
        return;
    }
    rows(pen, say, &listing.rows, columns);
    pen.end();
    let ends = |row: &Row| row.holder.as_ref().filter(|_| row.status == Status::Claimed).map(|(_, until)| *until);
    let mut days = listing.rows.iter().flat_map(|row| iter::once(row.due).chain(ends(row)));
    if let Some(zone) = days.find_map(|day| say.zone_of_end(day)) {
        pen.wrapped("", &say.say(&Message::new("list-zone").with("zone", zone)));
    }
    if listing.rows.iter().any(|row| is_overdue(row.status, row.due, listing.today)) {
        pen.wrapped("", &say.word("list-overdue"));
    }
    let whole = || say.say(&Message::new("list-count").with("count", listing.fitting));
    let count = cut(say, listing).unwrap_or_else(whole);
    pen.text(&count);
    if let Some(first) = listing.rows.iter().find(|row| row.is_free() && !say.looks_back()) {
        pen.text(" ").text(&say.say(&Message::new("list-hint").with("id", &first.id)));
    }
    pen.end();
}

/// What is to be known of a list whose rows stand alone: none of them fits, or there are more.
pub fn around(pen: &mut Pen<'_>, say: &Catalogue, listing: &Listing) {
    if listing.nearest {
        pen.wrapped_styled(Style::Warning, "", &say.word("list-nearest-aside"));
    }
    if let Some(cut) = cut(say, listing) {
        pen.wrapped("", &cut);
    }
}

/// "3 of 8 tasks", where a list was cut.
fn cut(say: &Catalogue, listing: &Listing) -> Option<String> {
    let message = || Message::new("list-cut").with("shown", listing.rows.len()).with("count", listing.fitting);
    (listing.rows.len() < listing.fitting).then(|| say.say(&message()))
}

/// The table of a list alone.
pub fn rows(pen: &mut Pen<'_>, say: &Catalogue, rows: &[Row], columns: Columns) {
    let heading = |key: &str| say.word(key);
    let mut shape = vec![Column::natural(heading("column-id")), Column::flexible(heading("column-title"), TITLE_MIN)];
    shape.extend(columns.project.then(|| Column::natural(heading("column-project")).goes(1)));
    shape.push(Column::natural(heading("column-time")));
    shape.push(Column::natural(heading("column-due")));
    shape.extend(columns.state.then(|| Column::flexible(heading("column-state"), 12)));
    shape.extend(columns.why.then(|| Column::flexible(heading("column-why"), 12).goes(2)));
    let lines = if columns.short { 1 } else { LINES };
    table_of(pen, &shape, lines, rows.len(), |at| cells(say, &rows[at], columns));
}

fn cells(say: &Catalogue, row: &Row, columns: Columns) -> Vec<String> {
    let mut cells = vec![row.id.to_string(), row.title.clone()];
    cells.extend(columns.project.then(|| row.project.to_string()));
    cells.push(say.language().budget(row.budget));
    cells.push(due(say, row.due, row.status));
    cells.extend(columns.state.then(|| if columns.short { own_state(say, row) } else { state(say, row) }));
    cells.extend(columns.why.then(|| why(say, row, if columns.short { 1 } else { REASONS })));
    cells
}

/// Why a task suits the person, beside the day it is due.
fn why(say: &Catalogue, row: &Row, most: usize) -> String {
    reasons(say, row.reasons().iter().filter(|reason| !matches!(reason, Reason::Due(_))).take(most))
}

/// Everything about one task.
pub fn show(pen: &mut Pen<'_>, say: &Catalogue, view: &TaskView) {
    let task = &view.task;
    pen.wrapped_styled(Style::Strong, "", &visible(&task.title));
    let style = if view.row.pending.is_empty() { status_style(view.row.status) } else { Style::Warning };
    pen.beside((Style::Plain, task.id.as_str()), (style, &state(say, &view.row)));
    pen.end();
    let mut facts = Facts::default();
    let project = view.project.as_ref().map_or_else(|| task.project.to_string(), |project| project.title.clone());
    facts.add(say, "fact-project", project);
    let deliverable =
        task.deliverable.as_ref().map(|slug| match view.project.as_ref().and_then(|project| project.deliverable(slug)) {
            Some(deliverable) => deliverable.title.clone(),
            None => slug.to_string(),
        });
    facts.extend(say, "fact-deliverable", deliverable);
    facts.add(say, "fact-budget", say.language().budget(task.budget));
    let spent = task.time();
    facts.extend(say, "fact-spent", (spent.get() > 0).then(|| say.language().time(spent)));
    let due = say.language().weekday(view.row.due, say.today());
    let due = say.until(view.row.due, &due);
    let is_late = is_overdue(view.row.status, view.row.due, say.today());
    facts.add(say, "fact-due", if is_late { say.say(&Message::new("due-past").with("day", due)) } else { due });
    facts.add(say, "fact-where", place(say, &task.place));
    facts.extend(say, "fact-skills", (!task.skills.is_empty()).then(|| task.skills.join(", ")));
    facts.extend(say, "fact-done-when", task.done_when.clone());
    let waits = view.waits_for.iter().map(|(id, title)| format!("{id} {title}")).collect::<Vec<_>>();
    facts.extend(say, "fact-after", (!waits.is_empty()).then(|| waits.join("\n")));
    facts.write(pen);
    if let Some(description) = &task.description {
        pen.end().wrapped("", &visible(description.trim()));
    }
    if !task.resources.is_empty() {
        pen.end().styled(Style::Strong, &say.word("heading-resources")).end();
        for resource in &task.resources {
            pen.link(&format!("{}{}", resource.label, say.word("colon")), &resource.link);
        }
    }
    history(pen, say, view);
    asked(pen, say, view);
    if !say.looks_back() {
        next(pen, say, view);
    }
}

/// What one task is about, for whoever chooses one: its text, when it is done, and with what.
pub fn glance(say: &Catalogue, task: &Task) -> Vec<String> {
    let labelled = |key: &str, value: &str| format!("{}{}{value}", say.word(key), say.word("colon"));
    let text = task.description.as_ref().map(|text| text.trim().to_owned());
    let done = task.done_when.as_ref().map(|text| labelled("fact-done-when", text.trim()));
    let labels: Vec<&str> = task.resources.iter().map(|resource| resource.label.as_str()).collect();
    let resources = (!labels.is_empty()).then(|| labelled("heading-resources", &labels.join(", ")));
    text.into_iter().chain(done).chain(resources).collect()
}

/// Labels and values, in two columns.
#[derive(Default)]
pub(super) struct Facts(Vec<(String, String)>);

impl Facts {
    pub(super) fn add(&mut self, say: &Catalogue, key: &str, value: String) {
        self.0.push((say.word(key), value));
    }

    pub(super) fn extend(&mut self, say: &Catalogue, key: &str, value: Option<String>) {
        self.0.extend(value.map(|value| (say.word(key), value)));
    }

    pub(super) fn write(&self, pen: &mut Pen<'_>) {
        let width = self.0.iter().map(|(label, _)| textwrap::core::display_width(label)).max().unwrap_or(0) + 2;
        for (label, value) in &self.0 {
            let room = pen.sheet().text_width().saturating_sub(width).max(20);
            let shown = visible(value).into_owned();
            let lines = shown.lines().flat_map(|line| textwrap::wrap(line, wrapping(room))).collect::<Vec<_>>();
            for (at, line) in lines.iter().enumerate() {
                let label = if at == 0 { label.as_str() } else { "" };
                let gap = width.saturating_sub(textwrap::core::display_width(label));
                pen.styled(Style::Faint, label).text(&" ".repeat(gap)).text(line).end();
            }
        }
    }
}

/// What happened to the task: sent back, handed over, finished, given up.
fn history(pen: &mut Pen<'_>, say: &Catalogue, view: &TaskView) {
    let task = &view.task;
    let mut sentences = Vec::new();
    if let Some(back) = &task.sent_back {
        sentences.push(
            Message::new("history-sent-back").with("person", &back.by).with("day", back.at).with("reason", back.reason.as_str()),
        );
    }
    if let Some(again) = &task.reopened {
        sentences.push(
            Message::new("history-reopened")
                .with("person", &again.by)
                .with("day", again.at)
                .with("reason", again.reason.as_str()),
        );
    }
    sentences.extend(task.claims.iter().map(|(who, claim)| of_claim(say, who, claim, view)));
    let handovers = task.claims.iter().filter_map(|(who, claim)| Some((who, claim.handover.as_ref()?)));
    sentences
        .extend(handovers.map(|(who, text)| Message::new("history-handover").with("person", who).with("text", text.as_str())));
    if let Some(done) = &task.done {
        sentences.push(
            Message::new("history-done").with("person", &done.by).with("day", done.at).with("evidence", done.evidence.as_str()),
        );
        sentences.extend(done.note.as_ref().map(|note| Message::new("history-note").with("text", note.as_str())));
    }
    if let Some(cancelled) = &task.cancelled {
        sentences.push(
            Message::new("history-cancelled")
                .with("person", &cancelled.by)
                .with("day", cancelled.at)
                .with("reason", cancelled.reason.as_str()),
        );
    }
    if !sentences.is_empty() {
        pen.end().styled(Style::Strong, &say.word("heading-history")).end();
        for sentence in sentences.iter() {
            pen.wrapped("  ", &say.say(sentence));
        }
    }
}

fn of_claim(say: &Catalogue, who: &Handle, claim: &Claim, view: &TaskView) -> Message {
    let key = match claim.released {
        Some(_) => "history-released",
        None if view.task.is_over() => "history-taken",
        None if claim.is_active(view.today) => "history-held",
        None => "history-expired",
    };
    let time = claim.time();
    let spent = if time.get() == 0 { say.word("no-time-noted") } else { say.language().time(time) };
    Message::new(key)
        .with("person", who)
        .with("since", claim.since())
        .with("until", claim.released.unwrap_or(claim.until()))
        .with("spent", spent)
        .with("renewed", claim.renewed)
}

/// What the person asked for, as it stands in their request.
fn asked(pen: &mut Pen<'_>, say: &Catalogue, view: &TaskView) {
    let Some((_, claim)) = &view.asked else { return };
    let time = claim.time();
    let spent = if time.get() == 0 { say.word("no-time-noted") } else { say.language().time(time) };
    let message = Message::new("history-asked").with("since", claim.since()).with("until", claim.until()).with("spent", spent);
    pen.end().wrapped("", &say.say(&message));
}

/// How to take it, or why not, and whom to ask.
fn next(pen: &mut Pen<'_>, say: &Catalogue, view: &TaskView) {
    pen.end();
    let id = &view.task.id;
    let sentence = match view.row.status {
        _ if view.is_asked_for() && view.request == Some(Stage::Unsent) => Message::new("next-pending-unsent"),
        _ if view.is_asked_for() && view.request == Some(Stage::TakenAway) => Message::new("note-taken-away"),
        _ if view.is_asked_for() => Message::new("next-pending-mine"),
        Status::Open if view.is_asked_by_another() => Message::new("next-pending"),
        Status::Open => Message::new("next-claim").with("until", view.would_be_until),
        Status::Claimed if view.mine => Message::new("next-mine"),
        Status::Claimed => Message::new("next-claimed"),
        Status::Blocked => Message::new("next-blocked").with("count", view.waits_for.len()),
        Status::Draft => Message::new("next-draft"),
        Status::Done => Message::new("next-done"),
        Status::Cancelled => Message::new("next-cancelled"),
    };
    pen.wrapped("", &say.say(&sentence));
    let command = match view.row.status {
        _ if view.is_asked_for() => (view.request == Some(Stage::Unsent)).then(|| "mpa sync".to_owned()),
        Status::Open if view.is_asked_by_another() => Some(format!("mpa claim {id} --yes")),
        Status::Open => Some(format!("mpa claim {id}")),
        Status::Claimed if view.mine => Some(format!("mpa close {id}")),
        _ => None,
    };
    if let Some(command) = command {
        pen.text("  ").styled(Style::Command, &command).end();
    }
    if let Some(contact) = &view.contact {
        pen.wrapped("", &say.say(&Message::new("next-contact").with("contact", contact.as_str())));
    }
}
