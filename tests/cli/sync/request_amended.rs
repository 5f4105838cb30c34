//! Requests that the organisers correct while they merge them as one commit: accepted, with changes, and said once.

use super::remote_task;
use super::request::{accept, here, on_server, two};
use crate::kit::World;

/// The organisation merges `branch` as one commit, in which `from` becomes `to` in the task `id`.
fn correct(world: &World, (branch, id): (&str, &str), from: &str, to: &str, message: &str) {
    let desk = world.clone_of_remote();
    desk.git("config user.email orga@example.org");
    desk.git(&format!("merge --quiet --squash origin/{branch}"));
    let path = desk.task_path(id);
    assert!(desk.read(&path).contains(from), "{}", desk.read(&path));
    desk.write(&path, desk.read(&path).replace(from, to));
    desk.git("add --all");
    desk.git(&format!("commit --quiet --message '{message}'"));
    desk.git("push --quiet origin main");
}

/// A task that zoe holds on the shared branch.
fn held() -> (World, World) {
    let (world, other) = two();
    world.git("config user.email zoe@example.org");
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    accept(&world, "mpa/k7q2m-zoe", "merge");
    world.by("zoe").run("sync").exits(0).says("Accepté");
    (world, other)
}

#[test]
fn a_value_that_was_corrected() {
    let cases = [
        ("log k7q2m 20m", "\"20m\"", "\"25m\""),
        ("log k7q2m 20m --day 23/11/2026", "\"20m\"", "\"15m\""),
        ("close k7q2m --evidence https://example.org/l --time 20m", "example.org/l", "example.org/liste"),
        ("release k7q2m --handover 'Presque fini.'", "Presque fini", "Fini à moitié"),
        ("renew k7q2m --until 4/12/2026", "2026-12-04", "2026-12-03"),
    ];
    for (words, from, to) in cases {
        for (is_kept, english) in [(true, false), (false, true)] {
            let (world, _) = held();
            world.by("zoe").run(words).exits(0);
            world.by("zoe").run("sync").exits(0);
            // A forge keeps the subjects; a branch that is gone needs no word.
            let message = if is_kept { world.git("log -1 --format=%s mpa/k7q2m-zoe") + " (#12)" } else { "Squashed".to_owned() };
            correct(&world, ("mpa/k7q2m-zoe", "k7q2m"), from, to, &message);
            if !is_kept {
                world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/k7q2m-zoe");
            }
            let run = world.by("zoe").run(if english { "sync --lang en" } else { "sync" }).exits(0).says("mpa tasks k7q2m");
            let said = if english { "Accepted, with changes: “Mettre" } else { "Accepté, avec des changements : « Mettre" };
            run.says(said);
            assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()), "{words}");
            assert!(world.task("k7q2m").contains(to), "{words}: {}", world.task("k7q2m"));
            assert_eq!(world.task("k7q2m"), remote_task(&world, "k7q2m") + "\n");
            world.by("zoe").run("sync").exits(0).says("Tout est à jour");
        }
    }
}

/// A claim with its time, both new there.
#[test]
fn a_record_that_began_in_the_request() {
    let (world, _) = two();
    for words in ["claim k7q2m", "log k7q2m 20m --sync"] {
        world.by("zoe").run(words).exits(0);
    }
    correct(&world, ("mpa/k7q2m-zoe", "k7q2m"), "\"20m\"", "\"25m\"", "Squashed");
    world.by("zoe").run("sync").exits(0).says("Accepté, avec des changements");
    assert!(world.task("k7q2m").contains("\"25m\""));
    // What came after the squash stands on top of it, and counts once.
    world.by("zoe").run("log k7q2m 10m --sync").exits(0);
    world.by("zoe").run("log k7q2m 5m").exits(0);
    let message = world.git("log -1 --format=%s mpa/k7q2m-zoe");
    correct(&world, ("mpa/k7q2m-zoe", "k7q2m"), "\"35m\"", "\"30m\"", &message);
    world.by("zoe").run("sync").exits(0).says("Envoyé");
    let file = world.git("show mpa/k7q2m-zoe:data/tasks/mphack/k7q2m-liste.toml");
    assert!(file.contains("\"35m\""), "{file}");
}

/// What somebody else did is no answer, however alike.
#[test]
fn what_somebody_else_did_is_no_answer() {
    let (world, other) = held();
    world.by("zoe").run("log k7q2m 20m --sync").exits(0);
    // The organiser notes another time for zoe, and it is merged.
    other.git("config user.email orga@example.org");
    other.anybody().run("sync").exits(0);
    other.by("orga").run("log k7q2m 45m --for zoe --sync").exits(0);
    accept(&world, "mpa/k7q2m-orga", "forward");
    world.by("zoe").run("sync").exits(0).never_says("Accepté");
    assert_eq!(here(&world), "mpa/k7q2m-zoe");
    // Nor is what an organiser writes down by hand beside it.
    let desk = world.clone_of_remote();
    let path = desk.task_path("k7q2m");
    desk.write(&path, desk.task("k7q2m").replace("\"45m\"", "\"50m\""));
    desk.commit("Plus de temps");
    desk.git("push --quiet origin main");
    world.by("zoe").run("sync").exits(0).never_says("Accepté");
    assert_eq!(here(&world), "mpa/k7q2m-zoe");
    // The budget is another matter than the one that was asked for.
    world.by("zoe").run("tasks edit p4n8w --budget 3h --sync").exits(0);
    let desk = world.clone_of_remote();
    desk.git("config user.email orga@example.org");
    let path = desk.task_path("p4n8w");
    desk.write(&path, desk.task("p4n8w").replace("budget = \"2h\"", "budget = \"4h\""));
    desk.commit("Plus long");
    desk.git("push --quiet origin main");
    world.by("zoe").run("sync").never_says("Accepté");
    assert_eq!(here(&world), "mpa/k7q2m-zoe\nmpa/p4n8w-zoe");
}

/// A task that was proposed, with another budget than the organisers find right; merged on a page of the forge, which keeps
/// the author.
#[test]
fn texts_that_were_corrected() {
    let (world, _) = two();
    world.git("config user.email zoe@example.org");
    let add =
        "tasks add --project mphack --title Affiche --budget 2h --done-when Imprimée. --resource A=https://example.org/a --sync";
    world.by("zoe").run(add).exits(0);
    let branch = here(&world);
    let id = branch.trim_start_matches("mpa/").trim_end_matches("-zoe").to_owned();
    correct(&world, (&branch, &id), "\"2h\"", "\"3h\"", "add: Affiche");
    world.git(&format!("--git-dir=../origin.git update-ref -d refs/heads/{branch}"));
    world.by("zoe").run("sync").exits(0).says("Accepté, avec des changements : « Affiche »");
    world.by("zoe").run("tasks edit p4n8w --budget 3h --sync").exits(0);
    let desk = world.clone_of_remote();
    desk.git("merge --quiet --squash origin/mpa/p4n8w-zoe");
    desk.write(&desk.task_path("p4n8w"), desk.task("p4n8w").replace("\"3h\"", "\"4h\""));
    desk.git("add --all");
    desk.git("commit --quiet --message Squashed --author 'Zoé <zoe@example.org>'");
    desk.git("push --quiet origin main :mpa/p4n8w-zoe");
    world.by("zoe").run("sync").exits(0).says("Accepté, avec des changements : « Dessiner le logo »");
    assert_eq!(here(&world), "");
}
