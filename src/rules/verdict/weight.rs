//! How much each rule weighs, and who may let through what it leaves open.

use crate::rules::rule::Rule;

use super::Verdict;

impl Rule {
    /// What the rule does.
    pub fn weight(self) -> Weight {
        match self {
            Self::HeldBySomebody | Self::SomebodyElse | Self::FileName | Self::Conflict | Self::Forgetting => Weight::Either,
            Self::TaskDone | Self::TaskCancelled | Self::TaskDraft | Self::TaskDeleted | Self::DraftAgain => Weight::Refuses,
            Self::RecordErased | Self::RecordAltered | Self::FutureDay | Self::EarlyDay => Weight::Refuses,
            Self::IdTaken | Self::Unreadable | Self::Unsound | Self::PlainFiles => Weight::Refuses,
            _ => Weight::Asks,
        }
    }

    /// Who may let through what the rule leaves open.
    pub fn decided_by(self) -> Decider {
        match self {
            Self::LeftOver
            | Self::TooLarge
            | Self::Nowhere
            | Self::Conflict
            | Self::Identity
            | Self::Unverified
            | Self::Newcomer => Decider::SomebodyElse,
            Self::WholeProject
            | Self::Leads
            | Self::CampaignRules
            | Self::AnothersFile
            | Self::StrayFile
            | Self::OutsideData
            | Self::Forgetting => Decider::Organisers,
            _ => Decider::Leads,
        }
    }
}

/// What a rule does to a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Makes it wait for an organiser.
    Asks,
    /// Refuses it, whoever asks.
    Refuses,
    /// One or the other, as the case may be.
    Either,
}

impl Weight {
    /// Whether a rule of this weight gives such a verdict.
    pub fn allows(self, verdict: &Verdict) -> bool {
        match verdict {
            Verdict::Routine => true,
            Verdict::NeedsOrganiser(_) => self != Self::Refuses,
            Verdict::Refused(_) => self != Self::Asks,
        }
    }
}

/// Who may let through what a rule leaves open, and so does it unread when the change is theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decider {
    /// Whoever leads the project, and organisers.
    Leads,
    /// Organisers.
    Organisers,
    /// A person who looks at it: nobody by their own change.
    SomebodyElse,
}
