//! A note of the commit that is being made, for whoever comes after a kill.
//!
//! Git moves the branch first and writes the index last. Killed in between, it leaves an index that holds the old files: the
//! person's next plain `git commit` would take the operation back without a word. So whoever commits notes beforehand which
//! files, on top of which commit. The next `mpa` that finds the note puts those entries right that are as the stop left
//! them, and names the others. The note lies in the git folder of the working tree whose index it is about.

use std::fs;
use std::path::PathBuf;

use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::path::RepoPath;
use crate::vcs::program::Git;
use crate::vcs::read::disk::without_returns;
use crate::vcs::read::index::IndexView;
use crate::vcs::read::objects::{Leaf, blob_id, plain_file};
use crate::vcs::repository::{Engine, Repository};

use super::begun::Begun;
use super::examine::Planned;
use super::lock::OperationLock;
use super::worktree;

/// How the note is called, beside the lock.
const NOTE: &str = "mpa.note";
/// What stands for no commit or no file.
const NONE: &str = "-";

/// What a killed command left in the index and in the working tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left {
    /// Files whose entries are put right; where it was only looked, those that the next command puts right.
    pub mended: Vec<RepoPath>,
    /// Files whose entries still hold what was before the last commit, and that were changed since.
    pub unclear: Vec<RepoPath>,
    /// Files that were begun and never committed, which are put [aside](Repository::begun_folder).
    pub begun: Vec<RepoPath>,
    /// The lock of git's that is in the way, which a killed git may have left.
    pub lock: Option<String>,
}

/// One file of a commit that is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noted {
    /// The commit below.
    pub(super) parent: Option<CommitId>,
    /// The object that this commit holds.
    pub(super) before: Option<String>,
    /// The object that was asked for, as far as that is known.
    pub(super) after: Option<String>,
    pub(super) path: RepoPath,
}

/// How a noted file stands.
enum State {
    /// The branch has not moved, or cannot be judged now: the note stays.
    Waiting,
    /// A new file lies there as it was written, and no commit has it.
    Begun,
    /// Nothing of the stop is left.
    Settled,
    /// The index is to hold this.
    Mendable(Option<Leaf>),
    /// The index holds what was before, and the file was changed since.
    Unclear,
}

impl Repository {
    /// Puts right what a killed command left in the index, and aside the new files that it never committed, if nobody works here
    /// now. Costs nothing where nothing was left; no program that the repository names is run.
    ///
    /// # Errors
    /// `Read`, `Program`, `File`, `GitMissing`; the note stays then.
    pub fn settle(&self) -> Result<Left, VcsError> {
        let lock = if self.is_noted() { self.lock_at_once()? } else { None };
        lock.map_or_else(|| Ok(Left::default()), |lock| self.mend(&lock))
    }

    /// The same, and only looks.
    ///
    /// # Errors
    /// `Read`, `Program`.
    pub fn unsettled(&self) -> Result<Left, VcsError> {
        let mut left = Left::default();
        if self.is_noted() {
            for (noted, state) in self.states()? {
                left.add(&noted, &state);
            }
        }
        Ok(left)
    }

    /// Whether there is a note, and this is a moment to look at it.
    pub(super) fn is_noted(&self) -> bool {
        (self.note_path().exists() || self.is_moving()) && self.check_writable(None).is_ok()
    }

    /// Notes that git is about to commit `plan` on top of `parent`.
    pub(super) fn note(&self, parent: Option<&CommitId>, plan: &[Planned<'_>]) -> Result<(), VcsError> {
        let object = |bytes: &[u8]| match &self.engine {
            Engine::Library(_) => blob_id(bytes).map(|id| id.to_string()),
            Engine::Program(_) => None,
        };
        let mut all = self.noted();
        all.extend(plan.iter().map(|planned| Noted {
            parent: parent.cloned(),
            before: planned.head.as_ref().map(|leaf| leaf.id.clone()),
            after: planned.edit.after.as_deref().and_then(object),
            path: planned.edit.path.clone(),
        }));
        self.write_note(&all)
    }

    /// The commit on top of `parent` is made, or everything was put back.
    pub(super) fn forget_note(&self, parent: Option<&CommitId>) {
        let mut rest = self.noted();
        rest.retain(|noted| noted.parent.as_ref() != parent);
        // A note too many is looked at once more, and found settled.
        let _ = self.write_note(&rest);
    }

    /// Puts right what can be, and keeps the note of the rest.
    pub(super) fn mend(&self, held: &OperationLock) -> Result<Left, VcsError> {
        if self.is_moving() {
            self.end_move(held)?;
        }
        let (mut left, mut rest, mut entries) = (Left::default(), Vec::new(), Vec::new());
        for (noted, state) in self.states()? {
            left.add(&noted, &state);
            match state {
                State::Waiting | State::Unclear => rest.push(noted),
                State::Mendable(leaf) => entries.push((noted.path, leaf)),
                State::Begun => entries.push((noted.path, None)),
                State::Settled => {}
            }
        }
        left.lock = self.set_entries(&entries)?;
        if left.lock.is_some() {
            left.mended.clear();
            left.begun.clear();
            return Ok(left);
        }
        self.put_aside(&left.begun)?;
        self.write_note(&rest)?;
        Ok(left)
    }

    /// Lets the index hold exactly `entries` at their paths, whatever the files hold. An answer names the lock of another git
    /// that is in the way.
    pub(super) fn set_entries(&self, entries: &[(RepoPath, Option<Leaf>)]) -> Result<Option<String>, VcsError> {
        if entries.is_empty() {
            return Ok(None);
        }
        let width = entries.iter().find_map(|(_, leaf)| leaf.as_ref()).map_or(40, |leaf| leaf.id.len());
        let line = |(path, leaf): &(RepoPath, Option<Leaf>)| match leaf {
            Some(Leaf { id, mode }) => format!("{mode:o} {id}\t{path}\0"),
            None => format!("0 {}\t{path}\0", "0".repeat(width)),
        };
        let list: String = entries.iter().map(line).collect();
        let answer = self.deaf_git()?.steady().run_with(&["update-index", "-z", "--index-info"], list.as_bytes())?;
        if answer.lost_to_another() {
            let index = self.git_dir().join("index.lock").display().to_string();
            return Ok(Some(answer.lock_file().map_or(index, str::to_owned)));
        }
        answer.expect_success("git update-index").map(|_| None)
    }

    /// Git without the programs that the configuration names: it would ask filters about files that changed just now.
    fn deaf_git(&self) -> Result<Git, VcsError> {
        let words = ["config", "--list", "--includes", "--name-only", "-z"];
        let listed = self.git().read(&words)?.expect_success("git config")?.stdout;
        let names = String::from_utf8(listed)
            .map_err(|cause| VcsError::Read { what: "git config".to_owned(), cause: cause.to_string() })?;
        let filters = names.split_terminator('\0').filter(|name| name.starts_with("filter."));
        let silenced = filters.map(|name| (name, if name.ends_with(".required") { "false" } else { "" }));
        let all: Vec<_> = [("core.hooksPath", "/dev/null"), ("core.fsmonitor", "false")].into_iter().chain(silenced).collect();
        let mut variables = vec![("GIT_CONFIG_COUNT".to_owned(), all.len().to_string())];
        for (number, (name, value)) in all.into_iter().enumerate() {
            variables.push((format!("GIT_CONFIG_KEY_{number}"), name.to_owned()));
            variables.push((format!("GIT_CONFIG_VALUE_{number}"), value.to_owned()));
        }
        Ok(self.git().with(&variables))
    }

    fn states(&self) -> Result<Vec<(Noted, State)>, VcsError> {
        let (noted, head) = (self.noted(), self.head_id()?);
        let index = self.index_view(&noted.iter().map(|it| &it.path).collect::<Vec<_>>())?;
        let mut all = noted
            .into_iter()
            .map(|it| self.state_of(&it, head.as_ref(), &index).map(|state| (it, state)))
            .collect::<Result<Vec<_>, VcsError>>()?;
        // One file of a commit that somebody works on keeps the others.
        if all.iter().any(|(_, state)| matches!(state, State::Waiting)) {
            all.iter_mut().filter(|(_, state)| matches!(state, State::Begun)).for_each(|(_, state)| *state = State::Waiting);
        }
        Ok(all)
    }

    fn state_of(&self, noted: &Noted, head: Option<&CommitId>, index: &IndexView) -> Result<State, VcsError> {
        if noted.parent.as_ref() == head {
            return Ok(match self.begun(noted, index)? {
                Begun::Written => State::Begun,
                Begun::Announced => State::Mendable(None),
                Begun::Nothing => State::Settled,
                Begun::Theirs => State::Waiting,
            });
        }
        let path = &noted.path;
        let (Ok(committed), Ok(indexed)) = (plain_file(self.in_head(path)?, path), index.get(path)) else {
            return Ok(State::Settled);
        };
        let entry = indexed.as_ref().filter(|entry| !entry.intent).map(|entry| entry.leaf.id.clone());
        let is_as_left = entry == noted.before || (entry.is_some() && entry == noted.after);
        let is_as_committed = entry == committed.as_ref().map(|leaf| leaf.id.clone());
        // Whatever else the index holds, somebody put there since.
        if is_as_committed || !is_as_left {
            return Ok(State::Settled);
        }
        let is_plain = indexed.is_none_or(|entry| !entry.skipped && !entry.assumed && !entry.conflict);
        let is_right = is_plain && self.is_above(noted.parent.as_ref())? && self.is_on_disk(path, committed.as_ref())?;
        Ok(if is_right { State::Mendable(committed) } else { State::Unclear })
    }

    /// Whether the file holds what was committed.
    fn is_on_disk(&self, path: &RepoPath, committed: Option<&Leaf>) -> Result<bool, VcsError> {
        let is_ours = worktree::guard(self.workdir(), path).is_ok();
        Ok(match (worktree::content(self.workdir(), path), committed) {
            (Ok(Some(bytes)), Some(leaf)) if is_ours => {
                self.holds(&leaf.id, &bytes, path)? || self.holds(&leaf.id, &without_returns(&bytes), path)?
            }
            (Ok(None), None) => is_ours,
            _ => false,
        })
    }

    fn noted(&self) -> Vec<Noted> {
        let text = fs::read_to_string(self.note_path()).unwrap_or_default();
        text.lines().filter_map(Noted::read).collect()
    }

    fn write_note(&self, noted: &[Noted]) -> Result<(), VcsError> {
        let path = self.note_path();
        if !noted.is_empty() {
            let text: String = noted.iter().map(Noted::line).collect();
            return worktree::put(&path, text.as_bytes());
        }
        worktree::clear(&path)
    }

    fn note_path(&self) -> PathBuf {
        self.git_dir().join(NOTE)
    }
}

impl Left {
    fn add(&mut self, noted: &Noted, state: &State) {
        match state {
            State::Mendable(_) => self.mended.push(noted.path.clone()),
            State::Unclear => self.unclear.push(noted.path.clone()),
            State::Begun => self.begun.push(noted.path.clone()),
            State::Waiting | State::Settled => {}
        }
    }
}

impl Noted {
    fn line(&self) -> String {
        let parent = self.parent.as_ref().map_or(NONE, CommitId::as_str);
        let [before, after] = [&self.before, &self.after].map(|it| it.as_deref().unwrap_or(NONE));
        format!("{parent} {before} {after}\t{}\n", self.path)
    }

    fn read(line: &str) -> Option<Self> {
        let (names, path) = line.split_once('\t')?;
        let [parent, before, after] = names.split(' ').collect::<Vec<_>>().try_into().ok()?;
        let parent = if parent == NONE { None } else { Some(CommitId::parse(parent)?) };
        let [before, after] = [before, after].map(|name| (name != NONE).then(|| name.to_owned()));
        Some(Self { parent, before, after, path: RepoPath::new(path)? })
    }
}
