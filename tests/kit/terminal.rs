//! `mpa` in a terminal, of 80 columns and 24 rows unless said otherwise: what a person sees there, and keys that they press.
//!
//! A shell with job control starts the program, as people's shells do: Ctrl-C reaches the program and all it started, and
//! the end of the program takes none of them along. So every run can be asked what it left behind.

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZero;
use std::os::fd::OwnedFd;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command as PtyCommand, open};

use super::{World, flat};

/// Longer than anything takes that comes at all.
const PATIENCE: Duration = Duration::from_secs(30);
/// More rows than a run writes.
const HIGH: NonZero<u16> = NonZero::new(500).unwrap();
/// What the shell says when the program has ended, before and after its exit code.
const END: [&str; 2] = ["\u{1}exit ", "\u{1}"];
/// What a question writes, beside moves and clearings: cursor hidden and shown, pasted text told from typed text and no more.
const CURSOR: [&str; 4] = ["?25l", "?25h", "?2004h", "?2004l"];

/// A program that is running in a terminal.
pub struct Terminal {
    child: Child,
    keys: File,
    seen: Arc<Mutex<Vec<u8>>>,
    /// How much of it came before the last keys.
    read: usize,
    home: String,
    columns: u16,
}

/// What it left on the screen.
pub struct Shown {
    pub code: i32,
    /// Byte for byte.
    pub raw: String,
    /// Without what steers the terminal.
    pub text: String,
    /// What stands in the terminal in the end, row by row.
    pub rows: Vec<String>,
}

impl Terminal {
    /// Starts `command`, which was made hermetic by `world`.
    pub(super) fn open(world: &World, command: &Command, [rows, columns]: [u16; 2], behind: &str) -> Self {
        let (pty, pts) = open().unwrap();
        pty.resize(Size::new(rows, columns)).unwrap();
        let script = format!("\"$0\" \"$@\" {behind}; printf '\\n\\001exit %s\\001' $?; read -r _");
        let mut shell = PtyCommand::new("sh").args(["-m", "-c", &script]).arg(command.get_program()).args(command.get_args());
        shell = shell.env_clear().current_dir(command.get_current_dir().unwrap());
        for (name, value) in command.get_envs() {
            let kept = value.filter(|_| !["COLUMNS", "NO_COLOR", "TERM"].iter().any(|other| name == *other));
            shell = kept.into_iter().fold(shell, |shell, value| shell.env(name, value));
        }
        let child = shell.env("TERM", "xterm-256color").spawn(pts).unwrap();
        let keys = File::from(OwnedFd::from(pty));
        let (seen, mut screen) = (Arc::default(), keys.try_clone().unwrap());
        let into: Arc<Mutex<Vec<u8>>> = Arc::clone(&seen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = screen.read(&mut bytes) {
                into.lock().unwrap().extend_from_slice(&bytes[..count]);
            }
        });
        Self { child, keys, seen, read: 0, home: format!("HOME={}", world.home().display()), columns }
    }

    fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap()).into_owned()
    }

    /// Waits until `text` is on the screen, wherever its lines are broken, and came after the last keys.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        let (began, wanted) = (Instant::now(), flat(text));
        loop {
            let raw = self.raw();
            let new = raw.get(self.read..).unwrap_or_default();
            if flat(&plain(new)).contains(&wanted) {
                return self;
            }
            assert!(began.elapsed() < PATIENCE, "« {text} » does not appear\n{}\n{raw:?}", plain(&raw));
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Presses these keys.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        self.read = self.raw().len();
        self.keys.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// Ctrl-C, again and again as people do: between two keys, a question does not hear it.
    pub fn interrupts(&mut self) -> &mut Self {
        for _ in 0..10 {
            self.types("\u{3}");
            let began = Instant::now();
            while began.elapsed() < Duration::from_secs(1) {
                if self.raw().contains(END[0]) {
                    return self;
                }
                thread::sleep(Duration::from_millis(5));
            }
        }
        self
    }

    /// Waits for the end of the program, which has to be `code`. It leaves the cursor shown, no program of its own running,
    /// and nothing steered the terminal but colours and what a question needs.
    #[track_caller]
    pub fn ends(self, code: i32) -> Shown {
        let began = Instant::now();
        let (raw, found) = loop {
            let raw = self.raw();
            let end = raw.split_once(END[0]).and_then(|(raw, rest)| Some((raw.to_owned(), rest.split_once(END[1])?.0.parse())));
            if let Some((raw, found)) = end {
                break (raw, found.unwrap());
            }
            assert!(began.elapsed() < PATIENCE, "it does not end\n{}\n{raw:?}", plain(&raw));
            thread::sleep(Duration::from_millis(5));
        };
        let raw = raw.as_str();
        let shown = Shown { code: found, raw: raw.to_owned(), text: plain(raw), rows: on_screen(raw, self.columns) };
        assert_eq!(shown.code, code, "exit code\n{}\n{raw:?}", shown.text);
        assert!(!raw.contains("panicked"), "a panic shows\n{}", shown.text);
        let foreign: Vec<&str> = sequences(raw).filter(|it| !is_ours(it)).collect();
        assert!(foreign.is_empty(), "something else steers the terminal: {foreign:?}\n{raw:?}");
        let steering = |c: &char| super::is_steering(*c) && !matches!(c, '\r' | '\u{1b}' | '\u{7}');
        assert_eq!(raw.chars().find(steering), None, "{raw:?}");
        assert!(raw.rfind("\u{1b}[?25h") >= raw.rfind("\u{1b}[?25l"), "the cursor stays hidden\n{raw:?}");
        assert!(raw.rfind("\u{1b}[?2004l") >= raw.rfind("\u{1b}[?2004h"), "pasted text stays marked\n{raw:?}");
        none_is_left(&self.home, Some(self.child.id()));
        shown
    }
}

/// No program of the world with this `HOME=…` runs, but `own`, where the system tells. Whoever is ending has time to.
#[track_caller]
fn none_is_left(home: &str, own: Option<u32>) {
    let own = own.map(|own| own.to_string()).unwrap_or_default();
    let left = || {
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        processes.filter(|it| it.file_name() != own.as_str()).find_map(|it| {
            let around = std::fs::read(it.path().join("environ")).ok()?;
            let is_ours = around.split(|byte| *byte == 0).any(|variable| variable == home.as_bytes());
            let line = || std::fs::read(it.path().join("cmdline")).ok().filter(|line| !line.is_empty());
            is_ours.then(line)?.map(|line| String::from_utf8_lossy(&line).replace('\0', " "))
        })
    };
    let began = Instant::now();
    while let Some(left) = left() {
        assert!(began.elapsed() < Duration::from_secs(3), "still running: {left}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// The rows that stand there, in a terminal of so many columns that is high enough for all.
fn on_screen(raw: &str, columns: u16) -> Vec<String> {
    let mut screen = vt100::Parser::new(HIGH, NonZero::new(columns).unwrap(), 0);
    screen.process(raw.as_bytes());
    let rows = screen.screen().rows(0, columns).map(|row| row.trim_end().to_owned());
    rows.filter(|row| !row.is_empty()).collect()
}

impl World {
    /// No program of this world runs any more, where the system tells.
    #[track_caller]
    pub fn has_left_nothing_running(&self) {
        none_is_left(&format!("HOME={}", self.home().display()), None);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // The shell may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Shown {
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(flat(&self.text).contains(&flat(text)), "« {text} » is not there\n{}", self.text);
        self
    }

    #[track_caller]
    pub fn never_says(self, text: &str) -> Self {
        assert!(!flat(&self.text).contains(&flat(text)), "« {text} » is there\n{}", self.text);
        self
    }
}

/// The escape sequences of `raw`, without what begins them; a lone escape is an empty one.
fn sequences(raw: &str) -> impl Iterator<Item = &str> {
    raw.split('\u{1b}').skip(1).map(|rest| {
        let Some(body) = rest.strip_prefix('[') else { return "" };
        let end = body.find(|c: char| ('@'..='~').contains(&c)).map_or(body.len(), |at| at + 1);
        &body[..end]
    })
}

fn is_ours(sequence: &str) -> bool {
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b';');
    CURSOR.contains(&sequence)
        || sequence
            .split_at_checked(sequence.len().saturating_sub(1))
            .is_some_and(|(numbers, letter)| number(numbers) && matches!(letter, "m" | "A" | "B" | "C" | "D" | "K" | "J" | "G"))
}

/// The text without its escape sequences.
fn plain(raw: &str) -> String {
    let mut parts = raw.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    let kept = parts.map(|rest| match rest.strip_prefix('[') {
        Some(body) => body.find(|c: char| ('@'..='~').contains(&c)).map_or("", |at| &body[at + 1..]),
        None => rest,
    });
    first + &kept.collect::<String>()
}
