//! The history of the shared branch is rewritten, most often to have a name erased: nobody's clone brings the old one back.

use std::process::Command;

use super::{is_settled, remote_task, two};
use crate::kit::World;

/// The person of a clone has an address of their own.
fn of(world: &World, who: &str) {
    world.git(&format!("config user.email {who}@example.org"));
}

/// Somebody's clone of the same remote.
fn clone_for(world: &World, who: &str) -> World {
    let clone = world.clone_of_remote();
    of(&clone, who);
    clone
}

/// piolet took a task, spent time on it and gave it back: everybody has it.
fn with_piolet(world: &World) {
    let piolet = clone_for(world, "piolet");
    for words in ["claim p4n8w", "log p4n8w 30m", "release p4n8w --handover 'Un croquis.' --sync"] {
        piolet.by("piolet").run(words).exits(0);
    }
}

/// Organisers put another name in the place of piolet's, in every commit, and replace the shared branch.
fn erase_piolet(world: &World) {
    let desk = clone_for(world, "orga");
    let mut command = Command::new("git");
    let sed = "sed -e s/piolet/anonyme-k2q5/g";
    let files = format!("for f in data/tasks/*/*; do {sed} $f > ../f && cat ../f > $f; done");
    let who = "GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_EMAIL=a@example.org";
    let who = format!("if [ $GIT_AUTHOR_EMAIL = piolet@example.org ]; then export {who}; fi");
    command.args(["filter-branch", "--force", "--tree-filter", &files, "--msg-filter", sed, "--env-filter", &who, "--", "main"]);
    command.current_dir(&desk.repo);
    desk.hermetic(&mut command);
    command.env("FILTER_BRANCH_SQUELCH_WARNING", "1");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    desk.git("push --quiet --force origin main");
    piolet_is_gone(world);
}

/// No commit that the server shows names piolet.
#[track_caller]
fn piolet_is_gone(world: &World) {
    let all = world.git("--git-dir=../origin.git log --all -p --format=%an%ae%cn%ce%B");
    assert!(!all.contains("piolet"), "{all}");
}

/// Somebody who has what piolet did, sent actions of their own, and has one more to send.
fn zoe_between() -> World {
    let (world, _) = two();
    of(&world, "zoe");
    with_piolet(&world);
    world.by("zoe").run("sync").exits(0);
    for words in ["claim k7q2m", "log k7q2m 20m", "log k7q2m 10m --sync"] {
        world.by("zoe").run(words).exits(0);
    }
    world
}

#[test]
fn an_erased_name_is_not_published_again() {
    for (more, insists) in [(false, false), (true, false), (true, true)] {
        let world = zoe_between();
        erase_piolet(&world);
        if more {
            world.by("zoe").run("log k7q2m 15m").exits(0);
        }
        let before = (world.state(), world.git("rev-parse main"));
        world.by("zoe").run("sync --dry-run").exits(0);
        assert_eq!((world.state(), world.git("rev-parse main")), before);
        let run = world.by("zoe").run(if insists { "sync --rebase" } else { "sync" }).exits(0);
        let run = run.says("a été réécrit : 3 changements n’y sont plus").says("log: Dessiner le logo (p4n8w)");
        let run = run.says("git update-ref -d refs/mpa/lost/");
        if more {
            run.says("C’est envoyé : 1 action.")
        } else {
            run.never_says("C’est envoyé")
        };
        piolet_is_gone(&world);
        let time = if more { "spent.2026-11-24 = \"45m\"" } else { "spent.2026-11-24 = \"30m\"" };
        assert!(remote_task(&world, "k7q2m").contains(time), "{}", remote_task(&world, "k7q2m"));
        is_settled(&world);
        // What was left is named in the copy that is kept, and nowhere else.
        let kept = world.git("for-each-ref --format=%(refname) refs/mpa/lost");
        assert_eq!(world.git(&format!("log --format=%s main..{kept} --grep=Mpa-By:.piolet")).lines().count(), 3);
        world.by("zoe").run("sync").exits(0).says("Tout est à jour").never_says("réécrit");
        world.by("zoe").run("log k7q2m 5m --sync").exits(0);
        piolet_is_gone(&world);
    }
}

/// A clone that was just made, where git notes nothing of where the branch stood; and one that fetched by hand before.
#[test]
fn clones_that_remember_little() {
    for by_hand in [false, true] {
        let world = zoe_between();
        let lea = clone_for(&world, "lea");
        lea.by("lea").run("claim x9c3v").exits(0);
        erase_piolet(&world);
        if by_hand {
            lea.git("fetch --quiet");
            lea.by("lea").run("").exits(0).says("1 enregistrement n’est pas encore envoyé");
        }
        lea.by("lea").run("sync").exits(0).says("C’est envoyé : 1 action.").says("3 changements n’y sont plus");
        piolet_is_gone(&world);
        is_settled(&lea);
    }
}

/// Nothing is known of where the branch stood: what is not the person's stops everything, and is left where they insist.
#[test]
fn clones_that_remember_nothing() {
    let world = zoe_between();
    let lea = clone_for(&world, "lea");
    lea.by("lea").run("claim x9c3v").exits(0);
    erase_piolet(&world);
    lea.git("fetch --quiet");
    std::fs::remove_file(lea.path(".git/logs/refs/remotes/origin/main")).unwrap();
    let before = lea.state();
    let run = lea.by("lea").run("sync").exits(1).complains("6 changements d’autres personnes").complains("mpa sync --rebase");
    run.complains("git config --global --add mpa.email piolet@example.org");
    assert_eq!(lea.state(), before);
    lea.by("lea").run("sync --rebase").exits(0).says("C’est envoyé : 1 action.");
    piolet_is_gone(&world);
    is_settled(&lea);
}

/// Merged by hand with the old history, in either direction: that would bring it back, too.
#[test]
fn merged_with_the_old_history_by_hand() {
    for other_way in [false, true] {
        let world = zoe_between();
        world.by("zoe").run("log k7q2m 15m").exits(0);
        erase_piolet(&world);
        world.git("fetch --quiet");
        if other_way {
            world.git("branch old");
            world.git("reset --quiet --hard origin/main");
            world.git("merge --quiet --strategy ours --no-edit old");
            world.by("zoe").run("log k7q2m 5m").exits(0);
        } else {
            world.git("merge --quiet --strategy-option theirs --no-edit origin/main");
        }
        let before = (world.state(), world.git("--git-dir=../origin.git rev-parse main"));
        let run = world.by("zoe").run("sync").exits(1);
        assert_eq!((world.state(), world.git("--git-dir=../origin.git rev-parse main")), before);
        if other_way {
            let run = world.by("zoe").run("sync --rebase").exits(1).complains("le ramènerait").complains("git rebase --onto");
            assert_eq!((world.state(), world.git("--git-dir=../origin.git rev-parse main")), before);
            let command = run.err.split_once("git rebase").unwrap().1.lines().next().unwrap().replace('`', "");
            world.git(&format!("rebase --quiet {command}"));
            world.by("zoe").run("sync").exits(0).says("C’est envoyé : 1 action.");
        } else {
            drop(run.complains("mpa sync --rebase"));
            world.by("zoe").run("sync --rebase").exits(0);
        }
        piolet_is_gone(&world);
        is_settled(&world);
    }
}

/// Squashed into one commit, so that nothing is in common: the person looks first, then follows.
#[test]
fn a_history_that_begins_anew() {
    let world = zoe_between();
    world.by("zoe").run("log k7q2m 15m").exits(0);
    let desk = clone_for(&world, "orga");
    erase_piolet(&world);
    desk.git("fetch --quiet");
    let root = desk.git("commit-tree origin/main^{tree} -m Liste");
    desk.git(&format!("push --quiet --force origin {root}:main"));
    let before = world.state();
    world.by("zoe").run("sync").exits(5).complains("n’ont plus rien en commun").complains("mpa sync --rebase");
    assert_eq!(world.state(), before);
    world.by("zoe").run("sync --rebase").exits(0).says("C’est envoyé : 1 action.");
    piolet_is_gone(&world);
    assert!(remote_task(&world, "k7q2m").contains("spent.2026-11-24 = \"45m\""), "{}", remote_task(&world, "k7q2m"));
    is_settled(&world);
}

/// What the person recorded for somebody else is theirs, and so is what they recorded under an address they own up to.
#[test]
fn what_is_ones_own() {
    let (world, _) = two();
    of(&world, "orga");
    world.by("orga").run("claim p4n8w --for lampe --sync").exits(0);
    world.by("orga").run("claim x9c3v --for lampe").exits(0);
    let desk = clone_for(&world, "lea");
    desk.git("push --quiet --force origin HEAD~1:main");
    let run = world.by("orga").run("sync").exits(1).complains("Un changement qui était dans la liste partagée n’y est plus");
    run.complains("claim: Dessiner le logo (p4n8w)");
    // Under another name and address it is somebody else's.
    of(&world, "treuil");
    let run = world
        .by("treuil")
        .run("sync")
        .exits(1)
        .complains("un changement de quelqu’un d’autre")
        .complains("mpa.email orga@example.org");
    run.complains("claim: Traduire la page");
    world.git("config --add mpa.email orga@example.org");
    world.by("treuil").run("sync").exits(1).complains("n’y est plus");
    world.by("treuil").run("sync --rebase").exits(0).says("C’est envoyé : 2 actions.");
    is_settled(&world);
}

/// Where requests are reviewed: the checkout follows, and a request is made again upon what is shared now before it goes.
mod by_request {
    use super::super::request::{accept, here, on_server, two};
    use super::{clone_for, erase_piolet, of, piolet_is_gone, remote_task};
    use crate::kit::World;

    /// piolet's task is on the shared branch, and zoe prepares a request.
    fn between() -> World {
        let (world, _) = two();
        of(&world, "zoe");
        let piolet = clone_for(&world, "piolet");
        for words in ["claim p4n8w", "log p4n8w 30m", "release p4n8w --handover 'Un croquis.' --sync"] {
            piolet.by("piolet").run(words).exits(0);
        }
        accept(&world, "mpa/p4n8w-piolet", "forward");
        world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/p4n8w-piolet");
        world.by("zoe").run("sync").exits(0);
        world.by("zoe").run("claim k7q2m").exits(0);
        world.by("zoe").run("log k7q2m 20m").exits(0);
        world
    }

    /// Every branch and tag of the server.
    #[track_caller]
    fn is_built_anew(world: &World, branch: &str) {
        piolet_is_gone(world);
        let main = world.git("--git-dir=../origin.git rev-parse main");
        assert_eq!(world.git(&format!("merge-base {branch} {main}")), main);
        assert_eq!(world.git("status --porcelain"), "");
        world.anybody().run("check").exits(0);
    }

    #[test]
    fn a_request_that_was_not_sent() {
        let world = between();
        erase_piolet(&world);
        world.by("zoe").run("sync --dry-run").exits(0);
        let run = world.by("zoe").run("sync").exits(0).says("3 changements n’y sont plus").says("Refaite sur la liste partagée");
        run.says("Envoyé : « Mettre la liste en ligne »");
        is_built_anew(&world, "mpa/k7q2m-zoe");
        assert_eq!(world.git("rev-parse main"), world.git("rev-parse origin/main"));
        accept(&world, "mpa/k7q2m-zoe", "merge");
        world.by("zoe").run("sync").exits(0).says("Accepté : « Mettre la liste en ligne » est à toi");
        assert!(world.task("k7q2m").contains("spent.2026-11-24 = \"20m\""));
        world.by("zoe").run("sync").exits(0).says("Tout est à jour");
    }

    #[test]
    fn a_request_that_waits_at_the_server() {
        for is_taken_away in [false, true] {
            let world = between();
            world.by("zoe").run("sync").exits(0);
            if is_taken_away {
                world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/k7q2m-zoe");
                erase_piolet(&world);
                for _ in 0..2 {
                    let run = world.by("zoe").run("sync").exits(6).complains("n’est plus sur le serveur");
                    let again = run.err.split_once("git push").unwrap().1.split('`').next().unwrap().split('.').next().unwrap();
                    assert_eq!(on_server(&world), "");
                    is_built_anew(&world, "mpa/k7q2m-zoe");
                    assert!(again.contains("mpa/k7q2m-zoe"), "{again}");
                }
                world.git("push --quiet origin mpa/k7q2m-zoe");
                is_built_anew(&world, "mpa/k7q2m-zoe");
            } else {
                let desk = world.clone_of_remote();
                desk.git("fetch --quiet");
                erase_main_only(&world);
                world.by("zoe").run("log k7q2m 5m").exits(0);
                world.by("zoe").run("sync").exits(0).says("Refaite").says("Envoyé");
                is_built_anew(&world, "mpa/k7q2m-zoe");
                assert!(world.git("show mpa/k7q2m-zoe:data/tasks/mphack/k7q2m-liste.toml").contains("\"25m\""));
            }
        }
    }

    /// While the branch of a request still holds the old history at the server.
    fn erase_main_only(world: &World) {
        let kept = world.git("--git-dir=../origin.git rev-parse mpa/k7q2m-zoe");
        world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/k7q2m-zoe");
        erase_piolet(world);
        world.git(&format!("--git-dir=../origin.git update-ref refs/heads/mpa/k7q2m-zoe {kept}"));
    }

    /// Accepted before the history was rewritten: there already, and counted once.
    #[test]
    fn a_request_that_was_accepted_meanwhile() {
        for way in ["merge", "squash", "rebase"] {
            let world = between();
            world.by("zoe").run("sync").exits(0);
            accept(&world, "mpa/k7q2m-zoe", way);
            world.git("--git-dir=../origin.git update-ref -d refs/heads/mpa/k7q2m-zoe");
            erase_piolet(&world);
            world.by("zoe").run("sync").exits(0).says("Accepté : « Mettre la liste en ligne »");
            assert!(remote_task(&world, "k7q2m").contains("spent.2026-11-24 = \"20m\""), "{way}");
            assert_eq!((here(&world), on_server(&world)), (String::new(), String::new()), "{way}");
            piolet_is_gone(&world);
        }
    }

    /// With commits that `mpa` did not make it is not moved unasked, and not sent either.
    #[test]
    fn a_request_with_other_commits() {
        let world = between();
        world.git("switch --quiet mpa/k7q2m-zoe");
        world.write("notes.txt", "à moi\n");
        world.commit("Une note");
        world.git("switch --quiet main");
        erase_piolet(&world);
        let run =
            world.by("zoe").run("sync").exits(1).complains("ramènerait l’ancien").complains("git rebase --onto origin/main");
        assert_eq!(on_server(&world), "");
        let command = flat_command(&run.err, "git rebase");
        world.git(&command);
        world.git("switch --quiet main");
        world.by("zoe").run("sync").exits(0).says("Envoyé");
        is_built_anew(&world, "mpa/k7q2m-zoe");
    }

    /// The command that begins with `start` in what was said, without its `git`.
    fn flat_command(said: &str, start: &str) -> String {
        let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let rest = flat.split_once(start).unwrap().1;
        let words: Vec<&str> = rest.split(' ').take(5).collect();
        format!("rebase {}", words.join(" "))
    }
}
