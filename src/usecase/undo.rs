//! Taking back one's last operation: the commit itself while nobody else has it, else the opposite operation.

use crate::domain::message::Message;
use crate::domain::name::{Handle, Slug, TaskId};
use crate::rules::actor::Role;
use crate::store::TaskFile;
use crate::vcs::{CommitInfo, Edit};

use super::action::{KEEPS, action_of, trailer};
use super::context::Context;
use super::desk::{Desk, Headline, Landing};
use super::failure::{Failure, Kind, hint_command};
use super::members::{join, leave};
use super::own::own_requests;
use super::proposal::{by_request, facing_branch};
use super::record::Receipt;
use super::review::shared_branch;
use super::standing::standing;
use super::take::{claim, release, unsent};

/// How far back one's own operations are looked for, in commits.
const LOOKED_BACK: usize = 200;
/// The time that an example notes.
const EXAMPLE_TIME: &str = "1h";
/// Operations that are not themselves undone.
const FINAL: [&str; 2] = ["undo", "init"];

/// Takes back the last operation of the person who types.
///
/// # Errors
/// Nothing to take back; a later change in the way; a rule, with the people who may; git.
pub fn undo(context: &Context) -> Result<Receipt, Failure> {
    let actor = context.actor()?;
    let repository = context.repository()?;
    if let Some(receipt) = proposed(context, actor)? {
        return Ok(receipt);
    }
    // Where the campaign's remote is not one of the clone's, nobody knows what others have already.
    let is_known = context.upstream().is_some() || repository.remote_names()?.is_empty();
    if let Some(commit) = last_of(actor, &repository.unsent(context.upstream(), LOOKED_BACK)?).filter(|_| is_known) {
        return revert(context, &commit);
    }
    match last_of(actor, &repository.unsent(None, LOOKED_BACK)?) {
        Some(commit) => check_no_keepsake(&commit).and_then(|()| opposite(context, &commit)),
        None => Err(Failure::new(Kind::Refused, Message::new("undo-nothing").with("person", actor))),
    }
}

/// Takes back the last operation that waits on a branch of its own: the commit goes while nobody else has it, else the
/// branch gets its opposite. The checkout has no part in it.
fn proposed(context: &Context, actor: &Handle) -> Result<Option<Receipt>, Failure> {
    let repository = context.repository()?;
    let heads = if by_request(context) { own_requests(context, actor)? } else { Vec::new() };
    let main = if heads.is_empty() { String::new() } else { shared_branch(repository, &context.campaign)?.1 };
    for head in heads {
        let line = repository.line(&main, &head.id)?.commits;
        let commits = line.iter().map(|id| repository.commit_info(id)).collect::<Result<Vec<_>, _>>()?;
        let Some(commit) = last_of(actor, &commits) else { continue };
        check_no_keepsake(&commit)?;
        let branch = head.name.strip_prefix("refs/heads/").unwrap_or(&head.name);
        let sent = repository.heads(&[&format!("refs/remotes/*/{branch}"), &format!("refs/mpa/sent/*/{branch}")])?;
        let is_sent = sent.iter().any(|there| repository.holds_commit(&there.id, &commit.id).unwrap_or(true));
        let dropped = commit.parent.as_ref().filter(|_| commit.id == head.id && !is_sent && !context.writing.dry_run);
        let Some(parent) = dropped else {
            let faced = facing_branch(context, branch.to_owned())?;
            return revert(&faced, &commit).map(Some);
        };
        let lock = repository.lock()?;
        if repository.holds_commit(&main, parent)? {
            repository.drop_branch(&lock, branch, &head.id)?;
        } else {
            repository.set_branch(&lock, branch, Some(&head.id), parent)?;
        }
        let effect = about(Message::new("undo-done"), &commit);
        return Ok(Some(Receipt { effect, landing: Landing::Committed(parent.clone()), notes: Vec::new() }));
    }
    Ok(None)
}

/// Refuses to undo what only keeps the time and word of a claim that lost its race: nothing else is left of them.
fn check_no_keepsake(commit: &CommitInfo) -> Result<(), Failure> {
    let Some(id) = trailer(commit, "Mpa-Task").filter(|_| trailer(commit, KEEPS).is_some()) else { return Ok(()) };
    let failure = Failure::new(Kind::Refused, about(Message::new("undo-keepsake"), commit));
    Err(failure.hint(hint_command(&format!("mpa tasks {id}"))))
}

/// The newest operation of `actor` that was not undone yet.
fn last_of(actor: &Handle, commits: &[CommitInfo]) -> Option<CommitInfo> {
    let undone: Vec<&str> = commits.iter().filter_map(|commit| trailer(commit, "Mpa-Undoes")).collect();
    let is_candidate = |commit: &&CommitInfo| {
        trailer(commit, "Mpa-By") == Some(actor.as_str())
            && trailer(commit, "Mpa-Operation").is_some_and(|operation| !FINAL.contains(&operation))
            && !undone.contains(&commit.id.as_str())
    };
    commits.iter().find(is_candidate).cloned()
}

/// `message` about the action that `commit` records.
fn about(message: Message, commit: &CommitInfo) -> Message {
    let (operation, title) = action_of(commit);
    message.with("operation", operation).with("title", title)
}

/// Puts back what the commit changed.
fn revert(context: &Context, commit: &CommitInfo) -> Result<Receipt, Failure> {
    let desk = Desk::open(context)?;
    let edits = reverse(&desk, commit)?;
    let operation = trailer(commit, "Mpa-Operation").unwrap_or_default();
    let title = action_of(commit).1;
    let mut trailers = vec![("Mpa-Undoes", commit.id.clone())];
    trailers.extend(trailer(commit, "Mpa-Task").map(|id| ("Mpa-Task", id.to_owned())));
    let headline = Headline { operation: "undo", title, id: operation, trailers: &trailers };
    let (landing, mut notes) = desk.commit_placed(&edits, headline)?;
    if let Landing::Committed(_) = landing {
        let file = trailer(commit, "Mpa-Task").and_then(|id| task_file(context, id));
        notes.extend(file.and_then(|file| standing(context, &file.project)));
        notes.extend(match context.proposal {
            Some(_) => Some(Message::new("note-undo-unsent")),
            None => unsent(context),
        });
    }
    let effect = about(Message::new("undo-done"), commit);
    Ok(Receipt { effect, landing, notes })
}

fn reverse(desk: &Desk<'_>, commit: &CommitInfo) -> Result<Vec<Edit>, Failure> {
    let by_hand = || {
        let short = commit.id.get(..10).unwrap_or(&commit.id);
        let message = about(Message::new("undo-by-hand"), commit);
        let hint = match (trailer(commit, "Mpa-Operation"), trailer(commit, "Mpa-Task")) {
            (Some("add"), Some(id)) => format!("mpa tasks cancel {id} --reason \"…\""),
            _ => format!("git revert --no-edit {short}"),
        };
        Failure::new(Kind::Refused, message).hint(hint_command(&hint))
    };
    let parent = commit.parent.as_ref().ok_or_else(by_hand)?;
    let (repository, mut edits) = (desk.repository(), Vec::new());
    for path in repository.changed_paths(&commit.id, None)? {
        let then = repository.tree_bytes(&commit.id, &path)?;
        // A people file may be empty, so the first joining is undone without a file disappearing.
        let blank = || path.as_str().contains("data/people/").then(Vec::new).ok_or_else(by_hand);
        let before = repository.tree_bytes(parent, &path)?.map_or_else(blank, Ok)?;
        if desk.committed_at(&path)? != then {
            let message = about(Message::new("undo-changed-since"), commit).with("path", path.as_str());
            return Err(Failure::new(Kind::Refused, message).hint(hint_command(&format!("git log -3 -- {}", path.as_str()))));
        }
        edits.push(Edit { path, before: then, after: Some(before) });
    }
    Ok(edits)
}

/// The commit is already shared: does the opposite, as far as the rules let.
fn opposite(context: &Context, commit: &CommitInfo) -> Result<Receipt, Failure> {
    let file = || task_file(context, trailer(commit, "Mpa-Task")?);
    let project = || Slug::new(trailer(commit, "Mpa-Project")?);
    let for_another = trailer(commit, "Mpa-For").is_some();
    match trailer(commit, "Mpa-Operation").filter(|_| !for_another) {
        Some("claim") => file().map(|file| release(context, &file, None)),
        Some("release") => file().map(|file| claim(context, &file, None)),
        Some("join") => project().map(|slug| leave(context, &slug)),
        Some("leave") => project().map(|slug| join(context, &slug, &[], None)),
        _ => None,
    }
    .unwrap_or_else(|| Err(by_typing(context, commit, Message::new("undo-sent"))))
}

/// The commit is shared already and stays: what to type instead, or whom to ask.
fn by_typing(context: &Context, commit: &CommitInfo, message: Message) -> Failure {
    let file = trailer(commit, "Mpa-Task").and_then(|id| task_file(context, id));
    let project = file.as_ref().and_then(|file| context.project(&file.project).ok().flatten());
    let decides = by_request(context)
        || context.actor.as_ref().is_some_and(|actor| Role::of(actor, &context.campaign, project.as_ref()) > Role::Volunteer);
    let on_behalf = trailer(commit, "Mpa-For").map(|person| format!(" --for {person}")).unwrap_or_default();
    let command = match (trailer(commit, "Mpa-Operation").unwrap_or_default(), &file) {
        ("claim", Some(file)) => Some(format!("mpa release {}{on_behalf} --handover \"…\"", file.id)),
        ("release", Some(file)) => Some(format!("mpa claim {}{on_behalf}", file.id)),
        ("log", Some(file)) => Some(format!("mpa log {} {EXAMPLE_TIME}{on_behalf} --total", file.id)),
        ("close" | "cancel", Some(file)) if decides => Some(format!("mpa tasks reopen {} --reason \"…\"", file.id)),
        ("add", Some(file)) if decides => Some(format!("mpa tasks cancel {} --reason \"…\"", file.id)),
        _ => None,
    };
    let failure = Failure::new(Kind::Refused, about(message, commit));
    let failure = command.into_iter().fold(failure, |failure, command| failure.hint(hint_command(&command)));
    let (people, contact) = context.who_may(project.as_ref());
    failure.whom_to_ask(people, contact.as_deref())
}

/// `commit` was accepted before its undo was sent, and stays.
pub(super) fn too_late(context: &Context, commit: &CommitInfo) -> Failure {
    by_typing(context, commit, Message::new("undo-too-late"))
}

fn task_file(context: &Context, id: &str) -> Option<TaskFile> {
    context.store.task_file(&TaskId::new(id)?).ok().flatten()
}
