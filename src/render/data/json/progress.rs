//! The JSON of how far everything has come.

use schemars::JsonSchema;
use serde::Serialize;

use crate::rules::attention::Reason;
use crate::rules::progress::{DeliverableProgress, ProjectProgress, Tally};
use crate::usecase::read::progress::Progress;

use super::{Ending, unreadable};

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Counts {
    tasks: usize,
    done: usize,
    claimed: usize,
    blocked: usize,
    free: usize,
    /// A range counts by its middle, here and in every sum.
    planned: u32,
    planned_done: u32,
    planned_done_last_week: u32,
    spent: u32,
    spent_last_week: u32,
    /// Finished tasks with time noted, what was planned for them and what they took.
    timed: usize,
    timed_planned: u32,
    timed_spent: u32,
    /// Of these, those that took longer than their budget.
    over_budget: usize,
    left: u32,
    left_later: u32,
    later_due: Option<String>,
}

impl From<&Tally> for Counts {
    fn from(tally: &Tally) -> Self {
        Self {
            tasks: tally.tasks,
            done: tally.done,
            claimed: tally.claimed,
            planned: tally.planned.get(),
            blocked: tally.blocked,
            free: tally.free(),
            planned_done: tally.planned_done.get(),
            planned_done_last_week: tally.done_last_week.get(),
            timed: tally.real.tasks,
            timed_planned: tally.real.planned.get(),
            timed_spent: tally.real.spent.get(),
            over_budget: tally.real.over,
            spent: tally.spent.get(),
            spent_last_week: tally.spent_last_week.get(),
            left: tally.left().get(),
            left_later: tally.later.left.get(),
            later_due: tally.later.first.map(|(day, _)| day.to_string()),
        }
    }
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ProgressPage<'a> {
    campaign: &'a str,
    today: String,
    deadline: String,
    days_left: i64,
    total: Counts,
    projects: Vec<ProjectCounts<'a>>,
    unreadable: usize,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct ProjectCounts<'a> {
    slug: &'a str,
    title: &'a str,
    #[serde(flatten)]
    counts: Counts,
    next_due: Option<String>,
    /// Why to look at it, from the most pressing reason on.
    attention: Vec<Attention<'a>>,
    deliverables: Vec<DeliverableCounts<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Attention<'a> {
    reason: &'a str,
    /// Since when.
    since: Option<String>,
    /// How many tasks.
    count: Option<usize>,
    /// The task that is waited for.
    task: Option<&'a str>,
}

impl<'a> From<&'a Reason> for Attention<'a> {
    fn from(it: &'a Reason) -> Self {
        let (since, count, task) = match it {
            Reason::FirstLate(since) => (Some(*since), None, None),
            Reason::Late(count, since) => (Some(*since), Some(*count), None),
            Reason::Quiet(quiet) => (Some(quiet.since), None, None),
            Reason::Waits(id) => (None, None, Some(id.as_str())),
            Reason::ToDeliver | Reason::NoneFree | Reason::NoTask | Reason::NoLead => (None, None, None),
        };
        Self { reason: it.as_str(), since: since.map(|day| day.to_string()), count, task }
    }
}

#[derive(Serialize, JsonSchema)]
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
            attention: it.reasons.iter().map(Attention::from).collect(),
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
            days_left: it.days_left(),
            total: Counts::from(&it.total),
            projects: it.projects.iter().map(ProjectCounts::from).collect(),
            unreadable: unreadable(&it.problems),
        }
    }
}
