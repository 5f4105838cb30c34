//! `check`.

use clap::Args;

use super::{ReportFormat, Write};

#[derive(Debug, Args)]
pub struct Check {
    #[arg(long)]
    pub changed_since: Option<String>,
    #[arg(long, conflicts_with_all = ["changed_since", "format"])]
    pub fix: bool,
    #[command(flatten)]
    pub write: Write,
    #[arg(long, value_enum, hide_possible_values = true)]
    pub format: Option<ReportFormat>,
}
