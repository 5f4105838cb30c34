//! A task file, read.

use std::collections::BTreeMap;

use crate::domain::budget::Budget;
use crate::domain::message::Message;
use crate::domain::name::{Slug, TaskId};
use crate::domain::task::{Place, Resource, Task};

use super::canonical::TASK;
use super::decode_record::{cancellation, claims, closing, reopening};
use super::fields::Fields;
use super::problem::Decoded;
use super::source::Source;

/// Reads the task `id` of `project` from `bytes`, the contents of `path`.
///
/// The value is `None` when title, budget or day of creation are unusable, or when anything is wrong with a record of a
/// claim or an ending: a claim that cannot be read must never make its task look free.
pub fn decode_task(id: &TaskId, project: &Slug, path: &str, bytes: &[u8]) -> Decoded<Task> {
    let mut source = match Source::new(path, bytes) {
        Ok(source) => source,
        Err(problem) => return Decoded { value: None, problems: vec![problem] },
    };
    let root = source.parse();
    let is_sound = source.is_sound();
    let task = task(&mut source, Fields::root(root.get_ref()), id, project);
    Decoded { value: task.filter(|_| is_sound), problems: source.into_problems() }
}

fn task(source: &mut Source<'_>, mut fields: Fields<'_, '_>, id: &TaskId, project: &Slug) -> Option<Task> {
    let title = fields.line(source, "title");
    let draft = fields.boolean(source, "draft").unwrap_or(false);
    let budget = fields.value(source, "budget", Message::new("expect-budget"), |value| value.as_str().and_then(Budget::parse));
    let done_when = fields.block(source, "done-when");
    let created = fields.day(source, "created");
    let deliverable = fields.slug(source, "deliverable");
    let skills = fields.lines(source, "skills");
    let place_name = fields.line(source, "place");
    let place =
        fields.value(source, "where", Message::new("expect-place"), |value| Place::parse(value.as_str()?, place_name.clone()));
    let due = fields.day(source, "due");
    let after = fields.ids(source, "after");
    let contact = fields.line(source, "contact");
    let description = fields.block(source, "description");
    let resources: Vec<Resource> = match fields.table(source, "resources") {
        Some(table) => table.links(source).into_iter().map(|(label, link)| Resource { label, link }).collect(),
        None => Vec::new(),
    };

    let mut extra = BTreeMap::new();
    let before_records = source.errors();
    let sent_back = fields.table(source, "sent-back").and_then(|table| reopening(source, table, &mut extra));
    let reopened = fields.table(source, "reopened").and_then(|table| reopening(source, table, &mut extra));
    let claims = fields.table(source, "claims").map(|table| claims(source, &table, &mut extra)).unwrap_or_default();
    let done = fields.table(source, "done").and_then(|table| closing(source, table, &mut extra));
    let cancelled = fields.table(source, "cancelled").and_then(|table| cancellation(source, table, &mut extra));
    let records_are_sound = source.errors() == before_records;
    fields.demand(source, TASK.required);
    if !draft {
        fields.demand(source, TASK.unless_draft);
    }
    fields.finish(source, &mut extra);

    let (Some(title), Some(budget), Some(created), true) = (title, budget, created, records_are_sound) else { return None };
    Some(Task {
        id: id.clone(),
        project: project.clone(),
        title,
        draft,
        budget,
        done_when,
        created,
        deliverable,
        skills,
        place: place.or_else(|| place_name.map(|name| Place::OnSite(Some(name)))).unwrap_or_default(),
        due,
        after,
        contact,
        description,
        resources,
        sent_back,
        reopened,
        claims,
        done,
        cancelled,
        extra,
    })
}
