//! The fields of the files by name: the key of each, how it is written, what people call it. One row a field.

use strum::IntoStaticStr;

/// How the value of a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A list of texts.
    List,
    /// A day.
    Day,
    /// A day, or the word for one.
    Deadline,
    /// A duration, or a range of two.
    Budget,
    /// In one way only.
    Plain,
    /// A table of its own.
    Table,
}

macro_rules! fields {
    ($($Field:ident $Kind:ident $($label:literal)?,)*) => {
        /// A field of a file, whatever it is a file of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr)]
        #[strum(serialize_all = "kebab-case")]
        pub enum Field {
            $($Field,)*
        }

        impl Field {
            /// Its key in the files.
            pub fn key(self) -> &'static str {
                self.into()
            }

            /// How it is written.
            pub fn kind(self) -> Kind {
                match self {
                    $(Self::$Field => Kind::$Kind,)*
                }
            }

            /// The word of the catalogue for it, where it has one of its own.
            pub fn label(self) -> &'static str {
                match self {
                    $($(Self::$Field => $label,)?)*
                    _ => "field-other",
                }
            }
        }
    };
}

fields! {
    Title Text "field-title",
    Contact Text "field-contact",
    // Of tasks.
    Draft Plain,
    Budget Budget,
    DoneWhen Text "field-done-when",
    Created Day "field-created",
    Deliverable Text "field-deliverable",
    Skills List "field-skills",
    Where Text "field-where",
    Place Text "field-where",
    Due Day "field-due",
    After List "field-after",
    Description Text "field-description",
    Resources Table "field-resources",
    // Of what happened to them.
    Since Day,
    RecordedBy Text,
    Renewed Plain,
    Spent Plain,
    Released Day,
    Handover Text,
    Until Day,
    By Text,
    At Day,
    Reason Text,
    Evidence Text,
    Note Text,
    // Of projects and themes.
    Theme Text "field-theme",
    Idea Text "field-idea",
    Summary Text "field-summary",
    Leads List "field-leads",
    Needs List "field-needs",
    Ended Day "field-ended",
    Poll Table "field-poll",
    Votes Plain,
    Of Plain,
    Deliverables Table "field-deliverables",
    First Plain,
    Question Text "field-question",
    Ideas List "field-ideas",
    // Of people.
    Forge Text "field-forge",
    Keys List "field-keys",
    Promotion Text "field-promotion",
    Joined Table,
    // Of the campaign.
    Format Plain,
    Name Text "field-name",
    Language Text "field-language",
    Timezone Text "field-timezone",
    Started Day "field-started",
    Deadline Deadline "field-deadline",
    Organisers List "field-organisers",
    Also Table "field-also",
    Claims Table "field-claims",
    Tasks Table "field-tasks",
    Workflow Table "field-workflow",
    Past Table "field-past",
    Days Plain,
    WarnDays Plain,
    Limit Plain,
    Renewals Plain,
    CooldownDays Plain,
    MaxBudget Budget,
    Mode Text,
    Remote Text,
    Main Text,
    Send Text,
}

impl Field {
    /// Whether whoever has what it says is taken for the person.
    pub fn is_identity(self) -> bool {
        matches!(self, Self::Forge | Self::Keys)
    }
}
