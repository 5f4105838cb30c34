//! The states of a task, computed when it is read and never stored.

/// The state of a task on a given day, in the order in which the first that applies is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// Every state, in order.
    pub const ALL: [Self; 6] = [Self::Cancelled, Self::Done, Self::Draft, Self::Claimed, Self::Blocked, Self::Open];

    /// The word of JSON, CSV and `--status`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Done => "done",
            Self::Draft => "draft",
            Self::Claimed => "claimed",
            Self::Blocked => "blocked",
            Self::Open => "open",
        }
    }
}
