//! What every generated file must be, whatever runs it: parsed, without a value of the forge in a script, with exactly
//! the rights it was designed with.

use crate::{FORGES, at, campaign_on, entries, find, leaves, paths, text, yaml};

/// Rights, and how far they go.
type Rights = &'static [(&'static str, &'static str)];
/// The rights of each job of GitHub, by file; `*` is the whole file.
const RIGHTS: [(&str, &str, Rights); 11] = [
    ("mpa-review.yml", "*", &[("contents", "read")]),
    ("mpa-main.yml", "*", &[("contents", "read")]),
    ("mpa-comment.yml", "*", &[]),
    ("mpa-comment.yml", "judge", &[("contents", "read"), ("pull-requests", "read")]),
    ("mpa-comment.yml", "comment", &[("pull-requests", "write")]),
    ("mpa-comment.yml", "merge", &[("contents", "write"), ("pull-requests", "write")]),
    ("mpa-pages.yml", "*", &[]),
    ("mpa-pages.yml", "build", &[("contents", "read")]),
    ("mpa-pages.yml", "publish", &[("pages", "write"), ("id-token", "write")]),
    ("mpa-issue.yml", "*", &[]),
    ("mpa-issue.yml", "propose", &[("contents", "write"), ("issues", "write"), ("pull-requests", "write")]),
];
/// The only actions that are used, by major version.
const ACTIONS: [&str; 6] = [
    "actions/checkout@v7",
    "actions/cache@v5",
    "actions/upload-artifact@v7",
    "actions/download-artifact@v8",
    "actions/upload-pages-artifact@v4",
    "actions/deploy-pages@v4",
];

#[test]
fn every_file_is_whole_and_its_scripts_hold_no_value_of_the_forge() {
    for (forge, mode, language) in
        FORGES.iter().flat_map(|forge| [(forge, "direct", "fr"), (forge, "pull-request", "en"), (forge, "direct", "en")])
    {
        let world = campaign_on(forge, mode, language);
        let paths = paths(&world);
        assert!(paths.len() >= 5, "{paths:?}");
        for path in paths {
            let content = world.read(&path);
            assert!(!content.contains("@{") && !content.contains("forge-"), "{path} is not filled in:\n{content}");
            assert!(content.ends_with('\n') && !content.contains('\t') && !content.contains('\u{e000}'), "{path}");
            if !path.ends_with(".yml") {
                continue;
            }
            for (keys, value) in leaves(&yaml(&content)) {
                let is_script = keys.iter().any(|key| matches!(key.as_str(), "run" | "script" | "before_script"));
                assert!(!is_script || !value.contains("${{"), "{path}: {keys:?} takes a value of the forge into a script");
                assert!(!is_script || !value.contains("secrets."), "{path}: {keys:?}");
            }
        }
    }
}

#[test]
fn nothing_of_a_request_is_checked_out_and_actions_are_the_known_ones() {
    let world = campaign_on("github", "direct", "fr");
    for path in paths(&world).into_iter().filter(|path| path.contains("/workflows/")) {
        let file = yaml(&world.read(&path));
        for (job, content) in entries(at(&file, &["jobs"])) {
            for step in at(content, &["steps"]).as_sequence().unwrap() {
                let Some(uses) = find(step, &["uses"]).map(text) else { continue };
                assert!(ACTIONS.contains(&uses.as_str()), "{path} {job}: {uses}");
                if uses.starts_with("actions/checkout") {
                    assert_eq!(text(at(step, &["with", "ref"])), "main", "{path} {job}");
                    assert_eq!(text(at(step, &["with", "persist-credentials"])), "false", "{path} {job}");
                    assert!(find(step, &["with", "repository"]).is_none(), "{path} {job}");
                }
            }
        }
        assert!(!world.read(&path).contains("git checkout --quiet refs/mpa"), "{path}");
    }
    for forge in FORGES {
        let world = campaign_on(forge, "direct", "fr");
        for path in paths(&world) {
            let content = world.read(&path);
            assert!(!content.lines().any(|line| line.contains("checkout") && line.contains("refs/mpa/head")), "{path}");
            assert!(!content.contains("allow-unsafe"), "{path}");
        }
    }
}

#[test]
fn each_job_has_exactly_its_rights() {
    for mode in ["direct", "pull-request"] {
        let world = campaign_on("github", mode, "fr");
        let claim: Rights = match mode {
            "direct" => &[("contents", "write"), ("issues", "write")],
            _ => &[("contents", "write"), ("issues", "write"), ("pull-requests", "write")],
        };
        for (name, job, expected) in RIGHTS.into_iter().chain([("mpa-issue.yml", "claim", claim)]) {
            let file = yaml(&world.read(&format!(".github/workflows/{name}")));
            let keys: &[&str] = if job == "*" { &["permissions"] } else { &["jobs", job, "permissions"] };
            let found: Vec<(String, String)> =
                entries(at(&file, keys)).into_iter().map(|(right, how)| (right, text(how))).collect();
            let expected: Vec<(String, String)> =
                expected.iter().map(|(right, how)| ((*right).to_owned(), (*how).to_owned())).collect();
            assert_eq!(found, expected, "{name} {job}");
            if job == "*" && !expected.is_empty() {
                let own = entries(at(&file, &["jobs"])).into_iter().filter(|(_, job)| find(job, &["permissions"]).is_some());
                assert_eq!(own.count(), 0, "{name}: a job has rights of its own");
            }
        }
    }
}

#[test]
fn merging_is_off_unless_asked_for_and_pinned_to_what_was_judged() {
    let world = campaign_on("github", "direct", "fr");
    let file = yaml(&world.read(".github/workflows/mpa-comment.yml"));
    let merge = at(&file, &["jobs", "merge"]);
    assert!(text(at(merge, &["if"])).starts_with("vars.MPA_AUTOMERGE == 'routine' && "));
    let runs: Vec<String> =
        at(merge, &["steps"]).as_sequence().unwrap().iter().filter_map(|step| find(step, &["run"]).map(text)).collect();
    let merging = runs.iter().position(|run| run.contains("gh pr merge")).unwrap();
    assert!(runs[merging].contains("--match-head-commit \"$HEAD_SHA\""));
    assert!(runs[merging - 1].contains("--require routine"));
    assert!(!world.read(".github/workflows/mpa-comment.yml").contains("run-id"), "no artifact of another run is read");
}

#[test]
fn a_campaign_by_requests_never_writes_to_main() {
    for forge in ["github", "forgejo"] {
        let world = campaign_on(forge, "pull-request", "fr");
        let text = world.read(&format!(".{forge}/workflows/mpa-issue.yml"));
        assert!(!text.contains("HEAD:refs/heads/$MAIN") && text.contains("HEAD:refs/heads/$branch"), "{text}");
    }
}
