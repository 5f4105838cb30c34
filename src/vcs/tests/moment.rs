//! Where a branch stood, beside what git says of it.

use super::kit::{Kit, OLD, commit, edit};
use crate::vcs::{CommitId, Standing};

/// A commit of the file `name` at the second `time`.
fn commit_at(kit: &Kit, name: &str, time: i64) -> CommitId {
    kit.write(name, OLD);
    kit.git(&["add", "--", name]);
    let dated = format!("GIT_COMMITTER_DATE={time} +0000");
    kit.git(&["-c", &format!("alias.dated=!env '{dated}' git commit -q -m {name}"), "dated"]);
    kit.repository().head_commit().unwrap().unwrap()
}

#[test]
fn a_branch_stood_where_git_says() {
    let kit = Kit::new();
    let start = 2_000_000_000;
    // Clocks go wrong: the fourth is behind, the sixth ahead.
    for (number, time) in [100, 200, 300, 50, 400, 900, 500].into_iter().enumerate() {
        commit_at(&kit, &format!("{number}.txt"), start + time);
    }
    kit.git(&["switch", "-q", "-c", "side", "HEAD~3"]);
    commit_at(&kit, "side.txt", start + 450);
    kit.git(&["switch", "-q", "main"]);
    kit.git(&["merge", "-q", "--no-ff", "-m", "Merge", "side"]);
    let repository = kit.repository();
    let tip = repository.head_commit().unwrap().unwrap();
    for moment in (start..start + 1_000).step_by(25) {
        let before = format!("--before={moment}");
        let git = kit.git(&["rev-list", "-1", "--first-parent", &before, "main"]);
        let found = repository.standing_at(&tip, moment).unwrap();
        let expected = CommitId::parse(git.trim()).map(Standing::At);
        assert_eq!(Some(found), expected, "{}", moment - start);
    }
}

#[test]
fn before_the_first_commit_there_was_nothing() {
    let kit = Kit::new();
    let repository = kit.repository();
    let first = repository.head_commit().unwrap().unwrap();
    let made = repository.made_at(&first).unwrap();
    commit(&repository, &[edit("data/neuf.toml", None, OLD)]).unwrap();
    let tip = repository.head_commit().unwrap().unwrap();
    assert_eq!(repository.standing_at(&tip, made - 1).unwrap(), Standing::BegunLater(made));
    assert_eq!(repository.standing_at(&first, made).unwrap(), Standing::At(first));
}
