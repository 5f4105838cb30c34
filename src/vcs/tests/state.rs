//! Finding repositories, and the moments at which none may be written.

use std::fs;
use std::time::Duration;

use super::kit::{Kit, NEW, OLD, TASK, commit, edit, path, skipped};
use crate::vcs::{Repository, UnderWay, VcsError};

/// The refusal of a claim, which must have changed nothing.
fn refusal(kit: &Kit) -> VcsError {
    let before = kit.state();
    let error = kit.claim().unwrap_err();
    assert_eq!(kit.state(), before, "{error:?}");
    error
}

#[test]
fn no_repository_and_a_bare_one() {
    let kit = Kit::empty();
    let found = Repository::discover(&kit.workdir(), kit.around());
    assert!(matches!(found, Err(VcsError::NotARepository { .. })));
    kit.git(&["init", "-q", "--bare"]);
    let found = Repository::discover(&kit.workdir(), kit.around());
    assert!(matches!(found, Err(VcsError::Bare { .. })));
    let missing = Repository::discover(&kit.workdir().join("absent"), Kit::empty().around());
    assert!(missing.is_err());
}

#[cfg(unix)]
#[test]
fn the_repository_of_somebody_else() {
    use std::os::unix::fs::{MetadataExt, chown};
    let kit = Kit::new();
    let somebody = Some(fs::metadata(kit.workdir()).unwrap().uid() + 1);
    if chown(kit.workdir(), somebody, None).is_err() || chown(kit.workdir().join(".git"), somebody, None).is_err() {
        skipped("this user may not give files away");
        return;
    }
    let found = Repository::discover(&kit.workdir(), kit.around());
    assert!(matches!(found, Err(VcsError::ForeignOwner { .. })));
}

#[test]
fn a_detached_head_and_another_branch() {
    let kit = Kit::new();
    let repository = kit.repository();
    repository.check_writable(Some("main")).unwrap();
    kit.git(&["switch", "-q", "-c", "side"]);
    let refused = repository.check_writable(Some("main"));
    assert!(matches!(&refused, Err(VcsError::OtherBranch { found, .. }) if found == "side"), "{refused:?}");
    repository.check_writable(None).unwrap();
    kit.git(&["switch", "-q", "--detach"]);
    assert_eq!(repository.head_branch().unwrap(), None);
    assert!(matches!(refusal(&kit), VcsError::Detached { .. }));
}

#[test]
fn a_merge_and_its_sisters_under_way() {
    let kit = Kit::new();
    kit.git(&["switch", "-q", "-c", "side"]);
    kit.write("note.txt", "side\n");
    kit.git(&["commit", "-qam", "Side"]);
    kit.git(&["switch", "-q", "main"]);
    kit.write("note.txt", "main\n");
    kit.git(&["commit", "-qam", "Main"]);
    let cases = [
        (vec!["merge", "-q", "side"], UnderWay::Merge, vec!["merge", "--abort"]),
        (vec!["cherry-pick", "side"], UnderWay::CherryPick, vec!["cherry-pick", "--abort"]),
        (vec!["revert", "side"], UnderWay::Revert, vec!["revert", "--abort"]),
        (vec!["rebase", "-q", "side"], UnderWay::Rebase, vec!["rebase", "--abort"]),
        (vec!["rebase", "-q", "--apply", "side"], UnderWay::Rebase, vec!["rebase", "--abort"]),
        (vec!["bisect", "start"], UnderWay::Bisect, vec!["bisect", "reset"]),
    ];
    for (begin, expected, abort) in cases {
        kit.try_git(&begin);
        let error = refusal(&kit);
        assert!(matches!(&error, VcsError::Unfinished { operation } if *operation == expected), "{begin:?}: {error:?}");
        kit.git(&abort);
    }
    kit.write("patch", "From 0 Mon Sep 17 00:00:00 2001\nFrom: a <a@example.org>\nDate: Mon, 23 Nov 2026 12:00:00 +0000\nSubject: a\n\n---\ndiff --git a/none b/none\n--- a/none\n+++ b/none\n@@ -1 +1 @@\n-a\n+b\n");
    assert!(!kit.try_git(&["am", "patch"]));
    assert!(matches!(refusal(&kit), VcsError::Unfinished { operation: UnderWay::Am }));
    kit.git(&["am", "--abort"]);
    kit.claim().unwrap();
}

#[test]
fn another_repository_in_the_environment() {
    let kit = Kit::new();
    let mut around = kit.around();
    around.git_dir_in_environment = true;
    let repository = Repository::discover(&kit.workdir(), around).unwrap();
    let refused = commit(&repository, &[edit(TASK, Some(OLD), NEW)]);
    assert!(matches!(refused, Err(VcsError::GitDirInEnvironment)), "{refused:?}");
    assert_eq!(kit.read(TASK), OLD);
}

#[test]
fn files_are_named_from_the_top() {
    let kit = Kit::new();
    let repository = kit.repository();
    assert_eq!(repository.relative(&kit.workdir().join(TASK)).unwrap(), path(TASK));
    assert_eq!(repository.relative(&kit.workdir().join("data/absent/x.toml")).unwrap(), path("data/absent/x.toml"));
    assert!(matches!(repository.relative(&kit.home().join("x")), Err(VcsError::Outside { .. })));
    assert!(matches!(repository.relative(&kit.workdir().join(".git/config")), Err(VcsError::BadPath { .. })));
    assert!(matches!(repository.relative(&kit.workdir()), Err(VcsError::BadPath { .. })));
    assert!(matches!(repository.relative(&kit.workdir().join("../home/x")), Err(VcsError::BadPath { .. })));
}

#[cfg(unix)]
#[test]
fn a_link_from_outside_is_another_name_for_the_same_place() {
    let kit = Kit::new();
    std::os::unix::fs::symlink(kit.workdir(), kit.home().join("door")).unwrap();
    std::os::unix::fs::symlink(kit.workdir().join("data"), kit.home().join("data")).unwrap();
    std::os::unix::fs::symlink(kit.home(), kit.workdir().join("trap")).unwrap();
    let repository = kit.repository();
    assert_eq!(repository.relative(&kit.home().join("door").join(TASK)).unwrap(), path(TASK));
    assert_eq!(repository.relative(&kit.home().join("data/new/x.toml")).unwrap(), path("data/new/x.toml"));
    assert_eq!(repository.relative(&kit.home().join("door/trap/x")).unwrap(), path("trap/x"), "to be refused as a link");
}

#[test]
fn a_held_index_lock_is_waited_for_and_never_deleted() {
    let kit = Kit::new();
    let lock = kit.workdir().join(".git/index.lock");
    fs::write(&lock, "").unwrap();
    let mut around = kit.around();
    around.patience.index = Duration::from_millis(120);
    let repository = Repository::discover(&kit.workdir(), around).unwrap();
    for edits in [vec![edit(TASK, Some(OLD), NEW)], vec![edit("data/neuf.toml", None, OLD)]] {
        let refused = commit(&repository, &edits);
        assert!(matches!(&refused, Err(VcsError::IndexLocked { path, .. }) if path.ends_with("index.lock")), "{refused:?}");
        assert!(lock.exists());
        assert_eq!(kit.read(TASK), OLD);
        assert!(!kit.workdir().join("data/neuf.toml").exists());
    }
    let release = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        fs::remove_file(lock).unwrap();
    });
    kit.claim().unwrap();
    release.join().unwrap();
    kit.assert_clean();
}

#[test]
fn another_operation_is_waited_for() {
    let kit = Kit::new();
    let mut around = kit.around();
    around.patience.operation = Duration::from_millis(60);
    let second = Repository::discover(&kit.workdir(), around).unwrap();
    let held = kit.repository().lock().unwrap();
    assert!(matches!(second.lock(), Err(VcsError::LockBusy { .. })));
    drop(held);
    second.lock().map(drop).unwrap();
}
