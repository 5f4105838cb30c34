//! What is said of a write that is only asked for: what the shared branch has of it, and what comes next.

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::shell::command;
use crate::domain::task::Task;
use crate::rules::actor::Role;
use crate::store::TaskFile;
use crate::usecase::context::Context;

use super::mine::is_own;
use super::push_plan_of;
use super::stage::{Route, Stage};

/// The task in `file` as the shared branch has it, while one's own request waits.
fn shared_task(context: &Context, file: &TaskFile) -> Option<Task> {
    let proposal = context.proposal.as_ref().filter(|proposal| proposal.main != proposal.base)?;
    let repository = context.repository().ok()?;
    let path = repository.relative(&context.store.root().join(&file.path)).ok()?;
    let bytes = repository.tree_bytes(&proposal.main, &path).ok()??;
    context.store.task_from_bytes(file, bytes).decoded.value
}

/// Who was first, when the shared branch gave the task in `file` to somebody else while one's own request waits.
pub fn overtaken(context: &Context, file: &TaskFile) -> Option<Message> {
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
pub fn is_only_asked(context: &Context, file: &TaskFile, (who, until): (&Handle, Day)) -> bool {
    let is_open = context.proposal.as_ref().is_some_and(|proposal| proposal.main != proposal.base);
    let is_theirs =
        |task: Task| task.holder(context.today).is_some_and(|(holder, claim)| holder == who && claim.until() == until);
    is_open && !shared_task(context, file).is_some_and(is_theirs)
}

/// "Only proposed for now", and the way to send it, or to accept it oneself.
pub fn note(context: &Context) -> Option<Message> {
    let proposal = context.proposal.as_ref()?;
    let branch = proposal.branch.as_str();
    if context.upstream().is_none() {
        return Some(note_here(context, branch));
    }
    if context.actor.as_ref().is_some_and(|who| is_own(branch, who)) {
        return Some(Message::new("note-branch-unsent").with("role", role(context)));
    }
    // A branch that must not bear the person's name is none that `sync` knows as theirs.
    let plan = push_plan_of(context, branch, &proposal.commit()).ok()??;
    Some(Message::new("note-branch-push").with("role", role(context)).with("command", plan.command()))
}

/// The same of the branch that is checked out, or of one that has nowhere to go.
pub fn note_here(context: &Context, branch: &str) -> Message {
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
pub fn unanswered(context: &Context) -> Option<Message> {
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
pub fn role(context: &Context) -> &'static str {
    let is_organiser = |who: &Handle| Role::of(who, &context.campaign, None) == Role::Organiser;
    if context.actor.as_ref().is_some_and(is_organiser) { "organiser" } else { "other" }
}

/// The command by which whoever organises accepts `branch` without a forge; `None` for anybody else.
pub fn accepting(context: &Context, branch: &str) -> Option<String> {
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
