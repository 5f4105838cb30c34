//! What each field of the files holds, for whoever describes them: what the decoders read, in one word.

use strum::VariantArray;

use crate::domain::campaign::{FORMAT, Forge, Mode, Send};
use crate::domain::field::Field;
use crate::domain::project::Poll;

use super::canonical::{CAMPAIGN, Named, PERSON, PROJECT, Section, TASK, THEME};
use super::fields::NUMBER_MAX;
use super::layout::{CAMPAIGN_FILE, PEOPLE, PROJECTS, TASKS, THEMES};

/// The languages of a campaign.
pub(super) const LANGUAGES: [&str; 2] = ["fr", "en"];

/// What a value looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A text of one line.
    Line,
    /// A text of several lines.
    Block,
    /// Yes or no.
    Flag,
    /// A whole number up to this one.
    Number(u32),
    /// The same, but one or more.
    Count(u32),
    /// A day.
    Day,
    /// A day, or the word for one.
    Deadline,
    /// A duration, or a range of two.
    Budget,
    /// A duration.
    Duration,
    /// A link.
    Link,
    /// The name of a project, theme or deliverable.
    Slug,
    /// The name of a person.
    Person,
    /// The id of a task.
    Task,
    /// A result that can be looked at.
    Evidence,
    /// A public key.
    Key,
    /// An account of the forge.
    Login,
    /// A promotion.
    Promotion,
    /// A time zone.
    Zone,
    /// A remote, as git names it.
    Remote,
    /// A branch, as git names it.
    Branch,
    /// One of these words.
    Word(Vec<&'static str>),
    /// Several of the same shape.
    List(Box<Shape>),
    /// What the section below says.
    Table,
}

/// The kinds of files: what each holds, and a pattern of their paths from the folder that holds `data/`.
pub fn kinds() -> [(&'static Section, String); 5] {
    let in_folder = |folder: &str| format!("{folder}/*.toml");
    [
        (&CAMPAIGN, CAMPAIGN_FILE.to_owned()),
        (&THEME, in_folder(THEMES)),
        (&PROJECT, in_folder(PROJECTS)),
        (&TASK, format!("{TASKS}/*/*.toml")),
        (&PERSON, in_folder(PEOPLE)),
    ]
}

impl Section {
    /// What `field` holds here.
    pub fn shape(&self, field: Field) -> Shape {
        let list = |of: Shape| Shape::List(Box::new(of));
        match field {
            Field::Title | Field::Contact | Field::Name | Field::Idea | Field::Place => Shape::Line,
            Field::DoneWhen
            | Field::Description
            | Field::Handover
            | Field::Reason
            | Field::Note
            | Field::Summary
            | Field::Question => Shape::Block,
            Field::Draft | Field::First => Shape::Flag,
            Field::Format => Shape::Number(FORMAT),
            Field::Of => Shape::Count(Poll::MOST),
            Field::Renewed
            | Field::Votes
            | Field::Days
            | Field::WarnDays
            | Field::Limit
            | Field::Renewals
            | Field::CooldownDays => Shape::Number(NUMBER_MAX),
            Field::Created | Field::Due | Field::Since | Field::Released | Field::Until => Shape::Day,
            Field::At | Field::Ended | Field::Started => Shape::Day,
            Field::Deadline => Shape::Deadline,
            Field::Budget => Shape::Budget,
            Field::MaxBudget => Shape::Duration,
            Field::Deliverable | Field::Theme => Shape::Slug,
            Field::By | Field::RecordedBy => Shape::Person,
            Field::Skills | Field::Needs | Field::Ideas => list(Shape::Line),
            Field::Leads | Field::Organisers => list(Shape::Person),
            Field::After => list(Shape::Task),
            Field::Keys => list(Shape::Key),
            Field::Evidence => Shape::Evidence,
            Field::Forge if self.name == PERSON.name => Shape::Login,
            Field::Forge => words::<Forge>(),
            Field::Promotion => Shape::Promotion,
            Field::Language => Shape::Word(LANGUAGES.to_vec()),
            Field::Timezone => Shape::Zone,
            Field::Where => Shape::Word(vec!["remote", "on-site", "either"]),
            Field::Mode => words::<Mode>(),
            Field::Send => words::<Send>(),
            Field::Remote => Shape::Remote,
            Field::Main => Shape::Branch,
            Field::Resources | Field::Spent | Field::Poll | Field::Deliverables | Field::Joined => Shape::Table,
            Field::Also | Field::Claims | Field::Tasks | Field::Workflow | Field::Past => Shape::Table,
        }
    }
}

impl Named {
    /// What stands under such a key.
    pub fn holds(self) -> Shape {
        match self {
            Self::Link => Shape::Link,
            Self::Project => Shape::Day,
            Self::Day => Shape::Duration,
            Self::Person | Self::Promised | Self::Campaign => Shape::Table,
        }
    }
}

fn words<T: VariantArray + Copy + Into<&'static str>>() -> Shape {
    Shape::Word(T::VARIANTS.iter().map(|&it| it.into()).collect())
}
