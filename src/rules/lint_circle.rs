//! Tasks that wait for each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::message::Message;
use crate::domain::name::TaskId;
use crate::domain::task::Task;

use super::lint::{About, Finding, Gravity};

/// Tasks that wait for each other in a circle can never be started.
pub(super) fn circles(tasks: &[Task], findings: &mut Vec<Finding>) {
    // A task that waits for none is in no circle.
    let waiting = tasks.iter().filter(|task| !task.after.is_empty());
    let next: Next<'_> = waiting.map(|task| (&task.id, task.after.as_slice())).collect();
    follow(next.keys().copied(), &next, findings);
}

/// The circle that `task` would close among `others`: whoever is looked for from is come back to.
pub(super) fn circle_through(task: &Task, others: &[Task]) -> Option<Finding> {
    let waiting = others.iter().filter(|other| other.id != task.id).chain([task]);
    let next: Next<'_> = waiting.map(|task| (&task.id, task.after.as_slice())).collect();
    let mut findings = Vec::new();
    follow([&task.id].into_iter(), &next, &mut findings);
    findings.into_iter().find(|finding| finding.about == About::Task(task.id.clone()))
}

/// Which tasks each one comes after.
type Next<'a> = BTreeMap<&'a TaskId, &'a [TaskId]>;

/// Finds the circles that can be reached from `starts`.
fn follow<'a>(starts: impl Iterator<Item = &'a TaskId>, next: &Next<'a>, findings: &mut Vec<Finding>) {
    let mut settled: BTreeSet<&TaskId> = BTreeSet::new();
    for start in starts {
        let mut path: Vec<&TaskId> = Vec::new();
        let mut on_path: BTreeSet<&TaskId> = BTreeSet::new();
        let mut stack: Vec<(&TaskId, bool)> = vec![(start, false)];
        while let Some((id, leaving)) = stack.pop() {
            if leaving {
                path.pop();
                on_path.remove(id);
                settled.insert(id);
                continue;
            }
            if settled.contains(id) {
                continue;
            }
            if on_path.contains(id) {
                let at = path.iter().position(|seen| *seen == id).unwrap_or_default();
                let circle: Vec<String> = path[at..].iter().chain([&id]).map(ToString::to_string).collect();
                let message = Message::new("lint-circle").with("circle", circle.join(" → "));
                let field = Some("after".to_owned());
                findings.push(Finding { about: About::Task(id.clone()), field, gravity: Gravity::Error, message });
                continue;
            }
            path.push(id);
            on_path.insert(id);
            stack.push((id, true));
            let others = next.get(id).copied().unwrap_or_default();
            stack.extend(others.iter().filter(|other| next.contains_key(other)).map(|other| (other, false)));
        }
    }
}
