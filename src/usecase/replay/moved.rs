//! Tasks whose files are not where they were, and ids that are taken.

use std::collections::HashMap;

use crate::domain::name::{Slug, TaskId};
use crate::rules::change::Change;
use crate::store::Place;
use crate::usecase::failure::Failure;

use super::Reviewer;
use super::piece::Piece;

impl Reviewer<'_> {
    /// A task that goes from one file to another is renamed; an id that is somewhere else already is taken.
    pub(super) fn find_moved(&self, pieces: &mut [Piece]) -> Result<(), Failure> {
        // Kept by id: a request may hold many files of one.
        let mut gone: HashMap<(TaskId, Slug), Vec<usize>> = HashMap::new();
        let mut first: HashMap<TaskId, usize> = HashMap::new();
        for (at, piece) in pieces.iter().enumerate() {
            let Place::Task(file) = &piece.touched.place else { continue };
            if piece.touched.head.is_none() {
                gone.entry((file.id.clone(), file.project.clone())).or_default().push(at);
            }
            if piece.after.is_some() {
                first.entry(file.id.clone()).or_insert(at);
            }
        }
        for at in 0..pieces.len() {
            let (Place::Task(file), true) = (&pieces[at].touched.place, pieces[at].touched.tip.is_none()) else { continue };
            let (file, path) = (file.clone(), pieces[at].touched.path.clone());
            if pieces[at].after.is_none() {
                continue;
            }
            let sources = gone.get(&(file.id.clone(), file.project.clone())).into_iter().flatten();
            if let Some(source) = sources.copied().find(|source| pieces[*source].before.is_some()) {
                let before = pieces[source].before.take();
                let from = pieces[source].touched.path.clone();
                pieces[source].changes.clear();
                pieces[at].becomes(before, from);
            } else if let Some(other) = self.base.other_with_id(&file.id, &path)? {
                let other = other.path.clone();
                match pieces[at].touched.origin {
                    Some(_) => pieces[at].moved(other),
                    None => pieces[at].changes.push(Change::IdTaken { other }),
                }
            } else if let Some(other) = first.get(&file.id).copied().filter(|first| *first < at) {
                let other = pieces[other].touched.path.clone();
                pieces[at].changes.push(Change::IdTaken { other });
            }
        }
        Ok(())
    }
}
