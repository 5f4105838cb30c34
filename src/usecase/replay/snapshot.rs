//! The data as one commit holds them, read from its tree: never the checkout, no program run.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use crate::domain::bounds::FILES;
use crate::domain::campaign::Campaign;
use crate::domain::claim::Evidence;
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::person::Person;
use crate::domain::project::{Project, Theme};
use crate::domain::task::Task;
use crate::store::{
    CAMPAIGN_FILE, FILE_MAX, PEOPLE_FOLDER, PROJECTS_FOLDER, Problem, TASKS_FOLDER, TaskFile, decode_campaign, decode_person,
    decode_project, decode_task, decode_theme, key_of, mentions, project_path, theme_path,
};
use crate::usecase::failure::{Failure, Kind};
use crate::vcs::{CommitId, Entry, RepoPath, Repository};

use super::evidence::nowhere;
use super::holders::Everybody;

/// What one commit holds.
pub struct Snapshot<'a> {
    pub(super) repository: &'a Repository,
    /// The folder that holds `data/`, with a slash behind it; empty at the top.
    prefix: &'a str,
    commit: CommitId,
    tasks: OnceCell<Vec<(TaskFile, Entry)>>,
    /// Where in `tasks` those of an id are.
    ids: OnceCell<HashMap<TaskId, Vec<usize>>>,
    unfinished: RefCell<HashMap<TaskId, bool>>,
    projects: RefCell<HashMap<Slug, Option<Project>>>,
    people: OnceCell<Vec<Person>>,
    all_projects: OnceCell<Vec<Project>>,
    pub(super) held: RefCell<HashMap<Handle, Vec<TaskId>>>,
    pub(super) everybody: OnceCell<Everybody>,
    pub(super) asked: RefCell<HashSet<Handle>>,
    pub(super) spoken_of: OnceCell<HashSet<Handle>>,
}

impl<'a> Snapshot<'a> {
    /// The data below `prefix` in `commit`.
    pub fn new(repository: &'a Repository, prefix: &'a str, commit: &CommitId) -> Self {
        Self {
            repository,
            prefix,
            commit: commit.clone(),
            tasks: OnceCell::new(),
            ids: OnceCell::new(),
            unfinished: RefCell::default(),
            projects: RefCell::default(),
            people: OnceCell::new(),
            all_projects: OnceCell::new(),
            held: RefCell::default(),
            everybody: OnceCell::new(),
            asked: RefCell::default(),
            spoken_of: OnceCell::new(),
        }
    }

    /// Its commit.
    pub fn commit(&self) -> &CommitId {
        &self.commit
    }

    /// The campaign, whose rules judge.
    ///
    /// # Errors
    /// When there is none, or it cannot be trusted: nothing can be judged by it.
    pub fn campaign(&self) -> Result<Campaign, Failure> {
        let Some(bytes) = self.bytes(CAMPAIGN_FILE)? else {
            let message = Message::new("review-no-campaign").with("commit", self.commit.short()).with("path", CAMPAIGN_FILE);
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

    /// A theme, if its file can be read.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn theme(&self, slug: &Slug) -> Result<Option<Theme>, Failure> {
        let path = theme_path(slug);
        Ok(self.bytes(&path)?.and_then(|bytes| decode_theme(slug, &path, &bytes).value))
    }

    /// The people whose files hold the text `needle` somewhere; all of them without one.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn people(&self, needle: Option<&str>) -> Result<Vec<Person>, Failure> {
        let listing = self.listing(PEOPLE_FOLDER)?;
        let files = listing.into_iter().filter_map(|(path, entry)| match key_of(&path) {
            Ok(FileKey::Person(handle)) => Some(((handle, path), entry?)),
            _ => None,
        });
        let (names, entries): (Vec<_>, Vec<_>) = files.unzip();
        let wanted = |bytes: &[u8]| needle.is_none_or(|needle| mentions(bytes, needle));
        Ok(self.repository.read_all(&entries, FILE_MAX, |at, bytes| {
            let (handle, path) = &names[at];
            wanted(bytes).then(|| decode_person(handle, path, bytes).value).flatten()
        })?)
    }

    /// Everybody who has a file.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn everybody(&self) -> Result<&[Person], Failure> {
        if let Some(known) = self.people.get() {
            return Ok(known);
        }
        let people = self.people(None)?;
        Ok(self.people.get_or_init(|| people))
    }

    /// Every project that can be read.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn all_projects(&self) -> Result<&[Project], Failure> {
        if let Some(known) = self.all_projects.get() {
            return Ok(known);
        }
        let files = self.listing(PROJECTS_FOLDER)?.into_iter().filter_map(|(path, entry)| match key_of(&path) {
            Ok(FileKey::Project(slug)) => Some(((slug, path), entry?)),
            _ => None,
        });
        let (names, entries): (Vec<_>, Vec<_>) = files.unzip();
        let found = self.repository.read_all(&entries, FILE_MAX, |at, bytes| {
            let (slug, path) = &names[at];
            decode_project(slug, path, bytes).value
        })?;
        Ok(self.all_projects.get_or_init(|| found))
    }

    /// Whether `who` leads a project.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn is_lead(&self, who: &Handle) -> Result<bool, Failure> {
        Ok(self.all_projects()?.iter().any(|project| project.leads.contains(who)))
    }

    /// Whether there is a file at `path`.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn has(&self, path: &str) -> Result<bool, Failure> {
        Ok(self.entry(path)?.is_some())
    }

    /// Whether a result that names a file or a commit can be looked at.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn shows(&self, evidence: &Evidence) -> Result<bool, Failure> {
        Ok(nowhere(self.repository, Some(&self.commit), self.prefix, evidence)? == Some(false))
    }

    /// Whether there is a file of the task, which can be read or not.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn has_task(&self, id: &TaskId) -> Result<bool, Failure> {
        Ok(self.files_of(id)?.next().is_some())
    }

    /// The task, where it is there and can be read.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn task(&self, id: &TaskId) -> Result<Option<Task>, Failure> {
        let Some((file, entry)) = self.files_of(id)?.next() else { return Ok(None) };
        let bytes = self.repository.bytes_of(entry, FILE_MAX)?.unwrap_or_default();
        Ok(decode_task(&file.id, &file.project, &file.path, &bytes).value)
    }

    /// Whether the task is there and still to be done, as far as is known: a file that cannot be read is no task that is done.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn is_unfinished(&self, id: &TaskId) -> Result<bool, Failure> {
        if let Some(known) = self.unfinished.borrow().get(id) {
            return Ok(*known);
        }
        let is_unfinished = self.has_task(id)? && self.task(id)?.is_none_or(|task| !task.is_over());
        self.unfinished.borrow_mut().insert(id.clone(), is_unfinished);
        Ok(is_unfinished)
    }

    /// Another file than `path` that has the id of a task.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn other_with_id(&self, id: &TaskId, path: &str) -> Result<Option<&TaskFile>, Failure> {
        Ok(self.files_of(id)?.map(|(file, _)| file).find(|file| file.path != path))
    }

    /// The files of the task `id`: one, where nothing is wrong.
    fn files_of(&self, id: &TaskId) -> Result<impl Iterator<Item = &(TaskFile, Entry)>, Failure> {
        let tasks = self.tasks()?;
        let ids = self.ids.get_or_init(|| {
            let mut ids: HashMap<TaskId, Vec<usize>> = HashMap::with_capacity(tasks.len());
            tasks.iter().enumerate().for_each(|(at, (file, _))| ids.entry(file.id.clone()).or_default().push(at));
            ids
        });
        Ok(ids.get(id).into_iter().flatten().filter_map(|at| tasks.get(*at)))
    }

    /// Every task file, whatever it holds.
    pub(super) fn tasks(&self) -> Result<&[(TaskFile, Entry)], Failure> {
        if let Some(known) = self.tasks.get() {
            return Ok(known);
        }
        let mut found = Vec::new();
        for (folder, entry) in self.listing(TASKS_FOLDER)? {
            if entry.is_some() {
                continue;
            }
            found.extend(self.listing(&folder)?.into_iter().filter_map(|(path, entry)| match key_of(&path) {
                Ok(FileKey::Task { id, project }) => Some((TaskFile { id, project, path }, entry?)),
                _ => None,
            }));
            if found.len() > FILES {
                return Err(Failure::new(Kind::Data, Message::new("review-too-many").with("most", FILES)));
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

/// Everything wrong with a file that stops it from being trusted.
pub fn errors(problems: &[Problem]) -> impl Iterator<Item = &Problem> {
    problems.iter().filter(|problem| problem.is_error())
}
