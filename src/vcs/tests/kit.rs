//! A throw-away repository, and the git that sees nothing of the machine's configuration.
#![allow(
    unsafe_code,
    clippy::disallowed_methods,
    reason = "libgit2 keeps its search path in the process; tests shape their own environment"
)]

#[path = "../../../tests/kit/scratch.rs"]
mod scratch;
#[path = "../../../tests/kit/skipped.rs"]
mod skipped;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use git2::ConfigLevel;
use tempfile::TempDir;

pub use skipped::skipped;

use crate::vcs::{CommitId, Edit, Landed, Patience, RepoPath, Repository, Surroundings, VcsError};

pub const TASK: &str = "data/tasks/mphack/k7q2m-liste.toml";
pub const OLD: &str = "title = \"Mettre en ligne la liste\"\nbudget = \"2h\"\n";
pub const NEW: &str = "title = \"Mettre en ligne la liste\"\nbudget = \"2h\"\n\n[claims.marmotte]\nuntil = 2026-12-04\n";
pub const MESSAGE: &str = "claim: Mettre en ligne la liste (k7q2m)\n\nMpa-Operation: claim\nMpa-Task: k7q2m\n";

/// A folder that holds a home and a repository.
pub struct Kit {
    root: TempDir,
}

impl Kit {
    /// A repository with one commit: the task, a note and a script.
    pub fn new() -> Self {
        let kit = Self::unborn(&[]);
        kit.write(TASK, OLD);
        kit.write("note.txt", "note\n");
        kit.write("other.txt", "other\n");
        kit.git(&["add", "."]);
        kit.git(&["commit", "-qm", "Start"]);
        kit
    }

    /// A repository made by `git init` with `args`, without a commit.
    pub fn unborn(args: &[&str]) -> Self {
        let kit = Self::empty();
        kit.git(&[&["init", "-q", "-b", "main"], args].concat());
        kit
    }

    /// No repository at all.
    pub fn empty() -> Self {
        let kit = Self { root: scratch::folder() };
        fs::create_dir_all(kit.workdir()).unwrap();
        fs::create_dir_all(kit.home()).unwrap();
        let identity = "[user]\n\tname = Marmotte\n\temail = marmotte@example.org\n\tuseConfigOnly = true\n";
        fs::write(kit.home().join(".gitconfig"), identity).unwrap();
        kit
    }

    pub fn workdir(&self) -> PathBuf {
        self.root.path().canonicalize().unwrap().join("work")
    }

    pub fn home(&self) -> PathBuf {
        self.root.path().canonicalize().unwrap().join("home")
    }

    pub fn around(&self) -> Surroundings {
        let [operation, index, network] = [30, 5, 30].map(Duration::from_secs);
        let patience = Patience { operation, index, network };
        Surroundings { child_environment: self.environment(), patience, ..Surroundings::default() }
    }

    pub fn repository(&self) -> Repository {
        Repository::discover(&self.workdir(), self.around()).unwrap()
    }

    pub fn write(&self, path: &str, text: &str) {
        let file = self.workdir().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.workdir().join(path)).unwrap()
    }

    /// Installs a hook made of shell lines.
    #[cfg(unix)]
    pub fn hook(&self, name: &str, lines: &str) {
        use std::os::unix::fs::PermissionsExt;
        let file = self.workdir().join(".git/hooks").join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, format!("#!/bin/sh\n{lines}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// What git prints; it must succeed.
    pub fn git(&self, args: &[&str]) -> String {
        self.git_in(&self.workdir(), args)
    }

    pub fn git_in(&self, dir: &Path, args: &[&str]) -> String {
        let output = self.try_git_in(dir, args);
        assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn try_git(&self, args: &[&str]) -> bool {
        self.try_git_in(&self.workdir(), args).status.success()
    }

    fn try_git_in(&self, dir: &Path, args: &[&str]) -> Output {
        let mut command = Command::new("git");
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
            command.env_remove(name);
        }
        command.args(args).current_dir(dir).envs(self.environment()).output().unwrap()
    }

    fn environment(&self) -> Vec<(String, String)> {
        let home = self.home().display().to_string();
        let config = self.home().join(".gitconfig").display().to_string();
        [
            ("HOME", home.as_str()),
            ("XDG_CONFIG_HOME", &home),
            ("GIT_CONFIG_GLOBAL", &config),
            ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_CONFIG_COUNT", "0"),
            ("GIT_CONFIG_PARAMETERS", ""),
            ("GIT_TEMPLATE_DIR", ""),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
    }

    /// The commit that `name` leads to.
    pub fn id(&self, name: &str) -> CommitId {
        id(&self.git(&["rev-parse", name]))
    }

    /// Commits the claim on [`TASK`].
    pub fn claim(&self) -> Result<Landed, VcsError> {
        commit(&self.repository(), &[edit(TASK, Some(OLD), NEW)])
    }

    /// Everything that must be as before after a refusal: branch, index, files.
    pub fn state(&self) -> Vec<String> {
        let mut state = vec![
            fs::read_to_string(self.workdir().join(".git/HEAD")).unwrap(),
            self.git(&["for-each-ref"]),
            self.git(&["ls-files", "--stage", "-t"]),
            self.git(&["status", "--porcelain=v2", "--untracked-files=all", "--ignored"]),
        ];
        list(&self.workdir(), &mut state);
        state
    }

    /// Nothing to commit, nothing forgotten.
    pub fn assert_clean(&self) {
        assert_eq!(self.git(&["status", "--porcelain=v2", "--untracked-files=all"]), "");
    }
}

/// Keeps libgit2, too, from the configuration of the person who runs the tests: it may trust every folder, or name a
/// handle. To be called once, before the first repository is opened.
pub fn forget_the_machine() {
    for level in [ConfigLevel::ProgramData, ConfigLevel::System, ConfigLevel::XDG, ConfigLevel::Global] {
        // SAFETY: the paths are global; no other thread reads them yet, since opening waits for this.
        unsafe { git2::opts::set_search_path(level, "") }.unwrap();
    }
}

/// Names and contents below `dir`, the git folder left out.
fn list(dir: &Path, state: &mut Vec<String>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries.into_iter().filter(|path| !path.ends_with(".git")) {
        if path.symlink_metadata().unwrap().is_dir() {
            state.push(path.display().to_string());
            list(&path, state);
        } else {
            let bytes = fs::read(&path).unwrap_or_default();
            state.push(format!("{}: {}", path.display(), String::from_utf8_lossy(&bytes)));
        }
    }
}

/// What git printed, as the commit that it is.
pub fn id(text: &str) -> CommitId {
    CommitId::parse(text.trim()).unwrap()
}

pub fn path(text: &str) -> RepoPath {
    RepoPath::new(text).unwrap()
}

pub fn edit(file: &str, before: Option<&str>, after: &str) -> Edit {
    Edit { path: path(file), before: before.map(|text| text.as_bytes().to_vec()), after: Some(after.as_bytes().to_vec()) }
}

pub fn commit(repository: &Repository, edits: &[Edit]) -> Result<Landed, VcsError> {
    let lock = repository.lock()?;
    repository.commit(&lock, edits, MESSAGE)
}
