//! Whether the remote lets us read and write, found out without changing anything there or here.
//!
//! Nobody is asked for a password, and a program that the repository's own configuration names is never run: a folder may
//! have come from anybody. Programs that the person's own configuration names, such as a credential helper, are theirs.

use crate::vcs::error::VcsError;
use crate::vcs::program::Git;
use crate::vcs::program::answer::Answer;
use crate::vcs::program::no_access::NoAccess;
use crate::vcs::program::watch::Talk;
use crate::vcs::repository::Repository;

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

    /// Whether `remote` can be read, and what branches it has. Only while [`Repository::programs_for_remotes`] is empty is no
    /// program of the repository's run.
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

pub(super) fn judged(answer: Result<Answer, VcsError>) -> Result<Result<Answer, NoAccess>, VcsError> {
    match answer {
        Ok(answer) if answer.code == 0 => Ok(Ok(answer)),
        Ok(answer) => Ok(Err(NoAccess::of(&answer))),
        Err(VcsError::Silent { waited, .. }) => Ok(Err(NoAccess { output: String::new(), silent: Some(waited) })),
        Err(error) => Err(error),
    }
}
