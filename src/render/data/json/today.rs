//! The JSON of what matters today.

use serde::Serialize;

use crate::usecase::today::Today;

use super::progress::ProgressPage;
use super::task::TaskRow;
use super::{Link, document, links};

#[derive(Serialize)]
struct TodayPage<'a> {
    who: Option<&'a str>,
    mine: Vec<TaskRow<'a>>,
    open: Vec<TaskRow<'a>>,
    progress: ProgressPage<'a>,
    also: Vec<Link<'a>>,
    unsent: Option<usize>,
    unsent_requests: Option<usize>,
    heard: Option<String>,
}

/// What matters today.
pub fn today(today: &Today) -> String {
    document(
        "today",
        TodayPage {
            who: today.who.as_ref().map(|who| who.as_str()),
            mine: today.mine.iter().map(TaskRow::from).collect(),
            open: today.open.rows.iter().map(TaskRow::from).collect(),
            progress: ProgressPage::from(&today.progress),
            also: links(&today.also),
            unsent: today.unsent,
            unsent_requests: today.unsent_requests,
            heard: today.heard.map(|day| day.to_string()),
        },
    )
}
