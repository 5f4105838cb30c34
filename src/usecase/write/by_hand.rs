//! A task or a project as somebody wrote its file in an editor: read, judged and committed like any other edit. One that could
//! not be read before is mended this way.

use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::operation::Operation;
use crate::domain::project::Project;
use crate::domain::task::Task;
use crate::rules::judge::State;
use crate::store::{Problem, TaskFile, decode, project_path};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::{Failure, Kind};
use crate::usecase::read::progress::no_such_project;
use crate::usecase::replay::foresee::{happening, mind_texts};
use crate::usecase::request::facing::{Subject, facing};
use crate::vcs::Draft;

use super::projects::{self, check_days, known_theme, write_project};
use super::receipt::{Effect, Receipt};
use super::record::{judge_task, pass, write_task};
use super::take::receipt;
use super::tasks::demand;
use super::writer::{FileEdit, Writer};

/// The file that is edited.
#[derive(Debug, Clone, Copy)]
pub enum Edited<'a> {
    /// That of a task.
    Task(&'a TaskFile),
    /// That of a project.
    Project(&'a Slug),
}

impl Edited<'_> {
    fn subject(&self) -> Subject<'_> {
        match self {
            Self::Task(file) => Subject::Task(&file.id),
            Self::Project(slug) => Subject::Project(slug),
        }
    }

    fn path(self) -> String {
        match self {
            Self::Task(file) => file.path.clone(),
            Self::Project(slug) => project_path(slug),
        }
    }

    fn key(self) -> FileKey {
        match self {
            Self::Task(file) => FileKey::Task { id: file.id.clone(), project: file.project.clone() },
            Self::Project(slug) => FileKey::Project(slug.clone()),
        }
    }

    /// What the file says when it holds `bytes`, if nothing is wrong with it; else what is.
    fn read(self, bytes: &[u8]) -> Result<Document, Vec<Problem>> {
        let decoded = decode(&self.key(), &self.path(), bytes);
        if decoded.has_errors() { Err(decoded.problems) } else { decoded.value.ok_or(decoded.problems) }
    }
}

/// What the file holds, and what is wrong with it where it cannot be read.
///
/// # Errors
/// A file that there is not, or that is no text.
pub fn text(context: &Context, edited: Edited<'_>) -> Result<(String, Vec<Problem>), Failure> {
    let context = facing(context, edited.subject())?;
    if let Edited::Project(slug) = edited
        && context.store.project(slug)?.is_none()
    {
        return Err(no_such_project(&context, slug));
    }
    let bytes = context.store.bytes(&edited.path())?;
    let problems = edited.read(&bytes).err().unwrap_or_default();
    let text = String::from_utf8(bytes).map_err(|_| Failure::unreadable(&problems))?;
    Ok((text, problems))
}

/// Makes the file that held `seen` hold `written`, to the letter.
///
/// # Errors
/// What is wrong in `written`; a file that somebody changed meanwhile; a rule, git.
pub fn edit(context: &Context, edited: Edited<'_>, (seen, written): (&str, &str)) -> Result<Receipt, Failure> {
    let context = &facing(context, edited.subject())?;
    let after = edited.read(written.as_bytes()).map_err(|problems| Failure::unreadable(&problems))?;
    let rewritten = |bytes: &[u8]| match bytes == seen.as_bytes() {
        true => Ok(written.as_bytes().to_vec()),
        false => Err(Failure::new(Kind::Data, Message::new("by-hand-changed"))),
    };
    let is_mended = edited.read(seen.as_bytes()).is_err();
    match (edited, after) {
        (Edited::Task(_), Document::Task(after)) if is_mended => mend_task(context, edited, *after, (seen, written)),
        (Edited::Project(_), Document::Project(after)) if is_mended => mend_project(context, edited, *after, (seen, written)),
        (Edited::Task(file), Document::Task(after)) => {
            let home = context.project(&after.project)?;
            let wish = |before: &Task| demand(context, home.as_ref(), Some(before), &after).map(|()| (*after).clone());
            let write = write_task(context, file, Operation::Edit, wish, |bytes, _, _| rewritten(bytes))?;
            Ok(receipt(context, write, effect(context, Operation::Edit, &after.title), Vec::new()))
        }
        (Edited::Project(slug), Document::Project(after)) => {
            let wish = |_: &Project| known_theme(context, &after).map(|()| (*after).clone());
            let written = write_project(context, slug, Operation::EditProject, wish, |bytes, _, _| rewritten(bytes))?;
            let effect = effect(context, Operation::EditProject, &after.title);
            Ok(projects::receipt(context, written.0, effect, written.1, None))
        }
        _ => Err(Failure::new(Kind::Data, Message::new("by-hand-changed"))),
    }
}

/// Nobody knows what a file said that could not be read: what it says now is judged as if it were new.
fn mend_task(context: &Context, edited: Edited<'_>, after: Task, texts: (&str, &str)) -> Result<Receipt, Failure> {
    let writer = Writer::open(context)?;
    let project = context.project(&after.project)?;
    demand(context, project.as_ref(), None, &after)?;
    let (title, id) = (after.title.clone(), after.id.to_string());
    let document = after.clone().into();
    let found = happening(context, (None, Some(&document)))?;
    let waits = judge_task(context, context.actor()?, project.as_ref(), None, &after, &found)?;
    let headline = Headline { operation: Operation::Edit, title: &title, id: &id, trailers: &[("Mpa-Task", id.clone())] };
    let (landing, mut notes) = mended(context, &writer, edited, &document, texts, headline)?;
    notes.extend(waits);
    Ok(projects::receipt(context, landing, effect(context, Operation::Edit, &title), notes, Some(&after.project)))
}

fn mend_project(context: &Context, edited: Edited<'_>, after: Project, texts: (&str, &str)) -> Result<Receipt, Failure> {
    let writer = Writer::open(context)?;
    known_theme(context, &after)?;
    check_days(context, None, &after)?;
    let (title, slug) = (after.title.clone(), after.slug.to_string());
    let document = after.into();
    let found = happening(context, (None, Some(&document)))?;
    let waits = pass(context, context.actor()?, None, &found, &State::of_campaign(&context.campaign, context.today))?;
    let trailers = [("Mpa-Project", slug.clone())];
    let headline = Headline { operation: Operation::EditProject, title: &title, id: &slug, trailers: &trailers };
    let (landing, mut notes) = mended(context, &writer, edited, &document, texts, headline)?;
    notes.extend(waits);
    Ok(projects::receipt(context, landing, effect(context, Operation::EditProject, &title), notes, None))
}

fn mended(
    context: &Context,
    writer: &Writer<'_>,
    edited: Edited<'_>,
    document: &Document,
    (seen, written): (&str, &str),
    headline: Headline<'_>,
) -> Result<(Landing, Vec<Message>), Failure> {
    let path = edited.path();
    let before = context.store.bytes(&path)?;
    if before != seen.as_bytes() {
        return Err(Failure::new(Kind::Data, Message::new("by-hand-changed")));
    }
    mind_texts(context, (None, Some(document)))?;
    writer.commit(&[FileEdit { path, before: Some(before), after: written.as_bytes().to_vec() }], headline)
}

fn effect(context: &Context, operation: Operation, title: &str) -> Effect {
    let effect = Effect::new(context, operation, title, Message::new("edit-done").with("task", title));
    effect.or_nothing(Message::new("by-hand-nothing").with("task", title))
}

/// Begins the text that is to be edited: it is kept, unless it is thrown away.
///
/// # Errors
/// No repository; a file that cannot be written.
pub fn draft(context: &Context, edited: Edited<'_>, text: &str) -> Result<Draft, Failure> {
    let name = match edited {
        Edited::Task(file) => file.id.to_string(),
        Edited::Project(slug) => slug.to_string(),
    };
    Ok(context.repository()?.draft(&format!("mpa-edit-{name}"), text.as_bytes())?)
}
