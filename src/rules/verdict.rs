//! What the rulebook answers.

use crate::domain::message::Message;

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

/// The rule that stands against a change, and the sentence that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The rule.
    pub rule: Rule,
    /// One sentence that names task, person and what to do.
    pub message: Message,
}

impl Objection {
    /// `rule`, said as `message`.
    pub fn new(rule: Rule, message: Message) -> Self {
        Self { rule, message }
    }
}

/// The rules by name, as `review` and the documentation call them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// One person holds a task at a time.
    HeldBySomebody,
    /// A finished task is not taken again.
    TaskDone,
    /// A cancelled task is not taken.
    TaskCancelled,
    /// A draft is not offered yet.
    TaskDraft,
    /// A task that waits for another is taken only when an organiser agrees.
    TaskBlocked,
    /// A person holds so many tasks at most.
    Limit,
    /// A while passes before taking again what one held in vain.
    Cooldown,
    /// A claim is prolonged so many times at most.
    Renewals,
    /// A claim lasts so many days at most.
    Length,
    /// Records are changed by the person they speak of.
    SomebodyElse,
    /// A record of a claim, of time or of a closing stays.
    RecordErased,
    /// The facts of a record do not change afterwards.
    RecordAltered,
    /// Nobody knows tomorrow's days but one.
    FutureDay,
    /// Time already noted is not lowered later than that day.
    TimeLowered,
    /// A task is closed by the person who holds it.
    NotHeld,
    /// Links in free texts are https, and few.
    Links,
    /// New tasks are agreed upon.
    NewTask,
    /// What a task asks for is agreed upon.
    TaskText,
    /// What is offered is not taken back into draft.
    DraftAgain,
    /// Task files stay.
    TaskDeleted,
    /// Giving up, sending back and reopening are decisions.
    Decision,
    /// Projects and themes are agreed upon.
    ProjectText,
    /// Who answers for a project is for organisers to say.
    Leads,
    /// A people file belongs to its person.
    AnothersFile,
    /// The rules of the campaign are for organisers to change.
    CampaignRules,
    /// A volunteer leaves comments and layout alone.
    Layout,
    /// A file keeps its name.
    FileName,
    /// An id belongs to one file.
    IdTaken,
    /// A file says something that can be read.
    Unreadable,
    /// The data folder holds plain files.
    PlainFiles,
    /// The data folder holds what is read, and nothing else.
    StrayFile,
    /// Files outside the data folder are read by a person.
    OutsideData,
    /// What changed on both sides is put together by a person.
    Conflict,
    /// An organiser looks at what nobody is known to have written.
    Unverified,
    /// An organiser welcomes newcomers.
    Newcomer,
    /// People are forgotten at their own wish or by organisers, under a name that nobody bears.
    Forgetting,
}

impl Rule {
    /// The name of the rule in JSON and in the documentation.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HeldBySomebody => "held-by-somebody",
            Self::TaskDone => "task-done",
            Self::TaskCancelled => "task-cancelled",
            Self::TaskDraft => "task-draft",
            Self::TaskBlocked => "task-blocked",
            Self::Limit => "limit",
            Self::Cooldown => "cooldown",
            Self::Renewals => "renewals",
            Self::Length => "length",
            Self::SomebodyElse => "somebody-else",
            Self::RecordErased => "record-erased",
            Self::RecordAltered => "record-altered",
            Self::FutureDay => "future-day",
            Self::TimeLowered => "time-lowered",
            Self::NotHeld => "not-held",
            Self::Links => "links",
            Self::NewTask => "new-task",
            Self::TaskText => "task-text",
            Self::DraftAgain => "draft-again",
            Self::TaskDeleted => "task-deleted",
            Self::Decision => "decision",
            Self::ProjectText => "project-text",
            Self::Leads => "leads",
            Self::AnothersFile => "anothers-file",
            Self::CampaignRules => "campaign-rules",
            Self::Layout => "layout",
            Self::FileName => "file-name",
            Self::IdTaken => "id-taken",
            Self::Unreadable => "unreadable",
            Self::PlainFiles => "plain-files",
            Self::StrayFile => "stray-file",
            Self::OutsideData => "outside-data",
            Self::Conflict => "conflict",
            Self::Unverified => "unverified",
            Self::Newcomer => "newcomer",
            Self::Forgetting => "forgetting",
        }
    }
}
