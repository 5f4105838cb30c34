//! Making visible what a text from outside could hide: control characters, bidirectional marks, invisible characters.

use std::borrow::Cow;
use std::fmt::Write;

use crate::domain::formula::{self, is_formula};
use crate::domain::hidden::hidden_in;
use crate::domain::text::UNBROKEN;

/// `text` with every hidden character written as `<U+202E>`; line feeds and tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    marked(text, |c| !matches!(c, '\n' | '\t'))
}

/// The same for what we say ourselves, where [`UNBROKEN`] stands for a space: the catalogue has looked at what it quotes.
pub fn visible_said(text: &str) -> Cow<'_, str> {
    marked(text, |c| !matches!(c, '\n' | '\t' | UNBROKEN))
}

/// `visible` on one line: white space of any kind becomes a space.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r', '\t']) {
        return marked(text, |_| true);
    }
    let flat = text.split(['\n', '\r', '\t']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Cow::Owned(marked(&flat, |_| true).into_owned())
}

/// What parts a name from the sign before it for good: forges look for people to call and requests to link in the text
/// that is left when Markdown has taken its backslashes and entities away.
const PARTED: &str = "<!-- -->";

/// `text` for one cell of a Markdown table: nothing in it is markup, and nobody is called by it.
pub fn markdown_cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    let line = visible_line(text);
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '<' => cell.push_str("&lt;"),
            '&' => cell.push_str("&amp;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '!' | '#' | '~' | '>' | '$' | '@' => {
                cell.push('\\');
                cell.push(c);
            }
            _ => cell.push(c),
        }
        if c == '@' || matches!(c, '#' | '!') && letters.peek().is_some_and(char::is_ascii_digit) {
            cell.push_str(PARTED);
        }
    }
    cell.replace("://", ":\\//").replace("www.", "www\\.")
}

/// A line that no program which reads logs takes for a command: GitHub's runner obeys `::` where a line begins, and `##[`
/// anywhere. The first is told by whether the line is `blank` before `text`.
pub fn log_text(text: &str, blank: bool) -> Cow<'_, str> {
    let begins = blank && text.trim_start().starts_with("::");
    if !begins && !text.contains("##[") {
        return Cow::Borrowed(text);
    }
    let broken = text.replace("##[", "##<U+005B>");
    Cow::Owned(if begins { broken.replacen("::", ":<U+003A>", 1) } else { broken })
}

/// What a workflow command of GitHub says.
pub fn workflow_data(text: &str) -> String {
    let line = visible_line(text);
    log_text(&line, false).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command of GitHub.
pub fn workflow_property(text: &str) -> String {
    workflow_data(text).replace(':', "%3A").replace(',', "%2C")
}

/// `text` for one cell of a spreadsheet: never taken for a formula, nor a part of it where a French spreadsheet, which
/// expects semicolons between cells, takes one for the end of a cell.
pub fn spreadsheet_cell(text: &str) -> Cow<'_, str> {
    let line = visible_line(text);
    if !line.split(';').any(is_formula) {
        return line;
    }
    let guarded = |part: &str| if is_formula(part) { format!("'{part}") } else { part.to_owned() };
    Cow::Owned(line.split(';').map(guarded).collect::<Vec<_>>().join(";"))
}

/// `text` for a cell of several lines, never taken for a formula wherever a spreadsheet of any country ends a cell: at a comma, a
/// semicolon, a tab or a line. [`domain::formula`](crate::domain::formula) reads it back as it was.
pub fn guarded(text: &str) -> Cow<'_, str> {
    match visible(text) {
        Cow::Borrowed(text) => formula::guarded(text),
        Cow::Owned(text) => Cow::Owned(formula::guarded(&text).into_owned()),
    }
}

/// A JSON text with every hidden character escaped, as JSON allows.
pub fn json_text(json: &str) -> Cow<'_, str> {
    if json.contains("##[") {
        return Cow::Owned(json_text(&json.replace("##[", "#\\u0023[")).into_owned());
    }
    replaced(
        json,
        |c| c != '\n',
        |safe, c| {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        },
    )
}

fn marked(text: &str, is_meant: impl Fn(char) -> bool) -> Cow<'_, str> {
    replaced(text, is_meant, |shown, c| _ = write!(shown, "<U+{:04X}>", u32::from(c)))
}

/// `text` with `write` in place of each hidden character that is meant.
fn replaced(text: &str, is_meant: impl Fn(char) -> bool, write: impl Fn(&mut String, char)) -> Cow<'_, str> {
    let mut hidden = hidden_in(text).filter(|(_, c)| is_meant(*c)).peekable();
    if hidden.peek().is_none() {
        return Cow::Borrowed(text);
    }
    let (mut shown, mut start) = (String::with_capacity(text.len() + 16), 0);
    for (at, c) in hidden {
        shown.push_str(&text[start..at]);
        write(&mut shown, c);
        start = at + c.len_utf8();
    }
    shown.push_str(&text[start..]);
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_shown() {
        assert_eq!(visible("a\u{1b}[31m\n\u{202e}b"), "a<U+001B>[31m\n<U+202E>b");
        assert_eq!(visible("a\u{e000}\u{e001}\u{34f}b"), "a<U+E000><U+E001><U+034F>b");
        assert_eq!(visible_said("a\u{e000}\u{e001}b"), "a\u{e000}<U+E001>b");
        assert_eq!(visible_line("a\r\nb\u{200b}"), "a b<U+200B>");
        assert_eq!(visible("a\u{1d173}\u{1bca0}\u{17b4}\u{180e}b\u{200d}c"), "a<U+1D173><U+1BCA0><U+17B4><U+180E>b<U+200D>c");
        assert_eq!(json_text("\u{1d173}"), "\\ud834\\udd73");
        assert_eq!(visible("Préparer l’atelier 👩\u{200d}🔬"), "Préparer l’atelier 👩\u{200d}🔬");
        assert_eq!(json_text("{\"a\":\"\u{202e}\"}"), "{\"a\":\"\\u202e\"}");
    }

    #[test]
    fn cells_stay_cells() {
        assert_eq!(markdown_cell("a|b\n[x](javascript:1) <b>"), "a\\|b \\[x\\](javascript:1) &lt;b\\>");
        assert_eq!(markdown_cell("@club #12 !3 # !"), "\\@<!-- -->club \\#<!-- -->12 \\!<!-- -->3 \\# \\!");
        assert_eq!(markdown_cell("www.a.org https://b.org"), "www\\.a.org https:\\//b.org");
        assert_eq!(spreadsheet_cell("=1+1"), "'=1+1");
        assert_eq!(spreadsheet_cell("Liste"), "Liste");
        for (text, expected) in [
            ("a;=HYPERLINK(\"x\")", "a;'=HYPERLINK(\"x\")"),
            ("a; \"=1+1\"", "a;' \"=1+1\""),
            ("＝1＋1", "'＝1＋1"),
            ("；＠x;－1", "；＠x;'－1"),
            ("\t=1", "'=1"),
            (" +1;@x", "' +1;'@x"),
            ("à 10 h ; puis - à 11 h -", "à 10 h ; puis - à 11 h -"),
        ] {
            assert_eq!(spreadsheet_cell(text), expected);
        }
    }
}
