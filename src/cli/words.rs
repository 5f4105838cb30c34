//! The words that options take one of, and what they mean: for whoever reads them and for whoever proposes them.

use crate::domain::status::Status;
use crate::render::Language;
use crate::usecase::read::query::{Sort, State};
use crate::usecase::write::project_fields::RemovableOfProject;
use crate::usecase::write::task_fields::Removable;

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

/// The orders of lists.
pub const SORTS: [(&str, Sort); 6] = [
    ("due", Sort::Due),
    ("budget", Sort::Budget),
    ("created", Sort::Created),
    ("project", Sort::Project),
    ("title", Sort::Title),
    ("fit", Sort::Fit),
];

/// The fields of a task that can be taken out.
pub const REMOVABLE: [(&str, Removable); 6] = [
    ("deliverable", Removable::Deliverable),
    ("skills", Removable::Skills),
    ("due", Removable::Due),
    ("after", Removable::After),
    ("contact", Removable::Contact),
    ("description", Removable::Description),
];

/// The fields of a project that can be taken out.
pub const REMOVABLE_OF_PROJECT: [(&str, RemovableOfProject); 6] = [
    ("idea", RemovableOfProject::Idea),
    ("summary", RemovableOfProject::Summary),
    ("leads", RemovableOfProject::Leads),
    ("contact", RemovableOfProject::Contact),
    ("needs", RemovableOfProject::Needs),
    ("ended", RemovableOfProject::Ended),
];

/// The languages.
pub const LANGUAGES: [&str; 2] = [Language::ALL[0].tag(), Language::ALL[1].tag()];

/// Where a task is done.
pub const PLACES: [&str; 3] = ["remote", "on-site", "either"];

/// The forms of what is no list.
pub const FORMS_OF_ONE: [&str; 2] = ["table", "json"];

/// The words of `known`, without what they mean.
pub const fn words<T: Copy, const N: usize>(known: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = known[at].0;
        at += 1;
    }
    words
}
