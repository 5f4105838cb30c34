//! Lists of tasks that other programs wrote, on the way to rows of texts: one file a form. What they mean, `rules::import` says.
//!
//! Whatever the bytes are, so much of them is read at most: see [`SHEET_BYTES`], [`ROWS`] and [`COLUMNS`].

mod csv;
mod encoding;
mod json;
mod todo_txt;

use crate::domain::message::Message;
use crate::domain::sheet::{COLUMNS, Form, ROWS, SHEET_BYTES, Sheet};

/// Reads `bytes`, the contents of the file called `name`, as a list of that form, or of the one that it has itself.
///
/// # Errors
/// A list that is too large, no text, or not of that form: the sentence says what was found and what was expected.
pub fn read_sheet(form: Option<Form>, name: &str, bytes: &[u8]) -> Result<Sheet, Message> {
    if bytes.len() > SHEET_BYTES {
        return Err(Message::new("import-too-large").with("most", SHEET_BYTES >> 20));
    }
    let (text, encoding) = encoding::decoded(bytes)?;
    if text.trim().is_empty() {
        return Err(Message::new("import-empty"));
    }
    let is_json = text.trim_start().starts_with(['[', '{']);
    let sheet = match form {
        Some(Form::Csv) => csv::read(&text, encoding),
        Some(Form::TodoTxt) => todo_txt::read(&text),
        Some(form @ (Form::Json | Form::Taskwarrior | Form::GitHub)) => json::read(Some(form), &text),
        None if is_json => json::read(None, &text),
        None if name.to_lowercase().ends_with(".txt") && !csv::has_titles(&text) => todo_txt::read(&text),
        None => csv::read(&text, encoding),
    }?;
    let (rows, columns) = (sheet.rows.len(), sheet.columns.len());
    if rows > ROWS || columns > COLUMNS {
        return Err(too_many());
    }
    if rows == 0 { Err(Message::new("import-empty")) } else { Ok(sheet) }
}

fn too_many() -> Message {
    Message::new("import-too-many").with("rows", ROWS).with("columns", COLUMNS)
}
