//! Whether others can look at what is shown as a result: a file or a commit that is named has to be in the repository.
//! Where a link leads, and whether a sentence is true, nobody asks.

use crate::domain::claim::{Evidence, EvidenceKind};
use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::usecase::context::Context;
use crate::usecase::context::shared_branch::prefix_of;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::vcs::{CommitId, RepoPath, Repository};

/// A result names a file or a commit that others will find.
///
/// # Errors
/// That they will not, and what to do.
pub fn check_shown(context: &Context, evidence: &Evidence) -> Result<(), Failure> {
    let repository = context.repository()?;
    let prefix = prefix_of(context)?;
    let proposed = context.proposal.as_ref().map(|proposal| proposal.commit());
    let is_nowhere = |commit: Option<&CommitId>| nowhere(repository, commit, &prefix, evidence);
    // What is proposed on a branch of its own may show what the branch that is checked out brings.
    if is_nowhere(None)? != Some(true) || proposed.map_or(Ok(Some(true)), |commit| is_nowhere(Some(&commit)))? != Some(true) {
        return Ok(());
    }
    let failure = |key| Failure::new(Kind::Usage, Message::new(key).with("found", evidence.as_str()));
    let here = places(&prefix, evidence).into_iter().find(|path| path.below(repository.workdir()).exists());
    Err(match (evidence.kind(), here) {
        (EvidenceKind::Commit, _) => failure("shown-no-commit"),
        (_, None) => failure("shown-no-file"),
        (_, Some(path)) => {
            let path = repository.workdir().join(path.as_str()).display().to_string();
            let steps = [command("git add --force -- {}", &[&path]), command("git commit --message {} -- {}", &[&path, &path])];
            steps.iter().fold(failure("shown-not-committed"), |failure, step| failure.hint(hint_command(step)))
        }
    })
}

/// Whether the result names a file that `commit`, or the last one, has not, or a commit that there is not; `None` where that
/// cannot be told. Files are named from the top of the repository, or from the folder that holds `data/`.
///
/// # Errors
/// When the objects cannot be read.
pub fn nowhere(
    repository: &Repository,
    commit: Option<&CommitId>,
    prefix: &str,
    evidence: &Evidence,
) -> Result<Option<bool>, Failure> {
    match evidence.kind() {
        EvidenceKind::Link | EvidenceKind::Sentence => Ok(Some(false)),
        EvidenceKind::Commit => Ok(repository.has_commit(evidence.as_str())?.map(|is_there| !is_there)),
        EvidenceKind::Path => {
            for path in places(prefix, evidence) {
                if repository.has_path(commit, &path)? {
                    return Ok(Some(false));
                }
            }
            Ok(Some(true))
        }
    }
}

fn places(prefix: &str, evidence: &Evidence) -> Vec<RepoPath> {
    let named = evidence.as_str().trim_start_matches("./");
    [named.to_owned(), format!("{prefix}{named}")].iter().filter_map(|path| RepoPath::new(path)).collect()
}
