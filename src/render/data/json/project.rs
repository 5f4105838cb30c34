//! The JSON of projects and themes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::name::Slug;
use crate::domain::project::{Deliverable, Poll, Project, Theme};
use crate::rules::ideas::carrying;
use crate::rules::promise::most_promising_first;
use crate::usecase::context::past::Past;
use crate::usecase::read::progress::Progress;
use crate::usecase::write::projects::ProjectView;
use crate::usecase::write::themes::Themes;

use super::progress::ProgressPage;
use super::task::TaskRow;
use super::{Ending, document_of, unreadable};

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ProjectPage<'a> {
    slug: &'a str,
    title: &'a str,
    theme: Option<&'a str>,
    idea: Option<&'a str>,
    summary: Option<&'a str>,
    leads: Vec<&'a str>,
    contact: Option<&'a str>,
    needs: &'a [String],
    ended: Option<String>,
    poll: Option<PollPage>,
    deliverables: Vec<DeliverablePage<'a>>,
}

/// How the participants voted.
#[derive(Serialize, JsonSchema)]
struct PollPage {
    at: String,
    votes: u32,
    of: u32,
}

impl From<&Poll> for PollPage {
    fn from(Poll { at, votes, of }: &Poll) -> Self {
        Self { at: at.to_string(), votes: *votes, of: *of }
    }
}

#[derive(Serialize, JsonSchema)]
struct DeliverablePage<'a> {
    slug: &'a str,
    title: &'a str,
    due: Option<String>,
    first: bool,
    delivered: Option<Ending<'a>>,
}

impl<'a> From<&'a Deliverable> for DeliverablePage<'a> {
    fn from(Deliverable { slug, title, due, first, delivered }: &'a Deliverable) -> Self {
        let delivered = delivered.as_ref().map(Ending::from);
        Self { slug: slug.as_str(), title, due: due.map(|day| day.to_string()), first: *first, delivered }
    }
}

impl<'a> From<&'a Project> for ProjectPage<'a> {
    fn from(project: &'a Project) -> Self {
        let Project { slug, title, theme, idea, summary, leads, contact, needs, ended, poll, deliverables, extra: _ } = project;
        Self {
            slug: slug.as_str(),
            title,
            theme: theme.as_ref().map(|slug| slug.as_str()),
            idea: idea.as_deref(),
            summary: summary.as_deref(),
            leads: leads.iter().map(|lead| lead.as_str()).collect(),
            contact: contact.as_deref(),
            needs,
            ended: ended.map(|day| day.to_string()),
            poll: poll.as_ref().map(PollPage::from),
            deliverables: deliverables.iter().map(DeliverablePage::from).collect(),
        }
    }
}

#[derive(Serialize)]
struct Projects<'a> {
    projects: Vec<CountedProject<'a>>,
    unreadable: usize,
}

#[derive(Serialize)]
struct CountedProject<'a> {
    #[serde(flatten)]
    project: ProjectPage<'a>,
    tasks: usize,
    done: usize,
}

/// The projects, with how many of their tasks are done.
pub fn projects(projects: &BTreeMap<Slug, Project>, progress: &Progress, past: Option<&Past>) -> String {
    let pages = most_promising_first(projects.values())
        .into_iter()
        .map(|project| (ProjectPage::from(project), progress.of(&project.slug)));
    let projects = pages.map(|(project, tally)| CountedProject { project, tasks: tally.tasks, done: tally.done }).collect();
    document_of("projects", past, Projects { projects, unreadable: unreadable(&progress.problems) })
}

#[derive(Serialize)]
struct ProjectDocument<'a> {
    project: ProjectPage<'a>,
    progress: ProgressPage<'a>,
    tasks: Vec<TaskRow<'a>>,
}

/// One project, its progress and its tasks.
pub fn project(view: &ProjectView, past: Option<&Past>) -> String {
    document_of(
        "project",
        past,
        ProjectDocument {
            project: ProjectPage::from(&view.project),
            progress: ProgressPage::from(&view.progress),
            tasks: view.tasks.rows.iter().map(TaskRow::from).collect(),
        },
    )
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ThemePage<'a> {
    slug: &'a str,
    title: &'a str,
    question: Option<&'a str>,
    ideas: &'a [String],
    carried_out: Vec<CarriedOut<'a>>,
    projects: Vec<&'a str>,
}

/// An idea, and the projects that it became.
#[derive(Serialize)]
struct CarriedOut<'a> {
    idea: &'a str,
    projects: Vec<&'a str>,
}

impl<'a> From<&'a (Theme, Vec<Project>)> for ThemePage<'a> {
    fn from((theme, projects): &'a (Theme, Vec<Project>)) -> Self {
        let Theme { slug, title, question, ideas, extra: _ } = theme; // nobody knows what more there is
        let slugs = |projects: Vec<&'a Project>| projects.into_iter().map(|project| project.slug.as_str()).collect::<Vec<_>>();
        let became = |idea: &'a String| CarriedOut { idea, projects: slugs(carrying(idea, projects)) };
        let carried_out = ideas.iter().map(became).filter(|it| !it.projects.is_empty()).collect();
        let projects = slugs(projects.iter().collect());
        Self { slug: slug.as_str(), title, question: question.as_deref(), ideas, carried_out, projects }
    }
}

#[derive(Serialize)]
struct ThemePages<'a> {
    themes: Vec<ThemePage<'a>>,
    unreadable: usize,
}

/// The themes.
pub fn themes(found: &Themes, past: Option<&Past>) -> String {
    let themes = found.themes.iter().map(ThemePage::from).collect();
    document_of("themes", past, ThemePages { themes, unreadable: unreadable(&found.problems) })
}
