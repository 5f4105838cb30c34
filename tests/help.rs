//! What `mpa --help` and the help of each command print, in each language, on 100 columns: `tests/help/<language>/`.
//!
//! After a change that is meant: `SNAPSHOTS=overwrite cargo test --test help`, then read the difference.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may stop, and looks around")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use mpa::domain::day::parse_day;
use mpa::render::{Catalogue, Language};
use snapbox::{Assert, Data};

const WIDTH: usize = 100;

#[test]
fn french_help_is_as_noted() {
    compare(Language::French);
}

#[test]
fn english_help_is_as_noted() {
    compare(Language::English);
}

#[test]
fn help_is_asked_for_in_several_ways() {
    let page = help(Language::English, &["claim", "--help"]);
    for typed in [&["claim", "-h"][..], &["help", "claim"], &["prendre", "--help"], &["aide", "prendre"]] {
        assert_eq!(help(Language::English, typed), page, "{typed:?}");
    }
}

#[test]
fn the_first_page_fits_a_screen_of_24_lines() {
    for language in [Language::French, Language::English] {
        let page = help_on(language, &["--help"], 80);
        assert!(page.lines().count() < 24 && page.lines().all(|line| line.chars().count() <= 80), "{page}");
        assert_eq!(page.contains("[prendre]"), language == Language::French, "{page}");
        assert!(!page.contains("--as") && help(language, &["help", "--all"]).contains("--as"), "{page}");
    }
    assert_eq!(help(Language::French, &["aide", "--tout", "claim"]), help(Language::French, &["help", "claim", "--all"]));
}

fn compare(language: Language) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/help").join(language.tag());
    let overwrites = std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite");
    if overwrites {
        fs::create_dir_all(&folder).unwrap();
    }
    let commands = commands(language);
    let file = |command: &[String]| format!("{}.txt", [&["mpa".to_owned()], command].concat().join("-"));
    let noted: BTreeSet<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let pages: BTreeSet<PathBuf> = commands.iter().map(|command| folder.join(file(command))).collect();
    for idle in noted.difference(&pages) {
        assert!(overwrites, "{} is the help of no command", idle.display());
        fs::remove_file(idle).unwrap();
    }
    for command in &commands {
        let typed: Vec<&str> = command.iter().map(String::as_str).chain(["--help"]).collect();
        let page = help(language, &typed);
        let wide = page.lines().find(|line| line.chars().count() > WIDTH);
        assert_eq!(wide, None, "mpa {}", typed.join(" "));
        Assert::new().action_env("SNAPSHOTS").eq(page, Data::read_from(&folder.join(file(command)), None).raw());
    }
}

/// The words of every command that help shows, the program itself first.
fn commands(language: Language) -> Vec<Vec<String>> {
    fn below(command: &clap::Command, path: &[String], into: &mut Vec<Vec<String>>) {
        into.push(path.to_vec());
        for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
            below(sub, &[path, &[sub.get_name().to_owned()]].concat(), into);
        }
    }
    let say = Catalogue::new(language, parse_day("2026-11-24").unwrap());
    let mut all = Vec::new();
    below(&mpa::cli::command(&say), &[], &mut all);
    all
}

/// What the program prints, with nothing of ours around it.
fn help(language: Language, typed: &[&str]) -> String {
    help_on(language, typed, WIDTH)
}

fn help_on(language: Language, typed: &[&str], width: usize) -> String {
    let nowhere = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_mpa"));
    command.args(typed).current_dir(nowhere.path()).env_clear();
    command.env("HOME", nowhere.path()).env("MPA_LANG", language.tag()).env("COLUMNS", width.to_string());
    let output = command.output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "mpa {}: {output:?}", typed.join(" "));
    String::from_utf8(output.stdout).unwrap()
}
