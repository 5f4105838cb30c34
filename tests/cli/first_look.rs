//! What somebody new to the program stumbled over: each thing is said where it is looked for, and nothing contradicts itself.

use crate::kit::{CAMPAIGN, World, flat, task, task_with};

const LAST_WEEK: &str = "2026-11-28T10:00:00+01:00";

#[test]
#[cfg(unix)]
fn a_time_that_was_not_typed_is_asked_for() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    for words in ["log", "log p4n8w"] {
        let mut terminal = world.by("zoe").on_terminal(words);
        terminal.shows("Combien de temps ?").types("90\r").shows("! Le temps : « 90 » peut se lire de deux façons").types("m\r");
        terminal.ends(0).says("1 h 30").never_says("TIME");
        world.by("zoe").run("log p4n8w 0m --total").exits(0);
    }
    world.by("zoe").run("log").exits(2).complains("Il manque TÂCHE|TEMPS");
    world.by("zoe").run("log p4n8w").exits(2).complains("« p4n8w » n’est pas une durée");
}

/// 12 h in six days are not "12 h a week", nor anything rounded.
#[test]
fn where_a_week_is_left_only_what_is_left_is_said() {
    let world = World::new();
    for (lang, week, pace) in [("fr", "Reste 12 h en 6 jours ;", "par semaine"), ("en", "12 h left in 6 days;", "a week")] {
        let seen = |now: &str| flat(&world.by("zoe").env("MPA_LANG", lang).env("MPA_NOW", now).run("progress").exits(0).out);
        let late = seen(LAST_WEEK);
        assert!(late.contains(week) && !late.contains(pace), "{late}");
        assert!(seen(crate::kit::NOW).contains(pace), "{}", seen(crate::kit::NOW));
    }
}

#[test]
fn a_project_names_those_who_joined_it() {
    let world = World::new();
    assert!(!world.by("zoe").run("projects mphack").exits(0).out.contains("Participent"));
    for who in ["zoe", "lampe"] {
        world.by(who).run("join mphack").exits(0);
    }
    world.by("zoe").run("projects mphack").exits(0).says("Participent lampe, zoe");
    world.by("zoe").run("projects mphack --lang en").exits(0).says("Who joined lampe, zoe");
}

#[test]
fn a_name_that_is_drawn_is_not_promised() {
    let world = World::new();
    world.by("zoe").run("join mphack").exits(0);
    world.by("zoe").run("forget zoe --dry-run").exits(0).says("Le nom anonyme est tiré au sort");
    let done = world.by("zoe").run("forget zoe --yes").exits(0);
    assert!(!done.out.contains("tiré au sort"), "{done}");
}

#[test]
fn check_remarks_on_a_campaign_that_everybody_organises() {
    for line in ["organisers = []\n", ""] {
        let world = World::with(&[("data/mpa.toml", &CAMPAIGN.replace("organisers = [\"orga\"]\n", line))]);
        world
            .by("zoe")
            .run("check")
            .exits(0)
            .says("Personne ne figure dans l’organisation : tout le monde peut donc tout décider");
    }
}

#[test]
fn check_remarks_on_tasks_of_one_title_that_are_no_copies() {
    let later = task("Relire la fiche").replace("2026-11-23", "2026-11-24");
    let other = task_with("Relire  la FICHE", "due = 2026-12-01\n");
    let world = World::with(&[("data/tasks/mphack/w2x3y-a.toml", &later), ("data/tasks/mphack/w2x4z-b.toml", &other)]);
    let run = world.by("zoe").run("check").exits(0);
    assert_eq!(flat(&run.out).matches("La tâche k7q9d du même projet a aussi ce titre").count(), 2, "{run}");
    let world = World::new();
    let add = "tasks add --project mphack --title 'Coller des affiches' --budget 1h --done-when 'Elles y sont.' --copies 3";
    world.by("orga").run(&format!("{add} --resource https://example.org/affiche")).exits(0);
    let run = world.by("zoe").run("check").exits(0);
    assert!(!run.out.contains("ce titre"), "copies are meant to be alike: {run}");
}

#[test]
fn the_last_day_of_a_claim_is_named_before_and_when_it_is_refused() {
    let world = World::new();
    world.by("zoe").run("tasks p4n8w").exits(0).says("4 décembre");
    world.by("zoe").run("claim --help").exits(0).says("au plus, jusqu’à celui que dit « mpa tasks TÂCHE »");
    let refused = world.by("zoe").run("claim p4n8w --until 2027-03-01").exits(1);
    refused.complains("peut être prise jusqu’au 4 décembre au plus tard").complains("1er mars 2027");
}

#[test]
fn a_campaign_without_a_task_says_how_to_add_one() {
    let world = World::empty();
    world.anybody().run("init . --as orga --name Essai --contact a@example.org").exits(0);
    for (who, lang, said) in [("orga", "fr", "pas encore de tâche"), ("zoe", "en", "no task yet")] {
        let run = world.by(who).env("MPA_LANG", lang).run("").exits(0);
        run.says(said).says("mpa tasks add").never_says("mpa tasks list --all");
    }
}
