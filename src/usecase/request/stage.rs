//! How far a request of one's own has come, as far as this clone knows: nothing is fetched. Whatever is said of a request,
//! on a page or by `sync`, follows from this.

use crate::domain::bounds::Room;
use crate::domain::campaign::Forge;
use crate::usecase::context::Context;
use crate::usecase::context::shared_branch::shared_branch;
use crate::usecase::failure::Failure;
use crate::usecase::replay::merged::{is_done, is_merged, is_merged_and_gone};
use crate::vcs::{CommitId, Repository};

use super::facing::{Subject, by_request};
use super::mine::own_heads;
use super::{address, fork};

/// Where the branches of requests go, and what this clone remembers of that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The remote.
    pub remote: String,
    /// Whether the server keeps the branch; else it only reads a request from what is pushed.
    pub keeps_branch: bool,
}

impl Route {
    /// To the remote `home` of a repository on `forge`, through one's own `fork` where there is one.
    pub fn new(forge: Forge, home: &str, fork: Option<&str>) -> Self {
        match forge {
            // The server takes requests from anybody who may read.
            Forge::Forgejo => Self { remote: home.to_owned(), keeps_branch: false },
            Forge::None | Forge::GitHub | Forge::GitLab => Self { remote: fork.unwrap_or(home).to_owned(), keeps_branch: true },
        }
    }

    /// That of the campaign; `None` without a remote to send to.
    ///
    /// # Errors
    /// No repository; git.
    pub fn of(context: &Context) -> Result<Option<Self>, Failure> {
        let Some(upstream) = context.upstream() else { return Ok(None) };
        let repository = context.repository()?;
        let forge = context.campaign.workflow.forge;
        let home = address(repository, upstream.remote)?;
        let fork = if forge == Forge::Forgejo { None } else { fork(repository, upstream.remote, home.as_ref())? };
        Ok(Some(Self::new(forge, upstream.remote, fork.as_ref().map(|(name, _)| name.as_str()))))
    }

    /// Where this clone notes what the server was last known to have of `branch`. What remote branches tell of it is
    /// forgotten when the branch goes there.
    pub fn noted_at(&self, branch: &str) -> String {
        format!("refs/mpa/sent/{}/{branch}", self.remote)
    }

    /// Where this clone notes what it is about to hand in of `branch`, until it has an answer: whoever is cut off may have been
    /// heard all the same.
    pub fn tried_at(&self, branch: &str) -> String {
        format!("refs/mpa/tried/{}/{branch}", self.remote)
    }

    /// Where this clone knows what the server has of `branch`.
    pub fn seen_at(&self, branch: &str) -> String {
        if self.keeps_branch { format!("refs/remotes/{}/{branch}", self.remote) } else { self.noted_at(branch) }
    }

    /// The commit that the server has of `branch`.
    ///
    /// # Errors
    /// What git says.
    pub fn there(&self, repository: &Repository, branch: &str) -> Result<Option<CommitId>, Failure> {
        let there = repository.commit_named(&self.seen_at(branch))?;
        // A server that keeps no branch cannot be asked.
        let tried = || repository.commit_named(&self.tried_at(branch));
        Ok(if there.is_some() || self.keeps_branch { there } else { tried()? })
    }
}

/// Whether the commit `main` of the shared branch has all that `branch` brings up to `commit`. What no server had, nobody
/// can have accepted.
///
/// # Errors
/// When the objects cannot be read.
pub fn is_answered(
    context: &Context,
    route: Option<&Route>,
    main: &CommitId,
    (branch, commit): (&str, &CommitId),
) -> Result<bool, Failure> {
    let repository = context.repository()?;
    let Some(route) = route else { return is_merged(context, main, commit) };
    let places = [route.seen_at(branch), route.noted_at(branch), route.tried_at(branch)];
    let sent = repository.heads(&places.each_ref().map(String::as_str))?;
    let was_sent = sent.iter().any(|sent| repository.holds_commit(&sent.id, commit).unwrap_or(true));
    let is_gone = route.keeps_branch && sent.iter().all(|sent| sent.name != places[0]);
    match (was_sent, is_gone) {
        (true, true) => is_merged_and_gone(context, main, commit),
        (true, false) => is_merged(context, main, commit),
        (false, _) => is_done(context, main, commit),
    }
}

/// How far a request has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The server has not all of it, or none.
    Unsent,
    /// The server has it, and nobody answered.
    Waits,
    /// All of it was undone here, and nothing of it was accepted.
    TakenBack,
    /// The server had it and has it no more, although it was not accepted: whoever organises took it away, or its owner did
    /// from another computer.
    TakenAway,
    /// The shared branch has all of it.
    Accepted,
}

impl Stage {
    /// That of `branch`, which names `tip`, beside the commit `main` of the shared branch.
    ///
    /// # Errors
    /// When the objects cannot be read.
    pub fn of(
        context: &Context,
        route: Option<&Route>,
        main: &CommitId,
        (branch, tip): (&str, &CommitId),
    ) -> Result<Self, Failure> {
        let repository = context.repository()?;
        let there = route.map_or(Ok(None), |route| route.there(repository, branch))?;
        if is_answered(context, route, main, (branch, tip))? {
            return Ok(if brings_nothing(repository, main, tip)? { Self::TakenBack } else { Self::Accepted });
        }
        let holds = |there: &CommitId| there == tip || repository.holds_commit(there, tip).unwrap_or(false);
        if let Some(there) = there.as_ref().filter(|there| holds(there)) {
            // What another computer of the person's sent on top of it may be accepted as a whole.
            return Ok(match is_merged(context, main, there)? {
                true if brings_nothing(repository, main, there)? => Self::TakenBack,
                true => Self::Accepted,
                false => Self::Waits,
            });
        }
        let noted = route.filter(|route| route.keeps_branch && there.is_none()).map(|route| route.noted_at(branch));
        let noted = noted.map_or(Ok(None), |name| repository.commit_named(&name))?;
        // A note from an earlier life of the branch says nothing of this one.
        let Some(noted) = noted.filter(|noted| repository.holds_commit(tip, noted).unwrap_or(false)) else {
            return Ok(Self::Unsent);
        };
        Ok(if is_answered(context, route, main, (branch, &noted))? { Self::Unsent } else { Self::TakenAway })
    }
}

/// Whether what the branch `tip` did was all taken back.
fn brings_nothing(repository: &Repository, main: &CommitId, tip: &CommitId) -> Result<bool, Failure> {
    let origin = repository.merge_base(main, tip)?;
    Ok(origin.as_ref() != Some(tip) && repository.differences(origin.as_ref(), tip, &Room::of_own())?.is_empty())
}

/// How many requests of the person who types the server has yet to hear of, withdrawals among them; `None` where none can be
/// known.
pub fn unsent_requests(context: &Context) -> Option<usize> {
    let actor = context.actor.as_ref().filter(|_| by_request(context) && context.upstream().is_some())?;
    let repository = context.repository().ok()?;
    let heads = own_heads(repository, actor).ok()?;
    if heads.is_empty() {
        return Some(0);
    }
    let (route, main) = (Route::of(context).ok()?, shared_branch(repository, &context.campaign).ok()?.id);
    let is_unheard = |branch: &str, tip: &CommitId| {
        let there = || route.as_ref().and_then(|route| route.there(repository, branch).ok()?);
        match Stage::of(context, route.as_ref(), &main, (branch, tip)) {
            Ok(Stage::Unsent) => true,
            Ok(Stage::TakenBack) => there().is_some(),
            Ok(Stage::Waits | Stage::TakenAway | Stage::Accepted) | Err(_) => false,
        }
    };
    Some(heads.iter().filter(|head| is_unheard(head.branch(), &head.id)).count())
}

/// How far the request of the person who types about `subject` has come; `None` where there is none, or none can be known.
pub fn stage_of(context: &Context, subject: Subject<'_>) -> Option<Stage> {
    let (true, Some(actor), Ok(repository)) = (by_request(context), &context.actor, &context.repository) else { return None };
    let branch = subject.branch(actor);
    let tip = repository.commit_named(&format!("refs/heads/{branch}")).ok()??;
    let main = shared_branch(repository, &context.campaign).ok()?.id;
    Stage::of(context, Route::of(context).ok()?.as_ref(), &main, (&branch, &tip)).ok()
}
