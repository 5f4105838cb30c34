//! Commits that are no actions of `mpa` are the person's: nothing is done with them unasked.

use super::{is_settled, remote_commits, two};

#[test]
fn another_commit_stops_before_anything_moves() {
    let (world, other) = two();
    other.by("max").run("claim x9c3v --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.write("note.txt", "à moi\n");
    world.commit("Une note à moi");
    let (before, sent) = (world.state(), remote_commits(&world));
    let run = world.anybody().run("sync").exits(1).complains("Un commit n’a pas été fait par mpa");
    run.complains("Une note à moi").complains("mpa sync --rebase");
    world.by("zoe").run("log p4n8w 5m --sync").exits(6).complains("pas encore envoyé").complains("Une note à moi");
    world.git("reset --quiet --hard HEAD~1");
    assert_eq!((world.state(), remote_commits(&world)), (before, sent));
    let author = world.git("log -1 --format=%an%ad%s");
    world.by("zoe").run("sync --rebase").exits(0).says("C’est envoyé : 2 actions.");
    assert_eq!(world.git("log -1 --format=%an%ad%s"), author);
    assert_eq!(world.git("show HEAD:note.txt"), "à moi");
    is_settled(&world);
}

/// Where nobody else did anything, the commits of the person's go as they are.
#[test]
fn another_commit_goes_as_it_is_when_that_is_asked() {
    let (world, _) = two();
    world.write("note.txt", "à moi\n");
    world.commit("Une note à moi");
    world.anybody().run("sync").exits(1);
    let id = world.head();
    world.anybody().run("sync --rebase").exits(0);
    assert_eq!(world.git("--git-dir=../origin.git rev-parse main"), id);
}

#[test]
fn a_merge_is_another_commit_too() {
    let (world, other) = two();
    other.by("max").run("claim x9c3v --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.git("fetch --quiet");
    world.git("merge --quiet --no-edit origin/main");
    world.anybody().run("sync").exits(1).complains("Merge remote-tracking branch");
    world.by("zoe").run("sync --rebase").exits(0);
    is_settled(&world);
}

#[test]
fn a_commit_that_cannot_follow_cleanly_stops_everything() {
    let (world, other) = two();
    for (clone, text) in [(&world, "à moi\n"), (&other, "à lui\n")] {
        clone.write("note.txt", text);
        clone.commit("Une note");
    }
    other.git("push --quiet origin main");
    let before = world.state();
    world.by("zoe").run("sync --rebase").exits(1).complains("« Une note » ne peut pas suivre").complains("note.txt");
    assert_eq!(world.state(), before);
}

/// A trailer alone makes no action: what it touches tells.
#[test]
fn a_commit_that_calls_itself_an_action_is_looked_at() {
    let (world, _) = two();
    world.write("note.txt", "à moi\n");
    world.git("add note.txt");
    world.git("commit --quiet -m 'claim: rien' -m 'Mpa-Operation: claim\nMpa-By: zoe'");
    world.anybody().run("sync").exits(1).complains("claim: rien");
}

/// By hand, against the rules: whoever insists is judged like everybody.
#[test]
fn data_changed_by_hand_are_judged() {
    let (world, other) = two();
    other.by("max").run("claim p4n8w --sync").exits(0);
    let path = world.task_path("p4n8w");
    world.write(&path, format!("{}\n[claims.zoe]\nsince = 2026-11-24\nuntil = 2026-12-04\n", world.read(&path)));
    world.commit("Je prends");
    let before = world.state();
    world.by("zoe").run("sync --rebase").exits(1).complains("est prise par max").complains("Rien n’a bougé");
    assert_eq!(world.state(), before);
}

/// Large files are nobody's task, and somebody's work all the same: every byte follows.
#[test]
fn large_files_follow_whole() {
    const LONG: usize = 300_000;
    let (world, other) = two();
    world.write("affiche.bin", [0, 1].repeat(LONG));
    world.write("liste.txt", "ligne\n".repeat(LONG));
    world.commit("Une affiche");
    world.git("push --quiet origin main");
    other.by("max").run("claim x9c3v --sync").exits(0);
    let texts = [[0, 2].repeat(LONG), [3, 0].repeat(LONG)];
    world.write("affiche.bin", &texts[0]);
    world.write("photo.bin", &texts[1]);
    world.git("rm --quiet liste.txt");
    world.commit("Une autre, et une photo");
    world.by("zoe").run("sync --rebase").exits(0).says("C’est envoyé : 1 action.");
    is_settled(&world);
    let sent = |path: &str| world.git_bytes(&["--git-dir=../origin.git", "show", &format!("main:{path}")]);
    assert!(sent("affiche.bin") == texts[0] && sent("photo.bin") == texts[1], "other bytes arrived");
    assert_eq!(world.git("--git-dir=../origin.git ls-tree --name-only main liste.txt"), "");
}
