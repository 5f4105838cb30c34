//! `tasks …`: what can be typed about tasks and their texts.

use clap::{Args, Subcommand};

use super::{Output, Write};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Tasks {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub list: TasksList,
    #[command(subcommand)]
    pub action: Option<TasksAction>,
}

#[derive(Debug, Subcommand)]
pub enum TasksAction {
    #[command(aliases = ["lister", "liste"])]
    List(TasksList),
    #[command(aliases = ["voir", "montrer"])]
    Show(TasksShow),
    #[command(alias = "ajouter")]
    Add(TasksAdd),
    #[command(alias = "modifier")]
    Edit(TasksEdit),
    #[command(alias = "annuler")]
    Cancel(Reasoned),
    #[command(alias = "rouvrir")]
    Reopen(Reasoned),
}

#[derive(Debug, Clone, Default, Args)]
pub struct TasksList {
    #[arg(long, short)]
    pub all: bool,
    #[arg(long, short)]
    pub project: Option<String>,
    #[arg(long)]
    pub theme: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub status: Vec<String>,
    #[arg(long, short)]
    pub mine: bool,
    #[arg(long, short)]
    pub time: Option<String>,
    #[arg(long)]
    pub skill: Option<String>,
    #[arg(long = "where")]
    pub place: Option<String>,
    #[arg(long)]
    pub due_before: Option<String>,
    #[arg(long, short)]
    pub search: Option<String>,
    #[arg(long)]
    pub sort: Option<String>,
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: Option<u32>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct TasksShow {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub output: Output,
}

/// What a person says of a task.
#[derive(Debug, Clone, Default, Args)]
pub struct TaskTexts {
    #[arg(long)]
    pub title: Option<String>,
    #[arg(long)]
    pub budget: Option<String>,
    #[arg(long)]
    pub done_when: Option<String>,
    #[arg(long)]
    pub deliverable: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub skill: Vec<String>,
    #[arg(long = "where")]
    pub place: Option<String>,
    #[arg(long = "place")]
    pub place_name: Option<String>,
    #[arg(long)]
    pub due: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub after: Vec<String>,
    #[arg(long)]
    pub contact: Option<String>,
    #[arg(long)]
    pub description: Option<String>,
    #[arg(long)]
    pub resource: Vec<String>,
}

#[derive(Debug, Args)]
pub struct TasksAdd {
    #[arg(long, short)]
    pub project: Option<String>,
    #[command(flatten)]
    pub texts: TaskTexts,
    #[arg(long)]
    pub draft: bool,
    #[arg(long)]
    pub copies: Option<u32>,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct TasksEdit {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[command(flatten)]
    pub texts: TaskTexts,
    #[arg(long)]
    pub publish: bool,
    #[arg(long, value_delimiter = ',')]
    pub remove: Vec<String>,
    #[arg(long)]
    pub redact: bool,
    #[command(flatten)]
    pub write: Write,
}

/// A task and the reason for what is done to it.
#[derive(Debug, Args)]
pub struct Reasoned {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long)]
    pub reason: Option<String>,
    #[command(flatten)]
    pub write: Write,
}
