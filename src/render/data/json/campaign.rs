//! The JSON of the campaign and of those before it.

use serde::Serialize;

use crate::domain::campaign::PastCampaign;
use crate::rules::reached::Reached;
use crate::usecase::read::campaign::{CampaignView, Past};

use super::{document, unreadable};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CampaignPage<'a> {
    name: &'a str,
    started: Option<String>,
    deadline: String,
    today: String,
    is_over: bool,
    reached: ReachedPage,
    goes_on: GoesOn<'a>,
    past: Vec<PastPage<'a>>,
    unreadable: usize,
}

/// What was reached since the first day: time in minutes.
#[derive(Serialize)]
pub(super) struct ReachedPage {
    tasks: usize,
    spent: u32,
    delivered: usize,
}

impl From<&Reached> for ReachedPage {
    fn from(Reached { tasks, spent, delivered }: &Reached) -> Self {
        Self { tasks: *tasks, spent: spent.get(), delivered: *delivered }
    }
}

#[derive(Serialize)]
struct GoesOn<'a> {
    tasks: usize,
    held: usize,
    drafts: usize,
    projects: Vec<&'a str>,
}

#[derive(Serialize)]
struct PastPage<'a> {
    key: &'a str,
    name: &'a str,
    started: String,
    deadline: String,
}

impl<'a> From<&'a (String, PastCampaign)> for PastPage<'a> {
    fn from((key, PastCampaign { name, started, deadline }): &'a (String, PastCampaign)) -> Self {
        Self { key, name, started: started.to_string(), deadline: deadline.to_string() }
    }
}

/// The campaign.
pub fn campaign(view: &CampaignView) -> String {
    let open = &view.open;
    let projects = view.running.iter().map(|project| project.slug.as_str()).collect();
    document(
        "campaign",
        CampaignPage {
            name: &view.name,
            started: view.started.map(|day| day.to_string()),
            deadline: view.deadline.to_string(),
            today: view.today.to_string(),
            is_over: view.is_over,
            reached: ReachedPage::from(&view.reached),
            goes_on: GoesOn { tasks: open.tasks, held: open.held, drafts: open.drafts, projects },
            past: view.past.iter().map(PastPage::from).collect(),
            unreadable: unreadable(&view.problems),
        },
    )
}

#[derive(Serialize)]
struct PastPages<'a> {
    past: Vec<PastPage<'a>>,
}

/// Earlier campaigns, the last first.
pub fn past(past: &Past) -> String {
    document("past-campaigns", PastPages { past: past.iter().map(PastPage::from).collect() })
}
