//! Which commands are told anywhere, and that each is followed by a test of this folder, or named here with the reason.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Sentences of the catalogue with commands that no test follows.
const NOT_FOLLOWED: [(&str, &str); 44] = [
    ("start-busy", "only a race between two runs comes there: `start.rs` runs four"),
    ("-o", "a part of `git push`, which `sync/request.rs` follows"),
    ("cargo build --locked --manifest-path", "takes minutes"),
    ("cargo build --locked --release --manifest-path", "takes minutes"),
    ("cargo install --locked --git", "takes a network and minutes"),
    ("cargo install --locked --path", "takes minutes"),
    ("uv pip install --python", "takes a network"),
    ("uvx --from", "takes a network"),
    ("git add --force --", "`shown.rs` does what it says"),
    ("git commit --message", "`shown.rs` does what it says"),
    ("git config --global --add", "`namesake.rs` does what it says"),
    ("git merge --no-ff --no-edit", "`effects.rs` does what it says"),
    ("git rebase --onto", "`sync/rewritten.rs` does what it says, and what git asks meanwhile takes a person"),
    ("git sparse-checkout add", "`sparse.rs` does what it says"),
    ("sync-rewritten-kept", "`sync/rewritten.rs` does what it says"),
    ("sync-strangers-leave", "`sync/rewritten.rs` does what it says"),
    ("vcs-hook-left", "`hooks.rs` does what it says"),
    ("vcs-hook-unsigned", "`hooks.rs` does what it says"),
    ("vcs-not-fetched", "`sparse.rs` does what it says"),
    ("vcs-open", "takes a broken repository: `git fsck` finds it"),
    ("vcs-skip-worktree-gone", "`sparse.rs` does what it says"),
    ("vcs-sparse", "`sparse.rs` does what it says"),
    ("mpa init DIR", "`found.rs` founds in a folder that is named"),
    ("left-unclear", "`kill.rs` does what it says"),
    ("lint-shown-nowhere", "`git` is only named: `shown.rs` does what it says"),
    ("note-back-then", "`undo_promised.rs` does what it says"),
    ("note-namesake", "`namesake.rs` does what it says"),
    ("git log --oneline", "shows the commits, one of which the person knows"),
    ("history-known-since", "`past.rs` does what it says"),
    ("report-how", "`mpa claim` is followed in many places; here it ends a text for others"),
    ("rule-claim-ahead", "only a request written by hand comes there: `mpa renew` is followed in many places"),
    ("rule-forgetting-holder", "only a request written by hand comes there: `forget` itself says which task to release"),
    ("store-elsewhere", "`sparse.rs` does what it says"),
    ("sync-refounded", "`sync/rewritten.rs` does what it says"),
    ("open-signed-out", "`gh auth login` speaks to GitHub"),
    ("remind-tasks-more", "`mpa tasks list` is followed in many places; here it ends a message of more tasks than tests have"),
    ("vcs-bad-path", "no command of ours makes such a name; `git mv` takes the one that the person chooses"),
    ("vcs-foreign-owner", "takes another account of the system"),
    ("vcs-interrupted", "takes a terminal: `interrupted.rs` does what it says"),
    ("vcs-not-a-repository", "`cd` takes what the person knows"),
    ("vcs-not-put-back", "takes a disk that breaks: `git status` and `git restore` are only names"),
    ("vcs-nothing-to-commit", "only a race between two runs comes there"),
    ("vcs-read", "takes a broken repository: `git fsck` finds it"),
    ("vcs-signing-failed", "`git config user.signingkey` shows what is set, and fails where nothing is"),
];

fn all(folder: &str, ends: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(Path::new(ROOT).join(folder)).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(ROOT).unwrap().display().to_string();
        if path.is_dir() {
            found.extend(all(&name, ends));
        } else if name.ends_with(ends) {
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

fn tests() -> String {
    all("tests/cli/advice", ".rs").into_iter().filter(|(name, _)| !name.ends_with("coverage.rs")).map(|(_, text)| text).collect()
}

/// The keys of sentences in which a command stands between backticks.
fn with_commands() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, text) in all("src/render/catalogue/en", ".ftl") {
        let mut key = "";
        for line in text.lines() {
            key = line.split_once(" =").map(|(key, _)| key).filter(|key| !key.contains([' ', '#', '['])).unwrap_or(key);
            let is_command = |part: &str| ["mpa ", "git ", "cd ", "env "].iter().any(|begins| part.starts_with(begins));
            if line.split('`').skip(1).step_by(2).any(is_command) {
                found.insert(key.to_owned());
            }
        }
    }
    found
}

/// What the source puts behind "type:" and below a finding, up to the first value in it.
fn in_source() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let begins = ["command(\"", "command(&format!(\"", ".by(\"", ".by(format!(\""];
    for (_, text) in all("src", ".rs") {
        for begins in begins {
            found.extend(text.split(begins).skip(1).map(|rest| rest.split(['"', '{', '\\']).next().unwrap().to_owned()));
        }
    }
    found
}

#[test]
fn each_command_that_is_told_is_followed() {
    let tests = tests();
    let mut missing: Vec<String> = Vec::new();
    let is_excused = |key: &str| NOT_FOLLOWED.iter().any(|(known, _)| *known == key);
    for key in with_commands() {
        let is_followed = tests.contains(&format!("\"{key}\""));
        assert!(!(is_followed && is_excused(&key)), "{key} is followed, and excused");
        if !is_followed && !is_excused(&key) {
            missing.push(key);
        }
    }
    for command in in_source() {
        // The words that the person fills in are those of the language.
        let command = command.trim_end_matches(" URL").trim();
        if !tests.contains(command) && !is_excused(command) {
            missing.push(format!("« {command} »"));
        }
    }
    assert!(missing.is_empty(), "told, and followed by no test of tests/cli/advice:\n{}", missing.join("\n"));
}
