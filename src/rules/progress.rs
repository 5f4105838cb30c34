//! How far a project has come, and whether what is left fits before the deadline.
//!
//! Everything is counted from the tasks as they are: nothing derived is ever stored. Planned time is the upper end of
//! the budgets; drafts and cancelled tasks do not count.

use std::collections::BTreeMap;

use crate::domain::budget::Minutes;
use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::name::{Slug, TaskId};
use crate::domain::project::{Delivery, Project};
use crate::domain::status::Status;
use crate::domain::task::Task;

/// The days of the week that [`Tally::spent_last_week`] looks back on, today included.
const WEEK: i64 = 7;

/// What progress needs to know of one task: small, so that a hundred thousand of them fit in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskFacts {
    /// Its id.
    pub id: TaskId,
    /// Its project.
    pub project: Slug,
    /// The deliverable it serves.
    pub deliverable: Option<Slug>,
    /// Its state, where blocked counts as open.
    pub status: Status,
    /// The upper end of its budget.
    pub planned: Minutes,
    /// Its own due day.
    pub due: Option<Day>,
    /// All the time spent on it.
    pub spent: Minutes,
    /// The time spent on it in the last seven days.
    pub spent_last_week: Minutes,
}

impl TaskFacts {
    /// The facts of `task` on `today`.
    pub fn of(task: &Task, today: Day) -> Self {
        let of_last_week = |day: &Day| (0..WEEK).contains(&(today - *day).num_days());
        let last_week = task.claims.iter().flat_map(|(_, claim)| &claim.spent).filter(|(day, _)| of_last_week(day));
        Self {
            id: task.id.clone(),
            project: task.project.clone(),
            deliverable: task.deliverable.clone(),
            status: task.status(today, false),
            planned: task.budget.most(),
            due: task.due,
            spent: task.time(),
            spent_last_week: last_week.map(|(_, time)| *time).sum(),
        }
    }
}

/// Sums over the tasks of a project, of a deliverable, or of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Tasks that are neither drafts nor cancelled.
    pub tasks: usize,
    /// Of these, finished.
    pub done: usize,
    /// Of these, held by somebody.
    pub claimed: usize,
    /// Planned time of all of them.
    pub planned: Minutes,
    /// Planned time of the finished ones.
    pub planned_done: Minutes,
    /// Time spent on any task.
    pub spent: Minutes,
    /// Time spent in the last seven days, today included.
    pub spent_last_week: Minutes,
    /// What is not finished, and due only after the deadline.
    pub later: Later,
}

/// What is not finished, and due only after the deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Later {
    /// Its planned time.
    pub left: Minutes,
    /// The day that comes first, and the planned time of what is due then.
    pub first: Option<(Day, Minutes)>,
}

impl Later {
    /// What that comes to together.
    fn and(self, other: Self) -> Self {
        let first = match (self.first, other.first) {
            (Some((day, one)), Some((same, more))) if day == same => Some((day, one.in_total_with(more))),
            (one, more) => one.into_iter().chain(more).min_by_key(|(day, _)| *day),
        };
        Self { left: self.left.in_total_with(other.left), first }
    }
}

impl Tally {
    /// Counts one more task; `later` is the day it is due, where that comes after the deadline.
    fn add(&mut self, task: &TaskFacts, later: Option<Day>) {
        self.spent = self.spent.in_total_with(task.spent);
        self.spent_last_week = self.spent_last_week.in_total_with(task.spent_last_week);
        if matches!(task.status, Status::Draft | Status::Cancelled) {
            return;
        }
        self.tasks += 1;
        self.planned = self.planned.in_total_with(task.planned);
        match task.status {
            Status::Done => {
                self.done += 1;
                self.planned_done = self.planned_done.in_total_with(task.planned);
            }
            Status::Claimed => self.claimed += 1,
            _ => {}
        }
        if let Some(day) = later
            && task.status != Status::Done
        {
            self.later = self.later.and(Later { left: task.planned, first: Some((day, task.planned)) });
        }
    }

    /// All that is counted here and there.
    fn and(self, other: Self) -> Self {
        Self {
            tasks: self.tasks + other.tasks,
            done: self.done + other.done,
            claimed: self.claimed + other.claimed,
            planned: self.planned.in_total_with(other.planned),
            planned_done: self.planned_done.in_total_with(other.planned_done),
            spent: self.spent.in_total_with(other.spent),
            spent_last_week: self.spent_last_week.in_total_with(other.spent_last_week),
            later: self.later.and(other.later),
        }
    }

    /// Planned time of what is not finished, and due by the deadline.
    pub fn left(&self) -> Minutes {
        self.planned.saturating_sub(self.planned_done).saturating_sub(self.later.left)
    }

    /// Whether every task is finished, and there is at least one.
    pub fn all_done(&self) -> bool {
        self.tasks > 0 && self.done == self.tasks
    }
}

/// A deliverable and the tasks that serve it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliverableProgress {
    /// Its short name.
    pub slug: Slug,
    /// What it is.
    pub title: String,
    /// When it is due.
    pub due: Day,
    /// Whether it is the one promised first.
    pub first: bool,
    /// How it was delivered. Tasks all done is not yet delivered.
    pub delivered: Option<Delivery>,
    /// Its tasks.
    pub tally: Tally,
}

/// A project and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectProgress {
    /// Its short name.
    pub slug: Slug,
    /// Its name.
    pub title: String,
    /// All its tasks.
    pub tally: Tally,
    /// What it promises, the first deliverable first, then by due day.
    pub deliverables: Vec<DeliverableProgress>,
    /// The unfinished task that is due next, and when.
    pub next_due: Option<(TaskId, Day)>,
    /// The day it ended.
    pub ended: Option<Day>,
}

/// All projects together.
pub fn total(projects: &[ProjectProgress]) -> Tally {
    projects.iter().fold(Tally::default(), |total, project| total.and(project.tally))
}

/// The time a week that would finish `left` in `days` days (at least one); `None` when nothing is left or the day is past.
pub fn pace(left: Minutes, days: i64) -> Option<Minutes> {
    if left == Minutes::ZERO || days < 0 {
        return None;
    }
    let weekly = u64::from(left.get()) * 7 / u64::try_from(days.max(1)).unwrap_or(1);
    let within_a_week = days < WEEK;
    Some(if within_a_week { left } else { Minutes::new(u32::try_from(weekly).unwrap_or(u32::MAX)).unwrap_or(Minutes::MAX) })
}

/// The progress of each project, in the order of their short names. Tasks of a project without a file are counted under
/// their folder's name.
pub fn of_projects(
    campaign: &Campaign,
    projects: &BTreeMap<Slug, Project>,
    tasks: &[TaskFacts],
    today: Day,
) -> Vec<ProjectProgress> {
    let mut by_project: BTreeMap<&Slug, Vec<&TaskFacts>> = projects.keys().map(|slug| (slug, Vec::new())).collect();
    for task in tasks {
        by_project.entry(&task.project).or_default().push(task);
    }
    by_project.into_iter().map(|(slug, tasks)| of_project(campaign, slug, projects.get(slug), &tasks, today)).collect()
}

fn of_project(campaign: &Campaign, slug: &Slug, project: Option<&Project>, tasks: &[&TaskFacts], today: Day) -> ProjectProgress {
    let deadline = campaign.deadline_day(today);
    let due_of = |task: &TaskFacts| campaign.due_of(task.due, task.deliverable.as_ref(), project, today);
    // What was due between the deadline and today is as late as the rest.
    let later = |task: &TaskFacts| Some(due_of(task)).filter(|due| *due > deadline && *due >= today);
    let counted = |wanted: &dyn Fn(&TaskFacts) -> bool| {
        let mut tally = Tally::default();
        tasks.iter().filter(|task| wanted(task)).for_each(|task| tally.add(task, later(task)));
        tally
    };
    let unfinished = tasks.iter().filter(|task| matches!(task.status, Status::Open | Status::Blocked | Status::Claimed));
    let next_due = unfinished.map(|task| (due_of(task), &task.id)).min().map(|(due, id)| (id.clone(), due));
    let mut deliverables: Vec<_> = project
        .into_iter()
        .flat_map(|project| &project.deliverables)
        .map(|deliverable| DeliverableProgress {
            slug: deliverable.slug.clone(),
            title: deliverable.title.clone(),
            due: deliverable.due.unwrap_or(deadline),
            first: deliverable.first,
            delivered: deliverable.delivered.clone(),
            tally: counted(&|task| task.deliverable.as_ref() == Some(&deliverable.slug)),
        })
        .collect();
    deliverables.sort_by_key(|deliverable| (!deliverable.first, deliverable.due));
    ProjectProgress {
        slug: slug.clone(),
        title: project.map_or_else(|| slug.to_string(), |project| project.title.clone()),
        tally: counted(&|_| true),
        deliverables,
        next_due,
        ended: project.and_then(|project| project.ended),
    }
}
