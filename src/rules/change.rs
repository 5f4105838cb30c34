//! The names of what can happen between two versions of a file.

use crate::domain::budget::{Budget, Minutes};
use crate::domain::campaign::Campaign;
use crate::domain::claim::{Claim, Closing, Evidence};
use crate::domain::day::Day;
use crate::domain::name::{Handle, Slug};
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;

use super::diff;

/// Two versions of one file; `None` where the file does not exist.
#[derive(Debug, Clone, Copy)]
pub enum Versions<'a> {
    /// A task.
    Task(Option<&'a Task>, Option<&'a Task>),
    /// A project.
    Project(Option<&'a Project>, Option<&'a Project>),
    /// A theme.
    Theme(Option<&'a Theme>, Option<&'a Theme>),
    /// A person.
    Person(Option<&'a Person>, Option<&'a Person>),
    /// The campaign.
    Campaign(&'a Campaign, &'a Campaign),
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A task file appeared.
    TaskAdded,
    /// A task file disappeared, or became another task.
    TaskDeleted,
    /// A person took the task; `previous` is the record this one replaces.
    Claimed { by: Handle, claim: Claim, previous: Option<Claim> },
    /// A claim was prolonged.
    Renewed { by: Handle, claim: Claim, previous: Claim },
    /// A claim was given back.
    Released { by: Handle, claim: Claim },
    /// A record that is already over was added, with its time and hand-over: what is left of a lost race.
    RecordAdded { by: Handle, claim: Claim },
    /// Time spent on one day was noted, raised or lowered.
    TimeLogged { by: Handle, on: Day, from: Minutes, to: Minutes },
    /// What is left to do was written down.
    HandoverWritten { by: Handle, text: Option<String> },
    /// A record changed in a way no operation does.
    RecordAltered { by: Handle },
    /// A record disappeared.
    RecordErased { by: Handle },
    /// The task was finished.
    Closed { closing: Closing },
    /// How the task was finished was changed afterwards.
    ClosingAltered { by: Handle },
    /// How the task was finished, or why it was given up, disappeared.
    ClosingErased { by: Handle },
    /// The closing was not accepted.
    SentBack { by: Handle },
    /// The task is to be done again.
    Reopened { by: Handle },
    /// The task was given up.
    Cancelled { by: Handle },
    /// The task is offered.
    Published,
    /// The task is no longer offered.
    Unpublished,
    /// The time it should take changed.
    BudgetChanged { from: Budget, to: Budget },
    /// What a field says changed.
    FieldChanged { field: &'static str },
    /// A key this version does not know changed.
    UnknownKeyChanged { key: String },
    /// A project file appeared.
    ProjectAdded,
    /// A project file disappeared.
    ProjectDeleted,
    /// Who answers for the project changed.
    LeadsChanged,
    /// A deliverable was delivered.
    Delivered { deliverable: Slug, on: Day, evidence: Evidence },
    /// A theme file appeared.
    ThemeAdded,
    /// A theme file disappeared.
    ThemeDeleted,
    /// A people file appeared.
    PersonAdded,
    /// A people file disappeared.
    PersonDeleted,
    /// A person joined a project, or says to have joined on another day.
    Joined { project: Slug, on: Day },
    /// A person left a project.
    Left { project: Slug },
    /// The rules of the campaign, or its organisers, changed.
    RulesChanged { field: &'static str },
}

/// Names everything that happened between two versions, in the order released, claimed, renewed, logged, closed.
/// Empty when the versions mean the same.
pub fn changes(versions: Versions<'_>) -> Vec<Change> {
    match versions {
        Versions::Task(before, after) => diff::task(before, after),
        Versions::Project(before, after) => diff::project(before, after),
        Versions::Theme(before, after) => diff::theme(before, after),
        Versions::Person(before, after) => diff::person(before, after),
        Versions::Campaign(before, after) => diff::campaign(before, after),
    }
}
