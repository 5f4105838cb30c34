//! `mpa` alone: what matters today, on one screen.

use crate::domain::day::{Day, later};
use crate::domain::name::{Handle, TaskId};
use crate::domain::status::Status;
use crate::domain::task::Resource;
use crate::rules::judge::quota::renewable;
use crate::rules::progress::TaskFacts;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::request::unsent_requests;

use super::list::{Listing, Row, default_order, gather};
use super::progress::{Progress, progress_of};

/// How many open tasks are offered.
const OFFERED: usize = 5;

/// A day, in seconds.
const DAY: i64 = 24 * 60 * 60;

/// What matters today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Today {
    /// Who asks, if known.
    pub who: Option<Handle>,
    /// What they hold, or were the last to hold.
    pub mine: Vec<Row>,
    /// A claim that ends on or before this day is about to end.
    pub ends_soon: Day,
    /// Those of them that end soon and can be renewed.
    pub renewable: Vec<TaskId>,
    /// A few tasks to take.
    pub open: Listing,
    /// How far everything has come.
    pub progress: Progress,
    /// What anyone can do without taking a task.
    pub also: Vec<Resource>,
    /// Commits that were not sent yet; `None` without a remote.
    pub unsent: Option<usize>,
    /// Requests that were not handed in yet as they are now; `None` without a remote, or where changes need no request.
    pub unsent_requests: Option<usize>,
    /// The day the others were last heard of, when that is more than a day ago.
    pub heard: Option<Day>,
}

/// Gathers what matters today.
///
/// # Errors
/// A folder that cannot be read.
pub fn today(context: &Context) -> Result<Today, Failure> {
    let (projects, mut problems) = context.projects()?;
    let day = context.today;
    let mut gathered = gather(context, None, &projects, |task, row| {
        let matters = task.status(day, false) == Status::Open || !task.is_over() && !task.claims.is_empty();
        (matters.then(|| row(task)), TaskFacts::of(task, day))
    })?;
    problems.append(&mut gathered.problems);
    gathered.rows.sort_by(default_order);
    let is_mine = |row: &&Row| {
        let held = row.status == Status::Claimed || row.expired;
        let holds = |me: &Handle| held && row.holder.as_ref().is_some_and(|(holder, _)| holder == me);
        context.actor.as_ref().is_some_and(|me| holds(me) || row.is_pending_by(me))
    };
    let mine: Vec<Row> = gathered.rows.iter().filter(is_mine).cloned().collect();
    let ends_soon = later(context.today, context.campaign.claims.warn_days);
    let ends = |row: &&Row| row.status == Status::Claimed && row.holder.as_ref().is_some_and(|(_, until)| *until <= ends_soon);
    let can_be_renewed = |row: &Row| {
        let file = context.store.task_file_near(&row.id, &row.project).ok()??;
        let task = context.task(&file).ok()?;
        let due = context.campaign.effective_due(&task, projects.get(&task.project), day);
        renewable(&context.campaign, task.holder(day)?.1, due, day)
    };
    let renewable = mine.iter().filter(ends).filter(|row| can_be_renewed(row).is_some()).map(|row| row.id.clone()).collect();
    let open = || gathered.rows.iter().filter(|row| row.is_free());
    let (fitting, offered) = (open().count(), open().take(OFFERED).cloned().collect());
    let progress = progress_of(context, &projects, &gathered.others, Vec::new());
    Ok(Today {
        who: context.actor.clone(),
        mine,
        ends_soon,
        renewable,
        open: Listing { rows: offered, fitting, nearest: false, today: context.today, problems },
        progress,
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
