//! What keeps a text from being TOML, said so that somebody who never heard of TOML can mend it.

use std::collections::HashMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::domain::bounds::PROBLEMS;
use crate::domain::message::Message;
use crate::store::place::Places;

use super::shorten;

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

/// The mistakes of a file, one a line.
#[derive(Default)]
pub(super) struct Faults {
    pub(super) told: Vec<Fault>,
    /// On how many more lines there are some.
    pub(super) untold: usize,
    /// Which of those told stands on a line.
    lines: HashMap<usize, usize>,
}

impl Faults {
    pub(super) fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// The one on that line.
    pub(super) fn on_line(&mut self, line: usize) -> Option<&mut Fault> {
        self.lines.get(&line).and_then(|at| self.told.get_mut(*at))
    }
}

/// The table that `text` holds, as far as it can be read, and its mistakes.
pub(super) fn parse(text: &str) -> (Spanned<DeTable<'_>>, Faults) {
    if let Ok(table) = DeTable::parse(text) {
        return (table, Faults::default());
    }
    let (table, mut errors) = DeTable::parse_recoverable(text);
    let places = Places::of(text);
    let conflicts = conflicts(text);
    if !conflicts.is_empty() {
        return (Spanned::new(0..0, DeTable::new()), first(&places, conflicts, 0));
    }
    let line = |error: &Error| places.line(error.span().unwrap_or_default().start);
    errors.sort_by_key(|error| error.span().unwrap_or_default().start);
    // What was never closed is told where it was opened, which may be another line.
    errors.dedup_by(|later, earlier| {
        line(later) == line(earlier) && !is_never_closed(text, later) && !is_never_closed(text, earlier)
    });
    let untold = errors.len().saturating_sub(PROBLEMS);
    let mut faults: Vec<Fault> = errors.iter().take(PROBLEMS).map(|error| fault(text, &places, table.get_ref(), error)).collect();
    faults.sort_by_key(|fault| fault.at);
    faults.dedup_by_key(|fault| places.line(fault.at));
    faults.dedup_by(|later, earlier| later.is_twice && earlier.is_twice && is_in_section(&places, text, earlier.at, later.at));
    (table, first(&places, faults, untold))
}

/// The first of the mistakes, and how many more there are.
fn first(places: &Places<'_>, mut told: Vec<Fault>, untold: usize) -> Faults {
    let untold = untold + told.len().saturating_sub(PROBLEMS);
    told.truncate(PROBLEMS);
    let lines = told.iter().enumerate().map(|(at, fault)| (places.line(fault.at), at)).collect();
    Faults { told, untold, lines }
}

/// The places where git left both sides of a merge.
fn conflicts(text: &str) -> Vec<Fault> {
    let starts = text.match_indices(CONFLICT).map(|(at, _)| at).filter(|at| *at == 0 || text[..*at].ends_with('\n'));
    let what = || Message::new("problem-conflict");
    starts.map(|at| Fault { at, what: what(), is_twice: false, is_value: false, is_explained: false }).collect()
}

/// Whether the byte `header` stands in the header of a section that reaches the byte `at`.
fn is_in_section(places: &Places<'_>, text: &str, header: usize, at: usize) -> bool {
    places.line_text(header).starts_with('[') && !text[header..at].contains("\n[")
}

fn fault(text: &str, places: &Places<'_>, table: &DeTable<'_>, error: &Error) -> Fault {
    let span = error.span().unwrap_or_default();
    let mut at = text.floor_char_boundary(span.start);
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
    if is_never_closed(text, error)
        && let Some(value) = enclosing(table, at)
    {
        at = value.start;
    }
    let what = Message::new("problem-syntax").with("line", shorten(places.line_text(at)));
    Fault { at, what, is_twice: false, is_value: !span.is_empty(), is_explained: false }
}

fn is_never_closed(text: &str, error: &Error) -> bool {
    error.span().unwrap_or_default().start >= text.len() || error.message().starts_with("unclosed")
}

/// Where the text, list or inline table stands that reaches the byte `at`.
fn enclosing(table: &DeTable<'_>, at: usize) -> Option<Range<usize>> {
    table.iter().find_map(|(_, value)| match value.get_ref() {
        DeValue::Table(inner) if !value.span().contains(&at) => enclosing(inner, at),
        _ => Some(value.span()).filter(|span| span.start < at && at <= span.end),
    })
}
