//! `import`: what other programs wrote, and what `export` did. `tests/data/import` holds what Taskwarrior 2.6.2 (`task export`) and
//! todo.txt-cli 2.11.0 wrote, and a list in the form that the manual of `gh` gives.

use std::fs;
use std::path::Path;

use crate::import::{adds_nothing, file, task, texts, world};
use crate::kit::World;

/// One of the lists that other programs wrote.
fn sample(world: &World, name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name);
    file(world, name, fs::read(path).unwrap());
    format!("../{name}")
}

#[test]
fn what_taskwarrior_wrote_is_read() {
    let world = world();
    let path = sample(&world, "taskwarrior.json");
    world.by("orga").run(&format!("import {path}")).exits(0).says("3 nouvelles, dont 3 brouillons · 2 ignorées");
    let hall = task(&world, "Réserver la salle du bal");
    assert!(hall.contains("due = 2026-12-04"), "the day of its own zone\n{hall}");
    assert!(hall.contains("draft = true") && hall.contains("skills = [\"logistique\"]"), "{hall}");
    let id = world.git("log -1 --format=%(trailers:key=Mpa-Task,valueonly)").lines().next().unwrap().to_owned();
    assert!(task(&world, "Imprimer les affiches").contains(&format!("after = [\"{id}\"]")));
    let file = task(&world, "Relire le dossier; « version 2 »");
    assert!(file.contains("\"example.org\" = \"https://example.org/dossier\"") && file.contains("l'avis du trésorier"), "{file}");
    assert!(!texts(&world).iter().any(|text| text.contains("Commander les badges") || text.contains("Abandonnée")));
    adds_nothing(&world, &format!("import taskwarrior {path}")).exits(0);
    adds_nothing(&world, &format!("import github {path}")).exits(2).complains("cela ressemble à taskwarrior, pas à github");
}

#[test]
fn what_todo_txt_wrote_is_read() {
    let world = world();
    let path = sample(&world, "todo.txt");
    world.by("orga").run(&format!("import {path}")).exits(0).says("2 nouvelles, dont 2 brouillons · 1 déjà là · 1 ignorée");
    let hall = task(&world, "Réserver la salle");
    assert!(hall.contains("due = 2026-12-04") && hall.contains("skills = [\"telephone\"]"), "{hall}");
    assert!(!texts(&world).iter().any(|text| text.contains("traiteur")), "what is done there is not brought");
    adds_nothing(&world, &format!("import todo.txt {path}")).exits(0);
    adds_nothing(&world, &format!("import csv {path}")).exits(2).complains("aucune colonne ne donne le titre");
}

#[test]
fn what_gh_wrote_is_known_again_by_its_address() {
    let world = world();
    let path = sample(&world, "github.json");
    adds_nothing(&world, &format!("import {path}")).exits(1).says("Aucun projet n’est indiqué").says("bal et mphack");
    world.by("orga").run(&format!("importer {path} --project bal")).exits(0).says("2 nouvelles, dont 2 brouillons · 1 ignorée");
    let page = task(&world, "Mettre à jour la page d’accueil");
    assert!(page.contains("due = 2026-12-03") && page.contains("skills = [\"web\"]"), "{page}");
    assert!(
        page.contains("\"GitHub #12\" = \"https://github.com/example-org/bal/issues/12\"") && !page.contains("piolet"),
        "{page}"
    );
    let id = world.git("log -1 --format=%(trailers:key=Mpa-Task,valueonly)").lines().next().unwrap().to_owned();
    world.by("orga").run(&format!("tasks edit {id} --title 'Rafraîchir l’accueil'")).exits(0);
    adds_nothing(&world, &format!("import {path} --project mphack")).exits(0).says(&format!("déjà là ({id})"));
}

#[test]
fn what_was_exported_comes_back_the_same() {
    let rich = "deliverable = \"liste\"\nskills = [\n    \"web\",\n    \"paie\",\n]\nwhere = \"on-site\"\nplace = \"Paris, 5e\"\ndue = 2026-12-01\n\
         after = [\"k7q2m\"]\ncontact = \"hackathon@example.org\"\ndescription = \"\"\"\n- une ; deux\n- =1, \"trois\"\n\n'fin'\"\"\"\n";
    let task = crate::kit::task_with("=Titre ; « à, b »", rich).replace("\"2h\"", "\"1h30-2h\"");
    let remote = crate::kit::task_with("Relire d’ici", "where = \"remote\"\n")
        .replace("[resources]", "[resources]\n\"A=B, ;\" = \"https://example.org/?a=b\"");
    let from = World::with(&[
        ("data/tasks/mphack/r1c2h.toml", &task),
        ("data/tasks/mphack/r2c3h.toml", &remote),
        ("data/tasks/mphack/r3c4h.toml", &crate::kit::task("Deux fois")),
        ("data/tasks/mphack/r4c5h.toml", &crate::kit::task("Deux fois")),
    ]);
    let all = |world: &World| {
        let mut all = texts(world);
        // Ids and the day on which a file was made are new.
        let own = |text: &String| {
            text.replace("2026-11-24", "2026-11-23")
                .lines()
                .filter(|line| !line.starts_with("after"))
                .collect::<Vec<_>>()
                .join("\n")
        };
        all.iter_mut().for_each(|text| *text = own(text));
        all.sort();
        all
    };
    for (kind, language) in [("csv", "fr"), ("csv", "en"), ("json", "fr")] {
        from.anybody().run(&format!("export {kind} --lang {language} -o ../liste.{kind}")).exits(0);
        let to = World::new();
        for path in to.git("ls-files data/tasks").lines() {
            fs::remove_file(to.path(path)).unwrap();
        }
        to.commit("Nothing to do yet");
        file(&to, "liste", fs::read(from.top().join(format!("liste.{kind}"))).unwrap());
        to.by("orga").run("import ../liste --yes").exits(0).says("11 nouvelles, dont 1 brouillon");
        assert_eq!(all(&to), all(&from), "{kind} {language}");
        let waits = texts(&to).into_iter().filter(|text| text.contains("\nafter = ")).count();
        assert_eq!(waits, 2, "what comes before is known by its new id");
        to.anybody().run("check").exits(0);
        adds_nothing(&to, "import ../liste").exits(0).says("11 déjà là");
    }
}
