//! Several `mpa` at once in one clone. (Beside plain git: see the tests of `vcs`.)

use std::thread;

use crate::kit::{Run, World, task};

const PROCESSES: usize = 8;
const ROUNDS: usize = 20;

fn id(process: usize) -> String {
    format!("aa00{process}")
}

/// The usual campaign and one task more for each process.
fn world() -> World {
    let files: Vec<(String, String)> = (0..PROCESSES)
        .map(|process| (format!("data/tasks/mphack/{}-course.toml", id(process)), task(&format!("Course {process}"))))
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    World::with(&files)
}

#[test]
fn nothing_is_lost_when_eight_people_work_at_once() {
    let world = world();
    let before = world.commits();
    thread::scope(|scope| {
        for process in 0..PROCESSES {
            let world = &world;
            scope.spawn(move || {
                let (who, task) = (format!("p{process}"), id(process));
                world.by(&who).run(&format!("claim {task} --quiet")).exits(0);
                for _ in 1..ROUNDS {
                    world.by(&who).run(&format!("log {task} 5m --quiet")).exits(0);
                }
            });
        }
    });
    assert_eq!(world.commits(), before + PROCESSES * ROUNDS);
    world.is_clean();
    let minutes = 5 * (ROUNDS - 1);
    for process in 0..PROCESSES {
        let spent = format!("spent.2026-11-24 = \"{}h{}\"", minutes / 60, minutes % 60);
        assert!(world.task(&id(process)).contains(&spent), "{spent}\n{}", world.task(&id(process)));
    }
    assert_eq!(world.try_git("fsck --no-dangling").code, 0);
    world.anybody().run("check").exits(0);
}

#[test]
fn of_eight_people_who_claim_one_task_one_has_it() {
    let world = World::new();
    for id in ["p4n8w", "x9c3v"] {
        let before = world.commits();
        let children: Vec<_> =
            (0..PROCESSES).map(|process| world.by(&format!("p{process}")).start(&format!("claim {id}"))).collect();
        let runs: Vec<Run> = children.into_iter().map(|child| Run::of_child(child, "claim").sound()).collect();
        let won = runs.iter().filter(|run| run.code == 0).count();
        assert_eq!(won, 1);
        for lost in runs.into_iter().filter(|run| run.code != 0) {
            lost.exits(4).complains("est prise par p");
        }
        world.has_one_commit_more_than(before);
        assert_eq!(world.task(id).matches("[claims.").count(), 1);
    }
}
