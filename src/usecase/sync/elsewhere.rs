//! Actions that were to be sent when an earlier attempt lost its race, and that are no longer on the branch here: while this
//! run waited, another one in the same clone sent them, or found them lost.
//!
//! Whoever asked for this run still has to hear what became of them. The shared branch tells: the branch here follows only
//! what the server has, so each of them is there, or something there stands against it.

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::usecase::context::Context;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::vcs::CommitInfo;

use super::plan::{Errand, Fate, Plan, Step};
use super::planner::plan as draw;
use super::recognise::not_actions;

/// What became of those of `known` that `plan` has no step for.
///
/// # Errors
/// One of them is not on the shared branch and nothing stands against it: somebody took it away; sides that cannot be read.
pub fn elsewhere(context: &Context, plan: &Plan, known: &[CommitInfo]) -> Result<Vec<Step>, Failure> {
    let repository = context.repository()?;
    let gone = known.iter().filter(|commit| plan.steps.iter().all(|step| step.commit != **commit));
    let (mut steps, mut rebuilt) = (Vec::new(), Vec::new());
    for commit in gone {
        if repository.holds_commit(&plan.base, &commit.id)? {
            steps.push(Step { commit: commit.clone(), fate: Fate::There });
        } else {
            rebuilt.push(commit.clone());
        }
    }
    let others = not_actions(context, &rebuilt)?;
    rebuilt.retain(|commit| !others.contains(commit));
    if let Some(head) = rebuilt.last().map(|commit| commit.id.clone()) {
        let errand = Errand::of(&head, &plan.base, rebuilt);
        steps.extend(draw(context, errand)?.steps);
    }
    if steps.iter().any(|step| matches!(step.fate, Fate::Sent(_))) {
        let main = context.campaign.workflow.main.as_str();
        let message = Message::new("sync-moved").with("main", main);
        return Err(Failure::new(Kind::NotSent, message).hint(hint_command(&command("git reflog {}", &[main]))));
    }
    Ok(steps)
}
