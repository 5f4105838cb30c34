//! `report`: the week in one text.

use clap::{Args, ValueEnum};

use super::Back;

#[derive(Debug, Args)]
pub struct Report {
    #[arg(long)]
    pub since: Option<String>,
    #[arg(long, value_enum, hide_possible_values = true)]
    pub format: Option<TextFormat>,
    #[command(flatten)]
    pub back: Back,
}

/// A form of a text to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum TextFormat {
    #[default]
    Text,
    Markdown,
    Html,
    Json,
}
