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

/// What a key stands for among the rows of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meant<'a> {
    Task(&'a TaskId),
    /// A row that is over.
    Over,
    /// A row that something is wrong with.
    Wrong,
    /// Rows that are not the same.
    Several,
}

/// What each key stands for.
fn keys(rows: &[Planned]) -> HashMap<&str, Meant<'_>> {
    let mut keys = HashMap::new();
    for (key, row) in rows.iter().filter_map(|row| Some((row.key.as_deref()?, row))) {
        let meant = match &row.fate {
            Fate::New(task, _) => Meant::Task(&task.id),
            Fate::There(id) => Meant::Task(id),
            Fate::Over(_) => Meant::Over,
            Fate::Wrong(_) => Meant::Wrong,
        };
        keys.entry(key).and_modify(|known| *known = if *known == meant { meant } else { Meant::Several }).or_insert(meant);
    }
    keys
}

/// Gives each new task those that come before it, by the keys of the rows, else by their ids; over and over until what is wrong
/// with one row is known to those that wait for it.
pub(super) fn link(context: &Context, rows: &mut [Planned]) -> Result<(), Failure> {
    loop {
        let keys = keys(rows);
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
fn before(context: &Context, row: &Planned, keys: &HashMap<&str, Meant<'_>>) -> Result<Result<Vec<TaskId>, Message>, Failure> {
    let mut first: Vec<TaskId> = Vec::new();
    for said in &row.after {
        let wrong = |key| Ok(Err(Message::new(key).with("found", said.as_str())));
        let meant = match keys.get(said.as_str()) {
            Some(Meant::Task(id)) => Some((*id).clone()),
            Some(Meant::Over) => None,
            Some(Meant::Wrong) => return wrong("import-after"),
            Some(Meant::Several) => return wrong("import-after-several"),
            None => {
                let there = TaskId::new(said).map_or(Ok(None), |id| context.store.task_file(&id))?;
                let Some(file) = there else { return wrong("import-after") };
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
