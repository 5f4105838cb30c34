//! Writing by pull request: what is changed goes to a branch of its own, and whoever merges it decides.
//!
//! Such a write reads and judges what that branch holds, or the shared branch where it is new, and never the checkout:
//! the operations are given a context that looks there, and do not know the difference. A branch goes on until all it
//! brings is on the shared one; then the same name begins anew from there.

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use crate::domain::campaign::Mode;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::shell::command;
use crate::domain::task::Task;
use crate::rules::actor::Role;
use crate::store::TaskFile;
use crate::vcs::{OperationLock, PROPOSAL, Repository, VcsError};

use super::committed::Committed;
use super::context::Context;
use super::failure::{Failure, Kind, hint_command};
use super::own::is_own;
use super::propose::{Route, Stage, way_of};
use super::review::merged::is_merged;
use super::review::{prefix_of, shared_branch};

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
    Campaign(&'a str),
}

impl Subject<'_> {
    /// The branch on which `who` proposes changes to it.
    pub fn branch(self, who: &Handle) -> String {
        match self {
            Self::Task(id) => format!("mpa/{id}-{who}"),
            Self::Project(slug) => format!("mpa/project-{slug}-{who}"),
            Self::Theme(slug) => format!("mpa/theme-{slug}-{who}"),
            Self::Joining(slug) => format!("mpa/join-{slug}-{who}"),
            Self::Campaign(operation) => format!("mpa/{operation}-{who}"),
        }
    }
}

/// A branch that is being written to.
#[derive(Debug)]
pub struct Proposal {
    /// Its name.
    pub branch: String,
    /// The commit it names; `None` when it is new.
    pub tip: Option<String>,
    /// The commit of the shared branch, as last fetched.
    pub main: String,
    /// The commit that is read and built upon.
    pub base: String,
    /// Whether the server has something of it that nobody accepted.
    pub is_there: bool,
    /// Keeps other `mpa` out.
    pub lock: OperationLock,
    tree: Arc<Committed>,
}

impl Proposal {
    /// From now on, `commit` is what is read.
    pub fn follow(&self, commit: &str) {
        self.tree.follow(commit);
    }

    /// What is read now.
    pub fn commit(&self) -> String {
        self.tree.commit()
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
    context.campaign.workflow.mode == Mode::PullRequest && !context.writing.here
}

/// The same for a branch that is known by its name.
///
/// # Errors
/// As [`facing`].
pub fn facing_branch<'a>(context: &Context, branch: String) -> Result<Facing<'a>, Failure> {
    let here = context.repository()?;
    if let Err(VcsError::NeedsEngine { cause }) = here.commit_named("HEAD") {
        let message = Message::new("proposal-format").with("cause", cause);
        return Err(
            Failure::new(Kind::Git, message).hint(hint_command(&command("git switch -c {}", &[&here.free_branch(PROPOSAL)])))
        );
    }
    let lock = here.lock()?;
    let (_, main) = shared_branch(here, &context.campaign)?;
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
        proposal: Some(Proposal { branch, tip, main, base, is_there: there.is_some(), lock, tree }),
    })))
}

/// The task in `file` as the shared branch has it, while one's own request waits.
pub(super) fn shared_task(context: &Context, file: &TaskFile) -> Option<Task> {
    let proposal = context.proposal.as_ref().filter(|proposal| proposal.main != proposal.base)?;
    let repository = context.repository().ok()?;
    let path = repository.relative(&context.store.root().join(&file.path)).ok()?;
    let bytes = repository.tree_bytes(&proposal.main, &path).ok()??;
    context.store.task_from_bytes(file, bytes).decoded.value
}

/// Who was first, when the shared branch gave the task in `file` to somebody else while one's own request waits.
pub(super) fn overtaken(context: &Context, file: &TaskFile) -> Option<Message> {
    let task = shared_task(context, file)?;
    let is_other = |who: &Handle| context.person().is_ok_and(|me| me != who);
    let told = |key: &'static str, who: &Handle| Message::new(key).with("task", task.title.as_str()).with("person", who);
    if let Some(done) = task.done.as_ref().filter(|done| is_other(&done.by)) {
        return Some(told("note-overtaken-done", &done.by).with("day", done.at));
    }
    let (holder, claim) = task.holder(context.today).filter(|(holder, _)| is_other(holder))?;
    Some(told("note-overtaken", holder).with("until", claim.until()))
}

/// Whether it is only asked for that `who` holds the task in `file` until that day: the shared branch has it otherwise.
pub(super) fn is_only_asked(context: &Context, file: &TaskFile, (who, until): (&Handle, Day)) -> bool {
    let is_open = context.proposal.as_ref().is_some_and(|proposal| proposal.main != proposal.base);
    let is_theirs =
        |task: Task| task.holder(context.today).is_some_and(|(holder, claim)| holder == who && claim.until() == until);
    is_open && !shared_task(context, file).is_some_and(is_theirs)
}

/// "Only proposed for now", and the way to send it, or to accept it oneself.
pub(super) fn note(context: &Context) -> Option<Message> {
    let proposal = context.proposal.as_ref()?;
    let branch = proposal.branch.as_str();
    if context.upstream().is_none() {
        return Some(note_here(context, branch));
    }
    if context.actor.as_ref().is_some_and(|who| is_own(branch, who)) {
        return Some(Message::new("note-branch-unsent").with("role", role(context)));
    }
    // A branch that must not bear the person's name is none that `sync` knows as theirs.
    let way = way_of(context, branch, &proposal.commit()).ok()??;
    Some(Message::new("note-branch-push").with("role", role(context)).with("command", way.command()))
}

/// The same of the branch that is checked out, or of one that has nowhere to go.
pub(super) fn note_here(context: &Context, branch: &str) -> Message {
    let about = |key: &'static str| Message::new(key).with("role", role(context));
    match (context.upstream(), accepting(context, branch)) {
        (Some(upstream), _) => {
            let push = command("git push {} {}", &[upstream.remote, branch]);
            about("note-proposed").with("command", push)
        }
        (None, None) => Message::new("note-branch").with("branch", branch),
        (None, Some(command)) => Message::new("note-branch-accept").with("branch", branch).with("command", command),
    }
}

/// What is said where there was nothing to change, while one's request waits.
pub(super) fn unanswered(context: &Context) -> Option<Message> {
    let proposal = context.proposal.as_ref().filter(|proposal| proposal.main != proposal.base)?;
    let route = Route::of(context).ok()?;
    match Stage::of(context, route.as_ref(), &proposal.main, (&proposal.branch, &proposal.base)).ok()? {
        Stage::Unsent => note(context),
        Stage::Waits => Some(Message::new("note-unanswered")),
        Stage::TakenAway => Some(Message::new("note-taken-away")),
        Stage::TakenBack | Stage::Accepted => None,
    }
}

/// The word by which sentences tell those who accept requests from others.
pub(super) fn role(context: &Context) -> &'static str {
    let is_organiser = |who: &Handle| Role::of(who, &context.campaign, None) == Role::Organiser;
    if context.actor.as_ref().is_some_and(is_organiser) { "organiser" } else { "other" }
}

/// The command by which whoever organises accepts `branch` without a forge; `None` for anybody else.
pub(super) fn accepting(context: &Context, branch: &str) -> Option<String> {
    if role(context) != "organiser" {
        return None;
    }
    let main = context.campaign.workflow.main.as_str();
    let here = context.repository().ok()?.head_branch().ok().flatten();
    let home = context.upstream().map(|upstream| upstream.remote);
    let mut steps = Vec::new();
    steps.extend((here.as_deref() != Some(main)).then(|| command("git switch {}", &[main])));
    steps.extend(home.map(|home| command("git pull --ff-only {} {}", &[home, main])));
    steps.push(command("git merge --no-ff --no-edit {}", &[branch]));
    steps.extend(home.map(|home| command("git push {} {}", &[home, main])));
    Some(steps.join(" && "))
}
