//! What the branch of a remote once held and holds no more: somebody wrote its history anew. Git's own log of that branch is
//! all that remembers; what it forgot is not known to have been there.

use std::collections::BTreeSet;

use git2::Oid;

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::repository::Repository;

use super::history::{CommitInfo, Upstream, tracking};

/// How many places of a branch are remembered: years of them, for most.
const REMEMBERED: usize = 2_000;

/// What a branch once held.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// Where it stood, the newest first.
    places: Vec<Oid>,
    /// The commits that it held then and holds no more.
    gone: BTreeSet<Oid>,
}

impl Past {
    /// Whether it held the commit `id`, and holds it no more.
    pub fn held(&self, id: &CommitId) -> bool {
        id.oid().is_ok_and(|id| self.gone.contains(&id))
    }

    /// Whether it held one of `commits`, and holds it no more.
    pub fn held_one_of(&self, commits: &[CommitInfo]) -> bool {
        commits.iter().any(|commit| self.held(&commit.id))
    }

    /// Whether it lost nothing, as far as is known.
    pub fn is_whole(&self) -> bool {
        self.gone.is_empty()
    }
}

impl Repository {
    /// What `upstream`, which is at the commit `base`, once held.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn past(&self, upstream: Upstream<'_>, base: &CommitId) -> Result<Past, VcsError> {
        let places = self.places(upstream)?;
        let library = self.library()?;
        let unreadable = |error: git2::Error| VcsError::read(base.as_str(), &error);
        let mut walk = library.revwalk().map_err(unreadable)?;
        for place in &places {
            walk.push(*place).map_err(unreadable)?;
        }
        base.oid().and_then(|base| walk.hide(base)).map_err(unreadable)?;
        let gone = walk.collect::<Result<_, _>>().map_err(unreadable)?;
        Ok(Past { places, gone })
    }

    /// Where this clone saw `upstream` stand, the newest place first.
    pub(super) fn places(&self, upstream: Upstream<'_>) -> Result<Vec<Oid>, VcsError> {
        let (library, name) = (self.library()?, tracking(upstream));
        let log = library.reflog(&name).map_err(|error| VcsError::read(name, &error))?;
        let mut seen = BTreeSet::new();
        // A clone notes nothing when it is made: only the next entry tells where the branch stood then.
        let all = log.iter().take(REMEMBERED).flat_map(|entry| [entry.id_new(), entry.id_old()]);
        Ok(all.filter(|id| seen.insert(*id) && library.find_commit(*id).is_ok()).collect())
    }

    /// Whether the commit `head` goes on from a place where the branch is known to have stood.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn goes_on_from(&self, past: &Past, head: &CommitId) -> Result<bool, VcsError> {
        for place in &past.places {
            if self.holds_commit(head, &CommitId::from(*place))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The newest place of the branch that held the commit `id`.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn last_place_with(&self, past: &Past, id: &CommitId) -> Result<Option<CommitId>, VcsError> {
        for place in past.places.iter().filter(|place| past.gone.contains(place)) {
            let place = CommitId::from(*place);
            if self.holds_commit(&place, id)? {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }

    /// Whether whoever takes the commit `head` to the branch, which is at `base`, brings back what it once held.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn brings_back(&self, past: &Past, base: &CommitId, head: &CommitId) -> Result<bool, VcsError> {
        Ok(!past.is_whole() && self.line(base, head)?.commits.iter().any(|id| past.held(id)))
    }
}
