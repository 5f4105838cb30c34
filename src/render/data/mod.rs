//! Results for programs: versioned JSON of our own shape, CSV and Markdown tables.
//!
//! Fields have the names of the data files; days are `2026-12-04`, durations whole minutes. A field may be added under
//! the same [`VERSION`]; renaming or removing one raises it.

mod grid;
mod json;

pub use grid::{Grid, csv, markdown, of_past, of_progress, of_projects, of_tasks, of_themes};
pub use json::{
    campaign, check, doctor, headway, history, mails, past, project, projects, queue, report, review, site, site_schema, task,
    tasks, themes, today,
};

/// The version of the JSON documents.
pub const VERSION: u32 = 1;
