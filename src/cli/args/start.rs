//! `start`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub struct Start {
    #[arg(value_name = "ADDRESS")]
    pub address: Option<String>,
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long)]
    pub email: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub skills: Vec<String>,
    #[arg(long)]
    pub time: Option<String>,
    #[arg(long)]
    pub offline: bool,
    #[arg(long, short)]
    pub yes: bool,
}
