//! `themes …`: what can be typed about themes.

use clap::{Args, Subcommand};

use super::{Output, Write};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Themes {
    #[arg(value_name = "THEME")]
    pub theme: Option<String>,
    #[command(flatten)]
    pub output: Output,
    #[command(subcommand)]
    pub action: Option<ThemesAction>,
}

#[derive(Debug, Subcommand)]
pub enum ThemesAction {
    #[command(aliases = ["lister", "liste"])]
    List(Output),
    #[command(aliases = ["voir", "montrer"])]
    Show(ThemesShow),
    #[command(alias = "ajouter")]
    Add(ThemesAdd),
}

#[derive(Debug, Args)]
pub struct ThemesShow {
    #[arg(value_name = "THEME")]
    pub theme: String,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Args)]
pub struct ThemesAdd {
    #[arg(long)]
    pub title: Option<String>,
    #[arg(long)]
    pub slug: Option<String>,
    #[arg(long)]
    pub question: Option<String>,
    #[arg(long)]
    pub idea: Vec<String>,
    #[command(flatten)]
    pub write: Write,
}
