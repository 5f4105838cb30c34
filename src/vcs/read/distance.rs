//! Whether two branches are near enough for where they parted to be looked for.
//!
//! A request may hold a million commits, and libgit2 visits them all before it answers. So the same walk is made here first,
//! and given up where it gets too long. In a clone whose history is cut off, it also finds whether the cut matters: where the
//! branches parted before it, nobody can see what changed since, and a merge could undo it.

use std::collections::{BinaryHeap, HashMap, HashSet};
use std::fs;

use git2::Oid;

use crate::domain::bounds::{Of, Room};
use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::repository::Repository;

/// Reached from the one side, from the other, and from both.
const BASE: u8 = 1;
const HEAD: u8 = 2;
const BOTH: u8 = BASE | HEAD;

/// A commit on the way: from which sides it was reached, and whether it waits to be passed.
#[derive(Default)]
struct Met {
    sides: u8,
    waits: bool,
}

/// The walk back from two commits at once, the youngest first.
#[derive(Default)]
struct Walk {
    met: HashMap<Oid, Met>,
    waiting: BinaryHeap<(i64, Oid)>,
    /// How many of those that wait were reached from one side only: without any, the partings are found.
    open: usize,
}

impl Repository {
    /// Makes sure that it can be found out what the commit `head` has that `base` has not.
    ///
    /// # Errors
    /// `TooMuch` where there is no room for the way; `Shallow` where the history here ends before; `NeedsEngine`, `Read`.
    pub fn check_line(&self, base: &CommitId, head: &CommitId, room: &Room<'_>) -> Result<(), VcsError> {
        let mut walk = Walk::default();
        for (id, side) in [(base, BASE), (head, HEAD)] {
            let oid = id.oid().map_err(|error| VcsError::read(id.as_str(), &error))?;
            walk.meet(oid, side, || self.time_of(id))?;
        }
        let ends = self.ends_of_history();
        while walk.open > 0 {
            let Some((at, sides)) = walk.pass() else { break };
            room.take(Of::Passed, 1)?;
            if sides == HEAD {
                room.take(Of::Commits, 1)?;
            }
            if sides != BOTH && ends.contains(&at) {
                return Err(VcsError::Shallow);
            }
            for parent in self.commit_object(&at.into())?.parent_ids() {
                walk.meet(parent, sides, || self.time_of(&parent.into()))?;
            }
        }
        Ok(())
    }

    fn time_of(&self, id: &CommitId) -> Result<i64, VcsError> {
        Ok(self.commit_object(id)?.time().seconds())
    }

    /// The commits whose parents are not here, though they have some.
    fn ends_of_history(&self) -> HashSet<Oid> {
        let list = fs::read_to_string(self.common_dir().join("shallow")).unwrap_or_default();
        list.lines().filter_map(|line| Oid::from_str(line.trim()).ok()).collect()
    }
}

impl Walk {
    fn meet(&mut self, id: Oid, side: u8, time: impl FnOnce() -> Result<i64, VcsError>) -> Result<(), VcsError> {
        let met = self.met.entry(id).or_default();
        let before = met.sides;
        met.sides |= side;
        if met.sides == before {
            return Ok(());
        }
        let was_open = met.waits && before != BOTH;
        if !met.waits {
            met.waits = true;
            self.waiting.push((time()?, id));
        }
        match (was_open, met.sides != BOTH) {
            (false, true) => self.open += 1,
            (true, false) => self.open -= 1,
            _ => {}
        }
        Ok(())
    }

    /// The next commit, and from where it was reached.
    fn pass(&mut self) -> Option<(Oid, u8)> {
        let (_, id) = self.waiting.pop()?;
        let met = self.met.get_mut(&id)?;
        met.waits = false;
        if met.sides != BOTH {
            self.open -= 1;
        }
        Some((id, met.sides))
    }
}
