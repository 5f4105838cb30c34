//! The part of the screen that a question takes: drawn anew at each key, and left on the screen with its answer. `tui-input` keeps
//! what is typed there and knows what each key does to it, `crossterm` reads the keys.

use std::io;

use crossterm::cursor::{MoveToColumn, MoveUp};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyModifiers};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{Clear, ClearType, disable_raw_mode, enable_raw_mode};
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::render::visible_line;

use super::console::draw;

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

/// What a key does to every question.
pub fn end_of(key: KeyEvent) -> Option<End> {
    let is = |code, control| key.code == code || key.code == KeyCode::Char(control) && key.modifiers == KeyModifiers::CONTROL;
    match key {
        _ if is(KeyCode::Esc, 'g') => Some(End::Left),
        // Terminals without a key for it know it by the letter.
        _ if is(KeyCode::Enter, 'j') => Some(End::Entered),
        KeyEvent { code: KeyCode::Char('c'), modifiers: KeyModifiers::CONTROL, .. } => Some(End::Interrupted),
        _ => None,
    }
}

/// Types what `event` means into `input`.
pub fn type_into(input: &mut Input, event: &Event) {
    let Event::Paste(pasted) = event else {
        input.handle_event(event);
        return;
    };
    // What was copied with the end of its line is no answer yet.
    for letter in pasted.trim_end().chars().map(|letter| if letter.is_control() { ' ' } else { letter }) {
        input.handle(InputRequest::InsertChar(letter));
    }
}

/// That part of the screen, as long as the question is asked.
pub struct Drawing {
    /// How many of its rows are above the cursor.
    above: usize,
}

impl Drawing {
    /// Takes the keyboard from the terminal.
    ///
    /// # Errors
    /// A terminal that cannot be written.
    pub fn begin() -> io::Result<Self> {
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

    /// Draws `rows` in place of what was drawn, as many as fit a screen of that `height`, and leaves the cursor at that row
    /// and column of theirs.
    ///
    /// # Errors
    /// As [`Drawing::begin`].
    pub fn show(&mut self, rows: &[String], height: usize, (row, column): (usize, usize)) -> io::Result<()> {
        let most = height.saturating_sub(1).max(1);
        // Of what is higher than the screen, the part around the cursor.
        let first = rows.len().saturating_sub(most).min(row);
        let shown = rows.get(first..).unwrap_or_default();
        let shown = shown.get(..most).unwrap_or(shown);
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
    ///
    /// # Errors
    /// As [`Drawing::begin`].
    pub fn leave(&mut self, question: &str, answer: &str) -> io::Result<()> {
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
pub struct Rows {
    rows: Vec<String>,
    width: usize,
    room: usize,
}

impl Rows {
    /// One row, empty, in a terminal of so many columns.
    pub fn new(columns: usize) -> Self {
        Self { rows: vec![String::new()], width: 0, room: columns.saturating_sub(1).max(2) }
    }

    /// Adds what is typed; where its cursor is, as far as the next letter is narrow.
    pub fn add_input(&mut self, input: &Input) -> (usize, usize) {
        let at = input.value().char_indices().nth(input.cursor()).map_or(input.value().len(), |(at, _)| at);
        let (before, behind) = input.value().split_at(at);
        self.add(&visible_line(before));
        let cursor = (self.rows.len() - 1, self.width);
        self.add(&visible_line(behind));
        cursor
    }

    /// Adds text that may have several lines.
    pub fn add_lines(&mut self, text: &str) {
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

    /// The rows.
    pub fn into_rows(self) -> Vec<String> {
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_filled_and_never_full() {
        let mut rows = Rows::new(10);
        rows.add_lines("Titre ?\nou ");
        assert_eq!(rows.add_input(&Input::new("été à Évry".to_owned())), (2, 4));
        assert_eq!(rows.rows.join("/"), "Titre ?/ou été à /Évry");
        assert_eq!(rows.add_input(&Input::new("漢字漢字".to_owned())), (3, 4));
        assert_eq!(rows.into_rows().join("/"), "Titre ?/ou été à /Évry漢字/漢字");
    }
}
