//! `site`.

use std::path::PathBuf;

use clap::{Args, ValueHint};
use url::Url;

use super::super::values;

#[derive(Debug, Args)]
pub struct Site {
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: PathBuf,
    #[arg(long, value_name = "URL", value_parser = values::base_url)]
    pub base_url: Option<Url>,
    #[arg(long)]
    pub open: bool,
}
