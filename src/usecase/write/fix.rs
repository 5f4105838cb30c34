//! Bringing files into canonical form: what can be set right in one way only, in one commit.
//!
//! A file that holds something else that is in no commit is left alone and named: its author finishes first.

use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::operation::Operation;
use crate::domain::project::Project;
use crate::rules::change::Change;
use crate::rules::judge::State;
use crate::store::{DATA_FOLDER, Repair, Severity, decode, key_of, tidied};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::read::check::check;
use crate::usecase::request::facing::{Subject, facing};
use crate::vcs::{Edit, VcsError};

use super::receipt::{Effect, Receipt};
use super::record::{pass, way_back};
use super::take::unsent;
use super::writer::Writer;

/// What was repaired, and how much is left for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// What was done.
    pub receipt: Receipt,
    /// How many errors are left.
    pub errors: usize,
}

/// Brings every file into canonical form that the person who types may touch.
///
/// # Errors
/// Data that cannot be listed; when there is nothing else to repair, the rule that stands against it; git.
pub fn fix(context: &Context) -> Result<Mended, Failure> {
    let context = &facing(context, Subject::Campaign(Operation::Fix))?;
    let writer = Writer::open(context)?;
    let (mut edits, mut notes, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let mut waits_for = None;
    for repair in repairs(context, &writer)? {
        let path = repair.path.clone();
        if writer.committed_bytes(&path)?.as_ref() == Some(&repair.after) {
            // Git's own checkout may write it otherwise; else it is somebody's work, and not committed.
            let place = writer.repository().relative(&context.store.root().join(&path))?;
            if writer.repository().edited_paths(&place)?.contains(&place) {
                notes.push(Message::new("fix-dirty").with("path", path));
            }
            continue;
        }
        let edit = Edit {
            path: writer.repository().relative(&context.store.root().join(&path))?,
            before: Some(repair.before.clone()),
            after: Some(repair.after.clone()),
        };
        if let Some(why) = writer.refusal(&edit) {
            notes.push(left_alone(&path, &why)?);
        } else {
            match judged(context, &repair) {
                Err(failure) => refused.push((path, failure)),
                Ok(waits) => {
                    waits_for = waits_for.or(waits);
                    edits.push(edit);
                }
            }
        }
    }
    if let ([], Some((_, failure))) = (&edits[..], refused.first()) {
        return Err(failure.clone());
    }
    notes.extend(refused.into_iter().map(|(path, _)| Message::new("fix-not-yours").with("path", path)));
    let count = edits.len();
    let landing = if edits.is_empty() {
        Landing::Nothing
    } else {
        let trailers = [("Mpa-Files", count.to_string())];
        let headline = Headline { operation: Operation::Fix, title: &context.campaign.name, id: "", trailers: &trailers };
        let (landing, more) = writer.commit_placed(&edits, headline)?;
        notes.extend(more);
        notes.extend(waits_for);
        landing
    };
    let left = check(context, None)?;
    let (errors, warnings) = (left.count(Severity::Error), left.count(Severity::Warning));
    if errors + warnings > 0 && !context.writing.dry_run {
        notes.push(Message::new("fix-left").with("count", errors + warnings));
        notes.push(hint_command("mpa check"));
    }
    if let Landing::Committed(_) = landing {
        notes.extend(unsent(context));
        notes.push(way_back(context));
    }
    let told = |key| Message::new(key).with("count", count);
    let (done, asked) = if context.writing.dry_run { ("fix-planned", "fix-planned") } else { ("fix-done", "fix-asked") };
    let effect = Effect::new(context, Operation::Fix, &context.campaign.name, told(done)).asked(told(asked));
    let receipt = Receipt::new(context, landing, effect.or_nothing(Message::new("fix-nothing")), notes);
    Ok(Mended { receipt, errors })
}

/// What is to be repaired, and what a killed run has repaired on disk already but not committed.
fn repairs(context: &Context, writer: &Writer<'_>) -> Result<Vec<Repair>, Failure> {
    let mut repairs = context.store.untidy()?;
    let folder = writer.repository().relative(&context.store.root().join(DATA_FOLDER))?;
    let edited = writer.edited_paths(&folder)?;
    let top = folder.as_str().strip_suffix(DATA_FOLDER).unwrap_or_default();
    for path in edited.iter().filter_map(|path| path.as_str().strip_prefix(top)) {
        let (Some(before), Ok(after)) = (writer.committed_bytes(path)?, context.store.bytes(path)) else { continue };
        let Ok(key) = key_of(path) else { continue };
        if tidied(&key, &before).as_ref() == Some(&after) {
            repairs.push(Repair { path: path.to_owned(), key, before, after });
        }
    }
    Ok(repairs)
}

/// The sentence about a file that cannot be committed now.
///
/// # Errors
/// What stands against every file alike.
fn left_alone(path: &str, why: &VcsError) -> Result<Message, Failure> {
    match why {
        VcsError::Dirty { .. } | VcsError::Stale { .. } => Ok(Message::new("fix-dirty").with("path", path)),
        VcsError::Link { .. } | VcsError::Submodule { .. } | VcsError::SkipWorktree { .. } | VcsError::NotAFile { .. } => {
            Ok(why.message())
        }
        _ => Err(Failure::new(Kind::Git, why.message())),
    }
}

/// Whether the person who types may change the form of that file.
fn judged(context: &Context, repair: &Repair) -> Result<Option<Message>, Failure> {
    let state = State::of_campaign(&context.campaign, context.today);
    let judged =
        |project: Option<&Project>, state: &State<'_>| pass(context, context.actor()?, project, &[Change::Reformatted], state);
    match &repair.key {
        // The form of one's own file is one's own affair; what `review` sees is the form, not who gave it.
        FileKey::Person(person) if context.actor.as_ref() == Some(person) => Ok(None),
        FileKey::Person(person) => judged(None, &State { person: Some(person), ..state }),
        FileKey::Project(slug) => {
            let project = context.project(slug).ok().flatten();
            judged(project.as_ref(), &State { project: project.as_ref(), ..state })
        }
        FileKey::Task { project, .. } => {
            let project = context.project(project).ok().flatten();
            let decoded = decode(&repair.key, &repair.path, &repair.after).value;
            let task = decoded.as_ref().and_then(Document::task);
            let state = State { project: project.as_ref(), before: task, after: task, ..state };
            judged(project.as_ref(), &state)
        }
        FileKey::Campaign | FileKey::Theme(_) => judged(None, &state),
    }
}
