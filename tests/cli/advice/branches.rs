//! The way back to the branch of the list, from wherever somebody is.

use super::Shell;
use crate::kit::{CAMPAIGN, World};

const PULL_REQUEST: &str = "\n[workflow]\nmode = \"pull-request\"\n";

#[test]
fn from_another_branch_or_none() {
    for leave in ["switch --quiet --create essai", "switch --quiet --detach"] {
        for words in ["claim p4n8w", "sync", "check --fix"] {
            let world = World::new();
            world.remote();
            world.git(leave);
            let said = world.by("zoe").run(words).exits(5);
            Shell::of(&world, "zoe").follows(&said, "vcs-other-branch", "git switch main");
            world.by("zoe").run("claim p4n8w").exits(0);
        }
    }
    let world = World::new();
    world.git("switch --quiet --detach");
    world.git("branch mpa/proposal");
    let said = world.by("zoe").run("claim p4n8w --here").exits(5);
    Shell::of(&world, "zoe").follows(&said, "vcs-detached", "git switch -c mpa/proposal-2");
    world.by("zoe").run("claim p4n8w --here").exits(0);
}

#[test]
fn from_a_second_working_tree() {
    let world = World::new();
    world.git("worktree add --quiet -b essai '../autre copie'");
    let there = world.top().join("autre copie");
    for leave in ["-C '../autre copie' status", "-C '../autre copie' switch --quiet --detach"] {
        world.git(leave);
        let said = world.by("zoe").within(&there).run("claim p4n8w").exits(5);
        assert!(!said.err.contains("git switch main"), "{said}");
        let way = format!("cd {}", world.repo.display());
        let shell = Shell::of(&world, "zoe").within(&there);
        shell.fills(&said, "vcs-other-branch", &way, &format!("{way} && mpa claim p4n8w --dry-run"));
        let said = world.by("zoe").within(&there).run("doctor --offline");
        assert!(said.out.contains(&way), "{said}");
    }
    // And the other way round.
    world.git("switch --quiet --create ailleurs");
    world.git("-C '../autre copie' switch --quiet main");
    let said = world.by("zoe").run("claim p4n8w").exits(5);
    let way = format!("cd '{}'", there.display());
    Shell::of(&world, "zoe").fills(&said, "vcs-other-branch", &way, &format!("{way} && mpa claim p4n8w --dry-run"));
}

#[test]
fn where_only_the_server_has_it() {
    let world = World::new();
    world.remote();
    world.git("push --quiet origin main:essai");
    let origin = world.top().join("origin.git").display().to_string();
    // One that fetches everything, and one of a single branch.
    for how in ["--branch essai", "--no-local --single-branch --branch essai"] {
        let clone = World::empty();
        clone.git(&format!("clone --quiet {how} {origin} ."));
        let shell = Shell::of(&clone, "zoe");
        let said = clone.by("zoe").run("claim p4n8w").exits(5);
        if how.contains("single") {
            // Only the server knows: it is asked.
            let said = shell.fills(&said, "vcs-other-branch", "mpa sync", "mpa sync || [ $? = 5 ]");
            shell.follows(&said, "vcs-other-branch", "git fetch origin main:main");
            shell.follows(&said, "vcs-other-branch", "git switch main");
        } else {
            shell.follows(&said, "vcs-other-branch", "git switch --no-track -c main origin/main");
        }
        clone.by("zoe").run("claim p4n8w").exits(0);
        clone.by("zoe").run("sync").exits(0);
        clone.by("zoe").run("release").exits(0);
        clone.by("zoe").run("sync").exits(0);
    }
}

#[test]
fn a_clone_of_one_branch_fetches_the_other() {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}{PULL_REQUEST}"))]);
    world.remote();
    world.git("push --quiet origin main:essai");
    let origin = world.top().join("origin.git").display().to_string();
    let clone = World::empty();
    clone.git(&format!("clone --quiet --no-local --single-branch --branch essai {origin} ."));
    let shell = Shell::of(&clone, "zoe");
    let fetch = "git fetch origin +refs/heads/main:refs/remotes/origin/main";
    for words in ["claim p4n8w", "review", "doctor --offline"] {
        clone.git("update-ref -d refs/remotes/origin/main");
        let said = clone.by("zoe").run(words);
        shell.follows(&said, "review-no-main", fetch);
        let again = clone.by("zoe").run(words);
        assert!(!format!("{}{}", again.out, again.err).contains(fetch), "{again}");
    }
    // One that fetches everything needs no more than that.
    let whole = World::empty();
    whole.git(&format!("clone --quiet --branch essai {origin} ."));
    whole.git("update-ref -d refs/remotes/origin/main");
    let said = whole.by("zoe").run("claim p4n8w").exits(3);
    Shell::of(&whole, "zoe").follows(&said, "review-no-main", "git fetch origin");
    whole.by("zoe").run("claim p4n8w").exits(0);
}

#[test]
fn on_the_branch_of_a_campaign_by_requests() {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}{PULL_REQUEST}"))]);
    for branch in ["mpa/proposal", "mpa/proposal-2"] {
        world.git("switch --quiet main");
        let said = world.by("zoe").run("claim p4n8w --here").exits(1);
        Shell::of(&world, "zoe").follows(&said, "pull-request-mode", &format!("git switch -c {branch}"));
        world.by("zoe").run("claim p4n8w --here").exits(0);
    }
}

/// A branch that was accepted stays as long as somebody is on it.
#[test]
fn off_a_branch_that_is_no_longer_needed() {
    for place in ["here", "elsewhere"] {
        let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}{PULL_REQUEST}"))]);
        world.remote();
        world.by("zoe").run("claim p4n8w --sync").exits(0);
        world.git("--git-dir=../origin.git update-ref refs/heads/main mpa/p4n8w-zoe");
        let other = world.top().join("autre");
        let way = if place == "here" {
            world.git("switch --quiet mpa/p4n8w-zoe");
            "git switch main".to_owned()
        } else {
            world.git("worktree add --quiet ../autre mpa/p4n8w-zoe");
            format!("git -C {} switch --detach", other.display())
        };
        let said = world.by("zoe").run("sync").exits(0).says("est ouverte dans un dossier");
        Shell::of(&world, "zoe").follows(&said, "request-in-use", &way);
        world.by("zoe").run("sync").exits(0);
        assert!(!world.git("branch --list").contains("mpa/p4n8w-zoe"));
    }
}

/// A request whose branch another working tree has checked out is written there.
#[test]
fn to_a_branch_that_is_in_use() {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}{PULL_REQUEST}"))]);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.git("worktree add --quiet ../autre mpa/p4n8w-zoe");
    let said = world.by("zoe").run("log p4n8w 1h").exits(5).complains("--here");
    let way = format!("cd {}", world.top().join("autre").display());
    Shell::of(&world, "zoe").fills(&said, "vcs-branch-in-use", &way, &format!("{way} && mpa log p4n8w 1h --here"));
}
