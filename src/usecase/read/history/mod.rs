//! Who did what when, to a task or a whole project: told from commits, by what each of them changed, whoever made it and
//! however it came: `mpa`, an editor, the forge, a merge of everything into one.

mod teller;

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::{Handle, TaskId};
use crate::domain::project::Project;
use crate::rules::change::Change;
use crate::store::{PEOPLE_FOLDER, TASKS_FOLDER, TaskFile, project_path};
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::vcs::CommitId;

use teller::{Step, Teller};

/// What happened, the first thing first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The title of the task or of the project.
    pub title: String,
    /// The commits that changed something.
    pub events: Vec<Event>,
    /// The day since which this clone knows the past, where it knows only a part.
    pub known_since: Option<Day>,
}

/// What one commit did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The commit.
    pub commit: CommitId,
    /// The day it was first recorded, in the campaign's zone.
    pub day: Day,
    /// Who recorded it, as the commit says. Nobody vouches for it.
    pub by: Option<Handle>,
    /// The name that git was given.
    pub author: String,
    /// What it did.
    pub deeds: Vec<Deed>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What.
    pub change: Change,
    /// The task it happened to.
    pub task: Option<TaskId>,
    /// The person whose doing it tells.
    pub person: Option<Handle>,
    /// The same in one sentence.
    pub sentence: Message,
}

/// What happened to the task in `file`, wherever that file lay.
///
/// # Errors
/// The task or the repository cannot be read.
pub fn of_task(context: &Context, file: &TaskFile) -> Result<History, Failure> {
    let task = context.task(file)?;
    let teller = Teller::new(context, &task.project)?;
    let (mut steps, mut next, mut place) = (Vec::new(), tip(context)?, file.path.clone());
    while let Some(tip) = next {
        let versions = teller.versions(&tip, std::slice::from_ref(&place))?;
        let moved = versions.last().map_or(Ok(None), |first| teller.place_before(first, &file.id))?;
        next = moved.as_ref().map(|it| it.commit.clone());
        place = moved.as_ref().map_or(place, |it| it.path.clone());
        steps.extend(versions.into_iter().map(Step::of));
        if let Some(first) = steps.last_mut() {
            first.moved = moved;
        }
    }
    teller.tell(task.title, &steps, |_| "", |_| true)
}

/// What happened to the project `slug`, to its tasks, and who joined and left it.
///
/// # Errors
/// The project or the repository cannot be read.
pub fn of_project(context: &Context, project: &Project) -> Result<History, Failure> {
    let slug = &project.slug;
    let paths = [project_path(slug), format!("{TASKS_FOLDER}/{slug}"), PEOPLE_FOLDER.to_owned()];
    let concerns = |change: &Change| match change {
        Change::Joined { project, .. } | Change::Left { project } => project == slug,
        Change::PersonAdded | Change::PersonDeleted => false,
        _ => true,
    };
    let teller = Teller::new(context, slug)?;
    let versions = tip(context)?.map_or(Ok(Vec::new()), |tip| teller.versions(&tip, &paths))?;
    let steps: Vec<Step> = versions.into_iter().map(Step::of).collect();
    teller.tell(project.title.clone(), &steps, |version| &version.path, concerns)
}

/// The newest commit that is told of.
fn tip(context: &Context) -> Result<Option<CommitId>, Failure> {
    match &context.past {
        Some(past) => Ok(Some(past.commit.clone())),
        None => Ok(context.repository()?.head_commit()?),
    }
}
