//! Tables of spreadsheets, whatever parts their cells.

use std::io::Read as _;

use csv::{ReaderBuilder, StringRecord};

use crate::domain::formula::bare;
use crate::domain::message::Message;
use crate::domain::sheet::{COLUMNS, Form, ROWS, Sheet, SheetRow};
use crate::rules::import::{Field, column};

use super::too_many;

/// What parts cells, and what sentences call it.
const DELIMITERS: [(u8, &str); 3] = [(b';', "delimiter-semicolon"), (b',', "delimiter-comma"), (b'\t', "delimiter-tab")];
/// How a spreadsheet says in the first line what parts its cells.
const SEPARATOR: &str = "sep=";
/// A row of our own after the last: where it is not read as one, a quotation mark that was never closed swallowed all that follows
/// it.
const END: &str = "\n\u{4}";

/// The rows of `text`, which was read in that encoding.
pub(super) fn read(text: &str, encoding: Option<&str>) -> Result<Sheet, Message> {
    let body = without_separator(text);
    let before = text[..text.len() - body.len()].lines().count();
    let (delimiter, word) = delimiter(body);
    let ended = body.as_bytes().chain(END.as_bytes());
    let mut records = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(ended);
    let mut record = StringRecord::new();
    let mut is_whole = false;
    let mut columns: Option<Vec<String>> = None;
    let mut rows = Vec::new();
    // The reader counts the second half of a line's end to the next one.
    let (mut passed, mut line) = (0, 1);
    loop {
        let broken = |cause: csv::Error| Message::new("import-broken").with("cause", cause.to_string());
        if !records.read_record(&mut record).map_err(broken)? {
            break;
        }
        is_whole = record.len() == 1 && record[0] == *END.trim_start();
        if is_whole {
            continue;
        }
        let cells = || record.iter().map(|cell| bare(cell.trim()).into_owned());
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() > COLUMNS || rows.len() > ROWS {
            return Err(too_many());
        }
        if columns.is_none() {
            columns = Some(cells().collect());
            continue;
        }
        let from = record.position().and_then(|it| usize::try_from(it.byte()).ok()).unwrap_or(passed);
        let from = from + body.as_bytes()[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line += body.as_bytes()[passed..from].iter().filter(|byte| **byte == b'\n').count();
        passed = from;
        rows.push(SheetRow { at: before + line, cells: cells().collect() });
    }
    if !is_whole {
        let line = rows.last().map_or(before + 1, |row| row.at);
        return Err(Message::new("import-unclosed").with("line", line));
    }
    let read_as = Message::new("import-read-as").with("delimiter", Message::new(word));
    let read_as = read_as.with("encoding", encoding.unwrap_or("UTF-8"));
    Ok(Sheet { form: Form::Csv, read_as: Some(read_as), columns: columns.unwrap_or_default(), rows })
}

/// Whether its first row names a column of titles.
pub(super) fn has_titles(text: &str) -> bool {
    let body = without_separator(text);
    headings(body, delimiter(body).0).iter().any(|name| column(name).is_some_and(|it| it.field == Field::Title))
}

fn without_separator(text: &str) -> &str {
    match text.split_once('\n') {
        Some((first, rest)) if first.to_lowercase().starts_with(SEPARATOR) => rest,
        _ => text,
    }
}

/// What parts the cells: that by which most columns are known, else by which there are most.
fn delimiter(text: &str) -> (u8, &'static str) {
    let known = |names: &[String]| (names.iter().filter(|name| column(name).is_some()).count(), names.len());
    let best = DELIMITERS.into_iter().rev().max_by_key(|(delimiter, _)| known(&headings(text, *delimiter)));
    best.unwrap_or(DELIMITERS[0])
}

fn headings(text: &str, delimiter: u8) -> Vec<String> {
    let mut records = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let first = records.records().flatten().next();
    first.map(|record| record.iter().take(COLUMNS).map(str::to_owned).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        read(text, None).unwrap().rows.into_iter().map(|row| (row.at, row.cells)).collect()
    }

    #[test]
    fn cells_are_parted_by_what_the_headings_say() {
        let expected = vec![(2, vec!["Relire".to_owned(), "2h".to_owned()])];
        for text in [
            "Titre;Budget\nRelire;2h\n",
            "title,budget\r\nRelire,2h\r\n",
            "Tâche\tDurée\nRelire\t2h",
            "titre;budget\n\"Relire\";2h",
        ] {
            assert_eq!(cells(text), expected, "{text}");
        }
        assert_eq!(cells("sep=;\ntitre;budget\n\nRelire;2h"), [(4, expected[0].1.clone())]);
        // More commas than semicolons, in the names themselves.
        assert_eq!(cells("Titre;Budget;a, b, c, d\nRelire;2h;")[0].1, ["Relire", "2h", ""]);
    }

    #[test]
    fn quotes_hold_lines_and_guards_are_taken_away() {
        let rows = cells("titre;notes\n\"'=Somme\";\"un\n'- deux; \"\"trois\"\"\"\nLa suite;\n");
        assert_eq!(rows[0].1, ["=Somme", "un\n- deux; \"trois\""]);
        assert_eq!(rows[1].0, 4);
    }

    #[test]
    fn a_quotation_mark_that_nobody_closed_swallows_nothing() {
        for (text, line) in [
            ("titre;notes\nUn;\"deux\nTrois;quatre\n", 2_usize),
            ("titre;notes\r\nUn;deux\r\n\"Trois;quatre\r\nCinq;six\r\n", 3),
            ("titre;\"notes\nUn;deux", 1),
            ("sep=;\ntitre;notes\nUn;\"\"\"", 3),
        ] {
            assert_eq!(read(text, None).unwrap_err(), Message::new("import-unclosed").with("line", line), "{text}");
        }
        for text in ["titre;notes\nUn;5\" de large\n", "titre;notes\nUn;\"deux\"\"\"\r\n", "titre\r\n\"Un\""] {
            assert_eq!(read(text, None).unwrap().rows.len(), 1, "{text}");
        }
    }
}
