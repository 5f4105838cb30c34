//! Several clones of one remote: what is recorded arrives once, or comes back with a sentence that says who was first.

mod addresses;
mod crowd;
mod faithful;
mod home;
mod kill;
mod model;
mod others;
mod race;
mod request;
mod request_again;
mod request_amended;
mod request_answer;
mod request_random;
mod request_stage;
mod rewritten;
mod sending;
mod server;
#[cfg(unix)]
mod silence;
mod trouble;
mod twice;
mod wait;

use crate::kit::{World, make_executable};

/// The usual campaign with a remote, and somebody else's clone of it.
fn two() -> (World, World) {
    let world = World::new();
    world.remote();
    let other = world.clone_of_remote();
    (world, other)
}

/// What the remote holds of the task `id`.
fn remote_task(world: &World, id: &str) -> String {
    world.git(&format!("--git-dir=../origin.git show main:{}", world.task_path(id)))
}

fn remote_commits(world: &World) -> usize {
    world.git("--git-dir=../origin.git rev-list --count main").parse().unwrap()
}

/// Puts an executable hook into the remote.
fn server_hook(world: &World, name: &str, script: &str) {
    let hook = world.top().join("origin.git/hooks").join(name);
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    std::fs::write(&hook, format!("#!/bin/sh\n{script}\n")).unwrap();
    make_executable(&hook);
}

/// Nothing to send, nothing in the way, nothing broken, and the data make sense.
#[track_caller]
fn is_settled(world: &World) {
    is_settled_on(world, "2026-11-24");
}

/// The same on another day.
#[track_caller]
fn is_settled_on(world: &World, day: &str) {
    world.is_clean();
    assert_eq!(world.git("rev-parse HEAD"), world.git("rev-parse refs/remotes/origin/main"));
    assert_eq!(world.try_git("fsck --no-dangling").code, 0);
    assert_eq!(world.git("worktree list --porcelain").matches("worktree ").count(), 1);
    world.anybody().on(day).run("check").exits(0);
}
