//! One operation, one commit of exactly its files.

use std::fs;

use super::kit::{Kit, MESSAGE, NEW, OLD, TASK, commit, edit, path};
use crate::vcs::{Edit, Repository, VcsError};

#[test]
fn a_tracked_file_is_committed_and_the_tree_is_clean() {
    let kit = Kit::new();
    let landed = kit.claim().unwrap();
    assert_eq!(landed.id, kit.id("HEAD"));
    assert_eq!(landed.changed_by_hook, []);
    assert_eq!(kit.git(&["show", &format!("HEAD:{TASK}")]), NEW);
    assert_eq!(kit.git(&["log", "-1", "--format=%B"]).trim(), MESSAGE.trim());
    assert_eq!(kit.git(&["diff", "--name-only", "HEAD~"]).trim(), TASK);
    kit.assert_clean();
}

#[test]
fn new_files_and_their_folders_are_committed() {
    let kit = Kit::new();
    let edits = [edit("data/tasks/neuf/b3w9x.toml", None, OLD), edit(TASK, Some(OLD), NEW)];
    commit(&kit.repository(), &edits).unwrap();
    assert_eq!(kit.git(&["show", "HEAD:data/tasks/neuf/b3w9x.toml"]), OLD);
    kit.assert_clean();
}

#[test]
fn other_work_stays_as_it_was() {
    let kit = Kit::new();
    kit.write("staged.txt", "staged\n");
    kit.write("note.txt", "staged note\n");
    kit.git(&["add", "staged.txt", "note.txt"]);
    kit.write("note.txt", "dirty note\n");
    kit.write("other.txt", "dirty\n");
    kit.write("untracked.txt", "untracked\n");
    kit.write("announced.txt", "announced\n");
    kit.git(&["add", "--intent-to-add", "announced.txt"]);
    let before = kit.git(&["status", "--porcelain=v2", "--untracked-files=all"]);
    let index = kit.git(&["diff", "--cached"]);
    commit(&kit.repository(), &[edit(TASK, Some(OLD), NEW), edit("data/neuf.toml", None, OLD)]).unwrap();
    assert_eq!(kit.git(&["status", "--porcelain=v2", "--untracked-files=all"]), before);
    assert_eq!(kit.git(&["diff", "--cached"]), index);
    assert_eq!(kit.git(&["diff", "--name-only", "HEAD~", "HEAD"]).lines().count(), 2);
    assert_eq!(kit.read("note.txt"), "dirty note\n");
}

#[test]
fn the_first_commit_of_a_new_repository() {
    let kit = Kit::empty();
    let repository = Repository::found(&kit.workdir().join("neuf"), &kit.around()).unwrap().0;
    assert!(!repository.has_head().unwrap());
    assert_eq!(repository.head_branch().unwrap().as_deref(), Some("main"));
    assert_eq!(repository.head_bytes(&path("data/mpa.toml")).unwrap(), None);
    assert_eq!(repository.unsent(None, 10).unwrap(), []);
    let files = [edit("data/mpa.toml", None, "format = 1\n"), edit(".gitattributes", None, "/data/** text eol=lf\n")];
    let landed = commit(&repository, &files).unwrap();
    assert!(repository.has_head().unwrap());
    assert_eq!(landed.changed_by_hook, []);
    assert_eq!(repository.head_bytes(&path("data/mpa.toml")).unwrap().as_deref(), Some(&b"format = 1\n"[..]));
    assert_eq!(kit.git_in(repository.workdir(), &["status", "--porcelain"]), "");
    assert_eq!(repository.changed_paths(&landed.id, None).unwrap(), [path(".gitattributes"), path("data/mpa.toml")]);
    assert_eq!(repository.commit_info(&landed.id).unwrap().parent, None);
}

#[test]
fn founding_honours_the_repository_that_is_there() {
    let kit = Kit::new();
    let (repository, ground) = Repository::found(&kit.workdir().join("data"), &kit.around()).unwrap();
    assert_eq!(repository.workdir(), kit.workdir());
    ground.clear(&kit.around());
    assert!(kit.repository().has_head().unwrap(), "what was there is nobody's to clear");
}

#[test]
fn only_what_was_made_is_cleared() {
    let kit = Kit::empty();
    let (top, around) = (kit.workdir(), kit.around());
    let found = |dir: &std::path::Path| Repository::found(dir, &around).unwrap().1;
    found(&top).clear(&around);
    assert!(top.is_dir() && !top.join(".git").exists(), "an empty folder that was there stays");
    found(&top.join("a/b")).clear(&around);
    assert!(top.is_dir() && !top.join("a").exists());
    let ground = found(&top.join("a/b"));
    kit.write("a/note.txt", "mine\n");
    ground.clear(&around);
    assert!(top.join("a/note.txt").is_file() && !top.join("a/b").exists());
    let ground = found(&top.join("c"));
    kit.write("c/note.txt", "mine\n");
    kit.git_in(&top.join("c"), &["add", "."]);
    ground.clear(&around);
    assert_eq!(kit.git_in(&top.join("c"), &["ls-files"]), "note.txt\n", "somebody began to use the repository");
    kit.write("d/.git/objects/precious", "mine\n");
    let refused = Repository::found(&top.join("d"), &around);
    assert!(matches!(refused, Err(VcsError::Open { .. })), "{:?}", refused.err());
    assert!(top.join("d/.git/objects/precious").is_file() && !top.join("d/.git/HEAD").exists());
}

#[test]
fn names_with_spaces_accents_dashes_and_magic() {
    let kit = Kit::new();
    let names = ["-rf.toml", "données/à faire.toml", ":(glob)x/*.toml", "a [1]?.toml", "--file=-"];
    let edits: Vec<_> = names.iter().map(|name| edit(name, None, OLD)).collect();
    commit(&kit.repository(), &edits).unwrap();
    let edits: Vec<_> = names.iter().map(|name| edit(name, Some(OLD), NEW)).collect();
    let landed = commit(&kit.repository(), &edits).unwrap();
    assert_eq!(kit.repository().changed_paths(&landed.id, None).unwrap().len(), names.len());
    kit.assert_clean();
}

#[test]
fn more_files_than_an_argument_list_takes() {
    let kit = Kit::new();
    let edits: Vec<_> = (0..150).map(|n| edit(&format!("data/tasks/foule/{n}.toml"), None, OLD)).collect();
    let landed = commit(&kit.repository(), &edits).unwrap();
    assert_eq!(kit.repository().changed_paths(&landed.id, Some(&path("data/tasks"))).unwrap().len(), 150);
    kit.assert_clean();
}

#[test]
fn a_line_that_looks_like_a_comment_survives_in_the_message() {
    let kit = Kit::new();
    let repository = kit.repository();
    let lock = repository.lock().unwrap();
    let message = "close: Échéance\n\n# 1 est fait\n";
    repository.commit(&lock, &[edit(TASK, Some(OLD), NEW)], message).unwrap();
    assert_eq!(kit.git(&["log", "-1", "--format=%B"]).trim(), message.trim());
}

#[test]
fn the_edit_of_a_killed_run_is_completed() {
    let kit = Kit::new();
    kit.write(TASK, NEW);
    kit.claim().unwrap();
    kit.assert_clean();

    kit.write("data/neuf.toml", OLD);
    commit(&kit.repository(), &[edit("data/neuf.toml", None, OLD)]).unwrap();
    kit.write("data/suivant.toml", OLD);
    kit.git(&["add", "--intent-to-add", "data/suivant.toml"]);
    commit(&kit.repository(), &[edit("data/suivant.toml", None, OLD)]).unwrap();
    kit.assert_clean();
}

#[test]
fn what_a_run_killed_while_it_put_a_file_back_left_beside_it_goes() {
    let kit = Kit::new();
    kit.write(TASK, NEW);
    kit.write("data/tasks/mphack/.mpa-a1b2c3.tmp", OLD);
    kit.claim().unwrap();
    kit.assert_clean();
}

#[test]
fn a_run_killed_between_two_files_is_completed() {
    let kit = Kit::new();
    kit.write("data/tasks/neuf/b3w9x.toml", OLD);
    let edits = [edit("data/tasks/neuf/b3w9x.toml", None, OLD), edit(TASK, Some(OLD), NEW)];
    let landed = commit(&kit.repository(), &edits).unwrap();
    assert_eq!(kit.repository().changed_paths(&landed.id, None).unwrap().len(), 2);
    kit.assert_clean();
}

#[test]
fn nothing_to_commit_is_no_refusal_of_a_hook() {
    let kit = Kit::new();
    let before = kit.state();
    let result = commit(&kit.repository(), &[edit(TASK, Some(OLD), OLD)]);
    assert!(matches!(result, Err(VcsError::NothingToCommit)), "{result:?}");
    assert_eq!(kit.state(), before);
}

#[cfg(unix)]
#[test]
fn permission_bits_are_kept_and_new_files_are_readable() {
    use std::os::unix::fs::PermissionsExt;
    let kit = Kit::new();
    let mode = |file: &str| fs::metadata(kit.workdir().join(file)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(kit.workdir().join(TASK), fs::Permissions::from_mode(0o640)).unwrap();
    let edits = [edit(TASK, Some(OLD), NEW), edit("data/neuf.toml", None, OLD)];
    commit(&kit.repository(), &edits).unwrap();
    assert_eq!(mode(TASK), 0o640);
    assert_eq!(mode("data/neuf.toml"), mode("note.txt"));
}

#[test]
fn a_linked_worktree_commits_on_its_own_branch() {
    let kit = Kit::new();
    let linked = kit.home().join("linked");
    kit.git(&["worktree", "add", "-q", "-b", "side", linked.to_str().unwrap()]);
    let repository = Repository::discover(&linked.join("data"), kit.around()).unwrap();
    assert_eq!(repository.workdir(), linked);
    assert_eq!(repository.common_dir(), kit.workdir().join(".git"));
    assert_ne!(repository.git_dir(), repository.common_dir());
    assert_eq!(repository.head_branch().unwrap().as_deref(), Some("side"));
    let landed = commit(&repository, &[edit(TASK, Some(OLD), NEW)]).unwrap();
    assert_eq!(kit.id("side"), landed.id);
    assert_eq!(kit.git_in(&linked, &["status", "--porcelain"]), "");
    kit.assert_clean();
}

#[test]
fn a_merge_under_way_stops_only_its_own_worktree() {
    let kit = Kit::new();
    let linked = kit.home().join("linked");
    kit.git(&["worktree", "add", "-q", "-b", "side", linked.to_str().unwrap()]);
    let repository = Repository::discover(&linked, kit.around()).unwrap();
    commit(&repository, &[edit("data/neuf.toml", None, OLD)]).unwrap();
    kit.git(&["merge", "-q", "--no-ff", "--no-commit", "side"]);
    assert!(matches!(kit.claim(), Err(VcsError::Unfinished { .. })));
    commit(&repository, &[edit(TASK, Some(OLD), NEW)]).unwrap();
}

#[test]
fn line_endings_that_git_converts() {
    let kit = Kit::new();
    kit.git(&["config", "core.autocrlf", "true"]);
    let (old, new) = (OLD.replace('\n', "\r\n"), NEW.replace('\n', "\r\n"));
    kit.write(TASK, &old);
    kit.git(&["add", TASK]);
    let landed = commit(&kit.repository(), &[edit(TASK, Some(&old), &new)]).unwrap();
    assert_eq!(landed.changed_by_hook, []);
    assert_eq!(kit.git(&["show", &format!("HEAD:{TASK}")]), NEW);
    kit.assert_clean();

    kit.write(TASK, &old);
    let back = commit(&kit.repository(), &[edit(TASK, Some(&new), &old)]).unwrap();
    assert_eq!(back.changed_by_hook, [], "a killed run");
    kit.write(TASK, &format!("{old}# a note\r\n"));
    let dirty = commit(&kit.repository(), &[edit(TASK, Some(&format!("{old}# a note\r\n")), &new)]);
    assert!(matches!(dirty, Err(VcsError::Dirty { .. })), "{dirty:?}");
}

#[test]
fn a_file_disappears_in_the_same_commit_and_comes_back_when_it_is_refused() {
    let kit = Kit::new();
    let edits = [Edit { after: None, ..edit("note.txt", Some("note\n"), "") }, edit(TASK, Some(OLD), NEW)];
    kit.hook("pre-commit", "exit 1");
    let state = kit.state();
    assert!(matches!(commit(&kit.repository(), &edits), Err(VcsError::HookRefused { .. })));
    assert_eq!(kit.state(), state);
    kit.hook("pre-commit", "exit 0");
    let landed = commit(&kit.repository(), &edits).unwrap();
    assert_eq!(landed.changed_by_hook, []);
    let names = format!("M\t{TASK}\nD\tnote.txt\n");
    assert_eq!(kit.git(&["diff", "--name-status", "HEAD~", "HEAD"]), names);
    assert!(!kit.workdir().join("note.txt").exists());
    kit.assert_clean();
}

#[test]
fn a_killed_removal_is_completed() {
    let kit = Kit::new();
    fs::remove_file(kit.workdir().join("note.txt")).unwrap();
    let removal = Edit { after: None, ..edit("note.txt", Some("note\n"), "") };
    commit(&kit.repository(), &[removal]).unwrap();
    assert_eq!(kit.git(&["diff", "--name-status", "HEAD~", "HEAD"]), "D\tnote.txt\n");
    kit.assert_clean();
}

#[test]
fn a_file_of_a_similar_name_is_not_swept_away() {
    let kit = Kit::new();
    let folder = "data/tasks/mphack";
    kit.write(&format!("{folder}/.mpa-Ab12Cd.tmp"), "left by a killed run\n");
    kit.write(&format!("{folder}/.mpa-notes.tmp"), "mine\n");
    commit(&kit.repository(), &[edit(TASK, Some(OLD), NEW)]).unwrap();
    assert!(!kit.workdir().join(folder).join(".mpa-Ab12Cd.tmp").exists());
    assert_eq!(kit.read(&format!("{folder}/.mpa-notes.tmp")), "mine\n");
}
