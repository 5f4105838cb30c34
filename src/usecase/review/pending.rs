//! What people have taken or finished on branches that nobody merged yet: lists say so, or two people do the same work.
//!
//! Lists are read often and by everybody. So where no such branch is known nothing but the names of references is read;
//! where there are many, the newest are looked at, and of each only the tasks that it changes. A branch that cannot be read,
//! or changes more than a claim would, is passed over: `mpa review` is the place that tells why. Nothing that a branch says
//! is shown but handles and days. What a person did with `mpa` is told as theirs; of what somebody wrote by hand nobody knows
//! more than that a request says so.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::domain::bounds::Room;
use crate::domain::day::Day;
use crate::domain::file_key::FileKey;
use crate::domain::name::{Handle, TaskId};
use crate::domain::status::Status;
use crate::domain::task::Task;
use crate::rules::change::Change;
use crate::store::{TASKS_FOLDER, TaskFile, key_of};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::trailer;
use crate::usecase::context::shared_branch::{SharedBranch, prefix_of, shared_branch};
use crate::usecase::failure::Failure;
use crate::usecase::replay::file::{ReplayedFile, Touched};
use crate::usecase::replay::target::Target;
use crate::vcs::{CommitId, Difference, Head, RepoPath, Repository};

use super::heads::distinct;
use super::numbers::Numbers;
use super::target::settled;

/// How many branches are dated, to find the newest.
const DATED_MAX: usize = 1_000;
/// How many branches are looked at, the newest first.
const HEADS_MAX: usize = 200;
/// A branch without a commit for so long is forgotten, in seconds: 120 days, beyond any claim.
const FORGOTTEN: i64 = 120 * 24 * 60 * 60;

/// What somebody did on a branch that is not merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Whose record it is.
    pub by: Handle,
    /// Since when they hold the task, or on which day they finished it, as the record says.
    pub since: Day,
    /// What they did.
    pub deed: Deed,
    /// The request that only says so: it does not end with something that `mpa` recorded for that person.
    pub said_in: Option<String>,
}

/// What can wait to be merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// The task is taken, until that day.
    Claim(Day),
    /// The task is finished.
    Closing,
}

/// What waits, by task.
#[derive(Debug, Default)]
pub struct Waiting(HashMap<TaskId, Vec<Pending>>);

impl Waiting {
    /// Looks through the branches that this clone knows; only for the task in `only`, when one is named. Where they cannot
    /// be read, nothing waits.
    pub fn read(context: &Context, only: Option<&TaskFile>) -> Self {
        Self::gathered(context, only).unwrap_or_default()
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What waits for a task that stands like that here, the first to begin first.
    pub fn of(&self, id: &TaskId, status: Status) -> Vec<Pending> {
        let is_news = |it: &&Pending| match status {
            Status::Open | Status::Blocked => true,
            // What a request only says does not hide who holds the task.
            Status::Claimed => it.deed == Deed::Closing && it.said_in.is_none(),
            Status::Draft | Status::Done | Status::Cancelled => false,
        };
        self.0.get(id).into_iter().flatten().filter(is_news).cloned().collect()
    }

    fn gathered(context: &Context, only: Option<&TaskFile>) -> Result<Self, Failure> {
        if context.past.is_some() {
            return Ok(Self::default());
        }
        let repository = context.repository()?;
        let numbers = Numbers::of(repository)?;
        let globs = numbers.globs();
        let names = repository.reference_names(&globs.iter().map(String::as_str).collect::<Vec<_>>())?;
        if names.is_empty() {
            return Ok(Self::default());
        }
        let prefix = prefix_of(context)?;
        let base = shared_branch(repository, &settled(context)?)?;
        let room = Room::of_list();
        let reader =
            Reader { repository, numbers: &numbers, prefix: &prefix, base: &base, only, today: context.today, room: &room };
        let mut found: HashMap<TaskId, Vec<(i64, Pending)>> = HashMap::new();
        for head in unmerged((repository, &numbers), &base.id, names, context.now)? {
            for (id, pending) in reader.of_head(&head).unwrap_or_default() {
                found.entry(id).or_default().push((head.time, pending));
            }
        }
        Ok(Self(found.into_iter().map(|(id, all)| (id, in_order(all))).collect()))
    }
}

/// The newest of the branches that the shared one does not hold.
fn unmerged(
    (repository, numbers): (&Repository, &Numbers),
    base: &CommitId,
    mut names: Vec<String>,
    now: i64,
) -> Result<Vec<Head>, Failure> {
    // Requests are numbered as they come; branches say nothing of when.
    names.sort_by_key(|name| Reverse(numbers.of_name(name).unwrap_or(u64::MAX)));
    names.truncate(DATED_MAX);
    // A branch that went on here knows better than what the server was last seen to have of it.
    let is_older = |name: &String| {
        let here = repository.commit_named(&format!("refs/heads/{}", remote_branch(name)?)).ok()??;
        let there = repository.commit_named(name).ok()??;
        repository.check_line(&here, &there, &Room::of_branch()).ok()?;
        repository.holds_commit(&here, &there).ok()
    };
    names.retain(|name| is_older(name) != Some(true));
    let mut heads = Vec::new();
    for name in &names {
        heads.extend(repository.head_of(name)?.filter(|head| head.time > now.saturating_sub(FORGOTTEN)));
    }
    let mut heads = distinct(numbers, heads);
    heads.sort_by_key(|head| Reverse(head.time));
    heads.truncate(HEADS_MAX);
    let held = repository.held_by(base, &heads)?;
    heads.retain(|head| !held.contains(&head.id));
    Ok(heads)
}

/// The branch that a name like `refs/remotes/origin/mpa/k7q2m-zoe` is remembered of.
fn remote_branch(name: &str) -> Option<&str> {
    name.strip_prefix("refs/remotes/")?.split_once('/').map(|(_, branch)| branch)
}

/// Each person once: who began first stands first, and what requests only say comes last.
fn in_order(mut all: Vec<(i64, Pending)>) -> Vec<Pending> {
    let rank = |(time, it): &(i64, Pending)| (it.said_in.is_some(), it.since, *time, it.by.clone());
    all.sort_by_key(rank);
    let mut kept: Vec<Pending> = Vec::new();
    for (_, it) in all {
        match kept.iter_mut().find(|known| known.by == it.by) {
            Some(known) if it.deed == Deed::Closing && it.said_in.is_none() => *known = it,
            Some(_) => {}
            None => kept.push(it),
        }
    }
    kept
}

/// What it takes to read one branch.
struct Reader<'a> {
    repository: &'a Repository,
    numbers: &'a Numbers,
    prefix: &'a str,
    base: &'a SharedBranch,
    only: Option<&'a TaskFile>,
    today: Day,
    /// What all branches may take together.
    room: &'a Room<'a>,
}

impl Reader<'_> {
    fn of_head(&self, head: &Head) -> Result<Vec<(TaskId, Pending)>, Failure> {
        let room = Room::of_branch().within(self.room);
        self.repository.check_line(&self.base.id, &head.id, &room)?;
        let folder = RepoPath::new(&format!("{}{TASKS_FOLDER}", self.prefix));
        let (Some(folder), Some(origin)) = (folder, self.repository.merge_base(&self.base.id, &head.id)?) else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for it in self.repository.differences_in(&folder, (&origin, &head.id), &room)? {
            found.extend(self.of_file(it, &room)?);
        }
        if found.is_empty() {
            return Ok(found);
        }
        let last = self.repository.commit_info(&head.id)?;
        for (_, pending) in &mut found {
            let is_for = |key| trailer(&last, key) == Some(pending.by.as_str());
            if !is_for("Mpa-By") && !is_for("Mpa-For") {
                pending.said_in = Some(Target::of_head(self.repository, self.numbers, self.base, head)?.name());
            }
        }
        Ok(found)
    }

    /// What a branch does to a task that the shared branch has, done again there.
    fn of_file(&self, it: Difference, room: &Room<'_>) -> Result<Option<(TaskId, Pending)>, Failure> {
        let path = it.path.strip_prefix(self.prefix).unwrap_or(&it.path).to_owned();
        let (Ok(FileKey::Task { id, project }), Some(full)) = (key_of(&path), RepoPath::new(&it.path)) else { return Ok(None) };
        if self.only.is_some_and(|only| only.id != id) {
            return Ok(None);
        }
        let key = Ok(FileKey::Task { id, project });
        let tip = self.repository.entry(&self.base.id, &full)?;
        let touched = Touched { full: it.path, path, key, origin: it.before, head: it.after, tip, is_crossed: false };
        let Some(file) = ReplayedFile::read(self.repository, touched, room)? else { return Ok(None) };
        Ok(match file.task() {
            Some((Some(before), Some(after))) => {
                self.deed(before, after, &file.changes).map(|pending| (before.id.clone(), pending))
            }
            _ => None,
        })
    }

    fn deed(&self, before: &Task, after: &Task, changes: &[Change]) -> Option<Pending> {
        let closed = changes.iter().find_map(|change| match change {
            Change::Closed { closing } => {
                Some(Pending { by: closing.by.clone(), since: closing.at, deed: Deed::Closing, said_in: None })
            }
            _ => None,
        });
        let taken = changes.iter().find_map(|change| match change {
            Change::Claimed { by, .. } => {
                let claim = after.claim_of(by).filter(|claim| claim.is_active(self.today))?;
                Some(Pending { by: by.clone(), since: claim.since(), deed: Deed::Claim(claim.until()), said_in: None })
            }
            _ => None,
        });
        let is_free = !before.is_over() && !before.draft && before.holder(self.today).is_none();
        closed.filter(|_| !before.is_over()).or(taken.filter(|_| is_free))
    }
}
