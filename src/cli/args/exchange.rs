//! `export` and `import`.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

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
