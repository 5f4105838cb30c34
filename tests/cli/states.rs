//! States of a repository in which nothing may be written, and those in which writing must not disturb.

use crate::kit::{CAMPAIGN, World};

/// `words` by zoe are refused with `code` and `sentence`, and nothing has changed.
#[track_caller]
fn refused(world: &World, words: &str, code: i32, sentence: &str) {
    let state = world.state();
    world.by("zoe").run(words).exits(code).complains(sentence).says_nothing();
    assert_eq!(world.state(), state);
    world.by("zoe").run("tasks list --all").exits(0).says("Traduire la page");
}

#[test]
fn a_detached_head_is_refused() {
    let world = World::new();
    world.git("switch --quiet --detach");
    refused(&world, "claim p4n8w", 5, "HEAD est sur un commit et non sur une branche");
    refused(&world, "claim p4n8w --here", 5, "git switch -c mpa/proposal");
    refused(&world, "join mphack", 5, "HEAD est sur un commit");
}

#[test]
fn what_git_has_not_finished_comes_first() {
    let world = World::new();
    world.git("switch --quiet --create autre");
    world.git("commit --quiet --allow-empty --message Autre");
    world.git("switch --quiet main");
    world.git("merge --quiet --no-commit --no-ff autre");
    refused(&world, "claim p4n8w", 5, "Une fusion est en cours");
    world.git("merge --abort");
    for (trace, sentence) in
        [("rebase-merge", "rebase"), ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"), ("BISECT_LOG", "bisect")]
    {
        world.write(&format!(".git/{trace}/x").replace("_HEAD/x", "_HEAD").replace("_LOG/x", "_LOG"), world.head() + "\n");
        let run = world.by("zoe").run("claim p4n8w").exits(5).complains(sentence);
        run.says_nothing();
        let _ = std::fs::remove_file(world.path(&format!(".git/{trace}")));
        let _ = std::fs::remove_dir_all(world.path(&format!(".git/{trace}")));
    }
    world.by("zoe").run("claim p4n8w").exits(0);
}

#[test]
fn another_branch_needs_here() {
    let world = World::new();
    world.git("switch --quiet --create essai");
    refused(&world, "claim p4n8w", 5, "Tu es sur la branche « essai », alors que la liste vit sur « main »");
    let (main, before) = (world.git("rev-parse main"), world.commits());
    world.by("zoe").run("claim p4n8w --here").exits(0);
    world.has_one_commit_more_than(before);
    assert_eq!(world.git("rev-parse main"), main);
}

#[test]
fn on_a_branch_of_its_own_a_change_is_a_proposal() {
    let pull_requests = format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\n");
    for world in [World::new(), World::with(&[("data/mpa.toml", &pull_requests)])] {
        world.git("clone --quiet --bare . ../depot.git");
        world.git("remote add origin ../depot.git");
        let add = "tasks add --project mphack --title Affiche --budget 1h --done-when 'Elle est au mur.' --draft";
        refused(&world, &format!("{add} --here"), 1, "");
        world.git("switch --quiet --create mpa/affiche");
        refused(&world, "claim d0aft --here", 1, "brouillon");
        let before = world.commits();
        let done = world.by("zoe").run(&format!("{add} --here")).exits(0);
        done.says("l’organisation décidera à la relecture").says("git push origin mpa/affiche");
        world.has_one_commit_more_than(before);
        assert_eq!(world.git("rev-parse main"), world.git("rev-parse HEAD^"));
    }
}

#[test]
fn a_bare_repository_is_refused() {
    let world = World::new();
    world.git("clone --quiet --bare . ../nu.git");
    let copied = std::process::Command::new("cp").arg("-r").arg(world.path("data")).arg(world.top().join("nu.git")).status();
    assert!(copied.unwrap().success());
    let call = || world.by("zoe").within(world.top().join("nu.git"));
    call().run("join mphack").exits(5).complains("dépôt nu").complains("git clone");
    call().run("claim p4n8w").exits(5).complains("dépôt nu");
    call().run("tasks list").exits(0);
}

#[test]
fn a_task_changed_by_hand_is_left_alone() {
    let world = World::new();
    let path = world.task_path("p4n8w");
    world.write(&path, world.read(&path).replace("2h", "3h"));
    refused(&world, "claim p4n8w", 5, "contient des changements qui ne sont dans aucun commit");
    world.git(&format!("add {path}"));
    refused(&world, "claim p4n8w", 5, &path);
    world.by("zoe").run("claim x9c3v").exits(0);
    assert_eq!(world.status(), format!("M  {path}"));
}

#[test]
fn a_task_that_git_does_not_know_or_ignores_is_named() {
    let world = World::new();
    world.write("data/tasks/mphack/abcde-neuve.toml", crate::kit::task("Neuve"));
    refused(&world, "claim abcde", 5, "n’est dans aucun commit");
    let path = world.task_path("p4n8w");
    world.git(&format!("update-index --skip-worktree {path}"));
    refused(&world, "claim p4n8w", 5, "skip-worktree");
}

#[test]
fn variables_that_point_git_elsewhere_are_refused() {
    let world = World::new();
    let state = world.state();
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        let run = world.by("zoe").env(name, world.path(".git")).run("claim p4n8w").exits(5);
        run.complains("GIT_DIR ou une variable de la même famille").complains("env -u GIT_DIR");
    }
    assert_eq!(world.state(), state);
}

#[test]
fn the_main_branch_of_a_campaign_by_pull_requests_is_not_written_to() {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\n"))]);
    refused(&world, "claim p4n8w --here", 1, "qu’après relecture (pull request)");
    refused(&world, "join mphack --here --lang en", 1, "be on such a branch first");
}

#[test]
fn a_broken_campaign_file_stops_writing_only() {
    let world = World::with(&[("data/mpa.toml", &CAMPAIGN.replace("limit = 3", "limit = 'trois'"))]);
    refused(&world, "claim p4n8w", 3, "data/mpa.toml:13:9");
    world.by("zoe").run("tasks list").exits(0).says("Traduire la page").complains("data/mpa.toml:13:9");
    world.by("zoe").run("check").exits(1).says("data/mpa.toml:13:9");
}

#[test]
fn git_that_does_not_know_the_person_is_told_how() {
    let world = World::new();
    std::fs::write(world.git_config(), "[user]\n\tuseConfigOnly = true\n").unwrap();
    refused(&world, "claim p4n8w", 5, "Git ne sait pas encore qui tu es");
    world.by("zoe").run("claim p4n8w").complains("git config --global user.name");
    world.by("zoe").run("join mphack").exits(5);
    world.is_clean();
}

#[test]
fn git_that_is_not_installed_is_named() {
    let world = World::new();
    let state = world.state();
    let empty = world.top().join("vide");
    std::fs::create_dir(&empty).unwrap();
    world.by("zoe").env("PATH", &empty).run("claim p4n8w").exits(5).complains("Le programme git est introuvable");
    world.by("zoe").env("PATH", &empty).run("tasks list").exits(0).says("Traduire la page");
    assert_eq!(world.state(), state);
}

#[test]
fn other_work_stays_as_it_was() {
    let world = World::new();
    world.write("notes.txt", "un\n");
    world.commit("Notes");
    world.write("notes.txt", "un\ndeux\n");
    world.git("add notes.txt");
    world.write("notes.txt", "un\ndeux\ntrois\n");
    world.write("neuf.txt", "neuf\n");
    world.write("brouillon.txt", "à venir\n");
    world.git("add --intent-to-add brouillon.txt");
    let (status, staged) = (world.status(), world.git("diff --cached"));
    let before = world.commits();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("orga").run("themes add --title Neuf").exits(0);
    world.by("zoe").run("undo").exits(0);
    assert_eq!(world.commits(), before + 3);
    assert_eq!((world.status(), world.git("diff --cached")), (status, staged));
    assert_eq!(world.git("show --format= --name-only HEAD"), world.task_path("p4n8w"));
}

#[test]
fn a_linked_worktree_works_like_a_clone() {
    let world = World::new();
    world.git("worktree add --quiet -b essai ../autre");
    let call = || world.by("zoe").within(world.top().join("autre"));
    call().run("claim p4n8w").exits(5).complains("essai");
    call().run("claim p4n8w --here").exits(0);
    assert_eq!(world.git("-C ../autre status --porcelain"), "");
    assert_eq!(world.git("-C ../autre log -1 --format=%s"), "claim: Dessiner le logo (p4n8w)");
    world.is_clean();
}

#[test]
fn somebody_elses_index_lock_is_waited_for_and_never_removed() {
    let world = World::new();
    let state = world.state();
    world.write(".git/index.lock", "");
    let lock = world.path(".git/index.lock");
    let run = world.by("zoe").run("claim p4n8w").exits(5).complains("Un autre git travaille dans ce dépôt depuis plus de 5 s");
    run.complains("index.lock");
    assert!(lock.exists());
    std::fs::remove_file(lock).unwrap();
    assert_eq!(world.state(), state);
    world.by("zoe").run("claim p4n8w").exits(0);
}

#[test]
fn a_path_through_a_link_or_a_submodule_is_refused() {
    let world = World::new();
    std::fs::rename(world.path("data/people"), world.path("data/ailleurs")).ok();
    std::fs::create_dir_all(world.top().join("dehors")).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(world.top().join("dehors"), world.path("data/people")).unwrap();
        refused(&world, "join mphack", 5, "lien symbolique");
        assert_eq!(std::fs::read_dir(world.top().join("dehors")).unwrap().count(), 0);
        std::fs::remove_file(world.path("data/people")).unwrap();
    }
    world.git("init --quiet data/people");
    refused(&world, "join mphack", 5, "sous-module");
}
