//! What is told where something is sent and received.

use super::{Shell, told};
use crate::kit::{CAMPAIGN, World, make_executable, skipped};

const MODE: &str = "\n[workflow]\nmode = \"pull-request\"\n";

fn two() -> (World, World) {
    let world = World::new();
    world.remote();
    let other = world.clone_of_remote();
    (world, other)
}

fn by_request() -> World {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}{MODE}"))]);
    world.remote();
    world
}

#[test]
fn a_remote_is_added() {
    let world = World::new();
    world.git("init --quiet --bare ../origin.git");
    let said = world.by("zoe").run("sync").exits(5);
    let shell = Shell::of(&world, "zoe");
    shell.fills(&said, "sync-add-remote", "git remote add origin ADRESSE", "git remote add origin ../origin.git");
    let said = world.by("zoe").run("sync").exits(5);
    shell.follows(&said, "sync-no-branch", "git push -u origin main");
    world.by("zoe").run("sync").exits(0);
}

#[test]
fn what_is_recorded_is_sent() {
    let (world, _) = two();
    let shell = Shell::of(&world, "zoe");
    let said = world.by("zoe").run("claim p4n8w").exits(0);
    shell.follows(&said, "note-unsent", "mpa sync");
    world.by("zoe").run("log p4n8w 1h").exits(0);
    let said = world.by("zoe").run("").exits(0);
    shell.follows(&said, "today-unsent", "mpa sync");
    world.git("remote set-url origin ../absent.git");
    world.by("zoe").run("log p4n8w 2h").exits(0);
    let said = world.by("zoe").run("sync").exits(5);
    let listed = shell.fills(&said, "vcs-unreachable", "git ls-remote origin", "git ls-remote origin || [ $? = 128 ]");
    assert!(listed.err.contains("absent.git"), "{listed}");
    world.git("remote set-url origin ../origin.git");
    shell.follows(&said, "vcs-unreachable", "mpa sync");
    world.by("zoe").run("log p4n8w 3h").exits(0);
    world.hook("pre-push", "exit 1");
    let said = world.by("zoe").run("sync").exits(5);
    std::fs::remove_file(world.path(".git/hooks/pre-push")).unwrap();
    shell.follows(&said, "vcs-push-hook-refused", "mpa sync");
}

#[test]
fn other_commits_go_along_or_by_git() {
    let (world, other) = two();
    world.write("note.txt", "à moi\n");
    world.commit("Une note");
    let said = world.by("zoe").run("sync").exits(1);
    Shell::of(&world, "zoe").follows(&said, "sync-others", "mpa sync --rebase");
    other.write("note.txt", "à lui\n");
    other.commit("Une note");
    // A branch without an upstream, too.
    other.git("branch --unset-upstream");
    let said = other.by("max").run("sync --rebase").exits(1);
    let shell = Shell::of(&other, "max");
    shell.fills(
        &said,
        "sync-not-clean",
        "git rebase origin/main",
        "git rebase origin/main || git status | grep 'rebase in progress'",
    );
    other.git("rebase --abort");
}

#[test]
fn what_somebody_took_out_goes_again_or_is_left() {
    for again in [true, false] {
        let (world, other) = two();
        world.by("zoe").run("claim p4n8w --sync").exits(0);
        other.by("max").run("claim x9c3v").exits(0);
        other.git("push --quiet --force origin main");
        let said = world.by("zoe").run("sync").exits(1);
        let shell = Shell::of(&world, "zoe");
        if again {
            shell.follows(&said, "sync-removed-again", "mpa sync --rebase");
        } else {
            shell.follows(&said, "sync-removed-too", "git branch mpa-2026-11-24");
            shell.follows(&said, "sync-removed-too", "git reset --keep refs/remotes/origin/main");
        }
        world.by("zoe").run("sync").exits(0).says("Tout est à jour");
    }
}

#[test]
fn what_was_lost_is_shown_and_others_are_offered() {
    let (world, other) = two();
    other.by("max").run("claim p4n8w").exits(0);
    other.by("max").run("close p4n8w --time 1h --evidence https://example.org/logo --sync").exits(0);
    world.by("orga").run("tasks cancel p4n8w --reason Inutile.").exits(0);
    let said = world.by("orga").run("sync").exits(4);
    let shell = Shell::of(&world, "orga");
    assert!(shell.follows(&said, "sync-kept", &told(&said, "git log -p ", 4)).out.contains("Inutile."));
    let (world, other) = two();
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    let said = world.by("zoe").run("sync").exits(4);
    Shell::of(&world, "zoe").follows(&said, "sync-instead-task", &told(&said, "mpa claim ", 3));
}

#[test]
fn files_in_the_way_are_put_aside() {
    let (world, other) = two();
    let path = world.task_path("p4n8w");
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.write(&path, format!("# à moi\n{}", world.read(&path)));
    world.by("zoe").run("claim x9c3v").exits(0);
    let said = world.by("zoe").run("sync").exits(5);
    let shell = Shell::of(&world, "zoe");
    for command in ["git stash --include-untracked", "mpa sync", "git stash pop"] {
        shell.follows(&said, "vcs-in-the-way", command);
    }
    let text = world.read(&path);
    assert!(text.starts_with("# à moi") && text.contains("[claims.max]"), "{text}");
}

#[test]
fn formats_that_only_git_reads_are_sent_by_git() {
    for mode in ["", MODE] {
        let world = World::new();
        let other = World::empty();
        for file in world.git("ls-files").lines() {
            other.write(file, world.bytes(file));
        }
        other.write("data/mpa.toml", format!("{CAMPAIGN}{mode}"));
        if other.try_git("init --quiet --object-format=sha256").code != 0 {
            skipped("this git has no SHA-256");
            return;
        }
        other.commit("Campagne");
        other.git("init --quiet --bare --object-format=sha256 ../origin.git");
        other.git("remote add origin ../origin.git");
        other.git("push --quiet origin main");
        let shell = Shell::of(&other, "zoe");
        if mode.is_empty() {
            let said = other.by("zoe").run("claim p4n8w").exits(0);
            shell.follows(&said, "note-unsent", "git push origin main");
            let said = other.by("zoe").run("sync").exits(5);
            shell.follows(&said, "vcs-needs-engine", "git push origin main");
            shell.follows(&said, "vcs-needs-engine", "git log");
        } else {
            let said = other.by("zoe").run("sync").exits(5);
            shell.follows(&said, "vcs-needs-engine", "git pull --ff-only origin main");
            let said = other.by("zoe").run("claim p4n8w").exits(5);
            shell.follows(&said, "proposal-format", "git switch -c mpa/proposal");
            other.by("zoe").run("claim p4n8w --here").exits(0);
        }
    }
}

#[test]
fn requests_are_sent_and_looked_at() {
    let world = by_request();
    let shell = Shell::of(&world, "zoe");
    let said = world.by("zoe").run("claim p4n8w").exits(0);
    shell.follows(&said, "note-branch-unsent", "mpa sync");
    world.by("zoe").run("claim x9c3v").exits(0);
    let said = world.by("zoe").run("").exits(0);
    shell.follows(&said, "today-requests-unsent", "mpa sync");
    let said = world.by("zoe").run("undo").exits(0);
    shell.follows(&said, "note-undo-unsent", "mpa sync");
    world.by("zoe").run("claim b6j2r").exits(0);
    let said = world.anybody().run("sync").exits(0);
    Shell::of(&world, "lea").fills(&said, "request-who", "mpa sync --as PSEUDO", "mpa sync --as zoe");
    world.git("commit --quiet --allow-empty --message 'À moi'");
    let said = world.by("zoe").run("sync").exits(0);
    let log = shell.follows(&said, "request-main-ahead", "git log origin/main..main");
    assert!(log.out.contains("À moi"));
}

#[test]
fn a_request_that_was_taken_away_is_asked_again_or_given_up() {
    for (again, on_it) in [(true, false), (false, false), (false, true)] {
        let world = by_request();
        world.by("zoe").run("claim k7q2m --sync").exits(0);
        world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/k7q2m-zoe");
        if on_it {
            world.git("switch --quiet mpa/k7q2m-zoe");
        }
        let said = world.by("zoe").run("sync").exits(6);
        let shell = Shell::of(&world, "zoe");
        match (again, on_it) {
            (true, _) => shell.follows(&said, "request-ask-again", "git push origin mpa/k7q2m-zoe"),
            (false, false) => shell.follows(&said, "request-ask-again", "git branch -D mpa/k7q2m-zoe"),
            (false, true) => shell.follows(&said, "request-ask-again", "git switch main && git branch -D mpa/k7q2m-zoe"),
        };
        world.by("zoe").run("sync").exits(0);
        world.by("zoe").run("log k7q2m 1h").exits(if again { 0 } else { 1 });
    }
    let world = by_request();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/k7q2m-zoe");
    world.git("fetch --quiet --prune");
    let said = world.by("zoe").run("log k7q2m 30m").exits(0);
    Shell::of(&world, "zoe").fills(&said, "note-taken-away", "mpa sync", "mpa sync || [ $? = 6 ]");
}

#[test]
fn what_another_computer_sent_is_looked_at() {
    let world = by_request();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    let other = world.clone_of_remote();
    other.git("switch --quiet mpa/k7q2m-zoe");
    other.git("commit --quiet --allow-empty --message 'Ailleurs'");
    other.git("push --quiet origin mpa/k7q2m-zoe");
    world.git("switch --quiet mpa/k7q2m-zoe");
    world.git("commit --quiet --allow-empty --message 'Ici'");
    world.git("switch --quiet main");
    let said = world.by("zoe").run("sync").exits(6);
    let log = Shell::of(&world, "zoe").follows(&said, "request-elsewhere", "git log mpa/k7q2m-zoe..origin/mpa/k7q2m-zoe");
    assert!(log.out.contains("Ailleurs"));
}

#[test]
fn whoever_may_not_write_makes_a_fork() {
    let world = by_request();
    let ssh = world.top().join("ssh");
    let script = "#!/bin/sh\ncase \"$*\" in *origin.git*receive-pack*|*receive-pack*origin.git*) echo 'Permission denied.' >&2; exit 1;; esac\n\
                  for last; do :; done\neval \"$last\"\n";
    std::fs::write(&ssh, script).unwrap();
    make_executable(&ssh);
    world.git(&format!("config --global core.sshCommand {}", ssh.display()));
    world.git(&format!("remote set-url origin ssh://git@example.org{}", world.top().join("origin.git").display()));
    world.by("zoe").run("claim k7q2m").exits(0);
    let said = world.by("zoe").run("sync").exits(5);
    world.git("init --quiet --bare ../zoe.git");
    let fork = format!("git remote add copie ssh://git@example.org{}", world.top().join("zoe.git").display());
    let told = said.err.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = told.split("git remote add ").nth(1).unwrap_or_else(|| panic!("{said}")).split(' ').next().unwrap().to_owned();
    let fork = fork.replace("copie", &name);
    Shell::of(&world, "zoe").fills(&said, "hint-fork", &format!("git remote add {name}"), &fork);
}

/// The two sides of a request changed the same line.
#[test]
fn a_request_that_conflicts_is_put_together() {
    let world = by_request();
    let path = world.task_path("k7q2m");
    world.git("switch --quiet --create mpa/texte");
    world.write(&path, world.read(&path).replace("2h", "3h"));
    world.commit("Plus long");
    world.git("switch --quiet main");
    world.write(&path, world.read(&path).replace("2h", "4h"));
    world.commit("Encore plus long");
    world.git("push --quiet origin main");
    let said = world.by("orga").run("review mpa/texte");
    world.git("switch --quiet mpa/texte");
    let told = "git pull --no-rebase --no-edit origin main";
    Shell::of(&world, "orga").fills(&said, "rule-conflict", told, &format!("{told} || git status | grep 'both modified'"));
}
