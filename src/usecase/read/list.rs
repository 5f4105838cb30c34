//! The tasks that fit what a person can do now.

use std::cmp::Ordering::Equal;
use std::collections::{BTreeMap, HashSet};

use crate::domain::budget::Budget;
use crate::domain::campaign::Campaign;
use crate::domain::claim::Evidence;
use crate::domain::day::Day;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::Project;
use crate::domain::search::{Rank, Sought};
use crate::domain::status::Status;
use crate::domain::task::{Place, Task};
use crate::domain::text::folded;
use crate::store::{Problem, TaskFile};
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::review::pending::{Pending, Waiting};

use super::filter::{fits_status, fits_text, rank};
use super::fit::{Reason, best_first, explain};
use super::progress::{no_such_project, no_such_theme};
use super::query::{Query, Sort};

/// How many tasks are shown when none fits.
const NEAREST: usize = 3;

/// A task in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: TaskId,
    /// Its title.
    pub title: String,
    /// Its project.
    pub project: Slug,
    /// What of its project it serves.
    pub deliverable: Option<Slug>,
    /// The time it should take.
    pub budget: Budget,
    /// Its state.
    pub status: Status,
    /// The day it is really due.
    pub due: Day,
    /// The day its file was made.
    pub created: Day,
    /// Who holds it, and until when; or who finished it.
    pub holder: Option<(Handle, Day)>,
    /// The result shown when it was finished.
    pub evidence: Option<Evidence>,
    /// Whether its last claim ran out.
    pub expired: bool,
    /// Whether its last closing was not accepted.
    pub sent_back: bool,
    /// Who took or finished it on a branch that is not merged, the first to begin first.
    pub pending: Vec<Pending>,
    /// What one should know.
    pub skills: Vec<String>,
    /// Where.
    pub place: Place,
    /// The tasks it comes after.
    pub after: Vec<TaskId>,
    /// Those of them that are still to be done, when it would be open without them.
    pub waits_for: Vec<TaskId>,
    /// Whether the first deliverable of its project needs it.
    pub serves_first: bool,
    /// Whether nobody ever took it.
    pub never_taken: bool,
    /// Why it suits whoever looks, where that was asked.
    pub why: Option<Vec<Reason>>,
}

impl Row {
    /// Whether it can be taken, and nobody waits to have it.
    pub fn is_free(&self) -> bool {
        self.status == Status::Open && self.pending.is_empty()
    }

    /// Whether somebody is sought for it: it is free, and its project, where there is one, did not end.
    pub fn is_offered(&self, home: Option<&Project>) -> bool {
        self.is_free() && home.is_none_or(|project| project.ended.is_none())
    }

    /// Why it suits whoever looks, as far as that was asked.
    pub fn reasons(&self) -> &[Reason] {
        self.why.as_deref().unwrap_or_default()
    }

    /// Whether that person took or finished it on a branch that is not merged.
    pub fn is_pending_by(&self, who: &Handle) -> bool {
        self.pending.iter().any(|it| it.by == *who)
    }
}

/// A list and what surrounds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The tasks, in order.
    pub rows: Vec<Row>,
    /// How many fit before `limit` cut the list.
    pub fitting: usize,
    /// Nothing fits the time: these are the nearest.
    pub nearest: bool,
    /// The day of the list.
    pub today: Day,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
}

/// Reads the tasks and keeps what fits `query`.
///
/// # Errors
/// An unknown project or theme; a folder that cannot be read.
pub fn list(context: &Context, query: &Query) -> Result<Listing, Failure> {
    let mut found = listed(context, query, Rank::is_exact)?;
    for is_enough in [Rank::is_as_typed, |_| true] {
        if found.rows.is_empty() && query.search.is_some() {
            found = listed(context, query, is_enough)?;
        }
    }
    Ok(found)
}

/// The same for the tasks whose texts answer well enough to what is looked for.
fn listed(context: &Context, query: &Query, is_enough: fn(Rank) -> bool) -> Result<Listing, Failure> {
    let (projects, mut problems) = match &query.project {
        Some(slug) => only(context, slug)?,
        None => context.projects()?,
    };
    if let Some(theme) = &query.theme
        && !projects.values().any(|project| project.theme.as_ref() == Some(theme))
        && context.store.theme(theme)?.is_none()
    {
        return Err(no_such_theme(context, theme));
    }
    let sought = query.search.as_deref().map(Sought::new);
    let answers = |task: &Task| sought.as_ref().is_none_or(|sought| rank(task, sought).is_some_and(is_enough));
    let fits = |task: &Task| fits_text(task, query, &projects) && answers(task);
    // Whether an open task is blocked is known only when all have been read.
    let may_fit = |row: &Row| row.status == Status::Open || fits_status(row, query);
    let gathered = gather(context, query.project.as_ref(), &projects, |task, row| {
        let row = fits(task).then(|| row(task)).filter(may_fit);
        (row, ())
    })?;
    problems.extend(gathered.problems);
    let mut rows = gathered.rows;
    if let Some(wishes) = &query.wishes {
        explain(&mut rows, wishes, context.today);
    }
    rows.retain(|row| fits_status(row, query));
    let (rows, nearest) = fits_time(rows, query);
    Ok(ordered(rows, nearest, query, context.today, problems))
}

/// The one project, as far as its file can be read, and what is wrong with it.
fn only(context: &Context, slug: &Slug) -> Result<(BTreeMap<Slug, Project>, Vec<Problem>), Failure> {
    let loaded = context.store.project(slug)?.ok_or_else(|| no_such_project(context, slug))?;
    let known = loaded.decoded.value.map(|project| (slug.clone(), project));
    Ok((known.into_iter().collect(), loaded.decoded.problems))
}

/// What one walk over the tasks gave.
pub(super) struct Gathered<T> {
    /// The tasks kept, their state complete.
    pub(super) rows: Vec<Row>,
    /// What else was kept of every task.
    pub(super) others: Vec<T>,
    /// Files that could not be read.
    pub(super) problems: Vec<Problem>,
}

/// Walks over the tasks once; `keep` is given each and the means to make a row of it.
pub(super) fn gather<T: Send>(
    context: &Context,
    project: Option<&Slug>,
    projects: &BTreeMap<Slug, Project>,
    keep: impl Fn(&Task, &dyn Fn(&Task) -> Row) -> (Option<Row>, T) + Sync,
) -> Result<Gathered<T>, Failure> {
    let (campaign, today) = (&context.campaign, context.today);
    let waiting = Waiting::read(context, None);
    let scan = context.store.scan_tasks(project, |_, task| {
        let (kept, other) = keep(&task, &|task| row(campaign, today, task, projects.get(&task.project), &waiting));
        let is_over = task.is_over();
        Some((task.id, is_over, kept, other))
    })?;
    let (mut over, mut unfinished) = (HashSet::new(), HashSet::new());
    let (mut rows, mut others) = (Vec::new(), Vec::with_capacity(scan.rows.len()));
    for (id, is_over, kept, other) in scan.rows {
        rows.extend(kept);
        others.push(other);
        if is_over {
            over.insert(id)
        } else {
            unfinished.insert(id)
        };
    }
    let elsewhere = |id: &TaskId| project.is_some_and(|near| !over.contains(id) && context.is_unfinished(id, near));
    for row in rows.iter_mut().filter(|row| row.status == Status::Open) {
        row.waits_for = row.after.iter().filter(|id| unfinished.contains(id) || elsewhere(id)).cloned().collect();
        if !row.waits_for.is_empty() {
            row.status = Status::Blocked;
        }
    }
    Ok(Gathered { rows, others, problems: scan.problems })
}

/// The row of one task whose unfinished predecessors are known.
pub(super) fn row_of(
    context: &Context,
    (file, task): (&TaskFile, &Task),
    project: Option<&Project>,
    unfinished: &[TaskId],
) -> Row {
    let waiting = Waiting::read(context, Some(file));
    let mut row = row(&context.campaign, context.today, task, project, &waiting);
    if row.status == Status::Open && !unfinished.is_empty() {
        row.status = Status::Blocked;
        row.waits_for = unfinished.to_vec();
    }
    row
}

fn row(campaign: &Campaign, today: Day, task: &Task, project: Option<&Project>, waiting: &Waiting) -> Row {
    let status = task.status(today, false);
    let last = task.last_holder(today);
    let first = project.and_then(Project::first_deliverable).map(|deliverable| &deliverable.slug);
    let holder = match &task.done {
        Some(done) => Some((done.by.clone(), done.at)),
        None => task.holder(today).or(last).map(|(who, claim)| (who.clone(), claim.until())),
    };
    Row {
        id: task.id.clone(),
        title: task.title.clone(),
        project: task.project.clone(),
        deliverable: task.deliverable.clone(),
        budget: task.budget,
        status,
        due: campaign.effective_due(task, project, today),
        created: task.created,
        holder,
        evidence: task.done.as_ref().map(|done| done.evidence.clone()),
        expired: last.is_some(),
        sent_back: task.sent_back.is_some() && !task.is_over(),
        pending: waiting.of(&task.id, status),
        skills: task.skills.clone(),
        place: task.place.clone(),
        after: task.after.clone(),
        waits_for: Vec::new(),
        serves_first: first.is_some() && task.deliverable.as_ref() == first,
        never_taken: task.claims.is_empty(),
        why: None,
    }
}

/// Keeps what fits the time; when nothing does, the nearest few.
fn fits_time(mut rows: Vec<Row>, query: &Query) -> (Vec<Row>, bool) {
    let Some(time) = query.time else { return (rows, false) };
    if rows.iter().any(|row| row.budget.most() <= time) {
        rows.retain(|row| row.budget.most() <= time);
        return (rows, false);
    }
    rows.sort_by(|a, b| a.budget.most().cmp(&b.budget.most()).then_with(|| default_order(a, b)));
    rows.truncate(NEAREST);
    let nearest = !rows.is_empty();
    (rows, nearest)
}

fn ordered(mut rows: Vec<Row>, nearest: bool, query: &Query, today: Day, problems: Vec<Problem>) -> Listing {
    if !nearest {
        rows.sort_by(|a, b| {
            let first = match query.sort {
                Sort::Due => Equal,
                Sort::Fit => best_first(a, b),
                Sort::Budget => a.budget.most().cmp(&b.budget.most()),
                Sort::Created => a.created.cmp(&b.created),
                Sort::Project => a.project.cmp(&b.project),
                Sort::Title => folded(&a.title).cmp(&folded(&b.title)),
            };
            let last = if query.is_of_the_free() { a.pending.len().min(1).cmp(&b.pending.len().min(1)) } else { Equal };
            last.then(first).then_with(|| default_order(a, b))
        });
    }
    let fitting = rows.len();
    rows.truncate(query.limit.unwrap_or(usize::MAX));
    Listing { rows, fitting, nearest, today, problems }
}

pub(super) fn default_order(a: &Row, b: &Row) -> std::cmp::Ordering {
    (a.due, a.created, &a.id).cmp(&(b.due, b.created, &b.id))
}
