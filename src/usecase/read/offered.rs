//! What of the tasks can be typed: no more is made of each than that takes, since somebody waits for the Tab key.

use std::collections::{BTreeSet, HashSet};

use crate::domain::name::TaskId;
use crate::domain::task::Task;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::request::mine::with_own;

use super::find::Among;

/// Ids and titles of the tasks in question that are also `wanted`, in the order of lists.
///
/// # Errors
/// A folder that cannot be read.
pub fn tasks(
    context: &Context,
    among: Among<'_>,
    wanted: impl Fn(&Task) -> bool + Sync,
) -> Result<Vec<(TaskId, String)>, Failure> {
    let own = if matches!(among, Among::HeldBy(_)) { Some(with_own(context)?) } else { None };
    let context = own.as_deref().unwrap_or(context);
    let (projects, _) = context.projects()?;
    let (campaign, today) = (&context.campaign, context.today);
    let may_wait = matches!(among, Among::Open(_));
    let keep = |task: Task| {
        let is_meant = among.takes(&task, today) && wanted(&task);
        if !is_meant && (task.is_over() || !may_wait) {
            return None;
        }
        let due = || campaign.effective_due(&task, projects.get(&task.project), today);
        let days = is_meant.then(|| (due(), task.created));
        Some((task.id, days.map(|days| (days, task.title, task.after))))
    };
    let found = match among {
        Among::HeldBy(who) => context.store.scan_tasks_holding(who.as_str(), |_, task| keep(task))?.rows,
        _ => context.store.scan_tasks(None, |_, task| keep(task))?.rows,
    };
    let unfinished: HashSet<&TaskId> = found.iter().filter(|_| may_wait).map(|(id, _)| id).collect();
    let is_ready = |after: &[TaskId]| !after.iter().any(|id| unfinished.contains(id));
    let ready = found.iter().filter_map(|(id, named)| Some((id, named.as_ref().filter(|(.., after)| is_ready(after))?)));
    let mut named: Vec<_> = ready.map(|(id, (days, title, _))| (days, id, title)).collect();
    named.sort_unstable();
    Ok(named.into_iter().map(|(_, id, title)| (id.clone(), title.clone())).collect())
}

/// Every skill that a task asks for or that somebody has.
///
/// # Errors
/// As [`tasks`].
pub fn skills(context: &Context) -> Result<BTreeSet<String>, Failure> {
    let of_tasks = context.store.scan_tasks(None, |_, task| (!task.skills.is_empty()).then_some(task.skills))?.rows;
    let of_people = context.store.people()?.0.into_iter().map(|person| person.skills);
    Ok(of_tasks.into_iter().chain(of_people).flatten().collect())
}

/// Every town where a task is done.
///
/// # Errors
/// As [`tasks`].
pub fn towns(context: &Context) -> Result<BTreeSet<String>, Failure> {
    let found = context.store.scan_tasks(None, |_, task| task.place.town().map(str::to_owned))?;
    Ok(found.rows.into_iter().collect())
}
