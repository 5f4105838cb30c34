//! `check`: what changed since a commit, who came first, what each finding says to a program.

use crate::kit::{Run, World, task, task_with};

const LOGO: &str = "data/tasks/mphack/p4n8w-logo.toml";

/// The usual campaign with a second organiser, so that nothing is wrong with it.
fn sound() -> World {
    let world = World::new();
    let campaign = world.read("data/mpa.toml").replace("[\"orga\"]", "[\"orga\", \"berline\"]");
    world.write("data/mpa.toml", campaign);
    world.commit("Second organiser");
    world
}

/// The problems in the JSON of a run, as (rule, path).
fn rules(run: &Run) -> Vec<(String, String)> {
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let text = |problem: &serde_json::Value, key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    let problems = document["problems"].as_array().unwrap();
    problems.iter().map(|problem| (text(problem, "rule"), text(problem, "path"))).collect()
}

#[test]
fn only_changed_files_are_reported_and_decide_the_exit_code() {
    let world = sound();
    world.write(LOGO, task("Dessiner le logo").replace("created = 2026-11-23\n", "created = 2026-13-23\n"));
    world.commit("Break the logo");
    world.git("branch before");
    world
        .anybody()
        .run("check --changed-since before")
        .exits(0)
        .says("1 erreur ou remarque dans des fichiers qui n’ont pas changé");
    world.anybody().run("check --changed-since HEAD~1").exits(1).says(LOGO).never_says("pas changé");
    let page = "data/tasks/mphack/x9c3v-page.toml";
    world.write(page, task("Divers"));
    world.anybody().run("check --changed-since before").exits(0).says(page).never_says(LOGO);
    world.write(page, task_with("Divers", "after = [\"zzzzz\"]\n"));
    world.anybody().run("check --changed-since before").exits(1).says(page).says("zzzzz").never_says(LOGO);
    let json = world.anybody().run("check --changed-since before --format json").exits(1);
    assert_eq!(rules(&json), [("vague-title".to_owned(), page.to_owned()), ("no-such-task".to_owned(), page.to_owned())]);
    assert!(json.out.contains("\"elsewhere\": 1"), "{}", json.out);
    world.git("checkout --quiet before -- data");
    world.write("data/tasks/mphack/new0w-neuf.toml", task("Divers"));
    world.anybody().run("check --changed-since before").exits(0).says("new0w-neuf.toml").never_says(LOGO);
}

#[test]
fn findings_across_files_are_seen_although_the_other_file_did_not_change() {
    let world = sound();
    world.write("data/tasks/mphack/b6j2r-appel.toml", task_with("Appeler une association", "after = [\"t3h5w\"]\n"));
    world.write("data/tasks/mphack/k7q2m-liste.toml", task_with("Mettre la liste en ligne", "after = [\"b6j2r\"]\n"));
    let run = world.anybody().run("check --changed-since HEAD --format json").exits(1);
    let found = rules(&run);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "circle");
}

#[test]
fn the_data_may_lie_in_a_folder_of_the_repository() {
    let world = World::empty();
    let usual = World::new();
    for path in usual.git("ls-files -- data").lines() {
        world.write(&format!("asso/{path}"), usual.bytes(path));
    }
    world.git("init --quiet");
    world.commit("Campagne");
    world.write(&format!("asso/{LOGO}"), task("Divers"));
    let run = world.anybody().within(world.path("asso")).run("check --changed-since HEAD --format json").exits(0);
    assert_eq!(rules(&run), [("vague-title".to_owned(), LOGO.to_owned())]);
    let run = world.anybody().within(world.path("asso/data")).run("check --changed-since main --format json").exits(0);
    assert_eq!(rules(&run).len(), 1);
}

#[test]
fn what_cannot_be_compared_with_is_said() {
    let world = sound();
    let run = world.anybody().run("check --changed-since personne").exits(2).says_nothing();
    run.complains("personne n’est ni une branche, ni un commit connu ici").complains("git branch --all");
    world.anybody().run("check --changed-since ''").exits(2).says_nothing();
    world.anybody().run("check --changed-since HEAD --fix").exits(2).complains("--fix");
    world.anybody().run("check --changed-since").exits(2);
    let world = World::empty();
    world.write("data/mpa.toml", crate::kit::CAMPAIGN);
    world.anybody().run("check --changed-since HEAD").exits(5);
}

#[cfg(unix)]
#[test]
fn no_program_of_the_configuration_runs() {
    let world = sound();
    let trace = world.top().join("ran");
    let script = world.top().join("script");
    std::fs::write(&script, format!("#!/bin/sh\ntouch {}\ncat\n", trace.display())).unwrap();
    crate::kit::make_executable(&script);
    let program = script.display();
    for key in ["filter.f.clean", "filter.f.smudge", "diff.f.textconv", "core.fsmonitor", "diff.external"] {
        world.git(&format!("config {key} {program}"));
    }
    world.write(".git/info/attributes", "* filter=f diff=f\n");
    world.write(LOGO, task("Divers"));
    world.anybody().run("check --changed-since HEAD").exits(0).says("Divers");
    assert!(!trace.exists(), "a program of the configuration ran");
}

#[test]
fn the_first_on_the_main_line_keeps_the_task() {
    for (first, second) in [("zoe", "max"), ("max", "zoe")] {
        let world = sound();
        // Both take the task on branches of their own; main takes `first` first, then merges `second` by hand.
        for who in [first, second] {
            world.git(&format!("switch --quiet --create {who} main"));
            world.by(who).run("claim p4n8w --here").exits(0);
        }
        world.git("switch --quiet main");
        world.git(&format!("merge --quiet --no-ff --message One {first}"));
        let one = world.read(LOGO);
        let (_, other) =
            world.git(&format!("show {second}:{LOGO}")).split_once("[claims").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        world.try_git(&format!("merge --quiet --no-ff --no-commit {second}"));
        world.write(LOGO, format!("{one}\n[claims{other}\n"));
        world.commit("Two");
        world.write("note.txt", "later\n");
        world.commit("Later");
        let run = world.anybody().run("check").exits(1).says(&format!("{first} est arrivé·e en premier et garde la tâche"));
        run.says(&format!("C’est à {second}, qui est venu·e ensuite, de taper : mpa release p4n8w"))
            .says(&format!("claims.{second}"));
        world.by(second).run("release p4n8w").exits(0);
        world.anybody().run("check").exits(0).never_says("premier et garde");
    }
}

#[test]
fn an_order_that_nothing_tells_is_not_made_up() {
    let world = sound();
    let claims =
        "\n[claims.zoe]\nsince = 2026-11-23\nuntil = 2026-12-04\n\n[claims.max]\nsince = 2026-11-23\nuntil = 2026-12-04\n";
    world.write(LOGO, format!("{}{claims}", task("Dessiner le logo")));
    world.anybody().run("check").exits(1).says("ne dit pas qui est arrivé en premier");
    world.commit("Both at once");
    world.anybody().run("check").exits(1).says("ne dit pas qui est arrivé en premier");
    // A claim of the same person that was given back in between does not count.
    let world = sound();
    world.by("max").run("claim p4n8w").exits(0);
    world.by("max").run("release p4n8w").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    let zoe = world.read(LOGO);
    let again = zoe.replace("released = 2026-11-24\n", "");
    assert_ne!(again, zoe);
    world.write(LOGO, again);
    world.anybody().run("check").exits(1).says("zoe est arrivé·e en premier");
}

#[test]
fn a_program_is_told_what_was_found_and_what_was_expected() {
    let world = sound();
    let text = task_with("Dessiner le logo", "due = \"04/12/2026\"\nskils = [\"web\"]\n").replace("\"2h\"", "2");
    world.write(LOGO, text);
    let run = world.anybody().run("check --format json --lang en").exits(1);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let told: Vec<[&str; 4]> = document["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| ["rule", "found", "kind", "expected"].map(|key| it[key].as_str().unwrap_or("-")))
        .collect();
    let expected = [
        ["value", "2", "a whole number", "a budget in quotes, such as \"45m\", \"2h\" or \"2h-4h\""],
        ["quoted-day", "\"04/12/2026\"", "-", "2026-12-04"],
        ["unknown-key-near", "skils", "-", "skills"],
    ];
    assert_eq!(told, expected, "{}", run.out);
}

#[test]
fn findings_become_notes_on_the_lines_of_files_from_the_top_of_the_repository() {
    let world = World::empty();
    for path in World::new().git("ls-files").lines() {
        world.write(&format!("association/{path}"), World::new().bytes(path));
    }
    let path = "association/data/tasks/mphack/x9c3v-page.toml";
    world.write(path, task("Traduire la page").replace("\"2h\"", "2"));
    world.git("init --quiet");
    world.commit("Campagne");
    let call = |format: &str| world.anybody().run(&format!("check --data association/data --format {format}"));
    let notes = call("github").exits(1);
    let note = notes.out.lines().find(|line| line.starts_with("::error ")).unwrap().to_owned();
    assert!(note.starts_with(&format!("::error file={path},line=2,col=10,title=mpa check::")), "{note}");
    let report: serde_json::Value = serde_json::from_str(&call("gitlab").exits(1).out).unwrap();
    let found = report.as_array().unwrap().iter().find(|it| it["severity"] == "blocker").unwrap();
    assert_eq!((found["location"]["path"].as_str(), found["location"]["lines"]["begin"].as_u64()), (Some(path), Some(2)));
    call("markdown").exits(1).says("| erreur |").says("x9c3v-page.toml:2");
}
