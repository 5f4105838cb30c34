//! Each command that `mpa` tells people to type, typed where it is told: it works there. What a test has not followed is named
//! in [`coverage`], with the reason.

mod branches;
mod coverage;
mod hours;
mod moved;
mod others;
mod pages;
mod rest;
mod sending;
mod start;
mod states;

use std::path::Path;
use std::process::{Command, Stdio};

use crate::kit::{Run, World, flat};

/// A shell in which the person of these tests types.
struct Shell<'w> {
    world: &'w World,
    folder: std::path::PathBuf,
    who: &'w str,
    variables: Vec<(String, String)>,
}

impl<'w> Shell<'w> {
    fn of(world: &'w World, who: &'w str) -> Self {
        Self { world, folder: world.repo.clone(), who, variables: Vec::new() }
    }

    /// The same in another folder.
    fn within(mut self, folder: impl AsRef<Path>) -> Self {
        self.folder = folder.as_ref().to_owned();
        self
    }

    /// The same with a variable.
    fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.variables.push((name.to_owned(), value.to_string()));
        self
    }

    /// Types `line`; what comes of it.
    #[track_caller]
    fn types(&self, line: &str) -> Run {
        let mut command = Command::new("sh");
        self.world.hermetic(&mut command);
        let own = Path::new(env!("CARGO_BIN_EXE_mpa")).parent().unwrap().display().to_string();
        let path = format!("{own}:{}", std::env::var("PATH").unwrap());
        command.args(["-c", line]).current_dir(&self.folder).env("PATH", path).stdin(Stdio::null());
        command.env("MPA_NOW", crate::kit::NOW).env("MPA_LANG", "fr").env("MPA_HANDLE", self.who).env("GIT_EDITOR", "true");
        command.env("COLUMNS", "80").env("NO_COLOR", "1");
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        Run::of_child(child, line)
    }

    /// Types `command`, which `said` tells by the sentence `key`, and which works.
    #[track_caller]
    fn follows(&self, said: &Run, key: &str, command: &str) -> Run {
        self.fills(said, key, command, command)
    }

    /// The same where something stands in for what the person knows: `told` is typed as `typed`.
    #[track_caller]
    fn fills(&self, said: &Run, key: &str, told: &str, typed: &str) -> Run {
        let all = flat(&format!("{}\n{}", said.out, said.err));
        assert!(all.contains(&flat(told)), "{key}: « {told} » is not told\n{said}");
        let run = self.types(typed);
        assert_eq!(run.code, 0, "{key}: « {typed} » does not work here\n{run}");
        run
    }
}

/// The first command of `said` that begins with `begins`, up to the end of its last word of `words` words.
#[track_caller]
fn told(said: &Run, begins: &str, words: usize) -> String {
    let all = format!("{} {}", said.out, said.err).split_whitespace().collect::<Vec<_>>().join(" ");
    let at = all.find(begins).unwrap_or_else(|| panic!("« {begins} » is not told\n{said}"));
    all[at..].split(' ').take(words).collect::<Vec<_>>().join(" ").trim_end_matches([';', ')', ',', '.']).to_owned()
}
