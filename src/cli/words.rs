//! The words that options take one of, and what they mean: for whoever reads them and for whoever proposes them.

use crate::domain::status::Status;
use crate::render::Language;
use crate::usecase::read::query::State;

/// The states, with their French words.
pub const STATES: [(&str, (&str, State)); 9] = [
    ("open", ("libre", State::Is(Status::Open))),
    ("claimed", ("prise", State::Is(Status::Claimed))),
    ("blocked", ("en-attente", State::Is(Status::Blocked))),
    ("draft", ("brouillon", State::Is(Status::Draft))),
    ("done", ("terminée", State::Is(Status::Done))),
    ("cancelled", ("annulée", State::Is(Status::Cancelled))),
    ("expired", ("délai-passé", State::Expired)),
    ("sent-back", ("à-reprendre", State::SentBack)),
    ("pending", ("à-valider", State::Pending)),
];

/// The languages.
pub const LANGUAGES: [&str; 2] = [Language::ALL[0].tag(), Language::ALL[1].tag()];

/// Where a task is done.
pub const PLACES: [&str; 3] = ["remote", "on-site", "either"];

/// The forms of what is no list.
pub const FORMS_OF_ONE: [&str; 2] = ["table", "json"];

/// The words of [`STATES`] in the files.
pub const WORDS_OF_STATES: [&str; STATES.len()] = {
    let mut words = [""; STATES.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = STATES[at].0;
        at += 1;
    }
    words
};
