//! The bytes of one file on the way to TOML: limits, byte order mark, encoding, positions.

mod syntax;

use std::cell::OnceCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use crate::domain::bounds::PROBLEMS;
use crate::domain::message::Message;
use crate::domain::text::{LINE_MAX, TextFault};

use super::place::Places;
use super::problem::{Problem, Severity};

use syntax::Faults;

/// The largest file that is read, in bytes.
pub const FILE_MAX: usize = 64 * 1024;
/// How much of a found text is shown.
const SHOWN_MAX: usize = 120;

/// One file's text, with the means to say where something stands.
pub(super) struct Source<'a> {
    path: &'a str,
    pub(super) text: &'a str,
    places: OnceCell<Places<'a>>,
    /// The problems that are told.
    told: Vec<Problem>,
    /// How many were found, told or not.
    found: Counts,
    faults: Faults,
}

/// How many problems there are of each severity.
#[derive(Default)]
struct Counts {
    errors: usize,
    warnings: usize,
}

impl Counts {
    fn of(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        }
    }
}

impl<'a> Source<'a> {
    /// The text of `bytes`, without a byte order mark; the problem when there is none to be had.
    pub(super) fn new(path: &'a str, bytes: &'a [u8]) -> Result<Self, Problem> {
        if bytes.len() > FILE_MAX {
            return Err(Problem::of_file(path, Message::new("problem-too-large").with("most", FILE_MAX / 1024)));
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self {
                path,
                text,
                places: OnceCell::new(),
                told: Vec::new(),
                found: Counts::default(),
                faults: Faults::default(),
            }),
            Err(error) => {
                let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
                let at = Some(Places::of(&valid).position(valid.len()));
                Err(Problem { at, ..Problem::of_file(path, Message::new("problem-not-utf8")) })
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

    /// How many errors there are so far, told or not.
    pub(super) fn errors(&self) -> usize {
        self.found.errors
    }

    /// Whether enough of that severity is told: the next is only counted, and nobody need find words for it.
    pub(super) fn is_full(&self, severity: Severity) -> bool {
        let found = match severity {
            Severity::Error => self.found.errors,
            Severity::Warning => self.found.warnings,
        };
        found >= PROBLEMS
    }

    /// Notes a problem at the bytes `span`. Beside a mistake of syntax only wrong values on sound lines are noted: what
    /// seems missing or unknown may come from the line that cannot be read.
    pub(super) fn add(&mut self, severity: Severity, span: Option<Range<usize>>, field: Option<String>, what: Message) {
        if !self.is_sound() {
            let is_value = severity == Severity::Error && what.key() != "problem-missing";
            let Some(span) = span.clone().filter(|span| is_value && !span.is_empty()) else { return };
            let line = self.places().line(span.start);
            match self.faults.on_line(line) {
                Some(fault) if fault.at == span.start && fault.is_value => fault.is_explained = true,
                Some(_) => return,
                None => {}
            }
        }
        let is_full = self.is_full(severity);
        *self.found.of(severity) += 1;
        if !is_full {
            let at = span.map(|span| self.places().position(span.start));
            self.told.push(Problem { severity, path: self.path.to_owned(), at, field, what });
        }
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

    fn places(&self) -> &Places<'a> {
        self.places.get_or_init(|| Places::of(self.text))
    }

    /// The problems, in the order of the file, and how many more there are.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        let faults = std::mem::take(&mut self.faults);
        let untold = faults.untold + self.found.errors + self.found.warnings - self.told.len();
        for fault in faults.told.into_iter().filter(|fault| !fault.is_explained) {
            let at = Some(self.places().position(fault.at));
            self.told.push(Problem { at, ..Problem::of_file(self.path, fault.what) });
        }
        Problem::bounded(self.told, untold)
    }
}

/// The beginning of `text`, on one line.
pub(super) fn shorten(text: &str) -> String {
    let mut letters = text.trim().chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c });
    let line: String = letters.by_ref().take(SHOWN_MAX).collect();
    if letters.next().is_some() { format!("{line}…") } else { line }
}

/// Where the keys of a file stand.
pub struct Lines<'a> {
    read: Option<(Places<'a>, Spanned<DeTable<'a>>)>,
}

impl<'a> Lines<'a> {
    /// Reads `bytes`, once for all the keys that are asked for.
    pub fn of(bytes: &'a [u8]) -> Self {
        let text = Source::new("", bytes).ok().map(|source| source.text);
        Self { read: text.and_then(|text| Some((Places::of(text), DeTable::parse(text).ok()?))) }
    }

    /// Line and column of the dotted key `field`, or of the nearest key above it that exists.
    pub fn of_field(&self, field: &str) -> Option<(usize, usize)> {
        let (places, root) = self.read.as_ref()?;
        let mut table = root.get_ref();
        let mut at = None;
        for part in field.split('.') {
            let Some((key, value)) = table.get_key_value(part) else { break };
            at = Some(places.position(key.span().start));
            match value.get_ref().as_table() {
                Some(inner) => table = inner,
                None => break,
            }
        }
        at
    }
}
