//! Notes on lines of files, as forges show them beside the change: for requests and for what `check` found.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;

use crate::domain::message::Message;
use crate::domain::text::UNBROKEN;
use crate::render::catalogue::Catalogue;
use crate::render::outcome;
use crate::render::pen::Pen;
use crate::rules::verdict::Verdict;
use crate::store::{Problem, Severity};
use crate::usecase::read::check::Report;
use crate::usecase::replay::{Item, Review};

use super::words::{changes, objected, verdict_line};

/// One note.
struct Note {
    is_error: bool,
    path: String,
    at: Option<(usize, usize)>,
    /// The rule, or what found it.
    title: &'static str,
    message: String,
}

/// What `check` calls itself in a note.
const CHECK: &str = "mpa check";

/// Notes as workflow commands of GitHub and Forgejo, then the verdict.
pub fn github(pen: &mut Pen<'_>, say: &Catalogue, review: &Review) {
    annotations(pen, &notes_of(say, review));
    verdict(pen, say, review);
}

/// What the request comes to.
pub fn verdict(pen: &mut Pen<'_>, say: &Catalogue, review: &Review) {
    pen.line(&changes(say, review));
    pen.line(&verdict_line(say, review));
}

/// What `check` found as workflow commands of GitHub and Forgejo.
pub fn github_check(pen: &mut Pen<'_>, say: &Catalogue, report: &Report, prefix: &str) {
    annotations(pen, &notes_of_check(say, report, prefix));
    outcome::summary(pen, say, report);
}

fn annotations(pen: &mut Pen<'_>, notes: &[Note]) {
    for note in notes {
        let kind = if note.is_error { "error" } else { "warning" };
        pen.annotation(kind, &note.path, note.at, note.title, &note.message);
    }
}

/// Notes as a Code Quality report of GitLab.
pub fn gitlab(say: &Catalogue, review: &Review) -> String {
    quality(&notes_of(say, review))
}

/// What `check` found as a Code Quality report of GitLab.
pub fn gitlab_check(say: &Catalogue, report: &Report, prefix: &str) -> String {
    quality(&notes_of_check(say, report, prefix))
}

fn notes_of(say: &Catalogue, review: &Review) -> Vec<Note> {
    let note = |item: &Item| {
        let (is_error, why) = match &item.verdict {
            Verdict::Routine => return None,
            Verdict::NeedsOrganiser(why) => (false, why),
            Verdict::Refused(why) => (true, why),
        };
        let message = format!("{}{}{}", plain(say, &item.sentence), say.word("sentence-end"), plain(say, &objected(why)));
        Some(Note { is_error, path: item.path.clone(), at: item.at, title: why.rule.as_str(), message })
    };
    review.items.iter().filter_map(note).collect()
}

/// `prefix` leads from the top of the repository to the folder that holds `data/`.
fn notes_of_check(say: &Catalogue, report: &Report, prefix: &str) -> Vec<Note> {
    let note = |problem: &Problem| Note {
        is_error: problem.severity == Severity::Error,
        path: format!("{prefix}{}", problem.path),
        at: problem.at,
        title: CHECK,
        message: plain(say, &problem.in_field()),
    };
    report.problems.iter().map(note).collect()
}

fn plain(say: &Catalogue, message: &Message) -> String {
    say.say(message).replace(UNBROKEN, " ")
}

/// An entry of a Code Quality report, with the names GitLab gives them.
#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

fn quality(notes: &[Note]) -> String {
    let issue = |(at, note): (usize, &'_ Note)| {
        let mut hasher = DefaultHasher::new();
        (at, &note.path, note.title, &note.message).hash(&mut hasher);
        let fingerprint = format!("{:016x}", hasher.finish());
        (fingerprint, note.at.map_or(1, |(line, _)| line))
    };
    let known: Vec<(String, usize)> = notes.iter().enumerate().map(issue).collect();
    let issues = notes.iter().zip(known).map(|(note, (fingerprint, begin))| Issue {
        description: &note.message,
        check_name: note.title,
        fingerprint,
        severity: if note.is_error { "blocker" } else { "minor" },
        location: Location { path: &note.path, lines: Lines { begin } },
    });
    serde_json::to_string_pretty(&issues.collect::<Vec<_>>()).unwrap_or_else(|error| unreachable!("{error}"))
}
