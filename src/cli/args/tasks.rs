//! `tasks …`: what can be typed about tasks and their texts.

use clap::builder::TypedValueParser;
use clap::{Args, Subcommand};

use crate::domain::budget::{Budget, Minutes};
use crate::domain::name::{Slug, TaskId};
use crate::domain::task::{Place, Resource};
use crate::usecase::read::query::{Sort, State};
use crate::usecase::write::task_fields::Removable;

use super::super::values;
use super::{Back, Output, Write};

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
    pub project: Option<Slug>,
    #[arg(long)]
    pub theme: Option<Slug>,
    #[arg(long, value_delimiter = ',')]
    pub status: Vec<State>,
    #[arg(long, short)]
    pub mine: bool,
    #[arg(long, short)]
    pub time: Option<Minutes>,
    #[arg(long)]
    pub skill: Option<String>,
    #[arg(long = "where", value_parser = values::sought_place)]
    pub place: Option<Place>,
    #[arg(long)]
    pub due_before: Option<String>,
    #[arg(long, short)]
    pub search: Option<String>,
    #[arg(long)]
    pub sort: Option<Sort>,
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: Option<u32>,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub back: Back,
}

#[derive(Debug, Args)]
pub struct TasksShow {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long)]
    pub history: bool,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub back: Back,
}

/// What a person says of a task.
#[derive(Debug, Clone, Default, Args)]
pub struct TaskTexts {
    #[arg(long, value_parser = values::line)]
    pub title: Option<String>,
    #[arg(long)]
    pub budget: Option<Budget>,
    #[arg(long, value_parser = values::block)]
    pub done_when: Option<String>,
    #[arg(long)]
    pub deliverable: Option<Slug>,
    #[arg(long, value_delimiter = ',', value_parser = values::line)]
    pub skill: Vec<String>,
    #[arg(long = "where")]
    pub place: Option<Place>,
    #[arg(long = "place", value_parser = values::line)]
    pub place_name: Option<String>,
    #[arg(long)]
    pub due: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub after: Vec<TaskId>,
    #[arg(long, value_parser = values::line)]
    pub contact: Option<String>,
    #[arg(long, value_parser = values::block)]
    pub description: Option<String>,
    #[arg(long)]
    pub resource: Vec<Resource>,
}

#[derive(Debug, Args)]
pub struct TasksAdd {
    #[arg(long, short)]
    pub project: Option<Slug>,
    #[command(flatten)]
    pub texts: TaskTexts,
    #[arg(long)]
    pub draft: bool,
    #[arg(long, value_parser = clap::value_parser!(u32).try_map(values::copies))]
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
    pub remove: Vec<Removable>,
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
    #[arg(long, value_parser = values::block)]
    pub reason: Option<String>,
    #[command(flatten)]
    pub write: Write,
}
