//! What a task asks for: add one, change its texts, give it up, open it again.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::budget::Budget;
use crate::domain::message::Message;
use crate::domain::name::{ID_MIN, Slug, TaskId};
use crate::domain::operation::Operation;
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::rules::change::redaction::masked_task;
use crate::rules::lint::Everything;
use crate::rules::operation;
use crate::rules::personal::slug_of;
use crate::store::{TaskFile, new_task_file, task_path};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::{Failure, Kind, hint_command, missing};
use crate::usecase::read::progress::{no_such_deliverable, no_such_project, standing};
use crate::usecase::replay::foresee::{happening, mind_texts};
use crate::usecase::request::facing::{Subject, facing};

use super::receipt::{Effect, Receipt};
use super::record::{change_task, judge_task, way_back, way_back_by};
use super::take::{receipt, unsent};
use super::task_fields::TaskFields;
use super::writer::{FileEdit, Writer};

/// The most copies of a task made at once.
pub const COPIES_MAX: u32 = 20;

/// Adds `copies` tasks to `project`, in one commit; one person each.
///
/// # Errors
/// A field that is missing, a name that leads nowhere, a budget to be split, a rule, git.
pub fn add(context: &Context, project: &Slug, fields: &TaskFields, copies: u32) -> Result<(Receipt, Vec<TaskId>), Failure> {
    let first = draw_id(&context.store.all_task_ids()?.into_iter().collect());
    let context = &facing(context, Subject::Task(&first))?;
    let actor = context.actor()?;
    let writer = Writer::open(context)?;
    let home = context.project(project)?.ok_or_else(|| no_such_project(context, project))?;
    let title = fields.title.clone().ok_or_else(|| missing("--title"))?;
    let budget = fields.budget.ok_or_else(|| missing("--budget"))?;
    let mut taken: BTreeSet<TaskId> = context.store.all_task_ids()?.into_iter().collect();
    let (mut made, mut waits) = (Vec::new(), None);
    let mut first = Some(first);
    for _ in 0..copies.clamp(1, COPIES_MAX) {
        let id = first.take().filter(|id| !taken.contains(id)).unwrap_or_else(|| draw_id(&taken));
        taken.insert(id.clone());
        let task = fields.apply(&Task::new(id, project.clone(), title.clone(), budget, context.today));
        demand(context, Some(&home), None, &task)?;
        let new = task.clone().into();
        let versions = (None, Some(&new));
        let found = happening(context, versions)?;
        waits = judge_task(context, actor, Some(&home), None, &task, &found)?;
        mind_texts(context, versions)?;
        made.push(task);
    }
    let edits: Vec<FileEdit> = made.iter().map(new_file).collect();
    let ids: Vec<TaskId> = made.iter().map(|task| task.id.clone()).collect();
    let shown = ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    let trailers: Vec<(&str, String)> = shown.iter().map(|id| ("Mpa-Task", id.clone())).collect();
    let id = if copies > 1 { format!("{project} ×{}", shown.len()) } else { shown.join(", ") };
    let (landing, mut notes) =
        writer.commit(&edits, Headline { operation: Operation::Add, title: &title, id: &id, trailers: &trailers })?;
    notes.extend(waits);
    if let Landing::Committed(_) = landing {
        notes.extend(standing(context, project));
        notes.extend(unsent(context));
        let here = if context.writing.here { " --here" } else { "" };
        let cancel = |id: &TaskId| way_back_by(&format!("mpa tasks cancel {id} --reason \"…\"{here}"));
        match context.proposal {
            Some(_) => notes.push(way_back(context)),
            None => notes.extend(ids.iter().map(cancel)),
        }
    }
    let told = |key| Message::new(key).with("task", title.as_str()).with("ids", shown.clone()).with("count", ids.len());
    let effect = Effect::new(context, Operation::Add, &title, told("add-done")).asked(told("add-proposed"));
    Ok((Receipt::new(context, landing, effect, notes), ids))
}

/// The file of a new task.
pub(super) fn new_file(task: &Task) -> FileEdit {
    FileEdit {
        path: task_path(&task.project, &task.id, slug_of(&task.title).as_ref()),
        before: None,
        after: new_task_file(task).into_bytes(),
    }
}

/// An id that no task has: long enough to make a clash between clones unlikely, looked up all the same.
pub(super) fn draw_id(taken: &BTreeSet<TaskId>) -> TaskId {
    let length = if taken.len() < 10_000 { ID_MIN } else { ID_MIN + 2 };
    loop {
        let id = TaskId::from_draws(length, || fastrand::u8(..));
        if !taken.contains(&id) {
            return id;
        }
    }
}

/// Changes what a task asks for.
///
/// # Errors
/// As [`add`].
pub fn edit(context: &Context, file: &TaskFile, fields: &TaskFields) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    let before = context.task(file)?;
    let projects = if fields.redact { context.projects()?.0 } else { BTreeMap::new() };
    let public = Everything::public_addresses(&context.campaign, projects.values());
    let wish = |task: &Task| {
        let after = fields.apply(task);
        if fields.redact { masked_task(&after, &public) } else { after }
    };
    demand(context, context.project(&before.project)?.as_ref(), Some(&before), &wish(&before))?;
    let write = change_task(context, file, Operation::Edit, |task| Ok(wish(task)))?;
    let title = write.after.title.as_str();
    let is_kept_in_git = fields.redact && write.landing != Landing::Nothing;
    let notes = is_kept_in_git.then(|| Message::new("note-redacted")).into_iter().collect();
    let effect = Effect::new(context, Operation::Edit, title, Message::new("edit-done").with("task", title));
    Ok(receipt(context, write, effect, notes))
}

/// What is demanded of what this program writes in a task of the project `home`: everything `check` would ask for, before it is
/// committed.
pub(super) fn demand(context: &Context, home: Option<&Project>, before: Option<&Task>, task: &Task) -> Result<(), Failure> {
    let is_new = |same: fn(&Task, &Task) -> bool| !before.is_some_and(|before| same(before, task));
    if task.done_when.is_none() && is_new(|a, b| a.done_when == b.done_when) {
        return Err(missing("--done-when"));
    }
    if task.resources.is_empty() && !task.draft && is_new(|a, b| (a.draft, &a.resources) == (b.draft, &b.resources)) {
        return Err(missing("--resource").hint(Message::new("hint-draft")));
    }
    if let (Some(slug), Some(project)) = (&task.deliverable, home)
        && project.deliverable(slug).is_none()
        && is_new(|a, b| a.deliverable == b.deliverable)
    {
        return Err(no_such_deliverable(slug, project));
    }
    for id in task.after.iter().filter(|_| is_new(|a, b| a.after == b.after)) {
        if context.store.task_file(id)?.is_none() {
            return Err(Failure::new(Kind::Usage, Message::new("no-such-task").with("typed", id))
                .hint(hint_command("mpa tasks list --all")));
        }
    }
    if let Some(due) = task.due.filter(|_| is_new(|a, b| a.due == b.due)) {
        operation::becomes_due(&task.title, due, context.today).map_err(|objection| Failure::refused(&objection))?;
    }
    let most = context.campaign.tasks.max_budget;
    if task.budget.most() > most && is_new(|a, b| a.budget == b.budget) {
        let message =
            Message::new("split-it").with("task", task.title.as_str()).with("budget", task.budget.most()).with("most", most);
        return Err(Failure::new(Kind::Refused, message));
    }
    Ok(())
}

/// Looks at a task that is to be added and of which no more is known yet than `fields`, a title at least.
///
/// # Errors
/// What [`add`] would refuse or ask to be agreed to whatever else is said.
pub fn foresee(context: &Context, project: &Slug, fields: &TaskFields) -> Result<(), Failure> {
    let title = fields.title.clone().ok_or_else(|| missing("--title"))?;
    let most = context.campaign.tasks.max_budget;
    let budget = fields.budget.or(Budget::new(most, most)).ok_or_else(|| missing("--budget"))?;
    let mut task = fields.apply(&Task::new(draw_id(&BTreeSet::new()), project.clone(), title, budget, context.today));
    mind_texts(context, (None, Some(&task.clone().into())))?;
    (task.draft, task.done_when) = (true, Some(String::new()));
    demand(context, context.project(project)?.as_ref(), None, &task)
}

/// Gives a task up.
///
/// # Errors
/// See [`change_task`].
pub fn cancel(context: &Context, file: &TaskFile, reason: &str) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    let (actor, today) = (context.actor()?, context.today);
    let write = change_task(context, file, Operation::Cancel, |task| operation::cancel(task, actor, today, reason.to_owned()))?;
    let mut notes = Vec::new();
    if let Some((holder, _)) = write.before.holder(context.today) {
        let key = if context.proposes() { "note-tell-holder-then" } else { "note-tell-holder" };
        notes.push(Message::new(key).with("person", holder));
    }
    let title = write.after.title.as_str();
    let effect = Effect::new(context, Operation::Cancel, title, Message::new("cancel-done").with("task", title));
    Ok(receipt(context, write, effect, notes))
}

/// Opens a finished or cancelled task again.
///
/// # Errors
/// See [`change_task`].
pub fn reopen(context: &Context, file: &TaskFile, reason: &str) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    let (actor, today) = (context.actor()?, context.today);
    let write = change_task(context, file, Operation::Reopen, |task| operation::reopen(task, actor, today, reason.to_owned()))?;
    let title = write.after.title.as_str();
    let effect = Effect::new(context, Operation::Reopen, title, Message::new("reopen-done").with("task", title));
    Ok(receipt(context, write, effect, Vec::new()))
}

/// Gives a finished task back to be done better, and says whom to tell and what.
///
/// # Errors
/// See [`change_task`].
pub fn send_back(context: &Context, file: &TaskFile, reason: &str) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    let (actor, today) = (context.actor()?, context.today);
    let write =
        change_task(context, file, Operation::SendBack, |task| operation::send_back(task, actor, today, reason.to_owned()))?;
    let title = write.after.title.as_str();
    let effect = Effect::new(context, Operation::SendBack, title, Message::new("send-back-done").with("task", title));
    let notes = whom_to_tell(context, &write.before, &write.after);
    Ok(receipt(context, write, effect, notes))
}

/// Who did the work, who holds the task now, and what they need to know.
fn whom_to_tell(context: &Context, before: &Task, after: &Task) -> Vec<Message> {
    let Some(closing) = &before.done else { return Vec::new() };
    let by = &closing.by;
    let told = |key| Message::new(key).with("person", by).with("id", &after.id);
    if context.proposes() {
        return vec![told("note-back-then")];
    }
    let mut notes = vec![match after.holder(context.today) {
        Some((holder, claim)) if holder == by => told("note-back-to-holder").with("until", claim.until()),
        Some((holder, claim)) => told("note-back-to-another").with("holder", holder).with("until", claim.until()),
        None => told("note-back-to-all"),
    }];
    if let Some(again) = &after.sent_back {
        let words = Message::new("note-back-words").with("task", after.title.as_str()).with("reason", again.reason.as_str());
        notes.push(words.with("id", &after.id));
    }
    notes
}
