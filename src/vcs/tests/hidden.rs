//! Files that git keeps out of the working tree, in every form that its index can have.

use std::fs;

use super::kit::{Kit, OLD, TASK, skipped};

fn hidden(kit: &Kit) -> Vec<(String, bool, Vec<u8>)> {
    let repository = kit.repository();
    let told = repository.hidden().unwrap().into_iter();
    told.map(|it| (it.path.to_string(), it.is_there, repository.hidden_bytes(&it, 1000).unwrap().unwrap())).collect()
}

#[test]
fn flags_set_by_hand() {
    for version in ["2", "3", "4"] {
        for (flag, back) in [("--skip-worktree", "--no-skip-worktree"), ("--assume-unchanged", "--no-assume-unchanged")] {
            let kit = Kit::new();
            kit.write(&format!("{0}/{0}.toml", "long".repeat(60)), OLD);
            kit.git(&["add", "."]);
            kit.git(&["commit", "-qm", "Long"]);
            kit.git(&["update-index", "--index-version", version]);
            assert_eq!(hidden(&kit), []);
            kit.git(&["update-index", flag, TASK]);
            assert_eq!(hidden(&kit), [(TASK.to_owned(), true, OLD.into())], "{version} {flag}");
            fs::remove_file(kit.workdir().join(TASK)).unwrap();
            assert_eq!(hidden(&kit), [(TASK.to_owned(), false, OLD.into())], "{version} {flag}");
            assert_eq!(kit.repository().hidden().unwrap()[0].remedy, format!("git update-index {back} -- {TASK}"));
        }
    }
}

#[test]
fn split_and_sparse_indexes() {
    let kit = Kit::new();
    kit.git(&["update-index", "--assume-unchanged", TASK]);
    kit.git(&["update-index", "--split-index"]);
    assert_eq!(hidden(&kit), [(TASK.to_owned(), true, OLD.into())]);

    let kit = Kit::new();
    if !kit.try_git(&["sparse-checkout", "set", "--cone", "--sparse-index", "elsewhere"]) {
        skipped("this git has no sparse index");
        return;
    }
    assert_eq!(hidden(&kit), [(TASK.to_owned(), false, OLD.into())]);
    assert!(!kit.workdir().join(TASK).exists());
}

#[test]
fn where_only_the_git_program_reads() {
    let kit = Kit::empty();
    if !kit.try_git(&["init", "-q", "-b", "main", "--object-format=sha256"]) {
        skipped("this git has no SHA-256");
        return;
    }
    kit.write(TASK, OLD);
    kit.git(&["add", "."]);
    kit.git(&["commit", "-qm", "Start"]);
    assert_eq!(hidden(&kit), []);
    kit.git(&["sparse-checkout", "set", "--no-cone", "/note.txt"]);
    assert_eq!(hidden(&kit), [(TASK.to_owned(), false, OLD.into())]);
}

#[test]
fn a_repository_without_an_index_hides_nothing() {
    assert_eq!(hidden(&Kit::unborn(&[])), []);
}
