//! The states of a task, computed when it is read and never stored.

use strum::IntoStaticStr;

/// The state of a task on a given day, in the order in which the first that applies is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Status {
    /// Given up.
    Cancelled,
    /// Finished.
    Done,
    /// Not offered yet.
    Draft,
    /// Somebody holds it.
    Claimed,
    /// Another task comes first.
    Blocked,
    /// To be taken.
    Open,
}

impl Status {
    /// The word of JSON, CSV and `--status`.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
