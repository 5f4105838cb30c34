//! The index in git's folder: derived, disposable, and never seen in an answer.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use crate::kit::{World, task};

/// As long as a file has to be left alone before it is known by its times.
const SETTLED: Duration = Duration::from_millis(3_200);
/// What is asked.
const LOOKS: [&str; 7] = [
    "tasks list --all --format json",
    "tasks list",
    "progress",
    "check",
    "tasks show aaa07 --format json",
    "tasks list --mine --format json",
    "projects show mphack --format json",
];

/// Tasks enough for an index.
fn campaign() -> World {
    let world = World::new();
    for at in 0..60 {
        world.write(&format!("data/tasks/mphack/aaa{at:02}-tache.toml"), task(&format!("Tâche numéro {at}")));
    }
    world.commit("Des tâches");
    world
}

/// All answers, with the index or without.
fn answers(world: &World, is_indexed: bool) -> Vec<(String, String, i32)> {
    world.git(&format!("config mpa.index {is_indexed}"));
    let all = LOOKS.map(|look| {
        let run = world.by("tom").run(look);
        (run.out, run.err, run.code)
    });
    all.into()
}

#[track_caller]
fn alike(world: &World, after: &str) {
    let (first, with) = (answers(world, true), answers(world, true));
    let without = answers(world, false);
    assert_eq!(first, without, "after {after}");
    assert_eq!(with, without, "after {after}, the second time");
}

#[test]
fn whatever_git_does_the_answers_are_those_of_the_files() {
    let world = campaign();
    sleep(SETTLED);
    alike(&world, "a while");
    let index = world.path(".git/mpa-index");
    let kept = fs::read(&index).expect("the index was written");
    assert!(kept.len() > 5_000 && world.status().is_empty());
    world.git("config mpa.index true");
    world.by("tom").run("claim aaa07").exits(0);
    alike(&world, "a claim");
    world.git("switch --quiet -c autre HEAD~1");
    alike(&world, "another branch");
    world.write("data/tasks/mphack/aaa03-tache.toml", task("Une autre chose"));
    alike(&world, "an edit");
    world.git("stash --quiet");
    alike(&world, "a stash");
    world.git("switch --quiet main");
    world.git("stash pop --quiet");
    world.git("mv data/tasks/mphack/aaa04-tache.toml data/tasks/mphack/bbb04-tache.toml");
    alike(&world, "a file renamed");
    world.write("data/tasks/mphack/aaa05-tache.toml", "title = ");
    alike(&world, "a broken file");
    sleep(SETTLED);
    alike(&world, "another while");
    world.git("reset --quiet --hard HEAD~1");
    alike(&world, "a reset");
    for damage in [&b""[..], b"mpa", &kept[..kept.len() / 2], &[kept.clone(), b"x".to_vec()].concat()] {
        fs::write(&index, damage).unwrap();
        alike(&world, "damage");
    }
    let past = |is_indexed: bool| {
        world.git(&format!("config mpa.index {is_indexed}"));
        world.by("tom").run("tasks list --all --format json --as-of HEAD~1").exits(0).out
    };
    assert_eq!(past(true), past(false));
}

#[cfg(unix)]
#[test]
fn only_one_s_own_index_is_believed() {
    use std::os::unix::fs::PermissionsExt;
    let world = campaign();
    sleep(SETTLED);
    world.by("tom").run("tasks list").exits(0);
    let index = world.path(".git/mpa-index");
    let mode = fs::metadata(&index).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "nobody else reads or writes it");
    // Where others could write, and where a link leads elsewhere, nothing is read; what the link leads to stays.
    fs::set_permissions(&index, fs::Permissions::from_mode(0o666)).unwrap();
    alike(&world, "others may write");
    let aside = world.path("aside");
    fs::write(&aside, "not ours").unwrap();
    fs::remove_file(&index).unwrap();
    std::os::unix::fs::symlink(&aside, &index).unwrap();
    alike(&world, "a link");
    assert_eq!(fs::read_to_string(&aside).unwrap(), "not ours");
    fs::remove_file(&aside).unwrap();
    // A folder in its place is nothing to fail on.
    fs::remove_file(&index).unwrap();
    fs::create_dir(&index).unwrap();
    alike(&world, "a folder");
}

#[test]
fn whoever_is_forgotten_is_not_named_there() {
    let world = campaign();
    world.by("tom").run("claim aaa07").exits(0);
    world.by("tom").run("release aaa07 --handover Commencée").exits(0);
    sleep(SETTLED);
    world.by("orga").run("tasks list").exits(0);
    let names_tom = || fs::read(world.path(".git/mpa-index")).unwrap().windows(3).any(|bytes| bytes == b"tom");
    assert!(names_tom());
    world.by("orga").run("forget tom --yes").exits(0);
    assert!(!names_tom());
}

#[test]
fn two_at_once_do_no_harm() {
    let world = campaign();
    sleep(SETTLED);
    let expected = world.by("tom").run("tasks list --all --format json").exits(0).out;
    for _ in 0..5 {
        let _ = fs::remove_file(world.path(".git/mpa-index"));
        let both: Vec<_> = (0..4).map(|_| world.by("tom").start("tasks list --all --format json")).collect();
        for child in both {
            let output = child.wait_with_output().unwrap();
            assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
        }
    }
    let left: Vec<_> = fs::read_dir(world.path(".git")).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with(".tmp")), "{left:?}");
}
