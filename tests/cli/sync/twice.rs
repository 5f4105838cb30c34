//! Nothing is counted twice: an action that arrived is known by the commit that first recorded it.

use super::{is_settled, remote_commits, remote_task, two};
use crate::kit::World;

/// The state that a run leaves that died after the server took everything, and before it heard so.
fn as_if_killed(world: &World, before: &str) {
    world.git(&format!("reset --quiet --hard {before}"));
}

#[test]
fn what_arrived_before_a_run_died_is_not_added_again() {
    let (world, other) = two();
    for words in ["claim p4n8w", "log p4n8w 20m", "log p4n8w 10m"] {
        world.by("zoe").run(words).exits(0);
    }
    other.by("max").run("claim x9c3v --sync").exits(0);
    let before = world.head();
    world.anybody().run("sync").exits(0).says("C’est envoyé : 3 actions.");
    assert_eq!(world.git("log -1 --format=%(trailers:key=Mpa-Again,valueonly)").trim(), before);
    let (count, task) = (remote_commits(&world), remote_task(&world, "p4n8w"));
    assert!(task.contains("spent.2026-11-24 = \"30m\""), "{task}");
    as_if_killed(&world, &before);
    world.anybody().run("sync").exits(0).says("3 actions").never_says("envoyé");
    assert_eq!((remote_commits(&world), remote_task(&world, "p4n8w")), (count, task));
    is_settled(&world);

    // What the others took back since stays so.
    other.anybody().run("sync").exits(0);
    other.git("revert --no-edit HEAD");
    other.git("push --quiet origin main");
    as_if_killed(&world, &before);
    world.anybody().run("sync").exits(0);
    assert!(remote_task(&world, "p4n8w").contains("spent.2026-11-24 = \"20m\""));
    is_settled(&world);
}

/// The same, and git had no time to note that the server took it.
fn as_if_killed_unheard(world: &World, before: &str) {
    as_if_killed(world, before);
    world.git("update-ref refs/remotes/origin/main HEAD~1");
    std::fs::remove_file(world.path(".git/logs/refs/remotes/origin/main")).unwrap();
}

/// A run that died after the server took everything, and then an undo: the others have the action, and it stays.
#[test]
fn an_undo_of_what_arrived_unheard_comes_too_late() {
    for forward in [true, false] {
        let (world, other) = two();
        world.by("zoe").run("claim p4n8w").exits(0);
        let before = world.head();
        if !forward {
            other.by("max").run("claim x9c3v --sync").exits(0);
        }
        world.anybody().run("sync").exits(0);
        as_if_killed_unheard(&world, &before);
        world.by("zoe").run("undo").exits(0);
        let run = world.anybody().run("sync").exits(1).complains("Trop tard pour défaire : prendre « Dessiner le logo »");
        run.complains("mpa release p4n8w");
        assert!(remote_task(&world, "p4n8w").contains("[claims.zoe]"));
        is_settled(&world);
        // Time that may still be corrected is.
        world.by("zoe").run("log p4n8w 1h").exits(0);
        let before = world.head();
        if !forward {
            other.by("max").run("log x9c3v 10m --sync").exits(0);
        }
        world.anybody().run("sync").exits(0);
        as_if_killed_unheard(&world, &before);
        world.by("zoe").run("undo").exits(0);
        world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
        assert!(!remote_task(&world, "p4n8w").contains("spent"), "{}", remote_task(&world, "p4n8w"));
        is_settled(&world);
    }
}

#[test]
fn two_computers_of_one_person_add_up() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    other.anybody().run("sync").exits(0);
    world.by("zoe").run("log p4n8w 20m").exits(0);
    other.by("zoe").run("log p4n8w 45m --sync").exits(0);
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
    assert!(remote_task(&world, "p4n8w").contains("spent.2026-11-24 = \"1h05\""), "{}", remote_task(&world, "p4n8w"));
    other.anybody().run("sync").exits(0);
    is_settled(&other);
}
