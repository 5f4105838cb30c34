//! What a run of `sync` has to tell: what went, what came, and, for each action that cannot be done any more, who was
//! first, what became of one's time, and what to take instead.
//!
//! What becomes of what was recorded here, whether it goes to the shared branch or asks for something on one of its own:
//!
//! | planned ([`Fate`]) | answered (`requests::send::Reply`) | told ([`Action`]) |
//! | --- | --- | --- |
//! | `Sent` | `Taken`, `Planned` in a trial | sent |
//! | `There` | `Unchanged` | there already |
//! | `Undone` | (nothing is sent) | taken back before anybody saw it |
//! | `Lost`, `Follows`, `TooLate` | (nothing is sent) | lost, and kept under a name of its own |
//! | `Sent` | `Late`, `Refused`, `Unread`, `Elsewhere`, `TakenAway` | not sent, and why |

use crate::domain::budget::Minutes;
use crate::domain::message::Message;
use crate::domain::operation::Operation;
use crate::rules::verdict::Rule;
use crate::store::TaskFile;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{action_of, operation_of};
use crate::usecase::failure::{Failure, Kind};
use crate::usecase::read::list::list;
use crate::usecase::read::query::Query;
use crate::usecase::request::facing::by_request;
use crate::usecase::write::undo::too_late;
use crate::vcs::CommitId;

use super::plan::{Fate, Loss, Plan, Step};
use super::rewritten;

/// How many tasks are offered instead of one that was lost.
const OFFERED: usize = 3;

/// What was sent and received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synced {
    /// Nothing was sent nor moved: it was only to be shown.
    pub planned: bool,
    /// What went and what came, in sentences.
    pub said: Vec<Message>,
    /// What was sent before and waits for somebody's answer, in sentences.
    pub waiting: Vec<Message>,
    /// The actions, the oldest first.
    pub actions: Vec<(CommitId, Action)>,
    /// What is lost, or did not go although it should have, and why.
    pub loss: Option<Failure>,
}

/// What became of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It is sent.
    Sent,
    /// It was there already.
    There,
    /// It was taken back before anybody saw it.
    Undone,
    /// It is lost.
    Lost,
}

impl Synced {
    /// What became of the action that the commit `id` recorded.
    pub fn action(&self, id: &CommitId) -> Option<Action> {
        self.actions.iter().find(|(known, _)| known == id).map(|(_, action)| *action)
    }
}

/// Tells what became of `plan`; what is lost is kept under the name `kept`.
pub(super) fn tell(context: &Context, plan: &Plan, received: usize, kept: &str, notes: Vec<Message>) -> Synced {
    let planned = context.writing.dry_run;
    let actions = actions(plan);
    let count = |action| actions.iter().filter(|(_, found)| *found == action).count();
    let (sent, there) = (count(Action::Sent), count(Action::There));
    let loss = loss(context, plan, kept);
    let mut said = vec![counted(if planned { "sync-would-send" } else { "sync-sent" }, sent), counted("sync-there", there)];
    // What comes back of one's own is nothing new.
    said.push(came(planned, received.saturating_sub(there)));
    let mut said: Vec<Message> = said.into_iter().flatten().collect();
    said.extend(rewritten::told(context, &plan.left, kept));
    if said.is_empty() && loss.is_none() {
        said.push(Message::new("sync-nothing"));
    }
    said.extend(notes);
    Synced { planned, said, waiting: Vec::new(), actions, loss }
}

/// How many commits of others came, if any.
pub fn came(planned: bool, received: usize) -> Option<Message> {
    counted(if planned { "sync-would-receive" } else { "sync-received" }, received)
}

fn counted(key: &'static str, count: usize) -> Option<Message> {
    (count > 0).then(|| Message::new(key).with("count", count))
}

/// What became of each action of `plan`.
pub fn actions(plan: &Plan) -> Vec<(CommitId, Action)> {
    plan.elsewhere.iter().chain(&plan.steps).map(|step| (step.commit.id.clone(), action(&step.fate))).collect()
}

fn losses(steps: &[Step]) -> Vec<(&Step, &Loss)> {
    steps.iter().filter_map(|step| Some((step, loss_of(&step.fate)?))).collect()
}

/// What `plan` loses, if anything: who was first, what is kept under the name `kept`, and what to take instead.
pub fn loss(context: &Context, plan: &Plan, kept: &str) -> Option<Failure> {
    let (own, mut lost) = (losses(&plan.steps), losses(&plan.elsewhere));
    lost.extend(&own);
    let follows = plan.steps.iter().any(|step| matches!(step.fate, Fate::Follows));
    // Whoever took the others along kept them too.
    let is_more_lost = own.iter().any(|(step, loss)| loss.saved.is_none() && (follows || !is_bare(step)));
    let late = plan.elsewhere.iter().chain(&plan.steps).filter_map(|step| match &step.fate {
        Fate::TooLate(undone) => Some(too_late(context, undone)),
        _ => None,
    });
    Failure::gathered(explained(context, &lost, kept, is_more_lost).into_iter().chain(late).collect())
}

fn action(fate: &Fate) -> Action {
    match fate {
        Fate::Sent(_) => Action::Sent,
        Fate::There => Action::There,
        Fate::Undone => Action::Undone,
        Fate::Follows | Fate::Lost(_) | Fate::TooLate(_) => Action::Lost,
    }
}

fn loss_of(fate: &Fate) -> Option<&Loss> {
    match fate {
        Fate::Lost(loss) => Some(loss),
        _ => None,
    }
}

/// Whether the action only took a task: with the task, nothing else is lost.
fn is_bare(step: &Step) -> bool {
    operation_of(&step.commit) == Some(Operation::Claim)
}

fn explained(context: &Context, lost: &[(&Step, &Loss)], kept: &str, is_more_lost: bool) -> Option<Failure> {
    let ((first_step, first), rest) = lost.split_first()?;
    let mut failure = Failure::new(Kind::SomebodyElse, why(first));
    let is_request = by_request(context);
    failure.details.push(fate_of(first_step, first, is_request));
    for (step, loss) in rest {
        failure.details.push(why(loss));
        failure.details.push(fate_of(step, loss, is_request));
    }
    if !context.writing.dry_run {
        if is_more_lost {
            let range = format!("{}..{kept}", context.campaign.workflow.main);
            failure.hints.push(Message::new("sync-kept").with("range", range));
        }
        if let Some(file) = lost.iter().find_map(|(_, loss)| loss.file.as_ref()) {
            failure.hints.extend(instead(context, file));
        }
    }
    Some(failure)
}

/// Why it is lost: of what somebody else took, that they were first.
fn why(loss: &Loss) -> Message {
    let message = &loss.objection.message;
    match loss.objection.rule {
        Rule::HeldBySomebody => message.under("sync-held-first"),
        _ => message.clone(),
    }
}

/// What becomes of the action itself.
fn fate_of(step: &Step, loss: &Loss, is_request: bool) -> Message {
    match &loss.saved {
        Some(saved) if saved.time > Minutes::ZERO => {
            Message::new(if is_request { "request-time-kept" } else { "sync-time-kept" }).with("time", saved.time)
        }
        Some(_) => Message::new(if is_request { "request-word-kept" } else { "sync-word-kept" }),
        None if is_bare(step) => Message::new("sync-not-yours"),
        None => {
            let (operation, title) = action_of(&step.commit);
            Message::new("sync-lost").with("operation", operation).with("title", title)
        }
    }
}

/// Tasks like the one that was lost: of its project, no longer than it, else whatever is free.
fn instead(context: &Context, file: &TaskFile) -> Vec<Message> {
    let time = context.task(file).ok().map(|task| task.budget.most());
    let near = Query { project: Some(file.project.clone()), time, ..Query::default() };
    let free = |query: &Query| {
        let found = list(context, query).ok()?.rows.into_iter().filter(|row| row.pending.is_empty());
        Some(found.take(OFFERED).collect::<Vec<_>>()).filter(|rows| !rows.is_empty())
    };
    let Some(rows) = free(&near).or_else(|| free(&Query::default())) else { return Vec::new() };
    let line = |row: &crate::usecase::read::list::Row| {
        Message::new("sync-instead-task").with("id", &row.id).with("task", row.title.as_str()).with("budget", row.budget)
    };
    std::iter::once(Message::new("sync-instead")).chain(rows.iter().map(line)).collect()
}
