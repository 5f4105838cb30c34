//! What can be looked for in a list of tasks.

use strum::{EnumString, VariantNames};

use crate::domain::budget::Minutes;
use crate::domain::day::Day;
use crate::domain::name::{Handle, Slug};
use crate::domain::status::Status;
use crate::domain::task::Place;

use super::fit::Wishes;
use super::list::Row;

/// What is looked for. Everything left out means no wish.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// Every state, instead of what can be taken now.
    pub all: bool,
    /// Only this project: only its folder is read.
    pub project: Option<Slug>,
    /// Only the projects of this theme.
    pub theme: Option<Slug>,
    /// Only these states.
    pub states: Vec<State>,
    /// Only what this person holds, or was the last to hold.
    pub held_by: Option<Handle>,
    /// Only what fits in this time, by the upper end of the budget.
    pub time: Option<Minutes>,
    /// Only what asks for this skill.
    pub skill: Option<String>,
    /// Only what can be done there; `either` tasks fit both, and a town only what names it.
    pub place: Option<Place>,
    /// Only what is due on or before this day.
    pub due_before: Option<Day>,
    /// Only tasks whose title, texts, skills or project have words that begin with all these; where none
    /// has, words that hold them; else but for one letter.
    pub search: Option<String>,
    /// Of the person for whom each task is to say why it suits them.
    pub wishes: Option<Wishes>,
    /// The order.
    pub sort: Sort,
    /// At most so many.
    pub limit: Option<usize>,
}

/// A state to look for: a status, or what happened before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// In that status.
    Is(Status),
    /// Its last claim ran out and nobody took over.
    Expired,
    /// Its last closing was not accepted.
    SentBack,
    /// Somebody took or finished it on a branch that is not merged.
    Pending,
}

impl Query {
    /// Whether what can be taken now is looked for.
    pub(super) fn is_of_the_free(&self) -> bool {
        !self.all && self.states.is_empty() && self.held_by.is_none()
    }
}

impl State {
    pub(super) fn fits(self, row: &Row) -> bool {
        match self {
            Self::Is(status) => row.status == status,
            Self::Expired => row.expired,
            Self::SentBack => row.sent_back,
            Self::Pending => !row.pending.is_empty(),
        }
    }
}

/// The order of a list; equal tasks follow in the default order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, EnumString, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Sort {
    /// By the day they are really due, then created, then id.
    #[default]
    Due,
    /// The shortest first.
    Budget,
    /// The oldest first.
    Created,
    /// By project.
    Project,
    /// By title.
    Title,
    /// What suits best whoever the wishes are of.
    Fit,
}
