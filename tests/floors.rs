//! The floors of the house: who may know whom, and how long a file may be. See `src/lib.rs`.
#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod source;

use std::collections::{BTreeMap, BTreeSet};

use source::paths::paths;
use source::{SourceFile, files};

/// The floors with their height. Two at one height do not know each other.
const FLOORS: [(&str, u32); 8] =
    [("domain", 0), ("rules", 1), ("store", 2), ("vcs", 2), ("usecase", 3), ("render", 4), ("cli", 5), ("main", 6)];

/// Crates that only these floors may name.
const KEPT_TO: [(&str, &[&str]); 39] = [
    ("maud", &["render"]),
    ("pulldown_cmark", &["render"]),
    ("icalendar", &["render"]),
    ("atom_syndication", &["render"]),
    ("percent_encoding", &["render"]),
    ("tiny_skia", &["render"]),
    ("ttf_parser", &["render"]),
    ("schemars", &["render"]),
    ("git2", &["vcs"]),
    ("ring", &["vcs"]),
    ("ssh_key", &["vcs"]),
    ("rustix", &["vcs"]),
    ("tempfile", &["vcs", "store"]),
    ("toml", &["store"]),
    ("toml_edit", &["store"]),
    ("toml_parser", &["store"]),
    ("memchr", &["store"]),
    ("postcard", &["store"]),
    ("crc32fast", &["store"]),
    ("encoding_rs", &["store"]),
    ("regex_lite", &["domain", "rules"]),
    ("serde", &["store", "render"]),
    ("serde_json", &["render", "store", "vcs"]),
    ("csv", &["render", "store"]),
    ("fluent_bundle", &["render"]),
    ("unic_langid", &["render"]),
    ("comfy_table", &["render"]),
    ("textwrap", &["render"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("shell_words", &["cli"]),
    ("crossterm", &["cli"]),
    ("indicatif", &["cli"]),
    ("tui_input", &["cli"]),
    ("icu_normalizer", &["domain"]),
    ("terminal_size", &["cli"]),
    ("sys_locale", &["cli"]),
    ("etcetera", &["cli"]),
];

/// Why a door did not open: a value that the lowest floors may be given, too.
const REASONS: [&str; 2] = ["std::io::Error", "std::io::ErrorKind"];

/// Doors to the world that the two lowest floors do not open: they are given values, and a day.
const CLOSED_BELOW: [&str; 9] = [
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::time::SystemTime",
    "std::time::Instant",
    "chrono::Utc",
    "chrono::Local",
];

/// Who starts programs: git, and the pager.
const STARTS_PROGRAMS: [&str; 2] = ["src/vcs/", "src/cli/console.rs"];

/// The longest file.
const LINES_MAX: usize = 300;
/// Files that may be longer, with the reason.
const LONGER: [(&str, &str); 0] = [];

#[test]
fn nothing_knows_what_is_above_or_beside_it() {
    report(files().iter().flat_map(upward));
}

#[test]
fn each_dependency_stays_on_its_floor() {
    report(files().iter().flat_map(strangers));
}

#[test]
fn files_are_short() {
    let long = files().into_iter().filter(|file| file.lines > LINES_MAX);
    let long = long.filter(|file| !LONGER.iter().any(|(path, _)| *path == file.path));
    report(long.map(|file| format!("{}: {} lines, {LINES_MAX} at most: split it", file.path, file.lines)));
}

#[test]
fn every_file_is_on_a_floor() {
    let strays = files().into_iter().filter(|file| !file.module.is_empty() && height(&file.module[0]).is_none());
    report(strays.map(|file| format!("{}: on no floor", file.path)));
}

/// A room is what lies directly on a floor: a file, or a folder with all that is in it.
#[test]
fn no_rooms_of_a_floor_know_each_other_in_a_circle() {
    let all = files();
    report(
        FLOORS
            .iter()
            .filter_map(|(floor, _)| circle(&doors(floor, &all)))
            .map(|rooms| format!("a circle: {}", rooms.join(" → "))),
    );
}

#[test]
fn circles_are_seen() {
    let file = |path: &str, text: &str| SourceFile::parse(path, text);
    let one = [
        file("src/rules/a.rs", "use super::b::B;"),
        file("src/rules/b/mod.rs", "use super::c; pub mod inner;"),
        file("src/rules/b/inner.rs", "use super::super::c; fn f() -> super::B { todo() }"),
        file("src/rules/c.rs", "#[cfg(test)] mod tests { use super::super::a::A; }"),
    ];
    assert_eq!(circle(&doors("rules", &one)), None);
    let mut two = one.to_vec();
    two.push(file("src/rules/c.rs", "fn f() -> crate::rules::a::A { todo() }"));
    assert_eq!(circle(&doors("rules", &two)), Some(["a", "b", "c", "a"].map(str::to_owned).to_vec()));
}

#[test]
fn tricks_are_seen_through() {
    let found = |path: &str, text: &str| upward(&SourceFile::parse(path, text)).len();
    assert_eq!(found("src/rules/x.rs", "use crate::domain::task::Task;"), 0);
    assert_eq!(found("src/rules/x.rs", "//! As crate::store::x does.\n/// See [`crate::cli`].\npub(crate) fn f(self) {}"), 0);
    assert_eq!(found("src/rules/x.rs", "use crate::store::Store;"), 1);
    assert_eq!(found("src/rules/x.rs", "use crate::{domain::task::Task, store::{Store, find_root}};"), 2);
    assert_eq!(found("src/rules/x.rs", "use super::super::store::Store;"), 1);
    assert_eq!(found("src/rules/x.rs", "use super::{super::vcs as git};"), 1);
    assert_eq!(found("src/rules/x.rs", "fn f() -> Option<crate::vcs::Edit> { None }"), 1);
    assert_eq!(found("src/rules/x.rs", "#[cfg(test)] mod tests { use super::super::super::store::Store; use super::*; }"), 1);
    assert_eq!(found("src/store/x.rs", "use crate::vcs::Edit; use crate::rules::change::Change;"), 1);
    assert_eq!(found("src/store/x.rs", "use crate as all;"), 1);
    assert_eq!(found("src/store/x.rs", "use super::super::*;"), 1);
    assert_eq!(found("src/main.rs", "fn main() { mpa::cli::main() }"), 0);
    let strange = |path: &str, text: &str| strangers(&SourceFile::parse(path, text)).len();
    assert_eq!(strange("src/domain/x.rs", "#[derive(serde::Serialize)] struct X;"), 1);
    assert_eq!(strange("src/domain/x.rs", "use std::{collections::BTreeMap, fs};"), 1);
    assert_eq!(strange("src/domain/x.rs", "use std::io::{Error, Read};"), 1);
    assert_eq!(strange("src/usecase/x.rs", "use {git2::Oid, std::fs};"), 1);
    assert_eq!(strange("src/usecase/x.rs", "use std::process; fn f() { process::Command::new(\"git\"); }"), 1);
    assert_eq!(strange("src/vcs/x.rs", "use std::process::{Command, Stdio};"), 0);
}

fn report(faults: impl Iterator<Item = String>) {
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn height(floor: &str) -> Option<u32> {
    FLOORS.iter().find(|(name, _)| *name == floor).map(|(_, height)| *height)
}

/// The floors named in `file` that it may not know.
fn upward(file: &SourceFile) -> Vec<String> {
    let Some(own) = file.module.first() else { return Vec::new() };
    let mut faults = Vec::new();
    for path in paths(file) {
        let Some(full) = path.resolved(own == "main") else { continue };
        let named = full.first().map_or("", String::as_str);
        match height(named) {
            Some(there) if named == own || height(own).is_some_and(|here| there < here) => {}
            Some(_) => faults.push(format!("{}:{}: {own} names {}", file.path, path.line, full.join("::"))),
            None if matches!(named, "" | "*") => faults.push(format!("{}:{}: {own} names the whole crate", file.path, path.line)),
            None => {}
        }
    }
    faults
}

/// Which other rooms of `floor` each of its rooms names, tests aside.
fn doors(floor: &str, all: &[SourceFile]) -> BTreeMap<String, BTreeSet<String>> {
    let room = |module: &[String]| Some(module.first()? == floor).filter(|is_here| *is_here).and_then(|_| module.get(1).cloned());
    let rooms: BTreeSet<String> = all.iter().filter_map(|file| room(&file.module)).filter(|room| room != "tests").collect();
    let mut doors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in all {
        let Some(own) = room(&file.module).filter(|own| rooms.contains(own)) else { continue };
        let named = paths(file).into_iter().filter(|path| !path.module.iter().any(|part| part == "tests"));
        let named = named.filter_map(|path| room(&path.resolved(false)?)).filter(|there| *there != own && rooms.contains(there));
        doors.entry(own.clone()).or_default().extend(named);
    }
    doors
}

/// A way that leads through rooms back to its beginning, if there is one.
fn circle(doors: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn walk(doors: &BTreeMap<String, BTreeSet<String>>, way: &mut Vec<String>, left: &mut BTreeSet<String>) -> bool {
        let here = way.last().unwrap().clone();
        for next in doors.get(&here).into_iter().flatten() {
            if let Some(begin) = way.iter().position(|room| room == next) {
                way.drain(..begin);
                way.push(next.clone());
                return true;
            }
            if !left.contains(next) {
                way.push(next.clone());
                if walk(doors, way, left) {
                    return true;
                }
                way.pop();
            }
        }
        left.insert(here);
        false
    }
    let mut left = BTreeSet::new();
    doors.keys().find_map(|room| {
        let mut way = vec![room.clone()];
        (!left.contains(room) && walk(doors, &mut way, &mut left)).then_some(way)
    })
}

/// The crates and doors named in `file` that it may not know.
fn strangers(file: &SourceFile) -> Vec<String> {
    let Some(own) = file.module.first() else { return Vec::new() };
    let mut faults = Vec::new();
    for path in paths(file) {
        let name = path.names.join("::");
        let is_under = |door: &str| name == door || name.starts_with(&format!("{door}::"));
        let stranger = KEPT_TO
            .iter()
            .any(|(known, floors)| is_under(known) && (path.in_use || path.names.len() > 1) && !floors.contains(&own.as_str()));
        let is_reason = REASONS.iter().any(|reason| is_under(reason));
        let closed = matches!(own.as_str(), "domain" | "rules") && !is_reason && CLOSED_BELOW.iter().any(|door| is_under(door));
        let starts = ["std::process::Command", "process::Command", "std::process::*"].iter().any(|door| is_under(door));
        let is_test = file.path.contains("/tests/");
        if stranger || closed || starts && !is_test && !STARTS_PROGRAMS.iter().any(|place| file.path.starts_with(place)) {
            faults.push(format!("{}:{}: {own} names {name}", file.path, path.line));
        }
    }
    faults
}
