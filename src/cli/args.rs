//! What can be typed. Every word of help comes from the catalogue: see [`super::help`].

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

#[derive(Debug, Parser)]
#[command(name = "mpa", disable_help_flag = true, disable_help_subcommand = true, disable_version_flag = true)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    pub output: Output,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Clone, Default, Args)]
pub struct Common {
    #[arg(long, global = true)]
    pub data: Option<PathBuf>,
    #[arg(long = "as", global = true)]
    pub handle: Option<String>,
    #[arg(long, global = true)]
    pub lang: Option<String>,
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    pub color: Option<Colour>,
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

/// How a result is shown.
#[derive(Debug, Clone, Default, Args)]
pub struct Output {
    #[arg(long, value_enum, hide_possible_values = true)]
    pub format: Option<Format>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    #[default]
    Table,
    Json,
    Csv,
    Markdown,
}

/// How a change is made.
#[derive(Debug, Clone, Default, Args)]
pub struct Write {
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long = "for")]
    pub on_behalf: Option<String>,
    #[arg(long)]
    pub here: bool,
    #[arg(long, short)]
    pub yes: bool,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(aliases = ["taches", "tâches", "task", "tache", "tâche"])]
    Tasks(Box<Tasks>),
    #[command(alias = "prendre")]
    Claim(Claim),
    #[command(alias = "prolonger")]
    Renew(Renew),
    #[command(aliases = ["liberer", "libérer"])]
    Release(Release),
    #[command(alias = "noter")]
    Log(Log),
    #[command(alias = "terminer")]
    Close(Close),
    #[command(aliases = ["defaire", "défaire", "annuler"])]
    Undo(Undo),
    #[command(aliases = ["projets", "project", "projet"])]
    Projects(Projects),
    #[command(aliases = ["thèmes", "theme", "thème"])]
    Themes(Themes),
    #[command(alias = "rejoindre")]
    Join(Join),
    #[command(alias = "quitter")]
    Leave(Leave),
    #[command(alias = "avancement")]
    Progress(Progress),
    #[command(alias = "livrer")]
    Deliver(Deliver),
    #[command(aliases = ["verifier", "vérifier"])]
    Check(Output),
    #[command(aliases = ["initialiser", "fonder"])]
    Init(Init),
    #[command(hide = true)]
    Rendre(Rest),
}

/// Anything.
#[derive(Debug, Args)]
pub struct Rest {
    #[arg(allow_hyphen_values = true, trailing_var_arg = true)]
    pub words: Vec<String>,
}

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
    #[arg(long)]
    pub limit: Option<usize>,
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

#[derive(Debug, Args)]
pub struct Claim {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long)]
    pub until: Option<String>,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Renew {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long)]
    pub until: Option<String>,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Release {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long)]
    pub handover: Option<String>,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Log {
    #[arg(value_name = "TASK|TIME", required = true)]
    pub words: Vec<String>,
    #[arg(long)]
    pub day: Option<String>,
    #[arg(long)]
    pub total: bool,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Close {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long, short)]
    pub evidence: Option<String>,
    #[arg(long)]
    pub note: Option<String>,
    #[arg(long, short)]
    pub time: Option<String>,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Undo {
    #[command(flatten)]
    pub write: Write,
}

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
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Themes {
    #[arg(value_name = "THEME")]
    pub theme: Option<String>,
    #[command(flatten)]
    pub output: Output,
    #[command(subcommand)]
    pub action: Option<ThemesAction>,
}

#[derive(Debug, Subcommand)]
pub enum ThemesAction {
    #[command(aliases = ["lister", "liste"])]
    List(Output),
    #[command(aliases = ["voir", "montrer"])]
    Show(ThemesShow),
    #[command(alias = "ajouter")]
    Add(ThemesAdd),
}

#[derive(Debug, Args)]
pub struct ThemesShow {
    #[arg(value_name = "THEME")]
    pub theme: String,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct ThemesAdd {
    #[arg(long)]
    pub title: Option<String>,
    #[arg(long)]
    pub slug: Option<String>,
    #[arg(long)]
    pub question: Option<String>,
    #[arg(long)]
    pub idea: Vec<String>,
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
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Leave {
    #[arg(value_name = "PROJECT")]
    pub project: Option<String>,
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

#[derive(Debug, Args)]
pub struct Init {
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long)]
    pub name: Option<String>,
    #[arg(long)]
    pub deadline: Option<String>,
    #[arg(long)]
    pub contact: Option<String>,
    #[arg(long)]
    pub timezone: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
}
