//! Whether a request leads anywhere: the names in what it brings, looked up in the request first, then on the shared branch.

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::name::{Slug, TaskId};
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;
use crate::rules::change::{Change, Versions};
use crate::rules::is_personal;
use crate::rules::lint::Everything;
use crate::rules::lint_new::new_remarks;
use crate::store::Place;

use super::super::failure::Failure;
use super::super::foresee::{Neighbours, unsound};
use super::piece::Piece;
use super::snapshot::Snapshot;
use super::thing::{Thing, versions};

/// The shared branch with a request on top of it.
struct Merged<'a> {
    base: &'a Snapshot<'a>,
    pieces: &'a [Piece],
}

/// Names, in each piece, what `check` would newly call an error once the request is merged, and what is personal in it.
///
/// # Errors
/// When the objects cannot be read.
pub fn find(base: &Snapshot<'_>, campaign: &Campaign, today: Day, pieces: &mut [Piece]) -> Result<(), Failure> {
    let merged = Merged { base, pieces };
    let look = |piece: &Piece| -> Result<Vec<Change>, Failure> {
        match versions(piece.before.as_ref(), piece.after.as_ref()) {
            Some(versions) if !piece.changes.is_empty() => {
                let errors = unsound(&merged, campaign, today, versions)?;
                Ok([errors, merged.revealed(campaign, versions)?].concat())
            }
            _ => Ok(Vec::new()),
        }
    };
    let found = merged.pieces.iter().map(look).collect::<Result<Vec<_>, _>>()?;
    pieces.iter_mut().zip(found).for_each(|(piece, found)| piece.changes.extend(found));
    Ok(())
}

impl Merged<'_> {
    /// What texts newly tell of people, but for the addresses that are there to be written to.
    fn revealed(&self, campaign: &Campaign, versions: Versions<'_>) -> Result<Vec<Change>, Failure> {
        if !new_remarks(versions, &[]).iter().any(is_personal) {
            return Ok(Vec::new());
        }
        let project = match versions {
            Versions::Task(_, Some(after)) => self.project(&after.project)?,
            Versions::Project(_, after) => after.cloned(),
            _ => None,
        };
        let projects = project.into_iter().map(|project| (project.slug.clone(), project)).collect();
        let found = new_remarks(versions, &Everything::public_addresses(campaign, &projects)).into_iter();
        Ok(found.filter(is_personal).map(|found| Change::Revealing { found }).collect())
    }

    /// What the request makes of the file there; `None` where it leaves it alone.
    fn piece(&self, is_there: impl Fn(&Place) -> bool) -> Option<&Piece> {
        self.pieces.iter().find(|piece| is_there(&piece.touched.place))
    }
}

impl Neighbours for Merged<'_> {
    fn project(&self, slug: &Slug) -> Result<Option<Project>, Failure> {
        match self.piece(|place| matches!(place, Place::Project(other) if other == slug)) {
            Some(piece) => Ok(piece.after.as_ref().and_then(Thing::project).cloned()),
            None => self.base.project(slug),
        }
    }

    fn theme(&self, slug: &Slug) -> Result<Option<Theme>, Failure> {
        match self.piece(|place| matches!(place, Place::Theme(other) if other == slug)) {
            Some(piece) => Ok(piece.after.as_ref().and_then(Thing::theme).cloned()),
            None => self.base.theme(slug),
        }
    }

    fn task(&self, id: &TaskId, _: &Slug) -> Result<Option<Option<Task>>, Failure> {
        let is_it = |place: &Place| matches!(place, Place::Task(file) if file.id == *id);
        if let Some(piece) = self.pieces.iter().find(|piece| is_it(&piece.touched.place) && piece.touched.head.is_some()) {
            return Ok(Some(piece.after.as_ref().and_then(Thing::task).cloned()));
        }
        match self.base.task(id)? {
            Some(task) => Ok(Some(Some(task))),
            None => Ok(self.base.other_with_id(id, "")?.map(|_| None)),
        }
    }
}
