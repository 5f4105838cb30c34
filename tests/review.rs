//! What `mpa review` says of whole requests: a new rule is a new folder.
//!
//! `tests/review/base` is the shared branch that all cases start from. A case `tests/review/<nn-name>` holds files that
//! differ: in `base/` before the request was begun, in `main/` what became of the shared branch since, in `head/` the
//! request. Its `case.toml` says the rest:
//! - `about`: what the case is for;
//! - `login`: whom the forge names; `signed`: who signed each commit (and `namespace`: for what);
//! - `day`; `folder`: where in the repository the campaign is;
//! - `history`: how the commits hang together (see [`History`]); `later`: by how many seconds the earlier request of a
//!   crossed history claims to be younger than the rest;
//! - `[base]`, `[main]`, `[head]`: what no folder can hold: `delete` and `crlf` (paths), `files` (path = text), `modes`
//!   (path = mode, link or submodule).
//!
//! `expected.txt` is what the program answers: the verdict and exit code, who wrote it and how that is known, then a line
//! a change (verdict, rule, change, task or path, person) and a line a conflict. `MPA_TEST_OVERWRITE=1 cargo test --test
//! review` writes it again; read the difference against the rules before you commit it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test, which builds a world of its own"
)]

#[path = "kit/mod.rs"]
mod kit;
#[path = "kit/request.rs"]
mod request;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde::Deserialize;

use kit::{Run, World};
use request::{Files, Stream, overlay, signed, with_keys};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/review");
const COMMON: &str = "base";
const CASES_AT_LEAST: usize = 200;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    about: String,
    login: Option<String>,
    #[serde(default)]
    signed: Vec<String>,
    #[serde(default = "git")]
    namespace: String,
    day: Option<toml::value::Date>,
    #[serde(default)]
    folder: String,
    #[serde(default)]
    history: History,
    #[serde(default)]
    later: u32,
    #[serde(default)]
    base: Odd,
    #[serde(default)]
    main: Odd,
    #[serde(default)]
    head: Odd,
}

fn git() -> String {
    "git".to_owned()
}

/// How the commits of the shared branch and of the request hang together.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum History {
    /// The request and what became of the shared branch both come after the base.
    #[default]
    Plain,
    /// The request was merged.
    Merged,
    /// The shared branch was merged into the request.
    UpToDate,
    /// The request holds nothing that the shared branch does not: it is older.
    Behind,
    /// The request has no commit in common with the shared branch.
    Unrelated,
    /// An earlier request (`head/` of the base) and the shared branch each hold a merge of the two.
    Crossed,
    /// There is no such branch.
    Unknown,
}

/// What no folder can hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Odd {
    delete: Vec<String>,
    crlf: Vec<String>,
    files: std::collections::BTreeMap<String, String>,
    modes: std::collections::BTreeMap<String, String>,
}

impl Odd {
    fn apply(&self, files: &mut Files) {
        for path in &self.delete {
            assert!(files.remove(path.as_bytes()).is_some(), "nothing to delete: {path}");
        }
        for (path, text) in &self.files {
            files.insert(path.clone().into_bytes(), ("100644", with_keys(text).into_bytes()));
        }
        for (path, mode) in &self.modes {
            let file = files.entry(path.clone().into_bytes()).or_default();
            file.0 = match mode.as_str() {
                "100644" => "100644",
                "100755" => "100755",
                "120000" => "120000",
                "160000" => "160000",
                other => panic!("mode {other}"),
            };
            if mode == "160000" {
                file.1 = "1".repeat(40).into_bytes();
            }
        }
        for path in &self.crlf {
            let file = files.get_mut(path.as_bytes()).unwrap();
            file.1 = String::from_utf8(file.1.clone()).unwrap().replace('\n', "\r\n").into_bytes();
        }
    }
}

impl Case {
    fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join("case.toml")).unwrap();
        toml::from_str(&text).unwrap_or_else(|cause| panic!("{}: {cause}", folder.display()))
    }

    /// The repository of the case.
    fn world(&self, folder: &Path) -> World {
        let layer = |onto: &Files, side: &str, odd: &Odd| {
            let mut files = onto.clone();
            overlay(&mut files, &folder.join(side), "");
            odd.apply(&mut files);
            files
        };
        let mut common = Files::new();
        overlay(&mut common, &Path::new(CASES).join(COMMON), "");
        let base = layer(&common, "base", &self.base);
        let (main, head) = (layer(&base, "main", &self.main), layer(&base, "head", &self.head));
        let moved = main != base;
        let mut stream = Stream::default();
        let start = stream.commit("main", &[], &self.placed(&base));
        match self.history {
            History::Plain | History::Unknown => {
                self.request(&mut stream, &[start], &head);
                if moved {
                    stream.commit("main", &[start], &self.placed(&main));
                }
            }
            History::Merged => {
                let request = self.request(&mut stream, &[start], &head);
                stream.commit("main", &[start, request], &self.placed(&layer(&head, "main", &self.main)));
            }
            History::UpToDate => {
                let first = self.request(&mut stream, &[start], &head);
                let tip = stream.commit("main", &[start], &self.placed(&main));
                self.request(&mut stream, &[first, tip], &layer(&main, "head", &self.head));
            }
            History::Behind => {
                self.request(&mut stream, &[start], &base);
                let after = stream.commit("main", &[start], &self.placed(&base));
                stream.commit("main", &[after], &self.placed(&main));
            }
            History::Unrelated => {
                self.request(&mut stream, &[], &head);
            }
            History::Crossed => {
                let mut first = base.clone();
                first.insert(b"notes.md".to_vec(), ("100644", b"earlier\n".to_vec()));
                // What git takes for the one place where both parted is for whoever dates the commits to choose.
                let earlier = stream.commit_later(self.later, "request", &[start], &self.placed(&first));
                let before = stream.commit("main", &[start], &self.placed(&main));
                stream.commit("main", &[before, earlier], &self.placed(&layer(&first, "main", &self.main)));
                self.request(&mut stream, &[earlier, before], &layer(&first, "head", &self.head));
            }
        }
        let world = World::empty();
        world.git("init --quiet --template=");
        stream.import(&world);
        self.sign(&world);
        // As in a checkout of the shared branch, of which the program needs to find one file.
        let rules = format!("{}data/mpa.toml", self.folder);
        world.write(&rules, &stream.tip[rules.as_bytes()].1);
        world
    }

    fn request(&self, stream: &mut Stream, parents: &[usize], files: &Files) -> usize {
        stream.commit("request", parents, &self.placed(files))
    }

    fn placed(&self, files: &Files) -> Files {
        files.iter().map(|(path, file)| ([self.folder.as_bytes(), path].concat(), file.clone())).collect()
    }

    /// Signs the request: its commit, then one on top of it with the same tree for each further person.
    fn sign(&self, world: &World) {
        for (at, who) in self.signed.iter().enumerate() {
            let mut text = world.git("cat-file commit request") + "\n";
            if at > 0 {
                let (before, rest) = text.split_once("\nauthor").unwrap();
                let tree = before.lines().next().unwrap();
                let rest = &rest[..rest.find("\ngpgsig").or(rest.find("\n\n")).unwrap()];
                text = format!("{tree}\nparent {}\nauthor{rest}\n\nx\n", world.git("rev-parse request"));
            }
            if who != "nobody" {
                text = signed(&text, who, &self.namespace);
            }
            world.write("../commit", &text);
            let id = world.git("hash-object -t commit -w ../commit");
            world.git(&format!("update-ref refs/heads/request {id}"));
        }
    }

    fn review(&self, world: &World, format: &str) -> Run {
        let head = if self.history == History::Unknown { "nowhere" } else { "request" };
        let mut args = vec!["review".to_owned(), format!("main..{head}"), "--format".to_owned(), format.to_owned()];
        args.extend(self.login.iter().flat_map(|login| ["--author".to_owned(), login.clone()]));
        let day = self.day.map_or_else(|| "2026-11-24".to_owned(), |day| day.to_string());
        world.anybody().env("MPA_LANG", "en").on(&day).within(world.path(&self.folder)).args(args)
    }
}

/// What the program answered, a line a fact.
fn told(run: &Run) -> String {
    let Ok(page) = serde_json::from_str::<serde_json::Value>(&run.out) else {
        return format!("exit {}\n{}", run.code, run.err);
    };
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let author = &page["author"];
    let known = if author["newcomer"] == true { "newcomer " } else { "" };
    let mut lines = vec![
        format!("{}, exit {}", text(&page["verdict"]), run.code),
        format!("{known}{} by {}", text(&author["handle"]), text(&author["proof"])),
    ];
    for change in page["changes"].as_array().unwrap() {
        let what = if change["task"].is_null() { format!("{:?}", text(&change["path"])) } else { text(&change["task"]) };
        let words = [text(&change["verdict"]), text(&change["rule"]), text(&change["change"]), what, text(&change["person"])];
        lines.push(words.join(" "));
    }
    lines.extend(page["conflicts"].as_array().unwrap().iter().map(|path| format!("conflict {}", text(path))));
    lines.join("\n") + "\n"
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(CASES).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = entries.filter(|path| path.is_dir() && !path.ends_with(COMMON)).collect();
    found.sort();
    found
}

/// Runs a case; what is wrong, if anything.
fn examine(folder: &Path) -> Option<String> {
    let case = Case::read(folder);
    let world = case.world(folder);
    let answer = case.review(&world, "json");
    let said = told(&answer);
    // The same for people: no escape byte and nothing that steers, which the kit looks for at every run.
    let shown = case.review(&world, "table").exits(answer.code);
    assert_eq!(shown.out.is_empty(), answer.out.is_empty(), "{shown}");
    let file = folder.join("expected.txt");
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if expected == said {
        return None;
    }
    if std::env::var_os("MPA_TEST_OVERWRITE").is_some() {
        fs::write(&file, said).unwrap();
        return None;
    }
    Some(format!("{}: {}\n--- expected\n{expected}--- said\n{said}", folder.display(), case.about))
}

#[test]
fn every_request_is_judged_as_the_rules_say() {
    let cases = cases();
    assert!(cases.len() >= CASES_AT_LEAST, "only {} cases were found", cases.len());
    let next = AtomicUsize::new(0);
    let work = || {
        let taken = std::iter::from_fn(|| cases.get(next.fetch_add(1, Ordering::Relaxed)));
        taken.filter_map(|folder| examine(folder)).collect::<Vec<String>>()
    };
    let wrong: Vec<String> = thread::scope(|scope| {
        let helpers: Vec<_> = (0..4).map(|_| scope.spawn(work)).collect();
        helpers.into_iter().flat_map(|helper| helper.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
