//! What git ignores is nobody's data: leftovers of editors and systems beside the files.

use std::fs;

use crate::kit::World;

const LEFT: [&str; 6] = [
    "data/tasks/mphack/p4n8w-logo.toml~",
    "data/tasks/mphack/p4n8w-logo.toml.orig",
    "data/tasks/mphack/Thumbs.db",
    "data/projects/mphack.toml.orig",
    "data/desktop.ini",
    "data/tasks/notes~",
];

fn with_leftovers() -> World {
    let world = World::new();
    LEFT.iter().for_each(|path| world.write(path, "reste\n"));
    world
}

#[test]
fn leftovers_that_git_ignores_are_no_errors() {
    let world = with_leftovers();
    let run = world.by("orga").run("check").exits(1);
    LEFT.iter().for_each(|path| assert!(run.out.contains(path), "{path}\n{}", run.out));
    world.write(".gitignore", "*~\n*.orig\n");
    world.write(".git/info/exclude", "desktop.ini\n");
    let rules = world.home().join("rules");
    fs::write(&rules, "Thumbs.db\n").unwrap();
    world.git(&format!("config --global core.excludesFile {}", rules.display()));
    world.by("orga").run("check").exits(0);
    world.by("orga").run("tasks list").exits(0).complains_of_nothing();
    world.by("orga").run("themes list").exits(0).complains_of_nothing();
    world.git("add .gitignore");
    world.git("commit --quiet --message Règles");
    world.by("orga").run("check --fix").exits(0);
    world.by("orga").run("doctor --offline").exits(0).says("Aucun reste");
    world.by("zoe").run("claim p4n8w").exits(0).complains_of_nothing();
    world.is_clean();
}

#[test]
fn what_git_tracks_or_does_not_ignore_stays_an_error() {
    let world = with_leftovers();
    world.write(".gitignore", "*~\n*.orig\nThumbs.db\nold/\n");
    world.write("data/tasks/Old/old/x.txt", "");
    world.write("data/old/tracked.txt", "");
    world.git("add --force data/projects/mphack.toml.orig data/old .gitignore");
    world.git("commit --quiet --message Suivis");
    let run = world.by("orga").run("check").exits(1).says("data/projects/mphack.toml.orig").says("data/desktop.ini");
    let run = run.says("data/old : ").says("data/tasks/Old : ").never_says("toml~").never_says("Thumbs");
    run.never_says("p4n8w-logo.toml.orig");
    world.by("orga").run("check --changed-since HEAD~1").exits(1).says("data/projects/mphack.toml.orig").never_says("toml~");
    world.git("switch --quiet --create autre");
    world.git("add --force data/tasks/notes~");
    world.git("commit --quiet --message Reste");
    world.git("switch --quiet main");
    world.by("orga").run("review autre").says("notes~").never_says("Courant");
}
