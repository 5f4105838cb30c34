//! The JSON of projects and themes.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::name::Slug;
use crate::domain::project::{Deliverable, Poll, Project, Theme};
use crate::usecase::read::standing::Progress;
use crate::usecase::write::projects::ProjectView;
use crate::usecase::write::themes::Themes;

use super::progress::ProgressPage;
use super::task::TaskRow;
use super::{Ending, document, unreadable};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ProjectPage<'a> {
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
#[derive(Serialize)]
struct PollPage {
    at: String,
    votes: u32,
    of: u32,
}

impl From<&Poll> for PollPage {
    fn from(it: &Poll) -> Self {
        Self { at: it.at.to_string(), votes: it.votes, of: it.of }
    }
}

#[derive(Serialize)]
struct DeliverablePage<'a> {
    slug: &'a str,
    title: &'a str,
    due: Option<String>,
    first: bool,
    delivered: Option<Ending<'a>>,
}

impl<'a> From<&'a Deliverable> for DeliverablePage<'a> {
    fn from(it: &'a Deliverable) -> Self {
        let delivered = it.delivered.as_ref().map(Ending::from);
        Self { slug: it.slug.as_str(), title: &it.title, due: it.due.map(|day| day.to_string()), first: it.first, delivered }
    }
}

impl<'a> From<&'a Project> for ProjectPage<'a> {
    fn from(project: &'a Project) -> Self {
        Self {
            slug: project.slug.as_str(),
            title: &project.title,
            theme: project.theme.as_ref().map(|slug| slug.as_str()),
            idea: project.idea.as_deref(),
            summary: project.summary.as_deref(),
            leads: project.leads.iter().map(|lead| lead.as_str()).collect(),
            contact: project.contact.as_deref(),
            needs: &project.needs,
            ended: project.ended.map(|day| day.to_string()),
            poll: project.poll.as_ref().map(PollPage::from),
            deliverables: project.deliverables.iter().map(DeliverablePage::from).collect(),
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
pub fn projects(projects: &BTreeMap<Slug, Project>, progress: &Progress) -> String {
    let pages = projects.values().map(|project| (ProjectPage::from(project), progress.of(&project.slug)));
    let projects = pages.map(|(project, tally)| CountedProject { project, tasks: tally.tasks, done: tally.done }).collect();
    document("projects", Projects { projects, unreadable: unreadable(&progress.problems) })
}

#[derive(Serialize)]
struct ProjectDocument<'a> {
    project: ProjectPage<'a>,
    progress: ProgressPage<'a>,
    tasks: Vec<TaskRow<'a>>,
}

/// One project, its progress and its tasks.
pub fn project(view: &ProjectView) -> String {
    document(
        "project",
        ProjectDocument {
            project: ProjectPage::from(&view.project),
            progress: ProgressPage::from(&view.progress),
            tasks: view.tasks.rows.iter().map(TaskRow::from).collect(),
        },
    )
}

#[derive(Serialize)]
struct ThemePage<'a> {
    slug: &'a str,
    title: &'a str,
    question: Option<&'a str>,
    ideas: &'a [String],
    projects: Vec<&'a str>,
}

impl<'a> From<&'a (Theme, Vec<Project>)> for ThemePage<'a> {
    fn from((theme, projects): &'a (Theme, Vec<Project>)) -> Self {
        let projects = projects.iter().map(|project| project.slug.as_str()).collect();
        Self {
            slug: theme.slug.as_str(),
            title: &theme.title,
            question: theme.question.as_deref(),
            ideas: &theme.ideas,
            projects,
        }
    }
}

#[derive(Serialize)]
struct ThemePages<'a> {
    themes: Vec<ThemePage<'a>>,
    unreadable: usize,
}

/// The themes.
pub fn themes(found: &Themes) -> String {
    let themes = found.themes.iter().map(ThemePage::from).collect();
    document("themes", ThemePages { themes, unreadable: unreadable(&found.problems) })
}
