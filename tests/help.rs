//! What `mpa --help` and the help of each command print, in each language, on 100 columns: `tests/help/<language>/`.
//!
//! After a change that is meant: `SNAPSHOTS=overwrite cargo test --test help`, then read the difference.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may stop, and looks around")]

#[path = "kit/skipped.rs"]
mod skipped;

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
    let before: [&[&str]; 3] = [&["--lang", "en", "help", "claim"], &["-q", "help", "claim"], &["--as=zoe", "aide", "claim"]];
    for typed in
        [&["claim", "-h"][..], &["help", "claim"], &["prendre", "--help"], &["aide", "prendre"]].into_iter().chain(before)
    {
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

/// Which lines of a page of the manual tell `man` to do something, besides headings.
const REQUESTS: [&str; 4] = [".TP", ".br", ".ie \\n(.g .ds Aq \\(aq", ".el .ds Aq '"];

#[test]
fn each_command_has_a_page_of_the_manual() {
    assert!(
        help(Language::English, &["help", "--all"]).contains("mpa help --man ")
            && !help(Language::English, &["-h"]).contains("--man")
    );
    for (language, heading) in [(Language::French, ".SH NOM\n"), (Language::English, ".SH NAME\n")] {
        let nowhere = tempfile::tempdir().unwrap();
        let folder = nowhere.path().join("man 1");
        let said = help(language, &["help", "--man", folder.to_str().unwrap()]);
        assert!(said.split_whitespace().collect::<Vec<_>>().join(" ").contains("1/mpa.1'"), "{said}");
        let commands = commands(language);
        let expected: BTreeSet<String> =
            commands.iter().map(|it| [&["mpa".to_owned()], &it[..]].concat().join("-") + ".1").collect();
        let found = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
        assert_eq!(found.collect::<BTreeSet<_>>(), expected);
        for name in expected {
            let page = fs::read_to_string(folder.join(&name)).unwrap();
            let (title, rest) = page.split_once(".TH ").unwrap();
            let (_, rest) = rest.split_once('\n').unwrap();
            assert!(rest.starts_with(heading), "{name}: {page}");
            for line in title.lines().chain(rest.lines()).filter(|line| line.starts_with(['.', '\''])) {
                let is_heading = line.strip_prefix(".SH ").is_some_and(|heading| !heading.contains('\\'));
                assert!(is_heading || REQUESTS.contains(&line), "{name}: {line}");
            }
        }
        assert_eq!(what_man_minds(&folder), "");
    }
    // Once more into the same folder, and into one that cannot be.
    let nowhere = tempfile::tempdir().unwrap();
    let target = nowhere.path().to_str().unwrap();
    assert_eq!(help(Language::French, &["aide", "--man", target]), help(Language::French, &["help", &format!("--man={target}")]));
    let file = nowhere.path().join("mpa.1").join("pages");
    for typed in [&["help", "--man"][..], &["help", "--man", "--lang"], &["help", "--man", file.to_str().unwrap()]] {
        let output =
            Command::new(env!("CARGO_BIN_EXE_mpa")).args(typed).env("MPA_LANG", "en").current_dir(target).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && output.stdout.is_empty() && said.contains("mpa help --man ~/"), "{typed:?}: {said}");
    }
}

/// What the programs that show manuals find wrong with the pages in `folder`.
fn what_man_minds(folder: &Path) -> String {
    let pages: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let ways = [("mandoc", &["-T", "lint", "-W", "warning"][..]), ("man", &["--warnings", "--encoding=UTF-8", "--local-file"])];
    let run =
        |(program, args): (&str, &[&str])| Command::new(program).args(args).args(&pages).env("MANPAGER", "cat").output().ok();
    let Some((at, output)) = ways.into_iter().enumerate().find_map(|(at, way)| Some((at, run(way)?))) else {
        skipped::skipped("neither mandoc nor man");
        return String::new();
    };
    let said = String::from_utf8(if at == 0 { output.stdout } else { output.stderr }).unwrap();
    // A page without a day is the same whenever it is made.
    said.lines().filter(|line| !line.contains("missing date")).collect::<Vec<_>>().join("\n")
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
