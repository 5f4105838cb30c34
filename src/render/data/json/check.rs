//! The JSON of what `check` found.

use serde::Serialize;

use crate::domain::message::{Arg, Message};
use crate::domain::text::UNBROKEN;
use crate::render::Catalogue;
use crate::store::Severity;
use crate::usecase::read::check::Report;

use super::document;

#[derive(Serialize)]
struct ReportPage<'a> {
    tasks: usize,
    projects: usize,
    errors: usize,
    warnings: usize,
    elsewhere: usize,
    problems: Vec<ProblemLine<'a>>,
}

#[derive(Serialize)]
struct ProblemLine<'a> {
    severity: &'a str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    field: Option<&'a str>,
    rule: &'a str,
    found: Option<String>,
    kind: Option<String>,
    expected: Option<String>,
    message: String,
}

/// What `check` found; the sentences are those of `say`.
pub fn check(report: &Report, say: &Catalogue) -> String {
    let problems = report.problems.iter().map(|problem| ProblemLine {
        severity: if problem.severity == Severity::Error { "error" } else { "warning" },
        path: &problem.path,
        line: problem.at.map(|(line, _)| line),
        column: problem.at.map(|(_, column)| column),
        field: problem.field.as_deref(),
        rule: problem.rule(),
        found: value(&problem.what, &["found"], say),
        kind: value(&problem.what, &["kind"], say),
        expected: value(&problem.what, &["expected", "example"], say),
        message: say.say(&problem.what).replace(UNBROKEN, " "),
    });
    document(
        "check",
        ReportPage {
            tasks: report.tasks,
            projects: report.projects,
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            elsewhere: report.elsewhere,
            problems: problems.collect(),
        },
    )
}

/// The first of the values called `names` that the sentence speaks of, in words.
fn value(what: &Message, names: &[&str], say: &Catalogue) -> Option<String> {
    let (_, value) = what.args().iter().find(|(name, _)| names.contains(name))?;
    Some(match value {
        Arg::Text(text) => text.clone(),
        Arg::Count(count) => count.to_string(),
        Arg::Day(day) => day.to_string(),
        Arg::Time(time) => time.to_string(),
        Arg::Budget(budget) => budget.to_string(),
        Arg::Word(message) => say.say(message).replace(UNBROKEN, " "),
        Arg::List(list) => list.join(", "),
    })
}
