//! A request that forgets somebody: told as the one change it is, rather than as records that disappear and others that
//! nobody wrote.

use std::collections::HashSet;

use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::domain::name::{Handle, TaskId};
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::rules::change::Change;
use crate::rules::replaced::{replaced, replaced_in_project, replaced_in_task};
use crate::store::person_path;
use crate::usecase::failure::Failure;

use super::file::ReplayedFile;
use super::snapshot::Snapshot;

/// Makes the files of a request that replaces one handle by an anonymous one everywhere, and does nothing else, into that
/// one change. Any other request stays as it is.
///
/// # Errors
/// When the objects cannot be read.
pub fn find(base: &Snapshot<'_>, organisers: &[Handle], today: Day, files: &mut [ReplayedFile]) -> Result<(), Failure> {
    let Some((from, to)) = files.iter().find_map(replacement) else { return Ok(()) };
    if !files.iter().all(|file| is_replaced(file, &from, &to)) {
        return Ok(());
    }
    let is_new = !organisers.contains(&to) && !base.is_lead(&to)? && !base.speaks_of(&to)?;
    let is_whole = is_whole(base, organisers, files, (&from, &to))?;
    let is_holder = files.iter().any(|file| file.is_held_by(&to, today));
    if is_new && is_whole {
        files.iter_mut().for_each(|file| file.changes.retain(is_of_file));
        files[0].changes.push(Change::PersonReplaced { from, to, is_holder });
    }
    Ok(())
}

/// Whether nothing of the shared branch is left in which `from` is named: no task, project or rules, nor their own file.
fn is_whole(
    base: &Snapshot<'_>,
    organisers: &[Handle],
    files: &[ReplayedFile],
    (from, to): (&Handle, &Handle),
) -> Result<bool, Failure> {
    let touches = |key: FileKey| files.iter().any(|file| file.touched.key.as_ref() == Ok(&key));
    let left = base.all_projects()?.iter().filter(|project| replaced_in_project(project, from, to) != **project);
    let has_projects = left.map(Project::key).all(touches);
    let has_rules = !organisers.contains(from) || touches(FileKey::Campaign);
    let has_file = touches(FileKey::Person(from.clone())) || !base.has(&person_path(from))?;
    let tasks = base.tasks_where(from.as_str(), |task| replaced_in_task(task, from, to) != *task)?;
    let touched: HashSet<TaskId> = files.iter().filter_map(ReplayedFile::task_id).collect();
    Ok(has_projects && has_rules && has_file && tasks.iter().all(|id| touched.contains(id)))
}

/// What happens to the file, whatever it says: forgetting somebody explains none of it.
fn is_of_file(change: &Change) -> bool {
    matches!(
        change,
        Change::Reformatted | Change::FileRenamed { .. } | Change::IdTaken { .. } | Change::Conflicting | Change::MergedWrongly
    )
}

/// Whose name went, and which came, as far as this file tells.
fn replacement(file: &ReplayedFile) -> Option<(Handle, Handle)> {
    let (before, after) = (file.before.as_ref()?, file.after.as_ref()?);
    let (old, new) = match (before, after) {
        (Document::Task(old), Document::Task(new)) => (names(old), names(new)),
        (Document::Project(old), Document::Project(new)) => (old.leads.clone(), new.leads.clone()),
        (Document::Campaign(old), Document::Campaign(new)) => (old.organisers.clone(), new.organisers.clone()),
        _ => return None,
    };
    let (were, are): (HashSet<&Handle>, HashSet<&Handle>) = (old.iter().collect(), new.iter().collect());
    let from = old.iter().find(|who| !are.contains(who))?;
    let to = new.iter().find(|who| !were.contains(who) && who.is_anonymous())?;
    Some((from.clone(), to.clone()))
}

fn names(task: &Task) -> Vec<Handle> {
    let holders = task.claims.iter().map(|(who, _)| who);
    let recorders = task.claims.iter().filter_map(|(_, claim)| claim.recorded_by.as_ref());
    let enders = task.done.iter().map(|it| &it.by).chain(task.cancelled.iter().map(|it| &it.by));
    let again = task.sent_back.iter().chain(&task.reopened);
    let openers = again.flat_map(|it| [Some(&it.by), it.done.as_ref().map(|done| &done.by)]).flatten();
    holders.chain(recorders).chain(enders).chain(openers).cloned().collect()
}

/// Whether the file replaces the name and nothing else; a person's own file disappears.
fn is_replaced(file: &ReplayedFile, from: &Handle, to: &Handle) -> bool {
    match (&file.before, &file.after) {
        (Some(Document::Person(old)), None) => old.handle == *from,
        (Some(Document::Theme(_) | Document::Person(_)), _) => false,
        (Some(old), Some(new)) => replaced(old, from, to) == *new,
        _ => false,
    }
}
