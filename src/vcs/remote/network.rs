//! To the remote and back: one branch is fetched, one branch is pushed, both by the git program, so that ssh settings,
//! credential helpers, proxies, `insteadOf` and push hooks are the user's.
//!
//! What the server answers is a value, not an error text: whoever pushes has to tell a lost race, which is tried again,
//! from a refusal, which is not.

use std::time::Duration;

use crate::domain::bounds::SAID_LINES;
use crate::domain::text::excerpt;
use crate::vcs::commit::lock::OperationLock;
use crate::vcs::commit_id::CommitId;
use crate::vcs::error::VcsError;
use crate::vcs::program::INTERRUPTED;
use crate::vcs::program::answer::Answer;
use crate::vcs::read::history::{Upstream, tracking};
use crate::vcs::repository::Repository;

/// What became of a push.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pushed {
    /// The server has it.
    Done {
        /// What it said beside, which is somebody else's text: the address of a request, often.
        said: Vec<String>,
    },
    /// Somebody else moved the branch first, or is moving it now.
    Lost,
    /// The server does not want it; what it said, which is somebody else's text.
    Refused {
        /// The reason, and the lines that the server added.
        reason: String,
    },
    /// The server listens to no options, so nothing was sent.
    Deaf,
}

/// Where something is pushed.
#[derive(Debug, Clone, Copy)]
pub struct Destination<'a> {
    /// A remote of this clone.
    pub remote: &'a str,
    /// The reference there: a branch in full, or a place that the server reads requests from.
    pub reference: &'a str,
    /// What the branch there has to be for ours to replace it: the commit seen last, if any. `None` where the
    /// server keeps no branch.
    pub lease: Option<Option<&'a CommitId>>,
    /// What the server is told beside.
    pub options: &'a [String],
}

/// Answers of git to a push that is to be tried again after another look: the branch moved, is being moved, or nobody
/// knows.
const TOO_LATE: [&str; 9] = [
    "(fetch first)",
    "(non-fast-forward)",
    "(stale info)",
    "(needs force)",
    "cannot lock ref",
    "failed to update ref",
    "failed to lock",
    "incorrect old value",
    "remote failed to report status",
];
/// What git says when the other side was reached and then fell silent.
const CUT_OFF: [&str; 4] = ["unexpected disconnect", "hung up unexpectedly", "Connection reset by peer", "RPC failed"];
/// What it says when another git of this clone writes the same reference.
const BUSY: [&str; 1] = ["cannot lock ref 'refs/remotes/"];
/// How often a fetch is tried again.
const AGAIN: u32 = 3;
/// The longest wait before a server that fell silent is asked again.
const BREATH: Duration = Duration::from_millis(400);
/// What it says, beside, when a web server did answer: that it wants none of it.
const TURNED_AWAY: [&str; 1] = ["RPC failed; HTTP 4"];

impl Repository {
    /// Fetches the branch `upstream`; its commit, or `None` when the remote has no such branch.
    ///
    /// # Errors
    /// `Unreachable` where the remote is out of reach or lets nobody in; `Interrupted`, `GitMissing`, `Program`.
    pub fn fetch(&self, upstream: Upstream<'_>) -> Result<Option<CommitId>, VcsError> {
        let Upstream { remote, branch } = upstream;
        let refspec = format!("+refs/heads/{branch}:refs/remotes/{remote}/{branch}");
        let words = ["fetch", "--no-tags", "--recurse-submodules=no", "--progress", "--", remote, &refspec];
        let answer = self.asked(remote, &words)?;
        self.fetched(answer, upstream)
    }

    /// What the server answers to a fetch. One that many call in the same moment turns some of them away, and another git of
    /// this clone may be noting the same news: both are asked again.
    pub(super) fn asked(&self, remote: &str, words: &[&str]) -> Result<Answer, VcsError> {
        let mut answer = self.git_to_remote(remote).run(words)?;
        for _ in 0..AGAIN {
            let is_busy = answer.code != 0 && says_one_of(&answer, &BUSY);
            if !is_busy && !fell_silent(&answer) {
                break;
            }
            std::thread::sleep(BREATH.mul_f64(fastrand::f64()));
            answer = self.git_to_remote(remote).run(words)?;
        }
        Ok(answer)
    }

    /// The commit of `upstream` that `answer` to a fetch speaks of.
    pub(super) fn fetched(&self, answer: Answer, upstream: Upstream<'_>) -> Result<Option<CommitId>, VcsError> {
        if answer.code != 0 {
            let is_absent = answer.stderr.contains("couldn't find remote ref");
            return if is_absent { Ok(None) } else { Err(out_of_reach(answer, upstream.remote, "git fetch")) };
        }
        let name = tracking(upstream);
        self.commit_named(&name)?.map(Some).ok_or_else(|| VcsError::Read { what: name, cause: String::new() })
    }

    /// Lets the reference point to the commit `id`, if it still is what the lease says; `None` takes it away. Nothing else is
    /// sent.
    ///
    /// # Errors
    /// `Unreachable`; `CutOff`, and the server may have taken it all the same: the next fetch tells; `PushHookRefused` for the
    /// user's own hook; `Interrupted`, `GitMissing`, `Program`.
    pub fn push(&self, held: &OperationLock, to: Destination<'_>, id: Option<&CommitId>) -> Result<Pushed, VcsError> {
        let Destination { remote, reference, lease, options } = to;
        let lease = lease.map(|old| format!("--force-with-lease={reference}:{}", old.map_or("", CommitId::as_str)));
        let options: Vec<String> = options.iter().map(|option| format!("--push-option={option}")).collect();
        let refspec = format!("{}:{reference}", id.map_or("", CommitId::as_str));
        let mut words = vec!["push", "--porcelain", "--progress", "--no-follow-tags", "--recurse-submodules=no"];
        words.extend(lease.as_deref().into_iter().chain(options.iter().map(String::as_str)).chain(["--", remote, &refspec]));
        let answer = self.git_to_remote(remote).run(&words).map_err(while_sending)?;
        if !options.is_empty() && answer.stderr.contains("does not support push options") {
            return Ok(Pushed::Deaf);
        }
        let Some(pushed) = outcome(&answer, reference) else { return Err(not_pushed(answer, remote)) };
        if let (Pushed::Done { .. }, Some(branch)) = (&pushed, reference.strip_prefix("refs/heads/")) {
            self.remember(held, Upstream { remote, branch }, id)?;
        }
        Ok(pushed)
    }

    /// Notes what the server acknowledged, for clones whose configuration does not make git do it.
    fn remember(&self, held: &OperationLock, upstream: Upstream<'_>, id: Option<&CommitId>) -> Result<(), VcsError> {
        let name = tracking(upstream);
        let known = self.commit_named(&name)?;
        match id {
            Some(id) if known.as_ref() != Some(id) => self.point(&name, id, None),
            None if known.is_some() => self.let_go(held, &name),
            _ => Ok(()),
        }
    }
}

/// What a server of the Gitea family answers to a request that it has already, as it is.
const KNOWN: &str = "new commit is same with old commit";

/// Whether a server that refuses for this reason has the request already.
pub fn is_known_already(reason: &str) -> bool {
    reason.contains(KNOWN)
}

/// What git's answer to a push says of the reference `name`; `None` where it says nothing of it.
fn outcome(answer: &Answer, name: &str) -> Option<Pushed> {
    let text = String::from_utf8_lossy(&answer.stdout);
    let target = format!(":{name}\t");
    // `!	<from>:<to>	[rejected] (fetch first)`, and a blank or another sign for what went well.
    let line = text.lines().find(|line| line.get(1..2) == Some("\t") && line.contains(&target));
    let Some(line) = line else { return (answer.code == 0).then(|| done(answer)) };
    // What the server acknowledged stays so, whatever became of the connection afterwards.
    if !line.starts_with('!') {
        return Some(done(answer));
    }
    let summary = line.rsplit('\t').next().unwrap_or_default();
    if TOO_LATE.iter().any(|words| summary.contains(words)) {
        return Some(Pushed::Lost);
    }
    let reason: Vec<&str> = std::iter::once(summary).chain(said(answer)).collect();
    Some(Pushed::Refused { reason: excerpt(reason.join("\n").trim_end(), SAID_LINES) })
}

fn done(answer: &Answer) -> Pushed {
    let said: Vec<&str> = said(answer).filter(|line| !line.is_empty()).collect();
    Pushed::Done { said: excerpt(&said.join("\n"), SAID_LINES).lines().map(str::to_owned).collect() }
}

/// Whether a server that gave this reason guards its branch, as forges say it.
pub fn is_guarded(reason: &str) -> bool {
    reason.to_lowercase().contains("protected branch")
}

/// The lines that the server said beside its answer: somebody else's text.
fn said(answer: &Answer) -> impl Iterator<Item = &str> {
    let said = answer.stderr.lines().filter_map(|line| line.strip_prefix("remote:")).map(str::trim_end);
    said.map(|line| line.strip_prefix(' ').unwrap_or(line))
}

/// The same failure, where something may have been sent already.
fn while_sending(error: VcsError) -> VcsError {
    match error {
        VcsError::Silent { remote, waited, .. } => VcsError::Silent { remote, waited, sending: true },
        other => other,
    }
}

fn not_pushed(answer: Answer, remote: &str) -> VcsError {
    if fell_silent(&answer) {
        return VcsError::CutOff { remote: remote.to_owned(), output: lines_of(&answer) };
    }
    // A hook of the user's that says no ends git with 1, and nothing of the branch.
    if answer.code == 1 && !says_one_of(&answer, &TURNED_AWAY) {
        return VcsError::PushHookRefused { output: answer.all_output() };
    }
    out_of_reach(answer, remote, "git push")
}

/// Whether the other side was reached and then hung up without a word.
fn fell_silent(answer: &Answer) -> bool {
    let failed = answer.code != 0 && answer.code != INTERRUPTED;
    failed && says_one_of(answer, &CUT_OFF) && !says_one_of(answer, &TURNED_AWAY)
}

fn says_one_of(answer: &Answer, known: &[&str]) -> bool {
    known.iter().any(|words| answer.stderr.contains(words))
}

pub(super) fn out_of_reach(answer: Answer, remote: &str, command: &'static str) -> VcsError {
    match answer.code {
        INTERRUPTED => VcsError::Interrupted,
        129 => answer.into_error(command),
        _ => VcsError::Unreachable { remote: remote.to_owned(), output: lines_of(&answer) },
    }
}

/// What git said. ssh ends its lines as terminals like them.
fn lines_of(answer: &Answer) -> String {
    let lines: Vec<&str> = answer.stderr.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    excerpt(&lines.join("\n"), SAID_LINES)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed(code: i32, stdout: &str, stderr: &str) -> Option<Pushed> {
        outcome(&Answer { code, stdout: stdout.as_bytes().to_vec(), stderr: stderr.to_owned() }, "refs/heads/main")
    }

    #[test]
    fn answers_to_a_push_are_told_apart() {
        let line = |flag: &str, summary: &str| format!("To /x\n{flag}\tabc:refs/heads/main\t{summary}\nDone\n");
        assert_eq!(pushed(0, &line(" ", "1..2"), ""), Some(Pushed::Done { said: Vec::new() }));
        assert_eq!(pushed(0, &line("=", "[up to date]"), ""), Some(Pushed::Done { said: Vec::new() }));
        for late in ["(fetch first)", "(stale info)", "(non-fast-forward)"] {
            assert_eq!(pushed(1, &line("!", &format!("[rejected] {late}")), ""), Some(Pushed::Lost), "{late}");
        }
        let late = "[remote rejected] (cannot lock ref 'refs/heads/main': is at 1 but expected 2)";
        assert_eq!(pushed(1, &line("!", late), ""), Some(Pushed::Lost));
        assert_eq!(pushed(1, &line("!", "[remote failure] (remote failed to report status)"), ""), Some(Pushed::Lost));
        let refused = pushed(1, &line("!", "[remote rejected] (hook declined)"), "remote: pas le vendredi   \nremote:  !\nx\n");
        let reason = "[remote rejected] (hook declined)\npas le vendredi\n !".to_owned();
        assert_eq!(refused, Some(Pushed::Refused { reason }));
        assert_eq!(pushed(128, "", "fatal: unable to access"), None);
        assert_eq!(pushed(1, "", "error: failed to push some refs"), None);
        assert_eq!(pushed(0, "", ""), Some(Pushed::Done { said: Vec::new() }));
        assert_eq!(pushed(1, &line(" ", "1..2"), "send-pack: unexpected disconnect"), Some(Pushed::Done { said: Vec::new() }));
    }

    #[test]
    fn a_line_that_broke_is_told_from_a_refusal() {
        let error = |code: i32, stderr: &str| {
            not_pushed(Answer { code, stdout: b"Done\n".to_vec(), stderr: stderr.to_owned() }, "origin")
        };
        let broken = "error: RPC failed; curl 52 Empty reply from server\nfatal: the remote end hung up unexpectedly";
        assert!(matches!(error(1, broken), VcsError::CutOff { remote, output } if remote == "origin" && output == broken));
        assert!(matches!(error(128, "fatal: the remote end hung up unexpectedly\r\n"), VcsError::CutOff { .. }));
        assert!(matches!(error(1, "error: RPC failed; HTTP 504 curl 22"), VcsError::CutOff { .. }));
        let refused = "error: RPC failed; HTTP 403 curl 22\nsend-pack: unexpected disconnect while reading sideband packet";
        assert!(matches!(error(1, refused), VcsError::Unreachable { .. }));
        assert!(matches!(error(128, "fatal: the remote end hung up upon initial contact"), VcsError::Unreachable { .. }));
        assert!(matches!(error(130, broken), VcsError::Interrupted));
        assert!(matches!(error(1, "error: failed to push some refs to '/x'"), VcsError::PushHookRefused { .. }));
    }
}
