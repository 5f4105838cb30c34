//! Looking back: the same data as they were on an evening, or in a commit, read from git's objects without a checkout.
//!
//! Everything that reads is given a context that looks there, whose day is that day, and does not know the difference. Nothing
//! of today is mixed in: no request that waits, nothing that is only in the working tree.

use std::sync::Arc;

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::store::{CAMPAIGN_FILE, Decoded, Problem};
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::vcs::{CommitId, RepoPath, Repository, Standing, Tags};

use super::Context;
use super::committed::Committed;
use super::shared_branch::{LOCAL, names_of, prefix_of};

/// What somebody looks back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point<'a> {
    /// The evening of a day, in the campaign's zone.
    Evening(Day),
    /// A commit, as people name one.
    Commit(&'a str),
}

/// Where the data of a context come from that looks back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The commit.
    pub commit: CommitId,
    /// Whether a day was asked for, and not the commit.
    pub by_day: bool,
    /// Whether the branch that everybody shares has the commit.
    pub is_shared: bool,
}

impl Context {
    /// The same campaign at `point`.
    ///
    /// # Errors
    /// A day that is still to come, or before the first commit; no such commit, or one without a campaign that can be read; no
    /// repository, or one whose history ends before.
    pub fn as_of(&self, point: Point<'_>) -> Result<Self, Failure> {
        let repository = self.repository()?;
        let tip = self.tip(repository)?;
        let (commit, day) = match point {
            Point::Evening(day) => (self.on_the_evening(repository, &tip, day)?, Some(day)),
            Point::Commit(name) => (meant(repository, name)?, None),
        };
        let made = repository.made_at(&commit)?;
        let end = day.and_then(|day| self.campaign.timezone.end_of(day)).unwrap_or(made);
        let prefix = prefix_of(self)?;
        let file = RepoPath::new(&format!("{prefix}{CAMPAIGN_FILE}"));
        if file.map_or(Ok(None), |file| repository.entry(&commit, &file))?.is_none() {
            let message = Message::new("review-no-campaign").with("commit", commit.short()).with("path", CAMPAIGN_FILE);
            return Err(Failure::new(Kind::Data, message));
        }
        let again = Repository::discover(repository.workdir(), repository.surroundings().clone())?;
        let store = self.store.with_tree(Arc::new(Committed::new(again, prefix, &commit)));
        let (campaign, campaign_problems) = usable(store.campaign()?)?;
        let mut is_shared = repository.holds_commit(&tip, &commit)?;
        for name in names_of(&self.campaign) {
            let shared = repository.commit_named(&name)?;
            is_shared |= shared.map_or(Ok(false), |shared| repository.holds_commit(&shared, &commit))?;
        }
        Ok(Self {
            store,
            today: day.unwrap_or_else(|| campaign.timezone.day(made)),
            campaign,
            campaign_problems,
            now: end.min(self.now),
            past: Some(Past { commit, by_day: day.is_some(), is_shared }),
            ..self.again()?
        })
    }

    /// The newest commit of the shared branch here, else as the last fetch saw it, else of what is checked out.
    fn tip(&self, repository: &Repository) -> Result<CommitId, Failure> {
        let [there, here] = names_of(&self.campaign);
        for name in [here.as_str(), there.as_str(), "HEAD"] {
            if let Some(tip) = repository.commit_named(name)? {
                return Ok(tip);
            }
        }
        let main = self.campaign.workflow.main.as_str();
        Err(Failure::new(Kind::Data, Message::new("past-no-commit").with("branch", format!("{LOCAL}{main}"))))
    }

    fn on_the_evening(&self, repository: &Repository, tip: &CommitId, day: Day) -> Result<CommitId, Failure> {
        let zone = &self.campaign.timezone;
        if day > self.today {
            return Err(Failure::new(Kind::Usage, Message::new("past-to-come").with("day", day).with("today", self.today)));
        }
        if day == self.today {
            return Ok(tip.clone());
        }
        let end = zone.end_of(day).unwrap_or(i64::MIN);
        match repository.standing_at(tip, end, self.now)? {
            Standing::At(commit) => Ok(commit),
            Standing::BegunLater(first) => {
                let first = zone.day(first);
                let message = Message::new("past-before-first").with("day", day).with("first", first);
                Err(Failure::new(Kind::Usage, message).hint(Message::new("hint-as-of").with("day", first.to_string())))
            }
            Standing::KnownSince(since) => {
                let message = Message::new("past-shallow").with("day", day).with("since", zone.day(since));
                Err(Failure::new(Kind::Git, message).hint(hint_command("git fetch --unshallow")))
            }
        }
    }
}

/// The commit that somebody named.
fn meant(repository: &Repository, name: &str) -> Result<CommitId, Failure> {
    repository.commit_meant(name, Tags::Last)?.ok_or_else(|| {
        let message = Message::new("past-nothing").with("found", name);
        Failure::new(Kind::Usage, message).hint(hint_command("git log --oneline"))
    })
}

/// The campaign, its defaults where its file cannot be read, and then what is wrong with that file.
///
/// # Errors
/// A format of the future: nothing in the folder can be trusted to mean what it meant.
pub fn usable(decoded: Decoded<Campaign>) -> Result<(Campaign, Vec<Problem>), Failure> {
    if decoded.problems.iter().any(|problem| problem.what.key() == "problem-future-format") {
        return Err(Failure::unreadable(&decoded.problems));
    }
    let problems = if decoded.has_errors() { decoded.problems } else { Vec::new() };
    Ok((decoded.value.unwrap_or_default(), problems))
}
