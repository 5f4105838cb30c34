//! Where a project stands, said after each success and shown by `progress`.

use std::collections::{BTreeMap, HashSet};

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::Project;
use crate::rules::facts::TaskFacts;
use crate::rules::progress::{ProjectProgress, Tally, of_projects, total, unfinished};
use crate::store::Problem;
use crate::usecase::context::Context;
use crate::usecase::failure::{Failure, Kind, hint_command};

/// How far everything has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The name of the campaign.
    pub campaign: String,
    /// The day it is due.
    pub deadline: Day,
    /// The day this was counted.
    pub today: Day,
    /// Each project.
    pub projects: Vec<ProjectProgress>,
    /// All of them together.
    pub total: Tally,
    /// Files that could not be read and are missing from the sums.
    pub problems: Vec<Problem>,
}

impl Progress {
    /// The days until the deadline; negative once it is past.
    pub fn days_left(&self) -> i64 {
        (self.deadline - self.today).num_days()
    }

    /// What is counted of the project with that short name.
    pub fn of(&self, project: &Slug) -> Tally {
        self.projects.iter().find(|it| it.slug == *project).map(|it| it.tally).unwrap_or_default()
    }
}

/// What is looked at: everything, or what is named.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scope<'a> {
    /// Only this project.
    pub project: Option<&'a Slug>,
    /// Only this deliverable of it.
    pub deliverable: Option<&'a Slug>,
    /// Only the projects of this theme.
    pub theme: Option<&'a Slug>,
    /// Only the projects that this person answers for.
    pub lead: Option<&'a Handle>,
}

/// The tasks and projects that are looked at.
pub(super) struct Gathered {
    /// The projects.
    pub(super) projects: BTreeMap<Slug, Project>,
    /// Their tasks, and behind them the others that they may come after.
    facts: Vec<TaskFacts>,
    own: usize,
    /// Files that could not be read.
    pub(super) problems: Vec<Problem>,
}

impl Gathered {
    /// The tasks that are looked at.
    pub(super) fn own(&self) -> &[TaskFacts] {
        &self.facts[..self.own]
    }

    /// These, and all others that they may come after.
    pub(super) fn net(&self) -> &[TaskFacts] {
        &self.facts
    }

    /// How far everything has come.
    pub(super) fn progress(&self, context: &Context) -> Progress {
        counted(context, &self.projects, self.own(), &unfinished(self.net()), self.problems.clone())
    }
}

/// Counts how far each project has come; only `project`, or the projects of `theme`, when named.
///
/// # Errors
/// A project or theme that does not exist; a folder that cannot be read.
pub fn progress(context: &Context, project: Option<&Slug>, theme: Option<&Slug>) -> Result<Progress, Failure> {
    Ok(gathered(context, Scope { project, theme, ..Scope::default() })?.progress(context))
}

/// Reads what is looked at.
///
/// # Errors
/// What is named and does not exist; a folder that cannot be read.
pub(super) fn gathered(context: &Context, scope: Scope<'_>) -> Result<Gathered, Failure> {
    let mut near = of_project(context, scope.project)?;
    if let Some(theme) = scope.theme {
        near.projects.retain(|_, project| project.theme.as_ref() == Some(theme));
        if near.projects.is_empty() && context.store.theme(theme)?.is_none() {
            return Err(no_such_theme(context, theme));
        }
    }
    if let (Some(project), Some(theme), true) = (scope.project, scope.theme, near.projects.is_empty()) {
        let message = Message::new("project-of-another-theme").with("project", project).with("theme", theme);
        return Err(Failure::new(Kind::Usage, message).hint(hint_command(&format!("mpa projects show {project}"))));
    }
    if let Some(lead) = scope.lead {
        let known: Vec<String> = near.projects.values().flat_map(|it| &it.leads).map(Handle::to_string).collect();
        near.projects.retain(|_, project| project.leads.contains(lead));
        if near.projects.is_empty() {
            let failure = Failure::new(Kind::Usage, Message::new("no-such-lead").with("person", lead));
            return Err(failure.hint_near(lead.as_str(), known).hint(hint_command("mpa projects list")));
        }
    }
    if let Some(slug) = scope.deliverable {
        for project in near.projects.values_mut() {
            only_deliverable(project, slug)?;
        }
    }
    let is_own = |task: &TaskFacts| {
        let is_of_them = scope.theme.is_none() && scope.lead.is_none() || near.projects.contains_key(&task.project);
        is_of_them && scope.deliverable.is_none_or(|slug| task.deliverable.as_ref() == Some(slug))
    };
    let (mut facts, mut others): (Vec<_>, Vec<_>) = std::mem::take(&mut near.facts).into_iter().partition(is_own);
    let own = facts.len();
    facts.append(&mut others);
    if let Some(project) = scope.project {
        let known: HashSet<&TaskId> = facts.iter().map(|task| &task.id).collect();
        if facts.iter().flat_map(|task| &task.after).any(|id| !known.contains(id)) {
            let elsewhere = |task: TaskFacts| (task.project != *project).then_some(task);
            let today = context.today;
            facts.extend(context.store.scan_tasks(None, |_, task| elsewhere(TaskFacts::of(&task, today)))?.rows);
        }
    }
    Ok(Gathered { facts, own, ..near })
}

/// The tasks of everything, or of one project alone.
fn of_project(context: &Context, project: Option<&Slug>) -> Result<Gathered, Failure> {
    let (projects, mut problems) = match project {
        Some(slug) => {
            (BTreeMap::from([(slug.clone(), context.project(slug)?.ok_or_else(|| no_such_project(context, slug))?)]), Vec::new())
        }
        None => context.projects()?,
    };
    let today = context.today;
    let scan = context.store.scan_tasks(project, |_, task| Some(TaskFacts::of(&task, today)))?;
    problems.extend(scan.problems);
    Ok(Gathered { projects, own: scan.rows.len(), facts: scan.rows, problems })
}

fn only_deliverable(project: &mut Project, slug: &Slug) -> Result<(), Failure> {
    if project.deliverable(slug).is_none() {
        return Err(no_such_deliverable(slug, project));
    }
    project.deliverables.retain(|it| it.slug == *slug);
    Ok(())
}

/// How far `projects` have come by the `facts` of every task.
pub(super) fn progress_of(
    context: &Context,
    projects: &BTreeMap<Slug, Project>,
    facts: &[TaskFacts],
    problems: Vec<Problem>,
) -> Progress {
    counted(context, projects, facts, &unfinished(facts), problems)
}

fn counted(
    context: &Context,
    projects: &BTreeMap<Slug, Project>,
    facts: &[TaskFacts],
    unfinished: &HashSet<&TaskId>,
    problems: Vec<Problem>,
) -> Progress {
    let today = context.today;
    let projects = of_projects(&context.campaign, projects, facts, unfinished, today);
    Progress {
        campaign: context.campaign.name.clone(),
        deadline: context.campaign.deadline_day(today),
        today,
        total: total(&projects),
        projects,
        problems,
    }
}

/// One sentence on where `project` stands: tasks done of all, what the first deliverable still needs, days left. What is only
/// asked for moves nothing, so nothing is said of it.
pub fn standing(context: &Context, project: &Slug) -> Option<Message> {
    if context.proposes() {
        return None;
    }
    let progress = of_project(context, Some(project)).ok()?.progress(context);
    progress.projects.first().map(|it| standing_of(it, &context.campaign, context.today))
}

fn standing_of(project: &ProjectProgress, campaign: &Campaign, today: Day) -> Message {
    let days = (campaign.deadline_day(today) - today).num_days();
    let outlook = match project.first() {
        None => Message::new("standing-no-deliverable"),
        Some(first) if first.delivered.is_some() => Message::new("standing-delivered"),
        Some(first) if first.tally.all_done() => Message::new("standing-to-deliver"),
        Some(first) => Message::new("standing-first-in").with("count", first.tally.tasks - first.tally.done),
    };
    Message::new("standing")
        .with("project", project.title.as_str())
        .with("done", project.tally.done)
        .with("tasks", project.tally.tasks)
        .with("outlook", outlook)
        .with("countdown", countdown(days))
}

/// `J-11`, `J-0`, `J+3`.
pub fn countdown(days: i64) -> Message {
    if days >= 0 {
        Message::new("countdown-before").with("days", days.to_string())
    } else {
        Message::new("countdown-after").with("days", (-days).to_string())
    }
}

/// There is no project with that short name; what may have been meant.
pub fn no_such_project(context: &Context, slug: &Slug) -> Failure {
    let known = context.projects().map(|(known, _)| known).unwrap_or_default();
    let failure = Failure::new(Kind::Usage, Message::new("no-such-project").with("project", slug));
    failure.hint_near(slug.as_str(), known.keys().map(Slug::to_string)).hint(hint_command("mpa projects list"))
}

/// There is no theme with that short name; what may have been meant.
pub fn no_such_theme(context: &Context, slug: &Slug) -> Failure {
    let known = context.store.themes().map(|(known, _)| known).unwrap_or_default();
    let failure = Failure::new(Kind::Usage, Message::new("no-such-theme").with("theme", slug));
    failure.hint_near(slug.as_str(), known.iter().map(|it| it.slug.to_string())).hint(hint_command("mpa themes list"))
}

/// The project has no deliverable with that short name; what may have been meant.
pub fn no_such_deliverable(slug: &Slug, project: &Project) -> Failure {
    let known: Vec<String> = project.deliverables.iter().map(|it| it.slug.to_string()).collect();
    let message = Message::new("no-such-deliverable").with("deliverable", slug).with("project", &project.slug);
    Failure::new(Kind::Usage, message.with("known", known.clone())).hint_near(slug.as_str(), known)
}
