//! A sound task as the index keeps it: every field, in few bytes. What is read back is made of the same types as what a file
//! gives, which hold no illegal value.

use serde::{Deserialize, Serialize};

use crate::domain::budget::{Budget, Minutes};
use crate::domain::claim::{Cancellation, Claim, Closing, Evidence, Reopening};
use crate::domain::day::Day;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::task::{Place, Resource, Task};
use crate::store::layout::TaskFile;

use chrono::Datelike;

/// A day, counted from the first of the first year.
type Days = i32;

/// A task without its id and project, which its file's name tells.
#[derive(Debug, Serialize, Deserialize)]
pub struct Record<'a> {
    title: &'a str,
    draft: bool,
    budget: (u32, u32),
    done_when: Option<&'a str>,
    created: Days,
    deliverable: Option<&'a str>,
    #[serde(borrow)]
    skills: Vec<&'a str>,
    place: (&'a str, Option<&'a str>),
    due: Option<Days>,
    #[serde(borrow)]
    after: Vec<&'a str>,
    contact: Option<&'a str>,
    description: Option<&'a str>,
    #[serde(borrow)]
    resources: Vec<(&'a str, &'a str)>,
    #[serde(borrow)]
    sent_back: Option<Again<'a>>,
    #[serde(borrow)]
    reopened: Option<Again<'a>>,
    #[serde(borrow)]
    claims: Vec<(&'a str, Held<'a>)>,
    #[serde(borrow)]
    done: Option<End<'a>>,
    #[serde(borrow)]
    cancelled: Option<Given<'a>>,
}

/// A claim.
#[derive(Debug, Serialize, Deserialize)]
struct Held<'a> {
    since: Days,
    until: Days,
    recorded_by: Option<&'a str>,
    renewed: u32,
    spent: Vec<(Days, u32)>,
    released: Option<Days>,
    handover: Option<&'a str>,
}

/// How a task was finished.
#[derive(Debug, Serialize, Deserialize)]
struct End<'a> {
    by: &'a str,
    at: Days,
    evidence: &'a str,
    note: Option<&'a str>,
    recorded_by: Option<&'a str>,
}

/// Why it was given up.
#[derive(Debug, Serialize, Deserialize)]
struct Given<'a> {
    by: &'a str,
    at: Days,
    reason: &'a str,
}

/// Why it is to be done again, and the end it had.
#[derive(Debug, Serialize, Deserialize)]
struct Again<'a> {
    #[serde(borrow)]
    why: Given<'a>,
    #[serde(borrow)]
    done: Option<End<'a>>,
    #[serde(borrow)]
    cancelled: Option<Given<'a>>,
}

impl<'a> Record<'a> {
    /// What is kept of `task`; nothing where it has keys that this version does not know.
    fn of(task: &'a Task) -> Option<Self> {
        let Task {
            id: _,
            project: _,
            title,
            draft,
            budget,
            done_when,
            created,
            deliverable,
            skills,
            place,
            due,
            after,
            contact,
            description,
            resources,
            sent_back,
            reopened,
            claims,
            done,
            cancelled,
            extra,
        } = task;
        extra.is_empty().then(|| Self {
            title,
            draft: *draft,
            budget: (budget.least().get(), budget.most().get()),
            done_when: done_when.as_deref(),
            created: days(*created),
            deliverable: deliverable.as_ref().map(Slug::as_str),
            skills: skills.iter().map(String::as_str).collect(),
            place: (place.as_str(), place.town()),
            due: due.map(days),
            after: after.iter().map(TaskId::as_str).collect(),
            contact: contact.as_deref(),
            description: description.as_deref(),
            resources: resources.iter().map(|Resource { label, link }| (label.as_str(), link.as_str())).collect(),
            sent_back: sent_back.as_ref().map(Again::of),
            reopened: reopened.as_ref().map(Again::of),
            claims: claims.iter().map(|(who, claim)| (who.as_str(), Held::of(claim))).collect(),
            done: done.as_ref().map(End::of),
            cancelled: cancelled.as_ref().map(Given::of),
        })
    }

    /// The entry of `task`; nothing where it cannot be kept whole.
    pub fn entry(task: &'a Task) -> Option<Vec<u8>> {
        postcard::to_stdvec(&Self::of(task)?).ok()
    }

    /// The task in `file`, of which `entry` was kept; `None` where that is none.
    pub fn task(entry: &'a [u8], file: &TaskFile) -> Option<Task> {
        let kept: Self = postcard::from_bytes(entry).ok()?;
        let budget = Budget::new(Minutes::new(kept.budget.0)?, Minutes::new(kept.budget.1)?)?;
        let (word, town) = kept.place;
        Some(Task {
            id: file.id.clone(),
            project: file.project.clone(),
            title: kept.title.to_owned(),
            draft: kept.draft,
            budget,
            done_when: owned(kept.done_when),
            created: day(kept.created)?,
            deliverable: all(kept.deliverable, Slug::new)?,
            skills: kept.skills.into_iter().map(str::to_owned).collect(),
            place: Place::parse(word, owned(town))?,
            due: all(kept.due, day)?,
            after: kept.after.into_iter().map(TaskId::new).collect::<Option<_>>()?,
            contact: owned(kept.contact),
            description: owned(kept.description),
            resources: kept
                .resources
                .into_iter()
                .map(|(label, link)| Resource { label: label.to_owned(), link: link.to_owned() })
                .collect(),
            sent_back: all(kept.sent_back, Again::reopening)?,
            reopened: all(kept.reopened, Again::reopening)?,
            claims: kept.claims.into_iter().map(|(who, held)| Some((Handle::new(who)?, held.claim()?))).collect::<Option<_>>()?,
            done: all(kept.done, End::closing)?,
            cancelled: all(kept.cancelled, Given::cancellation)?,
            extra: std::collections::BTreeMap::new(),
        })
    }
}

impl<'a> Held<'a> {
    fn of(claim: &'a Claim) -> Self {
        let Claim { span: _, recorded_by, renewed, spent, released, handover } = claim;
        Self {
            since: days(claim.since()),
            until: days(claim.until()),
            recorded_by: recorded_by.as_ref().map(Handle::as_str),
            renewed: *renewed,
            spent: spent.iter().map(|(day, time)| (days(*day), time.get())).collect(),
            released: released.map(days),
            handover: handover.as_deref(),
        }
    }

    fn claim(self) -> Option<Claim> {
        let spent = self.spent.into_iter().map(|(on, time)| Some((day(on)?, Minutes::new(time)?)));
        Some(Claim {
            recorded_by: all(self.recorded_by, Handle::new)?,
            renewed: self.renewed,
            spent: spent.collect::<Option<_>>()?,
            released: all(self.released, day)?,
            handover: owned(self.handover),
            ..Claim::new(day(self.since)?, day(self.until)?)?
        })
    }
}

impl<'a> End<'a> {
    fn of(Closing { by, at, evidence, note, recorded_by }: &'a Closing) -> Self {
        Self {
            by: by.as_str(),
            at: days(*at),
            evidence: evidence.as_str(),
            note: note.as_deref(),
            recorded_by: recorded_by.as_ref().map(Handle::as_str),
        }
    }

    fn closing(self) -> Option<Closing> {
        Some(Closing {
            by: Handle::new(self.by)?,
            at: day(self.at)?,
            evidence: Evidence::new(self.evidence).filter(|evidence| evidence.as_str() == self.evidence)?,
            note: owned(self.note),
            recorded_by: all(self.recorded_by, Handle::new)?,
        })
    }
}

impl<'a> Given<'a> {
    fn of(Cancellation { by, at, reason }: &'a Cancellation) -> Self {
        Self { by: by.as_str(), at: days(*at), reason }
    }

    fn cancellation(self) -> Option<Cancellation> {
        Some(Cancellation { by: Handle::new(self.by)?, at: day(self.at)?, reason: self.reason.to_owned() })
    }
}

impl<'a> Again<'a> {
    fn of(Reopening { by, at, reason, done, cancelled }: &'a Reopening) -> Self {
        let why = Given { by: by.as_str(), at: days(*at), reason };
        Self { why, done: done.as_ref().map(End::of), cancelled: cancelled.as_ref().map(Given::of) }
    }

    fn reopening(self) -> Option<Reopening> {
        let Cancellation { by, at, reason } = self.why.cancellation()?;
        let (done, cancelled) = (all(self.done, End::closing)?, all(self.cancelled, Given::cancellation)?);
        Some(Reopening { by, at, reason, done, cancelled })
    }
}

fn days(day: Day) -> Days {
    day.num_days_from_ce()
}

fn day(days: Days) -> Option<Day> {
    Day::from_num_days_from_ce_opt(days)
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

/// What `make` makes of `kept`, if there is something; `None` where it makes nothing.
fn all<T, U>(kept: Option<T>, make: impl FnOnce(T) -> Option<U>) -> Option<Option<U>> {
    kept.map_or(Some(None), |kept| make(kept).map(Some))
}
