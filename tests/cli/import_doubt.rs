//! `import`: rows that could be read in two ways, and what looks like a task that is there but is not.

use crate::import::{adds_nothing, file, task};
use crate::kit::{World, task_with};

const DONE: &str = "\n[done]\nby = \"zoe\"\nat = 2026-11-24\nevidence = \"https://example.org/liste\"\n";

fn issues(numbers: &[u32]) -> String {
    let one = |number: &u32| {
        format!(
            r#"{{"number": {number}, "title": "Point hebdo", "state": "OPEN", "url": "https://github.com/example-org/bal/issues/{number}"}}"#
        )
    };
    format!("[{}]", numbers.iter().map(one).collect::<Vec<_>>().join(","))
}

#[test]
fn another_issue_of_the_same_title_is_another_task() {
    for numbers in [[12, 31], [31, 12]] {
        let world = World::new();
        file(&world, "issues.json", issues(&[12]));
        world.by("orga").run("import ../issues.json -p mphack").exits(0).says("1 nouvelle");
        file(&world, "issues.json", issues(&numbers));
        world.by("orga").run("import ../issues.json -p mphack").exits(0).says("1 nouvelle, dont 1 brouillon · 1 déjà là");
        adds_nothing(&world, "import ../issues.json -p mphack").exits(0).says("2 déjà là");
    }
    // A task that somebody typed in, and that names its issue, is not typed in a second time.
    let named =
        task_with("Point hebdo", "").replace("https://example.org/modele", "https://github.com/example-org/bal/issues/12");
    let world = World::with(&[
        ("data/tasks/mphack/r1c2h.toml", &named),
        ("data/tasks/mphack/r2c3h.toml", &crate::kit::task("Point hebdo")),
    ]);
    file(&world, "issues.json", issues(&[12, 31, 32]));
    adds_nothing(&world, "import ../issues.json -p mphack --dry-run").exits(0).says("(r1c2h)").says("(r2c3h)").says("1 nouvelle");
}

#[test]
fn what_is_over_there_is_not_what_is_still_to_do() {
    let done = crate::kit::task("Point hebdo") + DONE;
    for order in [["terminée", "à faire"], ["à faire", "terminée"]] {
        let rows: String = order.map(|status| format!("Point hebdo;{status};1h;Fait.;https://example.org\n")).concat();
        let list = format!("titre;statut;budget;terminée quand;lien\n{rows}");
        let world = World::with(&[("data/tasks/mphack/r1c2h.toml", &done)]);
        file(&world, "a.csv", &list);
        world.by("orga").run("import ../a.csv -p mphack").exits(0).says("1 nouvelle · 1 ignorée");
        adds_nothing(&world, "import ../a.csv -p mphack").exits(0).says("1 déjà là");
        // What is still to do here is no answer to what is over there.
        let world = World::with(&[("data/tasks/mphack/r1c2h.toml", &crate::kit::task("Point hebdo"))]);
        file(&world, "a.csv", &list);
        adds_nothing(&world, "import ../a.csv -p mphack").exits(0).says("déjà là (r1c2h)");
    }
}

#[test]
fn a_row_with_too_many_parts_is_wrong_and_only_that_row() {
    let world = World::new();
    let links = |count: usize| (0..count).map(|at| format!("https://example.org/{at}\n")).collect::<String>();
    let words = |count: usize| (0..count).map(|at| format!("s{at},")).collect::<String>();
    let rows = [
        format!("Cent liens;1h;Fait.;\"{}\";;\n", links(100)),
        format!("Trop de liens;1h;Fait.;\"{}\";;\n", links(20_000)),
        format!("Trop de compétences;1h;Fait.;https://example.org;{};\n", words(20_000)),
        format!("Attendre trop;1h;Fait.;https://example.org;;{}\n", "p4n8w ".repeat(20_000)),
    ];
    file(&world, "a.csv", format!("titre;budget;terminée quand;liens;compétences;après\n{}", rows.concat()));
    let run = world.by("orga").run("import ../a.csv -p mphack --partial").exits(0).says("1 nouvelle · 3 à corriger");
    for said in ["liens : il y en a plus de 100", "compétences : il y en a plus de 100", "après : il y en a plus de 100"] {
        assert!(crate::kit::flat(&run.out).replace('\u{a0}', " ").contains(said), "{said}\n{run}");
    }
    let text = task(&world, "Cent liens");
    assert!(text.contains("\"example.org\" = ") && text.contains("\"example.org 100\" = "), "{text}");
}

#[test]
fn a_key_of_several_rows_is_a_problem_of_whoever_waits_for_it() {
    let world = World::new();
    let rows = ["1;Poser les tables;", "1;Mettre les nappes;", "3;Balayer;", "2;Servir;1"];
    let rows = rows.map(|row| format!("{row};1h;Fait.;https://example.org\n")).concat();
    file(&world, "a.csv", format!("id;titre;après;budget;terminée quand;lien\n{rows}"));
    let run = world.by("orga").run("import ../a.csv -p mphack --partial").exits(0).says("3 nouvelles · 1 à corriger");
    run.says("ligne 5 : Elle attend « 1 », et plusieurs lignes portent cet identifiant");
}

#[test]
fn the_first_place_counts_and_what_is_done_from_anywhere_has_none() {
    let world = World::new();
    let rows = ["Lyon;B12;;", ";B12;sur place;au choix", "Lyon;;à distance;", ";;à distance;", ";;plage;"];
    let rows: String =
        rows.iter().enumerate().map(|(at, row)| format!("Lieu numéro {at};1h;Fait.;https://example.org;{row}\n")).collect();
    file(&world, "a.csv", format!("titre;budget;terminée quand;lien;Ville;Salle;Où;Modalité\n{rows}"));
    let run = world.by("orga").run("import ../a.csv -p mphack --partial").exits(0).says("3 nouvelles · 2 à corriger");
    run.says("ligne 4 : « à distance » et « Lyon » se contredisent").says("Écris « à distance », « sur place » ou « au choix »");
    assert!(task(&world, "Lieu numéro 0").contains("place = \"Lyon\""));
    assert!(task(&world, "Lieu numéro 1").contains("where = \"on-site\"\nplace = \"B12\""));
    assert!(task(&world, "Lieu numéro 3").contains("where = \"remote\""));
}

#[test]
fn a_title_of_several_projects_or_deliverables_names_none() {
    let project = |title: &str| {
        format!(
            "title = \"{title}\"\nleads = [\"lea\"]\n\n[deliverables.un]\ntitle = \"Le plan\"\nfirst = true\n\n[deliverables.deux]\ntitle = \"Le plan\"\n\n[deliverables.plan]\ntitle = \"Un\"\n"
        )
    };
    let world = World::with(&[
        ("data/projects/bal.toml", &project("Le grand bal")),
        ("data/projects/fete.toml", &project("Le grand bal")),
        ("data/projects/noel.toml", &project("Bal")),
    ]);
    let rows = ["Le grand bal;", "bal;un", "bal;Le plan", "noel;plan"];
    let rows: String =
        rows.iter().enumerate().map(|(at, row)| format!("Danse numéro {at};1h;Fait.;https://example.org;{row}\n")).collect();
    file(&world, "a.csv", format!("titre;budget;terminée quand;lien;projet;livrable\n{rows}"));
    let run = world.by("orga").run("import ../a.csv --partial").exits(0).says("2 nouvelles · 2 à corriger");
    run.says("ligne 2 : « Le grand bal » est le titre de plusieurs : bal et fete")
        .says("ligne 4 : « Le plan » est le titre de plusieurs : ");
    assert!(task(&world, "Danse numéro 1").contains("deliverable = \"un\""));
    assert!(world.all_tasks().iter().any(|path| path.starts_with("data/tasks/bal/")), "the short name counts first");
}

#[test]
fn what_somebody_completed_or_an_import_only_names_is_not_given_up() {
    let world = World::new();
    world.remote();
    let rows = ["Ranger les chaises;1h", "Compter les tables;", "Plier les nappes;1h"]
        .map(|row| format!("{row};Fait.;https://example.org\n"));
    file(&world, "a.csv", format!("titre;budget;terminée quand;lien\n{}", rows.concat()));
    world.by("orga").run("import ../a.csv -p mphack").exits(0);
    world.git("commit --amend --quiet --no-edit --trailer 'Mpa-Task: p4n8w'");
    world.by("orga").run("sync").exits(0);
    world.by("lea").run("tasks edit compter les tables --budget 30m --publish").exits(0);
    world.by("lea").run("tasks edit ranger les chaises --done-when 'Plus une chaise dans la salle.'").exits(0);
    world.by("orga").run("undo").exits(0).says("une tâche ajoutée depuis a.csv est annulée").says("2 autres restent");
    let is_cancelled = |title: &str| task(&world, title).contains("[cancelled]");
    assert!(is_cancelled("Plier les nappes"));
    for title in ["Ranger les chaises", "Compter les tables", "Dessiner le logo"] {
        assert!(!is_cancelled(title), "{title}");
    }
}
