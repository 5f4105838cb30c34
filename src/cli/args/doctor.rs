//! `doctor`.

use clap::Args;

use super::Output;

#[derive(Debug, Args)]
pub struct Doctor {
    #[arg(long)]
    pub offline: bool,
    #[command(flatten)]
    pub output: Output,
}
