//! Where a write becomes a commit: the lock, the edits, the message.

use std::cell::RefCell;
use std::io;

use crate::domain::campaign::Mode;
use crate::domain::message::Message;
use crate::domain::name::Handle;
use crate::domain::shell::command;
use crate::store::{Elsewhere, Problem, StoreError, decode, key_of};
use crate::usecase::context::Context;
use crate::usecase::context::clock::check_clock;
use crate::usecase::context::commit_message::{Headline, OPPOSES, commit_message};
use crate::usecase::context::landing::{Landing, PlannedFile};
use crate::usecase::context::proposal::Proposal;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::vcs::{CommitId, Edit, Landed, OperationLock, PROPOSAL, RepoPath, Repository, VcsError};

/// One file, before and after.
#[derive(Debug, Clone)]
pub struct FileEdit {
    /// Its path from the folder that holds `data/`.
    pub path: String,
    /// What it holds; `None` for a new file.
    pub before: Option<Vec<u8>>,
    /// What it is to hold.
    pub after: Vec<u8>,
}

/// The right to write: everything that must hold before the first byte is read again.
pub struct Writer<'a> {
    context: &'a Context,
    repository: &'a Repository,
    branch: Branch<'a>,
}

/// Which branch takes the commit.
enum Branch<'a> {
    /// The one that is checked out.
    CheckedOut(OperationLock),
    /// One of its own, with what it names by now.
    Proposal(&'a Proposal, RefCell<Option<CommitId>>),
}

impl<'a> Writer<'a> {
    /// Checks that the repository can take a commit now, and keeps other `mpa` out until dropped.
    ///
    /// # Errors
    /// Data of which a part is not here, no repository, an unsuitable state, a broken `mpa.toml`, the main branch of a campaign
    /// that works by pull requests.
    pub fn open(context: &'a Context) -> Result<Self, Failure> {
        if !context.campaign_problems.is_empty() {
            return Err(Failure::unreadable(&context.campaign_problems));
        }
        if let Some(path) = context.store.elsewhere() {
            let error = StoreError::File { path: context.store.root().join(path), cause: io::Error::other(Elsewhere) };
            return Err(Failure::from(error));
        }
        let repository = context.repository()?;
        check_clock(context)?;
        if let Some(proposal) = &context.proposal {
            return Ok(Self { context, repository, branch: Branch::Proposal(proposal, RefCell::new(proposal.tip.clone())) });
        }
        let main = context.campaign.workflow.main.as_str();
        if context.campaign.workflow.mode == Mode::PullRequest && !context.proposes() {
            let message = Message::new("pull-request-mode").with("main", main);
            let new = command("git switch -c {}", &[&repository.free_branch(PROPOSAL)]);
            return Err(Failure::new(Kind::Refused, message).hint(hint_command(&new)));
        }
        repository.check_writable((!context.writing.here).then_some(main))?;
        Ok(Self { context, repository, branch: Branch::CheckedOut(repository.lock()?) })
    }

    /// Commits `edits`, or shows them when this is a dry run.
    ///
    /// # Errors
    /// What git says; everything is put back.
    pub fn commit(&self, edits: &[FileEdit], headline: Headline<'_>) -> Result<(Landing, Vec<Message>), Failure> {
        edits.iter().try_for_each(check_readable)?;
        let edits = edits.iter().map(|edit| self.placed(edit)).collect::<Result<Vec<_>, _>>()?;
        self.commit_placed(&edits, headline)
    }

    /// The same for files named by their path in the repository.
    ///
    /// # Errors
    /// As [`Writer::commit`].
    pub fn commit_placed(&self, edits: &[Edit], headline: Headline<'_>) -> Result<(Landing, Vec<Message>), Failure> {
        self.commit_by(self.context.actor()?, edits, headline)
    }

    /// The same, said to be done by `actor`.
    ///
    /// # Errors
    /// As [`Writer::commit`].
    pub fn commit_by(&self, actor: &Handle, edits: &[Edit], headline: Headline<'_>) -> Result<(Landing, Vec<Message>), Failure> {
        let opposes = self.context.opposes.iter().map(|commit| (OPPOSES, commit.to_string()));
        let trailers: Vec<_> = headline.trailers.iter().cloned().chain(opposes).collect();
        let headline = Headline { trailers: &trailers, ..headline };
        let message = commit_message(headline, actor, self.context.on_behalf.as_ref());
        if self.context.writing.dry_run {
            return Ok((Landing::Planned(edits.iter().map(planned).collect(), message), Vec::new()));
        }
        let Landed { id, changed_by_hook } = match &self.branch {
            Branch::CheckedOut(lock) => self.repository.commit(lock, edits, &message)?,
            Branch::Proposal(proposal, tip) => self.propose(proposal, tip, edits, &message)?,
        };
        let notes = changed_by_hook.iter().map(|path| Message::new("note-changed-by-hook").with("path", path.as_str())).collect();
        Ok((Landing::Committed(id), notes))
    }

    fn propose(
        &self,
        proposal: &Proposal,
        tip: &RefCell<Option<CommitId>>,
        edits: &[Edit],
        message: &str,
    ) -> Result<Landed, VcsError> {
        let mut tip = tip.borrow_mut();
        let landed = self.repository.commit_onto(&proposal.lock, &proposal.commit(), edits, message)?;
        self.repository.set_branch(&proposal.lock, &proposal.branch, tip.as_ref(), &landed.id)?;
        *tip = Some(landed.id.clone());
        proposal.follow(&landed.id);
        Ok(landed)
    }

    /// What `path`, counted from the folder that holds `data/`, holds in the last commit.
    ///
    /// # Errors
    /// What git says.
    pub fn committed_bytes(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.committed_at(&self.place(path)?)
    }

    /// What `path`, counted from the top of the repository, holds in the last commit.
    ///
    /// # Errors
    /// What git says.
    pub fn committed_at(&self, path: &RepoPath) -> Result<Option<Vec<u8>>, Failure> {
        Ok(match &self.branch {
            Branch::CheckedOut(_) => self.repository.head_bytes(path)?,
            Branch::Proposal(proposal, _) => self.repository.tree_bytes(&proposal.commit(), path)?,
        })
    }

    /// Whether the file at `path` is nowhere but in the request that is being written.
    ///
    /// # Errors
    /// What git says.
    pub fn is_only_asked_for(&self, path: &RepoPath) -> Result<bool, Failure> {
        Ok(match &self.branch {
            Branch::CheckedOut(_) => false,
            Branch::Proposal(proposal, _) => self.repository.tree_bytes(&proposal.main, path)?.is_none(),
        })
    }

    /// What speaks against committing `edit` before anything is tried: somebody's work in that file, as a rule. On a
    /// branch of its own nobody works.
    pub fn refusal(&self, edit: &Edit) -> Option<VcsError> {
        matches!(self.branch, Branch::CheckedOut(_)).then(|| self.repository.refusal(edit)).flatten()
    }

    /// The files below `folder` that somebody works on.
    ///
    /// # Errors
    /// What git says.
    pub fn edited_paths(&self, folder: &RepoPath) -> Result<Vec<RepoPath>, Failure> {
        Ok(match self.branch {
            Branch::CheckedOut(_) => self.repository.edited_paths(folder)?,
            Branch::Proposal(..) => Vec::new(),
        })
    }

    /// The files below `folder` of which the disk may say something else than the last commit, and whether git was told not to
    /// look at them.
    ///
    /// # Errors
    /// What git says.
    pub fn unlike_committed(&self, folder: &RepoPath) -> Result<Vec<(RepoPath, bool)>, Failure> {
        if matches!(self.branch, Branch::Proposal(..)) {
            return Ok(Vec::new());
        }
        let hidden = self.repository.hidden()?.into_iter().map(|it| (it.path, true));
        let edited = self.repository.edited_paths(folder)?.into_iter().map(|path| (path, false));
        Ok(hidden.chain(edited).collect())
    }

    /// Whether `disk`, the file at `path`, is exactly the `new` one and in no commit yet: what a killed run left.
    ///
    /// # Errors
    /// What git says.
    pub fn is_left_new(&self, path: &str, disk: &[u8], new: &[u8]) -> Result<bool, Failure> {
        Ok(disk == new && self.committed_bytes(path)?.is_none())
    }

    /// The repository being written to.
    pub fn repository(&self) -> &Repository {
        self.repository
    }

    /// Where `path`, counted from the folder that holds `data/`, lies in the repository.
    ///
    /// # Errors
    /// A path outside the repository.
    pub fn place(&self, path: &str) -> Result<RepoPath, Failure> {
        Ok(self.repository.relative(&self.context.store.root().join(path))?)
    }

    fn placed(&self, edit: &FileEdit) -> Result<Edit, Failure> {
        Ok(Edit { path: self.place(&edit.path)?, before: edit.before.clone(), after: Some(edit.after.clone()) })
    }
}

/// Nothing is written in which `check` would find an error that it did not hold before: a file that grew too large, for one.
fn check_readable(edit: &FileEdit) -> Result<(), Failure> {
    first_error(edit).map_or(Ok(()), |problem| Err(Failure::new(Kind::Refused, problem.message())))
}

/// The first error that `check` would find in what `edit` writes and that was not there before.
pub(super) fn first_error(edit: &FileEdit) -> Option<Problem> {
    let key = key_of(&edit.path).ok()?;
    let read = |bytes: &[u8]| decode(&key, &edit.path, bytes).problems;
    let before = edit.before.as_deref().map(read).unwrap_or_default();
    let is_known = |problem: &Problem| before.iter().any(|old| old.field == problem.field && old.what == problem.what);
    read(&edit.after).into_iter().find(|problem| problem.is_error() && !is_known(problem))
}

/// One file as a dry run shows it.
pub(super) fn planned(edit: &Edit) -> PlannedFile {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    PlannedFile {
        path: edit.path.as_str().to_owned(),
        before: edit.before.as_deref().map(text).unwrap_or_default(),
        after: edit.after.as_deref().map(text),
    }
}
