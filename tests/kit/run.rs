//! What a run left: its exit code and what it said.

use std::process::{Child, Command, Output, Stdio};

/// What a run left.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
    line: String,
}

impl Run {
    /// Runs `command` to its end. Nothing waits for an answer: there is nothing to read.
    pub(super) fn of(mut command: Command, line: &str) -> Self {
        let output = command.stdin(Stdio::null()).output().unwrap_or_else(|cause| panic!("{command:?}: {cause}"));
        Self::from_output(&output, line)
    }

    pub fn of_child(child: Child, line: &str) -> Self {
        Self::from_output(&child.wait_with_output().unwrap(), line)
    }

    fn from_output(output: &Output, line: &str) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
            line: line.to_owned(),
        }
    }

    /// What no run may ever show.
    #[track_caller]
    pub fn sound(self) -> Self {
        for text in [&self.out, &self.err] {
            assert!(!text.contains("panicked"), "a panic shows\n{self}");
            assert!(!text.chars().any(is_steering), "something steers the terminal: {text:?}\n{self}");
        }
        assert!(![70, 101].contains(&self.code), "a bug\n{self}");
        self
    }

    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "exit code\n{self}");
        self
    }

    /// Standard output holds `text`, wherever its lines are broken.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(flat(&self.out).contains(&flat(text)), "« {text} » is not on standard output\n{self}");
        self
    }

    /// The error output holds `text`, wherever its lines are broken.
    #[track_caller]
    pub fn complains(self, text: &str) -> Self {
        assert!(flat(&self.err).contains(&flat(text)), "« {text} » is not on the error output\n{self}");
        self
    }

    #[track_caller]
    pub fn never_says(self, text: &str) -> Self {
        assert!(!flat(&self.out).contains(&flat(text)), "« {text} » is on standard output\n{self}");
        self
    }

    #[track_caller]
    pub fn complains_of_nothing(self) -> Self {
        assert_eq!(self.err, "", "something is on the error output\n{self}");
        self
    }

    #[track_caller]
    pub fn says_nothing(self) -> Self {
        assert_eq!(self.out, "", "something is on standard output\n{self}");
        self
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "$ {}\n[{}]\n--- out\n{}--- err\n{}", self.line, self.code, self.out, self.err)
    }
}

/// The text with every white space, no-break spaces too, turned into one space.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character steers a terminal or the direction of the text.
pub fn is_steering(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
