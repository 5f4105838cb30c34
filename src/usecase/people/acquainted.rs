//! Which people the data know, and whether a handle that somebody typed is one of theirs or only looks like it: what is recorded
//! under a mistyped handle belongs to nobody.

use std::collections::BTreeSet;

use crate::domain::name::Handle;
use crate::domain::task::Task;
use crate::rules::is_near;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;

/// Somebody whose name is near that of `who`, when nothing knows `who` yet.
///
/// # Errors
/// A folder that cannot be read.
pub fn taken_for(context: &Context, who: &Handle) -> Result<Option<Handle>, Failure> {
    if context.campaign.organisers.contains(who) || context.store.person(who)?.is_some() {
        return Ok(None);
    }
    if !context.store.scan_tasks_holding(who.as_str(), |_, task| names(&task).any(|it| it == who).then_some(()))?.rows.is_empty()
    {
        return Ok(None);
    }
    let known = everybody(context)?;
    let is_new = !known.contains(who);
    Ok(known.into_iter().find(|other| is_new && is_near(other.as_str(), who.as_str())))
}

/// Everybody whom the data name: organisers, leads, who has a file, who took or finished a task.
///
/// # Errors
/// A folder that cannot be read.
pub fn everybody(context: &Context) -> Result<BTreeSet<Handle>, Failure> {
    let mut known: BTreeSet<Handle> = context.campaign.organisers.iter().cloned().collect();
    known.extend(context.projects()?.0.into_values().flat_map(|project| project.leads));
    known.extend(context.store.people()?.0.into_iter().map(|person| person.handle));
    let named = context.store.scan_tasks(None, |_, task| Some(names(&task).cloned().collect::<Vec<_>>()))?;
    known.extend(named.rows.into_iter().flatten());
    Ok(known)
}

/// Everybody who took or finished the task.
fn names(task: &Task) -> impl Iterator<Item = &Handle> {
    let again = task.latest_reopening().and_then(|again| again.done.as_ref());
    let closed = task.done.as_ref().into_iter().chain(again).map(|done| &done.by);
    task.claims.iter().map(|(who, _)| who).chain(closed)
}
