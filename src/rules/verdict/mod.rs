//! What the rulebook answers.

pub mod weight;

use crate::domain::message::Message;

pub use super::rule::Rule;
pub use weight::{Decider, Weight};

/// What becomes of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// May be merged unread.
    Routine,
    /// Waits for an organiser, who may well agree.
    NeedsOrganiser(Objection),
    /// Nonsense or loss, whoever asks.
    Refused(Objection),
}

impl Verdict {
    /// What stands against the change.
    pub fn objection(&self) -> Option<&Objection> {
        match self {
            Self::Routine => None,
            Self::NeedsOrganiser(objection) | Self::Refused(objection) => Some(objection),
        }
    }
}

/// The rule that stands against a change, and the sentence that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The rule.
    pub rule: Rule,
    /// One sentence that names task, person and what to do.
    pub message: Message,
}

impl Objection {
    /// `rule`, said as `message`, which is one of its sentences.
    pub fn new(rule: Rule, message: Message) -> Self {
        debug_assert!(rule.sentences().contains(&message.key()), "{} says {}", rule.as_str(), message.key());
        Self { rule, message }
    }
}
