//! Tables whose keys are data: labels and links, days and times.

use std::collections::BTreeMap;

use crate::domain::budget::Minutes;
use crate::domain::day::{Day, parse_day};
use crate::domain::link::is_safe_link;
use crate::domain::message::Message;
use crate::domain::text::line_fault;

use super::fields::Fields;
use super::source::Source;

impl Fields<'_, '_> {
    /// Labels and links, in the order of the file. An unsafe link is a problem, but kept: it is shown, never followed.
    pub(super) fn links(&self, source: &mut Source<'_>) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for (label, key_span, value) in self.entries() {
            if let Some(fault) = line_fault(label) {
                source.add_fault(Some(key_span), self.name(label), fault);
            }
            match value.get_ref().as_str() {
                Some(link) => {
                    if !is_safe_link(link) {
                        self.mismatch(source, label, value, Message::new("expect-link"));
                    }
                    found.push((label.to_owned(), link.to_owned()));
                }
                None => self.mismatch(source, label, value, Message::new("expect-link")),
            }
        }
        found
    }

    /// Days and durations: the time spent.
    pub(super) fn times(&self, source: &mut Source<'_>) -> BTreeMap<Day, Minutes> {
        let mut found = BTreeMap::new();
        for (key, key_span, value) in self.entries() {
            let time = value.get_ref().as_str().and_then(Minutes::parse);
            match (parse_day(key).filter(|day| day.to_string() == key), time) {
                (Some(day), Some(time)) => drop(found.insert(day, time)),
                (None, _) => self.misnamed(source, key, key_span, Message::new("expect-day")),
                (_, None) => self.mismatch(source, key, value, Message::new("expect-duration")),
            }
        }
        found
    }
}
