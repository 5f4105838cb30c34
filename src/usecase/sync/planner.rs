//! Draws the plan: each action that was recorded here and not sent is done again on the shared branch as it is now. Nothing is
//! committed: the plan is drawn on sketches, commits that nobody sees.

use std::collections::BTreeSet;

use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::{Handle, TaskId};
use crate::domain::operation::Operation;
use crate::domain::shell::command;
use crate::rules::change::Change;
use crate::rules::judge::{finished, held_by_somebody};
use crate::rules::verdict::{Objection, Rule, Verdict};
use crate::store::{OtherFile, TaskFile};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{UNDOES, operation_of, person_of, trailer, undone_by};
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::replay::merged::is_merged;
use crate::usecase::replay::snapshot::Snapshot;
use crate::usecase::replay::{Carried, Reviewer};
use crate::vcs::{CommitId, CommitInfo, RepoPath, Repository};

use super::first::decided_there;
use super::plan::{Errand, Fate, Loss, Plan, Step};
use super::recognise::{Arrived, takes_back};
use super::salvage::Salvage;

/// Draws the plan of `errand`.
///
/// # Errors
/// Other commits that cannot follow beyond doubt; sides that cannot be read.
pub fn plan(context: &Context, errand: Errand<'_>) -> Result<Plan, Failure> {
    let repository = context.repository()?;
    let Errand { head, base, commits, others, there, is_whole, is_request, on_own } = errand;
    if is_whole && repository.holds_commit(head, base)? && !takes_back(repository, base, &commits)? {
        let steps = commits.into_iter().map(|commit| Step { commit, fate: Fate::Sent(Vec::new()) }).collect();
        return Ok(Plan {
            head: head.clone(),
            base: base.clone(),
            end: head.clone(),
            as_is: true,
            steps,
            elsewhere: Vec::new(),
            left: Vec::new(),
        });
    }
    let prefix = prefix_of(context)?;
    let arrived = Arrived::of(repository, head, base)?;
    let planner = Planner { context, repository, prefix: &prefix, head, base, is_request, on_own, arrived };
    let (steps, end) = planner.steps(&commits, &others, &there)?;
    let (head, base) = (head.clone(), base.clone());
    Ok(Plan { head, base, end, as_is: false, steps, elsewhere: Vec::new(), left: Vec::new() })
}

struct Planner<'a> {
    context: &'a Context,
    repository: &'a Repository,
    prefix: &'a str,
    head: &'a CommitId,
    base: &'a CommitId,
    is_request: bool,
    on_own: bool,
    /// What `base` has and the branch here has not.
    arrived: Arrived,
}

impl Planner<'_> {
    fn steps(
        &self,
        commits: &[CommitInfo],
        others: &[CommitInfo],
        there: &BTreeSet<CommitId>,
    ) -> Result<(Vec<Step>, CommitId), Failure> {
        let mut tip = self.base.clone();
        let mut steps = Vec::new();
        let mut undone: BTreeSet<CommitId> = BTreeSet::new();
        let mut lost: BTreeSet<(TaskId, Handle)> = BTreeSet::new();
        for commit in commits {
            let fate = if self.arrived.actions.contains(commit.first()) || there.contains(&commit.id) {
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
        tip: &CommitId,
        (undone, lost): (&mut BTreeSet<CommitId>, &mut BTreeSet<(TaskId, Handle)>),
    ) -> Result<Fate, Failure> {
        let Some(who) = person_of(commit, "Mpa-By") else { return Ok(Fate::There) };
        if self.arrived.lost.contains(commit.id.as_str())
            && let Some(loss) = self.lost_before(commit, tip)?
        {
            lost.extend(whose(commit));
            return Ok(Fate::Lost(Box::new(loss)));
        }
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
        if !self.is_request {
            carried.iter().try_for_each(|it| self.check_readable_there(it, tip))?;
        }
        for it in &carried {
            let decided = if self.is_request { None } else { decided_there(self.repository, commit, tip, it)? };
            if let Some(objection) = decided {
                return self.loss(commit, tip, it, objection, lost).map(|loss| Fate::Lost(Box::new(loss)));
            }
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
                let objection = self.already_finished(commit, tip, it)?.unwrap_or(objection);
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
    fn erases_more(&self, undo: &CommitInfo, tip: &CommitId, it: &Carried) -> Result<bool, Failure> {
        let erases = it.changes.iter().any(|change| matches!(change, Change::RecordErased { .. }));
        let (Some(parent), Some(path), true) = (&undo.parent, RepoPath::new(&it.path), erases) else { return Ok(false) };
        Ok(self.repository.entry(tip, &path)? != self.repository.entry(parent, &path)?)
    }

    /// What `undo` takes back, where the shared branch has that: it was accepted meanwhile.
    fn undone_and_there(&self, undo: &CommitInfo) -> Result<Option<CommitInfo>, Failure> {
        if self.on_own {
            return Ok(None);
        }
        let Some(undone) = undone_by(self.repository, undo)? else { return Ok(None) };
        let is_there = self.arrived.actions.contains(undone.first()) || is_merged(self.context, self.base, &undone.id)?;
        Ok(is_there.then_some(undone))
    }

    /// What was lost in a run which died before it could say so; what it kept is there.
    fn lost_before(&self, commit: &CommitInfo, tip: &CommitId) -> Result<Option<Loss>, Failure> {
        let Some((id, who)) = whose(commit) else { return Ok(None) };
        let snapshot = Snapshot::new(self.repository, self.prefix, tip);
        let Some(task) = snapshot.task(&id)? else { return Ok(None) };
        let other = task.holders(self.context.today).find(|(holder, _)| **holder != who);
        let objection = finished(&task).or_else(|| other.map(|(holder, claim)| held_by_somebody(&task, holder, claim)));
        let file = self.context.store.task_file(&id)?;
        Ok(objection.map(|objection| Loss { objection, file, saved: None }))
    }

    /// "It is finished already, by …": whoever finishes a task second does not alter how it ended.
    fn already_finished(&self, commit: &CommitInfo, tip: &CommitId, it: &Carried) -> Result<Option<Objection>, Failure> {
        let Ok(FileKey::Task { id, .. }) = &it.key else { return Ok(None) };
        if operation_of(commit) != Some(Operation::Close) {
            return Ok(None);
        }
        let there = Snapshot::new(self.repository, self.prefix, tip).task(id)?;
        Ok(there.and_then(|task| finished(&task)))
    }

    /// Stops at what was done to a task of which the shared branch holds no file, or none that can be read. It may be mended,
    /// so nothing is given up for it.
    fn check_readable_there(&self, it: &Carried, tip: &CommitId) -> Result<(), Failure> {
        let Ok(FileKey::Task { id, .. }) = &it.key else { return Ok(()) };
        // It may be there under another name.
        if !it.is_lost_there || Snapshot::new(self.repository, self.prefix, tip).task(id)?.is_some() {
            return Ok(());
        }
        let main = self.context.campaign.workflow.main.as_str();
        let message = Message::new("sync-unreadable").with("path", it.path.as_str()).with("main", main);
        let (people, contact) = self.context.who_may(None);
        Err(Failure::new(Kind::Data, message).whom_to_ask(people, contact.as_deref()))
    }

    fn loss(
        &self,
        commit: &CommitInfo,
        tip: &CommitId,
        it: &Carried,
        objection: Objection,
        lost: &mut BTreeSet<(TaskId, Handle)>,
    ) -> Result<Loss, Failure> {
        let file = match (&it.key, it.path.strip_prefix(self.prefix)) {
            (Ok(FileKey::Task { id, project }), Some(path)) => {
                Some(TaskFile { id: id.clone(), project: project.clone(), path: path.to_owned() })
            }
            _ => None,
        };
        let claimant = it.changes.iter().find_map(|change| match change {
            Change::Claimed { by, .. } => Some(by.clone()),
            _ => None,
        });
        let salvage = Salvage {
            repository: self.repository,
            prefix: self.prefix,
            head: self.head,
            tip,
            today: self.context.today,
            now: self.context.now,
        };
        let by = person_of(commit, "Mpa-By").or_else(|| claimant.clone());
        let saved = match (&file, claimant, by) {
            (Some(file), Some(claimant), Some(by)) => {
                lost.insert((file.id.clone(), claimant.clone()));
                salvage.record(file, &claimant, &by, commit)?
            }
            (Some(file), None, Some(by)) => {
                let noted = it.changes.iter().find(|change| matches!(change, Change::TimeLogged { .. }));
                noted.map_or(Ok(None), |noted| salvage.time(file, noted, &by, commit))?
            }
            _ => None,
        };
        Ok(Loss { objection, file, saved })
    }

    /// Another commit of the person's, as they insist: by its effect in the data, by its text elsewhere, and only where both
    /// are beyond doubt.
    fn textual(&self, commit: &CommitInfo, tip: &CommitId) -> Result<Fate, Failure> {
        let carried = self.carry(commit, tip, self.context.actor()?)?;
        if carried.is_empty() {
            return Ok(Fate::There);
        }
        let mut edits = Vec::new();
        for it in carried {
            let objection = it.verdict.objection().filter(|_| it.key != Err(OtherFile::Outside));
            let (Some(edit), None) = (it.edit, &objection) else {
                let message = Message::new("sync-not-clean").with("subject", commit.subject.as_str()).with("path", it.path);
                let mut failure = Failure::new(Kind::Refused, message)
                    .hint(hint_command(&command("git rebase {}", &[&self.context.campaign.workflow.upstream()])));
                failure.details.extend(objection.map(|objection| objection.message.clone()));
                return Err(failure);
            };
            edits.push(edit);
        }
        Ok(Fate::Sent(edits))
    }

    fn carry(&self, commit: &CommitInfo, tip: &CommitId, who: &Handle) -> Result<Vec<Carried>, Failure> {
        let Some(parent) = &commit.parent else { return Ok(Vec::new()) };
        Reviewer::new(self.repository, self.prefix, tip, self.context.now)?.carry(parent, &commit.id, who)
    }
}

pub(super) fn is_record(commit: &CommitInfo) -> bool {
    operation_of(commit).is_some_and(Operation::is_record)
}

/// The task and the person that the record of an action is about.
pub(super) fn whose(commit: &CommitInfo) -> Option<(TaskId, Handle)> {
    let task = TaskId::new(trailer(commit, "Mpa-Task")?)?;
    Some((task, person_of(commit, "Mpa-For").or_else(|| person_of(commit, "Mpa-By"))?))
}
