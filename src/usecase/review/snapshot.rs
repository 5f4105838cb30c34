//! The data as one commit holds them, read from its tree: never the checkout, no program run.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use crate::domain::campaign::Campaign;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::person::Person;
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::store::{
    CAMPAIGN_FILE, FILE_MAX, PEOPLE_FOLDER, PROJECTS_FOLDER, Place, Problem, TASKS_FOLDER, TaskFile, decode_campaign,
    decode_person, decode_project, decode_task, mentions, place_of, project_path,
};
use crate::vcs::{Entry, RepoPath, Repository};

use super::super::failure::{Failure, Kind};

/// Beyond this many files one person's claims are not counted: more than any campaign has.
const FILES_MAX: usize = 200_000;

/// What one commit holds.
pub struct Snapshot<'a> {
    repository: &'a Repository,
    /// The folder that holds `data/`, with a slash behind it; empty at the top.
    prefix: &'a str,
    commit: String,
    tasks: OnceCell<Vec<(TaskFile, Entry)>>,
    projects: RefCell<HashMap<Slug, Option<Project>>>,
    held: RefCell<HashMap<Handle, Vec<TaskId>>>,
    everybody: OnceCell<Everybody>,
}

/// What everybody holds.
#[derive(Default)]
struct Everybody {
    held: HashMap<Handle, Vec<TaskId>>,
    /// What cannot be read: whoever it names may hold it.
    unknown: Vec<(TaskId, Vec<u8>)>,
}

impl<'a> Snapshot<'a> {
    /// The data below `prefix` in `commit`.
    pub fn new(repository: &'a Repository, prefix: &'a str, commit: &str) -> Self {
        Self {
            repository,
            prefix,
            commit: commit.to_owned(),
            tasks: OnceCell::new(),
            projects: RefCell::default(),
            held: RefCell::default(),
            everybody: OnceCell::new(),
        }
    }

    /// Its commit.
    pub fn commit(&self) -> &str {
        &self.commit
    }

    /// The campaign, whose rules judge.
    ///
    /// # Errors
    /// When there is none, or it cannot be trusted: nothing can be judged by it.
    pub fn campaign(&self) -> Result<Campaign, Failure> {
        let Some(bytes) = self.bytes(CAMPAIGN_FILE)? else {
            let message = Message::new("review-no-campaign").with("commit", short(&self.commit)).with("path", CAMPAIGN_FILE);
            return Err(Failure::new(Kind::Data, message));
        };
        let decoded = decode_campaign(&bytes);
        match decoded.value {
            Some(campaign) if decoded.problems.iter().all(|problem| !problem.is_error()) => Ok(campaign),
            _ => Err(Failure::unreadable(&decoded.problems)),
        }
    }

    /// A project, if its file can be read.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn project(&self, slug: &Slug) -> Result<Option<Project>, Failure> {
        if let Some(known) = self.projects.borrow().get(slug) {
            return Ok(known.clone());
        }
        let path = project_path(slug);
        let found = self.bytes(&path)?.and_then(|bytes| decode_project(slug, &path, &bytes).value);
        self.projects.borrow_mut().insert(slug.clone(), found.clone());
        Ok(found)
    }

    /// The people whose files hold the text `needle` somewhere; all of them without one.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn people(&self, needle: Option<&str>) -> Result<Vec<Person>, Failure> {
        let listing = self.listing(PEOPLE_FOLDER)?;
        let files = listing.into_iter().filter_map(|(path, entry)| match place_of(&path) {
            Place::Person(handle) => Some(((handle, path), entry?)),
            _ => None,
        });
        let (names, entries): (Vec<_>, Vec<_>) = files.unzip();
        let wanted = |bytes: &[u8]| needle.is_none_or(|needle| mentions(bytes, needle));
        Ok(self.repository.read_all(&entries, FILE_MAX, |at, bytes| {
            let (handle, path) = &names[at];
            wanted(bytes).then(|| decode_person(handle, path, bytes).value).flatten()
        })?)
    }

    /// Everybody who leads a project.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn leads(&self) -> Result<Vec<Handle>, Failure> {
        let files = self.listing(PROJECTS_FOLDER)?.into_iter().filter_map(|(path, entry)| match place_of(&path) {
            Place::Project(slug) => Some(((slug, path), entry?)),
            _ => None,
        });
        let (names, entries): (Vec<_>, Vec<_>) = files.unzip();
        let leads = self.repository.read_all(&entries, FILE_MAX, |at, bytes| {
            let (slug, path) = &names[at];
            decode_project(slug, path, bytes).value.map(|project| project.leads)
        })?;
        Ok(leads.into_iter().flatten().collect())
    }

    /// Whether there is a file at `path`.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn has(&self, path: &str) -> Result<bool, Failure> {
        Ok(self.entry(path)?.is_some())
    }

    /// The task, where it is there and can be read.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn task(&self, id: &TaskId) -> Result<Option<Task>, Failure> {
        let Some((file, entry)) = self.tasks()?.iter().find(|(file, _)| file.id == *id) else { return Ok(None) };
        let bytes = self.repository.bytes_of(entry, FILE_MAX)?.unwrap_or_default();
        Ok(decode_task(&file.id, &file.project, &file.path, &bytes).value)
    }

    /// Whether the task is there and still to be done, as far as is known: a file that cannot be read is no task that is done.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn is_unfinished(&self, id: &TaskId) -> Result<bool, Failure> {
        let is_there = self.tasks()?.iter().any(|(file, _)| file.id == *id);
        Ok(is_there && self.task(id)?.is_none_or(|task| !task.is_over()))
    }

    /// Another file than `path` that has the id of a task.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn other_with_id(&self, id: &TaskId, path: &str) -> Result<Option<&TaskFile>, Failure> {
        Ok(self.tasks()?.iter().map(|(file, _)| file).find(|file| file.id == *id && file.path != path))
    }

    /// The tasks that `who` holds on `today`, or may hold: those that name them and cannot be read are among them.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn held_by(&self, who: &Handle, today: Day) -> Result<Vec<TaskId>, Failure> {
        if let Some(everybody) = self.everybody.get() {
            let unknown = everybody.unknown.iter().filter(|(_, bytes)| mentions(bytes, who.as_str()));
            return Ok(everybody.held.get(who).into_iter().flatten().chain(unknown.map(|(id, _)| id)).cloned().collect());
        }
        if let Some(known) = self.held.borrow().get(who) {
            return Ok(known.clone());
        }
        let held = self.scan(who.as_str(), |id, task, _| {
            let holds = task.is_none_or(|task| task.holders(today).any(|(holder, _)| holder == who));
            holds.then(|| id.clone())
        })?;
        self.held.borrow_mut().insert(who.clone(), held.clone());
        Ok(held)
    }

    /// Whether `who` ever took, noted or finished anything.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn speaks_of(&self, who: &Handle) -> Result<bool, Failure> {
        let is_named = |task: &Task| {
            let closed = [task.done.as_ref(), task.latest_reopening().and_then(|again| again.done.as_ref())];
            task.claim_of(who).is_some() || closed.into_iter().flatten().any(|done| done.by == *who)
        };
        Ok(!self.tasks_where(who.as_str(), is_named)?.is_empty())
    }

    /// The tasks of which `is_sought` is true, among those whose files hold the text `needle`.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn tasks_where(&self, needle: &str, is_sought: impl Fn(&Task) -> bool + Sync) -> Result<Vec<TaskId>, Failure> {
        self.scan(needle, |id, task, _| task.is_some_and(|task| is_sought(&task)).then(|| id.clone()))
    }

    /// Looks once at what everybody holds, for many questions to come.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn look_at_everybody(&self, today: Day) -> Result<(), Failure> {
        let found = self.scan("claims", |id, task, bytes| match task {
            Some(task) => {
                let holders: Vec<Handle> = task.holders(today).map(|(who, _)| who.clone()).collect();
                (!holders.is_empty()).then_some((id.clone(), Ok(holders)))
            }
            None => Some((id.clone(), Err(bytes.to_vec()))),
        })?;
        let mut everybody = Everybody::default();
        for (id, known) in found {
            match known {
                Ok(holders) => holders.into_iter().for_each(|who| everybody.held.entry(who).or_default().push(id.clone())),
                Err(bytes) => everybody.unknown.push((id, bytes)),
            }
        }
        self.everybody.get_or_init(|| everybody);
        Ok(())
    }

    /// What `keep` makes of each task whose file holds the text `needle`: its id, the task where it can be read, the bytes.
    fn scan<R: Send>(
        &self,
        needle: &str,
        keep: impl Fn(&TaskId, Option<Task>, &[u8]) -> Option<R> + Sync,
    ) -> Result<Vec<R>, Failure> {
        let (files, entries): (Vec<_>, Vec<_>) = self.tasks()?.iter().cloned().unzip();
        Ok(self.repository.read_all(&entries, FILE_MAX, |at, bytes| {
            let file = files.get(at).filter(|_| mentions(bytes, needle))?;
            keep(&file.id, decode_task(&file.id, &file.project, &file.path, bytes).value, bytes)
        })?)
    }

    fn tasks(&self) -> Result<&[(TaskFile, Entry)], Failure> {
        if let Some(known) = self.tasks.get() {
            return Ok(known);
        }
        let mut found = Vec::new();
        for (folder, entry) in self.listing(TASKS_FOLDER)? {
            if entry.is_some() {
                continue;
            }
            found.extend(self.listing(&folder)?.into_iter().filter_map(|(path, entry)| match place_of(&path) {
                Place::Task(file) => Some((file, entry?)),
                _ => None,
            }));
            if found.len() > FILES_MAX {
                return Err(Failure::new(Kind::Data, Message::new("review-too-many").with("most", FILES_MAX)));
            }
        }
        Ok(self.tasks.get_or_init(|| found))
    }

    /// Paths, from the folder that holds `data/`, and what is there.
    fn listing(&self, folder: &str) -> Result<Vec<(String, Option<Entry>)>, Failure> {
        let Some(place) = RepoPath::new(&format!("{}{folder}", self.prefix)) else { return Ok(Vec::new()) };
        let found = self.repository.listing(&self.commit, &place)?;
        Ok(found.into_iter().map(|(name, entry)| (format!("{folder}/{name}"), entry)).collect())
    }

    fn entry(&self, path: &str) -> Result<Option<Entry>, Failure> {
        let Some(place) = RepoPath::new(&format!("{}{path}", self.prefix)) else { return Ok(None) };
        Ok(self.repository.entry(&self.commit, &place)?)
    }

    /// What the file at `path` holds.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let Some(entry) = self.entry(path)?.filter(Entry::is_plain) else { return Ok(None) };
        Ok(Some(content(self.repository, &entry)?))
    }
}

/// The bytes of a file; of one that is too large as many as it takes for that to be said.
pub fn content(repository: &Repository, entry: &Entry) -> Result<Vec<u8>, Failure> {
    Ok(repository.bytes_of(entry, FILE_MAX)?.unwrap_or_else(|| vec![b' '; FILE_MAX + 1]))
}

/// The beginning of a commit's name, enough for people.
pub fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}

/// Everything wrong with a file that stops it from being trusted.
pub fn errors(problems: &[Problem]) -> impl Iterator<Item = &Problem> {
    problems.iter().filter(|problem| problem.is_error())
}
