//! `gh`, GitHub's own program, for those who have it, are signed in and ask for it: it opens a request that a push alone
//! does not open. GitLab and Forgejo open theirs at the push, so their programs are not needed.
//!
//! It is told everything on its command line, so that it asks nothing and reads no repository; no password or token passes
//! through here.

use std::io;
use std::process::{Command, Stdio};

use crate::domain::bounds::SAID_LINES;
use crate::domain::text::excerpt;
use crate::vcs::error::VcsError;
use crate::vcs::program::signs::Signs;
use crate::vcs::program::watch::{End, Said, Watch};
use crate::vcs::repository::Repository;

/// A request to be opened on GitHub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PullRequest {
    /// The forge: `github.com`.
    pub host: String,
    /// The repository that is to take it, on that forge: `mphack/liste`.
    pub repository: String,
    /// The branch there that is to take it.
    pub base: String,
    /// The branch that brings it, with the owner of the fork where it lives in one: `zoe:mpa/k7q2m-zoe`.
    pub head: String,
    /// What it is called.
    pub title: String,
    /// What else is said.
    pub body: String,
}

/// What came of asking `gh`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// The page of the request, which is open now or was before.
    Open(String),
    /// There is no such program.
    Absent,
    /// It is not signed in to that forge.
    SignedOut,
    /// It failed; its words, which are somebody else's text.
    Failed(String),
}

impl Repository {
    /// Lets `gh` open a request.
    ///
    /// # Errors
    /// `File` where the program cannot be started; `ProgramSilent`, `Interrupted`, `Scratch`.
    pub fn open_with_gh(&self, wanted: &PullRequest) -> Result<Opening, VcsError> {
        let PullRequest { host, repository, base, head, title, body } = wanted;
        match self.gh(&["auth", "status", "--hostname", host])? {
            None => return Ok(Opening::Absent),
            Some(answer) if !answer.is_success => return Ok(Opening::SignedOut),
            Some(_) => {}
        }
        let place = format!("{host}/{repository}");
        let words = [format!("--repo={place}"), format!("--base={base}"), format!("--head={head}")];
        let said = [format!("--title={title}"), format!("--body={body}")];
        let args = ["pr", "create"].into_iter().chain(words.iter().chain(&said).map(String::as_str)).collect::<Vec<_>>();
        let Some(answer) = self.gh(&args)? else { return Ok(Opening::Absent) };
        // It fails with the same code and names the page when the request is open already.
        let pages = format!("https://{place}/pull/");
        let is_page = |word: &&str| word.strip_prefix(&pages).is_some_and(|rest| rest.parse::<u64>().is_ok());
        Ok(match answer.text.split_whitespace().find(is_page) {
            Some(page) => Opening::Open(page.to_owned()),
            None => Opening::Failed(excerpt(answer.text.trim(), SAID_LINES)),
        })
    }

    fn gh(&self, args: &[&str]) -> Result<Option<Answer>, VcsError> {
        let mut command = Command::new("gh");
        command.args(args).current_dir(self.workdir()).stdin(Stdio::null());
        command.env("GH_PROMPT_DISABLED", "1").env("GH_NO_UPDATE_NOTIFIER", "1").env("NO_COLOR", "1");
        let scratch = |cause| VcsError::Scratch { cause };
        let mut said = Said::of(&mut command).map_err(scratch)?;
        let mut child = match command.spawn() {
            Ok(child) => child,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(cause) => return Err(VcsError::file(self.workdir(), cause)),
        };
        // It was told not to ask anything.
        let mut watch = Watch { around: &self.around, signs: Signs::new()?, lacks_only: false };
        let code = match watch.until_end(&mut child, &mut said, |_| false).map_err(scratch)? {
            End::Code(_) if self.around.is_interrupted() => return Err(VcsError::Interrupted),
            End::Code(code) => code,
            End::Silent(waited) => return Err(VcsError::ProgramSilent { program: "gh", waited }),
        };
        let (stdout, stderr) = said.all().map_err(scratch)?;
        Ok(Some(Answer { is_success: code == 0, text: format!("{}\n{stderr}", String::from_utf8_lossy(&stdout)) }))
    }
}

struct Answer {
    is_success: bool,
    text: String,
}
