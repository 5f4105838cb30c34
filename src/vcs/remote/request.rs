//! Branches of requests on their way to a forge: several of them, each with a lease of its own, and with what the forge
//! wants to be told and answers.

use crate::domain::bounds::SAID_LINES;
use crate::domain::text::excerpt;
use crate::vcs::commit::lock::OperationLock;
use crate::vcs::error::VcsError;
use crate::vcs::program::answer::Answer;
use crate::vcs::read::history::{Upstream, tracking};
use crate::vcs::repository::Repository;

use super::network::{Pushed, not_pushed, out_of_reach, outcome_at, said, while_sending};

/// Where a request is handed in.
#[derive(Debug, Clone, Copy)]
pub struct Destination<'a> {
    /// A remote of this clone.
    pub remote: &'a str,
    /// The reference there: a branch in full, or a place that the server reads requests from.
    pub reference: &'a str,
    /// What the branch there has to be for ours to replace it: the commit seen last, empty for none. `None` where the
    /// server keeps no branch.
    pub lease: Option<&'a str>,
    /// What the server is told beside.
    pub options: &'a [String],
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// The server answered.
    Answered {
        /// Whether it took the request.
        pushed: Pushed,
        /// What it said beside, which is somebody else's text: the address of the request, often.
        said: Vec<String>,
    },
    /// The server listens to no options, so nothing was sent.
    Deaf,
}

impl Repository {
    /// Looks at the branches below `mpa/` of `remote`: those that are gone there are forgotten here.
    ///
    /// # Errors
    /// `Unreachable` where the remote is out of reach or lets nobody in; `Interrupted`, `GitMissing`.
    pub fn fetch_requests(&self, remote: &str) -> Result<(), VcsError> {
        let answer = self.fetch_all(remote, &[&requests(remote)])?;
        if answer.code == 0 { Ok(()) } else { Err(out_of_reach(answer, remote, "git fetch")) }
    }

    /// Fetches the branch `upstream` as [`Repository::fetch`] does, and looks at the requests beside it.
    ///
    /// # Errors
    /// As [`Repository::fetch`].
    pub fn fetch_with_requests(&self, upstream: Upstream<'_>) -> Result<Option<String>, VcsError> {
        let Upstream { remote, branch } = upstream;
        let main = format!("+refs/heads/{branch}:{}", tracking(upstream));
        let answer = self.fetch_all(remote, &[&main, &requests(remote)])?;
        self.fetched(answer, upstream)
    }

    fn fetch_all(&self, remote: &str, refspecs: &[&str]) -> Result<Answer, VcsError> {
        let plain = ["fetch", "--no-tags", "--prune", "--recurse-submodules=no", "--progress", "--", remote];
        self.asked(remote, &[&plain[..], refspecs].concat())
    }

    /// Hands in the commit `id`; `None` takes the branch away. Nothing else is sent.
    ///
    /// # Errors
    /// As [`Repository::push`].
    pub fn hand_in(&self, held: &OperationLock, to: Destination<'_>, id: Option<&str>) -> Result<Handed, VcsError> {
        let Destination { remote, reference, lease, options } = to;
        let lease = lease.map(|old| format!("--force-with-lease={reference}:{old}"));
        let options: Vec<String> = options.iter().map(|option| format!("--push-option={option}")).collect();
        let refspec = format!("{}:{reference}", id.unwrap_or_default());
        let mut words = vec!["push", "--porcelain", "--progress", "--no-follow-tags", "--recurse-submodules=no"];
        words.extend(lease.as_deref().into_iter().chain(options.iter().map(String::as_str)).chain(["--", remote, &refspec]));
        let answer = self.git_to_remote(remote).run(&words).map_err(while_sending)?;
        let said: Vec<&str> = said(&answer).filter(|line| !line.is_empty()).collect();
        let said = excerpt(&said.join("\n"), SAID_LINES).lines().map(str::to_owned).collect();
        if !options.is_empty() && answer.stderr.contains("does not support push options") {
            return Ok(Handed::Deaf);
        }
        let Some(pushed) = outcome_at(&answer, reference) else { return Err(not_pushed(answer, remote)) };
        if let (Pushed::Done, Some(branch)) = (&pushed, reference.strip_prefix("refs/heads/")) {
            let name = tracking(Upstream { remote, branch });
            let known = self.commit_named(&name)?;
            match id {
                Some(id) if known.as_deref() != Some(id) => self.point(&name, id, None)?,
                None if known.is_some() => self.let_go(held, &name)?,
                _ => {}
            }
        }
        Ok(Handed::Answered { pushed, said })
    }
}

/// What a server of the Gitea family answers to a request that it has already, as it is.
const KNOWN: &str = "new commit is same with old commit";

/// Whether a server that refuses for this reason has the request already.
pub fn is_known_already(reason: &str) -> bool {
    reason.contains(KNOWN)
}

/// All branches of requests that `remote` keeps, and where this clone remembers them.
fn requests(remote: &str) -> String {
    format!("+refs/heads/mpa/*:refs/remotes/{remote}/mpa/*")
}
