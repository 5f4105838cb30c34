//! `campaign …`: what can be typed about the campaign and the next one.

use clap::{Args, Subcommand};

use crate::domain::day::Deadline;
use crate::domain::name::Slug;

use super::super::values;
use super::{Output, Write};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Campaign {
    #[command(flatten)]
    pub output: Output,
    #[command(subcommand)]
    pub action: Option<CampaignAction>,
}

#[derive(Debug, Subcommand)]
pub enum CampaignAction {
    #[command(alias = "suivante")]
    Next(CampaignNext),
}

#[derive(Debug, Args)]
pub struct CampaignNext {
    #[arg(long, value_parser = values::line)]
    pub name: Option<String>,
    #[arg(long)]
    pub deadline: Option<Deadline>,
    #[arg(long, value_name = "DAY")]
    pub started: Option<String>,
    #[arg(long, value_name = "PAST")]
    pub keep_as: Option<Slug>,
    #[command(flatten)]
    pub write: Write,
}
