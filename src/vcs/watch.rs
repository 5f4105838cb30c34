//! Running git where it may take long: what it says of its progress is passed on while it works.
//!
//! Its words go to a file all the same, as those of every other call do, and are read there as they come: a pipe would be
//! held open by a process that git leaves behind.

use std::fs::File;
use std::io::{self, Read};
use std::process::Child;
use std::thread::sleep;
use std::time::Duration;

use super::error::VcsError;
use super::program::{Answer, Git, exit_code, words_in};

/// The longest time between two looks at what it says. A short run is looked at more often: the wait for its end is to be
/// nothing beside it.
const STEP: Duration = Duration::from_millis(50);
const FIRST_STEP: Duration = Duration::from_millis(1);
const STEPS: u32 = 16;
/// How long git has to stop by itself after Ctrl-C, then to stop when it is told to.
const GRACE: Duration = Duration::from_millis(500);
const LAST_GRACE: Duration = Duration::from_secs(3);

/// Who is shown how far git is: one line at a time, and an empty one when it is over.
pub type Progress = fn(&str);

impl Git {
    /// Runs `git` with `args`, which may take long, and passes its progress on where somebody wants to see it.
    pub(super) fn watched(&self, args: &[&str]) -> Result<Answer, VcsError> {
        if self.is_interrupted() {
            return Err(VcsError::Interrupted);
        }
        let scratch = |cause| VcsError::Scratch { cause };
        let [out, err] = [tempfile::NamedTempFile::new().map_err(scratch)?, tempfile::NamedTempFile::new().map_err(scratch)?];
        let mut command = self.command(args);
        command.stdin(std::process::Stdio::null());
        command.stdout(out.reopen().map_err(scratch)?).stderr(err.reopen().map_err(scratch)?);
        let mut child = command.spawn().map_err(|cause| self.not_started(cause))?;
        let code = self.follow(&mut child, &mut err.reopen().map_err(scratch)?).map_err(scratch)?;
        if code != 0 && self.is_interrupted() {
            return Err(VcsError::Interrupted);
        }
        let mut stdout = Vec::new();
        out.reopen().and_then(|mut file| file.read_to_end(&mut stdout)).map_err(scratch)?;
        let stderr = err.reopen().and_then(|mut file| words_in(&mut file)).map_err(scratch)?;
        Ok(Answer { code, stdout, stderr: without_progress(&stderr) })
    }

    /// Shows what the child writes of its progress until it ends, by itself or because the person wants to stop.
    fn follow(&self, child: &mut Child, words: &mut File) -> io::Result<i32> {
        let (mut shown, mut taken) = (None, Duration::ZERO);
        let mut ending = Ending { waited: Duration::ZERO, told: false };
        loop {
            let ended = child.try_wait()?;
            if let Some(show) = self.progress() {
                let mut bytes = Vec::new();
                words.read_to_end(&mut bytes)?;
                let text = String::from_utf8_lossy(&bytes).into_owned();
                if let Some(line) = text.split(['\r', '\n']).rfind(|line| is_progress(line)) {
                    show(line);
                    shown = Some(show);
                }
            }
            if let Some(status) = ended {
                if let Some(show) = shown {
                    show("");
                }
                return Ok(exit_code(status));
            }
            let step = (taken / STEPS).clamp(FIRST_STEP, STEP);
            if self.is_interrupted() {
                ending.press(child, step)?;
            }
            sleep(step);
            taken += step;
        }
    }
}

/// Ends `child` after Ctrl-C. In a terminal it was told already; elsewhere nobody else tells it.
struct Ending {
    waited: Duration,
    told: bool,
}

impl Ending {
    fn press(&mut self, child: &mut Child, step: Duration) -> io::Result<()> {
        self.waited += step;
        if self.waited > GRACE && !self.told {
            self.told = true;
            return tell_to_stop(child);
        }
        if self.waited > LAST_GRACE { child.kill() } else { Ok(()) }
    }
}

#[cfg(unix)]
fn tell_to_stop(child: &mut Child) -> io::Result<()> {
    use rustix::process::{Pid, Signal, kill_process};
    Ok(kill_process(Pid::from_child(child), Signal::INT)?)
}

#[cfg(not(unix))]
fn tell_to_stop(child: &mut Child) -> io::Result<()> {
    child.kill()
}

/// `Writing objects:  33% (1/3)`, which ends with a carriage return until it is done.
fn is_progress(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(what, rest)| {
        let what = what.strip_prefix("remote: ").unwrap_or(what);
        what.chars().all(|letter| letter.is_ascii_alphabetic() || letter == ' ')
            && rest.trim_start().split_once('%').is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// What is left when the progress is taken out: what else git and the server said.
fn without_progress(text: &str) -> String {
    let lines = text.split(['\r', '\n']).filter(|line| !line.is_empty() && !is_progress(line));
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_told_from_what_else_is_said() {
        let text = "Enumerating objects: 5, done.\nWriting objects:  33% (1/3)\rWriting objects: 100% (3/3), done.\n\
                    remote: pas le vendredi: 5 %        \nfatal: no: 3%\n";
        assert!(is_progress("Writing objects:  33% (1/3)"));
        assert!(!is_progress("remote: pas le vendredi: 5 %"));
        assert!(!without_progress(text).contains("33%"));
        assert!(without_progress(text).contains("pas le vendredi"));
    }
}
