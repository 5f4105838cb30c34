//! Reading one file at a time: the campaign, a project, a person, a task found by the name of its file.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::bounds::FILES;
use crate::domain::campaign::Campaign;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, is_device};
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;

use super::decode_campaign::decode_campaign;
use super::decode_person::decode_person;
use super::decode_project::{decode_project, decode_theme};
use super::decode_task::decode_task;
use super::error::StoreError;
use super::index::Shelf;
use super::layout::{CAMPAIGN_FILE, DATA, PEOPLE, PROJECTS, TASKS, THEMES, TaskFile, person_path, project_path, theme_path};
use super::problem::{Decoded, Problem};
use super::source::FILE_MAX;
use super::tree::{Keeper, ListedKind, Tree};

/// A data folder.
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
    tree: Option<Arc<dyn Tree>>,
    keeper: Option<Arc<dyn Keeper>>,
    shelf: Option<Arc<dyn Shelf>>,
}

/// A file, its bytes and what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded<T> {
    /// Its path, from the folder that holds `data/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What that means.
    pub decoded: Decoded<T>,
}

impl Store {
    /// The store whose `data/` lies in `root`.
    pub fn open(root: &Path) -> Self {
        Self { root: root.to_owned(), tree: None, keeper: None, shelf: None }
    }

    /// The same place, with the files of `tree` instead of those on disk.
    #[must_use]
    pub fn with_tree(&self, tree: Arc<dyn Tree>) -> Self {
        Self { root: self.root.clone(), tree: Some(tree), keeper: None, shelf: self.shelf.clone() }
    }

    /// The same files, with somebody who knows what the disk does not say of them.
    #[must_use]
    pub fn kept_by(self, keeper: Arc<dyn Keeper>) -> Self {
        Self { keeper: Some(keeper), ..self }
    }

    /// The same files, with a place for what was read of them.
    #[must_use]
    pub fn shelved(self, shelf: Arc<dyn Shelf>) -> Self {
        Self { shelf: Some(shelf), ..self }
    }

    /// Throws away what was read of files: somebody may be named there who is to be forgotten.
    pub fn keep_nothing(&self) {
        if let Some(shelf) = &self.shelf {
            shelf.write(&[]);
        }
    }

    pub(super) fn shelf(&self) -> Option<&dyn Shelf> {
        self.shelf.as_deref()
    }

    pub(super) fn keeper(&self) -> Option<&dyn Keeper> {
        self.keeper.as_deref()
    }

    /// Where the files are, when not all on disk.
    pub(super) fn tree(&self) -> Option<&dyn Tree> {
        self.tree.as_deref().or_else(|| self.keeper()?.whole())
    }

    /// The folder that holds `data/`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The campaign.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn campaign(&self) -> Result<Decoded<Campaign>, StoreError> {
        let bytes = self.bytes(CAMPAIGN_FILE)?;
        Ok(decode_campaign(&bytes))
    }

    /// The project `slug`; `None` when it has no file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn project(&self, slug: &Slug) -> Result<Option<Loaded<Project>>, StoreError> {
        self.loaded(project_path(slug), |path, bytes| decode_project(slug, path, bytes))
    }

    /// The theme `slug`; `None` when it has no file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn theme(&self, slug: &Slug) -> Result<Option<Loaded<Theme>>, StoreError> {
        self.loaded(theme_path(slug), |path, bytes| decode_theme(slug, path, bytes))
    }

    /// The person `handle`; `None` when they have no file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn person(&self, handle: &Handle) -> Result<Option<Loaded<Person>>, StoreError> {
        self.loaded(person_path(handle), |path, bytes| decode_person(handle, path, bytes))
    }

    /// Every project that can be read, and what is wrong with their files.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn projects(&self) -> Result<(Vec<Project>, Vec<Problem>), StoreError> {
        self.all(PROJECTS, Slug::new, decode_project)
    }

    /// Every theme that can be read, and what is wrong with their files.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn themes(&self) -> Result<(Vec<Theme>, Vec<Problem>), StoreError> {
        self.all(THEMES, Slug::new, decode_theme)
    }

    /// Every person whose file can be read, and what is wrong with their files.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn people(&self) -> Result<(Vec<Person>, Vec<Problem>), StoreError> {
        self.all(PEOPLE, Handle::new, decode_person)
    }

    /// What lies directly in the data folder and is not read: files, folders and links of other names.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn strays(&self) -> Result<Vec<Problem>, StoreError> {
        let mut problems = Vec::new();
        for entry in self.list(DATA)? {
            let entry = entry?;
            let path = format!("{DATA}/{}", entry.name.to_string_lossy());
            let is_known = [CAMPAIGN_FILE, THEMES, PROJECTS, TASKS, PEOPLE].contains(&path.as_str());
            if !is_known && !entry.name.to_string_lossy().starts_with('.') {
                let what = if entry.kind == ListedKind::Link { "problem-stray-link" } else { "problem-stray-in-data" };
                problems.push(Problem::of_file(&path, Message::new(what)));
            }
        }
        Ok(self.of_data(problems))
    }

    /// The task in `file`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read_task(&self, file: &TaskFile) -> Result<Loaded<Task>, StoreError> {
        let bytes = self.bytes(&file.path)?;
        Ok(self.task_from_bytes(file, bytes))
    }

    /// The task that `file` would hold if it held `bytes`.
    pub fn task_from_bytes(&self, file: &TaskFile, bytes: Vec<u8>) -> Loaded<Task> {
        let decoded = decode_task(&file.id, &file.project, &file.path, &bytes);
        Loaded { path: file.path.clone(), bytes, decoded }
    }

    /// What the file at `path`, from the folder that holds `data/`, holds; one byte more than allowed at most.
    ///
    /// # Errors
    /// When the file is not a regular file, or cannot be read.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, StoreError> {
        let full = self.root.join(path);
        let found = match &self.tree {
            Some(tree) => tree.bytes(path),
            // Nobody is asked about a file that is there.
            None => bytes_on_disk(&full).or_else(|cause| match self.tree() {
                Some(tree) if cause.kind() == io::ErrorKind::NotFound => tree.bytes(path),
                _ => Err(cause),
            }),
        };
        found.map_err(|cause| StoreError::file(&full, cause))
    }

    fn loaded<T>(&self, path: String, decode: impl FnOnce(&str, &[u8]) -> Decoded<T>) -> Result<Option<Loaded<T>>, StoreError> {
        match self.bytes(&path) {
            Ok(bytes) => Ok(Some(Loaded { decoded: decode(&path, &bytes), path, bytes })),
            Err(StoreError::File { cause, .. }) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn all<N, T>(
        &self,
        folder: &str,
        name: impl Fn(&str) -> Option<N>,
        decode: impl Fn(&N, &str, &[u8]) -> Decoded<T>,
    ) -> Result<(Vec<T>, Vec<Problem>), StoreError> {
        let (mut found, mut problems, mut strays) = (Vec::new(), Vec::new(), Vec::new());
        for file in &self.names(folder)? {
            let path = format!("{folder}/{file}");
            let Some(name) = file.strip_suffix(".toml").and_then(&name) else {
                let is_kept = is_device(file.trim_end_matches(".toml"));
                let key = if is_kept { "problem-stray-device" } else { "problem-stray" };
                strays.push(Problem::of_file(&path, Message::new(key)));
                continue;
            };
            match self.bytes(&path) {
                Ok(bytes) => {
                    let decoded = decode(&name, &path, &bytes);
                    found.extend(decoded.value);
                    problems.extend(decoded.problems);
                }
                Err(error) => problems.push(unreadable(&path, &error)),
            }
        }
        problems.extend(self.of_data(strays));
        Ok((found, problems))
    }

    /// The names of what lies in `folder`, in order, but for hidden ones.
    pub(super) fn names(&self, folder: &str) -> Result<Vec<String>, StoreError> {
        let mut names = Vec::new();
        for entry in self.list(folder)? {
            names.push(entry?.name.to_string_lossy().into_owned());
            if names.len() > FILES {
                return Err(StoreError::TooManyFiles { path: self.root.join(folder), most: FILES });
            }
        }
        names.retain(|name| !name.starts_with('.'));
        names.sort();
        Ok(names)
    }

    /// The project folders below `data/tasks`, or only that of `project`, in order, and what else lies there. Links are
    /// not followed.
    pub(super) fn task_folders(&self, project: Option<&Slug>) -> Result<(Vec<Slug>, Vec<Problem>), StoreError> {
        let (mut found, mut problems) = (Vec::new(), Vec::new());
        for entry in self.list(TASKS)? {
            let entry = entry?;
            let name = entry.name;
            let is_folder = entry.kind == ListedKind::Folder;
            let is_file = entry.kind == ListedKind::File;
            let wrong = match name.to_str().and_then(Slug::new) {
                Some(slug) if is_folder => {
                    found.extend(Some(slug).filter(|slug| project.is_none_or(|project| project == slug)));
                    continue;
                }
                _ if is_file => "problem-stray-task",
                _ if is_folder && name.to_str().is_some_and(is_device) => "problem-stray-device",
                _ if is_folder => "problem-stray-folder",
                _ => "problem-not-a-folder",
            };
            let shown = name.to_string_lossy();
            if project.is_none() && !shown.starts_with('.') {
                problems.push(Problem::of_file(&format!("{TASKS}/{shown}"), Message::new(wrong)));
            }
        }
        found.sort();
        Ok((found, problems))
    }
}

/// The problem of a file that cannot be read at all.
pub(super) fn unreadable(path: &str, error: &StoreError) -> Problem {
    let what = match error {
        StoreError::File { cause, .. } if cause.kind() == io::ErrorKind::PermissionDenied => Message::new("problem-permission"),
        StoreError::File { cause, .. } if cause.kind() == io::ErrorKind::InvalidInput => Message::new("problem-not-a-file"),
        other => other.message(),
    };
    Problem::of_file(path, what)
}

/// One byte more than allowed at most.
fn bytes_on_disk(file: &Path) -> io::Result<Vec<u8>> {
    if !fs::symlink_metadata(file)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    File::open(file)?.take(FILE_MAX as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
