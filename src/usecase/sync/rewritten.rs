//! A shared branch whose history somebody wrote anew (`git push --force`): to have a name erased, to take something out, or
//! because the server was put back to an earlier day.
//!
//! What it held once and holds no more was sent already. That of others is never sent again: they may have been promised that
//! it is gone. It is named, left, and kept here under a name of its own. What is one's own is there by its effect, or was
//! taken out (`removed`): the person decides.

use std::collections::BTreeSet;

use crate::domain::bounds::Room;
use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::usecase::context::Context;
use crate::usecase::context::commit_message::word_of;
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::people::oneself::Oneself;
use crate::usecase::replay::{Missing, Reviewer};
use crate::vcs::{CommitId, CommitInfo, Past, Repository, Upstream};

use super::planner::{is_record, whose};

/// How many of them are named.
const NAMED: usize = 10;
/// More commits than a shared branch has.
const WHOLE: usize = 100_000;

/// What the branch here has more than the shared one, sorted. Each list begins with the oldest.
#[derive(Debug, Default)]
pub struct Rewritten {
    /// How many commits the shared branch held once.
    pub count: usize,
    /// What is the person's, sent once or not.
    pub own: Vec<CommitInfo>,
    /// Those of them that were sent once.
    pub sent: Vec<CommitInfo>,
    /// Those of them whose effect is still there.
    pub there: BTreeSet<CommitId>,
    /// What is others', was sent once, and is not there.
    pub left: Vec<CommitInfo>,
}

/// Sorts `commits`, the oldest first, which the branch `head` has more than the shared one at `base`. Where `insists`, what may be
/// others' and was sent by nobody is left too.
///
/// # Errors
/// Something that may be others'; a merge that would bring back what was taken out; sides that cannot be read.
pub fn sort(
    context: &Context,
    past: &Past,
    (head, base): (&CommitId, &CommitId),
    commits: Vec<CommitInfo>,
    insists: bool,
) -> Result<Rewritten, Failure> {
    let repository = context.repository()?;
    let mut found = Rewritten::default();
    let is_known = past.held_one_of(&commits) || repository.holds_commit(head, base)? || repository.goes_on_from(past, head)?;
    if !past.held_one_of(&commits) && is_known {
        check_merges(repository, past, base, &commits)?;
        return Ok(Rewritten { own: commits, ..found });
    }
    let oneself = Oneself::of(context)?;
    let is_foreign = |commit: &CommitInfo| !oneself.recorded(commit) && !oneself.has(&commit.committer);
    // Where nothing is remembered, what others did came by the shared branch, and what lies before it too.
    let apart = if is_known { 0 } else { commits.iter().rposition(is_foreign).map_or(0, |at| at + 1) };
    let is_sent = |at: usize, commit: &CommitInfo| at < apart || past.held(&commit.id);
    let strangers: Vec<&CommitInfo> = commits.iter().filter(|it| !past.held(&it.id) && is_foreign(it)).collect();
    if !strangers.is_empty() && !insists {
        return Err(unsure(&strangers));
    }
    let newest = commits.iter().enumerate().rfind(|(at, it)| is_sent(*at, it));
    let missing = newest.map_or(Ok(Vec::new()), |(_, newest)| missing(context, past, base, &newest.id))?;
    for (at, commit) in commits.iter().enumerate() {
        let is_sent = is_sent(at, commit);
        found.count += usize::from(is_sent);
        let is_there = is_sent && !is_missing(repository, commit, &missing)?;
        let is_own = match is_sent {
            // A merge brought what others did.
            true => oneself.recorded(commit) && repository.parent_count(&commit.id)? < 2,
            false => !is_foreign(commit),
        };
        match (is_own, is_there) {
            (true, _) => {
                found.own.push(commit.clone());
                found.sent.extend(is_sent.then(|| commit.clone()));
                found.there.extend(is_there.then(|| commit.id.clone()));
            }
            (false, true) => {}
            (false, false) => found.left.push(commit.clone()),
        }
    }
    check_merges(repository, past, base, &found.own)?;
    Ok(found)
}

/// What the shared branch, at `base`, has not of what it had when it held the commit `newest`.
fn missing(context: &Context, past: &Past, base: &CommitId, newest: &CommitId) -> Result<Vec<Missing>, Failure> {
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    let stood = repository.last_place_with(past, newest)?.unwrap_or_else(|| newest.clone());
    let origin = match repository.line(base, &stood)?.origins.into_iter().next() {
        Some(origin) => Some(origin),
        None => repository.first_parents(&stood, base, WHOLE)?.pop(),
    };
    let Some(origin) = origin else { return Ok(Vec::new()) };
    Reviewer::new(repository, &prefix, base, context.now)?.missing(&origin, &stood)
}

/// Whether something of what `commit` did is among what is missing.
fn is_missing(repository: &Repository, commit: &CommitInfo, missing: &[Missing]) -> Result<bool, Failure> {
    let touched = repository.differences(commit.parent.as_ref(), &commit.id, &Room::of_own())?;
    let by_whom = whose(commit).map(|(_, who)| who);
    let is_theirs = |person: &Option<_>| match word_of(commit) {
        Some(_) if is_record(commit) => person.is_some() && *person == by_whom,
        Some(_) => person.is_none() || *person == by_whom,
        None => true,
    };
    let missing = missing.iter().filter(|it| touched.iter().any(|file| file.path == it.path));
    Ok(missing.into_iter().any(|it| it.is_whole || it.whose.iter().any(is_theirs)))
}

/// Stops at a merge whose other side has what was taken out.
fn check_merges(repository: &Repository, past: &Past, base: &CommitId, commits: &[CommitInfo]) -> Result<(), Failure> {
    if past.is_whole() {
        return Ok(());
    }
    for commit in commits.iter().filter(|commit| !past.held(&commit.id)) {
        for side in repository.other_parents(&commit.id)? {
            if repository.brings_back(past, base, &side)? {
                let message = Message::new("sync-brings-back").with("commit", commit.id.short());
                let message = message.with("subject", commit.subject.as_str());
                let before = commit.parent.as_ref().map_or("", CommitId::short);
                let without = command("git rebase --onto {} {}", &[before, commit.id.short()]);
                return Err(Failure::new(Kind::Refused, message).hint(hint_command(&without)));
            }
        }
    }
    Ok(())
}

/// Nobody knows whether the shared branch held it once.
fn unsure(strangers: &[&CommitInfo]) -> Failure {
    let mut failure = Failure::new(Kind::Refused, Message::new("sync-strangers").with("count", strangers.len()));
    failure.details = named(strangers.iter().copied());
    let own =
        Message::new("sync-strangers-own").with("command", Oneself::way_to_add(strangers.first().map_or("", |it| &it.author)));
    failure.hint(Message::new("sync-strangers-leave")).hint(own)
}

/// A line for each of the first of `commits`.
pub(super) fn named<'c>(commits: impl Iterator<Item = &'c CommitInfo>) -> Vec<Message> {
    let line = |it: &CommitInfo| Message::new("sync-other").with("commit", it.id.short()).with("subject", it.subject.as_str());
    commits.take(NAMED).map(line).collect()
}

/// What is told of what was `left`, of which a copy is kept under the name `kept`.
pub fn told(context: &Context, left: &[CommitInfo], kept: &str) -> Vec<Message> {
    if left.is_empty() {
        return Vec::new();
    }
    let mut said = vec![Message::new("sync-rewritten").with("count", left.len())];
    said.extend(named(left.iter()));
    let range = format!("{}..{kept}", context.campaign.workflow.main);
    let copy = Message::new("sync-rewritten-kept").with("range", range).with("erase", command("git update-ref -d {}", &[kept]));
    said.extend((!context.writing.dry_run).then_some(copy));
    said
}

/// The branch here and the shared one have nothing in common: it is another repository, or was founded anew.
pub(super) fn unrelated(upstream: Upstream<'_>, was_there: bool) -> Failure {
    let key = if was_there { "sync-refounded" } else { "sync-unrelated" };
    Failure::new(Kind::Git, Message::new(key).with("remote", upstream.remote).with("main", upstream.branch))
}
