//! What can stand in each place of the command line.

use strum::VariantNames;

use crate::domain::sheet::Form;
use crate::usecase::read::query::Sort;
use crate::usecase::write::project_fields::RemovableOfProject;
use crate::usecase::write::task_fields::Removable;

use super::super::words::{FORMS_OF_ONE, LANGUAGES, PLACES, WORDS_OF_STATES};

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Tasks that can be taken.
    Open,
    /// Tasks of the person who types, or of whom `--for` names.
    Mine,
    /// Finished tasks.
    Done,
    /// Finished and cancelled tasks.
    Over,
    /// Any task.
    Tasks,
    /// Projects.
    Projects,
    /// Themes.
    Themes,
    /// Deliverables, of the project that is named on the line.
    Deliverables,
    /// Skills that tasks ask for and people have.
    Skills,
    /// Handles.
    People,
    /// The words for where a task is done, and the towns where some are.
    Places,
    /// One of these words.
    Words(&'static [&'static str]),
}

/// What the argument `id` of the command `path` (`tasks-add`) takes; `None` where only the person knows.
pub fn wanted(path: &str, id: &str) -> Option<Wanted> {
    Some(match (path, id) {
        ("claim", "words") => Wanted::Open,
        ("renew" | "release" | "log" | "close", "words") => Wanted::Mine,
        ("send-back", "words") => Wanted::Done,
        ("tasks-reopen", "words") => Wanted::Over,
        (_, "words" | "after" | "invite") => Wanted::Tasks,
        (_, "project") => Wanted::Projects,
        (_, "theme") => Wanted::Themes,
        ("deliver" | "progress" | "tasks-add" | "tasks-edit", "deliverable") => Wanted::Deliverables,
        (_, "skill") => Wanted::Skills,
        (_, "handle" | "on_behalf" | "person" | "people" | "lead") => Wanted::People,
        (_, "lang") => Wanted::Words(&LANGUAGES),
        (_, "status") => Wanted::Words(&WORDS_OF_STATES),
        (_, "sort") => Wanted::Words(Sort::VARIANTS),
        ("tasks-edit", "remove") => Wanted::Words(Removable::VARIANTS),
        ("projects-edit", "remove") => Wanted::Words(RemovableOfProject::VARIANTS),
        ("tasks-add" | "tasks-edit", "place") => Wanted::Words(&PLACES),
        (_, "place") => Wanted::Places,
        ("import", "form") => Wanted::Words(Form::VARIANTS),
        ("" | "campaign" | "doctor" | "import" | "remind" | "tasks-show" | "projects-show" | "themes-show", "format") => {
            Wanted::Words(&FORMS_OF_ONE)
        }
        _ => return None,
    })
}
