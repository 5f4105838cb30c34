//! Projects: list them, look at one, add one, change one, deliver what it promised.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::domain::claim::Evidence;
use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug};
use crate::domain::operation::Operation;
use crate::domain::project::{Deliverable, Delivery, Project};
use crate::rules::change::redaction::masked_project;
use crate::rules::judge::State;
use crate::rules::lint::Everything;
use crate::rules::operation;
use crate::rules::personal::slug_of;
use crate::store::{decode_project, edit_project, new_project_file, project_path};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::{Failure, Kind, hint_command, missing};
use crate::usecase::read::list::{Listing, list};
use crate::usecase::read::progress::{Progress, no_such_deliverable, no_such_project, no_such_theme, progress, standing};
use crate::usecase::read::query::{Query, Sort};
use crate::usecase::replay::evidence::check_shown;
use crate::usecase::replay::foresee::{happening, mind_texts};
use crate::usecase::request::facing::{Subject, facing};

use super::project_fields::ProjectFields;
use super::receipt::{Effect, Receipt};
use super::record::{left_by_a_killed_run, pass, way_back, way_back_by};
use super::take::unsent;
use super::writer::{FileEdit, Writer};

/// A project, how far it has come, and its tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectView {
    /// The project.
    pub project: Project,
    /// How far it has come: exactly one project.
    pub progress: Progress,
    /// All its tasks.
    pub tasks: Listing,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Who joined it, by their own files.
    pub joined: Vec<Handle>,
}

/// Everything about one project.
///
/// # Errors
/// A project that does not exist.
pub fn show(context: &Context, slug: &Slug) -> Result<ProjectView, Failure> {
    let loaded = context.store.project(slug)?.ok_or_else(|| no_such_project(context, slug))?;
    let project = loaded.decoded.value.ok_or_else(|| Failure::unreadable(&loaded.decoded.problems))?;
    let (people, _) = context.store.people()?;
    let query = Query { all: true, project: Some(slug.clone()), sort: Sort::Due, ..Query::default() };
    Ok(ProjectView {
        progress: progress(context, Some(slug), None)?,
        tasks: list(context, &query)?,
        contact: context.contact(Some(&project)),
        joined: people.into_iter().filter(|it| it.joined.contains_key(slug)).map(|it| it.handle).collect(),
        project,
    })
}

/// Adds a project.
///
/// # Errors
/// A short name that is taken or cannot be made, a theme that does not exist, a rule, git.
pub fn add(context: &Context, slug: Option<Slug>, fields: &ProjectFields) -> Result<Receipt, Failure> {
    let title = fields.title.clone().ok_or_else(|| missing("--title"))?;
    let slug = slug.or_else(|| slug_of(&title)).ok_or_else(|| missing("--slug"))?;
    let context = &facing(context, Subject::Project(&slug))?;
    let writer = Writer::open(context)?;
    let project = fields.apply(&Project::new(slug.clone(), title))?;
    let new = new_project_file(&project).into_bytes();
    if let Some(there) = context.store.project(&slug)?
        && !writer.is_left_new(&there.path, &there.bytes, &new)?
    {
        let message = Message::new("project-exists").with("project", &slug);
        return Err(Failure::new(Kind::Usage, message).hint(hint_command(&format!("mpa projects show {slug}"))));
    }
    known_theme(context, &project)?;
    let document = project.clone().into();
    let versions = (None, Some(&document));
    check_days(context, None, &project)?;
    let found = happening(context, versions)?;
    let waits = pass(context, context.actor()?, None, &found, &State::of_campaign(&context.campaign, context.today))?;
    mind_texts(context, versions)?;
    let edit = FileEdit { path: project_path(&slug), before: None, after: new };
    let trailers = [("Mpa-Project", slug.to_string())];
    let headline = Headline { operation: Operation::AddProject, title: &project.title, id: slug.as_str(), trailers: &trailers };
    let (landing, mut notes) = writer.commit(&[edit], headline)?;
    notes.extend(waits);
    let done = Message::new("project-added").with("project", project.title.as_str()).with("slug", &slug);
    let effect = Effect::new(context, Operation::AddProject, &project.title, done);
    Ok(receipt_of_new(context, landing, effect, notes))
}

/// The days that are new in `after` are days that can be.
pub(super) fn check_days(context: &Context, before: Option<&Project>, after: &Project) -> Result<(), Failure> {
    let due = |it: &Deliverable| it.due.filter(|due| before.and_then(|old| old.deliverable(&it.slug)?.due) != Some(*due));
    for (deliverable, due) in after.deliverables.iter().filter_map(|it| Some((it, due(it)?))) {
        operation::becomes_due(&deliverable.title, due, context.today).map_err(|objection| Failure::refused(&objection))?;
    }
    match after.ended.filter(|day| before.and_then(|old| old.ended) != Some(*day)) {
        Some(day) => operation::ended(&after.title, day, context.today).map_err(|objection| Failure::refused(&objection)),
        None => Ok(()),
    }
}

pub(super) fn known_theme(context: &Context, project: &Project) -> Result<(), Failure> {
    match &project.theme {
        Some(theme) if context.store.theme(theme)?.is_none() => Err(no_such_theme(context, theme)),
        _ => Ok(()),
    }
}

/// Changes what a project says of itself.
///
/// # Errors
/// As [`add`].
pub fn edit(context: &Context, slug: &Slug, fields: &ProjectFields) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Project(slug))?;
    let projects = if fields.redact { context.projects()?.0 } else { BTreeMap::new() };
    let public = Everything::public_addresses(&context.campaign, projects.values());
    let (landing, mut notes, title) = change(context, slug, Operation::EditProject, |project| {
        let after = fields.apply(project)?;
        known_theme(context, &after)?;
        Ok(if fields.redact { masked_project(&after, &public) } else { after })
    })?;
    let is_kept_in_git = fields.redact && landing != Landing::Nothing;
    notes.extend(is_kept_in_git.then(|| Message::new("note-redacted")));
    let effect = Effect::new(context, Operation::EditProject, &title, Message::new("edit-done").with("task", title.as_str()));
    Ok(receipt(context, landing, effect, notes, None))
}

/// Delivers what a project promised: `deliverable`, or the only one left.
///
/// # Errors
/// A deliverable that does not exist or was delivered already, a rule, git.
pub fn deliver(context: &Context, slug: &Slug, deliverable: Option<&Slug>, evidence: &Evidence) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Project(slug))?;
    check_shown(context, evidence)?;
    let actor = context.actor()?;
    let delivered = RefCell::new(String::new());
    let project = context.project(slug)?.ok_or_else(|| no_such_project(context, slug))?;
    let which = which_deliverable(&project, deliverable)?;
    let (landing, notes, _) = change(context, slug, Operation::Deliver, |project| {
        let mut after = project.clone();
        let missing = no_such_deliverable(&which, &after);
        let found = after.deliverables.iter_mut().find(|it| it.slug == which).ok_or(missing)?;
        if let Some(delivery) = &found.delivered {
            let message = Message::new("already-delivered")
                .with("deliverable", found.title.as_str())
                .with("person", &delivery.by)
                .with("day", delivery.at);
            return Err(Failure::new(Kind::Refused, message));
        }
        delivered.replace(found.title.clone());
        found.delivered = Some(Delivery { by: actor.clone(), at: context.today, evidence: evidence.clone() });
        Ok(after)
    })?;
    let title = delivered.into_inner();
    let effect =
        Effect::new(context, Operation::Deliver, &title, Message::new("deliver-done").with("deliverable", title.as_str()));
    let mut notes = notes;
    notes.extend(tasks_left(context, slug, &which));
    Ok(receipt(context, landing, effect, notes, Some(slug)))
}

/// How many tasks of the deliverable are not done, when any are.
fn tasks_left(context: &Context, project: &Slug, which: &Slug) -> Option<Message> {
    let progress = progress(context, Some(project), None).ok()?;
    let tally = progress.projects.first()?.deliverables.iter().find(|it| it.slug == *which)?.tally;
    (tally.done < tally.tasks).then(|| Message::new("note-tasks-left").with("count", tally.tasks - tally.done))
}

fn which_deliverable(project: &Project, named: Option<&Slug>) -> Result<Slug, Failure> {
    if let Some(slug) = named {
        return Ok(slug.clone());
    }
    let left: Vec<&Deliverable> = project.deliverables.iter().filter(|it| it.delivered.is_none()).collect();
    match left[..] {
        [] => {
            let message = Message::new("nothing-left-to-deliver").with("project", project.title.as_str());
            Err(Failure::new(Kind::Refused, message).hint(hint_command(&format!("mpa projects show {}", project.slug))))
        }
        [only] => Ok(only.slug.clone()),
        _ => Err(which_of(project, left.iter().map(|it| it.slug.to_string()).collect())),
    }
}

fn which_of(project: &Project, left: Vec<String>) -> Failure {
    Failure::new(Kind::Usage, Message::new("which-deliverable").with("project", project.title.as_str()).with("known", left))
}

pub(super) fn change(
    context: &Context,
    slug: &Slug,
    operation: Operation,
    wish: impl Fn(&Project) -> Result<Project, Failure>,
) -> Result<(Landing, Vec<Message>, String), Failure> {
    write_project(context, slug, operation, wish, |bytes, before, after| Ok(edit_project(bytes, before, after)?))
}

/// Changes the project `slug` as `wish` says, with the bytes that `rewrite` makes of those that are there.
///
/// # Errors
/// As [`edit`]; as `wish` and `rewrite`.
pub(super) fn write_project(
    context: &Context,
    slug: &Slug,
    operation: Operation,
    wish: impl Fn(&Project) -> Result<Project, Failure>,
    rewrite: impl Fn(&[u8], &Project, &Project) -> Result<Vec<u8>, Failure>,
) -> Result<(Landing, Vec<Message>, String), Failure> {
    let writer = Writer::open(context)?;
    let loaded = context.store.project(slug)?.ok_or_else(|| no_such_project(context, slug))?;
    let decode = |bytes: &[u8]| decode_project(slug, &project_path(slug), bytes);
    let redo = |bytes: &[u8], before: &Project| rewrite(bytes, before, &wish(before).ok()?).ok();
    let loaded = left_by_a_killed_run(&writer, &loaded, decode, redo)?.unwrap_or(loaded);
    if loaded.decoded.has_errors() {
        return Err(Failure::unreadable(&loaded.decoded.problems));
    }
    let before = loaded.decoded.value.ok_or_else(|| Failure::unreadable(&loaded.decoded.problems))?;
    let after = wish(&before)?;
    let (old, new) = (before.clone().into(), after.clone().into());
    let versions = (Some(&old), Some(&new));
    check_days(context, Some(&before), &after)?;
    let found = happening(context, versions)?;
    let bytes = rewrite(&loaded.bytes, &before, &after);
    if found.is_empty() && bytes.as_ref().is_ok_and(|bytes| *bytes == loaded.bytes) {
        return Ok((Landing::Nothing, Vec::new(), after.title));
    }
    let state = State { project: Some(&before), ..State::of_campaign(&context.campaign, context.today) };
    let waits = pass(context, context.actor()?, Some(&before), &found, &state)?;
    mind_texts(context, versions)?;
    let edit = FileEdit { path: loaded.path, before: Some(loaded.bytes), after: bytes? };
    let trailers = [("Mpa-Project", slug.to_string())];
    let headline = Headline { operation, title: &after.title, id: slug.as_str(), trailers: &trailers };
    let (landing, mut notes) = writer.commit(&[edit], headline)?;
    notes.extend(waits);
    Ok((landing, notes, after.title))
}

/// What a write that is not about one task has to say.
pub(super) fn receipt(
    context: &Context,
    landing: Landing,
    effect: Effect,
    mut notes: Vec<Message>,
    project: Option<&Slug>,
) -> Receipt {
    if let Landing::Committed(_) = landing {
        notes.extend(project.and_then(|slug| standing(context, slug)));
        notes.extend(unsent(context));
        notes.push(way_back(context));
    }
    Receipt::new(context, landing, effect, notes)
}

/// What adding a file that is not a task has to say.
pub(super) fn receipt_of_new(context: &Context, landing: Landing, effect: Effect, mut notes: Vec<Message>) -> Receipt {
    if let Landing::Committed(_) = landing {
        notes.extend(unsent(context));
        let direct = || way_back_by("git revert --no-edit HEAD");
        notes.push(context.proposal.as_ref().map_or_else(direct, |_| way_back(context)));
    }
    Receipt::new(context, landing, effect, notes)
}
