//! One of several lines, chosen with the arrows or by typing what is looked for; below them, what the line is about that is
//! pointed at.

use std::io;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use tui_input::Input;

use crate::domain::search::Rank;

use super::drawn::{Drawing, End, Rows, end_of, type_into};
use super::environment::screen;

/// What is asked.
pub struct Picked<'a> {
    /// The question, in lines that fit the terminal, with what can be done behind it.
    pub question: &'a str,
    /// The same once it is answered.
    pub answered: &'a str,
    /// What can be chosen, each on one row.
    pub lines: &'a [String],
    /// How many of them are seen at a time; at least one.
    pub page: usize,
    /// Which keys do what, on one row.
    pub help: &'a str,
    /// What stands there when what was typed finds nothing.
    pub nothing: &'a str,
    /// How well the line at that place answers to what was typed.
    pub rank: &'a dyn Fn(&str, usize) -> Option<Rank>,
    /// What the line at that place is about, in as many rows at most.
    pub about: &'a dyn Fn(usize, usize) -> Vec<String>,
    /// What is left on the screen of the answer.
    pub shown: &'a dyn Fn(usize) -> String,
}

/// Asks; the place of the line that was chosen, where one was. `start` is the one that is pointed at in the beginning.
///
/// # Errors
/// A terminal that cannot be read or written.
pub fn pick(picked: &Picked<'_>, start: usize) -> io::Result<(End, usize)> {
    let mut drawing = Drawing::begin()?;
    let mut list = List { found: (0..picked.lines.len()).collect(), at: start.min(picked.lines.len().saturating_sub(1)) };
    let mut input = Input::default();
    let (end, chosen) = loop {
        show(&mut drawing, picked, &list, &input)?;
        let event = event::read()?;
        let key = event.as_key_event().filter(|key| key.kind != KeyEventKind::Release);
        match (key.and_then(end_of), list.chosen()) {
            (Some(End::Entered), Some(chosen)) => break (End::Entered, chosen),
            (Some(End::Entered), None) => {}
            (Some(end), _) => break (end, 0),
            (None, _) if key.is_some_and(|key| list.moves(key, picked.page)) => {}
            (None, _) if key.is_some() || matches!(event, Event::Paste(_)) => {
                let before = input.value().to_owned();
                type_into(&mut input, &event);
                if input.value() != before {
                    list = List::of(picked, input.value());
                }
            }
            (None, _) => {}
        }
    };
    drawing.leave(picked.answered, &if end == End::Entered { (picked.shown)(chosen) } else { String::new() })?;
    Ok((end, chosen))
}

/// The lines that answer to what was typed, and which of them is pointed at.
#[derive(Debug)]
struct List {
    /// Their places, the best first.
    found: Vec<usize>,
    at: usize,
}

impl List {
    fn of(picked: &Picked<'_>, typed: &str) -> Self {
        let ranked = (0..picked.lines.len()).filter_map(|at| Some(((picked.rank)(typed, at)?, at)));
        let mut ranked: Vec<(Rank, usize)> = ranked.collect();
        ranked.sort_unstable();
        Self { found: ranked.into_iter().map(|(_, at)| at).collect(), at: 0 }
    }

    fn chosen(&self) -> Option<usize> {
        self.found.get(self.at).copied()
    }

    /// Points at another line, where that is what `key` does; whether it is.
    fn moves(&mut self, key: KeyEvent, page: usize) -> bool {
        let last = self.found.len().saturating_sub(1);
        let is_control = key.modifiers == KeyModifiers::CONTROL;
        self.at = match key.code {
            KeyCode::Up => self.at.checked_sub(1).unwrap_or(last),
            KeyCode::Char('p') if is_control => self.at.checked_sub(1).unwrap_or(last),
            KeyCode::Down if self.at < last => self.at + 1,
            KeyCode::Char('n') if is_control && self.at < last => self.at + 1,
            KeyCode::Down | KeyCode::Home => 0,
            KeyCode::Char('n') if is_control => 0,
            KeyCode::PageUp => self.at.saturating_sub(page),
            KeyCode::PageDown => (self.at + page).min(last),
            KeyCode::End => last,
            _ => return false,
        };
        true
    }

    /// Which of the lines found are seen: around the one that is pointed at.
    fn seen(&self, page: usize) -> std::ops::Range<usize> {
        let first = self.at.saturating_sub(page / 2).min(self.found.len().saturating_sub(page));
        first..self.found.len().min(first + page)
    }
}

fn show(drawing: &mut Drawing, picked: &Picked<'_>, list: &List, input: &Input) -> io::Result<()> {
    let (columns, height) = screen();
    let mut rows = Rows::new(columns);
    rows.add_lines(&format!("{} ", picked.question));
    let cursor = rows.add_input(input);
    let seen = list.seen(picked.page);
    for at in seen.clone() {
        let sign = match at {
            _ if at == list.at => '>',
            _ if at == seen.start && at > 0 => '^',
            _ if at + 1 == seen.end && seen.end < list.found.len() => 'v',
            _ => ' ',
        };
        rows.add_lines(&format!("\n{sign} {}", list.found.get(at).map_or("", |at| &picked.lines[*at])));
    }
    if seen.is_empty() {
        rows.add_lines(&format!("\n> {}", picked.nothing));
    }
    rows.add_lines(&format!("\n[{}]", picked.help));
    let mut rows = rows.into_rows();
    // One row stays free, and one is between.
    let room = height.saturating_sub(rows.len() + 2);
    let about = list.chosen().map(|at| (picked.about)(at, room)).unwrap_or_default();
    if !about.is_empty() {
        rows.push(String::new());
        rows.extend(about);
    }
    drawing.show(&rows, height, cursor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(list: &mut List, code: KeyCode) -> (usize, std::ops::Range<usize>) {
        assert!(list.moves(KeyEvent::new(code, KeyModifiers::NONE), 4), "{code:?}");
        (list.at, list.seen(4))
    }

    #[test]
    fn arrows_go_round_and_the_lines_around_are_seen() {
        let mut list = List { found: (0..10).collect(), at: 0 };
        assert_eq!(list.seen(4), 0..4);
        assert_eq!(pressed(&mut list, KeyCode::Up), (9, 6..10));
        assert_eq!(pressed(&mut list, KeyCode::Down), (0, 0..4));
        assert_eq!(pressed(&mut list, KeyCode::PageDown), (4, 2..6));
        assert_eq!(pressed(&mut list, KeyCode::End), (9, 6..10));
        assert_eq!(pressed(&mut list, KeyCode::PageUp), (5, 3..7));
        assert_eq!(pressed(&mut list, KeyCode::Home), (0, 0..4));
        assert!(!list.moves(KeyEvent::new(KeyCode::Char('n'), KeyModifiers::NONE), 4));
    }

    #[test]
    fn nothing_is_chosen_where_nothing_is_found() {
        let mut list = List { found: Vec::new(), at: 0 };
        assert_eq!(list.chosen(), None);
        assert_eq!(pressed(&mut list, KeyCode::Down), (0, 0..0));
        assert_eq!(pressed(&mut list, KeyCode::Up), (0, 0..0));
    }
}
