//! What comes before what, among the tasks of a list.

use std::collections::{BTreeMap, HashMap};

use crate::domain::bounds::Room;
use crate::domain::document::Document;
use crate::domain::message::Message;
use crate::domain::name::{Slug, TaskId};
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;
use crate::rules::change::Change;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::replay::foresee::{Neighbours, unsound};

use super::plan::{Fate, Planned};

/// What the other tasks of a list are to each other: as if they were there.
struct Besides<'a> {
    context: &'a Context,
    new: BTreeMap<TaskId, Task>,
}

impl Neighbours for Besides<'_> {
    fn project(&self, slug: &Slug) -> Result<Option<Project>, Failure> {
        Neighbours::project(self.context, slug)
    }

    fn theme(&self, slug: &Slug) -> Result<Option<Theme>, Failure> {
        Neighbours::theme(self.context, slug)
    }

    fn task(&self, id: &TaskId, near: &Slug) -> Result<Option<Option<Task>>, Failure> {
        self.new.get(id).map_or_else(|| Neighbours::task(self.context, id, near), |task| Ok(Some(Some(task.clone()))))
    }
}

/// Gives each new task those that come before it, by the keys of the rows, else by their ids; over and over until what is wrong
/// with one row is known to those that wait for it.
pub(super) fn link(context: &Context, rows: &mut [Planned]) -> Result<(), Failure> {
    loop {
        let mut keys: HashMap<&str, Option<&TaskId>> = HashMap::new();
        for row in rows.iter() {
            let meant = match &row.fate {
                Fate::New(task, _) => Some(&task.id),
                Fate::There(id) => Some(id),
                Fate::Over(_) => None,
                Fate::Wrong(_) => continue,
            };
            keys.extend(row.key.as_deref().map(|key| (key, meant)));
        }
        let mut found: Vec<(usize, Result<Vec<TaskId>, Message>)> = Vec::new();
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| matches!(row.fate, Fate::New(..)) && !row.after.is_empty()) {
            found.push((at, before(context, row, &keys)?));
        }
        let mut is_settled = true;
        for (at, first) in found {
            match (first, &mut rows[at].fate) {
                (Ok(first), Fate::New(task, _)) => task.after = first,
                (Err(problem), fate) => {
                    *fate = Fate::Wrong(vec![problem]);
                    is_settled = false;
                }
                (Ok(_), _) => {}
            }
        }
        if is_settled && sound(context, rows)? {
            return Ok(());
        }
    }
}

/// What comes before `row`; what is over there does not.
fn before(
    context: &Context,
    row: &Planned,
    keys: &HashMap<&str, Option<&TaskId>>,
) -> Result<Result<Vec<TaskId>, Message>, Failure> {
    let mut first: Vec<TaskId> = Vec::new();
    for said in &row.after {
        let meant = match keys.get(said.as_str()) {
            Some(meant) => meant.cloned(),
            None => {
                let there = TaskId::new(said).map_or(Ok(None), |id| context.store.task_file(&id))?;
                let Some(file) = there else { return Ok(Err(Message::new("import-after").with("found", said.as_str()))) };
                Some(file.id)
            }
        };
        first.extend(meant.filter(|id| !first.contains(id)));
    }
    Ok(Ok(first))
}

/// Whether `check` finds no error in what the new tasks name; the rows in which it does are wrong.
fn sound(context: &Context, rows: &mut [Planned]) -> Result<bool, Failure> {
    let new = |row: &Planned| match &row.fate {
        Fate::New(task, _) if !task.after.is_empty() => Some((**task).clone()),
        _ => None,
    };
    let all = rows.iter().filter_map(|row| match &row.fate {
        Fate::New(task, _) => Some((task.id.clone(), (**task).clone())),
        _ => None,
    });
    let besides = Besides { context, new: all.collect() };
    let waiting: Vec<(usize, Document)> = rows.iter().enumerate().filter_map(|(at, row)| Some((at, new(row)?.into()))).collect();
    let files: Vec<_> = waiting.iter().map(|(_, document)| (None, Some(document))).collect();
    let found = unsound(&besides, &context.campaign, context.today, &files, &Room::of_own())?;
    let mut is_sound = true;
    for ((at, _), errors) in waiting.iter().zip(found) {
        let problems: Vec<Message> = errors
            .into_iter()
            .filter_map(|change| match change {
                Change::Unsound { problem } => Some(problem),
                _ => None,
            })
            .collect();
        if !problems.is_empty() {
            rows[*at].fate = Fate::Wrong(problems);
            is_sound = false;
        }
    }
    Ok(is_sound)
}
