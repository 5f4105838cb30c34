//! A request, told in sentences and judged: what it changes, whether it may be merged unread, and why not.
//!
//! Two parsed trees are compared, never the text of a diff. What the request does since it left the shared branch is done
//! again on that branch as it is now, and judged there, with the rules, organisers, leads and keys found there: nothing in
//! a request speaks for itself. Only objects are read; nothing is checked out, run or fetched.

mod amended;
mod author;
mod carried;
pub mod evidence;
mod fields;
pub mod file;
pub mod foresee;
mod forgotten;
mod holders;
pub mod merged;
mod moved;
mod order;

mod redone;
mod sentence;
pub mod snapshot;
mod sound;
mod steps;
pub mod target;
mod touched;
mod undone;
mod verdicts;

use std::cell::RefCell;

use crate::domain::bounds::{Excess, Of, Room};
use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::{Handle, TaskId};
use crate::rules::actor::Author;
use crate::rules::change::Change;
use crate::rules::judge::{State, judge_by};
use crate::rules::verdict::Verdict;
use crate::store::{DATA_FOLDER, Lines};
use crate::vcs::{CommitId, Repository};

use super::failure::{Failure, Kind};

pub use author::{Authorship, Proof};
pub use carried::{Carried, Missing};
pub use order::Gist;
pub use sentence::Told;
pub use target::Target;

use file::ReplayedFile;
use merged::{Wanted, is_of_text, wanted};
use redone::Redoing;
use snapshot::Snapshot;
use verdicts::Bench;

/// A request, told and judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// What was looked at.
    pub target: Target,
    /// Who wrote it.
    pub authorship: Authorship,
    /// How many commits it holds.
    pub commits: usize,
    /// What it brings that the shared branch has not, the gravest first.
    pub items: Vec<Item>,
    /// The files that merging would make conflict, or wrong.
    pub conflicts: Vec<String>,
    /// Where the request left the shared branch, as far as it was looked through.
    pub origin: Option<CommitId>,
    /// What the request's version of each file is.
    pub wanted: Vec<Wanted>,
    /// The day of the judgement, in the zone of the shared branch.
    pub today: Day,
}

/// One change of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The file, from the top of the repository.
    pub path: String,
    /// Line and column in the request's version of the file, from 1.
    pub at: Option<(usize, usize)>,
    /// The task it concerns.
    pub task: Option<TaskId>,
    /// The person whose doing it tells.
    pub person: Option<Handle>,
    /// What happened.
    pub change: Change,
    /// The same in one sentence.
    pub sentence: Message,
    /// What the rulebook says.
    pub verdict: Verdict,
}

/// How a request fares as a whole: as the worst of its changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The shared branch has it all already.
    Empty,
    /// May be merged unread.
    Routine,
    /// Waits for an organiser.
    NeedsOrganiser,
    /// Cannot be merged as it is.
    Refused,
}

impl Review {
    /// The worst of its verdicts.
    pub fn outcome(&self) -> Outcome {
        self.items.iter().map(|item| Outcome::of(&item.verdict)).max().unwrap_or(Outcome::Empty)
    }

    /// Whether the shared branch has all that the request does, even where the two texts would not merge any more.
    pub fn is_answered(&self) -> bool {
        self.items.iter().all(|item| is_of_text(&item.change))
    }

    /// How many of its changes fare like that.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.of(outcome).count()
    }
}

impl Outcome {
    /// Those that a change has, the gravest first.
    pub const GRAVEST_FIRST: [Self; 3] = [Self::Refused, Self::NeedsOrganiser, Self::Routine];

    /// The outcome of one verdict.
    pub fn of(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Routine => Self::Routine,
            Verdict::NeedsOrganiser(_) => Self::NeedsOrganiser,
            Verdict::Refused(_) => Self::Refused,
        }
    }
}

/// What reviews share: the shared branch and its rules, read once for a whole queue.
pub struct Reviewer<'a> {
    repository: &'a Repository,
    prefix: &'a str,
    base: Snapshot<'a>,
    /// The rules of the shared branch.
    pub campaign: Campaign,
    /// The day, in the zone of those rules.
    pub today: Day,
    /// The room that all requests have together.
    room: Room<'a>,
}

impl<'a> Reviewer<'a> {
    /// Reads the rules of the commit `base`; `now` in seconds since 1970.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn new(repository: &'a Repository, prefix: &'a str, base: &CommitId, now: i64) -> Result<Self, Failure> {
        let base = Snapshot::new(repository, prefix, base);
        let campaign = base.campaign()?;
        let today = campaign.timezone.day(now);
        Ok(Self { repository, prefix, base, campaign, today, room: Room::of_own() })
    }

    /// The same for all the requests of a queue, which together have to end, too.
    #[must_use]
    pub fn of_queue(self) -> Self {
        Self { room: Room::of_queue(), ..self }
    }

    /// Looks once at what everybody holds, for many requests to come.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn look_at_everybody(&self) -> Result<(), Failure> {
        self.base.look_at_everybody(self.today)
    }

    /// Tells and judges one request.
    ///
    /// # Errors
    /// When a side cannot be read, or the two have nothing in common.
    pub fn review(&self, target: Target, login: Option<&str>) -> Result<Review, Failure> {
        match self.told(target.clone(), login) {
            Err(Failure { kind: Kind::TooMuch(excess), .. }) => self.too_large(target, login, excess),
            told => told,
        }
    }

    /// What is said of a request that is not looked through to its end: that a person has to.
    fn too_large(&self, target: Target, login: Option<&str>, excess: Excess) -> Result<Review, Failure> {
        let organisers = &self.campaign.organisers;
        let authorship = author::authorship(self.repository, &self.base, organisers, login, (&[], &[]))?;
        let change = Change::TooLarge { excess };
        let item = Item {
            path: format!("{}{DATA_FOLDER}", self.prefix),
            at: None,
            task: None,
            person: None,
            verdict: judge_by(&change, &authorship.author, &State::of_campaign(&self.campaign, self.today)),
            sentence: excess.message(),
            change,
        };
        let (items, origin, today) = (vec![item], None, self.today);
        Ok(Review { target, authorship, commits: 0, items, conflicts: Vec::new(), origin, wanted: Vec::new(), today })
    }

    fn told(&self, target: Target, login: Option<&str>) -> Result<Review, Failure> {
        let room = Room::of_request().within(&self.room);
        self.repository.check_line(self.base.commit(), &target.head, &room)?;
        let line = self.repository.line(self.base.commit(), &target.head)?;
        let Some(origin) = line.origins.first().cloned() else {
            let message =
                Message::new("review-unrelated").with("base", target.base_name.as_str()).with("head", target.head_name.as_str());
            return Err(Failure::new(Kind::Data, message));
        };
        let files = self.files(&line.origins, &target.head, &room)?;
        let organisers = &self.campaign.organisers;
        let authorship = author::authorship(self.repository, &self.base, organisers, login, (&line.commits, &files))?;
        let mut items = self.items(&authorship.author, &files, &origin, &target.head)?;
        let line_of = (&line.origins[..], &line.commits[..], &target.head);
        if let Some(steps) = self.by_steps(&authorship.author, line_of, (&items, &files), &room)? {
            items = steps;
        }
        let conflicts = files.iter().filter(|file| file.is_conflicting()).map(|file| file.touched.full.clone()).collect();
        let wanted = wanted(&files);
        let (commits, today) = (line.commits.len(), self.today);
        Ok(Review { target, authorship, commits, items, conflicts, origin: Some(origin), wanted, today })
    }

    /// Every change that the files hold, judged as the doing of `author`, the gravest first.
    fn items(&self, author: &Author, files: &[ReplayedFile], origin: &CommitId, head: &CommitId) -> Result<Vec<Item>, Failure> {
        let redoing = Redoing::new(files, author, self.today);
        let [began, head] = [origin, head].map(|commit| Snapshot::new(self.repository, self.prefix, commit));
        let bench = self.bench(author, files, Some([&began, &head]));
        let mut items = Vec::new();
        for (at, file) in files.iter().enumerate() {
            let mut verdicts = bench.judge(at, &file.changes)?;
            let project = bench.project(file)?;
            let rest = redoing.rest(file, &verdicts);
            verdicts.extend(bench.judge(at, &rest)?);
            let lines = Lines::of(&file.bytes);
            for (change, verdict) in file.changes.iter().chain(&rest).zip(verdicts) {
                let told = sentence::Told { file, project: project.as_ref(), campaign: &self.campaign, today: self.today };
                items.push(Item {
                    path: file.touched.full.clone(),
                    at: told.field(change).and_then(|field| lines.of_field(&field)),
                    task: file.task_id(),
                    person: told.person(change),
                    sentence: told.sentence(change),
                    change: change.clone(),
                    verdict,
                });
            }
        }
        items.sort_by_key(Item::gravity);
        Ok(items)
    }

    fn bench<'b>(&'b self, author: &'b Author, files: &'b [ReplayedFile], ends: Option<[&'b Snapshot<'a>; 2]>) -> Bench<'b> {
        let (base, campaign, today) = (&self.base, &self.campaign, self.today);
        Bench { base, campaign, today, author, files, ends, holding: RefCell::default() }
    }

    /// The files that the request changes, as far as the shared branch has not the same.
    fn files(&self, origins: &[CommitId], head: &CommitId, room: &Room<'_>) -> Result<Vec<ReplayedFile>, Failure> {
        let mut files: Vec<ReplayedFile> = Vec::new();
        for touched in self.changed(origins, head, room)? {
            files.extend(ReplayedFile::read(self.repository, touched, room)?);
            room.take(Of::Changes, files.last().map_or(0, |file| file.changes.len()))?;
        }
        self.find_moved(&mut files)?;
        forgotten::find(&self.base, &self.campaign.organisers, self.today, &mut files)?;
        sound::find(&self.base, &self.campaign, self.today, &mut files, room)?;
        Ok(files)
    }
}
