//! The JSON documents.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::name::{Handle, Slug};
use crate::domain::project::{Deliverable, Delivery, Project, Theme};
use crate::domain::task::{Place, Resource};
use crate::rules::progress::{DeliverableProgress, ProjectProgress, Tally};
use crate::store::Severity;
use crate::usecase::check::Report;
use crate::usecase::list::{Listing, Row};
use crate::usecase::projects::ProjectView;
use crate::usecase::show::TaskView;
use crate::usecase::standing::Progress;
use crate::usecase::themes::Themes;
use crate::usecase::today::Today;

use super::super::catalogue::Catalogue;
use super::VERSION;

#[derive(Serialize)]
struct Document<'a, T> {
    version: u32,
    kind: &'a str,
    #[serde(flatten)]
    content: T,
}

fn document(kind: &str, content: impl Serialize) -> String {
    serde_json::to_string_pretty(&Document { version: VERSION, kind, content }).unwrap_or_else(|error| unreachable!("{error}"))
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct TaskRow<'a> {
    id: &'a str,
    title: &'a str,
    project: &'a str,
    status: &'a str,
    budget_least: u32,
    budget_most: u32,
    size: &'a str,
    due: String,
    created: String,
    holder: Option<&'a str>,
    holder_day: Option<String>,
    expired: bool,
    sent_back: bool,
    skills: &'a [String],
    r#where: &'a str,
    place: Option<&'a str>,
    after: Vec<&'a str>,
}

fn place_name(place: &Place) -> Option<&str> {
    match place {
        Place::OnSite(name) => name.as_deref(),
        Place::Remote | Place::Either => None,
    }
}

impl<'a> From<&'a Row> for TaskRow<'a> {
    fn from(row: &'a Row) -> Self {
        Self {
            id: row.id.as_str(),
            title: &row.title,
            project: row.project.as_str(),
            status: row.status.as_str(),
            budget_least: row.budget.least().get(),
            budget_most: row.budget.most().get(),
            size: row.budget.size().as_str(),
            due: row.due.to_string(),
            created: row.created.to_string(),
            holder: row.holder.as_ref().map(|(who, _)| who.as_str()),
            holder_day: row.holder.as_ref().map(|(_, day)| day.to_string()),
            expired: row.expired,
            sent_back: row.sent_back,
            skills: &row.skills,
            r#where: row.place.as_str(),
            place: place_name(&row.place),
            after: row.after.iter().map(|id| id.as_str()).collect(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct TaskRows<'a> {
    today: String,
    nearest: bool,
    fitting: usize,
    tasks: Vec<TaskRow<'a>>,
    unreadable: usize,
}

impl<'a> From<&'a Listing> for TaskRows<'a> {
    fn from(listing: &'a Listing) -> Self {
        Self {
            today: listing.today.to_string(),
            nearest: listing.nearest,
            fitting: listing.fitting,
            tasks: listing.rows.iter().map(TaskRow::from).collect(),
            unreadable: listing.problems.iter().filter(|problem| problem.severity == Severity::Error).count(),
        }
    }
}

/// A list of tasks.
pub fn tasks(listing: &Listing) -> String {
    document("tasks", TaskRows::from(listing))
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ClaimRecord<'a> {
    handle: &'a str,
    since: String,
    until: String,
    renewed: u32,
    recorded_by: Option<&'a str>,
    spent: BTreeMap<String, u32>,
    released: Option<String>,
    handover: Option<&'a str>,
}

impl<'a> From<&'a (Handle, Claim)> for ClaimRecord<'a> {
    fn from((who, claim): &'a (Handle, Claim)) -> Self {
        Self {
            handle: who.as_str(),
            since: claim.since().to_string(),
            until: claim.until().to_string(),
            renewed: claim.renewed,
            recorded_by: claim.recorded_by.as_ref().map(|handle| handle.as_str()),
            spent: claim.spent.iter().map(|(day, time)| (day.to_string(), time.get())).collect(),
            released: claim.released.map(|day| day.to_string()),
            handover: claim.handover.as_deref(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Ending<'a> {
    by: &'a str,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

impl<'a> From<&'a Closing> for Ending<'a> {
    fn from(it: &'a Closing) -> Self {
        let (by, at) = (it.by.as_str(), it.at.to_string());
        Self { by, at, evidence: Some(it.evidence.as_str()), note: it.note.as_deref(), reason: None }
    }
}

impl<'a> From<&'a Cancellation> for Ending<'a> {
    fn from(it: &'a Cancellation) -> Self {
        Self { by: it.by.as_str(), at: it.at.to_string(), evidence: None, note: None, reason: Some(&it.reason) }
    }
}

impl<'a> From<&'a Reopening> for Ending<'a> {
    fn from(it: &'a Reopening) -> Self {
        Self { by: it.by.as_str(), at: it.at.to_string(), evidence: None, note: None, reason: Some(&it.reason) }
    }
}

impl<'a> From<&'a Delivery> for Ending<'a> {
    fn from(it: &'a Delivery) -> Self {
        let (by, at) = (it.by.as_str(), it.at.to_string());
        Self { by, at, evidence: Some(it.evidence.as_str()), note: None, reason: None }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct TaskPage<'a> {
    today: String,
    id: &'a str,
    path: &'a str,
    title: &'a str,
    project: &'a str,
    status: &'a str,
    draft: bool,
    budget_least: u32,
    budget_most: u32,
    size: &'a str,
    spent: u32,
    done_when: Option<&'a str>,
    created: String,
    deliverable: Option<&'a str>,
    skills: &'a [String],
    r#where: &'a str,
    place: Option<&'a str>,
    due: String,
    own_due: Option<String>,
    after: Vec<&'a str>,
    waits_for: Vec<&'a str>,
    contact: Option<&'a str>,
    description: Option<&'a str>,
    resources: Vec<Link<'a>>,
    holder: Option<&'a str>,
    claims: Vec<ClaimRecord<'a>>,
    sent_back: Option<Ending<'a>>,
    reopened: Option<Ending<'a>>,
    done: Option<Ending<'a>>,
    cancelled: Option<Ending<'a>>,
}

#[derive(Serialize)]
struct Link<'a> {
    label: &'a str,
    link: &'a str,
}

fn links(resources: &[Resource]) -> Vec<Link<'_>> {
    resources.iter().map(|it| Link { label: &it.label, link: &it.link }).collect()
}

/// One task.
pub fn task(view: &TaskView) -> String {
    let task = &view.task;
    document(
        "task",
        TaskPage {
            today: view.today.to_string(),
            id: task.id.as_str(),
            path: &view.path,
            title: &task.title,
            project: task.project.as_str(),
            status: view.row.status.as_str(),
            draft: task.draft,
            budget_least: task.budget.least().get(),
            budget_most: task.budget.most().get(),
            size: task.budget.size().as_str(),
            spent: task.time().get(),
            done_when: task.done_when.as_deref(),
            created: task.created.to_string(),
            deliverable: task.deliverable.as_ref().map(|slug| slug.as_str()),
            skills: &task.skills,
            r#where: task.place.as_str(),
            place: place_name(&task.place),
            due: view.row.due.to_string(),
            own_due: task.due.map(|day| day.to_string()),
            after: task.after.iter().map(|id| id.as_str()).collect(),
            waits_for: view.waits_for.iter().map(|(id, _)| id.as_str()).collect(),
            contact: view.contact.as_deref(),
            description: task.description.as_deref(),
            resources: links(&task.resources),
            holder: task.holder(view.today).map(|(who, _)| who.as_str()),
            claims: task.claims.iter().map(ClaimRecord::from).collect(),
            sent_back: task.sent_back.as_ref().map(Ending::from),
            reopened: task.reopened.as_ref().map(Ending::from),
            done: task.done.as_ref().map(Ending::from),
            cancelled: task.cancelled.as_ref().map(Ending::from),
        },
    )
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ProjectPage<'a> {
    slug: &'a str,
    title: &'a str,
    theme: Option<&'a str>,
    idea: Option<&'a str>,
    summary: Option<&'a str>,
    leads: Vec<&'a str>,
    contact: Option<&'a str>,
    needs: &'a [String],
    ended: Option<String>,
    deliverables: Vec<DeliverablePage<'a>>,
}

#[derive(Serialize)]
struct DeliverablePage<'a> {
    slug: &'a str,
    title: &'a str,
    due: Option<String>,
    first: bool,
    delivered: Option<Ending<'a>>,
}

impl<'a> From<&'a Deliverable> for DeliverablePage<'a> {
    fn from(it: &'a Deliverable) -> Self {
        let delivered = it.delivered.as_ref().map(Ending::from);
        Self { slug: it.slug.as_str(), title: &it.title, due: it.due.map(|day| day.to_string()), first: it.first, delivered }
    }
}

impl<'a> From<&'a Project> for ProjectPage<'a> {
    fn from(project: &'a Project) -> Self {
        Self {
            slug: project.slug.as_str(),
            title: &project.title,
            theme: project.theme.as_ref().map(|slug| slug.as_str()),
            idea: project.idea.as_deref(),
            summary: project.summary.as_deref(),
            leads: project.leads.iter().map(|lead| lead.as_str()).collect(),
            contact: project.contact.as_deref(),
            needs: &project.needs,
            ended: project.ended.map(|day| day.to_string()),
            deliverables: project.deliverables.iter().map(DeliverablePage::from).collect(),
        }
    }
}

/// The projects.
pub fn projects(projects: &BTreeMap<Slug, Project>) -> String {
    let projects: Vec<ProjectPage<'_>> = projects.values().map(ProjectPage::from).collect();
    document("projects", BTreeMap::from([("projects", projects)]))
}

#[derive(Serialize)]
struct ProjectDocument<'a> {
    project: ProjectPage<'a>,
    progress: ProgressPage<'a>,
    tasks: Vec<TaskRow<'a>>,
}

/// One project, its progress and its tasks.
pub fn project(view: &ProjectView) -> String {
    document(
        "project",
        ProjectDocument {
            project: ProjectPage::from(&view.project),
            progress: ProgressPage::from(&view.progress),
            tasks: view.tasks.rows.iter().map(TaskRow::from).collect(),
        },
    )
}

#[derive(Serialize)]
struct ThemePage<'a> {
    slug: &'a str,
    title: &'a str,
    question: Option<&'a str>,
    ideas: &'a [String],
    projects: Vec<&'a str>,
}

impl<'a> From<&'a (Theme, Vec<Project>)> for ThemePage<'a> {
    fn from((theme, projects): &'a (Theme, Vec<Project>)) -> Self {
        let projects = projects.iter().map(|project| project.slug.as_str()).collect();
        Self {
            slug: theme.slug.as_str(),
            title: &theme.title,
            question: theme.question.as_deref(),
            ideas: &theme.ideas,
            projects,
        }
    }
}

/// The themes.
pub fn themes(themes: &Themes) -> String {
    let themes: Vec<ThemePage<'_>> = themes.themes.iter().map(ThemePage::from).collect();
    document("themes", BTreeMap::from([("themes", themes)]))
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Counts {
    tasks: usize,
    done: usize,
    claimed: usize,
    planned: u32,
    planned_done: u32,
    spent: u32,
    spent_last_week: u32,
}

impl From<&Tally> for Counts {
    fn from(tally: &Tally) -> Self {
        Self {
            tasks: tally.tasks,
            done: tally.done,
            claimed: tally.claimed,
            planned: tally.planned.get(),
            planned_done: tally.planned_done.get(),
            spent: tally.spent.get(),
            spent_last_week: tally.spent_last_week.get(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ProgressPage<'a> {
    campaign: &'a str,
    today: String,
    deadline: String,
    days_left: i64,
    total: Counts,
    projects: Vec<ProjectCounts<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ProjectCounts<'a> {
    slug: &'a str,
    title: &'a str,
    #[serde(flatten)]
    counts: Counts,
    next_due: Option<String>,
    deliverables: Vec<DeliverableCounts<'a>>,
}

#[derive(Serialize)]
struct DeliverableCounts<'a> {
    slug: &'a str,
    title: &'a str,
    due: String,
    first: bool,
    delivered: Option<Ending<'a>>,
    #[serde(flatten)]
    counts: Counts,
}

impl<'a> From<&'a DeliverableProgress> for DeliverableCounts<'a> {
    fn from(it: &'a DeliverableProgress) -> Self {
        Self {
            slug: it.slug.as_str(),
            title: &it.title,
            due: it.due.to_string(),
            first: it.first,
            delivered: it.delivered.as_ref().map(Ending::from),
            counts: Counts::from(&it.tally),
        }
    }
}

impl<'a> From<&'a ProjectProgress> for ProjectCounts<'a> {
    fn from(it: &'a ProjectProgress) -> Self {
        Self {
            slug: it.slug.as_str(),
            title: &it.title,
            counts: Counts::from(&it.tally),
            next_due: it.next_due.as_ref().map(|(_, day)| day.to_string()),
            deliverables: it.deliverables.iter().map(DeliverableCounts::from).collect(),
        }
    }
}

impl<'a> From<&'a Progress> for ProgressPage<'a> {
    fn from(it: &'a Progress) -> Self {
        Self {
            campaign: &it.campaign,
            today: it.today.to_string(),
            deadline: it.deadline.to_string(),
            days_left: (it.deadline - it.today).num_days(),
            total: Counts::from(&it.total),
            projects: it.projects.iter().map(ProjectCounts::from).collect(),
        }
    }
}

/// How far everything has come.
pub fn progress(progress: &Progress) -> String {
    document("progress", ProgressPage::from(progress))
}

#[derive(Serialize)]
struct TodayPage<'a> {
    who: Option<&'a str>,
    mine: Vec<TaskRow<'a>>,
    open: Vec<TaskRow<'a>>,
    progress: ProgressPage<'a>,
    also: Vec<Link<'a>>,
    unsent: Option<usize>,
}

/// What matters today.
pub fn today(today: &Today) -> String {
    document(
        "today",
        TodayPage {
            who: today.who.as_ref().map(|who| who.as_str()),
            mine: today.mine.iter().map(TaskRow::from).collect(),
            open: today.open.rows.iter().map(TaskRow::from).collect(),
            progress: ProgressPage::from(&today.progress),
            also: links(&today.also),
            unsent: today.unsent,
        },
    )
}

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
        message: say.say(&problem.what),
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
