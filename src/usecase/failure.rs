//! Why an operation did not happen, in the terms of the person who asked.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

use crate::domain::bounds::Excess;
use crate::domain::message::Message;
use crate::domain::shell::command;
use crate::rules::is_near;
use crate::rules::verdict::{Objection, Rule};
use crate::store::{Problem, StoreError};
use crate::vcs::VcsError;

/// What kind of failure it is; each has its own exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A rule stands against it.
    Refused,
    /// What was typed cannot be meant.
    Usage,
    /// The data cannot be read.
    Data,
    /// There is more of it than is looked through.
    TooMuch(Excess),
    /// Somebody else was first.
    SomebodyElse,
    /// Git did not do its part.
    Git,
    /// Recorded here, and not sent although that was asked.
    NotSent,
    /// Recorded here, and nobody knows whether it was sent.
    Unsure,
    /// A mistake in this program.
    Bug,
    /// The person changed their mind.
    Interrupted,
    /// What `check` would remark on is not agreed to yet. Whoever asked for the operation does it again once it is.
    Unagreed,
}

/// Why an operation did not happen, and what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What kind of failure it is.
    pub kind: Kind,
    /// What was found and what was expected.
    pub message: Message,
    /// More of the same: the other problems of the file, the tasks that match.
    pub details: Vec<Message>,
    /// The next commands to type.
    pub hints: Vec<Message>,
}

impl Error for Failure {}

/// For logs and libraries: people are told by the catalogue.
impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.message.key())
    }
}

impl Failure {
    /// A failure without details.
    pub fn new(kind: Kind, message: Message) -> Self {
        Self { kind, message, details: Vec::new(), hints: Vec::new() }
    }

    /// Adds the next thing to do.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hints.push(hint);
        self
    }

    /// Adds the names among `known` that may have been meant by `typed`.
    #[must_use]
    pub fn hint_near(self, typed: &str, known: impl IntoIterator<Item = String>) -> Self {
        let near: Vec<String> = known.into_iter().filter(|it| is_near(it, typed)).collect();
        if near.is_empty() { self } else { self.hint(Message::new("hint-name").with("name", near)) }
    }

    /// A file that cannot be used as it is, with everything wrong about it.
    pub fn unreadable(problems: &[Problem]) -> Self {
        let mut sentences = problems.iter().map(Problem::message);
        let message = sentences.next().unwrap_or_else(|| Message::new("data-unreadable"));
        Self { details: sentences.collect(), ..Self::new(Kind::Data, message) }.hint(hint_command("mpa check"))
    }

    /// A rule that stops the operation for good.
    pub fn refused(objection: &Objection) -> Self {
        let kind = if objection.rule == Rule::HeldBySomebody { Kind::SomebodyElse } else { Kind::Refused };
        let hint = match objection.rule {
            Rule::HeldBySomebody | Rule::TaskDone | Rule::TaskCancelled | Rule::TaskDraft => Some(hint_command("mpa tasks list")),
            Rule::NotHeld => Some(hint_command("mpa tasks list --mine")),
            _ => None,
        };
        let failure = Self::new(kind, objection.message.clone());
        hint.map_or(failure.clone(), |hint| failure.hint(hint))
    }

    /// A rule that only an organiser may lift; `who` may.
    pub fn needs_organiser(objection: &Objection, who: Vec<String>, contact: Option<&str>) -> Self {
        let kind = if objection.rule == Rule::HeldBySomebody { Kind::SomebodyElse } else { Kind::Refused };
        Self::new(kind, objection.message.clone()).whom_to_ask(who, contact)
    }

    /// Adds who may decide, when anybody is named, and the mailbox to write to.
    #[must_use]
    pub fn whom_to_ask(self, who: Vec<String>, contact: Option<&str>) -> Self {
        let named = if who.is_empty() { self } else { self.hint(Message::new("hint-who-may").with("people", who)) };
        match contact {
            Some(contact) => named.hint(Message::new("hint-contact").with("contact", contact)),
            None => named,
        }
    }

    /// One failure for several: what stopped everything stands first, then somebody who was first, then what did not go.
    pub fn gathered(mut failures: Vec<Self>) -> Option<Self> {
        failures.sort_by_key(|failure| match failure.kind {
            Kind::Interrupted | Kind::Bug => 0,
            Kind::SomebodyElse => 1,
            Kind::Unsure => 2,
            Kind::Git | Kind::Data | Kind::TooMuch(_) | Kind::Usage => 3,
            Kind::NotSent => 4,
            Kind::Refused | Kind::Unagreed => 5,
        });
        let mut failures = failures.into_iter();
        let mut first = failures.next()?;
        for Self { message, details, hints, .. } in failures {
            first.details.push(message);
            first.details.extend(details);
            first.hints.extend(hints);
        }
        let mut seen = Vec::new();
        first.hints.retain(|hint| {
            let is_new = !seen.contains(hint);
            seen.extend(is_new.then(|| hint.clone()));
            is_new
        });
        Some(first)
    }
}

/// Something that must be said was not.
pub fn missing(flag: &str) -> Failure {
    Failure::new(Kind::Usage, Message::new("missing-flag").with("flag", flag))
}

/// "Next: `command`".
pub fn hint_command(command: &str) -> Message {
    Message::new("hint-command").with("command", command)
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let kind = if matches!(error, StoreError::TooLarge) { Kind::Refused } else { Kind::Data };
        Self::new(kind, error.message())
    }
}

impl From<Excess> for Failure {
    fn from(excess: Excess) -> Self {
        Self::new(Kind::TooMuch(excess), excess.message())
    }
}

impl From<VcsError> for Failure {
    fn from(error: VcsError) -> Self {
        let hint = match &error {
            VcsError::Shallow => Some(hint_command("git fetch --unshallow")),
            VcsError::NoIdentity => Some(Message::new("hint-identity")),
            VcsError::Stale { .. } => Some(Message::new("hint-again")),
            VcsError::Dirty { path, .. } => Some(hint_command(&command("git diff HEAD -- {}", &[path.as_str()]))),
            VcsError::BranchInUse { folder, .. } => folder.as_ref().map(|folder| hint_command(&command("cd {}", &[folder]))),
            // Where nothing here leads there, the server is to be asked where the branch is.
            VcsError::OtherBranch { way, .. } | VcsError::Detached { way } => {
                Some(hint_command(way.as_deref().unwrap_or("mpa sync")))
            }
            _ => None,
        };
        let kind = match &error {
            VcsError::Interrupted | VcsError::Stopped => Kind::Interrupted,
            VcsError::CutOff { .. } | VcsError::Silent { sending: true, .. } => Kind::Unsure,
            VcsError::TooMuch(excess) => Kind::TooMuch(*excess),
            VcsError::Ambiguous { .. } => Kind::Usage,
            _ => Kind::Git,
        };
        let failure = Self::new(kind, error.message());
        let failure = hint.into_iter().fold(failure, Self::hint);
        match error {
            VcsError::Dirty { .. } => failure.hint(Message::new("hint-interrupted")),
            _ => failure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_failures_the_one_that_stopped_everything_counts() {
        let failure = |kind, key| Failure::new(kind, Message::new(key)).hint(hint_command("mpa sync"));
        let all = vec![
            failure(Kind::Refused, "undo-too-late"),
            failure(Kind::NotSent, "sync-not-sent"),
            failure(Kind::SomebodyElse, "sync-not-yours"),
            failure(Kind::Interrupted, "stopped"),
        ];
        let gathered = Failure::gathered(all).unwrap();
        assert_eq!((gathered.kind, gathered.message.key()), (Kind::Interrupted, "stopped"));
        let rest: Vec<&str> = gathered.details.iter().map(Message::key).collect();
        assert_eq!(rest, ["sync-not-yours", "sync-not-sent", "undo-too-late"]);
        assert_eq!(gathered.hints.len(), 1, "each hint once");
        assert_eq!(Failure::gathered(Vec::new()), None);
    }
}
