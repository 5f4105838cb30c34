//! The same tasks for Taskwarrior, to be read by `task import`.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::fate::Kind;
use super::task::Task;

/// A configuration without hooks, questions and news.
pub const RC: &str = "data.location=.\nconfirmation=no\nverbose=nothing\nhooks=off\nrecurrence=off\nnews.version=9.9.9\n";

/// What `task import` reads.
pub fn import(tasks: &[Task]) -> String {
    let entries: Vec<Value> = tasks.iter().enumerate().map(|(number, task)| entry(number, task)).collect();
    Value::Array(entries).to_string()
}

fn entry(number: usize, task: &Task) -> Value {
    let fate = &task.fate;
    let mut entry = json!({
        "uuid": format!("00000000-0000-4000-8000-{:012x}", number + 1),
        "description": task.title,
        "project": task.project,
        "tags": task.skills,
        "status": match fate.kind {
            Kind::Done => "completed",
            Kind::Cancelled => "deleted",
            _ => "pending",
        },
        "entry": instant(task.created),
        "annotations": [{ "entry": instant(task.created), "description": task.description.join(" / ") }],
    });
    let start = fate.claims.last().filter(|_| fate.kind == Kind::Claimed).map(|claim| claim.since);
    let end = fate.done.as_ref().map(|done| done.at).or_else(|| fate.cancelled.as_ref().map(|ruling| ruling.at));
    for (key, day) in [("start", start), ("end", end), ("due", task.due)] {
        if let Some(day) = day {
            entry[key] = Value::String(instant(day));
        }
    }
    entry
}

fn instant(day: NaiveDate) -> String {
    day.format("%Y%m%dT080000Z").to_string()
}
