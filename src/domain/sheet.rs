//! A list of tasks as another program keeps it: rows of texts, before anybody knows what they mean here.

use strum::{EnumString, IntoStaticStr, VariantNames};

use super::message::Message;

/// Bytes that are read of a list kept elsewhere: some ten thousand rows.
pub const SHEET_BYTES: usize = 8 << 20;
/// Rows that are looked at.
pub const ROWS: usize = 10_000;
/// Columns that are looked at.
pub const COLUMNS: usize = 200;
/// Rows that are added at once: one request holds as many, and nobody reads more.
pub const ADDED: usize = 1_000;

/// Which program's form a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
pub enum Form {
    /// A spreadsheet's.
    #[strum(serialize = "csv")]
    Csv,
    /// What `mpa export json` writes, or a list of objects.
    #[strum(serialize = "json")]
    Json,
    /// A task a line: <https://github.com/todotxt/todo.txt>.
    #[strum(serialize = "todo.txt")]
    TodoTxt,
    /// What `task export` writes.
    #[strum(serialize = "taskwarrior")]
    Taskwarrior,
    /// What `gh issue list --json number,title,body,url,labels,state,milestone` writes.
    #[strum(serialize = "github")]
    GitHub,
}

impl Form {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A list of tasks from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its form.
    pub form: Form,
    /// How it was read, where that had to be found out: what parts its cells, and in which encoding it is.
    pub read_as: Option<Message>,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows, but for empty ones.
    pub rows: Vec<SheetRow>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The line on which it begins, or its number where it has none; from 1.
    pub at: usize,
    /// A text a column, in their order; too many where the row has more.
    pub cells: Vec<String>,
}
