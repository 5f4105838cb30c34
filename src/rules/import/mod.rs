//! From the rows of a list kept elsewhere to what is wished for: which column means what, and what each cell says. Nothing is
//! guessed: what can be read in two ways is a problem of its row.

mod cells;
mod columns;
mod days;

pub use columns::{Column, Field, Unit, column};

use crate::domain::budget::Budget;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::sheet::{Sheet, SheetRow};
use crate::domain::task::{Place, Resource};
use crate::domain::zone::Zone;

/// A task as a row asks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// The line of the row, or its number.
    pub at: usize,
    /// What the other program calls it.
    pub key: Option<String>,
    /// What is to be done.
    pub title: Option<String>,
    /// Its project, in the words of the row.
    pub project: Option<String>,
    /// The time it should take.
    pub budget: Option<Budget>,
    /// How anyone can tell that it is done.
    pub done_when: Option<String>,
    /// The deliverable, in the words of the row.
    pub deliverable: Option<String>,
    /// What one should know.
    pub skills: Vec<String>,
    /// Where.
    pub place: Place,
    /// Its due day.
    pub due: Option<Day>,
    /// What comes first: keys of other rows, or ids of tasks.
    pub after: Vec<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// More words.
    pub description: Option<String>,
    /// What helps.
    pub resources: Vec<Resource>,
    /// Whether it is not offered there yet.
    pub is_draft: bool,
    /// How it ended there.
    pub over: Option<Over>,
    /// What is wrong with the row.
    pub problems: Vec<Message>,
    /// From anywhere or on site, and in which words that was said.
    said_where: Option<(Place, String)>,
    /// The town or the house.
    town: Option<String>,
}

/// How a task ended in the other program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// It was done.
    Done,
    /// It was given up.
    Cancelled,
}

/// What each column of `sheet` means; `None` for one that is not read.
pub fn columns(sheet: &Sheet) -> Vec<Option<Column>> {
    sheet.columns.iter().map(|heading| column(heading)).collect()
}

/// What `row` asks for, its instants being read as days of `zone`.
pub fn wish(sheet: &Sheet, columns: &[Option<Column>], row: &SheetRow, zone: &Zone) -> Wish {
    let mut wish = Wish { at: row.at, ..Wish::default() };
    if row.cells.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
        let counts = Message::new("import-too-many-cells").with("found", row.cells.len()).with("expected", columns.len());
        wish.problems.push(counts);
    }
    let named = sheet.columns.iter().zip(columns).zip(&row.cells);
    for ((heading, column), cell) in named.filter(|(_, cell)| !cell.trim().is_empty()) {
        if let Some(column) = column
            && let Err(problem) = cells::put(&mut wish, (heading, *column), cell.trim(), zone)
        {
            wish.problems.push(problem);
        }
    }
    cells::settle(&mut wish);
    if wish.title.is_none() && wish.problems.is_empty() {
        wish.problems.push(Message::new("import-no-title"));
    }
    wish
}
