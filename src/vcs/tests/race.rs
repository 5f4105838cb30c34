//! Many writers in one clone: what was acknowledged is there, and nothing else is disturbed.

use std::thread;

use super::kit::{Kit, commit, edit, path};
use crate::vcs::RepoPath;

const WRITERS: usize = 8;
const COMMITS: usize = 5;

fn file(writer: usize) -> RepoPath {
    path(&format!("data/tasks/{writer}.toml"))
}

#[test]
fn nothing_acknowledged_is_lost() {
    let kit = Kit::new();
    kit.git(&["config", "gc.auto", "0"]);
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let kit = &kit;
            scope.spawn(move || write(kit, writer));
        }
        scope.spawn(|| write_with_git(&kit));
    });
    for writer in 0..WRITERS {
        assert_eq!(kit.read(file(writer).as_str()), format!("count = {COMMITS}\n"));
    }
    let commits: usize = kit.git(&["rev-list", "--count", "HEAD"]).trim().parse().unwrap();
    assert_eq!(commits, 1 + WRITERS * COMMITS + COMMITS);
    assert_eq!(kit.read("counter.toml"), format!("count = {}\n", WRITERS * COMMITS), "read and written under one lock");
    kit.git(&["fsck", "--strict"]);
    kit.assert_clean();
}

/// Counts in a file of its own and in one that all share.
fn write(kit: &Kit, writer: usize) {
    for count in 1..=COMMITS {
        let repository = kit.repository();
        let lock = repository.lock().unwrap();
        let own = repository.head_bytes(&file(writer)).unwrap();
        let shared = repository.head_bytes(&path("counter.toml")).unwrap();
        let total: usize = shared
            .as_deref()
            .map_or(0, |bytes| std::str::from_utf8(bytes).unwrap().trim().strip_prefix("count = ").unwrap().parse().unwrap());
        let text = |bytes: &Option<Vec<u8>>| bytes.clone().map(|bytes| String::from_utf8(bytes).unwrap());
        let edits = [
            edit(file(writer).as_str(), text(&own).as_deref(), &format!("count = {count}\n")),
            edit("counter.toml", text(&shared).as_deref(), &format!("count = {}\n", total + 1)),
        ];
        let landed = repository.commit(&lock, &edits, &format!("count: {writer} {count}\n")).unwrap();
        assert_eq!(landed.changed_by_hook, []);
        let subject = repository.commit_info(&landed.id).unwrap().subject;
        assert_eq!(subject, format!("count: {writer} {count}"));
    }
}

/// Somebody who knows nothing of our lock.
fn write_with_git(kit: &Kit) {
    for count in 1..=COMMITS {
        kit.write("note.txt", &format!("{count}\n"));
        while !kit.try_git(&["commit", "-q", "-m", "By hand", "--", "note.txt"]) {
            thread::yield_now();
        }
    }
}

/// Git reads the index before it locks it: what we announced meanwhile is forgotten when it writes.
#[cfg(unix)]
#[test]
fn a_new_file_that_another_git_forgot_is_announced_again() {
    let kit = Kit::new();
    let (index, old) = (kit.workdir().join(".git/index"), kit.home().join("index"));
    std::fs::copy(&index, &old).unwrap();
    kit.hook("post-index-change", &format!("[ -e '{0}' ] && mv '{0}' '{1}'; exit 0", old.display(), index.display()));
    let edits = [edit("data/neuf.toml", None, "x = 1\n"), edit("data/suivant.toml", None, "x = 1\n")];
    commit(&kit.repository(), &edits).unwrap();
    assert!(!old.exists());
    kit.assert_clean();
}

#[test]
fn the_lock_is_shared_by_linked_worktrees() {
    let kit = Kit::new();
    let linked = kit.home().join("linked");
    kit.git(&["worktree", "add", "-q", "-b", "side", linked.to_str().unwrap()]);
    let mut around = kit.around();
    around.patience.operation = std::time::Duration::from_millis(20);
    let held = kit.repository().lock().unwrap();
    let other = crate::vcs::Repository::discover(&linked, around).unwrap();
    assert!(other.lock().is_err());
    drop(held);
    let lock = other.lock().unwrap();
    drop(lock);
    commit(&other, &[edit("data/neuf.toml", None, "x = 1\n")]).unwrap();
}
