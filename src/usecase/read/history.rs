//! Who did what when, to a task or a whole project: told from commits, by what each of them changed, whoever made it and
//! however it came: `mpa`, an editor, the forge, a merge of everything into one.

use crate::domain::bounds::Room;
use crate::domain::day::Day;
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::Project;
use crate::rules::change::Change;
use crate::store::{FILE_MAX, PEOPLE_FOLDER, TASKS_FOLDER, TaskFile, decode, key_of, project_path};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::trailer;
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::Failure;
use crate::usecase::replay::Told;
use crate::usecase::replay::file::{ReplayedFile, Touched};
use crate::vcs::{CommitId, Entry, RepoPath, Repository, Version};

/// What happened, the first thing first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// The title of the task or of the project.
    pub title: String,
    /// The commits that changed something.
    pub events: Vec<Event>,
    /// The day since which this clone knows the past, where it knows only a part.
    pub known_since: Option<Day>,
}

/// What one commit did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The commit.
    pub commit: CommitId,
    /// The day it was first recorded, in the campaign's zone.
    pub day: Day,
    /// Who recorded it, as the commit says. Nobody vouches for it.
    pub by: Option<Handle>,
    /// The name that git was given.
    pub author: String,
    /// What it did.
    pub deeds: Vec<Deed>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What.
    pub change: Change,
    /// The task it happened to.
    pub task: Option<TaskId>,
    /// The person whose doing it tells.
    pub person: Option<Handle>,
    /// The same in one sentence.
    pub sentence: Message,
}

/// What happened to the task in `file`, wherever that file lay.
///
/// # Errors
/// The task or the repository cannot be read.
pub fn of_task(context: &Context, file: &TaskFile) -> Result<History, Failure> {
    let task = context.task(file)?;
    let mut history = History { title: task.title, events: Vec::new(), known_since: None };
    let teller = Teller::new(context, &task.project)?;
    let (mut next, mut place) = (tip(context)?, file.path.clone());
    while let Some(tip) = next {
        let versions = teller.repository.versions(&tip, &teller.prefix, std::slice::from_ref(&place))?;
        let before = versions.last().map_or(Ok(None), |first| teller.place_before(first, &file.id))?;
        teller.tell(&mut history, &versions, before.as_ref(), |_| true)?;
        (next, place) = before.map_or((None, place), |it| (Some(it.commit), it.path));
    }
    in_order(&mut history);
    Ok(history)
}

/// What happened to the project `slug`, to its tasks, and who joined and left it.
///
/// # Errors
/// The project or the repository cannot be read.
pub fn of_project(context: &Context, project: &Project) -> Result<History, Failure> {
    let slug = &project.slug;
    let paths = [project_path(slug), format!("{TASKS_FOLDER}/{slug}"), PEOPLE_FOLDER.to_owned()];
    let concerns = |change: &Change| match change {
        Change::Joined { project, .. } | Change::Left { project } => project == slug,
        Change::PersonAdded | Change::PersonDeleted => false,
        _ => true,
    };
    let mut history = History { title: project.title.clone(), events: Vec::new(), known_since: None };
    let teller = Teller::new(context, slug)?;
    if let Some(tip) = tip(context)? {
        let versions = teller.repository.versions(&tip, &teller.prefix, &paths)?;
        teller.tell(&mut history, &versions, None, concerns)?;
    }
    in_order(&mut history);
    Ok(history)
}

/// The newest commit that is told of.
fn tip(context: &Context) -> Result<Option<CommitId>, Failure> {
    match &context.past {
        Some(past) => Ok(Some(past.commit.clone())),
        None => Ok(context.repository()?.head_commit()?),
    }
}

/// The first thing first. Where people worked side by side, git leads along one side after the other.
fn in_order(history: &mut History) {
    history.events.reverse();
    history.events.sort_by_key(|event| event.day);
}

/// Where the file of a task lay before a commit moved it.
struct Before {
    commit: CommitId,
    path: String,
    entry: Entry,
}

/// Who tells what a version of a file changed.
struct Teller<'a> {
    context: &'a Context,
    repository: &'a Repository,
    prefix: String,
    project: Option<Project>,
}

impl<'a> Teller<'a> {
    fn new(context: &'a Context, slug: &Slug) -> Result<Self, Failure> {
        let (repository, prefix) = (context.repository()?, prefix_of(context)?);
        Ok(Self { context, repository, prefix, project: context.project(slug).ok().flatten() })
    }

    /// Where the task `id` lay before `first`, with which its present place begins, if it lay anywhere.
    fn place_before(&self, first: &Version, id: &TaskId) -> Result<Option<Before>, Failure> {
        let [None] = first.before[..] else { return Ok(None) };
        let (Some(commit), Some(folder)) =
            (self.repository.commit_info(&first.commit)?.parent, RepoPath::new(&format!("{}{TASKS_FOLDER}", self.prefix)))
        else {
            return Ok(None);
        };
        for place in self.repository.changed_paths(&first.commit, Some(&folder))? {
            let Some(path) = place.as_str().strip_prefix(&self.prefix) else { continue };
            let is_it =
                place.as_str() != first.path && matches!(key_of(path), Ok(FileKey::Task { id: known, .. }) if known == *id);
            if let Some(entry) = is_it.then(|| self.repository.entry(&commit, &place)).transpose()?.flatten() {
                return Ok(Some(Before { commit, path: path.to_owned(), entry }));
            }
        }
        Ok(None)
    }

    /// Adds what `versions` did, the newest first, as far as it `concerns` what is told; the last of them moved the file from
    /// `before`.
    fn tell(
        &self,
        history: &mut History,
        versions: &[Version],
        before: Option<&Before>,
        concerns: impl Fn(&Change) -> bool,
    ) -> Result<(), Failure> {
        for of_commit in versions.chunk_by(|one, next| one.commit == next.commit) {
            let commit = &of_commit[0].commit;
            let authored = self.repository.authored(commit)?;
            let day = self.context.campaign.timezone.day(authored.time);
            if self.repository.is_cut_off(commit)? {
                history.known_since = Some(day);
                continue;
            }
            let mut deeds = Vec::new();
            for version in of_commit {
                let moved = before.filter(|_| versions.last() == Some(version));
                let older = versions.iter().skip_while(|it| *it != version).skip(1).filter(|it| it.path == version.path);
                deeds.extend(self.deeds(version, moved, older)?.into_iter().filter(|deed| concerns(&deed.change)));
            }
            if !deeds.is_empty() {
                let info = self.repository.commit_info(commit)?;
                let by = trailer(&info, "Mpa-By").and_then(Handle::new);
                history.events.push(Event { commit: commit.clone(), day, by, author: authored.name, deeds });
            }
        }
        Ok(())
    }

    /// What the version did that none of the versions before it had.
    fn deeds<'v>(
        &self,
        version: &Version,
        moved: Option<&Before>,
        older: impl Iterator<Item = &'v Version> + Clone,
    ) -> Result<Vec<Deed>, Failure> {
        if let Some(from) = moved {
            return self.since(version, Some(&from.entry), Some(&from.path));
        }
        let mut all = Vec::new();
        for before in &version.before {
            let before = self.readable(version, before.as_ref(), older.clone())?;
            all.push(self.since(version, before.as_ref(), None)?);
        }
        let mut sides = all.into_iter();
        let mut own = sides.next().unwrap_or_default();
        for side in sides {
            own.retain(|deed| side.iter().any(|other| other.change == deed.change));
        }
        Ok(own)
    }

    /// What stood `before` a version, else what stood there last that could be read: whoever mends a file does not begin anew.
    fn readable<'v>(
        &self,
        version: &Version,
        before: Option<&Entry>,
        older: impl Iterator<Item = &'v Version>,
    ) -> Result<Option<Entry>, Failure> {
        let Some(before) = before else { return Ok(None) };
        let (Some(path), true) = (version.path.strip_prefix(&self.prefix), version.after.is_some()) else {
            return Ok(Some(before.clone()));
        };
        let Ok(key) = key_of(path) else { return Ok(Some(before.clone())) };
        for entry in std::iter::once(before).chain(older.filter_map(|it| it.after.as_ref())).filter(|entry| entry.is_plain()) {
            let bytes = self.repository.bytes_of(entry, FILE_MAX)?;
            if bytes.is_some_and(|bytes| decode(&key, path, &bytes).value.is_some()) {
                return Ok(Some(entry.clone()));
            }
        }
        Ok(Some(before.clone()))
    }

    /// A file in which nothing changed.
    fn as_it_is(&self, touched: Touched) -> Result<ReplayedFile, Failure> {
        let entry = touched.head.as_ref().filter(|entry| entry.is_plain());
        let bytes = entry.map_or(Ok(None), |entry| self.repository.bytes_of(entry, FILE_MAX))?.unwrap_or_default();
        let after = touched.decode(&bytes).value;
        Ok(ReplayedFile { touched, before: None, after, changes: Vec::new(), bytes, own: None })
    }

    /// What it did to what was there `before`, at the path `from` where that was another.
    fn since(&self, version: &Version, before: Option<&Entry>, from: Option<&str>) -> Result<Vec<Deed>, Failure> {
        let Some(path) = version.path.strip_prefix(&self.prefix) else { return Ok(Vec::new()) };
        let (origin, head) = (before.cloned(), version.after.clone());
        let key = key_of(path);
        let task = key.as_ref().ok().and_then(|key| if let FileKey::Task { id, .. } = key { Some(id.clone()) } else { None });
        let touched = Touched {
            full: version.path.clone(),
            path: path.to_owned(),
            key,
            tip: origin.clone(),
            origin,
            head,
            is_crossed: false,
        };
        let moved = from.map(|from| Change::FileRenamed { from: from.to_owned() });
        let file = match ReplayedFile::read(self.repository, touched.clone(), &Room::of_own())? {
            Some(file) => file,
            None if moved.is_none() => return Ok(Vec::new()),
            None => self.as_it_is(touched)?,
        };
        let Context { campaign, today, .. } = self.context;
        let told = Told { file: &file, project: self.project.as_ref(), campaign, today: *today };
        let deed = |change: &Change| Deed {
            change: change.clone(),
            task: task.clone(),
            person: told.person(change),
            sentence: told.sentence(change),
        };
        Ok(moved.iter().chain(&file.changes).map(deed).collect())
    }
}
