//! Which tasks answer to what is looked for.

use std::collections::BTreeMap;

use crate::domain::name::{Handle, Slug};
use crate::domain::project::Project;
use crate::domain::search::{Rank, Sought};
use crate::domain::status::Status;
use crate::domain::task::{Place, Task};
use crate::domain::text::folded;

use super::list::Row;
use super::query::Query;

/// The wishes that need the whole task.
pub(super) fn fits_text(task: &Task, query: &Query, projects: &BTreeMap<Slug, Project>) -> bool {
    let of_theme = |theme: &Slug| projects.get(&task.project).is_some_and(|project| project.theme.as_ref() == Some(theme));
    let has_skill = |skill: &String| task.skills.iter().any(|known| folded(known) == folded(skill));
    query.theme.as_ref().is_none_or(of_theme) && query.skill.as_ref().is_none_or(has_skill)
}

/// How well the texts of a task answer to what was typed.
pub(super) fn rank(task: &Task, sought: &Sought) -> Option<Rank> {
    let texts = [task.description.as_deref(), task.done_when.as_deref(), Some(task.project.as_str()), Some(task.id.as_str())];
    let around: Vec<&str> = texts.into_iter().flatten().chain(task.skills.iter().map(String::as_str)).collect();
    sought.rank(&task.title, &around)
}

/// The wishes about what is known of a task when all have been read.
pub(super) fn fits_status(row: &Row, query: &Query) -> bool {
    let by_state = match (&query.held_by, query.states.as_slice()) {
        (_, wanted @ [_, ..]) => wanted.iter().any(|state| state.fits(row)),
        (Some(_), []) => query.all || !matches!(row.status, Status::Done | Status::Cancelled),
        (None, []) => query.all || row.status == Status::Open,
    };
    let is_of = |who: &Handle| row.holder.as_ref().is_some_and(|(holder, _)| holder == who) || row.is_pending_by(who);
    let held = query.held_by.as_ref().is_none_or(is_of);
    by_state && held && is_there(query.place.as_ref(), &row.place) && query.due_before.is_none_or(|day| row.due <= day)
}

/// Whether what is done in `place` can be done where somebody looks for it. Who names a town wants to go there.
pub fn is_there(wanted: Option<&Place>, place: &Place) -> bool {
    match (wanted, place) {
        (Some(Place::OnSite(Some(town))), Place::OnSite(Some(name))) => {
            Sought::new(town).rank(name, &[]).is_some_and(Rank::is_exact)
        }
        (Some(Place::OnSite(Some(_))), _) => false,
        (None | Some(Place::Either), _) | (_, Place::Either) => true,
        (Some(wanted), place) => wanted.as_str() == place.as_str(),
    }
}
