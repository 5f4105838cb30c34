//! The two pages of prose: how it works, and what is shown about people.

use maud::html;

use crate::render::Language;
use crate::render::safe::visible_line;

use super::doors;
use super::frame::View;
use super::links::Target;
use super::markdown::below;

/// How it works.
pub fn how(view: &View<'_>) -> String {
    let page = view.page(Target::How);
    let text = match page.language() {
        Language::French => include_str!("../pages/how.fr.md"),
        Language::English => include_str!("../pages/how.en.md"),
    };
    let title = page.word("site-nav-how");
    let body = html! {
        h1 { (title) }
        (below(1, text))
        section { h2 { (page.word("site-propose-title")) } p { (page.word("site-propose-lead")) } (doors::propose(page)) }
        p { a.button href=(page.to(Target::Tasks(0))) { (page.word("site-nav-tasks")) } }
    };
    page.framed(&title, &page.word("site-how-about"), &body)
}

/// What is shown about people, and how to be removed.
pub fn people(view: &View<'_>) -> String {
    let page = view.page(Target::People);
    let campaign = &page.site().campaign;
    let contact = campaign.contact.clone().unwrap_or_else(|| page.word("no-contact-yet"));
    let text = match page.language() {
        Language::French => include_str!("../pages/people.fr.md"),
        Language::English => include_str!("../pages/people.en.md"),
    };
    let title = page.word("site-nav-people");
    let body = html! { h1 { (title) } (below(1, &text.replace("{contact}", &visible_line(&contact)))) };
    page.framed(&title, &page.word("site-people-about"), &body)
}
