//! What a request takes back and the shared branch has all the same: somebody accepted it before the undo was sent.
//!
//! By its files alone such a request looks accepted, or empty. Whoever undid something still has to hear that it stayed.

use super::super::action::{person_of, undone_by};
use super::super::context::Context;
use super::super::failure::Failure;
use super::Reviewer;
use super::merged::is_merged;
use super::target::prefix_of;

/// Whether the request `head` undoes something that the commit `main` of the shared branch has: it was accepted, still
/// stands there, and does not in the request.
///
/// # Errors
/// When the objects cannot be read.
pub(super) fn undoes_what_is_there(context: &Context, main: &str, head: &str) -> Result<bool, Failure> {
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    for id in repository.line(main, head)?.commits {
        let undo = repository.commit_info(&id)?;
        let (Some(undone), Some(who)) = (undone_by(repository, &undo)?, person_of(&undo, "Mpa-By")) else { continue };
        let Some(parent) = undo.parent.as_deref().filter(|_| undone.id != id) else { continue };
        let is_left_on = |commit: &str| {
            let reviewer = Reviewer::new(repository, &prefix, commit, context.now)?;
            Ok::<_, Failure>(!reviewer.carry(parent, &id, &who)?.is_empty())
        };
        if is_left_on(main)? && !is_left_on(head)? && is_merged(context, main, &undone.id)? {
            return Ok(true);
        }
    }
    Ok(false)
}
