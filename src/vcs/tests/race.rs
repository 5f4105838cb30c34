//! Many writers in one clone: what was acknowledged is there, and nothing else is disturbed.

use std::thread;

use super::kit::{Kit, commit, edit, path};
use crate::vcs::{Dirtiness, RepoPath, VcsError};

const WRITERS: usize = 8;
const COMMITS: usize = 5;

fn file(writer: usize) -> RepoPath {
    path(&format!("data/tasks/{writer}.toml"))
}

#[test]
fn nothing_acknowledged_is_lost() {
    let kit = Kit::new();
    let acknowledged = race(&kit, || {});
    assert_eq!(acknowledged, [COMMITS; WRITERS], "nobody was refused");
    assert_history(&kit, &acknowledged, 0);
    kit.assert_clean();
}

/// The index is not compared here: two plain gits can already write a stale one over each other, since git reads it
/// before it locks it. Whoever meets that is refused; the branch must be right all the same.
#[test]
fn nothing_acknowledged_is_lost_beside_a_plain_git() {
    let kit = Kit::new();
    let acknowledged = race(&kit, || write_with_git(&kit));
    assert_history(&kit, &acknowledged, COMMITS);
    assert_eq!(kit.git(&["show", "HEAD:note.txt"]), format!("{COMMITS}\n"));
}

/// How many commits each writer was told to have made, with `beside` at work at the same time.
fn race(kit: &Kit, beside: impl FnOnce() + Send) -> Vec<usize> {
    kit.git(&["config", "gc.auto", "0"]);
    thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS).map(|writer| scope.spawn(move || write(kit, writer))).collect();
        scope.spawn(beside);
        writers.into_iter().map(|writer| writer.join().unwrap()).collect()
    })
}

/// The branch holds exactly what was acknowledged, and `others` commits by somebody else.
fn assert_history(kit: &Kit, acknowledged: &[usize], others: usize) {
    let total: usize = acknowledged.iter().sum();
    assert_eq!(kit.git(&["rev-list", "--count", "HEAD"]).trim(), (1 + total + others).to_string());
    let head = |path: &RepoPath| kit.repository().head_bytes(path).unwrap().map(|bytes| String::from_utf8(bytes).unwrap());
    let holding = |count: usize| (count > 0).then(|| format!("count = {count}\n"));
    for (writer, &count) in acknowledged.iter().enumerate() {
        assert_eq!(head(&file(writer)), holding(count));
    }
    assert_eq!(head(&path("counter.toml")), holding(total), "read and written under one lock");
    kit.git(&["fsck", "--strict"]);
}

/// Counts in a file of its own and in one that all share, until refused for what another git left in the index.
fn write(kit: &Kit, writer: usize) -> usize {
    for count in 1..=COMMITS {
        let repository = kit.repository();
        let lock = repository.lock().unwrap();
        let text = |path: &RepoPath| repository.head_bytes(path).unwrap().map(|bytes| String::from_utf8(bytes).unwrap());
        let (own, shared) = (text(&file(writer)), text(&path("counter.toml")));
        let number = |text: &str| text.trim().strip_prefix("count = ").unwrap().parse::<usize>().unwrap();
        let total = shared.as_deref().map_or(0, number);
        let edits = [
            edit(file(writer).as_str(), own.as_deref(), &format!("count = {count}\n")),
            edit("counter.toml", shared.as_deref(), &format!("count = {}\n", total + 1)),
        ];
        let landed = match repository.commit(&lock, &edits, &format!("count: {writer} {count}\n")) {
            Err(VcsError::Dirty { how: Dirtiness::Staged, .. }) => return count - 1,
            landed => landed.unwrap(),
        };
        assert_eq!(landed.changed_by_hook, []);
        assert_eq!(repository.commit_info(&landed.id).unwrap().subject, format!("count: {writer} {count}"));
    }
    COMMITS
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
