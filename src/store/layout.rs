//! Where things are: the one place that knows the folders and the names of files.

use std::path::{Path, PathBuf};

use crate::domain::file_key::FileKey;
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

/// Why a file is none that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherFile {
    /// Where tasks, projects, themes or people belong, under a name that none of them has.
    Misnamed,
    /// In the data folder, and read by nothing.
    Stray,
    /// Outside the data folder.
    Outside,
}

/// Which file the one at `path` is, from the folder that holds `data/`.
///
/// # Errors
/// Why it is none that is read.
pub fn key_of(path: &str) -> Result<FileKey, OtherFile> {
    let parts: Vec<&str> = path.split('/').collect();
    let stem = |name: &'static str| parts.last().and_then(|last| last.strip_suffix(name)).unwrap_or_default();
    let named = |found: Option<FileKey>| match parts.last() {
        Some(last) if !last.starts_with('.') && last.ends_with(".toml") => found.ok_or(OtherFile::Misnamed),
        _ => Err(OtherFile::Stray),
    };
    match parts[..] {
        ["data", "mpa.toml"] => Ok(FileKey::Campaign),
        ["data", "themes", _] => named(Slug::new(stem(".toml")).map(FileKey::Theme)),
        ["data", "projects", _] => named(Slug::new(stem(".toml")).map(FileKey::Project)),
        ["data", "people", _] => named(Handle::new(stem(".toml")).map(FileKey::Person)),
        ["data", "tasks", project, name] => {
            let file = Slug::new(project).and_then(|project| TaskFile::new(&project, name));
            named(file.map(|TaskFile { id, project, .. }| FileKey::Task { id, project }))
        }
        ["data", ..] => Err(OtherFile::Stray),
        _ => Err(OtherFile::Outside),
    }
}

/// The id in `<id>` or `<id>-<slug>`.
pub(super) fn id_part(stem: &str) -> Option<&str> {
    match stem.split_once('-') {
        Some((id, slug)) => Slug::new(slug).map(|_| id),
        None => Some(stem),
    }
}

/// The folder of all data, from the one that holds it.
pub const DATA_FOLDER: &str = DATA;
/// The folder of the task files, which lie one folder deeper, by project.
pub const TASKS_FOLDER: &str = TASKS;
/// The folder of the people files.
pub const PEOPLE_FOLDER: &str = PEOPLE;
/// The folder of the project files.
pub const PROJECTS_FOLDER: &str = PROJECTS;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_what_its_file_is_for() {
        let slug = |text| Slug::new(text).unwrap();
        assert_eq!(key_of("data/mpa.toml"), Ok(FileKey::Campaign));
        assert_eq!(key_of("data/themes/entraide.toml"), Ok(FileKey::Theme(slug("entraide"))));
        assert_eq!(key_of("data/people/piolet.toml"), Ok(FileKey::Person(Handle::new("piolet").unwrap())));
        let task = FileKey::Task { id: TaskId::new("k7q2m").unwrap(), project: slug("mphack") };
        assert_eq!(key_of("data/tasks/mphack/k7q2m-liste.toml"), Ok(task));
        for wrong in ["data/tasks/mphack/liste.toml", "data/people/Piolet.toml", "data/tasks/Été/k7q2m.toml"] {
            assert_eq!(key_of(wrong), Err(OtherFile::Misnamed), "{wrong}");
        }
        for stray in
            ["data", "data/readme.md", "data/tasks/k7q2m.toml", "data/tasks/mphack/.k7q2m.toml", "data/tasks/a/b/k7q2m.toml"]
        {
            assert_eq!(key_of(stray), Err(OtherFile::Stray), "{stray}");
        }
        for outside in ["README.md", "datas/mpa.toml", "", "src/data/mpa.toml"] {
            assert_eq!(key_of(outside), Err(OtherFile::Outside), "{outside}");
        }
    }
}
