//! `projects …`, `join`, `leave`, `progress`, `deliver`: what can be typed about projects.

use clap::{Args, Subcommand};

use super::{Behalf, Output, Write};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Projects {
    #[arg(value_name = "PROJECT")]
    pub project: Option<String>,
    #[command(flatten)]
    pub output: Output,
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
}

#[derive(Debug, Args)]
pub struct ProjectsList {
    #[arg(long)]
    pub theme: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct ProjectsShow {
    #[arg(value_name = "PROJECT")]
    pub project: String,
    #[command(flatten)]
    pub output: Output,
}

/// What a person says of a project.
#[derive(Debug, Clone, Default, Args)]
pub struct ProjectTexts {
    #[arg(long)]
    pub title: Option<String>,
    #[arg(long)]
    pub theme: Option<String>,
    #[arg(long)]
    pub idea: Option<String>,
    #[arg(long)]
    pub summary: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub lead: Vec<String>,
    #[arg(long)]
    pub contact: Option<String>,
    #[arg(long)]
    pub need: Vec<String>,
    #[arg(long)]
    pub ended: Option<String>,
    #[arg(long)]
    pub deliverable: Vec<String>,
    #[arg(long = "deliverable-due")]
    pub deliverable_due: Vec<String>,
}

#[derive(Debug, Args)]
pub struct ProjectsAdd {
    #[arg(long)]
    pub slug: Option<String>,
    #[command(flatten)]
    pub texts: ProjectTexts,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct ProjectsEdit {
    #[arg(value_name = "PROJECT")]
    pub project: String,
    #[command(flatten)]
    pub texts: ProjectTexts,
    #[arg(long, value_delimiter = ',')]
    pub remove: Vec<String>,
    #[arg(long)]
    pub redact: bool,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Join {
    #[arg(value_name = "PROJECT")]
    pub project: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub skill: Vec<String>,
    #[arg(long)]
    pub class: Option<String>,
    #[command(flatten)]
    pub behalf: Behalf,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Leave {
    #[arg(value_name = "PROJECT")]
    pub project: Option<String>,
    #[command(flatten)]
    pub behalf: Behalf,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Progress {
    #[arg(value_name = "PROJECT")]
    pub project: Option<String>,
    #[arg(long)]
    pub theme: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct Deliver {
    #[arg(value_name = "PROJECT")]
    pub project: Option<String>,
    #[arg(value_name = "DELIVERABLE")]
    pub deliverable: Option<String>,
    #[arg(long, short)]
    pub evidence: Option<String>,
    #[command(flatten)]
    pub write: Write,
}
