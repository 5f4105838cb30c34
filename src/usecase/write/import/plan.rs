//! What would become of each row of a list.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::budget::{Budget, Minutes};
use crate::domain::message::Message;
use crate::domain::name::{Slug, TaskId};
use crate::domain::project::Project;
use crate::domain::sheet::{ADDED, Form};
use crate::domain::task::Task;
use crate::domain::text::folded;
use crate::rules::import::{Field, Over, Wish, columns, wish};
use crate::usecase::context::Context;
use crate::usecase::failure::{Failure, Kind};
use crate::usecase::read::progress::no_such_project;
use crate::usecase::write::tasks::{demand, draw_id, new_file};
use crate::usecase::write::writer::first_error;

use super::Order;
use super::known::Known;
use super::link::link;

/// What a row asks for, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The line of the row, or its number.
    pub at: usize,
    /// What it calls the task.
    pub title: String,
    /// The project, where it could be found.
    pub project: Option<Slug>,
    /// What becomes of it.
    pub fate: Fate,
    /// What it calls itself, and what it comes after.
    pub(super) key: Option<String>,
    pub(super) after: Vec<String>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is added; as a draft where something is missing.
    New(Box<Task>, Vec<Missing>),
    /// It is there already.
    There(TaskId),
    /// It is over: only work to do is brought.
    Over(Over),
    /// Something is wrong with it.
    Wrong(Vec<Message>),
}

/// What a task cannot be offered without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The time it should take.
    Budget,
    /// How anyone can tell that it is done.
    DoneWhen,
    /// Something that helps.
    Resource,
}

/// What becomes of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The form of the list.
    pub form: Form,
    /// Its columns, and what each is read as.
    pub columns: Vec<(String, Option<Field>)>,
    /// How it was read, where that had to be found out.
    pub read_as: Option<Message>,
    /// Its rows, in order.
    pub rows: Vec<Planned>,
    /// The projects that the rows may go to.
    pub(super) projects: BTreeMap<Slug, Project>,
}

impl Plan {
    /// The tasks that are added.
    pub fn made(&self) -> impl Iterator<Item = &Task> {
        self.rows.iter().filter_map(|row| match &row.fate {
            Fate::New(task, _) => Some(&**task),
            _ => None,
        })
    }

    /// How many rows something is wrong with.
    pub fn wrong(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.fate, Fate::Wrong(_))).count()
    }
}

/// Plans what `order` asks for.
pub(super) fn plan(context: &Context, order: Order<'_>) -> Result<Plan, Failure> {
    let read = columns(order.sheet);
    let named: Vec<_> = order.sheet.columns.iter().cloned().zip(read.iter().map(|it| it.map(|it| it.field))).collect();
    if !named.iter().any(|(_, field)| *field == Some(Field::Title)) {
        let found: Vec<String> = order.sheet.columns.iter().take(SHOWN).cloned().collect();
        let message = Message::new("import-no-titles").with("found", found).with("name", order.name);
        return Err(Failure::new(Kind::Usage, message));
    }
    let projects = match order.project {
        Some(slug) => {
            let project = context.project(slug)?.ok_or_else(|| no_such_project(context, slug))?;
            BTreeMap::from([(slug.clone(), project)])
        }
        None => context.projects()?.0,
    };
    let taken = context.store.all_task_ids()?.into_iter().collect();
    let mut planner = Planner { context, order, projects, known: Known::of(context, order.sheet.form)?, taken };
    let wishes: Vec<Wish> =
        order.sheet.rows.iter().map(|row| wish(order.sheet, &read, row, &context.campaign.timezone)).collect();
    // What is over on both sides is no answer to what is to be done there.
    for wish in wishes.iter().filter(|wish| wish.over.is_some()) {
        if let Ok(project) = planner.project(wish) {
            planner.known.take(wish, &project);
        }
    }
    let rows = wishes.into_iter().map(|wish| planner.planned(wish)).collect::<Result<_, _>>()?;
    let read_as = order.sheet.read_as.clone();
    let mut plan = Plan { form: order.sheet.form, columns: named, read_as, rows, projects: planner.projects };
    // More are refused, whatever waits for what.
    if plan.made().count() <= ADDED {
        link(context, &mut plan.rows)?;
    }
    Ok(plan)
}

/// How many columns are named where none is one of titles.
const SHOWN: usize = 12;

struct Planner<'a> {
    context: &'a Context,
    order: Order<'a>,
    projects: BTreeMap<Slug, Project>,
    known: Known,
    taken: BTreeSet<TaskId>,
}

impl Planner<'_> {
    fn planned(&mut self, mut wish: Wish) -> Result<Planned, Failure> {
        let title = wish.title.clone().unwrap_or_default();
        let (at, key, after) = (wish.at, wish.key.take(), std::mem::take(&mut wish.after));
        let project = self.project(&wish).map_err(|problem| wish.problems.push(problem)).ok();
        let fate = match (&project, wish.over) {
            (_, Some(over)) => Fate::Over(over),
            (Some(project), None) => match self.known.take(&wish, project) {
                Some(id) => Fate::There(id),
                None => self.fate(wish, project)?,
            },
            (None, None) => Fate::Wrong(wish.problems),
        };
        Ok(Planned { at, title, project, fate, key, after })
    }

    /// The project that the row names by its short name or its title, or the one that all go to.
    fn project(&self, wish: &Wish) -> Result<Slug, Message> {
        if let Some(only) = self.order.project {
            return Ok(only.clone());
        }
        let wrong = |key| Message::new(key).with("known", self.projects.keys().map(ToString::to_string).collect::<Vec<_>>());
        let said = wish.project.as_deref().ok_or_else(|| wrong("import-no-project"))?;
        let found = meant(said, self.projects.values().map(|project| (&project.slug, project.title.as_str())))?;
        found.ok_or_else(|| wrong("import-other-project").with("found", said))
    }

    /// A row that is to be added.
    fn fate(&mut self, wish: Wish, slug: &Slug) -> Result<Fate, Failure> {
        let Wish { title, budget, done_when, deliverable, skills, place, due, contact, description, resources, .. } = wish;
        let mut problems = wish.problems;
        let deliverable = match (deliverable, self.projects.get(slug)) {
            (Some(said), Some(project)) => {
                let all = project.deliverables.iter();
                match meant(&said, all.clone().map(|it| (&it.slug, it.title.as_str()))) {
                    Ok(None) => {
                        let known: Vec<String> = all.map(|it| it.slug.to_string()).collect();
                        let message = Message::new("no-such-deliverable").with("project", slug).with("deliverable", said);
                        problems.push(message.with("known", known));
                        None
                    }
                    found => found.map_err(|problem| problems.push(problem)).ok().flatten(),
                }
            }
            _ => None,
        };
        let (Some(title), true) = (title, problems.is_empty()) else { return Ok(Fate::Wrong(problems)) };
        let missing: Vec<Missing> = [
            (Missing::Budget, budget.is_none()),
            (Missing::DoneWhen, done_when.is_none()),
            (Missing::Resource, resources.is_empty()),
        ]
        .into_iter()
        .filter_map(|(what, is_missing)| is_missing.then_some(what))
        .collect();
        let id = draw_id(&self.taken);
        self.taken.insert(id.clone());
        let budget = budget.unwrap_or_else(unsaid);
        let task = Task {
            draft: wish.is_draft || !missing.is_empty(),
            done_when: Some(done_when.unwrap_or_else(|| self.order.unsaid.to_owned())),
            deliverable,
            skills,
            place,
            due,
            contact,
            description,
            resources,
            ..Task::new(id, slug.clone(), title, budget, self.context.today)
        };
        if let Err(failure) = demand(self.context, self.projects.get(slug), None, &task) {
            return Ok(Fate::Wrong(vec![failure.message]));
        }
        Ok(match first_error(&new_file(&task)) {
            Some(problem) => Fate::Wrong(vec![problem.what]),
            None => Fate::New(Box::new(task), missing),
        })
    }
}

/// The one of `all`, which have a short name and a title, that `said` names; the short name counts first.
///
/// # Errors
/// Several have that title: how they are called.
fn meant<'a>(said: &str, all: impl Iterator<Item = (&'a Slug, &'a str)>) -> Result<Option<Slug>, Message> {
    let plain = folded(said);
    let far = |slug: &Slug, title: &str| {
        let fits = [slug.as_str() == said, folded(slug.as_str()) == plain, folded(title) == plain];
        fits.into_iter().position(|fits| fits)
    };
    let near: Vec<(usize, &Slug)> = all.filter_map(|(slug, title)| Some((far(slug, title)?, slug))).collect();
    let nearest = near.iter().map(|(far, _)| *far).min();
    let found: Vec<&Slug> = near.iter().filter(|(far, _)| Some(*far) == nearest).map(|(_, slug)| *slug).collect();
    match found[..] {
        [] => Ok(None),
        [only] => Ok(Some(only.clone())),
        _ => {
            let known: Vec<String> = found.iter().map(ToString::to_string).collect();
            Err(Message::new("import-several").with("found", said).with("known", known))
        }
    }
}

/// A budget that nobody named: a draft shows it until somebody does.
fn unsaid() -> Budget {
    let hour = Minutes::new(60).unwrap_or(Minutes::MAX);
    Budget::new(hour, hour).unwrap_or_else(|| unreachable!("an hour is some time"))
}
