//! Files among the tasks whose name is not that of a task: what it may have been meant for.

use crate::domain::message::Message;
use crate::domain::name::{Slug, TaskId};

use super::layout::{TASKS, TaskFile};
use super::problem::Problem;

/// A file that is not read, in the folder of a project.
pub(super) struct Stray {
    path: String,
    name: String,
    /// The id that its name is easily taken for.
    alike: Option<TaskId>,
    /// The name that fits, where only its writing is wrong.
    near: Option<String>,
}

impl Stray {
    /// The file called `name` in the folder of `project`.
    pub(super) fn new(project: &Slug, name: &str) -> Self {
        Self { path: format!("{TASKS}/{project}/{name}"), name: name.to_owned(), alike: alike(name), near: near(project, name) }
    }

    /// What is wrong with its name: among `files`, one may be taken for it.
    pub(super) fn problem(&self, files: &[TaskFile]) -> Problem {
        let other = self.alike.as_ref().and_then(|id| files.iter().find(|file| file.id == *id));
        let what = match (other, &self.near) {
            (Some(other), _) => Message::new("problem-stray-alike").with("id", &other.id).with("other", other.path.as_str()),
            (None, Some(near)) => {
                Message::new("problem-stray-near").with("found", self.name.as_str()).with("expected", near.as_str())
            }
            (None, None) => Message::new("problem-stray"),
        };
        Problem::of_file(&self.path, what)
    }
}

/// The id at the beginning of `name`, with the usual slips (case, o for 0, i and l for 1) set right.
fn alike(name: &str) -> Option<TaskId> {
    TaskId::forgive(parts(&name.to_lowercase())?.0).as_deref().and_then(TaskId::new)
}

/// `name` with its case, accents and spaces set right: no letter of the id is guessed.
fn near(project: &Slug, name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let (id, rest) = parts(&lower)?;
    let name = match Slug::of_title(rest) {
        Some(slug) => format!("{id}-{slug}.toml"),
        None => format!("{id}.toml"),
    };
    TaskFile::new(project, &name).map(|_| name)
}

/// What stands before and behind the first separator.
fn parts(lower: &str) -> Option<(&str, &str)> {
    let stem = lower.strip_suffix(".toml")?;
    Some(stem.split_once(['-', '_', ' ']).unwrap_or((stem, "")))
}
