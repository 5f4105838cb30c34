//! Two people who take or prolong the same task on two branches meet in git as a conflict, never as two holders.
#![allow(clippy::disallowed_methods, reason = "git is found where the person who tests has it")]

use std::fs;
use std::path::Path;
use std::process::Command;

use fastrand::Rng;

use crate::domain::claim::Claim;
use crate::domain::task::Task;
use crate::rules::operation::{self, Parties};
use crate::store::{edit_task, new_task_file};

use super::random::{day, handle, task};

/// Whether git reports a conflict between two versions of a file.
fn conflicts(base: &[u8], ours: &[u8], theirs: &[u8]) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    [("base", base), ("ours", ours), ("theirs", theirs)].iter().for_each(|(name, bytes)| write(name, bytes));
    let status = merge(folder.path());
    assert!((0..=127).contains(&status), "git merge-file could not run");
    status > 0
}

fn merge(folder: &Path) -> i32 {
    let output = Command::new("git")
        .args(["merge-file", "-p", "ours", "base", "theirs"])
        .current_dir(folder)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", folder)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap();
    output.status.code().unwrap_or(-1)
}

/// What the file is after `who` took or prolonged the task on `today`.
fn after(base: &[u8], before: &Task, who: &str, today: &str) -> Vec<u8> {
    let (who, today) = (handle(who), day(today));
    let parties = Parties { by: &who, actor: &who };
    let until = day("2026-12-04");
    let held = before.answers_for(today).is_some_and(|(holder, _)| *holder == who);
    let operation = if held { operation::renew } else { operation::claim };
    edit_task(base, before, &operation(before, parties, today, until).unwrap()).unwrap()
}

/// A task whose last record is an expired claim of `ana`, behind a released one of `bob`.
fn expired(rng: &mut Rng) -> Task {
    let mut found = Task { draft: false, claims: Vec::new(), done: None, cancelled: None, ..task(rng) };
    let mut released = Claim::new(day("2026-11-10"), day("2026-11-20")).unwrap();
    released.released = Some(day("2026-11-12"));
    found.put_claim_last(handle("bob"), released);
    let mut expired = Claim::new(day("2026-11-12"), day("2026-11-22")).unwrap();
    expired.handover = Some("Une ligne.\nEt une autre.\n".to_owned());
    found.put_claim_last(handle("ana"), expired);
    found
}

#[test]
fn two_changes_of_holder_conflict() {
    for seed in 0..4 {
        let task = expired(&mut Rng::with_seed(seed));
        let base = new_task_file(&task).into_bytes();
        for (ours, theirs) in [("ana", "bob"), ("ana", "charles"), ("bob", "charles"), ("charles", "denise")] {
            let (ours, theirs) = (after(&base, &task, ours, "2026-11-24"), after(&base, &task, theirs, "2026-11-24"));
            assert!(conflicts(&base, &ours, &theirs), "{}", String::from_utf8_lossy(&ours));
            assert!(conflicts(&base, &theirs, &ours), "{}", String::from_utf8_lossy(&theirs));
        }
    }
}

#[test]
fn two_first_claims_conflict() {
    for seed in 0..3 {
        let task = Task { claims: Vec::new(), ..expired(&mut Rng::with_seed(seed)) };
        let base = new_task_file(&task).into_bytes();
        let (ours, theirs) = (after(&base, &task, "ana", "2026-11-24"), after(&base, &task, "bob", "2026-11-24"));
        assert!(conflicts(&base, &ours, &theirs));
        assert!(!conflicts(&base, &ours, &base) && !conflicts(&base, &ours, &ours), "the same claim twice is no conflict");
    }
}

#[test]
fn a_text_and_a_claim_do_not_conflict() {
    let task = Task { claims: Vec::new(), ..expired(&mut Rng::with_seed(3)) };
    let base = new_task_file(&task).into_bytes();
    let retitled = edit_task(&base, &task, &Task { title: "Un autre titre".to_owned(), ..task.clone() }).unwrap();
    assert!(!conflicts(&base, &after(&base, &task, "ana", "2026-11-24"), &retitled));
}
