//! The server has renamed the branch that the list lives on, or has it no more.

use super::Shell;
use crate::kit::{CAMPAIGN, World};

const WORKFLOW: &str = "\n[workflow]\nmain = \"trunk\"\n";

/// The usual campaign with a remote, whose branch is then called `trunk`.
fn renamed(mode: &str) -> World {
    let campaign = format!("{CAMPAIGN}\n[workflow]\nmode = \"{mode}\"\n");
    let world = World::with(&[("data/mpa.toml", if mode == "direct" { CAMPAIGN } else { &campaign })]);
    world.remote();
    world
}

fn rename(world: &World) {
    world.git("--git-dir=../origin.git branch -m main trunk");
    world.git("--git-dir=../origin.git symbolic-ref HEAD refs/heads/trunk");
}

/// Clones of all kinds: of everything, and of the one branch.
fn clones(world: &World) -> [World; 2] {
    let single = World::empty();
    let origin = world.top().join("origin.git").display().to_string();
    single.git(&format!("clone --quiet --no-local --single-branch --branch main {origin} ."));
    [world.clone_of_remote(), single]
}

/// An organiser follows the advice; what they write then is sent.
fn follow_as_organiser(world: &World) {
    let shell = Shell::of(world, "orga");
    let said = world.by("orga").run("sync").exits(5).complains("« main » n’existe plus").complains("« trunk »");
    let said = said.never_says("git push -u");
    assert!(!said.err.contains("git push -u"), "{said}");
    shell.follows(&said, "sync-moved-branch", "git branch -m main trunk");
    shell.fills(&said, "sync-moved-write", "Dans data/mpa.toml, écrire sous [workflow] : main = \"trunk\"", "true");
    world.write("data/mpa.toml", format!("{CAMPAIGN}{WORKFLOW}"));
    shell.follows(&said, "sync-moved-branch", "git commit -m 'main = trunk' -- data/mpa.toml");
    shell.follows(&said, "sync-moved-branch", "mpa sync --rebase");
}

#[test]
fn whoever_organises_writes_it_down_and_everybody_follows() {
    let world = renamed("direct");
    let others = clones(&world);
    for (other, id) in others.iter().zip(["p4n8w", "x9c3v"]) {
        other.by("zoe").run(&format!("claim {id}")).exits(0);
    }
    rename(&world);
    for other in &others {
        let before = other.state();
        let said = other.by("zoe").run("sync").exits(5).complains("L’organisation doit d’abord l’écrire");
        said.complains("main = \"trunk\"").complains("orga").complains("hackathon@example.org");
        other.by("zoe").run("sync --lang en").exits(5).complains("the list is on “trunk” there now");
        assert_eq!(other.state(), before);
        let said = other.by("zoe").run("doctor").exits(1).says("où la liste devrait être");
        assert!(said.out.contains("mpa sync"), "{said}");
    }
    world.by("orga").run("claim b6j2r").exits(0);
    follow_as_organiser(&world);
    for (other, id) in others.iter().zip(["p4n8w", "x9c3v"]) {
        let shell = Shell::of(other, "zoe");
        let said = other.by("zoe").run("sync").exits(5).complains("« trunk »");
        shell.follows(&said, "sync-moved-branch", "git branch -m main trunk");
        shell.follows(&said, "sync-moved-branch", "git checkout origin/trunk -- data/mpa.toml");
        shell.follows(&said, "sync-moved-branch", "mpa sync").says("C’est envoyé : 1 action.");
        other.is_clean();
        other.by("zoe").run(&format!("log {id} 30m")).exits(0);
        other.by("zoe").run("sync").exits(0);
    }
    let branches = world.git("--git-dir=../origin.git branch --format=%(refname:short)");
    assert_eq!(branches, "trunk", "no second list");
    let log = world.git("--git-dir=../origin.git log --format=%s trunk");
    for id in ["p4n8w", "x9c3v", "b6j2r"] {
        assert!(log.contains(&format!("({id})")), "{log}");
    }
}

/// Somebody's own change of the campaign's file is put aside, and comes back.
#[test]
fn what_is_in_no_commit_is_put_aside() {
    let world = renamed("direct");
    let other = world.clone_of_remote();
    rename(&world);
    follow_as_organiser(&world);
    other.write("data/mpa.toml", CAMPAIGN.replace("limit = 3", "limit = 4"));
    let said = other.by("zoe").run("sync").exits(5);
    let shell = Shell::of(&other, "zoe");
    shell.follows(&said, "sync-moved-branch", "git branch -m main trunk");
    shell.follows(&said, "sync-moved-branch", "git stash push -- data/mpa.toml");
    shell.follows(&said, "sync-moved-branch", "git checkout origin/trunk -- data/mpa.toml");
    shell.follows(&said, "sync-moved-branch", "mpa sync");
    other.git("stash pop");
    assert!(other.read("data/mpa.toml").contains("limit = 4"));
}

/// Whoever renamed the branch already as forges tell, or clones anew, is led to the same end.
#[test]
fn a_clone_on_the_new_branch_is_told_too() {
    let world = renamed("direct");
    let other = world.clone_of_remote();
    rename(&world);
    let anew = world.clone_of_remote();
    other.git("branch -m main trunk");
    other.git("fetch --quiet --prune");
    for clone in [&other, &anew] {
        let said = clone.by("zoe").run("claim p4n8w").exits(5).complains("Tu es sur la branche « trunk »").complains("mpa sync");
        assert!(!said.err.contains("git switch main"), "{said}");
        clone.by("zoe").run("sync").exits(5).complains("L’organisation doit d’abord l’écrire");
    }
    follow_as_organiser(&world);
    for clone in [&other, &anew] {
        let said = clone.by("zoe").run("sync").exits(5);
        assert!(!said.err.contains("git branch -m"), "{said}");
        let shell = Shell::of(clone, "zoe");
        shell.follows(&said, "sync-moved-branch", "git checkout origin/trunk -- data/mpa.toml");
        shell.follows(&said, "sync-moved-branch", "mpa sync");
        clone.by("zoe").run("claim p4n8w").exits(0);
        clone.by("zoe").run("undo").exits(0);
        clone.by("zoe").run("sync").exits(0);
    }
}

#[test]
fn where_requests_are_reviewed_the_new_name_is_a_request_too() {
    let world = renamed("pull-request");
    let other = world.clone_of_remote();
    other.by("zoe").run("claim p4n8w").exits(0);
    rename(&world);
    let said = world.by("orga").run("sync").exits(5).complains("« trunk »");
    let shell = Shell::of(&world, "orga");
    shell.follows(&said, "sync-moved-branch", "git switch --no-track -c mpa/proposal origin/trunk");
    world.write("data/mpa.toml", format!("{CAMPAIGN}{WORKFLOW}mode = \"pull-request\"\n"));
    shell.follows(&said, "sync-moved-branch", "git commit -m 'main = trunk' -- data/mpa.toml");
    shell.follows(&said, "sync-moved-branch", "git push -u origin HEAD");
    // The request is merged on the forge.
    world.git("--git-dir=../origin.git update-ref refs/heads/trunk mpa/proposal");
    world.git("--git-dir=../origin.git branch -D mpa/proposal");
    let said = other.by("zoe").run("sync").exits(5);
    let shell = Shell::of(&other, "zoe");
    shell.follows(&said, "sync-moved-branch", "git branch -m main trunk");
    shell.follows(&said, "sync-moved-branch", "git checkout origin/trunk -- data/mpa.toml");
    shell.follows(&said, "sync-moved-branch", "mpa sync");
    assert!(world.git("--git-dir=../origin.git branch --list").contains("mpa/p4n8w-zoe"));
    other.is_clean();
}

#[test]
fn a_branch_that_is_gone_is_not_put_there_again_unasked() {
    let world = renamed("direct");
    world.git("--git-dir=../origin.git update-ref refs/heads/autre main");
    world.git("--git-dir=../origin.git update-ref -d refs/heads/main");
    let said = world.by("zoe").run("sync").exits(5).complains("n’a plus de branche « main »").complains("orga");
    assert!(!said.err.contains("git push"), "{said}");
    let listed = Shell::of(&world, "zoe").follows(&said, "sync-branch-gone", "git ls-remote --heads origin");
    assert!(listed.out.contains("refs/heads/autre"));
}

/// A list that was never there is put there, beside whatever a forge made.
#[test]
fn a_list_that_was_never_there_is_put_there() {
    for has_page in [false, true] {
        let world = World::new();
        world.git("init --quiet --bare --initial-branch=master ../origin.git");
        if has_page {
            world.git("init --quiet --initial-branch=master ../page");
            world.git("-C ../page commit --quiet --allow-empty --message LISEZMOI");
            world.git("-C ../page push --quiet ../origin.git master");
        }
        world.git("remote add origin ../origin.git");
        world.by("zoe").run("claim p4n8w").exits(0);
        let said = world.by("zoe").run("sync").exits(5).complains("n’a pas encore de branche « main »");
        Shell::of(&world, "zoe").follows(&said, "sync-no-branch", "git push -u origin main");
        world.by("zoe").run("sync").exits(0);
    }
}
