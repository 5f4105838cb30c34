//! What is new, for readers of feeds: RFC 4287. An entry leads to a page, so there are feeds only where the pages have an address.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};

use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::render::safe::visible_line;
use crate::usecase::read::site::PublicTask;

use super::frame::View;
use super::links::Target;

/// The most entries of a feed.
const ENTRIES: usize = 50;

/// The feed of what was achieved; `None` where the pages have no address.
pub fn successes(view: &View<'_>) -> Option<String> {
    let site = view.site;
    let all = site.successes();
    let entries = all.iter().take(ENTRIES).filter_map(|it| {
        let (target, title) = match it.task {
            Some(id) => (Target::Task(id), it.title.to_owned()),
            None => (
                Target::Project(it.project),
                view.say.say(&Message::new("site-delivered-title").with("title", it.title.to_owned())),
            ),
        };
        let text = format!("{} · {}", site.project_title(it.project), it.evidence.as_str());
        entry(view, target, &format!("done-{}", it.at), it.at, &title, &text)
    });
    feed(view, "successes.xml", "site-feed-successes", entries.collect())
}

/// The feed of the tasks that were added last and are free; `None` where the pages have no address.
pub fn tasks(view: &View<'_>) -> Option<String> {
    let mut free: Vec<&PublicTask> = view.site.free().collect();
    free.sort_by(|a, b| b.task.created.cmp(&a.task.created).then_with(|| a.task.id.cmp(&b.task.id)));
    let entries = free.into_iter().take(ENTRIES).filter_map(|it| {
        let text =
            format!("{} · {}", view.say.language().budget(it.task.budget), it.task.done_when.as_deref().unwrap_or_default());
        entry(view, Target::Task(&it.task.id), "new", it.task.created, &it.task.title, &text)
    });
    feed(view, "tasks.xml", "site-feed-tasks", entries.collect())
}

fn feed(view: &View<'_>, file: &str, title: &str, entries: Vec<Entry>) -> Option<String> {
    let language = view.say.language();
    let own = view.publication.absolute(&format!("{}/{file}", language.tag()))?;
    let home = view.publication.absolute(&Target::Home.path(language))?;
    let last = entries.first().map_or_else(|| instant(view.site.campaign.started.unwrap_or(view.site.today)), |it| it.updated);
    let name = visible_line(&view.site.campaign.name).into_owned();
    let link = |href: String, rel: &str| Link { href, rel: rel.to_owned(), ..Link::default() };
    let feed = Feed {
        title: Text::plain(format!("{name}{}{}", view.say.word("colon"), view.say.word(title))),
        id: own.clone(),
        updated: last,
        authors: vec![Person { name, ..Person::default() }],
        generator: Some(Generator { value: "mpa".to_owned(), ..Generator::default() }),
        links: vec![link(own, "self"), link(home, "alternate")],
        lang: Some(language.tag().to_owned()),
        entries,
        ..Feed::default()
    };
    Some(feed.to_string())
}

fn entry(view: &View<'_>, target: Target<'_>, what: &str, at: Day, title: &str, text: &str) -> Option<Entry> {
    let address = view.publication.absolute(&target.path(view.say.language()))?;
    Some(Entry {
        title: Text::plain(visible_line(title).into_owned()),
        id: format!("{address}#{what}"),
        updated: instant(at),
        links: vec![Link { href: address, rel: "alternate".to_owned(), ..Link::default() }],
        summary: Some(Text::plain(visible_line(text).into_owned())),
        ..Entry::default()
    })
}

/// The beginning of a day: the files know no hours.
fn instant(day: Day) -> FixedDateTime {
    day.and_time(chrono::NaiveTime::MIN).and_utc().fixed_offset()
}
