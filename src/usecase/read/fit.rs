//! Which open tasks suit a person best, and why: a sum of a few points that anybody can do again in their head.

use std::cmp::Ordering;
use std::collections::HashMap;

use strum::IntoStaticStr;

use crate::domain::day::{Day, later};
use crate::domain::name::{Slug, TaskId};
use crate::domain::text::folded;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;

use super::list::Row;

/// The configuration of a clone that says what its owner knows how to do, with commas between: it is never sent.
pub const SKILLS: &str = "mpa.skills";

/// A task that is due in so many days or fewer presses.
const SOON: u32 = 7;

/// What is known of a person who looks for a task.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// What they know how to do: from their own file, and from `mpa.skills` of this clone.
    pub skills: Vec<String>,
    /// The projects they joined.
    pub joined: Vec<Slug>,
}

/// Why a task suits somebody.
#[derive(Debug, Clone, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Reason {
    /// It asks for something they know how to do.
    Skill(String),
    /// They joined its project.
    Joined,
    /// The first deliverable of its project needs it.
    FirstDeliverable,
    /// So many other tasks wait for it.
    Unblocks(usize),
    /// It is due soon.
    Due(Day),
    /// Nobody ever took it.
    NeverTaken,
}

impl Reason {
    /// Its word for programs.
    pub fn as_str(&self) -> &'static str {
        self.into()
    }

    /// What it counts for.
    pub fn points(&self) -> u32 {
        match self {
            Self::Skill(_) => 4,
            Self::Joined => 3,
            Self::FirstDeliverable | Self::Unblocks(_) | Self::Due(_) => 2,
            Self::NeverTaken => 1,
        }
    }
}

impl Wishes {
    /// What is known of whoever types.
    ///
    /// # Errors
    /// Their file cannot be looked for.
    pub fn of(context: &Context) -> Result<Self, Failure> {
        let own = match &context.actor {
            Some(who) => context.store.person(who)?.and_then(|loaded| loaded.decoded.value),
            None => None,
        };
        let kept = context.repository().ok().and_then(|repository| repository.config(SKILLS)).unwrap_or_default();
        let kept = kept.split(',').map(str::trim).filter(|skill| !skill.is_empty()).map(str::to_owned);
        let (skills, joined) = own.map(|person| (person.skills, person.joined)).unwrap_or_default();
        Ok(Self { skills: skills.into_iter().chain(kept).collect(), joined: joined.into_keys().collect() })
    }

    /// Why `row` suits them, for which `waiting` tasks wait; what counts most comes first.
    fn reasons(&self, row: &Row, waiting: usize, today: Day) -> Vec<Reason> {
        let knows = |skill: &&String| self.skills.iter().any(|known| folded(known) == folded(skill));
        let skill = row.skills.iter().find(knows).cloned().map(Reason::Skill);
        let due = (row.due <= later(today, SOON)).then_some(Reason::Due(row.due));
        let joined = self.joined.contains(&row.project).then_some(Reason::Joined);
        let first = row.serves_first.then_some(Reason::FirstDeliverable);
        let unblocks = (waiting > 0).then_some(Reason::Unblocks(waiting));
        let fresh = row.never_taken.then_some(Reason::NeverTaken);
        [skill, joined, due, unblocks, first, fresh].into_iter().flatten().collect()
    }
}

/// Says of each of `rows` why it suits whoever has `wishes`.
pub(super) fn explain(rows: &mut [Row], wishes: &Wishes, today: Day) {
    let mut waiting: HashMap<TaskId, usize> = HashMap::new();
    for id in rows.iter().flat_map(|row| &row.waits_for) {
        *waiting.entry(id.clone()).or_default() += 1;
    }
    for row in rows.iter_mut() {
        row.why = Some(wishes.reasons(row, waiting.get(&row.id).copied().unwrap_or(0), today));
    }
}

/// What suits best comes first; equal tasks are equal.
pub(super) fn best_first(a: &Row, b: &Row) -> Ordering {
    points(b.reasons()).cmp(&points(a.reasons()))
}

/// How well a task suits somebody for these reasons.
pub fn points(reasons: &[Reason]) -> u32 {
    reasons.iter().map(Reason::points).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_knows_counts_most_and_no_reason_alone_outweighs_two() {
        let skill = Reason::Skill("web".to_owned()).points();
        let others = [Reason::Joined, Reason::FirstDeliverable, Reason::Unblocks(9), Reason::NeverTaken].map(|it| it.points());
        assert!(others.iter().all(|points| *points < skill), "{others:?}");
        assert!(skill < Reason::Joined.points() + Reason::FirstDeliverable.points());
    }
}
