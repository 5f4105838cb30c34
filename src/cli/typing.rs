//! A line that is typed behind a question: drawn anew at each key, with the keys that people know from their shell. The
//! `tui-input` library keeps the line and knows what each key does to it, `crossterm` reads the keys.

use std::io;

use crossterm::cursor::{MoveToColumn, MoveUp};
use crossterm::event::{self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType, disable_raw_mode, enable_raw_mode};
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::render::visible_line;

use super::console::draw;
use super::environment::screen;

/// What is asked.
pub struct Asked<'a> {
    /// The question, in lines that fit the terminal.
    pub question: &'a str,
    /// The same once it is answered.
    pub answered: &'a str,
    /// Whether the line will do; else what is said above the question while it is asked again.
    pub judge: &'a dyn Fn(&str) -> Result<(), String>,
    /// What is left on the screen of the answer.
    pub shown: &'a dyn Fn(&str) -> String,
}

/// How a question ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// With an answer.
    Entered,
    /// With Escape.
    Left,
    /// With Ctrl-C.
    Interrupted,
}

/// Asks. `text` stands behind the question from the beginning, and holds in the end what stood there.
///
/// # Errors
/// A terminal that cannot be read or written.
pub fn ask(asked: &Asked<'_>, text: &mut String) -> io::Result<End> {
    let mut drawing = Drawing::begin()?;
    let mut input = Input::new(std::mem::take(text));
    let mut objection = None;
    let end = loop {
        drawing.show(asked.question, objection.as_deref(), &input)?;
        match event::read()? {
            Event::Key(key) if key.kind == KeyEventKind::Release => {}
            Event::Key(key) if is(key, KeyCode::Esc, 'g') => break End::Left,
            Event::Key(KeyEvent { code: KeyCode::Char('c'), modifiers: KeyModifiers::CONTROL, .. }) => break End::Interrupted,
            Event::Key(key) if is(key, KeyCode::Enter, 'j') => match (asked.judge)(input.value()) {
                Ok(()) => break End::Entered,
                Err(why) => objection = Some(why),
            },
            Event::Paste(pasted) => {
                // What was copied with the end of its line is no answer yet.
                let letters = pasted.trim_end().chars().map(|letter| if letter.is_control() { ' ' } else { letter });
                for letter in letters {
                    input.handle(InputRequest::InsertChar(letter));
                }
            }
            other => {
                input.handle_event(&other);
            }
        }
    };
    input.value().clone_into(text);
    let answer = if end == End::Entered { (asked.shown)(text) } else { String::new() };
    drawing.leave(if end == End::Entered { asked.answered } else { asked.question }, &answer)?;
    Ok(end)
}

/// Whether the key is `code`, or what terminals without it know it by.
fn is(key: KeyEvent, code: KeyCode, control: char) -> bool {
    key.code == code || key.code == KeyCode::Char(control) && key.modifiers == KeyModifiers::CONTROL
}

/// The part of the screen that a question takes, as long as it is asked.
struct Drawing {
    /// How many of its rows are above the cursor.
    above: usize,
}

impl Drawing {
    fn begin() -> io::Result<Self> {
        enable_raw_mode()?;
        let drawing = Self { above: 0 };
        let mut bytes = Vec::new();
        queue!(bytes, EnableBracketedPaste)?;
        draw(&bytes)?;
        Ok(drawing)
    }

    /// Moves to where the question begins, and clears what was drawn.
    fn clear(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        go_up(bytes, std::mem::take(&mut self.above))?;
        queue!(bytes, MoveToColumn(0), Clear(ClearType::FromCursorDown))
    }

    /// Draws the question with what is typed, and leaves the cursor in its place there.
    fn show(&mut self, question: &str, objection: Option<&str>, input: &Input) -> io::Result<()> {
        let (columns, height) = screen();
        let at = input.value().char_indices().nth(input.cursor()).map_or(input.value().len(), |(at, _)| at);
        let (before, behind) = input.value().split_at(at);
        let asked = objection.map_or_else(|| format!("{question} "), |why| format!("! {why}\n{question} "));
        let mut rows = Rows::new(columns);
        rows.add_lines(&asked);
        rows.add(&visible_line(before));
        let cursor = rows.cursor();
        rows.add(&visible_line(behind));
        let (row, column) = cursor;
        // Of what is higher than the screen, the part around the cursor.
        let first = rows.rows.len().saturating_sub(height.saturating_sub(1).max(1)).min(row);
        let shown = rows.rows.get(first..).unwrap_or_default();
        let shown = shown.get(..height.saturating_sub(1).max(1)).unwrap_or(shown);
        let mut bytes = Vec::new();
        self.clear(&mut bytes)?;
        queue!(bytes, Print(shown.join("\r\n")))?;
        go_up(&mut bytes, shown.len().saturating_sub(1 + row - first))?;
        queue!(bytes, MoveToColumn(u16::try_from(column).unwrap_or(u16::MAX)))?;
        draw(&bytes)?;
        self.above = row - first;
        Ok(())
    }

    /// Leaves the question on the screen with its answer, and the cursor below.
    fn leave(&mut self, question: &str, answer: &str) -> io::Result<()> {
        let mut bytes = Vec::new();
        self.clear(&mut bytes)?;
        let answered = format!("{question} {}", visible_line(answer));
        queue!(bytes, Print(answered.trim_end().replace('\n', "\r\n")), Print("\r\n"))?;
        draw(&bytes)
    }
}

impl Drop for Drawing {
    fn drop(&mut self) {
        let mut bytes = Vec::new();
        // A terminal that is gone has nothing to be put back.
        let _ = queue!(bytes, DisableBracketedPaste).and_then(|()| draw(&bytes));
        let _ = disable_raw_mode();
    }
}

fn go_up(bytes: &mut Vec<u8>, rows: usize) -> io::Result<()> {
    // Zero is one, for a terminal.
    if rows == 0 { Ok(()) } else { queue!(bytes, MoveUp(u16::try_from(rows).unwrap_or(u16::MAX))) }
}

/// Text in rows of a terminal, none of which is full: where a full one ends, terminals differ.
struct Rows {
    rows: Vec<String>,
    width: usize,
    room: usize,
}

impl Rows {
    fn new(columns: usize) -> Self {
        Self { rows: vec![String::new()], width: 0, room: columns.saturating_sub(1).max(2) }
    }

    fn add_lines(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.begin();
            }
            self.add(line);
        }
    }

    fn add(&mut self, text: &str) {
        for letter in text.graphemes(true) {
            if self.width + letter.width() > self.room {
                self.begin();
            }
            self.width += letter.width();
            if let Some(row) = self.rows.last_mut() {
                row.push_str(letter);
            }
        }
    }

    fn begin(&mut self) {
        self.rows.push(String::new());
        self.width = 0;
    }

    /// The row and the column where the next letter goes, as far as it is narrow.
    fn cursor(&self) -> (usize, usize) {
        (self.rows.len() - 1, self.width)
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn rows_are_filled_and_never_full() {
        let mut rows = Rows::new(10);
        rows.add_lines("Titre ?\nou ");
        rows.add("été à Évry");
        assert_eq!((rows.rows.join("/"), rows.cursor()), ("Titre ?/ou été à /Évry".to_owned(), (2, 4)));
        rows.add("漢字漢字");
        assert_eq!((rows.rows.join("/"), rows.cursor()), ("Titre ?/ou été à /Évry漢字/漢字".to_owned(), (3, 4)));
    }
}
