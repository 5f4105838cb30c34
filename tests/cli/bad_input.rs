//! Bad input: what was found, what was expected, the next command, the right exit code; nothing changed on disk.

use crate::kit::{CAMPAIGN, Run, World, task};

/// `words` by zoe change nothing.
#[track_caller]
fn unchanged(world: &World, words: &str, code: i32) -> Run {
    let state = world.state();
    let run = world.by("zoe").run(words).exits(code).says_nothing();
    assert_eq!(world.state(), state);
    run
}

#[test]
fn no_data_folder() {
    let world = World::empty();
    for words in ["tasks list", "claim p4n8w", "check", "progress", ""] {
        let run = world.by("zoe").run(words).exits(3).complains("Il n’y a pas de liste de tâches ici").complains("mpa init");
        run.says_nothing();
    }
    world.by("zoe").run("tasks list --data rien").exits(3).complains("Il n’y a pas de liste de tâches dans rien");
    world.by("zoe").env("MPA_DATA", "/nulle/part").run("tasks list").exits(3).complains("/nulle/part");
    assert_eq!(std::fs::read_dir(&world.repo).unwrap().count(), 0);
}

#[test]
fn no_repository() {
    let world = World::empty();
    world.write("data/mpa.toml", CAMPAIGN);
    world.write("data/projects/mphack.toml", "title = \"MPHack\"\n");
    world.write("data/tasks/mphack/p4n8w-logo.toml", task("Dessiner le logo"));
    world.by("zoe").run("claim p4n8w").exits(5).complains("Pas de dépôt git").complains("cd DOSSIER");
    world.by("zoe").run("tasks list").exits(0).says("Dessiner le logo");
    assert_eq!(world.read("data/tasks/mphack/p4n8w-logo.toml"), task("Dessiner le logo"));
}

#[test]
fn unknown_and_ambiguous_tasks() {
    let world = World::new();
    unchanged(&world, "claim zzzzz", 2).complains("Aucune tâche ne répond à « zzzzz »").complains("mpa tasks list --all");
    unchanged(&world, "claim une licorne", 2).complains("« une licorne »");
    let run = unchanged(&world, "claim k7q", 2).complains("« k7q » peut désigner 2 tâches");
    run.complains("k7q2m Mettre la liste en ligne (libre)").complains("k7q9d Relire la fiche (libre)");
    unchanged(&world, "claim la", 2).complains("peut désigner");
    unchanged(&world, "claim", 2).complains("TÂCHE").complains("p4n8w");
    unchanged(&world, "tasks show zzzzz", 2).complains("Aucune tâche");
}

#[test]
fn malformed_words() {
    let world = World::new();
    for (words, found, expected) in [
        ("claim p4n8w --as Zoé_77", "--as : « Zoé_77 »", "lampe-77"),
        ("claim p4n8w --for ''", "--for", "lampe-77"),
        ("claim p4n8w --until 31/02/2026", "--until : « 31/02/2026 »", "04/12/2026"),
        ("claim p4n8w --until jadis", "« jadis » n’est pas une date", "04/12/2026"),
        ("log p4n8w longtemps", "« longtemps » n’est pas une durée", "1h30"),
        ("log p4n8w 1h --day jadis", "--day : « jadis »", "04/12/2026"),
        ("close p4n8w --evidence https://example.org --time 25x", "--time : « 25x »", "45m"),
        ("close p4n8w --evidence ok", "« ok » ne montre pas le résultat", "20 caractères"),
        ("projects edit mphack --title …", "--title : ce texte ne convient pas", "avec un mot au moins"),
        ("release p4n8w --handover ...", "--handover : ce texte ne convient pas", "d’un mot au moins"),
        ("tasks list --time beaucoup", "--time : « beaucoup »", "45m"),
        ("tasks list --status libres", "--status : « libres »", "open"),
        ("tasks list --project Mon/Projet", "--project : « Mon/Projet »", "liste-de-taches"),
        ("tasks list --sort hasard", "--sort : « hasard »", "due"),
        ("tasks add --project mphack --title T --budget 4h-2h --done-when F", "--budget : « 4h-2h »", "2h-4h"),
        (
            "tasks add --project mphack --title T --budget 2h --done-when F --resource http://a.b",
            "--resource",
            "https://example.org",
        ),
        ("tasks edit p4n8w --after !!", "--after : « !! »", "k7q2m"),
        ("join mphack --class 42", "--class : « 42 »", "P17 ICiv"),
        ("tasks edit p4n8w --where lune", "--where : « lune »", "remote"),
        ("clam p4n8w", "« clam » n’est pas une commande", "claim"),
        ("claim p4n8w --untill 2026-12-01", "--untill", "--until"),
        ("log", "Il manque", "TEMPS"),
        ("claim p4n8w --until", "--until", "valeur"),
        ("tasks list --limit beaucoup", "--limit", "beaucoup"),
    ] {
        let run = unchanged(&world, words, 2);
        let said = crate::kit::flat(&run.err);
        assert!(said.contains(found) && said.contains(expected), "« {found} », « {expected} »\n{run}");
    }
    world.by("Zoé").run("claim p4n8w").exits(2).complains("MPA_HANDLE : « Zoé »");
    world.by("zoe").env("MPA_NOW", "hier").run("claim p4n8w").exits(2).complains("MPA_NOW : « hier »");
    world.is_clean();
}

#[test]
fn without_a_terminal_what_is_missing_is_named() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    for (who, words, flag) in [
        ("zoe", "close", "--evidence"),
        ("orga", "tasks add", "--project"),
        ("orga", "tasks add --project mphack", "--title"),
        ("orga", "tasks add --project mphack --title T", "--budget"),
        ("orga", "tasks add --project mphack --title T --budget 1h", "--done-when"),
        ("orga", "tasks add --project mphack --title T --budget 1h --done-when F", "--resource"),
        ("orga", "tasks cancel p4n8w", "--reason"),
        ("orga", "tasks reopen p4n8w", "--reason"),
        ("orga", "deliver mphack liste", "--evidence"),
        ("orga", "projects poll mphack", "--votes"),
        ("orga", "projects poll mphack --votes 3", "--of"),
        ("orga", "campaign next --yes", "--name"),
        ("orga", "themes add", "--title"),
        ("zoe", "join", "mpa projects list"),
        ("zoe", "init ../autre --as zoe", "--name"),
    ] {
        world.by(who).run(words).exits(2).complains(flag).says_nothing();
    }
    world.anybody().run("init ../autre --name Essai").exits(2).complains("--as");
    assert!(!world.top().join("autre").exists());
    world.is_clean();
}

#[test]
fn toml_that_does_not_parse() {
    let world = World::new();
    let path = "data/tasks/mphack/abcde-casse.toml";
    world.write(path, "title = \"Cassée\"\nbudget = \"2h\nfin = \u{1b}[31m\u{202e}\n");
    world.commit("Une fiche cassée");
    for words in ["tasks list", "progress", "projects list", ""] {
        let run = world.by("zoe").run(words).exits(0).complains(&format!("{path}:2:")).complains("budget = \"2h");
        assert!(run.out.contains("MPHack") || run.out.contains("Traduire la page"), "{run}");
    }
    unchanged(&world, "claim abcde", 3).complains(&format!("{path}:2:")).complains("mpa check");
    world.by("zoe").run("check").exits(1).says(&format!("{path}:2:"));
    world.by("zoe").run("claim p4n8w").exits(0);
    let long = format!("title = \"Longue\"\nbudget = {}\n", "x".repeat(5000));
    world.write(path, long);
    let run = world.by("zoe").run("check").exits(1).says(&format!("{path}:2:")).says("…");
    assert!(run.out.len() < 2000, "{run}");
}

#[test]
fn values_that_do_not_fit_are_all_named() {
    let world = World::new();
    let text = "title = \"\"\nbudget = \"2 heures et quelque\"\ndone-when = 3\ncreated = \"2026-11-23\"\nskils = [\"web\"]\n\n[resources]\n\
                Lien = \"javascript:alert(1)\"\n";
    world.write("data/tasks/mphack/abcde-fausse.toml", text);
    let run = world.by("zoe").run("check").exits(1);
    for place in
        [":1:9 : title", ":2:10 : budget", ":3:13 : done-when", ":4:11 : created", ":5:1 : skils", ":8:8 : resources.Lien"]
    {
        assert!(crate::kit::flat(&run.out).contains(place), "{place}\n{run}");
    }
    run.says("Voulais-tu écrire skills ?").says("Écris plutôt 2026-11-23");
}

#[test]
fn a_format_of_the_future() {
    let world = World::with(&[("data/mpa.toml", &CAMPAIGN.replace("format = 1", "format = 2"))]);
    for words in ["tasks list", "claim p4n8w", "check"] {
        unchanged(&world, words, 3).complains("format 2").complains("Installe une version plus récente");
    }
}

#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_read() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    const NOBODY: u32 = 65534;
    let world = World::new();
    let folder = world.path("data/tasks/mphack");
    let allow = |mode| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode)).unwrap();
    let is_root = std::fs::metadata(world.home()).unwrap().uid() == 0;
    let call = || if is_root { world.by("zoe").with_user(NOBODY) } else { world.by("zoe") };
    if is_root {
        std::fs::set_permissions(world.top(), std::fs::Permissions::from_mode(0o755)).unwrap();
        let reached = std::process::Command::new("setpriv")
            .args(["--reuid=65534", "--regid=65534", "--clear-groups", env!("CARGO_BIN_EXE_mpa"), "--version"])
            .output();
        if !reached.is_ok_and(|output| output.status.success()) {
            crate::kit::skipped("root may read everything, and nobody cannot reach the program");
            return;
        }
    }
    allow(0o000);
    let run = call().run("tasks list");
    allow(0o755);
    run.exits(3).complains("Pas la permission de lire").complains("data/tasks/mphack");
    let file = world.path(&world.task_path("p4n8w"));
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    let run = call().run("tasks list");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    run.exits(0).says("Traduire la page").complains("p4n8w-logo.toml").complains("permission");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_under_the_output() {
    let world = World::new();
    let full = || world.by("zoe").into_file("/dev/full");
    for words in ["tasks list", "progress", "tasks list --format json", "check", "--version", "--help"] {
        let run = full().run(words).exits(3);
        if words != "--version" && words != "--help" {
            run.complains("Le résultat n’a pas pu être écrit");
        }
    }
    world.is_clean();
}

#[test]
#[cfg(unix)]
fn a_reader_that_went_away_is_no_error() {
    let world = World::new();
    for number in 0..400 {
        world.write(&format!("data/tasks/mphack/aa{number:03}-tache.toml"), task(&format!("Tâche {number}")));
    }
    for words in ["tasks list --all", "tasks list --all --format csv", "tasks list --all --format json"] {
        let mut child = world.by("zoe").start(words);
        drop(child.stdout.take());
        Run::of_child(child, words).sound().exits(0).complains_of_nothing();
    }
}

#[test]
fn help_and_version_need_nothing() {
    let world = World::empty();
    let version = world.anybody().run("--version").exits(0).says("mpa 0.").complains_of_nothing();
    assert!(version.out.ends_with(")\n") && version.out.contains(std::env::consts::ARCH), "no target: {version}");
    assert_eq!(world.anybody().run("-V --lang fr").exits(0).out, version.out);
    world.anybody().run("--help").exits(0).says("claim").complains_of_nothing();
    world.anybody().run("help claim").exits(0).says("--until");
    world.anybody().run("claim --help --lang en").exits(0).says("--until");
}
