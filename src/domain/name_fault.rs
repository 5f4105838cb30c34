//! Why a text is no name: every refusal has a reason of its own.

use super::message::Message;

/// What is wrong with a text that was to be a handle, a short name or an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing stands there.
    Empty,
    /// Fewer characters than this.
    TooShort(usize),
    /// More characters than this.
    TooLong(usize),
    /// A character that no such name has.
    Sign(char),
    /// A hyphen at the beginning, at the end, or beside another.
    Hyphens,
    /// A name that Windows keeps for a device: no file can be called so.
    Device,
}

impl NameFault {
    /// The reason, in half a sentence.
    pub fn reason(self) -> Message {
        match self {
            Self::Empty => Message::new("name-empty"),
            Self::TooShort(least) => Message::new("name-too-short").with("least", least),
            Self::TooLong(most) => Message::new("name-too-long").with("most", most),
            Self::Sign(' ') => Message::new("name-space"),
            Self::Sign(sign) => Message::new("name-sign").with("sign", sign.to_string()),
            Self::Hyphens => Message::new("name-hyphens"),
            Self::Device => Message::new("name-device"),
        }
    }
}
