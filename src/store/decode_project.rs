//! Project and theme files, read.

use std::collections::BTreeMap;

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::project::{Deliverable, Delivery, Poll, Project, Theme};

use super::canonical::{DELIVERABLE, DELIVERY, POLL, PROJECT, THEME};
use super::fields::Fields;
use super::problem::Decoded;
use super::source::Source;

type Extra = BTreeMap<String, String>;

/// Reads the project `slug` from `bytes`, the contents of `path`. `None` without a usable title.
pub fn decode_project(slug: &Slug, path: &str, bytes: &[u8]) -> Decoded<Project> {
    decode(path, bytes, |source, fields| project(source, fields, slug))
}

/// Reads the theme `slug` from `bytes`, the contents of `path`. `None` without a usable title.
pub fn decode_theme(slug: &Slug, path: &str, bytes: &[u8]) -> Decoded<Theme> {
    decode(path, bytes, |source, fields| theme(source, fields, slug))
}

/// Reads a whole file with `read`. Nothing that does not parse is trusted.
pub(super) fn decode<T>(path: &str, bytes: &[u8], read: impl FnOnce(&mut Source<'_>, Fields<'_, '_>) -> Option<T>) -> Decoded<T> {
    let mut source = match Source::new(path, bytes) {
        Ok(source) => source,
        Err(problem) => return Decoded { value: None, problems: vec![problem] },
    };
    let root = source.parse();
    let is_sound = source.is_sound();
    let value = read(&mut source, Fields::root(root.get_ref()));
    Decoded { value: value.filter(|_| is_sound), problems: source.into_problems() }
}

fn project(source: &mut Source<'_>, mut fields: Fields<'_, '_>, slug: &Slug) -> Option<Project> {
    let mut extra = Extra::new();
    let title = fields.line(source, "title");
    let project = Project {
        theme: fields.slug(source, "theme"),
        idea: fields.line(source, "idea"),
        summary: fields.block(source, "summary"),
        leads: fields.handles(source, "leads"),
        contact: fields.line(source, "contact"),
        needs: fields.lines(source, "needs"),
        ended: fields.day(source, "ended"),
        poll: fields.table(source, "poll").and_then(|table| poll(source, table, &mut extra)),
        deliverables: fields
            .table(source, "deliverables")
            .map(|table| deliverables(source, &table, &mut extra))
            .unwrap_or_default(),
        ..Project::new(slug.clone(), String::new())
    };
    fields.demand(source, PROJECT.required);
    fields.finish(source, &mut extra);
    Some(Project { title: title?, extra, ..project })
}

fn poll(source: &mut Source<'_>, mut fields: Fields<'_, '_>, extra: &mut Extra) -> Option<Poll> {
    let (at, of) = (fields.day(source, "at"), fields.number_within(source, "of", Message::new("expect-voters"), (1, Poll::MOST)));
    let votes = match of {
        Some(of) => fields.number_within(source, "votes", Message::new("expect-votes").with("of", of), (0, of)),
        None => fields.number(source, "votes"),
    };
    fields.demand(source, POLL.required);
    fields.finish(source, extra);
    Poll::new(at?, votes?, of?)
}

fn deliverables(source: &mut Source<'_>, table: &Fields<'_, '_>, extra: &mut Extra) -> Vec<Deliverable> {
    let mut found = Vec::new();
    for (key, span, value) in table.entries() {
        let Some(slug) = Slug::new(key) else {
            table.misnamed(source, key, span, Message::new("expect-slug"));
            continue;
        };
        let Some(fields) = table.inner(source, key, value) else { continue };
        found.extend(deliverable(source, fields, slug, extra));
    }
    found
}

fn deliverable(source: &mut Source<'_>, mut fields: Fields<'_, '_>, slug: Slug, extra: &mut Extra) -> Option<Deliverable> {
    let title = fields.line(source, "title");
    let due = fields.day(source, "due");
    let first = fields.boolean(source, "first").unwrap_or(false);
    let delivered = fields.table(source, "delivered").and_then(|table| delivery(source, table, extra));
    fields.demand(source, DELIVERABLE.required);
    fields.finish(source, extra);
    Some(Deliverable { slug, title: title?, due, first, delivered })
}

fn delivery(source: &mut Source<'_>, mut fields: Fields<'_, '_>, extra: &mut Extra) -> Option<Delivery> {
    let by = fields.handle(source, "by");
    let at = fields.day(source, "at");
    let evidence = fields.evidence(source, "evidence");
    fields.demand(source, DELIVERY.required);
    fields.finish(source, extra);
    Some(Delivery { by: by?, at: at?, evidence: evidence? })
}

fn theme(source: &mut Source<'_>, mut fields: Fields<'_, '_>, slug: &Slug) -> Option<Theme> {
    let mut extra = Extra::new();
    let title = fields.line(source, "title");
    let question = fields.block(source, "question");
    let ideas = fields.lines(source, "ideas");
    fields.demand(source, THEME.required);
    fields.finish(source, &mut extra);
    Some(Theme { slug: slug.clone(), title: title?, question, ideas, extra })
}
