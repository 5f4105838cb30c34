//! `remind`, `forget`: what organisers do with what volunteers did.

use clap::Args;

use crate::domain::name::Handle;

use super::{Output, Write};

#[derive(Debug, Args)]
pub struct Forget {
    #[arg(value_name = "HANDLE")]
    pub person: Handle,
    #[command(flatten)]
    pub write: Write,
}

#[derive(Debug, Args)]
pub struct Remind {
    #[arg(value_name = "HANDLE")]
    pub people: Vec<Handle>,
    #[arg(long, value_name = "TASK")]
    pub invite: Option<String>,
    #[command(flatten)]
    pub output: Output,
}
