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
use super::program::{Answer, Git, exit_code};

/// How often the words are looked at.
const STEP: Duration = Duration::from_millis(50);

/// Who is shown how far git is: one line at a time, and an empty one when it is over.
pub type Progress = fn(&str);

impl Git {
    /// Runs `git` with `args`, which may take long, and passes its progress on where somebody wants to see it.
    pub(super) fn watched(&self, args: &[&str]) -> Result<Answer, VcsError> {
        let Some(show) = self.progress() else { return self.run(args) };
        let scratch = |cause| VcsError::Scratch { cause };
        let [out, err] = [tempfile::NamedTempFile::new().map_err(scratch)?, tempfile::NamedTempFile::new().map_err(scratch)?];
        let mut command = self.command(args);
        command.stdin(std::process::Stdio::null());
        command.stdout(out.reopen().map_err(scratch)?).stderr(err.reopen().map_err(scratch)?);
        let mut child = command.spawn().map_err(|cause| self.not_started(cause))?;
        let code = follow(&mut child, &mut err.reopen().map_err(scratch)?, show).map_err(scratch)?;
        let text = |file: &tempfile::NamedTempFile| -> io::Result<Vec<u8>> {
            let mut bytes = Vec::new();
            file.reopen()?.read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let stderr = String::from_utf8_lossy(&text(&err).map_err(scratch)?).into_owned();
        Ok(Answer { code, stdout: text(&out).map_err(scratch)?, stderr: without_progress(&stderr) })
    }
}

/// Shows what the child writes of its progress until it ends.
fn follow(child: &mut Child, words: &mut File, show: Progress) -> io::Result<i32> {
    let mut shown = false;
    loop {
        let ended = child.try_wait()?;
        let mut bytes = Vec::new();
        words.read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some(line) = text.split(['\r', '\n']).rfind(|line| is_progress(line)) {
            show(line);
            shown = true;
        }
        if let Some(status) = ended {
            if shown {
                show("");
            }
            return Ok(exit_code(status));
        }
        sleep(STEP);
    }
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
