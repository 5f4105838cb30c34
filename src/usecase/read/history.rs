//! Who did what when, to a task or a whole project: told from commits, by what each of them changed, whoever made it and
//! however it came: `mpa`, an editor, the forge, a merge of everything into one.

use crate::domain::bounds::Room;
use crate::domain::day::Day;
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::domain::project::Project;
use crate::rules::change::Change;
use crate::store::{PEOPLE_FOLDER, TASKS_FOLDER, TaskFile, key_of, project_path};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::trailer;
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::Failure;
use crate::usecase::replay::Told;
use crate::usecase::replay::file::{ReplayedFile, Touched};
use crate::vcs::{CommitId, Entry, Version};

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
    /// Who recorded it, as the commit says: a handle, else the name that git was given. Nobody vouches for it.
    pub by: String,
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
    let globs = [format!("{TASKS_FOLDER}/*/{}.toml", file.id), format!("{TASKS_FOLDER}/*/{}-*.toml", file.id)];
    told(context, task.title, &task.project, &globs, |change| !matches!(change, Change::Joined { .. } | Change::Left { .. }))
}

/// What happened to the project `slug`, to its tasks, and who joined and left it.
///
/// # Errors
/// The project or the repository cannot be read.
pub fn of_project(context: &Context, project: &Project) -> Result<History, Failure> {
    let slug = &project.slug;
    let globs = [project_path(slug), format!("{TASKS_FOLDER}/{slug}/*.toml"), format!("{PEOPLE_FOLDER}/*.toml")];
    let concerns = |change: &Change| match change {
        Change::Joined { project, .. } | Change::Left { project } => project == slug,
        Change::PersonAdded | Change::PersonDeleted => false,
        _ => true,
    };
    told(context, project.title.clone(), slug, &globs, concerns)
}

fn told(
    context: &Context,
    title: String,
    slug: &Slug,
    globs: &[String],
    concerns: impl Fn(&Change) -> bool,
) -> Result<History, Failure> {
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    let tip = match &context.past {
        Some(past) => Some(past.commit.clone()),
        None => repository.head_commit()?,
    };
    let mut history = History { title, events: Vec::new(), known_since: None };
    let Some(tip) = tip else { return Ok(history) };
    let project = context.project(slug).ok().flatten();
    let teller = Teller { context, prefix: &prefix, project: project.as_ref() };
    let versions = repository.versions(&tip, &prefix, globs)?;
    let of_one_commit: Vec<&[Version]> = versions.chunk_by(|one, next| one.commit == next.commit).collect();
    for versions in of_one_commit.into_iter().rev() {
        let commit = &versions[0].commit;
        let authored = repository.authored(commit)?;
        let day = context.campaign.timezone.day(authored.time);
        if repository.is_cut_off(commit)? {
            history.known_since = Some(day);
            continue;
        }
        let mut deeds = Vec::new();
        for version in versions {
            deeds.extend(teller.deeds(version)?.into_iter().filter(|deed| concerns(&deed.change)));
        }
        if !deeds.is_empty() {
            let by = trailer(&repository.commit_info(commit)?, "Mpa-By").and_then(Handle::new).map(|who| who.to_string());
            history.events.push(Event { commit: commit.clone(), day, by: by.unwrap_or(authored.name), deeds });
        }
    }
    // Where people worked side by side, git leads along one side after the other.
    history.events.sort_by_key(|event| event.day);
    Ok(history)
}

/// Who tells what a version of a file changed.
struct Teller<'a> {
    context: &'a Context,
    prefix: &'a str,
    project: Option<&'a Project>,
}

impl Teller<'_> {
    /// What the version did that none of the versions before it had.
    fn deeds(&self, version: &Version) -> Result<Vec<Deed>, Failure> {
        let mut all = Vec::new();
        for before in &version.before {
            all.push(self.since(version, before.as_ref())?);
        }
        let mut sides = all.into_iter();
        let mut own = sides.next().unwrap_or_default();
        for side in sides {
            own.retain(|deed| side.iter().any(|other| other.change == deed.change));
        }
        Ok(own)
    }

    fn since(&self, version: &Version, before: Option<&Entry>) -> Result<Vec<Deed>, Failure> {
        let Some(path) = version.path.strip_prefix(self.prefix) else { return Ok(Vec::new()) };
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
        let Some(file) = ReplayedFile::read(self.context.repository()?, touched, &Room::of_own())? else { return Ok(Vec::new()) };
        let Context { campaign, today, .. } = self.context;
        let told = Told { file: &file, project: self.project, campaign, today: *today };
        let deed = |change: &Change| Deed {
            change: change.clone(),
            task: task.clone(),
            person: told.person(change),
            sentence: told.sentence(change),
        };
        Ok(file.changes.iter().map(deed).collect())
    }
}
