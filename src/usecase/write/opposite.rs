//! The opposite of what everybody has already: one more operation, which the rules judge as if it had been typed.

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::operation::Operation;
use crate::domain::task::Task;
use crate::store::TaskFile;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{action_of, operation_of, trailer};
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::Failure;
use crate::usecase::replay::snapshot::Snapshot;
use crate::vcs::CommitInfo;

use super::import::give_up;
use super::instead::{instead, noted_without, on_behalf_of, task_file};
use super::members::{join, leave};
use super::receipt::Receipt;
use super::take::{Noting, claim, log, release};
use super::tasks::reopen;

/// A reason where only the rules look at it.
pub const ANY_REASON: &str = "…";

/// Does the opposite of what `commit` did, as far as there is one; `reason` says why, where the rules ask for that.
pub(super) fn opposite(context: &Context, commit: &CommitInfo, reason: &str) -> Option<Result<Receipt, Failure>> {
    let person = on_behalf_of(context, commit);
    let said = person.as_ref().map(|_| reason.to_owned());
    let recorded = match context.again() {
        Ok(again) => Context { on_behalf: person, opposes: Some(commit.id.clone()), ..again },
        Err(failure) => return Some(Err(failure)),
    };
    let file = || task_file(context, trailer(commit, "Mpa-Task")?);
    let project = || Slug::new(trailer(commit, "Mpa-Project")?);
    Some(match operation_of(commit)? {
        Operation::Claim => release(&recorded, &file()?, said),
        Operation::Release => claim(&recorded, &file()?, None),
        Operation::Log => {
            let file = file()?;
            let (day, time) = noted_without(context, commit, &file)?;
            log(&recorded, &file, time, Some(day), Noting::Total)
        }
        Operation::Close | Operation::Cancel => {
            let file = file()?;
            let noted = noted_without(context, commit, &file).map(|_| Message::new("undo-time-stays"));
            reopen(context, &file, reason).map(|mut receipt| {
                receipt.notes.extend(noted);
                receipt
            })
        }
        Operation::Import => imported(context, commit).and_then(|files| give_up(&recorded, &files, action_of(commit).1, reason)),
        Operation::Join => leave(&recorded, &project()?),
        Operation::Leave => join(&recorded, &project()?, &[], None),
        _ => return None,
    })
}

/// Those of the tasks that `commit` names which it added itself and which are still there, as it added them.
fn imported(context: &Context, commit: &CommitInfo) -> Result<Vec<(TaskFile, Task)>, Failure> {
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    let after = Snapshot::new(repository, &prefix, &commit.id);
    let before = commit.parent.as_ref().map(|parent| Snapshot::new(repository, &prefix, parent));
    let mut found = Vec::new();
    for (_, id) in commit.trailers.iter().filter(|(key, _)| key == "Mpa-Task") {
        let Some(file) = task_file(context, id) else { continue };
        if let Some(before) = &before
            && before.has_task(&file.id)?
        {
            continue;
        }
        found.extend(after.task(&file.id)?.map(|task| (file, task)));
    }
    Ok(found)
}

/// How whoever renewed stops before the day that `commit` names.
pub(super) fn by_releasing(context: &Context, commit: &CommitInfo) -> Option<String> {
    let person = on_behalf_of(context, commit);
    let on_behalf = person.as_ref().map(|person| format!(" --for {person}")).unwrap_or_default();
    let file = task_file(context, trailer(commit, "Mpa-Task")?)?;
    let trial = Context { on_behalf: person, ..context.trial().ok()? };
    release(&trial, &file, Some(ANY_REASON.to_owned())).ok()?;
    Some(format!("mpa release {}{on_behalf} --handover \"…\"", file.id))
}

/// What somebody who decides would type against what `commit` did, where the rules let them and not whoever types.
pub(super) fn for_others(context: &Context, commit: &CommitInfo) -> Option<String> {
    let file = task_file(context, trailer(commit, "Mpa-Task")?)?;
    let project = context.project(&file.project).ok().flatten();
    let leads = project.iter().flat_map(|project| &project.leads);
    let decides = context.campaign.organisers.iter().chain(leads).find(|person| context.actor.as_ref() != Some(*person))?;
    let trial = Context { actor: Some(decides.clone()), ..context.trial().ok()? };
    opposite(&trial, commit, ANY_REASON)?.ok()?;
    instead(&trial, commit)
}
