//! Whether the remote lets us read and write, found out without changing anything there or here.
//!
//! Nobody is asked for a password, and a program that the repository's own configuration names is never run: a folder may
//! have come from anybody. Programs that the person's own configuration names, such as a credential helper, are theirs.

use std::time::Duration;

use super::answer::Answer;
use super::error::VcsError;
use super::program::Git;
use super::repository::Repository;
use super::watch::Talk;
use super::whereabouts::{Branches, LISTING};

/// Settings by which reading or writing a remote would start a program, as the beginnings and ends of their names.
const PROGRAMS: [(&str, &str); 12] = [
    ("core.sshcommand", ""),
    ("core.askpass", ""),
    ("core.gitproxy", ""),
    ("core.fsmonitor", ""),
    ("core.alternaterefscommand", ""),
    ("credential.", "helper"),
    ("remote.", ".uploadpack"),
    ("remote.", ".receivepack"),
    ("remote.", ".vcs"),
    ("protocol.", "allow"),
    ("push.gpgsign", ""),
    ("gpg.", "program"),
];
/// What git and ssh say when the other side is not even reached.
const UNREACHED: [&str; 6] = [
    "could not resolve host",
    "name or service not known",
    "temporary failure in name resolution",
    "network is unreachable",
    "timed out",
    "couldn't connect to server",
];

/// What git says when somebody would have to type a name or a password.
const ASKING: [&str; 3] = ["could not read username", "could not read password", "terminal prompts disabled"];

/// Why the remote cannot be reached as wanted: what git and the other side said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoAccess {
    /// Their words, unsafe to show as they are.
    pub output: String,
    /// How long nothing at all was heard, before it was given up.
    pub silent: Option<Duration>,
}

impl NoAccess {
    /// What a failed `answer` says.
    pub(super) fn of(answer: &Answer) -> Self {
        Self { output: answer.all_output().replace('\r', ""), silent: None }
    }

    /// Whether the other side was not even reached, so that nothing is known of what it allows.
    pub fn is_unreached(&self) -> bool {
        self.silent.is_some() || self.says_one_of(&UNREACHED)
    }

    /// Whether the other side wants a name or a password, which nobody was asked for.
    pub fn is_asking(&self) -> bool {
        self.says_one_of(&ASKING)
    }

    fn says_one_of(&self, known: &[&str]) -> bool {
        let said = self.output.to_lowercase();
        known.iter().any(|words| said.contains(words))
    }
}

impl Repository {
    /// The settings of the repository's own configuration that would start a program when a remote is spoken to.
    ///
    /// # Errors
    /// `GitMissing`, `System`, `Program`.
    pub fn programs_for_remotes(&self) -> Result<Vec<String>, VcsError> {
        let answer = self.git().read(&["config", "--list", "--show-scope", "--includes", "--name-only", "-z"])?;
        let text = answer.expect_success("git config")?.text().unwrap_or_default();
        let mut words = text.split('\0');
        let mut found = Vec::new();
        while let (Some(scope), Some(name)) = (words.next(), words.next()) {
            let lower = name.to_lowercase();
            let is_program = PROGRAMS.iter().any(|(start, end)| match end.is_empty() {
                true => lower == *start,
                false => lower.starts_with(start) && lower.ends_with(end),
            });
            if matches!(scope, "local" | "worktree") && is_program {
                found.push(name.to_owned());
            }
        }
        found.dedup();
        Ok(found)
    }

    /// Whether `remote` can be read, and what branches it has. Only while [`Repository::programs_for_remotes`] is empty is no program of the
    /// repository's run.
    ///
    /// # Errors
    /// `GitMissing`, `File`, `Scratch`.
    pub fn can_read(&self, remote: &str) -> Result<Result<Branches, NoAccess>, VcsError> {
        let answer = judged(self.careful(remote).read(&LISTING.map(|word| if word.is_empty() { remote } else { word })))?;
        Ok(answer.map(|answer| Branches::read(&answer.text().unwrap_or_default())))
    }

    /// Whether `remote` would take `branch`: everything of a push but the sending. Branches that are ahead of ours there are
    /// no refusal. What a server only decides once it has the commits, protected branches for one, is not found out.
    ///
    /// # Errors
    /// `GitMissing`, `File`, `Scratch`.
    pub fn can_write(&self, remote: &str, branch: &str) -> Result<Result<(), NoAccess>, VcsError> {
        let target = format!("HEAD:refs/heads/{branch}");
        let answer = self.careful(remote).read(&[
            "push",
            "--dry-run",
            "--no-verify",
            "--porcelain",
            "--recurse-submodules=no",
            "--end-of-options",
            remote,
            &target,
        ]);
        // 1 says that it spoke to the server, and that the server's branch has more than ours.
        match answer {
            Ok(answer) if answer.code == 1 => Ok(Ok(())),
            answer => Ok(judged(answer)?.map(drop)),
        }
    }

    /// The git program, which asks nobody anything.
    fn careful(&self, remote: &str) -> Git {
        let mut around = self.around.clone();
        around.terminal = false;
        Git::new(self.workdir(), &around, self.config("core.sshCommand")).talking(Talk::With(remote.to_owned()))
    }
}

fn judged(answer: Result<Answer, VcsError>) -> Result<Result<Answer, NoAccess>, VcsError> {
    match answer {
        Ok(answer) if answer.code == 0 => Ok(Ok(answer)),
        Ok(answer) => Ok(Err(NoAccess::of(&answer))),
        Err(VcsError::Silent { waited, .. }) => Ok(Err(NoAccess { output: String::new(), silent: Some(waited) })),
        Err(error) => Err(error),
    }
}
