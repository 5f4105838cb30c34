//! What to type against an action that everybody has and that `undo` has no opposite for.

use std::collections::BTreeMap;

use crate::domain::budget::Minutes;
use crate::domain::day::Day;
use crate::domain::name::{Handle, TaskId};
use crate::domain::operation::Operation;
use crate::rules::actor::Role;
use crate::store::TaskFile;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{operation_of, person_of, trailer};
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::replay::snapshot::Snapshot;
use crate::usecase::request::facing::by_request;
use crate::vcs::{CommitId, CommitInfo};

/// What whoever types may do against what `commit` did and everybody has.
pub(super) fn instead(context: &Context, commit: &CommitInfo) -> Option<String> {
    let file = task_file(context, trailer(commit, "Mpa-Task")?)?;
    let project = context.project(&file.project).ok().flatten();
    let decides = by_request(context)
        || context.actor.as_ref().is_some_and(|actor| Role::of(actor, &context.campaign, project.as_ref()) > Role::Volunteer);
    let on_behalf = on_behalf_of(context, commit).map(|person| format!(" --for {person}")).unwrap_or_default();
    match operation_of(commit)? {
        Operation::Claim => Some(format!("mpa release {}{on_behalf} --handover \"…\"", file.id)),
        Operation::Release => Some(format!("mpa claim {}{on_behalf}", file.id)),
        Operation::Log => {
            let (day, without) = noted_without(context, commit, &file)?;
            let may = decides || day >= context.today;
            may.then(|| format!("mpa log {}{on_behalf} {without} --total --day {day}", file.id))
        }
        Operation::Close | Operation::Cancel if decides => Some(format!("mpa tasks reopen {} --reason \"…\"", file.id)),
        Operation::Add if decides => Some(format!("mpa tasks cancel {} --reason \"…\"", file.id)),
        _ => None,
    }
}

/// Whose record `commit` changed, where that is not whoever types.
pub(super) fn on_behalf_of(context: &Context, commit: &CommitInfo) -> Option<Handle> {
    let by = || person_of(commit, "Mpa-By").filter(|_| context.actor.is_some());
    person_of(commit, "Mpa-For").or_else(by).filter(|person| context.actor.as_ref() != Some(person))
}

/// The day on which `commit` noted time, and what that day would hold without; `None` where the day was noted anew since.
pub(super) fn noted_without(context: &Context, commit: &CommitInfo, file: &TaskFile) -> Option<(Day, Minutes)> {
    let who = person_of(commit, "Mpa-For").or_else(|| person_of(commit, "Mpa-By"))?;
    let prefix = prefix_of(context).ok()?;
    let spent = |at: &CommitId| {
        let task = Snapshot::new(context.repository().ok()?, &prefix, at).task(&file.id).ok()?;
        Some(task.and_then(|task| task.claim_of(&who).map(|claim| claim.spent.clone())).unwrap_or_default())
    };
    let (before, after) = (spent(commit.parent.as_ref()?)?, spent(&commit.id)?);
    let now = context.task(file).ok()?.claim_of(&who)?.spent.clone();
    let on = |times: &BTreeMap<Day, Minutes>, day: &Day| times.get(day).copied().unwrap_or(Minutes::ZERO);
    let day = *before.keys().chain(after.keys()).find(|day| on(&before, day) != on(&after, day))?;
    (on(&now, &day) == on(&after, &day)).then(|| (day, on(&before, &day)))
}

/// The file of the task `id`, if there is one.
pub(super) fn task_file(context: &Context, id: &str) -> Option<TaskFile> {
    context.store.task_file(&TaskId::new(id)?).ok().flatten()
}
