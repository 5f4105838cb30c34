//! Races: one wins, everybody else is told who, and keeps what they did.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::{is_settled, remote_commits, remote_task, two};
use crate::kit::{Run, World, task};

#[test]
fn the_second_is_told_who_was_first_and_what_to_take() {
    let (world, other) = two();
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0).says("est à toi");
    let (mine, sent) = (world.head(), remote_commits(&world));
    let run = world.anybody().run("sync").exits(4).complains("« Dessiner le logo » est prise par max jusqu’au 4 décembre");
    let run = run.complains("Elle n’est donc pas à toi.").complains("Libres en ce moment :");
    run.complains("« Mettre la liste en ligne » (2 h) : mpa claim k7q2m");
    let name = format!("refs/mpa/lost/2026-11-24-{}", &mine[..10]);
    assert_eq!(world.git(&format!("rev-parse {name}")), mine);
    assert_eq!(remote_commits(&world), sent);
    assert!(!world.task("p4n8w").contains("zoe"));
    is_settled(&world);
    world.anybody().run("sync").exits(0).says("Tout est à jour");
}

#[test]
fn time_and_word_of_the_second_become_a_record_of_theirs() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 1h30").exits(0);
    world.by("zoe").run("release p4n8w --handover 'Il reste la couleur'").exits(0);
    world.by("zoe").run("claim x9c3v").exits(0);
    other.by("max").run("claim p4n8w --sync").exits(0);
    let run = world.anybody().run("sync").exits(4);
    let run = run.complains("est prise par max").complains("Ton temps (1 h 30) n’est pas perdu : il y est noté à ton nom.");
    run.says("C’est envoyé : 1 action.").says("1 changement reçu des autres.");
    let task = remote_task(&world, "p4n8w");
    let zoe = task.split("[claims.zoe]").nth(1).unwrap();
    for text in ["spent.2026-11-24 = \"1h30\"", "released = 2026-11-24", "handover = \"Il reste la couleur\""] {
        assert!(zoe.contains(text), "{text}\n{task}");
    }
    assert!(remote_task(&world, "x9c3v").contains("[claims.zoe]"));
    let mut lines = world.git("log -2 --format=%s").lines().map(str::to_owned).collect::<Vec<_>>();
    lines.sort();
    assert_eq!(lines, ["claim: Traduire la page (x9c3v)", "release: Dessiner le logo (p4n8w)"]);
    is_settled(&world);
    world.anybody().run("sync").exits(0).says("Tout est à jour");
}

#[test]
fn a_result_shown_for_a_task_that_was_lost_is_kept_too() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("close p4n8w --evidence https://example.org/logo").exits(0);
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.anybody().run("sync").exits(4).complains("Ce que tu as écrit n’est pas perdu");
    let task = remote_task(&world, "p4n8w");
    assert!(task.contains("handover = \"https://example.org/logo\"") && !task.contains("[done]"), "{task}");
    is_settled(&world);
}

#[test]
fn cancelled_or_done_meanwhile() {
    for (act, why) in [
        ("tasks cancel p4n8w --reason 'Plus besoin' --yes", "est annulée depuis le 24 novembre : Plus besoin"),
        ("close p4n8w --evidence 'Voilà un logo pour tout le monde'", "est déjà terminée, par orga"),
    ] {
        let (world, other) = two();
        world.by("zoe").run("claim p4n8w").exits(0);
        world.by("zoe").run("log p4n8w 20m").exits(0);
        other.by("orga").run(&format!("{act} --sync")).exits(0);
        world.anybody().run("sync").exits(4).complains(why).complains("Ton temps (20 min) n’est pas perdu");
        assert!(remote_task(&world, "p4n8w").contains("[claims.zoe]"));
        is_settled(&world);
    }
}

#[test]
fn a_renewal_against_a_new_claim_over_the_expired_one() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w --until 2026-11-25 --sync").exits(0);
    other.anybody().run("sync").exits(0);
    other.by("max").on("2026-11-27").run("claim p4n8w --sync").exits(0);
    world.by("zoe").on("2026-11-27").run("renew p4n8w").exits(0);
    world.by("zoe").on("2026-11-27").run("log p4n8w 30m").exits(0);
    world.anybody().on("2026-11-27").run("sync").exits(4).complains("est prise par max").says("C’est envoyé : 1 action.");
    let task = remote_task(&world, "p4n8w");
    assert!(task.contains("spent.2026-11-27 = \"30m\"") && task.contains("[claims.max]"), "{task}");
    world.is_clean();
    world.anybody().on("2026-11-27").run("check").exits(0);
}

/// What is decided about one claim says nothing about the others.
#[test]
fn only_what_was_lost_is_lost() {
    let (world, other) = two();
    for id in ["p4n8w", "x9c3v", "b6j2r"] {
        world.by("zoe").run(&format!("claim {id}")).exits(0);
    }
    other.by("max").run("claim x9c3v --sync").exits(0);
    world.anybody().run("sync").exits(4).says("C’est envoyé : 2 actions.").complains("« Traduire la page » est prise par max");
    assert!(remote_task(&world, "p4n8w").contains("zoe") && remote_task(&world, "b6j2r").contains("zoe"));
    is_settled(&world);
}

/// A campaign with `count` tasks more and a clone for each of `count` people.
fn crowd(count: usize) -> (World, Vec<World>) {
    let files: Vec<(String, String)> =
        (0..count).map(|at| (format!("data/tasks/mphack/aa0{at:02}-a.toml"), task(&format!("Course {at}")))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let world = World::with(&files);
    world.remote();
    let clones = (0..count).map(|_| world.clone_of_remote()).collect();
    (world, clones)
}

/// A git server on this computer; it goes with this value.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// Serves the remote of `world` by git's own protocol, to `clones` and `world`; `None` where there is no such server.
fn served(world: &World, clones: &[World]) -> Option<Server> {
    let program = PathBuf::from(world.git("--exec-path")).join("git-daemon");
    let port = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
    let mut command = Command::new(program);
    world.hermetic(&mut command);
    command.args(["--listen=127.0.0.1", "--export-all", "--enable=receive-pack", "--reuseaddr"]);
    command.arg(format!("--port={port}")).arg(format!("--base-path={}", world.top().display()));
    let server = Server(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?);
    for clone in clones.iter().chain([world]) {
        clone.git(&format!("remote set-url origin git://127.0.0.1:{port}/origin.git"));
    }
    let answers = || world.try_git("ls-remote --quiet origin").code == 0;
    (0..50)
        .any(|_| {
            answers() || {
                thread::sleep(Duration::from_millis(100));
                false
            }
        })
        .then_some(server)
}

#[test]
fn the_same_over_a_server() {
    let (world, clones) = crowd(6);
    let Some(_server) = served(&world, &clones) else {
        println!("skipped: no git daemon here");
        return;
    };
    let runs = all_at_once(&clones, |_| "claim p4n8w --sync".to_owned());
    assert_eq!(runs.iter().filter(|run| run.code == 0).count(), 1);
    for run in runs.into_iter().filter(|run| run.code != 0) {
        run.exits(4).complains("est prise par p");
    }
    for run in all_at_once(&clones, |at| format!("claim aa0{at:02} --sync")) {
        run.exits(0).says("C’est envoyé : 1 action.");
    }
    assert_eq!(remote_commits(&world), 1 + 1 + 6);
    world.anybody().run("sync").exits(0).says("7 changements reçus");
    is_settled(&world);
}

fn all_at_once(clones: &[World], words: impl Fn(usize) -> String + Sync) -> Vec<Run> {
    thread::scope(|scope| {
        let start = |(at, clone)| {
            let words = &words;
            scope.spawn(move || World::by(clone, &format!("p{at}")).run(&words(at)))
        };
        let running: Vec<_> = clones.iter().enumerate().map(start).collect();
        running.into_iter().map(|run| run.join().unwrap()).collect()
    })
}

#[test]
fn of_all_who_claim_one_task_one_has_it_and_the_others_know_who() {
    for count in [2, 10] {
        let (world, clones) = crowd(count);
        let runs = all_at_once(&clones, |_| "claim p4n8w --sync".to_owned());
        world.git("fetch --quiet");
        let task = remote_task(&world, "p4n8w");
        let winner = task.split("[claims.").nth(1).and_then(|rest| rest.split(']').next()).unwrap().to_owned();
        assert_eq!(task.matches("[claims.").count(), 1, "{task}");
        for (at, run) in runs.into_iter().enumerate() {
            if format!("p{at}") == winner {
                run.exits(0).says("est à toi").says("C’est envoyé");
            } else {
                run.exits(4).complains(&format!("est prise par {winner} jusqu’au")).never_says("est à toi");
            }
        }
        clones.iter().for_each(is_settled);
    }
}

#[test]
fn everybody_who_claims_a_task_of_their_own_has_it() {
    let (world, clones) = crowd(10);
    let before = remote_commits(&world);
    for run in all_at_once(&clones, |at| format!("claim aa0{at:02} --sync")) {
        run.exits(0).says("C’est envoyé : 1 action.");
    }
    assert_eq!(remote_commits(&world), before + 10);
    world.anybody().run("sync").exits(0).says("10 changements reçus");
    is_settled(&world);
}
