//! Two clones and a bare repository: what is sent arrives once, and what is in the way stays whole.

use std::path::PathBuf;

use super::kit::{Kit, NEW, OLD, TASK, edit, id};
use crate::vcs::{CommitId, Destination, Pushed, Repository, Upstream, VcsError};

const MAIN: Upstream<'static> = Upstream { remote: "origin", branch: "main" };

/// The branch that everybody shares, if it is still at `old`.
fn main_at(old: &CommitId) -> Destination<'_> {
    Destination { remote: "origin", reference: "refs/heads/main", lease: Some(Some(old)), options: &[] }
}

/// A clone's remote, beside it.
fn remote(kit: &Kit) -> PathBuf {
    let bare = kit.home().join("origin.git");
    kit.git(&["init", "-q", "--bare", "-b", "main", bare.to_str().unwrap()]);
    kit.git(&["remote", "add", "origin", bare.to_str().unwrap()]);
    kit.git(&["push", "-q", "origin", "main"]);
    bare
}

/// A commit of somebody else's on the remote, which this clone has not seen.
fn another(kit: &Kit, path: &str, text: &str) -> CommitId {
    let clone = kit.home().join(format!("other-{}", path.replace('/', "-")));
    kit.git(&["clone", "-q", kit.home().join("origin.git").to_str().unwrap(), clone.to_str().unwrap()]);
    std::fs::write(clone.join(path), text).unwrap();
    kit.git_in(&clone, &["add", "."]);
    kit.git_in(&clone, &["commit", "-qm", "Another"]);
    kit.git_in(&clone, &["push", "-q", "origin", "main"]);
    id(&kit.git_in(&clone, &["rev-parse", "HEAD"]))
}

fn head(kit: &Kit) -> CommitId {
    kit.id("HEAD")
}

fn move_to(repository: &Repository, from: &CommitId, to: &CommitId) -> Result<(), VcsError> {
    repository.advance(&repository.lock()?, from, to)
}

#[test]
fn a_push_lands_once_and_a_late_one_is_told() {
    let kit = Kit::new();
    let bare = remote(&kit);
    let repository = kit.repository();
    let old = repository.fetch(MAIN).unwrap().unwrap();
    let mine = kit.claim().unwrap().id;
    let lock = repository.lock().unwrap();
    let theirs = another(&kit, "theirs.txt", "theirs\n");
    assert_eq!(repository.push(&lock, main_at(&old), Some(&mine)).unwrap(), Pushed::Lost);
    assert_eq!(id(&kit.git_in(&bare, &["rev-parse", "main"])), theirs);
    assert_eq!(repository.fetch(MAIN).unwrap().unwrap(), theirs);
    let again = repository.commit_again(&lock, &theirs, &[edit(TASK, Some(OLD), NEW)], &mine, None).unwrap();
    let author = |id: &CommitId| kit.git(&["log", "-1", "--format=%an %ad %B", id.as_str()]);
    assert_eq!(author(&again.id).replace(&format!("Mpa-Again: {mine}\n"), ""), author(&mine));
    assert_eq!(repository.push(&lock, main_at(&theirs), Some(&again.id)).unwrap(), Pushed::Done { said: Vec::new() });
    assert_eq!(kit.id("refs/remotes/origin/main"), again.id);
    assert_eq!(repository.push(&lock, main_at(&again.id), Some(&again.id)).unwrap(), Pushed::Done { said: Vec::new() });
    assert_eq!(head(&kit), mine, "the branch waits for whoever moves it");
}

#[cfg(unix)]
#[test]
fn a_refusal_comes_with_the_server_s_words() {
    use std::os::unix::fs::PermissionsExt;
    let kit = Kit::new();
    let bare = remote(&kit);
    let repository = kit.repository();
    let (old, mine) = (head(&kit), kit.claim().unwrap().id);
    let hook = bare.join("hooks/update");
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    std::fs::write(&hook, "#!/bin/sh\necho 'pas le vendredi'\nexit 1\n").unwrap();
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    let lock = repository.lock().unwrap();
    let Pushed::Refused { reason } = repository.push(&lock, main_at(&old), Some(&mine)).unwrap() else { panic!() };
    assert!(reason.contains("hook declined") && reason.contains("pas le vendredi"), "{reason}");
    std::fs::remove_file(&hook).unwrap();
    kit.hook("pre-push", "echo 'relis-toi' >&2; exit 1");
    let own = repository.push(&lock, main_at(&old), Some(&mine));
    assert!(matches!(&own, Err(VcsError::PushHookRefused { output }) if output.contains("relis-toi")), "{own:?}");
}

#[test]
fn nobody_answers() {
    let kit = Kit::new();
    kit.git(&["remote", "add", "origin", "/nowhere/at/all.git"]);
    let repository = kit.repository();
    let fetched = repository.fetch(MAIN);
    assert!(matches!(&fetched, Err(VcsError::Unreachable { remote, .. }) if remote == "origin"), "{fetched:?}");
    let old = head(&kit);
    let pushed = repository.push(&repository.lock().unwrap(), main_at(&old), Some(&old));
    assert!(matches!(pushed, Err(VcsError::Unreachable { .. })), "{pushed:?}");
    kit.git(&["init", "-q", "--bare", kit.home().join("empty.git").to_str().unwrap()]);
    kit.git(&["remote", "set-url", "origin", kit.home().join("empty.git").to_str().unwrap()]);
    assert_eq!(repository.fetch(MAIN).unwrap(), None);
}

#[test]
fn the_branch_moves_around_unfinished_work() {
    let kit = Kit::new();
    remote(&kit);
    let theirs = another(&kit, "note.txt", "theirs\n");
    kit.write("other.txt", "mine\n");
    kit.write("staged.txt", "staged\n");
    kit.git(&["add", "staged.txt"]);
    let repository = kit.repository();
    repository.fetch(MAIN).unwrap();
    let old = head(&kit);
    move_to(&repository, &old, &theirs).unwrap();
    assert_eq!(head(&kit), theirs);
    assert_eq!((kit.read("note.txt").as_str(), kit.read("other.txt").as_str()), ("theirs\n", "mine\n"));
    assert_eq!(kit.git(&["status", "--porcelain"]), " M other.txt\nA  staged.txt\n");
}

/// Saved again with the same text: git takes it for changed until it looks inside.
#[test]
fn a_file_that_only_looks_changed_is_in_nobody_s_way() {
    let kit = Kit::new();
    remote(&kit);
    let theirs = another(&kit, "note.txt", "theirs\n");
    let text = kit.read("note.txt");
    std::fs::remove_file(kit.workdir().join("note.txt")).unwrap();
    kit.write("note.txt", &text);
    let repository = kit.repository();
    repository.fetch(MAIN).unwrap();
    let old = head(&kit);
    repository.check_the_way(&repository.lock().unwrap(), &old, &theirs).unwrap();
    move_to(&repository, &old, &theirs).unwrap();
    assert_eq!((head(&kit), kit.read("note.txt").as_str()), (theirs, "theirs\n"));
    assert_eq!(kit.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_is_in_the_way_is_named_and_nothing_moves() {
    type Case<'a> = (&'a str, &'a dyn Fn(&Kit));
    let cases: [Case<'_>; 4] = [
        ("note.txt", &|kit| kit.write("note.txt", "mine\n")),
        ("note.txt", &|kit| {
            kit.write("note.txt", "mine\n");
            kit.git(&["add", "note.txt"]);
        }),
        ("note.txt", &|kit| {
            kit.write("note.txt", "mine\n");
            kit.git(&["add", "note.txt"]);
            kit.write("note.txt", "theirs\n");
        }),
        ("new.txt", &|kit| kit.write("new.txt", "mine\n")),
    ];
    for (path, change) in cases {
        let kit = Kit::new();
        remote(&kit);
        let theirs = another(&kit, path, "theirs\n");
        change(&kit);
        let repository = kit.repository();
        repository.fetch(MAIN).unwrap();
        let before = kit.state();
        let moved = move_to(&repository, &head(&kit), &theirs);
        assert!(matches!(&moved, Err(VcsError::InTheWay { paths }) if paths == &[path]), "{moved:?}");
        assert_eq!(kit.state(), before);
    }
}

/// Killed between the files and the branch, or between a file and the index: the next run recognises them.
#[test]
fn what_a_killed_move_left_is_completed() {
    for staged in [false, true] {
        let kit = Kit::new();
        remote(&kit);
        another(&kit, "note.txt", "theirs\n");
        let theirs = another(&kit, "new.txt", "theirs\n");
        kit.write("note.txt", "theirs\n");
        kit.write("new.txt", "theirs\n");
        if staged {
            kit.git(&["add", "note.txt", "new.txt"]);
        }
        let repository = kit.repository();
        repository.fetch(MAIN).unwrap();
        let old = head(&kit);
        move_to(&repository, &old, &theirs).unwrap();
        assert_eq!((head(&kit), kit.git(&["status", "--porcelain"])), (theirs, String::new()));
    }
}

#[test]
fn a_sketch_is_seen_by_nobody() {
    let kit = Kit::new();
    kit.hook("pre-commit", "exit 1");
    let repository = kit.repository();
    let before = kit.state();
    let sketch = repository.sketch(&head(&kit), &[edit(TASK, Some(OLD), NEW)]).unwrap();
    assert_eq!(kit.state(), before);
    assert_eq!(kit.git(&["show", &format!("{sketch}:{TASK}")]), NEW);
    assert!(repository.holds_commit(&sketch, &head(&kit)).unwrap());
    assert!(!repository.holds_commit(&head(&kit), &sketch).unwrap());
}
