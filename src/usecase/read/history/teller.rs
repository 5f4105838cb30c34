//! What each version of a file changed, in sentences.

use std::collections::HashMap;

use crate::domain::bounds::Room;
use crate::domain::file_key::FileKey;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::Project;
use crate::rules::change::Change;
use crate::store::{FILE_MAX, TASKS_FOLDER, decode, key_of};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::trailer;
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::Failure;
use crate::usecase::replay::Told;
use crate::usecase::replay::file::{ReplayedFile, Touched};
use crate::vcs::{CommitId, Entry, RepoPath, Repository, Version};

use super::{Deed, Event, History};

/// Where the file of a task lay before a commit moved it.
pub(super) struct Before {
    pub(super) commit: CommitId,
    pub(super) path: String,
    entry: Entry,
}

/// One version of a file, and where it was moved from, if it was.
pub(super) struct Step {
    version: Version,
    pub(super) moved: Option<Before>,
}

impl Step {
    pub(super) fn of(version: Version) -> Self {
        Self { version, moved: None }
    }

    /// What it was made of.
    fn before(&self) -> impl Iterator<Item = &Entry> {
        self.version.before.iter().flatten().chain(self.moved.as_ref().map(|it| &it.entry))
    }
}

/// By a commit, a path, and the object before it there that cannot be read: what stood there last that could be.
type Sound = HashMap<(CommitId, String, String), Entry>;

/// Who tells what a version of a file changed.
pub(super) struct Teller<'a> {
    context: &'a Context,
    repository: &'a Repository,
    prefix: String,
    project: Option<Project>,
}

impl<'a> Teller<'a> {
    pub(super) fn new(context: &'a Context, slug: &Slug) -> Result<Self, Failure> {
        let (repository, prefix) = (context.repository()?, prefix_of(context)?);
        Ok(Self { context, repository, prefix, project: context.project(slug).ok().flatten() })
    }

    /// What the commits up to `tip` made of the files at `paths`, the newest first.
    pub(super) fn versions(&self, tip: &CommitId, paths: &[String]) -> Result<Vec<Version>, Failure> {
        Ok(self.repository.versions(tip, &self.prefix, paths)?)
    }

    /// Where the task `id` lay before `first`, with which its present place begins, if it lay anywhere.
    pub(super) fn place_before(&self, first: &Version, id: &TaskId) -> Result<Option<Before>, Failure> {
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

    /// What `steps` did, which come the newest first, as far as it `concerns` what is told. Versions of one file have one `name`.
    pub(super) fn tell<'s>(
        &self,
        title: String,
        steps: &'s [Step],
        name: impl Fn(&'s Version) -> &'s str,
        concerns: impl Fn(&Change) -> bool,
    ) -> Result<History, Failure> {
        let sound = self.sound(steps, name)?;
        let mut history = History { title, events: Vec::new(), known_since: None };
        for of_commit in steps.chunk_by(|one, next| one.version.commit == next.version.commit) {
            let commit = &of_commit[0].version.commit;
            let authored = self.repository.authored(commit)?;
            let day = self.context.campaign.timezone.day(authored.time);
            if self.repository.is_cut_off(commit)? {
                history.known_since = Some(day);
                continue;
            }
            let mut deeds = Vec::new();
            for step in of_commit {
                deeds.extend(self.deeds(step, &sound)?.into_iter().filter(|deed| concerns(&deed.change)));
            }
            if !deeds.is_empty() {
                let info = self.repository.commit_info(commit)?;
                let by = trailer(&info, "Mpa-By").and_then(Handle::new);
                history.events.push(Event { commit: commit.clone(), day, by, author: authored.name, deeds });
            }
        }
        // Where people worked side by side, git leads along one side after the other.
        history.events.reverse();
        history.events.sort_by_key(|event| event.day);
        Ok(history)
    }

    /// What stood last, and could be read, before what was broken: whoever mends a file does not begin anew.
    fn sound<'s>(&self, steps: &'s [Step], name: impl Fn(&'s Version) -> &'s str) -> Result<Sound, Failure> {
        let (mut found, mut last, mut known) = (Sound::new(), HashMap::new(), HashMap::new());
        for step in steps.iter().rev() {
            let (version, file) = (&step.version, name(&step.version));
            for before in step.before() {
                let is_sound = self.is_sound(&version.path, before, &mut known)?;
                if let (false, Some(entry)) = (is_sound, last.get(file)) {
                    found.insert((version.commit.clone(), version.path.clone(), before.id.clone()), Entry::clone(entry));
                }
            }
            if let Some(after) = &version.after
                && self.is_sound(&version.path, after, &mut known)?
            {
                last.insert(file, after.clone());
            }
        }
        Ok(found)
    }

    /// Whether the data that `entry` holds, at this path, can be read; what is no data is sound as it is.
    fn is_sound(&self, path: &str, entry: &Entry, known: &mut HashMap<(String, String), bool>) -> Result<bool, Failure> {
        let Some((path, key)) = path.strip_prefix(&self.prefix).and_then(|path| Some((path, key_of(path).ok()?))) else {
            return Ok(true);
        };
        let place = (path.to_owned(), entry.id.clone());
        if let Some(is_sound) = known.get(&place) {
            return Ok(*is_sound);
        }
        let bytes = if entry.is_plain() { self.repository.bytes_of(entry, FILE_MAX)? } else { None };
        let is_sound = bytes.is_some_and(|bytes| decode(&key, path, &bytes).value.is_some());
        known.insert(place, is_sound);
        Ok(is_sound)
    }

    /// What the version did that none of the versions before it had.
    fn deeds(&self, step: &Step, sound: &Sound) -> Result<Vec<Deed>, Failure> {
        let version = &step.version;
        let place = |entry: &Entry| (version.commit.clone(), version.path.clone(), entry.id.clone());
        let readable = |entry: &Entry| sound.get(&place(entry)).unwrap_or(entry).clone();
        if let Some(from) = &step.moved {
            return self.since(version, Some(&readable(&from.entry)), Some(&from.path));
        }
        let before = |entry: &Option<Entry>| {
            let base = entry.as_ref().map(|entry| if version.after.is_some() { readable(entry) } else { entry.clone() });
            self.since(version, base.as_ref(), None)
        };
        let mut sides = version.before.iter().map(before).collect::<Result<Vec<_>, Failure>>()?.into_iter();
        let mut own = sides.next().unwrap_or_default();
        for side in sides {
            own.retain(|deed| side.iter().any(|other| other.change == deed.change));
        }
        Ok(own)
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
