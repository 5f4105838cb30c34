//! `export` and `import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::domain::name::Slug;
use crate::domain::sheet::Form;

use super::{Format, Write};

#[derive(Debug, Args)]
pub struct Export {
    #[arg(value_name = "KIND", value_enum, hide_possible_values = true)]
    pub kind: ExportKind,
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// What is handed to other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportKind {
    /// Every task, for a spreadsheet.
    Csv,
    /// Everything, for a program.
    Json,
    /// What is due, for a calendar.
    Ics,
    /// The hours noted, for a spreadsheet.
    Hours,
}

#[derive(Debug, Args)]
#[command(allow_missing_positional = true)]
pub struct Import {
    #[arg(value_name = "KIND")]
    pub form: Option<Form>,
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    #[arg(long, short)]
    pub project: Option<Slug>,
    #[arg(long)]
    pub partial: bool,
    #[arg(long, value_enum, hide_possible_values = true, requires = "dry_run")]
    pub format: Option<Format>,
    #[command(flatten)]
    pub write: Write,
}
