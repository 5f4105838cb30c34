//! The names of what can happen between two versions of a file.

pub mod diff;
pub mod diff_end;
pub mod redaction;

use strum::IntoStaticStr;

use crate::domain::bounds::Excess;
use crate::domain::budget::{Budget, Minutes};
use crate::domain::claim::{Claim, Closing, Evidence};
use crate::domain::day::Day;
use crate::domain::document::Document;
use crate::domain::field::Field;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug};
use crate::domain::project::Poll;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
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
    /// A record that is already over was added, with its time and hand-over: what is left of a lost race, or taken and given
    /// back before anybody heard of it; `previous` is the record this one replaces.
    RecordAdded { by: Handle, claim: Claim, previous: Option<Claim> },
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
    /// What is personal was taken out of a text about an end, `by` whom that text is; `is_masked` where no other sign changed.
    Redacted { by: Handle, field: String, text: String, is_masked: bool },
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
    FieldChanged { field: Field },
    /// A key this version does not know changed.
    UnknownKeyChanged { key: String },
    /// What no operation of ours, done by the author, makes of the version before: see [`super::redo`].
    LeftOver { key: String },
    /// A project file appeared.
    ProjectAdded,
    /// A project file disappeared.
    ProjectDeleted,
    /// Who answers for the project changed.
    LeadsChanged,
    /// A deliverable was delivered.
    Delivered { deliverable: Slug, on: Day, evidence: Evidence },
    /// The result of a vote on the project was written down, or another one.
    Polled { poll: Poll },
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
    RulesChanged { field: Field },
    /// Comments or layout changed, and nothing that they surround.
    Reformatted,
    /// The same thing is kept in a file of another name.
    FileRenamed { from: String },
    /// The task is kept in a file of another name meanwhile, on the shared branch.
    FileMoved { to: String },
    /// A file whose name says that it describes what is described elsewhere already.
    IdTaken { other: String },
    /// There is more to a request than is looked through: of what.
    TooLarge { excess: Excess },
    /// A file that cannot be trusted: what is wrong with it.
    Unreadable { problem: Message },
    /// What can be read leads nowhere: what is wrong with it.
    Unsound { problem: Message },
    /// A text tells something personal that it did not tell before: what.
    Revealing { found: Message },
    /// A link, a submodule or an executable where plain files belong.
    NotAPlainFile,
    /// A file in the place of tasks, projects, themes or people whose name is none of theirs.
    MisnamedFile,
    /// A file of the data folder that is not read.
    StrayFile,
    /// A file outside the data folder.
    OutsideData,
    /// The file changed on both sides, and cannot be merged by its text.
    Conflicting,
    /// The file changed on both sides, and merging its text gives something nobody wrote.
    MergedWrongly,
    /// One handle was replaced by another everywhere, and nothing else changed; `is_holder` says that a task is held under it.
    /// Never found in one file alone: see [`super::replaced`].
    PersonReplaced { from: Handle, to: Handle, is_holder: bool },
}

impl Change {
    /// Whether it is the same deed of the same person, with other values perhaps.
    pub fn is_like(&self, other: &Self) -> bool {
        use Change::{
            BudgetChanged, Claimed, Closed, Delivered, HandoverWritten, Joined, Polled, RecordAdded, Released, Renewed,
            TimeLogged,
        };
        match (self, other) {
            (Claimed { by: a, claim: b, .. }, Claimed { by, claim, .. })
            | (RecordAdded { by: a, claim: b, .. }, RecordAdded { by, claim, .. }) => {
                (a, b.since(), &b.recorded_by) == (by, claim.since(), &claim.recorded_by)
            }
            (Renewed { by: a, .. }, Renewed { by, .. })
            | (Released { by: a, .. }, Released { by, .. })
            | (HandoverWritten { by: a, .. }, HandoverWritten { by, .. }) => a == by,
            (TimeLogged { by: a, on: day, .. }, TimeLogged { by, on, .. }) => (a, day) == (by, on),
            (Closed { closing: a }, Closed { closing }) => (&a.by, &a.recorded_by) == (&closing.by, &closing.recorded_by),
            (Delivered { deliverable: a, .. }, Delivered { deliverable, .. }) => a == deliverable,
            (Joined { project: a, .. }, Joined { project, .. }) => a == project,
            (BudgetChanged { .. }, BudgetChanged { .. }) | (Polled { .. }, Polled { .. }) => true,
            _ => self == other,
        }
    }

    /// The name of the change in JSON.
    pub fn as_str(&self) -> &'static str {
        self.into()
    }
}

/// Names everything that happened between two versions of one file, in the order released, claimed, renewed, logged, closed.
/// Empty when the versions mean the same; a version is `None` where the file does not exist.
pub fn changes(before: Option<&Document>, after: Option<&Document>) -> Vec<Change> {
    match (before, after) {
        (Some(Document::Campaign(before)), Some(Document::Campaign(after))) => diff::campaign(before, after),
        _ => match before.or(after) {
            Some(Document::Theme(_)) => diff::theme(before.and_then(Document::theme), after.and_then(Document::theme)),
            Some(Document::Project(_)) => diff::project(before.and_then(Document::project), after.and_then(Document::project)),
            Some(Document::Task(_)) => diff::task(before.and_then(Document::task), after.and_then(Document::task)),
            Some(Document::Person(_)) => diff::person(before.and_then(Document::person), after.and_then(Document::person)),
            // A campaign neither begins nor ends in a change.
            Some(Document::Campaign(_)) | None => Vec::new(),
        },
    }
}
