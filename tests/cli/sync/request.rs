//! `sync` in a campaign by pull requests: each request arrives once, what was answered goes, and whoever was not first hears
//! of it.

use std::fs;

use crate::kit::{World, make_executable};
use crate::proposal::world;

/// A campaign by pull requests, and another computer with a clone of it.
pub fn two() -> (World, World) {
    let world = world();
    let other = world.clone_of_remote();
    (world, other)
}

pub fn on_server(world: &World) -> String {
    world.git("--git-dir=../origin.git for-each-ref --format=%(refname:lstrip=2) refs/heads/mpa")
}

pub fn here(world: &World) -> String {
    world.git("for-each-ref --format=%(refname:lstrip=2) refs/heads/mpa")
}

/// The organisation merges `branch` on the server, in that way.
pub fn accept(world: &World, branch: &str, way: &str) {
    let desk = world.clone_of_remote();
    match way {
        "merge" => drop(desk.git(&format!("merge --quiet --no-ff --no-edit origin/{branch}"))),
        "squash" => {
            desk.git(&format!("merge --quiet --squash origin/{branch}"));
            desk.git("commit --quiet --message Squashed");
        }
        "forward" => drop(desk.git(&format!("merge --quiet --ff-only origin/{branch}"))),
        _ => {
            desk.write("other.txt", "x\n");
            desk.commit("Something else");
            desk.git(&format!("cherry-pick main~1..origin/{branch}"));
        }
    }
    desk.git("push --quiet origin main");
}

/// Somebody else has the task on the shared branch.
pub fn give(world: &World, id: &str, who: &str) {
    let desk = world.clone_of_remote();
    let path = desk.task_path(id);
    desk.write(&path, format!("{}\n[claims.{who}]\nsince = 2026-11-24\nuntil = 2026-12-04\n", desk.task(id)));
    desk.commit("claim");
    desk.git("push --quiet origin main");
}

/// Files, index and own work, which no request touches.
fn own_work(world: &World) -> String {
    format!("{:?} {:?}", fs::read(world.path(".git/index")).unwrap(), world.state())
}

#[test]
fn each_request_is_handed_in_once() {
    let (world, _) = two();
    world.write("notes.txt", "unfinished\n");
    let before = own_work(&world);
    world.by("zoe").run("sync").exits(0).says("Tout est à jour");
    world.by("zoe").run("claim k7q2m").exits(0).says("Pour envoyer : mpa sync");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("").exits(0).says("2 demandes ne sont pas encore envoyées : mpa sync");
    world.by("zoe").run("sync --dry-run").exits(0).says("À envoyer : « Dessiner le logo », par git push origin mpa/p4n8w-zoe");
    assert_eq!(on_server(&world), "");
    let run = world.by("zoe").run("sync").exits(0);
    run.says("Envoyé : « Mettre la liste en ligne ». Donne à l’organisation le nom de la branche : mpa/k7q2m-zoe");
    assert_eq!(on_server(&world), "mpa/k7q2m-zoe\nmpa/p4n8w-zoe");
    world.by("zoe").run("").exits(0).never_says("envoyées").never_says("envoyée");
    let run = world.by("zoe").run("sync --lang en").exits(0).never_says("Sent");
    run.says("Waits for an answer: “Dessiner le logo” (mpa/p4n8w-zoe).");
    let run = world.by("zoe").run("log k7q2m 45m --sync").exits(0).never_says("mpa sync").never_says("logo");
    run.says("Envoyé : « Mettre la liste en ligne ». La demande (mpa/k7q2m-zoe) est à jour.");
    assert_eq!(world.git("rev-parse mpa/k7q2m-zoe"), world.git("--git-dir=../origin.git rev-parse mpa/k7q2m-zoe"));
    assert_eq!(own_work(&world), before);
}

#[test]
fn what_was_accepted_goes_here_and_there() {
    for way in ["merge", "squash", "rebase"] {
        let (world, _) = two();
        for words in ["claim k7q2m", "log k7q2m 1h", "claim p4n8w --sync"] {
            world.by("zoe").run(words).exits(0);
        }
        accept(&world, "mpa/k7q2m-zoe", way);
        world.write("notes.txt", "unfinished\n");
        let run = world.by("zoe").run("sync").exits(0).says("Accepté : « Mettre la liste en ligne »");
        run.says("reçu").says("Attend une réponse : « Dessiner le logo »");
        assert_eq!((here(&world), on_server(&world)), ("mpa/p4n8w-zoe".to_owned(), "mpa/p4n8w-zoe".to_owned()), "{way}");
        assert!(world.task("k7q2m").contains("[claims.zoe]"), "the checkout followed");
        assert_eq!(world.read("notes.txt"), "unfinished\n");
        // What comes after begins anew.
        world.by("zoe").run("log k7q2m 15m --sync").exits(0);
        assert_eq!(world.git("rev-list --count origin/main..mpa/k7q2m-zoe"), "1");
    }
}

#[test]
fn what_was_taken_back_goes_here_and_there() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    world.by("zoe").run("undo").exits(0).says("Pour lui envoyer ce retrait : mpa sync");
    assert_eq!(on_server(&world), "mpa/k7q2m-zoe");
    world.by("zoe").run("sync --dry-run").exits(0);
    assert_eq!(on_server(&world), "mpa/k7q2m-zoe");
    world.by("zoe").run("sync").exits(0).says("Retiré : « Mettre la liste en ligne »");
    assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
    world.by("zoe").run("sync").exits(0).says("Tout est à jour");

    // A server that keeps it says so.
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    world.git("--git-dir=../origin.git config receive.denyDeletes true");
    world.by("zoe").run("undo --sync").exits(6).complains("le serveur garde la demande (mpa/k7q2m-zoe)");
}

/// Neighbouring lines make git conflict, and two people do not.
/// Requests that an organiser must decide are no losses.
#[test]
fn what_waits_for_an_organiser_is_sent_and_stays() {
    let (world, _) = two();
    world.by("zoe").run("tasks edit p4n8w --budget 3h --sync").exits(0).says("Envoyé");
    give(&world, "k7q2m", "max");
    world.by("zoe").run("sync").exits(0).says("Attend une réponse : « Dessiner le logo »");
    world.by("zoe").run("join mphack --sync").exits(0).says("Envoyé");
    assert_eq!(on_server(&world), "mpa/join-mphack-zoe\nmpa/p4n8w-zoe");
}

#[cfg(unix)]
#[test]
fn a_server_that_says_no() {
    let (world, _) = two();
    let hook = world.top().join("origin.git/hooks/update");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(&hook, "#!/bin/sh\nprintf 'pas \\033[31mle\\342\\200\\256 vendredi\\n' >&2\nexit 1\n").unwrap();
    make_executable(&hook);
    let run = world.by("zoe").run("claim k7q2m --sync").exits(6).complains("Le serveur refuse « Mettre la liste en ligne »");
    run.complains("vendredi").says("Tu demandes à prendre").says("mpa sync");
    world.by("zoe").run("sync").exits(6).complains("hook declined");
    assert_eq!(here(&world), "mpa/k7q2m-zoe");
    fs::remove_file(&hook).unwrap();
    world.by("zoe").run("sync").exits(0).says("Envoyé");
}

#[cfg(unix)]
#[test]
fn moments_in_which_nothing_follows() {
    let (world, other) = two();
    world.by("zoe").run("claim k7q2m").exits(0);
    world.anybody().run("sync").exits(0).says("dis qui tu es : mpa sync --as PSEUDO");
    // A branch that is checked out moves by hand.
    give(&world, "k7q2m", "max");
    world.git("switch --quiet mpa/k7q2m-zoe");
    world.by("zoe").run("sync").exits(5).complains("git switch");
    world.git("switch --quiet main");
    // What the person changed stands in the way; requests are handed in all the same.
    world.by("zoe").run("claim p4n8w").exits(0);
    let path = world.task_path("k7q2m");
    world.write(&path, format!("{}# mine\n", world.task("k7q2m")));
    world.by("zoe").run("sync").exits(4).complains("est prise par max").complains("git stash").says("Envoyé");
    world.git(&format!("checkout --quiet -- {path}"));
    world.by("zoe").run("sync").exits(0).says("Attend une réponse");
    // The shared branch here has something else.
    other.write("x.txt", "x\n");
    other.commit("Mine");
    other.anybody().run("sync").exits(0).says("a un commit que le dépôt partagé n’a pas");
    // Whoever may read and not write is told of forks, and of what came all the same.
    give(&world, "x9c3v", "max");
    world.git("config remote.origin.pushurl ../absent.git");
    let run = world.by("zoe").run("log p4n8w 10m --sync").exits(6).complains("mais pas encore envoyé");
    run.complains("git remote add copie ADRESSE").says("1 changement reçu").says("Pour envoyer : mpa sync");
    world.git("remote set-url origin ../absent.git");
    world.by("zoe").run("sync").exits(5).complains("hors d’atteinte");
    world.git("remote remove origin");
    world.by("zoe").run("sync").exits(5).complains("n’a pas de dépôt partagé nommé « origin »");
}

/// `anne-zoe` is another person than `zoe`.
#[test]
fn a_name_that_ends_like_one_s_own_is_somebody_else_s() {
    let (world, _) = two();
    world.by("anne-zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("sync").exits(0).never_says("Envoyé");
    world.by("zoe").run("undo").exits(1);
    world.by("anne-zoe").run("sync").exits(0).says("Envoyé");
}
