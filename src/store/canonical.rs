//! What each file looks like in canonical form: the order of keys, and what kind of value each holds.

use crate::domain::campaign::{Campaign, ClaimRules, PastCampaign, TaskRules, Workflow};
use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::field::{Field, Kind};
use crate::domain::person::Person;
use crate::domain::project::{Deliverable, Delivery, Poll, Project, Theme};
use crate::domain::said::Fields;
use crate::domain::task::Task;

/// What a table of the data looks like.
pub(super) struct Section {
    /// Its fields, in order.
    pub fields: &'static [Field],
    /// How the values are written where any key may be one's own.
    pub any: Option<Kind>,
    /// The tables in it. `*` is any key.
    pub below: &'static [(&'static str, &'static Section)],
}

impl Section {
    const fn of<T: Fields>(below: &'static [(&'static str, &'static Self)]) -> Self {
        Self { fields: T::FIELDS, any: None, below }
    }

    const fn each(below: &'static [(&'static str, &'static Self)]) -> Self {
        Self { fields: &[], any: None, below }
    }

    const fn any(kind: Kind) -> Self {
        Self { fields: &[], any: Some(kind), below: &[] }
    }

    /// How the value of `key` is written, where that is known.
    pub fn kind(&self, key: &str) -> Option<Kind> {
        self.any.or_else(|| self.fields.iter().find(|field| field.key() == key).map(|field| field.kind()))
    }
}

static LINKS: Section = Section::any(Kind::Text);

pub(super) static TASK: Section = Section::of::<Task>(&[
    ("resources", &LINKS),
    ("sent-back", &REOPENING),
    ("reopened", &REOPENING),
    ("claims", &Section::each(&[("*", &CLAIM)])),
    ("done", &CLOSING),
    ("cancelled", &CANCELLATION),
]);
/// A claim, whose last key is `until`.
pub(super) static CLAIM: Section = Section::of::<Claim>(&[("spent", &Section::any(Kind::Budget))]);
static CLOSING: Section = Section::of::<Closing>(&[]);
static CANCELLATION: Section = Section::of::<Cancellation>(&[]);
static REOPENING: Section = Section::of::<Reopening>(&[("done", &CLOSING), ("cancelled", &CANCELLATION)]);

pub(super) static PROJECT: Section = Section::of::<Project>(&[
    ("poll", &Section::of::<Poll>(&[])),
    ("deliverables", &Section::each(&[("*", &Section::of::<Deliverable>(&[("delivered", &Section::of::<Delivery>(&[]))]))])),
]);

pub(super) static THEME: Section = Section::of::<Theme>(&[]);

pub(super) static PERSON: Section = Section::of::<Person>(&[("joined", &Section::any(Kind::Day))]);

pub(super) static CAMPAIGN: Section = Section::of::<Campaign>(&[
    ("also", &LINKS),
    ("claims", &Section::of::<ClaimRules>(&[])),
    ("tasks", &Section::of::<TaskRules>(&[])),
    ("workflow", &Section::of::<Workflow>(&[])),
    ("past", &Section::each(&[("*", &Section::of::<PastCampaign>(&[]))])),
]);
