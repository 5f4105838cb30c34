//! Every free text of the data, in one place: what is looked at before it is written, in `check`, and taken out again.
//!
//! Addresses that are meant to be written to (`contact`, the links of resources) are no free texts.

use std::fmt::Arguments;

use crate::domain::campaign::Campaign;
use crate::domain::claim::{Cancellation, Closing, Evidence, Reopening};
use crate::domain::name::Handle;
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::{Place, Task};

/// Sees a text, the dotted key it stands under and, in a record of how a task ended, whose word it is; and may change it.
pub(super) type See<'s> = dyn FnMut(Arguments<'_>, Option<&Handle>, &mut String) + 's;

/// Shows every text of `task`.
pub(super) fn of_task(task: &mut Task, see: &mut See<'_>) {
    #[rustfmt::skip]
    let Task {
        title, done_when, description, skills, place, resources, sent_back, reopened, claims, done, cancelled,
        id: _, project: _, draft: _, budget: _, created: _, deliverable: _, due: _, after: _, contact: _, extra: _,
    } = task;
    see(format_args!("title"), None, title);
    for (field, text) in [("done-when", done_when), ("description", description)] {
        text.iter_mut().for_each(|text| see(format_args!("{field}"), None, text));
    }
    skills.iter_mut().for_each(|text| see(format_args!("skills"), None, text));
    if let Place::OnSite(Some(name)) = place {
        see(format_args!("place"), None, name);
    }
    resources.iter_mut().for_each(|resource| see(format_args!("resources"), None, &mut resource.label));
    for (who, claim) in claims {
        claim.handover.iter_mut().for_each(|text| see(format_args!("claims.{who}.handover"), None, text));
    }
    endings("", done, cancelled, see);
    for (key, again) in [("sent-back", sent_back), ("reopened", reopened)] {
        again.iter_mut().for_each(|again| reopening(key, again, see));
    }
}

/// Shows every text of `project`.
pub(super) fn of_project(project: &mut Project, see: &mut See<'_>) {
    #[rustfmt::skip]
    let Project {
        title, idea, summary, needs, deliverables, slug: _, theme: _, leads: _, contact: _, ended: _, poll: _, extra: _,
    } = project;
    see(format_args!("title"), None, title);
    for (field, text) in [("idea", idea), ("summary", summary)] {
        text.iter_mut().for_each(|text| see(format_args!("{field}"), None, text));
    }
    needs.iter_mut().for_each(|text| see(format_args!("needs"), None, text));
    for deliverable in deliverables {
        let slug = &deliverable.slug;
        see(format_args!("deliverables.{slug}.title"), None, &mut deliverable.title);
        if let Some(delivered) = &mut deliverable.delivered {
            evidence(format_args!("deliverables.{slug}.delivered.evidence"), None, &mut delivered.evidence, see);
        }
    }
}

/// Shows every text of `theme`.
pub(super) fn of_theme(theme: &mut Theme, see: &mut See<'_>) {
    let Theme { title, question, ideas, slug: _, extra: _ } = theme;
    see(format_args!("title"), None, title);
    question.iter_mut().for_each(|text| see(format_args!("question"), None, text));
    ideas.iter_mut().for_each(|text| see(format_args!("ideas"), None, text));
}

/// Shows every text of `person`.
pub(super) fn of_person(person: &mut Person, see: &mut See<'_>) {
    let Person { skills, handle: _, forge: _, keys: _, promotion: _, joined: _, extra: _ } = person;
    skills.iter_mut().for_each(|text| see(format_args!("skills"), None, text));
}

/// Shows every text of `campaign`.
pub(super) fn of_campaign(campaign: &mut Campaign, see: &mut See<'_>) {
    see(format_args!("name"), None, &mut campaign.name);
    campaign.also.iter_mut().for_each(|resource| see(format_args!("also"), None, &mut resource.label));
}

fn reopening(key: &str, again: &mut Reopening, see: &mut See<'_>) {
    see(format_args!("{key}.reason"), Some(&again.by), &mut again.reason);
    endings(&format!("{key}."), &mut again.done, &mut again.cancelled, see);
}

fn endings(before: &str, done: &mut Option<Closing>, cancelled: &mut Option<Cancellation>, see: &mut See<'_>) {
    if let Some(done) = done {
        evidence(format_args!("{before}done.evidence"), Some(&done.by), &mut done.evidence, see);
        done.note.iter_mut().for_each(|text| see(format_args!("{before}done.note"), Some(&done.by), text));
    }
    if let Some(cancelled) = cancelled {
        see(format_args!("{before}cancelled.reason"), Some(&cancelled.by), &mut cancelled.reason);
    }
}

/// A result stays one: what would be none is not put in its place.
fn evidence(field: Arguments<'_>, by: Option<&Handle>, evidence: &mut Evidence, see: &mut See<'_>) {
    let mut text = evidence.as_str().to_owned();
    see(field, by, &mut text);
    if text != evidence.as_str() {
        *evidence = Evidence::new(&text).unwrap_or_else(|| evidence.clone());
    }
}
