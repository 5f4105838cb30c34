//! Requests that were answered while the person went on: accepted before an undo was sent, accepted in part, taken away by
//! the organisers, or lost.

use super::request::{accept, give, here, on_server, two};

/// What an undo of a claim finds on the shared branch, in whatever way the claim came there.
#[test]
fn an_undo_that_comes_too_late_says_so() {
    for way in ["merge", "squash", "rebase", "forward"] {
        let (world, _) = two();
        world.by("zoe").run("claim k7q2m --sync").exits(0);
        world.by("zoe").run("undo").exits(0);
        accept(&world, "mpa/k7q2m-zoe", way);
        let run = world.by("zoe").run("sync --dry-run").exits(1).complains("Trop tard pour défaire : prendre « Mettre");
        run.never_says("Accepté");
        assert_eq!(here(&world), "mpa/k7q2m-zoe", "{way}");
        let run = world.by("zoe").run("sync").exits(1).complains("Trop tard pour défaire : prendre « Mettre la liste en ligne »");
        run.complains("mpa release k7q2m").says("reçu").never_says("Accepté");
        assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()), "{way}");
        assert!(world.task("k7q2m").contains("[claims.zoe]"), "{way}");
        world.by("zoe").run("sync").exits(0).says("Tout est à jour");
        world.by("zoe").run("release k7q2m --handover Désolée. --sync").exits(0).says("Envoyé");
        accept(&world, "mpa/k7q2m-zoe", "merge");
        world.by("zoe").run("sync").exits(0).says("Accepté");
        assert!(world.task("k7q2m").contains("released = 2026-11-24"), "{way}");
    }
}

/// Time may be taken back on the day it was noted, so the undo becomes the request.
#[test]
fn an_undo_that_the_rules_still_allow_goes_on() {
    for way in ["merge", "squash", "rebase", "forward"] {
        let (world, _) = two();
        for words in ["claim k7q2m", "log k7q2m 1h --sync", "undo"] {
            world.by("zoe").run(words).exits(0);
        }
        accept(&world, "mpa/k7q2m-zoe", way);
        world.by("zoe").run("sync").exits(0).says("Envoyé : « Mettre la liste en ligne »");
        accept(&world, "mpa/k7q2m-zoe", "squash");
        world.by("zoe").run("sync").exits(0).says("Accepté");
        let file = world.task("k7q2m");
        assert!(file.contains("[claims.zoe]") && !file.contains("spent"), "{way}: {file}");
        assert_eq!(here(&world), "", "{way}");
    }
}

/// Taken back and asked for again: nothing is to be undone any more.
#[test]
fn an_undo_that_was_done_again_is_none() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("claim k7q2m").exits(0);
    accept(&world, "mpa/k7q2m-zoe", "squash");
    world.by("zoe").run("sync").exits(0).says("Accepté : « Mettre la liste en ligne »");
    assert!(world.task("k7q2m").contains("[claims.zoe]"));
}

/// Taken back before it was accepted, all of it: there is nothing left to undo.
#[test]
fn what_was_accepted_with_its_undo_is_plainly_accepted() {
    for way in ["merge", "squash", "rebase"] {
        let (world, _) = two();
        for words in ["claim k7q2m", "log k7q2m 1h --sync", "undo --sync"] {
            world.by("zoe").run(words).exits(0);
        }
        accept(&world, "mpa/k7q2m-zoe", way);
        world.by("zoe").run("sync").exits(0).says("Accepté : « Mettre la liste en ligne »");
        let file = world.task("k7q2m");
        assert!(file.contains("[claims.zoe]") && !file.contains("spent"), "{way}: {file}");
    }
}

#[test]
fn what_keeps_the_time_of_a_lost_race_is_nothing_to_undo() {
    let (world, _) = two();
    for words in ["claim p4n8w --sync", "claim k7q2m", "log k7q2m 1h30"] {
        world.by("zoe").run(words).exits(0);
    }
    give(&world, "k7q2m", "max");
    world.by("zoe").run("sync").exits(4).complains("ta demande le garde");
    let kept = world.git("rev-parse mpa/k7q2m-zoe");
    let run = world.by("zoe").run("undo").exits(1).complains("Rien à défaire : « Mettre la liste en ligne »");
    run.complains("mpa tasks k7q2m");
    assert_eq!(world.git("rev-parse mpa/k7q2m-zoe"), kept);
}

/// Another's claim stands: the request can never be merged, and would show as pending for ever.
#[test]
fn a_request_that_lost_its_race_leaves_the_server_too() {
    let (world, other) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    give(&world, "k7q2m", "max");
    world.by("zoe").run("sync --dry-run").exits(4);
    assert_eq!(on_server(&world), "mpa/k7q2m-zoe");
    world.by("zoe").run("sync").exits(4).complains("est prise par max");
    assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
    assert_eq!(world.git("for-each-ref --format=%(refname) refs/mpa/lost").lines().count(), 1);
    // What somebody else put there by hand stays.
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    other.git("fetch --quiet");
    other.git("switch --quiet -c mpa/p4n8w-zoe origin/mpa/p4n8w-zoe");
    other.write("more.txt", "x\n");
    other.commit("More, by hand");
    other.git("push --quiet origin mpa/p4n8w-zoe");
    give(&world, "p4n8w", "max");
    world.by("zoe").run("sync");
    assert_eq!(on_server(&world), "mpa/p4n8w-zoe");
}

#[test]
fn a_trial_tells_what_would_be_accepted_withdrawn_and_received() {
    let (world, _) = two();
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    world.by("zoe").run("undo").exits(0);
    world.by("zoe").run("claim k7q2m").exits(0);
    world.git("push --quiet origin mpa/k7q2m-zoe");
    accept(&world, "mpa/k7q2m-zoe", "squash");
    let (branches, head) = (here(&world), world.head());
    for fetched_by_hand in [false, true] {
        if fetched_by_hand {
            world.git("fetch --quiet");
        }
        let run = world.by("zoe").run("sync --dry-run").exits(0).says("Accepté : « Mettre la liste en ligne »");
        run.says("À retirer : « Dessiner le logo »").says("1 changement à recevoir").never_says("« Dessiner le logo » est à toi");
        assert_eq!((here(&world), world.head()), (branches.clone(), head.clone()));
        assert_eq!(on_server(&world), branches);
    }
    let run = world.by("zoe").run("sync").exits(0).says("1 changement reçu").says("Accepté");
    run.says("Retiré : « Dessiner le logo »").never_says("Tout est à jour");
    assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
}

#[test]
fn what_was_accepted_in_part_is_told_once() {
    for way in ["merge", "squash", "rebase", "forward"] {
        let (world, _) = two();
        for words in ["claim k7q2m --sync", "log k7q2m 45m"] {
            world.by("zoe").run(words).exits(0);
        }
        accept(&world, "mpa/k7q2m-zoe", way);
        let run = world.by("zoe").run("sync").exits(0).says("Accepté en partie : prendre « Mettre la liste en ligne »");
        run.says("Envoyé : « Mettre la liste en ligne »");
        let run = world.by("zoe").run("sync").exits(0).never_says("Accepté");
        run.says("Attend une réponse : « Mettre la liste en ligne »");
    }
}

/// Whoever organises closes a request by taking its branch away: it is not sent again unasked.
#[test]
fn what_the_organisers_took_away_is_not_sent_again_unasked() {
    for by_hand in [false, true] {
        let (world, _) = two();
        world.by("zoe").run("claim k7q2m --sync").exits(0);
        world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/k7q2m-zoe");
        if by_hand {
            world.git("fetch --quiet --prune");
        }
        for _ in 0..2 {
            let run = world
                .by("zoe")
                .run("sync")
                .exits(6)
                .complains("la demande « Mettre la liste en ligne » n’est plus sur le serveur");
            run.complains("git push origin mpa/k7q2m-zoe").complains("git branch -D mpa/k7q2m-zoe");
            assert_eq!((here(&world).as_str(), on_server(&world).as_str()), ("mpa/k7q2m-zoe", ""));
        }
        world.by("zoe").run("log k7q2m 30m --sync").exits(6).complains("n’est plus sur le serveur");
        assert_eq!(on_server(&world), "");
        // Asked for again.
        world.git("push --quiet origin mpa/k7q2m-zoe");
        world.by("zoe").run("sync").exits(0).says("Attend une réponse");
        // Undone, one action after the other.
        world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/k7q2m-zoe");
        world.by("zoe").run("sync").exits(6);
        world.by("zoe").run("undo").exits(0);
        world.by("zoe").run("undo").exits(0);
        world.by("zoe").run("sync").exits(0).says("Retiré : « Mettre la liste en ligne »");
        assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()));
        // Given up at once.
        world.by("zoe").run("claim p4n8w --sync").exits(0);
        world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/p4n8w-zoe");
        world.by("zoe").run("sync").exits(6);
        world.git("branch --quiet -D mpa/p4n8w-zoe");
        world.by("zoe").run("sync").exits(0).says("Tout est à jour");
        assert_eq!(world.git("for-each-ref refs/mpa/sent"), "");
        // Whoever begins anew is heard.
        world.by("zoe").on("2026-11-25").run("claim k7q2m --sync").exits(0).says("Envoyé");
        assert_eq!(on_server(&world), "mpa/k7q2m-zoe");
    }
}
