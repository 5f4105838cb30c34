//! Requests that go on: from another computer of the same person, after somebody else was first, after a run that died.

use std::fs;

use super::remote_task;
use super::request::{accept, give, here, two};

#[test]
fn two_computers_of_one_person_are_put_together() {
    let (world, other) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    other.by("zoe").run("sync").exits(0);
    other.by("zoe").run("log k7q2m 30m --sync").exits(0);
    // Nothing of one's own since: the branch here follows.
    world.by("zoe").run("sync").exits(0).says("Attend une réponse");
    assert_eq!(world.git("rev-parse mpa/k7q2m-zoe"), other.git("rev-parse mpa/k7q2m-zoe"));
    // Both went on.
    other.by("zoe").run("log k7q2m 10m --sync").exits(0);
    world.by("zoe").on("2026-11-25").run("log k7q2m 20m --sync").exits(0).says("Envoyé");
    let file = world.git(&format!("--git-dir=../origin.git show mpa/k7q2m-zoe:{}", world.task_path("k7q2m")));
    assert!(file.contains("2026-11-24 = \"40m\"") && file.contains("2026-11-25 = \"20m\""), "{file}");
    assert_eq!(world.git("rev-list --count --merges origin/main..mpa/k7q2m-zoe"), "0");
    world.by("zoe").run("sync").exits(0).says("Attend une réponse");
}

#[test]
fn what_mpa_did_not_make_is_never_replaced() {
    let (world, other) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    other.git("fetch --quiet");
    other.git("switch --quiet -c mpa/k7q2m-zoe origin/mpa/k7q2m-zoe");
    other.write("more.txt", "x\n");
    other.commit("More, by hand");
    other.git("push --quiet origin mpa/k7q2m-zoe");
    // By hand there, by mpa here: both are kept.
    world.by("zoe").run("log k7q2m 45m --sync").exits(0);
    assert_eq!(world.git("log --format=%s origin/main..origin/mpa/k7q2m-zoe").lines().count(), 3);
    // By hand here: it is up to the person.
    other.write("more.txt", "y\n");
    other.commit("More, by hand");
    let theirs = other.git("rev-parse HEAD");
    other.git("switch --quiet main");
    let run = other.by("zoe").run("sync").exits(6).complains("en a qui ne viennent pas de mpa ; rien n’a été remplacé");
    run.complains("git log mpa/k7q2m-zoe..origin/mpa/k7q2m-zoe");
    assert_eq!(other.git("rev-parse mpa/k7q2m-zoe"), theirs);
    assert_ne!(other.git("rev-parse origin/mpa/k7q2m-zoe"), theirs);
}

#[test]
fn whoever_was_not_first_hears_of_it() {
    let (world, _) = two();
    world.by("zoe").run("claim k7q2m --sync").exits(0);
    give(&world, "k7q2m", "max");
    let claimed = world.git("rev-parse mpa/k7q2m-zoe");
    world.by("zoe").run("sync --dry-run").exits(4).complains("est prise par max");
    assert_eq!(here(&world), "mpa/k7q2m-zoe");
    let run = world.by("zoe").run("sync").exits(4).complains("est prise par max jusqu’au 4 décembre");
    run.complains("Elle n’est donc pas à toi.").complains("Libres en ce moment").complains("mpa claim p4n8w");
    assert_eq!(here(&world), "");
    assert_eq!(world.git("for-each-ref --format=%(objectname) refs/mpa/lost"), claimed);
    world.by("zoe").run("sync").exits(0).says("Tout est à jour");
    world.by("zoe").run("tasks").exits(0).never_says("à valider");
}

#[test]
fn time_of_whoever_was_not_first_is_asked_to_be_kept() {
    let (world, _) = two();
    for words in ["claim k7q2m", "log k7q2m 1h30 --sync"] {
        world.by("zoe").run(words).exits(0);
    }
    give(&world, "k7q2m", "max");
    let run = world.by("zoe").run("sync --dry-run").exits(4).complains("Ton temps (1 h 30) n’est pas perdu");
    run.says("À envoyer").never_says("Pas envoyé");
    let run = world.by("zoe").run("sync").exits(4).complains("Ton temps (1 h 30) n’est pas perdu : ta demande le garde");
    run.says("Envoyé : « Mettre la liste en ligne »");
    let file = world.git(&format!("--git-dir=../origin.git show mpa/k7q2m-zoe:{}", world.task_path("k7q2m")));
    for text in ["[claims.max]", "[claims.zoe]", "spent.2026-11-24 = \"1h30\"", "released = 2026-11-24"] {
        assert!(file.contains(text), "{text}: {file}");
    }
    assert_eq!(world.git("rev-list --count origin/main..origin/mpa/k7q2m-zoe"), "1");
    world.by("zoe").run("sync").exits(0).says("Attend une réponse");
    let review = world.by("orga").run("review origin/main..mpa/k7q2m-zoe").exits(0);
    review.says("1 h 30");
    accept(&world, "mpa/k7q2m-zoe", "merge");
    world.by("zoe").run("sync").exits(0).says("Accepté");
    assert!(remote_task(&world, "k7q2m").contains("1h30"));
}

#[test]
fn a_request_that_would_conflict_is_done_again() {
    let (world, _) = two();
    for words in ["claim k7q2m", "log k7q2m 20m --sync"] {
        world.by("zoe").run(words).exits(0);
    }
    accept(&world, "mpa/k7q2m-zoe", "merge");
    world.by("zoe").run("sync").exits(0);
    world.by("zoe").run("log k7q2m 10m --sync").exits(0);
    let sent = world.git("rev-parse mpa/k7q2m-zoe");
    // An organiser notes time for her meanwhile, in the same line.
    let desk = world.clone_of_remote();
    let path = desk.task_path("k7q2m");
    desk.write(&path, desk.task("k7q2m").replace("2026-11-24 = \"20m\"", "2026-11-24 = \"1h20\""));
    desk.commit("log");
    desk.git("push --quiet origin main");
    assert_eq!(world.try_git("fetch --quiet").code, 0);
    assert_eq!(world.try_git("merge-tree --write-tree origin/main mpa/k7q2m-zoe").code, 1, "git would conflict");
    world.by("zoe").run("sync").exits(0).says("Envoyé : « Mettre la liste en ligne »");
    assert_ne!(world.git("rev-parse mpa/k7q2m-zoe"), sent);
    assert_eq!(world.try_git("merge-tree --write-tree origin/main origin/mpa/k7q2m-zoe").code, 0);
    let file = world.git(&format!("show origin/mpa/k7q2m-zoe:{path}"));
    assert!(file.contains("2026-11-24 = \"1h30\""), "{file}");
    world.by("zoe").run("sync").exits(0).says("Attend une réponse");
}

#[test]
fn killed_on_the_way_nothing_is_told_or_sent_twice() {
    for hook in ["pre-push", "reference-transaction"] {
        let (world, _) = two();
        for words in ["claim k7q2m", "log k7q2m 1h --sync"] {
            world.by("zoe").run(words).exits(0);
        }
        give(&world, "k7q2m", "max");
        let kill = "kill -9 $(ps -o ppid= -p $PPID) $PPID";
        world.hook(
            hook,
            &match hook {
                "pre-push" => kill.to_owned(),
                _ => format!("[ $1 = committed ] && grep -q refs/heads/mpa && {kill}; exit 0"),
            },
        );
        assert_eq!(world.by("zoe").start("sync").wait().unwrap().code(), None, "{hook}");
        fs::remove_file(world.path(".git/hooks").join(hook)).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(300));
        world.by("zoe").run("sync").exits(0).says("Envoyé");
        let file = world.git(&format!("--git-dir=../origin.git show mpa/k7q2m-zoe:{}", world.task_path("k7q2m")));
        assert!(file.contains("[claims.max]") && file.contains("released = 2026-11-24") && file.contains("1h"), "{file}");
        world.by("zoe").run("sync").exits(0).says("Attend une réponse");
    }
}

/// Accepted as one commit, beside what others did to the same task, and gone on with before anybody heard of it.
#[test]
fn what_was_accepted_while_the_branch_went_on_is_not_counted_twice() {
    for (way, goes_on) in [("squash", false), ("squash", true), ("rebase", false), ("rebase", true), ("merge", true)] {
        let (world, _) = two();
        for words in ["claim k7q2m", "log k7q2m 20m", "log k7q2m 10m --sync"] {
            world.by("zoe").run(words).exits(0);
        }
        let desk = world.clone_of_remote();
        let path = desk.task_path("k7q2m");
        desk.write(
            &path,
            format!("{}\n[claims.max]\nsince = 2026-11-23\nuntil = 2026-12-04\nreleased = 2026-11-24\n", desk.task("k7q2m")),
        );
        desk.commit("A record of somebody else's");
        match way {
            "merge" => drop(desk.try_git("merge --quiet --no-edit -X ours origin/mpa/k7q2m-zoe")),
            _ => drop(desk.try_git("merge --quiet --squash -X ours origin/mpa/k7q2m-zoe")),
        }
        let text = desk.git(&format!("show origin/mpa/k7q2m-zoe:{path}"));
        let own = text.split("\n[claims.zoe]").nth(1).unwrap().to_owned();
        let theirs = desk.git(&format!("show HEAD:{path}"));
        desk.write(&path, format!("{}\n[claims.zoe]{own}\n", theirs.trim_end()));
        desk.commit("What zoe asked for");
        desk.git("push --quiet origin main");
        if goes_on {
            world.by("zoe").run("log k7q2m 5m").exits(0);
        }
        let run = world.by("zoe").run("sync").exits(0);
        let sum = if goes_on { "35m" } else { "30m" };
        if goes_on {
            run.says("Envoyé : « Mettre la liste en ligne »");
            accept(&world, "mpa/k7q2m-zoe", "merge");
            world.by("zoe").run("sync").exits(0).says("Accepté");
        } else {
            run.says("Accepté : « Mettre la liste en ligne »");
        }
        let file = world.task("k7q2m");
        assert!(file.contains(&format!("2026-11-24 = \"{sum}\"")), "{way} {goes_on}: {file}");
        assert_eq!(here(&world), "", "{way} {goes_on}");
    }
}
