//! What `check` calls an error, no command writes: each is tried, refused in a sentence, and leaves nothing behind.

use crate::kit::{Run, World, task_with};

/// `words` are refused with `code`, and change nothing; `check` goes on finding no error.
#[track_caller]
fn refused(world: &World, who: &str, words: &str, code: i32) -> Run {
    let before = world.state();
    let run = world.by(who).run(words).exits(code).says_nothing();
    assert_eq!(world.state(), before, "{words}");
    world.by(who).run("check").exits(0);
    run
}

#[test]
fn tasks_never_wait_for_each_other() {
    let world = World::new();
    world.by("orga").run("tasks edit p4n8w --after x9c3v").exits(0);
    world.by("orga").run("tasks edit x9c3v --after b6j2r").exits(0);
    refused(&world, "orga", "tasks edit b6j2r --after p4n8w", 1).complains("b6j2r → p4n8w → x9c3v → b6j2r");
    refused(&world, "orga", "tasks edit b6j2r --after k7q2m,x9c3v --title Autre", 1).complains("s’attendent en rond");
    refused(&world, "orga", "tasks edit b6j2r --after b6j2r", 1).complains("b6j2r → b6j2r");
    world.by("orga").run("tasks edit b6j2r --after k7q2m").exits(0);
    // A circle that is there already stops nobody else, nor who takes it apart.
    let world = World::new();
    for (id, other) in [("p4n8w", "x9c3v"), ("x9c3v", "p4n8w")] {
        let path = world.task_path(id);
        world.write(&path, world.read(&path).replace("[resources]", &format!("after = [\"{other}\"]\n\n[resources]")));
    }
    world.commit("Un rond");
    world.by("orga").run("check").exits(1);
    world.by("orga").run("tasks edit b6j2r --after p4n8w").exits(0);
    world.by("orga").run("tasks edit x9c3v --title 'Traduire la longue page'").exits(0);
    world.by("orga").run("tasks edit x9c3v --remove after").exits(0);
    world.by("orga").run("check").exits(0);
}

/// Each on its own is sound; `sync` names the second and does not send it.
#[test]
fn a_circle_that_two_people_close_is_not_sent() {
    let world = World::new();
    world.remote();
    let other = world.clone_of_remote();
    world.by("orga").run("tasks edit p4n8w --after x9c3v --sync").exits(0);
    other.by("orga").run("tasks edit x9c3v --after p4n8w").exits(0);
    other.by("orga").run("sync").exits(4).complains("x9c3v → p4n8w → x9c3v");
    other.by("orga").run("check").exits(0);
}

#[test]
fn two_first_deliverables_are_not_sent() {
    let world = World::with(&[("data/projects/nu.toml", "title = \"Nu\"\n")]);
    world.remote();
    let other = world.clone_of_remote();
    world.by("orga").run("projects edit nu --deliverable 'a=Le plan' --sync").exits(0);
    other.by("orga").run("projects edit nu --deliverable 'b=La fiche'").exits(0);
    other.by("orga").run("sync").exits(4).complains("2 livrables sont marqués first = true");
    other.by("orga").run("check").exits(0);
}

#[test]
fn names_that_lead_nowhere() {
    let world = World::new();
    let add =
        "tasks add --title 'Écrire la page' --budget 1h --done-when 'Elle est en ligne' --resource 'Page=https://example.org'";
    for (words, code, said) in [
        (format!("{add} --project nulle-part"), 2, "nulle-part"),
        (format!("{add} --project mphack --deliverable nulle-part"), 2, "nulle-part"),
        (format!("{add} --project mphack --after zzzz0"), 2, "zzzz0"),
        ("tasks edit p4n8w --deliverable nulle-part".to_owned(), 2, "nulle-part"),
        ("tasks edit p4n8w --after zzzz0".to_owned(), 2, "zzzz0"),
        ("projects add --title Nouveau --theme nulle-part".to_owned(), 2, "nulle-part"),
        ("projects edit mphack --theme nulle-part".to_owned(), 2, "nulle-part"),
        ("projects edit mphack --deliverable-due nulle-part=2026-12-01".to_owned(), 2, "nulle-part"),
        ("deliver mphack nulle-part --evidence https://example.org".to_owned(), 2, "nulle-part"),
        ("join nulle-part".to_owned(), 2, "nulle-part"),
    ] {
        refused(&world, "orga", &words, code).complains(said);
    }
}

#[test]
fn records_that_cannot_be() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    for (who, words, code, said) in [
        ("ana", "claim p4n8w", 4, "est prise par zoe"),
        ("ana", "claim d0aft", 1, "brouillon"),
        ("zoe", "log p4n8w 1h --day 2026-12-24", 1, "encore à venir"),
        ("orga", "projects edit mphack --ended 2030-01-01", 1, "encore à venir"),
    ] {
        refused(&world, who, words, code).complains(said);
    }
    world.by("zoe").run("close p4n8w --evidence https://example.org --time 1h").exits(0);
    refused(&world, "orga", "tasks cancel p4n8w --reason 'Plus la peine' --yes", 1).complains("déjà terminée");
    refused(&world, "ana", "claim p4n8w", 1).complains("déjà terminée");
    world.by("orga").run("tasks cancel x9c3v --reason 'Plus la peine' --yes").exits(0);
    refused(&world, "zoe", "close x9c3v --evidence https://example.org", 1).complains("est annulée");
}

/// No file of the data is larger than what is read.
#[test]
fn a_file_that_would_be_too_large() {
    let world = World::new();
    let long = "a".repeat(70_000);
    for words in [
        format!("tasks edit p4n8w --description {long}"),
        format!("tasks add --project mphack --draft --title 'Écrire la page' --budget 1h --done-when {long}"),
        format!("projects edit mphack --summary {long}"),
        format!("projects add --title Nouveau --summary {long}"),
        format!("themes add --title Nouveau --question {long}"),
        format!("tasks cancel p4n8w --yes --reason {long}"),
    ] {
        refused(&world, "orga", &words, 1).complains("plus de 64");
    }
    world.by("zoe").run("claim p4n8w").exits(0);
    refused(&world, "zoe", &format!("release p4n8w --handover {long}"), 1).complains("au-delà de 2000");
    refused(&world, "zoe", &format!("close p4n8w --evidence https://example.org --note {long}"), 1).complains("au-delà de 2000");
}

#[test]
fn days_that_are_typed() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let add = "tasks add --project mphack --title 'Écrire la page' --budget 1h --done-when 'Elle est en ligne' \
               --resource 'Page=https://example.org'";
    for (who, words, said) in [
        ("zoe", "log p4n8w 1h --day 05/01/2026".to_owned(), "porte la date du 5 janvier, qui est trop ancienne"),
        ("zoe", "renew p4n8w --until 2026-11-20".to_owned(), "est déjà passée"),
        ("ana", "claim x9c3v --until 2026-11-20".to_owned(), "tombe avant le premier jour"),
        ("orga", format!("{add} --due 12/3/2026"), "« Écrire la page », le 12 mars, est déjà passée"),
        ("orga", "tasks edit p4n8w --due 2026-11-23".to_owned(), "est déjà passée"),
        ("orga", "projects edit mphack --deliverable-due bilan=2025-12-04".to_owned(), "« Le bilan », le 4 décembre 2025"),
    ] {
        refused(&world, who, &words, 1).complains(said);
    }
    for (who, words) in [
        ("zoe", "log p4n8w 1h --day 2026-11-23"),
        ("orga", "tasks edit p4n8w --due 2026-11-24"),
        ("orga", "projects edit mphack --deliverable-due bilan=2026-12-20"),
    ] {
        world.by(who).run(words).exits(0).complains_of_nothing();
    }
    // A due day that has passed since stands in nobody's way.
    world.by("orga").on("2026-11-30").run("tasks edit p4n8w --title 'Dessiner le beau logo'").exits(0);
    world.anybody().run("init ../autre --as zoe --name Autre --deadline 2025-12-04").exits(1).complains("est déjà passée");
    assert!(!world.top().join("autre").exists());
}

#[test]
fn how_a_day_was_read_is_said_where_it_reads_two_ways() {
    let world = World::new();
    world.by("orga").run("tasks edit p4n8w --due 05/12/2026").exits(0).complains("« 05/12/2026 » se lit 5 décembre");
    for words in ["tasks edit p4n8w --due 24/12/2026", "tasks edit p4n8w --due 12/12/2026", "tasks edit p4n8w --due 2026-12-05"] {
        world.by("orga").run(words).exits(0).complains_of_nothing();
    }
    let english = world.by("orga").env("MPA_LANG", "en");
    english.run("tasks list --due-before 05/12/2026").exits(0).complains("“05/12/2026” is read as 5 December (day/month/year)");
}

/// What a hand wrote is told, and stops nobody.
#[test]
fn days_too_early_are_to_be_looked_at() {
    let old = task_with("Une vieille tâche", "due = 2026-03-12\n") + "\n[claims.zoe]\nsince = 2026-01-05\nuntil = 2026-12-01\n";
    let world = World::with(&[("data/tasks/mphack/aaaa1-vieille.toml", &old)]);
    let run = world.by("orga").run("check").exits(0);
    run.says("claims.zoe.since : La date du 5 janvier est trop ancienne").says("due : L’échéance, le 12 mars, tombe avant");
    world.by("zoe").run("log aaaa1 20m").exits(0);
    let before = world.by("orga").run("check --format json");
    assert!(before.out.contains("early-day"), "{before}");
}
