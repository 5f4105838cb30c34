//! What goes and what comes, when nobody is in anybody's way.

use super::{is_settled, remote_commits, remote_task, two};
use crate::kit::World;

#[test]
fn actions_go_and_those_of_others_come() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w").exits(0).says("pas encore envoyé. Pour envoyer : mpa sync");
    world.anybody().run("").exits(0).says("1 enregistrement n’est pas encore envoyé : mpa sync");
    let id = world.head();
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.").never_says("reçu");
    assert_eq!(world.git("--git-dir=../origin.git rev-parse main"), id, "nobody was there: it goes as it is");
    world.anybody().run("sync").exits(0).says("Tout est à jour : rien à envoyer, rien à recevoir.");
    other.anybody().run("sync").exits(0).says("1 changement reçu des autres.");
    assert_eq!(other.head(), id);
    is_settled(&world);
    is_settled(&other);
    other.anybody().env("MPA_LANG", "en").run("sync").exits(0).says("All is up to date: nothing to send, nothing to receive.");
}

#[test]
fn what_both_did_is_put_together() {
    let (world, other) = two();
    other.by("max").run("claim x9c3v --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 45m").exits(0);
    let messages = world.git("log -2 --format=%an%ae%ad%s");
    world.anybody().run("sync").exits(0).says("C’est envoyé : 2 actions.").says("1 changement reçu des autres.");
    assert_eq!(world.git("log -2 --format=%an%ae%ad%s"), messages, "author, day and subject are the same");
    assert!(remote_task(&world, "p4n8w").contains("spent.2026-11-24 = \"45m\""));
    assert!(remote_task(&world, "x9c3v").contains("[claims.max]"));
    assert_eq!(world.git("rev-list --merges --count HEAD"), "0");
    is_settled(&world);
}

/// The same task, changed on both sides in ways that mean no harm: by effect, where the texts would conflict.
#[test]
fn one_task_changed_on_both_sides_keeps_both() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.anybody().run("sync").exits(0);
    other.anybody().run("sync").exits(0);
    other.by("orga").run("tasks edit p4n8w --budget 3h --description 'En couleurs'").exits(0);
    other.anybody().run("sync").exits(0);
    world.by("zoe").run("log p4n8w 1h").exits(0);
    world.by("zoe").run("renew p4n8w --until 2026-12-04").exits(0);
    world.by("zoe").run("join mphack").exits(0);
    world.anybody().run("sync").exits(0);
    let task = remote_task(&world, "p4n8w");
    for text in ["budget = \"3h\"", "En couleurs", "spent.2026-11-24 = \"1h\"", "until = 2026-12-04"] {
        assert!(task.contains(text), "{text}\n{task}");
    }
    is_settled(&world);
}

#[test]
fn what_is_there_already_is_recognised_however_it_came() {
    let there = "2 actions étaient déjà dans la liste partagée.";
    for (how, said) in [
        ("merge --quiet --no-ff -m Fusion", "2 changements reçus des autres."),
        ("rebase", there),
        ("merge --quiet --squash", there),
    ] {
        let (world, other) = two();
        world.by("zoe").run("claim p4n8w").exits(0);
        world.by("zoe").run("log p4n8w 45m").exits(0);
        world.git("push --quiet origin main:refs/heads/demande");
        other.by("max").run("claim x9c3v").exits(0);
        other.git("fetch --quiet origin demande");
        if how.starts_with("rebase") {
            other.git("cherry-pick FETCH_HEAD~1 FETCH_HEAD");
        } else {
            other.git(&format!("{how} FETCH_HEAD"));
        }
        if how.contains("squash") {
            other.git("commit --quiet -m 'Tout ensemble'");
        }
        other.git("push --quiet origin main");
        let there = remote_commits(&world);
        world.anybody().run("sync").exits(0).says(said).never_says("envoyé");
        assert_eq!(remote_commits(&world), there, "{how}");
        is_settled(&world);
    }
}

#[test]
fn an_action_that_was_taken_back_is_not_sent() {
    let (world, other) = two();
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("claim x9c3v").exits(0);
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
    assert_eq!(world.subject(), "claim: Traduire la page (x9c3v)");
    is_settled(&world);
}

#[test]
fn staged_and_dirty_work_stays_and_what_is_in_the_way_is_named() {
    let (world, other) = two();
    other.by("max").run("claim x9c3v --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.write("note.txt", "à moi\n");
    world.git("add note.txt");
    world.write("note.txt", "encore à moi\n");
    let path = world.task_path("b6j2r");
    world.write(&path, format!("{}# à moi\n", world.read(&path)));
    let status = world.status();
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
    assert_eq!(world.status(), status);
    assert_eq!(world.git("show :note.txt"), "à moi");

    other.anybody().run("sync").exits(0);
    other.by("max").run("claim b6j2r --sync").exits(0);
    world.by("zoe").run("claim k7q2m").exits(0);
    let (before, sent) = (world.state(), remote_commits(&world));
    world.anybody().run("sync").exits(5).complains("b6j2r-appel.toml").complains("Mets tes changements de côté");
    assert_eq!((world.state(), remote_commits(&world)), (before, sent));
}

#[test]
fn a_trial_shows_and_moves_nothing() {
    let (world, other) = two();
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.by("zoe").run("claim x9c3v").exits(0);
    world.by("lou").run("claim p4n8w").exits(0);
    let (before, sent) = (world.state(), remote_commits(&world));
    let run = world.anybody().run("sync --dry-run").exits(4);
    run.says("1 action à envoyer.").says("c’était un essai").complains("est prise par max");
    assert_eq!((world.state(), remote_commits(&world)), (before, sent));
    assert_eq!(world.git("for-each-ref refs/mpa"), "");
}

#[test]
fn a_hook_of_the_person_s_is_heard() {
    let (world, other) = two();
    other.by("max").run("claim x9c3v --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    let before = world.state();
    world.hook("pre-push", "echo 'relis-toi' >&2; exit 1");
    world.anybody().run("sync").exits(5).complains("relis-toi");
    world.hook("pre-push", "exit 0");
    world.hook("pre-commit", "echo 'pas le vendredi' >&2; exit 1");
    world.anybody().run("sync").exits(5).complains("pas le vendredi");
    assert_eq!(world.state(), before);
    std::fs::remove_file(world.path(".git/hooks/pre-commit")).unwrap();
    world.anybody().run("sync").exits(0);
    is_settled(&world);
}

#[test]
fn news_more_than_a_day_old_say_so() {
    let (world, _) = two();
    world.anybody().run("sync").exits(0);
    world.anybody().run("").exits(0).never_says("Les nouvelles des autres");
    world.anybody().on("2040-01-02").run("").exits(0).says("Les nouvelles des autres datent du").says("mpa sync");
    World::new().anybody().on("2040-01-02").run("").exits(0).never_says("Les nouvelles des autres");
}

/// Comments and the order of keys are the person's, on both sides.
#[test]
fn comments_survive_a_replay() {
    let (world, other) = two();
    let path = world.task_path("p4n8w");
    other.write(&path, format!("# pour la fête\n{}", other.read(&path)));
    other.commit("Commentaire");
    other.git("push --quiet origin main");
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    assert!(remote_task(&world, "p4n8w").starts_with("# pour la fête\n"));
    is_settled(&world);
}
