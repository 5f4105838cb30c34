//! A line that is typed behind a question, with the keys that people know from their shell.

use std::io;

use crossterm::event::{self, Event, KeyEventKind};
use tui_input::Input;

use super::drawn::{Drawing, End, Rows, end_of, type_into};
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

/// Asks. `text` stands behind the question from the beginning, and holds in the end what stood there.
///
/// # Errors
/// A terminal that cannot be read or written.
pub fn ask(asked: &Asked<'_>, text: &mut String) -> io::Result<End> {
    let mut drawing = Drawing::begin()?;
    let mut input = Input::new(std::mem::take(text));
    let mut objection = None;
    let end = loop {
        show(&mut drawing, asked.question, objection.as_deref(), &input)?;
        let event = event::read()?;
        let key = event.as_key_event().filter(|key| key.kind != KeyEventKind::Release);
        match key.and_then(end_of) {
            Some(End::Entered) => match (asked.judge)(input.value()) {
                Ok(()) => break End::Entered,
                Err(why) => objection = Some(why),
            },
            Some(end) => break end,
            None if key.is_some() || matches!(event, Event::Paste(_)) => type_into(&mut input, &event),
            None => {}
        }
    };
    input.value().clone_into(text);
    let answer = if end == End::Entered { (asked.shown)(text) } else { String::new() };
    drawing.leave(if end == End::Entered { asked.answered } else { asked.question }, &answer)?;
    Ok(end)
}

/// Draws the question with what is typed, and leaves the cursor in its place there.
fn show(drawing: &mut Drawing, question: &str, objection: Option<&str>, input: &Input) -> io::Result<()> {
    let (columns, height) = screen();
    let mut rows = Rows::new(columns);
    rows.add_lines(&objection.map_or_else(|| format!("{question} "), |why| format!("! {why}\n{question} ")));
    let cursor = rows.add_input(input);
    drawing.show(&rows.into_rows(), height, cursor)
}
