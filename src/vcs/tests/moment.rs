//! Where a branch stood, beside what git says of it.

use super::kit::{Kit, OLD, commit, edit};
use crate::vcs::{CommitId, Head, Standing};

/// A commit of the file `name` at the second `time`.
fn commit_at(kit: &Kit, name: &str, time: i64) -> CommitId {
    kit.write(name, OLD);
    kit.git(&["add", "--", name]);
    let dated = format!("GIT_COMMITTER_DATE={time} +0000");
    kit.git(&["-c", &format!("alias.dated=!env '{dated}' git commit -q -m {name}"), "dated"]);
    kit.repository().head_commit().unwrap().unwrap()
}

/// Five commits, one beside them, and what brings it in.
fn merged(start: i64) -> Kit {
    let kit = Kit::new();
    for (number, time) in [100, 200, 300, 400, 500].into_iter().enumerate() {
        commit_at(&kit, &format!("{number}.txt"), start + time);
    }
    kit.git(&["switch", "-q", "-c", "side", "HEAD~3"]);
    commit_at(&kit, "side.txt", start + 450);
    kit.git(&["switch", "-q", "main"]);
    kit.git(&[
        "-c",
        &format!("alias.dated=!env 'GIT_COMMITTER_DATE={} +0000' git merge -q --no-ff -m M side", start + 600),
        "dated",
    ]);
    kit
}

#[test]
fn the_latest_commits_are_those_that_git_names_first() {
    let kit = merged(2_000_000_000);
    let repository = kit.repository();
    for count in 1..10 {
        let latest: Vec<String> = repository.latest(count).unwrap().into_iter().map(|commit| commit.id.to_string()).collect();
        let most = format!("--max-count={count}");
        assert_eq!(latest, kit.git(&["rev-list", &most, "main"]).lines().collect::<Vec<_>>());
        let times: Vec<String> =
            repository.recorded_lately(None, count).unwrap().iter().map(|(time, _)| time.to_string()).collect();
        assert_eq!(times, kit.git(&["log", "--format=%ct", &most, "main"]).lines().collect::<Vec<_>>());
    }
}

#[test]
fn a_branch_stood_where_git_says() {
    let start = 2_000_000_000;
    let kit = merged(start);
    let repository = kit.repository();
    let tip = repository.head_commit().unwrap().unwrap();
    for moment in (start..start + 1_000).step_by(25) {
        let before = format!("--before={moment}");
        let git = kit.git(&["rev-list", "-1", "--first-parent", &before, "main"]);
        let found = repository.standing_at(&tip, moment, start + 1_000).unwrap();
        assert_eq!(Some(found), CommitId::parse(git.trim()).map(Standing::At), "{}", moment - start);
    }
}

#[test]
fn a_wrong_clock_decides_nothing() {
    let kit = Kit::new();
    let start = 2_000_000_000;
    let [one, two, behind, three, ahead, four] =
        [("1", 100), ("2", 200), ("b", -900_000_000), ("3", 300), ("a", 90_000_000), ("4", 400)]
            .map(|(name, time)| commit_at(&kit, name, start + time));
    let repository = kit.repository();
    let at = |moment: i64| repository.standing_at(&four, start + moment, start + 500).unwrap();
    let expected = [(150, &one), (250, &behind), (350, &ahead), (450, &four)];
    for (moment, commit) in expected {
        assert_eq!(at(moment), Standing::At(commit.clone()), "{moment}");
    }
    // Neither commit of a wrong clock is seen before the one below it.
    assert_eq!(at(200), Standing::At(behind.clone()));
    assert!(at(150) != Standing::At(two) && at(250) != Standing::At(three));
}

#[test]
fn a_clock_that_was_behind_hides_no_branch_below_it() {
    let kit = Kit::new();
    let start = 2_000_000_000;
    let [one, _, tip] = [("1", 100), ("b", -900_000_000), ("2", 200)].map(|(name, time)| commit_at(&kit, name, start + time));
    let head = Head { name: "refs/heads/one".to_owned(), id: one.clone(), time: start + 100 };
    assert!(kit.repository().held_by(&tip, &[head]).unwrap().contains(&one));
}

#[test]
fn a_first_commit_of_a_clock_ahead_is_no_answer_for_every_day() {
    let kit = Kit::new();
    let start = 2_000_000_000;
    kit.git(&["switch", "-q", "--orphan", "alone"]);
    let [_, two] = [("1", 90_000_000), ("2", 200)].map(|(name, time)| commit_at(&kit, name, start + time));
    let repository = kit.repository();
    let at = |moment: i64| repository.standing_at(&two, start + moment, start + 500).unwrap();
    assert_eq!(at(100), Standing::BegunLater(start + 200));
    assert_eq!(at(200), Standing::At(two.clone()));
}

#[test]
fn before_the_first_commit_there_was_nothing() {
    let kit = Kit::new();
    let repository = kit.repository();
    let first = repository.head_commit().unwrap().unwrap();
    let made = repository.made_at(&first).unwrap();
    commit(&repository, &[edit("data/neuf.toml", None, OLD)]).unwrap();
    let tip = repository.head_commit().unwrap().unwrap();
    assert_eq!(repository.standing_at(&tip, made - 1, made + 10).unwrap(), Standing::BegunLater(made));
    assert_eq!(repository.standing_at(&first, made, made + 10).unwrap(), Standing::At(first));
}
