//! The JSON of tasks: a row of a list, a whole page.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::claim::{Claim, Evidence};
use crate::domain::name::{Handle, Slug};
use crate::domain::task::Task;
use crate::usecase::context::past::Past;
use crate::usecase::read::fit::{Reason, points};
use crate::usecase::read::list::{Listing, Row};
use crate::usecase::read::show::TaskView;
use crate::usecase::review::pending::{Deed, Pending};

use super::{Ending, Link, document_of, links, unreadable};

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct TaskRow<'a> {
    id: &'a str,
    title: &'a str,
    project: &'a str,
    deliverable: Option<&'a str>,
    status: &'a str,
    budget_least: u32,
    budget_most: u32,
    size: &'a str,
    due: String,
    created: String,
    holder: Option<&'a str>,
    holder_day: Option<String>,
    evidence: Option<&'a str>,
    expired: bool,
    sent_back: bool,
    skills: &'a [String],
    r#where: &'a str,
    place: Option<&'a str>,
    after: Vec<&'a str>,
    waits_for: Vec<&'a str>,
    pending: Vec<PendingLine<'a>>,
    /// How well it suits whoever asks, and why, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    fit: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<&'static str>>,
}

/// What somebody did on a branch that is not merged.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct PendingLine<'a> {
    by: &'a str,
    operation: &'a str,
    since: String,
    until: Option<String>,
    /// The request that says so, where nothing else does.
    #[serde(skip_serializing_if = "Option::is_none")]
    said_in: Option<&'a str>,
}

impl<'a> From<&'a Pending> for PendingLine<'a> {
    fn from(it: &'a Pending) -> Self {
        let (operation, until) = match it.deed {
            Deed::Claim(until) => ("claim", Some(until.to_string())),
            Deed::Closing => ("close", None),
        };
        Self { by: it.by.as_str(), operation, since: it.since.to_string(), until, said_in: it.said_in.as_deref() }
    }
}

impl<'a> From<&'a Row> for TaskRow<'a> {
    fn from(row: &'a Row) -> Self {
        Self {
            id: row.id.as_str(),
            title: &row.title,
            project: row.project.as_str(),
            deliverable: row.deliverable.as_ref().map(Slug::as_str),
            status: row.status.as_str(),
            budget_least: row.budget.least().get(),
            budget_most: row.budget.most().get(),
            size: row.budget.size().as_str(),
            due: row.due.to_string(),
            created: row.created.to_string(),
            holder: row.holder.as_ref().map(|(who, _)| who.as_str()),
            holder_day: row.holder.as_ref().map(|(_, day)| day.to_string()),
            evidence: row.evidence.as_ref().map(Evidence::as_str),
            expired: row.expired,
            sent_back: row.sent_back,
            skills: &row.skills,
            r#where: row.place.as_str(),
            place: row.place.town(),
            after: row.after.iter().map(|id| id.as_str()).collect(),
            waits_for: row.waits_for.iter().map(|id| id.as_str()).collect(),
            pending: row.pending.iter().map(PendingLine::from).collect(),
            fit: row.why.as_deref().map(points),
            reasons: row.why.as_deref().map(|why| why.iter().map(Reason::as_str).collect()),
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
            unreadable: unreadable(&listing.problems),
        }
    }
}

/// A list of tasks.
pub fn tasks(listing: &Listing, past: Option<&Past>) -> String {
    document_of("tasks", past, TaskRows::from(listing))
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

impl<'a> ClaimRecord<'a> {
    fn of(who: &'a Handle, claim: &'a Claim) -> Self {
        let Claim { span: _, recorded_by, renewed, spent, released, handover } = claim;
        Self {
            handle: who.as_str(),
            since: claim.since().to_string(),
            until: claim.until().to_string(),
            renewed: *renewed,
            recorded_by: recorded_by.as_ref().map(|handle| handle.as_str()),
            spent: spent.iter().map(|(day, time)| (day.to_string(), time.get())).collect(),
            released: released.map(|day| day.to_string()),
            handover: handover.as_deref(),
        }
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
    expired: bool,
    would_be_until: String,
    claims: Vec<ClaimRecord<'a>>,
    asked: Option<ClaimRecord<'a>>,
    pending: Vec<PendingLine<'a>>,
    sent_back: Option<Ending<'a>>,
    reopened: Option<Ending<'a>>,
    done: Option<Ending<'a>>,
    cancelled: Option<Ending<'a>>,
}

/// One task.
pub fn task(view: &TaskView, past: Option<&Past>) -> String {
    let task = &view.task;
    // Whom to ask, the view knows, also where the task does not say; and nobody knows what is `extra`.
    #[rustfmt::skip]
    let Task {
        id, project, title, draft, budget, done_when, created, deliverable, skills, place, due, after, contact: _, description,
        resources, sent_back, reopened, claims, done, cancelled, extra: _,
    } = task;
    document_of(
        "task",
        past,
        TaskPage {
            today: view.today.to_string(),
            id: id.as_str(),
            path: &view.path,
            title,
            project: project.as_str(),
            status: view.row.status.as_str(),
            draft: *draft,
            budget_least: budget.least().get(),
            budget_most: budget.most().get(),
            size: budget.size().as_str(),
            spent: task.time().get(),
            done_when: done_when.as_deref(),
            created: created.to_string(),
            deliverable: deliverable.as_ref().map(|slug| slug.as_str()),
            skills,
            r#where: place.as_str(),
            place: place.town(),
            due: view.row.due.to_string(),
            own_due: due.map(|day| day.to_string()),
            after: after.iter().map(|id| id.as_str()).collect(),
            waits_for: view.waits_for.iter().map(|(id, _)| id.as_str()).collect(),
            contact: view.contact.as_deref(),
            description: description.as_deref(),
            resources: links(resources),
            holder: task.holder(view.today).map(|(who, _)| who.as_str()),
            expired: view.row.expired,
            would_be_until: view.would_be_until.to_string(),
            claims: claims.iter().map(|(who, claim)| ClaimRecord::of(who, claim)).collect(),
            asked: view.asked.as_ref().map(|(who, claim)| ClaimRecord::of(who, claim)),
            pending: view.row.pending.iter().map(PendingLine::from).collect(),
            sent_back: sent_back.as_ref().map(Ending::from),
            reopened: reopened.as_ref().map(Ending::from),
            done: done.as_ref().map(Ending::from),
            cancelled: cancelled.as_ref().map(Ending::from),
        },
    )
}
