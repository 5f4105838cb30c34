//! Processes that see nothing of the user who measures: an empty home, no git configuration but the repository's.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::Fault;

/// The home of every process that is started.
pub struct Sandbox {
    home: TempDir,
}

impl Sandbox {
    pub fn new() -> Result<Self, Fault> {
        Ok(Self { home: tempfile::Builder::new().prefix("mpa-bench-").tempdir()? })
    }

    /// An empty folder for `name`, gone at the end.
    pub fn folder(&self, name: &str) -> Result<PathBuf, Fault> {
        let folder = self.home.path().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// Where the program `name` is installed.
    pub fn which(&self, name: &str) -> Option<PathBuf> {
        env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
    }

    /// `program` in the folder `cwd`, with nothing to read.
    ///
    /// A bare name is looked up here: left to the standard library, which then has to fork, it would start later than a
    /// program given by its path, by several milliseconds once the trees have made this process large.
    pub fn command(&self, program: &str, cwd: &Path) -> Command {
        let path = if program.contains('/') { None } else { self.which(program) };
        let mut command = Command::new(path.unwrap_or_else(|| PathBuf::from(program)));
        command.env_clear().current_dir(cwd).stdin(Stdio::null());
        if let Some(path) = env::var_os("PATH") {
            command.env("PATH", path);
        }
        command.env("HOME", self.home.path()).env("LC_ALL", "C.UTF-8").env("TZ", "Europe/Paris").env("TMPDIR", env::temp_dir());
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_TERMINAL_PROMPT", "0");
        command
    }

    /// Runs `program`, which must succeed, and returns what it printed.
    pub fn run(&self, program: &str, cwd: &Path, args: &[&str]) -> Result<String, Fault> {
        finish(self.command(program, cwd).args(args))
    }
}

/// Runs `command`, which must succeed, and returns what it printed.
pub fn finish(command: &mut Command) -> Result<String, Fault> {
    let output = command.output().map_err(|cause| format!("{command:?}: {cause}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    } else {
        Err(format!("{command:?}: {}: {}", output.status, String::from_utf8_lossy(&output.stderr).trim_end()).into())
    }
}
