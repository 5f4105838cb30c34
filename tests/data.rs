//! What `mpa check` says of whole campaigns: a new rule is a new folder.
//!
//! `tests/data/valid/<case>` and `tests/data/invalid/<case>` each hold a `data/` folder. An invalid case has an
//! `expected.txt` with exactly the lines that `check` writes about it, in order, and its exit code is 1 (3 when nothing
//! can be checked at all). A valid case passes; what it has to say all the same, if anything, is in its `expected.txt`.
//!
//! After a change of sentences or rules, `MPA_TEST_OVERWRITE=1 cargo test --test data` writes every `expected.txt` again;
//! read the difference before you commit it. What git should not hold (links, large files) is made here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a test, which builds a world of its own"
)]

#[path = "kit/scratch.rs"]
mod scratch;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");
const NOW: &str = "2026-11-24T10:00:00+01:00";
const BROKEN: i32 = 1;
const UNREADABLE: i32 = 3;

/// A copy of a case in a folder of its own.
struct Campaign {
    root: TempDir,
}

/// What `check` answered.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    code: Option<i32>,
    lines: String,
}

impl Campaign {
    fn copy(case: &Path) -> Self {
        let root = scratch::folder();
        copy(&case.join("data"), &root.path().join("work/data"));
        fs::create_dir(root.path().join("home")).unwrap();
        Self { root }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join("work").join(path)
    }

    fn check(&self) -> Answer {
        let home = self.root.path().join("home");
        let output = Command::new(env!("CARGO_BIN_EXE_mpa"))
            .args(["check", "--color", "never"])
            .current_dir(self.path("."))
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", &home)
            .env("GIT_CONFIG_GLOBAL", home.join(".gitconfig"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("MPA_LANG", "en")
            .env("TZ", "Europe/Paris")
            .env("MPA_NOW", NOW)
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let (out, err) = (text(output.stdout), text(output.stderr));
        let lines = if out.is_empty() { err } else { problems(&out) };
        Answer { code: output.status.code(), lines }
    }
}

/// The lines before the one that sums up.
fn problems(out: &str) -> String {
    let lines = out.lines().filter(|line| line.starts_with("error: ") || line.starts_with("to look at: "));
    lines.map(|line| format!("{line}\n")).collect()
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

fn cases(kind: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(Path::new(CASES).join(kind)).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

/// Compares what was said with `expected.txt`, or writes it again. The difference, if any.
fn compare(case: &Path, answer: &Answer) -> Option<String> {
    let file = case.join("expected.txt");
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if expected == answer.lines {
        return None;
    }
    if std::env::var_os("MPA_TEST_OVERWRITE").is_some() {
        fs::write(&file, &answer.lines).unwrap();
        return None;
    }
    Some(format!("{}\n--- expected\n{expected}--- said\n{}", case.display(), answer.lines))
}

#[test]
fn valid_campaigns_pass() {
    let wrong: Vec<String> = cases("valid")
        .iter()
        .filter_map(|case| {
            let answer = Campaign::copy(case).check();
            assert_eq!(answer.code, Some(0), "{}\n{}", case.display(), answer.lines);
            compare(case, &answer)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_problem_of_an_invalid_campaign_is_told() {
    let wrong: Vec<String> = cases("invalid")
        .iter()
        .filter_map(|case| {
            let answer = Campaign::copy(case).check();
            let code =
                if answer.lines.starts_with("error: ") || answer.lines.starts_with("to look at: ") { BROKEN } else { UNREADABLE };
            assert_eq!(answer.code, Some(code), "{}\n{}", case.display(), answer.lines);
            compare(case, &answer)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The campaign that the cases made here start from.
fn minimal() -> Campaign {
    Campaign::copy(&Path::new(CASES).join("valid/minimal"))
}

const TASK: &str = "data/tasks/mphack/k7q2m-liste.toml";

fn broken(lines: &str) -> Answer {
    Answer { code: Some(BROKEN), lines: lines.to_owned() }
}

#[test]
fn a_large_file_is_refused_before_it_is_parsed() {
    let campaign = minimal();
    let mut task = fs::read_to_string(campaign.path(TASK)).unwrap();
    while task.len() <= 64 * 1024 {
        task.push_str("# Une ligne de plus.\n");
    }
    let largest = &task[..64 * 1024];
    fs::write(campaign.path(TASK), largest).unwrap();
    assert_eq!(campaign.check(), Answer { code: Some(0), lines: String::new() });
    fs::write(campaign.path(TASK), format!("{largest}\n")).unwrap();
    let said = format!("error: {TASK}: This file takes more than 64 KiB, the limit.\n");
    assert_eq!(campaign.check(), broken(&said));
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let campaign = minimal();
    for path in [TASK, "data/projects/mphack.toml", "data/themes/engagement.toml"] {
        let kept = campaign.path(path).with_extension("kept");
        fs::rename(campaign.path(path), campaign.root.path().join(kept.file_name().unwrap())).unwrap();
        symlink(campaign.root.path().join(kept.file_name().unwrap()), campaign.path(path)).unwrap();
    }
    symlink(campaign.path("data/tasks/mphack"), campaign.path("data/tasks/autre")).unwrap();
    symlink("/dev/zero", campaign.path("data/tasks/mphack/abcde.toml")).unwrap();
    symlink("/dev/zero", campaign.path("data/lien")).unwrap();
    fs::create_dir(campaign.path("data/tasks/mphack/abcdf.toml")).unwrap();
    fs::create_dir(campaign.path("data/people")).unwrap();
    fs::create_dir(campaign.path("data/people/ana.toml")).unwrap();
    let not_a_file = "This is not an ordinary file (but a folder or a link), and has to be one.";
    let stray = "This link is not followed: directly in data, there should be only mpa.toml and the folders themes, projects, \
        tasks and people.";
    let said = [
        ("data/lien", stray),
        ("data/people/ana.toml", not_a_file),
        ("data/projects/mphack.toml", not_a_file),
        ("data/tasks/autre", "Nothing is read here, because this is a link. It takes a real folder."),
        ("data/tasks/mphack/abcde.toml", not_a_file),
        ("data/tasks/mphack/abcdf.toml", not_a_file),
        (TASK, not_a_file),
        ("data/themes/engagement.toml", not_a_file),
    ];
    let said: String = said.iter().map(|(path, what)| format!("error: {path}: {what}\n")).collect();
    assert_eq!(campaign.check(), broken(&said));
}

#[cfg(unix)]
#[test]
fn folders_behind_links_are_not_read() {
    use std::os::unix::fs::symlink;
    for folder in ["themes", "projects", "people", "tasks"] {
        let campaign = minimal();
        let (real, link) = (campaign.root.path().join("elsewhere"), campaign.path("data").join(folder));
        let _ = fs::rename(&link, &real);
        symlink(&real, &link).unwrap();
        let answer = campaign.check();
        assert_eq!(answer.code, Some(UNREADABLE), "{}", answer.lines);
        let said = answer.lines.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("is not a folder (but a file or a link), and has to be one."), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_campaign_behind_a_link_is_refused() {
    use std::os::unix::fs::symlink;
    let campaign = minimal();
    let (real, link) = (campaign.root.path().join("mpa.toml"), campaign.path("data/mpa.toml"));
    fs::rename(&link, &real).unwrap();
    symlink(&real, &link).unwrap();
    let answer = campaign.check();
    assert_eq!(answer.code, Some(UNREADABLE), "{}", answer.lines);
    let said = answer.lines.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("is not an ordinary file (but a folder or a link)"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_hides_nothing_else() {
    use std::os::unix::fs::PermissionsExt;
    let campaign = minimal();
    let file = campaign.path(TASK);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&file).is_ok() {
        return; // root reads everything
    }
    let said = format!("error: {TASK}: No permission to read this file. Check whose it is.\n");
    assert_eq!(campaign.check(), broken(&said));
}
