//! What stands around every page: its head, the way to the other pages, and what day it speaks of.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::render::safe::{visible, visible_line};
use crate::render::words::deadline_name;
use crate::render::{Catalogue, Language};
use crate::usecase::read::progress::countdown;
use crate::usecase::read::site::Site;

use super::Publication;
use super::card;
use super::links::{Target, Wish};
use super::tasks::wishes;

/// What a page may load: its own style sheet, its own script, its own pictures, other pages of the same folder. Nothing else, from
/// nowhere else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// The lamp, drawn in the colour of the text around it but for its light.
pub const LAMP: &str = include_str!("assets/lamp.svg");

/// A campaign in one language.
pub struct View<'a> {
    /// What is shown.
    pub site: &'a Site,
    /// The sentences.
    pub say: &'a Catalogue,
    /// Where it will be published.
    pub publication: &'a Publication,
    /// The words said so far: most of them stand on every page.
    words: RefCell<HashMap<&'static str, String>>,
    /// What can be wished for, since some free task answers it, and what it is called.
    pub wishes: BTreeMap<Wish, String>,
}

/// A page about to be written.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The campaign in its language.
    pub view: &'a View<'a>,
    /// Where the page lives.
    pub here: Target<'a>,
}

impl<'a> View<'a> {
    /// The campaign in the language of `say`.
    pub fn new(site: &'a Site, say: &'a Catalogue, publication: &'a Publication) -> Self {
        Self { site, say, publication, words: RefCell::default(), wishes: wishes(site, say) }
    }

    /// The page that lives at `here`.
    pub fn page(&'a self, here: Target<'a>) -> Page<'a> {
        Page { view: self, here }
    }
}

impl<'a> Page<'a> {
    /// The language of the page.
    pub fn language(self) -> Language {
        self.view.say.language()
    }

    /// The campaign.
    pub fn site(self) -> &'a Site {
        self.view.site
    }

    /// A word of the catalogue.
    pub fn word(self, key: &'static str) -> String {
        self.view.words.borrow_mut().entry(key).or_insert_with(|| self.view.say.word(key)).clone()
    }

    /// A sentence of the catalogue.
    pub fn say(self, message: &Message) -> String {
        self.view.say.say(message)
    }

    /// The language of the campaign's own texts, where the page is in another: they are what they are.
    pub fn foreign(self) -> Option<&'a str> {
        let own = self.site().campaign.language.as_str();
        (own != self.language().tag()).then_some(own)
    }

    /// The address of `target` in the page's own language, from here.
    pub fn to(self, target: Target<'_>) -> String {
        format!("{}{}", self.here.up_in_language(), target.path_in_language(self.language()))
    }

    /// The address of a file that all pages share, from here.
    pub fn asset(self, name: &str) -> String {
        format!("{}{name}", self.here.up())
    }

    /// The address of a file of the page's language, from here.
    pub fn file(self, name: &str) -> String {
        format!("{}{name}", self.here.up_in_language())
    }

    /// `J-11`, which the script counts again on the day of the reader.
    pub fn countdown(self, day: Day) -> Markup {
        let left = (day - self.site().today).num_days();
        html! { span data-countdown=(day) data-before=(self.word("site-countdown-before")) data-after=(self.word("site-countdown-after")) {
            (self.say(&countdown(left)))
        } }
    }

    /// What the deadline is called.
    pub fn deadline_name(self) -> String {
        self.say(&deadline_name(self.site().campaign.deadline))
    }

    /// A day in full: `4 décembre 2026`.
    pub fn day(self, day: Day) -> Markup {
        html! { time datetime=(day) { (self.language().full_day(day)) } }
    }

    /// The whole page around `body`.
    pub fn framed(self, title: &str, about: &str, body: &Markup) -> String {
        let (title, about) = (visible_line(title), visible(about));
        let campaign = visible_line(&self.site().campaign.name);
        let full = if self.here == Target::Home { campaign.to_string() } else { format!("{title} · {campaign}") };
        let page = html! {
            (DOCTYPE)
            html lang=(self.language().tag()) data-zone=(self.site().campaign.timezone.name()) data-day=(self.site().today) {
                head { (self.head(&full, &about)) }
                body {
                    a.skip href="#contenu" { (self.word("site-skip")) }
                    (self.header(&campaign))
                    main id="contenu" tabindex="-1" { (body) }
                    (self.footer())
                }
            }
        };
        page.into_string()
    }

    /// The way to the other pages of a list of `count` pages; nothing where there is one.
    pub fn pages(self, count: usize, target: impl Fn(usize) -> Target<'static>) -> Markup {
        html! {
            @if count > 1 {
                nav.pages data-pages aria-label=(self.word("site-pages")) {
                    ul { @for number in 0..count {
                        @let other = target(number);
                        li { a href=(self.to(other)) aria-current=[(self.here == other).then_some("page")] { (number + 1) } }
                    } }
                }
            }
        }
    }

    fn head(self, title: &str, about: &str) -> Markup {
        let absolute = |path: &str| self.view.publication.absolute(path);
        html! {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            title { (title) }
            meta name="description" content=(about);
            link rel="stylesheet" href=(self.asset("site.css"));
            link rel="icon" type="image/svg+xml" href=(self.asset("lamp.svg"));
            @for language in Language::ALL {
                link rel="alternate" hreflang=(language.tag()) href=(self.in_language(language));
            }
            link rel="alternate" hreflang="x-default" href=(self.in_language(self.view.publication.front));
            @if self.view.publication.has_address() {
                link rel="alternate" type="application/atom+xml" title=(self.word("site-feed-successes")) href=(self.file("successes.xml"));
                link rel="alternate" type="application/atom+xml" title=(self.word("site-feed-tasks")) href=(self.file("tasks.xml"));
            }
            meta property="og:title" content=(title);
            meta property="og:description" content=(about);
            meta property="og:type" content="website";
            meta property="og:locale" content=(self.language().locale_name());
            @if let Some(address) = absolute(&self.here.path(self.language())) {
                link rel="canonical" href=(address);
                meta property="og:url" content=(address);
            }
            @if let Some(picture) = absolute(&format!("{}/{}", self.language().tag(), card::NAME)) {
                meta property="og:image" content=(picture);
                meta property="og:image:width" content=(card::SIZE.0);
                meta property="og:image:height" content=(card::SIZE.1);
                meta property="og:image:alt" content=(visible_line(&self.site().campaign.name));
                meta name="twitter:card" content="summary_large_image";
            }
            script src=(self.asset("site.js")) defer {}
        }
    }

    fn in_language(self, language: Language) -> String {
        let path = self.here.path(language);
        self.view.publication.absolute(&path).unwrap_or_else(|| format!("{}{path}", self.here.up()))
    }

    fn header(self, campaign: &str) -> Markup {
        let entries = [
            (Target::Tasks(0), "site-nav-tasks"),
            (Target::Projects, "site-nav-projects"),
            (Target::Successes(0), "site-nav-successes"),
            (Target::How, "site-nav-how"),
        ];
        html! {
            header.top {
                a.brand href=(self.to(Target::Home)) aria-current=[(self.here == Target::Home).then_some("page")] {
                    (PreEscaped(LAMP)) span { (campaign) }
                }
                nav aria-label=(self.word("site-nav")) {
                    ul {
                        @for (target, key) in entries {
                            li { a href=(self.to(target)) aria-current=[(self.here == target).then_some("page")] { (self.word(key)) } }
                        }
                        @for language in Language::ALL.into_iter().filter(|it| *it != self.language()) {
                            li.language {
                                a href=(format!("{}{}", self.here.up(), self.here.path(language))) lang=(language.tag()) hreflang=(language.tag()) {
                                    (self.word(match language { Language::French => "site-in-french", Language::English => "site-in-english" }))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn footer(self) -> Markup {
        let site = self.site();
        html! {
            footer {
                p { (self.word("site-as-of")) " " (self.day(site.today)) "." }
                @if !site.progress.problems.is_empty() {
                    p.warning { (self.say(&Message::new("site-unreadable").with("count", site.progress.problems.len()))) }
                }
                ul {
                    li { a href=(self.to(Target::People)) { (self.word("site-nav-people")) } }
                    li { a href=(self.file("calendar.ics")) { (self.word("site-calendar")) } }
                    @if self.view.publication.has_address() {
                        li { a href=(self.file("successes.xml")) { (self.word("site-feed-successes")) } }
                        li { a href=(self.file("tasks.xml")) { (self.word("site-feed-tasks")) } }
                    }
                    li { a href=(self.asset("data.json")) { (self.word("site-data")) } }
                    @if let Some(contact) = &site.campaign.contact {
                        @if let Some((name, link)) = crate::domain::link::named_by_itself(contact) {
                            li { a href=(link) { (name) } }
                        }
                    }
                }
                p { (self.word("site-made-with")) }
            }
        }
    }
}
