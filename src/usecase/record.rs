//! The one road of every write: lock, read again, judge, edit, commit.

use crate::domain::campaign::Mode;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::domain::text::{one_line, shorten};
use crate::rules::change::{Change, Versions, changes};
use crate::rules::judge::{State, judge};
use crate::rules::verdict::{Objection, Verdict};
use crate::store::{Loaded, TaskFile, edit_task};
use crate::vcs::{Edit, Landed, OperationLock, RepoPath, Repository};

use super::context::Context;
use super::failure::{Failure, Kind};

/// The widest subject line of a commit, in columns.
const SUBJECT_WIDTH: usize = 72;

/// What a write leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The effect, in one sentence.
    pub effect: Message,
    /// Whether and how it was committed.
    pub landing: Landing,
    /// Anything else worth knowing.
    pub notes: Vec<Message>,
}

/// Whether and how a write was committed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing {
    /// There was nothing to change.
    Nothing,
    /// What would be committed.
    Planned(Vec<PlannedFile>, String),
    /// The commit, in full hexadecimal.
    Committed(String),
}

/// One file of a dry run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFile {
    /// Its path in the repository.
    pub path: String,
    /// What it holds.
    pub before: String,
    /// What it would hold.
    pub after: String,
}

/// One file, before and after.
#[derive(Debug, Clone)]
pub struct FileEdit {
    /// Its path from the folder that holds `data/`.
    pub path: String,
    /// What it holds; `None` for a new file.
    pub before: Option<Vec<u8>>,
    /// What it is to hold.
    pub after: Vec<u8>,
}

/// What the commit message says.
#[derive(Debug, Clone, Copy)]
pub struct Headline<'a> {
    /// The verb: `claim`, `close`, …
    pub operation: &'a str,
    /// The title of what it is done to.
    pub title: &'a str,
    /// Its id or short name.
    pub id: &'a str,
    /// Further trailers.
    pub trailers: &'a [(&'a str, String)],
}

/// The right to write: everything that must hold before the first byte is read again.
pub struct Desk<'a> {
    context: &'a Context,
    repository: &'a Repository,
    lock: OperationLock,
}

impl<'a> Desk<'a> {
    /// Checks that the repository can take a commit now, and keeps other `mpa` out until dropped.
    ///
    /// # Errors
    /// No repository, an unsuitable state, a broken `mpa.toml`, a campaign that works by pull requests.
    pub fn open(context: &'a Context) -> Result<Self, Failure> {
        if !context.campaign_problems.is_empty() {
            return Err(Failure::unreadable(&context.campaign_problems));
        }
        let repository = context.repository()?;
        if context.campaign.workflow.mode == Mode::PullRequest {
            return Err(Failure::new(Kind::Refused, Message::new("pull-request-mode")));
        }
        let main = context.campaign.workflow.main.as_str();
        repository.check_writable((!context.writing.here).then_some(main))?;
        Ok(Self { context, repository, lock: repository.lock()? })
    }

    /// Commits `edits`, or shows them when this is a dry run.
    ///
    /// # Errors
    /// What git says; everything is put back.
    pub fn commit(&self, edits: &[FileEdit], headline: Headline<'_>) -> Result<(Landing, Vec<Message>), Failure> {
        let edits = edits.iter().map(|edit| self.placed(edit)).collect::<Result<Vec<_>, _>>()?;
        self.commit_placed(&edits, headline)
    }

    /// The same for files named by their path in the repository.
    ///
    /// # Errors
    /// As [`Desk::commit`].
    pub fn commit_placed(&self, edits: &[Edit], headline: Headline<'_>) -> Result<(Landing, Vec<Message>), Failure> {
        let actor = self.context.actor()?;
        let message = commit_message(headline, actor, self.context.on_behalf.as_ref());
        if self.context.writing.dry_run {
            return Ok((Landing::Planned(edits.iter().map(planned).collect(), message), Vec::new()));
        }
        let Landed { id, changed_by_hook } = self.repository.commit(&self.lock, edits, &message)?;
        let notes = changed_by_hook.iter().map(|path| Message::new("note-changed-by-hook").with("path", path.as_str())).collect();
        Ok((Landing::Committed(id), notes))
    }

    /// What `path`, counted from the folder that holds `data/`, holds in the last commit.
    ///
    /// # Errors
    /// What git says.
    pub fn committed_bytes(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.place(path)?;
        Ok(self.repository.head_bytes(&path)?)
    }

    /// The repository being written to.
    pub fn repository(&self) -> &Repository {
        self.repository
    }

    fn place(&self, path: &str) -> Result<RepoPath, Failure> {
        Ok(self.repository.relative(&self.context.store.root().join(path))?)
    }

    fn placed(&self, edit: &FileEdit) -> Result<Edit, Failure> {
        Ok(Edit { path: self.place(&edit.path)?, before: edit.before.clone(), after: edit.after.clone() })
    }
}

fn planned(edit: &Edit) -> PlannedFile {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    PlannedFile {
        path: edit.path.as_str().to_owned(),
        before: edit.before.as_deref().map(text).unwrap_or_default(),
        after: text(&edit.after),
    }
}

/// `claim: <title> (<id>)` and the trailers that say who did what, for people who read the log.
pub(super) fn commit_message(headline: Headline<'_>, actor: &Handle, on_behalf: Option<&Handle>) -> String {
    let Headline { operation, title, id, trailers } = headline;
    let end = if id.is_empty() { String::new() } else { format!(" ({id})") };
    let title = one_line(title);
    let title = shorten(&title, SUBJECT_WIDTH.saturating_sub(operation.len() + ": ".len() + end.len()));
    let mut message = format!("{operation}: {title}{end}\n\nMpa-Operation: {operation}\n");
    for (key, value) in trailers {
        message.push_str(&format!("{key}: {value}\n"));
    }
    message.push_str(&format!("Mpa-By: {actor}\n"));
    if let Some(person) = on_behalf {
        message.push_str(&format!("Mpa-For: {person}\n"));
    }
    message
}

/// A task operation that went through.
#[derive(Debug, Clone)]
pub struct TaskWrite {
    /// The task before.
    pub before: Task,
    /// The task after.
    pub after: Task,
    /// Whether and how it was committed.
    pub landing: Landing,
    /// Anything else worth knowing.
    pub notes: Vec<Message>,
}

/// Changes the task in `file` as `wish` says, if the rules allow it.
///
/// A file that already holds exactly the result, uncommitted, is what a killed run left: it is committed as it is.
///
/// # Errors
/// Data that cannot be read, a rule that stands against it, git.
pub fn change_task(
    context: &Context,
    file: &TaskFile,
    operation: &str,
    wish: impl Fn(&Task) -> Result<Task, Objection>,
) -> Result<TaskWrite, Failure> {
    let actor = context.actor()?;
    let desk = Desk::open(context)?;
    let loaded = context.store.read_task(file)?;
    let base = match left_by_a_killed_run(context, &desk, &loaded, file, &wish)? {
        Some(base) => base,
        None => loaded,
    };
    let before = sound(&base)?;
    let after = wish(&before).map_err(|objection| Failure::refused(&objection))?;
    let found = changes(Versions::Task(Some(&before), Some(&after)));
    if found.is_empty() {
        return Ok(TaskWrite { before, after, landing: Landing::Nothing, notes: Vec::new() });
    }
    let project = context.project(&before.project);
    judge_task(context, actor, project.as_ref(), Some(&before), &after, &found)?;
    let bytes = edit_task(&base.bytes, &before, &after)?;
    let edit = FileEdit { path: base.path, before: Some(base.bytes), after: bytes };
    let trailers = [("Mpa-Task", after.id.to_string())];
    let headline = Headline { operation, title: &after.title, id: after.id.as_str(), trailers: &trailers };
    let (landing, notes) = desk.commit(&[edit], headline)?;
    Ok(TaskWrite { before, after, landing, notes })
}

/// The committed version of the file, when the wish applied to it gives what the disk already holds.
fn left_by_a_killed_run(
    context: &Context,
    desk: &Desk<'_>,
    loaded: &Loaded<Task>,
    file: &TaskFile,
    wish: &impl Fn(&Task) -> Result<Task, Objection>,
) -> Result<Option<Loaded<Task>>, Failure> {
    let Some(committed) = desk.committed_bytes(&loaded.path)?.filter(|bytes| *bytes != loaded.bytes) else {
        return Ok(None);
    };
    let base = context.store.task_from_bytes(file, committed);
    let Some(before) = &base.decoded.value else { return Ok(None) };
    let result = wish(before).ok().and_then(|after| edit_task(&base.bytes, before, &after).ok());
    Ok((result.as_deref() == Some(&loaded.bytes[..])).then_some(base))
}

/// The task, when nothing at all is wrong with its file: a file with errors is mended before it is written to.
fn sound(loaded: &Loaded<Task>) -> Result<Task, Failure> {
    match &loaded.decoded.value {
        Some(task) if !loaded.decoded.has_errors() => Ok(task.clone()),
        _ => Err(Failure::unreadable(&loaded.decoded.problems)),
    }
}

/// Judges what happened to a task; passes only what is routine for `actor`.
///
/// # Errors
/// The first rule that stands against it: what is refused comes before what an organiser may allow.
pub fn judge_task(
    context: &Context,
    actor: &Handle,
    project: Option<&Project>,
    before: Option<&Task>,
    after: &Task,
    found: &[Change],
) -> Result<(), Failure> {
    let claimant = found.iter().find_map(|change| match change {
        Change::Claimed { by, .. } => Some(by),
        _ => None,
    });
    let held_elsewhere = claimant.map_or(Ok(0), |who| held_elsewhere(context, who, after))?;
    let unfinished = if claimant.is_some() { context.unfinished(after) } else { Vec::new() };
    let state = State {
        project,
        before,
        after: Some(after),
        held_elsewhere,
        unfinished: &unfinished,
        ..State::of_campaign(&context.campaign, context.today)
    };
    pass(context, actor, project, found, &state)
}

/// Lets pass only what is routine for `actor`.
///
/// # Errors
/// As [`judge_task`].
pub fn pass(
    context: &Context,
    actor: &Handle,
    project: Option<&Project>,
    found: &[Change],
    state: &State<'_>,
) -> Result<(), Failure> {
    let mut waits = None;
    for change in found {
        match judge(change, actor, state) {
            Verdict::Routine => {}
            Verdict::Refused(objection) => return Err(Failure::refused(&objection)),
            Verdict::NeedsOrganiser(objection) => waits = waits.or(Some(objection)),
        }
    }
    waits.map_or(Ok(()), |objection| {
        let (people, contact) = context.who_may(project);
        Err(Failure::needs_organiser(&objection, people, contact.as_deref()))
    })
}

/// How many tasks other than `task` the person holds.
fn held_elsewhere(context: &Context, who: &Handle, task: &Task) -> Result<usize, Failure> {
    let today = context.today;
    let mine = context.store.scan_tasks_holding(who.as_str(), |_, other| {
        let holds = other.id != task.id && other.holders(today).any(|(holder, _)| holder == who);
        holds.then_some(())
    })?;
    Ok(mine.rows.len())
}

/// How to take back what was added: a file that others may know of does not simply disappear.
pub fn way_back_by(command: &str) -> Message {
    Message::new("hint-undo").with("command", command)
}

/// "Undo: mpa undo".
pub fn way_back() -> Message {
    Message::new("hint-undo").with("command", "mpa undo")
}
