//! Which file: the five kinds there are, and what tells one of a kind from the others.

use super::name::{Handle, Slug, TaskId};
use super::person::Person;
use super::project::{Project, Theme};
use super::task::Task;

/// One file of the data, whatever it holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKey {
    /// The campaign's file.
    Campaign,
    /// A theme's file.
    Theme(Slug),
    /// A project's file.
    Project(Slug),
    /// A task's file.
    Task {
        /// The id at the beginning of its name.
        id: TaskId,
        /// The project: its folder.
        project: Slug,
    },
    /// A person's file.
    Person(Handle),
}

impl Theme {
    /// The file that describes it.
    pub fn key(&self) -> FileKey {
        FileKey::Theme(self.slug.clone())
    }
}

impl Project {
    /// The file that describes it.
    pub fn key(&self) -> FileKey {
        FileKey::Project(self.slug.clone())
    }
}

impl Task {
    /// The file that describes it.
    pub fn key(&self) -> FileKey {
        FileKey::Task { id: self.id.clone(), project: self.project.clone() }
    }
}

impl Person {
    /// The file that describes them.
    pub fn key(&self) -> FileKey {
        FileKey::Person(self.handle.clone())
    }
}
