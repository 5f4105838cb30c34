//! From a branch to a request on the forge: where it is pushed, with which options, and the page that opens it.
//!
//! What a title holds ends up percent-encoded in a link and never in a command.

pub mod address;
pub mod facing;
pub mod mine;
pub mod notes;
pub mod push_plan;
pub mod stage;

use crate::domain::text::{one_line, shorten};
use crate::vcs::{CommitId, Repository};

use super::context::Context;
use super::context::shared_branch::shared_branch;
use super::failure::Failure;

pub use address::Address;
pub use push_plan::{Page, PushPlan, Request, push_plan};
pub use stage::{Route, Stage, is_answered, stage_of, unsent_requests};

/// How many commits a request lists.
const LISTED: usize = 20;
/// The widest line of a request, in columns: that of a commit's subject.
const WIDTH: usize = 72;

/// How the branch `branch`, which now names `tip`, becomes a request; `None` without a remote to send it to.
///
/// # Errors
/// No repository, no shared branch, git.
pub fn push_plan_of(context: &Context, branch: &str, tip: &CommitId) -> Result<Option<PushPlan>, Failure> {
    let Some(upstream) = context.upstream() else { return Ok(None) };
    let repository = context.repository()?;
    let home = address(repository, upstream.remote)?;
    let fork = fork(repository, upstream.remote, home.as_ref())?;
    let (title, body) = told(context, tip)?;
    let request = Request { branch, main: upstream.branch, title: &title, body: &body };
    let forge = context.campaign.workflow.forge;
    let fork = fork.as_ref().map(|(name, address)| (name.as_str(), address.as_ref()));
    Ok(Some(push_plan(forge, (upstream.remote, home.as_ref()), fork, &request)))
}

fn address(repository: &Repository, remote: &str) -> Result<Option<Address>, Failure> {
    Ok(repository.remote_address(remote)?.as_deref().and_then(Address::parse))
}

/// The remote that is one's own fork: the one that `git config mpa.fork` names, else the only sibling of the shared one.
fn fork(repository: &Repository, remote: &str, home: Option<&Address>) -> Result<Option<(String, Option<Address>)>, Failure> {
    let names = repository.remote_names()?;
    if let Some(named) = repository.config("mpa.fork").filter(|named| named != remote && names.contains(named)) {
        let found = address(repository, &named)?;
        return Ok(Some((named, found)));
    }
    let Some(home) = home else { return Ok(None) };
    let mut siblings = Vec::new();
    for name in names.into_iter().filter(|name| name != remote) {
        if let Some(found) = address(repository, &name)?.filter(|found| home.is_sibling(found)) {
            siblings.push((name, Some(found)));
        }
    }
    Ok(<[_; 1]>::try_from(siblings).ok().map(|[only]| only))
}

/// The remote that is one's own fork of `remote`, if there is one and no doubt.
///
/// # Errors
/// Git.
pub fn fork_of(repository: &Repository, remote: &str) -> Result<Option<String>, Failure> {
    let home = address(repository, remote)?;
    Ok(fork(repository, remote, home.as_ref())?.map(|(name, _)| name))
}

/// The title and the text of the request: what its commits say, the first one first.
fn told(context: &Context, tip: &CommitId) -> Result<(String, String), Failure> {
    let repository = context.repository()?;
    let main = shared_branch(repository, &context.campaign)?.id;
    let mut subjects = Vec::new();
    for id in repository.line(&main, tip)?.commits.iter().rev().take(LISTED) {
        subjects.push(shorten(&one_line(&repository.commit_info(id)?.subject), WIDTH).into_owned());
    }
    let body = if subjects.len() > 1 { subjects.iter().map(|line| format!("- {line}\n")).collect() } else { String::new() };
    Ok((subjects.into_iter().next().unwrap_or_default(), body))
}
