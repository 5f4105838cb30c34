//! All projects by theme, one project, one theme.

use maud::{Markup, html};

use crate::domain::message::Message;
use crate::domain::project::{Project, Theme};
use crate::domain::status::Status;
use crate::render::safe::visible_line;
use crate::rules::ideas::carrying;
use crate::rules::progress::{DeliverableProgress, ProjectProgress, Tally};
use crate::usecase::read::site::PublicTask;

use super::chart::chart;
use super::doors;
use super::frame::{Page, View};
use super::links::Target;
use super::markdown::markdown;
use super::success;
use super::task::{evidence, stand};
use super::tasks::card;

/// All projects, the most promising first.
pub fn projects(view: &View<'_>) -> String {
    let page = view.page(Target::Projects);
    let title = page.word("site-nav-projects");
    let ranked = page.site().ranked_projects();
    let body = html! {
        h1 { (title) }
        p.lead { (page.say(&Message::new("site-projects-lead").with("count", ranked.len()))) }
        h2.unseen { (page.word("site-progress")) }
        ul.projects { @for project in ranked { (entry(page, project)) } }
        @if !page.site().themes.is_empty() {
            section { h2 { (page.word("site-themes")) } ul { @for theme in &page.site().themes {
                li { a href=(page.to(Target::Theme(&theme.slug))) lang=[page.foreign()] { (visible_line(&theme.title)) } }
            } } }
        }
    };
    page.framed(&title, &page.word("site-projects-about"), &body)
}

/// A project in a list: how far it has come, and what can be done.
pub fn entry(page: Page<'_>, project: &Project) -> Markup {
    let counted = page.site().progress.projects.iter().find(|it| it.slug == project.slug);
    let free = page.site().free().filter(|it| it.task.project == project.slug).count();
    html! {
        li.project {
            h3 { a href=(page.to(Target::Project(&project.slug))) lang=[page.foreign()] { (visible_line(&project.title)) } }
            @if let Some(poll) = &project.poll { p.badge.gold { (page.say(&Message::new("site-poll").with("votes", poll.votes).with("of", poll.of))) } }
            @if let Some(counted) = counted { (bar(page, &counted.tally)) (first(page, counted)) }
            p.meta {
                @if let Some(day) = project.ended { (page.word("fact-ended")) (page.word("colon")) (page.day(day)) }
                @else if free > 0 { a href=(format!("{}#libres", page.to(Target::Project(&project.slug)))) { (page.say(&Message::new("site-free").with("count", free))) } }
                @else { (page.word("site-none-free")) }
            }
        }
    }
}

/// How much is done, drawn and told.
pub fn bar(page: Page<'_>, tally: &Tally) -> Markup {
    let told = if tally.tasks == 0 { Message::new("site-no-tasks") } else { Message::new("site-done-of") };
    let told = told.with("done", tally.done).with("count", tally.tasks);
    html! {
        p.bar {
            progress max=(tally.tasks.max(1)) value=(tally.done) aria-label=(page.word("site-progress")) {}
            span { (page.say(&told)) }
        }
    }
}

/// Where the first deliverable stands, in a sentence.
fn first(page: Page<'_>, counted: &ProjectProgress) -> Markup {
    let Some(first) = counted.first() else { return html! {} };
    html! { p { (page.word("site-first")) (page.word("colon")) span lang=[page.foreign()] { (visible_line(&first.title)) } " — " (deliverable_state(page, first)) } }
}

fn deliverable_state(page: Page<'_>, it: &DeliverableProgress) -> Markup {
    let left = it.tally.tasks - it.tally.done;
    html! {
        @if let Some(delivered) = &it.delivered {
            strong { (page.say(&Message::new("site-delivered").with("day", delivered.at))) } " " (evidence(page, &delivered.evidence))
        } @else if it.tally.all_done() {
            (page.word("site-to-deliver"))
        } @else if it.due < page.site().today {
            span.late { (page.say(&Message::new("site-left-late").with("count", left).with("day", it.due))) }
        } @else {
            (page.say(&Message::new("site-left-by").with("count", left).with("day", it.due)))
        }
    }
}

/// The page of one project.
pub fn project(view: &View<'_>, project: &Project) -> String {
    let page = view.page(Target::Project(&project.slug));
    let site = page.site();
    let counted = site.progress.projects.iter().find(|it| it.slug == project.slug);
    let theme = project.theme.as_ref().and_then(|slug| site.themes.iter().find(|theme| theme.slug == *slug));
    let own: Vec<&PublicTask> = site.tasks.iter().filter(|it| it.task.project == project.slug).collect();
    let (free, others): (Vec<&PublicTask>, Vec<&PublicTask>) = own.into_iter().partition(|it| site.is_offered(it));
    let title = visible_line(&project.title);
    let body = html! {
        nav.crumbs aria-label=(page.word("site-crumbs")) {
            a href=(page.to(Target::Projects)) { (page.word("site-nav-projects")) }
            @if let Some(theme) = theme { " › " a href=(page.to(Target::Theme(&theme.slug))) lang=[page.foreign()] { (visible_line(&theme.title)) } }
        }
        h1 lang=[page.foreign()] { (title) }
        @if let Some(poll) = &project.poll { p.badge.gold { (page.say(&Message::new("site-poll").with("votes", poll.votes).with("of", poll.of))) } }
        @if let Some(summary) = &project.summary { div lang=[page.foreign()] { (markdown(summary)) } }
        @if let Some(counted) = counted { (bar(page, &counted.tally)) (deliverables(page, counted)) }
        section id="libres" {
            h2 { (page.word("site-free-title")) }
            @if free.is_empty() { p.empty { (page.word("site-none-free")) } }
            ul.cards { @for it in &free { (card(page, it)) } }
        }
        @if project.ended.is_none() {
            section { h2 { (page.word("site-join")) } (who(page, project)) (doors::join(page, project)) }
        }
        @if !project.needs.is_empty() {
            section { h2 { (page.word("fact-needs")) } ul lang=[page.foreign()] { @for need in &project.needs { li { (visible_line(need)) } } } }
        }
        section { h2 { (page.word("site-progress")) } (chart(page, "burnup", &site.burnup(Some(&project.slug)))) }
        (rest(page, &others))
    };
    let about = project.summary.as_deref().and_then(|text| text.lines().next()).unwrap_or(&project.title);
    page.framed(&title, about, &body)
}

fn deliverables(page: Page<'_>, counted: &ProjectProgress) -> Markup {
    html! {
        @if !counted.deliverables.is_empty() {
            section { h2 { (page.word("site-deliverables")) } ul.deliverables { @for it in &counted.deliverables {
                li {
                    h3 { span lang=[page.foreign()] { (visible_line(&it.title)) } @if it.first { " " span.badge.gold { (page.word("why-first-deliverable")) } } }
                    @if it.tally.tasks > 0 { (bar(page, &it.tally)) }
                    p { (deliverable_state(page, it)) }
                }
            } } }
        }
    }
}

/// Who answers for it, and how many joined.
fn who(page: Page<'_>, project: &Project) -> Markup {
    let leads: Vec<&str> = project.leads.iter().map(|lead| lead.as_str()).collect();
    html! {
        @if !leads.is_empty() { p { (page.word("fact-leads")) (page.word("colon")) (page.view.say.list(&leads)) } }
        @let count = page.site().joined(&project.slug);
        @if count > 0 { p { (page.say(&Message::new("site-joined").with("count", count))) } }
    }
}

/// The tasks that cannot be taken: held or waiting first, then what is over.
fn rest(page: Page<'_>, others: &[&PublicTask]) -> Markup {
    let (done, going): (Vec<&PublicTask>, Vec<&PublicTask>) = others.iter().copied().partition(|it| it.task.is_over());
    let rows = |key: &'static str, tasks: &[&PublicTask]| {
        html! {
            @if !tasks.is_empty() {
                section { h2 { (page.word(key)) } ul.rows { @for it in tasks {
                    li { a href=(page.to(Target::Task(&it.task.id))) lang=[page.foreign()] { (visible_line(&it.task.title)) } " — " (stand(page, &it.row))
                        @if let (Status::Done, Some(done)) = (it.row.status, &it.task.done) { " · " (evidence(page, &done.evidence)) } }
                } } }
            }
        }
    };
    html! { (rows("site-going", &going)) (rows("site-over-title", &done)) }
}

/// The page of one theme.
pub fn theme(view: &View<'_>, theme: &Theme) -> String {
    let page = view.page(Target::Theme(&theme.slug));
    let born: Vec<&Project> = page.site().projects.values().filter(|it| it.theme.as_ref() == Some(&theme.slug)).collect();
    let title = visible_line(&theme.title);
    let body = html! {
        nav.crumbs aria-label=(page.word("site-crumbs")) { a href=(page.to(Target::Projects)) { (page.word("site-nav-projects")) } }
        h1 lang=[page.foreign()] { (title) }
        @if let Some(question) = &theme.question { p.lead lang=[page.foreign()] { (visible_line(question)) } }
        @if !theme.ideas.is_empty() {
            section { h2 { (page.word("site-ideas")) } ul lang=[page.foreign()] { @for idea in &theme.ideas {
                li { (visible_line(idea)) @for project in carrying(idea, born.iter().copied()) { " → " a href=(page.to(Target::Project(&project.slug))) lang=[page.foreign()] { (visible_line(&project.title)) } } }
            } } }
        }
        section { h2 { (page.word("site-nav-projects")) }
            @if born.is_empty() { p.empty { (page.word("site-no-project")) } }
            ul.projects { @for project in &born { (entry(page, project)) } }
        }
        (success::of_theme(page, theme))
    };
    page.framed(&title, theme.question.as_deref().unwrap_or(&theme.title), &body)
}
