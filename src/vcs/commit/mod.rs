//! One operation, one commit: everything lands, or nothing has changed.
//!
//! The files are written first and the branch moves last, so a process killed in between leaves an edit that anybody
//! can see and the same operation completes; new files, which it may call otherwise, are put aside ([`begun`]). An error in
//! between puts everything back. Git makes the commit itself (`git commit --only`): hooks, signature, filters and identity are
//! the user's, and what they had staged stays staged.
//! Git writes the index after the branch: a kill between the two is what the [`note`] is for.

pub mod advance;
pub mod again;
pub mod aside;
pub mod begun;
pub mod branch;
pub mod direct;
pub mod dirty;
pub mod examine;
pub mod ground;
pub mod kept;
pub mod lock;
pub mod moving;
pub mod note;
pub mod standing;
pub mod verify;
pub mod worktree;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use super::commit_id::CommitId;
use super::error::VcsError;
use super::path::RepoPath;
use super::program::answer::Answer;
use super::program::machine::{check_identity, git_version};
use super::program::surroundings::Wait;
use super::read::index::BATCH;
use super::repository::Repository;

use examine::Planned;
use lock::OperationLock;
use worktree::Journal;

/// One file, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which file.
    pub path: RepoPath,
    /// What it held when the operation was decided; `None` for a new file.
    pub before: Option<Vec<u8>>,
    /// What it is to hold; `None` for a file that is to disappear.
    pub after: Option<Vec<u8>>,
}

/// A commit that is on its branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Landed {
    /// The commit's name, in full.
    pub id: CommitId,
    /// Files that the commit holds otherwise than asked: a hook changed them, or brought them along.
    pub changed_by_hook: Vec<RepoPath>,
}

impl Repository {
    /// Writes `edits` and commits exactly them with `message`. The lock must have been held since the files were read.
    ///
    /// A file that already holds its `after` is the visible edit of a killed run: it is completed.
    ///
    /// # Errors
    /// Every refusal of [`Repository::check_writable`] and of the files themselves (`Link`, `Submodule`, `SkipWorktree`,
    /// `NotAFile`, `Stale`, `Dirty`) before anything is touched. `HookRefused`, `SigningFailed`, `NoIdentity`,
    /// `NothingToCommit`, `IndexLocked`, `GitMissing`, `GitTooOld`, `System`, `Program`, `File` after everything was put
    /// back, `HookWentTooFar` after the commit too was taken back; `HookLeft`, `NotPutBack` where that failed.
    pub fn commit(&self, held: &OperationLock, edits: &[Edit], message: &str) -> Result<Landed, VcsError> {
        self.check_writable(None)?;
        let old_head = self.head_id()?;
        let old_head = old_head.as_ref();
        let plan = self.examine(edits)?;
        self.note(old_head, &plan)?;
        let mut journal = Journal::default();
        // Git may fail after it moved the branch: the disk is too full for the new index, or somebody stopped it.
        if let Err(error) = self.write_and_commit(&plan, message, &mut journal)
            && self.own_commit(old_head, message)?.is_none()
        {
            return Err(self.put_back(old_head, &plan, journal, error));
        }
        match self.verify(old_head, edits, message) {
            Err(error @ VcsError::HookWentTooFar { .. }) => Err(self.take_back(old_head, &plan, journal, error)),
            landed => {
                // Where the index cannot be written, the note stays for the next command.
                let _ = self.mend(held);
                landed
            }
        }
    }

    fn write_and_commit(&self, plan: &[Planned<'_>], message: &str, journal: &mut Journal) -> Result<(), VcsError> {
        // Once a folder, and where nothing is to be written too: a run may have been killed while it put a file back.
        let files: Vec<PathBuf> = plan.iter().map(|planned| planned.edit.path.below(self.workdir())).collect();
        files.iter().filter_map(|file| file.parent()).collect::<BTreeSet<_>>().into_iter().for_each(worktree::sweep);
        for (planned, file) in plan.iter().zip(&files) {
            let found = planned.found.as_deref();
            match planned.edit.after.as_deref() {
                after if after == found => {}
                Some(after) => journal.write(file, found, after)?,
                None => journal.remove(file, found)?,
            }
        }
        // Announced again at each try: git reads the index before it locks it, so another git may forget our new files.
        let answer = self.patiently(|| match self.announce(plan)? {
            Some(held_up) => Ok(held_up),
            None => self.git_commit(plan, message),
        })?;
        if answer.code == 0 { Ok(()) } else { Err(self.explain(answer, plan)) }
    }

    /// Tells git of the new files, without content: `git commit --only` takes only files it knows. An answer means that
    /// somebody else was in the way.
    fn announce(&self, plan: &[Planned<'_>]) -> Result<Option<Answer>, VcsError> {
        let specs: Vec<String> = plan.iter().filter(|planned| planned.new).map(|planned| planned.edit.path.pathspec()).collect();
        for batch in specs.chunks(BATCH) {
            let mut args = vec!["add", "--intent-to-add", "--force", "--"];
            args.extend(batch.iter().map(String::as_str));
            let answer = self.git().run(&args)?;
            if answer.lost_to_another() {
                return Ok(Some(answer));
            }
            if answer.is_outside_sparse_checkout() {
                let is_named = |planned: &&Planned<'_>| planned.new && answer.stderr.contains(planned.edit.path.as_str());
                let path = plan.iter().find(is_named).map_or_else(|| &plan[0].edit.path, |planned| &planned.edit.path);
                return Err(self.kept_out(path));
            }
            answer.expect_success("git add")?;
        }
        Ok(None)
    }

    fn git_commit(&self, plan: &[Planned<'_>], message: &str) -> Result<Answer, VcsError> {
        // The message is UTF-8 whatever the user's own are, and a line that begins with `#` is text.
        let mut args = if self.fleeting { vec!["-c", "maintenance.auto=false"] } else { Vec::new() };
        args.extend(["-c", "i18n.commitEncoding=UTF-8", "commit", "--only", "--quiet", "--cleanup=whitespace", "--file=-"]);
        let specs: Vec<String> = plan.iter().map(|planned| planned.edit.path.pathspec()).collect();
        if specs.len() <= BATCH {
            args.push("--");
            args.extend(specs.iter().map(String::as_str));
            return self.git().run_with(&args, message.as_bytes());
        }
        let scratch = |cause| VcsError::Scratch { cause };
        let mut list = tempfile::NamedTempFile::new().map_err(scratch)?;
        list.write_all(specs.join("\0").as_bytes()).map_err(scratch)?;
        let from_file = format!("--pathspec-from-file={}", list.path().display());
        args.extend([from_file.as_str(), "--pathspec-file-nul"]);
        self.git().run_with(&args, message.as_bytes())
    }

    /// Runs git again while somebody else holds its locks, as long as the patience lasts.
    pub(super) fn patiently(&self, run: impl Fn() -> Result<Answer, VcsError>) -> Result<Answer, VcsError> {
        let patience = self.around.patience.index;
        let mut wait = Wait::new(patience);
        loop {
            let answer = run()?;
            if !answer.lost_to_another() {
                return Ok(answer);
            }
            if !wait.pause() {
                let index = self.git_dir().join("index.lock").display().to_string();
                let path = answer.lock_file().map_or(index, str::to_owned);
                return Err(VcsError::IndexLocked { path, waited: patience });
            }
        }
    }

    /// Puts files, index and folders back after `error`.
    fn put_back(&self, old_head: Option<&CommitId>, plan: &[Planned<'_>], journal: Journal, error: VcsError) -> VcsError {
        let announced = self.announced(plan);
        let is_unstaged = announced.is_empty() || self.unstage(&announced).is_ok();
        self.restored(old_head, journal, is_unstaged, error)
    }

    /// Takes the commit back that git made on top of `old_head`, for `error`, then all that [`Repository::put_back`] does. The
    /// branch goes back only from that very commit, so that nobody else's is lost.
    fn take_back(&self, old_head: Option<&CommitId>, plan: &[Planned<'_>], journal: Journal, error: VcsError) -> VcsError {
        let VcsError::HookWentTooFar { id, hooks, folder, .. } = &error else { return error };
        if !self.move_back(old_head, id.as_ref()).unwrap_or(false) {
            return match id.clone() {
                Some(commit) => VcsError::HookLeft { commit, hooks: hooks.clone(), folder: folder.clone() },
                None => VcsError::NotPutBack { path: self.git_dir().join("HEAD"), cause: Box::new(error) },
            };
        }
        let entries: Vec<_> = plan.iter().map(|planned| (planned.edit.path.clone(), planned.head.clone())).collect();
        let is_reset = self.set_entries(&entries).is_ok_and(|lock| lock.is_none());
        self.restored(old_head, journal, is_reset, error)
    }

    fn restored(&self, old_head: Option<&CommitId>, journal: Journal, is_index_back: bool, error: VcsError) -> VcsError {
        match journal.put_back() {
            Err(path) => VcsError::NotPutBack { path, cause: Box::new(error) },
            Ok(()) if !is_index_back => VcsError::NotPutBack { path: self.git_dir().join("index"), cause: Box::new(error) },
            Ok(()) => {
                self.forget_note(old_head);
                error
            }
        }
    }

    /// The new files that [`Repository::announce`] got into the index; all of them where the index is unreadable.
    /// Looking needs neither git's lock nor a writable folder, and one of these is often why the commit failed.
    fn announced<'p>(&self, plan: &'p [Planned<'_>]) -> Vec<&'p str> {
        let new: Vec<&RepoPath> = plan.iter().filter(|planned| planned.new).map(|planned| &planned.edit.path).collect();
        if new.is_empty() {
            return Vec::new();
        }
        let index = self.index_view(&new).ok();
        let absent = |path: &RepoPath| index.as_ref().is_some_and(|index| matches!(index.get(path), Ok(None)));
        new.into_iter().filter(|path| !absent(path)).map(RepoPath::as_str).collect()
    }

    /// Takes out of the index what [`Repository::announce`] put in; what never got in is no error.
    fn unstage(&self, paths: &[&str]) -> Result<(), VcsError> {
        let list = paths.join("\0");
        let args = ["update-index", "--force-remove", "-z", "--stdin"];
        self.patiently(|| self.git().run_with(&args, list.as_bytes()))?.expect_success("git update-index").map(drop)
    }

    /// Finds out why git would not commit. Only now: a commit that works pays for no question.
    fn explain(&self, answer: Answer, plan: &[Planned<'_>]) -> VcsError {
        match answer.code {
            _ if self.around.is_interrupted() => VcsError::Stopped,
            1 if self.nothing_changed(plan) => VcsError::NothingToCommit,
            1 => VcsError::HookRefused { output: answer.all_output() },
            _ if matches!(self.check_identity(), Err(VcsError::NoIdentity)) => VcsError::NoIdentity,
            129 => self.too_old().unwrap_or_else(|| answer.into_error("git commit")),
            _ if answer.could_not_sign() => VcsError::SigningFailed { output: answer.all_output() },
            _ => answer.into_error("git commit"),
        }
    }

    fn nothing_changed(&self, plan: &[Planned<'_>]) -> bool {
        let specs: Vec<String> = plan.iter().map(|planned| planned.edit.path.pathspec()).collect();
        specs.chunks(BATCH).all(|batch| {
            let mut args = vec!["diff", "--quiet", "--no-ext-diff", "HEAD", "--"];
            args.extend(batch.iter().map(String::as_str));
            self.git().read(&args).is_ok_and(|answer| answer.code == 0)
        })
    }

    /// As [`check_identity`], here.
    ///
    /// # Errors
    /// That of [`check_identity`].
    pub fn check_identity(&self) -> Result<(), VcsError> {
        check_identity(self.workdir(), &self.around)
    }

    fn too_old(&self) -> Option<VcsError> {
        let (found, is_enough) = git_version(self.workdir(), &self.around).ok()?;
        (!is_enough).then_some(VcsError::GitTooOld { found: format!("git {found}") })
    }
}
