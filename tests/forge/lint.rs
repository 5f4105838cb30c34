//! What the forges' own schemas and linters say. They are programs of their own: `.ci/run` puts them into
//! `target/linters`, and without them a test says so and passes.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use crate::kit::{World, linter};
use crate::{campaign_on, paths};

/// A complaint of the packaged linter, older than what it complains about: repository variables.
const TOO_NEW: &str = "undefined variable \"vars\"";

fn all_worlds() -> Vec<World> {
    let each = |forge| [("direct", "fr"), ("pull-request", "en")].map(|(mode, language)| campaign_on(forge, mode, language));
    crate::FORGES.into_iter().flat_map(each).collect()
}

/// The paths of `world` with `part` in them, in full.
fn with(world: &World, part: &str) -> Vec<PathBuf> {
    paths(world).into_iter().filter(|path| path.contains(part)).map(|path| world.path(&path)).collect()
}

#[test]
fn every_file_fits_its_schema() {
    let Some(program) = linter("python/bin/check-jsonschema") else { return };
    let mut checked = 0;
    for world in all_worlds() {
        for (part, schema) in [
            ("/workflows/", "vendor.github-workflows"),
            ("ISSUE_TEMPLATE/", "vendor.github-issue-forms"),
            ("issue_template/", "vendor.github-issue-forms"),
            (".gitlab-ci.yml", "vendor.gitlab-ci"),
            (".gitlab/mpa.yml", "vendor.gitlab-ci"),
        ] {
            let files = with(&world, part);
            if files.is_empty() {
                continue;
            }
            checked += files.len();
            let output = Command::new(&program).args(["--builtin-schema", schema]).args(&files).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        }
    }
    assert_eq!(checked, 2 * (7 + 2 + 6), "files checked");
}

#[test]
fn the_linter_of_the_workflows_has_nothing_to_say() {
    let Some(script) = linter("actionlint.mjs") else { return };
    for world in [campaign_on("github", "direct", "fr"), campaign_on("github", "pull-request", "en")] {
        let output = Command::new("node").arg(&script).args(with(&world, "/workflows/")).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let complaints: Vec<&str> = said.lines().filter(|line| !line.contains(TOO_NEW)).collect();
        assert!(complaints.is_empty() && output.stderr.is_empty(), "{complaints:#?}{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn the_linter_of_shell_scripts_has_nothing_to_say() {
    let Some(program) = linter("python/bin/shellcheck") else { return };
    let mut seen = BTreeSet::new();
    for world in all_worlds() {
        for path in with(&world, "").into_iter().filter(|path| path.extension().is_some_and(|end| end == "yml")) {
            let file = crate::yaml(&std::fs::read_to_string(&path).unwrap());
            for (keys, script) in crate::leaves(&file) {
                let is_script = keys.iter().any(|key| matches!(key.as_str(), "run" | "script" | "before_script"));
                if !is_script || keys.last().unwrap() == "shell" || !seen.insert(script.clone()) {
                    continue;
                }
                let scratch = world.top().join("script.sh");
                std::fs::write(&scratch, &script).unwrap();
                // SC2153: LOGIN and login are two. SC2164: the shells of the forges stop at a failed `cd`.
                let output =
                    Command::new(&program).args(["--shell=bash", "--exclude=SC2153,SC2164"]).arg(&scratch).output().unwrap();
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                assert!(output.status.success(), "{} {keys:?}\n{said}", path.display());
            }
        }
    }
    assert!(seen.len() > 20, "only {} scripts", seen.len());
}
