//! Two people under one handle: each would hold what the other took, and neither would hear of it. What git wrote beside an
//! action, the address of whoever recorded it, tells them apart.
//!
//! One person may have several addresses, so this warns and never refuses; and it warns when the other was the last to act,
//! not at each command. What a forge records has an address of the forge's, and says nothing.

use crate::domain::message::Message;
use crate::domain::name::{Handle, TaskId};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{action_of, trailer};
use crate::usecase::context::landing::Landing;
use crate::vcs::{CommitId, CommitInfo};

use super::oneself::Oneself;

/// How far back actions are looked at, in commits.
pub(crate) const LOOKED_BACK: usize = 200;

/// Whether `commit` is recorded under the handle `who` by a person's own git, and not by a forge for them.
pub(crate) fn is_of(who: &Handle, commit: &CommitInfo) -> bool {
    trailer(commit, "Mpa-By") == Some(who.as_str()) && commit.author.eq_ignore_ascii_case(&commit.committer)
}

/// "Your handle acted from another address": `commit` did.
fn warning(commit: &CommitInfo) -> Message {
    let (operation, title) = action_of(commit);
    let message = Message::new("note-namesake").with("person", trailer(commit, "Mpa-By").unwrap_or_default());
    let message = message.with("operation", operation).with("title", title).with("address", commit.author.as_str());
    message.with("own", Oneself::way_to_add(&commit.author))
}

/// What to know before the person goes on with the task `id`, of which `landing` tells what they did: whether somebody else
/// acts under their handle, or took that very task under it.
pub(crate) fn of_claim(context: &Context, id: &TaskId, landing: &Landing) -> Option<Message> {
    let repository = context.repository().ok()?;
    let mut commits = repository.latest(LOOKED_BACK).ok()?;
    commits.retain(|commit| match landing {
        Landing::Nothing => trailer(commit, "Mpa-Task") == Some(id.as_str()),
        Landing::Committed(made) => commit.id != *made,
        Landing::Planned(..) | Landing::Dropped => true,
    });
    let own = match landing {
        Landing::Committed(made) => repository.commit_info(made).ok().map(|made| made.author),
        _ => None,
    };
    among(context, &commits, own.as_deref())
}

/// The same of what came from the others: the commits `ids`, the newest first.
pub(crate) fn of_news(context: &Context, ids: &[CommitId]) -> Option<Message> {
    let repository = context.repository().ok()?;
    let commits: Vec<CommitInfo> = ids.iter().take(LOOKED_BACK).filter_map(|id| repository.commit_info(id).ok()).collect();
    among(context, &commits, None)
}

/// Of `commits`, the newest first, the newest under the person's handle, where it is not theirs; `own` is an address that is.
fn among(context: &Context, commits: &[CommitInfo], own: Option<&str>) -> Option<Message> {
    let who = context.actor.as_ref()?;
    let newest = commits.iter().find(|commit| is_of(who, commit))?;
    // Git is only asked where that tells nothing.
    let is_own = own.is_some_and(|own| own.eq_ignore_ascii_case(&newest.author));
    let is_another_s = !is_own && Oneself::of(context).is_ok_and(|oneself| oneself.is_known() && !oneself.has(&newest.author));
    is_another_s.then(|| warning(newest))
}
