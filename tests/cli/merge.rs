//! Two people, two clones, one task: what git does with it when the branches meet.

use crate::kit::World;

/// `ours` on main, `theirs` on another branch, both from the same commit; whether `git merge` found a conflict.
fn conflict(world: &World, day: &str, (who, ours): (&str, &str), (other, theirs): (&str, &str)) -> bool {
    world.git("switch --quiet --create autre");
    world.by(other).on(day).run(&format!("{theirs} --here")).exits(0);
    world.git("switch --quiet main");
    world.by(who).on(day).run(ours).exits(0);
    let merge = world.try_git("merge --no-edit autre");
    merge.code != 0 && world.status().contains("UU data/tasks/mphack/p4n8w-logo.toml")
}

#[test]
fn two_claims_conflict() {
    let world = World::new();
    assert!(conflict(&world, "2026-11-24", ("zoe", "claim p4n8w"), ("max", "claim p4n8w")));
    let refused = world.by("zoe").run("release p4n8w").exits(5).complains("Une fusion est en cours");
    refused.complains("git merge --abort");
}

#[test]
fn a_renewal_of_an_expired_claim_conflicts_with_a_new_claim() {
    for (ours, theirs) in [(("zoe", "renew p4n8w"), ("max", "claim p4n8w")), (("max", "claim p4n8w"), ("zoe", "renew p4n8w"))] {
        let world = World::new();
        world.by("zoe").run("claim p4n8w --until 2026-11-25").exits(0);
        assert!(conflict(&world, "2026-11-27", ours, theirs), "{}", world.task("p4n8w"));
    }
}

#[test]
fn a_second_claim_over_an_expired_one_conflicts_with_another() {
    let world = World::new();
    world.by("ana").run("claim p4n8w --until 2026-11-25").exits(0);
    assert!(conflict(&world, "2026-11-27", ("zoe", "claim p4n8w"), ("max", "claim p4n8w")));
}

#[test]
fn a_claim_and_a_closing_of_the_same_task_conflict() {
    let world = World::new();
    let close = "close p4n8w --evidence https://example.org/l";
    assert!(conflict(&world, "2026-11-24", ("zoe", "claim p4n8w"), ("max", close)));
}

#[test]
fn operations_on_different_tasks_merge() {
    let world = World::new();
    assert!(!conflict(&world, "2026-11-24", ("zoe", "claim p4n8w"), ("max", "claim x9c3v")));
    world.anybody().run("check").exits(0);
    world.is_clean();
}

#[test]
fn what_merged_cleanly_into_nonsense_is_found_by_check() {
    let world = World::new();
    let twice =
        "\n[claims.zoe]\nsince = 2026-11-24\nuntil = 2026-12-04\n\n[claims.max]\nsince = 2026-11-24\nuntil = 2026-12-04\n";
    let path = world.task_path("p4n8w");
    world.write(&path, world.read(&path) + twice);
    world.commit("Deux prises");
    world.anybody().run("check").exits(1).says("Plusieurs personnes ont cette tâche en même temps, zoe et max").says(&path);
    world.by("ana").run("claim p4n8w").exits(4);
    world.by("max").run("release p4n8w").exits(0);
    world.anybody().run("check").exits(0);
}

#[test]
fn marks_of_a_conflict_are_named_with_their_line() {
    let world = World::new();
    assert!(conflict(&world, "2026-11-24", ("zoe", "claim p4n8w"), ("max", "claim p4n8w")));
    world.anybody().run("check").exits(1).says("p4n8w-logo.toml:9:1").says("1 erreur").says("git merge --abort");
    world.anybody().run("tasks list").exits(0).says("Traduire la page").complains("p4n8w-logo.toml:9:");
}
