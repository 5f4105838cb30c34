//! Finding tasks by the names of their files: no file is opened.

use std::thread;

use crate::domain::name::{Slug, TaskId};

use super::error::StoreError;
use super::layout::{TASKS, TaskFile};
use super::open::Store;

/// Below this many folders a second thread costs more than it brings.
const WORTH_A_THREAD: usize = 16;

impl Store {
    /// The file of the task `id`, found by its name; no file is opened.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn task_file(&self, id: &TaskId) -> Result<Option<TaskFile>, StoreError> {
        Ok(self.task_files_with_prefix(id.as_str())?.into_iter().find(|file| file.id == *id))
    }

    /// The same, looking first in the folder of `project`, where most tasks that a task names are.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn task_file_near(&self, id: &TaskId, project: &Slug) -> Result<Option<TaskFile>, StoreError> {
        let near = self.files_with_prefix(Some(project), id.as_str())?.into_iter().find(|file| file.id == *id);
        near.map_or_else(|| self.task_file(id), |file| Ok(Some(file)))
    }

    /// The files of the tasks whose id begins with `prefix`; no file is opened.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn task_files_with_prefix(&self, prefix: &str) -> Result<Vec<TaskFile>, StoreError> {
        self.files_with_prefix(None, prefix)
    }

    /// The ids of all tasks, by the names of their files.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn all_task_ids(&self) -> Result<Vec<TaskId>, StoreError> {
        Ok(self.task_files_with_prefix("")?.into_iter().map(|file| file.id).collect())
    }

    fn files_with_prefix(&self, project: Option<&Slug>, prefix: &str) -> Result<Vec<TaskFile>, StoreError> {
        let folders = self.task_folders(project)?.0;
        let (near, far) = folders.split_at(if folders.len() < WORTH_A_THREAD { folders.len() } else { folders.len() / 2 });
        let mut found = thread::scope(|scope| {
            let helper = (!far.is_empty()).then(|| scope.spawn(|| self.names_in(far, prefix)));
            let mut found = self.names_in(near, prefix)?;
            match helper.map(thread::ScopedJoinHandle::join) {
                Some(Ok(more)) => found.extend(more?),
                Some(Err(panic)) => std::panic::resume_unwind(panic),
                None => {}
            }
            Ok::<_, StoreError>(found)
        })?;
        found.sort();
        Ok(found)
    }

    fn names_in(&self, folders: &[Slug], prefix: &str) -> Result<Vec<TaskFile>, StoreError> {
        let mut found = Vec::new();
        for project in folders {
            for entry in self.list(&format!("{TASKS}/{project}"))? {
                let name = entry?.name;
                let matching = name.to_str().filter(|name| name.starts_with(prefix));
                found.extend(matching.and_then(|name| TaskFile::new(project, name)));
            }
        }
        Ok(found)
    }
}
