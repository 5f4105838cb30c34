//! What suits a person best comes first, and says why.

use crate::kit::World;

#[test]
fn what_somebody_knows_or_joined_comes_first() {
    let world = World::new();
    let order = || {
        let said = world.by("zoe").run("tasks list --sort fit --format csv").exits(0);
        said.out.lines().skip(1).map(|line| line.split(',').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let path = world.task_path("k7q9d");
    world.write(&path, world.read(&path).replacen("created =", "skills = [\"graphisme\"]\ncreated =", 1));
    world.commit("Une compétence");
    assert_eq!(order()[..2], ["k7q2m", "b6j2r"]);
    world.git("config mpa.skills autre,Graphisme");
    assert_eq!(order()[..2], ["k7q2m", "k7q9d"]);
    world.by("zoe").run("tasks list --sort fit").exits(0).says("POURQUOI").says("compétence graphisme");
}

#[test]
fn a_claim_is_chosen_among_what_fits_the_time() {
    let world = World::new();
    let path = world.task_path("k7q9d");
    world.write(&path, world.read(&path).replacen("\"2h\"", "\"40m\"", 1));
    world.commit("Plus court");
    let fitting = world.by("zoe").run("claim --time 1h").exits(2).complains("k7q9d");
    assert!(!fitting.err.contains("b6j2r"), "{fitting}");
    let none = world.by("zoe").run("claim --time 20m").exits(2).complains("ne tient en 20 min");
    assert!(!none.complains("mpa tasks list --time 20m").err.contains("k7q9d"));
    world.by("zoe").run("tasks list --time 20m").exits(0).says("k7q9d");
    world.by("zoe").run("claim p4n8w --time 1h").exits(2);
}

#[test]
fn what_was_sent_back_says_by_whom_and_why() {
    let world = World::new();
    world.by("zoe").run("close p4n8w --evidence https://example.org/x").exits(0);
    world.by("orga").run("send-back p4n8w --reason Incomplet").exits(0);
    world.by("zoe").run("").exits(0).says("orga te l’a renvoyée : « Incomplet »").says("mpa close p4n8w");
    world.by("max").run("").exits(0).never_says("Incomplet");
}
