//! `start`.

use std::path::PathBuf;

use clap::Args;

use crate::domain::budget::Minutes;

use super::super::values;

#[derive(Debug, Args)]
pub struct Start {
    #[arg(value_name = "ADDRESS")]
    pub address: Option<String>,
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long, value_parser = values::address)]
    pub email: Option<String>,
    #[arg(long, value_delimiter = ',', value_parser = values::line)]
    pub skills: Vec<String>,
    #[arg(long)]
    pub time: Option<Minutes>,
    #[arg(long)]
    pub offline: bool,
    #[arg(long, short)]
    pub yes: bool,
}
