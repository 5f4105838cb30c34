//! Tasks whose files are not where they were, and ids that are taken.

use std::collections::HashMap;

use crate::domain::file_key::FileKey;
use crate::domain::name::{Slug, TaskId};
use crate::rules::change::Change;
use crate::usecase::failure::Failure;

use super::Reviewer;
use super::file::ReplayedFile;

impl Reviewer<'_> {
    /// A task that goes from one file to another is renamed; an id that is somewhere else already is taken.
    pub(super) fn find_moved(&self, files: &mut [ReplayedFile]) -> Result<(), Failure> {
        // Kept by id: a request may hold many files of one.
        let mut gone: HashMap<(TaskId, Slug), Vec<usize>> = HashMap::new();
        let mut first: HashMap<TaskId, usize> = HashMap::new();
        for (at, file) in files.iter().enumerate() {
            let Ok(FileKey::Task { id, project }) = &file.touched.key else { continue };
            if file.touched.head.is_none() {
                gone.entry((id.clone(), project.clone())).or_default().push(at);
            }
            if file.after.is_some() {
                first.entry(id.clone()).or_insert(at);
            }
        }
        for at in 0..files.len() {
            let touched = &files[at].touched;
            let (Ok(FileKey::Task { id, project }), None, Some(_)) = (&touched.key, &touched.tip, &files[at].after) else {
                continue;
            };
            let (id, path) = (id.clone(), touched.path.clone());
            let sources = gone.get(&(id.clone(), project.clone())).into_iter().flatten();
            if let Some(source) = sources.copied().find(|source| files[*source].before.is_some()) {
                let before = files[source].before.take();
                let from = files[source].touched.path.clone();
                files[source].changes.clear();
                files[at].becomes(before, from);
            } else if let Some(other) = self.base.other_with_id(&id, &path)? {
                let other = other.path.clone();
                match files[at].touched.origin {
                    Some(_) => files[at].moved(other),
                    None => files[at].changes.push(Change::IdTaken { other }),
                }
            } else if let Some(other) = first.get(&id).copied().filter(|first| *first < at) {
                let other = files[other].touched.path.clone();
                files[at].changes.push(Change::IdTaken { other });
            }
        }
        Ok(())
    }
}
