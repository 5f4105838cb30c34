//! The rules by name: what each says, how much it weighs and who may decide about it. The documentation is written from
//! here, and the judge asks here.

use strum::{IntoStaticStr, VariantArray};

/// The rules by name, as `review` and the documentation call them, in the order of the latter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
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
    /// What is personal is taken out of a record with somebody's agreement.
    Redaction,
    /// What is personal is merged by somebody who saw it.
    Personal,
    /// Nobody knows tomorrow's days but one.
    FutureDay,
    /// Nothing happens to a task before there is one.
    EarlyDay,
    /// The days of a record follow one another, and no day has more than 24 hours.
    Days,
    /// Time already noted is not lowered later than that day.
    TimeLowered,
    /// A task is closed by the person who holds it.
    NotHeld,
    /// Links in free texts are https, and few.
    Links,
    /// What goes unread is no longer than somebody would read.
    LongText,
    /// What is shown as a result can be looked at.
    Nowhere,
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
    /// Whether there is a project, and what a vote said of it, is for organisers to say.
    WholeProject,
    /// Who answers for a project is for organisers to say.
    Leads,
    /// A people file belongs to its person.
    AnothersFile,
    /// By what a person is known is theirs alone to say.
    Identity,
    /// The rules of the campaign are for organisers to change.
    CampaignRules,
    /// A volunteer leaves comments and layout alone.
    Layout,
    /// What no command writes is read by a person.
    LeftOver,
    /// A file keeps its name.
    FileName,
    /// An id belongs to one file.
    IdTaken,
    /// A file says something that can be read.
    Unreadable,
    /// A file that can be read leads somewhere.
    Unsound,
    /// The data folder holds plain files.
    PlainFiles,
    /// The data folder holds what is read, and nothing else.
    StrayFile,
    /// Files outside the data folder are read by a person.
    OutsideData,
    /// What is too much to look through is looked at by a person.
    TooLarge,
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
        self.into()
    }

    /// The keys of the sentences by which the rule may be told: one, unless it has several sides.
    pub fn sentences(self) -> &'static [&'static str] {
        match self {
            Self::HeldBySomebody => &["rule-held-by-somebody"],
            Self::TaskDone => &["rule-task-done"],
            Self::TaskCancelled => &["rule-task-cancelled"],
            Self::TaskDraft => &["rule-task-draft"],
            Self::TaskBlocked => &["rule-task-blocked"],
            Self::Limit => &["rule-limit"],
            Self::Cooldown => &["rule-cooldown"],
            Self::Renewals => &["rule-renewals"],
            Self::Length => &["rule-length", "rule-ends-before", "rule-ends-past", "rule-renewal-shortens"],
            Self::SomebodyElse => &["rule-somebody-else"],
            Self::RecordErased => &["rule-time-erased", "rule-record-erased", "rule-closing-erased"],
            Self::RecordAltered => &["rule-closing-altered", "rule-record-altered"],
            Self::Redaction => &["rule-redaction"],
            Self::Personal => &["rule-personal"],
            Self::FutureDay => &["rule-future-day"],
            Self::EarlyDay => &["rule-early-day", "rule-due-past"],
            Self::Days => &[
                "rule-claim-ahead",
                "rule-claim-over",
                "rule-claim-amid",
                "rule-ended-amid",
                "rule-ended-before",
                "rule-dated-back",
                "rule-more-than-a-day",
                "rule-time-outside",
            ],
            Self::TimeLowered => &["rule-time-lowered"],
            Self::NotHeld => &["rule-not-held", "rule-no-record"],
            Self::Links => &["rule-links"],
            Self::LongText => &["rule-long-text"],
            Self::Nowhere => &["rule-nowhere"],
            Self::NewTask => &["rule-new-task"],
            Self::TaskText => &["rule-task-text"],
            Self::DraftAgain => &["rule-draft-again"],
            Self::TaskDeleted => &["rule-task-deleted"],
            Self::Decision => &["rule-decision", "rule-reason-needed", "rule-not-over", "rule-not-done"],
            Self::ProjectText => &["rule-project-text"],
            Self::WholeProject => &["rule-project-deleted", "rule-poll"],
            Self::Leads => &["rule-leads"],
            Self::AnothersFile => &["rule-anothers-file"],
            Self::Identity => &["rule-identity", "rule-identity-taken"],
            Self::CampaignRules => &["rule-campaign-rules", "rule-next-early", "rule-next-key", "rule-next-days"],
            Self::Layout => &["rule-layout"],
            Self::LeftOver => &["rule-left-over"],
            Self::FileName => &["rule-file-renamed", "rule-file-moved", "rule-misnamed-file"],
            Self::IdTaken => &["rule-id-taken"],
            Self::Unreadable => &["rule-unreadable"],
            Self::Unsound => &["rule-unsound"],
            Self::PlainFiles => &["rule-plain-files"],
            Self::StrayFile => &["rule-stray-file"],
            Self::OutsideData => &["rule-outside-data"],
            Self::TooLarge => &["rule-too-large"],
            Self::Conflict => &["rule-conflict", "rule-merged-wrongly", "rule-overtaken-campaign", "rule-overtaken-poll"],
            Self::Unverified => &["rule-unverified"],
            Self::Newcomer => &["rule-newcomer"],
            Self::Forgetting => &["rule-forgetting", "rule-forgetting-name", "rule-forgetting-holder"],
        }
    }
}
