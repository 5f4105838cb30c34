//! A request that was made in several commits, one of our operations after the other: seen from its two ends it may be what
//! no single operation does (claimed, given back, claimed again), though each step would have been merged unread.
//!
//! Each commit is then judged as a request of its own on top of the one before. The first of them stands on the shared branch
//! as it is, and what is routine makes nobody more than they were: so nothing that a request says speaks for itself. Neither does
//! what an organiser is to decide, where it is about tasks alone; and that is told, as it would be of the sum.

use std::cmp::Reverse;

use crate::domain::bounds::Room;
use crate::domain::file_key::FileKey;
use crate::rules::actor::Author;
use crate::rules::verdict::Rule;
use crate::usecase::failure::Failure;
use crate::vcs::{CommitId, Repository};

use super::file::ReplayedFile;
use super::snapshot::Snapshot;
use super::{Item, Outcome, Reviewer};

/// So many commits are looked at one by one.
const STEPS_MAX: usize = 12;

/// Whether `rule` may stand against the sum of steps of which it stands against none.
fn is_of_sums(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::LeftOver | Rule::RecordAltered | Rule::RecordErased | Rule::TaskDone | Rule::TaskDraft | Rule::Days | Rule::Layout
    )
}

/// The commits from the shared branch on, the oldest first, where each follows the one before; `None` where they part, or are
/// too many, or only one.
fn in_line(
    repository: &Repository,
    base: &CommitId,
    head: &CommitId,
    commits: &[CommitId],
) -> Result<Option<Vec<CommitId>>, Failure> {
    if !(2..=STEPS_MAX).contains(&commits.len()) {
        return Ok(None);
    }
    let mut line = repository.first_parents(head, base, STEPS_MAX + 1)?;
    let is_whole = line.len() == commits.len() && line.iter().all(|id| commits.contains(id));
    line.push(base.clone());
    line.reverse();
    Ok(is_whole.then_some(line))
}

impl Reviewer<'_> {
    /// The changes of the request step by step, where something stands against its sum that stands against no step: on the
    /// shared branch as it is, in no more files than a person may hold tasks. `None` where that would say less: all else that
    /// stands against the sum has to stand against a step too.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub(super) fn by_steps(
        &self,
        author: &Author,
        (origins, commits, head): (&[CommitId], &[CommitId], &CommitId),
        (items, files): (&[Item], &[ReplayedFile]),
        room: &Room<'_>,
    ) -> Result<Option<Vec<Item>>, Failure> {
        let (of_sum, others): (Vec<Rule>, Vec<Rule>) = rules(items).partition(|rule| is_of_sums(*rule));
        let is_short = files.len() <= usize::try_from(self.campaign.claims.limit).unwrap_or(usize::MAX);
        let base = self.base.commit();
        let is_up_to_date = matches!(origins, [origin] if origin == base);
        if of_sum.is_empty() || !is_short || !is_up_to_date {
            return Ok(None);
        }
        // Who is known by what, who organises and who leads does not change on the way.
        let is_about_tasks = files.iter().all(|file| matches!(file.touched.key, Ok(FileKey::Task { .. })));
        let most = if is_about_tasks { Outcome::NeedsOrganiser } else { Outcome::Routine };
        let Some(line) = in_line(self.repository, base, head, commits)? else { return Ok(None) };
        let mut told = Vec::new();
        for pair in line.windows(2) {
            let [before, after] = pair else { continue };
            let base = Snapshot::new(self.repository, self.prefix, before);
            let campaign = base.campaign()?;
            let step = Reviewer { base, campaign, room: Room::of_request().within(room), ..*self };
            let files = step.files(std::slice::from_ref(before), after, room)?;
            let items = step.items(author, &files, before, after)?;
            if items.iter().any(|item| Outcome::of(&item.verdict) > most) || rules(&items).any(is_of_sums) {
                return Ok(None);
            }
            told.extend(items.into_iter().map(|item| Item { at: None, ..item }));
        }
        told.sort_by_key(|item| Reverse(Outcome::of(&item.verdict)));
        Ok(others.iter().all(|other| rules(&told).any(|rule| rule == *other)).then_some(told))
    }
}

/// The rules that stand against these changes.
fn rules(items: &[Item]) -> impl Iterator<Item = Rule> {
    items.iter().filter_map(|item| item.verdict.objection()).map(|why| why.rule)
}
