//! Joining a project and leaving it: the people files, each written by its owner.

use crate::domain::document::Document;
use crate::domain::login::Login;
use crate::domain::message::Message;
use crate::domain::name::Slug;
use crate::domain::operation::Operation;
use crate::domain::person::Person;
use crate::domain::promotion::Promotion;
use crate::rules::judge::State;
use crate::store::{decode_person, edit_person, new_person_file, person_path};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::Failure;
use crate::usecase::people::account::own_login;
use crate::usecase::read::progress::no_such_project;
use crate::usecase::replay::foresee::{happening, mind_texts};
use crate::usecase::request::facing::{Subject, facing};

use super::projects::receipt;
use super::receipt::{Effect, Receipt};
use super::record::{left_by_a_killed_run, pass};
use super::writer::{FileEdit, Writer};

/// Joins a project, and says what one knows if one likes.
///
/// # Errors
/// A project that does not exist, a rule, git.
pub fn join(context: &Context, slug: &Slug, skills: &[String], promotion: Option<Promotion>) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Joining(slug))?;
    let project = context.project(slug)?.ok_or_else(|| no_such_project(context, slug))?;
    let login = login_to_note(context, slug)?;
    let (landing, mut notes) = change(context, Operation::Join, (slug, &project.title), |person| {
        if person.forge.is_none() {
            person.forge.clone_from(&login);
        }
        person.joined.entry(slug.clone()).or_insert(context.today);
        for skill in skills {
            if !person.skills.contains(skill) {
                person.skills.push(skill.clone());
            }
        }
        if promotion.is_some() {
            person.promotion.clone_from(&promotion);
        }
    })?;
    let effect = said(context, &project.title, (Operation::Join, "join-done", "join-already"));
    if landing != Landing::Nothing {
        notes.extend(login.map(|login| Message::new("join-login").with("login", login.as_str())));
    }
    Ok(receipt(context, landing, effect, notes, Some(slug)))
}

/// The account of whoever joins, when their file names none yet: by it the forge knows what they send.
fn login_to_note(context: &Context, slug: &Slug) -> Result<Option<Login>, Failure> {
    let known = context.store.person(context.person()?)?.and_then(|loaded| loaded.decoded.value);
    let is_noted = known.is_some_and(|person| person.forge.is_some() || person.joined.contains_key(slug));
    if is_noted { Ok(None) } else { own_login(context) }
}

/// Leaves a project.
///
/// # Errors
/// A project that does not exist, a rule, git.
pub fn leave(context: &Context, slug: &Slug) -> Result<Receipt, Failure> {
    let context = &facing(context, Subject::Joining(slug))?;
    let project = context.project(slug)?;
    let is_known = project.is_some();
    let title = project.map_or_else(|| slug.to_string(), |project| project.title);
    let landing = change(context, Operation::Leave, (slug, &title), |person| {
        person.joined.remove(slug);
    })?;
    if landing.0 == Landing::Nothing && !is_known {
        return Err(no_such_project(context, slug));
    }
    let effect = said(context, &title, (Operation::Leave, "leave-done", "leave-not-joined"));
    Ok(receipt(context, landing.0, effect, landing.1, None))
}

/// What is answered: that it is done or asked for, or that there was nothing to do.
fn said(context: &Context, title: &str, (operation, done, nothing): (Operation, &'static str, &'static str)) -> Effect {
    let told = |key| Message::new(key).with("project", title);
    Effect::new(context, operation, title, told(done)).or_nothing(told(nothing))
}

fn change(
    context: &Context,
    operation: Operation,
    (project, title): (&Slug, &str),
    wish: impl Fn(&mut Person),
) -> Result<(Landing, Vec<Message>), Failure> {
    let who = context.person()?;
    let writer = Writer::open(context)?;
    let changed = |before: &Person| {
        let mut after = before.clone();
        wish(&mut after);
        after
    };
    let loaded = match context.store.person(who)? {
        Some(loaded)
            if writer.is_left_new(
                &loaded.path,
                &loaded.bytes,
                new_person_file(&changed(&Person::new(who.clone()))).as_bytes(),
            )? =>
        {
            None
        }
        Some(loaded) => {
            let decode = |bytes: &[u8]| decode_person(who, &person_path(who), bytes);
            let redo = |bytes: &[u8], before: &Person| edit_person(bytes, before, &changed(before)).ok();
            Some(left_by_a_killed_run(&writer, &loaded, decode, redo)?.unwrap_or(loaded))
        }
        None => None,
    };
    if let Some(loaded) = loaded.as_ref().filter(|loaded| loaded.decoded.has_errors()) {
        return Err(Failure::unreadable(&loaded.decoded.problems));
    }
    let before = loaded.as_ref().and_then(|loaded| loaded.decoded.value.clone());
    let after = changed(&before.clone().unwrap_or_else(|| Person::new(who.clone())));
    let (old, new) = (before.clone().map(Document::from), after.clone().into());
    let versions = (old.as_ref(), Some(&new));
    let found = happening(context, versions)?;
    let is_empty_newcomer = before.is_none() && after == Person::new(who.clone());
    if found.is_empty() || is_empty_newcomer {
        return Ok((Landing::Nothing, Vec::new()));
    }
    let state = State { person: Some(who), ..State::of_campaign(&context.campaign, context.today) };
    let waits = pass(context, context.actor()?, None, &found, &state)?;
    mind_texts(context, versions)?;
    let edit = match (loaded, before) {
        (Some(loaded), Some(before)) => {
            let bytes = edit_person(&loaded.bytes, &before, &after)?;
            FileEdit { path: loaded.path, before: Some(loaded.bytes), after: bytes }
        }
        _ => FileEdit { path: person_path(who), before: None, after: new_person_file(&after).into_bytes() },
    };
    let trailers = [("Mpa-Person", who.to_string()), ("Mpa-Project", project.to_string())];
    let headline = Headline { operation, title, id: who.as_str(), trailers: &trailers };
    let (landing, mut notes) = writer.commit(&[edit], headline)?;
    notes.extend(waits);
    Ok((landing, notes))
}
