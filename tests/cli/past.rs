//! Looking back: what `--as-of` shows is what was shown that evening, and what led there is told by what commits changed.

use std::fs;

use serde_json::Value;

use crate::kit::{CAMPAIGN, PROJECT, World, task_with};

/// Everything that can look back, but for the flag.
const LOOKS: [&str; 9] = [
    "tasks list",
    "tasks list --all --format json",
    "tasks list --all --format csv",
    "tasks show k7q2m",
    "tasks show k7q9d --format json",
    "projects list",
    "projects show mphack",
    "progress",
    "themes list --format json",
];

fn morning(day: u32) -> String {
    format!("2026-11-{day}T10:00:00+01:00")
}

/// A campaign that began on the 20th and in which something happened on four days. Nothing is left in the working tree but what
/// the last commit has.
fn lived() -> World {
    let world = World::empty();
    world.write("data/mpa.toml", CAMPAIGN.replace("2026-11-23", "2026-11-20"));
    world.write("data/projects/mphack.toml", PROJECT);
    world.write("data/themes/entraide.toml", "title = \"Entraide\"\n");
    for (name, title) in [("k7q2m-liste", "Mettre la liste en ligne"), ("k7q9d-fiche", "Relire la fiche")] {
        let text = task_with(title, "deliverable = \"liste\"\n").replace("2026-11-23", "2026-11-20");
        world.write(&format!("data/tasks/mphack/{name}.toml"), text);
    }
    world.git("init --quiet");
    world.git("add --all");
    world.git_at(&morning(20), "commit --quiet --message Campagne");
    world.by("tom").at(&morning(22)).run("claim k7q2m").exits(0);
    world.by("tom").at("2026-11-23T23:59:59+01:00").run("log k7q2m 1h").exits(0);
    world.by("tom").at("2026-11-24T00:00:00+01:00").run("close k7q2m --evidence https://example.org/liste").exits(0);
    let new = task_with("Annoncer la liste", "").replace("2026-11-23", "2026-11-25");
    world.write("data/tasks/mphack/t3h5w-suite.toml", new);
    world.git("add --all");
    world.git_at(&morning(25), "commit --quiet --message Suite");
    world
}

/// The document without what says where it comes from.
fn without_commit(json: &str) -> Value {
    let mut document: Value = serde_json::from_str(json).unwrap();
    document.as_object_mut().unwrap().remove("commit");
    document
}

#[test]
fn an_evening_is_what_was_there_that_evening() {
    let world = lived();
    for day in 20..=25 {
        let then = World::empty();
        let before = format!("--before=2026-11-{day}T23:59:59+01:00");
        let commit = world.git(&format!("rev-list -1 --first-parent {before} main"));
        then.git(&format!("clone --quiet {} .", world.repo.display()));
        then.git(&format!("checkout --quiet -B main {commit}"));
        for look in LOOKS {
            let seen = world.by("tom").on("2026-11-28").run(&format!("{look} --as-of 2026-11-{day}")).exits(0);
            assert!(seen.err.starts_with("Au soir du ") && seen.err.contains(&commit[..10]), "{}", seen.err);
            let was = then.by("tom").env("MPA_NOW", format!("2026-11-{day}T22:00:00+01:00")).run(look).exits(0);
            if look.ends_with("json") {
                assert_eq!(without_commit(&seen.out), without_commit(&was.out), "{look} on the {day}th");
                assert_eq!(serde_json::from_str::<Value>(&seen.out).unwrap()["commit"], commit.as_str());
            } else {
                assert!(was.out.starts_with(seen.out.trim_end()), "{look} on the {day}th\n{}\n{}", seen.out, was.out);
            }
        }
    }
    world.is_clean();
}

#[test]
fn the_day_ends_at_midnight_in_the_campaign_s_zone() {
    let world = lived();
    let state = |day: &str| world.anybody().on("2026-11-28").run(&format!("tasks show k7q2m --as-of {day}")).exits(0).out;
    assert!(state("2026-11-21").contains("libre"));
    assert!(state("2026-11-22").contains("prise par tom") && !state("2026-11-22").contains("Temps passé"));
    assert!(state("lundi").contains("prise par tom") && state("lundi").contains("Temps passé"), "the log of the last second");
    assert!(state("24/11").contains("terminée par tom"), "the first second of the next day");
    // Where it is another day already when the log is written.
    world.write("data/mpa.toml", world.read("data/mpa.toml").replace("Europe/Paris", "Asia/Tokyo"));
    world.git("add --all");
    world.git_at(&morning(26), "commit --quiet --message Tokyo");
    assert!(!state("2026-11-23").contains("Temps passé"));
}

#[test]
fn a_clock_that_was_wrong_hides_no_day() {
    let world = lived();
    for (clock, id) in [("1999-01-01T10:00:00+01:00", "t3h5w"), ("2056-01-01T10:00:00+01:00", "k7q9d")] {
        world.by("zoe").at(clock).on("2026-11-26").run(&format!("claim {id}")).exits(0);
    }
    world.by("lea").at(&morning(27)).run("tasks edit t3h5w --title 'Annoncer enfin la liste' --yes").exits(0);
    let list = |day: u32| world.anybody().on("2026-11-28").run(&format!("tasks list --all --as-of 2026-11-{day}")).exits(0).out;
    assert!(list(24).contains("k7q2m") && !list(24).contains("Annoncer"), "{}", list(24));
    assert!(list(26).contains("Annoncer la liste") && list(27).contains("Annoncer enfin la liste"), "{}", list(27));
}

#[test]
fn nothing_of_today_is_mixed_in() {
    let world = lived();
    world.write("data/mpa.toml", format!("{}\n[workflow]\nmode = \"pull-request\"\n", world.read("data/mpa.toml")));
    world.git("add --all");
    world.git_at(&morning(25), "commit --quiet --message Demandes");
    world.by("zoe").at(&morning(26)).run("claim t3h5w").exits(0);
    world.write("data/tasks/mphack/n3w1d-neuve.toml", task_with("Pas encore commitée", ""));
    world.write(&world.task_path("t3h5w"), task_with("Un autre titre", ""));
    let now = world.by("zoe").on("2026-11-28").run("tasks list --all").exits(0).out;
    assert!(now.contains("prise par zoe, à") && now.contains("Un autre titre") && now.contains("n3w1d"), "{now}");
    let before = world.state();
    for point in ["2026-11-28", "2026-11-25", "main"] {
        let then = world.by("zoe").on("2026-11-28").run(&format!("tasks list --all --as-of {point}")).exits(0).out;
        assert!(then.contains("Annoncer la liste") && !then.contains("zoe") && !then.contains("n3w1d"), "{point}\n{then}");
        assert!(!then.contains("mpa "), "nothing can be done in the past: {then}");
        let page = world.by("zoe").on("2026-11-28").run(&format!("tasks show t3h5w --as-of {point}")).exits(0).out;
        assert!(page.contains("libre") && !page.contains("mpa "), "{page}");
    }
    assert_eq!(world.state(), before);
}

#[test]
fn what_a_merge_brought_was_not_there_before_the_merge() {
    let world = lived();
    world.git("switch --quiet -c autre HEAD~1");
    world.by("zoe").at(&morning(24)).run("claim k7q9d --here").exits(0);
    world.git("switch --quiet main");
    world.git_at(&morning(26), "merge --quiet --no-ff --message Fusion autre");
    let state = |day: &str| world.anybody().on("2026-11-28").run(&format!("tasks show k7q9d --as-of {day}")).exits(0).out;
    assert!(state("2026-11-25").contains("libre") && state("2026-11-26").contains("prise par zoe"));
    let off = world.anybody().on("2026-11-28").run("tasks show k7q9d --as-of autre").exits(0);
    off.complains("Dans le commit").says("prise par zoe");
    world.git("switch --quiet -c jamais HEAD~1");
    world.by("zoe").at(&morning(26)).run("claim t3h5w --here").exits(0);
    world.git("switch --quiet main");
    world.anybody().on("2026-11-28").run("tasks list --as-of jamais").complains("qui n’est pas dans l’historique de main");
}

#[test]
fn what_cannot_be_looked_back_to_is_said() {
    let world = lived();
    let look = |point: &str| world.anybody().on("2026-11-28").args(["tasks", "list", "--as-of", point]);
    look("2026-11-29").exits(2).complains("Le 29 novembre n’est pas encore passé : nous sommes le 28 novembre.");
    look("2026-11-19")
        .exits(2)
        .complains("Il n’y avait encore rien le 19 novembre : le premier commit est du 20 novembre.")
        .complains("--as-of 2026-11-20");
    look("zut").exits(2).complains("« zut » n’est ni un jour ni un commit de ce dépôt.").complains("git log --oneline");
    for hostile in ["--help", "HEAD:data", ":/x", "-1", "../x", "", "refs/heads/main\u{202e}"] {
        let run = world.anybody().on("2026-11-28").args(["tasks", "list", &format!("--as-of={hostile}")]);
        assert_eq!(run.code, 2, "{hostile}: {}", run.err);
    }
    world.git("switch --quiet --orphan vide");
    world.write("autre.txt", "x");
    world.commit("Autre histoire");
    world.git("switch --quiet main");
    look("vide").exits(3).complains("n’a pas de campagne");
    let outside = World::empty();
    outside.write("data/mpa.toml", CAMPAIGN);
    outside.anybody().run("tasks list --as-of hier").exits(5);
    outside.git("init --quiet");
    outside.anybody().run("tasks list --as-of hier").exits(3).complains("il n’y a pas de passé");
}

#[test]
fn a_broken_file_of_the_past_is_named_with_its_commit() {
    let world = lived();
    let path = world.task_path("k7q9d");
    let sound = world.read(&path);
    world.write(&path, "title = ");
    world.git("add --all");
    world.git_at(&morning(26), "commit --quiet --message Erreur");
    let commit = world.head();
    world.write(&path, sound);
    world.git("add --all");
    world.git_at(&morning(27), "commit --quiet --message Mieux");
    let run = world.anybody().on("2026-11-28").run("tasks list --all --as-of 2026-11-26").exits(0);
    let run = run.complains(&format!("{}:{path}", &commit[..10])).says("k7q2m");
    assert!(!run.out.contains("k7q9d"));
    world.anybody().on("2026-11-28").run("tasks show k7q9d --as-of 2026-11-26").exits(3);
    // Whoever mends it does not begin the task anew.
    let history = world.anybody().on("2026-11-28").run("tasks show k7q9d --history").exits(0);
    assert_eq!(history.out.matches("Nouvelle tâche").count(), 1, "{}", history.out);
    // A campaign whose file was broken, or of a form that nobody knows yet.
    for (text, code) in [("format = 1\nname = 3\n", 0), ("format = 9\n", 3)] {
        world.write("data/mpa.toml", text);
        world.git("add --all");
        world.git_at(&morning(27), "commit --quiet --message Campagne");
        let rev = world.head();
        world.git("revert --no-edit HEAD");
        world.anybody().on("2026-11-28").run(&format!("tasks list --as-of {rev}")).exits(code).complains("data/mpa.toml");
    }
}

#[test]
fn a_shallow_clone_says_since_when_it_knows() {
    let world = lived();
    let shallow = World::empty();
    shallow.git(&format!("clone --quiet --depth 2 file://{} .", world.repo.display()));
    let look = |words: &str| shallow.anybody().on("2026-11-28").run(words);
    look("tasks list --as-of 2026-11-24").exits(0);
    look("tasks list --as-of 2026-11-23")
        .exits(5)
        .complains("Cette copie ne connaît le passé que depuis le 24 novembre")
        .complains("git fetch --unshallow");
    look("tasks show t3h5w --history").exits(0).says("Nouvelle tâche : « Annoncer la liste »");
    look("tasks show k7q2m --history")
        .exits(0)
        .says("Cette copie ne connaît le passé que depuis le 24 novembre")
        .never_says("Nouvelle tâche");
}

/// The changes of a history: day, by whom, and the name of each.
fn told(world: &World, words: &str) -> Vec<(String, String, String)> {
    let run = world.anybody().on("2026-11-28").run(&format!("{words} --format json")).exits(0);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let events = document["events"].as_array().unwrap().clone();
    let who = |event: &Value| text(if event["by"].is_null() { &event["author"] } else { &event["by"] });
    let deeds = events.iter().flat_map(|event| {
        let deeds = event["deeds"].as_array().unwrap();
        deeds.iter().map(|deed| (text(&event["day"])[8..].to_owned(), who(event), text(&deed["change"])))
    });
    deeds.collect()
}

fn owned(told: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    told.iter().map(|(day, by, what)| ((*day).to_owned(), (*by).to_owned(), (*what).to_owned())).collect()
}

#[test]
fn what_people_did_is_told_in_order() {
    let world = lived();
    let expected =
        [("20", "Test", "task-added"), ("22", "tom", "claimed"), ("23", "tom", "time-logged"), ("24", "tom", "closed")];
    assert_eq!(told(&world, "tasks show k7q2m --history"), owned(&expected));
    assert_eq!(told(&world, "tasks show k7q2m --history --as-of 2026-11-23"), owned(&expected[..3]));
    let page = world.anybody().on("2026-11-28").run("tasks show k7q2m --history").exits(0);
    page.says("22 nov.").says("tom prend « Mettre la liste en ligne »").says("(par Test, ");
    let english = world.anybody().env("MPA_LANG", "en").on("2026-11-28").run("tasks show k7q2m --history").exits(0);
    english.says("22 Nov").says("tom claims “Mettre la liste en ligne”").says("(by Test, ");
    world.by("zoe").at(&morning(26)).run("join mphack --skill web").exits(0);
    world.by("zoe").at(&morning(26)).run("join autre").exits(2);
    let project = told(&world, "projects show mphack --history");
    let of_the_first: Vec<&str> = project.iter().filter(|it| it.0 == "20").map(|it| it.2.as_str()).collect();
    assert_eq!(of_the_first, ["project-added", "task-added", "task-added"]);
    assert_eq!(project[6..], owned(&[("25", "Test", "task-added"), ("26", "zoe", "joined")]));
    assert_eq!(project[3..6], owned(&expected[1..]));
}

#[test]
fn edits_by_hand_squashes_and_merges_are_told_by_what_they_changed() {
    let world = lived();
    let path = world.task_path("k7q9d");
    world.write(&path, world.read(&path).replace("budget = \"2h\"", "budget = \"4h\""));
    world.git("add --all");
    world.git_at(&morning(25), "commit --quiet --message x");
    // A request that the forge made one commit of.
    world.git("switch --quiet -c demande");
    world.by("zoe").at(&morning(25)).run("claim k7q9d --here").exits(0);
    world.by("zoe").at(&morning(25)).run("log k7q9d 30m --here").exits(0);
    world.git("switch --quiet main");
    world.git("merge --quiet --squash demande");
    world.git_at(&morning(26), "commit --quiet --message Demande");
    // Both sides of a merge changed the file; the merge itself changed nothing more.
    world.git("switch --quiet -c cote");
    world.write(&path, world.read(&path).replace("Relire la fiche", "Relire la fiche entière"));
    world.git("add --all");
    world.git_at(&morning(26), "commit --quiet --message Titre");
    world.git("switch --quiet main");
    world.by("zoe").at(&morning(27)).run("release k7q9d --handover Commencée --yes").exits(0);
    world.git_at(&morning(27), "merge --quiet --no-ff --message Fusion cote");
    let found = told(&world, "tasks show k7q9d --history");
    let expected = owned(&[
        ("20", "Test", "task-added"),
        ("25", "Test", "budget-changed"),
        ("26", "Test", "claimed"),
        ("26", "Test", "time-logged"),
        ("26", "Test", "field-changed"),
        ("27", "zoe", "released"),
    ]);
    assert_eq!(found, expected);
    // A merge that does more than to bring together.
    world.git("switch --quiet -c encore HEAD~1");
    world.write("autre.txt", "x");
    world.git("add --all");
    world.git_at(&morning(27), "commit --quiet --message Autre");
    world.git("switch --quiet main");
    world.git_at(&morning(27), "merge --quiet --no-ff --no-commit encore");
    world.write(&path, world.read(&path).replace("budget = \"4h\"", "budget = \"1h\""));
    world.git("add --all");
    world.git_at(&morning(27), "commit --quiet --message Fusion");
    let more = told(&world, "tasks show k7q9d --history");
    assert_eq!(more[..6], expected);
    assert_eq!(more[6..], owned(&[("27", "Test", "budget-changed")]));
}

#[test]
fn a_task_is_followed_into_another_project() {
    let world = lived();
    world.write("data/projects/autre.toml", "title = \"Autre\"\n");
    world.git("mv data/tasks/mphack/k7q9d-fiche.toml data/tasks/k7q9d-fiche.toml");
    std::fs::create_dir_all(world.path("data/tasks/autre")).unwrap();
    world.git("mv data/tasks/k7q9d-fiche.toml data/tasks/autre/k7q9d-fiche.toml");
    world.git("add --all");
    world.git_at(&morning(26), "commit --quiet --message Rangement");
    let found = told(&world, "tasks show k7q9d --history");
    let changes: Vec<&str> = found.iter().map(|it| it.2.as_str()).collect();
    assert_eq!(changes, ["task-added", "file-renamed"]);
}

#[test]
fn whoever_mends_a_file_that_was_moved_does_not_begin_it_anew() {
    let world = lived();
    let path = world.task_path("k7q9d");
    let sound = world.read(&path);
    let commit = |day: u32| {
        world.git("add --all");
        world.git_at(&morning(day), "commit --quiet --message Main");
    };
    world.write(&path, "title = [");
    commit(26);
    world.git(&format!("mv {path} data/tasks/mphack/k7q9d-autre.toml"));
    commit(26);
    world.write("data/tasks/mphack/k7q9d-autre.toml", sound.replace("budget = \"2h\"", "budget = \"4h\""));
    commit(27);
    let history = world.anybody().on("2026-11-28").run("tasks show k7q9d --history").exits(0).says("4 h au lieu de 2 h");
    assert_eq!(history.out.matches("Nouvelle tâche").count(), 1, "{history}");
}

/// Of a file that was broken for long, each version is read once.
#[test]
fn a_file_that_was_broken_for_long_is_told_of_soon() {
    let world = lived();
    let path = world.task_path("k7q9d");
    let sound = world.read(&path);
    let mut stream = String::new();
    for number in 0..600 {
        let text = format!("title = [ # {number}\n{}", "# rien\n".repeat(300));
        stream += &format!(
            "commit refs/heads/main\ncommitter Max <max@example.org> {} +0100\ndata 1\nx\n{}M 100644 inline {path}\ndata {}\n{text}\n",
            1_795_000_000 + number,
            if number == 0 { "from refs/heads/main^0\n" } else { "" },
            text.len()
        );
    }
    fs::write(world.top().join("stream"), stream).unwrap();
    let file = fs::File::open(world.top().join("stream")).unwrap();
    let mut import = std::process::Command::new("git");
    world.hermetic(&mut import);
    assert!(import.args(["fast-import", "--quiet"]).current_dir(&world.repo).stdin(file).status().unwrap().success());
    world.git("reset --quiet --hard");
    world.write(&path, sound);
    world.git("add --all");
    world.git_at(&morning(28), "commit --quiet --message Mieux");
    let run = world.anybody().on("2026-11-30").bounded().run("tasks show k7q9d --history").exits(0);
    assert_eq!(run.out.matches("Nouvelle tâche").count(), 1);
}
