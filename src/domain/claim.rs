//! One person's hold on one task, and the ways a task ends.

use std::collections::BTreeMap;

use super::budget::Minutes;
use super::day::Day;
use super::name::Handle;

/// The record of the last time a person took a task. Earlier ones are in the history of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Its days.
    pub span: Span,
    /// Who wrote the record down, when it is not the holder.
    pub recorded_by: Option<Handle>,
    /// How many times `until` was prolonged.
    pub renewed: u32,
    /// Time spent, one absolute value a day.
    pub spent: BTreeMap<Day, Minutes>,
    /// The day the holder gave the task back.
    pub released: Option<Day>,
    /// What is done and what is left, for whoever comes next.
    pub handover: Option<String>,
}

/// The days of a claim, from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    since: Day,
    until: Day,
}

impl Span {
    /// From `since` to `until`; `None` when it would end before it starts.
    pub fn new(since: Day, until: Day) -> Option<Self> {
        (since <= until).then_some(Self { since, until })
    }
}

impl Claim {
    /// A claim from `since` to `until`, both included; `None` when it would end before it starts.
    pub fn new(since: Day, until: Day) -> Option<Self> {
        let empty = |span| Self { span, recorded_by: None, renewed: 0, spent: BTreeMap::new(), released: None, handover: None };
        Span::new(since, until).map(empty)
    }

    /// The first day.
    pub fn since(&self) -> Day {
        self.span.since
    }

    /// The last day.
    pub fn until(&self) -> Day {
        self.span.until
    }

    /// The same claim with another last day, counted as one more renewal; `None` before `since`.
    pub fn renew(&self, until: Day) -> Option<Self> {
        Span::new(self.since(), until).map(|span| Self { span, renewed: self.renewed + 1, ..self.clone() })
    }

    /// Whether the claim holds its task on `today`: not given back, and its last day not over.
    pub fn is_active(&self, today: Day) -> bool {
        self.released.is_none() && self.until() >= today
    }

    /// Whether it ran out without being given back.
    pub fn is_expired(&self, today: Day) -> bool {
        self.released.is_none() && self.until() < today
    }

    /// Whether it goes on from `before`, neither taken again nor prolonged: then its record stays where it is, and does not
    /// move to the end of the file.
    pub fn goes_on_from(&self, before: &Self) -> bool {
        let is_taken_again = before.released.is_some() && self.released.is_none();
        !is_taken_again && (self.span, self.renewed) == (before.span, before.renewed)
    }

    /// All the time spent under this claim.
    pub fn time(&self) -> Minutes {
        self.spent.values().copied().sum()
    }
}

/// How a task was finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Who did the work.
    pub by: Handle,
    /// The day it was closed.
    pub at: Day,
    /// The result shown.
    pub evidence: Evidence,
    /// Anything worth knowing.
    pub note: Option<String>,
    /// Who wrote it down, when it is not the person who did the work.
    pub recorded_by: Option<Handle>,
}

/// Who cancelled a task, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancellation {
    /// Who cancelled.
    pub by: Handle,
    /// The day.
    pub at: Day,
    /// The reason given.
    pub reason: String,
}

/// A finished or cancelled task that is to be done again: why, and the end it had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// Who reopened it or sent it back.
    pub by: Handle,
    /// The day.
    pub at: Day,
    /// The reason, shown to whoever claims next.
    pub reason: String,
    /// The closing it replaced.
    pub done: Option<Closing>,
    /// The cancellation it replaced.
    pub cancelled: Option<Cancellation>,
}

/// The result shown when a task is closed or a deliverable delivered: a link, a path, a commit, or a real sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence(String);

/// What kind of result an [`Evidence`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceKind {
    /// An https address.
    Link,
    /// The hexadecimal name of a commit.
    Commit,
    /// A file of the repository.
    Path,
    /// A sentence of 20 characters or more.
    Sentence,
}

/// Why a text is no [`Evidence`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceFault {
    /// An address of another kind than https.
    NotHttps,
    /// A path from the root of one's own computer, or out of the repository.
    Elsewhere,
    /// Neither of these, and too short to say anything.
    TooLittle,
}

impl Evidence {
    /// The fewest characters that count as a sentence.
    pub const SENTENCE_MIN: usize = 20;

    /// Accepts what can be looked at: an https link, a path, a commit, a sentence of 20 characters or more.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::kind_of(text).ok().map(|_| Self(text.to_owned()))
    }

    /// Why `text` is none, if it is none.
    pub fn fault(text: &str) -> Option<EvidenceFault> {
        Self::kind_of(text.trim()).err()
    }

    /// The text as given.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What kind of result it is.
    pub fn kind(&self) -> EvidenceKind {
        Self::kind_of(&self.0).unwrap_or(EvidenceKind::Sentence)
    }

    fn kind_of(text: &str) -> Result<EvidenceKind, EvidenceFault> {
        let one_word = !text.is_empty() && !text.contains(char::is_whitespace);
        let is_commit = one_word
            && (7..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_hexdigit())
            && text.bytes().any(|b| b.is_ascii_digit());
        let is_path = one_word
            && (text.contains('/') || text.rsplit_once('.').is_some_and(|(stem, kind)| !stem.is_empty() && !kind.is_empty()));
        if one_word && text.starts_with("https://") && text.len() > "https://".len() {
            Ok(EvidenceKind::Link)
        } else if one_word && text.contains("://") {
            Err(EvidenceFault::NotHttps)
        } else if is_commit {
            Ok(EvidenceKind::Commit)
        } else if is_path && !text.split('/').any(|part| part == ".." || part.is_empty()) {
            Ok(EvidenceKind::Path)
        } else if is_path && (text.starts_with('/') || text.split('/').any(|part| part == "..")) {
            Err(EvidenceFault::Elsewhere)
        } else if text.chars().count() >= Self::SENTENCE_MIN && text.contains(char::is_whitespace) {
            Ok(EvidenceKind::Sentence)
        } else {
            Err(EvidenceFault::TooLittle)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_day;

    fn day(text: &str) -> Day {
        parse_day(text).unwrap()
    }

    #[test]
    fn a_claim_holds_through_its_last_day() {
        let claim = Claim::new(day("2026-11-23"), day("2026-12-04")).unwrap();
        assert!(claim.is_active(day("2026-12-04")));
        assert!(!claim.is_active(day("2026-12-05")) && claim.is_expired(day("2026-12-05")));
        let released = Claim { released: Some(day("2026-11-30")), ..claim };
        assert!(!released.is_active(day("2026-11-30")) && !released.is_expired(day("2027-01-01")));
        assert!(Claim::new(day("2026-12-04"), day("2026-12-03")).is_none());
    }

    #[test]
    fn evidence_is_something_to_look_at() {
        for (text, kind) in [
            ("https://example.org/liste", EvidenceKind::Link),
            ("docs/compte-rendu.md", EvidenceKind::Path),
            ("liste.pdf", EvidenceKind::Path),
            ("3f2a9c1d", EvidenceKind::Commit),
            ("La liste est affichée au secrétariat.", EvidenceKind::Sentence),
        ] {
            assert_eq!(Evidence::new(text).map(|e| e.kind()), Some(kind), "{text}");
        }
        for (text, fault) in [
            ("", EvidenceFault::TooLittle),
            ("fait", EvidenceFault::TooLittle),
            ("docs/", EvidenceFault::TooLittle),
            ("ok c’est fait", EvidenceFault::TooLittle),
            ("http://example.org", EvidenceFault::NotHttps),
            ("https://", EvidenceFault::NotHttps),
            ("javascript://x", EvidenceFault::NotHttps),
            ("../secret", EvidenceFault::Elsewhere),
            ("docs/../../secret", EvidenceFault::Elsewhere),
            ("/etc/passwd", EvidenceFault::Elsewhere),
        ] {
            assert_eq!((Evidence::new(text), Evidence::fault(text)), (None, Some(fault)), "{text}");
        }
    }
}
