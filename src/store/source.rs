//! The bytes of one file on the way to TOML: limits, byte order mark, encoding, positions.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use crate::domain::message::Message;
use crate::domain::text::{LINE_MAX, TextFault};

use super::problem::{Problem, Severity};
use super::syntax::{self, Fault};

/// The largest file that is read, in bytes.
pub const FILE_MAX: usize = 64 * 1024;
/// How much of a found text is shown.
const SHOWN_MAX: usize = 120;

/// One file's text, with the means to say where something stands.
pub(super) struct Source<'a> {
    path: &'a str,
    pub(super) text: &'a str,
    pub(super) problems: Vec<Problem>,
    faults: Vec<Fault>,
}

impl<'a> Source<'a> {
    /// The text of `bytes`, without a byte order mark; the problem when there is none to be had.
    pub(super) fn new(path: &'a str, bytes: &'a [u8]) -> Result<Self, Problem> {
        if bytes.len() > FILE_MAX {
            return Err(Problem::of_file(path, Message::new("problem-too-large").with("most", FILE_MAX / 1024)));
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self { path, text, problems: Vec::new(), faults: Vec::new() }),
            Err(error) => {
                let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
                let what = Message::new("problem-not-utf8");
                Err(Problem { at: Some(position(&valid, valid.len())), ..Problem::of_file(path, what) })
            }
        }
    }

    /// The table of the file, as far as it can be read; every mistake of syntax becomes a problem in the end.
    pub(super) fn parse(&mut self) -> Spanned<DeTable<'a>> {
        let (table, faults) = syntax::parse(self.text);
        self.faults = faults;
        table
    }

    /// Whether the whole file is TOML. Nothing that does not parse is trusted.
    pub(super) fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// Notes a problem at the bytes `span`. Beside a mistake of syntax only wrong values on sound lines are noted: what
    /// seems missing or unknown may come from the line that cannot be read.
    pub(super) fn add(&mut self, severity: Severity, span: Option<Range<usize>>, field: Option<String>, what: Message) {
        if !self.is_sound() {
            let is_value = severity == Severity::Error && what.key() != "problem-missing";
            let Some(span) = span.clone().filter(|span| is_value && !span.is_empty()) else { return };
            let line = position(self.text, span.start).0;
            let on_line = |fault: &Fault| position(self.text, fault.at).0 == line;
            match self.faults.iter().position(on_line) {
                Some(at) if self.faults[at].at == span.start && self.faults[at].is_value => self.faults[at].is_explained = true,
                Some(_) => return,
                None => {}
            }
        }
        let at = span.map(|span| position(self.text, span.start));
        self.problems.push(Problem { severity, path: self.path.to_owned(), at, field, what });
    }

    /// Notes what is wrong with the text at `span`; a hidden character is shown where it stands.
    pub(super) fn add_fault(&mut self, span: Option<Range<usize>>, field: String, fault: TextFault) {
        let (span, what) = match fault {
            TextFault::Empty => (span, Message::new("problem-empty")),
            TextFault::SeveralLines => (span, Message::new("problem-several-lines")),
            TextFault::TooLong => (span, Message::new("problem-too-long").with("most", LINE_MAX)),
            TextFault::Hidden(c) => {
                let raw = |span: Range<usize>| match self.text.get(span.clone()).and_then(|text| text.find(c)) {
                    Some(at) => span.start + at..span.end,
                    None => span,
                };
                (span.map(raw), Message::new("problem-hidden").with("character", format!("U+{:04X}", u32::from(c))))
            }
        };
        self.add(Severity::Error, span, Some(field), what);
    }

    /// The text at `span`, as it stands in the file.
    pub(super) fn found(&self, span: Range<usize>) -> String {
        shorten(self.text.get(span).unwrap_or_default())
    }

    /// The problems, in the order of the file.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        for fault in self.faults.into_iter().filter(|fault| !fault.is_explained) {
            let at = Some(position(self.text, fault.at));
            self.problems.push(Problem { at, ..Problem::of_file(self.path, fault.what) });
        }
        self.problems.sort_by_key(|problem| problem.at);
        self.problems
    }
}

/// The beginning of `text`, on one line.
pub(super) fn shorten(text: &str) -> String {
    let line = text.trim().replace(['\n', '\r'], " ");
    match line.char_indices().nth(SHOWN_MAX) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Line and column, both from 1 and in characters, of the byte `at`.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..floor_boundary(text, at)];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

fn floor_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Line and column of the dotted key `field`, or of the nearest key above it that exists.
pub fn line_of(bytes: &[u8], field: &str) -> Option<(usize, usize)> {
    let source = Source::new("", bytes).ok()?;
    let root = DeTable::parse(source.text).ok()?;
    let mut table = root.get_ref();
    let mut at = None;
    for part in field.split('.') {
        let Some((key, value)) = table.iter().find(|(key, _)| key.get_ref().as_ref() == part) else { break };
        at = Some(position(source.text, key.span().start));
        match value.get_ref().as_table() {
            Some(inner) => table = inner,
            None => break,
        }
    }
    at
}
