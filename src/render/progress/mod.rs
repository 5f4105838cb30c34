//! How far each project has come, how fast, and what needs attention.

mod chart;
mod compact;
mod markdown;
mod pace;
mod reason;
mod since;

use crate::domain::day::{Day, Deadline};
use crate::domain::message::Message;
use crate::domain::status::Status;
use crate::rules::burnup::Level;
use crate::rules::progress::{DeliverableProgress, ProjectProgress, Tally};
use crate::usecase::read::headway::Headway;
use crate::usecase::read::progress::{Progress, countdown};

use super::catalogue::Catalogue;
use super::drawing::{Words, burnup};
use super::marks::Marks;
use super::pen::{Pen, Style};
use super::safe::visible;
use super::table::{Column, table};
use super::words::due;

pub use compact::compact;
pub use markdown::markdown;

/// The width of a project's bar, in columns.
const BAR: u64 = 10;

/// What is shown beside the sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// The characters that are drawn with.
    pub marks: Marks,
    /// Whether the burn-up is drawn.
    pub chart: bool,
}

/// Everything: what some days brought, the projects, the burn-up, the pace.
pub fn headway(pen: &mut Pen<'_>, say: &Catalogue, headway: &Headway, look: Look) {
    let progress = &headway.progress;
    heading(pen, say, progress);
    pen.end();
    since::since(pen, say, headway, look.marks);
    sums(pen, say, progress, look.marks);
    if look.chart && progress.total.tasks > 0 {
        chart::chart(pen, say, look.marks, &headway.burnup, progress.deadline);
        pen.end();
    }
    outlook(pen, say, progress);
    pace::pace(pen, say, headway, look.marks);
}

/// The sums alone: a heading, a line a project, what is left.
pub fn progress(pen: &mut Pen<'_>, say: &Catalogue, progress: &Progress) {
    heading(pen, say, progress);
    pen.end();
    sums(pen, say, progress, Marks::default());
    outlook(pen, say, progress);
}

/// The burn-up as an SVG that stands alone; `None` where there was never anything to do.
pub fn svg(say: &Catalogue, levels: &[(Day, Level)], deadline: Deadline, day: Day) -> Option<String> {
    let words = Words::of(say, levels, deadline, day)?;
    burnup(&words, None, levels, day).map(|drawing| format!("{}\n", drawing.into_string()))
}

fn sums(pen: &mut Pen<'_>, say: &Catalogue, progress: &Progress, marks: Marks) {
    let is_alone = progress.projects.len() < 2;
    let mut shape = vec![
        Column::flexible(say.word("column-project"), 16),
        Column::natural(String::new()).goes(2),
        Column::right(say.word("column-tasks")),
        Column::right(say.word("column-hours")).goes(1),
        Column::flexible(say.word("column-first-deliverable"), 9).goes(3),
        Column::flexible(say.word("column-next-due"), 9),
    ];
    shape.extend((!is_alone).then(|| Column::flexible(say.word("column-attention"), 12)));
    let last = progress.projects.len();
    let row = |at: usize| match progress.projects.get(at) {
        Some(project) => {
            let why = project.reasons.first().map(|it| reason::reason(say, it)).unwrap_or_default();
            let texts = [first_deliverable(say, project), next_due(say, project), why];
            cells(say, marks, &project.title, &project.tally, texts)
        }
        None => cells(say, marks, &say.word("total"), &progress.total, [const { String::new() }; 3]),
    };
    table(pen, &shape, last + usize::from(!is_alone), |at| row(at).into_iter().take(shape.len()).collect());
    pen.end();
    if let [only] = &progress.projects[..] {
        deliverables(pen, say, only, marks);
    }
}

/// What is left, and everything that there is to see to where one project is looked at.
fn outlook(pen: &mut Pen<'_>, say: &Catalogue, progress: &Progress) {
    if let [only] = &progress.projects[..]
        && !only.reasons.is_empty()
    {
        let told: Vec<String> = only.reasons.iter().map(|it| reason::reason(say, it)).collect();
        pen.wrapped("", &say.say(&Message::new("attention").with("reasons", told.join(", "))));
    }
    pace::left(pen, say, progress);
}

pub(super) fn heading(pen: &mut Pen<'_>, say: &Catalogue, progress: &Progress) {
    let days = progress.days_left();
    let title = format!("{} — {}", visible(&progress.campaign), say.say(&countdown(days)));
    let day = say.language().weekday(progress.deadline, progress.today);
    let day = say.zone_of_end(progress.deadline).map_or(day.clone(), |zone| format!("{day}, {zone}"));
    let deadline = say.say(&Message::new("heading-deadline").with("day", day));
    if pen.is_wider_than_sheet(&format!("{title} {deadline}")) {
        pen.wrapped_styled(Style::Strong, "", &title).wrapped("", &deadline);
    } else {
        pen.styled(Style::Strong, &title).text(" ").line(&deadline);
    }
}

fn cells(say: &Catalogue, marks: Marks, title: &str, tally: &Tally, texts: [String; 3]) -> Vec<String> {
    let (done, of) = tally.share();
    let counts = format!("{}/{}", tally.done, tally.tasks);
    [title.to_owned(), marks.bar(done, of, BAR), counts, hours(say, tally)].into_iter().chain(texts).collect()
}

/// "2 h of 6 h": the planned time of what is finished, and of all.
fn hours(say: &Catalogue, tally: &Tally) -> String {
    say.say(&Message::new("hours-of").with("done", tally.planned_done).with("of", tally.planned))
}

fn next_due(say: &Catalogue, project: &ProjectProgress) -> String {
    project.next_due.as_ref().map(|(_, day)| due(say, *day, Status::Open)).unwrap_or_default()
}

fn first_deliverable(say: &Catalogue, project: &ProjectProgress) -> String {
    match project.first() {
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

fn deliverables(pen: &mut Pen<'_>, say: &Catalogue, project: &ProjectProgress, marks: Marks) {
    for deliverable in &project.deliverables {
        let is_late = deliverable.delivered.is_none() && deliverable.due < say.today();
        let due = Message::new(if is_late { "deliverable-line-late" } else { "deliverable-line" })
            .with("title", deliverable.title.as_str())
            .with("due", deliverable.due)
            .with("state", deliverable_state(say, deliverable));
        pen.hanging(marks.bullet(deliverable.first), &say.say(&due));
    }
    if !project.deliverables.is_empty() {
        pen.end();
    }
}
