//! Brings the tasks of a list kept elsewhere, all in one commit: planned first, so that everything wrong is seen before anything
//! is written.

mod give_up;
mod known;
mod link;
mod plan;

use std::collections::BTreeSet;

use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::operation::Operation;
use crate::domain::sheet::{ADDED, Sheet};
use crate::domain::task::Task;
use crate::rules::change::changes;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::{Failure, Kind};
use crate::usecase::read::progress::standing;
use crate::usecase::replay::foresee::mind_texts;
use crate::usecase::request::facing::{Subject, facing};

use super::receipt::{Effect, Receipt};
use super::record::{judge_task, way_back};
use super::take::unsent;
use super::tasks::new_file;
use super::writer::{FileEdit, Writer};

pub use give_up::give_up;
pub use plan::{Fate, Missing, Plan, Planned};

/// What is to be brought.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// The list.
    pub sheet: &'a Sheet,
    /// What the list is called: the name of its file.
    pub name: &'a str,
    /// The project of every row, whatever the rows say.
    pub project: Option<&'a Slug>,
    /// What stands for a result that the row does not name, until somebody does.
    pub unsaid: &'a str,
    /// Whether what is right is brought when something is wrong.
    pub partial: bool,
}

/// What would become of each row; nothing is written.
///
/// # Errors
/// Data that cannot be read; a repository that takes no commit now; a rule that no row meets.
pub fn preview(context: &Context, order: Order<'_>) -> Result<Plan, Failure> {
    let context = &facing(context, Subject::Campaign(Operation::Import))?;
    let _writer = Writer::open(context)?;
    let plan = plan::plan(context, order)?;
    match judge(context, &plan) {
        // It is asked about when it is about to be written.
        Err(failure) if failure.kind == Kind::Unagreed => Ok(plan),
        judged => judged.map(|_| plan),
    }
}

/// Adds what `order` asks for, in one commit.
///
/// # Errors
/// As [`preview`]; a row that is wrong, unless the rest is wanted alone; git.
pub fn import(context: &Context, order: Order<'_>) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Campaign(Operation::Import))?;
    let writer = Writer::open(context)?;
    let plan = plan::plan(context, order)?;
    refuse(&plan, order.partial)?;
    let made: Vec<&Task> = plan.made().collect();
    let drafts = made.iter().filter(|task| task.draft).count();
    let told = |key| Message::new(key).with("count", made.len()).with("drafts", drafts).with("name", order.name);
    let effect = Effect::new(context, Operation::Import, order.name, told("import-done")).asked(told("import-proposed"));
    if made.is_empty() {
        return Ok(Receipt::nothing(context, told("import-nothing"), Vec::new()));
    }
    let waits = judge(context, &plan)?;
    let edits: Vec<FileEdit> = made.iter().map(|task| new_file(task)).collect();
    let trailers: Vec<(&str, String)> = made.iter().map(|task| ("Mpa-Task", task.id.to_string())).collect();
    let projects: BTreeSet<&Slug> = made.iter().map(|task| &task.project).collect();
    let id = format!("×{}", made.len());
    let headline = Headline { operation: Operation::Import, title: order.name, id: &id, trailers: &trailers };
    let (landing, mut notes) = writer.commit(&edits, headline)?;
    notes.extend(waits);
    if let Landing::Committed(_) = landing {
        notes.extend((drafts > 0).then(|| Message::new("note-import-drafts").with("count", drafts)));
        notes.extend(projects.first().filter(|_| projects.len() == 1).and_then(|only| standing(context, only)));
        notes.extend(unsent(context));
        notes.push(way_back(context));
    }
    Ok(Receipt::new(context, landing, effect, notes))
}

/// Stops before a list of which something is wrong, and before one that nobody could look through.
///
/// # Errors
/// That, with the next thing to do.
pub fn refuse(plan: &Plan, partial: bool) -> Result<(), Failure> {
    let wrong = plan.wrong();
    if wrong > 0 && (!partial || plan.made().next().is_none()) {
        return Err(Failure::new(Kind::Refused, Message::new("import-wrong-rows").with("count", wrong))
            .hint(Message::new("hint-import-partial").with("count", plan.made().count())));
    }
    if plan.made().count() > ADDED {
        return Err(Failure::new(Kind::Refused, Message::new("import-too-many-tasks").with("most", ADDED)));
    }
    Ok(())
}

/// Judges every new task as `tasks add` does; what is remarkable in their texts is told at once.
fn judge(context: &Context, plan: &Plan) -> Result<Option<Message>, Failure> {
    let actor = context.actor()?;
    let (mut waits, mut remarks): (_, Vec<Message>) = (None, Vec::new());
    for task in plan.made() {
        let new = task.clone().into();
        let found = changes(None, Some(&new));
        let waits_here = judge_task(context, actor, plan.projects.get(&task.project), None, task, &found)?;
        waits = waits.or(waits_here);
        match mind_texts(context, (None, Some(&new))) {
            Err(failure) if failure.kind == Kind::Unagreed => {
                let all = std::iter::once(failure.message).chain(failure.details);
                remarks
                    .extend(all.map(|what| Message::new("import-remark").with("task", task.title.as_str()).with("what", what)));
            }
            done => done?,
        }
    }
    let mut remarks = remarks.into_iter();
    match remarks.next() {
        Some(first) => Err(Failure { details: remarks.collect(), ..Failure::new(Kind::Unagreed, first) }),
        None => Ok(waits),
    }
}
