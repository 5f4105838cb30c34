//! The pages for people — the READMEs, and what is in `docs` — are run as they read.
//!
//! A block opened by ```` ```console fr ```` (or `en`) is a terminal in that language: lines after `$ ` are typed (`> ` goes on
//! with one, as in a shell, and `| jq` hands its answer over), what follows is the answer, `? 4` says that the command ended with
//! 4 (otherwise it must succeed), `[..]` stands for anything.
//! Each block starts in a fresh clone of this repository's data, unless more words follow the language:
//! - `then`: goes on where the block before it stopped;
//! - `home`: starts in an empty folder that is no repository;
//! - `id=7dh2r`: what the next task made here is called, since real ids are drawn at random.
//!
//! A block opened by ```` ```csv list.csv ```` is a file in the folder where the next block begins.
//!
//! A block opened by ```` ```toml data/… ```` is a file; all of a page together must be a campaign that `mpa check` likes. One
//! opened by ```` ```screen fr ```` is a terminal where somebody answers: `cli/scenes.rs` plays it.
//!
//! `SNAPSHOTS=overwrite cargo test --test readme` writes what is really answered into the pages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test, which builds a world of its own"
)]

#[path = "kit/scratch.rs"]
mod scratch;
#[path = "kit/skipped.rs"]
mod skipped;

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, pipe};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use snapbox::{Assert, Data};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// The most words of a page that people begin with.
const WORDS: usize = 1200;
const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
/// The moment at which the pages are read, and the width of its terminal.
const NOW: &str = "2026-11-24T10:00:00+01:00";
const COLUMNS: &str = "80";
/// Where the clone came from, as the pages call it.
const ADDRESS: &str = "https://example.org/mpa.git";
const GIT_CONFIG: &str =
    "[user]\n\tname = Lampe\n\temail = lampe@example.org\n[init]\n\tdefaultBranch = main\n[core]\n\tautocrlf = false\n";

/// The pages, by their paths.
fn pages() -> Vec<PathBuf> {
    let inside = |folder: &str| fs::read_dir(Path::new(ROOT).join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let beginnings = ["README.md", "README.fr.md"].map(|name| Path::new(ROOT).join(name));
    let mut pages: Vec<PathBuf> = inside("docs/fr").chain(inside("docs/en")).chain(beginnings).collect();
    pages.sort();
    pages
}

#[test]
fn transcripts_are_what_is_answered() {
    let mut all = 0;
    for page in pages() {
        let (answered, commands) = replayed(&fs::read_to_string(&page).unwrap());
        all += commands;
        Assert::new().normalize_paths(false).action_env("SNAPSHOTS").eq(answered, Data::read_from(&page, None));
    }
    assert!(all > 20, "only {all} commands were found");
}

#[test]
fn each_page_is_in_both_languages_and_leads_somewhere() {
    let names = |language: &str| {
        let entries = fs::read_dir(Path::new(ROOT).join("docs").join(language)).unwrap();
        entries.map(|entry| entry.unwrap().file_name()).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(names("fr"), names("en"));
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|link| !link.contains("://")) {
            assert!(page.parent().unwrap().join(link).exists(), "{}: {link} leads nowhere", page.display());
        }
        let is_beginning = page.parent() == Some(Path::new(ROOT));
        assert!(!is_beginning || text.split_whitespace().count() <= WORDS, "{} is too long", page.display());
    }
}

#[test]
fn example_files_make_a_faultless_campaign() {
    for language in ["fr", "en"] {
        let page = fs::read_to_string(Path::new(ROOT).join("docs").join(language).join("files.md")).unwrap();
        let sandbox = Sandbox::new("en");
        let folder = sandbox.home().join("example");
        let mut files = 0;
        for (info, body) in blocks(&page) {
            let Some(path) = info.strip_prefix("toml ") else { continue };
            let file = folder.join(path.trim());
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, body).unwrap();
            files += 1;
        }
        assert!(files >= 3, "a campaign, a project and a task are needed, {files} files were found");
        sandbox.must("git", &["init", "-q", "example"]);
        let (said, status) = sandbox.run(&folder, &programs("mpa check"));
        assert_eq!((status, said.trim_end().ends_with("no error, no warning.")), (0, true), "{said}");
    }
}

/// The fenced blocks: what follows the three backquotes, and the lines inside.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut is_open = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(_) if is_open => is_open = false,
            Some(info) => {
                is_open = true;
                found.push((info.to_owned(), String::new()));
            }
            None if is_open => {
                let (_, body) = found.last_mut().unwrap();
                body.push_str(line);
                body.push('\n');
            }
            None => {}
        }
    }
    found
}

/// The page with the answers that were really given, and how many commands gave one.
fn replayed(page: &str) -> (String, usize) {
    let (mut text, mut commands) = (String::new(), 0);
    let mut sandbox: Option<Sandbox> = None;
    let mut lines = page.lines();
    let mut lists: Vec<(&str, String)> = Vec::new();
    while let Some(line) = lines.next() {
        text.push_str(line);
        text.push('\n');
        if let Some(name) = line.strip_prefix("```csv ") {
            let body: String = lines.by_ref().take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
            text.push_str(&body);
            text.push_str("```\n");
            lists.push((name, body));
        }
        let Some(info) = line.strip_prefix("```console ") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let (language, words) = info.split_once(' ').unwrap_or((info, ""));
        let words: Vec<&str> = words.split(' ').collect();
        let mut here = match sandbox.take() {
            Some(sandbox) if words.contains(&"then") => sandbox,
            _ => Sandbox::new(language),
        };
        if words.contains(&"home") {
            here.folder = here.home();
        }
        for (name, body) in lists.drain(..) {
            fs::write(here.folder.join(name), body).unwrap();
        }
        here.coming.extend(words.iter().filter_map(|word| word.strip_prefix("id=")).map(str::to_owned));
        commands += here.replay(&body, &mut text);
        text.push_str("```\n");
        sandbox = Some(here);
    }
    (text, commands)
}

/// A home of its own, with the data of this repository published and cloned.
struct Sandbox {
    root: TempDir,
    language: String,
    folder: PathBuf,
    /// Tasks that were there, and the names on the page of those made since.
    known: Vec<(String, String)>,
    coming: VecDeque<String>,
}

impl Sandbox {
    fn new(language: &str) -> Self {
        let root = scratch::folder();
        let folder = root.path().canonicalize().unwrap();
        let mut sandbox = Self { root, language: language.to_owned(), folder, known: Vec::new(), coming: VecDeque::new() };
        let home = sandbox.home();
        fs::write(home.join(".gitconfig"), GIT_CONFIG).unwrap();
        copy(Path::new(DATA), &home.join("published/data"));
        sandbox.must("git", &["init", "-q", "published"]);
        sandbox.must("git", &["-C", "published", "add", "."]);
        sandbox.must("git", &["-C", "published", "commit", "-qm", "Start"]);
        sandbox.must("git", &["clone", "-q", "--bare", "published", "origin.git"]);
        sandbox.must("git", &["clone", "-q", "origin.git", "mpa"]);
        sandbox.folder = home.join("mpa");
        sandbox.known = sandbox.ids().into_iter().map(|id| (id.clone(), id)).collect();
        sandbox
    }

    fn home(&self) -> PathBuf {
        self.root.path().canonicalize().unwrap()
    }

    fn must(&self, program: &str, args: &[&str]) {
        let typed: Vec<String> = [&[program], args].concat().into_iter().map(str::to_owned).collect();
        let (said, status) = self.run(&self.home(), std::slice::from_ref(&typed));
        assert_eq!(status, 0, "{typed:?}: {said}");
    }

    /// Types the commands of a block, and writes them with their answers.
    fn replay(&mut self, body: &[&str], text: &mut String) -> usize {
        let mut commands = 0;
        let mut lines = body.iter().copied().peekable();
        while let Some(line) = lines.next() {
            let Some(start) = line.strip_prefix("$ ") else { continue };
            let mut typed = start.to_owned();
            text.push_str(line);
            text.push('\n');
            while let (Some(begun), Some(more)) = (begun(&typed), lines.peek().and_then(|next| next.strip_prefix("> "))) {
                typed = format!("{begun}{more}");
                writeln!(text, "> {more}").unwrap();
                lines.next();
            }
            commands += 1;
            let programs = programs(&typed);
            if let Some(missing) = programs.iter().skip(1).map(|words| &words[0]).find(|name| !is_there(name)) {
                skipped::skipped(&format!("no {missing} for {start}"));
                while let Some(line) = lines.next_if(|next| !next.starts_with("$ ")) {
                    writeln!(text, "{line}").unwrap();
                }
                continue;
            }
            let (said, status) = self.typed(&typed, programs);
            if status != 0 {
                writeln!(text, "? {status}").unwrap();
            }
            for line in said.lines() {
                text.push_str(line.trim_end()); // what nobody sees is not compared
                text.push('\n');
            }
        }
        commands
    }

    /// Runs one line; what it answered in the words of the page.
    fn typed(&mut self, line: &str, mut programs: Vec<Vec<String>>) -> (String, i32) {
        if let [cd, folder] = &programs[0][..]
            && cd == "cd"
        {
            self.folder = self.folder.join(folder);
            assert!(self.folder.is_dir(), "{line}: there is no such folder");
            self.name_new_tasks();
            return (String::new(), 0);
        }
        for word in programs.iter_mut().flatten() {
            if let Some((real, _)) = self.known.iter().find(|(_, shown)| shown == word) {
                word.clone_from(real);
            }
        }
        let (mut said, status) = self.run(&self.folder, &programs);
        self.name_new_tasks();
        for (real, shown) in self.known.iter().filter(|(real, shown)| real != shown) {
            said = said.replace(real, shown);
        }
        let home = self.home().display().to_string();
        (said.replace(&format!("{home}/origin.git"), ADDRESS).replace(&home, "~"), status)
    }

    fn name_new_tasks(&mut self) {
        for id in self.ids() {
            if !self.known.iter().any(|(real, _)| *real == id)
                && let Some(shown) = self.coming.pop_front()
            {
                self.known.push((id, shown));
            }
        }
    }

    fn ids(&self) -> Vec<String> {
        let Ok(projects) = fs::read_dir(self.folder.join("data/tasks")) else { return Vec::new() };
        let tasks = projects.flat_map(|project| fs::read_dir(project.unwrap().path()).unwrap());
        let name = |task: fs::DirEntry| task.file_name().into_string().unwrap();
        tasks.map(|task| name(task.unwrap()).split(['-', '.']).next().unwrap().to_owned()).collect()
    }

    /// What programs said, each reading what the one before it said, and the first status that is not 0.
    fn run(&self, folder: &Path, programs: &[Vec<String>]) -> (String, i32) {
        let (mut reader, writer) = pipe().unwrap();
        let (mut children, mut input) = (Vec::new(), Stdio::null());
        for (at, words) in programs.iter().enumerate() {
            let is_last = at + 1 == programs.len();
            let mut command = self.command(words, at > 0);
            command.current_dir(folder).stdin(input).stderr(writer.try_clone().unwrap());
            command.stdout(if is_last { writer.try_clone().unwrap().into() } else { Stdio::piped() });
            let mut child = command.spawn().unwrap();
            input = child.stdout.take().map_or_else(Stdio::null, Stdio::from);
            children.push(child);
        }
        drop(writer);
        let mut said = String::new();
        reader.read_to_string(&mut said).unwrap();
        let ends = children.iter_mut().map(|child| child.wait().unwrap().code().unwrap_or(-1));
        (said, ends.collect::<Vec<_>>().into_iter().find(|status| *status != 0).unwrap_or_default())
    }

    fn command(&self, words: &[String], is_behind_a_pipe: bool) -> Command {
        let (program, args) = words.split_first().expect("a command is typed after `$ `");
        let (program, locale) = match (program.as_str(), is_behind_a_pipe) {
            ("mpa", false) => (env!("CARGO_BIN_EXE_mpa"), if self.language == "fr" { "fr_FR.UTF-8" } else { "en_GB.UTF-8" }),
            ("git", false) => ("git", "C.UTF-8"),
            ("jq", true) => ("jq", "C.UTF-8"),
            (other, _) => panic!("a page may run mpa, git and cd, and jq behind a pipe, not {other}"),
        };
        let mut command = Command::new(program);
        command.args(args).env_clear();
        command.envs(["PATH", "TMPDIR"].iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
        command.envs([("LANG", locale), ("MPA_NOW", NOW), ("COLUMNS", COLUMNS), ("NO_COLOR", "1"), ("TZ", "Europe/Paris")]);
        command.envs([("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_ALLOW_PROTOCOL", "file")]);
        command.envs([("GIT_AUTHOR_DATE", NOW), ("GIT_COMMITTER_DATE", NOW)]);
        command.env("HOME", self.home()).env("GIT_CONFIG_GLOBAL", self.home().join(".gitconfig"));
        command
    }
}

fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// The programs of a line with their words, and the quote that is left open.
fn split(line: &str) -> (Vec<Vec<String>>, Option<char>) {
    let (mut programs, mut word, mut quote) = (vec![Vec::new()], None::<String>, None);
    for letter in line.chars() {
        match (letter, quote) {
            ('"' | '\'', None) => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (_, Some(open)) if letter == open => quote = None,
            (' ', None) => programs.last_mut().unwrap().extend(word.take()),
            ('|', None) => programs.push(Vec::new()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    programs.last_mut().unwrap().extend(word);
    (programs, quote)
}

fn programs(line: &str) -> Vec<Vec<String>> {
    let (programs, quote) = split(line);
    assert!(quote.is_none() && programs.iter().all(|words| !words.is_empty()), "it goes on nowhere: {line}");
    programs
}

/// What a shell makes of a line that goes on with the next one; `None`: it ends here.
fn begun(line: &str) -> Option<String> {
    match split(line) {
        (_, Some(_)) => Some(format!("{line}\n")),
        _ => line.strip_suffix('\\').map(str::to_owned),
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
