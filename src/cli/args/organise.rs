//! `remind`, `forget`: what organisers do with what volunteers did.

use clap::Args;

use super::{Output, Write};

#[derive(Debug, Args)]
pub struct Forget {
    #[arg(value_name = "HANDLE")]
    pub person: String,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Remind {
    #[arg(value_name = "HANDLE")]
    pub people: Vec<String>,
    #[arg(long, value_name = "TASK")]
    pub invite: Option<String>,
    #[command(flatten)]
    pub output: Output,
}
