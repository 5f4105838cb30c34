//! What can be said of a task.

use strum::{EnumString, VariantNames};

use crate::domain::budget::Budget;
use crate::domain::day::Day;
use crate::domain::name::{Slug, TaskId};
use crate::domain::task::{Place, Resource, Task};

/// What a person says of a task. `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskFields {
    /// What is to be done.
    pub title: Option<String>,
    /// The time it should take.
    pub budget: Option<Budget>,
    /// How anyone can tell that it is done.
    pub done_when: Option<String>,
    /// The deliverable it serves.
    pub deliverable: Option<Slug>,
    /// What one should know.
    pub skills: Option<Vec<String>>,
    /// Where.
    pub place: Option<Place>,
    /// Its own due day.
    pub due: Option<Day>,
    /// The tasks to be done first.
    pub after: Option<Vec<TaskId>>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// More words.
    pub description: Option<String>,
    /// What helps.
    pub resources: Option<Vec<Resource>>,
    /// Whether it is offered: `Some(false)` publishes a draft.
    pub draft: Option<bool>,
    /// Optional fields to take out.
    pub remove: Vec<Removable>,
    /// Whether what is personal in the texts is made unreadable.
    pub redact: bool,
}

/// The fields that can be taken out of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Removable {
    /// The deliverable it serves.
    Deliverable,
    /// What one should know.
    Skills,
    /// Its own due day.
    Due,
    /// The tasks to be done first.
    After,
    /// Whom to ask.
    Contact,
    /// More words.
    Description,
}

impl TaskFields {
    /// `task` with these fields.
    pub(super) fn apply(&self, task: &Task) -> Task {
        let mut after = task.clone();
        for field in &self.remove {
            match field {
                Removable::Deliverable => after.deliverable = None,
                Removable::Skills => after.skills.clear(),
                Removable::Due => after.due = None,
                Removable::After => after.after.clear(),
                Removable::Contact => after.contact = None,
                Removable::Description => after.description = None,
            }
        }
        let or = |new: &Option<String>, old: Option<String>| new.clone().or(old);
        after.title = self.title.clone().unwrap_or(after.title);
        after.budget = self.budget.unwrap_or(after.budget);
        after.done_when = or(&self.done_when, after.done_when);
        after.deliverable = self.deliverable.clone().or(after.deliverable);
        after.skills = self.skills.clone().unwrap_or(after.skills);
        after.place = self.place.clone().unwrap_or(after.place);
        after.due = self.due.or(after.due);
        after.after = self.after.clone().unwrap_or(after.after);
        after.contact = or(&self.contact, after.contact);
        after.description = or(&self.description, after.description);
        after.resources = self.resources.clone().unwrap_or(after.resources);
        after.draft = self.draft.unwrap_or(after.draft);
        after
    }
}
