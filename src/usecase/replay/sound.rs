//! Whether a request leads anywhere: the names in what it brings, looked up in the request first, then on the shared branch.

use std::collections::{BTreeMap, HashMap};

use crate::domain::bounds::{Of, Room};
use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::domain::name::{Slug, TaskId};
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;
use crate::rules::change::Change;
use crate::rules::is_personal;
use crate::rules::lint::Everything;
use crate::rules::lint::new::new_remarks;
use crate::usecase::failure::Failure;

use super::file::ReplayedFile;
use super::foresee::{BeforeAfter, Neighbours, unsound};
use super::snapshot::Snapshot;

/// The shared branch with a request on top of it.
struct Merged<'a> {
    base: &'a Snapshot<'a>,
    /// What the request makes of each file but those of tasks.
    others: BTreeMap<&'a FileKey, &'a ReplayedFile>,
    /// What it makes of each task, where it leaves one.
    tasks: HashMap<&'a TaskId, &'a ReplayedFile>,
}

/// Names, in each file, what `check` would newly call an error once the request is merged, and what is personal in it.
///
/// # Errors
/// When the objects cannot be read, or there is more to look up than there is room for.
pub fn find(
    base: &Snapshot<'_>,
    campaign: &Campaign,
    today: Day,
    files: &mut [ReplayedFile],
    room: &Room<'_>,
) -> Result<(), Failure> {
    let merged = Merged::new(base, files);
    let (places, versions): (Vec<usize>, Vec<BeforeAfter<'_>>) = files
        .iter()
        .enumerate()
        .filter(|(_, file)| !file.changes.is_empty())
        .map(|(at, file)| (at, (file.before.as_ref(), file.after.as_ref())))
        .unzip();
    let mut found = unsound(&merged, campaign, today, &versions, room)?;
    for (found, versions) in found.iter_mut().zip(versions) {
        found.extend(merged.revealed(campaign, versions)?);
        room.take(Of::Changes, found.len())?;
    }
    places.into_iter().zip(found).for_each(|(at, found)| files[at].changes.extend(found));
    Ok(())
}

impl<'a> Merged<'a> {
    fn new(base: &'a Snapshot<'a>, files: &'a [ReplayedFile]) -> Self {
        let mut merged = Self { base, others: BTreeMap::new(), tasks: HashMap::new() };
        for file in files {
            match &file.touched.key {
                Ok(FileKey::Task { id, .. }) if file.touched.head.is_some() => _ = merged.tasks.entry(id).or_insert(file),
                Ok(FileKey::Task { .. }) | Err(_) => {}
                Ok(other) => _ = merged.others.entry(other).or_insert(file),
            }
        }
        merged
    }
}

impl Merged<'_> {
    /// What texts newly tell of people, but for the addresses that are there to be written to.
    fn revealed(&self, campaign: &Campaign, (before, after): BeforeAfter<'_>) -> Result<Vec<Change>, Failure> {
        if !new_remarks(before, after, &[]).iter().any(is_personal) {
            return Ok(Vec::new());
        }
        let projects =
            self.base.all_projects()?.iter().chain(self.others.values().filter_map(|file| file.after.as_ref()?.project()));
        let found = new_remarks(before, after, &Everything::public_addresses(campaign, projects)).into_iter();
        Ok(found.filter(is_personal).map(|found| Change::Revealing { found }).collect())
    }
}

impl Neighbours for Merged<'_> {
    fn project(&self, slug: &Slug) -> Result<Option<Project>, Failure> {
        match self.others.get(&FileKey::Project(slug.clone())) {
            Some(file) => Ok(file.after.as_ref().and_then(Document::project).cloned()),
            None => self.base.project(slug),
        }
    }

    fn theme(&self, slug: &Slug) -> Result<Option<Theme>, Failure> {
        match self.others.get(&FileKey::Theme(slug.clone())) {
            Some(file) => Ok(file.after.as_ref().and_then(Document::theme).cloned()),
            None => self.base.theme(slug),
        }
    }

    fn task(&self, id: &TaskId, _: &Slug) -> Result<Option<Option<Task>>, Failure> {
        if let Some(file) = self.tasks.get(id) {
            return Ok(Some(file.after.as_ref().and_then(Document::task).cloned()));
        }
        match self.base.task(id)? {
            Some(task) => Ok(Some(Some(task))),
            None => Ok(self.base.other_with_id(id, "")?.map(|_| None)),
        }
    }
}
