//! Repositories that libgit2 reads in part or not at all.

use super::kit::{Kit, NEW, OLD, TASK, commit, edit, path, skipped};
use crate::vcs::{UnderWay, VcsError};

/// A repository made with `args` and holding the task; `None`, with a printed reason, where this git cannot make it.
fn made(args: &[&str]) -> Option<Kit> {
    let kit = Kit::empty();
    if !kit.try_git(&[&["init", "-q", "-b", "main"], args].concat()) {
        skipped(&format!("this git has no {args:?}"));
        return None;
    }
    Some(kit)
}

/// The whole life of a file where only the git program can read.
fn lives(kit: &Kit) {
    let repository = kit.repository();
    assert!(!repository.has_head().unwrap());
    assert_eq!(repository.head_bytes(&path(TASK)).unwrap(), None);
    commit(&repository, &[edit(TASK, None, OLD), edit("note.txt", None, "note\n")]).unwrap();
    let landed = commit(&repository, &[edit(TASK, Some(OLD), NEW)]).unwrap();
    assert_eq!(landed.changed_by_hook, []);
    assert_eq!(landed.id, kit.id("HEAD"));
    assert_eq!(repository.head_bytes(&path(TASK)).unwrap().as_deref(), Some(NEW.as_bytes()));
    assert_eq!(repository.head_bytes(&path("data/absent.toml")).unwrap(), None);
    assert_eq!(repository.head_branch().unwrap().as_deref(), Some("main"));
    assert!(matches!(repository.unsent(None, 5), Err(VcsError::NeedsEngine { .. })));
    repository.set_config_local("mpa.handle", "marmotte").unwrap();
    assert_eq!(repository.config("mpa.handle").as_deref(), Some("marmotte"));
    assert_eq!(repository.config("mpa.absent"), None);
    kit.git(&["remote", "add", "origin", "https://example.org/x.git"]);
    assert_eq!(repository.remote_names().unwrap(), ["origin"]);
    kit.assert_clean();
}

/// What must be refused there all the same.
fn refuses(kit: &Kit) {
    let repository = kit.repository();
    kit.write("note.txt", "dirty\n");
    let dirty = commit(&repository, &[edit("note.txt", Some("dirty\n"), "new\n")]);
    assert!(matches!(dirty, Err(VcsError::Dirty { .. })), "{dirty:?}");
    kit.git(&["add", "note.txt"]);
    let staged = commit(&repository, &[edit("note.txt", Some("dirty\n"), "new\n")]);
    assert!(matches!(staged, Err(VcsError::Dirty { .. })), "{staged:?}");
    kit.git(&["update-index", "--skip-worktree", TASK]);
    let hidden = commit(&repository, &[edit(TASK, Some(NEW), OLD)]);
    assert!(matches!(hidden, Err(VcsError::SkipWorktree { .. })), "{hidden:?}");
    kit.git(&["update-index", "--no-skip-worktree", TASK]);
    kit.write(TASK, OLD);
    commit(&repository, &[edit(TASK, Some(NEW), OLD)]).unwrap();
    kit.git(&["commit", "-qam", "Note"]);
}

#[test]
fn sha_256() {
    let Some(kit) = made(&["--object-format=sha256"]) else { return };
    lives(&kit);
    refuses(&kit);
    kit.git(&["switch", "-q", "--detach"]);
    assert!(matches!(kit.repository().check_writable(None), Err(VcsError::Detached { .. })));
}

#[cfg(unix)]
#[test]
fn hooks_where_only_the_git_program_reads() {
    let Some(kit) = made(&["--object-format=sha256"]) else { return };
    let repository = kit.repository();
    commit(&repository, &[edit(TASK, None, OLD)]).unwrap();
    kit.hook("pre-commit", "exit 1");
    let before = kit.state();
    let refused = commit(&repository, &[edit(TASK, Some(OLD), NEW), edit("data/neuf/a.toml", None, OLD)]);
    assert!(matches!(refused, Err(VcsError::HookRefused { .. })), "{refused:?}");
    assert_eq!(kit.state(), before);

    kit.hook("pre-commit", &format!("echo '# formatted' >> {TASK}; git add {TASK}"));
    kit.write(TASK, NEW);
    assert_eq!(kit.claim().unwrap().changed_by_hook, [path(TASK)], "a killed run, then a formatter");
    assert_eq!(kit.read(TASK), format!("{NEW}# formatted\n"));
    kit.assert_clean();
}

#[test]
fn reftable() {
    let Some(kit) = made(&["--ref-format=reftable"]) else { return };
    lives(&kit);
    refuses(&kit);
    kit.git(&["switch", "-q", "-c", "side", "HEAD~1"]);
    kit.write(TASK, "side\n");
    kit.git(&["commit", "-qam", "Side"]);
    assert!(!kit.try_git(&["cherry-pick", "main~1"]), "a conflict is wanted");
    let refused = kit.repository().check_writable(None);
    assert!(matches!(refused, Err(VcsError::Unfinished { operation: UnderWay::CherryPick })), "{refused:?}");
}

#[test]
fn a_bare_repository_that_only_git_can_open() {
    let Some(kit) = made(&["--object-format=sha256", "--bare"]) else { return };
    let found = crate::vcs::Repository::discover(&kit.workdir(), kit.around());
    assert!(matches!(found, Err(VcsError::Bare { .. })), "{:?}", found.err());
}

#[test]
fn a_split_index() {
    let kit = Kit::new();
    kit.git(&["update-index", "--split-index"]);
    kit.claim().unwrap();
    commit(&kit.repository(), &[edit("data/neuf.toml", None, OLD)]).unwrap();
    kit.assert_clean();
    refuses(&kit);
}

#[test]
fn a_sparse_index() {
    let kit = Kit::new();
    kit.write("far/away/x.txt", "x\n");
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Far"]);
    if !kit.try_git(&["sparse-checkout", "set", "--cone", "--sparse-index", "data"]) {
        skipped("this git has no sparse index");
        return;
    }
    kit.claim().unwrap();
    kit.assert_clean();
    assert_eq!(kit.git(&["show", "HEAD:far/away/x.txt"]), "x\n");
}
