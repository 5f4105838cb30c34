//! Tasks that wait for each other.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet, VecDeque};

use crate::domain::bounds::{Excess, Of, Room};
use crate::domain::message::Message;
use crate::domain::name::TaskId;
use crate::domain::task::Task;
use crate::rules::knots::knots;

use super::{Finding, Gravity};

/// How many tasks of a circle are named.
const NAMED: usize = 20;

/// Which tasks each one comes after.
pub(super) struct Waiting<'a> {
    places: HashMap<&'a TaskId, usize>,
    ids: Vec<&'a TaskId>,
    next: Vec<Vec<usize>>,
    /// Which of them wait for each other: see [`knots`].
    knots: Vec<usize>,
}

impl<'a> Waiting<'a> {
    /// What `tasks` wait for.
    pub(super) fn of(tasks: &'a [Task]) -> Self {
        let mut found = Self { places: HashMap::new(), ids: Vec::new(), next: Vec::new(), knots: Vec::new() };
        // A task that waits for none is in no circle.
        for task in tasks.iter().filter(|task| !task.after.is_empty()) {
            let at = found.place(&task.id);
            found.next[at] = task.after.iter().map(|other| found.place(other)).collect();
        }
        found.knots = knots(&found.next);
        found
    }

    fn place(&mut self, id: &'a TaskId) -> usize {
        let new = self.ids.len();
        let at = *self.places.entry(id).or_insert(new);
        if at == new {
            self.ids.push(id);
            self.next.push(Vec::new());
        }
        at
    }

    /// The tasks between `task` and itself in the shortest circle that it closes, whatever else is known of it here.
    ///
    /// # Errors
    /// When there is no room to follow all that it waits for.
    fn circle(&self, task: &Task, room: &Room<'_>) -> Result<Option<Vec<&'a TaskId>>, Excess> {
        room.take(Of::Steps, task.after.len())?;
        if task.after.contains(&task.id) {
            return Ok(Some(Vec::new()));
        }
        let Some(&goal) = self.places.get(&task.id) else { return Ok(None) };
        let leads_there = |at: &usize| self.knots[*at] >= self.knots[goal];
        let mut walk = Walk::default();
        task.after.iter().filter_map(|id| self.places.get(id)).filter(|at| leads_there(at)).for_each(|at| walk.go(*at, None));
        while let Some(at) = walk.ahead.pop_front() {
            room.take(Of::Steps, self.next[at].len())?;
            if self.next[at].contains(&goal) {
                return Ok(Some(walk.to(at).into_iter().map(|at| self.ids[at]).collect()));
            }
            self.next[at].iter().filter(|to| leads_there(to)).for_each(|to| walk.go(*to, Some(at)));
        }
        Ok(None)
    }

    /// What is said of `task` where it closes a circle.
    ///
    /// # Errors
    /// When there is no room to follow all that it waits for.
    pub(super) fn circle_through(&self, task: &Task, room: &Room<'_>) -> Result<Option<Finding>, Excess> {
        Ok(self.circle(task, room)?.map(|between| finding(task, &between)))
    }
}

/// From where each place was come to, and where to go on.
#[derive(Default)]
struct Walk {
    from: HashMap<usize, Option<usize>>,
    ahead: VecDeque<usize>,
}

impl Walk {
    fn go(&mut self, to: usize, from: Option<usize>) {
        if let Entry::Vacant(new) = self.from.entry(to) {
            new.insert(from);
            self.ahead.push_back(to);
        }
    }

    /// The places from the first one to `last`.
    fn to(&self, last: usize) -> Vec<usize> {
        let mut found: Vec<usize> = std::iter::successors(Some(last), |at| self.from.get(at).copied().flatten()).collect();
        found.reverse();
        found
    }
}

/// Tasks that wait for each other in a circle can never be started: each of them is named in one circle at least.
pub(super) fn circles(tasks: &[Task], findings: &mut Vec<Finding>) {
    let (waiting, room) = (Waiting::of(tasks), Room::of_own());
    let mut tasks: Vec<&Task> = tasks.iter().collect();
    tasks.sort_by(|a, b| a.id.cmp(&b.id));
    let mut told: HashSet<&TaskId> = HashSet::new();
    for task in tasks {
        if let (false, Ok(Some(between))) = (told.contains(&task.id), waiting.circle(task, &room)) {
            findings.push(finding(task, &between));
            told.extend(between);
        }
    }
}

/// The circle from `first` through those `between` and back, told in the file of `first`; of a large one, the beginning.
fn finding(first: &Task, between: &[&TaskId]) -> Finding {
    let more = (between.len() > NAMED).then(|| "…".to_owned());
    let between = between.iter().take(NAMED).map(ToString::to_string);
    let names: Vec<String> =
        [first.id.to_string()].into_iter().chain(between).chain(more).chain([first.id.to_string()]).collect();
    let message = Message::new("lint-circle").with("circle", names.join(" → "));
    Finding { about: first.key(), field: Some("after".to_owned()), gravity: Gravity::Error, message }
}
