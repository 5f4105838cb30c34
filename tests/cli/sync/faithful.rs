//! What git makes of a clone and of the way to its remote is the person's choice, and `sync` keeps to it: kinds of clones,
//! addresses, ssh, hooks, and servers that say no.

use std::fs;

use super::{is_settled, remote_commits, remote_task, two};
use crate::kit::{CAMPAIGN, World, make_executable};

/// The address of the remote of `world` as one that is spoken to, not copied.
fn address(world: &World) -> String {
    format!("file://{}/origin.git", world.top().display())
}

/// Somebody else's clone of the remote of `world`, made with these options, who works on Zoe's tasks.
fn cloned(world: &World, options: &str) -> World {
    let other = World::empty();
    other.git(&format!("clone --quiet {options} {} .", address(world)));
    other
}

/// A server that many have sent to, and a history that is not all in one commit.
fn served() -> World {
    let world = World::new();
    world.remote();
    world.git("--git-dir=../origin.git config uploadpack.allowFilter true");
    for id in ["k7q2m", "k7q9d"] {
        world.by("lea").run(&format!("claim {id} --sync")).exits(0);
    }
    world
}

/// Unfinished work of the person's, of every kind.
fn busy(world: &World) -> impl Fn() -> [String; 4] {
    world.write("remise.txt", "mis de côté\n");
    world.git("add remise.txt");
    world.git("stash --quiet");
    world.write("prêt.txt", "prêt\n");
    world.git("add prêt.txt");
    world.write("prêt.txt", "prêt, puis changé\n");
    world.write("brouillon.txt", "à moi\n");
    let path = world.task_path("t3h5w");
    world.write(&path, format!("{}# à moi\n", world.read(&path)));
    move || {
        [
            world.status(),
            world.git("stash list --format=%gd%s%H"),
            world.git("diff"),
            world.read("brouillon.txt") + &world.git("diff --cached"),
        ]
    }
}

/// `clone` of `world`'s remote sends and receives: alone, after others, and when it lost.
fn works(world: &World, clone: &World) {
    let mine = busy(clone);
    let before = mine();
    clone.by("zoe").run("claim p4n8w --sync").exits(0).says("est à toi").says("C’est envoyé : 1 action.");
    world.by("max").run("claim x9c3v --sync").exits(0);
    clone.by("zoe").run("claim b6j2r").exits(0);
    clone.by("zoe").run("log b6j2r 20m").exits(0);
    world.by("orga").run("tasks edit b6j2r --budget 3h --sync").exits(0);
    clone.anybody().run("sync").exits(0).says("C’est envoyé : 2 actions.").says("2 changements reçus");
    world.by("max").run("release x9c3v --sync").exits(0);
    clone.anybody().run("sync").exits(0).says("1 changement reçu");
    world.by("lou").run("claim x9c3v --sync").exits(0);
    clone.by("zoe").run("claim x9c3v --sync").exits(4).complains("est prise par lou");
    assert_eq!(mine(), before, "unfinished work is as it was");
    assert!(remote_task(world, "b6j2r").contains("spent.2026-11-24 = \"20m\""));
    assert_eq!(clone.git("rev-parse HEAD"), world.git("--git-dir=../origin.git rev-parse main"));
    assert_eq!(clone.try_git("fsck --no-dangling --connectivity-only").code, 0);
    world.anybody().run("sync").exits(0);
    is_settled(world);
}

#[test]
fn a_partial_clone() {
    for filter in ["blob:none", "tree:0"] {
        let world = served();
        works(&world, &cloned(&world, &format!("--filter={filter}")));
    }
}

#[test]
fn a_shallow_clone() {
    let world = served();
    works(&world, &cloned(&world, "--depth 1"));
}
