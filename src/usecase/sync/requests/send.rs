//! Handing one's requests in: what became of each, and the sentences that tell it.

use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::usecase::failure::{Failure, Kind, hint_command};
use crate::usecase::request::PushPlan;
use crate::usecase::sync::Action;
use crate::vcs::{CommitId, Destination, Opening, Pushed, VcsError, is_known_already};

use super::Round;

/// A branch of the person who types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Own {
    /// Its name.
    pub branch: String,
    /// The commit that it names here.
    pub here: CommitId,
    /// The commit that is to be handed in.
    pub tip: CommitId,
    /// What it is about: the title of what was done last.
    pub title: String,
    /// How it goes to the forge.
    pub plan: PushPlan,
    /// The commit that the server has of it, as far as this clone knows.
    pub there: Option<CommitId>,
    /// Whether it was done again, on top of other commits, in this run.
    pub is_remade: bool,
    /// Whether it was taken away from the server: nothing is sent again unasked.
    pub is_taken_away: bool,
    /// Who asks, as sentences tell those who accept requests from others.
    pub role: &'static str,
    /// The command by which they accept it themselves, where they may and there is no page to do it on.
    pub accept: Option<String>,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reply {
    /// The server was asked, and answered.
    Answered {
        /// What it answered.
        pushed: Pushed,
        /// Whether a push that it took opened the request as well.
        is_open: bool,
    },
    /// Nothing was sent: this is a trial.
    Planned,
    /// The server had it already.
    Unchanged,
    /// The server had it and has it no more, although it was not accepted: whoever organises took it away. Where its branch is
    /// checked out, this is the command that leaves it.
    TakenAway(Option<String>),
    /// The server has other commits on that branch, and the one here has some that `mpa` did not make: nothing was replaced.
    Elsewhere,
}

impl Reply {
    /// What became of it at the server, if that has it now.
    pub fn there(&self) -> Option<Action> {
        match self {
            Self::Answered { pushed: Pushed::Done { .. }, .. } => Some(Action::Sent),
            Self::Unchanged => Some(Action::There),
            Self::Answered { .. } | Self::Planned | Self::TakenAway(_) | Self::Elsewhere => None,
        }
    }
}

impl Own {
    pub fn told(&self, key: &'static str) -> Message {
        Message::new(key).with("branch", self.branch.as_str()).with("title", self.title.as_str())
    }

    /// Whether the server has something of it that is not known here: another computer of the same person sent it.
    pub fn goes_on_elsewhere(&self, round: &Round<'_>) -> Result<bool, Failure> {
        match &self.there {
            Some(there) if self.plan.route.keeps_branch => Ok(!round.may_replace(&self.tip, there)?),
            _ => Ok(false),
        }
    }

    fn accept(&self) -> Option<Message> {
        self.accept.as_ref().map(|command| Message::new("request-accept").with("command", command.as_str()))
    }

    /// Its branch has to stay, since somebody works on it.
    pub fn in_use(&self) -> Message {
        self.told("request-in-use")
    }

    /// Nothing of it is left to ask for.
    pub fn withdrawn(&self) -> Message {
        self.told("request-withdrawn")
    }

    /// It was made again upon a shared branch whose past was rewritten.
    pub fn rebuilt(&self) -> Message {
        self.told("request-rebuilt")
    }

    /// It must not be sent before the person has typed `command`: it would bring back a past that was rewritten.
    pub fn not_rebuilt(&self, command: &str) -> Failure {
        Failure::new(Kind::Refused, self.told("request-rewritten")).hint(hint_command(command))
    }

    /// The server keeps what was taken back, and why.
    pub fn not_withdrawn(&self, reply: &Reply) -> Failure {
        let mut failure = Failure::new(Kind::NotSent, self.told("request-not-withdrawn"));
        failure.details = self.messages(reply, None);
        failure
    }

    /// The sentences that tell what became of it. What the server said is somebody else's text.
    pub fn messages(&self, reply: &Reply, opening: Option<&Opening>) -> Vec<Message> {
        let page = self.plan.page.as_ref();
        let is_opened = matches!(opening, Some(Opening::Open(_)));
        let linked = |key| page.map(|page| self.told(key).with("link", page.link.as_str()));
        match reply {
            Reply::Answered { pushed: Pushed::Done { said }, is_open } => {
                let taken = match linked(if self.there.is_some() { "request-sent-again" } else { "request-sent-link" }) {
                    _ if *is_open || is_opened => self.told("request-sent").with("role", self.role),
                    Some(linked) => linked,
                    None if self.there.is_some() => self.told("request-sent-more"),
                    None => self.told("request-sent-branch").with("role", self.role),
                };
                let accept = self.accept().filter(|_| page.is_none() && !is_open);
                // Where the page is known, the server only names another one to the same end.
                let said = said.iter().filter(|_| page.is_none());
                let said = said.map(|line| Message::new("request-server-said").with("line", line.trim()));
                std::iter::once(taken).chain(opening.map(opened)).chain(accept).chain(said).collect()
            }
            Reply::Unchanged => {
                let waits = match linked("request-waits-link") {
                    Some(linked) if !is_opened => linked,
                    _ => self.told("request-waits"),
                };
                let accept = self.accept().filter(|_| page.is_none() && !self.plan.opens);
                std::iter::once(waits).chain(opening.map(opened)).chain(accept).collect()
            }
            Reply::Planned => vec![self.told("request-planned").with("command", self.plan.command())],
            Reply::TakenAway(leave) => {
                let leave = leave.as_ref().map(|leave| format!("{leave} && ")).unwrap_or_default();
                let give_up = format!("{leave}{}", command("git branch -D {}", &[&self.branch]));
                let ways = self.told("request-ask-again").with("again", self.plan.command()).with("never", give_up);
                vec![self.told("request-taken-away"), ways]
            }
            Reply::Elsewhere => {
                let look = command("git log {}", &[&format!("{0}..{1}/{0}", self.branch, self.plan.route.remote)]);
                vec![self.told("request-elsewhere"), hint_command(&look)]
            }
            Reply::Answered { pushed: Pushed::Deaf, .. } => {
                let unread = self.told("request-unread").with("remote", self.plan.route.remote.as_str());
                vec![unread, hint_command("mpa doctor")]
            }
            Reply::Answered { pushed: Pushed::Lost, .. } => vec![self.told("request-late"), hint_command("mpa sync")],
            Reply::Answered { pushed: Pushed::Refused { reason }, .. } => {
                let mut lines = reason.lines();
                let first = self.told("request-refused").with("reason", lines.next().unwrap_or_default());
                let rest = lines.map(|line| Message::new("sync-server-line").with("line", line));
                std::iter::once(first).chain(rest).collect()
            }
        }
    }
}

/// What came of having it opened by `gh`.
fn opened(opening: &Opening) -> Message {
    match opening {
        Opening::Open(page) => Message::new("open-done").with("link", page.as_str()),
        Opening::Absent => Message::new("open-absent"),
        Opening::SignedOut => Message::new("open-signed-out"),
        Opening::Failed(words) => Message::new("open-failed").with("cause", words.as_str()),
    }
}

impl Round<'_> {
    /// Has the page of a request that the server has opened by `gh`, if that is wished.
    pub(super) fn open(&mut self, own: &Own, reply: &Reply) -> Result<Option<Opening>, Failure> {
        if !self.opens || reply.there().is_none() || self.is_trial() || own.plan.opens {
            return Ok(None);
        }
        let Some(page) = &own.plan.page else {
            let message = Message::new("open-no-page");
            let is_said = self.said.contains(&message);
            self.said.extend((!is_said).then_some(message));
            return Ok(None);
        };
        let opening = self.repository.open_with_gh(&page.request);
        opening.map(Some).map_err(|error| Failure::from(error).hint(hint_command("mpa sync --open")))
    }

    /// Hands `own` in, unless the server has it.
    pub(super) fn hand_in(&self, own: &Own) -> Result<Reply, Failure> {
        let Own { branch, tip, plan, there, .. } = own;
        if there.as_ref() == Some(tip) {
            return Ok(Reply::Unchanged);
        }
        if own.is_taken_away {
            return Ok(Reply::TakenAway(self.repository.way_off(branch, &self.context.campaign.workflow.main)));
        }
        let goes_on = there.as_ref().map_or(Ok(true), |there| self.repository.holds_commit(tip, there))?;
        if let Some(there) = there
            && plan.route.keeps_branch
            && !goes_on
            && !own.is_remade
            && !self.may_replace(tip, there)?
        {
            return Ok(Reply::Elsewhere);
        }
        if self.is_trial() {
            return Ok(Reply::Planned);
        }
        let place = plan.place(branch);
        let lease = plan.route.keeps_branch.then_some(there.as_ref());
        let to = |options| Destination { remote: &plan.route.remote, reference: &place, lease, options };
        let tried = plan.route.tried_at(branch);
        self.repository.keep(&self.lock, &tried, tip)?;
        let push = |options| self.repository.push(&self.lock, to(options), Some(tip));
        let pushed = match push(&plan.options) {
            // The branch arrives all the same; somebody opens the request by hand.
            Ok(Pushed::Deaf) if plan.route.keeps_branch => push(&[]).map(|pushed| (pushed, false)),
            pushed => pushed.map(|pushed| (pushed, plan.opens)),
        };
        let (pushed, is_open) = match pushed {
            Ok(pushed) => pushed,
            // Nobody knows what was heard.
            Err(error @ (VcsError::CutOff { .. } | VcsError::Silent { .. } | VcsError::Interrupted)) => return Err(error.into()),
            Err(error) => {
                self.repository.let_go(&self.lock, &tried)?;
                return Err(self.told_of_forks(own, error));
            }
        };
        let reply = match pushed {
            Pushed::Refused { reason } if is_known_already(&reason) => Reply::Unchanged,
            pushed => Reply::Answered { pushed, is_open },
        };
        if reply.there().is_some() {
            self.repository.keep(&self.lock, &plan.route.noted_at(branch), tip)?;
        }
        self.repository.let_go(&self.lock, &tried)?;
        Ok(reply)
    }

    /// Forges say "out of reach" to whoever may not write; a fork is the way then.
    fn told_of_forks(&self, own: &Own, error: VcsError) -> Failure {
        let is_shared =
            own.plan.route.remote == self.context.campaign.workflow.remote && matches!(error, VcsError::Unreachable { .. });
        let failure = Failure::from(error);
        if is_shared { failure.hint(Message::new("hint-fork")) } else { failure }
    }
}
