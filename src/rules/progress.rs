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
}

impl Tally {
    /// Counts one more task.
    pub fn add(&mut self, task: &TaskFacts) {
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
    }

    /// Planned time of what is not finished.
    pub fn left(&self) -> Minutes {
        self.planned.saturating_sub(self.planned_done)
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
    let mut tally = Tally::default();
    tasks.iter().for_each(|task| tally.add(task));
    let due_of = |task: &TaskFacts| campaign.due_of(task.due, task.deliverable.as_ref(), project, today);
    let unfinished = tasks.iter().filter(|task| matches!(task.status, Status::Open | Status::Blocked | Status::Claimed));
    let next_due = unfinished.map(|task| (due_of(task), &task.id)).min().map(|(due, id)| (id.clone(), due));
    let mut deliverables: Vec<_> = project
        .into_iter()
        .flat_map(|project| &project.deliverables)
        .map(|deliverable| {
            let mut tally = Tally::default();
            tasks.iter().filter(|task| task.deliverable.as_ref() == Some(&deliverable.slug)).for_each(|task| tally.add(task));
            DeliverableProgress {
                slug: deliverable.slug.clone(),
                title: deliverable.title.clone(),
                due: deliverable.due.unwrap_or(deadline),
                first: deliverable.first,
                delivered: deliverable.delivered.clone(),
                tally,
            }
        })
        .collect();
    deliverables.sort_by_key(|deliverable| (!deliverable.first, deliverable.due));
    ProjectProgress {
        slug: slug.clone(),
        title: project.map_or_else(|| slug.to_string(), |project| project.title.clone()),
        tally,
        deliverables,
        next_due,
        ended: project.and_then(|project| project.ended),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::budget::Budget;
    use crate::domain::claim::{Claim, Closing, Evidence};
    use crate::domain::day::parse_day;
    use crate::domain::name::Handle;
    use crate::domain::project::Deliverable;

    fn day(text: &str) -> Day {
        parse_day(text).unwrap()
    }

    fn task(id: &str, budget: &str) -> Task {
        Task::new(
            TaskId::new(id).unwrap(),
            Slug::new("mphack").unwrap(),
            "Titre".into(),
            Budget::parse(budget).unwrap(),
            day("2026-11-23"),
        )
    }

    #[test]
    fn drafts_and_cancelled_tasks_do_not_count() {
        let today = day("2026-11-23");
        let mut draft = task("aaaa1", "2h");
        draft.draft = true;
        let facts = [TaskFacts::of(&draft, today), TaskFacts::of(&task("aaaa2", "1h-3h"), today)];
        let projects = of_projects(&Campaign::default(), &BTreeMap::new(), &facts, today);
        assert_eq!(projects[0].tally.tasks, 1);
        assert_eq!(projects[0].tally.planned.get(), 180);
        assert_eq!(projects[0].next_due.as_ref().unwrap().1, day("2026-12-04"));
    }

    #[test]
    fn the_next_due_day_is_the_effective_one() {
        let (today, campaign) = (day("2026-11-23"), Campaign { started: Some(day("2026-11-23")), ..Campaign::default() });
        let liste = Slug::new("liste").unwrap();
        let mut project = Project::new(Slug::new("mphack").unwrap(), "MPHack".into());
        let due = Some(day("2026-12-01"));
        project.deliverables =
            vec![Deliverable { slug: liste.clone(), title: "La liste".into(), due, first: true, delivered: None }];
        let projects = [(project.slug.clone(), project.clone())].into();
        for (own, deliverable, expected) in
            [(Some("2026-12-03"), Some(&liste), "2026-12-03"), (None, Some(&liste), "2026-12-01"), (None, None, "2026-12-04")]
        {
            let task = Task { due: own.map(day), deliverable: deliverable.cloned(), ..task("aaaa1", "2h") };
            let progress = of_projects(&campaign, &projects, &[TaskFacts::of(&task, today)], today);
            assert_eq!(progress[0].next_due.as_ref().unwrap().1, day(expected));
            assert_eq!(campaign.effective_due(&task, Some(&project), today), day(expected));
        }
    }

    #[test]
    fn last_week_is_seven_days_with_today() {
        let today = day("2026-12-01");
        let who = Handle::new("piolet").unwrap();
        let mut done = task("aaaa1", "2h");
        let mut claim = Claim::new(day("2026-11-23"), day("2026-12-04")).unwrap();
        for (on, time) in [("2026-11-24", 60), ("2026-11-25", 30), ("2026-12-01", 15)] {
            claim.spent.insert(day(on), Minutes::new(time).unwrap());
        }
        done.claims.push((who.clone(), claim));
        let evidence = Evidence::new("https://example.org/x").unwrap();
        done.done = Some(Closing { by: who, at: today, evidence, note: None, recorded_by: None });
        let facts = TaskFacts::of(&done, today);
        assert_eq!((facts.spent.get(), facts.spent_last_week.get()), (105, 45));
        let mut tally = Tally::default();
        tally.add(&facts);
        assert!(tally.all_done() && tally.left() == Minutes::ZERO);
    }

    #[test]
    fn the_pace_is_what_a_week_must_bring() {
        let hours = |h: u32| Minutes::new(h * 60).unwrap();
        assert_eq!(pace(hours(21), 11).unwrap().get() / 60, 13);
        assert_eq!(pace(hours(21), 3), Some(hours(21)), "less than a week left: all of it");
        assert_eq!(pace(hours(21), 0), Some(hours(21)));
        assert_eq!(pace(hours(21), -1), None);
        assert_eq!(pace(Minutes::ZERO, 11), None);
    }
}
