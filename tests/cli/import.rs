//! `import`: lists kept elsewhere, and what becomes of each row.

use std::fs;

use crate::kit::{CAMPAIGN, Run, World};
use crate::proposal::MODE;

const BAL: &str = "title = \"Le grand bal\"\nleads = [\"lea\"]\n\n[deliverables.affiche]\ntitle = \"L’affiche\"\nfirst = true\n";
const HEADINGS: &str = "Tâche;Temps (h);Terminée quand;Échéance;Liens;Projet;Où;Lieu;Compétences;Livrable;Bénévole\r\n";
const SOUND: &str = "Compter les chaises;1,5;Le nombre est noté.;04/12/26;https://example.org/plan;MPHack;sur place;;web, paie;liste;zoe\r\n\
     Réserver l’orchestre;2;\"Un devis\nest signé.\";1/12/2026;Devis=https://example.org/x?a=b;Le grand bal;;Paris;;affiche;\r\n\
     Choisir un thème pour la soirée;;;;;bal;à distance;;;;\r\n";

pub(crate) fn world() -> World {
    World::with(&[("data/projects/bal.toml", BAL)])
}

/// Puts `bytes` beside the repository, under that name.
pub(crate) fn file(world: &World, name: &str, bytes: impl AsRef<[u8]>) {
    fs::write(world.top().join(name), bytes).unwrap();
}

/// `text` as Windows writes it in France.
fn windows(text: &str) -> Vec<u8> {
    text.chars().map(|c| if c == '’' { 0x92 } else { u8::try_from(u32::from(c)).unwrap() }).collect()
}

/// The text of every task.
pub(crate) fn texts(world: &World) -> Vec<String> {
    world.all_tasks().iter().map(|path| world.read(path)).collect()
}

/// That of the task of that title.
#[track_caller]
pub(crate) fn task(world: &World, title: &str) -> String {
    let found = texts(world).into_iter().find(|text| text.contains(&format!("title = \"{title}\"")));
    found.unwrap_or_else(|| panic!("no {title}"))
}

#[track_caller]
pub(crate) fn adds_nothing(world: &World, words: &str) -> Run {
    let state = world.state();
    let run = world.by("orga").run(words);
    assert!(world.state() == state, "something was written\n{run}");
    run
}

#[test]
fn a_spreadsheet_becomes_tasks_in_one_commit_and_only_once() {
    let world = world();
    file(&world, "taches.csv", windows(&format!("{HEADINGS}{SOUND}")));
    let commits = world.commits();
    let run = world.by("orga").run("import ../taches.csv").exits(0);
    run.says("point-virgule entre les cases, texte en windows-1252").says("Colonnes ignorées : Bénévole");
    world.has_one_commit_more_than(commits);
    assert_eq!(world.subject(), "import: taches.csv (×3)");
    let chairs = task(&world, "Compter les chaises");
    for line in [
        "budget = \"1h30\"",
        "done-when = \"Le nombre est noté.\"",
        "due = 2026-12-04",
        "where = \"on-site\"",
        "deliverable = \"liste\"",
        "skills = [\n    \"web\",\n    \"paie\",\n]",
        "\"example.org\" = \"https://example.org/plan\"",
    ] {
        assert!(chairs.contains(line), "{line}\n{chairs}");
    }
    let band = task(&world, "Réserver l’orchestre");
    assert!(band.contains("place = \"Paris\"") && band.contains("deliverable = \"affiche\""), "{band}");
    assert!(band.contains("Devis = \"https://example.org/x?a=b\"") || band.contains("\"Devis\" = \"https://example.org/x?a=b\""));
    let draft = task(&world, "Choisir un thème pour la soirée");
    assert!(draft.contains("draft = true") && draft.contains("done-when = \"À préciser.\""), "{draft}");
    world.anybody().run("check").exits(0);

    adds_nothing(&world, "import ../taches.csv").exits(0).says("Rien à ajouter depuis taches.csv").says("3 déjà là");
    world.by("orga").run("undo").exits(0).says("C’est défait : importer « taches.csv »");
    assert!(!texts(&world).iter().any(|text| text.contains("Compter les chaises")));
    world.is_clean();
    world.by("orga").run("import csv ../taches.csv").exits(0).says("3 nouvelles, dont 1 brouillon").says("mpa undo");
    world.by("zoe").run("claim compter les chaises").exits(0);
}

#[test]
fn nothing_is_written_while_a_row_is_wrong_unless_the_rest_is_wanted() {
    let world = world();
    let wrong = "Relire le programme;2;Relu.;12/25/26;https://example.org;bal;;;;;\r\n\
         Servir;2;Fait.;;http://example.org;bal;;;;;\r\n\
         Chercher;3 jours;Fait.;;https://example.org;bal;;;;;\r\n\
         Tout faire;12;Fait.;;https://example.org;bal;;;;;\r\n\
         Hier;2;Fait.;03/11/2026;https://example.org;bal;;;;;\r\n\
         Ailleurs;2;Fait.;;https://example.org;lune;;;;;\r\n\
         Livrer;2;Fait.;;https://example.org;bal;;;;lune;\r\n\
         Un \u{1b}[31mrouge;2;Fait.;;https://example.org;bal;;;;;\r\n\
         Trop;2;Fait.;;https://example.org;bal;;;;;;de cases\r\n\
         ;2;Fait.;;https://example.org;bal;;;;;\r\n";
    file(&world, "taches.csv", format!("{HEADINGS}{SOUND}{wrong}"));
    let mut run = adds_nothing(&world, "import ../taches.csv").exits(1);
    // The second task takes two lines.
    for said in [
        "ligne 6 : Échéance : « 12/25/26 » n’est pas une date sûre",
        "ligne 7 : Liens : « http://example.org » n’est pas une ressource",
        "ligne 8 : Temps (h) : « 3 jours » n’est pas un temps prévu",
        "ligne 9 : « Tout faire » prendrait 12 h",
        "ligne 10 : L’échéance demandée pour « Hier »",
        "ligne 11 : Le projet « lune » n’existe pas ici",
        "ligne 12 : Le projet « bal » n’a pas de livrable « lune »",
        "ligne 13 : Tâche : ce texte ne convient pas",
        "ligne 14 : La ligne a 12 cases pour 11 colonnes",
        "ligne 15 : Il n’y a pas de titre",
    ] {
        run = run.says(said);
    }
    run.complains("10 lignes sont à corriger : rien n’est écrit").complains("--partial");
    adds_nothing(&world, "import ../taches.csv --partial --dry-run").exits(0).says("c’était un essai");
    world.by("orga").run("import ../taches.csv --partial").exits(0).says("3 tâches sont ajoutées depuis taches.csv");
    adds_nothing(&world, "import ../taches.csv --partial").exits(1).complains("10 lignes");
    world.anybody().run("check").exits(0);
}

#[test]
fn a_hundred_rows_are_one_commit_and_a_hundred_thousand_are_too_many() {
    let world = World::new();
    let rows =
        |count: usize| (0..count).map(|at| format!("Ranger le rayon {at};1h;Rangé.;https://example.org\n")).collect::<String>();
    let headings = "titre;budget;terminée quand;lien\n";
    file(&world, "cent.csv", format!("{headings}{}", rows(100)));
    let commits = world.commits();
    world.by("orga").run("import ../cent.csv -p mphack").exits(0).says("… et 60 autres lignes.").says("100 nouvelles");
    world.has_one_commit_more_than(commits);
    assert_eq!(world.git("log -1 --format= --name-only").lines().count(), 100);
    world.by("orga").run("undo").exits(0);
    for (name, bytes, said) in [
        ("lignes.csv", format!("{headings}{}", rows(100_000)).into_bytes(), "10000 lignes et 200 colonnes au plus"),
        ("toutes.csv", format!("{headings}{}", rows(1_001)).into_bytes(), "Plus de 1000 tâches d’un coup"),
        ("colonnes.csv", format!("titre{}\nA\n", ";".repeat(300)).into_bytes(), "200 colonnes au plus"),
        ("grand.csv", vec![b'a'; (8 << 20) + 1], "8 Mo au plus"),
        ("nul.csv", b"titre\nA\0B\n".to_vec(), "ce n’est pas du texte"),
        ("classeur.xlsx", b"PK\x03\x04...".to_vec(), "au format CSV"),
        ("vide.csv", b"titre;budget\n".to_vec(), "aucune tâche"),
        ("rien.csv", b"\n\n".to_vec(), "aucune tâche"),
        ("sans.csv", b"a;b\nc;d\n".to_vec(), "aucune colonne ne donne le titre"),
        ("long.csv", format!("titre;description\nA lire;{}\n", "é ".repeat(40_000)).into_bytes(), "64 Kio"),
        ("faux.json", b"[{\"title\": ]".to_vec(), "ligne 1, colonne"),
    ] {
        file(&world, name, bytes);
        let run = adds_nothing(&world, &format!("import ../{name} -p mphack"));
        assert!([1, 2].contains(&run.code), "{run}");
        let all = crate::kit::flat(&format!("{}{}", run.out, run.err))
            .replace(['\u{202f}', '\u{a0}'], " ")
            .replace("10 000", "10000")
            .replace("1 000", "1000");
        assert!(all.contains(said), "{name}: {said}\n{run}");
    }
    world.anybody().run("import").exits(2);
    adds_nothing(&world, "import csv").exits(2).complains("mpa import csv").complains("-");
    adds_nothing(&world, "import ../nulle-part.csv").exits(2).complains("impossible de lire ce fichier");
}

#[test]
fn whoever_does_not_decide_asks() {
    let world = World::new();
    file(&world, "a.csv", "titre;budget;terminée quand;lien\nRanger les chaises;1h;Rangé.;https://example.org\n");
    let state = world.state();
    world.by("zoe").run("import ../a.csv -p mphack").exits(1).complains("orga");
    assert_eq!(world.state(), state);

    let world = World::new();
    world.write("data/mpa.toml", format!("{CAMPAIGN}{MODE}"));
    world.commit("Work by pull requests");
    world.remote();
    file(&world, "a.csv", "titre;budget;terminée quand;lien\nRanger les chaises;1h;Rangé.;https://example.org\n");
    world.by("zoe").run("import ../a.csv -p mphack").exits(0).says("Demande préparée : ajouter une tâche depuis a.csv");
    assert_eq!(world.git("log --format=%s main..mpa/import-zoe"), "import: a.csv (×1)");
    world.by("zoe").run("import ../a.csv -p mphack").exits(0).says("Rien à ajouter");
    assert_eq!(world.git("rev-list --count main..mpa/import-zoe"), "1");
    world.by("zoe").run("sync").exits(0);
    world.anybody().run("review mpa/import-zoe").exits(0);
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("sync").exits(0);
}

#[test]
fn an_organiser_decides_wherever_the_row_stands_that_needs_one() {
    let row = |project: &str| format!("Ranger pour {project};1h;Rangé.;https://example.org;{project}\n");
    for projects in [["mphack", "bal"], ["bal", "mphack"]] {
        let world = World::with(&[("data/projects/bal.toml", "title = \"Le bal\"\nleads = [\"orga\"]\n")]);
        world.write("data/mpa.toml", format!("{CAMPAIGN}{MODE}"));
        world.commit("Work by pull requests");
        world.remote();
        file(&world, "a.csv", format!("titre;budget;terminée quand;lien;projet\n{}", projects.map(row).concat()));
        world.by("lea").run("import ../a.csv").exits(0).says("L’organisation décidera");
        world.by("lea").run("sync").exits(0);
        world.git("merge --quiet --no-ff --no-edit mpa/import-lea");
        world.git("push --quiet origin main");
        world.by("lea").run("sync").exits(0);
        let given_up = world.by("lea").run("undo").exits(0).out;
        assert!(given_up.contains("annul") && given_up.contains("L’organisation décidera"), "{projects:?}\n{given_up}");
    }
}

#[test]
fn an_import_that_everybody_has_is_given_up_but_for_what_somebody_began() {
    let world = World::new();
    world.remote();
    let rows = ["Ranger les chaises", "Compter les tables", "Plier les nappes"]
        .map(|title| format!("{title};1h;Fait.;https://example.org\n"));
    file(&world, "a.csv", format!("titre;budget;terminée quand;lien\n{}", rows.concat()));
    world.by("orga").run("import ../a.csv -p mphack --sync").exits(0).says("C’est envoyé").says("mpa undo");
    world.by("zoe").run("claim compter les tables").exits(0);
    let commits = world.commits();
    world.by("orga").run("undo").exits(0).says("sont annulées").says("Une autre reste");
    world.has_one_commit_more_than(commits);
    assert!(
        task(&world, "Plier les nappes").contains("[cancelled]") && !task(&world, "Compter les tables").contains("[cancelled]")
    );
    world.by("orga").run("import ../a.csv -p mphack").exits(0).says("2 nouvelles · 1 déjà là");
}

#[test]
fn what_is_personal_is_not_written_unasked() {
    let world = World::new();
    file(
        &world,
        "a.csv",
        "titre;budget;terminée quand;lien;notes\nRanger les chaises;1h;Rangé.;https://example.org;Voir jeanne@example.com\n",
    );
    adds_nothing(&world, "import ../a.csv -p mphack").exits(2).complains("Ranger les chaises").complains("--yes");
    world.by("orga").run("import ../a.csv -p mphack --yes").exits(0);
}

#[test]
fn a_program_is_told_what_would_become_of_each_row() {
    let world = world();
    file(&world, "a.csv", "titre;projet\nDessiner le logo;mphack\nÀ faire;bal\nB;lune\n");
    let run = adds_nothing(&world, "import ../a.csv --dry-run --format json --partial").exits(0);
    let data: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let rows: Vec<_> =
        data["rows"].as_array().unwrap().iter().map(|row| (row["line"].as_u64(), row["outcome"].as_str())).collect();
    assert_eq!(rows, [(Some(2), Some("there")), (Some(3), Some("draft")), (Some(4), Some("wrong"))]);
    assert_eq!(data["rows"][0]["id"], "p4n8w");
    assert_eq!(data["rows"][1]["missing"].as_array().unwrap().len(), 3);
}

#[cfg(unix)]
#[test]
fn it_is_asked_before_anything_is_written() {
    let world = world();
    file(&world, "taches.csv", format!("{HEADINGS}{SOUND}"));
    let state = world.state();
    let mut terminal = world.by("orga").on_terminal("import ../taches.csv");
    terminal.shows("Ajouter ces 3 tâches ?").types("n\r");
    terminal.ends(130).says("3 nouvelles");
    assert_eq!(world.state(), state);
    let mut terminal = world.by("orga").on_terminal("import ../taches.csv");
    terminal.shows("Ajouter ces 3 tâches ?").types("\r");
    terminal.ends(0).says("3 tâches sont ajoutées depuis taches.csv");
}

#[test]
fn what_was_taken_back_before_anybody_saw_it_leaves_nothing_behind() {
    for others_were_first in [false, true] {
        let world = World::new();
        world.remote();
        let other = world.clone_of_remote();
        file(&world, "a.csv", "titre;budget;terminée quand;lien\nRanger les chaises;1h;Rangé.;https://example.org\n");
        world.by("orga").run("import ../a.csv -p mphack").exits(0);
        world.by("orga").run("undo").exits(0);
        if others_were_first {
            other.by("zoe").run("claim p4n8w --sync").exits(0);
        }
        world.by("orga").run("sync").exits(0);
        other.by("zoe").run("sync").exits(0);
        for world in [&world, &other] {
            assert!(!texts(world).iter().any(|text| text.contains("Ranger les chaises")));
            world.anybody().run("check --changed-since HEAD~1").exits(0);
            world.is_clean();
        }
        world.by("orga").run("import ../a.csv -p mphack --sync").exits(0).says("1 nouvelle");
        other.by("zoe").run("sync").exits(0);
        other.by("zoe").run("claim ranger les chaises --sync").exits(0);
        world.by("orga").run("sync").exits(0);
    }
}

#[test]
fn a_row_waits_for_what_comes_with_it_or_is_there_and_for_nothing_else() {
    let world = World::new();
    let rows = "A;Poser les tables;;\nB;Mettre les nappes;A k7q2m;\nC;Allumer;lune;\nD;Servir;C;\nE;Cuire;F;\nF;Goûter;E;\nG;Balayer;H;\nH;Partir;;terminée\n";
    let rows: String = rows.lines().map(|row| format!("{row};1h;Fait.;https://example.org\n")).collect();
    file(&world, "a.csv", format!("id;titre;après;statut;budget;terminée quand;lien\n{rows}"));
    let run = world.by("orga").run("import ../a.csv -p mphack --partial").exits(0);
    run.says("ligne 4 : Elle attend « lune »").says("ligne 5 : Elle attend « C »").says("3 nouvelles · 1 ignorée · 4 à corriger");
    let tables = world.git("log -1 --format=%(trailers:key=Mpa-Task,valueonly)").lines().next().unwrap().to_owned();
    assert!(task(&world, "Mettre les nappes").contains(&format!("after = [\n    \"{tables}\",\n    \"k7q2m\",\n]")));
    assert!(!task(&world, "Balayer").contains("after"), "what it waited for is done");
    world.anybody().run("check").exits(0);
}

#[test]
fn names_that_steer_a_terminal_are_shown_harmless() {
    let world = World::new();
    file(&world, "a.csv", "titre;\u{1b}[31mrouge;projet\u{202e}\nA lire;x;\u{1b}]0;x\n");
    world.by("orga").run("import ../a.csv -p mphack --dry-run");
    file(&world, "b.json", "[{\"titre\": \"A\\u001b[31m\", \"\\u202e\": 1}]");
    world.by("orga").run("import ../b.json -p mphack --dry-run");
    world.by("orga").run("import ../b.json -p mphack --dry-run --format json");
}
