//! What `check` would say of what is about to be written, found before it is.
//!
//! An error is never written. What is only to be looked at, in the texts, is for the person to agree to: everybody would
//! read it for ever.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::name::{Slug, TaskId};
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;
use crate::rules::change::{Change, Versions, changes};
use crate::rules::lint::Everything;
use crate::rules::lint_new::{new_errors, new_remarks};

use super::context::Context;
use super::failure::{Failure, Kind};

/// Where the neighbours of what is written are looked up.
pub trait Neighbours {
    /// The project of that name, if there is one that can be read.
    ///
    /// # Errors
    /// When what is there cannot be looked at.
    fn project(&self, slug: &Slug) -> Result<Option<Project>, Failure>;
    /// The theme of that name, if there is one that can be read.
    ///
    /// # Errors
    /// As [`Neighbours::project`].
    fn theme(&self, slug: &Slug) -> Result<Option<Theme>, Failure>;
    /// The task; `Some(None)` for one that is there and cannot be read.
    ///
    /// # Errors
    /// As [`Neighbours::project`].
    fn task(&self, id: &TaskId, near: &Slug) -> Result<Option<Option<Task>>, Failure>;
}

impl Neighbours for Context {
    fn project(&self, slug: &Slug) -> Result<Option<Project>, Failure> {
        Ok(self.store.project(slug)?.and_then(|loaded| loaded.decoded.value))
    }

    fn theme(&self, slug: &Slug) -> Result<Option<Theme>, Failure> {
        Ok(self.store.theme(slug)?.and_then(|loaded| loaded.decoded.value))
    }

    fn task(&self, id: &TaskId, near: &Slug) -> Result<Option<Option<Task>>, Failure> {
        let Some(file) = self.store.task_file_near(id, near)? else { return Ok(None) };
        Ok(Some(self.store.read_task(&file)?.decoded.value))
    }
}

/// What is around a thing.
#[derive(Default)]
struct Around {
    themes: BTreeMap<Slug, Theme>,
    projects: BTreeMap<Slug, Project>,
    tasks: Vec<Task>,
    unreadable: BTreeSet<TaskId>,
}

/// What `check` would call an error in the later version and in the earlier one not yet. Where no name is new, nothing is
/// looked up.
///
/// # Errors
/// When a neighbour cannot be looked at.
pub fn unsound(
    neighbours: &impl Neighbours,
    campaign: &Campaign,
    today: Day,
    versions: Versions<'_>,
) -> Result<Vec<Change>, Failure> {
    let mut around = Around::default();
    match versions {
        Versions::Task(before, Some(after)) => {
            let names = |task: &Task| (task.project.clone(), task.deliverable.clone(), task.after.clone());
            if before.map(names) == Some(names(after)) {
                return Ok(Vec::new());
            }
            around.add_project(neighbours, &after.project)?;
            around.add_tasks(neighbours, after)?;
        }
        Versions::Project(before, Some(after)) => {
            let names = |project: &Project| (project.theme.clone(), project.deliverables.clone());
            if before.map(names) == Some(names(after)) {
                return Ok(Vec::new());
            }
            if let Some(slug) = &after.theme {
                around.themes.extend(neighbours.theme(slug)?.map(|theme| (slug.clone(), theme)));
            }
        }
        Versions::Person(before, Some(after)) => {
            for slug in after.joined.keys().filter(|slug| before.is_none_or(|before| !before.joined.contains_key(*slug))) {
                around.add_project(neighbours, slug)?;
            }
            let kept = before.iter().flat_map(|before| before.joined.keys());
            around.projects.extend(kept.map(|slug| (slug.clone(), Project::new(slug.clone(), String::new()))));
        }
        _ => return Ok(Vec::new()),
    }
    let everything = Everything {
        campaign,
        themes: &around.themes,
        projects: &around.projects,
        tasks: &around.tasks,
        people: &[],
        unreadable: &around.unreadable,
        arrivals: &BTreeMap::new(),
        nowhere: &BTreeSet::new(),
        today,
    };
    let errors = new_errors(everything, versions);
    Ok(errors.into_iter().map(|problem| Change::Unsound { problem }).collect())
}

impl Around {
    fn add_project(&mut self, neighbours: &impl Neighbours, slug: &Slug) -> Result<(), Failure> {
        self.projects.extend(neighbours.project(slug)?.map(|project| (slug.clone(), project)));
        Ok(())
    }

    /// All the tasks that come before `task`, one after the other.
    fn add_tasks(&mut self, neighbours: &impl Neighbours, task: &Task) -> Result<(), Failure> {
        let mut seen = BTreeSet::from([task.id.clone()]);
        let mut asked: VecDeque<TaskId> = task.after.iter().cloned().collect();
        while let Some(id) = asked.pop_front() {
            if !seen.insert(id.clone()) {
                continue;
            }
            match neighbours.task(&id, &task.project)? {
                Some(Some(found)) => {
                    asked.extend(found.after.iter().cloned());
                    self.tasks.push(found);
                }
                Some(None) => _ = self.unreadable.insert(id),
                None => {}
            }
        }
        Ok(())
    }
}

/// What happens from the earlier version to the later one, and what would be wrong with it.
///
/// # Errors
/// As [`unsound`].
pub fn happening(context: &Context, versions: Versions<'_>) -> Result<Vec<Change>, Failure> {
    Ok([changes(versions), unsound(context, &context.campaign, context.today, versions)?].concat())
}

/// Stops before what is to be looked at in the texts of the later version, unless the person agreed.
///
/// # Errors
/// `Unagreed`, with what `check` would say.
pub fn mind_texts(context: &Context, versions: Versions<'_>) -> Result<(), Failure> {
    if context.agreed.is_given() || new_remarks(versions, &[]).is_empty() {
        return Ok(());
    }
    let (projects, _) = context.projects()?;
    let public = Everything::public_addresses(&context.campaign, &projects);
    let mut remarks = new_remarks(versions, &public).into_iter();
    let Some(first) = remarks.next() else { return Ok(()) };
    Err(Failure { details: remarks.collect(), ..Failure::new(Kind::Unagreed, first) })
}
