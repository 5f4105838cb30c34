//! The way back that is promised after something was done: only what works now, in the state in which it is told.

use crate::domain::message::{Arg, Message};
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;
use crate::vcs::CommitId;

use super::instead::instead;
use super::opposite::{ANY_REASON, opposite};
use super::record::{UNDO, way_back_by};
use super::undo::{Last, last, take_back};

/// The note `promised` about what the commit `id` recorded, as it holds by now: `undo` where that would take it back, else
/// what does; `None` where nothing does. `named` are the words by which the person said who they are.
pub fn way_back(context: &Context, id: &CommitId, promised: &Message, named: Option<&str>) -> Option<Message> {
    let command = promised.args().iter().find_map(|(_, value)| match value {
        Arg::Text(command) => Some(command.as_str()),
        _ => None,
    })?;
    if command.starts_with(UNDO) {
        let undo = named.map_or_else(|| command.to_owned(), |named| format!("{command} {named}"));
        return found(context, id, undo).ok().flatten().map(|command| way_back_by(&command));
    }
    // What only git takes back is taken back while it is the last commit here, and nobody else has it.
    let is_last =
        || Ok::<_, Failure>(context.repository()?.unsent(context.upstream(), 1)?.first().is_some_and(|it| it.id == *id));
    let is_gits = command.starts_with("git revert");
    (!is_gits || is_last().unwrap_or(false)).then(|| promised.clone())
}

/// What takes back the commit `id`, tried without writing anything; `undo` is how to ask for it.
fn found(context: &Context, id: &CommitId, undo: String) -> Result<Option<String>, Failure> {
    let trial = context.trial()?;
    let repository = trial.repository()?;
    let last = last(&trial, trial.actor()?)?;
    if last.commit().first() != repository.commit_info(id)?.first() {
        return Ok(None);
    }
    let tried = match &last {
        Last::Shared(commit) => match opposite(&trial, commit, ANY_REASON) {
            None => return Ok(instead(&trial, commit)),
            Some(tried) => tried,
        },
        Last::Asked(..) | Last::Unsent(_) => take_back(&trial, &last, ANY_REASON, None),
    };
    Ok(tried.is_ok().then_some(undo))
}
