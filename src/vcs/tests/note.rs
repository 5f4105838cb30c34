//! Git killed after it moved the branch and before it wrote the index: whoever comes next puts the index right, where that is
//! beyond doubt.
#![cfg(unix)]

use std::fs;
use std::path::Path;

use super::kit::{Kit, MESSAGE, NEW, OLD, TASK, commit, edit, path};
use crate::vcs::{Edit, Left, Repository};

/// What makes git kill itself between the two.
const KILL: &str = "[ $1 = committed ] && grep -q refs/heads/ && kill -9 $PPID; exit 0";
const NEUF: &str = "data/tasks/neuf/b3w9x.toml";

/// Commits `edits` with a git that is killed; its lock is removed as git advises.
fn stopped(kit: &Kit, repository: &Repository, edits: &[Edit]) {
    kit.hook("reference-transaction", KILL);
    commit(repository, edits).unwrap();
    fs::remove_file(kit.workdir().join(".git/hooks/reference-transaction")).unwrap();
    fs::remove_file(repository.git_dir().join("index.lock")).unwrap();
}

/// A program that another test starts in the same moment holds the lock until it runs.
fn settle(repository: &Repository) -> Left {
    let mut left = repository.settle().unwrap();
    for _ in 0..100 {
        if left != Left::default() || !is_noted(repository.git_dir()) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
        left = repository.settle().unwrap();
    }
    left
}

fn mended(paths: &[&str]) -> Left {
    Left { mended: paths.iter().map(|it| path(it)).collect(), ..Left::default() }
}

fn unclear(paths: &[&str]) -> Left {
    Left { unclear: paths.iter().map(|it| path(it)).collect(), ..Left::default() }
}

fn is_noted(folder: &Path) -> bool {
    folder.join("mpa.note").exists()
}

#[test]
fn changed_new_and_removed_files_are_put_right_and_other_work_stays() {
    let kit = Kit::new();
    kit.write("staged.txt", "staged\n");
    kit.git(&["add", "staged.txt"]);
    let gone = Edit { path: path("note.txt"), before: Some(b"note\n".to_vec()), after: None };
    stopped(&kit, &kit.repository(), &[edit(TASK, Some(OLD), NEW), edit(NEUF, None, OLD), gone]);
    assert_eq!(kit.git(&["diff", "--cached", "--name-only"]).lines().count(), 4, "what the person's next commit would undo");
    let all = [TASK, NEUF, "note.txt"];
    assert_eq!(kit.repository().unsettled().unwrap(), mended(&all));
    assert_eq!(settle(&kit.repository()), mended(&all));
    assert_eq!(kit.git(&["status", "--porcelain"]), "A  staged.txt\n");
    assert!(!is_noted(&kit.workdir().join(".git")));
    assert_eq!(settle(&kit.repository()), Left::default());
}

#[test]
fn whoever_takes_the_lock_finds_the_index_right() {
    let kit = Kit::new();
    stopped(&kit, &kit.repository(), &[edit(TASK, Some(OLD), NEW)]);
    commit(&kit.repository(), &[edit(TASK, Some(NEW), OLD)]).unwrap();
    kit.assert_clean();
}

#[test]
fn no_program_of_the_repository_is_run() {
    let kit = Kit::new();
    stopped(&kit, &kit.repository(), &[edit(TASK, Some(OLD), NEW)]);
    let canary = format!("touch '{}'", kit.home().join("canary").display());
    ["post-index-change", "reference-transaction", "fsmonitor-watchman"].iter().for_each(|hook| kit.hook(hook, &canary));
    kit.git(&["config", "core.fsmonitor", ".git/hooks/fsmonitor-watchman"]);
    kit.write(".gitattributes", "* filter=canary\n");
    kit.git(&["config", "filter.canary.clean", &canary]);
    assert_eq!(settle(&kit.repository()), mended(&[TASK]));
    assert!(!kit.home().join("canary").exists());
}

#[test]
fn nothing_is_done_while_somebody_writes_or_git_waits() {
    let kit = Kit::new();
    stopped(&kit, &kit.repository(), &[edit(TASK, Some(OLD), NEW)]);
    fs::write(kit.workdir().join(".git/index.lock"), "").unwrap();
    let locked = settle(&kit.repository());
    assert!(locked.mended.is_empty() && locked.lock.unwrap().ends_with(".git/index.lock"));
    fs::remove_file(kit.workdir().join(".git/index.lock")).unwrap();

    let merging = kit.workdir().join(".git/MERGE_HEAD");
    fs::write(&merging, kit.git(&["rev-parse", "HEAD"])).unwrap();
    assert_eq!(settle(&kit.repository()), Left::default());
    fs::remove_file(merging).unwrap();
    assert_eq!(settle(&kit.repository()), mended(&[TASK]));
}

#[test]
fn what_was_changed_since_is_named_until_it_is_right() {
    for text in [OLD, "budget = \"3h\"\n"] {
        let kit = Kit::new();
        stopped(&kit, &kit.repository(), &[edit(TASK, Some(OLD), NEW)]);
        kit.write(TASK, text);
        let before = kit.state();
        assert_eq!(settle(&kit.repository()), unclear(&[TASK]));
        assert_eq!(kit.state(), before);
        commit(&kit.repository(), &[edit(NEUF, None, OLD)]).unwrap();
        assert_eq!(settle(&kit.repository()), unclear(&[TASK]), "another operation does not forget it");
        kit.git(&["restore", "--staged", "--", TASK]);
        assert_eq!(settle(&kit.repository()), Left::default());
        assert!(!is_noted(&kit.workdir().join(".git")));
        assert_eq!(kit.read(TASK), text);
    }
}

#[test]
fn what_the_person_staged_since_is_theirs() {
    let kit = Kit::new();
    stopped(&kit, &kit.repository(), &[edit(TASK, Some(OLD), NEW)]);
    kit.write(TASK, "budget = \"3h\"\n");
    kit.git(&["add", TASK]);
    let before = kit.state();
    assert_eq!(settle(&kit.repository()), Left::default());
    assert_eq!(kit.state(), before);
}

#[test]
fn a_commit_of_other_files_on_top_changes_nothing() {
    let kit = Kit::new();
    stopped(&kit, &kit.repository(), &[edit(TASK, Some(OLD), NEW)]);
    kit.write("other.txt", "more\n");
    kit.git(&["commit", "-qm", "Other", "--", "other.txt"]);
    assert_eq!(settle(&kit.repository()), mended(&[TASK]));
    kit.assert_clean();
}

#[test]
fn a_stop_before_the_branch_moved_leaves_the_edit_that_the_same_command_completes() {
    let kit = Kit::new();
    kit.hook("pre-commit", "kill -9 $PPID");
    let lock = kit.workdir().join(".git/index.lock");
    assert!(kit.claim().is_err());
    fs::remove_file(&lock).unwrap();
    assert!(!is_noted(&kit.workdir().join(".git")), "put back");

    fs::remove_file(kit.workdir().join(".git/hooks/pre-commit")).unwrap();
    let [old, new] = [OLD, NEW].map(|text| {
        kit.write("object", text);
        kit.git(&["hash-object", "object"]).trim().to_owned()
    });
    fs::remove_file(kit.workdir().join("object")).unwrap();
    let line = format!("{} {old} {new}\t{TASK}\n", kit.git(&["rev-parse", "HEAD"]).trim());
    fs::write(kit.workdir().join(".git/mpa.note"), line).unwrap();
    kit.write(TASK, NEW);
    let before = kit.state();
    assert_eq!(settle(&kit.repository()), Left::default());
    assert_eq!(kit.state(), before);
    kit.claim().unwrap();
    kit.assert_clean();
    assert!(!is_noted(&kit.workdir().join(".git")));
}

#[test]
fn a_linked_worktree_has_a_note_of_its_own() {
    let kit = Kit::new();
    let linked = kit.home().join("linked");
    kit.git(&["worktree", "add", "-q", "-b", "side", linked.to_str().unwrap()]);
    let repository = Repository::discover(&linked, kit.around()).unwrap();
    stopped(&kit, &repository, &[edit(TASK, Some(OLD), NEW)]);
    assert_eq!(settle(&kit.repository()), Left::default());
    assert_eq!(settle(&repository), mended(&[TASK]));
    assert_eq!(kit.git_in(&linked, &["status", "--porcelain"]), "");
}

#[test]
fn the_first_commit_a_hook_s_version_other_line_ends_and_other_formats() {
    let kit = Kit::unborn(&[]);
    stopped(&kit, &kit.repository(), &[edit(TASK, None, OLD)]);
    assert_eq!(settle(&kit.repository()), mended(&[TASK]));
    kit.assert_clean();

    let kit = Kit::new();
    kit.git(&["config", "core.autocrlf", "true"]);
    let returns = |text: &str| text.replace('\n', "\r\n");
    kit.write(TASK, &returns(OLD));
    kit.git(&["add", TASK]);
    stopped(&kit, &kit.repository(), &[edit(TASK, Some(&returns(OLD)), &returns(NEW))]);
    assert_eq!(settle(&kit.repository()), mended(&[TASK]));
    kit.assert_clean();

    let kit = Kit::new();
    kit.hook("pre-commit", &format!("echo '# formatted' >> {TASK}; git add {TASK}"));
    stopped(&kit, &kit.repository(), &[edit(TASK, Some(OLD), NEW)]);
    settle(&kit.repository());
    kit.assert_clean();

    for format in ["--object-format=sha256", "--ref-format=reftable"] {
        let kit = Kit::empty();
        if !kit.try_git(&["init", "-q", "-b", "main", format]) {
            continue;
        }
        kit.write(TASK, OLD);
        kit.git(&["add", "."]);
        kit.git(&["commit", "-qm", "Start"]);
        stopped(&kit, &kit.repository(), &[edit(TASK, Some(OLD), NEW), edit(NEUF, None, OLD)]);
        assert_eq!(settle(&kit.repository()), mended(&[TASK, NEUF]), "{format}");
        kit.assert_clean();
    }
}

#[test]
fn an_operation_that_goes_well_leaves_no_note() {
    let kit = Kit::new();
    kit.claim().unwrap();
    assert!(!is_noted(&kit.workdir().join(".git")));
    kit.hook("commit-msg", "exit 1");
    let repository = kit.repository();
    let lock = repository.lock().unwrap();
    assert!(repository.commit(&lock, &[edit(TASK, Some(NEW), OLD)], MESSAGE).is_err());
    assert!(!is_noted(&kit.workdir().join(".git")));
}
