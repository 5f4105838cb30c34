//! The week in one text: what is told, in which forms, and that the same data on the same day give the same bytes.

use std::process::Command;

use serde_json::Value;

use crate::kit::{CAMPAIGN, PROJECT, World, linter, task, task_with};

const DONE: &str = "\n[done]\nby = \"tom\"\nat = 2026-11-24\nevidence = \"https://example.org/liste\"\n";

/// A project that ended in that week: one thing was delivered, one was not.
const ENDED: &str = "title = \"Le bal\"\nleads = [\"lea\"]\nended = 2026-11-25\n\n[deliverables.salle]\ntitle = \"La salle\"\ndue = 2026-11-20\n\n\
     [deliverables.affiche]\ntitle = \"L’affiche\"\nfirst = true\n\n[deliverables.affiche.delivered]\nby = \"lea\"\nat = 2026-11-24\n\
     evidence = \"https://example.org/affiche\"\n";

/// A campaign in whose week something of everything happened; it is 28 November.
fn eventful() -> World {
    let project = PROJECT.replace("due = 2026-12-02", "due = 2026-11-26").replace(
        "title = \"Le bilan\"\n",
        "title = \"Le bilan\"\n\n[deliverables.bilan.delivered]\nby = \"lea\"\nat = 2026-11-27\nevidence = \"https://example.org/bilan\"\n",
    );
    let spent = "\n[claims.tom]\nsince = 2026-11-23\nspent.2026-11-24 = \"1h30\"\nreleased = 2026-11-24\nuntil = 2026-12-04\n";
    let back = "\n[sent-back]\nby = \"lea\"\nat = 2026-11-25\nreason = \"Il manque la date.\"\n\n[sent-back.done]\nby = \"zoe\"\n\
                at = 2026-11-24\nevidence = \"https://example.org/logo\"\n";
    let words = DONE.replace("24", "20").replace("https://example.org/liste", "Le secrétariat a la liste signée.");
    World::with(&[
        ("data/projects/mphack.toml", &project),
        ("data/tasks/mphack/k7q2m-liste.toml", &format!("{}{spent}{DONE}", task("Mettre la liste en ligne"))),
        ("data/tasks/mphack/k7q9d-fiche.toml", &format!("{}{words}", task("Relire la fiche"))),
        ("data/tasks/mphack/p4n8w-logo.toml", &format!("{}{back}", task("Dessiner le logo"))),
        ("data/tasks/mphack/x9c3v-page.toml", &task_with("Traduire la page", "due = 2026-12-20\n")),
        ("data/people/zoe.toml", "[joined]\nmphack = 2026-11-25\n"),
        ("data/people/ana.toml", "[joined]\nmphack = 2026-11-10\n"),
    ])
}

fn of(world: &World, words: &str) -> crate::kit::Run {
    world.by("orga").on("2026-11-28").run(&format!("report {words}")).exits(0)
}

#[test]
fn the_week_is_told() {
    let world = eventful();
    let run = of(&world, "");
    for said in [
        "Campagne d'essai — J-6",
        "Du samedi 21 novembre au samedi 28 novembre. Échéance : vendredi 4 décembre.",
        "Terminé : 1 tâche",
        "« Mettre la liste en ligne », par tom, en 1 h 30 (MPHack)",
        "https://example.org/liste",
        "« Le bilan » (MPHack)",
        "« La liste des tâches » (MPHack), pour le 26 novembre",
        "« Dessiner le logo » (p4n8w) : Il manque la date.",
        "zoe a rejoint MPHack le 25 novembre",
        "Encore libre, à rendre d’ici le 5 décembre",
        "« Appeler une association » (MPHack, 2 h, pour le 4 décembre) : b6j2r",
        "MPHack : 2 sur 6 tâches",
        "hackathon@example.org",
    ] {
        assert!(crate::kit::flat(&run.out).contains(&crate::kit::flat(said)), "« {said} » is not told\n{}", run.out);
    }
    for other in ["ana", "Relire la fiche », par", "Traduire la page", "Un brouillon", "demande"] {
        assert!(!run.out.contains(other), "« {other} » is told\n{}", run.out);
    }
    assert_eq!(run.out, of(&world, "").out, "the same bytes");
}

#[test]
fn since_another_day_and_in_another_language() {
    let world = eventful();
    let run = of(&world, "--since 2026-11-20");
    let run = run
        .says("Terminé : 2 tâches")
        .says("« Relire la fiche », par tom (MPHack). Résultat : Le secrétariat a la liste signée.");
    assert!(!run.err.contains("n’a commencé"), "what was before the campaign is told all the same\n{}", run.err);
    let monday = world.by("orga").on("2026-11-28").run("report --since lundi").exits(0);
    monday.says("Du lundi 23 novembre").complains("lundi 23 novembre");
    world.by("orga").on("2026-11-28").run("report --since 2026-11-29").exits(2).complains("est encore à venir");
    let run = world.by("orga").on("2026-11-28").run("report --since 05/12/2026").exits(2).complains("est encore à venir");
    assert!(!run.err.contains("se lit"), "a day that is refused is not said back\n{run}");
    // Whoever types reads French; the campaign speaks English.
    let campaign = CAMPAIGN.replace("language = \"fr\"", "language = \"en\"");
    world.write("data/mpa.toml", campaign);
    of(&world, "").says("Finished: 1 task").says("“Mettre la liste en ligne”, by tom, in 1 h 30 (MPHack)");
    world.by("orga").on("2026-11-28").run("report --lang fr").exits(0).says("Terminé : 1 tâche");
}

#[test]
fn a_quiet_week_says_so() {
    let world = World::new();
    let run = of(&world, "").says("Aucune tâche terminée");
    run.never_says("À reprendre").never_says("En retard").never_says("rejoint");
    let empty = World::empty();
    empty.write("data/mpa.toml", CAMPAIGN);
    of(&empty, "").says("Aucune tâche terminée");
}

/// The same where another project goes on, and one ended with a task that nobody took.
fn ended() -> World {
    let world = eventful();
    world.write("data/projects/bal.toml", ENDED);
    world.write("data/tasks/bal/b2a3k-orchestre.toml", task("Trouver un orchestre"));
    world.write("data/projects/voile.toml", "title = \"Voile\"\nleads = [\"max\"]\n");
    world.write("data/tasks/voile/v7e3k-ports.toml", task("Compter les ports"));
    world
}

#[test]
fn a_project_that_ended_is_told_by_what_it_delivered() {
    let world = ended();
    of(&world, "").says("Premier livrable de Le bal : « L’affiche »").never_says("La salle");
    let json: Value = serde_json::from_str(&of(&world, "--format json").out).unwrap();
    assert_eq!((&json["delivered"][0]["slug"], &json["late"][0]["slug"]), (&"affiche".into(), &"liste".into()));
    assert_eq!(json["late"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_is_summed_up_is_what_stands_above() {
    let run = of(&ended(), "").never_says("█ Le bal").never_says("░ Le bal");
    for said in ["MPHack : 2 sur 6 tâches", "Voile : 0 sur 1 tâche", "Ensemble : 2 sur 7 tâches"] {
        assert!(crate::kit::flat(&run.out).contains(said), "« {said} »\n{run}");
    }
}

#[test]
fn nobody_is_sought_for_a_project_that_ended() {
    let world = ended();
    of(&world, "").says("« Compter les ports »").never_says("Trouver un orchestre");
    let json: Value = serde_json::from_str(&of(&world, "--format json").out).unwrap();
    assert!(json["free-soon"].as_array().unwrap().iter().all(|it| it["id"] != "b2a3k"), "{json}");
    world.anybody().on("2026-11-28").run("").exits(0).never_says("Trouver un orchestre");
    world.anybody().on("2026-11-28").run("site ../public").exits(0);
    let page = |path: &str| std::fs::read_to_string(world.top().join("public/fr").join(path)).unwrap();
    assert!(!page("taches.html").contains("orchestre") && page("taches.html").contains("Compter les ports"));
    let project = page("projets/bal.html");
    assert!(project.contains("Trouver un orchestre") && !project.contains("class=\"card\""), "{project}");
    assert!(!page("taches/b2a3k.html").contains("mpa claim") && page("taches/v7e3k.html").contains("mpa claim"));
}

#[test]
fn what_was_given_up_after_all_is_not_finished() {
    let world = eventful();
    let cancelled = "\n[cancelled]\nby = \"orga\"\nat = 2026-11-25\nreason = \"La fiche n’existe plus.\"\n";
    world.write("data/tasks/mphack/k7q9d-fiche.toml", format!("{}{DONE}{cancelled}", task("Relire la fiche")));
    let run = of(&world, "").says("Terminé : 1 tâche").never_says("Relire la fiche");
    assert!(crate::kit::flat(&run.out).contains("MPHack : 1 sur 5 tâches"), "{run}");
}

#[test]
fn requests_that_wait_are_named() {
    let world = eventful();
    world.git("switch --quiet -c mpa/b6j2r-zoe");
    world.by("zoe").on("2026-11-27").run("claim b6j2r --here").exits(0);
    world.git("switch --quiet main");
    of(&world, "").says("1 demande attend l’organisation").says("zoe prend « Appeler une association »");
    let json: Value = serde_json::from_str(&of(&world, "--format json").out).unwrap();
    assert_eq!(json["requests"], 1);
}

#[test]
fn programs_read_the_same() {
    let json: Value = serde_json::from_str(&of(&eventful(), "--format json").out).unwrap();
    assert_eq!((&json["kind"], &json["version"], &json["since"]), (&"report".into(), &1.into(), &"2026-11-21".into()));
    let ids = |part: &str| json[part].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(ids("finished"), ["k7q2m"]);
    assert_eq!(json["finished"][0]["spent"], 90);
    assert_eq!(ids("sent-back"), ["p4n8w"]);
    assert_eq!(ids("free-soon"), ["b6j2r", "p4n8w", "t3h5w"]);
    assert_eq!((&json["delivered"][0]["slug"], &json["late"][0]["slug"]), (&"bilan".into(), &"liste".into()));
    assert_eq!(json["joined"], serde_json::json!([{"at": "2026-11-25", "person": "zoe", "project": "mphack"}]));
}

#[test]
fn nothing_that_others_wrote_is_markup() {
    let title = "<b>*Gras*</b> @tous [ici](https://x.example) #12 \u{202e}fin";
    let evidence = DONE.replace("/liste", "/a?b=<i>&c=`d`");
    let world = World::with(&[("data/tasks/mphack/k7q2m-liste.toml", &format!("{}{evidence}", task(title)))]);
    let html = of(&world, "--format html").out;
    assert!(html.contains("&lt;b&gt;*Gras*&lt;/b&gt;") && !html.contains("<b>") && !html.contains('\u{202e}'), "{html}");
    assert!(html.contains("href=\"https://example.org/a?b=&lt;i&gt;&amp;c=`d`\""), "{html}");
    assert!(!html.contains("<script") && !html.contains(" class=") && !html.contains("<style"), "a mail has no style sheet");
    let markdown = of(&world, "--format markdown").out;
    assert!(!markdown.contains("<b>") && !markdown.contains("*Gras*") && !markdown.contains("[ici]("), "{markdown}");
    assert!(markdown.contains("<https://example.org/a?b=%3Ci%3E&c=`d`>"), "{markdown}");
    assert!(markdown.contains("<hackathon@example.org>"));
    of(&world, "").never_says("\u{202e}");
}

#[test]
fn the_page_is_sound() {
    let Some(program) = linter("node_modules/.bin/html-validate") else { return };
    let world = eventful();
    world.write("r.html", of(&world, "--format html").out);
    let config =
        r#"{"extends": ["html-validate:standard"], "rules": {"no-inline-style": "off", "no-trailing-whitespace": "off"}}"#;
    world.write(".htmlvalidate.json", config);
    let run = Command::new(program).arg(world.path("r.html")).current_dir(&world.repo).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
}

#[test]
fn the_past_has_its_weeks() {
    let world = eventful();
    let then = world.by("orga").on("2026-11-30").run("report --as-of 2026-11-28 --since 2026-11-21").exits(0);
    assert_eq!(then.out.lines().next(), Some("Campagne d'essai — J-6"));
    then.says("Terminé : 1 tâche").never_says("mpa claim").complains("Au soir du samedi 28 novembre");
}
