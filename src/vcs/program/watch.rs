//! Running git where it may take long: what it says of its progress is passed on while it works, and a server that gives no
//! sign of life is not waited for.
//!
//! Its words go to a file all the same, as those of every other call do, and are read there as they come: a pipe would be
//! held open by a process that git leaves behind.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::vcs::error::VcsError;

use super::answer::Answer;
use super::no_access::NoAccess;
use super::signs::Signs;
use super::stop::{Ending, stop};
use super::surroundings::Surroundings;
use super::{Git, exit_code, words_in};

/// The longest time between two looks at what it says. A short run is looked at more often: the wait for its end is to be
/// nothing beside it.
const STEP: Duration = Duration::from_millis(50);
const FIRST_STEP: Duration = Duration::from_millis(1);
const STEPS: u32 = 16;
/// What git says on the way beside its progress, by how it begins.
const ON_THE_WAY: [&str; 4] = ["Total ", "remote: Total ", "Delta compression using ", "POST git-"];

/// Who is shown how far git is: one line at a time, and an empty one when it is over.
pub type Progress = fn(&str);

/// Whom a git talks to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::vcs) enum Talk {
    /// Nobody.
    Nobody,
    /// This remote, where it lacks something while it works here: the clone was made without some of the texts.
    Lacking(String),
    /// This remote.
    With(String),
}

/// What became of a program that was followed.
pub(in crate::vcs) enum End {
    Code(i32),
    /// It gave no sign of life for so long, and was ended.
    Silent(Duration),
}

impl Git {
    /// Runs `git` with `args`, which may talk to `remote` and finds `input` on its standard input.
    pub(super) fn followed(&self, args: &[&str], input: Stdio, remote: &str) -> Result<Answer, VcsError> {
        if self.is_interrupted() {
            return Err(VcsError::Interrupted);
        }
        let scratch = |cause| VcsError::Scratch { cause };
        let signs = Signs::new()?;
        let mut command = self.command(args);
        command.stdin(input).envs(signs.variables());
        let mut said = Said::of(&mut command).map_err(scratch)?;
        let mut child = command.spawn().map_err(|cause| self.not_started(cause))?;
        let mut watch = Watch { around: self.around(), signs, lacks_only: matches!(self.talk, Talk::Lacking(_)) };
        let is_asking = |signs: &Signs| self.may_be_asking(signs) && self.is_alive(remote);
        let code = match watch.until_end(&mut child, &mut said, is_asking).map_err(scratch)? {
            End::Code(code) => code,
            End::Silent(waited) => return Err(VcsError::Silent { remote: remote.to_owned(), waited, sending: false }),
        };
        if code != 0 && self.is_interrupted() {
            return Err(VcsError::Interrupted);
        }
        let (stdout, stderr) = said.all().map_err(scratch)?;
        Ok(Answer { code, stdout, stderr: without_progress(&stderr) })
    }

    /// Whether a question may be on the screen: git and ssh ask for names and passwords, and helpers of the person's open
    /// windows, all of it before the server lets them in. A person who thinks is no silence.
    fn may_be_asking(&self, signs: &Signs) -> bool {
        self.around().terminal && !signs.heard
    }

    /// Whether `remote` says anything to a stranger, who answers no question: then it is the person who is waited for. With an
    /// ssh of the environment nobody can be a stranger, and the person sees for themself.
    fn is_alive(&self, remote: &str) -> bool {
        let Some(stranger) = self.as_a_stranger() else { return true };
        let words = ["-c", "credential.helper=", "ls-remote", "--quiet", "--heads", "--end-of-options", remote];
        stranger.run(&words).is_ok_and(|answer| answer.code == 0 || !NoAccess::of(&answer).is_unreached())
    }
}

/// Looks after a program that talks to others.
pub(in crate::vcs) struct Watch<'a> {
    pub around: &'a Surroundings,
    pub signs: Signs,
    /// Whether it talks only while it fetches what it lacks.
    pub lacks_only: bool,
}

impl Watch<'_> {
    /// Shows what the child writes of its progress until it ends, by itself, because the person wants to stop, or because
    /// the other side has given no sign of life for too long and nobody is asked anything.
    pub(in crate::vcs) fn until_end(
        &mut self,
        child: &mut Child,
        said: &mut Said,
        is_asking: impl Fn(&Signs) -> bool,
    ) -> io::Result<End> {
        let (mut is_shown, mut taken, mut silent) = (false, Duration::ZERO, Duration::ZERO);
        let (mut ending, mut limit) = (Ending::default(), self.around.patience.network);
        let end = loop {
            let ended = child.try_wait()?;
            let words = said.new_words()?;
            is_shown |= words.as_deref().is_some_and(|words| self.show(words));
            if let Some(status) = ended {
                break End::Code(exit_code(status));
            }
            let step = (taken / STEPS).clamp(FIRST_STEP, STEP);
            if self.around.is_interrupted() {
                ending.press(child, step)?;
            } else if silent >= limit {
                if !is_asking(&self.signs) {
                    stop(child)?;
                    break End::Silent(silent);
                }
                (silent, limit) = (Duration::ZERO, limit * 2);
            }
            sleep(step);
            taken += step;
            let is_alive = self.signs.look()? || words.is_some();
            silent = if is_alive || !self.waits() { Duration::ZERO } else { silent + step };
        };
        if is_shown && let Some(show) = self.around.progress {
            show("");
        }
        Ok(end)
    }

    /// Whether it is the other side that it waits for.
    fn waits(&self) -> bool {
        !self.signs.is_own_work() && (!self.lacks_only || self.signs.is_fetching())
    }

    /// Whether there was some progress to show, and somebody to see it.
    fn show(&self, words: &str) -> bool {
        let line = words.split(['\r', '\n']).rfind(|line| is_progress(line));
        let (Some(show), Some(line)) = (self.around.progress, line) else { return false };
        show(line);
        true
    }
}

/// What a program writes, in files.
pub(in crate::vcs) struct Said {
    files: [tempfile::NamedTempFile; 2],
    /// Where its words are read as they come.
    readers: [File; 2],
}

impl Said {
    /// Makes `command` write into them.
    pub(in crate::vcs) fn of(command: &mut Command) -> io::Result<Self> {
        let files = [tempfile::NamedTempFile::new()?, tempfile::NamedTempFile::new()?];
        command.stdout(files[0].reopen()?).stderr(files[1].reopen()?);
        let readers = [files[0].reopen()?, files[1].reopen()?];
        Ok(Self { files, readers })
    }

    /// What came on the error output since the last look; nothing came at all where it is `None`.
    pub(super) fn new_words(&mut self) -> io::Result<Option<String>> {
        let mut bytes = [Vec::new(), Vec::new()];
        for (reader, bytes) in self.readers.iter_mut().zip(&mut bytes) {
            reader.read_to_end(bytes)?;
        }
        let is_new = bytes.iter().any(|bytes| !bytes.is_empty());
        Ok(is_new.then(|| String::from_utf8_lossy(&bytes[1]).into_owned()))
    }

    /// All of the output; of the error output as much as anybody reads.
    pub(in crate::vcs) fn all(mut self) -> io::Result<(Vec<u8>, String)> {
        let [out, err] = &mut self.files;
        let mut bytes = Vec::new();
        out.as_file_mut().rewind()?;
        out.read_to_end(&mut bytes)?;
        Ok((bytes, words_in(err.as_file_mut())?))
    }
}

/// `Writing objects:  33% (1/3)`, which ends with a carriage return until it is done, or `Enumerating objects: 5, done.`
fn is_progress(line: &str) -> bool {
    let line = line.strip_prefix("remote: ").unwrap_or(line);
    line.split_once(": ").is_some_and(|(what, rest)| {
        let number = rest.trim_start().split(['%', ',']).next().unwrap_or_default();
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        what.chars().all(|letter| letter.is_ascii_alphabetic() || letter == ' ')
            && is_number
            && (rest.contains('%') || rest.trim_end().ends_with(", done."))
    })
}

/// What is left when the progress is taken out: what else git and the server said.
fn without_progress(text: &str) -> String {
    let is_on_the_way = |line: &&str| is_progress(line) || ON_THE_WAY.iter().any(|begins| line.starts_with(begins));
    let lines = text.split(['\r', '\n']).filter(|line| !line.is_empty() && !is_on_the_way(line));
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_told_from_what_else_is_said() {
        let text = "Enumerating objects: 5, done.\nWriting objects:  33% (1/3)\rWriting objects: 100% (3/3), done.\n\
                    Total 3 (delta 0), reused 0 (delta 0), pack-reused 0\nremote: Counting objects: 4, done.        \n\
                    remote: pas le vendredi: 5 %        \nremote: reste: 5\nfatal: no: 3%\n";
        assert!(is_progress("Writing objects:  33% (1/3)"));
        assert!(!is_progress("remote: pas le vendredi: 5 %"));
        let left = "remote: pas le vendredi: 5 %        \nremote: reste: 5\nfatal: no: 3%\n";
        assert_eq!(without_progress(text), left);
    }
}
