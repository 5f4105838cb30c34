//! One run of `mpa`: who types, when, where, with what around.

use std::path::Path;
use std::process::{Child, Command, Stdio};

#[cfg(unix)]
use super::Terminal;
use super::{NOW, Run, World};

/// A run being prepared.
pub struct Call<'w> {
    world: &'w World,
    command: Command,
}

impl<'w> Call<'w> {
    pub(super) fn new(world: &'w World) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mpa"));
        world.hermetic(&mut command);
        command.current_dir(&world.repo).env("MPA_NOW", NOW).env("MPA_LANG", "fr");
        command.env("COLUMNS", "80").env("NO_COLOR", "1");
        Self { world, command }
    }

    pub fn env(mut self, name: &str, value: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// On another day, at ten in the morning in Paris (winter time).
    pub fn on(self, day: &str) -> Self {
        self.env("MPA_NOW", format!("{day}T10:00:00+01:00"))
    }

    /// At that moment, which is git's, too.
    pub fn at(self, moment: &str) -> Self {
        self.env("MPA_NOW", moment).env("GIT_AUTHOR_DATE", moment).env("GIT_COMMITTER_DATE", moment)
    }

    /// From another folder.
    pub fn within(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// With another standard output.
    pub fn into_file(mut self, path: &str) -> Self {
        let file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
        self.command.stdout(file);
        self
    }

    /// With another copy of the program.
    pub fn program(mut self, path: &Path) -> Self {
        let inner = std::mem::replace(&mut self.command, Command::new(path));
        self.world.hermetic(&mut self.command);
        self.command.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
        self.command.current_dir(inner.get_current_dir().unwrap_or(&self.world.repo));
        self
    }

    /// With so much time and memory that whoever takes more would take all of it, sooner or later.
    #[cfg(unix)]
    pub fn bounded(mut self) -> Self {
        let inner = std::mem::replace(&mut self.command, Command::new("/bin/sh"));
        self.world.hermetic(&mut self.command);
        self.command.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
        self.command.current_dir(inner.get_current_dir().unwrap_or(&self.world.repo));
        self.command.args(["-c", "ulimit -t 60; ulimit -v 1500000; exec \"$0\" \"$@\""]).arg(inner.get_program());
        self
    }

    /// As another user of the system.
    #[cfg(unix)]
    pub fn with_user(mut self, id: u32) -> Self {
        use std::os::unix::process::CommandExt;
        self.command.uid(id).gid(id);
        self
    }

    /// In a process group of its own, as a terminal starts it.
    #[cfg(unix)]
    pub fn in_own_group(mut self) -> Self {
        use std::os::unix::process::CommandExt;
        self.command.process_group(0);
        self
    }

    /// Runs it with these words, of which `'…'` is one.
    #[track_caller]
    pub fn run(self, words: &str) -> Run {
        self.args(split(words))
    }

    /// Runs it with these arguments.
    #[track_caller]
    pub fn args<S: AsRef<str>>(mut self, args: impl IntoIterator<Item = S>) -> Run {
        let args: Vec<String> = args.into_iter().map(|arg| arg.as_ref().to_owned()).collect();
        self.command.args(&args);
        Run::of(self.command, &format!("mpa {}", args.join(" "))).sound()
    }

    /// Starts it and does not wait; its output is kept.
    pub fn start(mut self, words: &str) -> Child {
        self.command.args(split(words)).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        self.command.spawn().unwrap()
    }

    /// Runs it with these words in a terminal, where somebody may answer.
    #[cfg(unix)]
    pub fn on_terminal(mut self, words: &str) -> Terminal {
        self.command.args(split(words));
        Terminal::open(self.world, &self.command, [24, 80], "")
    }

    /// The same in a terminal of another size, with `behind` after it in the line of the shell.
    #[cfg(unix)]
    pub fn on_screen(mut self, size: [u16; 2], words: &str, behind: &str) -> Terminal {
        self.command.args(split(words));
        Terminal::open(self.world, &self.command, size, behind)
    }

    pub fn world(&self) -> &'w World {
        self.world
    }
}

/// The words of a command line: separated by spaces, except between quotes.
pub fn split(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote, mut begun) = (Vec::new(), String::new(), None, false);
    for letter in line.chars() {
        match letter {
            '\'' | '"' if quote.is_none() || quote == Some(letter) => {
                quote = quote.xor(Some(letter));
                begun = true;
            }
            ' ' if quote.is_none() => {
                if begun {
                    words.push(std::mem::take(&mut word));
                }
                begun = false;
            }
            other => {
                word.push(other);
                begun = true;
            }
        }
    }
    if begun {
        words.push(word);
    }
    words
}
