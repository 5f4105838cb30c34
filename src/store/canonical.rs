//! What each file looks like in canonical form: the order of keys, and what kind of value each holds.

use crate::domain::campaign::{Campaign, ClaimRules, PastCampaign, TaskRules, Workflow};
use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::field::{Field, Kind};
use crate::domain::person::Person;
use crate::domain::project::{Deliverable, Delivery, Poll, Project, Theme};
use crate::domain::said::Fields;
use crate::domain::task::Task;

/// What a table of the data looks like.
pub struct Section {
    /// What it is, in one word.
    pub name: &'static str,
    /// Its fields, in order.
    pub fields: &'static [Field],
    /// The keys it cannot do without, each with an example.
    pub required: Required,
    /// The same, unless it is a draft.
    pub unless_draft: Required,
    /// Where any key may be one's own: what it names, and how the values are written where they are no tables.
    pub any: Option<(Named, Option<Kind>)>,
    /// The tables in it. `*` is any key.
    pub below: &'static [(&'static str, &'static Section)],
}

/// Keys that must be there, each with an example.
pub type Required = &'static [(&'static str, &'static str)];

/// What a key of one's own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A link.
    Link,
    /// A person.
    Person,
    /// A project.
    Project,
    /// What a project promises.
    Promised,
    /// A day.
    Day,
    /// An earlier campaign.
    Campaign,
}

impl Section {
    const fn of<T: Fields>(name: &'static str, required: Required, below: &'static [(&'static str, &'static Self)]) -> Self {
        Self { name, fields: T::FIELDS, required, unless_draft: &[], any: None, below }
    }

    const fn each(name: &'static str, named: Named, below: &'static [(&'static str, &'static Self)]) -> Self {
        Self { name, fields: &[], required: &[], unless_draft: &[], any: Some((named, None)), below }
    }

    const fn any(name: &'static str, named: Named, kind: Kind) -> Self {
        Self { name, fields: &[], required: &[], unless_draft: &[], any: Some((named, Some(kind))), below: &[] }
    }

    const fn unless_draft(self, required: Required) -> Self {
        Self { unless_draft: required, ..self }
    }

    /// How the value of `key` is written, where that is known.
    pub(super) fn kind(&self, key: &str) -> Option<Kind> {
        let own = self.any.and_then(|(_, kind)| kind);
        own.or_else(|| self.fields.iter().find(|field| field.key() == key).map(|field| field.kind()))
    }

    /// The table under `key`.
    pub fn table(&self, key: &str) -> Option<&'static Self> {
        self.below.iter().find(|(known, _)| *known == key || *known == "*").map(|(_, section)| *section)
    }
}

const BY: (&str, &str) = ("by", "by = \"handle\"");
const AT: (&str, &str) = ("at", "at = 2026-11-30");
const EVIDENCE: (&str, &str) = ("evidence", "evidence = \"https://…\"");
const REASON: (&str, &str) = ("reason", "reason = \"…\"");
const TITLE: (&str, &str) = ("title", "title = \"…\"");
const NAME: (&str, &str) = ("name", "name = \"…\"");

static LINKS: Section = Section::any("links", Named::Link, Kind::Text);

pub(super) static TASK: Section = Section::of::<Task>(
    "task",
    &[TITLE, ("budget", "budget = \"2h\""), ("done-when", "done-when = \"…\""), ("created", "created = 2026-11-23")],
    &[
        ("resources", &LINKS),
        ("sent-back", &REOPENING),
        ("reopened", &REOPENING),
        ("claims", &Section::each("claims", Named::Person, &[("*", &CLAIM)])),
        ("done", &CLOSING),
        ("cancelled", &CANCELLATION),
    ],
)
.unless_draft(&[("resources", "[resources]")]);
/// A claim, whose last key is `until`.
pub(super) static CLAIM: Section = Section::of::<Claim>(
    "claim",
    &[("since", "since = 2026-11-23"), ("until", "until = 2026-12-04")],
    &[("spent", &Section::any("spent", Named::Day, Kind::Budget))],
);
pub(super) static CLOSING: Section = Section::of::<Closing>("closing", &[BY, AT, EVIDENCE], &[]);
pub(super) static CANCELLATION: Section = Section::of::<Cancellation>("cancellation", &[BY, AT, REASON], &[]);
pub(super) static REOPENING: Section =
    Section::of::<Reopening>("reopening", &[BY, AT, REASON], &[("done", &CLOSING), ("cancelled", &CANCELLATION)]);

pub(super) static PROJECT: Section = Section::of::<Project>(
    "project",
    &[TITLE],
    &[("poll", &POLL), ("deliverables", &Section::each("deliverables", Named::Promised, &[("*", &DELIVERABLE)]))],
);
pub(super) static POLL: Section =
    Section::of::<Poll>("poll", &[("at", "at = 2026-11-23"), ("votes", "votes = 12"), ("of", "of = 80")], &[]);
pub(super) static DELIVERABLE: Section = Section::of::<Deliverable>("deliverable", &[TITLE], &[("delivered", &DELIVERY)]);
pub(super) static DELIVERY: Section = Section::of::<Delivery>("delivery", &[BY, AT, EVIDENCE], &[]);

pub(super) static THEME: Section = Section::of::<Theme>("theme", &[TITLE], &[]);

pub(super) static PERSON: Section =
    Section::of::<Person>("person", &[], &[("joined", &Section::any("joined", Named::Project, Kind::Day))]);

pub(super) static CAMPAIGN: Section = Section::of::<Campaign>(
    "campaign",
    &[("format", "format = 1"), NAME, ("started", "started = 2026-11-23")],
    &[
        ("also", &LINKS),
        ("claims", &Section::of::<ClaimRules>("claim-rules", &[], &[])),
        ("tasks", &Section::of::<TaskRules>("task-rules", &[], &[])),
        ("workflow", &Section::of::<Workflow>("workflow", &[], &[])),
        ("past", &Section::each("past", Named::Campaign, &[("*", &PAST)])),
    ],
);
pub(super) static PAST: Section = Section::of::<PastCampaign>(
    "past-campaign",
    &[NAME, ("started", "started = 2025-09-24"), ("deadline", "deadline = 2025-12-04")],
    &[],
);
