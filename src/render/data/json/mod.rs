//! The JSON documents: one file a kind, and what they share.

mod campaign;
mod check;
mod doctor;
mod headway;
mod history;
mod import;
mod progress;
mod project;
mod remind;
mod report;
mod review;
mod site;
mod task;
mod today;

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::claim::{Cancellation, Closing, Reopening};
use crate::domain::day::Day;
use crate::domain::name::Handle;
use crate::domain::project::Delivery;
use crate::domain::task::Resource;
use crate::store::{Problem, Severity};
use crate::usecase::context::past::Past;

use super::VERSION;

pub use campaign::{campaign, past};
pub use check::check;
pub use doctor::doctor;
pub use headway::headway;
pub use history::history;
pub use import::import;
pub use project::{project, projects, themes};
pub use remind::mails;
pub use report::report;
pub use review::{queue, review};
pub use site::{site_schema, site_text};
pub use task::{task, tasks};
pub use today::today;

#[derive(Serialize, JsonSchema)]
struct Document<'a, T> {
    version: u32,
    kind: &'a str,
    #[serde(flatten)]
    content: T,
}

/// What can be read from the past, too.
#[derive(Serialize)]
struct Seen<'a, T> {
    /// The commit that it is read from, where somebody looks back.
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<&'a str>,
    #[serde(flatten)]
    content: T,
}

fn document_of(kind: &str, past: Option<&Past>, content: impl Serialize) -> String {
    document(kind, Seen { commit: past.map(|past| past.commit.as_str()), content })
}

fn document(kind: &str, content: impl Serialize) -> String {
    serde_json::to_string_pretty(&Document { version: VERSION, kind, content }).unwrap_or_else(|error| unreachable!("{error}"))
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Ending<'a> {
    by: &'a str,
    at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded_by: Option<&'a str>,
    /// The end that this one replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier: Option<Box<Self>>,
}

impl<'a> Ending<'a> {
    fn new(by: &'a Handle, at: Day) -> Self {
        let (by, at) = (by.as_str(), at.to_string());
        Self { by, at, evidence: None, note: None, reason: None, recorded_by: None, earlier: None }
    }
}

impl<'a> From<&'a Closing> for Ending<'a> {
    fn from(Closing { by, at, evidence, note, recorded_by }: &'a Closing) -> Self {
        let recorded_by = recorded_by.as_ref().map(Handle::as_str);
        Self { evidence: Some(evidence.as_str()), note: note.as_deref(), recorded_by, ..Self::new(by, *at) }
    }
}

impl<'a> From<&'a Cancellation> for Ending<'a> {
    fn from(Cancellation { by, at, reason }: &'a Cancellation) -> Self {
        Self { reason: Some(reason), ..Self::new(by, *at) }
    }
}

impl<'a> From<&'a Reopening> for Ending<'a> {
    fn from(Reopening { by, at, reason, done, cancelled }: &'a Reopening) -> Self {
        let earlier = done.as_ref().map(Self::from).or_else(|| cancelled.as_ref().map(Self::from));
        Self { reason: Some(reason), earlier: earlier.map(Box::new), ..Self::new(by, *at) }
    }
}

impl<'a> From<&'a Delivery> for Ending<'a> {
    fn from(Delivery { by, at, evidence }: &'a Delivery) -> Self {
        Self { evidence: Some(evidence.as_str()), ..Self::new(by, *at) }
    }
}

/// How many things are wrong in files that were left out.
fn unreadable(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.severity == Severity::Error).count()
}

#[derive(Serialize, JsonSchema)]
struct Link<'a> {
    label: &'a str,
    link: &'a str,
}

fn links(resources: &[Resource]) -> Vec<Link<'_>> {
    resources.iter().map(|it| Link { label: &it.label, link: &it.link }).collect()
}
