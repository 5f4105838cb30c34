//! `send-back`, `remind`, `forget`: what organisers do with what volunteers did.

use clap::Args;

use super::Write;

#[derive(Debug, Args)]
pub struct SendBack {
    #[arg(value_name = "TASK")]
    pub words: Vec<String>,
    #[arg(long)]
    pub reason: Option<String>,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Forget {
    #[arg(value_name = "HANDLE")]
    pub person: String,
    #[command(flatten)]
    pub write: Write,
}
