//! Everything wrong with the data: what each file says wrongly, and what the files together cannot mean.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::claim::Evidence;
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;
use crate::rules::lint::{Everything, Finding, Gravity, lint, texts_of_task, with_way_out};
use crate::store::{CAMPAIGN_FILE, Lines, Problem, Severity, TaskFile, person_path, project_path, theme_path};
use crate::usecase::context::Context;
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::replay::evidence::nowhere;
use crate::vcs::{CommitId, Tags};

use super::first_comer::arrivals;

/// What was checked and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Everything wrong, file by file.
    pub problems: Vec<Problem>,
    /// How many tasks were read.
    pub tasks: usize,
    /// How many projects were read.
    pub projects: usize,
    /// How many more problems there are in files that were not asked about.
    pub elsewhere: usize,
}

impl Report {
    /// How many problems there are of that severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }
}

/// A task, the path of its file, and what is wrong with its texts.
struct Row {
    path: String,
    task: Task,
    texts: Vec<Finding>,
}

/// Reads every file and judges them together. With `since`, only what is about a file that differs from what that
/// commit held is reported; everything is read all the same, as one file may be at odds with another.
///
/// # Errors
/// When a folder cannot be listed; a `since` that names nothing, or no repository to look it up in.
pub fn check(context: &Context, since: Option<&str>) -> Result<Report, Failure> {
    let since = since.map(|name| commit(context, name)).transpose()?;
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
    let public = Everything::public_addresses(&context.campaign, projects.values());
    let row = |file: &TaskFile, task: Task| {
        let texts = texts_of_task(&task, &public);
        Some(Box::new(Row { path: file.path.clone(), task: without_texts(task), texts }))
    };
    let scan = context.store.scan_tasks(None, row)?;
    problems.extend(scan.problems);
    let mut findings = Vec::new();
    let (mut paths, mut tasks) = (Vec::with_capacity(scan.rows.len()), Vec::with_capacity(scan.rows.len()));
    for row in scan.rows {
        let Row { path, task, texts } = *row;
        findings.extend(texts);
        paths.push(path);
        tasks.push(task);
    }
    let themes: BTreeMap<Slug, Theme> = themes.into_iter().map(|theme| (theme.slug.clone(), theme)).collect();
    let unreadable: BTreeSet<TaskId> = scan.unreadable.into_iter().map(|file| file.id).collect();
    let everything = Everything {
        campaign: &context.campaign,
        themes: &themes,
        projects: &projects,
        tasks: &tasks,
        people: &people,
        unreadable: &unreadable,
        arrivals: &orders(context, &paths, &tasks),
        nowhere: &shown_nowhere(context, &projects, &tasks),
        today: context.today,
    };
    findings.extend(lint(everything));
    let places = Places { context, paths: tasks.iter().map(|task| &task.id).zip(paths.iter().map(String::as_str)).collect() };
    let is_news = |finding: &Finding| finding.about != FileKey::Campaign || (campaign_is_known && !told.contains(&finding.field));
    problems.extend(findings.into_iter().filter(is_news).map(|finding| places.unplaced(with_way_out(finding))));
    let elsewhere = match &since {
        Some(id) => keep_changed(context, id, &mut problems),
        None => 0,
    };
    problems.sort_by(|a, b| a.path.cmp(&b.path));
    let problems = problems.chunk_by(|a, b| a.path == b.path).flat_map(|of_file| places.told(of_file.to_vec())).collect();
    let (tasks, projects) = (tasks.len() + unreadable.len(), projects.len());
    Ok(Report { problems, tasks, projects, elsewhere })
}

/// Who came first on each task that several people hold.
fn orders(context: &Context, paths: &[String], tasks: &[Task]) -> BTreeMap<TaskId, Vec<Handle>> {
    let held_twice = paths.iter().zip(tasks).filter(|(_, task)| task.holders(context.today).nth(1).is_some());
    let order = |(path, task): (&String, &Task)| {
        let file = TaskFile { id: task.id.clone(), project: task.project.clone(), path: path.clone() };
        Some((task.id.clone(), arrivals(context, &file, task)?))
    };
    held_twice.filter_map(order).collect()
}

/// The results shown that name what the last commit has not. Nothing is said where that cannot be told.
fn shown_nowhere(context: &Context, projects: &BTreeMap<Slug, Project>, tasks: &[Task]) -> BTreeSet<String> {
    let (Ok(repository), Ok(prefix)) = (context.repository(), prefix_of(context)) else { return BTreeSet::new() };
    let delivered = projects.values().flat_map(|project| &project.deliverables).filter_map(|it| it.delivered.as_ref());
    let closed = tasks.iter().filter_map(|task| task.done.as_ref()).map(|done| &done.evidence);
    let is_nowhere = |shown: &&Evidence| matches!(nowhere(repository, None, &prefix, shown), Ok(Some(true)));
    let all = closed.chain(delivered.map(|delivery| &delivery.evidence));
    all.filter(is_nowhere).map(|shown| shown.as_str().to_owned()).collect()
}

/// The commit that the person named.
fn commit(context: &Context, name: &str) -> Result<CommitId, Failure> {
    context.repository()?.commit_meant(name, Tags::Never)?.ok_or_else(|| {
        Failure::new(Kind::Usage, Message::new("review-no-commit").with("name", name)).hint(hint_command("git branch --all"))
    })
}

/// Keeps the problems of files that differ from what the commit `id` held. How many there were in others.
fn keep_changed(context: &Context, id: &CommitId, problems: &mut Vec<Problem>) -> usize {
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    let differs = |path: &str| {
        let repository = context.repository().ok()?;
        repository.differs_from(id, &repository.relative(&context.store.root().join(path)).ok()?).ok()
    };
    let before = problems.len();
    // What cannot be compared is better reported than passed over.
    problems.retain(|problem| *known.entry(problem.path.clone()).or_insert_with(|| differs(&problem.path).unwrap_or(true)));
    before - problems.len()
}

/// The task without the long texts that no rule across files looks at, so that all tasks fit in memory at once.
fn without_texts(mut task: Task) -> Task {
    (task.description, task.done_when, task.contact) = (None, None, None);
    (task.resources, task.skills) = (Vec::new(), Vec::new());
    task.extra.clear();
    task.claims.iter_mut().for_each(|(_, claim)| claim.handover = None);
    task.done.iter_mut().for_each(|done| done.note = None);
    task
}

/// Where things are.
struct Places<'a> {
    context: &'a Context,
    paths: HashMap<&'a TaskId, &'a str>,
}

impl Places<'_> {
    /// The finding in its file.
    fn unplaced(&self, finding: Finding) -> Problem {
        let path = match &finding.about {
            FileKey::Campaign => CAMPAIGN_FILE.to_owned(),
            FileKey::Theme(slug) => theme_path(slug),
            FileKey::Project(slug) => project_path(slug),
            FileKey::Person(handle) => person_path(handle),
            FileKey::Task { id, .. } => self.paths.get(id).map_or_else(|| id.to_string(), |path| (*path).to_owned()),
        };
        let severity = match finding.gravity {
            Gravity::Error => Severity::Error,
            Gravity::Warning => Severity::Warning,
        };
        Problem { severity, path, at: None, field: finding.field, what: finding.message }
    }

    /// What is told of one file: each problem on the line of the field that it speaks of.
    fn told(&self, mut problems: Vec<Problem>) -> Vec<Problem> {
        let is_unplaced = |problem: &Problem| problem.at.is_none() && problem.field.is_some();
        if let Some(first) = problems.iter().find(|problem| is_unplaced(problem)) {
            let bytes = self.context.store.bytes(&first.path).unwrap_or_default();
            let lines = Lines::of(&bytes);
            for problem in problems.iter_mut().filter(|problem| is_unplaced(problem)) {
                problem.at = problem.field.as_ref().and_then(|field| lines.of_field(field));
            }
        }
        Problem::bounded(problems, 0)
    }
}
