//! The JSON of the week.

use serde::Serialize;

use crate::domain::claim::Evidence;
use crate::domain::project::{Deliverable, Project};
use crate::usecase::context::past::Past;
use crate::usecase::read::report::Report;
use crate::usecase::read::site::PublicTask;

use super::document_of;
use super::progress::ProgressPage;
use super::task::TaskRow;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ReportPage<'a> {
    since: String,
    finished: Vec<Finished<'a>>,
    delivered: Vec<Promised<'a>>,
    late: Vec<Promised<'a>>,
    sent_back: Vec<TaskRow<'a>>,
    joined: Vec<Joined<'a>>,
    free_soon: Vec<TaskRow<'a>>,
    /// How many requests wait; `null` where that cannot be known.
    requests: Option<usize>,
    progress: ProgressPage<'a>,
}

#[derive(Serialize)]
struct Finished<'a> {
    #[serde(flatten)]
    row: TaskRow<'a>,
    /// The time spent, in minutes.
    spent: u32,
}

#[derive(Serialize)]
struct Promised<'a> {
    project: &'a str,
    slug: &'a str,
    title: &'a str,
    due: String,
    first: bool,
    evidence: Option<&'a str>,
}

#[derive(Serialize)]
struct Joined<'a> {
    at: String,
    person: &'a str,
    project: &'a str,
}

/// What happened since a day, and what comes next.
pub fn report(report: &Report, past: Option<&Past>) -> String {
    let page = ReportPage {
        since: report.since.to_string(),
        finished: report
            .finished()
            .into_iter()
            .map(|it| Finished { row: TaskRow::from(&it.row), spent: it.task.time().get() })
            .collect(),
        delivered: report.delivered().into_iter().map(|it| of(report, it)).collect(),
        late: report.late().into_iter().map(|it| of(report, it)).collect(),
        sent_back: rows(report.sent_back()),
        joined: report
            .joined()
            .into_iter()
            .map(|it| Joined { at: it.at.to_string(), person: it.who.as_str(), project: it.project.as_str() })
            .collect(),
        free_soon: rows(report.free_soon()),
        requests: report.requests.as_ref().map(Vec::len),
        progress: ProgressPage::from(&report.site.progress),
    };
    document_of("report", past, page)
}

fn rows(tasks: Vec<&PublicTask>) -> Vec<TaskRow<'_>> {
    tasks.into_iter().map(|it| TaskRow::from(&it.row)).collect()
}

fn of<'a>(report: &Report, (project, it): (&'a Project, &'a Deliverable)) -> Promised<'a> {
    Promised {
        project: project.slug.as_str(),
        slug: it.slug.as_str(),
        title: &it.title,
        due: report.due(it).to_string(),
        first: it.first,
        evidence: it.delivered.as_ref().map(|delivery| Evidence::as_str(&delivery.evidence)),
    }
}
