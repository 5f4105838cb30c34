//! Everything that the public page shows, from one walk over the files.

use std::collections::{BTreeMap, HashMap};

use crate::domain::campaign::{Campaign, Forge};
use crate::domain::claim::Evidence;
use crate::domain::day::Day;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::{Project, Theme};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::rules::burnup::{Level, Span, burnup};
use crate::rules::facts::TaskFacts;
use crate::rules::promise::most_promising_first;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::usecase::request::Address;

use super::list::{Row, default_order, gather};
use super::progress::{Progress, progress_of};

/// How many days what was finished lately goes back, today included.
const LATELY: i64 = 7;

/// A campaign as everybody may see it on one day.
#[derive(Debug)]
pub struct Site {
    /// The campaign.
    pub campaign: Campaign,
    /// The day it is due.
    pub deadline: Day,
    /// The day of the pages.
    pub today: Day,
    /// How far each project has come, and the files that could not be read and are missing from the pages, too.
    pub progress: Progress,
    /// The projects, by short name.
    pub projects: BTreeMap<Slug, Project>,
    /// The themes, in the order of their short names.
    pub themes: Vec<Theme>,
    /// Every task that is shown, by the day it is really due; drafts only in what is not for everybody.
    pub tasks: Vec<PublicTask>,
    /// Who joined which project, in the order of the days.
    pub joined: Vec<Joining>,
    /// The forge on which forms of the campaign's take what people without git ask for.
    pub forge: Option<(Forge, Address)>,
    by_id: HashMap<TaskId, usize>,
    followers: HashMap<TaskId, Vec<usize>>,
}

/// A task and how it stands.
#[derive(Debug)]
pub struct PublicTask {
    /// The task.
    pub task: Task,
    /// Its state, who holds it, the day it is really due.
    pub row: Row,
    /// What a burn-up knows of it.
    span: Option<Span>,
}

/// Somebody who joined a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    /// The day.
    pub at: Day,
    /// Who.
    pub who: Handle,
    /// The project.
    pub project: Slug,
}

/// Something that was achieved.
#[derive(Debug, Clone, Copy)]
pub struct Success<'a> {
    /// The day.
    pub at: Day,
    /// Whose work it is.
    pub by: &'a Handle,
    /// What it is called.
    pub title: &'a str,
    /// What can be looked at.
    pub evidence: &'a Evidence,
    /// The project it was done for.
    pub project: &'a Slug,
    /// The task that was finished; a deliverable was delivered where there is none.
    pub task: Option<&'a TaskId>,
}

impl Site {
    /// The task with that id.
    pub fn task(&self, id: &TaskId) -> Option<&PublicTask> {
        self.by_id.get(id).map(|at| &self.tasks[*at])
    }

    /// The tasks that are to be done after that one.
    pub fn waiting_for(&self, id: &TaskId) -> Vec<&TaskId> {
        self.followers.get(id).into_iter().flatten().map(|at| &self.tasks[*at].task.id).collect()
    }

    /// Whether somebody is sought for `it`.
    pub fn is_offered(&self, it: &PublicTask) -> bool {
        it.row.is_offered(self.projects.get(&it.task.project))
    }

    /// The tasks that somebody is sought for.
    pub fn free(&self) -> impl Iterator<Item = &PublicTask> {
        self.tasks.iter().filter(|it| self.is_offered(it))
    }

    /// What is called the project with that short name.
    pub fn project_title<'a>(&'a self, slug: &'a Slug) -> &'a str {
        self.projects.get(slug).map_or(slug.as_str(), |project| &project.title)
    }

    /// How many people said that they joined the project with that short name.
    pub fn joined(&self, slug: &Slug) -> usize {
        self.joined.iter().filter(|it| it.project == *slug).count()
    }

    /// What was achieved, the latest first.
    pub fn successes(&self) -> Vec<Success<'_>> {
        let tasks = self.tasks.iter().filter_map(|it| {
            let done = it.task.finished()?;
            let (project, task) = (&it.task.project, Some(&it.task.id));
            Some(Success { at: done.at, by: &done.by, title: &it.task.title, evidence: &done.evidence, project, task })
        });
        let delivered = self.projects.values().flat_map(|project| {
            project.deliverables.iter().filter_map(|it| {
                let done = it.delivered.as_ref()?;
                let (by, evidence) = (&done.by, &done.evidence);
                Some(Success { at: done.at, by, title: &it.title, evidence, project: &project.slug, task: None })
            })
        });
        let mut all: Vec<Success<'_>> = tasks.chain(delivered).collect();
        all.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.task.is_some().cmp(&b.task.is_some())).then(a.title.cmp(b.title)));
        all
    }

    /// Whether `day` is one of the last seven, today included.
    pub fn is_lately(&self, day: Day) -> bool {
        (0..LATELY).contains(&(self.today - day).num_days())
    }

    /// The projects, the most promising first.
    pub fn ranked_projects(&self) -> Vec<&Project> {
        most_promising_first(self.projects.values())
    }

    /// The burn-up of `project`, or of all together, from the first day of the campaign.
    pub fn burnup(&self, project: Option<&Slug>) -> Vec<(Day, Level)> {
        let wanted = self.tasks.iter().filter(|it| project.is_none_or(|slug| it.task.project == *slug));
        burnup(wanted.filter_map(|it| it.span), self.campaign.started, self.today)
    }
}

/// Reads what the public page shows.
///
/// # Errors
/// A folder that cannot be read.
pub fn site(context: &Context) -> Result<Site, Failure> {
    read(context, |status| status != Status::Draft)
}

/// Reads the same with the drafts: the whole campaign.
///
/// # Errors
/// As [`site`].
pub fn whole(context: &Context) -> Result<Site, Failure> {
    read(context, |_| true)
}

/// Reads the tasks in a state that `is_shown`, and what is around them.
fn read(context: &Context, is_shown: impl Fn(Status) -> bool + Sync) -> Result<Site, Failure> {
    let (projects, mut problems) = context.projects()?;
    let (themes, of_themes) = context.store.themes()?;
    let (people, of_people) = context.store.people()?;
    problems.extend(of_themes.into_iter().chain(of_people));
    let today = context.today;
    let gathered = gather(context, None, &projects, |task, row| {
        let row = row(task);
        let kept = is_shown(row.status).then(|| task.clone());
        (kept.is_some().then_some(row), (TaskFacts::of(task, today), kept))
    })?;
    problems.extend(gathered.problems);
    let (facts, kept): (Vec<TaskFacts>, Vec<Option<Task>>) = gathered.others.into_iter().unzip();
    let shown = facts.iter().zip(kept).filter_map(|(facts, task)| Some((facts.span(), task?)));
    let tasks = shown.zip(gathered.rows).map(|((span, task), row)| PublicTask { task, row, span });
    let mut tasks: Vec<PublicTask> = tasks.collect();
    tasks.sort_by(|a, b| default_order(&a.row, &b.row));
    let mut followers: HashMap<TaskId, Vec<usize>> = HashMap::new();
    for (at, it) in tasks.iter().enumerate().filter(|(_, it)| !it.task.is_over()) {
        it.task.after.iter().for_each(|id| followers.entry(id.clone()).or_default().push(at));
    }
    let joined = people.into_iter().flat_map(|person| {
        let who = person.handle;
        person.joined.into_iter().map(move |(project, at)| Joining { at, who: who.clone(), project })
    });
    let mut joined: Vec<Joining> = joined.collect();
    joined.sort_by(|a, b| (a.at, &a.who, &a.project).cmp(&(b.at, &b.who, &b.project)));
    Ok(Site {
        deadline: context.campaign.deadline_day(context.today),
        today: context.today,
        progress: progress_of(context, &projects, &facts, problems),
        by_id: tasks.iter().enumerate().map(|(at, it)| (it.task.id.clone(), at)).collect(),
        followers,
        forge: forge(context),
        campaign: context.campaign.clone(),
        projects,
        themes,
        tasks,
        joined,
    })
}

/// The forge on which people can ask for a task by a form: where the forms are there, and the remote says where they are shown.
fn forge(context: &Context) -> Option<(Forge, Address)> {
    let forge = context.campaign.workflow.forge;
    let are_there = forge.forms().is_some_and(|forms| [forms.claim, forms.propose].iter().all(|it| context.store.has_file(it)));
    let written = context.repository().ok().filter(|_| are_there)?.written_address(context.upstream()?.remote)?;
    Some((forge, Address::parse(&written)?))
}
