//! The JSON beside the public pages: all they show, for other programs.

use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use crate::render::safe::json_text;
use crate::usecase::read::site::Site;

use super::progress::ProgressPage;
use super::project::ProjectPage;
use super::task::TaskRow;
use super::{Document, Link, document, links};

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct SitePage<'a> {
    today: String,
    progress: ProgressPage<'a>,
    projects: Vec<ProjectPage<'a>>,
    themes: Vec<ThemeLine<'a>>,
    tasks: Vec<PublicTaskPage<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct ThemeLine<'a> {
    slug: &'a str,
    title: &'a str,
    question: Option<&'a str>,
    ideas: &'a [String],
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct PublicTaskPage<'a> {
    #[serde(flatten)]
    row: TaskRow<'a>,
    own_due: Option<String>,
    contact: Option<&'a str>,
    done_when: Option<&'a str>,
    description: Option<&'a str>,
    resources: Vec<Link<'a>>,
}

/// All that `site` holds, as the file beside the public pages, with what is hidden escaped.
pub fn site_text(site: &Site) -> String {
    let tasks = site.tasks.iter().map(|it| PublicTaskPage {
        row: TaskRow::from(&it.row),
        own_due: it.task.due.map(|day| day.to_string()),
        contact: it.task.contact.as_deref(),
        done_when: it.task.done_when.as_deref(),
        description: it.task.description.as_deref(),
        resources: links(&it.task.resources),
    });
    let themes = site.themes.iter().map(|theme| ThemeLine {
        slug: theme.slug.as_str(),
        title: &theme.title,
        question: theme.question.as_deref(),
        ideas: &theme.ideas,
    });
    let text = document(
        "site",
        SitePage {
            today: site.today.to_string(),
            progress: ProgressPage::from(&site.progress),
            projects: site.projects.values().map(ProjectPage::from).collect(),
            themes: themes.collect(),
            tasks: tasks.collect(),
        },
    );
    json_text(&text).into_owned()
}

/// The JSON Schema of what [`site_text`] gives.
pub fn site_schema() -> String {
    let schema = schema_for!(Document<'_, SitePage<'_>>);
    serde_json::to_string_pretty(&schema).unwrap_or_else(|error| unreachable!("{error}"))
}
