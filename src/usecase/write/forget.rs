//! Forgetting somebody: one handle replaced by the same anonymous name in every present file, in one commit.
//!
//! The records stay, because the time spent and the work done are the project's; only whose they were is gone. What
//! others wrote about the person in free texts is named, never rewritten. A claim that still runs is given back first:
//! otherwise nobody would hold the task, and it would not be free either.

use crate::domain::document::Document;
use crate::domain::file_key::FileKey;
use crate::domain::message::Message;
use crate::domain::name::{ANONYMOUS, Handle};
use crate::domain::operation::Operation;
use crate::domain::shell::command;
use crate::domain::task::Task;
use crate::rules::change::Change;
use crate::rules::judge::State;
use crate::rules::replaced::replaced;
use crate::store::{CAMPAIGN_FILE, DATA_FOLDER, decode, key_of, lines_with, person_path, replace_in_file};
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::Headline;
use crate::usecase::context::landing::Landing;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::request::facing::{Subject, by_request, facing, facing_branch};
use crate::usecase::review::queue::{Waiting, queue};
use crate::vcs::{Dirtiness, Edit, VcsError};

use super::receipt::{Effect, Receipt};
use super::record::{pass, way_back, way_back_by};
use super::take::unsent;
use super::writer::Writer;

/// Replaces `who` by a name that nobody bears, and withdraws their own file.
///
/// # Errors
/// A claim that still runs, the only organiser, a file that names the person and cannot be read, a rule, git.
pub fn forget(context: &Context, who: &Handle) -> Result<Receipt, Failure> {
    let actor = context.actor()?;
    if who.is_anonymous() {
        return Ok(Receipt::nothing(context, Message::new("forget-already").with("person", who), Vec::new()));
    }
    // The name of a branch is seen by everybody: that of whoever is forgotten has no place in it.
    let context = &match actor == who && by_request(context) {
        true => facing_branch(context, format!("mpa/forget-{:08x}", fastrand::u32(..)))?,
        false => facing(context, Subject::Campaign(Operation::Forget))?,
    };
    let writer = Writer::open(context)?;
    let left = left_name(context, &writer, who)?;
    let names = Names { from: who, to: &left.clone().map_or_else(|| drawn(context), Ok)? };
    let change = Change::PersonReplaced { from: who.clone(), to: names.to.clone(), is_holder: false };
    let waits = pass(context, actor, None, &[change], &State::of_campaign(&context.campaign, context.today))?;
    let mut found = Found::default();
    for (path, disk) in context.store.files_holding(who.as_str())? {
        found.look(context, names, path, disk)?;
    }
    if left.is_some() {
        found.complete(context, &writer, names)?;
    }
    found.refuse(context, who)?;
    found.check_committed(context, &writer, names)?;
    let mut edits = found
        .edits
        .iter()
        .map(|(path, before, after)| edit(&writer, path, before, Some(after)))
        .collect::<Result<Vec<_>, _>>()?;
    let own = person_path(who);
    let of_own = if context.store.has_file(&own) { Some(context.store.bytes(&own)?) } else { writer.committed_bytes(&own)? };
    if let Some(before) = of_own {
        edits.push(edit(&writer, &own, &before, None)?);
    }
    let mentions = found.mentions();
    if edits.is_empty() {
        return Ok(Receipt::nothing(context, Message::new("forget-nothing").with("person", who), mentions));
    }
    let by = if actor == who { names.to } else { actor };
    let headline = Headline { operation: Operation::Forget, title: names.to.as_str(), id: "", trailers: &[] };
    let (landing, mut notes) = writer.commit_by(by, &edits, headline)?;
    notes.extend(waits);
    notes.extend(found.still_named(context, names.to));
    notes.extend(mentions);
    notes.extend(requests_of(context, who));
    notes.push(Message::new("forget-reach").with("person", who));
    if let (Landing::Planned(..), None) = (&landing, &left) {
        notes.push(Message::new("forget-drawn"));
    }
    if let Landing::Committed(_) = landing {
        context.store.keep_nothing();
        notes.extend(unsent(context));
        notes.push(match &context.proposal {
            _ if actor != who => way_back(context),
            Some(proposal) => way_back_by(&command("git branch -D {}", &[&proposal.branch])),
            None => way_back_by("git revert --no-edit HEAD"),
        });
    }
    let told = |key| Message::new(key).with("person", who).with("name", names.to).with("count", edits.len());
    let effect = Effect::new(context, Operation::Forget, who.as_str(), told("forget-done")).asked(told("forget-asked"));
    Ok(Receipt::new(context, landing, effect, notes))
}

/// The requests that would bring the name back.
fn requests_of(context: &Context, who: &Handle) -> Option<Message> {
    let waiting = queue(context).ok()?.requests;
    let names_them = |request: &&Waiting| request.review.items.iter().any(|item| item.person.as_ref() == Some(who));
    let names: Vec<String> = waiting.iter().filter(names_them).map(|request| request.review.target.name()).collect();
    (!names.is_empty()).then(|| Message::new("forget-requests").with("person", who).with("requests", names))
}

/// A name that stands nowhere yet.
fn drawn(context: &Context) -> Result<Handle, Failure> {
    loop {
        let name = Handle::anonymous(|| fastrand::u8(..));
        if context.store.files_holding(name.as_str())?.is_empty() {
            return Ok(name);
        }
    }
}

fn edit(writer: &Writer<'_>, path: &str, before: &[u8], after: Option<&Vec<u8>>) -> Result<Edit, Failure> {
    Ok(Edit { path: writer.place(path)?, before: Some(before.to_vec()), after: after.cloned() })
}

/// The name that a killed run had begun to write: the same command goes on with it.
fn left_name(context: &Context, writer: &Writer<'_>, from: &Handle) -> Result<Option<Handle>, Failure> {
    for (path, disk) in context.store.files_holding(ANONYMOUS)? {
        let Some(committed) = writer.committed_bytes(&path)?.filter(|bytes| *bytes != disk) else { continue };
        let text = String::from_utf8_lossy(&disk).into_owned();
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let fits = |to: &Handle| {
            let renamed = Names { from, to }.renamed(context, &path, &committed);
            renamed.is_ok_and(|renamed| renamed.bytes.as_ref() == Some(&disk))
        };
        let candidates = words.filter_map(Handle::new).filter(Handle::is_anonymous);
        if let Some(name) = candidates.into_iter().find(fits) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

#[derive(Clone, Copy)]
struct Names<'a> {
    from: &'a Handle,
    to: &'a Handle,
}

/// A file once the person is replaced.
#[derive(Default)]
struct Renamed {
    /// What it holds then; `None` when it does not name them.
    bytes: Option<Vec<u8>>,
    /// The task, when they hold it.
    held: Option<Task>,
    /// Whether they lead it or organise the campaign: the place that stays with the anonymous name.
    is_place: bool,
    /// Whether nobody else would organise.
    is_last: bool,
}

impl Names<'_> {
    fn renamed(self, context: &Context, path: &str, bytes: &[u8]) -> Result<Renamed, Failure> {
        let Self { from, to } = self;
        let Ok(key @ (FileKey::Campaign | FileKey::Project(_) | FileKey::Task { .. })) = key_of(path) else {
            return Ok(Renamed::default());
        };
        let decoded = decode(&key, path, bytes);
        let Some(before) = decoded.value else {
            return match lines_with(bytes, from.as_str()).is_empty() {
                true => Ok(Renamed::default()),
                false => Err(Failure::unreadable(&decoded.problems)),
            };
        };
        let after = replaced(&before, from, to);
        let renamed = replace_in_file(bytes, (from, to), (&before, &after))?;
        let mut found = Renamed { bytes: (renamed != bytes).then_some(renamed), ..Renamed::default() };
        match (before, after) {
            (Document::Campaign(before), Document::Campaign(after)) => {
                found.is_place = before.organisers.contains(from);
                found.is_last = found.is_place && after.organisers.iter().all(Handle::is_anonymous);
            }
            (Document::Project(before), _) => found.is_place = before.leads.contains(from),
            (Document::Task(before), _) if before.holders(context.today).any(|(holder, _)| holder == from) => {
                found.held = Some(*before);
            }
            _ => {}
        }
        Ok(found)
    }
}

/// What the files hold of the person.
#[derive(Default)]
struct Found {
    /// Path, before, after.
    edits: Vec<(String, Vec<u8>, Vec<u8>)>,
    held: Vec<Task>,
    places: Vec<String>,
    is_last: bool,
    /// Path and line of what free texts say.
    said: Vec<(String, usize)>,
}

impl Found {
    fn look(&mut self, context: &Context, names: Names<'_>, path: String, disk: Vec<u8>) -> Result<(), Failure> {
        if path == person_path(names.from) {
            return Ok(());
        }
        let renamed = names.renamed(context, &path, &disk)?;
        let left = renamed.bytes.as_deref().unwrap_or(&disk);
        self.said.extend(lines_with(left, names.from.as_str()).into_iter().map(|line| (path.clone(), line)));
        self.held.extend(renamed.held);
        self.is_last |= renamed.is_last;
        self.places.extend(renamed.is_place.then(|| path.clone()));
        self.edits.extend(renamed.bytes.map(|after| (path, disk, after)));
        Ok(())
    }

    /// Adds the files that a killed run wrote already.
    fn complete(&mut self, context: &Context, writer: &Writer<'_>, names: Names<'_>) -> Result<(), Failure> {
        for (path, disk) in context.store.files_holding(names.to.as_str())? {
            let Some(committed) = writer.committed_bytes(&path)?.filter(|bytes| *bytes != disk) else { continue };
            let renamed = names.renamed(context, &path, &committed)?;
            if renamed.bytes.as_ref() == Some(&disk) {
                self.places.extend(renamed.is_place.then(|| path.clone()));
                self.edits.push((path, committed, disk));
            }
        }
        Ok(())
    }

    /// Refuses where a file names the person in the last commit and not on the disk: it would name them still.
    fn check_committed(&self, context: &Context, writer: &Writer<'_>, names: Names<'_>) -> Result<(), Failure> {
        let (own, folder) = (writer.place(&person_path(names.from))?, writer.place(DATA_FOLDER)?);
        let top = folder.as_str().strip_suffix(DATA_FOLDER).unwrap_or_default();
        for (place, is_hidden) in writer.unlike_committed(&folder)? {
            let Some(path) = place.as_str().strip_prefix(top).filter(|_| place != own) else { continue };
            let Some(committed) = writer.committed_bytes(path)?.filter(|_| !self.edits.iter().any(|it| it.0 == path)) else {
                continue;
            };
            if names.renamed(context, path, &committed)?.bytes.is_some() {
                return Err(Failure::from(match is_hidden {
                    true => writer.repository().kept_out(&place),
                    false => VcsError::Dirty { path: place, how: Dirtiness::Edited },
                }));
            }
        }
        Ok(())
    }

    /// What stands against it beside the rules.
    fn refuse(&self, context: &Context, who: &Handle) -> Result<(), Failure> {
        if self.is_last {
            let message = Message::new("forget-last-organiser").with("person", who).with("path", CAMPAIGN_FILE);
            return Err(Failure::new(Kind::Refused, message));
        }
        if self.held.is_empty() {
            return Ok(());
        }
        let mut failure = Failure::new(Kind::Refused, Message::new("forget-holds").with("person", who));
        let is_own = context.actor.as_ref() == Some(who);
        for task in &self.held {
            failure.details.push(Message::new("forget-held").with("task", task.title.as_str()).with("id", &task.id));
            let for_them = if is_own { String::new() } else { format!(" --for {who} --handover \"…\"") };
            failure.hints.push(hint_command(&format!("mpa release {}{for_them}", task.id)));
        }
        Err(failure)
    }

    fn still_named(&self, context: &Context, to: &Handle) -> Option<Message> {
        let key = if context.proposes() { "forget-places-then" } else { "forget-places" };
        let named = || Message::new(key).with("name", to).with("paths", self.places.clone());
        (!self.places.is_empty()).then(named)
    }

    fn mentions(&self) -> Vec<Message> {
        let lines = self.said.iter().map(|(path, line)| Message::new("forget-mention").with("place", format!("{path}:{line}")));
        let heading = (!self.said.is_empty()).then(|| Message::new("forget-mentions").with("count", self.said.len()));
        heading.into_iter().chain(lines).collect()
    }
}
