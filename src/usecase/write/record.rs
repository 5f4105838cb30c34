//! The one road of every write: lock, read again, judge, edit, commit with the `Writer`.

use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::operation::Operation;
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::rules::change::{Change, diff};
use crate::rules::gravity::gravest;
use crate::rules::judge::{State, judge};
use crate::rules::verdict::{Objection, Verdict};
use crate::store::{Decoded, Loaded, TaskFile, edit_task};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::{Failure, hint_command};
use crate::usecase::replay::foresee::{happening, mind_texts};
use crate::usecase::request::notes::overtaken;

use super::writer::{FileEdit, Writer};

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
    operation: Operation,
    wish: impl Fn(&Task) -> Result<Task, Objection>,
) -> Result<TaskWrite, Failure> {
    let wish = |before: &Task| wish(before).map_err(|objection| Failure::refused(&objection));
    write_task(context, file, operation, wish, |bytes, before, after| Ok(edit_task(bytes, before, after)?))
}

/// The same with the bytes that `rewrite` makes of those that are there when one task has become the other.
///
/// # Errors
/// As [`change_task`]; as `wish` and `rewrite`.
pub(super) fn write_task(
    context: &Context,
    file: &TaskFile,
    operation: Operation,
    wish: impl Fn(&Task) -> Result<Task, Failure>,
    rewrite: impl Fn(&[u8], &Task, &Task) -> Result<Vec<u8>, Failure>,
) -> Result<TaskWrite, Failure> {
    let actor = context.actor()?;
    let writer = Writer::open(context)?;
    let loaded = context.store.read_task(file)?;
    let decode = |bytes: &[u8]| context.store.task_from_bytes(file, bytes.to_vec()).decoded;
    let redo = |bytes: &[u8], before: &Task| rewrite(bytes, before, &wish(before).ok()?).ok();
    let base = left_by_a_killed_run(&writer, &loaded, decode, redo)?.unwrap_or(loaded);
    let before = sound(&base)?;
    let after = wish(&before)?;
    let (old, new) = (before.clone().into(), after.clone().into());
    let versions = (Some(&old), Some(&new));
    let found = happening(context, versions)?;
    let bytes = rewrite(&base.bytes, &before, &after);
    if found.is_empty() && bytes.as_ref().is_ok_and(|bytes| *bytes == base.bytes) {
        return Ok(TaskWrite { before, after, landing: Landing::Nothing, notes: Vec::new() });
    }
    let project = context.project(&before.project)?;
    let waits = judge_task(context, actor, project.as_ref(), Some(&before), &after, &found)?;
    mind_texts(context, versions)?;
    let edit = FileEdit { path: base.path, before: Some(base.bytes), after: bytes? };
    let trailers = [("Mpa-Task", after.id.to_string())];
    let headline = Headline { operation, title: &after.title, id: after.id.as_str(), trailers: &trailers };
    let (landing, mut notes) = writer.commit(&[edit], headline)?;
    let mut after = after;
    let is_changed = !notes.is_empty();
    notes.extend(overtaken(context, file));
    notes.extend(waits);
    if is_changed && matches!(landing, Landing::Committed(_)) {
        after = as_committed(context, &writer, file, project.as_ref(), (&before, after), &mut notes)?;
    }
    Ok(TaskWrite { before, after, landing, notes })
}

/// The task as a hook left it in the commit, judged once more: what stands against it is said.
fn as_committed(
    context: &Context,
    writer: &Writer<'_>,
    file: &TaskFile,
    project: Option<&Project>,
    (before, asked): (&Task, Task),
    notes: &mut Vec<Message>,
) -> Result<Task, Failure> {
    let Some(bytes) = writer.committed_bytes(&file.path)? else { return Ok(asked) };
    let Some(found) = context.store.task_from_bytes(file, bytes).decoded.value else { return Ok(asked) };
    let differences = diff::task(Some(before), Some(&found));
    if let Err(failure) = judge_task(context, context.actor()?, project, Some(before), &found, &differences) {
        notes.push(failure.message);
        notes.push(hint_command("mpa undo"));
    }
    Ok(found)
}

/// The committed version of a file that already holds, uncommitted, what `redo` makes of it: what a killed run left. The
/// same command then completes it.
pub(super) fn left_by_a_killed_run<T>(
    writer: &Writer<'_>,
    loaded: &Loaded<T>,
    decode: impl FnOnce(&[u8]) -> Decoded<T>,
    redo: impl FnOnce(&[u8], &T) -> Option<Vec<u8>>,
) -> Result<Option<Loaded<T>>, Failure> {
    let Some(committed) = writer.committed_bytes(&loaded.path)?.filter(|bytes| *bytes != loaded.bytes) else {
        return Ok(None);
    };
    let decoded = decode(&committed);
    let result = decoded.value.as_ref().and_then(|before| redo(&committed, before));
    let base = || Loaded { path: loaded.path.clone(), bytes: committed.clone(), decoded };
    Ok((result.as_deref() == Some(&loaded.bytes[..])).then(base))
}

/// The task, when nothing at all is wrong with its file: a file with errors is mended before it is written to.
fn sound(loaded: &Loaded<Task>) -> Result<Task, Failure> {
    match &loaded.decoded.value {
        Some(task) if !loaded.decoded.has_errors() => Ok(task.clone()),
        _ => Err(Failure::unreadable(&loaded.decoded.problems)),
    }
}

/// Judges what happened to a task; passes only what is routine for `actor`, and in a proposal what an organiser is to
/// decide, which is then said.
///
/// # Errors
/// The gravest rule that stands against it: what is refused comes before what an organiser may allow.
pub fn judge_task(
    context: &Context,
    actor: &Handle,
    project: Option<&Project>,
    before: Option<&Task>,
    after: &Task,
    found: &[Change],
) -> Result<Option<Message>, Failure> {
    let claimant = found.iter().find_map(|change| match change {
        Change::Claimed { by, .. } | Change::Renewed { by, .. } => Some(by),
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

/// Lets pass only what is routine for `actor`; in a proposal, whatever is not refused, with the note that an organiser
/// will decide.
///
/// # Errors
/// As [`judge_task`].
pub fn pass(
    context: &Context,
    actor: &Handle,
    project: Option<&Project>,
    found: &[Change],
    state: &State<'_>,
) -> Result<Option<Message>, Failure> {
    match gravest(found.iter().map(|change| (change, judge(change, actor, state)))) {
        Verdict::Routine => Ok(None),
        Verdict::Refused(objection) => Err(Failure::refused(&objection)),
        Verdict::NeedsOrganiser(objection) if context.proposes() => {
            Ok(Some(Message::new("note-organiser-decides").with("why", objection.message)))
        }
        Verdict::NeedsOrganiser(objection) => {
            let (people, contact) = context.who_may(project);
            Err(Failure::needs_organiser(&objection, people, contact.as_deref()))
        }
    }
}

/// How many tasks other than `task` the person holds; what names them and cannot be read may be held.
fn held_elsewhere(context: &Context, who: &Handle, task: &Task) -> Result<usize, Failure> {
    let today = context.today;
    let mine = context.store.scan_tasks_holding(who.as_str(), |_, other| {
        let holds = other.id != task.id && other.holders(today).any(|(holder, _)| holder == who);
        holds.then_some(())
    })?;
    Ok(mine.rows.len() + mine.unreadable.iter().filter(|file| file.id != task.id).count())
}

/// How to take back what was added: a file that others may know of does not simply disappear.
pub fn way_back_by(command: &str) -> Message {
    Message::new("hint-undo").with("command", command)
}

/// How to take back what one did last.
pub(super) const UNDO: &str = "mpa undo";

/// "Undo: mpa undo", in the way in which `context` writes. Whether it would work is [looked at](super::way_back) when it is told.
pub fn way_back(context: &Context) -> Message {
    way_back_by(&if context.writing.here { format!("{UNDO} --here") } else { UNDO.to_owned() })
}
