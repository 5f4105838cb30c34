//! Signs of life of a git that talks to others. What it prints tells little: a server's hook may work for minutes, and only the
//! empty packets that git sends meanwhile say that anybody is there. So git notes every packet in a file, and, beside, which
//! programs it starts: while a hook of the person's own works, nobody waits for the server.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};

use serde_json::Value;
use tempfile::NamedTempFile;

use crate::vcs::error::VcsError;

/// What makes git note its packets and what it starts, each into the file that it names.
const NOTES: [&str; 2] = ["GIT_TRACE_PACKET", "GIT_TRACE2_EVENT"];
/// What git starts that is no talk with a server: its own tidying up, and programs that sign.
const OWN_WORK: [&str; 4] = ["maintenance", "gc", "gpg", "gpg2"];
/// A note that is longer than this is not looked into.
const NOTE_MAX: usize = 64 * 1024;

/// What git writes down about itself while it runs.
pub(in crate::vcs) struct Signs {
    notes: NamedTempFile,
    reader: File,
    /// The beginning of a note whose end is not there yet.
    rest: Vec<u8>,
    at_work: HashSet<(String, u64)>,
    fetching: HashSet<(String, u64)>,
    /// Whether the other side has said anything.
    pub heard: bool,
}

impl Signs {
    pub(in crate::vcs) fn new() -> Result<Self, VcsError> {
        let scratch = |cause| VcsError::Scratch { cause };
        let notes = NamedTempFile::new().map_err(scratch)?;
        let reader = notes.reopen().map_err(scratch)?;
        Ok(Self { notes, reader, rest: Vec::new(), at_work: HashSet::new(), fetching: HashSet::new(), heard: false })
    }

    /// The variables by which git leaves them.
    pub(super) fn variables(&self) -> [(&'static str, &std::path::Path); 2] {
        NOTES.map(|name| (name, self.notes.path()))
    }

    /// Whether there is a new one.
    pub(super) fn look(&mut self) -> io::Result<bool> {
        let before = self.rest.len();
        self.reader.read_to_end(&mut self.rest)?;
        let is_new = self.rest.len() > before;
        while let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.rest.drain(..=end).collect();
            self.note(&line);
        }
        self.rest.truncate(NOTE_MAX);
        Ok(is_new)
    }

    /// Whether git waits for something on this side.
    pub(super) fn is_own_work(&self) -> bool {
        !self.at_work.is_empty()
    }

    /// Whether a git that only works here fetches what it lacks.
    pub(super) fn is_fetching(&self) -> bool {
        !self.fetching.is_empty()
    }

    fn note(&mut self, line: &[u8]) {
        // `<time> pkt-line.c:<line>   packet:   fetch< …`
        self.heard |= !line.starts_with(b"{") && line.windows(2).any(|two| two == b"< ");
        let Ok(note) = serde_json::from_slice::<Value>(line) else { return };
        let text = |key: &str| note[key].as_str().unwrap_or_default();
        let Some(number) = note["child_id"].as_u64() else { return };
        let child = (text("sid").to_owned(), number);
        let words: Vec<&str> = note["argv"].as_array().into_iter().flatten().take(4).filter_map(Value::as_str).collect();
        let is_one_of = |known: &[&str]| words.iter().any(|word| known.contains(word));
        match text("event") {
            "child_start" if text("child_class") == "hook" || is_one_of(&OWN_WORK) => _ = self.at_work.insert(child),
            "child_start" if is_one_of(&["fetch"]) => _ = self.fetching.insert(child),
            "child_exit" => {
                self.at_work.remove(&child);
                self.fetching.remove(&child);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(lines: &[&str]) -> Signs {
        let mut signs = Signs::new().unwrap();
        for line in lines {
            signs.note(format!("{line}\n").as_bytes());
        }
        signs
    }

    #[test]
    fn a_hook_is_told_from_the_server() {
        let start = r#"{"event":"child_start","sid":"a","child_id":0,"child_class":"hook","hook_name":"pre-push","argv":["x"]}"#;
        let end = r#"{"event":"child_exit","sid":"a","child_id":0,"pid":1,"code":0}"#;
        let other = r#"{"event":"child_exit","sid":"b","child_id":0,"pid":1,"code":0}"#;
        let ssh = r#"{"event":"child_start","sid":"a","child_id":1,"child_class":"transport/ssh","argv":["ssh","fetch.org"]}"#;
        assert!(noted(&[start]).is_own_work() && noted(&[start, other]).is_own_work());
        assert!(!noted(&[start, end]).is_own_work() && !noted(&[ssh]).is_own_work() && !noted(&[ssh]).is_fetching());
    }

    #[test]
    fn what_the_server_says_is_told_from_what_it_hears() {
        let sent = r"16:56:57.215 pkt-line.c:86           packet:         push> git-receive-pack /o.git\0host=x\0";
        let heard = r"16:57:03.309 pkt-line.c:86           packet:     sideband< \1";
        assert!(!noted(&[sent]).heard && noted(&[sent, heard]).heard);
        let lazy =
            r#"{"event":"child_start","sid":"a","child_id":0,"child_class":"?","argv":["git","-c","x=noop","fetch","origin"]}"#;
        assert!(noted(&[lazy]).is_fetching() && !noted(&[lazy]).heard);
    }
}
