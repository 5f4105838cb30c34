//! How far a project has come, and whether what is left fits before the deadline.
//!
//! Everything is counted from the tasks as they are: nothing derived is ever stored. A range of planned time counts by its
//! middle; drafts and cancelled tasks do not count.

mod tally;

use std::collections::{BTreeMap, HashSet};

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::name::{Slug, TaskId};
use crate::domain::project::{Deliverable, Delivery, Project};

use super::attention::{Ground, Reason};
use super::facts::TaskFacts;

pub use tally::{Later, Real, Tally};

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
    /// Why to look at it, from the most pressing reason on.
    pub reasons: Vec<Reason>,
}

impl ProjectProgress {
    /// The deliverable it promised first.
    pub fn first(&self) -> Option<&DeliverableProgress> {
        self.deliverables.iter().find(|deliverable| deliverable.first)
    }
}

/// All of these projects together.
pub fn total<'a>(projects: impl IntoIterator<Item = &'a ProjectProgress>) -> Tally {
    projects.into_iter().fold(Tally::default(), |total, project| total.and(project.tally))
}

/// The progress of each project, in the order of their short names. Tasks of a project without a file are counted under
/// their folder's name; the tasks in `unfinished` have to be done before those that come after them.
pub fn of_projects(
    campaign: &Campaign,
    projects: &BTreeMap<Slug, Project>,
    tasks: &[TaskFacts],
    unfinished: &HashSet<&TaskId>,
    today: Day,
) -> Vec<ProjectProgress> {
    let mut by_project: BTreeMap<&Slug, Vec<&TaskFacts>> = projects.keys().map(|slug| (slug, Vec::new())).collect();
    for task in tasks {
        by_project.entry(&task.project).or_default().push(task);
    }
    let of = |(slug, tasks): (&Slug, Vec<&TaskFacts>)| match projects.get(slug) {
        Some(project) => of_project(Ground { campaign, project, tasks: &tasks, unfinished, today }),
        None => {
            let nameless = Project::new(slug.clone(), slug.to_string());
            of_project(Ground { campaign, project: &nameless, tasks: &tasks, unfinished, today })
        }
    };
    by_project.into_iter().map(of).collect()
}

/// The tasks that those which come after them have to wait for.
pub fn unfinished(tasks: &[TaskFacts]) -> HashSet<&TaskId> {
    tasks.iter().filter(|task| task.blocks()).map(|task| &task.id).collect()
}

/// Whether something due on `due` is due only after the deadline. What was due between the deadline and today is as late as the
/// rest.
pub fn is_later(due: Day, deadline: Day, today: Day) -> bool {
    due > deadline && due >= today
}

fn of_project(ground: Ground<'_>) -> ProjectProgress {
    let Ground { campaign, project, tasks, today, .. } = ground;
    let deadline = campaign.deadline_day(today);
    let due_of = |task: &TaskFacts| task.due_on(campaign, Some(project), today);
    let mut all = Tally::default();
    let mut of_deliverables: BTreeMap<&Slug, Tally> = BTreeMap::new();
    for task in tasks {
        let later = Some(due_of(task)).filter(|due| is_later(*due, deadline, today));
        let one = Tally::of(task, ground.is_blocked(task), later, today);
        all = all.and(one);
        if let Some(slug) = &task.deliverable {
            let so_far = of_deliverables.entry(slug).or_default();
            *so_far = so_far.and(one);
        }
    }
    let unfinished = tasks.iter().filter(|task| task.is_to_do());
    let next_due = unfinished.map(|task| (due_of(task), &task.id)).min().map(|(due, id)| (id.clone(), due));
    let of_deliverable = |deliverable: &Deliverable| DeliverableProgress {
        slug: deliverable.slug.clone(),
        title: deliverable.title.clone(),
        due: campaign.due_of_deliverable(deliverable, today),
        first: deliverable.first,
        delivered: deliverable.delivered.clone(),
        tally: of_deliverables.get(&deliverable.slug).copied().unwrap_or_default(),
    };
    let mut deliverables: Vec<_> = project.deliverables.iter().map(of_deliverable).collect();
    deliverables.sort_by_key(|deliverable| (!deliverable.first, deliverable.due));
    ProjectProgress {
        slug: project.slug.clone(),
        title: project.title.clone(),
        tally: all,
        deliverables,
        next_due,
        ended: project.ended,
        reasons: ground.reasons(),
    }
}
