//! From the difference of two values to the smallest edit of the bytes, verified by reading the result.

use toml_edit::{Date, Datetime, DocumentMut, Table, Value};

use crate::domain::day::Day;
use crate::domain::login::Login;
use crate::domain::person::Person;
use crate::domain::project::{Deliverable, Poll, Project};
use crate::domain::task::{Place, Task};

use super::decode_person::decode_person;
use super::decode_project::decode_project;
use super::decode_task::decode_task;
use super::document::{Ends, header, put_last, set, set_pairs};
use super::edit_record::records;
use super::error::StoreError;
use super::lines::keeping_endings;
use super::list::set_list;
use super::source::FILE_MAX;

pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";
pub(super) const TASK_ORDER: [&str; 13] = [
    "title",
    "draft",
    "budget",
    "done-when",
    "created",
    "deliverable",
    "skills",
    "where",
    "place",
    "due",
    "after",
    "contact",
    "description",
];
pub(super) const PROJECT_ORDER: [&str; 8] = ["title", "theme", "idea", "summary", "leads", "contact", "needs", "ended"];
pub(super) const POLL_ORDER: [&str; 3] = ["at", "votes", "of"];
pub(super) const DELIVERABLE_ORDER: [&str; 3] = ["title", "due", "first"];
pub(super) const PERSON_ORDER: [&str; 4] = ["forge", "keys", "skills", "promotion"];

/// The bytes of the task's file when `before` has become `after`: only what differs is touched.
///
/// # Errors
/// When the edited text would not mean exactly `after`.
pub fn edit_task(bytes: &[u8], before: &Task, after: &Task) -> Result<Vec<u8>, StoreError> {
    if before == after {
        return Ok(bytes.to_vec());
    }
    edit(
        bytes,
        |document| task(document, Some(before), after),
        |edited| decode_task(&after.id, &after.project, "", edited).value.as_ref() == Some(after),
    )
}

/// The bytes of the project's file when `before` has become `after`.
///
/// # Errors
/// As [`edit_task`].
pub fn edit_project(bytes: &[u8], before: &Project, after: &Project) -> Result<Vec<u8>, StoreError> {
    if before == after {
        return Ok(bytes.to_vec());
    }
    let means = |edited: &[u8]| decode_project(&after.slug, "", edited).value.as_ref() == Some(after);
    edit(bytes, |document| project(document, Some(before), after), means)
}

/// The bytes of the people file when `before` has become `after`.
///
/// # Errors
/// As [`edit_task`].
pub fn edit_person(bytes: &[u8], before: &Person, after: &Person) -> Result<Vec<u8>, StoreError> {
    if before == after {
        return Ok(bytes.to_vec());
    }
    let means = |edited: &[u8]| decode_person(&after.handle, "", edited).value.as_ref() == Some(after);
    edit(bytes, |document| person(document, Some(before), after), means)
}

pub(super) fn edit(
    bytes: &[u8],
    change: impl FnOnce(&mut DocumentMut),
    means: impl FnOnce(&[u8]) -> bool,
) -> Result<Vec<u8>, StoreError> {
    let text = std::str::from_utf8(bytes).map_err(|_| StoreError::Edit)?;
    let (mark, text) = match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (BYTE_ORDER_MARK, rest),
        None => ("", text),
    };
    let edited = keeping_endings(text, |text| {
        let mut document: DocumentMut = text.parse().ok()?;
        change(&mut document);
        Some(document.to_string())
    });
    let edited = format!("{mark}{}", edited.ok_or(StoreError::Edit)?).into_bytes();
    match edited.len() > FILE_MAX {
        true => Err(StoreError::TooLarge),
        false if means(&edited) => Ok(edited),
        false => Err(StoreError::Edit),
    }
}

/// Writes what differs between two versions of a task; everything when there was none.
pub(super) fn task(document: &mut DocumentMut, before: Option<&Task>, after: &Task) {
    let same = |same: fn(&Task, &Task) -> bool| before.is_some_and(|before| same(before, after));
    let root = document.as_table_mut();
    let mut field = |is_same: bool, key: &str, value: Option<Value>| {
        if !is_same {
            set(root, &TASK_ORDER, key, value);
        }
    };
    field(same(|a, b| a.title == b.title), "title", text(Some(&after.title)));
    field(same(|a, b| a.draft == b.draft), "draft", after.draft.then(|| true.into()));
    field(same(|a, b| a.budget == b.budget), "budget", text(Some(&after.budget.to_string())));
    field(same(|a, b| a.done_when == b.done_when), "done-when", text(after.done_when.as_deref()));
    field(same(|a, b| a.created == b.created), "created", Some(day(after.created)));
    field(same(|a, b| a.deliverable == b.deliverable), "deliverable", text(after.deliverable.as_ref().map(|slug| slug.as_str())));
    let had_no_place = before.is_none() && after.place == Place::Either;
    let place_name = match &after.place {
        Place::OnSite(name) => name.as_deref(),
        Place::Remote | Place::Either => None,
    };
    field(had_no_place || same(|a, b| a.place == b.place), "where", text(Some(after.place.as_str())));
    field(had_no_place || same(|a, b| a.place == b.place), "place", text(place_name));
    field(same(|a, b| a.due == b.due), "due", after.due.map(day));
    field(same(|a, b| a.contact == b.contact), "contact", text(after.contact.as_deref()));
    field(same(|a, b| a.description == b.description), "description", text(after.description.as_deref()));
    if !same(|a, b| a.skills == b.skills) {
        set_list(root, &TASK_ORDER, "skills", &after.skills);
    }
    if !same(|a, b| a.after == b.after) {
        set_list(root, &TASK_ORDER, "after", &after.after.iter().map(ToString::to_string).collect::<Vec<_>>());
    }
    if !same(|a, b| a.resources == b.resources) {
        let pairs: Vec<_> = after.resources.iter().map(|it| (it.label.clone(), Value::from(it.link.as_str()))).collect();
        set_pairs(root, "resources", &pairs);
    }
    records(document, before, after);
}

/// Writes what differs between two versions of a project.
pub(super) fn project(document: &mut DocumentMut, before: Option<&Project>, after: &Project) {
    let same = |same: fn(&Project, &Project) -> bool| before.is_some_and(|before| same(before, after));
    let root = document.as_table_mut();
    let mut field = |is_same: bool, key: &str, value: Option<Value>| {
        if !is_same {
            set(root, &PROJECT_ORDER, key, value);
        }
    };
    field(same(|a, b| a.title == b.title), "title", text(Some(&after.title)));
    field(same(|a, b| a.theme == b.theme), "theme", text(after.theme.as_ref().map(|slug| slug.as_str())));
    field(same(|a, b| a.idea == b.idea), "idea", text(after.idea.as_deref()));
    field(same(|a, b| a.summary == b.summary), "summary", text(after.summary.as_deref()));
    field(same(|a, b| a.contact == b.contact), "contact", text(after.contact.as_deref()));
    field(same(|a, b| a.ended == b.ended), "ended", after.ended.map(day));
    if !same(|a, b| a.leads == b.leads) {
        set_list(root, &PROJECT_ORDER, "leads", &after.leads.iter().map(ToString::to_string).collect::<Vec<_>>());
    }
    if !same(|a, b| a.needs == b.needs) {
        set_list(root, &PROJECT_ORDER, "needs", &after.needs);
    }
    if !same(|a, b| a.poll == b.poll) {
        poll(root, after.poll.as_ref());
    }
    let mut ends = Ends::default();
    for wanted in &after.deliverables {
        let known = before.and_then(|before| before.deliverable(&wanted.slug));
        if known != Some(wanted) {
            deliverable((document, &mut ends), known, wanted);
        }
    }
}

fn poll(root: &mut Table, after: Option<&Poll>) {
    let Some(poll) = after else {
        root.remove("poll");
        return;
    };
    let is_new = !root.contains_key("poll");
    let table = header(root, "poll");
    table.set_implicit(false);
    set(table, &POLL_ORDER, "at", Some(day(poll.at)));
    set(table, &POLL_ORDER, "votes", Some(i64::from(poll.votes).into()));
    set(table, &POLL_ORDER, "of", Some(i64::from(poll.of).into()));
    if is_new {
        table.decor_mut().set_prefix("\n");
    }
}

fn deliverable((document, ends): (&mut DocumentMut, &mut Ends), before: Option<&Deliverable>, after: &Deliverable) {
    let end = before.is_none().then(|| ends.take(document));
    let all = header(document.as_table_mut(), "deliverables");
    let own = header(all, after.slug.as_str());
    own.set_implicit(false);
    if before.map(|it| &it.title) != Some(&after.title) {
        set(own, &DELIVERABLE_ORDER, "title", text(Some(&after.title)));
    }
    if before.and_then(|it| it.due) != after.due {
        set(own, &DELIVERABLE_ORDER, "due", after.due.map(day));
    }
    if before.is_some_and(|it| it.first) != after.first {
        set(own, &DELIVERABLE_ORDER, "first", after.first.then(|| true.into()));
    }
    if let Some(delivery) = after.delivered.as_ref().filter(|it| before.and_then(|old| old.delivered.as_ref()) != Some(*it)) {
        let position = own.position();
        let record = header(own, "delivered");
        record.set_implicit(false);
        set(record, &[], "by", text(Some(delivery.by.as_str())));
        set(record, &[], "at", Some(day(delivery.at)));
        set(record, &[], "evidence", text(Some(delivery.evidence.as_str())));
        if record.decor().prefix().is_none() {
            record.decor_mut().set_prefix("\n");
        }
        record.set_position(position);
    }
    if let Some(end) = end {
        put_last(all, after.slug.as_str(), end);
    }
}

/// Writes what differs between two versions of a people file.
pub(super) fn person(document: &mut DocumentMut, before: Option<&Person>, after: &Person) {
    let root = document.as_table_mut();
    if before.and_then(|it| it.forge.as_ref()) != after.forge.as_ref() {
        set(root, &PERSON_ORDER, "forge", text(after.forge.as_ref().map(Login::as_str)));
    }
    if before.map_or(&[][..], |it| &it.keys) != after.keys {
        set_list(root, &PERSON_ORDER, "keys", &after.keys);
    }
    if before.map_or(&[][..], |it| &it.skills) != after.skills {
        set_list(root, &PERSON_ORDER, "skills", &after.skills);
    }
    if before.and_then(|it| it.promotion.as_ref()) != after.promotion.as_ref() {
        set(root, &PERSON_ORDER, "promotion", text(after.promotion.as_ref().map(ToString::to_string).as_deref()));
    }
    if before.is_none_or(|it| it.joined != after.joined) {
        let pairs: Vec<_> = after.joined.iter().map(|(slug, on)| (slug.to_string(), day(*on))).collect();
        set_pairs(root, "joined", &pairs);
    }
}

pub(super) fn text(text: Option<&str>) -> Option<Value> {
    text.map(Value::from)
}

/// A native date.
pub(super) fn day(day: Day) -> Value {
    use chrono::Datelike;
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let date = Date { year: u16::try_from(day.year()).unwrap_or(2000), month: part(day.month()), day: part(day.day()) };
    Value::from(Datetime { date: Some(date), time: None, offset: None })
}
