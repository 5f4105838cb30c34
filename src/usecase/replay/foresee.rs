//! What `check` would say of what is about to be written, found before it is.
//!
//! An error is never written. What is only to be looked at, in the texts, is for the person to agree to: everybody would
//! read it for ever.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::domain::bounds::{Of, Room};
use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::name::{Slug, TaskId};
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;
use crate::rules::change::{Change, changes};
use crate::rules::lint::Everything;
use crate::rules::lint::new::{Around, new_remarks};
use crate::usecase::context::Context;
use crate::usecase::failure::{Failure, Kind};

/// Two versions of one file; `None` where there is no such file.
pub type BeforeAfter<'a> = (Option<&'a Document>, Option<&'a Document>);

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

/// What is around things, as far as it was looked up; `None` for a task that is not there.
struct Nearby<'r> {
    room: &'r Room<'r>,
    themes: BTreeMap<Slug, Theme>,
    projects: BTreeMap<Slug, Project>,
    tasks: BTreeMap<TaskId, Option<Option<Task>>>,
}

/// What `check` would call an error in the later version of each thing and in the earlier one not yet. Where no name is new,
/// nothing is looked up; and nothing twice.
///
/// # Errors
/// When a neighbour cannot be looked at, or there are more than there is room for.
pub fn unsound(
    neighbours: &impl Neighbours,
    campaign: &Campaign,
    today: Day,
    files: &[BeforeAfter<'_>],
    room: &Room<'_>,
) -> Result<Vec<Vec<Change>>, Failure> {
    let mut around = Nearby { room, themes: BTreeMap::new(), projects: BTreeMap::new(), tasks: BTreeMap::new() };
    files.iter().filter(|it| names_anew(**it)).try_for_each(|it| around.add(neighbours, *it))?;
    let Nearby { themes, projects, tasks, .. } = around;
    let (tasks, unreadable) = parted(tasks);
    let (arrivals, nowhere) = (BTreeMap::new(), BTreeSet::new());
    let around = Around::new(Everything {
        campaign,
        themes: &themes,
        projects: &projects,
        tasks: &tasks,
        people: &[],
        unreadable: &unreadable,
        arrivals: &arrivals,
        nowhere: &nowhere,
        today,
    });
    let errors = |&(before, after): &BeforeAfter<'_>| {
        let errors = if names_anew((before, after)) { around.new_errors(before, after, room)? } else { Vec::new() };
        Ok(errors.into_iter().map(|problem| Change::Unsound { problem }).collect())
    };
    files.iter().map(errors).collect()
}

/// Whether the later version may name what the earlier one does not.
fn names_anew((before, after): BeforeAfter<'_>) -> bool {
    match after {
        Some(Document::Task(after)) => {
            let same =
                |old: &Task| (&old.project, &old.deliverable, &old.after) == (&after.project, &after.deliverable, &after.after);
            !before.and_then(Document::task).is_some_and(same)
        }
        Some(Document::Project(after)) => {
            let before = before.and_then(Document::project);
            !before.is_some_and(|old| (&old.theme, &old.deliverables) == (&after.theme, &after.deliverables))
        }
        Some(Document::Person(_)) => true,
        _ => false,
    }
}

/// The tasks that can be read, and the ids of those that cannot.
fn parted(found: BTreeMap<TaskId, Option<Option<Task>>>) -> (Vec<Task>, BTreeSet<TaskId>) {
    let (mut tasks, mut unreadable) = (Vec::new(), BTreeSet::new());
    for (id, found) in found {
        match found {
            Some(Some(task)) => tasks.push(task),
            Some(None) => _ = unreadable.insert(id),
            None => {}
        }
    }
    (tasks, unreadable)
}

impl Nearby<'_> {
    fn add(&mut self, neighbours: &impl Neighbours, (before, after): BeforeAfter<'_>) -> Result<(), Failure> {
        match after {
            Some(Document::Task(after)) => {
                self.add_project(neighbours, &after.project)?;
                before
                    .and_then(Document::task)
                    .into_iter()
                    .chain([&**after])
                    .try_for_each(|task| self.add_tasks(neighbours, task))
            }
            Some(Document::Project(after)) => after.theme.iter().try_for_each(|slug| self.add_theme(neighbours, slug)),
            Some(Document::Person(after)) => {
                let before = before.and_then(Document::person);
                let is_new = |slug: &&Slug| before.is_none_or(|before| !before.joined.contains_key(*slug));
                after.joined.keys().filter(is_new).try_for_each(|slug| self.add_project(neighbours, slug))
            }
            _ => Ok(()),
        }
    }

    fn add_project(&mut self, neighbours: &impl Neighbours, slug: &Slug) -> Result<(), Failure> {
        if !self.projects.contains_key(slug) {
            self.room.take(Of::Names, 1)?;
            self.projects.extend(neighbours.project(slug)?.map(|project| (slug.clone(), project)));
        }
        Ok(())
    }

    fn add_theme(&mut self, neighbours: &impl Neighbours, slug: &Slug) -> Result<(), Failure> {
        if !self.themes.contains_key(slug) {
            self.room.take(Of::Names, 1)?;
            self.themes.extend(neighbours.theme(slug)?.map(|theme| (slug.clone(), theme)));
        }
        Ok(())
    }

    /// All the tasks that come before `task`, one after the other.
    fn add_tasks(&mut self, neighbours: &impl Neighbours, task: &Task) -> Result<(), Failure> {
        self.room.take(Of::Steps, task.after.len())?;
        let mut asked: VecDeque<TaskId> = task.after.iter().cloned().collect();
        while let Some(id) = asked.pop_front() {
            if self.tasks.contains_key(&id) {
                continue;
            }
            self.room.take(Of::Names, 1)?;
            let found = neighbours.task(&id, &task.project)?;
            if let Some(Some(found)) = &found {
                self.room.take(Of::Steps, found.after.len())?;
                asked.extend(found.after.iter().cloned());
            }
            self.tasks.insert(id, found);
        }
        Ok(())
    }
}

/// What happens from the earlier version to the later one, and what would be wrong with it.
///
/// # Errors
/// As [`unsound`].
pub fn happening(context: &Context, versions: BeforeAfter<'_>) -> Result<Vec<Change>, Failure> {
    let unsound = unsound(context, &context.campaign, context.today, &[versions], &Room::of_own())?;
    Ok([changes(versions.0, versions.1), unsound.concat()].concat())
}

/// Stops before what is to be looked at in the texts of the later version, unless the person agreed.
///
/// # Errors
/// `Unagreed`, with what `check` would say.
pub fn mind_texts(context: &Context, (before, after): BeforeAfter<'_>) -> Result<(), Failure> {
    if context.agreed.is_given() || new_remarks(before, after, &[]).is_empty() {
        return Ok(());
    }
    let (projects, _) = context.projects()?;
    let public = Everything::public_addresses(&context.campaign, projects.values());
    let mut remarks = new_remarks(before, after, &public).into_iter();
    let Some(first) = remarks.next() else { return Ok(()) };
    Err(Failure { details: remarks.collect(), ..Failure::new(Kind::Unagreed, first) })
}
