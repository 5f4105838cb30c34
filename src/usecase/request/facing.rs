//! Writing by pull request: what is changed goes to a branch of its own, and whoever merges it decides.
//!
//! Such a write reads and judges what that branch holds, or the shared branch where it is new, and never the checkout:
//! the operations are given a context that looks there, and do not know the difference. A branch goes on until all it
//! brings is on the shared one; then the same name begins anew from there.

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use crate::domain::campaign::Mode;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::operation::Operation;
use crate::domain::shell::command;
use crate::usecase::context::Context;
use crate::usecase::context::committed::Committed;
use crate::usecase::context::proposal::Proposal;
use crate::usecase::context::shared_branch::{prefix_of, shared_branch};
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::replay::merged::is_merged;
use crate::vcs::{PROPOSAL, Repository, VcsError};

use super::stage::{Route, Stage};

/// What a write is about: one branch a person for each.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// One task.
    Task(&'a TaskId),
    /// A project.
    Project(&'a Slug),
    /// A theme.
    Theme(&'a Slug),
    /// Belonging to a project.
    Joining(&'a Slug),
    /// The whole campaign, in the way of that operation.
    Campaign(Operation),
}

impl Subject<'_> {
    /// The branch on which `who` proposes changes to it.
    pub fn branch(self, who: &Handle) -> String {
        match self {
            Self::Task(id) => format!("mpa/{id}-{who}"),
            Self::Project(slug) => format!("mpa/project-{slug}-{who}"),
            Self::Theme(slug) => format!("mpa/theme-{slug}-{who}"),
            Self::Joining(slug) => format!("mpa/join-{slug}-{who}"),
            Self::Campaign(operation) => format!("mpa/{}-{who}", operation.as_str()),
        }
    }
}

/// The context in which an operation writes: the one it was given, or one that looks at a branch.
pub enum Facing<'a> {
    /// Straight to the branch that is checked out.
    Here(&'a Context),
    /// To a branch of its own.
    Branch(Box<Context>),
}

impl Deref for Facing<'_> {
    type Target = Context;

    fn deref(&self) -> &Context {
        match self {
            Self::Here(context) => context,
            Self::Branch(context) => context,
        }
    }
}

/// Where a write about `subject` goes in this campaign.
///
/// # Errors
/// Nobody types; no shared branch to build upon; git.
pub fn facing<'a>(context: &'a Context, subject: Subject<'_>) -> Result<Facing<'a>, Failure> {
    if !by_request(context) || context.proposal.is_some() || !context.campaign_problems.is_empty() {
        return Ok(Facing::Here(context));
    }
    let branch = subject.branch(context.actor()?);
    facing_branch(context, branch)
}

/// Whether writes go to branches of their own.
pub fn by_request(context: &Context) -> bool {
    context.campaign.workflow.mode == Mode::PullRequest && !context.writing.here && context.past.is_none()
}

/// The same for a branch that is known by its name.
///
/// # Errors
/// As [`facing`].
pub fn facing_branch<'a>(context: &Context, branch: String) -> Result<Facing<'a>, Failure> {
    let here = context.repository()?;
    if let Err(VcsError::NeedsEngine { cause }) = here.head_commit() {
        let message = Message::new("proposal-format").with("cause", cause);
        return Err(
            Failure::new(Kind::Git, message).hint(hint_command(&command("git switch -c {}", &[&here.free_branch(PROPOSAL)])))
        );
    }
    let lock = here.lock()?;
    let main = shared_branch(here, &context.campaign)?.id;
    let tip = here.commit_named(&format!("refs/heads/{branch}"))?;
    let route = Route::of(context)?;
    let there = route.as_ref().map_or(Ok(None), |route| route.there(here, &branch))?;
    let there = there.map_or(Ok(None), |there| Ok::<_, Failure>((!is_merged(context, &main, &there)?).then_some(there)))?;
    let stage = tip.as_ref().map(|tip| Stage::of(context, route.as_ref(), &main, (&branch, tip))).transpose()?;
    let base = match (&tip, stage) {
        (Some(tip), Some(Stage::Unsent | Stage::Waits | Stage::TakenAway)) => tip,
        // The server has yet to hear that all was taken back: the branch goes on from there.
        (Some(tip), Some(Stage::TakenBack)) if there.is_some() => tip,
        _ => there.as_ref().unwrap_or(&main),
    };
    let base = base.clone();
    let again = || Repository::discover(here.workdir(), here.surroundings().clone());
    let tree = Arc::new(Committed::new(again()?, prefix_of(context)?, &base));
    let store = context.store.with_tree(tree.clone());
    let decoded = store.campaign()?;
    let problems = if decoded.has_errors() { decoded.problems } else { Vec::new() };
    let campaign = decoded.value.unwrap_or_else(|| context.campaign.clone());
    Ok(Facing::Branch(Box::new(Context {
        store,
        repository: Ok(Rc::clone(context.repository.as_ref()?)),
        today: campaign.timezone.day(context.now),
        campaign,
        campaign_problems: problems,
        now: context.now,
        actor: context.actor.clone(),
        on_behalf: context.on_behalf.clone(),
        writing: context.writing,
        agreed: context.agreed.clone(),
        opposes: context.opposes.clone(),
        proposal: Some(Proposal { branch, tip, main, base, is_there: there.is_some(), lock, tree }),
        past: None,
    })))
}
