//! A remote that lets nobody in, in the words of git and the other side.

use std::time::Duration;

use super::answer::Answer;

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
    pub(in crate::vcs) fn of(answer: &Answer) -> Self {
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
