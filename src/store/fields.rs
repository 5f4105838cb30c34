//! Taking typed values out of a TOML table, one key at a time, collecting everything wrong on the way.

use std::collections::BTreeMap;
use std::ops::Range;

use strum::VariantArray;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use crate::domain::claim::Evidence;
use crate::domain::day::{Day, make_day, parse_day};
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, is_device};
use crate::domain::text::{TextFault, block_fault, line_fault};

use super::kind::kind;
use super::leaf::written;
use super::problem::Severity;
use super::source::Source;

/// How alike an unknown key and the known one it may be meant for are.
const NEAR: f64 = 0.75;

/// The longest key that may be meant for a known one, in bytes.
const KEY_MAX: usize = 40;

/// The largest number that a file holds.
pub(super) const NUMBER_MAX: u32 = 10_000;

/// A table being read. Keys that nobody asked for are unknown and end up in [`Fields::finish`].
pub(super) struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    prefix: String,
    /// Where the table begins, unless it is the whole file.
    at: Option<Range<usize>>,
    asked: Vec<&'static str>,
    /// How many of them are there; each is asked for once.
    found: usize,
}

/// A value and where it stands.
pub(super) type Value<'t, 'i> = &'t Spanned<DeValue<'i>>;

impl<'t, 'i> Fields<'t, 'i> {
    /// The table that is the whole file.
    pub(super) fn root(table: &'t DeTable<'i>) -> Self {
        Self { table, prefix: String::new(), at: None, asked: Vec::with_capacity(24), found: 0 }
    }

    /// The table that the value of `key` is, if it is one.
    fn below(&self, key: &str, value: Value<'t, 'i>) -> Option<Self> {
        let table = value.get_ref().as_table()?;
        Some(Self { table, prefix: self.name(key), at: Some(value.span()), asked: Vec::with_capacity(8), found: 0 })
    }

    /// The dotted name of `key`.
    pub(super) fn name(&self, key: &str) -> String {
        if self.prefix.is_empty() { key.to_owned() } else { format!("{}.{key}", self.prefix) }
    }

    pub(super) fn get(&mut self, key: &'static str) -> Option<Value<'t, 'i>> {
        self.asked.push(key);
        let value = self.table.get(key);
        self.found += usize::from(value.is_some());
        value
    }

    /// Any value that `read` understands; `expected` names what that would be.
    pub(super) fn value<T>(
        &mut self,
        source: &mut Source<'_>,
        key: &'static str,
        expected: Message,
        read: impl FnOnce(&DeValue<'i>) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(key)?;
        let read = read(value.get_ref());
        if read.is_none() {
            self.mismatch(source, key, value, expected);
        }
        read
    }

    /// Notes that the value of `key` is not what was expected.
    pub(super) fn mismatch(&self, source: &mut Source<'_>, key: &str, value: Value<'t, 'i>, expected: Message) {
        self.unfit(source, key, value.span(), kind(value.get_ref()), expected);
    }

    /// Notes that `key`, which stands at `span`, is not the name that was expected.
    pub(super) fn misnamed(&self, source: &mut Source<'_>, key: &str, span: Range<usize>, expected: Message) {
        self.unfit(source, key, span, Message::new("kind-name"), expected);
    }

    fn unfit(&self, source: &mut Source<'_>, key: &str, span: Range<usize>, kind: Message, expected: Message) {
        let found = source.found(span.clone());
        let is_name = matches!(expected.key(), "expect-handle" | "expect-slug");
        let is_kept = is_name && is_device(found.trim_matches(['"', '\'']));
        let expected = if is_kept { Message::new("expect-other-name") } else { expected };
        let what = Message::new("problem-value").with("found", found).with("kind", kind).with("expected", expected);
        source.add(Severity::Error, Some(span), Some(self.name(key)), what);
    }

    /// Notes that `key` must be there and is not.
    pub(super) fn missing(&self, source: &mut Source<'_>, key: &str, example: &str) {
        let what = Message::new("problem-missing").with("example", example);
        source.add(Severity::Error, self.at.clone(), Some(self.name(key)), what);
    }

    /// Notes each of `keys` that must be there and is not.
    pub(super) fn demand(&self, source: &mut Source<'_>, keys: &[(&str, &str)]) {
        keys.iter().filter(|(key, _)| !self.has(key)).for_each(|(key, example)| self.missing(source, key, example));
    }

    /// Whether `key` is there, whatever it holds.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The value of `key`.
    pub(super) fn raw(&self, key: &str) -> Option<Value<'t, 'i>> {
        self.table.get(key)
    }

    /// Where the value of `key` stands.
    pub(super) fn span(&self, key: &str) -> Option<Range<usize>> {
        self.table.get(key).map(Spanned::span)
    }

    /// A text of one line. What is hidden in it is a problem, but the text is kept.
    pub(super) fn line(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<String> {
        self.text(source, key, line_fault)
    }

    /// A text of several lines.
    pub(super) fn block(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<String> {
        self.text(source, key, block_fault)
    }

    fn text(&mut self, source: &mut Source<'_>, key: &'static str, fault: fn(&str) -> Option<TextFault>) -> Option<String> {
        let span = self.table.get(key).map(Spanned::span);
        let text = self.value(source, key, Message::new("expect-text"), |value| value.as_str().map(with_plain_breaks))?;
        match fault(&text) {
            None => Some(text),
            Some(fault) => {
                source.add_fault(span, self.name(key), fault);
                (fault != TextFault::Empty).then_some(text)
            }
        }
    }

    /// A result shown. What is hidden in it is a problem, as in any text.
    pub(super) fn evidence(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<Evidence> {
        let evidence =
            self.value(source, key, Message::new("expect-evidence"), |value| Evidence::new(&with_plain_breaks(value.as_str()?)))?;
        if let Some(fault) = block_fault(evidence.as_str()) {
            source.add_fault(self.span(key), self.name(key), fault);
        }
        Some(evidence)
    }

    /// A day: a native date, or (with a warning) a date in quotes.
    pub(super) fn day(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<Day> {
        let value = self.get(key)?;
        self.day_of(source, key, value)
    }

    /// The day that an entry holds.
    pub(super) fn day_of(&self, source: &mut Source<'_>, key: &str, value: Value<'t, 'i>) -> Option<Day> {
        if let Some(day) = value.get_ref().as_datetime().and_then(plain_day) {
            return Some(day);
        }
        let Some(day) = value.get_ref().as_str().and_then(parse_day) else {
            self.mismatch(source, key, value, Message::new("expect-day"));
            return None;
        };
        let found = source.found(value.span());
        let what = Message::new("problem-quoted-day").with("found", found).with("expected", day.to_string());
        source.add(Severity::Warning, Some(value.span()), Some(self.name(key)), what);
        Some(day)
    }

    pub(super) fn boolean(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<bool> {
        self.value(source, key, Message::new("expect-boolean"), DeValue::as_bool)
    }

    pub(super) fn number(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<u32> {
        self.number_within(source, key, Message::new("expect-number"), (0, NUMBER_MAX))
    }

    /// A number from the one to the other, both included; `expected` says so.
    pub(super) fn number_within(
        &mut self,
        source: &mut Source<'_>,
        key: &'static str,
        expected: Message,
        (least, most): (u32, u32),
    ) -> Option<u32> {
        self.value(source, key, expected, |value| {
            let number = value.as_integer().filter(|number| number.radix() == 10)?;
            number.as_str().parse().ok().filter(|number| (least..=most).contains(number))
        })
    }

    /// Which of `words` the value is.
    pub(super) fn word(&mut self, source: &mut Source<'_>, key: &'static str, words: &[&str]) -> Option<usize> {
        let expected = Message::new("expect-one-of").with("words", words.iter().map(ToString::to_string).collect::<Vec<_>>());
        self.value(source, key, expected, |value| words.iter().position(|word| value.as_str() == Some(word)))
    }

    /// The value of that type whose word it is.
    pub(super) fn one_of<T>(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<T>
    where
        T: VariantArray + Copy + Into<&'static str>,
    {
        let words: Vec<&str> = T::VARIANTS.iter().map(|&it| it.into()).collect();
        self.word(source, key, &words).map(|at| T::VARIANTS[at])
    }

    pub(super) fn slug(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<Slug> {
        self.value(source, key, Message::new("expect-slug"), |value| value.as_str().and_then(Slug::new))
    }

    pub(super) fn handle(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<Handle> {
        self.value(source, key, Message::new("expect-handle"), |value| value.as_str().and_then(Handle::new))
    }

    /// The table under `key`.
    pub(super) fn table(&mut self, source: &mut Source<'_>, key: &'static str) -> Option<Fields<'t, 'i>> {
        let value = self.get(key)?;
        self.inner(source, key, value)
    }

    /// Every entry, in the order of the file.
    pub(super) fn entries(&self) -> Vec<(&'t str, Range<usize>, Value<'t, 'i>)> {
        let mut entries: Vec<_> = self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
        entries.sort_by_key(|(_, span, _)| span.start);
        entries
    }

    /// The table that an entry holds.
    pub(super) fn inner(&self, source: &mut Source<'_>, key: &str, value: Value<'t, 'i>) -> Option<Fields<'t, 'i>> {
        self.below(key, value).or_else(|| {
            self.mismatch(source, key, value, Message::new("expect-table"));
            None
        })
    }

    /// Collects the keys that nobody asked for, with their text, and says which known key each may be meant for.
    pub(super) fn finish(self, source: &mut Source<'_>, extra: &mut BTreeMap<String, String>) {
        #[cfg(test)]
        super::tests::known::note(&self.prefix, &self.asked);
        if self.table.len() == self.found {
            return;
        }
        for (key, span, value) in self.entries().into_iter().filter(|(key, ..)| !self.asked.contains(key)) {
            let nearest = if source.is_full(Severity::Warning) { None } else { self.nearest(key) };
            let what = match nearest {
                Some(known) => Message::new("problem-unknown-key-near").with("found", key).with("expected", known),
                None => Message::new("problem-unknown-key").with("found", key),
            };
            source.add(Severity::Warning, Some(span), Some(self.name(key)), what);
            extra.insert(self.name(key), written(value.get_ref()));
        }
    }

    /// The known key that `key` may be meant for.
    fn nearest(&self, key: &str) -> Option<&'static str> {
        let likeness = |known: &&'static str| (strsim::jaro_winkler(key, known), *known);
        let known = self.asked.iter().filter(|_| key.len() <= KEY_MAX).map(likeness).max_by(|a, b| a.0.total_cmp(&b.0));
        known.filter(|(likeness, _)| *likeness >= NEAR).map(|(_, known)| known)
    }
}

/// The text with its lines ended as everywhere: how a file ends its lines is no part of what it says.
fn with_plain_breaks(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() }
}

fn plain_day(date: &Datetime) -> Option<Day> {
    let day = date.date.filter(|_| date.time.is_none() && date.offset.is_none())?;
    make_day(day.year.into(), day.month.into(), day.day.into())
}
