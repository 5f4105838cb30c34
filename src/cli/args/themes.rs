//! `themes …`: what can be typed about themes.

use clap::{Args, Subcommand};

use crate::domain::name::Slug;

use super::super::values;
use super::{Back, Output, Write};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Themes {
    #[arg(value_name = "THEME")]
    pub theme: Option<Slug>,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub back: Back,
    #[command(subcommand)]
    pub action: Option<ThemesAction>,
}

#[derive(Debug, Subcommand)]
pub enum ThemesAction {
    #[command(aliases = ["lister", "liste"])]
    List(ThemesList),
    #[command(aliases = ["voir", "montrer"])]
    Show(ThemesShow),
    #[command(alias = "ajouter")]
    Add(ThemesAdd),
}

#[derive(Debug, Args)]
pub struct ThemesList {
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub back: Back,
}

#[derive(Debug, Args)]
pub struct ThemesShow {
    #[arg(value_name = "THEME")]
    pub theme: Slug,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub back: Back,
}

#[derive(Debug, Args)]
pub struct ThemesAdd {
    #[arg(long, value_parser = values::line)]
    pub title: Option<String>,
    #[arg(long)]
    pub slug: Option<Slug>,
    #[arg(long, value_parser = values::block)]
    pub question: Option<String>,
    #[arg(long, value_parser = values::line)]
    pub idea: Vec<String>,
    #[command(flatten)]
    pub write: Write,
}
