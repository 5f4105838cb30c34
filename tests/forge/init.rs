//! `init --ci` as people type it.

use crate::kit::{CAMPAIGN, World};
use crate::{FORGES, TOOL, campaign_on, paths};

#[test]
fn the_files_come_in_one_commit_and_a_second_time_changes_nothing() {
    for forge in FORGES {
        let world = World::new();
        let before = world.commits();
        let state = world.state();
        let line = format!("init --ci {forge} --tool {TOOL}");
        world
            .by("orga")
            .run(&format!("{line} --dry-run"))
            .exits(0)
            .says("c’était un essai")
            .says(&format!("+forge = \"{forge}\""));
        assert_eq!(world.state(), state);
        world.by("orga").run(&line).exits(0).says("la forge relira les demandes").says("Il reste à faire");
        world.has_one_commit_more_than(before);
        assert!(world.read("data/mpa.toml").ends_with(&format!("cooldown-days = 3\n\n[workflow]\nforge = \"{forge}\"\n")));
        assert_eq!(world.git("show --format= --name-only HEAD").lines().count(), paths(&world).len() + 1);
        let state = world.state();
        world.by("orga").run(&line).exits(0).says("tous les fichiers sont déjà là");
        assert_eq!(world.state(), state);
        world.anybody().run("check").exits(0);
    }
}

#[test]
fn a_file_of_the_organisers_own_is_named_and_left_alone() {
    let world = campaign_on("gitlab", "direct", "fr");
    let other = World::new();
    other.write(".gitlab-ci.yml", "essai:\n  script: echo\n");
    other.commit("Le nôtre");
    let run = other.by("orga").run(&format!("init --ci gitlab --tool {TOOL}")).exits(0);
    run.says(".gitlab-ci.yml existait déjà").says("include: [local: .gitlab/mpa.yml]");
    assert_eq!(other.read(".gitlab-ci.yml"), "essai:\n  script: echo\n");
    assert_eq!(other.read(".gitlab/mpa.yml"), world.read(".gitlab/mpa.yml"));
    let path = ".gitlab/mpa.yml";
    world.write(path, world.read(path) + "# à nous\n");
    world.commit("À nous");
    let state = world.state();
    world.by("orga").run(&format!("init --ci gitlab --tool {TOOL}")).exits(0).says(".gitlab/mpa.yml existait déjà");
    assert_eq!(world.state(), state);
}

#[test]
fn only_an_organiser_adds_them() {
    let world = World::new();
    let state = world.state();
    let run = world.by("zoe").run(&format!("init --ci github --tool {TOOL}")).exits(1);
    run.complains("ne sont changées que par l’organisation").complains("Qui peut décider : orga");
    assert_eq!(world.state(), state);
}

#[test]
fn the_tool_is_in_the_repository_or_named() {
    let world = World::new();
    let state = world.state();
    let refused = world.by("orga").run("init --ci github").exits(2);
    refused.complains("ne contient pas le programme mpa").complains("--tool ADRESSE@VERSION");
    for tool in ["https://example.org/mpa.git", "http://example.org/mpa@v1", "'https://example.org/mpa@v1; id'"] {
        world.by("orga").run(&format!("init --ci github --tool {tool}")).exits(2).complains("n’est pas compris");
    }
    world.by("orga").run("init --tool x").exits(2);
    world.by("orga").run("init --ci bitbucket").exits(2).complains("github");
    assert_eq!(world.state(), state);
    world.write("Cargo.toml", "[package]\nname = \"mpa\"\nversion = \"0.1.0\"\n");
    world.commit("Le programme");
    world.by("orga").run("init --ci github").exits(0);
    let review = world.read(".github/workflows/mpa-review.yml");
    assert!(review.contains("--path .") && review.contains("hashFiles('Cargo.toml'") && !review.contains("--git"), "{review}");
}

#[test]
fn an_empty_folder_gets_a_campaign_with_them_in_one_commit() {
    let world = World::empty();
    let line = format!("init --name Fête --as zoe --ci forgejo --tool {TOOL}");
    world.anybody().run(&line).exits(0).says("est prête").says("activer les Actions");
    assert_eq!(world.commits(), 1);
    world.is_clean();
    assert!(world.read("data/mpa.toml").contains("forge = \"forgejo\""));
    assert_eq!(paths(&world).len(), 7);
    world.anybody().run("check").exits(0);
}

#[test]
fn a_campaign_in_a_folder_of_the_repository_is_found_from_its_top() {
    let world = World::empty();
    world.git("init --quiet --initial-branch tronc");
    world.write("asso/fete/affiche.txt", "Fête\n");
    world.commit("Avant");
    world.anybody().run("init asso/fete --name Fête --as zoe").exits(0);
    world
        .anybody()
        .within(world.path("asso/fete"))
        .env("MPA_HANDLE", "zoe")
        .run(&format!("init --ci github --tool {TOOL}"))
        .exits(0);
    let review = world.read(".github/workflows/mpa-review.yml");
    assert!(review.contains("MPA_DATA: \"asso/fete\"") && review.contains("branches: [\"tronc\"]"), "{review}");
    let odd = World::empty();
    odd.git("init --quiet");
    odd.write("une fête/affiche.txt", "Fête\n");
    odd.anybody().run("init 'une fête' --name Fête --as zoe").exits(0);
    let run = odd.anybody().within(odd.path("une fête")).env("MPA_HANDLE", "zoe").run(&format!("init --ci github --tool {TOOL}"));
    run.exits(2).complains("lettres sans accent");
}

#[test]
fn another_forge_than_the_named_one_is_told() {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nforge = \"gitlab\"\n"))]);
    world.by("orga").run(&format!("init --ci github --tool {TOOL}")).exits(0).says("dit encore forge = \"gitlab\"");
    assert!(world.read("data/mpa.toml").contains("forge = \"gitlab\""));
}

#[test]
fn a_repository_that_asks_for_signatures_or_hooks_gets_them_here_too() {
    let world = World::new();
    world.write(".git/hooks/pre-commit", "#!/bin/sh\necho non >&2\nexit 1\n");
    std::process::Command::new("chmod").arg("+x").arg(world.path(".git/hooks/pre-commit")).status().unwrap();
    let state = world.state();
    world.by("orga").run(&format!("init --ci github --tool {TOOL}")).exits(5).complains("non");
    assert_eq!(world.state(), state);
}
