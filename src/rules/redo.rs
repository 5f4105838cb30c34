//! Routine is what `mpa` itself would have written: a change is routine if our own operations, done by its author, lead from
//! the version before to the version after.
//!
//! Each named change suggests which operation it was, and that operation is repeated in the author's name. If the result
//! differs from the version after, nothing we know explains the difference, and a person looks at it.

use std::collections::BTreeMap;

use crate::domain::campaign::Campaign;
use crate::domain::claim::Claim;
use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::name::Handle;
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;

use super::change::redaction::{redacted, redactions};
use super::change::{Change, diff};
use super::operation::{self, Parties, record};
use super::personal::is_masking;

/// Whoever did it, and when it is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Doing<'a> {
    /// The author; `None` takes each change at its word, as if made by whoever the record says noted it, else by the person it
    /// speaks of.
    pub author: Option<&'a Handle>,
    /// The day.
    pub today: Day,
}

impl<'a> Doing<'a> {
    /// Who did something for `by`, of whom the record says that it was `noted`.
    fn parties<'p>(self, by: &'p Handle, noted: Option<&'p Handle>) -> Parties<'p>
    where
        'a: 'p,
    {
        Parties { by, actor: self.author.or(noted).unwrap_or(by) }
    }
}

/// What our operations give, done again on `before`, for the file that the request left as `after`.
pub fn document(before: Option<&Document>, after: &Document, doing: Doing<'_>) -> Document {
    match after {
        Document::Campaign(after) => match before.and_then(Document::campaign) {
            Some(before) => campaign(before, after).into(),
            None => Document::Campaign(after.clone()),
        },
        Document::Theme(after) => theme(before.and_then(Document::theme), after).into(),
        Document::Project(after) => project(before.and_then(Document::project), after, doing).into(),
        Document::Task(after) => task(before.and_then(Document::task), after, doing).into(),
        Document::Person(after) => person(before.and_then(Document::person), after).into(),
    }
}

/// The task that our operations give. What a task says is anybody's to edit, and judged by itself; its records are made by
/// operations only, and unknown keys by none.
pub fn task(before: Option<&Task>, after: &Task, doing: Doing<'_>) -> Task {
    let none = Task { claims: Vec::new(), ..nothing_ended(after) };
    let before = before.unwrap_or(&none);
    let known = redacted(before, &redactions(before, after));
    let Task {
        id,
        project,
        title,
        draft,
        budget,
        done_when,
        created,
        deliverable,
        skills,
        place,
        due,
        after: waits_for,
        contact,
        description,
        resources,
        sent_back: _,
        reopened: _,
        claims: _,
        done: _,
        cancelled: _,
        extra: _,
    } = after.clone();
    let Task { sent_back, reopened, claims, done, cancelled, extra, .. } = known;
    let mut done = Task {
        id,
        project,
        title,
        draft,
        budget,
        done_when,
        created,
        deliverable,
        skills,
        place,
        due,
        after: waits_for,
        contact,
        description,
        resources,
        sent_back,
        reopened,
        claims,
        done,
        cancelled,
        extra,
    };
    for change in diff::task(Some(before), Some(after)) {
        // What no operation does, or one refuses to do, is left undone.
        let _ = step(&mut done, &change, after, doing);
    }
    done
}

fn nothing_ended(task: &Task) -> Task {
    Task { sent_back: None, reopened: None, done: None, cancelled: None, extra: BTreeMap::new(), ..task.clone() }
}

/// One operation done again on `task`; `None`, with the task as it was, where there is none that does this, or it refuses.
fn step(task: &mut Task, change: &Change, after: &Task, doing: Doing<'_>) -> Option<()> {
    let known = |by| task.claim_of(by).and_then(|claim| claim.recorded_by.as_ref());
    let noted = |by| after.claim_of(by).filter(|_| known(by).is_none()).and_then(|claim| claim.recorded_by.as_ref());
    let parties = |by| doing.parties(by, noted(by));
    let result = match change {
        Change::Claimed { by, claim, .. } => {
            record::claim(task, doing.parties(by, claim.recorded_by.as_ref()), claim.since(), claim.until())
        }
        Change::Renewed { by, claim, .. } => record::renew(task, parties(by), doing.today.min(claim.until()), claim.until()),
        Change::Released { by, claim } => {
            let said = said(task, parties(by), claim);
            record::release(task, parties(by), claim.released?, said)
        }
        Change::HandoverWritten { by, text } => return mask(task, by, text.as_ref()?),
        Change::RecordAdded { by, claim, .. } => {
            keep(task, doing.parties(by, claim.recorded_by.as_ref()), claim);
            Ok(())
        }
        Change::TimeLogged { by, on, to, .. } => record::log(task, parties(by), *on, *to),
        _ => {
            *task = ended(task, change, after, doing)?;
            Ok(())
        }
    };
    result.ok()
}

/// An operation on the end of the task.
fn ended(task: &Task, change: &Change, after: &Task, doing: Doing<'_>) -> Option<Task> {
    let result = match change {
        Change::Closed { closing } => {
            let parties = doing.parties(&closing.by, closing.recorded_by.as_ref());
            operation::close(task, parties, closing.at, closing.evidence.clone(), closing.note.clone())
        }
        Change::Cancelled { by } => {
            let end = after.cancelled.as_ref()?;
            operation::cancel(task, doing.author.unwrap_or(by), end.at, end.reason.clone())
        }
        Change::Reopened { by } => {
            let again = after.reopened.as_ref()?;
            operation::reopen(task, doing.author.unwrap_or(by), again.at, again.reason.clone())
        }
        Change::SentBack { by } => {
            let back = after.sent_back.as_ref()?;
            operation::send_back(task, doing.author.unwrap_or(by), back.at, back.reason.clone())
        }
        _ => return None,
    };
    result.ok()
}

/// A hand-over in which what is personal was made unreadable: nothing else changes one.
fn mask(task: &mut Task, by: &Handle, text: &str) -> Option<()> {
    let said = task.claim_of_mut(by)?.handover.as_mut().filter(|old| is_masking(old, text))?;
    text.clone_into(said);
    Some(())
}

/// What was said at a release: of somebody else's claim, what comes below the holder's own word.
fn said(task: &Task, parties: Parties<'_>, released: &Claim) -> Option<String> {
    let left = task.claim_of(parties.by).and_then(|claim| claim.handover.as_ref());
    let now = released.handover.as_ref().filter(|now| left != Some(now))?;
    let own = left.filter(|_| parties.by != parties.actor).map(|left| format!("{}\n", left.trim_end()));
    Some(own.and_then(|own| now.strip_prefix(&own)).unwrap_or(now).to_owned())
}

/// A claim that was given back before anybody heard of it, with its time; or what is left of one that lost its race.
fn keep(task: &mut Task, parties: Parties<'_>, claim: &Claim) {
    let mut record = claim.clone();
    let left = task.claim_of(parties.by).and_then(|previous| previous.handover.clone());
    record.handover = record.handover.or(left);
    record.recorded_by = parties.recorded_by();
    task.put_claim_last(parties.by.clone(), record);
}

/// The project that our operations give: its texts as they are, and deliveries by whoever says so.
pub fn project(before: Option<&Project>, after: &Project, doing: Doing<'_>) -> Project {
    let Project { slug, title, theme, idea, summary, leads, contact, needs, ended, poll, mut deliverables, extra: _ } =
        after.clone();
    for deliverable in &mut deliverables {
        let known = before.and_then(|it| it.deliverable(&deliverable.slug)).and_then(|it| it.delivered.as_ref());
        if let (None, Some(delivery), Some(author)) = (known, &mut deliverable.delivered, doing.author) {
            delivery.by = author.clone();
        }
    }
    let extra = before.map(|it| it.extra.clone()).unwrap_or_default();
    Project { slug, title, theme, idea, summary, leads, contact, needs, ended, poll, deliverables, extra }
}

/// The people file that our operations give: what a person says of themselves, within what such a file is for.
pub fn person(before: Option<&Person>, after: &Person) -> Person {
    let none = Person::new(after.handle.clone());
    let before = before.unwrap_or(&none);
    let Person { handle, forge, keys, skills, promotion, joined, extra: _ } = after.clone();
    Person {
        handle,
        forge,
        keys: if after.has_plain_keys() { keys } else { before.keys.clone() },
        skills: if after.has_plain_skills() { skills } else { before.skills.clone() },
        promotion,
        joined: if after.has_plain_projects() { joined } else { before.joined.clone() },
        extra: before.extra.clone(),
    }
}

/// The theme that an edit gives.
pub fn theme(before: Option<&Theme>, after: &Theme) -> Theme {
    let Theme { slug, title, question, ideas, extra: _ } = after.clone();
    Theme { slug, title, question, ideas, extra: before.map(|it| it.extra.clone()).unwrap_or_default() }
}

/// The campaign that an edit gives.
pub fn campaign(before: &Campaign, after: &Campaign) -> Campaign {
    let Campaign {
        name,
        language,
        timezone,
        started,
        deadline,
        organisers,
        contact,
        also,
        claims,
        tasks,
        workflow,
        past,
        extra: _,
    } = after.clone();
    let extra = before.extra.clone();
    Campaign { name, language, timezone, started, deadline, organisers, contact, also, claims, tasks, workflow, past, extra }
}
