//! The page of one task: all that a volunteer needs to know before they take it, and how to take it.

use maud::{Markup, html};

use crate::domain::claim::{Evidence, EvidenceKind, Reopening};
use crate::domain::link::{is_safe_link, named_by_itself};
use crate::domain::message::Message;
use crate::domain::name::TaskId;
use crate::domain::status::Status;
use crate::render::safe::visible_line;
use crate::render::words::{is_overdue, state};
use crate::usecase::read::list::Row;
use crate::usecase::read::site::PublicTask;

use super::doors;
use super::frame::{Page, View};
use super::links::Target;
use super::markdown::markdown;
use super::tasks::{skill_link, where_link};

/// The page of `it`.
pub fn task(view: &View<'_>, it: &PublicTask) -> String {
    let task = &it.task;
    let page = view.page(Target::Task(&task.id));
    let title = visible_line(&task.title);
    let body = html! {
        nav.crumbs aria-label=(page.word("site-crumbs")) {
            a href=(page.to(Target::Tasks(0))) { (page.word("site-nav-tasks")) } " › "
            a href=(page.to(Target::Project(&task.project))) lang=[page.foreign()] { (visible_line(page.site().project_title(&task.project))) }
        }
        article {
            h1 lang=[page.foreign()] { (title) }
            (standing(page, it))
            (facts(page, it))
            @if let Some(result) = &task.done_when {
                section.result { h2 { (page.word("fact-done-when")) } div lang=[page.foreign()] { (markdown(result)) } }
            }
            @if let Some(again) = task.latest_reopening().filter(|_| !task.is_over()) { (reopened(page, again)) }
            @if let Some(text) = &task.description { section { h2 { (page.word("site-details")) } div lang=[page.foreign()] { (markdown(text)) } } }
            @if !task.resources.is_empty() {
                section { h2 { (page.word("site-resources")) } ul lang=[page.foreign()] {
                    @for resource in &task.resources { li { (named_link(&resource.label, &resource.link)) } }
                } }
            }
            (order(page, it))
            @if page.site().is_offered(it) { section.take id="prendre" { h2 { (page.word("site-take")) } (doors::take(page, it)) } }
        }
    };
    let about = task.done_when.as_deref().unwrap_or(&task.title);
    page.framed(&title, about, &body)
}

/// Its state, and since when or until when.
fn standing(page: Page<'_>, it: &PublicTask) -> Markup {
    let (task, row) = (&it.task, &it.row);
    let until = task.holder(page.site().today).map(|(_, claim)| claim.until());
    html! {
        p.state data-state=(row.status.as_str()) data-until=[until] data-over=(page.word("site-over")) {
            span { (stand(page, row)) }
            @if page.site().is_offered(it) { a.button href="#prendre" { (page.word("site-take")) } }
        }
        @if let Some(done) = &task.done { p.evidence { (page.word("site-result")) (page.word("colon")) (evidence(page, &done.evidence)) } }
        @if let Some(given_up) = &task.cancelled { p lang=[page.foreign()] { (visible_line(&given_up.reason)) } }
        @if let Some(handover) = task.last_holder(page.site().today).and_then(|(_, claim)| claim.handover.as_ref()).filter(|_| !task.is_over()) {
            section { h2 { (page.word("site-handover")) } div lang=[page.foreign()] { (markdown(handover)) } }
        }
    }
}

/// The state of a task as a page says it: nobody who reads it knows another task by its id.
pub fn stand(page: Page<'_>, row: &Row) -> String {
    if row.status == Status::Blocked && row.pending.is_empty() { page.word("status-blocked") } else { state(page.view.say, row) }
}

fn facts(page: Page<'_>, it: &PublicTask) -> Markup {
    let (task, language) = (&it.task, page.language());
    let deliverable = task.deliverable.as_ref().and_then(|slug| page.site().projects.get(&task.project)?.deliverable(slug));
    let fact = |key: &'static str, value: Markup| html! { div { dt { (page.word(key)) } dd { (value) } } };
    let spent = task.time();
    html! {
        dl.facts {
            (fact("fact-budget", html! { strong { (language.budget(task.budget)) } }))
            @if spent.get() > 0 { (fact("fact-spent", html! { (language.time(spent)) })) }
            @if !task.is_over() { (fact("fact-due", html! { (page.day(it.row.due)) " " (due_mark(page, &it.row)) })) }
            (fact("fact-where", where_link(page, it)))
            @if !task.skills.is_empty() { (fact("fact-skills", html! { @for skill in &task.skills { (skill_link(page, skill)) " " } })) }
            @if let Some(deliverable) = deliverable {
                (fact("fact-deliverable", html! {
                    span lang=[page.foreign()] { (visible_line(&deliverable.title)) } @if deliverable.first { " " span.badge.gold { (page.word("why-first-deliverable")) } }
                }))
            }
            @if let Some((name, link)) = doors::contact_for(page, it).filter(|_| !task.is_over()).and_then(named_by_itself) {
                (fact("fact-contact", html! { a href=(link) { (name) } }))
            }
        }
    }
}

/// That the day is past, where it is.
fn due_mark(page: Page<'_>, row: &Row) -> Markup {
    html! { @if is_overdue(row.status, row.due, page.site().today) { span.late { (page.word("site-past")) } } }
}

fn reopened(page: Page<'_>, again: &Reopening) -> Markup {
    let message = Message::new("site-again").with("day", again.at).with("person", &again.by);
    html! { section.warning { p { (page.say(&message)) } div lang=[page.foreign()] { (markdown(&again.reason)) } } }
}

/// What comes before it, and what waits for it.
fn order(page: Page<'_>, it: &PublicTask) -> Markup {
    let waiting = page.site().waiting_for(&it.task.id);
    let list = |key: &'static str, ids: &[&TaskId]| {
        html! {
            @if !ids.is_empty() {
                section { h2 { (page.word(key)) } ul { @for other in ids.iter().filter_map(|id| page.site().task(id)) {
                    li { a href=(page.to(Target::Task(&other.task.id))) lang=[page.foreign()] { (visible_line(&other.task.title)) } @if other.row.status != Status::Blocked { " — " (stand(page, &other.row)) } }
                } } }
            }
        }
    };
    let before: Vec<&TaskId> = it.task.after.iter().filter(|id| page.site().task(id).is_some()).collect();
    html! {
        (list(if it.row.status == Status::Blocked { "site-waits-for" } else { "site-after" }, &before))
        (list("site-unblocks", &waiting))
    }
}

/// What can be looked at, as a link where it is one.
pub fn evidence(page: Page<'_>, evidence: &Evidence) -> Markup {
    let text = visible_line(evidence.as_str());
    match evidence.kind() {
        EvidenceKind::Link if is_safe_link(evidence.as_str()) => {
            let name = named_by_itself(evidence.as_str()).map_or_else(|| text.to_string(), |(name, _)| name);
            html! { a href=(evidence.as_str()) rel="noopener" { (page.say(&Message::new("site-see-result").with("host", name))) } }
        }
        EvidenceKind::Path | EvidenceKind::Commit => html! { code { (text) } },
        EvidenceKind::Link | EvidenceKind::Sentence => html! { (text) },
    }
}

/// A label that leads to `link`, where people may be sent there.
pub fn named_link(label: &str, link: &str) -> Markup {
    let label = visible_line(label);
    if is_safe_link(link) {
        return html! { a href=(link) rel="noopener" { (label) } };
    }
    html! { (label) " " code { (visible_line(link)) } }
}
