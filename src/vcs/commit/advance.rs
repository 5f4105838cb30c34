//! Moving the branch that is checked out to another commit, around whatever the person has not committed.
//!
//! A two-way checkout: files that the two commits share keep what the person did to them, and a file that both the person
//! and the new commit changed stops it, before anything moves. The files come first and the branch last: whoever is
//! killed in between finds files that the next run recognises as those of the commit it is about to take.

use std::fs;

use crate::domain::bounds::Room;
use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::program::answer::Answer;
use crate::vcs::read::compare::Difference;
use crate::vcs::repository::Repository;

use super::lock::OperationLock;

impl Repository {
    /// Stops where files that are in no commit stand in the way from HEAD, which is `from`, to the commit `to`.
    ///
    /// # Errors
    /// `InTheWay` with their names; `NeedsEngine`, `Read`, `Program`.
    pub fn check_the_way(&self, _held: &OperationLock, from: &CommitId, to: &CommitId) -> Result<(), VcsError> {
        self.spare_untracked(from, to)?;
        if from == to || self.two_way(&["-n"], from, to)?.code == 0 {
            return Ok(());
        }
        self.clear_the_way(from, to)?;
        self.two_way(&["-n"], from, to)?.expect_success("git read-tree").map(drop)
    }

    /// Moves HEAD's branch, the index and the files from the commit `from` to the commit `to`.
    ///
    /// # Errors
    /// As [`Repository::check_the_way`]; `IndexLocked`; `Program` where the branch is not at `from` any more.
    pub fn advance(&self, held: &OperationLock, from: &CommitId, to: &CommitId) -> Result<(), VcsError> {
        let branch = self.head_branch()?.ok_or(VcsError::Detached { way: None })?;
        self.spare_untracked(from, to)?;
        let moved = self.move_files(from, to).and_then(|()| self.point(&format!("refs/heads/{branch}"), to, Some(from)));
        if self.is_moving() {
            // A note that stays is looked at by the next command.
            let _ = self.end_move(held);
        }
        moved
    }

    fn move_files(&self, from: &CommitId, to: &CommitId) -> Result<(), VcsError> {
        if from == to {
            return Ok(());
        }
        let mut answer = self.two_way_noted(from, to)?;
        // Git looks at every file before it moves the first: it is asked what is wrong only once it has refused.
        if answer.code != 0 && !answer.stopped_halfway() {
            self.clear_the_way(from, to)?;
            answer = self.two_way_noted(from, to)?;
        }
        answer.expect_success("git read-tree").map(drop)
    }

    /// Leaves a note unless git refused.
    fn two_way_noted(&self, from: &CommitId, to: &CommitId) -> Result<Answer, VcsError> {
        self.note_move(from, to)?;
        let answer = self.two_way(&[], from, to);
        if !answer.as_ref().is_ok_and(|it| it.code == 0 || it.stopped_halfway()) {
            self.forget_move()?;
        }
        answer
    }

    /// Keeps the commit `id` under the name `name`, which no branch of the person's has.
    ///
    /// # Errors
    /// `GitMissing`, `Program`.
    pub fn keep(&self, _held: &OperationLock, name: &str, id: &CommitId) -> Result<(), VcsError> {
        self.point(name, id, None)
    }

    /// Lets go of a name of [`Repository::keep`]'s.
    ///
    /// # Errors
    /// `GitMissing`, `Program`.
    pub fn let_go(&self, _held: &OperationLock, name: &str) -> Result<(), VcsError> {
        let words = ["update-ref", "-m", "mpa sync", "-d", name];
        self.patiently(|| self.git().run(&words))?.expect_success("git update-ref").map(drop)
    }

    /// Lets the reference `name` name the commit `id`: whatever it named before, or only where that was `from`.
    pub(in crate::vcs) fn point(&self, name: &str, id: &CommitId, from: Option<&CommitId>) -> Result<(), VcsError> {
        let words: Vec<&str> =
            ["update-ref", "-m", "mpa sync", name, id.as_str()].into_iter().chain(from.map(CommitId::as_str)).collect();
        self.patiently(|| self.git().steady().run(&words))?.expect_success("git update-ref").map(drop)
    }

    /// Whether the history of `later` holds the commit `earlier`.
    ///
    /// # Errors
    /// `NeedsEngine`, `Read`.
    pub fn holds_commit(&self, later: &CommitId, earlier: &CommitId) -> Result<bool, VcsError> {
        let unreadable = |error: git2::Error| VcsError::read(later.as_str(), &error);
        let id = |commit: &CommitId| commit.oid().map_err(unreadable);
        Ok(later == earlier || self.library()?.graph_descendant_of(id(later)?, id(earlier)?).map_err(unreadable)?)
    }

    fn two_way(&self, more: &[&str], from: &CommitId, to: &CommitId) -> Result<Answer, VcsError> {
        let words = [&["read-tree", "-m", "-u"], more, &[from.as_str(), to.as_str()]].concat();
        self.patiently(|| self.git().steady().run(&words))
    }

    /// Stops where a file that git does not know lies where a new one is to come. Git itself takes those that it was told to
    /// ignore for worthless.
    fn spare_untracked(&self, from: &CommitId, to: &CommitId) -> Result<(), VcsError> {
        if from == to {
            return Ok(());
        }
        let differences = self.differences(Some(from), to, &Room::of_own())?;
        let empties =
            |folder: &str| differences.iter().any(|it| it.after.is_none() && it.path.starts_with(&format!("{folder}/")));
        let mut paths = Vec::new();
        for difference in differences.iter().filter(|it| it.before.is_none() && it.after.is_some() && !empties(&it.path)) {
            let Some(path) = RepoPath::new(&difference.path) else { continue };
            if let Some(there) = self.in_place_of(&path)
                && self.index_view(&[&there])?.get(&there)?.is_none()
                && self.differs_from(to, &path).unwrap_or(true)
            {
                paths.push(there.as_str().to_owned());
            }
        }
        paths.dedup();
        if paths.is_empty() { Ok(()) } else { Err(VcsError::InTheWay { paths }) }
    }

    /// What lies on the disk where `path` is to come: something of that name, or a file where a folder has to be.
    fn in_place_of(&self, path: &RepoPath) -> Option<RepoPath> {
        let mut part = String::new();
        let mut parts = path.as_str().split('/').peekable();
        while let Some(name) = parts.next() {
            part = if part.is_empty() { name.to_owned() } else { format!("{part}/{name}") };
            let there = RepoPath::new(&part)?;
            let found = fs::symlink_metadata(there.below(self.workdir())).ok()?;
            let is_folder_on_the_way = parts.peek().is_some() && found.is_dir();
            if !is_folder_on_the_way {
                return Some(there);
            }
        }
        None
    }

    /// After git refused to go from one commit to the other: what only looks like the person's work stops it no more, and
    /// what is theirs is named. Most runs never come here, and pay for none of its questions.
    fn clear_the_way(&self, from: &CommitId, to: &CommitId) -> Result<(), VcsError> {
        self.refresh()?;
        let (mine, done) = self.touched(from, to)?;
        if mine.is_empty() { self.announce_done(&done) } else { Err(VcsError::InTheWay { paths: mine }) }
    }

    /// Lets git look again at files whose time changed and whose text did not.
    fn refresh(&self) -> Result<(), VcsError> {
        // The exit code tells only that some file differs.
        self.patiently(|| self.git().steady().run(&["update-index", "-q", "--refresh"])).map(drop)
    }

    /// Of the files that differ between the two commits, those with a text of the person's, and those that already hold
    /// what the second commit has: what a killed run left.
    fn touched(&self, from: &CommitId, to: &CommitId) -> Result<(Vec<String>, Vec<RepoPath>), VcsError> {
        let (mut mine, mut done) = (Vec::new(), Vec::new());
        for difference in self.differences(Some(from), to, &Room::of_own())? {
            let Some(path) = RepoPath::new(&difference.path) else { continue };
            match self.whose(from, to, &difference, &path)? {
                Whose::Untouched => {}
                Whose::Done => done.push(path),
                Whose::Mine => mine.push(difference.path),
            }
        }
        Ok((mine, done))
    }

    fn whose(&self, from: &CommitId, to: &CommitId, difference: &Difference, path: &RepoPath) -> Result<Whose, VcsError> {
        let indexed = self.index_view(&[path])?.get(path)?.map(|found| found.leaf.id);
        let [old, new] = [&difference.before, &difference.after].map(|it| it.as_ref().map(|entry| entry.id.clone()));
        let on_disk = fs::symlink_metadata(path.below(self.workdir())).is_ok();
        let holds = |commit: &CommitId, entry: &Option<String>| match entry {
            Some(_) => Ok(on_disk && !self.differs_from(commit, path)?),
            None => Ok::<_, VcsError>(!on_disk),
        };
        if (indexed == old || indexed == new) && holds(to, &new)? {
            return Ok(if indexed == new { Whose::Untouched } else { Whose::Done });
        }
        // A file that is gone from the disk comes back: there is no text of anybody's to lose.
        let is_old = indexed == old && (holds(from, &old)? || !on_disk);
        Ok(if is_old { Whose::Untouched } else { Whose::Mine })
    }

    /// Tells the index of files that hold already what they are to hold.
    pub(super) fn announce_done(&self, done: &[RepoPath]) -> Result<(), VcsError> {
        if done.is_empty() {
            return Ok(());
        }
        let list = done.iter().map(RepoPath::as_str).collect::<Vec<_>>().join("\0");
        let words = ["update-index", "--add", "--remove", "-z", "--stdin"];
        self.patiently(|| self.git().steady().run_with(&words, list.as_bytes()))?.expect_success("git update-index").map(drop)
    }
}

/// Whose text a file holds that is to change.
enum Whose {
    /// The old commit's, or nobody's.
    Untouched,
    /// The new commit's already.
    Done,
    /// The person's.
    Mine,
}
