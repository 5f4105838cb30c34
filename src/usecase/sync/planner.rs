//! Draws the plan: each action that was recorded here and not sent is done again on the shared branch as it is now. Nothing is
//! committed: the plan is drawn on sketches, commits that nobody sees.

use std::collections::BTreeSet;

use crate::domain::message::Message;
use crate::domain::name::{Handle, TaskId};
use crate::rules::change::Change;
use crate::rules::verdict::{Objection, Rule, Verdict};
use crate::store::{Place, place_of};
use crate::vcs::{CommitInfo, RepoPath, Repository};

use super::super::action::{UNDOES, person_of, trailer, undone_by};
use super::super::context::Context;
use super::super::failure::{Failure, Kind, hint_command};
use super::super::review::merged::is_merged;
use super::super::review::{Carried, Reviewer, prefix_of};
use super::plan::{Errand, Fate, Loss, Plan, Step};
use super::salvage::Salvage;

/// More commits of others than come between two connections.
const LOOKED_AT: usize = 10_000;
/// What a person does with a task they hold.
const RECORDS: [&str; 6] = ["claim", "renew", "release", "log", "close", "undo"];

/// Draws the plan of `errand`.
///
/// # Errors
/// Other commits that cannot follow beyond doubt; sides that cannot be read.
pub fn plan(context: &Context, errand: Errand<'_>) -> Result<Plan, Failure> {
    let repository = context.repository()?;
    let Errand { head, base, commits, others, is_request, on_own } = errand;
    if repository.holds_commit(head, base)? && !takes_back(repository, base, &commits)? {
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
    let arrived = arrived(repository, head, base)?;
    let planner = Planner { context, repository, prefix: &prefix, head, base, is_request, on_own, arrived };
    let (steps, end) = planner.steps(&commits, &others)?;
    Ok(Plan { head: head.to_owned(), base: base.to_owned(), end, as_is: false, steps, elsewhere: Vec::new() })
}

/// The actions that the branch `base` has and the branch `head` has not, by the commits that first recorded them: what was
/// sent by a run that died before it heard so is among them, whatever became of it since.
fn arrived(repository: &Repository, head: &str, base: &str) -> Result<BTreeSet<String>, Failure> {
    let others = repository.line(head, base)?.commits;
    let first = |id: &String| Ok(repository.commit_info(id)?.first().to_owned());
    others.iter().take(LOOKED_AT).map(first).collect()
}

/// Whether one of `commits` takes back what the branch `base` has: nobody has judged that yet.
fn takes_back(repository: &Repository, base: &str, commits: &[CommitInfo]) -> Result<bool, Failure> {
    for commit in commits {
        if undone_by(repository, commit)?.is_some_and(|undone| repository.holds_commit(base, &undone.id).unwrap_or(true)) {
            return Ok(true);
        }
    }
    Ok(false)
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
    base: &'a str,
    is_request: bool,
    on_own: bool,
    /// The actions that the branch `base` has and the one here has not, by the commits that first recorded them.
    arrived: BTreeSet<String>,
}

impl Planner<'_> {
    fn steps(&self, commits: &[CommitInfo], others: &[CommitInfo]) -> Result<(Vec<Step>, String), Failure> {
        let mut tip = self.base.to_owned();
        let mut steps = Vec::new();
        let mut undone: BTreeSet<String> = BTreeSet::new();
        let mut lost: BTreeSet<(TaskId, Handle)> = BTreeSet::new();
        for commit in commits {
            let fate = if self.arrived.contains(commit.first()) {
                Fate::There
            } else if undone.contains(&commit.id) {
                Fate::Undone
            } else if others.contains(commit) {
                self.textual(commit, &tip)?
            } else if is_record(commit) && whose(commit).is_some_and(|whose| lost.contains(&whose)) {
                Fate::Follows
            } else {
                let names = [Some(commit.id.as_str()), Some(commit.first())];
                let undo =
                    commits.iter().find(|later| names.contains(&trailer(later, UNDOES)) && trailer(later, UNDOES).is_some());
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
        let is_undo = trailer(commit, UNDOES).is_some();
        for it in &carried {
            let conflict = || Objection::new(Rule::Conflict, Message::new("sync-conflict").with("path", it.path.as_str()));
            let objection = match &it.verdict {
                Verdict::NeedsOrganiser(_) if self.is_request => None,
                // Nobody but the person has seen what they take back.
                Verdict::Refused(_) if self.on_own && is_undo && it.edit.is_some() && !self.erases_more(commit, tip, it)? => None,
                verdict => verdict.objection(),
            };
            let objection = match objection {
                Some(objection) if objection.rule != Rule::Conflict => Some(objection.clone()),
                Some(_) => Some(conflict()),
                None if it.edit.is_none() => Some(conflict()),
                None => None,
            };
            if let Some(objection) = objection {
                if let Some(undone) = self.undone_and_there(commit)? {
                    return Ok(Fate::TooLate(Box::new(undone)));
                }
                return self.loss(commit, tip, it, objection, lost).map(|loss| Fate::Lost(Box::new(loss)));
            }
            edits.extend(it.edit.clone());
        }
        Ok(Fate::Sent(edits))
    }

    /// Whether a record would go that holds more by now than it held when it was taken back.
    fn erases_more(&self, undo: &CommitInfo, tip: &str, it: &Carried) -> Result<bool, Failure> {
        let erases = it.changes.iter().any(|change| matches!(change, Change::RecordErased { .. }));
        let (Some(parent), Some(path), true) = (&undo.parent, RepoPath::new(&it.path), erases) else { return Ok(false) };
        Ok(self.repository.entry(tip, &path)? != self.repository.entry(parent, &path)?)
    }

    /// What `undo` takes back, where the shared branch has that: it was accepted meanwhile.
    fn undone_and_there(&self, undo: &CommitInfo) -> Result<Option<CommitInfo>, Failure> {
        let Some(undone) = undone_by(self.repository, undo)?.filter(|_| !self.on_own) else { return Ok(None) };
        let is_there = self.arrived.contains(undone.first()) || is_merged(self.context, self.base, &undone.id)?;
        Ok(is_there.then_some(undone))
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
        let saved = salvage.record(file, &claimant, &by, commit)?;
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

fn is_record(commit: &CommitInfo) -> bool {
    trailer(commit, "Mpa-Operation").is_some_and(|operation| RECORDS.contains(&operation))
}

/// The task and the person that the record of an action is about.
fn whose(commit: &CommitInfo) -> Option<(TaskId, Handle)> {
    let task = TaskId::new(trailer(commit, "Mpa-Task")?)?;
    Some((task, person_of(commit, "Mpa-For").or_else(|| person_of(commit, "Mpa-By"))?))
}
