//! Clones that have only a part of the files: what is not on the disk is read as the commit has it, and never written to.

use std::fs;

use crate::kit::{PROJECT, World, task, task_with};

/// Everything of the project `mphack`, nothing of the tasks of `autre`.
const PART: &str =
    "sparse-checkout set --no-cone /.gitattributes /data/mpa.toml /data/projects/ /data/themes/ /data/tasks/mphack/";
const THERE: &str = "data/tasks/autre/a1b2c-salle.toml";
const HELD: &str = "\n[claims.zoe]\nsince = 2026-11-23\nuntil = 2026-12-04\n";
const RELEASED: &str = "\n[claims.zoe]\nsince = 2026-11-20\nreleased = 2026-11-22\nhandover = \"Rien.\"\nuntil = 2026-12-04\n";

/// A campaign of which `zoe` stands in tasks of another project.
fn campaign(records: &str) -> World {
    World::with(&[
        ("data/projects/autre.toml", &PROJECT.replace("MPHack", "Autre")),
        (THERE, &(task("Trouver une salle") + records)),
        ("data/tasks/autre/d3e4f-tapis.toml", &task_with("Trouver un tapis", "after = [\"k7q2m\"]\n")),
        ("data/tasks/mphack/z9y8x-fin.toml", &task_with("Finir la salle", "after = [\"a1b2c\"]\n")),
    ])
}

fn sparse(records: &str) -> World {
    let world = campaign(records);
    world.git(PART);
    assert!(!world.path("data/tasks/autre").exists());
    world
}

#[test]
fn what_is_not_on_the_disk_is_read_all_the_same() {
    let (whole, part) = (campaign(HELD), sparse(HELD));
    for words in [
        "tasks list --all",
        "tasks list --all --format json",
        "tasks a1b2c",
        "tasks salle trouver",
        "progress",
        "check",
        "mpa",
        "projects list",
        "remind",
        "tasks z9y8x",
    ] {
        let words = words.trim_start_matches("mpa");
        let [expected, found] = [&whole, &part].map(|world| world.by("orga").run(words));
        assert_eq!((found.code, found.out, found.err), (expected.code, expected.out, expected.err), "{words}");
    }
    part.is_clean();
}

#[test]
fn what_is_held_or_unfinished_there_counts() {
    let world = World::with(&[
        ("data/projects/autre.toml", &PROJECT.replace("MPHack", "Autre")),
        ("data/tasks/autre/a1b2c-a.toml", &(task("Tâche a") + HELD)),
        ("data/tasks/autre/a1b2d-b.toml", &(task("Tâche b") + HELD)),
        ("data/tasks/autre/a1b2e-c.toml", &(task("Tâche c") + HELD)),
        ("data/tasks/mphack/z9y8x-fin.toml", &task_with("Finir la salle", "after = [\"a1b2c\"]\n")),
    ]);
    world.git(PART);
    world.by("zoe").run("claim p4n8w").exits(1).complains("3");
    world.by("lea").run("claim z9y8x").exits(0).says("attend encore");
}

#[test]
fn nothing_is_written_to_a_file_that_is_not_there() {
    let world = sparse(RELEASED);
    let state = world.state();
    let refused = world.by("lea").run("claim a1b2c").exits(5).complains(THERE).complains("sparse checkout");
    refused.complains("git sparse-checkout add /data/tasks/autre/");
    assert_eq!(world.state(), state);
    let add = "tasks add --project autre --title 'Trouver un micro' --budget 1h --done-when 'Le micro est là.' \
               --resource A=https://example.org/a";
    world.by("lea").run(add).exits(5).complains("git sparse-checkout add /data/tasks/autre/");
    assert_eq!(world.state(), state);
    world.by("lea").run("claim p4n8w").exits(0);
    world.git("sparse-checkout add /data/tasks/autre/");
    world.by("lea").run("claim a1b2c").exits(0);
    world.is_clean();
    world.git("sparse-checkout set --cone data/projects data/tasks/mphack");
    world.by("lea").run("close a1b2c --evidence https://example.org/l").exits(5).complains("add data/tasks/autre)");
    world.by("lea").run("undo").exits(5).complains("add data/tasks/autre)");
    world.git("sparse-checkout add data/tasks/autre");
    world.by("lea").run("undo").exits(0);
    world.is_clean();
}

#[test]
fn forgetting_reaches_every_file_or_is_refused_by_name() {
    let world = sparse(RELEASED);
    let state = world.state();
    world.by("orga").run("forget zoe --yes").exits(5).complains(THERE).complains("git sparse-checkout").says_nothing();
    assert_eq!(world.state(), state);
    world.git("sparse-checkout disable");
    world.by("orga").run("forget zoe --yes").exits(0);
    assert_eq!(world.try_git("grep --quiet zoe HEAD -- data").code, 1);
    world.by("orga").run("forget zoe --yes").exits(0).says("Rien à remplacer");
}

#[test]
fn forgetting_does_not_believe_the_disk_against_the_commit() {
    let edited = |world: &World| world.write(THERE, task("Trouver une salle"));
    let gone = |world: &World| fs::remove_file(world.path(THERE)).unwrap();
    for (case, flag, change) in [
        ("edited", None, &edited as &dyn Fn(&World)),
        ("deleted", None, &gone),
        ("edited", Some("--skip-worktree"), &edited),
        ("deleted", Some("--skip-worktree"), &gone),
        ("edited", Some("--assume-unchanged"), &edited),
        ("deleted", Some("--assume-unchanged"), &gone),
    ] {
        let world = campaign(RELEASED);
        flag.iter().for_each(|flag| _ = world.git(&format!("update-index {flag} {THERE}")));
        change(&world);
        let state = world.state();
        let run = world.by("orga").run("forget zoe --yes").exits(5).complains(THERE);
        assert_eq!(world.state(), state, "{case} {flag:?}\n{}", run.err);
        if flag.is_some() && case == "deleted" {
            let flag = flag.unwrap_or_default().replacen("--", "--no-", 1);
            run.complains(&format!("git update-index {flag} -- {THERE}")).complains("git restore");
            world.git(&format!("update-index {flag} -- {THERE}"));
            world.git(&format!("restore -- {THERE}"));
            world.by("orga").run("forget zoe --yes").exits(0);
        }
    }
}

#[test]
fn the_doctor_calls_absent_files_what_they_are() {
    let world = sparse(RELEASED);
    world.by("zoe").run("doctor --offline").exits(0).says("sparse checkout").says("Aucun reste").never_says(THERE);
    let world = campaign(RELEASED);
    world.git(&format!("update-index --skip-worktree {THERE}"));
    fs::remove_file(world.path(THERE)).unwrap();
    let run = world.by("zoe").run("doctor --offline").exits(0).says("Aucun reste").says(THERE);
    run.says(&format!("git update-index --no-skip-worktree -- {THERE}")).says(&format!("git restore -- {THERE}"));
}

#[test]
fn the_campaign_itself_may_be_away() {
    let world = sparse(RELEASED);
    world.git("sparse-checkout set --no-cone /.gitattributes");
    assert!(!world.path("data").exists());
    world.by("zoe").run("tasks list --all").exits(0).says("a1b2c").says("p4n8w");
    world.by("zoe").run("claim p4n8w").exits(5).complains("git sparse-checkout add /data/tasks/mphack/");
    world.git("sparse-checkout add /data/tasks/mphack/");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.is_clean();
}

#[test]
fn sending_and_receiving_leave_absent_files_away() {
    let world = campaign(RELEASED);
    world.remote();
    let other = world.clone_of_remote();
    world.git(PART);
    other.by("lea").run("claim a1b2c").exits(0);
    other.by("lea").run("sync").exits(0);
    world.by("max").run("claim p4n8w").exits(0);
    world.by("max").run("sync").exits(0).says("C’est envoyé");
    world.by("max").run("tasks a1b2c").exits(0).says("prise par lea");
    assert!(!world.path("data/tasks/autre").exists());
    world.is_clean();
}

#[test]
fn texts_that_stayed_on_the_server_are_not_taken_for_nothing() {
    let world = campaign(HELD);
    world.remote();
    world.git("config --file ../origin.git/config uploadpack.allowFilter true");
    world.git("config --file ../origin.git/config uploadpack.allowAnySHA1InWant true");
    world.git("clone --quiet --no-local --filter=blob:none --sparse ../origin.git ../partial");
    let partial = world.top().join("partial");
    let zoe = || world.by("zoe").within(&partial);
    zoe().run("tasks list").exits(3).complains("data/mpa.toml").complains("git sparse-checkout disable");
    world.git("-C ../partial sparse-checkout set data/projects data/themes data/tasks/mphack");
    zoe().run("tasks list --all").exits(0).says("p4n8w").complains(THERE).complains("clone partiel");
    zoe().run("claim p4n8w").exits(3).complains("clone partiel").says_nothing();
    zoe().run("sync").exits(0);
    zoe().run("tasks list --all").exits(0).says("a1b2c").complains_of_nothing();
    zoe().run("claim p4n8w").exits(0);
    world.git("switch --quiet --create mpa/k7q9d-lea");
    world.by("lea").run("claim k7q9d --here").exits(0);
    world.git("push --quiet origin mpa/k7q9d-lea");
    world.git("-C ../partial fetch --quiet origin");
    zoe().run("review mpa/k7q9d-lea").exits(5).complains("clone partiel").complains("mpa sync");
    zoe().run("sync").exits(0);
    zoe().run("review mpa/k7q9d-lea").exits(0).says("lea prend");
}
