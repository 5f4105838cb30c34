//! The branch that everybody shares, and where the data lie in it.

use crate::domain::campaign::Campaign;
use crate::domain::message::Message;
use crate::store::CAMPAIGN_FILE;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::vcs::{CommitId, Repository};

use super::Context;

/// Where the branches of this clone are.
pub const LOCAL: &str = "refs/heads/";
/// Where the branches of others are that it has seen.
pub const REMOTES: &str = "refs/remotes/";

/// The branch that everybody shares.
#[derive(Debug, Clone)]
pub struct SharedBranch {
    /// Its name, as people type it.
    pub name: String,
    /// Its commit.
    pub id: CommitId,
}

/// The shared branch, as the last fetch saw it, else as it is here.
///
/// # Errors
/// When there is neither.
pub fn shared_branch(repository: &Repository, campaign: &Campaign) -> Result<SharedBranch, Failure> {
    let names = [campaign.workflow.upstream(), campaign.workflow.main.clone()];
    for (name, full) in names.into_iter().zip(names_of(campaign)) {
        if let Some(id) = repository.commit_named(&full)? {
            return Ok(SharedBranch { name, id });
        }
    }
    let message = Message::new("review-no-main").with("main", campaign.workflow.main.as_str());
    Err(Failure::new(Kind::Data, message)
        .hint(hint_command(&repository.fetch_command(&campaign.workflow.remote, Some(&campaign.workflow.main)))))
}

/// The full names of the shared branch: as the last fetch saw it, and here.
pub fn names_of(campaign: &Campaign) -> [String; 2] {
    [format!("{REMOTES}{}", campaign.workflow.upstream()), format!("{LOCAL}{}", campaign.workflow.main)]
}

/// The folder that holds `data/`, from the top of the repository, with a slash behind it; empty at the top.
///
/// # Errors
/// No repository; a folder that git cannot name.
pub fn prefix_of(context: &Context) -> Result<String, Failure> {
    let path = context.repository()?.relative(&context.store.root().join(CAMPAIGN_FILE))?;
    Ok(path.as_str().strip_suffix(CAMPAIGN_FILE).unwrap_or_default().to_owned())
}
