//! `mpa` alone: what matters today, on one screen.

use crate::domain::budget::Minutes;
use crate::domain::campaign::Campaign;
use crate::domain::claim::{Claim, Reopening};
use crate::domain::day::{Day, later};
use crate::domain::name::Handle;
use crate::domain::status::Status;
use crate::domain::task::{Resource, Task};
use crate::rules::facts::TaskFacts;
use crate::rules::judge::quota::renewable;
use crate::rules::reached::Reached;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::request::unsent_requests;

use super::fit::{Wishes, best_first, explain};
use super::list::{Listing, Row, default_order, gather};
use super::progress::{Progress, progress_of};

/// How many open tasks are offered.
const OFFERED: usize = 5;
/// How many fewer for each task of the person's own, which takes as many rows of the screen.
const ROWS_OF_ONE: usize = 2;
/// The same for what the campaign reached.
const ROWS_OF_THE_END: usize = 2;

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// What matters today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// Who asks, if known.
    pub who: Option<Handle>,
    /// What they hold, or were the last to hold, or finished in a way that was not accepted.
    pub mine: Vec<Mine>,
    /// A claim that ends on or before this day is about to end.
    pub ends_soon: Day,
    /// A few tasks to take.
    pub open: Listing,
    /// How far everything has come.
    pub progress: Progress,
    /// What the campaign reached, once its deadline has passed.
    pub reached: Option<Reached>,
    /// Whether whoever asks may begin the next campaign.
    pub may_begin_next: bool,
    /// What anyone can do without taking a task.
    pub also: Vec<Resource>,
    /// Commits that were not sent yet; `None` without a remote.
    pub unsent: Option<usize>,
    /// Requests that were not handed in yet as they are now; `None` without a remote, or where changes need no request.
    pub unsent_requests: Option<usize>,
    /// The day the others were last heard of, when that is more than a day ago.
    pub heard: Option<Day>,
}

/// A task of the person, and what they can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mine {
    /// The task.
    pub row: Row,
    /// The time they noted.
    pub spent: Minutes,
    /// The day that prolonging it would bring, where it can be prolonged.
    pub renewable: Option<Day>,
    /// Who did not accept what they showed, and why, while nobody finished it since.
    pub sent_back: Option<Reopening>,
}

impl Mine {
    /// What `task` is to `who`; `None` where it does not concern them.
    fn of(campaign: &Campaign, today: Day, task: &Task, row: &Row, who: &Handle) -> Option<Self> {
        let answers = task.answers_for(today).filter(|(holder, _)| *holder == who);
        let closed = |back: &&Reopening| back.done.as_ref().is_some_and(|closing| closing.by == *who);
        let sent_back = task.sent_back.as_ref().filter(closed).filter(|_| answers.is_some() || row.status == Status::Open);
        let concerns = answers.is_some() || sent_back.is_some() || row.is_pending_by(who);
        concerns.then(|| Self {
            spent: task.claim_of(who).map(Claim::time).unwrap_or_default(),
            renewable: answers.and_then(|(_, claim)| renewable(campaign, claim, row.due, today)),
            sent_back: sent_back.cloned(),
            row: row.clone(),
        })
    }
}

/// Gathers what matters today.
///
/// # Errors
/// A folder that cannot be read.
pub fn today(context: &Context) -> Result<Today, Failure> {
    let (projects, mut problems) = context.projects()?;
    let (is_over, days) = (context.campaign.is_over(context.today), context.campaign.days_until(context.today));
    let (day, campaign, me) = (context.today, &context.campaign, context.actor.as_ref());
    let mut gathered = gather(context, None, &projects, |task, row| {
        let matters = task.status(day, false) == Status::Open || !task.is_over() && !task.claims.is_empty();
        let row = matters.then(|| row(task));
        let mine = row.as_ref().zip(me).and_then(|(row, me)| Mine::of(campaign, day, task, row, me));
        (row, (TaskFacts::of(task, day), (mine, is_over.then(|| Reached::of_task(task, &days)))))
    })?;
    problems.append(&mut gathered.problems);
    let (facts, others): (Vec<TaskFacts>, Vec<_>) = gathered.others.into_iter().unzip();
    let (mine, reached): (Vec<Option<Mine>>, Vec<Option<Reached>>) = others.into_iter().unzip();
    let delivered = projects.values().map(|project| Reached::of_project(project, &days));
    let reached = is_over.then(|| reached.into_iter().flatten().chain(delivered).collect());
    let mut mine: Vec<Mine> = mine.into_iter().flatten().collect();
    mine.sort_by(|a, b| default_order(&a.row, &b.row));
    let mut open = gathered.rows;
    if context.actor.is_some() {
        explain(&mut open, &Wishes::of(context)?, day);
    }
    open.retain(|row| row.is_offered(projects.get(&row.project)) && mine.iter().all(|it| it.row.id != row.id));
    open.sort_by(|a, b| best_first(a, b).then_with(|| default_order(a, b)));
    let fitting = open.len();
    let taken = ROWS_OF_ONE * mine.len() + if is_over { ROWS_OF_THE_END } else { 0 };
    open.truncate(OFFERED.saturating_sub(taken).max(1));
    let progress = progress_of(context, &projects, &facts, problems.clone());
    Ok(Today {
        who: context.actor.clone(),
        mine,
        ends_soon: later(day, context.campaign.claims.warn_days),
        open: Listing { rows: open, fitting, nearest: false, today: day, problems },
        progress,
        reached,
        may_begin_next: me.is_some_and(|me| campaign.is_organiser(me)),
        also: context.campaign.also.clone(),
        unsent: unsent(context),
        unsent_requests: unsent_requests(context),
        heard: heard(context),
    })
}

fn heard(context: &Context) -> Option<Day> {
    let heard = context.repository().ok()?.heard_at(context.upstream()?)?;
    (context.now - heard > DAY).then(|| context.campaign.timezone.day(heard))
}

fn unsent(context: &Context) -> Option<usize> {
    let upstream = context.upstream()?;
    context.repository().ok()?.unsent_count(Some(upstream), 100).ok()
}
