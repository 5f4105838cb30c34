//! What can be done now: all free tasks, and the ways to narrow them down, which are links to other pages where there is no
//! script, and one form where there is.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use crate::domain::budget::Minutes;
use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::task::Place;
use crate::domain::text::folded;
use crate::render::safe::visible_line;
use crate::render::words::{is_overdue, pending, place};
use crate::render::{Catalogue, Language};
use crate::usecase::read::site::{PublicTask, Site};

use super::doors;
use super::frame::{Page, View};
use super::links::{TIMES, Target, Wish, places, short, words};

/// The most tasks on one page.
const PAGE: usize = 500;

/// How many pages the list has; one where it is empty.
pub fn pages(site: &Site) -> usize {
    site.free().count().div_ceil(PAGE).max(1)
}

/// One page of the list, from 0.
pub fn list(view: &View<'_>, number: usize) -> String {
    let page = view.page(Target::Tasks(number));
    let free: Vec<&PublicTask> = page.site().free().collect();
    let shown = free.chunks(PAGE).nth(number).unwrap_or_default();
    let title = page.word("site-tasks-title");
    let body = html! {
        h1 { (title) }
        p.lead { (page.say(&Message::new("site-tasks-lead").with("count", free.len()))) }
        (form(page))
        (by_time(page))
        (by_link(page))
        @if shown.is_empty() { p.empty { (page.word("site-tasks-empty")) } }
        p.count role="status" data-count data-one=(page.word("site-found-one")) data-many=(page.word("site-found-many")) data-none=(page.word("site-found-none")) {}
        h2.unseen { (page.word("site-tasks-all")) }
        ul.cards data-list { @for it in shown { (found_card(page, it)) } }
        @if pages(page.site()) > 1 { p.warning data-part hidden { (page.word("site-part")) } }
        (page.pages(pages(page.site()), Target::Tasks))
        section { h2 { (page.word("site-propose-title")) } p { (page.word("site-propose-lead")) } (doors::propose(page)) }
    };
    page.framed(&title, &page.word("site-tasks-about"), &body)
}

/// The free tasks that answer one wish.
pub fn narrowed(view: &View<'_>, wish: &Wish, label: &str) -> String {
    let page = view.page(Target::Wish(wish));
    let fitting: Vec<&PublicTask> = page.site().free().filter(|it| wish.fits(it)).collect();
    let title = match wish {
        Wish::Time(_) => page.say(&Message::new("site-with-time").with("label", label)),
        Wish::Place(_) | Wish::Skill(_) => page.say(&Message::new("site-with-wish").with("label", label)),
    };
    let title = visible_line(&title);
    let body = html! {
        nav.crumbs aria-label=(page.word("site-crumbs")) { a href=(page.to(Target::Tasks(0))) { (page.word("site-tasks-all")) } }
        h1 { (title) }
        p.lead { (page.say(&Message::new("site-tasks-lead").with("count", fitting.len()))) }
        (by_time(page))
        h2.unseen { (page.word("site-tasks-all")) }
        ul.cards { @for it in fitting.iter().take(PAGE) { (card(page, it)) } }
        @if fitting.len() > PAGE {
            p { a href=(page.to(Target::Tasks(0))) { (page.say(&Message::new("list-cut").with("shown", PAGE).with("count", fitting.len()))) } }
        }
    };
    page.framed(&title, &page.word("site-tasks-about"), &body)
}

/// Every wish that some free task answers, with what it is called.
pub fn wishes(site: &Site, say: &Catalogue) -> BTreeMap<Wish, String> {
    let mut all = BTreeMap::new();
    for time in TIMES.into_iter().filter_map(Minutes::new) {
        let wish = Wish::Time(time);
        if site.free().any(|it| wish.fits(it)) {
            all.insert(wish, say.language().time(time));
        }
    }
    for it in site.free() {
        for skill in &it.task.skills {
            all.extend(short(skill).map(|name| (Wish::Skill(name), skill.clone())));
        }
        for name in places(&it.task) {
            let label = match name.as_str() {
                "remote" => say.word("place-remote"),
                "on-site" => say.word("place-on-site"),
                _ => it.task.place.town().unwrap_or(&name).to_owned(),
            };
            all.insert(Wish::Place(name), label);
        }
    }
    all
}

/// One task of a list.
pub fn card(page: Page<'_>, it: &PublicTask) -> Markup {
    html! { li.card { (told(page, it)) } }
}

/// The same with what the form looks at.
fn found_card(page: Page<'_>, it: &PublicTask) -> Markup {
    let task = &it.task;
    let skills: Vec<String> = task.skills.iter().filter_map(|skill| short(skill)).collect();
    html! {
        li.card data-time=(task.budget.most().get()) data-skill=(skills.join(" ")) data-place=(places(task).join(" ")) data-project=(task.project.as_str()) data-words=(searched(page, it)) {
            (told(page, it))
        }
    }
}

/// What a card says.
fn told(page: Page<'_>, it: &PublicTask) -> Markup {
    let (task, row) = (&it.task, &it.row);
    let language = page.language();
    html! {
        p.budget { (language.budget(task.budget)) }
        div {
            h3 { a href=(page.to(Target::Task(&task.id))) lang=[page.foreign()] { (visible_line(&task.title)) } }
            @if let Some(result) = &task.done_when { p.result lang=[page.foreign()] { (visible_line(result)) } }
            p.meta {
                a href=(page.to(Target::Project(&task.project))) lang=[page.foreign()] { (visible_line(page.site().project_title(&task.project))) }
                " · " (due(page, it))
                " · " (where_link(page, it))
                @for skill in &task.skills { " " (skill_link(page, skill)) }
                @if row.serves_first { " " span.badge.gold { (page.word("why-first-deliverable")) } }
                @if row.sent_back { " " span.badge { (page.word("status-sent-back")) } }
                @if let Some(asked) = pending(page.view.say, &row.pending) { " " span.badge { (asked) } }
            }
        }
    }
}

/// The day a task is due, marked where that day is past.
fn due(page: Page<'_>, it: &PublicTask) -> Markup {
    let due = it.row.due;
    let is_late = is_overdue(it.row.status, due, page.site().today);
    let day = page.view.say.short_day(due);
    html! { span class=[is_late.then_some("late")] { (page.say(&Message::new(if is_late { "site-due-past" } else { "site-due" }).with("label", day))) } }
}

/// A skill, which leads to the tasks that ask for it.
pub fn skill_link(page: Page<'_>, skill: &str) -> Markup {
    let Some(name) = short(skill) else { return html! { span.tag { (visible_line(skill)) } } };
    wish_link(page, &Wish::Skill(name), &visible_line(skill))
}

/// Where a task is done, which leads to those done there.
pub fn where_link(page: Page<'_>, it: &PublicTask) -> Markup {
    let label = place(page.view.say, &it.task.place);
    let mut names = places(&it.task);
    // What is done as one likes leads to all that can be done from home; what is done on site, to its town where one is named.
    let at = if it.task.place == Place::Either { 0 } else { names.len() - 1 };
    let name = names.swap_remove(at);
    wish_link(page, &Wish::Place(name), &label)
}

/// A tag that leads to the tasks which answer `wish`, where there are any.
fn wish_link(page: Page<'_>, wish: &Wish, label: &str) -> Markup {
    if !page.view.wishes.contains_key(wish) {
        return html! { span.tag { (label) } };
    }
    let wishes = words(page.language()).wishes;
    html! { a.tag href=(page.to(Target::Wish(wish))) data-wish=(wish.in_address(&wishes)) { (label) } }
}

/// What a search looks at beside what the card says: the other words of the task's texts and its id, once each.
fn searched(page: Page<'_>, it: &PublicTask) -> String {
    let task = &it.task;
    let said = [page.site().project_title(&task.project), task.title.as_str(), task.done_when.as_deref().unwrap_or_default()];
    let said = folded(&said.into_iter().chain(task.skills.iter().map(String::as_str)).collect::<Vec<_>>().join(" "));
    let more = folded(&format!("{} {}", task.id.as_str(), task.description.as_deref().unwrap_or_default()));
    let mut words: BTreeSet<&str> = more.split(' ').filter(|word| word.len() > 1).collect();
    for word in said.split(' ') {
        words.remove(word);
    }
    words.into_iter().collect::<Vec<_>>().join(" ")
}

/// The form that the script shows and reads.
fn form(page: Page<'_>) -> Markup {
    let names = words(page.language()).wishes;
    let wishes = &page.view.wishes;
    let options = |is_meant: fn(&Wish) -> bool| {
        html! {
            option value="" { (page.word("site-any")) }
            @for (wish, label) in wishes.iter().filter(|(wish, _)| is_meant(wish)) { option value=(wish.value()) { (visible_line(label)) } }
        }
    };
    html! {
        form.filters role="search" hidden data-filters aria-label=(page.word("site-filters")) {
            label { (page.word("site-filter-words")) input type="search" name=(names.words) data-kind="words" autocomplete="off"; }
            label { (page.word("site-filter-time")) select name=(names.time) data-kind="time" { (options(|it| matches!(it, Wish::Time(_)))) } }
            label { (page.word("site-filter-skill")) select name=(names.skill) data-kind="skill" { (options(|it| matches!(it, Wish::Skill(_)))) } }
            label { (page.word("site-filter-place")) select name=(names.place) data-kind="place" { (options(|it| matches!(it, Wish::Place(_)))) } }
            label { (page.word("fact-project")) select name=(names.project) data-kind="project" {
                option value="" { (page.word("site-any")) }
                @for slug in projects(page) { option value=(slug.as_str()) { (visible_line(page.site().project_title(slug))) } }
            } }
            button type="reset" { (page.word("site-filter-reset")) }
        }
    }
}

/// "I have: 30 min, 1 h, …", each with how many tasks fit; nothing where there is no task.
pub fn by_time(page: Page<'_>) -> Markup {
    let language: Language = page.language();
    let names = words(language).wishes;
    let tile = |time: Minutes| {
        let wish = Wish::Time(time);
        let count = page.site().free().filter(|it| wish.fits(it)).count();
        let told =
            html! { strong { (language.time(time)) } span { (page.say(&Message::new("list-count").with("count", count))) } };
        if count == 0 {
            return html! { span.none { (told) } };
        }
        let (link, current) = (page.to(Target::Wish(&wish)), page.here == Target::Wish(&wish));
        html! { a href=(link) data-wish=(wish.in_address(&names)) aria-current=[current.then_some("page")] { (told) } }
    };
    html! {
        @if page.site().free().next().is_some() {
            nav.times aria-label=(page.word("site-have")) {
                p { (page.word("site-have")) }
                ul { @for time in TIMES.into_iter().filter_map(Minutes::new) { li { (tile(time)) } } }
            }
        }
    }
}

/// The other wishes, for whoever has no script.
fn by_link(page: Page<'_>) -> Markup {
    let group = |key: &'static str, is_meant: fn(&Wish) -> bool| {
        let meant: Vec<_> = page.view.wishes.iter().filter(|(wish, _)| is_meant(wish)).collect();
        html! {
            @if !meant.is_empty() {
                p { (page.word(key)) (page.word("colon")) @for (wish, label) in meant { (wish_link(page, wish, &visible_line(label))) " " } }
            }
        }
    };
    html! {
        div.plain data-plain {
            (group("site-filter-place", |it| matches!(it, Wish::Place(_))))
            (group("site-filter-skill", |it| matches!(it, Wish::Skill(_))))
            @if !projects(page).is_empty() {
                p { (page.word("fact-project")) (page.word("colon")) @for slug in projects(page) {
                    a.tag href=(format!("{}#libres", page.to(Target::Project(slug)))) lang=[page.foreign()] { (visible_line(page.site().project_title(slug))) } " "
                } }
            }
        }
    }
}

/// The projects that have a free task.
fn projects(page: Page<'_>) -> BTreeSet<&Slug> {
    page.site().free().map(|it| &it.task.project).collect()
}
