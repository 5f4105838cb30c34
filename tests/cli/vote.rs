//! Ideas that became projects, and what a vote said of them: recorded, refused where it cannot be, and first in every list.

use crate::kit::{PROJECT, World};

const IDEAS: &str = "title = \"Entraide\"\nideas = [\n    \"Un podcast d’anciens élèves\",\n    \"Un parrainage à deux\",\n    \"Un podcast sur \
                     les mines\",\n]\n";

/// Three projects of one theme, which has three ideas.
fn world() -> World {
    let project = |title: &str| PROJECT.replace("MPHack", title);
    World::with(&[
        ("data/themes/entraide.toml", IDEAS),
        ("data/projects/annuaire.toml", &project("Annuaire")),
        ("data/projects/bal.toml", &project("Bal")),
    ])
}

#[test]
fn the_result_of_a_vote_is_for_organisers_to_record() {
    let world = world();
    let (state, poll) = (world.state(), "projects poll mphack --votes 34 --of 80");
    for who in ["lea", "zoe"] {
        world.by(who).run(poll).exits(1).complains("Le résultat d’un vote est écrit par l’organisation").complains("orga");
    }
    for (words, said) in [
        ("--votes 81 --of 80", "81 voix sur 80 : ce vote est impossible"),
        ("--votes 0 --of 0", "0 voix sur 0 : ce vote est impossible"),
        ("--votes 3 --of 10001", "10000 au plus"),
        ("--votes -3 --of 5", "--votes"),
        ("--votes 3 --of 5 --at jamais", "--at"),
    ] {
        world.by("orga").run(&format!("projects poll mphack {words}")).exits(2).complains(said).says_nothing();
    }
    world.by("orga").run(&format!("{poll} --at 2026-11-26")).exits(1).complains("encore à venir");
    assert_eq!(world.state(), state);
    let commits = world.commits();
    world.by("orga").run(&format!("{poll} --at 22/11/2026")).exits(0).says("« MPHack » a eu 34 voix sur 80");
    world.has_one_commit_more_than(commits);
    let project = world.read("data/projects/mphack.toml");
    assert!(project.contains("\n[poll]\nat = 2026-11-22\nvotes = 34\nof = 80\n"), "{project}");
    world.by("orga").run(&format!("{poll} --at 22/11/2026")).exits(0).says("Rien à changer");
    world.by("orga").env("MPA_LANG", "en").run("projets vote mphack --votes 35 --of 80").exits(0).says("had 35 of 80 votes");
    let project = world.read("data/projects/mphack.toml");
    assert!(project.contains("\n[poll]\nat = 2026-11-24\nvotes = 35\nof = 80\n"), "{project}");
    world.by("lea").run("projects edit mphack --remove poll").exits(1).complains("écrit par l’organisation");
    world.by("orga").run("undo").exits(0);
    assert!(world.read("data/projects/mphack.toml").contains("votes = 34"));
    world.by("orga").run("projects edit mphack --remove poll").exits(0);
    assert!(!world.read("data/projects/mphack.toml").contains("poll"));
    world.anybody().run("check").exits(0);
    world.is_clean();
}

#[test]
fn of_two_organisers_who_record_a_vote_the_second_is_told() {
    let world = world();
    world.remote();
    let other = world.clone_of_remote();
    let poll = |votes: u32| format!("projects poll mphack --votes {votes} --of 80");
    world.by("orga").run(&format!("{} --sync", poll(34))).exits(0);
    other.by("orga").run(&poll(34)).exits(0);
    other.by("orga").run("sync").exits(0);
    assert_eq!(other.head(), world.head(), "the same vote is recorded once");
    other.by("orga").run(&poll(35)).exits(0);
    world.by("orga").run(&format!("{} --sync", poll(36))).exits(0);
    let told = "Quelqu’un a déjà noté un vote pour « MPHack » : 36 voix sur 80";
    other.by("orga").run("sync").exits(4).complains(told);
    assert!(other.read("data/projects/mphack.toml").contains("votes = 36"));
    // What another project had is another decision.
    other.by("orga").run("projects poll bal --votes 12 --of 80").exits(0);
    world.by("orga").run(&format!("{} --sync", poll(37))).exits(0);
    other.by("orga").run("sync").exits(0);
    assert!(other.read("data/projects/mphack.toml").contains("votes = 37"));
    assert!(other.read("data/projects/bal.toml").contains("votes = 12"));
}

#[test]
#[cfg(unix)]
fn the_numbers_are_asked_for_until_they_can_be() {
    let world = world();
    let mut terminal = world.by("orga").on_terminal("projects poll mphack");
    terminal.shows("Combien de voix").types("beaucoup\r").shows("« beaucoup » n’est pas un nombre de votes");
    terminal.types(&format!("{}34\r", "\u{7f}".repeat(8))).shows("Sur combien de votes");
    terminal.types("8\r").shows("ce vote est impossible").types("0\r");
    terminal.ends(0).says("34 voix sur 80");
}

#[test]
fn a_vote_written_by_hand_has_to_be_possible_too() {
    let world = world();
    world.write("data/projects/bal.toml", format!("{PROJECT}\n[poll]\nat = 2026-11-20\nvotes = 90\nof = 80\n"));
    world.anybody().run("check").exits(1).says("poll.votes").says("de 0 à 80, celui des votes");
    world.write("data/projects/bal.toml", format!("{PROJECT}\n[poll]\nat = 2026-12-20\nvotes = 70\nof = 80\n"));
    world.anybody().run("check").exits(1).says("poll.at");
}

#[test]
fn the_most_promising_project_comes_first_everywhere() {
    let world = world();
    let order = |text: &str| {
        let mut found: Vec<(usize, &str)> =
            ["annuaire", "bal", "mphack"].into_iter().filter_map(|slug| Some((text.find(slug)?, slug))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, slug)| slug).collect::<Vec<_>>()
    };
    let shown = |words: &str| order(&world.anybody().run(words).exits(0).out).join(" ");
    assert_eq!(shown("projects list --format csv"), "annuaire bal mphack");
    world.by("orga").run("projects poll mphack --votes 2 --of 3").exits(0);
    world.by("orga").run("projects poll bal --votes 60 --of 100").exits(0);
    for words in ["projects list", "projects list --format csv", "projects list --format json", "projects list --format markdown"]
    {
        assert_eq!(shown(words), "mphack bal annuaire", "{words}");
    }
    world.anybody().run("projects list").exits(0).says("VOIX").says("2/3").says("60/100");
    world.anybody().run("projects list --format csv").exits(0).says(",votes,of").says(",2,3");
    assert_eq!(shown("themes show entraide"), "mphack bal annuaire");
    world.anybody().run("site ../public").exits(0);
    let page = std::fs::read_to_string(world.top().join("public/fr/projets.html")).unwrap();
    assert_eq!(order(&page), ["mphack", "bal", "annuaire"]);
    world.by("orga").run("projects edit mphack --ended 24/11/2026").exits(0);
    assert_eq!(shown("projects list --format csv"), "bal annuaire mphack", "what ended comes last");
}

#[test]
fn an_idea_that_became_a_project_is_ticked() {
    let world = world();
    let before = world.anybody().run("themes show entraide").exits(0);
    assert!(!before.out.contains('✓'), "{before}");
    let add = |idea: &str| format!("projects add --title Podcast --theme entraide --idea '{idea}' --lead lea");
    let said = world.by("orga").run(&add("un podcast")).exits(2).complains("l’une de ces 2 idées");
    said.complains("Un podcast sur les mines").says_nothing();
    world.by("orga").run(&add("podcast anciens")).exits(0).complains("Il s’agit de l’idée « Un podcast d’anciens élèves »");
    let project = world.read("data/projects/podcast.toml");
    assert!(project.contains("idea = \"Un podcast d’anciens élèves\"\n"), "{project}");
    let said = world.by("orga").run("projects edit bal --idea 'UN PARRAINAGE A DEUX !'").exits(0);
    said.complains_of_nothing();
    assert!(world.read("data/projects/bal.toml").contains("idea = \"Un parrainage à deux\"\n"));
    let said = world.by("orga").env("MPA_LANG", "en").run("projects edit annuaire --idea 'Tout autre chose'").exits(0);
    said.complains("noted as it is").complains("mpa themes show entraide");
    let shown = world.anybody().run("themes show entraide").exits(0);
    let shown = shown.says("✓ Un podcast d’anciens élèves → podcast").says("✓ Un parrainage à deux → bal");
    shown.says("· Un podcast sur les mines").says("mpa projects add --theme entraide");
    // However the file spells it.
    let text = world.read("data/projects/bal.toml").replace("Un parrainage à deux", "Un parrainage a deux");
    world.write("data/projects/bal.toml", text);
    world.anybody().run("themes show entraide").exits(0).says("✓ Un parrainage à deux → bal");
    let json: serde_json::Value =
        serde_json::from_str(&world.anybody().run("themes show entraide --format json").exits(0).out).unwrap();
    let carried = &json["themes"][0]["carried-out"];
    assert_eq!(carried[1]["idea"], "Un parrainage à deux");
    assert_eq!(carried[1]["projects"][0], "bal");
    assert_eq!(carried.as_array().unwrap().len(), 2);
}

#[test]
#[cfg(unix)]
fn an_idea_that_may_be_meant_is_asked_about() {
    let world = world();
    let mut terminal = world.by("orga").on_terminal("projects add --title Podcast --theme entraide --idea 'podcast anciens'");
    terminal.shows("S’agit-il de l’idée « Un podcast d’anciens").types("n\r");
    terminal.ends(0);
    assert!(world.read("data/projects/podcast.toml").contains("idea = \"podcast anciens\"\n"));
    let mut terminal = world.by("orga").on_terminal("projects edit podcast --idea 'un podcast'");
    terminal.shows("Quelle idée du thème").shows("Un podcast sur les mines").types("mines\r");
    terminal.ends(0);
    assert!(world.read("data/projects/podcast.toml").contains("idea = \"Un podcast sur les mines\"\n"));
}
