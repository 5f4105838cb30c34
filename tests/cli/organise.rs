//! Tasks, projects and themes: add, edit, cancel, reopen, deliver, join, leave; and who may.

use crate::kit::World;

#[test]
fn an_organiser_adds_a_task_and_a_volunteer_learns_who_may() {
    let world = World::new();
    let add = "tasks add --project mphack --title 'Écrire la fiche' --budget 2h-4h --done-when 'Elle est relue.' \
               --resource Modèle=https://example.org/f --skill web,redaction --where remote --due 30/11/2026 --after k7q2m";
    let state = world.state();
    let refused = world.by("zoe").run(add).exits(1).complains("Proposer une nouvelle tâche");
    refused.complains("Qui peut décider : lea et orga").complains("hackathon@example.org");
    assert_eq!(world.state(), state);
    let before = world.commits();
    world.by("lea").run(add).exits(0).says("« Écrire la fiche » est ajoutée, sous l’identifiant");
    world.has_one_commit_more_than(before);
    let path = world.all_tasks().into_iter().find(|path| path.contains("-ecrire-la-fiche.toml")).unwrap();
    let expected = "title = \"Écrire la fiche\"\nbudget = \"2h-4h\"\ndone-when = \"Elle est relue.\"\ncreated = 2026-11-24\n\
                    skills = [\n    \"web\",\n    \"redaction\",\n]\nwhere = \"remote\"\ndue = 2026-11-30\nafter = [\"k7q2m\"]\n\
                    \n[resources]\n\"Modèle\" = \"https://example.org/f\"\n";
    assert_eq!(world.read(&path), expected);
    world.anybody().run("check").exits(0);
}

#[test]
fn three_copies_are_three_tasks_in_one_commit() {
    let world = World::new();
    let (before, tasks) = (world.commits(), world.all_tasks().len());
    let words = "tasks add --copies 3 --project mphack --title Appeler --budget 30m --done-when 'Appel fait.' \
                 --resource Liste=https://example.org/l";
    world.by("orga").run(words).exits(0).says("est ajoutée en 3 exemplaires");
    world.has_one_commit_more_than(before);
    assert_eq!(world.all_tasks().len(), tasks + 3);
    world.by("orga").run(&words.replace("--copies 3", "--copies 0")).exits(2).complains("--copies");
    world.by("orga").run(&words.replace("--copies 3", "--copies 21")).exits(2).complains("de 1 à 20");
    world.anybody().run("check").exits(0);
}

#[test]
fn a_draft_is_published_when_it_has_what_a_task_needs() {
    let world = World::new();
    world.by("orga").run("tasks add --draft --project mphack --title Ébauche --budget 1h --done-when 'À voir.'").exits(0);
    let path = world.all_tasks().into_iter().find(|path| path.contains("-ebauche.toml")).unwrap();
    let id = &path.rsplit('/').next().unwrap()[..5];
    assert!(world.task(id).contains("draft = true\n"), "{}", world.task(id));
    world.by("zoe").run(&format!("claim {id}")).exits(1).complains("encore un brouillon");
    world.by("orga").run(&format!("tasks edit {id} --publish")).exits(2).complains("--resource").complains("--draft");
    world.by("orga").run(&format!("tasks edit {id} --publish --resource Lien=https://example.org/e")).exits(0).says("à jour");
    assert!(!world.task(id).contains("draft"), "{}", world.task(id));
    world.by("zoe").run(&format!("claim {id}")).exits(0);
    world.anybody().run("check").exits(0);
}

#[test]
fn an_edit_changes_and_removes_what_is_named() {
    let world = World::new();
    world.by("orga").run("tasks edit t3h5w --remove after --budget 1h30 --description 'Deux\nlignes.'").exits(0);
    let task = world.task("t3h5w");
    assert!(!task.contains("after") && task.contains("budget = \"1h30\"") && task.contains("Deux\nlignes."), "{task}");
    let state = world.state();
    world.by("orga").run("tasks edit t3h5w --budget 1h30").exits(0).says("Rien à changer");
    world.by("orga").run("tasks edit t3h5w").exits(2).complains("--title");
    world.by("orga").run("tasks edit t3h5w --remove title").exits(2).complains("Au choix : deliverable");
    world.by("orga").run("tasks edit t3h5w --budget 9h").exits(1).complains("Coupe-la");
    world.by("orga").run("tasks edit t3h5w --deliverable rien").exits(2).complains("n’a pas de livrable");
    world.by("orga").run("tasks edit t3h5w --after zzzzz").exits(2).complains("Aucune tâche");
    world.by("zoe").run("tasks edit t3h5w --budget 2h").exits(1).complains("Qui peut décider");
    assert_eq!(world.state(), state);
}

#[test]
fn a_cancelled_task_is_kept_and_can_be_reopened() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let state = world.state();
    world.by("orga").run("tasks cancel p4n8w --yes").exits(2).complains("--reason");
    world.by("zoe").run("tasks cancel p4n8w --reason 'Plus utile.' --yes").exits(1).complains("Annuler ou rouvrir");
    assert_eq!(world.state(), state);
    world.by("orga").run("tasks cancel p4n8w --reason 'Plus utile.' --yes").exits(0).says("Préviens zoe");
    assert!(world.task("p4n8w").contains("[cancelled]\nby = \"orga\"\nat = 2026-11-24\nreason = \"Plus utile.\"\n"));
    world.by("max").run("claim p4n8w").exits(1).complains("est annulée depuis le").complains("Plus utile.");
    world.by("zoe").run("renew p4n8w").exits(1).complains("est annulée");
    world.by("lea").run("tasks reopen p4n8w --reason 'Utile tout de même.'").exits(0).says("de nouveau à faire");
    let task = world.task("p4n8w");
    assert!(task.contains("[reopened]") && task.contains("[reopened.cancelled]") && !task.contains("\n[cancelled]"), "{task}");
    world.by("lea").run("tasks reopen p4n8w --reason Encore.").exits(1).complains("ni terminée ni annulée");
    world.anybody().run("check").exits(0);
    world.is_clean();
}

#[test]
fn a_closed_task_that_is_reopened_tells_the_next_person_why() {
    let world = World::new();
    world.by("zoe").run("close p4n8w --evidence https://example.org/l --time 1h").exits(0);
    world.by("orga").run("tasks reopen p4n8w --reason 'Le lien est vide.'").exits(0);
    let task = world.task("p4n8w");
    assert!(task.contains("[reopened.done]") && task.contains("spent.2026-11-24 = \"1h\""), "{task}");
    world.by("max").on("2026-12-05").run("claim p4n8w").exits(0).says("À reprendre, selon orga").says("Le lien est vide.");
    world.anybody().on("2026-12-05").run("check").exits(0);
}

#[test]
fn a_lead_delivers_what_the_project_promised() {
    let world = World::new();
    let state = world.state();
    world.by("zoe").run("deliver mphack liste --evidence https://example.org/l").exits(1).complains("Qui peut décider");
    world.by("lea").run("deliver mphack --evidence https://example.org/l").exits(2).complains("Quel livrable").complains("bilan");
    world.by("lea").run("deliver mphack rien --evidence https://example.org/l").exits(2).complains("n’a pas de livrable");
    world.by("lea").run("deliver mphack liste").exits(2).complains("--evidence");
    assert_eq!(world.state(), state);
    world
        .by("lea")
        .run("deliver mphack liste --evidence https://example.org/l")
        .exits(0)
        .says("est livré")
        .says("premier livrable livré");
    let project = world.read("data/projects/mphack.toml");
    assert!(project.contains("[deliverables.liste.delivered]\nby = \"lea\"\nat = 2026-11-24\n"), "{project}");
    world.by("lea").run("deliver mphack liste --evidence https://example.org/l").exits(1).complains("déjà livré, par lea");
    world.by("lea").run("deliver mphack --evidence https://example.org/b").exits(0).says("Le bilan");
    world.anybody().run("check").exits(0);
    world.is_clean();
}

#[test]
fn joining_and_leaving_write_ones_own_file() {
    let world = World::new();
    let before = world.commits();
    world.by("zoe").run("join mphack --skill web --class 'P17 ICiv'").exits(0).says("compte une personne de plus");
    world.has_one_commit_more_than(before);
    let file = world.read("data/people/zoe.toml");
    assert!(file.contains("skills = [\"web\"]") && file.contains("[joined]\nmphack = 2026-11-24\n"), "{file}");
    let state = world.state();
    world.by("zoe").run("join mphack").exits(0).says("Rien à changer");
    world.by("zoe").run("join rien").exits(2).complains("Aucun projet");
    world.by("max").run("leave mphack").exits(0).says("Rien à changer");
    world.by("max").run("join mphack --for zoe --skill dessin").exits(1).complains("celle d’une autre personne, zoe");
    assert_eq!(world.state(), state);
    world.by("zoe").run("leave mphack").exits(0).says("est enregistré");
    assert!(!world.read("data/people/zoe.toml").contains("mphack"));
    world.anybody().run("check").exits(0);
}

#[test]
fn projects_and_themes_are_added_and_edited_by_organisers() {
    let world = World::new();
    let before = world.commits();
    world.by("orga").run("themes add --title Transmission --question 'Comment transmettre ?' --idea 'Un podcast'").exits(0);
    let list = "tasks list --theme transmission --format json";
    world.anybody().run(list).exits(0).says("\"tasks\": []").complains_of_nothing();
    world.anybody().run("tasks list --theme rien").exits(2).complains("Aucun thème");
    let add = "projects add --title 'Le podcast' --theme transmission --lead max --deliverable 'pilote=Un pilote' --need Micro";
    world.by("orga").run(add).exits(0).says("sous le nom court le-podcast");
    assert_eq!(world.commits(), before + 2);
    world.is_clean();
    let state = world.state();
    world.by("orga").run(add).exits(2).complains("déjà celui d’un projet");
    world.by("orga").run("themes add --title Transmission").exits(2).complains("déjà celui d’un thème");
    world.by("orga").run("projects add --title Autre --theme rien").exits(2).complains("Aucun thème");
    world.by("orga").run("projects add").exits(2).complains("--title");
    world.by("zoe").run("projects add --title Autre").exits(1).complains("Qui peut décider");
    world.by("zoe").run("projects edit le-podcast --summary Non").exits(1);
    world.by("max").run("projects edit le-podcast --lead zoe").exits(1).complains("C’est l’organisation qui désigne");
    assert_eq!(world.state(), state);
    world.by("max").run("projects edit le-podcast --summary Oui --deliverable-due pilote=2026-12-01 --remove needs").exits(0);
    let project = world.read("data/projects/le-podcast.toml");
    assert!(
        project.contains("summary = \"Oui\"") && project.contains("due = 2026-12-01") && !project.contains("Micro"),
        "{project}"
    );
    world.anybody().run("check").exits(0);
    world.anybody().run("projects list").exits(0).says("Le podcast");
    world.anybody().run("themes show transmission").exits(0).says("Un podcast");
}
