//! What was achieved, with what can be looked at.

use maud::{Markup, html};

use crate::domain::message::Message;
use crate::domain::project::Theme;
use crate::render::safe::visible_line;
use crate::usecase::read::site::{Site, Success};

use super::frame::{Page, View};
use super::links::Target;
use super::task::evidence;

/// The most successes on one page.
const PAGE: usize = 200;

/// How many pages there are of them; one where there is none.
pub fn pages(site: &Site) -> usize {
    site.successes().len().div_ceil(PAGE).max(1)
}

/// One page of the successes, from 0, the latest first.
pub fn successes(view: &View<'_>, number: usize) -> String {
    let page = view.page(Target::Successes(number));
    let all = page.site().successes();
    let title = page.word("site-nav-successes");
    let body = html! {
        h1 { (title) }
        @if all.is_empty() {
            p.lead { (page.word("site-no-success")) }
        } @else {
            p.lead { (page.say(&Message::new("site-successes-lead").with("count", all.len()))) }
        }
        h2.unseen { (page.word("site-latest")) }
        (list(page, all.chunks(PAGE).nth(number).unwrap_or_default()))
        (page.pages(all.len().div_ceil(PAGE), Target::Successes))
    };
    page.framed(&title, &page.word("site-successes-about"), &body)
}

/// The successes of the projects of `theme`.
pub fn of_theme(page: Page<'_>, theme: &Theme) -> Markup {
    let is_of = |it: &Success<'_>| {
        page.site().projects.get(it.project).is_some_and(|project| project.theme.as_ref() == Some(&theme.slug))
    };
    let own: Vec<Success<'_>> = page.site().successes().into_iter().filter(is_of).collect();
    html! { @if !own.is_empty() { section { h2 { (page.word("site-nav-successes")) } (list(page, &own)) } } }
}

/// Successes in a list.
pub fn list(page: Page<'_>, all: &[Success<'_>]) -> Markup {
    html! {
        ul.successes { @for it in all {
            li.delivered[it.task.is_none()] {
                p.when { (page.day(it.at)) }
                div {
                    h3 {
                        @match it.task {
                            Some(id) => a href=(page.to(Target::Task(id))) lang=[page.foreign()] { (visible_line(it.title)) },
                            None => (page.say(&Message::new("site-delivered-title").with("title", it.title.to_owned()))),
                        }
                    }
                    p { (evidence(page, it.evidence)) }
                    p.meta { a href=(page.to(Target::Project(it.project))) lang=[page.foreign()] { (visible_line(page.site().project_title(it.project))) } " · " (it.by) }
                }
            }
        } }
    }
}
