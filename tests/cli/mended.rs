//! What a first reader broke: project files that cannot be read, commands cut short, hooks that go too far, founding that
//! fails, operations undone after they were sent.

use std::fs;

use crate::kit::World;

const PROJECT: &str = "data/projects/mphack.toml";

#[test]
fn a_project_file_that_cannot_be_read_stops_writes_and_hides_no_task() {
    let world = World::new();
    world.write(PROJECT, "title = \n");
    world.commit("Break the project");
    let state = world.state();
    world.by("zoe").run("claim p4n8w").exits(3).complains("data/projects/mphack.toml:1");
    world.by("zoe").run("join mphack").exits(3);
    world.anybody().run("progress mphack").exits(3).complains("data/projects/mphack.toml:1");
    world.anybody().run("tasks list --project mphack").exits(0).says("p4n8w").complains("data/projects/mphack.toml:1");
    assert_eq!(world.state(), state);
}

/// Runs `words`, puts the commit away but not the files, as a kill in between would, and runs them again.
#[track_caller]
fn is_completed(who: &str, words: &str) {
    let world = World::new();
    world.by(who).run(words).exits(0);
    let (files, commits) = (world.git("rev-parse HEAD^{tree}"), world.commits());
    world.git("reset --quiet --soft HEAD~1");
    world.git("reset --quiet");
    world.by(who).run(words).exits(0);
    assert_eq!((world.git("rev-parse HEAD^{tree}"), world.commits()), (files, commits), "{words}");
    world.is_clean();
}

#[test]
fn the_same_command_completes_what_a_kill_left() {
    is_completed("zoe", "claim p4n8w");
    is_completed("zoe", "join mphack");
    is_completed("orga", "projects edit mphack --summary Nouveau.");
    is_completed("orga", "projects add --title Neuf");
    is_completed("orga", "themes add --title Neuf");
}

#[test]
fn what_a_hook_made_of_a_claim_is_judged_and_said() {
    let world = World::new();
    world.hook("pre-commit", "f=$(git diff --cached --name-only); sed -i 's/^until = .*/until = 2027-11-24/' $f; git add $f");
    world.by("zoe").run("claim p4n8w").exits(0).says("24 novembre 2027").says("hook").says("mpa undo");
}

#[test]
fn founding_that_fails_leaves_nothing_behind() {
    let world = World::empty();
    fs::write(world.git_config(), "").unwrap();
    let init = "init fete --name Fête --as zoe";
    world.anybody().env("EMAIL", "").run(init).exits(5);
    assert!(!world.top().join("fete").exists());
}

#[test]
fn what_was_sent_for_somebody_else_is_undone_for_them() {
    let world = World::new();
    world.remote();
    world.by("orga").run("claim p4n8w --for zoe").exits(0);
    world.git("push -q origin main");
    world.by("orga").run("undo").exits(0).says("est libérée");
    assert!(world.task("p4n8w").contains("[claims.zoe]"));
    assert!(world.task("p4n8w").contains("released = 2026-11-24\nhandover = \"C’était une erreur.\""));
}

#[test]
fn the_right_project_is_left_when_joining_was_sent() {
    let world = World::new();
    world.remote();
    world.by("orga").run("projects add --title MP --slug aaa").exits(0);
    world.by("zoe").run("join mphack").exits(0);
    world.git("push -q origin main");
    world.by("zoe").run("undo").exits(0);
    assert!(!world.read("data/people/zoe.toml").contains("mphack"));
}

#[test]
fn nothing_shared_is_reverted_when_the_remote_has_another_name() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("close --evidence https://example.org/l").exits(0);
    world.git("push -q origin main");
    world.git("remote rename origin github");
    let state = world.state();
    world.by("zoe").run("undo").exits(1);
    assert_eq!(world.state(), state);
}

#[test]
fn a_finished_task_may_be_handed_in_above_the_limit() {
    let world = World::new();
    for id in ["p4n8w", "x9c3v", "k7q9d"] {
        world.by("zoe").run(&format!("claim {id}")).exits(0);
    }
    world
        .by("orga")
        .run("tasks add --project mphack --title Neuf --budget 1h --done-when Fait. --resource A=https://example.org/a")
        .exits(0);
    world.by("zoe").run("claim Neuf").exits(1);
    world.by("zoe").run("close Neuf --evidence https://example.org/l").exits(0);
}

#[test]
fn a_day_has_twenty_four_hours() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log 25h").exits(2).complains("plus qu’une journée");
}
