//! `review`: what an organiser asks of requests.

use clap::{Args, ValueEnum};

/// A request, or none for the queue.
#[derive(Debug, Args)]
pub struct Review {
    #[arg(value_name = "REQUEST")]
    pub request: Option<String>,
    #[arg(long, value_name = "LOGIN")]
    pub author: Option<String>,
    #[arg(long, value_enum, hide_possible_values = true)]
    pub require: Option<Require>,
    #[arg(long, value_enum, hide_possible_values = true)]
    pub format: Option<ReportFormat>,
}

/// What a request has to be for the program to end well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Require {
    Routine,
}

/// How what is said of a request, or of the data, is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ReportFormat {
    #[default]
    Table,
    Markdown,
    Json,
    Github,
    Gitlab,
}
