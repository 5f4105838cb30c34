//! The branches and requests that this clone knows and that may bring something, each commit once: whatever their names.
//!
//! A branch of a name like any other is one as soon as it changes the data. The shared branch itself, what it holds already,
//! and what the person who types has begun and shown to nobody are none.

use std::collections::HashSet;

use crate::domain::campaign::Campaign;
use crate::store::DATA_FOLDER;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::trailer;
use crate::usecase::context::shared_branch::{LOCAL, REMOTES, names_of};
use crate::usecase::failure::Failure;
use crate::vcs::{CommitId, Head, RepoPath, Repository};

use super::numbers::Numbers;

/// Every branch and request that may wait for whoever organises, beside the commit `base` of the shared branch.
///
/// # Errors
/// When the references or objects cannot be read.
pub fn heads(
    context: &Context,
    (campaign, numbers): (&Campaign, &Numbers),
    prefix: &str,
    base: &CommitId,
) -> Result<Vec<Head>, Failure> {
    let repository = context.repository()?;
    let globs = numbers.globs();
    let globs: Vec<&str> = globs.iter().map(String::as_str).chain(["refs/heads/*", "refs/remotes/*"]).collect();
    let shared = names_of(campaign);
    let (mut requests, mut others) = (Vec::new(), Vec::new());
    for name in repository.reference_names(&globs)? {
        if numbers.is_request(&name) {
            requests.extend(repository.head_of(&name)?);
        } else if !shared.contains(&name) && !repository.is_alias(&name)? {
            others.extend(repository.head_of(&name)?);
        }
    }
    let held = repository.held_by(base, &others)?;
    others.retain(|head| head.id != *base && !held.contains(&head.id));
    let Some(data) = RepoPath::new(&format!("{prefix}{DATA_FOLDER}")) else { return Ok(distinct(numbers, requests)) };
    let there: HashSet<CommitId> =
        others.iter().filter(|head| head.name.starts_with(REMOTES)).map(|head| head.id.clone()).collect();
    for head in others {
        let is_hidden = !there.contains(&head.id) && is_own_work(context, &head)?;
        if !is_hidden && changes(repository, base, &head, &data)? {
            requests.push(head);
        }
    }
    Ok(distinct(numbers, requests))
}

/// Each commit once: under its number on the forge where it has one, else as a branch of this program's, else as the branch
/// that is here.
pub fn distinct(numbers: &Numbers, mut heads: Vec<Head>) -> Vec<Head> {
    let rank =
        |head: &Head| (numbers.of_name(&head.name).is_none(), !numbers.is_request(&head.name), !head.name.starts_with(LOCAL));
    heads.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| a.name.cmp(&b.name)));
    let mut seen = HashSet::new();
    heads.retain(|head| seen.insert(head.id.clone()));
    heads
}

/// Whether the branch holds other data than where it parted from the shared branch.
fn changes(repository: &Repository, base: &CommitId, head: &Head, data: &RepoPath) -> Result<bool, Failure> {
    let held = repository.folder_id(&head.id, data)?;
    if held == repository.folder_id(base, data)? {
        return Ok(false);
    }
    let origins = repository.line(base, &head.id)?.origins;
    if origins.is_empty() {
        return Ok(held.is_some());
    }
    for origin in origins {
        if repository.folder_id(&origin, data)? != held {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a branch of this clone is what the person who types works on, and nobody else has it. Where nothing is ever sent,
/// branches are how people show each other what they did.
fn is_own_work(context: &Context, head: &Head) -> Result<bool, Failure> {
    let repository = context.repository()?;
    if !head.name.starts_with(LOCAL) || context.upstream().is_none() {
        return Ok(false);
    }
    let last = repository.commit_info(&head.id)?;
    Ok(match (trailer(&last, "Mpa-By"), &context.actor) {
        (Some(by), Some(actor)) => by == actor.as_str(),
        _ => repository.author_email(&head.id)?.is_some_and(|email| repository.config("user.email") == Some(email)),
    })
}
