//! What keeps a text from being TOML, said so that somebody who never heard of TOML can mend it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::domain::message::Message;

use super::source::shorten;

/// How git begins what it could not merge.
const CONFLICT: &str = "<<<<<<< ";

/// A mistake of syntax.
pub(super) struct Fault {
    /// The byte where it is seen.
    pub(super) at: usize,
    /// The sentence.
    pub(super) what: Message,
    /// Whether it is a name given twice.
    is_twice: bool,
    /// Whether one value is not written as any value is.
    pub(super) is_value: bool,
    /// Whether a problem of its field says more.
    pub(super) is_explained: bool,
}

/// The table that `text` holds, as far as it can be read, and one fault a line.
pub(super) fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<Fault>) {
    if let Ok(table) = DeTable::parse(text) {
        return (table, Vec::new());
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let conflicts = conflicts(text);
    if !conflicts.is_empty() {
        return (Spanned::new(0..0, DeTable::new()), conflicts);
    }
    let mut faults: Vec<Fault> = errors.iter().map(|error| fault(text, table.get_ref(), error)).collect();
    faults.sort_by_key(|fault| fault.at);
    faults.dedup_by_key(|fault| line(text, fault.at).start);
    faults.dedup_by(|later, earlier| later.is_twice && earlier.is_twice && is_in_section(text, earlier.at, later.at));
    (table, faults)
}

/// The places where git left both sides of a merge.
fn conflicts(text: &str) -> Vec<Fault> {
    let starts = text.match_indices(CONFLICT).map(|(at, _)| at).filter(|at| line(text, *at).start == *at);
    let what = || Message::new("problem-conflict");
    starts.map(|at| Fault { at, what: what(), is_twice: false, is_value: false, is_explained: false }).collect()
}

/// Whether the byte `header` stands in the header of a section that reaches the byte `at`.
fn is_in_section(text: &str, header: usize, at: usize) -> bool {
    let start = line(text, header).start;
    text[start..].starts_with('[') && !text[header..at].contains("\n[")
}

fn fault(text: &str, table: &DeTable<'_>, error: &Error) -> Fault {
    let span = error.span().unwrap_or_default();
    let mut at = span.start.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let message = error.message();
    if message.starts_with("duplicate key") || message.starts_with("cannot extend") {
        let name = shorten(text.get(span).unwrap_or_default());
        return Fault {
            at,
            what: Message::new("problem-twice").with("name", name),
            is_twice: true,
            is_value: false,
            is_explained: false,
        };
    }
    let is_never_closed = at == text.len() || message.starts_with("unclosed");
    if let Some(value) = enclosing(table, at).filter(|_| is_never_closed) {
        at = value.start;
    }
    let what = Message::new("problem-syntax").with("line", shorten(&text[line(text, at)]));
    Fault { at, what, is_twice: false, is_value: !span.is_empty(), is_explained: false }
}

/// The bytes of the line that holds the byte `at`.
fn line(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[at..].find('\n').map_or(text.len(), |length| at + length)
}

/// Where the text, list or inline table stands that reaches the byte `at`.
fn enclosing(table: &DeTable<'_>, at: usize) -> Option<Range<usize>> {
    table.iter().find_map(|(_, value)| match value.get_ref() {
        DeValue::Table(inner) if !value.span().contains(&at) => enclosing(inner, at),
        _ => Some(value.span()).filter(|span| span.start < at && at <= span.end),
    })
}
