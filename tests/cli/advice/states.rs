//! States of a clone in which nothing is written: the ways out of them, typed there.

use super::Shell;
use crate::kit::{CAMPAIGN, World, task};

/// `claim p4n8w` is possible again.
#[track_caller]
fn goes_on(world: &World) {
    world.by("zoe").run("claim p4n8w").exits(0).says("est à toi");
}

/// Begins an operation of git's, which stops in the middle: of itself, or because both sides changed the same line.
fn begin(operation: &str, conflicts: bool) -> World {
    let world = World::new();
    world.write("notes.txt", "un\n");
    world.commit("Notes");
    world.git("switch --quiet --create autre");
    world.write("notes.txt", if conflicts { "deux\n" } else { "un\n" });
    world.write("neuf.txt", "neuf\n");
    world.commit("Autre");
    world.git("switch --quiet main");
    if conflicts {
        world.write("notes.txt", "trois\n");
        world.commit("Trois");
    }
    match operation {
        "merge" => drop(world.try_git("merge --no-ff --no-commit autre")),
        "rebase" => {
            world.git("config sequence.editor 'sed -i s/pick/edit/'");
            world.git("branch base HEAD~1");
            drop(world.try_git(if conflicts { "rebase autre" } else { "rebase -i base" }));
        }
        "cherry-pick" if conflicts => drop(world.try_git("cherry-pick autre")),
        "revert" if conflicts => drop(world.try_git("revert --no-edit HEAD~1")),
        "am" => {
            world.git("format-patch --quiet -1 autre --output ../un.patch");
            drop(world.try_git("am ../un.patch"));
        }
        "bisect" => drop(world.git("bisect start")),
        other => panic!("{other}"),
    }
    world
}

#[test]
fn an_operation_of_git_s_is_finished_or_given_up() {
    let abort = |operation: &str| match operation {
        "bisect" => "git bisect reset".to_owned(),
        other => format!("git {other} --abort"),
    };
    let finish = |operation: &str| match operation {
        "merge" => "git commit --no-edit".to_owned(),
        other => format!("git {other} --continue"),
    };
    let cases = [
        ("vcs-merge-under-way", "merge", true),
        ("vcs-merge-under-way", "merge", false),
        ("vcs-rebase-under-way", "rebase", true),
        ("vcs-rebase-under-way", "rebase", false),
        ("vcs-cherry-pick-under-way", "cherry-pick", true),
        ("vcs-revert-under-way", "revert", true),
        ("vcs-am-under-way", "am", true),
        ("vcs-bisect-under-way", "bisect", false),
    ];
    for (key, operation, conflicts) in cases {
        let world = begin(operation, conflicts);
        let said = world.by("zoe").run("claim p4n8w").exits(5);
        Shell::of(&world, "zoe").follows(&said, key, &abort(operation));
        goes_on(&world);
        if operation == "bisect" {
            continue;
        }
        let world = begin(operation, conflicts);
        let said = world.by("zoe").run("claim p4n8w").exits(5);
        let shell = Shell::of(&world, "zoe");
        if conflicts {
            // As it says: what conflicts comes first.
            world.write("notes.txt", "quatre\n");
            shell.fills(&said, key, "git add FICHIER", "git add notes.txt neuf.txt 2> /dev/null || git add notes.txt");
        }
        shell.follows(&said, key, &finish(operation));
        goes_on(&world);
    }
}

#[test]
fn a_file_with_changes_is_kept_or_put_aside() {
    // From the top, and from a folder below it.
    for below in [false, true] {
        for staged in [false, true] {
            for keeps in [true, false] {
                let world = World::new();
                let path = world.task_path("p4n8w");
                world.write(&path, world.read(&path).replace("2h", "3h"));
                if staged {
                    world.git(&format!("add {path}"));
                }
                let folder = if below { world.path("data/tasks") } else { world.repo.clone() };
                let said = world.by("zoe").within(&folder).run("claim p4n8w").exits(5);
                let way = format!("cd {}", world.repo.display());
                assert_eq!(said.err.contains(&way), below, "{said}");
                let shell = Shell::of(&world, "zoe").within(&folder);
                let go = if below { format!("{way} && ") } else { String::new() };
                let typed = |key: &str, told: String| shell.fills(&said, key, &told, &format!("{go}{told}"));
                typed("vcs-dirty-edited", format!("git diff HEAD -- {path}"));
                match (staged, keeps) {
                    (false, true) => typed("vcs-dirty-edited", format!("git commit -m \"Mes changements\" -- {path}")),
                    (false, false) => typed("vcs-dirty-edited", format!("git stash push -- {path}")),
                    (true, true) => typed("vcs-dirty-staged", format!("git commit -m \"Mes changements\" -- {path}")),
                    (true, false) => {
                        typed("vcs-dirty-staged", format!("git restore --staged -- {path}"));
                        let said = world.by("zoe").run("claim p4n8w").exits(5);
                        Shell::of(&world, "zoe").follows(&said, "vcs-dirty-edited", &format!("git stash push -- {path}"))
                    }
                };
                goes_on(&world);
            }
        }
    }
}

#[test]
fn a_file_that_git_does_not_know_is_added_first() {
    let world = World::new();
    world.write("data/tasks/mphack/abcde-neuve.toml", task("Neuve"));
    let said = world.by("zoe").run("claim abcde").exits(5);
    let shell = Shell::of(&world, "zoe");
    shell.follows(&said, "vcs-dirty-untracked", "git add -- data/tasks/mphack/abcde-neuve.toml");
    shell.follows(&said, "vcs-dirty-untracked", "git commit -m \"Nouveau fichier\" -- data/tasks/mphack/abcde-neuve.toml");
    world.by("zoe").run("claim abcde").exits(0);
}

#[test]
fn a_file_that_git_was_told_to_ignore_is_looked_at_again() {
    for (folder, option) in [("", "--skip-worktree"), ("data", "--assume-unchanged")] {
        let world = World::new();
        let path = world.task_path("p4n8w");
        world.git(&format!("update-index {option} {path}"));
        let said = world.by("zoe").within(world.path(folder)).run("claim p4n8w").exits(5);
        let told = format!("git update-index {} -- {path}", option.replacen("--", "--no-", 1));
        Shell::of(&world, "zoe").follows(&said, "vcs-skip-worktree", &told);
        assert_eq!(said.err.contains(&format!("cd {}", world.repo.display())), !folder.is_empty(), "{said}");
        goes_on(&world);
    }
}

#[test]
fn from_outside_by_the_name_of_the_data_folder() {
    let world = World::new();
    world.git("switch --quiet --create essai");
    let outside = world.home();
    let said = world.by("zoe").within(&outside).env("MPA_DATA", world.path("data")).run("claim p4n8w").exits(5);
    let way = format!("cd {}", world.repo.display());
    let shell = Shell::of(&world, "zoe").within(&outside);
    shell.fills(&said, "vcs-other-branch", "git switch main", &format!("{way} && git switch main"));
    assert!(said.err.contains(&way), "{said}");
}

#[test]
fn what_points_git_elsewhere_is_taken_away() {
    let world = World::new();
    let said = world.by("zoe").env("GIT_DIR", world.path(".git")).run("claim p4n8w").exits(5);
    let shell = Shell::of(&world, "zoe").with("GIT_DIR", world.path(".git").display());
    let told = "env -u GIT_DIR -u GIT_WORK_TREE -u GIT_INDEX_FILE mpa …";
    shell.fills(&said, "vcs-git-dir-in-environment", told, &told.replace('…', "claim p4n8w"));
}

#[test]
fn a_bare_repository_is_cloned() {
    let world = World::new();
    world.git("clone --quiet --bare . ../nu.git");
    let nu = world.top().join("nu.git");
    assert!(std::process::Command::new("cp").arg("-r").arg(world.path("data")).arg(&nu).status().unwrap().success());
    let said = world.by("zoe").within(&nu).run("join mphack").exits(5);
    let told = format!("git clone {}", nu.display());
    Shell::of(&world, "zoe").fills(&said, "vcs-bare", &told, &format!("{told} ../copie && cd ../copie && mpa join mphack"));
}

#[test]
fn git_is_told_who_commits() {
    let world = World::new();
    std::fs::write(world.git_config(), "[user]\n\tuseConfigOnly = true\n").unwrap();
    let said = world.by("zoe").run("claim p4n8w").exits(5);
    let shell = Shell::of(&world, "zoe");
    shell.follows(&said, "hint-identity", "git config --global user.name \"Ton nom\"");
    shell.follows(&said, "hint-identity", "git config --global user.email toi@example.org");
    goes_on(&world);
}

/// Another command was cut short, or somebody edited the file: both ways of looking work.
#[test]
fn what_is_there_is_looked_at() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let said = world.by("zoe").run("log p4n8w 1h --day 2026-11-23").exits(0);
    drop(said);
    let broken = World::with(&[("data/mpa.toml", &CAMPAIGN.replace("limit = 3", "limit = 'trois'"))]);
    let said = broken.by("zoe").run("claim p4n8w").exits(3);
    Shell::of(&broken, "zoe").fills(&said, "data-unreadable", "mpa check", "mpa check || [ $? = 1 ]");
}
