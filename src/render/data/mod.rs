//! Results for programs: versioned JSON of our own shape, CSV and Markdown tables.
//!
//! Fields have the names of the data files; days are `2026-12-04`, durations whole minutes. A field may be added under
//! the same [`VERSION`]; renaming or removing one raises it.

mod grid;
mod json;
mod sheet;

pub use grid::{Grid, csv, markdown, of_past, of_progress, of_projects, of_tasks, of_themes};
pub use json::{
    campaign, check, doctor, headway, history, import, mails, past, project, projects, queue, report, review, site_schema,
    site_text, task, tasks, themes, today,
};
pub use sheet::{MARK, of_campaign, of_hours};

/// The version of the JSON documents.
pub const VERSION: u32 = 1;
