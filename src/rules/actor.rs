//! Who acts, how sure that is, and what that person may do in a project.

use crate::domain::campaign::Campaign;
use crate::domain::name::Handle;
use crate::domain::project::Project;

/// What a person may do, from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Takes tasks and answers for their own records.
    Volunteer,
    /// Answers for the project at hand.
    Lead,
    /// Merges, anywhere.
    Organiser,
}

impl Role {
    /// The role of `who` in `campaign`, when the change concerns `project`.
    pub fn of(who: &Handle, campaign: &Campaign, project: Option<&Project>) -> Self {
        if who.is_anonymous() {
            Self::Volunteer // what is left of somebody forgotten decides nothing, whoever writes under that name
        } else if campaign.is_organiser(who) {
            Self::Organiser
        } else if project.is_some_and(|project| project.leads.contains(who)) {
            Self::Lead
        } else {
            Self::Volunteer
        }
    }
}

/// Who made a change, as far as it can be told. The author that git names proves nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// This person, by their login on the forge or by their key.
    Verified(Handle),
    /// Somebody whose people file comes with the change: their handle was nobody's before.
    Newcomer(Handle),
    /// Nobody knows: each change is judged as if made by the person it speaks of, and looked at.
    Unverified,
}
