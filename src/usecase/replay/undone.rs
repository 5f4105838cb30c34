//! What a request takes back and the shared branch has all the same: somebody accepted it before the undo was sent.
//!
//! By its files alone such a request looks accepted, or empty. Whoever undid something still has to hear that it stayed.

use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{person_of, undone_by};
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::Failure;
use crate::vcs::CommitId;

use super::Reviewer;
use super::merged::is_merged;

/// Whether the request `head` undoes something that the commit `main` of the shared branch has: it was accepted, still
/// stands there, and does not in the request.
///
/// # Errors
/// When the objects cannot be read.
pub(super) fn undoes_what_is_there(context: &Context, main: &CommitId, head: &CommitId) -> Result<bool, Failure> {
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    for id in repository.line(main, head)?.commits {
        let undo = repository.commit_info(&id)?;
        let (Some(undone), Some(who)) = (undone_by(repository, &undo)?, person_of(&undo, "Mpa-By")) else { continue };
        let Some(parent) = &undo.parent else { continue };
        if undone.id == id {
            continue;
        }
        let left_on = |commit: &CommitId| {
            let carried = Reviewer::new(repository, &prefix, commit, context.now)?.carry(parent, &id, &who)?;
            Ok::<_, Failure>(carried.into_iter().map(|it| (it.path, it.changes)).collect::<Vec<_>>())
        };
        let left = left_on(main)?;
        // The very same is to be undone there as was undone here: a day that holds another time by now may hold it without.
        let is_the_same = !left.is_empty() && left == left_on(parent)?;
        if is_the_same && left_on(head)?.is_empty() && is_merged(context, main, &undone.id)? {
            return Ok(true);
        }
    }
    Ok(false)
}
