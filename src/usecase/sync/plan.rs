//! What becomes of each action that was recorded here and not sent, when it is done again on the shared branch as it is
//! now. Nothing is committed: the plan is drawn on sketches, commits that nobody sees.

use std::collections::BTreeSet;

use crate::domain::message::Message;
use crate::domain::name::{Handle, TaskId};
use crate::rules::change::Change;
use crate::rules::verdict::{Objection, Rule, Verdict};
use crate::store::{Place, TaskFile, place_of};
use crate::vcs::{CommitInfo, Edit, Repository};

use super::super::context::Context;
use super::super::failure::{Failure, Kind, hint_command};
use super::super::review::{Carried, Reviewer, prefix_of};
use super::super::undo::trailer;
use super::salvage::{Salvage, Saved};

/// More commits of others than come between two connections.
const LOOKED_AT: usize = 10_000;
/// What a person does with a task they hold.
const RECORDS: [&str; 6] = ["claim", "renew", "release", "log", "close", "undo"];

/// What is to be done, in order.
pub struct Plan {
    /// The branch here.
    pub head: String,
    /// The shared branch.
    pub base: String,
    /// What the branch will hold.
    pub end: String,
    /// Nobody else did anything: the commits go as they are.
    pub as_is: bool,
    /// Each action, the oldest first.
    pub steps: Vec<Step>,
    /// Actions of an earlier plan that are on the branch here no more: another run took them along while this one waited.
    pub elsewhere: Vec<Step>,
}

/// One action, and what becomes of it.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its commit.
    pub commit: CommitInfo,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of an action.
#[derive(Debug, Clone)]
pub enum Fate {
    /// It is sent, with these edits unless its commit goes as it is.
    Sent(Vec<Edit>),
    /// The shared branch has it already.
    There,
    /// It was taken back before anybody saw it.
    Undone,
    /// It followed a claim that was lost.
    Follows,
    /// Somebody else was first, or it is no longer allowed.
    Lost(Box<Loss>),
}

/// An action that cannot be done any more.
#[derive(Debug, Clone)]
pub struct Loss {
    /// What stands against it.
    pub objection: Objection,
    /// The task it was done to.
    pub file: Option<TaskFile>,
    /// What of it is kept in the task all the same.
    pub saved: Option<Saved>,
}

/// What a plan is drawn for.
pub struct Errand<'a> {
    /// The branch here.
    pub head: &'a str,
    /// The branch that it is to go on from.
    pub base: &'a str,
    /// What the branch here has more, the oldest first.
    pub commits: Vec<CommitInfo>,
    /// Those of them that are no actions of `mpa` and go along all the same.
    pub others: Vec<CommitInfo>,
    /// An organiser will look at it: what waits for one is no loss.
    pub is_request: bool,
}

/// Draws the plan of `errand`.
///
/// # Errors
/// Other commits that cannot follow beyond doubt; sides that cannot be read.
pub fn plan(context: &Context, errand: Errand<'_>) -> Result<Plan, Failure> {
    let repository = context.repository()?;
    let Errand { head, base, commits, others, is_request } = errand;
    if repository.holds_commit(head, base)? {
        let steps = commits.into_iter().map(|commit| Step { commit, fate: Fate::Sent(Vec::new()) }).collect();
        return Ok(Plan {
            head: head.to_owned(),
            base: base.to_owned(),
            end: head.to_owned(),
            as_is: true,
            steps,
            elsewhere: Vec::new(),
        });
    }
    let prefix = prefix_of(context)?;
    let planner = Planner { context, repository, prefix: &prefix, head, is_request };
    let (steps, end) = planner.steps(&commits, base, &others)?;
    Ok(Plan { head: head.to_owned(), base: base.to_owned(), end, as_is: false, steps, elsewhere: Vec::new() })
}

/// Those of `commits` that are no action of `mpa`: by their message, their parents and the files they touch.
///
/// # Errors
/// When a commit cannot be read.
pub fn not_actions(context: &Context, commits: &[CommitInfo]) -> Result<Vec<CommitInfo>, Failure> {
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    let mut others = Vec::new();
    for commit in commits {
        if !is_action(repository, &prefix, commit)? {
            others.push(commit.clone());
        }
    }
    Ok(others)
}

fn is_action(repository: &Repository, prefix: &str, commit: &CommitInfo) -> Result<bool, Failure> {
    let is_signed = trailer(commit, "Mpa-Operation").is_some() && person_of(commit, "Mpa-By").is_some();
    if !is_signed || repository.parent_count(&commit.id)? != 1 {
        return Ok(false);
    }
    let found = repository.differences(commit.parent.as_deref(), &commit.id)?;
    Ok(found.iter().all(|it| {
        let place = it.path.strip_prefix(prefix).map_or(Place::Outside, place_of);
        !matches!(place, Place::Outside | Place::Stray | Place::Misnamed)
    }))
}

struct Planner<'a> {
    context: &'a Context,
    repository: &'a Repository,
    prefix: &'a str,
    head: &'a str,
    is_request: bool,
}

impl Planner<'_> {
    fn steps(&self, commits: &[CommitInfo], base: &str, others: &[CommitInfo]) -> Result<(Vec<Step>, String), Failure> {
        let mut tip = base.to_owned();
        let mut steps = Vec::new();
        let mut undone: BTreeSet<String> = BTreeSet::new();
        let mut lost: BTreeSet<(TaskId, Handle)> = BTreeSet::new();
        let arrived = self.arrived(base)?;
        for commit in commits {
            let fate = if arrived.contains(commit.first()) {
                Fate::There
            } else if undone.contains(&commit.id) {
                Fate::Undone
            } else if others.contains(commit) {
                self.textual(commit, &tip)?
            } else if is_record(commit) && whose(commit).is_some_and(|whose| lost.contains(&whose)) {
                Fate::Follows
            } else {
                let undo = commits.iter().find(|later| trailer(later, "Mpa-Undoes") == Some(commit.id.as_str()));
                self.ours(commit, undo, &tip, (&mut undone, &mut lost))?
            };
            if let Fate::Sent(edits) = &fate {
                tip = self.repository.sketch(&tip, edits)?;
            }
            if let Fate::Lost(loss) = &fate
                && let Some(saved) = &loss.saved
            {
                tip = self.repository.sketch(&tip, std::slice::from_ref(&saved.edit))?;
            }
            steps.push(Step { commit: commit.clone(), fate });
        }
        Ok((steps, tip))
    }

    /// The actions that the branch `base` has and the one here has not, by the commits that first recorded them: what was
    /// sent by a run that died before it heard so is among them, whatever became of it since.
    fn arrived(&self, base: &str) -> Result<BTreeSet<String>, Failure> {
        let others = self.repository.line(self.head, base)?.commits;
        let first = |id: &String| Ok(self.repository.commit_info(id)?.first().to_owned());
        others.iter().take(LOOKED_AT).map(first).collect()
    }

    /// An action of `mpa`, done again.
    fn ours(
        &self,
        commit: &CommitInfo,
        undo: Option<&CommitInfo>,
        tip: &str,
        (undone, lost): (&mut BTreeSet<String>, &mut BTreeSet<(TaskId, Handle)>),
    ) -> Result<Fate, Failure> {
        let Some(who) = person_of(commit, "Mpa-By") else { return Ok(Fate::There) };
        let carried = self.carry(commit, tip, &who)?;
        if carried.is_empty() {
            return Ok(Fate::There);
        }
        if let Some(undo) = undo {
            undone.insert(undo.id.clone());
            return Ok(Fate::Undone);
        }
        let mut edits = Vec::new();
        for it in &carried {
            let conflict = || Objection::new(Rule::Conflict, Message::new("sync-conflict").with("path", it.path.as_str()));
            let objection = match &it.verdict {
                Verdict::NeedsOrganiser(_) if self.is_request => None,
                verdict => verdict.objection(),
            };
            let objection = match objection {
                Some(objection) if objection.rule != Rule::Conflict => Some(objection.clone()),
                Some(_) => Some(conflict()),
                None if it.edit.is_none() => Some(conflict()),
                None => None,
            };
            if let Some(objection) = objection {
                return self.loss(commit, tip, it, objection, lost).map(|loss| Fate::Lost(Box::new(loss)));
            }
            edits.extend(it.edit.clone());
        }
        Ok(Fate::Sent(edits))
    }

    fn loss(
        &self,
        commit: &CommitInfo,
        tip: &str,
        it: &Carried,
        objection: Objection,
        lost: &mut BTreeSet<(TaskId, Handle)>,
    ) -> Result<Loss, Failure> {
        let file = match &it.place {
            Place::Task(file) => Some(file.clone()),
            _ => None,
        };
        let claimant = it.changes.iter().find_map(|change| match change {
            Change::Claimed { by, .. } => Some(by.clone()),
            _ => None,
        });
        let (Some(file), Some(claimant)) = (&file, claimant) else { return Ok(Loss { objection, file, saved: None }) };
        lost.insert((file.id.clone(), claimant.clone()));
        let salvage = Salvage {
            repository: self.repository,
            prefix: self.prefix,
            head: self.head,
            tip,
            today: self.context.today,
            now: self.context.now,
        };
        let by = person_of(commit, "Mpa-By").unwrap_or_else(|| claimant.clone());
        let saved = salvage.record(file, &claimant, &by)?;
        Ok(Loss { objection, file: Some(file.clone()), saved })
    }

    /// Another commit of the person's, as they insist: by its effect in the data, by its text elsewhere, and only where both
    /// are beyond doubt.
    fn textual(&self, commit: &CommitInfo, tip: &str) -> Result<Fate, Failure> {
        let carried = self.carry(commit, tip, self.context.actor()?)?;
        if carried.is_empty() {
            return Ok(Fate::There);
        }
        let mut edits = Vec::new();
        for it in carried {
            let objection = it.verdict.objection().filter(|_| it.place != Place::Outside);
            let (Some(edit), None) = (it.edit, &objection) else {
                let message = Message::new("sync-not-clean").with("subject", commit.subject.as_str()).with("path", it.path);
                let mut failure = Failure::new(Kind::Refused, message).hint(hint_command("git rebase"));
                failure.details.extend(objection.map(|objection| objection.message.clone()));
                return Err(failure);
            };
            edits.push(edit);
        }
        Ok(Fate::Sent(edits))
    }

    fn carry(&self, commit: &CommitInfo, tip: &str, who: &Handle) -> Result<Vec<Carried>, Failure> {
        let Some(parent) = &commit.parent else { return Ok(Vec::new()) };
        Reviewer::new(self.repository, self.prefix, tip, self.context.now)?.carry(parent, &commit.id, who)
    }
}

fn person_of(commit: &CommitInfo, key: &str) -> Option<Handle> {
    Handle::new(trailer(commit, key)?)
}

fn is_record(commit: &CommitInfo) -> bool {
    trailer(commit, "Mpa-Operation").is_some_and(|operation| RECORDS.contains(&operation))
}

/// The task and the person that the record of an action is about.
fn whose(commit: &CommitInfo) -> Option<(TaskId, Handle)> {
    let task = TaskId::new(trailer(commit, "Mpa-Task")?)?;
    Some((task, person_of(commit, "Mpa-For").or_else(|| person_of(commit, "Mpa-By"))?))
}
