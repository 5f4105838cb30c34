//! Git stopped while it moves files: what is half written is nobody's work, and everything else stays the person's.

use std::fs;

use super::kit::{Kit, NEW, OLD, TASK};
use crate::vcs::{CommitId, VcsError};

const NEUF: &str = "data/tasks/neuf/b3w9x.toml";

/// A clone that is about to move to a commit with a longer text of a task and a task more, and those two commits.
fn about_to_move() -> (Kit, CommitId, CommitId) {
    let kit = Kit::new();
    let from = kit.id("HEAD");
    kit.write(TASK, NEW);
    kit.write(NEUF, "title = \"Neuf\"\n");
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Theirs"]);
    let to = kit.id("HEAD");
    kit.git(&["reset", "-q", "--hard", from.as_str()]);
    fs::write(kit.workdir().join(".git/mpa.move"), format!("{from} {to}\n")).unwrap();
    (kit, from, to)
}

fn status_once_settled(kit: &Kit) -> String {
    drop(kit.repository().lock().unwrap());
    kit.git(&["status", "--porcelain", "-uall"])
}

#[test]
fn what_was_begun_becomes_what_it_was() {
    for end in 0..=NEW.len() {
        let (kit, from, to) = about_to_move();
        kit.write(TASK, &NEW[..end]);
        kit.write(NEUF, "title =");
        let expected = if end < NEW.len() { String::new() } else { format!(" M {TASK}\n") };
        assert_eq!(status_once_settled(&kit), expected, "{end}");
        assert!(!kit.workdir().join(".git/mpa.move").exists());
        let repository = kit.repository();
        repository.advance(&repository.lock().unwrap(), &from, &to).unwrap();
        kit.assert_clean();
        assert!(!kit.workdir().join(".git/mpa.move").exists());
    }
}

#[test]
fn what_was_taken_away_comes_back() {
    let (kit, ..) = about_to_move();
    fs::remove_file(kit.workdir().join(TASK)).unwrap();
    assert_eq!(status_once_settled(&kit), "");
    assert_eq!(kit.read(TASK), OLD);
}

#[test]
fn what_the_person_wrote_since_stays() {
    let (kit, ..) = about_to_move();
    kit.write(TASK, &format!("{}# à moi\n", &NEW[..NEW.len() / 2]));
    kit.write(NEUF, "title = \"Le mien\"\n");
    kit.write("note.txt", "");
    assert_eq!(status_once_settled(&kit), format!(" M {TASK}\n M note.txt\n?? {NEUF}\n"));
}

#[test]
fn nobody_touches_what_a_git_is_still_writing() {
    let (kit, ..) = about_to_move();
    kit.write(TASK, "");
    kit.write(".git/index.lock", "");
    assert_eq!(status_once_settled(&kit), format!(" M {TASK}\n"));
    fs::remove_file(kit.workdir().join(".git/index.lock")).unwrap();
    assert_eq!(status_once_settled(&kit), "");
}

#[test]
fn once_the_branch_has_moved_nothing_is_half() {
    let (kit, _, to) = about_to_move();
    kit.git(&["reset", "-q", "--hard", to.as_str()]);
    kit.write(TASK, "");
    assert_eq!(status_once_settled(&kit), format!(" M {TASK}\n"));
    assert!(!kit.workdir().join(".git/mpa.move").exists());
}

/// Emptying a file is work too: git refuses to move, and nothing was begun.
#[test]
fn a_file_that_the_person_emptied_stays_empty() {
    let (kit, from, to) = about_to_move();
    fs::remove_file(kit.workdir().join(".git/mpa.move")).unwrap();
    kit.write(TASK, "");
    let repository = kit.repository();
    let moved = repository.advance(&repository.lock().unwrap(), &from, &to);
    assert!(matches!(&moved, Err(VcsError::InTheWay { paths }) if paths == &[TASK]), "{moved:?}");
    assert_eq!(status_once_settled(&kit), format!(" M {TASK}\n"));
}

/// A filter of git's that kills it, where it is to write the second file.
#[cfg(unix)]
#[test]
fn a_git_that_is_killed_halfway_is_no_work_of_the_person_s() {
    let (kit, from, to) = about_to_move();
    fs::remove_file(kit.workdir().join(".git/mpa.move")).unwrap();
    kit.git(&["config", "filter.kill.smudge", "kill -9 $PPID"]);
    fs::create_dir_all(kit.workdir().join(".git/info")).unwrap();
    let attributes = kit.workdir().join(".git/info/attributes");
    fs::write(&attributes, "data/tasks/neuf/* filter=kill\n").unwrap();
    let repository = kit.repository();
    let moved = repository.advance(&repository.lock().unwrap(), &from, &to);
    assert!(matches!(moved, Err(VcsError::Program { code: 137, .. })), "{moved:?}");
    fs::remove_file(&attributes).unwrap();
    fs::remove_file(kit.workdir().join(".git/index.lock")).unwrap();
    repository.advance(&repository.lock().unwrap(), &from, &to).unwrap();
    kit.assert_clean();
    assert!(!kit.workdir().join(".git/mpa.move").exists());
}
