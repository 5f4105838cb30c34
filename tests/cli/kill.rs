//! Killed in the middle: the repository is sound, and the same command completes what was begun.
#![cfg(unix)]

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::kit::World;

const KILLS: u32 = 20;

#[test]
fn a_killed_command_is_completed_by_the_same_command() {
    let world = World::new();
    let began = Instant::now();
    world.by("zoe").run("claim p4n8w").exits(0);
    let whole = began.elapsed();
    let mut killed = 0;
    let mut person = "zoe".to_owned();
    for number in 0..KILLS {
        world.by(&person).run("release p4n8w").exits(0);
        let before = world.commits();
        person = format!("p{number}");
        let mut child = world.by(&person).start("claim p4n8w");
        sleep(whole.mul_f64(f64::from(number) / f64::from(KILLS)));
        child.kill().unwrap();
        killed += u32::from(!child.wait().unwrap().success());
        settle(&world);
        assert!(world.git("grep -c --fixed-strings until HEAD -- data/tasks/mphack/p4n8w-logo.toml").ends_with(char::is_numeric));

        world.by(&person).run("claim p4n8w").exits(0);
        world.has_one_commit_more_than(before);
        let task = world.task("p4n8w");
        assert_eq!(task.matches("[claims.").count() - task.matches("released = ").count(), 1, "{task}");
        world.by("autre").run("claim p4n8w").exits(4);
    }
    assert!(killed >= KILLS / 4, "only {killed} of {KILLS} came in time");
    assert_eq!(world.try_git("fsck --no-dangling").code, 0);
    world.anybody().run("check").exits(0);
}

/// Waits for the `git` that a killed `mpa` started and left behind, and takes away the lock of one that died with it.
fn settle(world: &World) {
    let lock = world.path(".git/index.lock");
    for _ in 0..100 {
        sleep(Duration::from_millis(10));
        if !lock.exists() {
            // The commit of an orphaned git may still be on its way.
            sleep(Duration::from_millis(30));
            if !lock.exists() {
                return;
            }
        }
    }
    std::fs::remove_file(lock).unwrap();
}
