//! Taking back the last operation, before and after it was sent.

use crate::kit::World;

/// `words` by zoe, then `undo`: the files are back, in one more commit.
#[track_caller]
fn is_undone(world: &World, words: &str) {
    let files = world.git("rev-parse HEAD^{tree}");
    world.by("zoe").run(words).exits(0);
    let before = world.commits();
    world.by("zoe").run("undo").exits(0).says("C’est défait");
    world.has_one_commit_more_than(before);
    assert_eq!(world.git("rev-parse HEAD^{tree}"), files, "after {words}");
    assert!(world.subject().starts_with("undo: "), "{}", world.subject());
}

#[test]
fn operations_not_sent_yet_are_reverted_by_a_commit() {
    let world = World::new();
    is_undone(&world, "claim p4n8w");
    is_undone(&world, "claim p4n8w");
    world.by("zoe").run("claim p4n8w").exits(0);
    is_undone(&world, "log 1h");
    is_undone(&world, "close --evidence https://example.org/l --time 30m");
    is_undone(&world, "close x9c3v --evidence https://example.org/l");
    is_undone(&world, "release --handover 'Presque fini.'");
    world.by("zoe").run("join mphack").exits(0);
    is_undone(&world, "leave mphack");
    is_undone(&world, "join mphack --skill web");
}

#[test]
fn only_ones_own_operations_one_after_the_other() {
    let world = World::new();
    world.by("zoe").run("undo").exits(1).complains("Rien à défaire");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("claim x9c3v").exits(0);
    world.by("max").run("claim k7q9d").exits(0);
    world.by("zoe").run("undo").exits(0).says("Traduire la page");
    world.by("zoe").run("undo").exits(0).says("Dessiner le logo");
    world.by("zoe").run("undo").exits(1).complains("Rien à défaire");
    assert!(world.task("k7q9d").contains("[claims.max]"));
    world.is_clean();
}

#[test]
fn what_changed_since_is_not_erased() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("orga").run("tasks edit p4n8w --budget 3h").exits(0);
    let state = world.state();
    world.by("zoe").run("undo").exits(1).complains("a encore changé après").complains("git log -3");
    assert_eq!(world.state(), state);
}

#[test]
fn a_new_file_is_not_undone_but_the_command_that_helps_is_named() {
    let world = World::new();
    let add = "tasks add --project mphack --title Neuf --budget 1h --done-when Fait. --resource A=https://example.org/a";
    world.by("orga").run(add).exits(0);
    let state = world.state();
    world.by("orga").run("undo").exits(1).complains("ne se défait pas tout seul").complains("mpa tasks cancel");
    assert_eq!(world.state(), state);
}

#[test]
fn after_a_push_the_opposite_operation_is_done() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("claim p4n8w").exits(0).says("mpa sync");
    world.git("push --quiet origin main");
    let before = world.commits();
    world.by("zoe").run("undo").exits(0).says("est libérée");
    world.has_one_commit_more_than(before);
    assert!(world.subject().starts_with("release: "), "{}", world.subject());
    assert!(world.task("p4n8w").contains("released = 2026-11-24"));
}

/// The command that is named takes off what that one action noted, and no more.
#[test]
fn after_a_push_the_time_to_correct_is_named() {
    let world = World::new();
    world.remote();
    for words in ["claim p4n8w", "log p4n8w 25m", "log p4n8w 35m"] {
        world.by("zoe").run(words).exits(0);
    }
    world.git("push --quiet origin main");
    let state = world.state();
    world.by("zoe").run("undo").exits(1).complains("mpa log p4n8w 25m --total --day 2026-11-24");
    assert_eq!(world.state(), state);
    world.by("zoe").run("log 25m p4n8w --total --day 2026-11-24").exits(0).says("25 min le 24 novembre");
    world.by("zoe").run("join").exits(2).complains("De quel projet s’agit-il").complains("mpa projects list");
}

#[test]
fn after_a_push_a_departure_undoes_an_arrival_and_the_rest_needs_somebody() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("join mphack").exits(0);
    world.git("push --quiet origin main");
    world.by("zoe").run("undo").exits(0).says("départ du projet");
    world.by("zoe").run("close p4n8w --evidence https://example.org/l").exits(0);
    world.git("push --quiet origin main");
    let state = world.state();
    let run = world.by("zoe").run("undo").exits(1).complains("déjà partagé").complains("lea et orga");
    let run = run.complains("hackathon@example.org");
    assert!(!run.err.contains("mpa tasks reopen"), "what a volunteer may not do is no way back\n{run}");
    assert_eq!(world.state(), state);
    world.by("orga").run("close x9c3v --evidence https://example.org/l").exits(0);
    world.git("push --quiet origin main");
    world.by("orga").run("undo").exits(1).complains("mpa tasks reopen x9c3v");
}
