//! The week in one text, ready to be sent: what is said stands here once; [`forms`] writes it for a terminal, in Markdown and in
//! HTML for a mail.

mod forms;

use crate::domain::claim::Evidence;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::project::{Deliverable, Project};
use crate::rules::progress::{Tally, total};
use crate::usecase::read::progress::countdown;
use crate::usecase::read::report::Report;
use crate::usecase::read::site::{Joining, PublicTask};

use super::catalogue::Catalogue;
use super::review::brief;

pub use forms::{html, markdown, text};

/// The most lines that a part has: the rest is counted.
const SHOWN: usize = 20;

/// The whole text.
struct Sheet {
    /// What it is about.
    title: String,
    /// From when to when.
    span: String,
    /// What is said, part by part.
    parts: Vec<Part>,
    /// What whoever wants to know more is told, and whom to write to.
    ending: Option<(String, String)>,
}

/// Some lines under a heading.
struct Part {
    heading: String,
    lines: Vec<Line>,
    /// What follows the lines.
    note: Option<String>,
}

/// A line, which may have a bar before it or lead somewhere.
struct Line {
    text: String,
    link: Option<String>,
    /// What is done, of what.
    share: Option<(u64, u64)>,
}

impl Line {
    fn new(text: String) -> Self {
        Self { text, link: None, share: None }
    }

    /// With what can be looked at: where that leads somewhere, else in words.
    fn shown(say: &Catalogue, message: &Message, evidence: &Evidence) -> Self {
        let text = say.say(message);
        let shown = evidence.as_str();
        if shown.starts_with("https://") {
            Self { text, link: Some(shown.to_owned()), share: None }
        } else {
            Self::new(say.say(&Message::new("report-with-result").with("said", text).with("result", shown)))
        }
    }
}

fn sheet(say: &Catalogue, report: &Report) -> Sheet {
    let day = |day: Day| say.language().weekday(day, report.today());
    let title = Message::new("report-title")
        .with("campaign", report.campaign().name.as_str())
        .with("countdown", countdown(report.site.progress.days_left()));
    let span = Message::new("report-span").with("since", day(report.since)).with("until", day(report.today()));
    let span = span.with("deadline", day(report.site.deadline));
    let parts = [finished(say, report), delivered(say, report), late(say, report), sent_back(say, report), joined(say, report)];
    let more = [free(say, report), requests(say, report), bars(say, report)];
    let contact = report.campaign().contact.clone();
    Sheet {
        title: say.say(&title),
        span: say.say(&span),
        parts: parts.into_iter().chain(more).flatten().collect(),
        ending: contact.map(|contact| (say.word("report-contact"), contact)),
    }
}

/// The part under that heading; nothing where there is nothing to say.
fn part(say: &Catalogue, heading: Message, lines: impl ExactSizeIterator<Item = Line>) -> Option<Part> {
    let count = lines.len();
    let left = count.saturating_sub(SHOWN);
    let note = (left > 0).then(|| say.say(&Message::new("report-more").with("count", left)));
    let heading = say.say(&heading.with("count", count));
    (count > 0).then(|| Part { heading, lines: lines.take(SHOWN).collect(), note })
}

fn finished(say: &Catalogue, report: &Report) -> Option<Part> {
    let found = report.finished();
    if found.is_empty() {
        let (heading, nothing) =
            (say.say(&Message::new("report-finished").with("count", 0_usize)), say.word("report-nothing-finished"));
        return Some(Part { heading, lines: Vec::new(), note: Some(nothing) });
    }
    let line = |it: &&PublicTask| {
        let done = it.task.finished()?;
        let time = it.task.time();
        let key = if time.get() == 0 { "report-task-done" } else { "report-task-done-in" };
        let message = Message::new(key).with("task", it.task.title.as_str()).with("person", &done.by).with("time", time);
        Some(Line::shown(say, &message.with("project", title(report, &it.task.project)), &done.evidence))
    };
    let lines: Vec<Line> = found.iter().filter_map(line).collect();
    part(say, Message::new("report-finished"), lines.into_iter())
}

fn delivered(say: &Catalogue, report: &Report) -> Option<Part> {
    let found = report.delivered();
    let lines: Vec<Line> = found
        .iter()
        .filter_map(|(project, it)| {
            let delivery = it.delivered.as_ref()?;
            let key = if it.first { "report-first-delivered" } else { "report-delivered" };
            let message = Message::new(key).with("deliverable", it.title.as_str()).with("project", project.title.as_str());
            Some(Line::shown(say, &message, &delivery.evidence))
        })
        .collect();
    part(say, Message::new("report-deliveries"), lines.into_iter())
}

fn late(say: &Catalogue, report: &Report) -> Option<Part> {
    let found = report.late();
    let line = |(project, it): &(&Project, &Deliverable)| {
        let message = Message::new("report-late").with("deliverable", it.title.as_str()).with("day", report.due(it));
        Line::new(say.say(&message.with("project", project.title.as_str())))
    };
    part(say, Message::new("report-late-heading"), found.iter().map(line))
}

fn sent_back(say: &Catalogue, report: &Report) -> Option<Part> {
    let found = report.sent_back();
    let lines: Vec<Line> = found
        .iter()
        .filter_map(|it| {
            let back = it.task.sent_back.as_ref()?;
            let message = Message::new("report-sent-back").with("task", it.task.title.as_str()).with("id", &it.task.id);
            Some(Line::new(say.say(&message.with("reason", back.reason.as_str()))))
        })
        .collect();
    part(say, Message::new("report-sent-back-heading"), lines.into_iter())
}

fn joined(say: &Catalogue, report: &Report) -> Option<Part> {
    let found = report.joined();
    let line = |it: &&Joining| {
        let message = Message::new("report-joined").with("person", &it.who).with("project", title(report, &it.project));
        Line::new(say.say(&message.with("day", it.at)))
    };
    part(say, Message::new("report-joined-heading"), found.iter().map(line))
}

fn free(say: &Catalogue, report: &Report) -> Option<Part> {
    let found = report.free_soon();
    let line = |it: &&PublicTask| {
        let message = Message::new("report-free").with("task", it.task.title.as_str()).with("id", &it.task.id);
        let message = message.with("project", title(report, &it.task.project)).with("budget", it.task.budget);
        Line::new(say.say(&message.with("day", it.row.due)))
    };
    let mut part = part(say, Message::new("report-free-heading").with("day", report.soon()), found.iter().map(line))?;
    if !say.looks_back() {
        let how = say.say(&Message::new("report-how").with("id", &found[0].task.id));
        part.note = Some(part.note.map_or(how.clone(), |more| format!("{more} {how}")));
    }
    Some(part)
}

fn requests(say: &Catalogue, report: &Report) -> Option<Part> {
    let found = report.requests.as_deref().unwrap_or_default();
    part(say, Message::new("report-requests"), found.iter().map(|waiting| Line::new(brief(say, waiting))))
}

fn bars(say: &Catalogue, report: &Report) -> Option<Part> {
    let line = |name: &str, tally: &Tally| {
        let message = Message::new("report-progress").with("name", name).with("done", tally.done.to_string());
        let message = message.with("tasks", tally.tasks).with("left", tally.left());
        Line { share: Some(tally.share()), ..Line::new(say.say(&message)) }
    };
    let running = || report.site.progress.projects.iter().filter(|it| it.ended.is_none() && it.tally.tasks > 0);
    let mut lines: Vec<Line> = running().map(|it| line(&it.title, &it.tally)).collect();
    if lines.len() > 1 {
        lines.push(line(&say.word("total"), &total(running())));
    }
    (!lines.is_empty()).then(|| Part { heading: say.word("report-progress-heading"), lines, note: None })
}

fn title<'a>(report: &'a Report, slug: &'a Slug) -> &'a str {
    report.site.project_title(slug)
}
