//! Finding what happened between two versions of a task, a project, a theme, a person or the campaign.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::budget::Minutes;
use crate::domain::campaign::Campaign;
use crate::domain::claim::Claim;
use crate::domain::day::Day;
use crate::domain::field::Field;
use crate::domain::name::Handle;
use crate::domain::person::Person;
use crate::domain::project::{Delivery, Project, Theme};
use crate::domain::said::differing;
use crate::domain::task::Task;

use super::Change;
use super::diff_end::ends;

/// What happened to a task.
pub fn task(before: Option<&Task>, after: Option<&Task>) -> Vec<Change> {
    match (before, after) {
        (None, None) => Vec::new(),
        (Some(_), None) => vec![Change::TaskDeleted],
        (None, Some(after)) => {
            let fresh = Task { claims: Vec::new(), done: None, cancelled: None, ..after.clone() };
            let mut found = vec![Change::TaskAdded];
            found.extend(task(Some(&fresh), Some(after)));
            found
        }
        (Some(before), Some(after)) if before.id != after.id || before.project != after.project => {
            vec![Change::TaskDeleted, Change::TaskAdded]
        }
        (Some(before), Some(after)) => {
            let mut found = fields(before, after);
            found.extend(unknown_keys(&before.extra, &after.extra));
            found.extend(records(before, after));
            found.extend(ends(before, after));
            found
        }
    }
}

fn fields(before: &Task, after: &Task) -> Vec<Change> {
    let change = |field| match field {
        Field::Draft if after.draft => Change::Unpublished,
        Field::Draft => Change::Published,
        Field::Budget => Change::BudgetChanged { from: before.budget, to: after.budget },
        field => Change::FieldChanged { field },
    };
    let mut found: Vec<Change> = differing(before, after).map(change).collect();
    named_first(&mut found);
    found
}

/// Puts what has a name of its own before the fields that have none.
fn named_first(found: &mut [Change]) {
    found.sort_by_key(|change| matches!(change, Change::FieldChanged { .. }));
}

fn unknown_keys(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<Change> {
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    keys.into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
        .map(|key| Change::UnknownKeyChanged { key: key.clone() })
        .collect()
}

/// What happened to the records of claims, folded: released, claimed, renewed, logged.
fn records(before: &Task, after: &Task) -> Vec<Change> {
    let mut found: Vec<(u8, Change)> = Vec::new();
    for (by, old) in &before.claims {
        if after.claim_of(by).is_none() {
            found.push((0, Change::RecordErased { by: by.clone() }));
        } else if let Some(new) = after.claim_of(by) {
            found.extend(record(by, old, new));
        }
    }
    for (by, claim) in &after.claims {
        if before.claim_of(by).is_none() {
            found.extend(new_record(by, claim, None));
            found.extend(times(by, &BTreeMap::new(), claim));
        }
    }
    found.extend(moved(before, after).map(|by| (0, Change::RecordAltered { by })));
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, change)| change).collect()
}

/// Whose record changed its place and nothing else: of claims that end on one day, the last in the file counts.
fn moved(before: &Task, after: &Task) -> Option<Handle> {
    let kept = |(by, claim): &&(Handle, Claim)| before.claim_of(by) == Some(claim) && after.claim_of(by) == Some(claim);
    let mut places = before.claims.iter().filter(kept).zip(after.claims.iter().filter(kept));
    places.find(|(old, new)| old.0 != new.0).map(|(_, new)| new.0.clone())
}

/// A record that begins, in place of `previous`. What a claim already hands over was written by somebody too.
fn new_record(by: &Handle, claim: &Claim, previous: Option<&Claim>) -> Vec<(u8, Change)> {
    if claim.released.is_some() {
        return vec![(1, Change::RecordAdded { by: by.clone(), claim: claim.clone(), previous: previous.cloned() })];
    }
    let mut found = vec![(2, Change::Claimed { by: by.clone(), claim: claim.clone(), previous: previous.cloned() })];
    if previous.and_then(|previous| previous.handover.as_ref()) != claim.handover.as_ref() {
        found.push((3, Change::HandoverWritten { by: by.clone(), text: claim.handover.clone() }));
    }
    found
}

fn record(by: &Handle, old: &Claim, new: &Claim) -> Vec<(u8, Change)> {
    if old == new {
        return Vec::new();
    }
    // Each is looked at below.
    let Claim { span: _, recorded_by: _, renewed: _, spent: _, released: _, handover: _ } = new;
    let mut found = times(by, &old.spent, new);
    let was_over = old.released.is_some() || old.until() < new.since();
    if was_over && (old.since() != new.since() || new.released.is_none()) {
        found.extend(new_record(by, new, Some(old)));
        return found;
    }
    if old.since() != new.since() {
        found.push((0, Change::RecordAltered { by: by.clone() }));
    }
    match (old.released, new.released) {
        (None, Some(_)) => found.push((1, Change::Released { by: by.clone(), claim: new.clone() })),
        (old_day, new_day) if old_day != new_day => found.push((0, Change::RecordAltered { by: by.clone() })),
        _ if old.handover != new.handover => {
            found.push((3, Change::HandoverWritten { by: by.clone(), text: new.handover.clone() }))
        }
        _ => {}
    }
    if old.until() != new.until() || old.renewed != new.renewed {
        let renewed = new.renewed == old.renewed + 1 && new.until() >= old.until();
        found.push(if renewed {
            (3, Change::Renewed { by: by.clone(), claim: new.clone(), previous: old.clone() })
        } else {
            (0, Change::RecordAltered { by: by.clone() })
        });
    }
    let recorder_replaced = old.recorded_by.is_some() && old.recorded_by != new.recorded_by;
    if recorder_replaced || found.is_empty() {
        found.push((0, Change::RecordAltered { by: by.clone() }));
    }
    found
}

fn times(by: &Handle, old: &BTreeMap<Day, Minutes>, new: &Claim) -> Vec<(u8, Change)> {
    let days: BTreeSet<_> = old.keys().chain(new.spent.keys()).collect();
    let on = |map: &BTreeMap<_, Minutes>, day| map.get(day).copied().unwrap_or(Minutes::ZERO);
    days.into_iter()
        .map(|day| (*day, on(old, day), on(&new.spent, day)))
        .filter(|(_, from, to)| from != to)
        .map(|(on, from, to)| (4, Change::TimeLogged { by: by.clone(), on, from, to }))
        .collect()
}

/// What happened to a project.
pub(super) fn project(before: Option<&Project>, after: Option<&Project>) -> Vec<Change> {
    let (before, after) = match (before, after) {
        (None, None) => return Vec::new(),
        (Some(_), None) => return vec![Change::ProjectDeleted],
        (None, Some(_)) => return vec![Change::ProjectAdded],
        (Some(before), Some(after)) => (before, after),
    };
    let mut undelivered = after.clone();
    let mut delivered = Vec::new();
    for deliverable in &mut undelivered.deliverables {
        let was_delivered = before.deliverable(&deliverable.slug).is_some_and(|old| old.delivered.is_some());
        if let (false, Some(delivery)) = (was_delivered, deliverable.delivered.take_if(|_| !was_delivered)) {
            let Delivery { by: _, at: on, evidence } = delivery; // by whom, the author of the change says
            delivered.push(Change::Delivered { deliverable: deliverable.slug.clone(), on, evidence });
        }
    }
    let change = |field| match (field, &after.poll) {
        (Field::Leads, _) => Change::LeadsChanged,
        (Field::Poll, Some(poll)) => Change::Polled { poll: poll.clone() },
        (field, _) => Change::FieldChanged { field },
    };
    let mut found: Vec<Change> = differing(before, &undelivered).map(change).chain(delivered).collect();
    named_first(&mut found);
    found.extend(unknown_keys(&before.extra, &after.extra));
    found
}

/// What happened to a theme.
pub(super) fn theme(before: Option<&Theme>, after: Option<&Theme>) -> Vec<Change> {
    match (before, after) {
        (None, None) => Vec::new(),
        (Some(_), None) => vec![Change::ThemeDeleted],
        (None, Some(_)) => vec![Change::ThemeAdded],
        (Some(before), Some(after)) => {
            let fields = differing(before, after).map(|field| Change::FieldChanged { field });
            fields.chain(unknown_keys(&before.extra, &after.extra)).collect()
        }
    }
}

/// What happened to a person.
pub(super) fn person(before: Option<&Person>, after: Option<&Person>) -> Vec<Change> {
    let (before, after) = match (before, after) {
        (None, None) => return Vec::new(),
        (Some(_), None) => return vec![Change::PersonDeleted],
        (None, Some(after)) => {
            let none = Person::new(after.handle.clone());
            let identity = differing(&none, after).filter(|field| field.is_identity());
            let joined = after.joined.iter().map(|(project, on)| Change::Joined { project: project.clone(), on: *on });
            return [Change::PersonAdded]
                .into_iter()
                .chain(identity.map(|field| Change::FieldChanged { field }))
                .chain(joined)
                .collect();
        }
        (Some(before), Some(after)) => (before, after),
    };
    let joined = after.joined.iter().filter(|(project, on)| before.joined.get(*project) != Some(on));
    let left = before.joined.keys().filter(|project| !after.joined.contains_key(*project));
    let mut found: Vec<Change> = joined.map(|(project, on)| Change::Joined { project: project.clone(), on: *on }).collect();
    found.extend(left.map(|project| Change::Left { project: project.clone() }));
    let fields = differing(before, after).filter(|field| *field != Field::Joined);
    found.extend(fields.map(|field| Change::FieldChanged { field }));
    found.extend(unknown_keys(&before.extra, &after.extra));
    found
}

/// What happened to the campaign.
pub fn campaign(before: &Campaign, after: &Campaign) -> Vec<Change> {
    let rules = differing(before, after).map(|field| Change::RulesChanged { field });
    rules.chain(unknown_keys(&before.extra, &after.extra)).collect()
}
