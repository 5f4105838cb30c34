//! Taking back one's last operation: the commit itself while nobody else has it, else the opposite operation.

use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::operation::Operation;
use crate::domain::shell::command;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::{
    BESIDE, Headline, KEEPS, OPPOSES, UNDOES, action_of, operation_of, trailer, word_of,
};
use crate::usecase::context::landing::Landing;
use crate::usecase::context::shared_branch::shared_branch;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::read::progress::standing;
use crate::usecase::request::facing::{by_request, facing_branch};
use crate::usecase::request::mine::{own_heads, own_requests};
use crate::vcs::{CommitId, CommitInfo, Edit, Head, OperationLock, Repository};

use super::instead::{instead, task_file};
use super::opposite::{by_releasing, for_others, opposite};
use super::receipt::{Effect, Receipt};
use super::take::unsent;
use super::writer::{Writer, planned};

/// How far back one's own operations are looked for, in commits.
const LOOKED_BACK: usize = 200;

/// Takes back the last operation of the person who types. `reason` is written down where the rules ask for one.
///
/// # Errors
/// Nothing to take back; a later change in the way; a rule, with the people who may; git.
pub fn undo(context: &Context, reason: &str) -> Result<Receipt, Failure> {
    let actor = context.actor()?;
    // Another run may be sending requests: what it sends is not dropped.
    let is_by_request = by_request(context) && !own_heads(context.repository()?, actor)?.is_empty();
    let lock = if is_by_request { Some(context.repository()?.lock()?) } else { None };
    take_back(context, &last(context, actor)?, reason, lock)
}

/// What a person did last and did not take back, and who has it.
#[derive(Debug)]
pub(super) enum Last {
    /// It waits on a branch of its own.
    Asked(Head, CommitInfo),
    /// It is recorded here, and nowhere else.
    Unsent(CommitInfo),
    /// It is shared already.
    Shared(CommitInfo),
}

impl Last {
    /// The commit that recorded it.
    pub fn commit(&self) -> &CommitInfo {
        match self {
            Self::Asked(_, commit) | Self::Unsent(commit) | Self::Shared(commit) => commit,
        }
    }
}

/// What `actor` did last.
///
/// # Errors
/// Nothing; git.
pub(super) fn last(context: &Context, actor: &Handle) -> Result<Last, Failure> {
    let repository = context.repository()?;
    if by_request(context) && !own_heads(repository, actor)?.is_empty() {
        let main = shared_branch(repository, &context.campaign)?.id;
        for head in own_requests(context, actor)? {
            let line = repository.line(&main, &head.id)?.commits;
            let commits = line.iter().map(|id| repository.commit_info(id)).collect::<Result<Vec<_>, _>>()?;
            // What is only asked for is taken back itself, an opposite too.
            if let Some(commit) = last_of(actor, &commits, true) {
                return Ok(Last::Asked(head, commit));
            }
        }
    }
    // Where the campaign's remote is not one of the clone's, nobody knows what others have already.
    let is_known = context.upstream().is_some() || repository.remote_names()?.is_empty();
    if is_known && let Some(commit) = last_of(actor, &repository.unsent(context.upstream(), LOOKED_BACK)?, false) {
        return Ok(Last::Unsent(commit));
    }
    last_of(actor, &repository.recent(LOOKED_BACK)?, false).map(Last::Shared).ok_or_else(|| {
        let message = Message::new("undo-nothing").with("person", actor);
        Failure::new(Kind::Refused, message).hint(hint_command("mpa tasks list --mine"))
    })
}

/// Takes back `last`: the commit goes while nobody else has it, else its opposite is done. For what waits on a branch of its
/// own, the checkout has no part in it.
///
/// # Errors
/// As [`undo`].
pub(super) fn take_back(context: &Context, last: &Last, reason: &str, lock: Option<OperationLock>) -> Result<Receipt, Failure> {
    let (head, commit) = match last {
        Last::Unsent(commit) => {
            drop(lock);
            return revert(context, commit);
        }
        Last::Shared(commit) => {
            drop(lock);
            check_no_keepsake(commit)?;
            return match opposite(context, commit, reason) {
                Some(Err(failure)) if failure.kind == Kind::Refused => Err(stays(context, commit, Some(failure))),
                Some(answer) => answer,
                None => Err(stays(context, commit, None)),
            };
        }
        Last::Asked(head, commit) => (head, commit),
    };
    check_no_keepsake(commit)?;
    let repository = context.repository()?;
    let is_last = commit.id == head.id && !is_sent(repository, head.branch(), &commit.id)?;
    match (&commit.parent, &lock) {
        (Some(parent), Some(lock)) if is_last => {
            let main = shared_branch(repository, &context.campaign)?.id;
            dropped(context, lock, (&main, head), (commit, parent))
        }
        _ => {
            drop(lock);
            revert(&*facing_branch(context, head.branch().to_owned())?, commit)
        }
    }
}

/// Whether a server has the commit `id` of `branch`, as far as this clone knows.
fn is_sent(repository: &Repository, branch: &str, id: &CommitId) -> Result<bool, Failure> {
    let places = ["refs/remotes/*", "refs/mpa/sent/*", "refs/mpa/tried/*"].map(|place| format!("{place}/{branch}"));
    let there = repository.heads(&places.each_ref().map(String::as_str))?;
    Ok(there.iter().any(|there| repository.holds_commit(&there.id, id).unwrap_or(true)))
}

/// Takes the last commit of a branch out again; a branch of which nothing is left goes.
fn dropped(
    context: &Context,
    lock: &OperationLock,
    (main, head): (&CommitId, &Head),
    (commit, parent): (&CommitInfo, &CommitId),
) -> Result<Receipt, Failure> {
    let repository = context.repository()?;
    let landing = if context.writing.dry_run {
        let mut files = Vec::new();
        for path in repository.changed_paths(&commit.id, None)? {
            let [before, after] = [&commit.id, parent].map(|at| repository.tree_bytes(at, &path));
            files.push(planned(&Edit { before: before?, after: after?, path }));
        }
        Landing::Planned(files, String::new())
    } else if repository.holds_commit(main, parent)? {
        repository.drop_branch(lock, head.branch(), &head.id)?;
        Landing::Dropped
    } else {
        repository.set_branch(lock, head.branch(), Some(&head.id), parent)?;
        Landing::Dropped
    };
    Ok(Receipt::of_own(landing, about(Message::new("undo-withdrawn"), commit), Vec::new()))
}

/// Refuses to undo what only keeps the time and word of a claim that lost its race: nothing else is left of them.
fn check_no_keepsake(commit: &CommitInfo) -> Result<(), Failure> {
    let (Some(id), Some(_)) = (trailer(commit, "Mpa-Task"), trailer(commit, KEEPS)) else { return Ok(()) };
    let failure = Failure::new(Kind::Refused, about(Message::new("undo-keepsake"), commit));
    Err(failure.hint(hint_command(&format!("mpa tasks {id}"))))
}

/// The newest operation of `actor` that was not undone yet; an undo, done as an opposite, is none of them unless `with_opposites`.
fn last_of(actor: &Handle, commits: &[CommitInfo], with_opposites: bool) -> Option<CommitInfo> {
    let undone: Vec<&str> =
        commits.iter().flat_map(|commit| [UNDOES, OPPOSES].map(|key| trailer(commit, key))).flatten().collect();
    let is_candidate = |commit: &&CommitInfo| {
        trailer(commit, "Mpa-By") == Some(actor.as_str())
            && word_of(commit).is_some()
            && operation_of(commit) != Some(Operation::Undo)
            && (with_opposites || trailer(commit, OPPOSES).is_none())
            && ![commit.id.as_str(), commit.first()].iter().any(|name| undone.contains(name))
    };
    let found = commits.iter().find(is_candidate)?;
    // Founding a campaign is the first thing that anybody did in it.
    let is_founding = operation_of(found) == Some(Operation::Init) && trailer(found, BESIDE).is_none();
    (!is_founding).then(|| found.clone())
}

/// `message` about the action that `commit` records.
fn about(message: Message, commit: &CommitInfo) -> Message {
    let (operation, title) = action_of(commit);
    message.with("operation", operation).with("title", title)
}

/// Puts back what the commit changed.
fn revert(context: &Context, commit: &CommitInfo) -> Result<Receipt, Failure> {
    let writer = Writer::open(context)?;
    let edits = reverse(&writer, commit)?;
    let title = action_of(commit).1;
    let mut trailers = vec![(UNDOES, commit.id.to_string())];
    trailers.extend(trailer(commit, "Mpa-Task").map(|id| ("Mpa-Task", id.to_owned())));
    let headline = Headline { operation: Operation::Undo, title, id: word_of(commit).unwrap_or_default(), trailers: &trailers };
    let (landing, mut notes) = writer.commit_placed(&edits, headline)?;
    if let Landing::Committed(_) = landing {
        let file = trailer(commit, "Mpa-Task").and_then(|id| task_file(context, id));
        notes.extend(file.and_then(|file| standing(context, &file.project)));
        notes.extend(match &context.proposal {
            Some(proposal) if proposal.is_there => Some(Message::new("note-undo-unsent")),
            _ => unsent(context),
        });
    }
    let effect = Effect::new(context, Operation::Undo, title, about(Message::new("undo-done"), commit));
    Ok(Receipt::new(context, landing, effect.asked(about(Message::new("undo-withdrawn"), commit)), notes))
}

fn reverse(writer: &Writer<'_>, commit: &CommitInfo) -> Result<Vec<Edit>, Failure> {
    let by_hand = || {
        let short = commit.id.short();
        let message = about(Message::new("undo-by-hand"), commit);
        let hint = match (operation_of(commit), trailer(commit, "Mpa-Task")) {
            (Some(Operation::Add), Some(id)) => format!("mpa tasks cancel {id} --reason \"…\""),
            _ => command("git revert --no-edit {}", &[short]),
        };
        Failure::new(Kind::Refused, message).hint(hint_command(&hint))
    };
    let parent = commit.parent.as_ref().ok_or_else(by_hand)?;
    let (repository, mut edits) = (writer.repository(), Vec::new());
    for path in repository.changed_paths(&commit.id, None)? {
        let then = repository.tree_bytes(&commit.id, &path)?;
        let before = match repository.tree_bytes(parent, &path)? {
            Some(before) => Some(before),
            // What only a request has may disappear again.
            None if writer.is_only_asked_for(&path)? => None,
            // A list that was brought and that nobody saw goes as it came, to be mended and brought again.
            None if operation_of(commit) == Some(Operation::Import) => None,
            // A people file may be empty, so the first joining is undone without a file disappearing.
            None if path.as_str().contains("data/people/") => Some(Vec::new()),
            None => return Err(by_hand()),
        };
        if writer.committed_at(&path)? != then {
            let message = about(Message::new("undo-changed-since"), commit).with("path", path.as_str());
            return Err(Failure::new(Kind::Refused, message).hint(hint_command(&command("git log -3 -- {}", &[path.as_str()]))));
        }
        edits.push(Edit { path, before: then, after: before });
    }
    if let Some(refusal) = edits.iter().find_map(|edit| writer.refusal(edit)) {
        return Err(refusal.into());
    }
    Ok(edits)
}

/// The commit is shared already and stays, for the reason that `refusal` names if any: what to type instead, or whom to ask for
/// what.
fn stays(context: &Context, commit: &CommitInfo, refusal: Option<Failure>) -> Failure {
    if operation_of(commit) == Some(Operation::Renew) {
        let failure = Failure::new(Kind::Refused, about(Message::new("undo-renewed"), commit));
        return by_releasing(context, commit).iter().fold(failure, |failure, command| failure.hint(hint_command(command)));
    }
    let mut failure = by_typing(context, commit, Message::new("undo-sent"), refusal.is_none());
    failure.details = refusal.into_iter().flat_map(|it| std::iter::once(it.message).chain(it.details)).collect();
    failure.hints.extend(for_others(context, commit).map(|command| Message::new("hint-for-them").with("command", command)));
    failure
}

/// What `message` says of the commit, what to type where it may be typed, and whom to ask.
fn by_typing(context: &Context, commit: &CommitInfo, message: Message, may_type: bool) -> Failure {
    let failure = Failure::new(Kind::Refused, about(message, commit));
    let command = if may_type { instead(context, commit) } else { None };
    let failure = command.into_iter().fold(failure, |failure, command| failure.hint(hint_command(&command)));
    let file = trailer(commit, "Mpa-Task").and_then(|id| task_file(context, id));
    let project = file.and_then(|file| context.project(&file.project).ok().flatten());
    let (people, contact) = context.who_may(project.as_ref());
    failure.whom_to_ask(people, contact.as_deref())
}

/// `commit` was accepted before its undo was sent, and stays.
pub(crate) fn too_late(context: &Context, commit: &CommitInfo) -> Failure {
    by_typing(context, commit, Message::new("undo-too-late"), true)
}
