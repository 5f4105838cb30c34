//! Hours worked, by month, person and project, from what the tasks hold.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::domain::name::{Handle, Slug};
use crate::domain::task::Task;

/// Whose hours, of which month (year and month) and for which project.
pub type Whose = ((i32, u32), Handle, Slug);

/// Minutes worked. Every minute that the records of a task hold is counted once, however the task ended; whoever was forgotten
/// is counted under the name that took the place of theirs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hours(BTreeMap<Whose, u64>);

impl Hours {
    /// Adds what was noted on `task`.
    pub fn add(&mut self, task: &Task) {
        for (who, claim) in &task.claims {
            for (day, time) in &claim.spent {
                let whose = ((day.year(), day.month()), who.clone(), task.project.clone());
                *self.0.entry(whose).or_default() += u64::from(time.get());
            }
        }
    }

    /// The minutes, by month, then person, then project.
    pub fn rows(&self) -> impl Iterator<Item = (&Whose, u64)> {
        self.0.iter().map(|(whose, minutes)| (whose, *minutes))
    }
}
