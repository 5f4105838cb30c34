//! Finding the repository around a folder, cheaply: no status, no index, no history is read.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Once;

use git2::ErrorCode;

use super::error::VcsError;
use super::path::RepoPath;
use super::program::Git;
use super::program::surroundings::Surroundings;
use super::program::watch::Talk;

/// A git repository with a working tree.
pub struct Repository {
    workdir: PathBuf,
    git_dir: PathBuf,
    common_dir: PathBuf,
    pub(super) engine: Engine,
    pub(super) around: Surroundings,
    /// A working tree that is gone in a moment: git does not tidy up the repository after each commit there.
    pub(super) fleeting: bool,
    /// Whether no setting of git's has a say in a commit, once that was asked.
    pub(super) unheard: OnceCell<bool>,
    /// Git's settings by their keys, once the program was asked for them.
    pub(super) configured: RefCell<Option<HashMap<String, String>>>,
    /// The remote that has what this clone was made without, once that was asked.
    pub(super) promisor: OnceCell<Option<String>>,
}

/// Who reads: libgit2 where it can open the repository, else the git program.
pub(super) enum Engine {
    Library(Box<git2::Repository>),
    /// libgit2 refused, for this reason.
    Program(String),
}

impl Repository {
    /// Opens the repository that holds `start`.
    ///
    /// # Errors
    /// `NotARepository`, `Bare`, `ForeignOwner`; `Open` where neither libgit2 nor git can read it.
    pub fn discover(start: &Path, around: Surroundings) -> Result<Self, VcsError> {
        prepare_library();
        match git2::Repository::discover(start) {
            // libgit2 believes what stands there of who came after whom, and cannot be told not to.
            Ok(library) if has_grafts(&library) => Self::from_program(start, around, GRAFTS),
            Ok(library) => Self::from_library(library, around),
            Err(error) if error.code() == ErrorCode::NotFound => Err(VcsError::NotARepository { path: start.to_owned() }),
            Err(error) if error.code() == ErrorCode::Owner => Err(VcsError::ForeignOwner { path: start.to_owned() }),
            Err(error) => Self::from_program(start, around, error.message()),
        }
    }

    /// What the git program says of `start`, where libgit2 sees nothing: a git folder that is damaged.
    pub(super) fn discover_by_program(start: &Path, around: &Surroundings) -> Result<Self, VcsError> {
        Self::from_program(start, around.clone(), "")
    }

    /// The top of the working tree.
    pub fn workdir(&self) -> &Path {
        &self.workdir
    }

    /// What it was opened with.
    pub fn surroundings(&self) -> &Surroundings {
        &self.around
    }

    /// The git folder of this working tree; a linked worktree has its own.
    pub fn git_dir(&self) -> &Path {
        &self.git_dir
    }

    /// The git folder that all worktrees of the repository share.
    pub fn common_dir(&self) -> &Path {
        &self.common_dir
    }

    /// Names `path` from the top of the working tree. Links inside the working tree are not followed, so that they can
    /// be refused; a link that leads to it from outside is.
    ///
    /// # Errors
    /// `Outside`, `BadPath`.
    pub fn relative(&self, path: &Path) -> Result<RepoPath, VcsError> {
        let outside = || VcsError::Outside { path: path.to_owned(), workdir: self.workdir.clone() };
        let below = match path.strip_prefix(&self.workdir) {
            Ok(below) => below.to_owned(),
            Err(_) => below_real(&self.workdir, path).ok_or_else(outside)?,
        };
        let parts: Option<Vec<&str>> = below.components().map(|part| part.as_os_str().to_str()).collect();
        parts.and_then(|parts| RepoPath::new(&parts.join("/"))).ok_or_else(|| VcsError::BadPath { path: path.to_owned() })
    }

    /// libgit2's view, for what only it can answer.
    ///
    /// # Errors
    /// `NeedsEngine` where libgit2 cannot open the repository.
    pub(super) fn library(&self) -> Result<&git2::Repository, VcsError> {
        match &self.engine {
            Engine::Library(library) => Ok(library),
            Engine::Program(cause) => Err(VcsError::NeedsEngine { cause: cause.clone() }),
        }
    }

    /// The git program, at the top of the working tree.
    pub(super) fn git(&self) -> Git {
        let lacking = |remote: &str| self.git_that_talks(Talk::Lacking(remote.to_owned()));
        self.promisor().map_or_else(|| self.git_alone(), lacking)
    }

    /// The same for what never asks a remote; a hook of the person's may.
    pub(super) fn git_alone(&self) -> Git {
        let asks = self.around.terminal || self.around.ssh_command_in_environment;
        let ssh = if asks { None } else { self.library_config("core.sshCommand") };
        Git::new(&self.workdir, &self.around, ssh)
    }

    /// The same where it talks to `remote`.
    pub(super) fn git_to_remote(&self, remote: &str) -> Git {
        self.git_that_talks(Talk::With(remote.to_owned()))
    }

    /// With ssh as the person set it up, wherever they did.
    fn git_that_talks(&self, talk: Talk) -> Git {
        let ssh = if self.around.ssh_command_in_environment { None } else { self.config("core.sshCommand") };
        Git::new(&self.workdir, &self.around, ssh).talking(talk)
    }

    fn from_library(library: git2::Repository, around: Surroundings) -> Result<Self, VcsError> {
        let Some(workdir) = library.workdir().map(tidy) else {
            return Err(VcsError::Bare { path: library.path().to_owned() });
        };
        let (git_dir, common_dir) = (tidy(library.path()), tidy(library.commondir()));
        Ok(Self {
            workdir,
            git_dir,
            common_dir,
            engine: Engine::Library(Box::new(library)),
            around,
            fleeting: false,
            unheard: OnceCell::new(),
            configured: RefCell::default(),
            promisor: OnceCell::new(),
        })
    }

    fn from_program(start: &Path, around: Surroundings, cause: &str) -> Result<Self, VcsError> {
        let git = Git::new(start, &around, None);
        let asked = ["rev-parse", "--path-format=absolute", "--git-dir", "--git-common-dir", "--show-toplevel"];
        let answer = git.run(&asked)?;
        let text = String::from_utf8_lossy(&answer.stdout).into_owned();
        let mut lines = text.lines().map(|line| tidy(Path::new(line)));
        match (lines.next(), lines.next(), lines.next()) {
            (Some(git_dir), Some(common_dir), Some(workdir)) if answer.code == 0 => Ok(Self {
                workdir,
                git_dir,
                common_dir,
                engine: Engine::Program(format_of(cause)),
                around,
                fleeting: false,
                unheard: OnceCell::new(),
                configured: RefCell::default(),
                promisor: OnceCell::new(),
            }),
            (Some(git_dir), ..) if answer.stderr.contains("must be run in a work tree") => Err(VcsError::Bare { path: git_dir }),
            _ => Err(VcsError::Open { path: start.to_owned(), cause: answer.all_output() }),
        }
    }
}

/// Where a clone may give commits other parents than they have.
const GRAFTS: &str = "info/grafts";

fn has_grafts(library: &git2::Repository) -> bool {
    fs::read(library.commondir().join(GRAFTS)).is_ok_and(|bytes| !bytes.trim_ascii().is_empty())
}

/// Objects are hashed when they are written; hashing them again at each read doubles the cost of reading.
fn prepare_library() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        git2::opts::strict_hash_verification(false);
        #[cfg(test)]
        super::tests::kit::forget_the_machine();
    });
}

/// What libgit2 could not open, by the name that people know it by; else its own words.
fn format_of(cause: &str) -> String {
    let known = [("refstorage", "reftable"), ("objectformat", "SHA-256"), ("sha256", "SHA-256")];
    let lower = cause.to_lowercase();
    known.iter().find(|(words, _)| lower.contains(words)).map_or_else(|| cause.to_owned(), |(_, name)| (*name).to_owned())
}

/// The same path without a trailing separator.
fn tidy(path: &Path) -> PathBuf {
    path.components().collect()
}

/// The part of `path` below `workdir` when one of the folders above it *is* the working tree by another name.
fn below_real(workdir: &Path, path: &Path) -> Option<PathBuf> {
    let real = workdir.canonicalize().ok()?;
    for above in path.ancestors().skip(1) {
        match above.canonicalize() {
            Ok(known) if known == real => return path.strip_prefix(above).ok().map(Path::to_owned),
            _ => {}
        }
    }
    let (existing, known) = path.ancestors().skip(1).find_map(|above| Some((above, above.canonicalize().ok()?)))?;
    known.join(path.strip_prefix(existing).ok()?).strip_prefix(&real).ok().map(Path::to_owned)
}
