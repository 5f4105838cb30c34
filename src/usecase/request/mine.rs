//! What one has proposed and nobody merged yet: it counts when one's own tasks are looked for.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use crate::domain::bounds::Room;
use crate::domain::name::Handle;
use crate::store::FILE_MAX;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::trailer;
use crate::usecase::context::overlay::{Layer, Overlay};
use crate::usecase::context::shared_branch::{prefix_of, shared_branch};
use crate::usecase::failure::Failure;
use crate::vcs::{Head, Repository, VcsError};

use super::facing::{Facing, by_request};
use super::{Route, is_answered};

/// The branches of this clone on which `who` proposes something that the shared branch has not, the newest first.
///
/// # Errors
/// No repository, no shared branch, git.
pub fn own_requests(context: &Context, who: &Handle) -> Result<Vec<Head>, Failure> {
    let repository = context.repository()?;
    let heads = own_heads(repository, who)?;
    if heads.is_empty() {
        return Ok(heads);
    }
    let main = shared_branch(repository, &context.campaign)?.id;
    let route = Route::of(context)?;
    let mut found = Vec::new();
    for head in heads {
        if !is_answered(context, route.as_ref(), &main, (head.branch(), &head.id))? {
            found.push(head);
        }
    }
    Ok(found)
}

/// The branches of this clone on which `who` proposed something, the newest first.
///
/// # Errors
/// What git says.
pub fn own_heads(repository: &Repository, who: &Handle) -> Result<Vec<Head>, Failure> {
    let mut heads = repository.heads(&["refs/heads/mpa/*"])?;
    heads.retain(|head| is_own(&head.name, who));
    heads.sort_by(|a, b| (b.time, &a.name).cmp(&(a.time, &b.name)));
    let mut own = Vec::new();
    for head in heads {
        // `mpa/k7q2m-anne-zoe` may be Zoé's by its name, and is Anne-Zoé's.
        let last = repository.commit_info(&head.id)?;
        if trailer(&last, "Mpa-By").is_none_or(|by| by == who.as_str()) {
            own.push(head);
        }
    }
    Ok(own)
}

/// Whether the branch is called after `who`.
pub fn is_own(branch: &str, who: &Handle) -> bool {
    branch.strip_suffix(who.as_str()).is_some_and(|rest| rest.ends_with('-'))
}

/// The data as they are here, and in front of them what the person who types has proposed.
///
/// # Errors
/// What git says of a branch that it has listed.
pub fn with_own(context: &Context) -> Result<Facing<'_>, Failure> {
    let (true, Some(actor), Ok(repository)) = (by_request(context), &context.actor, &context.repository) else {
        return Ok(Facing::Here(context));
    };
    // Where branches cannot be read, the data here are all there is: reading goes on.
    let heads = if context.proposal.is_none() { own_requests(context, actor).unwrap_or_default() } else { Vec::new() };
    if heads.is_empty() {
        return Ok(Facing::Here(context));
    }
    let mut files = BTreeMap::new();
    let main = shared_branch(repository, &context.campaign)?.id;
    let prefix = prefix_of(context)?;
    for head in heads.iter().rev() {
        let origin = repository.merge_base(&main, &head.id)?;
        let changed = match repository.differences(origin.as_ref(), &head.id, &Room::of_request()) {
            Err(VcsError::TooMuch(_)) => continue,
            changed => changed?,
        };
        for difference in changed {
            let (Some(path), Some(entry)) = (difference.path.strip_prefix(&prefix), difference.after) else { continue };
            if let Some(bytes) = Some(&entry).filter(|entry| entry.is_plain()).map(|it| repository.bytes_of(it, FILE_MAX)) {
                files.extend(bytes?.map(|bytes| (path.to_owned(), Layer::Bytes(bytes))));
            }
        }
    }
    let store = context.store.with_tree(Arc::new(Overlay::new(context.store.clone(), files)));
    Ok(Facing::Branch(Box::new(Context {
        store,
        repository: Ok(Rc::clone(repository)),
        campaign: context.campaign.clone(),
        campaign_problems: context.campaign_problems.clone(),
        now: context.now,
        today: context.today,
        actor: context.actor.clone(),
        on_behalf: context.on_behalf.clone(),
        writing: context.writing,
        agreed: context.agreed.clone(),
        opposes: context.opposes.clone(),
        proposal: None,
        past: None,
    })))
}
