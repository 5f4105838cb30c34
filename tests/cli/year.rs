//! The year after: a campaign ends, the next one begins, and what was is still told.

use crate::kit::{CAMPAIGN, PROJECT, Run, World, flat, task};

/// The day after the deadline, and the deadline itself.
const AFTER: &str = "2026-12-05";
const LAST: &str = "2026-12-04";

/// Two tasks are done, one of them long before the campaign; one is held, and the first deliverable is delivered.
fn world() -> World {
    let done = |day: &str| {
        format!(
            "\n[claims.max]\nsince = {day}\nspent.{day} = \"2h30\"\nuntil = 2026-12-04\n\n[done]\nby = \"max\"\nat = {day}\nevidence = \
             \"https://example.org/f\"\n"
        )
    };
    let held = "\n[claims.zoe]\nsince = 2026-11-30\nspent.2026-12-01 = \"45m\"\nuntil = 2026-12-10\n";
    let delivered = PROJECT.replace(
        "first = true\n",
        "first = true\n\n[deliverables.liste.delivered]\nby = \"lea\"\nat = 2026-12-02\nevidence = \"https://example.org/l\"\n",
    );
    let old = task("Relire la fiche").replace("created = 2026-11-23", "created = 2025-11-01") + &done("2025-11-02");
    World::with(&[
        (
            "data/mpa.toml",
            &format!("{CAMPAIGN}\n[past.2025]\nname = \"L’an dernier\"\nstarted = 2025-10-01\ndeadline = 2025-12-04\n"),
        ),
        ("data/projects/mphack.toml", &delivered),
        ("data/projects/bal.toml", &(PROJECT.replace("MPHack", "Bal").replacen("theme =", "ended = 2026-11-24\ntheme =", 1))),
        ("data/tasks/mphack/k7q9d-fiche.toml", &old),
        ("data/tasks/mphack/k7q2m-liste.toml", &(task("Mettre la liste en ligne") + &done("2026-11-24"))),
        ("data/tasks/mphack/p4n8w-logo.toml", &(task("Dessiner le logo") + held)),
    ])
}

const NEXT: &str = "campaign next --name 'Campagne 2027'";

#[test]
fn the_next_campaign_is_one_commit_of_one_file() {
    let world = world();
    let (commits, before) = (world.commits(), world.read("data/mpa.toml"));
    let said =
        world.by("orga").on(AFTER).run(NEXT).exits(0).says("« Campagne 2027 » va du 5 décembre au 4 décembre 2027 (J-364)");
    let said = said.says("« Campagne d'essai » est rangée parmi les campagnes passées, sous le nom 2026");
    let said =
        said.complains("Ce qui se termine : « Campagne d'essai », du 23 novembre 2026 au 4 décembre 2026 : 1 tâche terminée");
    let said =
        said.complains("3 h 15 de temps noté, 1 livrable remis").complains("4 tâches à faire, dont 1 prise, et 1 brouillon");
    said.complains("Projet en cours : MPHack");
    world.has_one_commit_more_than(commits);
    assert_eq!(world.git("show --format= --name-only HEAD"), "data/mpa.toml");
    assert!(world.git("log -1 --format=%B").contains("Mpa-Operation: next-campaign"));
    let expected = before.replace("Campagne d'essai", "Campagne 2027").replace("started = 2026-11-23", "started = 2026-12-05");
    let past = "\n[past.2026]\nname = \"Campagne d'essai\"\nstarted = 2026-11-23\ndeadline = 2026-12-04\n";
    assert_eq!(world.read("data/mpa.toml"), expected + past);
    let check = world.anybody().on(AFTER).run("check").exits(0);
    assert!(!check.out.contains("k7q"), "what was done before is no earlier than it may be\n{check}");
    world.by("orga").on(AFTER).run("undo").exits(0).says("C’est défait : commencer la campagne « Campagne 2027 »");
    assert_eq!(world.read("data/mpa.toml"), before);
    let said =
        world.by("orga").env("MPA_LANG", "en").on(AFTER).run(&format!("{NEXT} --deadline 2027-03-01 --started 08/01/2027"));
    said.exits(0).says("runs from 8 January 2027 to 1 March 2027").complains("1 task done").complains("3 h 15 of time noted");
    let after = world.read("data/mpa.toml");
    assert!(after.contains("started = 2027-01-08\ndeadline = 2027-03-01\n"), "{after}");
    world.is_clean();
    for (words, who) in
        [("", "zoe"), ("progress", "zoe"), ("tasks list", "zoe"), ("campaign", "zoe"), ("", "orga"), ("check", "orga")]
    {
        world.by(who).on(AFTER).run(words).exits(0);
    }
    world.anybody().on(AFTER).run("site ../public").exits(0);
}

#[test]
fn a_campaign_ends_when_it_is_over_and_by_those_who_organise_it() {
    let world = world();
    let state = world.state();
    for who in ["zoe", "lea"] {
        let said = world.by(who).on(AFTER).run(NEXT).exits(1).complains("ne sont changées que par l’organisation");
        said.complains("Qui peut décider : orga").says_nothing();
    }
    world.by("orga").on(LAST).run(NEXT).exits(1).complains("elle court jusqu’au 4 décembre, ce jour compris").complains("--yes");
    world.by("orga").on(AFTER).run("campagne suivante").exits(2).complains("--name");
    for (words, said) in [
        ("--keep-as 2025", "s’appelle déjà 2025 : « L’an dernier »"),
        ("--started 2026-11-23", "elle doit commencer plus tard, et finir plus tard"),
        ("--started 2027-01-08 --deadline 2027-01-07", "elle doit commencer plus tard"),
        ("--deadline 2026-12-04", "et finir plus tard"),
    ] {
        world.by("orga").on(AFTER).run(&format!("{NEXT} {words}")).exits(1).complains(said).says_nothing();
    }
    for (words, found) in
        [("--deadline bientôt", "bientôt"), ("--started jamais", "--started"), ("--keep-as 'À part'", "--keep-as")]
    {
        world.by("orga").on(AFTER).run(&format!("{NEXT} {words}")).exits(2).complains(found);
    }
    let shown = world.by("orga").on(LAST).run(&format!("{NEXT} --deadline 2027-12-04 --dry-run")).exits(0);
    shown.says("+[past.2026]").says("Mpa-Operation: next-campaign");
    assert_eq!(world.state(), state);
    world.by("orga").on(LAST).run(&format!("{NEXT} --deadline 2027-12-04 --keep-as 2026-hiver --yes")).exits(0);
    assert!(world.read("data/mpa.toml").contains("\n[past.2026-hiver]\nname = \"Campagne d'essai\"\n"));
    world.write(
        "data/mpa.toml",
        format!("{CAMPAIGN}\n[past.2026]\nname = \"Le printemps\"\nstarted = 2026-03-01\ndeadline = 2026-05-01\n"),
    );
    world.commit("Deux la même année");
    let said = world.by("orga").on(AFTER).run(NEXT).exits(1).complains("s’appelle déjà 2026 : « Le printemps »");
    said.complains("--keep-as 2026-2");
}

#[test]
#[cfg(unix)]
fn the_name_and_the_deadline_are_asked_for() {
    let world = world();
    let early = |world: &World| world.by("orga").on(LAST).on_terminal("campaign next");
    let before = world.state();
    let mut terminal = early(&world);
    terminal.shows("Ce qui se termine").shows("La finir quand même maintenant").types("\r");
    terminal.ends(130);
    assert_eq!(world.state(), before);
    let named = CAMPAIGN.replace("Campagne d'essai", "Hackathon 2026");
    world.write("data/mpa.toml", named);
    world.commit("Un nom avec son année");
    let mut terminal = early(&world);
    terminal.shows("La finir quand même maintenant").types("o\r").shows("[Hackathon 2027]").types("\r");
    terminal.shows("sainte-barbe").types("un jour\r").shows("! ").types(&"\u{7f}".repeat(7)).types("2027-05-01\r");
    terminal.ends(0).says("« Hackathon 2027 »");
    let after = world.read("data/mpa.toml");
    assert!(after.contains("name = \"Hackathon 2027\"") && after.contains("deadline = 2027-05-01"), "{after}");
    let mut terminal = world.by("orga").env("MPA_LANG", "en").on("2027-05-02").on_terminal("campaign next");
    terminal.shows("[Hackathon 2028]").types("\r").shows("deadline").types("sainte-barbe\r");
    terminal.ends(0).says("runs from 2 May to 4 December");
}

#[test]
fn where_requests_are_reviewed_it_is_one_that_is_told() {
    let world = world();
    world.write("data/mpa.toml", world.read("data/mpa.toml") + "\n[workflow]\nmode = \"pull-request\"\n");
    world.commit("Par demandes");
    world.remote();
    world.by("zoe").on(AFTER).run(NEXT).exits(0).says("Demande préparée : commencer la campagne « Campagne 2027 »");
    world.by("zoe").on(AFTER).run("undo").exits(0);
    world.by("orga").on(AFTER).run(NEXT).exits(0).says("Demande préparée : commencer la campagne « Campagne 2027 »");
    let review = |author: &str| world.by("orga").on(AFTER).run(&format!("review mpa/next-campaign-orga --author {author}"));
    let told =
        review("orga").exits(0).says("campagnes passées : « 2026 (Campagne d'essai, 2026-11-23 – 2026-12-04) » est ajouté");
    told.says("nom : « Campagne d'essai » devient « Campagne 2027 »");
    review("zoe").says("ne sont changées que par l’organisation");
}

#[test]
fn two_people_who_begin_the_same_campaign_begin_it_once() {
    let world = world();
    world.remote();
    let other = world.clone_of_remote();
    world.by("orga").on(AFTER).run(&format!("{NEXT} --sync")).exits(0);
    other.by("orga").on(AFTER).run(NEXT).exits(0);
    other.by("orga").on(AFTER).run("sync").exits(0);
    assert_eq!(other.head(), world.head(), "what is there already is not done twice");
    // Another wish for the same campaign is no second campaign.
    other.by("orga").on("2027-12-05").run("campaign next --name 'Campagne 2028'").exits(0);
    world.by("orga").on("2027-12-05").run("campaign next --name 'Campagne 28' --sync").exits(0);
    let said = other.by("orga").on("2027-12-05").run("sync").exits(4);
    said.complains("Quelqu’un a déjà commencé la campagne suivante : « Campagne 28 »");
    let file = other.read("data/mpa.toml");
    assert!(file.matches("[past.2027]").count() == 1 && file.contains("\nname = \"Campagne 28\""), "{file}");
    other.anybody().on("2027-12-05").run("check").exits(0);
}

/// What is left of one's own, and what stands between this computer and the others, on one screen.
#[test]
fn after_the_deadline_what_is_left_fits_a_screen() {
    let also = "\n[also]\n\"En parler\" = \"https://example.org/a\"\n\"Suivre\" = \"https://example.org/b\"\n\"Donner\" = \"https://example.org/c\"\n";
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}{also}"))]);
    world.remote();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("").exits(0).says("En parler");
    for columns in ["80", "60"] {
        let page = world.by("zoe").on(AFTER).env("COLUMNS", columns).run("").exits(0).says("p4n8w").says("pas encore envoyé");
        assert!(page.out.lines().count() < 24 && !page.out.contains("En parler"), "{page}");
    }
    world.by("lampe").on(AFTER).run("").exits(0).says("En parler");
}

#[test]
fn the_day_after_the_deadline_it_is_said_what_was_reached() {
    let world = world();
    for (who, lang, said, next) in [
        ("orga", "fr", "Ensemble : 1 tâche terminée, 3 h 15 de temps noté, 1 livrable remis.", "mpa campaign next"),
        ("orga", "en", "Together: 1 task done, 3 h 15 of time noted, 1 deliverable delivered.", "mpa campaign next"),
        ("zoe", "fr", "La campagne est finie, merci !", "mpa progress"),
        ("zoe", "en", "The campaign is over, thank you!", "mpa progress"),
    ] {
        let page = |day: &str| world.by(who).env("MPA_LANG", lang).on(day).run("").exits(0);
        let is_told = |run: &Run, text: &str| flat(&run.out).contains(&flat(text));
        let after = page(AFTER);
        assert!(is_told(&after, said) && is_told(&after, next), "{after}");
        assert!(who == "orga" || !after.out.contains("campaign next"), "{after}");
        assert!(after.out.lines().count() <= 24, "{after}");
        assert!(!is_told(&page(LAST), said), "{who} on the last day");
    }
    let json = |day: &str| -> serde_json::Value {
        serde_json::from_str(&world.by("zoe").on(day).run("--format json").exits(0).out).unwrap()
    };
    assert_eq!(json(AFTER)["reached"], serde_json::json!({ "tasks": 1, "spent": 195, "delivered": 1 }));
    assert!(json(LAST)["reached"].is_null());
    world.by("orga").on(AFTER).run(NEXT).exits(0);
    let begun = world.by("orga").on(AFTER).run("").exits(0);
    assert!(!begun.out.contains("campaign next"), "{begun}");
}

#[test]
fn earlier_campaigns_are_listed_and_named() {
    let world = world();
    world.by("orga").on(AFTER).run(NEXT).exits(0);
    let list = world.anybody().on(AFTER).run("progress --past").exits(0);
    assert!(list.out.find("2026").unwrap() < list.out.find("2025").unwrap(), "{list}");
    list.says("4 décembre 2025").says("L’an dernier");
    let csv = world.anybody().on(AFTER).run("progress --past --format csv").exits(0);
    csv.says("key,name,started,deadline\n2026,Campagne d'essai,2026-11-23,2026-12-04\n2025,L’an dernier,2025-10-01,2025-12-04\n");
    let page =
        world.anybody().on(AFTER).env("MPA_LANG", "en").run("campaign").exits(0).says("From 5 December 2026 to 4 December 2027");
    page.says("Past campaigns").says("L’an dernier").says("So far: no task done");
    let json =
        |words: &str| -> serde_json::Value { serde_json::from_str(&world.anybody().on(AFTER).run(words).exits(0).out).unwrap() };
    let past = json("progress --past --format json");
    assert_eq!(
        past["past"][1],
        serde_json::json!({ "key": "2025", "name": "L’an dernier", "started": "2025-10-01", "deadline": "2025-12-04" })
    );
    let campaign = json("campagne --format json");
    assert_eq!((&campaign["kind"], &campaign["is-over"]), (&"campaign".into(), &false.into()));
    assert_eq!(campaign["past"], past["past"]);
    let unknown = world.anybody().on(AFTER).run("progress --campaign 2024").exits(2).complains("ne s’appelle 2024");
    unknown.complains("Celles qui sont gardées : 2026 et 2025").complains("mpa campaign");
    world.anybody().on(AFTER).run("progress --past --campaign 2026").exits(2).complains("--campaign");
    let none = World::new();
    none.anybody().run("progress --past").exits(0).says("pas encore de campagne passée");
    none.anybody().run("progress --campaign 2026").exits(2).complains("pas encore de campagne passée");
}

#[test]
fn last_years_story_is_told_as_it_was() {
    let world = World::new();
    let at = |who: &str, day: &str, words: &str| world.by(who).at(&format!("{day}T10:00:00+01:00")).run(words).exits(0);
    at("zoe", "2026-12-01", "claim p4n8w");
    at("zoe", "2026-12-02", "close p4n8w --evidence https://example.org/l --time 2h");
    at("orga", AFTER, "campaign next --name 'Campagne 2027'");
    at("zoe", "2027-01-10", "claim x9c3v");
    at("zoe", "2027-01-11", "close x9c3v --evidence https://example.org/l --time 1h");
    let then = world.anybody().on("2027-02-01").run("progress --campaign 2026").exits(0).says("Campagne d'essai").says("J-0");
    let then = then.says("1/6").complains("Au soir du vendredi 4 décembre 2026");
    assert!(!then.out.contains("2027"), "{then}");
    let now = world.anybody().on("2027-02-01").run("progress").exits(0).says("Campagne 2027");
    now.says("2/6");
    let json = |words: &str| -> serde_json::Value {
        serde_json::from_str(&world.anybody().on("2027-02-01").run(words).exits(0).out).unwrap()
    };
    let (story, evening) = (json("progress --campaign 2026 --format json"), json("progress --as-of 2026-12-04 --format json"));
    assert_eq!(story, evening);
    world.anybody().on("2027-02-01").run("progress mphack --campaign 2026").exits(0).says("1/6");
    world.anybody().on("2027-02-01").run("progress --campaign 2026 --as-of 2027-01-01").exits(2).complains("--as-of");
}

#[test]
fn a_story_that_ended_early_is_told_up_to_its_end() {
    let world = World::new();
    let at = |who: &str, day: &str, words: &str| world.by(who).at(&format!("{day}T10:00:00+01:00")).run(words).exits(0);
    at("zoe", "2026-11-26", "claim p4n8w");
    at("zoe", "2026-11-27", "close p4n8w --evidence https://example.org/l --time 2h");
    at("orga", "2026-11-28", "campaign next --name 'Campagne 2027' --deadline 2027-12-04 --yes");
    at("zoe", "2026-12-01", "claim x9c3v");
    at("zoe", "2026-12-02", "close x9c3v --evidence https://example.org/l --time 1h");
    for day in ["2026-12-03", "2027-02-01"] {
        let then = world.anybody().on(day).run("progress --campaign 2026").exits(0).says("Campagne d'essai").says("1/6");
        then.complains("Dans le commit").never_says("Campagne 2027");
    }
}
