//! The bytes of one file on the way to TOML: limits, byte order mark, encoding, positions, syntax.

use toml::Spanned;
use toml::de::DeTable;

use crate::domain::message::Message;

use super::problem::{Problem, Severity};

/// The largest file that is read, in bytes.
pub const FILE_MAX: usize = 64 * 1024;
/// How much of a found text is shown.
const SHOWN_MAX: usize = 120;

/// One file's text, with the means to say where something stands.
pub(super) struct Source<'a> {
    path: &'a str,
    pub(super) text: &'a str,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Source<'a> {
    /// The text of `bytes`, without a byte order mark; the problem when there is none to be had.
    pub(super) fn new(path: &'a str, bytes: &'a [u8]) -> Result<Self, Problem> {
        if bytes.len() > FILE_MAX {
            let what =
                Message::new("problem-too-large").with("kilobytes", bytes.len().div_ceil(1024)).with("most", FILE_MAX / 1024);
            return Err(Problem::of_file(path, what));
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self { path, text, problems: Vec::new() }),
            Err(error) => {
                let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
                let what = Message::new("problem-not-utf8");
                Err(Problem { at: Some(position(&valid, valid.len())), ..Problem::of_file(path, what) })
            }
        }
    }

    /// The table of the file, as far as it can be read; every mistake of syntax becomes a problem.
    pub(super) fn parse(&mut self) -> Spanned<DeTable<'a>> {
        let text = self.text;
        match DeTable::parse(text) {
            Ok(table) => table,
            Err(_) => {
                if let Some(at) = conflict(text) {
                    self.add(Severity::Error, Some(at..at), None, Message::new("problem-conflict"));
                    return Spanned::new(0..0, DeTable::new());
                }
                let (table, errors) = DeTable::parse_recoverable(text);
                for error in errors {
                    let at = error.span().map_or(0, |span| span.start).min(text.len());
                    let line = text[..floor_boundary(text, at)].rfind('\n').map_or(0, |end| end + 1);
                    let shown = text[line..].lines().next().unwrap_or_default();
                    let what = Message::new("problem-syntax").with("line", shorten(shown));
                    self.add(Severity::Error, Some(at..at), None, what);
                }
                table
            }
        }
    }

    /// Notes a problem at the bytes `span`.
    pub(super) fn add(&mut self, severity: Severity, span: Option<std::ops::Range<usize>>, field: Option<String>, what: Message) {
        let at = span.map(|span| position(self.text, span.start));
        self.problems.push(Problem { severity, path: self.path.to_owned(), at, field, what });
    }

    /// The text at `span`, as it stands in the file.
    pub(super) fn found(&self, span: std::ops::Range<usize>) -> String {
        shorten(self.text.get(span).unwrap_or_default())
    }

    /// The problems, in the order of the file.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.at);
        self.problems
    }
}

/// Where git left a merge unfinished.
fn conflict(text: &str) -> Option<usize> {
    let begins = |mark: &str| if text.starts_with(mark) { Some(0) } else { text.find(&format!("\n{mark}")).map(|at| at + 1) };
    begins("<<<<<<< ").filter(|_| begins(">>>>>>> ").is_some())
}

/// The beginning of `text`, on one line.
fn shorten(text: &str) -> String {
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
