//! `sync`.

use clap::Args;

#[derive(Debug, Args)]
pub struct Sync {
    #[arg(long)]
    pub rebase: bool,
    #[arg(long)]
    pub open: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, short)]
    pub yes: bool,
}
