//! The one door through which text reaches a person: everything written passes [`visible_said`], and only this file knows
//! the escape sequences of a terminal.

use std::io::{self, Write};

use crate::domain::text::UNBROKEN;

use super::safe::{json_text, log_text, visible, visible_said, workflow_data, workflow_property};

/// What a piece of text stands for; the terminal's own palette gives the colour. Of its colours those that read on light and on
/// dark alike are used: neither yellow nor cyan, which vanish on white, nor blue, which does on black.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// A title.
    Strong,
    /// Something that may go unread: the name of a fact, a rule between two texts.
    Faint,
    /// Something that went well.
    Good,
    /// Something to look at.
    Warning,
    /// Something wrong.
    Bad,
    /// Something to type.
    Command,
}

impl Style {
    fn code(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Strong => Some("1"),
            Self::Faint => Some("2"),
            Self::Good => Some("32"),
            Self::Warning => Some("35"),
            Self::Bad => Some("31"),
            Self::Command => Some("1"),
        }
    }
}

/// How a page is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// The columns there are; `None` when nobody looks: nothing is then shortened.
    pub width: Option<usize>,
    /// Whether styles show.
    pub colour: bool,
}

impl Sheet {
    /// The widest line of running text.
    const READABLE: usize = 100;
    /// The narrowest that anything is laid out for.
    const NARROWEST: usize = 40;

    /// The columns for running text.
    pub fn text_width(&self) -> usize {
        self.width.unwrap_or(Self::READABLE).clamp(Self::NARROWEST, Self::READABLE)
    }
}

/// How text is wrapped: between words, never at a hyphen (`J-11`).
pub(super) fn wrapping<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// Running text as lines that are no wider than `width` columns, for whoever writes them without a [`Pen`].
pub fn lines(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, wrapping(width)).into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Writes to a sheet. A write that fails is remembered and the rest skipped, until [`Pen::finish`].
pub struct Pen<'w> {
    to: &'w mut dyn Write,
    sheet: Sheet,
    failed: Option<io::Error>,
    /// Whether nothing but spaces stands on the line so far.
    blank: bool,
}

impl<'w> Pen<'w> {
    /// A pen that writes to `to`.
    pub fn new(to: &'w mut dyn Write, sheet: Sheet) -> Self {
        Self { to, sheet, failed: None, blank: true }
    }

    /// The sheet.
    pub fn sheet(&self) -> Sheet {
        self.sheet
    }

    /// Whether a write failed: there is no use in going on.
    pub fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// Plain text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.styled(Style::Plain, text)
    }

    /// Text with a style.
    pub fn styled(&mut self, style: Style, text: &str) -> &mut Self {
        let shown = self.harmless(&visible_said(text));
        match style.code() {
            Some(code) if self.sheet.colour && !shown.is_empty() => self.raw(&format!("\u{1b}[{code}m{shown}\u{1b}[0m")),
            _ => self.raw(&shown),
        }
    }

    /// The end of a line.
    pub fn end(&mut self) -> &mut Self {
        self.blank = true;
        self.raw("\n")
    }

    /// A line of plain text.
    pub fn line(&mut self, text: &str) -> &mut Self {
        self.text(text).end()
    }

    /// Running text, wrapped between words, each line behind `indent`.
    pub fn wrapped(&mut self, indent: &str, text: &str) -> &mut Self {
        self.wrapped_styled(Style::Plain, indent, text)
    }

    /// The same with a style.
    pub fn wrapped_styled(&mut self, style: Style, indent: &str, text: &str) -> &mut Self {
        let shown = visible_said(text);
        for paragraph in shown.lines() {
            let options = wrapping(self.sheet.text_width()).initial_indent(indent).subsequent_indent(indent);
            // A link or a command that is cut in two cannot be used.
            let options = options.break_words(!paragraph.contains("https://") && !paragraph.contains(UNBROKEN));
            for line in textwrap::wrap(paragraph, options) {
                self.styled(style, line.trim_end()).end();
            }
        }
        self
    }

    /// Running text behind a mark; the lines after the first stand below the text.
    pub fn hanging(&mut self, mark: &str, text: &str) -> &mut Self {
        self.hanging_styled(Style::Plain, mark, text)
    }

    /// The same with a style.
    pub fn hanging_styled(&mut self, style: Style, mark: &str, text: &str) -> &mut Self {
        let shown = visible_said(text);
        let below = " ".repeat(textwrap::core::display_width(mark));
        let options = wrapping(self.sheet.text_width()).initial_indent(mark).subsequent_indent(&below);
        for line in textwrap::wrap(&shown, options) {
            self.styled(style, line.trim_end()).end();
        }
        self
    }

    /// A finding behind a styled `mark`, which is wrapped only for somebody who looks: programs read one a line.
    pub fn found(&mut self, style: Style, mark: &str, text: &str) -> &mut Self {
        let Some(width) = self.sheet.width else { return self.styled(style, mark).line(text) };
        let below = "  ";
        let begin = " ".repeat(textwrap::core::display_width(mark));
        let options = wrapping(width.max(Sheet::NARROWEST)).initial_indent(&begin).subsequent_indent(below).break_words(false);
        let shown = visible_said(text);
        for (at, line) in textwrap::wrap(&shown, options).iter().enumerate() {
            match line.strip_prefix(&begin).filter(|_| at == 0) {
                Some(first) => self.styled(style, mark).line(first.trim_end()),
                None => self.line(line.trim_end()),
            };
        }
        self
    }

    /// A link behind `label`, or below it where one line is too short for both.
    pub fn link(&mut self, label: &str, link: &str) -> &mut Self {
        match self.is_wider_than_sheet(&format!("  {label}{link}")) {
            true => self.text("  ").line(visible(label).trim_end()).text("    "),
            false => self.text("  ").text(&visible(label)),
        };
        self.styled(Style::Command, &visible(link)).end()
    }

    /// Two texts side by side, or one below the other where one line is too short for both.
    pub fn beside(&mut self, (one, first): (Style, &str), (other, second): (Style, &str)) -> &mut Self {
        match self.is_wider_than_sheet(&format!("{first}  {second}")) {
            true => self.styled(one, first).end().wrapped_styled(other, "", second),
            false => self.styled(one, first).text("  ").styled(other, second).end(),
        }
    }

    pub(super) fn is_wider_than_sheet(&self, line: &str) -> bool {
        self.sheet.width.is_some_and(|sheet| textwrap::core::display_width(&visible_said(line)) > sheet)
    }

    /// A JSON document.
    pub fn json(&mut self, json: &str) -> &mut Self {
        let safe = json_text(json);
        self.raw(&safe).end()
    }

    /// A note of GitHub's on a line of a file: `kind` is `error`, `warning` or `notice`.
    pub fn annotation(&mut self, kind: &str, path: &str, at: Option<(usize, usize)>, title: &str, message: &str) -> &mut Self {
        let place = at.map(|(line, column)| format!(",line={line},col={column}")).unwrap_or_default();
        let (path, title, message) = (workflow_property(path), workflow_property(title), workflow_data(message));
        self.raw(&format!("::{kind} file={path}{place},title={title}::{message}\n"))
    }

    /// The same text, of which no line is a command to whoever reads the log.
    fn harmless(&mut self, text: &str) -> String {
        let mut safe = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            safe.push_str(&log_text(line, self.blank));
            self.blank = line.ends_with('\n') || self.blank && line.trim().is_empty();
        }
        safe
    }

    fn raw(&mut self, text: &str) -> &mut Self {
        if self.failed.is_none() {
            let written = match text.contains(UNBROKEN) {
                false => self.to.write_all(text.as_bytes()),
                true => self.to.write_all(text.replace(UNBROKEN, " ").as_bytes()),
            };
            self.failed = written.err();
        }
        self
    }

    /// What became of the writing.
    ///
    /// # Errors
    /// The first write that failed.
    pub fn finish(self) -> io::Result<()> {
        self.failed.map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(colour: bool, write: impl FnOnce(&mut Pen<'_>)) -> String {
        let mut out = Vec::new();
        let mut pen = Pen::new(&mut out, Sheet { width: Some(40), colour });
        write(&mut pen);
        pen.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_styles_bring_escapes() {
        let hostile = "\u{1b}[2Jx\u{7}";
        assert_eq!(written(false, |pen| _ = pen.styled(Style::Bad, hostile)), "<U+001B>[2Jx<U+0007>");
        assert_eq!(written(true, |pen| _ = pen.styled(Style::Bad, hostile)), "\u{1b}[31m<U+001B>[2Jx<U+0007>\u{1b}[0m");
        assert_eq!(written(true, |pen| _ = pen.wrapped("  ", "a\u{202e}b")), "  a<U+202E>b\n");
    }

    #[test]
    fn our_own_spaces_end_no_line_and_others_marks_are_shown() {
        let command = "mpa claim k7q2m".replace(' ', "\u{e000}");
        let text = format!("{} {command}", "mot ".repeat(7));
        assert!(written(false, |pen| _ = pen.wrapped("", &text)).ends_with("\nmpa claim k7q2m\n"));
        assert_eq!(written(false, |pen| _ = pen.text("a\u{e001}b")), "a<U+E001>b");
        assert_eq!(written(false, |pen| _ = pen.json("\"\u{e000}\"")), "\"\\ue000\"\n");
    }

    #[test]
    fn text_wraps_by_what_is_seen() {
        let text = "任务列表 任务列表 任务列表 任务列表 任务列表 任务列表";
        let lines = written(false, |pen| _ = pen.wrapped("", text));
        assert_eq!(lines.lines().count(), 2, "{lines}");
    }
}
