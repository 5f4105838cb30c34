//! Where a project stands, said after each success and shown by `progress`.

use std::collections::BTreeMap;

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::project::Project;
use crate::rules::progress::{ProjectProgress, Tally, TaskFacts, of_projects, total};
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
    /// What is counted of the project with that short name.
    pub fn of(&self, project: &Slug) -> Tally {
        self.projects.iter().find(|it| it.slug == *project).map(|it| it.tally).unwrap_or_default()
    }
}

/// Counts how far each project has come; only `project`, or the projects of `theme`, when named.
///
/// # Errors
/// A project or theme that does not exist; a folder that cannot be read.
pub fn progress(context: &Context, project: Option<&Slug>, theme: Option<&Slug>) -> Result<Progress, Failure> {
    let (mut projects, mut problems) = match project {
        Some(slug) => {
            (BTreeMap::from([(slug.clone(), context.project(slug)?.ok_or_else(|| no_such_project(context, slug))?)]), Vec::new())
        }
        None => context.projects()?,
    };
    if let Some(theme) = theme {
        projects.retain(|_, project| project.theme.as_ref() == Some(theme));
        if projects.is_empty() && context.store.theme(theme)?.is_none() {
            return Err(no_such_theme(context, theme));
        }
    }
    let today = context.today;
    let scan = context.store.scan_tasks(project, |_, task| Some(TaskFacts::of(&task, today)))?;
    let mut facts = scan.rows;
    problems.extend(scan.problems);
    if theme.is_some() {
        facts.retain(|task| projects.contains_key(&task.project));
    }
    Ok(progress_of(context, &projects, &facts, problems))
}

/// How far `projects` have come by the `facts` of their tasks.
pub(super) fn progress_of(
    context: &Context,
    projects: &BTreeMap<Slug, Project>,
    facts: &[TaskFacts],
    problems: Vec<Problem>,
) -> Progress {
    let today = context.today;
    let projects = of_projects(&context.campaign, projects, facts, today);
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
    let progress = progress(context, Some(project), None).ok()?;
    progress.projects.first().map(|it| standing_of(it, &context.campaign, context.today))
}

fn standing_of(project: &ProjectProgress, campaign: &Campaign, today: Day) -> Message {
    let days = (campaign.deadline_day(today) - today).num_days();
    let first = project.deliverables.iter().find(|deliverable| deliverable.first);
    let outlook = match first {
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
