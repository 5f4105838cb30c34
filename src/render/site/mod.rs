//! The public page: static files that everybody can read, in every language, from the same facts as the terminal shows.
//!
//! Everything is escaped by the template language, shows what is hidden, and leads only where people may be sent. The same
//! data on the same day give the same bytes.

mod calendar;
mod card;
mod chart;
mod doors;
mod feed;
mod frame;
mod home;
mod lettering;
mod links;
mod markdown;
mod projects;
mod success;
mod task;
mod tasks;
mod texts;

use std::thread;

use maud::{DOCTYPE, html};
use url::Url;

use crate::domain::name::Slug;
use crate::usecase::read::site::Site;

use super::catalogue::Catalogue;
use super::data;
use super::language::Language;
use super::safe::visible_line;

use frame::{LAMP, View};
use links::{Target, words};

/// Where the pages will be read.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The address of the folder, where it is known: feeds and pictures of a page on other sites need it.
    pub base: Option<Url>,
    /// The language of whoever comes without saying which.
    pub front: Language,
}

impl Publication {
    /// The address of the page or file at `path`.
    fn absolute(&self, path: &str) -> Option<String> {
        self.base.as_ref()?.join(path).ok().map(String::from)
    }

    fn has_address(&self) -> bool {
        self.base.is_some()
    }
}

/// A place for one file: its path, with `/` between folders, and its bytes.
pub type Put<'a, E> = &'a (dyn Fn(&str, &[u8]) -> Result<(), E> + Sync);

/// Hands every file of the public page to `put`, in no particular order, from several threads.
///
/// # Errors
/// The first that `put` gives.
pub fn write<E: Send>(site: &Site, publication: &Publication, put: Put<'_, E>) -> Result<(), E> {
    put("site.css", include_bytes!("assets/site.css"))?;
    put("site.js", include_bytes!("assets/site.js"))?;
    put("lamp.svg", LAMP.as_bytes())?;
    put("index.html", front(site, publication).as_bytes())?;
    put("data.schema.json", data::site_schema().as_bytes())?;
    put("data.json", data::site_text(site).as_bytes())?;
    if let Some(map) = site_map(site, publication) {
        put("sitemap.xml", map.as_bytes())?;
    }
    thread::scope(|scope| {
        let languages = Language::ALL.map(|language| scope.spawn(move || in_language(site, publication, language, put)));
        languages.into_iter().try_for_each(|it| it.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
    })
}

/// How many pages there are of those that grow in number with the campaign: nearly all that is written.
pub fn pages(site: &Site) -> usize {
    (site.tasks.len() + site.projects.len() + site.themes.len()) * Language::ALL.len()
}

/// The calendar of the campaign alone: what is due, for people's own calendars.
pub fn agenda(site: &Site, say: &Catalogue) -> String {
    let publication = Publication { base: None, front: say.language() };
    calendar::calendar(&View::new(site, say, &publication), None)
}

/// Every file of one language.
fn in_language<E>(site: &Site, publication: &Publication, language: Language, put: Put<'_, E>) -> Result<(), E> {
    let say = Catalogue::new(language, site.today);
    let view = View::new(site, &say, publication);
    let page = |target: Target<'_>, html: String| put(&target.path(language), html.as_bytes());
    let bytes = |name: &str, bytes: &[u8]| put(&format!("{}/{name}", language.tag()), bytes);
    let file = |name: &str, text: &str| bytes(name, text.as_bytes());
    page(Target::Home, home::home(&view))?;
    for number in 0..tasks::pages(site) {
        page(Target::Tasks(number), tasks::list(&view, number))?;
    }
    for (wish, label) in &view.wishes {
        page(Target::Wish(wish), tasks::narrowed(&view, wish, label))?;
    }
    for it in &site.tasks {
        page(Target::Task(&it.task.id), task::task(&view, it))?;
    }
    page(Target::Projects, projects::projects(&view))?;
    for project in site.projects.values() {
        page(Target::Project(&project.slug), projects::project(&view, project))?;
        file(&calendar_of(&project.slug, language), &calendar::calendar(&view, Some(&project.slug)))?;
    }
    for theme in &site.themes {
        page(Target::Theme(&theme.slug), projects::theme(&view, theme))?;
    }
    for number in 0..success::pages(site) {
        page(Target::Successes(number), success::successes(&view, number))?;
    }
    page(Target::How, texts::how(&view))?;
    page(Target::People, texts::people(&view))?;
    file("calendar.ics", &calendar::calendar(&view, None))?;
    for (name, feed) in [("successes.xml", feed::successes(&view)), ("tasks.xml", feed::tasks(&view))] {
        if let Some(feed) = feed {
            file(name, &feed)?;
        }
    }
    if publication.has_address()
        && let Some(picture) = card::card(&view)
    {
        bytes(card::NAME, &picture)?;
    }
    Ok(())
}

/// Where the calendar of a project lives, below its language.
fn calendar_of(project: &Slug, language: Language) -> String {
    format!("{}/{}.ics", words(language).projects, project.as_str())
}

/// The page at the top: on to the language of the campaign, or to the other.
fn front(site: &Site, publication: &Publication) -> String {
    let home = |language: Language| Target::Home.path(language);
    let name = visible_line(&site.campaign.name);
    let page = html! {
        (DOCTYPE)
        html lang=(publication.front.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="refresh" content=(format!("0; url={}", home(publication.front)));
                title { (name) }
                link rel="stylesheet" href="site.css";
                link rel="icon" type="image/svg+xml" href="lamp.svg";
            }
            body { main { h1 { (name) } ul {
                @for language in Language::ALL {
                    li { a href=(home(language)) lang=(language.tag()) hreflang=(language.tag()) { (Catalogue::new(language, site.today).word("site-own-language")) } }
                }
            } } }
        }
    };
    page.into_string()
}

/// Where the pages are, for search engines: <https://www.sitemaps.org>.
fn site_map(site: &Site, publication: &Publication) -> Option<String> {
    let themes = site.themes.iter().map(|theme| Target::Theme(&theme.slug));
    let own =
        site.tasks.iter().map(|it| Target::Task(&it.task.id)).chain(site.projects.keys().map(Target::Project)).chain(themes);
    let all = [Target::Home, Target::Tasks(0), Target::Projects, Target::Successes(0), Target::How, Target::People].into_iter();
    let paths = all.chain(own).flat_map(|target| Language::ALL.map(|language| target.path(language)));
    let addresses: Vec<String> = paths.map(|path| publication.absolute(&path)).collect::<Option<_>>()?;
    let map = html! { urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" { @for address in addresses { url { loc { (address) } } } } };
    Some(format!("<?xml version='1.0' encoding='UTF-8'?>\n{}", map.into_string()))
}
