//! What one file describes, whichever of the five kinds it is.

use super::campaign::Campaign;
use super::person::Person;
use super::project::{Project, Theme};
use super::said::{FieldSaid, Fields};
use super::task::Task;

/// What one file describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Document {
    /// The campaign.
    Campaign(Box<Campaign>),
    /// A theme.
    Theme(Theme),
    /// A project.
    Project(Box<Project>),
    /// A task.
    Task(Box<Task>),
    /// A person.
    Person(Person),
}

impl Document {
    /// Its fields and what they say.
    pub fn fields(&self) -> Vec<FieldSaid<'_>> {
        match self {
            Self::Campaign(campaign) => campaign.fields(),
            Self::Theme(theme) => theme.fields(),
            Self::Project(project) => project.fields(),
            Self::Task(task) => task.fields(),
            Self::Person(person) => person.fields(),
        }
    }
}

/// To and from what each kind of file describes.
macro_rules! kinds {
    ($($name:ident $Kind:ident)*) => {$(
        impl Document {
            #[doc = concat!("The ", stringify!($name), " that it describes, if it describes one.")]
            pub fn $name(&self) -> Option<&$Kind> {
                match self {
                    Self::$Kind(described) => Some(described),
                    _ => None,
                }
            }
        }

        impl From<$Kind> for Document {
            fn from(described: $Kind) -> Self {
                Self::$Kind(described.into())
            }
        }
    )*};
}

kinds! { campaign Campaign theme Theme project Project task Task person Person }
