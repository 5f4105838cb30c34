//! Requests of several commits: what one may do in two requests, one may do in one; and a sum of steps hides none.

use crate::kit::World;

/// A world in which `who` typed `before` on the shared branch, and `steps` on a branch of their own.
fn request(who: &str, before: &[&str], steps: &[&str]) -> World {
    let world = World::new();
    for words in before {
        world.by(who).run(words).exits(0);
    }
    world.git("switch --quiet --create demande");
    for words in steps {
        world.by(who).run(&format!("{words} --here")).exits(0);
    }
    world.git("switch --quiet main");
    world
}

#[test]
fn no_step_hides_behind_another() {
    let world = request("zoe", &[], &["claim p4n8w --until 2026-11-26", "renew p4n8w"]);
    let judged = |world: &World| world.anybody().run("review demande --author zoe --require routine").exits(1);
    world.git("switch --quiet demande");
    world.write("README.md", "Autre chose\n");
    world.commit("Autre chose");
    judged(&world).says("outside-data");
    world.git("revert --no-edit HEAD");
    judged(&world);
    // Three tasks at most are held, one commit after the other, too.
    let many = ["claim p4n8w", "claim x9c3v", "claim b6j2r", "claim k7q9d --yes"];
    let world = World::new();
    world.git("switch --quiet --create demande");
    for words in many {
        drop(world.by("zoe").run(&format!("{words} --here")));
    }
    judged(&world).says("limit");
    // Who is somebody else by name only stays that.
    let world = request("lea", &["claim p4n8w --for zoe"], &["release p4n8w --for zoe --handover 'Reprise'", "claim p4n8w"]);
    world.anybody().run("review demande --author max --require routine").exits(1);
}

#[test]
fn whatever_one_does_one_step_after_the_other_is_routine() {
    let shown = "--evidence https://example.org/x";
    let close = format!("close p4n8w {shown}");
    let close_for = format!("close p4n8w --for zoe {shown}");
    let reopen = "tasks reopen p4n8w --reason 'Il manque une date'";
    let back = "send-back p4n8w --reason 'Il manque une date'";
    for (who, before, steps) in [
        ("zoe", &[][..], &["claim p4n8w --until 2026-11-26", "renew p4n8w"][..]),
        ("zoe", &["claim p4n8w --until 2026-11-26"], &["renew p4n8w --until 2026-11-28", "renew p4n8w --until 2026-12-01"]),
        ("zoe", &["claim p4n8w --until 2026-11-26"], &["renew p4n8w", "release p4n8w"]),
        ("zoe", &["claim p4n8w"], &["release p4n8w", "claim p4n8w"]),
        ("zoe", &[], &["claim p4n8w", "release p4n8w --handover 'Rien de fait.'", "claim p4n8w"]),
        ("lea", &[], &["tasks cancel p4n8w --reason 'Plus besoin'", "tasks reopen p4n8w --reason 'Si, finalement'"]),
        ("lea", &["claim p4n8w --for zoe"], &[&close_for, back]),
        ("lea", &[], &[&close, reopen, "claim p4n8w"]),
        ("orga", &[], &["campaign next --name Suite --deadline 2027-12-04 --yes", "projects poll mphack --votes 3 --of 9"]),
        ("orga", &[], &["projects poll mphack --votes 3 --of 9", "projects poll mphack --votes 4 --of 9"]),
        ("lea", &["tasks edit d0aft --title 'Écrire une page'"], &["tasks edit d0aft --publish", "claim d0aft"]),
    ] {
        let world = request(who, before, steps);
        world.anybody().run(&format!("review demande --author {who} --require routine")).exits(0);
    }
}
