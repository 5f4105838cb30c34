//! Ctrl-C while something takes long: all is as it was, nothing is left running, and the next run does it.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use crate::kit::{Run, World};
use crate::terminal::{all_of, campaign, remote_commits, server_hook};

/// Ctrl-C while `words` by zoe wait, once `reached` is there: all is as it was, and the next run does it.
#[track_caller]
fn stopped(world: &World, words: &str, reached: &Path, mend: impl Fn()) {
    let before = all_of(world);
    let mut terminal = world.by("zoe").on_terminal(words);
    wait_for(reached);
    terminal.interrupts();
    terminal.ends(130).says("Arrêté en route : ton travail reste ici").says("mpa sync");
    assert_eq!(all_of(world), before);
    assert_eq!(world.git("worktree list --porcelain").matches("worktree ").count(), 1);
    mend();
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
    world.is_clean();
}

#[track_caller]
fn wait_for(reached: &Path) {
    let began = Instant::now();
    while !reached.exists() {
        assert!(began.elapsed().as_secs() < 20, "it never gets there");
        sleep(Duration::from_millis(10));
    }
}

/// What a hook does that never ends, and tells where it is.
fn endless(reached: &Path) -> String {
    // The shell becomes the one who sleeps: between two programs it would not hear of Ctrl-C.
    format!(": > {}; exec sleep 600", reached.display())
}

#[test]
fn ctrl_c_while_a_hook_of_one_s_own_works() {
    let world = campaign("never");
    let reached = world.top().join("reached");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.hook("pre-push", &endless(&reached));
    stopped(&world, "sync", &reached, || fs::remove_file(world.path(".git/hooks/pre-push")).unwrap());
}

#[test]
fn ctrl_c_while_the_server_works() {
    for hook in ["pre-receive", "update", "post-receive"] {
        let world = campaign("never");
        let reached = world.top().join("reached");
        world.by("zoe").run("claim p4n8w").exits(0);
        let file = server_hook(&world, hook, &endless(&reached));
        if hook == "post-receive" {
            // It arrived before it was stopped: the next run finds it there.
            let mut terminal = world.by("zoe").on_terminal("sync");
            wait_for(&reached);
            terminal.interrupts();
            terminal.ends(130).says("Arrêté en route");
            fs::remove_file(&file).unwrap();
            world.anybody().run("sync").exits(0);
            assert_eq!(remote_commits(&world), "2");
        } else {
            stopped(&world, "sync", &reached, || fs::remove_file(&file).unwrap());
        }
    }
}

/// Who hears everybody and answers nobody. `reached` is there once somebody called.
fn silent_server(reached: &Path) -> String {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port();
    let told = reached.to_owned();
    thread::spawn(move || {
        let heard = silent.accept();
        fs::write(told, "").unwrap();
        sleep(Duration::from_secs(60));
        drop(heard);
    });
    format!("git://127.0.0.1:{port}/origin.git")
}

#[test]
fn ctrl_c_while_nobody_answers() {
    let world = campaign("never");
    let reached = world.top().join("reached");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.git(&format!("remote set-url origin {}", silent_server(&reached)));
    stopped(&world, "sync", &reached, || drop(world.git("remote set-url origin ../origin.git")));
}

/// Without a terminal nobody tells git: the one who was told to stop does.
#[test]
fn whoever_is_told_to_stop_stops_its_git() {
    let world = campaign("never");
    let reached = world.top().join("reached");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.git(&format!("remote set-url origin {}", silent_server(&reached)));
    let before = all_of(&world);
    let child = world.anybody().start("sync");
    wait_for(&reached);
    let told = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(told.success());
    let began = Instant::now();
    Run::of_child(child, "mpa sync").sound().exits(130).complains("Arrêté en route").says_nothing();
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    assert_eq!(all_of(&world), before);
    let mut calls = Command::new("ps");
    let calls = String::from_utf8(calls.args(["-A", "-o", "args"]).output().unwrap().stdout).unwrap();
    assert!(!calls.contains(&world.git("remote get-url origin")), "a git is left behind: {calls}");
}

/// Stopped while git commits: put back.
#[test]
fn ctrl_c_while_a_commit_is_made() {
    let world = campaign("never");
    let reached = world.top().join("reached");
    world.hook("pre-commit", &endless(&reached));
    let before = all_of(&world);
    for words in ["claim p4n8w", "join mphack"] {
        let mut terminal = world.by("zoe").on_terminal(words);
        wait_for(&reached);
        terminal.interrupts();
        terminal.ends(130).says("Rien n’a été changé");
        assert_eq!(all_of(&world), before);
        fs::remove_file(&reached).unwrap();
    }
}

/// The server has it, and the branch here is on its way there: that takes a moment, and is finished.
#[test]
fn ctrl_c_while_the_branch_moves() {
    let world = campaign("never");
    let (reached, other) = (world.top().join("reached"), world.clone_of_remote());
    other.by("max").run("claim x9c3v --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    let slow = format!("touch {}; sleep 1", reached.display());
    world.hook("reference-transaction", &format!("[ $1 = prepared ] && grep -q refs/heads/main && {{ {slow}; }}; exit 0"));
    let mut terminal = world.by("zoe").on_terminal("sync");
    wait_for(&reached);
    terminal.types("\u{3}");
    terminal.ends(0).says("C’est envoyé : 1 action.");
    world.is_clean();
    assert_eq!(world.head(), world.git("--git-dir=../origin.git rev-parse main"));
}
