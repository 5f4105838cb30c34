//! The JSON of what `check` found.

use serde::Serialize;

use crate::domain::text::UNBROKEN;
use crate::render::Catalogue;
use crate::store::Severity;
use crate::usecase::check::Report;

use super::document;

#[derive(Serialize)]
struct ReportPage<'a> {
    tasks: usize,
    projects: usize,
    errors: usize,
    warnings: usize,
    problems: Vec<ProblemLine<'a>>,
}

#[derive(Serialize)]
struct ProblemLine<'a> {
    severity: &'a str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    field: Option<&'a str>,
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
        message: say.say(&problem.what).replace(UNBROKEN, " "),
    });
    document(
        "check",
        ReportPage {
            tasks: report.tasks,
            projects: report.projects,
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            problems: problems.collect(),
        },
    )
}
