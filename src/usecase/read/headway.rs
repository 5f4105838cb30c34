//! How far everything has come, how fast, and what the last days brought: what `progress` shows.

use std::collections::BTreeMap;

use crate::domain::day::{Day, Deadline};
use crate::domain::name::Slug;
use crate::rules::burnup::{Level, burnup};
use crate::rules::facts::TaskFacts;
use crate::rules::gain::Gain;
use crate::rules::pace::{Ground, Pace, pace};
use crate::rules::progress::{ProjectProgress, is_later};
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;

use super::progress::{Gathered, Progress, Scope, gathered};

/// How far everything has come, and how fast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headway {
    /// The sums; of the projects, those that need attention first.
    pub progress: Progress,
    /// What the deadline is.
    pub deadline: Deadline,
    /// How fast it goes.
    pub pace: Pace,
    /// How much was done and how much there was to do, from the first day on.
    pub burnup: Vec<(Day, Level)>,
    /// What the days since one brought, where that was asked.
    pub since: Option<Since>,
}

/// What some days brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The first of them.
    pub day: Day,
    /// To each project.
    pub projects: BTreeMap<Slug, Gain>,
    /// To all of them together.
    pub total: Gain,
}

impl Since {
    /// What they brought to the project with that short name.
    pub fn of(&self, project: &Slug) -> Gain {
        self.projects.get(project).copied().unwrap_or_default()
    }
}

/// Looks at `scope`, and at what was gained on `since` and later. A day before the campaign began counts as its first, once it
/// began.
///
/// # Errors
/// What is named and does not exist; a folder that cannot be read.
pub fn headway(context: &Context, scope: Scope<'_>, since: Option<Day>) -> Result<Headway, Failure> {
    let (campaign, today) = (&context.campaign, context.today);
    let gathered = gathered(context, scope)?;
    let mut progress = gathered.progress(context);
    // Whoever looks at one of them knows why.
    progress.projects.sort_by_cached_key(urgency);
    let deadline = progress.deadline;
    let due_of = |task: &TaskFacts| task.due_on(campaign, gathered.projects.get(&task.project), today);
    let ground = Ground { tasks: gathered.own(), net: gathered.net(), started: campaign.started, deadline, today };
    let pace = pace(ground, progress.total.left(), |task| !is_later(due_of(task), deadline, today));
    let first = campaign.started.filter(|first| *first <= today);
    let since = since.map(|day| since_of(&gathered, &progress, first.map_or(day, |first| day.max(first))));
    let burnup = burnup(gathered.own().iter().filter_map(TaskFacts::span), campaign.started, today);
    Ok(Headway { deadline: campaign.deadline, burnup, progress, pace, since })
}

/// What needs attention first; of two that need as much, what is due first; what is over comes last.
fn urgency(project: &ProjectProgress) -> (bool, u8, Day, Slug) {
    let is_over = project.ended.is_some() || project.tally.all_done();
    let rank = project.reasons.first().map_or(u8::MAX, |reason| reason.rank());
    (
        is_over && project.reasons.is_empty(),
        rank,
        project.next_due.as_ref().map_or(Day::MAX, |(_, day)| *day),
        project.slug.clone(),
    )
}

fn since_of(gathered: &Gathered, progress: &Progress, day: Day) -> Since {
    let mut projects: BTreeMap<Slug, Gain> = BTreeMap::new();
    for task in gathered.own() {
        let so_far = projects.entry(task.project.clone()).or_default();
        *so_far = so_far.and(Gain::of_task(task, day));
    }
    for project in &progress.projects {
        let so_far = projects.entry(project.slug.clone()).or_default();
        *so_far = project.deliverables.iter().fold(*so_far, |sum, it| sum.and(Gain::of_deliverable(it, day)));
    }
    let total = projects.values().fold(Gain::default(), |total, gain| total.and(*gain));
    Since { day, projects, total }
}
