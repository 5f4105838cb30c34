//! What can be typed. Every word of help comes from the catalogue: see [`super::help`].

mod campaign;
mod check;
mod completions;
mod doctor;
mod exchange;
mod organise;
mod projects;
mod report;
mod review;
mod site;
mod start;
mod sync;
mod take;
mod tasks;
mod themes;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::domain::day::Deadline;
use crate::domain::zone::Zone;
use crate::render::Language;

use super::values::{self, Who};

pub use campaign::{Campaign, CampaignAction, CampaignNext};
pub use check::Check;
pub use completions::{Completions, ShellName};
pub use doctor::Doctor;
pub use exchange::{Export, ExportKind, Import};
pub use organise::{Forget, Remind};
pub use projects::{
    Deliver, Join, Leave, Progress, ProjectTexts, Projects, ProjectsAction, ProjectsAdd, ProjectsEdit, ProjectsPoll,
};
pub use report::{Report, TextFormat};
pub use review::{ReportFormat, Require, Review};
pub use site::Site;
pub use start::Start;
pub use sync::Sync;
pub use take::{Claim, Close, Log, Release, Renew, Undo};
pub use tasks::{Reasoned, TaskTexts, Tasks, TasksAction, TasksAdd, TasksEdit, TasksList};
pub use themes::{Themes, ThemesAction, ThemesAdd};

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
    pub handle: Option<Who>,
    #[arg(long, global = true)]
    pub lang: Option<Language>,
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    pub color: Option<Colour>,
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[arg(long, global = true)]
    pub no_pager: bool,
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

/// When what is shown was so.
#[derive(Debug, Clone, Default, Args)]
pub struct Back {
    #[arg(long)]
    pub as_of: Option<String>,
}

/// How a change is made.
#[derive(Debug, Clone, Default, Args)]
pub struct Write {
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub here: bool,
    #[arg(long, short)]
    pub yes: bool,
    #[arg(long, conflicts_with = "dry_run")]
    pub sync: bool,
}

/// Whose record it is, when not of the person who types.
#[derive(Debug, Clone, Default, Args)]
pub struct Behalf {
    #[arg(long = "for")]
    pub on_behalf: Option<Who>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(aliases = ["commencer", "demarrer", "démarrer"])]
    Start(Start),
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
    #[command(aliases = ["rapport", "bilan"])]
    Report(Report),
    #[command(alias = "livrer")]
    Deliver(Deliver),
    #[command(aliases = ["renvoyer", "faire-reprendre"])]
    SendBack(Reasoned),
    #[command(aliases = ["rappeler", "relancer"])]
    Remind(Remind),
    #[command(alias = "oublier")]
    Forget(Forget),
    #[command(alias = "campagne")]
    Campaign(Campaign),
    #[command(aliases = ["synchroniser", "envoyer"])]
    Sync(Sync),
    #[command(aliases = ["verifier", "vérifier"])]
    Check(Check),
    #[command(aliases = ["relire", "relecture"])]
    Review(Review),
    #[command(alias = "page")]
    Site(Site),
    #[command(alias = "exporter")]
    Export(Export),
    #[command(alias = "importer")]
    Import(Import),
    #[command(aliases = ["initialiser", "fonder"])]
    Init(Init),
    #[command(alias = "diagnostic")]
    Doctor(Doctor),
    #[command(alias = "completion")]
    Completions(Completions),
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
pub struct Init {
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long, value_parser = values::line)]
    pub name: Option<String>,
    #[arg(long)]
    pub deadline: Option<Deadline>,
    #[arg(long, value_parser = values::line)]
    pub contact: Option<String>,
    #[arg(long)]
    pub timezone: Option<Zone>,
    #[arg(long, value_enum, hide_possible_values = true, group = "beside")]
    pub ci: Option<ForgeName>,
    #[arg(long, requires = "ci")]
    pub tool: Option<String>,
    #[arg(long, group = "beside")]
    pub schemas: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, requires = "beside")]
    pub here: bool,
}

/// A forge that files can be made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
pub enum ForgeName {
    GitHub,
    GitLab,
    Forgejo,
}
