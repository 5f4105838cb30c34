//! A sentence before it has a language.
//!
//! Every floor has something to say (a rule that refuses, a file that cannot be read, a commit that landed),
//! but only `render` knows French and English. So the lower floors name a sentence of the catalogue and hand
//! over typed values; plurals, dates and durations take their form when the sentence meets its reader.

use chrono::NaiveDate;

use super::budget::{Budget, Minutes};

/// A sentence of the message catalogue with the values it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Message {
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
}

/// A value inside a [`Message`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Arg {
    /// Text from outside: a title, a path, a handle. Made safe and shown as it is.
    Text(String),
    /// A number, which also chooses the plural.
    Count(i64),
    /// A calendar day, written out in the reader's language.
    Day(NaiveDate),
    /// A duration, written as hours and minutes.
    Time(Minutes),
    /// A duration, or a range of two.
    Budget(Budget),
    /// Another sentence or word of the catalogue.
    Word(Box<Message>),
    /// Several texts, joined by commas.
    List(Vec<String>),
}

impl Message {
    /// Names the sentence `key` of the catalogue. A test makes sure that every key exists in each language.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Adds the value that the sentence calls `$name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Another sentence that speaks of the same values.
    #[must_use]
    pub fn under(&self, key: &'static str) -> Self {
        Self { key, args: self.args.clone() }
    }

    /// The catalogue key.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// The values, in the order they were given.
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<NaiveDate> for Arg {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<Minutes> for Arg {
    fn from(time: Minutes) -> Self {
        Self::Time(time)
    }
}

impl From<Budget> for Arg {
    fn from(budget: Budget) -> Self {
        Self::Budget(budget)
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Word(Box::new(message))
    }
}

impl From<Vec<String>> for Arg {
    fn from(list: Vec<String>) -> Self {
        Self::List(list)
    }
}
