//! The `git` program, called the same careful way every time.
//!
//! No prompt without a terminal, no question on standard input, answers in a language that can be read back, exit
//! codes as numbers. Output goes to unnamed files rather than pipes: a hook that leaves a process behind
//! holds a pipe open and would keep the caller waiting for ever.

pub mod answer;
pub mod backoff;
pub mod machine;
pub mod no_access;
pub mod scratch;
pub mod signs;
pub mod stop;
pub mod surroundings;
pub mod watch;

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::domain::bounds::SAID_BYTES;

use super::error::VcsError;

use answer::Answer;
use scratch::unnamed;
use surroundings::Surroundings;
use watch::Talk;

/// Variables that would lead git to another repository, index or reading of a path than the one we looked at.
const LEADING_ASTRAY: [&str; 13] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_NAMESPACE",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_PREFIX",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
];

/// What keeps git from putting other objects and parents in the place of those that a commit names: whoever may push such a
/// reference would choose what is read.
const AS_COMMITTED: [(&str, &str); 2] = [("GIT_NO_REPLACE_OBJECTS", "1"), ("GIT_GRAFT_FILE", "")];

/// What is left of a program that Ctrl-C ended.
pub(super) const INTERRUPTED: i32 = 130;

/// How to start git in one folder.
#[derive(Debug, Clone)]
pub(super) struct Git {
    dir: PathBuf,
    around: Surroundings,
    /// The user's `core.sshCommand`, which `GIT_SSH_COMMAND` would otherwise hide.
    ssh: Option<String>,
    /// Whether it finishes what it began, whoever presses Ctrl-C.
    steady: bool,
    pub(super) talk: Talk,
}

impl Git {
    pub(super) fn new(dir: &Path, around: &Surroundings, ssh: Option<String>) -> Self {
        Self { dir: dir.to_owned(), around: around.clone(), ssh, steady: false, talk: Talk::Nobody }
    }

    /// The same, for what must not stop halfway: Ctrl-C in a terminal does not reach it.
    pub(super) fn steady(self) -> Self {
        Self { steady: true, ..self }
    }

    /// The same where it talks to others, who may say nothing any more.
    pub(super) fn talking(self, talk: Talk) -> Self {
        Self { talk, ..self }
    }

    /// The same as somebody who is not known and answers no question; `None` where an ssh of the environment's would ask.
    pub(super) fn as_a_stranger(&self) -> Option<Self> {
        let mut stranger = self.clone();
        (stranger.around.terminal, stranger.around.progress) = (false, None);
        if self.around.ssh_command_in_environment {
            return None;
        }
        let ssh = stranger.ssh.take().unwrap_or_else(|| "ssh".to_owned());
        stranger.ssh = Some(if is_plink(&ssh) { ssh } else { format!("{ssh} -o PreferredAuthentications=none") });
        Some(stranger)
    }

    /// The same with further variables for git to see.
    pub(super) fn with(mut self, variables: &[(String, String)]) -> Self {
        self.around.child_environment.extend_from_slice(variables);
        self
    }

    /// Runs `git` with `args` and nothing to read.
    pub(super) fn run(&self, args: &[&str]) -> Result<Answer, VcsError> {
        self.start(args, None)
    }

    /// Runs `git` with `args`, which finds `input` on its standard input.
    pub(super) fn run_with(&self, args: &[&str], input: &[u8]) -> Result<Answer, VcsError> {
        self.start(args, Some(input))
    }

    /// Runs a command that only reads: the file system monitor, a program named by the configuration, stays out.
    pub(super) fn read(&self, args: &[&str]) -> Result<Answer, VcsError> {
        self.run(&[&["-c", "core.fsmonitor=false"], args].concat())
    }

    fn start(&self, args: &[&str], input: Option<&[u8]>) -> Result<Answer, VcsError> {
        let scratch = |cause| VcsError::Scratch { cause };
        if let Talk::With(remote) | Talk::Lacking(remote) = &self.talk {
            return self.followed(args, standard_input(input).map_err(scratch)?, remote);
        }
        let (mut out, mut err) = (unnamed().map_err(scratch)?, unnamed().map_err(scratch)?);
        let mut command = self.command(args);
        command.stdin(standard_input(input).map_err(scratch)?);
        command.stdout(out.try_clone().map_err(scratch)?).stderr(err.try_clone().map_err(scratch)?);
        let status = command.status().map_err(|cause| self.not_started(cause))?;
        let code = exit_code(status);
        let stdout = rewound(&mut out).map_err(scratch)?;
        let stderr = words_in(&mut err).map_err(scratch)?;
        Ok(Answer { code, stdout, stderr })
    }

    /// What it is called in.
    pub(super) fn around(&self) -> &Surroundings {
        &self.around
    }

    /// Whether the person wants to stop.
    pub(super) fn is_interrupted(&self) -> bool {
        self.around.is_interrupted()
    }

    pub(super) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.args(args).current_dir(&self.dir);
        for name in LEADING_ASTRAY {
            command.env_remove(name);
        }
        command.envs(AS_COMMITTED).env("LC_MESSAGES", "C").env("LANGUAGE", "");
        if let Some(locale) = self.around.lc_all.as_deref().filter(|locale| !locale.is_empty()) {
            command.env_remove("LC_ALL").env("LANG", locale).env("LC_CTYPE", locale);
        }
        #[cfg(unix)]
        if self.steady {
            std::os::unix::process::CommandExt::process_group(&mut command, 0);
        }
        if !self.around.terminal {
            self.forbid_questions(&mut command);
        }
        command.envs(self.around.child_environment.iter().map(|(name, value)| (name, value)));
        command
    }

    fn forbid_questions(&self, command: &mut Command) {
        command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_ASKPASS", "").env("SSH_ASKPASS_REQUIRE", "never");
        command.env("GCM_INTERACTIVE", "never");
        if !self.around.ssh_command_in_environment {
            let ssh = self.ssh.as_deref().unwrap_or("ssh");
            let silent = if is_plink(ssh) { "-batch" } else { "-o BatchMode=yes" };
            command.env("GIT_SSH_COMMAND", format!("{ssh} {silent}"));
        }
    }

    /// A missing program and a missing folder look alike to the caller of `exec`.
    pub(super) fn not_started(&self, cause: io::Error) -> VcsError {
        match cause.kind() {
            io::ErrorKind::NotFound if self.dir.is_dir() => VcsError::GitMissing,
            _ => VcsError::file(&self.dir, cause),
        }
    }
}

/// Whether the command `ssh` is PuTTY's, which does not know the options of OpenSSH. Git tells by the name, too.
pub(super) fn is_plink(ssh: &str) -> bool {
    let program = match ssh.trim_start().split_at_checked(1) {
        Some((quote @ ("'" | "\""), rest)) => rest.split(quote).next(),
        _ => ssh.split_whitespace().next(),
    };
    let name = program.unwrap_or_default().rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    matches!(name.trim_end_matches(".exe"), "plink" | "tortoiseplink" | "putty")
}

fn standard_input(input: Option<&[u8]>) -> io::Result<Stdio> {
    let Some(input) = input else { return Ok(Stdio::null()) };
    let mut file = unnamed()?;
    file.write_all(input)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(file.into())
}

fn rewound(file: &mut File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What a program wrote for people into `file`: its beginning and its end, where it wrote more than anybody reads.
pub(super) fn words_in(file: &mut File) -> io::Result<String> {
    let mut bytes = Vec::new();
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    let most = SAID_BYTES as u64;
    if length <= 2 * most {
        file.read_to_end(&mut bytes)?;
    } else {
        Read::by_ref(file).take(most).read_to_end(&mut bytes)?;
        bytes.push(b'\n');
        file.seek(SeekFrom::Start(length - most))?;
        file.read_to_end(&mut bytes)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(unix)]
pub(super) fn exit_code(status: std::process::ExitStatus) -> i32 {
    use std::os::unix::process::ExitStatusExt;
    status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0))
}

#[cfg(not(unix))]
pub(super) fn exit_code(status: std::process::ExitStatus) -> i32 {
    status.code().unwrap_or(128)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn putty_is_known_by_its_name() {
        let putty =
            [r#""C:\Program Files\PuTTY\PLINK.EXE" -i x"#, "plink", "'/opt/a b/plink' -v", "/usr/bin/tortoiseplink.exe -x"];
        putty.iter().for_each(|ssh| assert!(is_plink(ssh), "{ssh}"));
        ["ssh", "ssh -i plink", "/opt/plink/ssh", "", "'mon plink' -i x"].iter().for_each(|ssh| assert!(!is_plink(ssh), "{ssh}"));
    }
}
