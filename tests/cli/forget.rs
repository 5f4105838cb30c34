//! Forgetting a handle: one commit, names only, everything else byte for byte; and what is said of the rest.

use std::fs;

use crate::kit::{CAMPAIGN, PROJECT, World, task};

/// Files that name zoe in every way, and others who are not her.
fn files() -> Vec<(&'static str, String)> {
    let done = "\n[done]\nby = \"§\"\nat = 2026-11-24\nevidence = \"https://example.org/zoe\"\nrecorded-by = 'orga'\n";
    let back = "\n[sent-back]   # zoe sait pourquoi\nby = \"lea\"\nat = 2026-11-23\nreason = \"Vu avec Zoe.\"\n\n[sent-back.done]\nby='§'\nat = 2026-11-23\n\
                evidence = \"liste.pdf\"\n";
    let claims = "\n[claims.max]\nsince = 2026-11-23\nrecorded-by = \"§\"\nreleased = 2026-11-23\nuntil = 2026-11-24\n\n# un commentaire\n\
                  [claims.§]   # ici\nsince = 2026-11-23\nspent.2026-11-23 = \"1h30\"\nhandover = \"Demander à zoe-2.\"\nuntil = 2026-11-23\n\n\
                  [claims.zoelie]\nsince = 2026-11-24\nuntil = 2026-11-30\n";
    let project = PROJECT.replace("leads = [\"lea\"]", "leads = [\n  \"lea\", # pas zoe\n  \"§\",\n]");
    vec![
        ("data/mpa.toml", CAMPAIGN.replace("[\"orga\"]", "[ \"orga\", '§' ] # en tout")),
        (
            "data/projects/mphack.toml",
            format!("{project}delivered = {{ by = \"§\", at = 2026-11-24, evidence = \"bilan.pdf\" }}\n"),
        ),
        ("data/tasks/mphack/p4n8w-logo.toml", task("Dessiner le logo") + claims + "\n# dernier mot"),
        ("data/tasks/mphack/k7q9d-fiche.toml", (task("Relire la fiche avec zoe") + back + done).replace('\n', "\r\n")),
        (
            "data/tasks/mphack/x9c3v-page.toml",
            task("Traduire la page") + "\n[cancelled]\nby = \"§\"\nat = 2026-11-24\nreason = \"zoelie\"\n",
        ),
        ("data/people/max.toml", "skills = [\"web\"]\n".to_owned()),
    ]
}

fn world() -> World {
    let files: Vec<_> = files().into_iter().map(|(path, text)| (path, text.replace('§', "zoe"))).collect();
    let mut files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    files.push(("data/people/zoe.toml", "forge = \"zoe\"\nskills = [\"web\"]\n\n[joined]\nmphack = 2026-11-23\n"));
    files.push((".gitattributes", ""));
    World::with(&files)
}

/// The name that took zoe's place, when it is the same everywhere and nothing else changed.
#[track_caller]
fn replaced(world: &World) -> String {
    let campaign = world.read("data/mpa.toml");
    let name = campaign.split("\", '").nth(1).unwrap().split('\'').next().unwrap().to_owned();
    assert!(name.starts_with("anonyme-") && name.len() == "anonyme-x7k2".len(), "{name}");
    for (path, text) in files() {
        assert_eq!(world.read(path), text.replace('§', &name), "{path}");
    }
    assert!(!world.path("data/people/zoe.toml").exists());
    name
}

#[test]
fn names_are_replaced_everywhere_in_one_commit_and_nothing_else() {
    let world = world();
    let before = world.commits();
    let run = world.by("orga").run("forget zoe").exits(0);
    world.has_one_commit_more_than(before);
    let name = replaced(&world);
    assert_eq!(world.subject(), format!("forget: {name}"));
    assert!(world.message().contains("Mpa-By: orga") && !world.message().contains("zoe"), "{}", world.message());
    let run = run.says(&format!("zoe s’appelle {name} dans les données (6 fichiers changés)"));
    let run = run.says("l’historique de git").says("clones").says("pull requests").says("adresses e-mail des commits");
    let run = run.says(&format!("{name} a encore un rôle dans data/mpa.toml et data/projects/mphack.toml"));
    let run = run.says("mpa undo").says("Des textes libres parlent encore");
    let said: Vec<&str> = run.out.lines().filter_map(|line| line.strip_prefix("- ")).collect();
    let fiche = "data/tasks/mphack/k7q9d-fiche.toml";
    let said_in_fiche: Vec<String> = [1, 9, 12, 22].iter().map(|line| format!("{fiche}:{line}")).collect();
    let mut expected = vec!["data/projects/mphack.toml:5".to_owned()];
    expected.extend(said_in_fiche);
    assert_eq!(said, expected);
    world.anybody().run("check --format json").never_says("\"severity\": \"error\"");
    assert!(world.try_git("grep -w zoe -- data/people").code == 1);
}

#[test]
fn the_person_and_organisers_may_and_nobody_else() {
    let world = world();
    let state = world.state();
    for who in ["max", "lea"] {
        let run = world.by(who).run("oublier zoe").exits(1);
        run.complains("revient à la personne elle-même ou à l’organisation").complains("Qui peut décider : orga et zoe");
    }
    world.by("lea").run("forget zoe --lang en").exits(1).complains("is for that person or the organisers");
    world.by("lea").run("forget Zoé").exits(2).complains("PSEUDO").complains("lettres minuscules");
    world.by("lea").run("forget").exits(2);
    assert_eq!(world.state(), state);
    world.write("data/mpa.toml", CAMPAIGN);
    world.commit("Une seule organisation");
    world.by("zoe").run("forget zoe").exits(0).says("git revert --no-edit HEAD").never_says("mpa undo");
    let message = world.message();
    assert!(!message.contains("zoe") && message.contains("Mpa-By: anonyme-"), "{message}");
    assert!(world.task("p4n8w").contains("[claims.anonyme-"));
}

#[test]
fn a_claim_that_runs_is_released_first() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("claim x9c3v").exits(0);
    let state = world.state();
    let run = world.by("zoe").run("forget zoe").exits(1).complains("zoe a encore une tâche en cours");
    run.complains("« Dessiner le logo » (p4n8w)").complains("mpa release p4n8w").complains("mpa release x9c3v");
    let run = world.by("orga").run("forget zoe --lang en").exits(1).complains("has to be released first");
    run.complains("mpa release p4n8w --for zoe --handover \"…\"");
    assert_eq!(world.state(), state);
    world.by("zoe").run("release p4n8w").exits(0);
    world.by("orga").run("release x9c3v --for zoe --handover 'Elle s’en va.'").exits(0);
    world.by("orga").run("forget zoe").exits(0).says("2 fichiers changés");
    assert!(!world.task("p4n8w").contains("zoe") && !world.task("x9c3v").contains("zoe"));
    world.by("max").run("claim p4n8w").exits(0);
    world.anybody().run("check").exits(0);
    world.by("orga").on("2026-12-20").run("forget max").exits(0).says("1 fichier changé");
    assert!(world.task("p4n8w").contains("until = 2026-12-04"), "a claim that ran out holds nothing");
}

#[test]
fn the_last_organiser_stays() {
    let world = World::new();
    let state = world.state();
    world.by("orga").run("forget orga").exits(1).complains("seul·e à organiser").complains("data/mpa.toml");
    assert_eq!(world.state(), state);
}

#[test]
fn whoever_bears_the_name_decides_nothing() {
    let world = world();
    world.by("orga").run("forget zoe").exits(0);
    let name = replaced(&world);
    world.by(&name).run("tasks edit t3h5w --budget 1h").exits(1).complains("Qui peut décider");
    world.by("orga").run(&format!("forget {name}")).exits(0).says("déjà un nom anonyme");
    world.by("orga").run("forget zoe").exits(0).says("aucune donnée n’est au nom de zoe").says("textes libres");
    world.by("orga").run("forget personne").exits(0).says("Rien à remplacer").never_says("textes libres");
    world.is_clean();
}

#[test]
fn it_is_shown_before_it_is_done_and_taken_back_before_it_is_sent() {
    let world = world();
    let state = world.state();
    let run = world.by("orga").run("forget zoe --dry-run").exits(0).says("-[claims.zoe] # ici").says("+[claims.anonyme-");
    run.says("+++ /dev/null").says("c’était un essai").says("adresses e-mail des commits").says("data/projects/mphack.toml:5");
    assert_eq!(world.state(), state);
    world.remote();
    let files = world.git("rev-parse HEAD^{tree}");
    world.by("orga").run("forget zoe").exits(0);
    world.by("orga").run("undo").exits(0).says("C’est défait : oublier « anonyme-");
    assert_eq!(world.git("rev-parse HEAD^{tree}"), files);
    world.is_clean();
    world.by("orga").run("forget zoe").exits(0).says("mpa sync");
    world.git("push --quiet origin main");
    let state = world.state();
    world.by("orga").run("undo").exits(1).complains("déjà partagée");
    assert_eq!(world.state(), state);
}

#[test]
fn a_file_that_cannot_be_read_stops_it_only_where_it_names_the_person() {
    let world = world();
    world.write("data/tasks/mphack/abcde-casse.toml", "title = \n[claims.zoelie]\n");
    world.commit("Casse");
    world.by("orga").run("forget zoe --dry-run").exits(0);
    world.write("data/tasks/mphack/abcde-casse.toml", "title = \n[claims.zoe]\n");
    world.commit("Casse");
    let state = world.state();
    world.by("orga").run("forget zoe").exits(3).complains("abcde-casse.toml:1");
    assert_eq!(world.state(), state);
}

#[test]
fn a_killed_run_is_completed_under_the_name_it_began_with() {
    let world = world();
    for (path, text) in files().into_iter().take(3) {
        world.write(path, text.replace('§', "anonyme-x7k2"));
    }
    fs::remove_file(world.path("data/people/zoe.toml")).unwrap();
    let before = world.commits();
    world.by("orga").run("forget zoe").exits(0);
    assert_eq!(replaced(&world), "anonyme-x7k2");
    world.has_one_commit_more_than(before);
}

#[test]
fn the_notice_on_personal_data_is_named_where_there_is_one() {
    let world = world();
    world.by("orga").run("forget zoe --dry-run").exits(0).never_says("PRIVACY.md");
    world.write("PRIVACY.md", "# Vie privée\n");
    world.commit("Notice");
    world
        .by("orga")
        .run("forget zoe --lang en")
        .exits(0)
        .says("The notice PRIVACY.md says so, too")
        .says("What mpa cannot reach");
}

#[test]
fn a_request_that_forgets_somebody_is_one_change() {
    let world = world();
    world.git("switch --quiet --create oubli");
    world.by("orga").run("forget zoe --here").exits(0);
    world.git("switch --quiet main");
    for (login, verdict) in [("orga", "Demande courante"), ("zoe", "Demande courante"), ("lea", "(règle forgetting)")] {
        let run = world.anybody().run(&format!("review main..oubli --author {login}")).exits(0);
        let run = run.says("Le pseudo zoe est oublié : il devient anonyme-").says(verdict);
        assert_eq!(run.out.matches("  - ").count(), 1, "{}", run.out);
    }
    world.git("switch --quiet oubli");
    let path = "data/tasks/mphack/p4n8w-logo.toml";
    world.write(path, world.read(path).replace("1h30", "9h30"));
    world.commit("Plus que cela");
    world.git("switch --quiet main");
    world.anybody().run("review main..oubli --author orga").exits(1).says("(règle record-erased)");
}

#[test]
fn requests_that_would_bring_the_name_back_are_named() {
    let world = world();
    world.git("switch --quiet --create mpa/zoe-file");
    world.by("zoe").run("leave mphack --here").exits(0);
    world.git("switch --quiet main");
    world.by("orga").run("forget zoe").exits(0).says("des demandes en attente ramèneraient zoe").says("mpa/zoe-file");
    world.by("orga").run("forget max").exits(0).never_says("demandes en attente");
}
