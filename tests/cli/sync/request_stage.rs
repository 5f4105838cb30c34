//! How far a request has come: pages, `undo` and `sync` say the same of it, whatever others did meanwhile.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use super::request::{accept, give, here, on_server, two};
use crate::kit::World;

/// The organisers take the branch away from the server.
fn decline(world: &World, branch: &str) {
    world.git(&format!("--git-dir=../origin.git update-ref -d refs/heads/{branch}"));
}

#[test]
fn an_undo_that_is_to_be_sent_is_told_as_one() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("").exits(0).says("Une demande n’est pas encore envoyée : mpa sync").never_says("à valider");
    world.by("zoe").run("tasks --mine").exits(0).never_says("à valider");
    world.by("zoe").run("tasks k7q2m").exits(0).says("libre").says("mpa claim k7q2m").never_says("C’est prêt");
    world.by("max").run("tasks k7q2m").exits(0);
    world.by("zoe").run("sync").exits(0).says("Retiré");
    world.by("zoe").run("").exits(0).never_says("envoyée");
    // Both at once.
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    let run = world.by("zoe").run("undo --sync").exits(0).says("Retiré : « Mettre la liste en ligne »");
    run.never_says("mpa sync").never_says("telle qu’elle était");
    assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
}

#[test]
fn what_was_taken_away_is_told_as_that() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    decline(&world, "mpa/k7q2m-zoe");
    world.by("zoe").run("sync").exits(6);
    world.by("zoe").run("tasks k7q2m").exits(0).says("n’est plus sur le serveur").never_says("C’est prêt");
    world.by("zoe").run("claim k7q2m").exits(0).says("n’est plus sur le serveur").never_says("Pour envoyer");
    // Other requests go, and that is what was asked for.
    let run = world.by("zoe").run("claim p4n8w --sync").exits(0).says("Envoyé : « Dessiner le logo »");
    run.says("la demande « Mettre la liste en ligne » n’est plus sur le serveur");
    assert_eq!(on_server(&world), "mpa/p4n8w-zoe");
}

/// What the organisers took away stays away, also where it would have to be done again to fit, or only keeps time.
#[test]
fn what_was_taken_away_is_not_done_again() {
    let (world, _) = two();
    world.by("zoe").run("tasks edit p4n8w --title 'Dessiner un beau logo' --sync").exits(0);
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("log k7q2m 1h --sync").exits(0);
    let both = here(&world);
    let desk = world.clone_of_remote();
    let path = desk.task_path("p4n8w");
    desk.write(&path, desk.task("p4n8w").replace("budget = \"", "# un mot\nbudget = \"").replace("2h", "3h"));
    desk.commit("A word");
    desk.git("push --quiet origin main");
    give(&world, "k7q2m", "max");
    for branch in both.lines() {
        decline(&world, branch);
    }
    for _ in 0..2 {
        let run = world.by("zoe").run("sync").exits(6).complains("la demande « Dessiner un beau logo » n’est plus");
        run.complains("la demande « Mettre la liste en ligne » n’est plus").never_says("Envoyé");
        assert_eq!((here(&world), on_server(&world)), (both.clone(), String::new()));
    }
}

/// Somebody else's work is not one's own, however it came here.
#[test]
fn only_one_s_own_is_accepted_in_part() {
    let (world, other) = two();
    other.by("max").run("claim x9c3v --sync").exits(0);
    accept(&world, "mpa/x9c3v-max", "merge");
    world.by("zoe").run("sync --dry-run").exits(0);
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("sync").exits(0).says("Envoyé").never_says("Accepté");
}

/// Nobody but oneself has seen what is undone there.
#[test]
fn an_undo_beside_one_s_other_computer_is_no_late_one() {
    let (world, other) = two();
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("close k7q2m --evidence https://example.org/l --sync").exits(0);
    other.by("zoe").run("sync").exits(0);
    other.by("zoe").run("log k7q2m 20m --sync").exits(0);
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("sync").exits(0).says("Envoyé");
    let file = world.git(&format!("--git-dir=../origin.git show mpa/k7q2m-zoe:{}", world.task_path("k7q2m")));
    assert!(!file.contains("[done]") && file.contains("2026-11-24 = \"20m\""), "{file}");
}

/// Both computers began with the task on one day, and only one was heard of: the other's time comes on top.
#[test]
fn time_of_a_computer_that_was_not_heard_of_yet_is_no_accepted_time() {
    for way in ["merge", "squash", "rebase", "forward"] {
        let (world, other) = two();
        for words in ["claim k7q2m", "log k7q2m 4h --sync"] {
            other.by("zoe").run(words).exits(0);
        }
        accept(&world, "mpa/k7q2m-zoe", way);
        for words in ["claim k7q2m", "log k7q2m 7m"] {
            world.by("zoe").run(words).exits(0);
        }
        world.by("zoe").run("sync").exits(0).says("Envoyé : « Mettre la liste en ligne »").never_says("Accepté :");
        accept(&world, "mpa/k7q2m-zoe", "squash");
        world.by("zoe").run("sync").exits(0).says("Accepté");
        assert!(world.task("k7q2m").contains("2026-11-24 = \"4h07\""), "{way}: {}", world.task("k7q2m"));
        other.by("zoe").run("sync").exits(0);
        assert_eq!((here(&world), here(&other), on_server(&world)), Default::default(), "{way}");
    }
}

#[test]
fn one_s_file_goes_with_the_request_that_made_it() {
    let (world, _) = two();
    world.by("zoe").run("join mphack --sync").exits(0);
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("sync").exits(0).says("Retiré : « MPHack »");
    assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
    world.by("zoe").run("join mphack --sync").exits(0).says("Envoyé");
    let desk = world.clone_of_remote();
    desk.write("other.txt", "x\n");
    desk.commit("Something else");
    desk.git("push --quiet origin main");
    world.by("zoe").run("sync").exits(0).says("Attend une réponse");
    accept(&world, "mpa/join-mphack-zoe", "merge");
    world.by("zoe").run("sync").exits(0).says("Accepté : « MPHack »");
    assert!(world.read("data/people/zoe.toml").contains("mphack = 2026-11-24"));
}

#[test]
fn a_task_that_is_only_proposed_has_a_page() {
    let (world, _) = two();
    let add =
        "tasks add --project mphack --title 'Trier les photos' --budget 1h --done-when Fait. --resource A=https://example.org/a";
    world.by("zoe").run(add).exits(0);
    world.by("zoe").run("tasks trier les photos").exits(0).says("Trier les photos").says("sur cet ordinateur seulement");
    world.by("zoe").run("undo --dry-run").exits(0).says("-title = \"Trier les photos\"").says("+++ /dev/null");
    world.by("zoe").run("sync").exits(0);
    world.by("zoe").run("tasks trier les photos").exits(0).says("C’est envoyé à la relecture");
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("sync").exits(0).says("Retiré");
    assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
}

#[test]
fn the_page_shows_what_was_asked_for_and_the_time_of_it() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("log k7q2m 1h30").exits(0);
    world.by("zoe").run("tasks k7q2m").exits(0).says("Dans ta demande : prise du 24 novembre au 2 décembre (1 h 30)");
    world.by("max").run("tasks k7q2m").exits(0).never_says("1 h 30");
    world.by("zoe").run("sync").exits(0);
    accept(&world, "mpa/k7q2m-zoe", "squash");
    world.by("zoe").run("sync").exits(0).says("Accepté : « Mettre la liste en ligne » est à toi jusqu’au 2 décembre.");
    world.by("zoe").run("tasks k7q2m").exits(0).never_says("Dans ta demande");
}

#[test]
fn where_there_is_no_page_none_is_opened_and_that_is_said() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    let run = world.by("zoe").run("sync --open").exits(0).says("--open n’a rien à ouvrir");
    assert_eq!(run.out.matches("--open").count(), 1, "{run}");
}

/// What merges brought is still one's own.
#[test]
fn what_was_accepted_is_undone_by_its_opposite() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    accept(&world, "mpa/k7q2m-zoe", "merge");
    world.by("zoe").run("sync").exits(0).says("est à toi");
    world.by("zoe").run("undo").exits(0).says("Demande préparée : libérer « Mettre la liste en ligne »");
    world.git("switch --quiet --create mpa/ailleurs");
    world.by("zoe").run("log k7q2m 10m --here").exits(0).says("Pour défaire : mpa undo --here");
    world.by("zoe").run("undo --here").exits(0).says("C’est retiré de ta demande : noter le temps de");
}

/// A branch that is checked out somewhere is left alone, here and there, and that is said.
#[test]
fn an_accepted_branch_that_is_checked_out_stays_until_it_is_left() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    accept(&world, "mpa/k7q2m-zoe", "merge");
    world.git("switch --quiet mpa/k7q2m-zoe");
    let run = world.by("zoe").run("sync").exits(0).says("Accepté : « Mettre la liste en ligne »");
    run.says("est ouverte dans un dossier").says("git switch main");
    assert_eq!(on_server(&world), "mpa/k7q2m-zoe");
    world.git("switch --quiet main");
    world.by("zoe").run("sync").exits(0).says("Accepté");
    assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
}

/// While a run sends, an undo waits: it undoes what the server has then.
#[cfg(unix)]
#[test]
fn an_undo_waits_for_whoever_is_sending() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m").exits(0);
    let [begun, go] = ["begun", "go"].map(|name| world.home().join(name));
    world.hook("pre-push", &format!("touch '{}'; while ! [ -e '{}' ]; do sleep 0.05; done", begun.display(), go.display()));
    let mut sending = world.by("zoe").start("sync");
    while !begun.exists() {
        sleep(Duration::from_millis(20));
    }
    let undo = world.by("zoe").start("undo");
    sleep(Duration::from_millis(400));
    fs::write(&go, "").unwrap();
    assert!(sending.wait().unwrap().success());
    assert!(undo.wait_with_output().unwrap().status.success());
    fs::remove_file(world.path(".git/hooks/pre-push")).unwrap();
    assert_eq!(world.git("rev-list --count origin/mpa/k7q2m-zoe..mpa/k7q2m-zoe"), "1", "the claim, and its undo");
    world.by("zoe").run("sync").exits(0).says("Retiré");
    assert_eq!(on_server(&world), "");
}

/// Whoever is killed while a lost request leaves the server finds it here, and the next run does the rest.
#[cfg(unix)]
#[test]
fn killed_while_a_lost_request_goes() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    give(&world, "k7q2m", "max");
    world.hook("pre-push", "kill -9 $(ps -o ppid= -p $PPID) $PPID");
    assert_eq!(world.by("zoe").start("sync").wait().unwrap().code(), None);
    fs::remove_file(world.path(".git/hooks/pre-push")).unwrap();
    sleep(Duration::from_millis(300));
    assert_eq!(here(&world), "mpa/k7q2m-zoe");
    world.by("zoe").run("sync").exits(4).complains("est prise par max");
    assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
    assert_eq!(world.git("for-each-ref refs/mpa/sent"), "");
}

/// The server took it, and whoever sent it never heard so: an undo of it is sent, too.
#[cfg(unix)]
#[test]
fn an_undo_of_what_was_heard_unheard_is_sent() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m").exits(0);
    // Killed as soon as the server has it.
    let hook = world.top().join("origin.git/hooks/post-receive");
    fs::create_dir_all(hook.parent().unwrap()).unwrap();
    let pids = world.home().join("mpa");
    fs::write(&hook, format!("#!/bin/sh\nkill -9 $(cat '{}')\nsleep 0.3\n", pids.display())).unwrap();
    crate::kit::make_executable(&hook);
    world.hook("pre-push", &format!("echo $(ps -o ppid= -p $PPID) $PPID > '{}'", pids.display()));
    assert_eq!(world.by("zoe").start("sync").wait().unwrap().code(), None);
    sleep(Duration::from_millis(600));
    fs::remove_file(&hook).unwrap();
    fs::remove_file(world.path(".git/hooks/pre-push")).unwrap();
    assert_eq!(on_server(&world), "mpa/k7q2m-zoe");
    assert_eq!(world.git("for-each-ref --format=%(refname) refs/remotes/origin/mpa refs/mpa/sent"), "", "nobody heard");
    world.by("zoe").run("undo --sync").exits(0).says("Retiré : « Mettre la liste en ligne »");
    assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
    assert_eq!(world.git("for-each-ref refs/mpa"), "");
}

/// What went on elsewhere is not thrown away with what was taken back here.
#[test]
fn an_undo_beside_later_work_of_one_s_other_computer_erases_nothing() {
    let (world, other) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    other.by("zoe").run("sync").exits(0);
    other.by("zoe").run("log k7q2m 45m --sync").exits(0);
    world.by("zoe").run("undo").exits(0);
    let run = world.by("zoe").run("sync").exits(4).complains("Ce n’est donc pas envoyé : défaire « Mettre la liste en ligne »");
    run.never_says("le serveur garde");
    let file = world.git(&format!("--git-dir=../origin.git show mpa/k7q2m-zoe:{}", world.task_path("k7q2m")));
    assert!(file.contains("[claims.zoe]") && file.contains("\"45m\""), "{file}");
    world.by("zoe").run("sync").exits(0).says("Attend une réponse");
    assert_eq!(world.git("rev-parse mpa/k7q2m-zoe"), other.git("rev-parse mpa/k7q2m-zoe"));
    // Undone on one, the other follows.
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("sync").exits(0).says("Retiré");
    assert_eq!(on_server(&world), "");
}

/// A word is no less than time.
#[test]
fn a_word_that_no_server_had_is_no_accepted_word() {
    let (world, other) = two();
    for (clone, word) in [(&other, "Y"), (&world, "X")] {
        clone.by("zoe").run("claim k7q2m").exits(0);
        clone.by("zoe").run(&format!("release k7q2m --handover {word}")).exits(0);
    }
    other.by("zoe").run("sync").exits(0);
    accept(&world, "mpa/k7q2m-zoe", "squash");
    world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/k7q2m-zoe");
    let run = world.by("zoe").run("sync");
    let kept = [here(&world), world.git("for-each-ref --format=%(refname) refs/mpa/lost")].concat();
    assert!(!kept.is_empty() && !run.out.contains("Accepté :"), "{run}");
}

/// A trailer that leads in a circle, or anywhere, is nobody's undo.
#[test]
fn a_trailer_that_names_no_commit_leads_nowhere() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    world.git("switch --quiet mpa/k7q2m-zoe");
    for name in ["mpa/k7q2m-zoe", "HEAD", "HEAD~1", "refs/heads/main", "ffffffffffffffffffffffffffffffffffffffff"] {
        let message = format!("undo: x (claim)\n\nMpa-Operation: undo\nMpa-Undoes: {name}\nMpa-By: zoe\n");
        fs::write(world.home().join("message"), message).unwrap();
        world.git(&format!("commit --quiet --allow-empty --file {}", world.home().join("message").display()));
    }
    world.git("switch --quiet main");
    world.by("zoe").run("").exits(0);
    world.by("zoe").run("tasks k7q2m").exits(0);
    world.by("zoe").run("sync").exits(0);
    accept(&world, "mpa/k7q2m-zoe", "squash");
    world.by("zoe").run("sync").exits(0).says("Accepté");
}

/// Two ask at the same time: whoever comes second hears of the first as soon as anybody can know.
#[test]
fn whoever_asks_second_hears_of_the_first_when_it_is_sent() {
    let (world, other) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0).never_says("une seule de vos deux demandes");
    let run = other.by("max").run("claim k7q2m --sync").exits(0).says("Envoyé");
    run.complains("est déjà prise par zoe").complains("une seule de vos deux demandes");
}
