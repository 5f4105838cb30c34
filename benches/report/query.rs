//! The reading commands, each with a text that its answer must hold, so that nothing is timed that does not work.

use crate::workload::{Fault, Kind, Tree};

/// A reading command of `mpa`.
pub struct Query {
    /// How it is named in the tables.
    pub name: &'static str,
    /// Its arguments.
    pub args: Vec<String>,
    /// A text it must print; empty when it may print nothing.
    pub needle: String,
}

impl Query {
    fn new(name: &'static str, args: &[&str], needle: &str) -> Self {
        Self { name, args: args.iter().map(ToString::to_string).collect(), needle: needle.to_owned() }
    }

    pub fn args(&self) -> Vec<&str> {
        self.args.iter().map(String::as_str).collect()
    }

    pub fn list(tree: &Tree) -> Result<Self, Fault> {
        let free = tree.free().next().ok_or("the tree has no free task")?;
        Ok(Self::new("tasks list", &["tasks", "list"], &free.id))
    }

    pub fn list_all(tree: &Tree) -> Result<Self, Fault> {
        let done = tree.tasks.iter().find(|task| task.fate.kind == Kind::Done).ok_or("the tree has no finished task")?;
        Ok(Self::new("tasks list --all", &["tasks", "list", "--all"], &done.id))
    }

    /// The project of the task in the middle.
    pub fn list_project(tree: &Tree) -> Result<Self, Fault> {
        let middle = tree.free().nth(tree.free().count() / 2).ok_or("the tree has no free task")?;
        Ok(Self::new("tasks list --project P", &["tasks", "list", "--project", &middle.project], &middle.id))
    }

    /// The task in the middle.
    pub fn show(tree: &Tree) -> Self {
        let id = &tree.tasks[tree.tasks.len() / 2].id;
        Self::new("tasks show ID", &["tasks", "show", id], id)
    }

    pub fn progress() -> Self {
        Self::new("progress", &["progress"], "J-14")
    }

    /// The curve of what was done, which every task of the campaign shapes.
    pub fn burnup() -> Self {
        Self::new("progress --chart", &["progress", "--chart"], "J-14")
    }

    pub fn check() -> Self {
        Self::new("check", &["check"], "")
    }

    pub fn today() -> Self {
        Self::new("(nothing)", &[], "J-14")
    }
}
