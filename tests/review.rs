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

#[path = "kit/case.rs"]
mod case;
#[path = "kit/mod.rs"]
mod kit;
#[path = "kit/request.rs"]
mod request;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use case::{Case, History, cases};
use kit::Run;

const CASES_AT_LEAST: usize = 200;

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

/// Runs a case; what is wrong, if anything.
fn examine(folder: &Path) -> Option<String> {
    let case = Case::read(folder);
    let world = case.world(folder);
    let head = if case.history == History::Unknown { "nowhere" } else { "request" };
    let answer = case.review(&world, head, &["--format", "json"]);
    let said = told(&answer);
    // The same for people: no escape byte and nothing that steers, which the kit looks for at every run.
    let shown = case.review(&world, head, &["--format", "table"]).exits(answer.code);
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
