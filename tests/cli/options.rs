//! `--dry-run`, `--for`, `--as`, `--quiet`, `--data`, languages, formats.

use crate::kit::{CAMPAIGN, World};

#[test]
fn a_dry_run_shows_diff_and_message_and_changes_nothing() {
    let world = World::new();
    let state = world.state();
    let shown = world.by("zoe").run("claim p4n8w --dry-run").exits(0);
    for line in
        ["--- a/data/tasks/mphack/p4n8w-logo.toml", "+[claims.zoe]", "+until = 2026-12-04", "claim: Dessiner le logo (p4n8w)"]
    {
        assert!(shown.out.lines().any(|found| found.trim() == line), "{line}\n{shown}");
    }
    shown.says("Mpa-Operation: claim").says("Mpa-By: zoe");
    for words in [
        "close p4n8w --evidence https://example.org/l --dry-run",
        "join mphack --dry-run",
        "claim p4n8w --for max --dry-run --as orga",
    ] {
        world.by("zoe").run(words).exits(0);
    }
    for words in [
        "tasks add --dry-run --project mphack --title Neuf --budget 1h --done-when Fait. --resource A=https://example.org/a",
        "tasks edit p4n8w --budget 3h --dry-run",
        "tasks cancel p4n8w --reason Inutile. --dry-run",
        "themes add --title Neuf --dry-run",
        "projects add --title Neuf --dry-run",
        "projects edit mphack --summary Neuf --dry-run",
        "projects poll mphack --votes 34 --of 80 --dry-run",
        "campaign next --name Suite --deadline 2027-12-04 --dry-run",
        "deliver mphack liste --evidence https://example.org/l --dry-run",
    ] {
        world.by("orga").run(words).exits(0).says("Mpa-By: orga");
    }
    assert_eq!(world.state(), state);
    world.by("zoe").run("claim p4n8w --until 2026-11-30").exits(0);
    let state = world.state();
    for words in ["undo", "release", "log 1h", "renew --until 2026-12-04"] {
        world.by("zoe").run(&format!("{words} --dry-run")).exits(0).says("Mpa-By: zoe");
    }
    world.by("max").run("claim p4n8w --dry-run").exits(4);
    assert_eq!(world.state(), state);
}

#[test]
fn an_account_of_the_forge_stands_for_its_person() {
    let world = World::new();
    world.write("data/people/marin.toml", "forge = \"Marin_Corp\"\n");
    world.write("data/people/treuil.toml", "skills = [\"web\"]\n");
    world.commit("Des personnes");
    let state = world.state();
    for (account, said) in [
        ("@treuil", "la ligne forge = \"treuil\" dans data/people/treuil.toml"),
        ("@treuil_corp", "la ligne forge = \"treuil_corp\" dans la fiche"),
        ("@app[bot]", "celui d’un programme"),
        ("@", "aucun compte ne s’appelle ainsi"),
    ] {
        let run = world.anybody().run(&format!("claim p4n8w --as {account}")).exits(2);
        run.complains("n’est celui de personne ici").complains(said);
        world.by("orga").run(&format!("claim p4n8w --for {account}")).exits(2).complains(said);
    }
    assert_eq!(world.state(), state);
    world.anybody().run("claim p4n8w --as @MARIN_corp").exits(0).says("Merci, marin");
    world.by("orga").run("log p4n8w 1h --for @marin_corp").exits(0);
    assert!(world.task("p4n8w").contains("[claims.marin]"));
    // The handle that is proposed is that of the account.
    world.git("config github.user marin_corp");
    world.anybody().run("doctor --offline").never_says("marin-corp").says("mpa.handle marin");
}

/// By the line that joining writes, every later request of the person is known to be theirs.
#[test]
fn who_joins_is_known_to_the_forge_from_then_on() {
    let on = |forge: &str| format!("{CAMPAIGN}\n[workflow]\nforge = \"{forge}\"\n");
    let joins = |forge: &str, settings: &[&str]| {
        let world = World::with(&[("data/mpa.toml", &on(forge)), ("data/people/marin.toml", "forge = \"Marin_Corp\"\n")]);
        settings.iter().for_each(|setting| _ = world.git(&format!("config {setting}")));
        let run = world.by("zoe").run("join mphack").exits(0);
        let file = String::from_utf8(world.bytes("data/people/zoe.toml")).unwrap();
        let named = file.lines().find_map(|line| line.strip_prefix("forge = ")).map(str::to_owned);
        assert_eq!(run.out.contains("ton compte sur la forge"), named.is_some(), "{run}");
        world.anybody().run("check").exits(0);
        (world, named)
    };
    for (forge, setting, expected) in [
        ("github", "user.email 12345+Zoe-C@users.noreply.github.com", Some("\"Zoe-C\"")),
        ("github", "user.email zoe@users.noreply.github.com", Some("\"zoe\"")),
        ("github", "github.user zoe_c", Some("\"zoe_c\"")),
        ("gitlab", "user.email 77-zoe-c@users.noreply.gitlab.com", Some("\"zoe-c\"")),
        ("gitlab", "user.email zoe@users.noreply.github.com", None),
        ("github", "user.email zoe@example.org", None),
        // Another's account, by their file and by their name.
        ("github", "github.user marin_corp", None),
        ("github", "github.user orga", None),
        ("none", "github.user zoe", None),
        ("github", "github.user deploy[bot]", None),
    ] {
        let (_, named) = joins(forge, &[setting]);
        assert_eq!(named.as_deref(), expected, "{forge} {setting}");
    }
    let (world, _) = joins("github", &["github.user zoe"]);
    world.git("switch --quiet --create demande");
    world.by("zoe").run("claim p4n8w --here").exits(0);
    world.anybody().run("review main..demande --author zoe --require routine").exits(0);
}

#[test]
fn something_for_somebody_else_is_recorded_as_such() {
    let world = World::new();
    let state = world.state();
    world.by("zoe").run("claim p4n8w --for max").exits(1).complains("au nom de quelqu’un d’autre").complains("lea et orga");
    assert_eq!(world.state(), state);
    world.by("lea").run("claim p4n8w --for max").exits(0).says("est prise par max jusqu’au");
    assert!(world.task("p4n8w").ends_with("[claims.max]\nsince = 2026-11-24\nrecorded-by = \"lea\"\nuntil = 2026-12-04\n"));
    assert!(world.message().contains("Mpa-By: lea\nMpa-For: max"), "{}", world.message());
    world.by("orga").run("log p4n8w 1h --for max").exits(0);
    world.by("orga").run("close p4n8w --for max --evidence https://example.org/l").exits(0);
    let task = world.task("p4n8w");
    assert!(task.contains("[done]\nby = \"max\"") && task.ends_with("recorded-by = \"orga\"\n"), "{task}");
    world.anybody().run("check").exits(0);
}

#[test]
fn who_acts_is_taken_from_the_flag_the_variable_then_git() {
    let world = World::new();
    world.anybody().run("claim p4n8w").exits(2).complains("mpa ne sait pas encore qui tu es").complains("mpa.handle");
    world.git("config mpa.handle zoe");
    world.anybody().run("claim p4n8w").exits(0).says("Merci, zoe");
    world.by("max").run("claim x9c3v").exits(0).says("Merci, max");
    world.by("max").run("claim k7q9d --as ana").exits(0).says("Merci, ana");
    world.is_clean();
}

#[test]
fn quiet_says_the_effect_only() {
    let world = World::new();
    let run = world.by("zoe").run("claim p4n8w --quiet").exits(0).says("est à toi").never_says("mpa undo").never_says("J-10");
    run.complains_of_nothing();
    world.write("data/tasks/mphack/aaaaa-casse.toml", "title = ");
    world.anybody().run("tasks list").exits(0).complains("aaaaa-casse.toml");
    world.anybody().run("tasks list --quiet").exits(0).complains_of_nothing();
}

#[test]
fn the_data_folder_is_found_from_below_and_by_name() {
    let world = World::new();
    world.by("zoe").within(world.path("data/tasks/mphack")).run("claim p4n8w").exits(0);
    world.by("zoe").within(world.home()).run("tasks list").exits(3);
    world.by("zoe").within(world.home()).run("tasks list --data ../repo").exits(0).says("Traduire la page");
    world.by("zoe").within(world.home()).run("claim x9c3v --data ../repo/data").exits(0);
    world.by("zoe").within(world.home()).env("MPA_DATA", world.path("data")).run("log x9c3v 1h").exits(0);
    world.is_clean();
}

#[test]
fn the_language_is_asked_for_or_found() {
    let world = World::new();
    let english = "is yours until";
    world.by("zoe").run("claim p4n8w --lang en").exits(0).says(english);
    let call = || world.by("zoe").without("MPA_LANG");
    call().env("LC_ALL", "en_GB.UTF-8").run("tasks list --lang fr").exits(0).says("4 tâches");
    call().env("LANG", "en_GB.UTF-8").run("claim rien").exits(2).complains("No task");
    call().env("LANG", "C").run("claim rien").exits(2).complains("Aucune tâche");
    world.git("config mpa.lang en");
    call().run("claim rien").exits(2).complains("No task");
    world.by("zoe").run("tasks list --lang xx").exits(2).complains("Au choix : fr et en");
}

#[test]
fn every_list_has_its_formats() {
    let world = World::new();
    for list in ["tasks list --all", "projects list", "themes list", "progress"] {
        for format in ["table", "json", "csv", "markdown"] {
            let run = world.by("zoe").run(&format!("{list} --format {format}")).exits(0).complains_of_nothing();
            assert!(!run.out.is_empty());
            if format == "json" {
                let _: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|cause| panic!("{cause}\n{run}"));
            }
        }
    }
    world.by("zoe").run("tasks show p4n8w --format csv").exits(2).complains("--format");
    world.by("zoe").run("check --format json").exits(0);
    world.by("zoe").run("--format json").exits(0);
    world.by("zoe").run("tasks list --format xml").exits(2);
}
