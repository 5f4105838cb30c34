//! Two people under one handle: each hears of the other when it matters, and one person with two computers says so once.

use crate::kit::World;
use crate::proposal::MODE;

/// Two clones of one remote whose people are both called zoe.
fn two(mode: &str) -> (World, World) {
    let world = World::new();
    world.write("data/mpa.toml", format!("{}{mode}", crate::kit::CAMPAIGN.replace("limit = 3", "limit = 9")));
    world.git("add --all");
    world.git("commit --quiet --allow-empty --message Règles");
    world.remote();
    let other = world.clone_of_remote();
    world.git("config user.email zoe@example.org");
    other.git("config user.email zoe.b@example.org");
    (world, other)
}

#[test]
fn both_took_the_same_task() {
    let (world, other) = two("");
    world.by("zoe").run("claim p4n8w --sync").exits(0).never_says("autre adresse");
    let run = other.by("zoe").run("claim p4n8w").exits(0).never_says("autre adresse");
    drop(run);
    let run =
        other.by("zoe").run("sync").exits(0).says("Ton pseudo, zoe, a aussi agi depuis une autre adresse (zoe@example.org)");
    let run = run.says("prendre « Dessiner le logo »").says("git config mpa.handle AUTRE-PSEUDO");
    run.says("git config --global --add mpa.email zoe@example.org");
    // Said when it arrives, not at each command; and to whoever asks for that very task.
    other.by("zoe").run("sync").exits(0).never_says("autre adresse");
    other.by("zoe").run("claim p4n8w").exits(0).says("déjà prise par zoe").says("autre adresse (zoe@example.org)");
    other.by("zoe").run("claim x9c3v").exits(0).says("autre adresse");
    other.by("zoe").run("claim b6j2r").exits(0).never_says("autre adresse");
    other.by("zoe").run("sync").exits(0).never_says("autre adresse");
    let run = world.by("zoe").run("sync --lang en").exits(0);
    run.says("Your handle, zoe, has acted from another address too (zoe.b@example.org)");
    // What is said to be typed helps: one's own other computer is silent from then on.
    world.git("config --global --add mpa.email zoe.b@example.org");
    world.by("zoe").run("claim k7q9d --sync").exits(0).never_says("autre adresse");
    other.git("config --add mpa.email zoe@example.org");
    other.by("zoe").run("sync").exits(0).never_says("autre adresse");
    other.by("zoe").run("claim p4n8w").exits(0).never_says("autre adresse");
    // Somebody else under another handle is nobody's namesake.
    other.git("config mpa.handle zoe-b");
    other.git("config --unset-all mpa.email");
    other.anybody().run("claim k7q2m --sync").exits(0).never_says("autre adresse");
    world.by("zoe").run("sync").exits(0).never_says("other address").never_says("autre adresse");
}

#[test]
fn requests_under_one_handle() {
    let (world, other) = two(MODE);
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    other.by("zoe").run("claim p4n8w").exits(0);
    other.by("zoe").run("log p4n8w 10m").exits(0);
    other.by("zoe").run("sync").says("a aussi agi depuis une autre adresse (zoe@example.org)");
    other.by("zoe").run("sync").never_says("autre adresse");
}

/// What a forge records for a person has an address of the forge's.
#[test]
fn what_a_forge_merged_is_no_other_person() {
    let (world, other) = two("");
    other.by("zoe").run("claim p4n8w").exits(0);
    other.git("-c user.email=noreply@forge.example.org commit --quiet --amend --no-edit");
    other.git("push --quiet origin main");
    world.by("zoe").run("sync").exits(0).never_says("autre adresse");
    world.by("zoe").run("claim x9c3v").exits(0).never_says("autre adresse");
}

#[test]
fn doctor_names_both_ways() {
    let (world, other) = two("");
    other.by("zoe").run("claim p4n8w --sync").exits(0);
    world.by("zoe").run("doctor --offline").never_says("autre adresse");
    world.by("zoe").run("sync").exits(0);
    world.by("zoe").run("claim x9c3v").exits(0);
    let run = world.by("zoe").run("doctor --offline").says("Le pseudo zoe a aussi agi, il y a peu, depuis une autre adresse");
    run.says("git config mpa.handle HANDLE").says("git config --global --add mpa.email zoe.b@example.org");
    world.by("zoe").run("doctor --offline --lang en").says("The handle zoe has acted from another address too");
    world.git("config --add mpa.email zoe.b@example.org");
    world.by("zoe").run("doctor --offline").never_says("autre adresse");
}
