//! `claim`, `renew`, `release`, `log`, `close`, `undo`: what a volunteer does with a task.

use clap::Args;

use crate::domain::budget::Minutes;

use super::super::values;
use super::{Behalf, Write};

/// A task, or the time there is for one, and until when it is taken.
#[derive(Debug, Args)]
pub struct Claim {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long, short, conflicts_with = "words")]
    pub time: Option<Minutes>,
    #[arg(long)]
    pub until: Option<String>,
    #[command(flatten)]
    pub behalf: Behalf,
    #[command(flatten)]
    pub write: Write,
}

/// A task, and until when it is prolonged.
#[derive(Debug, Args)]
pub struct Renew {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long)]
    pub until: Option<String>,
    #[command(flatten)]
    pub behalf: Behalf,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Release {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long, value_parser = values::block)]
    pub handover: Option<String>,
    #[command(flatten)]
    pub behalf: Behalf,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Log {
    #[arg(value_name = "TASK|TIME")]
    pub words: Vec<String>,
    #[arg(long)]
    pub day: Option<String>,
    #[arg(long)]
    pub total: bool,
    #[command(flatten)]
    pub behalf: Behalf,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Close {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long, short)]
    pub evidence: Option<String>,
    #[arg(long, value_parser = values::block)]
    pub note: Option<String>,
    #[arg(long, short)]
    pub time: Option<Minutes>,
    #[command(flatten)]
    pub behalf: Behalf,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Undo {
    #[command(flatten)]
    pub write: Write,
}
