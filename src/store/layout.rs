//! Where things are: the one place that knows the folders and the names of files.

use std::path::{Path, PathBuf};

use crate::domain::name::{Handle, Slug, TaskId};

/// The campaign's file, from the folder that holds `data/`.
pub const CAMPAIGN_FILE: &str = "data/mpa.toml";
pub(super) const DATA: &str = "data";
pub(super) const THEMES: &str = "data/themes";
pub(super) const PROJECTS: &str = "data/projects";
pub(super) const TASKS: &str = "data/tasks";
pub(super) const PEOPLE: &str = "data/people";

/// The nearest folder at `start` or above that holds `data/mpa.toml`; `start` may be the data folder itself.
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(CAMPAIGN_FILE).is_file()).map(Path::to_owned)
}

/// The name of a task's file: all that is needed to read it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TaskFile {
    /// The id at the beginning of its name.
    pub id: TaskId,
    /// The project: its folder.
    pub project: Slug,
    /// Its path, from the folder that holds `data/`.
    pub path: String,
}

impl TaskFile {
    /// The task file called `name` in the folder of `project`; `None` for a name that no task file has.
    pub(super) fn new(project: &Slug, name: &str) -> Option<Self> {
        let id = TaskId::new(id_part(name.strip_suffix(".toml")?)?)?;
        Some(Self { id, project: project.clone(), path: format!("{TASKS}/{project}/{name}") })
    }
}

/// The id in `<id>` or `<id>-<slug>`.
pub(super) fn id_part(stem: &str) -> Option<&str> {
    match stem.split_once('-') {
        Some((id, slug)) => Slug::new(slug).map(|_| id),
        None => Some(stem),
    }
}

/// The path of a new task file, from the folder that holds `data/`.
pub fn task_path(project: &Slug, id: &TaskId, slug: Option<&Slug>) -> String {
    match slug {
        Some(slug) => format!("{TASKS}/{project}/{id}-{slug}.toml"),
        None => format!("{TASKS}/{project}/{id}.toml"),
    }
}

/// The path of a project's file.
pub fn project_path(slug: &Slug) -> String {
    format!("{PROJECTS}/{slug}.toml")
}

/// The path of a theme's file.
pub fn theme_path(slug: &Slug) -> String {
    format!("{THEMES}/{slug}.toml")
}

/// The path of a person's file.
pub fn person_path(handle: &Handle) -> String {
    format!("{PEOPLE}/{handle}.toml")
}
