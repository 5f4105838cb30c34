//! What git makes of a clone and of the way to its remote is the person's choice, and `sync` keeps to it: kinds of clones,
//! addresses, ssh, hooks, and servers that say no.

use std::fs;

use super::{is_settled, remote_commits, remote_task, two};
use crate::kit::{World, make_executable, skipped};

/// The address of the remote of `world` as one that is spoken to, not copied.
fn address(world: &World) -> String {
    format!("file://{}/origin.git", world.top().display())
}

/// Somebody else's clone of the remote of `world`, made with these options, who works on Zoe's tasks.
fn cloned(world: &World, options: &str) -> World {
    let other = World::empty();
    other.git(&format!("clone --quiet {options} {} .", address(world)));
    other
}

/// A server that many have sent to, and a history that is not all in one commit.
fn served() -> World {
    let world = World::new();
    world.remote();
    world.git("--git-dir=../origin.git config uploadpack.allowFilter true");
    for id in ["k7q2m", "k7q9d"] {
        world.by("lea").run(&format!("claim {id} --sync")).exits(0);
    }
    world
}

/// Takes back the last commit, and leaves unfinished work as it is.
fn step_back(world: &World) {
    world.git("read-tree -m -u HEAD HEAD~1");
    world.git("update-ref refs/heads/main HEAD~1");
}

/// Unfinished work of the person's, of every kind.
fn busy(world: &World) -> impl Fn() -> [String; 4] {
    world.write("remise.txt", "mis de côté\n");
    world.git("add remise.txt");
    world.git("stash --quiet");
    world.write("prêt.txt", "prêt\n");
    world.git("add prêt.txt");
    world.write("prêt.txt", "prêt, puis changé\n");
    world.write("brouillon.txt", "à moi\n");
    let path = world.task_path("t3h5w");
    world.write(&path, format!("{}# à moi\n", world.read(&path)));
    move || {
        [
            world.status(),
            world.git("stash list --format=%gd%s%H"),
            world.git("diff"),
            world.read("brouillon.txt") + &world.git("diff --cached"),
        ]
    }
}

/// `clone` of `world`'s remote sends and receives: alone, after others, and when it lost.
fn works(world: &World, clone: &World) {
    let mine = busy(clone);
    let before = mine();
    clone.by("zoe").run("claim p4n8w --sync").exits(0).says("est à toi").says("C’est envoyé : 1 action.");
    world.by("max").run("claim x9c3v --sync").exits(0);
    clone.by("zoe").run("claim b6j2r").exits(0);
    clone.by("zoe").run("log b6j2r 20m").exits(0);
    world.by("orga").run("tasks edit b6j2r --budget 3h --sync").exits(0);
    clone.anybody().run("sync").exits(0).says("C’est envoyé : 2 actions.").says("2 changements reçus");
    world.by("max").run("release x9c3v --sync").exits(0);
    clone.anybody().run("sync").exits(0).says("1 changement reçu");
    world.by("lou").run("claim x9c3v --sync").exits(0);
    clone.by("zoe").run("claim x9c3v --sync").exits(4).complains("est prise par lou");
    assert_eq!(mine(), before, "unfinished work is as it was");
    assert!(remote_task(world, "b6j2r").contains("spent.2026-11-24 = \"20m\""));
    assert_eq!(clone.git("rev-parse HEAD"), world.git("--git-dir=../origin.git rev-parse main"));
    assert_eq!(clone.try_git("fsck --no-dangling --connectivity-only").code, 0);
    world.anybody().run("sync").exits(0);
    is_settled(world);
}

#[test]
fn a_partial_clone() {
    for filter in ["blob:none", "tree:0"] {
        let world = served();
        works(&world, &cloned(&world, &format!("--filter={filter}")));
    }
}

#[test]
fn a_shallow_clone() {
    let world = served();
    works(&world, &cloned(&world, "--depth 1"));
}

/// The branch is checked out in a working tree beside the first, as `git worktree` makes them.
#[test]
fn a_linked_working_tree() {
    let world = served();
    let mut clone = cloned(&world, "");
    clone.git("switch --quiet --create ailleurs");
    let linked = clone.top().join("liée");
    clone.git(&format!("worktree add --quiet {} main", linked.display()));
    let first = clone.state();
    let home = std::mem::replace(&mut clone.repo, linked);
    works(&world, &clone);
    let way = format!("cd {}", clone.repo.display());
    clone.anybody().within(&home).run("sync").exits(5).complains(&way);
    clone.repo = home;
    assert_eq!(clone.state(), first);
    assert_eq!(clone.git("worktree list --porcelain").matches("worktree ").count(), 2);
}

fn server_hook(world: &World, name: &str, script: &str) {
    let hook = world.top().join("origin.git/hooks").join(name);
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    fs::write(&hook, format!("#!/bin/sh\n{script}\n")).unwrap();
    make_executable(&hook);
}

/// As the forges word it.
#[test]
fn a_protected_branch_says_why_and_what_to_do() {
    for said in [
        "error: GH006: Protected branch update failed for refs/heads/main.",
        "GitLab: You are not allowed to push code to protected branches on this project.",
        "Forgejo: Not allowed to push to protected branch main",
    ] {
        let (world, other) = two();
        other.by("max").run("claim x9c3v --sync").exits(0);
        server_hook(&world, "update", &format!("printf '\\033[31m{said}\\n' >&2; exit 1"));
        let mine = busy(&world);
        let before = (world.state(), mine());
        world.by("zoe").run("claim p4n8w").exits(0);
        let run = world.anybody().run("sync").exits(6).complains("Le dépôt partagé a refusé").complains(said);
        let run = run.complains("est protégée : l’organisation peut t’y donner accès").complains("Qui peut décider : orga");
        run.complains("hackathon@example.org").says_nothing();
        assert_eq!(mine(), before.1);
        step_back(&world);
        assert_eq!((world.state(), mine()), before);
    }
}

#[test]
fn a_branch_that_somebody_works_on_over_there() {
    let (world, other) = two();
    world.git(&format!("remote set-url origin {}", other.repo.display()));
    world.by("zoe").run("claim p4n8w").exits(0);
    let head = world.head();
    let run = world.anybody().run("sync").exits(6).complains("branch is currently checked out");
    run.complains("Qui peut décider : orga");
    assert_eq!(world.head(), head);
    other.git("config receive.denyCurrentBranch updateInstead");
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
    assert!(other.task("p4n8w").contains("[claims.zoe]"));
}

/// The person's own hook is told what is sent and where to, and may say no.
#[test]
fn the_hook_before_a_push() {
    let (world, _) = two();
    let log = world.top().join("log");
    world.hook("pre-push", &format!("echo \"$1 $2\" > {0}; cat >> {0}; exit $(cat ../code)", log.display()));
    world.by("zoe").run("claim p4n8w").exits(0);
    let (before, head) = (world.state(), world.head());
    fs::write(world.top().join("code"), "1").unwrap();
    world.anybody().run("sync").exits(5).complains("Un hook de ce dépôt a refusé l’envoi");
    assert_eq!(world.state(), before);
    fs::write(world.top().join("code"), "0").unwrap();
    world.anybody().run("sync").exits(0);
    let told = fs::read_to_string(log).unwrap();
    assert!(told.starts_with("origin ../origin.git\n") && told.contains(&format!("{head} refs/heads/main ")), "{told}");
}

/// Somebody takes out of the shared branch what others had sent: nothing is sent again unasked, and nothing is lost.
#[test]
fn what_was_taken_out_of_the_shared_branch() {
    for more in [false, true] {
        let (world, other) = two();
        world.by("zoe").run("claim p4n8w --sync").exits(0);
        if more {
            world.by("zoe").run("log p4n8w 20m").exits(0);
            other.by("max").run("claim x9c3v").exits(0);
        }
        other.git("push --quiet --force origin main");
        let mine = busy(&world);
        let before = (world.state(), mine(), world.git("--git-dir=../origin.git rev-parse main"));
        for words in ["sync", "sync", "sync --dry-run"] {
            let run = world.anybody().run(words).exits(1).says_nothing();
            let run = run.complains("Un changement qui était dans la liste partagée n’y est plus");
            run.complains("claim: Dessiner le logo (p4n8w)")
                .complains("mpa sync --rebase")
                .complains("git reset --keep refs/remotes/origin/main");
        }
        let refused = world.by("zoe").run("log p4n8w 20m --sync").exits(6);
        refused.complains("C’est enregistré sur cet ordinateur").complains("n’y est plus");
        step_back(&world);
        assert_eq!((world.state(), mine(), world.git("--git-dir=../origin.git rev-parse main")), before);
        world.git("stash --quiet --include-untracked");
        world.by("zoe").run("sync --rebase").exits(0).says("C’est envoyé");
        assert!(remote_task(&world, "p4n8w").contains("[claims.zoe]"));
        is_settled(&world);
    }
}

/// Taken out together with what others did by hand: that is not the person's to send either.
#[test]
fn what_others_had_sent_and_somebody_took_out() {
    let (world, other) = two();
    let old = remote_commits(&world);
    other.write("note.txt", "à lui\n");
    other.commit("Une note à lui");
    other.git("push --quiet origin main");
    world.anybody().run("sync").exits(0).says("1 changement reçu");
    world.by("zoe").run("claim p4n8w").exits(0);
    other.git("push --quiet --force origin HEAD~1:main");
    let run = world.anybody().run("sync").exits(1).complains("n’y est plus").complains("Une note à lui");
    run.complains("git branch mpa-2026-11-24");
    assert_eq!(remote_commits(&world), old);
    world.git("branch mpa-2026-11-24");
    world.git("reset --quiet --keep origin/main");
    world.anybody().run("sync").exits(0).says("Tout est à jour");
    is_settled(&world);
}

/// Rewritten, but with the same effect: there is nothing to ask.
#[test]
fn a_shared_branch_that_was_only_reworded() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    other.anybody().run("sync").exits(0);
    other.git("commit --quiet --amend -m 'Autrement dit'");
    other.git("push --quiet --force origin main");
    world.anybody().run("sync").exits(0).says("1 action était déjà dans la liste partagée.");
    is_settled(&world);
}

/// Formats that only git reads: by name, with the command that sends, before anything moves.
#[test]
fn a_format_of_references_that_only_git_reads() {
    let world = World::new();
    let other = World::empty();
    for file in world.git("ls-files").lines() {
        other.write(file, world.bytes(file));
    }
    if other.try_git("init --quiet --ref-format=reftable").code != 0 {
        skipped("this git has no reftable");
        return;
    }
    other.commit("Campagne");
    other.git("init --quiet --bare --ref-format=reftable ../origin.git");
    other.git("remote add origin ../origin.git");
    other.git("push --quiet origin main");
    let mine = busy(&other);
    let before = mine();
    other.by("zoe").run("claim p4n8w").exits(0).says("pas encore envoyé. Pour envoyer : git push origin main");
    let state = other.state();
    other.anybody().run("sync").exits(5).complains("reftable").complains("git push origin main");
    assert_eq!((other.state(), mine()), (state, before));
    other.git("push --quiet origin main");
}
