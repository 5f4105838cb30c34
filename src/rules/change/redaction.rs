//! What is personal, taken out of the records of how a task ended. Such a record does not change; what nobody should ever
//! have read there may go all the same, and nothing else with it.

use crate::domain::name::Handle;
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::rules::personal::{is_masking, is_redaction, masked};
use crate::rules::texts;

use super::Change;

/// A text of a record, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rules) struct Redaction {
    field: String,
    by: Handle,
    old: String,
    new: String,
}

impl From<Redaction> for Change {
    fn from(it: Redaction) -> Self {
        let is_masked = is_masking(&it.old, &it.new);
        Self::Redacted { by: it.by, field: it.field, text: it.new, is_masked }
    }
}

/// The texts of records out of which something personal was taken between two versions of a task.
pub(in crate::rules) fn redactions(before: &Task, after: &Task) -> Vec<Redaction> {
    let ends = |task: &Task| (task.done.clone(), task.cancelled.clone(), task.sent_back.clone(), task.reopened.clone());
    if ends(before) == ends(after) {
        return Vec::new();
    }
    let now = records(after);
    let taken_out = |(field, by, old): (String, Handle, String)| {
        let (.., new) = now.iter().find(|(other, author, _)| *other == field && *author == by)?;
        is_redaction(&old, new).then(|| Redaction { field, by, old, new: new.clone() })
    };
    records(before).into_iter().filter_map(taken_out).collect()
}

/// `task` with those texts taken out where they were.
pub(in crate::rules) fn redacted(task: &Task, redactions: &[Redaction]) -> Task {
    replaced(task, |field, _, text| redactions.iter().find(|it| it.field == field && it.old == text))
}

/// `task` with those texts taken out wherever they are by now: the end of a task moves when it is sent back.
pub(in crate::rules) fn redacted_anywhere(task: &Task, redactions: &[Redaction]) -> Task {
    replaced(task, |_, by, text| redactions.iter().find(|it| it.by == *by && it.old == text))
}

fn replaced<'r>(task: &Task, redaction: impl Fn(&str, &Handle, &str) -> Option<&'r Redaction>) -> Task {
    let mut after = task.clone();
    texts::of_task(&mut after, &mut |field, by, text| {
        if let Some(it) = by.and_then(|by| redaction(&field.to_string(), by, text)) {
            text.clone_from(&it.new);
        }
    });
    after
}

/// The texts of the records of how a task ended: the key, whose word it is, the text.
fn records(task: &Task) -> Vec<(String, Handle, String)> {
    let mut found = Vec::new();
    texts::of_task(&mut task.clone(), &mut |field, by, text| {
        found.extend(by.map(|by| (field.to_string(), by.clone(), text.clone())));
    });
    found
}

/// `task` with everything personal in its texts made unreadable; addresses among `public` stay.
pub fn masked_task(task: &Task, public: &[&str]) -> Task {
    let mut after = task.clone();
    texts::of_task(&mut after, &mut |_, _, text| mask(text, public));
    after
}

/// `project`, likewise.
pub fn masked_project(project: &Project, public: &[&str]) -> Project {
    let mut after = project.clone();
    texts::of_project(&mut after, &mut |_, _, text| mask(text, public));
    after
}

fn mask(text: &mut String, public: &[&str]) {
    if let Some(hidden) = masked(text, public) {
        *text = hidden;
    }
}
