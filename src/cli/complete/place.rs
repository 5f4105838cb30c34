//! What can stand in each place of the command line.

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
        ("deliver" | "tasks-add" | "tasks-edit", "deliverable") => Wanted::Deliverables,
        (_, "skill") => Wanted::Skills,
        (_, "handle" | "on_behalf" | "person" | "people" | "lead") => Wanted::People,
        _ => return None,
    })
}
