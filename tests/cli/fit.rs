//! What suits a person best comes first, and says why.

use crate::kit::World;

#[test]
fn what_somebody_knows_or_joined_comes_first() {
    let world = World::new();
    let order = |run: &str| {
        let said = world.by("zoe").run(run).exits(0);
        let first = said.out.lines().nth(1).unwrap_or_default().to_owned();
        (first, said)
    };
    world.git("config mpa.skills autre,Graphisme");
    let path = world.task_path("k7q9d");
    world.write(&path, world.read(&path).replacen("created =", "skills = [\"graphisme\"]\ncreated =", 1));
    world.commit("Une compétence");
    let (first, said) = order("tasks list --sort fit");
    assert!(first.starts_with("k7q9d"), "{first}");
    said.says("POURQUOI").says("compétence graphisme");
    world.git("config --unset mpa.skills");
    let (first, _) = order("tasks list --sort fit");
    assert!(!first.contains("graphisme"), "{first}");
}

#[test]
fn a_claim_is_chosen_among_what_fits_the_time() {
    let world = World::new();
    let said = world.by("zoe").run("claim --time 1h").exits(2);
    let (all, fitting) = (world.by("zoe").run("claim").exits(2), said);
    assert!(fitting.err.lines().count() < all.err.lines().count(), "{}\n{}", fitting.err, all.err);
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
