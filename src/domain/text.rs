//! What a text from outside may not hold: characters that steer a terminal or hide what is written.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::bounds::SAID_CHARACTERS;
use super::hidden::hidden_in;

/// The longest one-line text: a title, a label, a reason.
pub const LINE_MAX: usize = 200;

/// Stands for a space that ends no line, inside commands of our own: a no-break space would be copied into the shell.
/// Nothing from outside may hold it.
pub const UNBROKEN: char = '\u{e000}';
/// Stands for a backtick in a value while the catalogue's own are looked for. Nothing from outside may hold it.
pub const OWN_BACKTICK: char = '\u{e001}';

/// Stand around a value while the catalogue looks for its own commands: inside one, the value is a word of it. Nothing from
/// outside may hold them.
pub const VALUE: [char; 2] = ['\u{e002}', '\u{e003}'];

/// Stand around the name of a zone behind a day, until the sentence around it is known. Nothing from outside may hold them.
pub const ZONE: [char; 2] = ['\u{e004}', '\u{e005}'];

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing but white space.
    Empty,
    /// A line break where one line is expected.
    SeveralLines,
    /// A control, bidirectional or invisible character.
    Hidden(char),
    /// More than [`LINE_MAX`] characters.
    TooLong,
}

/// What is wrong with a text of one line, if anything.
pub fn line_fault(text: &str) -> Option<TextFault> {
    if text.trim().is_empty() {
        return Some(TextFault::Empty);
    }
    if text.contains(['\n', '\r']) {
        return Some(TextFault::SeveralLines);
    }
    if text.len() > LINE_MAX && text.chars().count() > LINE_MAX {
        return Some(TextFault::TooLong);
    }
    hidden_in(text).next().map(|(_, c)| TextFault::Hidden(c))
}

/// What is wrong with a text of several lines, if anything.
pub fn block_fault(text: &str) -> Option<TextFault> {
    if text.trim().is_empty() {
        return Some(TextFault::Empty);
    }
    hidden_in(text).map(|(_, c)| c).find(|c| !matches!(c, '\n' | '\r' | '\t')).map(TextFault::Hidden)
}

/// `text` as a line that says something; `None` where it is none.
pub fn line_of(text: &str) -> Option<String> {
    (line_fault(text).is_none() && !says_nothing(text)).then(|| text.trim().to_owned())
}

/// `text` as any number of lines that say something; `None` where there are none.
pub fn block_of(text: &str) -> Option<String> {
    (block_fault(text).is_none() && !says_nothing(text)).then(|| text.trim().replace("\r\n", "\n"))
}

/// Whether a text is signs only, like the dots in a command that is to be filled in.
fn says_nothing(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

/// `text` cut to at most `columns` terminal columns, with `…` where something is missing; what a reader sees as one
/// character (an accented letter, an emoji of several signs) is never split.
pub fn shorten(text: &str, columns: usize) -> Cow<'_, str> {
    if text.width() <= columns {
        return Cow::Borrowed(text);
    }
    let room = columns.saturating_sub(1);
    let mut kept = String::new();
    let mut used = 0;
    for letter in text.graphemes(true) {
        used += letter.width();
        if used > room {
            break;
        }
        kept.push_str(letter);
    }
    let mut kept = kept.trim_end().to_owned();
    if columns > 0 {
        kept.push('…');
    }
    Cow::Owned(kept)
}

/// The beginning and the end of what a program said, `lines` together at most, with `…` where something is missing.
pub fn excerpt(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.lines().collect();
    let cut = |line: &&str| match line.char_indices().nth(SAID_CHARACTERS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => (*line).to_owned(),
    };
    let kept: Vec<String> = if all.len() <= lines {
        all.iter().map(cut).collect()
    } else {
        let (head, tail) = (lines / 2, all.len() - lines.div_ceil(2));
        let gap = std::iter::once("…".to_owned());
        all[..head].iter().map(cut).chain(gap).chain(all[tail..].iter().map(cut)).collect()
    };
    kept.join("\n")
}

/// `text` on one line, without anything hidden: what may stand in a commit message.
pub fn one_line(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    let mut start = 0;
    for (at, c) in hidden_in(text) {
        visible.extend([&text[start..at], " "]);
        start = at + c.len_utf8();
    }
    visible.push_str(&text[start..]);
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` as it is compared by people: lower case, without accents, words separated by one space.
pub fn folded(text: &str) -> String {
    let words: String = super::name::plain(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_found() {
        assert_eq!(line_fault("Titre\u{1b}[31m"), Some(TextFault::Hidden('\u{1b}')));
        assert_eq!(line_fault("a\u{202e}b"), Some(TextFault::Hidden('\u{202e}')));
        for hidden in ['\u{34f}', UNBROKEN, OWN_BACKTICK] {
            assert_eq!(line_fault(&format!("a{hidden}b")), Some(TextFault::Hidden(hidden)));
        }
        assert_eq!(line_fault("e\u{34e}e\u{350}"), None);
        assert_eq!(line_fault("a\nb"), Some(TextFault::SeveralLines));
        assert_eq!(line_fault("  "), Some(TextFault::Empty));
        assert_eq!(line_fault(&"é".repeat(201)), Some(TextFault::TooLong));
        assert_eq!(line_fault("Préparer l’atelier\u{a0}: 2\u{202f}h 👩\u{200d}🔬"), None);
        assert_eq!(block_fault("un\n\tdeux\r\n"), None);
    }

    #[test]
    fn of_what_a_program_says_the_beginning_and_the_end_are_kept() {
        assert_eq!(excerpt("a\nb\n", 4), "a\nb");
        assert_eq!(excerpt("a\nb\nc\nd\ne\nf", 4), "a\nb\n…\ne\nf");
        let long = "é".repeat(SAID_CHARACTERS + 1);
        assert_eq!(excerpt(&long, 4), format!("{}…", "é".repeat(SAID_CHARACTERS)));
    }

    #[test]
    fn texts_are_cut_by_what_is_seen() {
        assert_eq!(shorten("liste", 5), "liste");
        assert_eq!(shorten("la liste", 5), "la l…");
        assert_eq!(shorten("任务列表", 5), "任务…");
        assert_eq!(shorten("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(shorten("👩\u{200d}🔬👩\u{200d}🔬", 3), "👩\u{200d}🔬…");
        assert_eq!(shorten("abc", 0), "");
        assert_eq!(one_line(" a\nb\u{1b}[31m  c "), "a b [31m c");
        assert_eq!(folded("L’Œuvre d’été"), "l oeuvre d ete");
        assert_eq!(folded("Erdoğan, Ștefan, Győr, İzmir"), "erdogan stefan gyor izmir");
    }
}
