//! A request as a folder of files, with what the program says of it.
#![allow(dead_code, reason = "each test binary uses its own part of the kit")]

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::kit::{Run, World};
use super::request::{Files, Stream, overlay, signed, with_keys};

pub const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/review");
const COMMON: &str = "base";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What the case is for.
    pub about: String,
    /// Whom the forge names.
    pub login: Option<String>,
    #[serde(default)]
    pub signed: Vec<String>,
    #[serde(default = "git")]
    namespace: String,
    day: Option<toml::value::Date>,
    #[serde(default)]
    folder: String,
    #[serde(default)]
    pub history: History,
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
pub enum History {
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
    /// The case in `folder`.
    pub fn read(folder: &Path) -> Self {
        let text = fs::read_to_string(folder.join("case.toml")).unwrap();
        toml::from_str(&text).unwrap_or_else(|cause| panic!("{}: {cause}", folder.display()))
    }

    /// What the tree holds before the request was begun, on the shared branch since, and in the request.
    pub fn versions(&self, folder: &Path) -> [Files; 3] {
        let mut common = Files::new();
        overlay(&mut common, &Path::new(CASES).join(COMMON), "");
        let base = layer(folder, &common, "base", &self.base);
        let (main, head) = (layer(folder, &base, "main", &self.main), layer(folder, &base, "head", &self.head));
        [base, main, head]
    }

    /// The repository of the case.
    pub fn world(&self, folder: &Path) -> World {
        let [base, main, head] = self.versions(folder);
        let layer = |onto: &Files, side: &str, odd: &Odd| layer(folder, onto, side, odd);
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

    /// The tree of a version, in the folder that the campaign is in.
    pub fn placed(&self, files: &Files) -> Files {
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

    /// What the program says of the branch `head`.
    pub fn review(&self, world: &World, head: &str, more: &[&str]) -> Run {
        let range = format!("main..{head}");
        let day = self.day.map_or_else(|| "2026-11-24".to_owned(), |day| day.to_string());
        let author = self.login.as_deref().map_or_else(Vec::new, |login| vec!["--author", login]);
        let run = world.anybody().env("MPA_LANG", "en").on(&day).within(world.path(&self.folder));
        run.args([&["review", &range], &author[..], more].concat())
    }
}

fn layer(folder: &Path, onto: &Files, side: &str, odd: &Odd) -> Files {
    let mut files = onto.clone();
    overlay(&mut files, &folder.join(side), "");
    odd.apply(&mut files);
    files
}

/// Every case.
pub fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(CASES).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = entries.filter(|path| path.is_dir() && !path.ends_with(COMMON)).collect();
    found.sort();
    found
}
