//! A task: something precise that one person can do in a known time.

use std::collections::BTreeMap;

use super::budget::{Budget, Minutes};
use super::claim::{Cancellation, Claim, Closing, Reopening};
use super::day::Day;
use super::link::{is_safe_link, named_by_itself};
use super::name::{Handle, Slug, TaskId};
use super::status::Status;
use super::text::line_fault;

/// A task as its file describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Never changes and is never given to another task.
    pub id: TaskId,
    /// The project it belongs to: the folder of its file.
    pub project: Slug,
    /// What is to be done, in one line.
    pub title: String,
    /// Not offered yet.
    pub draft: bool,
    /// The time it should take.
    pub budget: Budget,
    /// How anyone can tell that it is done.
    pub done_when: Option<String>,
    /// The day the file was made.
    pub created: Day,
    /// The deliverable of the project that it serves.
    pub deliverable: Option<Slug>,
    /// What one should know how to do.
    pub skills: Vec<String>,
    /// Where the work takes place.
    pub place: Place,
    /// Its own due day.
    pub due: Option<Day>,
    /// The tasks to be done first.
    pub after: Vec<TaskId>,
    /// Whom to ask, when it is not the project's contact.
    pub contact: Option<String>,
    /// More words, in Markdown.
    pub description: Option<String>,
    /// What helps to do it.
    pub resources: Vec<Resource>,
    /// Why the last closing was not accepted.
    pub sent_back: Option<Reopening>,
    /// Why it was opened again.
    pub reopened: Option<Reopening>,
    /// One record a person, in the order of the file.
    pub claims: Vec<(Handle, Claim)>,
    /// How it was finished.
    pub done: Option<Closing>,
    /// Why it was given up.
    pub cancelled: Option<Cancellation>,
    /// Keys this version does not know, by dotted path, with their value.
    pub extra: BTreeMap<String, String>,
}

/// A label and the link behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// What it is.
    pub label: String,
    /// Where it is.
    pub link: String,
}

impl Resource {
    /// Reads `Label=https://…`, a link alone, which is called after its host, or an e-mail address.
    pub fn parse(text: &str) -> Option<Self> {
        // A name may hold the sign as well as a link.
        let mut splits = text.match_indices('=').map(|(at, _)| (text[..at].trim(), text[at + 1..].trim()));
        let named = splits.find(|(label, link)| line_fault(label).is_none() && is_safe_link(link));
        let named = named.map(|(label, link)| (label.to_owned(), link.to_owned()));
        named.or_else(|| named_by_itself(text.trim())).map(|(label, link)| Self { label, link })
    }
}

/// Where the work takes place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Place {
    /// From anywhere.
    Remote,
    /// In a place, which may have a name.
    OnSite(Option<String>),
    /// As the volunteer likes.
    #[default]
    Either,
}

impl Place {
    /// The word of the files.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Remote => "remote",
            Self::OnSite(_) => "on-site",
            Self::Either => "either",
        }
    }

    /// The town or the house, where one is named.
    pub fn town(&self) -> Option<&str> {
        match self {
            Self::OnSite(name) => name.as_deref(),
            Self::Remote | Self::Either => None,
        }
    }

    /// The place with that word of the files, and its name where it can have one.
    pub fn parse(word: &str, name: Option<String>) -> Option<Self> {
        match word {
            "remote" => Some(Self::Remote),
            "on-site" => Some(Self::OnSite(name)),
            "either" => Some(Self::Either),
            _ => None,
        }
    }
}

impl Task {
    /// A new task with everything optional left out.
    pub fn new(id: TaskId, project: Slug, title: String, budget: Budget, created: Day) -> Self {
        Self {
            id,
            project,
            title,
            draft: false,
            budget,
            done_when: None,
            created,
            deliverable: None,
            skills: Vec::new(),
            place: Place::default(),
            due: None,
            after: Vec::new(),
            contact: None,
            description: None,
            resources: Vec::new(),
            sent_back: None,
            reopened: None,
            claims: Vec::new(),
            done: None,
            cancelled: None,
            extra: BTreeMap::new(),
        }
    }

    /// The state on `today`; `blocked` says that a task it comes after is still to be done.
    pub fn status(&self, today: Day, blocked: bool) -> Status {
        if self.finished().is_some() {
            Status::Done
        } else if self.cancelled.is_some() {
            Status::Cancelled
        } else if self.draft {
            Status::Draft
        } else if self.holder(today).is_some() {
            Status::Claimed
        } else if blocked {
            Status::Blocked
        } else {
            Status::Open
        }
    }

    /// How it was finished; `None` where it was given up all the same.
    pub fn finished(&self) -> Option<&Closing> {
        self.done.as_ref().filter(|_| self.cancelled.is_none())
    }

    /// Whether nobody needs to do anything more about it: done or cancelled.
    pub fn is_over(&self) -> bool {
        self.done.is_some() || self.cancelled.is_some()
    }

    /// The person whose claim is active on `today`. With two (an error that `check` reports), the first in the file.
    pub fn holder(&self, today: Day) -> Option<(&Handle, &Claim)> {
        self.holders(today).next()
    }

    /// Everybody whose claim is active on `today`; a sound task has at most one.
    pub fn holders(&self, today: Day) -> impl Iterator<Item = (&Handle, &Claim)> {
        let over = self.is_over();
        self.active(today).filter(move |_| !over)
    }

    /// Everybody whose claim is active on `today`, as if the task were not over.
    pub fn active(&self, today: Day) -> impl Iterator<Item = (&Handle, &Claim)> {
        self.claims.iter().filter(move |(_, claim)| claim.is_active(today)).map(|(who, claim)| (who, claim))
    }

    /// The person whose claim ran out without anybody taking over: they may still log, renew and close. With several
    /// such claims, the one that ended last.
    pub fn last_holder(&self, today: Day) -> Option<(&Handle, &Claim)> {
        if self.is_over() || self.holder(today).is_some() {
            return None;
        }
        let ran_out = self.claims.iter().filter(|(who, claim)| claim.is_expired(today) && !self.is_taken_over(who, claim));
        ran_out.max_by_key(|(_, claim)| claim.until()).map(|(who, claim)| (who, claim))
    }

    /// The person who may renew and close on `today`: the holder, or else the last one.
    pub fn answers_for(&self, today: Day) -> Option<(&Handle, &Claim)> {
        self.holder(today).or_else(|| self.last_holder(today))
    }

    /// Whether somebody else's record began once `claim`, the record of `who`, had ended: past its last day, or given back.
    pub fn is_taken_over(&self, who: &Handle, claim: &Claim) -> bool {
        let later = |since: Day| claim.released.map_or(since > claim.until(), |day| since >= day);
        self.claims.iter().any(|(other, record)| other != who && later(record.since()))
    }

    /// The record of `who`.
    pub fn claim_of(&self, who: &Handle) -> Option<&Claim> {
        self.claims.iter().find(|(holder, _)| holder == who).map(|(_, claim)| claim)
    }

    /// The record of `who`, to be changed in place.
    pub fn claim_of_mut(&mut self, who: &Handle) -> Option<&mut Claim> {
        self.claims.iter_mut().find(|(holder, _)| holder == who).map(|(_, claim)| claim)
    }

    /// Puts the record of `who` at the end, in place of an earlier one: a claim, a re-claim or a renewal always ends the
    /// file, so that two of them conflict when they are merged.
    pub fn put_claim_last(&mut self, who: Handle, claim: Claim) {
        self.claims.retain(|(holder, _)| *holder != who);
        self.claims.push((who, claim));
    }

    /// All the time spent by everybody.
    pub fn time(&self) -> Minutes {
        self.claims.iter().map(|(_, claim)| claim.time()).sum()
    }

    /// By how much the time spent passes the upper end of its budget; `None` where it does not.
    pub fn over_budget(&self) -> Option<Minutes> {
        Some(self.time().saturating_sub(self.budget.most())).filter(|more| *more > Minutes::ZERO)
    }

    /// The latest word on why the task is to be done again.
    pub fn latest_reopening(&self) -> Option<&Reopening> {
        match (&self.sent_back, &self.reopened) {
            (Some(back), Some(again)) => Some(if back.at >= again.at { back } else { again }),
            (back, again) => back.as_ref().or(again.as_ref()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::make_day;

    fn nov(day: u32) -> Day {
        make_day(2026, 11, day).unwrap()
    }

    /// A task with a record a person: who, its first day, its last one, the day it was given back.
    fn task(records: &[(&str, u32, u32, Option<u32>)]) -> Task {
        let record = |(who, since, until, released): &(&str, u32, u32, Option<u32>)| {
            let mut claim = Claim::new(nov(*since), nov(*until)).unwrap();
            claim.released = released.map(nov);
            (Handle::new(who).unwrap(), claim)
        };
        let id = TaskId::new("k7q2m").unwrap();
        let claims = records.iter().map(record).collect();
        let new = Task::new(id, Slug::new("mphack").unwrap(), "Titre".into(), Budget::parse("2h").unwrap(), nov(1));
        Task { claims, ..new }
    }

    #[test]
    fn the_last_holder_is_the_one_whom_nobody_followed() {
        let ana = ("ana", 3, 10, None);
        for (what, records, expected) in [
            ("alone", vec![ana], Some("ana")),
            ("given back", vec![("ana", 3, 10, Some(5))], None),
            ("followed", vec![ana, ("bob", 12, 15, None)], Some("bob")),
            ("followed, in another order", vec![("bob", 12, 15, None), ana], Some("bob")),
            ("followed by who gave it back", vec![ana, ("bob", 12, 15, Some(13))], None),
            ("beside what was given back before", vec![ana, ("bob", 4, 18, Some(6))], Some("ana")),
            ("beside one that ended later", vec![("bob", 10, 12, None), ana], Some("bob")),
            ("followed by the holder", vec![("bob", 12, 25, None), ana], None),
        ] {
            let task = task(&records);
            assert_eq!(task.last_holder(nov(20)).map(|(who, _)| who.as_str()), expected, "{what}");
            let answers = task.answers_for(nov(20)).map(|(who, _)| who.as_str());
            assert_eq!(answers, if what == "followed by the holder" { Some("bob") } else { expected }, "{what}");
        }
    }
}
