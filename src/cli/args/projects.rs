//! `projects …`, `join`, `leave`, `progress`, `deliver`: what can be typed about projects.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::domain::name::{Handle, Slug};
use crate::domain::promotion::Promotion;
use crate::usecase::write::project_fields::RemovableOfProject;

use super::super::values;
use super::{Back, Behalf, Output, Write};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Projects {
    #[arg(value_name = "PROJECT")]
    pub project: Option<Slug>,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub back: Back,
    #[command(subcommand)]
    pub action: Option<ProjectsAction>,
}

#[derive(Debug, Subcommand)]
pub enum ProjectsAction {
    #[command(aliases = ["lister", "liste"])]
    List(ProjectsList),
    #[command(aliases = ["voir", "montrer"])]
    Show(ProjectsShow),
    #[command(alias = "ajouter")]
    Add(ProjectsAdd),
    #[command(alias = "modifier")]
    Edit(ProjectsEdit),
    #[command(alias = "vote")]
    Poll(ProjectsPoll),
}

#[derive(Debug, Args)]
pub struct ProjectsList {
    #[arg(long)]
    pub theme: Option<Slug>,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub back: Back,
}

#[derive(Debug, Args)]
pub struct ProjectsShow {
    #[arg(value_name = "PROJECT")]
    pub project: Slug,
    #[arg(long)]
    pub history: bool,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub back: Back,
}

/// What a person says of a project.
#[derive(Debug, Clone, Default, Args)]
pub struct ProjectTexts {
    #[arg(long, value_parser = values::line)]
    pub title: Option<String>,
    #[arg(long)]
    pub theme: Option<Slug>,
    #[arg(long, value_parser = values::line)]
    pub idea: Option<String>,
    #[arg(long, value_parser = values::block)]
    pub summary: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub lead: Vec<Handle>,
    #[arg(long, value_parser = values::line)]
    pub contact: Option<String>,
    #[arg(long, value_parser = values::line)]
    pub need: Vec<String>,
    #[arg(long)]
    pub ended: Option<String>,
    #[arg(long, value_parser = values::promised)]
    pub deliverable: Vec<(Slug, String)>,
    #[arg(long = "deliverable-due", value_parser = values::pair)]
    pub deliverable_due: Vec<(Slug, String)>,
}

#[derive(Debug, Args)]
pub struct ProjectsAdd {
    #[arg(long)]
    pub slug: Option<Slug>,
    #[command(flatten)]
    pub texts: ProjectTexts,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct ProjectsEdit {
    #[arg(value_name = "PROJECT")]
    pub project: Slug,
    #[command(flatten)]
    pub texts: ProjectTexts,
    #[arg(long, value_delimiter = ',')]
    pub remove: Vec<RemovableOfProject>,
    #[arg(long)]
    pub redact: bool,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct ProjectsPoll {
    #[arg(value_name = "PROJECT")]
    pub project: Option<Slug>,
    #[arg(long)]
    pub votes: Option<u32>,
    #[arg(long)]
    pub of: Option<u32>,
    #[arg(long, value_name = "DAY")]
    pub at: Option<String>,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Join {
    #[arg(value_name = "PROJECT")]
    pub project: Option<Slug>,
    #[arg(long, value_delimiter = ',', value_parser = values::line)]
    pub skill: Vec<String>,
    #[arg(long)]
    pub class: Option<Promotion>,
    #[command(flatten)]
    pub behalf: Behalf,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Leave {
    #[arg(value_name = "PROJECT")]
    pub project: Option<Slug>,
    #[command(flatten)]
    pub behalf: Behalf,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Progress {
    #[arg(value_name = "PROJECT")]
    pub project: Option<Slug>,
    #[arg(long, requires = "project")]
    pub deliverable: Option<Slug>,
    #[arg(long)]
    pub theme: Option<Slug>,
    #[arg(long)]
    pub lead: Option<Handle>,
    #[arg(long)]
    pub since: Option<String>,
    #[arg(long, conflicts_with = "format")]
    pub chart: bool,
    #[arg(long, conflicts_with_all = ["chart", "format"])]
    pub compact: bool,
    #[arg(long)]
    pub ascii: bool,
    #[arg(long, conflicts_with_all = ["chart", "compact", "format"])]
    pub svg: Option<PathBuf>,
    #[arg(long, value_name = "PAST", conflicts_with = "as_of")]
    pub campaign: Option<String>,
    #[arg(long, conflicts_with_all = ["project", "theme", "lead", "since", "chart", "compact", "svg", "campaign", "as_of"])]
    pub past: bool,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub back: Back,
}

#[derive(Debug, Args)]
pub struct Deliver {
    #[arg(value_name = "PROJECT")]
    pub project: Option<Slug>,
    #[arg(value_name = "DELIVERABLE")]
    pub deliverable: Option<Slug>,
    #[arg(long, short)]
    pub evidence: Option<String>,
    #[command(flatten)]
    pub write: Write,
}
