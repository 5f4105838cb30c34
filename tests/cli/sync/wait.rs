//! While a run waits for its next attempt, others may work in the same clone, and it takes note of what they did.
#![cfg(unix)]

use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use super::{is_settled, remote_task, two};
use crate::kit::{Run, World, make_executable};

/// Makes everybody lose their race on the server, whenever they push, but those who come with `LET_ME_IN`.
fn crowded(world: &World) {
    let server = world.top().join("origin.git");
    std::fs::create_dir_all(server.join("hooks")).unwrap();
    let script = "#!/bin/sh\n[ -n \"$LET_ME_IN\" ] && exit 0\n[ -e crowd ] || exit 0\necho >> crowd\n\
                  other=$(git -c user.name=a -c user.email=a@example.org commit-tree -p main -m Autre 'main^{tree}') &&\n\
                  git update-ref refs/heads/main $other\n";
    let hook = server.join("hooks/update");
    std::fs::write(&hook, script).unwrap();
    make_executable(&hook);
    std::fs::write(crowd(world), "").unwrap();
}

fn crowd(world: &World) -> PathBuf {
    world.top().join("origin.git/crowd")
}

/// Waits until somebody lost so many races.
fn wait_for_attempts(world: &World, count: usize) {
    for _ in 0..3000 {
        if std::fs::read(crowd(world)).unwrap().len() >= count {
            return;
        }
        sleep(Duration::from_millis(10));
    }
    panic!("no {count} attempts");
}

#[test]
fn others_write_while_a_run_waits_and_their_work_goes_along() {
    let (world, other) = two();
    crowded(&world);
    let mut waiting = world.by("zoe").start("claim p4n8w --sync");
    wait_for_attempts(&world, 3);
    world.by("lou").run("claim x9c3v").exits(0).says("est à toi");
    assert!(waiting.try_wait().unwrap().is_none(), "whoever writes does not wait for the end of the sending");
    std::fs::remove_file(crowd(&world)).unwrap();
    Run::of_child(waiting, "claim p4n8w --sync").exits(0).says("est à toi").says("C’est envoyé : 2 actions.");
    assert!(remote_task(&world, "p4n8w").contains("[claims.zoe]") && remote_task(&world, "x9c3v").contains("[claims.lou]"));
    is_settled(&world);
    other.anybody().run("sync").exits(0);
    is_settled(&other);
}

/// Another run in the same clone sends what this one waits to send.
#[test]
fn what_another_run_sent_meanwhile_has_arrived() {
    let (world, _other) = two();
    crowded(&world);
    let waiting = world.by("zoe").start("claim p4n8w --sync");
    wait_for_attempts(&world, 4);
    world.anybody().env("LET_ME_IN", "1").run("sync").exits(0).says("C’est envoyé : 1 action.");
    let run = Run::of_child(waiting, "claim p4n8w --sync").exits(0);
    run.says("est à toi").says("1 action était déjà dans la liste partagée.");
    assert_eq!(remote_task(&world, "p4n8w").matches("[claims.").count(), 1);
    std::fs::remove_file(crowd(&world)).unwrap();
    is_settled(&world);
}

/// Another run in the same clone finds lost what this one waits to send: whoever claimed is told all the same.
#[test]
fn what_another_run_found_lost_is_not_said_to_be_theirs() {
    let (world, other) = two();
    crowded(&world);
    let waiting = world.by("zoe").start("claim p4n8w --sync");
    wait_for_attempts(&world, 5);
    other.by("max").env("LET_ME_IN", "1").run("claim p4n8w --sync").exits(0);
    world.anybody().run("sync");
    let run = Run::of_child(waiting, "claim p4n8w --sync").exits(4);
    run.complains("est prise par max").complains("Elle n’est donc pas à toi.").never_says("est à toi");
    assert!(!remote_task(&world, "p4n8w").contains("zoe"));
    std::fs::remove_file(crowd(&world)).unwrap();
    is_settled(&world);
}

/// What somebody took off the branch is neither sent nor said to have arrived.
#[test]
fn what_was_taken_away_meanwhile_is_not_sent() {
    let (world, _other) = two();
    crowded(&world);
    let waiting = world.by("zoe").start("claim p4n8w --sync");
    wait_for_attempts(&world, 4);
    // Git's own lock is taken while the run makes its next attempt.
    while world.try_git("reset --quiet --hard origin/main").code != 0 {
        sleep(Duration::from_millis(20));
    }
    let run = Run::of_child(waiting, "claim p4n8w --sync").exits(6);
    run.complains("a déplacé la branche main").complains("git reflog main").never_says("est à toi");
    assert!(!remote_task(&world, "p4n8w").contains("zoe"));
}
