//! The opposite of an import that everybody has: what nobody has a part in is given up.

use crate::domain::message::Message;
use crate::domain::operation::Operation;
use crate::domain::task::Task;
use crate::rules::operation;
use crate::store::{TaskFile, edit_task};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::failure::Failure;
use crate::usecase::replay::foresee::happening;
use crate::usecase::request::facing::{Subject, facing};
use crate::usecase::write::receipt::{Effect, Receipt};
use crate::usecase::write::record::judge_task;
use crate::usecase::write::take::unsent;
use crate::usecase::write::writer::{FileEdit, Writer};

/// Cancels those of the tasks in `files` that are still as they were brought, which stands beside each, in one commit; `name` is
/// what their list was called.
///
/// # Errors
/// A file that cannot be read; a rule; git.
pub fn give_up(context: &Context, files: &[(TaskFile, Task)], name: &str, reason: &str) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Campaign(Operation::Import))?;
    let (actor, writer) = (context.actor()?, Writer::open(context)?);
    let (mut edits, mut trailers, mut waits) = (Vec::new(), Vec::new(), None);
    for (file, brought) in files {
        let loaded = context.store.read_task(file)?;
        let Some(before) = loaded.decoded.value.filter(|task| !is_begun(task, brought)) else { continue };
        let after = operation::cancel(&before, actor, context.today, reason.to_owned())
            .map_err(|objection| Failure::refused(&objection))?;
        let found = happening(context, (Some(&before.clone().into()), Some(&after.clone().into())))?;
        let project = context.project(&before.project)?;
        let waits_here = judge_task(context, actor, project.as_ref(), Some(&before), &after, &found)?;
        waits = waits.or(waits_here);
        let bytes = edit_task(&loaded.bytes, &before, &after)?;
        edits.push(FileEdit { path: loaded.path, before: Some(loaded.bytes), after: bytes });
        trailers.push(("Mpa-Task", after.id.to_string()));
    }
    let (count, left) = (edits.len(), files.len() - edits.len());
    let told = |key| Message::new(key).with("count", count).with("name", name);
    let mut notes: Vec<Message> = (left > 0).then(|| Message::new("note-import-left").with("count", left)).into_iter().collect();
    if edits.is_empty() {
        return Ok(Receipt::nothing(context, told("import-none-left"), notes));
    }
    let id = format!("×{count}");
    let headline = Headline { operation: Operation::Cancel, title: name, id: &id, trailers: &trailers };
    let (landing, changed) = writer.commit(&edits, headline)?;
    notes.extend(changed.into_iter().chain(waits).chain(unsent(context)));
    Ok(Receipt::new(context, landing, Effect::new(context, Operation::Cancel, name, told("import-given-up")), notes))
}

/// Whether somebody has a part in it already, which may be a better text.
fn is_begun(task: &Task, brought: &Task) -> bool {
    task.is_over() || !task.claims.is_empty() || task != brought
}
