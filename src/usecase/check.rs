//! Everything wrong with the data: what each file says wrongly, and what the files together cannot mean.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::name::{Slug, TaskId};
use crate::domain::project::Theme;
use crate::domain::task::Task;
use crate::rules::lint::{About, Everything, Finding, Gravity, lint};
use crate::store::{CAMPAIGN_FILE, Problem, Severity, line_of, person_path, project_path, theme_path};

use super::context::Context;
use super::failure::Failure;

/// What was checked and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Everything wrong, file by file.
    pub problems: Vec<Problem>,
    /// How many tasks were read.
    pub tasks: usize,
    /// How many projects were read.
    pub projects: usize,
}

impl Report {
    /// How many problems there are of that severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }
}

/// Reads every file and judges them together.
///
/// # Errors
/// When a folder cannot be listed.
pub fn check(context: &Context) -> Result<Report, Failure> {
    let campaign = context.store.campaign()?;
    let campaign_is_known = campaign.value.is_some();
    let told: Vec<Option<String>> = campaign.problems.iter().map(|problem| problem.field.clone()).collect();
    let mut problems = campaign.problems;
    let (themes, found) = context.store.themes()?;
    problems.extend(found);
    let (projects, found) = context.projects()?;
    problems.extend(found);
    let (people, found) = context.store.people()?;
    problems.extend(found);
    problems.extend(context.store.strays()?);
    let scan = context.store.scan_tasks(None, |file, task| Some((file.path.clone(), without_texts(task))))?;
    problems.extend(scan.problems);
    let (paths, tasks): (Vec<String>, Vec<Task>) = scan.rows.into_iter().unzip();
    let themes: BTreeMap<Slug, Theme> = themes.into_iter().map(|theme| (theme.slug.clone(), theme)).collect();
    let unreadable: BTreeSet<TaskId> = scan.unreadable.into_iter().map(|file| file.id).collect();
    let everything = Everything {
        campaign: &context.campaign,
        themes: &themes,
        projects: &projects,
        tasks: &tasks,
        people: &people,
        unreadable: &unreadable,
        today: context.today,
    };
    let findings = lint(everything);
    let paths: BTreeMap<&TaskId, &str> = tasks.iter().map(|task| &task.id).zip(paths.iter().map(String::as_str)).collect();
    let is_news = |finding: &Finding| finding.about != About::Campaign || (campaign_is_known && !told.contains(&finding.field));
    problems.extend(findings.into_iter().filter(is_news).map(|finding| placed(context, finding, &paths)));
    let (tasks, projects) = (tasks.len() + unreadable.len(), projects.len());
    problems.sort_by(|a, b| (&a.path, a.at).cmp(&(&b.path, b.at)));
    Ok(Report { problems, tasks, projects })
}

/// The task without the long texts that no rule across files looks at, so that all tasks fit in memory at once.
fn without_texts(mut task: Task) -> Task {
    (task.description, task.done_when, task.contact) = (None, None, None);
    (task.resources, task.skills, task.title) = (Vec::new(), Vec::new(), String::new());
    task.extra.clear();
    task
}

/// The finding with the line it speaks of.
fn placed(context: &Context, finding: Finding, paths: &BTreeMap<&TaskId, &str>) -> Problem {
    let path = match &finding.about {
        About::Campaign => CAMPAIGN_FILE.to_owned(),
        About::Theme(slug) => theme_path(slug),
        About::Project(slug) => project_path(slug),
        About::Person(handle) => person_path(handle),
        About::Task(id) => paths.get(id).map_or_else(|| id.to_string(), |path| (*path).to_owned()),
    };
    let at = finding.field.as_ref().and_then(|field| line_of(&context.store.bytes(&path).ok()?, field));
    let severity = match finding.gravity {
        Gravity::Error => Severity::Error,
        Gravity::Warning => Severity::Warning,
    };
    Problem { severity, path, at, field: finding.field, what: finding.message }
}
