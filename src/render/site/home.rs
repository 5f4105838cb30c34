//! Where all begins: how many days are left, how far everything has come, what was finished, what can be done with an hour.

use std::cmp::Ordering;

use maud::{Markup, html};

use crate::domain::message::Message;
use crate::render::safe::visible_line;

use super::chart::chart;
use super::frame::{Page, View};
use super::links::Target;
use super::projects::{bar, entry};
use super::success;
use super::task::named_link;
use super::tasks::{by_time, card};

/// How many free tasks are shown.
const OFFERS: usize = 3;
/// How many successes are shown.
const NEWS: usize = 6;

/// The first page.
pub fn home(view: &View<'_>) -> String {
    let page = view.page(Target::Home);
    let site = page.site();
    let levels = site.burnup(None);
    let now = levels.last().map(|(_, level)| *level).unwrap_or_default();
    let free = site.free().count();
    let projects = site.ranked_projects();
    let body = html! {
        section.hero {
            p.days { (page.countdown(site.deadline)) }
            h1 { (appointment(page)) }
            @if now.tasks > 0 {
                (bar(page, &site.progress.total))
                p { (page.say(&Message::new("site-hours").with("hours", now.planned_done).with("planned", now.planned))) }
            }
        }
        section.have {
            h2 { (page.word("site-step-in")) }
            (by_time(page))
            ul.cards { @for it in site.free().take(OFFERS) { (card(page, it)) } }
            @if free == 0 { p.empty { (page.word("site-tasks-empty")) } }
            p { a.button href=(page.to(Target::Tasks(0))) {
                @if free == 0 { (page.word("site-propose-title")) } @else { (page.say(&Message::new("site-all-free").with("count", free))) }
            } }
        }
        (news(page))
        @if !projects.is_empty() {
            section { h2 { (page.word("site-nav-projects")) } ul.projects { @for project in projects { (entry(page, project)) } } }
        }
        @if now.tasks > 0 { section { h2 { (page.word("site-chart-title")) } (chart(page, "burnup", &levels)) } }
        @if !site.campaign.also.is_empty() {
            section { h2 { (page.word("site-also")) } ul lang=[page.foreign()] { @for it in &site.campaign.also { li { (named_link(&it.label, &it.link)) } } } }
        }
    };
    page.framed(&visible_line(&site.campaign.name), &page.word("site-home-about"), &body)
}

/// What the campaign is on its way to, or was.
pub fn appointment(page: Page<'_>) -> String {
    let site = page.site();
    let key = match site.deadline.cmp(&site.today) {
        Ordering::Greater => "site-hero",
        Ordering::Equal => "site-hero-today",
        Ordering::Less => "site-hero-past",
    };
    let when = page.language().weekday(site.deadline, site.today);
    page.say(&Message::new(key).with("what", page.deadline_name()).with("when", when))
}

/// What was finished in the last seven days; else what was finished last.
fn news(page: Page<'_>) -> Markup {
    let all = page.site().successes();
    let lately: Vec<_> = all.iter().copied().filter(|it| page.site().is_lately(it.at)).collect();
    let (key, shown) = if lately.is_empty() { ("site-latest", &all) } else { ("site-this-week", &lately) };
    html! {
        section {
            h2 { (page.word(key)) }
            @if shown.is_empty() { p.empty { (page.word("site-no-success")) } }
            (success::list(page, &shown[..shown.len().min(NEWS)]))
            @if all.len() > shown.len().min(NEWS) { p { a href=(page.to(Target::Successes(0))) { (page.word("site-all-successes")) } } }
        }
    }
}
