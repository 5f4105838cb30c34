//! A request that was accepted with changes: whoever merged it as one commit corrected a value on the way.
//!
//! Told by the effect: one step of the shared branch does all that the request does, of the same kind, for the same person, on
//! the same things; the values may differ. It must come from the request, for somebody else may have done the same: its message
//! speaks of the request, or the request left the server.

use crate::domain::document::Document;
use crate::domain::name::Handle;
use crate::rules::change::{Change, changes};
use crate::usecase::context::commit_message::person_of;
use crate::usecase::failure::Failure;
use crate::vcs::{CommitId, CommitInfo, Entry, RepoPath, Repository};

use super::file::{ReplayedFile, Touched};
use super::merged::SEARCHED;
use super::snapshot::content;

/// How the shared branch took a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// Word for word.
    AsItWas,
    /// With other values.
    Changed,
}

/// What makes a step of the shared branch an answer to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Evidence {
    /// Its message speaks of it.
    Spoken,
    /// The request is no longer on the server.
    Gone,
    /// It is known to have been accepted.
    Known,
}

/// How one step of the shared branch, which is at `main` and was at `origin` when the request `head` began, took all that
/// `files` say the request brings; `None` where none did.
///
/// # Errors
/// When the objects cannot be read.
pub(super) fn taken(
    repository: &Repository,
    (main, origin): (&CommitId, &CommitId),
    (head, evidence): (&CommitId, Evidence),
    files: &[ReplayedFile],
) -> Result<Option<Taken>, Failure> {
    let asked = repository.line(main, head)?.commits;
    let asked = asked.iter().map(|id| repository.commit_info(id)).collect::<Result<Vec<_>, _>>()?;
    let Some(who) = asked.first().and_then(|last| person_of(last, "Mpa-By")) else { return Ok(None) };
    let deeds = files.iter().map(|file| Deeds::of(repository, file)).collect::<Result<Vec<_>, _>>()?;
    if deeds.is_empty() || deeds.iter().any(|it| it.changes.is_empty()) {
        return Ok(None);
    }
    let is_personal = deeds.iter().all(|it| it.is_personal);
    for id in repository.first_parents(main, origin, SEARCHED)? {
        let step = repository.commit_info(&id)?;
        let mut found = Vec::new();
        for it in &deeds {
            found.extend(it.taken_by(repository, &step)?);
        }
        if found.len() == deeds.len() && is_from(repository, &step, &asked, (&who, evidence, is_personal))? {
            let is_same = found.iter().all(|it| *it == Taken::AsItWas);
            return Ok(Some(if is_same { Taken::AsItWas } else { Taken::Changed }));
        }
    }
    Ok(None)
}

/// Whether `step` comes from the request that `who` made with the commits `asked`.
fn is_from(
    repository: &Repository,
    step: &CommitInfo,
    asked: &[CommitInfo],
    (who, evidence, is_personal): (&Handle, Evidence, bool),
) -> Result<bool, Failure> {
    if let Some(by) = person_of(step, "Mpa-By") {
        return Ok(by == *who);
    }
    Ok(match evidence {
        Evidence::Known => true,
        Evidence::Gone if is_personal || asked.iter().any(|it| it.author == step.author) => true,
        Evidence::Gone | Evidence::Spoken => {
            let message = repository.commit_message(&step.id)?;
            asked.iter().any(|it| message.contains(&it.subject))
        }
    })
}

/// What a request does to one file.
struct Deeds<'a> {
    touched: &'a Touched,
    changes: Vec<Change>,
    /// Whether each of them is one person's, or can be nobody else's.
    is_personal: bool,
}

impl<'a> Deeds<'a> {
    fn of(repository: &Repository, file: &'a ReplayedFile) -> Result<Self, Failure> {
        let touched = &file.touched;
        let changes = done(repository, touched, (touched.origin.as_ref(), touched.head.as_ref()))?;
        // Ids are drawn at random: whoever adds that very task has it from the request.
        let is_personal = |change: &Change| *change == Change::TaskAdded || file.person(change).is_some();
        Ok(Self { touched, is_personal: changes.iter().all(is_personal), changes })
    }

    fn taken_by(&self, repository: &Repository, step: &CommitInfo) -> Result<Option<Taken>, Failure> {
        let (Some(parent), Some(path)) = (&step.parent, RepoPath::new(&self.touched.full)) else { return Ok(None) };
        let (before, after) = (repository.entry(parent, &path)?, repository.entry(&step.id, &path)?);
        if before == after {
            return Ok(None);
        }
        let found = done(repository, self.touched, (before.as_ref(), after.as_ref()))?;
        let is_taken = |deed: &Change| found.iter().any(|it| it.is_like(deed));
        let is_same = match before == self.touched.origin {
            true => after == self.touched.head,
            false => self.changes.iter().all(|deed| found.contains(deed)),
        };
        let taken = if is_same { Taken::AsItWas } else { Taken::Changed };
        Ok(self.changes.iter().all(is_taken).then_some(taken))
    }
}

/// What happened between two versions of a file.
fn done(
    repository: &Repository,
    touched: &Touched,
    (before, after): (Option<&Entry>, Option<&Entry>),
) -> Result<Vec<Change>, Failure> {
    let (before, after) = (document(repository, touched, before)?, document(repository, touched, after)?);
    Ok(changes(before.as_ref(), after.as_ref()))
}

/// What the file describes in that version.
pub(super) fn document(repository: &Repository, touched: &Touched, entry: Option<&Entry>) -> Result<Option<Document>, Failure> {
    let Some(entry) = entry.filter(|entry| entry.is_plain()) else { return Ok(None) };
    Ok(touched.decode(&content(repository, entry)?).value)
}
