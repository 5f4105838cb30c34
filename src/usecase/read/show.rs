//! Everything about one task.

use crate::domain::claim::Claim;
use crate::domain::day::Day;
use crate::domain::name::{Handle, TaskId};
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::rules::judge::quota::last_day;
use crate::store::{Problem, TaskFile};
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::request::facing::{Subject, by_request};
use crate::usecase::request::mine::with_own;
use crate::usecase::request::{Stage, stage_of};

use super::list::{Row, row_of};

/// A task and what a reader needs beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskView {
    /// The task.
    pub task: Task,
    /// Its project, where its file can be read.
    pub project: Option<Project>,
    /// How it stands in a list: its state, who holds it, the day it is really due.
    pub row: Row,
    /// The day it would be held until if it were taken now.
    pub would_be_until: Day,
    /// The tasks still to be done first, with their titles.
    pub waits_for: Vec<(TaskId, String)>,
    /// Whom to ask: the task's contact, else the project's, else the campaign's.
    pub contact: Option<String>,
    /// The path of its file, from the folder that holds `data/`.
    pub path: String,
    /// Whether the person who looks holds it, or was the last to hold it.
    pub mine: bool,
    /// Whether that person took or finished it on a branch that is not merged.
    pub mine_pending: bool,
    /// How far the request has come by which that person asked for something about it.
    pub request: Option<Stage>,
    /// What the person asked for, where that is not merged: their record there.
    pub asked: Option<(Handle, Claim)>,
    /// Whether it is only proposed so far.
    pub is_new: bool,
    /// The day of the view.
    pub today: Day,
    /// What is wrong with its file.
    pub problems: Vec<Problem>,
}

impl TaskView {
    /// Whether somebody asked for it in a request that comes from them.
    pub fn is_asked_by_another(&self) -> bool {
        self.row.pending.iter().any(|it| it.said_in.is_none())
    }

    /// Whether the person asked for it, or for what makes it, and nobody answered.
    pub fn is_asked_for(&self) -> bool {
        self.mine_pending || self.is_new && self.request.is_some()
    }
}

/// Reads the one file, and of others only what the task names.
///
/// # Errors
/// When the file cannot be read.
pub fn show(context: &Context, file: &TaskFile) -> Result<TaskView, Failure> {
    let is_new = by_request(context) && context.store.task_file_near(&file.id, &file.project)?.is_none();
    let own = if is_new { Some(with_own(context)?) } else { None };
    let context = own.as_deref().unwrap_or(context);
    let loaded = context.store.read_task(file)?;
    let mut problems = loaded.decoded.problems;
    let task = loaded.decoded.value.ok_or_else(|| Failure::unreadable(&problems))?;
    let home = context.store.project(&task.project)?;
    let (project, of_project) = home.map_or((None, Vec::new()), |home| (home.decoded.value, home.decoded.problems));
    problems.extend(of_project);
    let unfinished = context.unfinished(&task);
    let due = context.campaign.effective_due(&task, project.as_ref(), context.today);
    let contact = task.contact.clone().or_else(|| context.contact(project.as_ref()));
    let row = row_of(context, (file, &task), project.as_ref(), &unfinished);
    let request = stage_of(context, Subject::Task(&task.id));
    let asked = request.and_then(|_| asked(context, file)).filter(|(me, claim)| task.claim_of(me) != Some(claim));
    let mine_pending = context.actor.as_ref().is_some_and(|me| row.pending.iter().any(|it| it.by == *me && it.said_in.is_none()));
    Ok(TaskView {
        mine_pending,
        asked,
        is_new,
        request,
        row,
        would_be_until: last_day(&context.campaign, due, context.today),
        waits_for: unfinished.into_iter().map(|id| (id.clone(), title_of(context, &id, &task))).collect(),
        contact,
        mine: task.answers_for(context.today).is_some_and(|(who, _)| context.actor.as_ref() == Some(who)),
        path: loaded.path,
        today: context.today,
        problems,
        project,
        task,
    })
}

/// The record of the person who looks as it stands in their own request.
fn asked(context: &Context, file: &TaskFile) -> Option<(Handle, Claim)> {
    let me = context.actor.clone()?;
    let task = with_own(context).ok()?.task(file).ok()?;
    task.claim_of(&me).cloned().map(|claim| (me, claim))
}

fn title_of(context: &Context, id: &TaskId, beside: &Task) -> String {
    let file = context.store.task_file_near(id, &beside.project).ok().flatten();
    file.and_then(|file| context.task(&file).ok()).map(|task| task.title).unwrap_or_default()
}
