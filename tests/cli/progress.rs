//! How far everything has come, how fast, what some days brought, and the forms it takes.

use std::fs;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::kit::{CAMPAIGN, Run, World, flat, task, task_with};

/// A task that was finished on `day`, after `spent`.
fn finished(title: &str, day: &str, budget: &str, spent: &str) -> String {
    let task = task(title).replace("budget = \"2h\"", &format!("budget = \"{budget}\"")).replace("2026-11-23", "2026-10-05");
    format!(
        "{task}\n[claims.zoe]\nsince = 2026-10-05\nspent.{day} = \"{spent}\"\nuntil = {day}\n\n\
         [done]\nby = \"zoe\"\nat = {day}\nevidence = \"https://example.org/page\"\n"
    )
}

/// Seven weeks with something finished in most of them.
fn world() -> World {
    let days = ["2026-10-09", "2026-10-20", "2026-10-21", "2026-11-03", "2026-11-12", "2026-11-23", "2026-11-24"];
    let files: Vec<(String, String)> = days
        .iter()
        .enumerate()
        .map(|(n, day)| {
            (
                format!("data/tasks/mphack/f{n}n2e-faite.toml"),
                finished(&format!("Faite {n}"), day, "2h-4h", if n == 0 { "9h" } else { "2h" }),
            )
        })
        .collect();
    let mut files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let campaign = CAMPAIGN.replace("2026-11-23", "2026-10-05");
    files.extend([
        ("data/mpa.toml", campaign.as_str()),
        ("data/projects/bilan.toml", "title = \"Un bilan\"\nleads = [\"max\"]\ntheme = \"entraide\"\n"),
    ]);
    let later = task_with("Écrire le bilan", "due = 2027-01-29\n");
    files.push(("data/tasks/bilan/b1a2n-bilan.toml", &later));
    World::with(&files)
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|cause| panic!("{cause}\n{run}"))
}

fn seen(run: &Run) -> String {
    flat(&run.out).replace('\u{a0}', " ")
}

#[test]
fn the_pace_is_said_with_what_it_rests_on() {
    let world = world();
    for (lang, sentences) in [
        (
            "fr",
            [
                "Si les semaines à venir ressemblent aux 7 dernières (7 tâches terminées depuis le 7 octobre), ce qui est attendu sera fini entre le",
                "8 fois sur 10",
                "Ce qui décide de la fin : 2 tâches l’une après l’autre, 4 h en tout",
                "Temps réel : les 7 tâches terminées dont le temps est noté ont pris 21 h pour 21 h de prévu ; une a pris plus que prévu.",
                "Une personne active en 30 jours.",
                "Plus tard : 2 h, pour le 29 janvier 2027.",
                "semaine passée : 6 h de tâches terminées, 4 h de temps noté.",
            ],
        ),
        (
            "en",
            [
                "If the weeks to come are like the last 7 (7 tasks done since 7 October), what is due will be done between",
                "8 times in 10",
                "What decides the end: 2 tasks one after the other, 4 h in all",
                "Time taken: the 7 finished tasks with time noted took 21 h for 21 h planned; one took more than its budget.",
                "One person active in 30 days.",
                "Later: 2 h, for 29 January 2027.",
                "last week: 6 h of tasks done, 4 h noted.",
            ],
        ),
    ] {
        for columns in ["80", "60"] {
            let run = world.by("zoe").env("MPA_LANG", lang).env("COLUMNS", columns).run("progress").exits(0);
            let said = seen(&run);
            for sentence in sentences {
                assert!(said.contains(sentence), "{columns} {lang}: « {sentence} »\n{run}");
            }
        }
    }
    assert_eq!(world.by("zoe").run("progress").out, world.by("zoe").run("progress").out);
    let few = World::new().by("zoe").run("progress").exits(0);
    assert!(seen(&few).contains("Trop peu pour prévoir : rien n’est terminé depuis le 23 novembre."), "{few}");
}

#[test]
fn who_is_active_is_counted_from_the_first_day_of_a_young_campaign() {
    let world = World::new();
    let seen = |day: &str, lang: &str| seen(&world.anybody().on(day).env("MPA_LANG", lang).run("progress").exits(0));
    assert!(!seen("2026-11-23", "fr").contains("rien fait avancer"), "on the first day nobody could");
    assert!(seen("2026-12-22", "fr").contains("Personne n’a rien fait avancer en 30 jours."));
    let claim = "\n[claims.zoe]\nsince = 2026-11-23\nuntil = 2026-12-04\n";
    world.write("data/tasks/mphack/k7q2m-liste.toml", task("Mettre la liste en ligne") + claim);
    let before = finished("Faite", "2026-11-20", "2h", "2h").replace("zoe", "tom");
    world.write("data/tasks/mphack/f7n2e-faite.toml", before);
    for (day, french, english) in [
        ("2026-11-23", "Une personne active aujourd’hui.", "One person active today."),
        ("2026-11-24", "Une personne active en 2 jours.", "One person active in 2 days."),
        ("2026-12-22", "Une personne active en 30 jours.", "One person active in 30 days."),
    ] {
        assert!(seen(day, "fr").contains(french) && seen(day, "en").contains(english), "{day}: {}", seen(day, "fr"));
    }
}

#[test]
fn what_some_days_brought_is_told_a_project_and_in_all() {
    let world = world();
    world.by("lea").run("deliver mphack liste --evidence https://example.org/liste").exits(0);
    let run = world.by("zoe").run("progress --since lundi").exits(0).complains("« lundi » se lit lundi 23 novembre");
    let said = seen(&run);
    assert!(said.contains("Depuis lundi 23 novembre : +2 tâches, +6 h, 1 premier livrable ; 7 tâches ajoutées (14 h)."), "{run}");
    assert!(said.contains("• MPHack : +2 tâches, +6 h, 1 premier livrable ; 6 tâches ajoutées (12 h)"), "{run}");
    assert!(said.contains("• Un bilan : rien de terminé ; une tâche ajoutée (2 h)"), "{run}");
    let since = &json(&world.by("zoe").run("progress --since last-week --format json").exits(0))["since"];
    assert_eq!((&since["day"], &since["total"]["done"]), (&Value::from("2026-11-17"), &Value::from(2)));
    let of = |key: &str| since["projects"].as_object().unwrap().values().map(|it| it[key].as_u64().unwrap()).sum::<u64>();
    for key in ["done", "planned-done", "spent", "first-delivered", "added", "planned-added"] {
        assert_eq!(Value::from(of(key)), since["total"][key], "{key}");
    }
    world.by("zoe").run("progress --since hier --lang en").exits(0).says("Since Monday 23 November: +2 tasks, +6 h");
}

#[test]
fn days_and_people_that_cannot_be_are_told() {
    let world = world();
    world.write("data/themes/metiers.toml", "title = \"Métiers\"\n");
    let other = world.by("max").run("progress bilan --theme metiers").exits(2).says_nothing();
    other.complains("Le projet bilan n’est pas du thème metiers").complains("mpa projects show bilan");
    let to_come = world.by("zoe").run("progress --since 2026-12-25").exits(2);
    to_come.complains("le 25 décembre est encore à venir").complains("semaine dernière");
    world.by("zoe").run("progress --since bientôt").exits(2).complains("« bientôt » n’est pas un jour");
    let before = world.by("zoe").run("progress --since 2026-09-01").exits(0);
    before.complains("La campagne n’a commencé que le 5 octobre").says("Depuis lundi 5 octobre");
    let ahead = world.by("zoe").on("2026-10-01").run("progress --since 2026-09-01").exits(0).says("Depuis mardi 1er septembre");
    assert!(!ahead.err.contains("n’a commencé"), "it is still to begin\n{ahead}");
    world.by("zoe").run("progress --lead leah").exits(2).complains("leah n’est référent·e d’aucun projet").complains("lea");
    world.by("zoe").run("progress --lead max").exits(0).says("Un bilan").never_says("MPHack");
    world.by("zoe").run("progress mphack --deliverable list").exits(2).complains("liste et bilan");
    world.by("zoe").run("progress --deliverable liste").exits(2);
    world.by("zoe").run("progress --compact --format json").exits(2);
}

#[test]
fn a_deliverable_is_looked_at_alone() {
    let world =
        World::with(&[("data/tasks/mphack/l1s2e-liste.toml", &task_with("Écrire la liste", "deliverable = \"liste\"\n"))]);
    let found = json(&world.by("zoe").run("progress mphack --deliverable liste --format json").exits(0));
    assert_eq!((&found["total"]["tasks"], &found["total"]["planned"]), (&Value::from(1), &Value::from(120)));
    let deliverables = found["projects"][0]["deliverables"].as_array().unwrap();
    assert_eq!((deliverables.len(), &deliverables[0]["tasks"]), (1, &Value::from(1)));
    assert_eq!(found["burnup"].as_array().unwrap().last().unwrap()["tasks"], 1);
}

#[test]
fn what_needs_attention_comes_first() {
    let world = World::with(&[
        ("data/projects/aaa.toml", "title = \"Tout va bien\"\nleads = [\"lea\"]\n"),
        ("data/tasks/aaa/a1a2a-un.toml", &task("Ranger la salle")),
        ("data/projects/zzz.toml", "title = \"En retard\"\nleads = [\"lea\"]\n"),
        ("data/tasks/zzz/z1z2z-un.toml", &task_with("Appeler le traiteur", "due = 2026-11-23\n")),
    ]);
    let run = world.by("zoe").run("progress").exits(0).says("À VOIR").says("une tâche en retard");
    let at = |title: &str| run.out.find(title).unwrap();
    assert!(at("En retard") < at("Tout va bien"), "{run}");
    let found = json(&world.by("zoe").run("progress --format json").exits(0));
    assert_eq!(found["projects"][0]["attention"][0]["reason"], "tasks-late");
    assert_eq!(found["projects"][0]["attention"][0]["count"], 1);
    let english = world.by("zoe").run("progress --lang en --format markdown").exits(0);
    english.says("| Project | Tasks done | Progress | Planned time |").says("one task late");
}

#[test]
fn one_line_a_project() {
    let world = world();
    let run = world.by("zoe").run("progress --compact").exits(0);
    let lines: Vec<String> = run.out.lines().map(|line| line.replace('\u{a0}', " ")).collect();
    assert!(lines.contains(&"MPHack J-10 ▓▓▓░░ 7/13 tâches, reste 12 h".to_owned()), "{run}");
    assert!(lines.last().unwrap().starts_with("Ensemble J-10 "), "{run}");
    world.by("zoe").run("progress mphack --compact --ascii --lang en").exits(0).says("MPHack D-10 ###.. 7/13 tasks, 12 h left");
}

#[test]
fn a_chart_fits_and_says_nothing_by_colours() {
    let world = world();
    for (columns, lang) in [("80", "fr"), ("60", "fr"), ("60", "en")] {
        for words in
            ["progress --chart", "progress mphack --chart --since lundi", "progress --chart --ascii", "progress --compact"]
        {
            let call = world.by("zoe").env("COLUMNS", columns).env("MPA_LANG", lang);
            let run = call.run(words).exits(0);
            let width: usize = columns.parse().unwrap();
            for line in run.out.lines() {
                assert!(line.width() <= width, "{words} {columns} {lang}: {line}\n{run}");
            }
            assert!(
                !run.out.contains('\u{1b}')
                    && (words.contains("compact")
                        || seen(&run).contains(if lang == "fr" { "tout droit" } else { "straight on" }))
            );
        }
    }
    let plain = world.by("zoe").run("progress --chart --ascii --lang en").exits(0);
    let drawn = |c: char| "█░▓▁▂▃▄▅▆▇·┊│└─★•→".contains(c);
    assert!(!plain.out.contains(drawn) && plain.out.contains("# done (7)"), "{plain}");
}

#[test]
fn the_drawing_replaces_only_what_was_drawn_here() {
    let world = world();
    let path = world.path("chemin.svg");
    world.by("zoe").run("progress --svg chemin.svg").exits(0).says("C’est écrit dans");
    let drawn = world.read("chemin.svg");
    assert!(
        drawn.starts_with("<svg data-mpa=\"burn-up\" xmlns=\"http://www.w3.org/2000/svg\"")
            && drawn.contains("prefers-color-scheme")
    );
    world.by("zoe").run("progress --svg chemin.svg").exits(0).says("rien n’a changé");
    world.by("zoe").run("progress --svg -").exits(0).says("<svg data-mpa");
    assert_eq!(world.by("zoe").run("progress --svg -").out, drawn);
    world.by("zoe").on("2026-11-25").run("progress --svg chemin.svg").exits(0).says("C’est écrit dans");
    world.by("zoe").run("site public").exits(0);
    let page = world.read("public/fr/index.html");
    let lines = |text: &str| text.split("<path class=\"").skip(1).take(4).map(str::to_owned).collect::<Vec<_>>();
    let first = lines(&drawn);
    assert!(first.iter().take(3).all(|line| page.contains(line.as_str())), "the page shows another drawing");
    fs::write(&path, "<svg>à moi</svg>").unwrap();
    world.by("zoe").run("progress --svg chemin.svg").exits(1).complains("rien n’a été remplacé");
    assert_eq!(world.read("chemin.svg"), "<svg>à moi</svg>");
    world.by("zoe").run("progress --svg data/chemin.svg").exits(1).complains("le dossier des données").says_nothing();
    world.by("zoe").run("progress --svg .git/chemin.svg").exits(1).complains("le dossier de git").says_nothing();
    world.by("zoe").run("progress --svg nulle/part.svg").exits(3).complains("Il n’y a pas de dossier").complains("nulle");
    world.by("zoe").run("progress --svg data").exits(1).complains("n’est pas un simple fichier");
    let left: Vec<_> = fs::read_dir(world.path(".")).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("mpa-output")), "{left:?}");
    assert!(World::with(&[]).by("zoe").run("progress --svg x.svg --theme entraide").code == 0);
}

#[test]
fn time_over_a_budget_is_said_and_checked() {
    let world = World::new();
    world.by("lea").run("tasks edit p4n8w --budget 2h-4h").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 4h").exits(0).never_says("de plus que");
    world.by("zoe").run("log p4n8w 5h").exits(0).says("5 h de plus que le temps prévu (2 h–4 h)").says("mpa release p4n8w");
    let check = world.by("orga").run("check").exits(0);
    assert!(seen(&check).contains("On y a déjà passé 9 h, 5 h de plus que le temps prévu (2 h–4 h)"), "{check}");
    world.by("zoe").run("close p4n8w --evidence https://example.org/page").exits(0).says("Elle a pris 9 h");
    world.by("orga").run("check").exits(0).never_says("de plus que le temps prévu");
    let found = json(&world.by("zoe").run("progress --format json").exits(0));
    let total = &found["total"];
    assert_eq!(
        (&total["planned-done"], &total["timed-spent"], &total["over-budget"]),
        (&Value::from(180), &Value::from(540), &Value::from(1))
    );
}

#[test]
fn the_burnup_ends_with_what_is_counted() {
    let found = json(&world().by("zoe").run("progress --format json").exits(0));
    let last = found["burnup"].as_array().unwrap().last().unwrap();
    for key in ["tasks", "done", "planned", "planned-done"] {
        assert_eq!(last[key], found["total"][key], "{key}");
    }
    assert_eq!(last["day"], found["today"]);
    assert_eq!(found["pace"]["left"], found["total"]["left"]);
}
