//! What comes between: broken files, files in the way, other gits, a kill, a stop. Nothing is lost, and what is said is so.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use super::{is_settled, remote_task, server_hook, two};
use crate::kit::World;

/// The organisers write `text` into the file of the task `id`, and send it.
fn write_there(desk: &World, id: &str, text: &str) {
    desk.anybody().run("sync");
    let path = desk.task_path(id);
    desk.write(&path, text);
    desk.commit("By hand");
    desk.git("push --quiet origin main");
}

#[test]
fn an_action_on_a_file_that_broke_there_waits_until_it_is_mended() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    other.anybody().run("sync").exits(0);
    let sound = other.task("p4n8w");
    world.by("zoe").run("log p4n8w 45m").exits(0);
    write_there(&other, "p4n8w", &format!("{sound}]] casse\n"));
    let (head, state) = (world.head(), world.state());
    let run = world.anybody().run("sync").exits(3).complains("est abîmé ou a disparu dans la liste partagée");
    run.complains("p4n8w").complains("Rien n’est envoyé et rien n’a bougé");
    assert_eq!((world.head(), world.state()), (head, state));
    write_there(&other, "p4n8w", &sound);
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
    assert!(remote_task(&world, "p4n8w").contains("\"45m\""));
    is_settled(&world);
}

#[test]
fn a_campaign_file_that_broke_is_received_again_once_it_is_mended() {
    let (world, other) = two();
    let sound = other.read("data/mpa.toml");
    for text in [format!("{sound}]] casse\n"), sound] {
        other.write("data/mpa.toml", &text);
        other.commit("By hand");
        other.git("push --quiet origin main");
        world.anybody().run("sync").exits(0).says("1 changement reçu");
    }
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    is_settled(&world);
}

/// Git takes for worthless what it was told to ignore; whoever wrote it does not.
#[test]
fn what_git_does_not_know_is_never_overwritten() {
    for ignored in [true, false] {
        let (world, other) = two();
        if ignored {
            world.write(".git/info/exclude", "TODO.md\nnotes\n");
        }
        world.write("TODO.md", "à moi\n");
        world.write("notes", "à moi aussi\n");
        other.write("TODO.md", "theirs\n");
        other.write("notes/un.md", "theirs\n");
        other.commit("Notes");
        other.git("push --quiet origin main");
        world.by("zoe").run("claim p4n8w --sync").exits(6).complains("TODO.md et notes").complains("un autre nom");
        assert_eq!((world.read("TODO.md").as_str(), world.read("notes").as_str()), ("à moi\n", "à moi aussi\n"));
        fs::rename(world.path("TODO.md"), world.home().join("TODO.md")).unwrap();
        fs::rename(world.path("notes"), world.home().join("notes")).unwrap();
        world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
        assert_eq!(world.read("notes/un.md"), "theirs\n");
    }
}

#[cfg(unix)]
#[test]
fn what_was_sent_is_said_to_be_sent_whatever_keeps_the_files_back() {
    let (world, other) = two();
    other.by("max").run("claim x9c3v --sync").exits(0);
    let path = world.task_path("x9c3v");
    world.hook("pre-push", &format!("echo '# à moi' >> '{path}'"));
    let run = world.by("zoe").run("claim p4n8w --sync").exits(0).says("C’est envoyé : 1 action.");
    run.says("les fichiers d’ici n’ont pas suivi").says("git stash").never_says("pas encore envoyé");
    assert!(remote_task(&world, "p4n8w").contains("[claims.zoe]"));
    assert!(world.read(&path).ends_with("# à moi\n"));
    fs::remove_file(world.path(".git/hooks/pre-push")).unwrap();
    world.anybody().run("sync").exits(5).complains(&path);
    world.git(&format!("checkout --quiet -- {path}"));
    world.anybody().run("sync").exits(0).says("1 action");
    is_settled(&world);
}

/// Killed after the server took everything: the next run still tells who was first.
#[cfg(unix)]
#[test]
fn whoever_lost_and_was_killed_still_hears_of_it() {
    let (world, other) = two();
    for words in ["claim p4n8w", "log p4n8w 30m", "claim x9c3v"] {
        world.by("zoe").run(words).exits(0);
    }
    other.by("max").run("claim p4n8w --sync").exits(0);
    server_hook(&world, "post-receive", "touch landed; sleep 2");
    let mut run = world.by("zoe").start("sync");
    while !world.top().join("origin.git/landed").exists() {
        sleep(Duration::from_millis(10));
    }
    run.kill().unwrap();
    run.wait().unwrap();
    sleep(Duration::from_millis(2500));
    fs::remove_file(world.top().join("origin.git/hooks/post-receive")).unwrap();
    world.anybody().run("sync").exits(4).complains("est prise par max");
    let task = remote_task(&world, "p4n8w");
    assert!(task.contains("[claims.zoe]") && task.matches("30m").count() == 1, "{task}");
    assert!(remote_task(&world, "x9c3v").contains("[claims.zoe]"));
    is_settled(&world);
}

/// Time that was noted on the way is somebody's, whatever became of the rest.
#[test]
fn time_of_a_close_that_came_too_late_is_kept() {
    for cancelled in [true, false] {
        let (world, other) = two();
        world.by("zoe").run("claim p4n8w --sync").exits(0);
        other.anybody().run("sync").exits(0);
        let words = match cancelled {
            true => "tasks cancel p4n8w --reason 'Plus besoin' --yes --sync",
            false => "close p4n8w --evidence https://example.org/l --for zoe --sync",
        };
        other.by("orga").run(words).exits(0);
        world.by("zoe").run("close p4n8w --time 10m --evidence https://example.org/m").exits(0);
        let run = world.anybody().run("sync").exits(4).complains("Ton temps (10 min) n’est pas perdu");
        run.complains(if cancelled { "est annulée" } else { "est déjà terminée, par zoe" });
        assert!(remote_task(&world, "p4n8w").contains("\"10m\""), "{}", remote_task(&world, "p4n8w"));
        is_settled(&world);
        world.anybody().run("sync").exits(0);
    }
}

#[test]
fn two_fields_of_one_deliverable_are_two_changes() {
    let (world, other) = two();
    world.by("orga").run("projects edit mphack --deliverable 'liste=Liste ouverte à tous'").exits(0);
    other.by("orga").run("projects edit mphack --deliverable-due liste=2026-12-03 --sync").exits(0);
    world.anybody().run("sync").exits(0);
    let project = world.read("data/projects/mphack.toml");
    assert!(project.contains("Liste ouverte à tous") && project.contains("2026-12-03"), "{project}");
}

/// An editor may be fetching at the same moment.
#[test]
fn another_git_that_notes_the_same_news_is_waited_for() {
    let (world, other) = two();
    other.by("max").run("claim x9c3v --sync").exits(0);
    let lock = world.path(".git/refs/remotes/origin/main.lock");
    fs::write(&lock, "").unwrap();
    let run = world.by("zoe").start("sync");
    sleep(Duration::from_millis(120));
    fs::remove_file(&lock).unwrap();
    assert!(run.wait_with_output().unwrap().status.success());
    is_settled(&world);
}

/// Stopped between the branch and the index, git would take the action back with the person's next commit.
#[cfg(unix)]
#[test]
fn a_commit_that_was_stopped_halfway_leaves_nothing_staged() {
    let (world, _) = two();
    let script = "[ \"$1\" = committed ] && grep -q refs/heads/main && kill -INT $PPID; exit 0";
    world.hook("reference-transaction", script);
    world.by("zoe").run("claim p4n8w").exits(0);
    fs::remove_file(world.path(".git/hooks/reference-transaction")).unwrap();
    assert!(world.subject().starts_with("claim: "));
    world.is_clean();
}
