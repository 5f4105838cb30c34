//! Something wrong inside a file: where, what was found, what was expected.

use crate::domain::bounds::PROBLEMS;
use crate::domain::message::{Arg, Message};

/// The sentence that stands for problems that are not told.
const MORE: &str = "problem-more";

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// To be mended before the file is written to.
    Error,
    /// To be looked at.
    Warning,
}

/// Something wrong inside a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file, from the folder that holds `data/`.
    pub path: String,
    /// Line and column, counted from 1.
    pub at: Option<(usize, usize)>,
    /// The dotted key.
    pub field: Option<String>,
    /// What was found and what was expected.
    pub what: Message,
}

impl Problem {
    /// A problem of a whole file.
    pub fn of_file(path: &str, what: Message) -> Self {
        Self { severity: Severity::Error, path: path.to_owned(), at: None, field: None, what }
    }

    /// What is told of the problems of one file: in its order, so many that they can be read, of the errors and of the rest,
    /// and how many more there are beside the `untold` ones.
    pub fn bounded(mut problems: Vec<Self>, mut untold: usize) -> Vec<Self> {
        problems.sort_by_key(|problem| problem.at);
        let (mut errors, mut warnings) = (PROBLEMS, PROBLEMS);
        let mut last = None;
        problems.retain(|problem| {
            let left = if problem.is_error() { &mut errors } else { &mut warnings };
            let is_kept = *left > 0 && problem.count().is_none();
            *left = left.saturating_sub(usize::from(is_kept));
            untold += if is_kept { 0 } else { problem.count().unwrap_or(1) };
            is_kept
        });
        if untold > 0
            && let Some(first) = problems.first()
        {
            let severity = if errors < PROBLEMS { Severity::Error } else { Severity::Warning };
            let what = Message::new(MORE).with("count", untold);
            last = Some(Self { severity, ..Self::of_file(&first.path, what) });
        }
        problems.extend(last);
        problems
    }

    /// How many others it stands for.
    fn count(&self) -> Option<usize> {
        let count = self.what.args().iter().filter(|_| self.what.key() == MORE).find_map(|(_, value)| match value {
            Arg::Count(count) => Some(*count),
            _ => None,
        });
        count.and_then(|count| usize::try_from(count).ok())
    }

    /// Whether it is to be mended before the file is written to.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The name of what is wrong, which stays when its sentence changes: `unknown-key`, `held-twice`.
    pub fn rule(&self) -> &'static str {
        let key = self.what.key();
        key.split_once('-').map_or(key, |(_, rule)| rule)
    }

    /// `field: what`, where the place stands elsewhere.
    pub fn in_field(&self) -> Message {
        match &self.field {
            Some(field) => Message::new("problem-in-file").with("place", field.as_str()).with("what", self.what.clone()),
            None => self.what.clone(),
        }
    }

    /// `file:line:column: field: what`.
    pub fn message(&self) -> Message {
        let place = match self.at {
            Some((line, column)) => format!("{}:{line}:{column}", self.path),
            None => self.path.clone(),
        };
        match &self.field {
            Some(field) => Message::new("problem-in-field")
                .with("place", place)
                .with("field", field.as_str())
                .with("what", self.what.clone()),
            None => Message::new("problem-in-file").with("place", place).with("what", self.what.clone()),
        }
    }
}

/// A file read: what it means, as far as it means anything, and everything wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<T> {
    /// What it means; `None` when it cannot be trusted at all.
    pub value: Option<T>,
    /// Everything wrong, in the order of the file.
    pub problems: Vec<Problem>,
}

impl<T> Decoded<T> {
    /// Whether anything must be mended before the file is written to.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(Problem::is_error)
    }
}
