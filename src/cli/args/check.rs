//! `check`.

use clap::Args;

use super::{Output, Write};

#[derive(Debug, Args)]
pub struct Check {
    #[arg(long)]
    pub changed_since: Option<String>,
    #[arg(long, conflicts_with_all = ["changed_since", "format"])]
    pub fix: bool,
    #[command(flatten)]
    pub write: Write,
    #[command(flatten)]
    pub output: Output,
}
