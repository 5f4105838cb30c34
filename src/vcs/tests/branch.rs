//! Branches move only from where they were seen, and never under somebody's feet.

use super::kit::{Kit, MESSAGE, NEW, OLD, TASK, edit};
use crate::vcs::VcsError;

#[test]
fn a_branch_moves_only_from_where_it_was_seen() {
    let kit = Kit::new();
    let repository = kit.repository();
    let lock = repository.lock().unwrap();
    let main = kit.id("main");
    let landed = repository.commit_onto(&lock, &main, &[edit(TASK, Some(OLD), NEW)], MESSAGE).unwrap();
    repository.set_branch(&lock, "mpa/k7q2m-zoe", None, &landed.id).unwrap();
    assert!(repository.set_branch(&lock, "mpa/k7q2m-zoe", None, &main).is_err(), "it is there already");
    assert!(repository.set_branch(&lock, "mpa/k7q2m-zoe", Some(&main), &main).is_err(), "it is elsewhere");
    assert_eq!(kit.id("mpa/k7q2m-zoe"), landed.id);
    assert!(repository.holds_commit(&landed.id, &main).unwrap());
    assert!(!repository.holds_commit(&main, &landed.id).unwrap());
    assert!(repository.drop_branch(&lock, "mpa/k7q2m-zoe", &main).is_err());
    repository.drop_branch(&lock, "mpa/k7q2m-zoe", &landed.id).unwrap();
    assert_eq!(kit.git(&["branch", "--format=%(refname:short)"]).trim(), "main");
}

#[test]
fn a_branch_that_is_checked_out_anywhere_stays() {
    let kit = Kit::new();
    let linked = kit.home().join("linked");
    kit.git(&["worktree", "add", "-q", "-b", "mpa/linked", linked.to_str().unwrap()]);
    let repository = kit.repository();
    let lock = repository.lock().unwrap();
    let main = kit.id("main");
    let inside = crate::vcs::Repository::discover(&linked, kit.around()).unwrap();
    for (seen_by, branch) in [(&repository, "main"), (&repository, "mpa/linked"), (&inside, "main"), (&inside, "mpa/linked")] {
        let moved = seen_by.set_branch(&lock, branch, Some(&main), &main);
        assert!(matches!(moved, Err(VcsError::BranchInUse { .. })), "{branch}: {moved:?}");
        assert!(matches!(seen_by.drop_branch(&lock, branch, &main), Err(VcsError::BranchInUse { .. })), "{branch}");
    }
}
