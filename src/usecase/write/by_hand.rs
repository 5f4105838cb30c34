//! A task as somebody wrote its file in an editor: read, judged and committed like any other edit.

use crate::domain::message::Message;
use crate::domain::operation::Operation;
use crate::domain::task::Task;
use crate::store::TaskFile;
use crate::usecase::context::Context;
use crate::usecase::failure::{Failure, Kind};
use crate::usecase::request::facing::{Subject, facing};

use super::receipt::{Effect, Receipt};
use super::record::write_task;
use super::take::receipt;
use super::tasks::demand;

/// What the file of a task holds.
///
/// # Errors
/// A file that cannot be read, or is no text.
pub fn text(context: &Context, file: &TaskFile) -> Result<String, Failure> {
    let context = facing(context, Subject::Task(&file.id))?;
    let loaded = context.store.read_task(file)?;
    String::from_utf8(loaded.bytes).map_err(|_| Failure::unreadable(&loaded.decoded.problems))
}

/// Makes the file of a task that held `seen` hold `written`, to the letter.
///
/// # Errors
/// What is wrong in `written`; a file that somebody changed meanwhile; a rule, git.
pub fn edit(context: &Context, file: &TaskFile, (seen, written): (&str, &str)) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Task(&file.id))?;
    let wish = |before: &Task| {
        let read = context.store.task_from_bytes(file, written.as_bytes().to_vec()).decoded;
        let after = read.value.clone().filter(|_| !read.has_errors()).ok_or_else(|| Failure::unreadable(&read.problems))?;
        demand(context, Some(before), &after).map(|()| after)
    };
    let rewrite = |bytes: &[u8], _: &Task, _: &Task| match bytes == seen.as_bytes() {
        true => Ok(written.as_bytes().to_vec()),
        false => Err(Failure::new(Kind::Data, Message::new("by-hand-changed"))),
    };
    let write = write_task(context, file, Operation::Edit, wish, rewrite)?;
    let title = write.after.title.as_str();
    let effect = Effect::new(context, Operation::Edit, title, Message::new("edit-done").with("task", title));
    let effect = effect.or_nothing(Message::new("by-hand-nothing").with("task", title));
    Ok(receipt(context, write, effect, Vec::new()))
}
