//! Killed between any two steps, then run again: nothing is lost, nothing is done twice.
#![cfg(unix)]

use std::thread::sleep;
use std::time::Duration;

use super::{is_settled, remote_commits, remote_task, server_hook, two};
use crate::kit::{World, kills};

/// What a step of the run calls, and how to make it kill whoever runs it: `mpa` is the parent of git, which is the parent
/// of the hook.
const KILL: &str = "kill -9 $(ps -o ppid= -p $PPID) $PPID";

/// Two who worked apart: one action to be done again, one that lost its race and leaves its time.
fn apart() -> (World, World) {
    let (world, other) = two();
    world.by("zoe").run("claim x9c3v").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 45m").exits(0);
    other.by("max").run("claim p4n8w --sync").exits(0);
    (world, other)
}

/// Both actions arrived, once, and nothing is left over.
fn arrived_once(world: &World, before: usize) {
    assert_eq!(remote_commits(world), before + 2, "{}", world.git("log --oneline origin/main"));
    assert!(remote_task(world, "x9c3v").contains("[claims.zoe]"));
    let task = remote_task(world, "p4n8w");
    assert!(task.contains("spent.2026-11-24 = \"45m\"") && task.contains("released") && task.contains("[claims.max]"), "{task}");
    is_settled(world);
}

/// Waits for what a killed run left running, and takes away the lock of a git that died with it.
fn settle(world: &World) {
    sleep(Duration::from_millis(300));
    for lock in ["index.lock", "HEAD.lock", "refs/heads/main.lock", "refs/remotes/origin/main.lock"] {
        // Most of the time there is none.
        let _ = std::fs::remove_file(world.path(".git").join(lock));
    }
}

#[test]
fn killed_where_git_calls_a_hook() {
    // reference-transaction: (which state, which reference, in whose clone).
    let transactions = [
        ("prepared", "refs/remotes/origin/main"),
        ("committed", "refs/remotes/origin/main"),
        ("prepared", "refs/heads/main"),
        ("committed", "refs/heads/main"),
        ("committed", "refs/mpa/lost/"),
    ];
    let scripts = transactions
        .map(|(state, name)| ("reference-transaction", format!("[ $1 = {state} ] && grep -q {name} && {KILL}; exit 0")))
        .into_iter()
        .chain(["pre-commit", "post-commit", "pre-push", "post-index-change"].map(|hook| (hook, KILL.to_owned())));
    for (hook, script) in scripts {
        let (world, _other) = apart();
        let before = remote_commits(&world);
        world.hook(hook, &script);
        let killed = world.anybody().start("sync").wait().unwrap();
        assert_eq!(killed.code(), None, "{hook}: {script}");
        std::fs::remove_file(world.path(".git/hooks").join(hook)).unwrap();
        settle(&world);
        let code = world.anybody().run("sync").code;
        assert!([0, 4].contains(&code), "{hook}: {script}: {code}");
        arrived_once(&world, before);
        world.anybody().run("sync").exits(0).says("Tout est à jour");
    }
}

/// The server received it, and whoever sent it never heard.
#[test]
fn killed_after_the_server_received() {
    for hook in ["post-receive", "update"] {
        let (world, _other) = apart();
        let before = remote_commits(&world);
        let pid = world.top().join("pid");
        server_hook(&world, hook, &format!("kill -9 $(cat {})\nexit 0", pid.display()));
        // Told its number only once it waits before the push.
        world.hook("pre-push", &format!("while [ ! -s {} ]; do sleep 0.01; done", pid.display()));
        let mut child = world.anybody().start("sync");
        std::fs::write(&pid, child.id().to_string()).unwrap();
        assert_eq!(child.wait().unwrap().code(), None);
        sleep(Duration::from_millis(500));
        std::fs::remove_file(world.top().join("origin.git/hooks").join(hook)).unwrap();
        settle(&world);
        let arrived = remote_commits(&world);
        assert_eq!(arrived, before + 2, "the git that was left behind finished its push");
        world.anybody().run("sync");
        arrived_once(&world, before);
    }
}

/// At any moment.
#[test]
fn killed_at_any_moment() {
    let began = std::time::Instant::now();
    let (world, _other) = apart();
    let apart_took = began.elapsed();
    let began = std::time::Instant::now();
    world.anybody().run("sync").exits(4);
    let whole = began.elapsed();
    println!("sync takes {whole:?}, setting up {apart_took:?}");
    let (mut killed, kills) = (0, kills(12));
    for number in 0..kills {
        let (world, _other) = apart();
        let before = remote_commits(&world);
        let mut child = world.anybody().start("sync");
        sleep(whole.mul_f64(f64::from(number) / f64::from(kills)));
        child.kill().unwrap();
        killed += u32::from(child.wait().unwrap().code().is_none());
        settle(&world);
        let run = world.anybody().run("sync");
        assert!([0, 4].contains(&run.code), "{run}");
        arrived_once(&world, before);
    }
    assert!(killed >= kills / 4, "only {killed} of {kills} came in time");
}
