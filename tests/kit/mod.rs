//! A scratch world for whole-program tests: its own home, its own git configuration, a fixed clock, real git.
//!
//! Nothing of the machine leaks in but `PATH`. Every run is looked at for what no run may ever show: a panic, an escape
//! sequence, a character that turns the direction of the text.
#![allow(dead_code, unused_imports, reason = "each test binary uses its own part of the kit")]

mod call;
mod data;
mod linter;
mod long;
mod made;
mod run;
mod scratch;
mod skipped;
#[cfg(unix)]
mod terminal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};

use tempfile::TempDir;

pub use call::{Call, split};
pub use data::{CAMPAIGN, PROJECT, task, task_with};
pub use linter::linter;
pub use long::{is_whole, kills};
pub use run::{Run, flat, is_steering};
pub use skipped::skipped;
#[cfg(unix)]
pub use terminal::{Shown, Terminal};

/// The moment of every run that names no other.
pub const NOW: &str = "2026-11-24T10:00:00+01:00";
/// The same in seconds since 1970.
const NOW_SECONDS: u64 = 1_795_510_800;
/// How many commands share a day before the seconds begin again.
const SECONDS: u64 = 36_000;

/// A home, a repository, and everything around them.
pub struct World {
    scratch: TempDir,
    /// The folder of the campaign.
    pub repo: PathBuf,
}

/// Everything a refused command must leave as it was.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    head: String,
    index: String,
    status: String,
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl World {
    /// A home, and an empty folder that is no repository.
    pub fn empty() -> Self {
        let scratch = scratch::folder();
        let root = scratch.path().canonicalize().unwrap();
        let world = Self { repo: root.join("repo"), scratch };
        [world.home(), world.temporary(), world.repo.clone()].iter().for_each(|folder| fs::create_dir_all(folder).unwrap());
        // Without the examples of hooks, which nobody reads and every repository gets.
        let config = "[user]\n\tname = Test\n\temail = test@example.org\n[init]\n\tdefaultBranch = main\n\ttemplateDir =\n\
                      [gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n";
        fs::write(world.git_config(), config).unwrap();
        world
    }

    /// The usual campaign, committed: see [`data`].
    pub fn new() -> Self {
        Self::with(&[])
    }

    /// The usual campaign with these files more, or instead.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let world = Self::empty();
        let mut all = data::usual();
        all.extend(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
        for (path, text) in &all {
            world.write(path, text);
        }
        made::committed(&world, &all);
        world
    }

    pub fn home(&self) -> PathBuf {
        self.top().join("home")
    }

    /// Where programs put what they throw away.
    pub fn temporary(&self) -> PathBuf {
        self.top().join("tmp")
    }

    /// The folder that holds everything of this world.
    pub fn top(&self) -> PathBuf {
        self.scratch.path().canonicalize().unwrap()
    }

    pub fn git_config(&self) -> PathBuf {
        self.home().join("gitconfig")
    }

    /// `git` with these words, which must succeed; its output without the last line feed.
    #[track_caller]
    pub fn git(&self, words: &str) -> String {
        let run = self.try_git(words);
        assert_eq!(run.code, 0, "git {words}\n{}{}", run.out, run.err);
        run.out.trim_end_matches('\n').to_owned()
    }

    /// What `git` with these arguments writes, byte for byte.
    #[track_caller]
    pub fn git_bytes(&self, args: &[&str]) -> Vec<u8> {
        let mut command = Command::new("git");
        command.args(args).current_dir(&self.repo);
        self.hermetic(&mut command);
        let output = command.output().unwrap();
        assert!(output.status.success(), "git {args:?}");
        output.stdout
    }

    pub fn try_git(&self, words: &str) -> Run {
        let mut command = Command::new("git");
        command.args(split(words)).current_dir(&self.repo);
        self.hermetic(&mut command);
        Run::of(command, &format!("git {words}"))
    }

    /// The same at that moment, as commits tell it.
    #[track_caller]
    pub fn git_at(&self, moment: &str, words: &str) {
        let mut command = Command::new("git");
        command.args(split(words)).current_dir(&self.repo);
        self.hermetic(&mut command);
        command.env("GIT_AUTHOR_DATE", moment).env("GIT_COMMITTER_DATE", moment);
        Run::of(command, &format!("git {words}")).exits(0);
    }

    /// `mpa` typed by the person `who`.
    pub fn by(&self, who: &str) -> Call<'_> {
        self.anybody().env("MPA_HANDLE", who)
    }

    /// `mpa` typed by somebody it does not know.
    pub fn anybody(&self) -> Call<'_> {
        Call::new(self)
    }

    /// Leaves nothing of the machine in the environment of `command` but `PATH`.
    pub fn hermetic(&self, command: &mut Command) {
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("TZ", "Europe/Paris");
        command.env("TMPDIR", self.temporary());
        command.env("HOME", self.home()).env("XDG_CONFIG_HOME", self.home().join(".config"));
        command.env("GIT_CONFIG_GLOBAL", self.git_config()).env("GIT_CONFIG_NOSYSTEM", "1");
        command.env("GIT_CEILING_DIRECTORIES", self.top()).env("TERM", "dumb").env("MPA_PAGER", "");
        let date = date();
        command.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", date);
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.repo.join(path)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    #[track_caller]
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
    }

    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        String::from_utf8(self.bytes(path)).unwrap()
    }

    /// The path of the file of the task `id`, from the repository.
    #[track_caller]
    pub fn task_path(&self, id: &str) -> String {
        let found = self.all_tasks().into_iter().find(|path| path.rsplit('/').next().unwrap().starts_with(id));
        found.unwrap_or_else(|| panic!("no file of task {id}"))
    }

    /// The paths of all task files, in order.
    pub fn all_tasks(&self) -> Vec<String> {
        self.git("ls-files --cached --others -- data/tasks").lines().map(str::to_owned).collect()
    }

    /// What the file of the task `id` holds.
    #[track_caller]
    pub fn task(&self, id: &str) -> String {
        self.read(&self.task_path(id))
    }

    /// Commits everything there is.
    #[track_caller]
    pub fn commit(&self, message: &str) {
        self.git("add --all");
        self.git(&format!("commit --quiet --message '{message}'"));
    }

    pub fn head(&self) -> String {
        self.git("rev-parse HEAD")
    }

    pub fn commits(&self) -> usize {
        self.git("rev-list --count HEAD").parse().unwrap()
    }

    /// The subject of the last commit.
    pub fn subject(&self) -> String {
        self.git("log -1 --format=%s")
    }

    /// The whole message of the last commit.
    pub fn message(&self) -> String {
        self.git("log -1 --format=%B")
    }

    pub fn status(&self) -> String {
        self.git("status --porcelain")
    }

    #[track_caller]
    pub fn is_clean(&self) {
        assert_eq!(self.status(), "", "the working tree is not clean");
    }

    /// Exactly one commit came on top of `count` others, and nothing is left over.
    #[track_caller]
    pub fn has_one_commit_more_than(&self, count: usize) {
        assert_eq!(self.commits(), count + 1, "{}", self.git("log --oneline"));
        self.is_clean();
    }

    /// The lines that the last commit removed and added.
    pub fn last_diff(&self) -> (Vec<String>, Vec<String>) {
        let diff = self.git("show --format= --unified=0 HEAD");
        let lines = |mark: char, header: &str| {
            let own = diff.lines().filter(|line| line.starts_with(mark) && !line.starts_with(header));
            own.map(|line| line[1..].to_owned()).collect()
        };
        (lines('-', "---"), lines('+', "+++"))
    }

    pub fn state(&self) -> State {
        let mut files = BTreeMap::new();
        read_all(&self.repo, &mut files);
        let [head, index, status] =
            ["rev-parse HEAD", "ls-files --stage", "status --porcelain"].map(|words| self.try_git(words).out);
        State { head, index, status, files }
    }

    /// Puts an executable hook into the repository.
    pub fn hook(&self, name: &str, script: &str) {
        let path = self.path(".git/hooks").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        make_executable(&path);
    }

    /// A clone of the remote of this world, on the same computer: the world of somebody else.
    pub fn clone_of_remote(&self) -> Self {
        let other = Self::empty();
        made::cloned(&other, &self.top().join("origin.git"));
        other
    }

    /// A bare repository beside this one, as the remote `origin` that holds everything.
    pub fn remote(&self) {
        made::sent(self);
    }
}

/// When git takes it to be: the day of [`NOW`], a second later for each command, so that no two commits are one.
fn date() -> String {
    static COMMANDS: AtomicU64 = AtomicU64::new(0);
    format!("{} +0100", NOW_SECONDS + COMMANDS.fetch_add(1, Ordering::Relaxed) % SECONDS)
}

fn read_all(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let (path, kind) = (entry.path(), entry.file_type().unwrap());
        if kind.is_dir() && entry.file_name() != ".git" {
            read_all(&path, files);
        } else if kind.is_symlink() {
            files.insert(path.clone(), fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes());
        } else if kind.is_file() {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}

#[cfg(unix)]
pub fn make_executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(not(unix))]
pub fn make_executable(_: &Path) {}
