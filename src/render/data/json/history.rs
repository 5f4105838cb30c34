//! The JSON of who did what when.

use serde::Serialize;

use crate::domain::text::UNBROKEN;
use crate::render::catalogue::Catalogue;
use crate::usecase::context::past::Past;
use crate::usecase::read::history::History;

use super::document_of;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct HistoryPage<'a> {
    title: &'a str,
    /// The day since which the past is known, where only a part of it is.
    known_since: Option<String>,
    events: Vec<EventLine<'a>>,
}

#[derive(Serialize)]
struct EventLine<'a> {
    commit: &'a str,
    day: String,
    /// As the commit says.
    by: Option<&'a str>,
    author: &'a str,
    deeds: Vec<DeedLine<'a>>,
}

#[derive(Serialize)]
struct DeedLine<'a> {
    change: &'a str,
    task: Option<&'a str>,
    person: Option<&'a str>,
    sentence: String,
}

/// What happened; the sentences are those of `say`.
pub fn history(history: &History, say: &Catalogue, past: Option<&Past>) -> String {
    let events = history.events.iter().map(|event| EventLine {
        commit: event.commit.as_str(),
        day: event.day.to_string(),
        by: event.by.as_ref().map(|who| who.as_str()),
        author: &event.author,
        deeds: event
            .deeds
            .iter()
            .map(|deed| DeedLine {
                change: deed.change.as_str(),
                task: deed.task.as_ref().map(|id| id.as_str()),
                person: deed.person.as_ref().map(|who| who.as_str()),
                sentence: say.say(&deed.sentence).replace(UNBROKEN, " "),
            })
            .collect(),
    });
    let known_since = history.known_since.map(|day| day.to_string());
    document_of("history", past, HistoryPage { title: &history.title, known_since, events: events.collect() })
}
