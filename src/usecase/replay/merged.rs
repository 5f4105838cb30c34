//! Whether a request was answered by the shared branch: merged in whatever way, or done by somebody else. Asked of each of
//! one's own branches by many commands, so nothing is judged or told here.

use crate::domain::bounds::Room;
use crate::domain::claim::Claim;
use crate::domain::document::Document;
use crate::domain::name::Handle;
use crate::rules::change::Change;
use crate::usecase::context::Context;
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::Failure;
use crate::vcs::{CommitId, Entry, RepoPath, Repository, VcsError};

use super::Reviewer;
use super::amended::{Evidence, Taken, document, taken};
use super::file::ReplayedFile;
use super::undone::undoes_what_is_there;

/// How far back the shared branch is searched for what a request brings, in commits.
pub(super) const SEARCHED: usize = 1_000;

/// A file as a request wants it.
pub type Wanted = (RepoPath, Option<Entry>);

/// Whether the commit `main` of the shared branch has all that the request `head` brings: because it was merged, in
/// whatever way and with whatever corrections, or because somebody else did the same. What the request undid must not be there.
///
/// # Errors
/// When the objects cannot be read.
pub fn is_merged(context: &Context, main: &CommitId, head: &CommitId) -> Result<bool, Failure> {
    is_there(context, (main, head), |_| Ok(true), Some(Evidence::Spoken))
}

/// The same for a request that was on the server and is there no more.
///
/// # Errors
/// As [`is_merged`].
pub fn is_merged_and_gone(context: &Context, main: &CommitId, head: &CommitId) -> Result<bool, Failure> {
    is_there(context, (main, head), |_| Ok(true), Some(Evidence::Gone))
}

/// Whether the request `head`, which the commit `main` of the shared branch has, was accepted with other values.
///
/// # Errors
/// As [`is_merged`].
pub fn was_changed(context: &Context, main: &CommitId, head: &CommitId) -> Result<bool, Failure> {
    let repository = context.repository()?;
    let Ok(Some((origin, files))) = compared(context, main, head) else { return Ok(false) };
    let is_whole = repository.holds_commit(main, head)? || was_merged(repository, (main, &origin), &wanted(&files))?;
    Ok(!is_whole && taken(repository, (main, &origin), (head, Evidence::Known), &files)? == Some(Taken::Changed))
}

/// The same for a request that nobody but its author had: what stands there is their other computer's. A record that began
/// there too is the same only where it holds the same time and word.
///
/// # Errors
/// As [`is_merged`].
pub fn is_done(context: &Context, main: &CommitId, head: &CommitId) -> Result<bool, Failure> {
    let repository = context.repository()?;
    let counts = |files: &[ReplayedFile]| {
        for file in files {
            if !counts_the_same(repository, file)? {
                return Ok(false);
            }
        }
        Ok(true)
    };
    is_there(context, (main, head), counts, None)
}

fn is_there(
    context: &Context,
    (main, head): (&CommitId, &CommitId),
    is_the_same: impl Fn(&[ReplayedFile]) -> Result<bool, Failure>,
    evidence: Option<Evidence>,
) -> Result<bool, Failure> {
    let repository = context.repository()?;
    // Anybody may have put there what is called as one's own branch is.
    if let Err(VcsError::TooMuch(_)) = repository.check_line(main, head, &Room::of_request()) {
        return Ok(false);
    }
    if repository.holds_commit(main, head)? {
        return Ok(true);
    }
    // What cannot be read is not known to be there.
    let Ok(Some((origin, files))) = compared(context, main, head) else { return Ok(false) };
    let is_of_text_only = files.iter().all(|file| file.changes.iter().all(is_of_text));
    let is_there = is_of_text_only && is_the_same(&files)?
        || was_merged(repository, (main, &origin), &wanted(&files))?
        || evidence.map_or(Ok(None), |it| taken(repository, (main, &origin), (head, it), &files))?.is_some();
    Ok(is_there && !undoes_what_is_there(context, main, head)?)
}

/// Whether the records that the request began in a task hold the time and the word that they hold on the shared branch.
fn counts_the_same(repository: &Repository, file: &ReplayedFile) -> Result<bool, Failure> {
    let task = |it: Option<Document>| it.as_ref().and_then(Document::task).cloned();
    let version = |entry: &Option<Entry>| document(repository, &file.touched, entry.as_ref());
    let (mine, Some(Document::Task(there))) = (task(version(&file.touched.head)?), &file.before) else { return Ok(true) };
    let (Some(mine), old) = (mine, task(version(&file.touched.origin)?)) else { return Ok(true) };
    let began = mine.claims.iter().filter(|(who, _)| old.as_ref().is_none_or(|old| old.claim_of(who).is_none()));
    let is_counted = |(who, claim): &(Handle, Claim)| {
        let Some(there) = there.claim_of(who) else { return claim.spent.is_empty() };
        let has_word = claim.handover.is_none() || claim.handover == there.handover;
        has_word && claim.spent.iter().all(|(day, time)| there.spent.get(day) == Some(time))
    };
    Ok(began.cloned().collect::<Vec<_>>().iter().all(is_counted))
}

/// Whether merging the request `head` into the commit `main` of the shared branch would conflict, or make nonsense of a file.
///
/// # Errors
/// When a side cannot be read.
pub fn conflicts(context: &Context, main: &CommitId, head: &CommitId) -> Result<bool, Failure> {
    Ok(compared(context, main, head)?.is_some_and(|(_, files)| files.iter().any(ReplayedFile::is_conflicting)))
}

/// Where the request left the shared branch, and what it changes; `None` where the two have nothing in common.
fn compared(context: &Context, main: &CommitId, head: &CommitId) -> Result<Option<(CommitId, Vec<ReplayedFile>)>, Failure> {
    let (repository, prefix) = (context.repository()?, prefix_of(context)?);
    let origins = repository.line(main, head)?.origins;
    let Some(origin) = origins.first().cloned() else { return Ok(None) };
    let files = Reviewer::new(repository, &prefix, main, context.now)?.files(&origins, head, &Room::of_request())?;
    Ok(Some((origin, files)))
}

/// Whether a change is about merging texts, and not about what they say.
pub(super) fn is_of_text(change: &Change) -> bool {
    matches!(change, Change::Conflicting | Change::MergedWrongly)
}

/// What the request's version of each file is.
pub(super) fn wanted(files: &[ReplayedFile]) -> Vec<Wanted> {
    files.iter().filter_map(|it| Some((RepoPath::new(&it.touched.full)?, it.touched.head.clone()))).collect()
}

/// Whether the shared branch, which is at `main` and was at `origin` when the request began, once had all that it brings: it
/// was merged as one commit, and life went on.
///
/// # Errors
/// When the objects cannot be read.
pub(crate) fn was_merged(
    repository: &Repository,
    (main, origin): (&CommitId, &CommitId),
    wanted: &[Wanted],
) -> Result<bool, Failure> {
    if wanted.is_empty() {
        return Ok(false);
    }
    for commit in repository.first_parents(main, origin, SEARCHED)? {
        let mut has_all = true;
        for (path, entry) in wanted {
            has_all = has_all && repository.entry(&commit, path)? == *entry;
        }
        if has_all {
            return Ok(true);
        }
    }
    Ok(false)
}
