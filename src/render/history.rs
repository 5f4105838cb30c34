//! Who did what when.

use textwrap::core::display_width;

use crate::domain::message::Message;
use crate::usecase::read::history::{Deed, Event, History};

use super::catalogue::Catalogue;
use super::pen::{Pen, Style};
use super::safe::visible;

/// What happened, the first thing first: the day, what it was, by whom where that does not say, and the commit.
pub fn history(pen: &mut Pen<'_>, say: &Catalogue, history: &History) {
    pen.wrapped_styled(Style::Strong, "", &visible(&history.title)).end();
    if let Some(day) = history.known_since {
        pen.wrapped("", &say.say(&Message::new("history-known-since").with("day", day))).end();
    }
    if history.events.is_empty() && history.known_since.is_none() {
        pen.wrapped("", &say.word("history-nothing"));
    }
    let width = history.events.iter().map(|event| display_width(&say.short_day(event.day))).max().unwrap_or_default();
    let mut last = None;
    for event in &history.events {
        for deed in &event.deeds {
            let day = if last == Some(event.day) { String::new() } else { say.short_day(event.day) };
            let gap = " ".repeat(width.saturating_sub(display_width(&day)) + 2);
            pen.hanging(&format!("{day}{gap}"), &say.say(&with_origin(event, deed)));
            last = Some(event.day);
        }
    }
}

/// The sentence, and where it comes from.
fn with_origin(Event { commit, by, author, .. }: &Event, deed: &Deed) -> Message {
    let told = match by {
        Some(who) if deed.person.as_ref() == Some(who) => Message::new("history-told"),
        Some(who) => Message::new("history-told-by-both").with("by", who).with("author", author.as_str()),
        None => Message::new("history-told-by").with("by", author.as_str()),
    };
    told.with("said", deed.sentence.clone()).with("commit", commit.short())
}
