//! What others took or finished on branches that nobody merged yet: seen in lists, minded before a claim, gone once merged.

use crate::kit::{NOW, World, make_executable, task};

/// A world where `who` did `words` on the branch `name`, which is left for main.
fn proposed(world: &World, name: &str, who: &str, words: &str) {
    world.git(&format!("switch --quiet --create {name} main"));
    world.by(who).env("GIT_COMMITTER_DATE", NOW).run(&format!("{words} --here")).exits(0);
    world.git("switch --quiet main");
}

fn with_claim() -> World {
    let world = World::new();
    proposed(&world, "mpa/p4n8w-zoe", "zoe", "claim p4n8w");
    world
}

#[test]
fn a_claim_on_a_branch_is_seen_everywhere_and_sorted_last() {
    let world = with_claim();
    let list = world.by("max").run("tasks list").exits(0).says("prise par zoe, à valider, depuis le 24 nov.").says("libre");
    let rows: Vec<&str> = list.out.lines().filter(|line| line.contains("mphack")).map(|line| &line[..5]).collect();
    assert_eq!(rows, ["k7q2m", "b6j2r", "k7q9d", "x9c3v", "p4n8w"], "{list}");
    world.by("max").run("tasks list --all --sort title").exits(0).says("prise par zoe, à valider");
    world.by("max").run("tasks list --status pending").exits(0).says("p4n8w").says("1 tâche").never_says("b6j2r");
    world.by("max").run("tasks list --status à-valider --lang en").exits(0).says("taken by zoe, to be approved, since 24 Nov");
    world.by("max").run("tasks p4n8w").exits(0).says("prise par zoe, à valider").says("mpa claim p4n8w").says("mpa tasks list");
    world.by("zoe").run("tasks p4n8w").exits(0).says("plus qu’à attendre").never_says("mpa claim p4n8w");
    let json = world.by("max").run("tasks list --format json").exits(0);
    json.says(r#""pending": [ { "by": "zoe", "operation": "claim", "since": "2026-11-24", "until": "2026-12-04" } ]"#);
    world.by("max").run("tasks p4n8w --format json").exits(0).says(r#""by": "zoe", "operation": "claim""#);
    let csv = world.by("max").run("tasks list --format csv").exits(0);
    assert!(csv.out.lines().next().unwrap().contains(",holder-day,pending,"), "{csv}");
    assert!(csv.out.lines().any(|line| line.starts_with("p4n8w,") && line.contains(",zoe,")), "{csv}");
    world.by("max").run("claim").exits(2).complains("p4n8w Dessiner le logo (prise par zoe, à valider");
    world.by("max").run("").exits(0).says("4 tâches libres").never_says("p4n8w");
    world.by("max").run("tasks list").exits(0).says("mpa tasks k7q2m");
}

#[test]
fn ones_own_pending_claim_is_among_ones_tasks() {
    let world = with_claim();
    world.by("zoe").run("tasks list --mine").exits(0).says("p4n8w").says("à valider").says("1 tâche");
    world.by("max").run("tasks list --mine").exits(0).says("Aucune tâche");
    world.by("zoe").run("").exits(0).says("Ta tâche").says("prise, à valider");
    world.by("zoe").run("--lang en").exits(0).says("taken, to be approved");
}

#[test]
fn a_claim_on_top_of_one_that_waits_is_thought_over() {
    let world = with_claim();
    let state = world.state();
    let stopped = world.by("max").run("claim p4n8w").exits(4).complains("est déjà prise par zoe depuis le 24 novembre");
    stopped.complains("--yes").complains("mpa tasks list").says_nothing();
    assert_eq!(world.state(), state);
    world.by("max").run("claim p4n8w --dry-run").exits(0).complains("est déjà prise par zoe").says("Mpa-By: max");
    world.by("zoe").run("claim p4n8w --dry-run").exits(0).complains_of_nothing();
    world.by("lea").run("claim p4n8w --for zoe --dry-run").exits(0).complains_of_nothing();
    world.by("max").run("claim x9c3v").exits(0).complains_of_nothing();
    world.by("max").run("claim p4n8w --yes").exits(0).complains("est déjà prise par zoe").says("est à toi");
    world.by("max").run("tasks list --all").exits(0).says("prise par max").never_says("à valider");
    world.by("ana").run("claim p4n8w").exits(4).complains("max");
}

#[test]
fn what_is_finished_on_a_branch_is_seen_too() {
    let world = with_claim();
    proposed(&world, "mpa/x9c3v-ana", "ana", "close x9c3v --evidence https://example.org/p");
    world.by("lea").run("claim b6j2r").exits(0);
    proposed(&world, "mpa/b6j2r-lea", "lea", "close b6j2r --evidence https://example.org/a");
    world.by("max").run("tasks list").exits(0).says("terminée par ana le 24 nov., à valider").never_says("b6j2r");
    world.by("max").run("tasks b6j2r").exits(0).says("terminée par lea le 24 nov., à valider");
    world.by("lea").run("tasks list --mine").exits(0).says("terminée par lea le 24 nov., à valider");
    world.by("lea").run("").exits(0).says("terminée, à valider");
    world
        .by("max")
        .run("tasks list --all --format json")
        .exits(0)
        .says(r#""operation": "close", "since": "2026-11-24", "until": null"#);
    world.by("max").run("claim x9c3v").exits(4).complains("déjà terminée par ana");
}

/// What somebody wrote by hand into a branch is told as what it is, and stops nobody.
#[test]
fn what_a_request_only_says_is_told_as_hearsay_and_stops_nobody() {
    let claim = "\n[claims.piolet]\nsince = 2026-11-24\nuntil = 2026-12-04\n";
    let done = "\n[done]\nby = \"piolet\"\nat = 2026-11-24\nevidence = \"https://example.org/l\"\n";
    for (more, deed, english) in [
        (done, "a terminé", "says that piolet finished “Dessiner le logo” on 24 November"),
        ("", "a pris", "says that piolet claimed"),
    ] {
        let world = World::new();
        world.git("switch --quiet --create mpa/p4n8w-piolet main");
        world.write(&world.task_path("p4n8w"), world.task("p4n8w") + claim + more);
        world.commit("À la main");
        world.git("switch --quiet main");
        let list = world.by("max").run("tasks list").exits(0);
        list.says("une demande non vérifiée dit :").never_says("à valider");
        world.by("max").run("tasks list --lang en").exits(0).says("an unverified request says:");
        world.by("max").run("tasks list --format json").exits(0).says(r#""said-in": "mpa/p4n8w-piolet""#);
        let page = world.by("max").run("tasks p4n8w").exits(0).says("une demande non vérifiée dit :").says("mpa claim p4n8w");
        page.never_says("Mieux vaut").never_says("plus qu’à attendre");
        world.by("piolet").run("tasks p4n8w").exits(0).never_says("plus qu’à attendre");
        let told = world.by("max").run("claim p4n8w --dry-run --lang en").exits(0).complains(english);
        told.complains("Nothing of it is accepted").complains("mpa review mpa/p4n8w-piolet");
        let taken = world.by("max").run("claim p4n8w").exits(0).says("est à toi jusqu’au");
        taken.complains(&format!("une demande (mpa/p4n8w-piolet) dit que piolet {deed} « Dessiner le logo »"));
        world.by("max").run("tasks list --all").exits(0).says("prise par max").never_says("piolet");
    }
    // What `mpa` recorded for somebody still is their word, and what is added by hand on top is not.
    let world = with_claim();
    world.git("switch --quiet mpa/p4n8w-zoe");
    world.by("zoe").env("GIT_COMMITTER_DATE", NOW).run("close p4n8w --here --evidence https://example.org/l").exits(0);
    world.git("switch --quiet main");
    world.by("max").run("claim p4n8w").exits(4).complains("est déjà terminée par zoe");
    world.git("switch --quiet mpa/p4n8w-zoe");
    world.write("notes.txt", "x\n");
    world.commit("Par-dessus");
    world.git("switch --quiet main");
    world.by("max").run("claim p4n8w").exits(0).complains("dit que zoe a terminé");
}

#[test]
fn branches_of_others_are_seen_wherever_a_fetch_puts_them() {
    for name in ["refs/remotes/origin/mpa/p4n8w-zoe", "refs/pull/12/head", "refs/merge-requests/3/head"] {
        let world = with_claim();
        world.git(&format!("update-ref {name} mpa/p4n8w-zoe"));
        world.by("max").run("tasks list").exits(0).says("prise par zoe, à valider");
        world.git("branch --quiet --delete --force mpa/p4n8w-zoe");
        world.by("max").run("tasks list").exits(0).says("prise par zoe, à valider");
        world.git("pack-refs --all");
        world.by("max").run("tasks list").exits(0).says("prise par zoe, à valider");
    }
    let world = with_claim();
    world.git("branch --quiet --move mpa/p4n8w-zoe essai");
    world.by("max").run("tasks list").exits(0).never_says("à valider");
}

#[test]
fn what_main_holds_waits_for_nobody_however_it_came_there() {
    for merge in [
        "merge --quiet --ff-only mpa/p4n8w-zoe",
        "merge --quiet --no-ff --no-edit mpa/p4n8w-zoe",
        "merge --quiet --squash mpa/p4n8w-zoe",
    ] {
        for life_goes_on in [false, true] {
            let world = with_claim();
            world.by("ana").run("claim x9c3v").exits(0);
            if merge.contains("ff-only") {
                world.git("reset --quiet --hard HEAD~1");
            }
            world.git(merge);
            if merge.contains("squash") {
                world.git("commit --quiet --message Fusion");
            }
            if life_goes_on {
                world.by("zoe").run("release p4n8w --handover Rien.").exits(0);
            }
            world.by("max").run("tasks list --all").exits(0).never_says("à valider");
            assert_eq!(world.by("max").run("tasks list").exits(0).out.contains("p4n8w"), life_goes_on, "{merge}");
        }
    }
}

#[test]
fn what_is_over_or_held_by_another_is_no_claim_any_more() {
    let world = with_claim();
    world.by("max").on("2026-12-05").run("tasks list").exits(0).says("p4n8w").never_says("à valider");
    world.by("max").run("claim p4n8w --yes").exits(0);
    world.by("ana").run("tasks list --status pending").exits(0).says("Aucune tâche");
    let world = with_claim();
    world.by("orga").run("tasks cancel p4n8w --reason 'Plus utile.' --yes").exits(0);
    world.by("ana").run("tasks list --all").exits(0).never_says("à valider");
}

#[test]
fn an_old_branch_is_forgotten() {
    let world = World::new();
    for (date, is_seen) in [("2026-07-20T10:00:00+02:00", false), ("2026-08-20T10:00:00+02:00", true)] {
        world.git("switch --quiet --create mpa/p4n8w-zoe main");
        world.by("zoe").env("GIT_COMMITTER_DATE", date).run("claim p4n8w --here").exits(0);
        world.git("switch --quiet main");
        let list = world.by("max").run("tasks list").exits(0);
        assert_eq!(list.out.contains("prise par zoe"), is_seen, "{date} {list}");
        world.git("branch --quiet --delete --force mpa/p4n8w-zoe");
    }
}

#[test]
fn several_who_want_one_task_are_named_in_order() {
    let world = World::new();
    for (day, who) in
        [("2026-11-26", "ana"), ("2026-11-24", "zoe"), ("2026-11-25", "bob"), ("2026-11-27", "eve"), ("2026-11-27", "flo")]
    {
        world.git(&format!("switch --quiet --create mpa/p4n8w-{who} main"));
        world.by(who).on(day).env("GIT_COMMITTER_DATE", NOW).run("claim p4n8w --here --yes").exits(0);
        world.git("switch --quiet main");
    }
    let list = world.by("max").on("2026-11-27").run("tasks p4n8w").exits(0);
    list.says("prise par zoe, bob, ana et 2 autres, à valider, depuis le 24 nov.");
    world.by("eve").on("2026-11-27").run("tasks list --mine").exits(0).says("p4n8w");
}

#[test]
fn a_hostile_branch_is_passed_over_and_hides_nothing() {
    let world = with_claim();
    // More claims than anybody makes; a file of a megabyte; a name that is no handle; a link; nothing in common.
    world.git("switch --quiet --create mpa/beaucoup main");
    for at in 0..70 {
        let text = task("Une de trop") + "\n[claims.max]\nsince = 2026-11-24\nuntil = 2026-12-04\n";
        world.write(&format!("data/tasks/mphack/b{at:04}-trop.toml"), text);
    }
    let claimed = world.task("b6j2r") + "\n[claims.max]\nsince = 2026-11-24\nuntil = 2026-12-04\n";
    world.write("data/tasks/mphack/b6j2r-appel.toml", &claimed);
    world.commit("Beaucoup");
    world.git("switch --quiet --create mpa/enorme main");
    world.write("data/tasks/mphack/x9c3v-page.toml", "# ".to_owned() + &"x".repeat(1_000_000) + "\n" + &claimed);
    world.commit("Énorme");
    world.git("switch --quiet --create mpa/faux-nom main");
    let odd = claimed.replace("claims.max", "claims.\"\u{202e}\u{1b}[31mmax\"");
    world.write("data/tasks/mphack/b6j2r-appel.toml", odd);
    world.commit("Faux nom");
    proposed(&world, "mpa/titre", "orga", "tasks edit k7q9d --title Pirate");
    world.git("switch --quiet mpa/titre");
    world.by("max").env("GIT_COMMITTER_DATE", NOW).run("claim k7q9d --here").exits(0);
    world.git("switch --quiet --orphan mpa/sans-rapport");
    world.git("commit --quiet --allow-empty --message Rien");
    world.git("switch --quiet main");
    world.git("symbolic-ref refs/heads/mpa/nulle-part refs/heads/absente");
    std::fs::write(world.path(".git/refs/heads/mpa/casse"), "1234567890123456789012345678901234567890\n").unwrap();
    let list = world.by("ana").run("tasks list").exits(0).complains_of_nothing().says("prise par zoe, à valider");
    list.says("prise par max, à valider").never_says("Pirate").never_says("Une de trop");
    let pending = world.by("ana").run("tasks list --status pending").exits(0).says("2 tâches");
    pending.says("k7q9d").says("p4n8w");
}

#[test]
fn thousands_of_branches_are_looked_at_only_so_far() {
    let world = with_claim();
    let head = world.git("rev-parse mpa/p4n8w-zoe");
    world.git("branch --quiet --delete --force mpa/p4n8w-zoe");
    let mut packed = String::from("# pack-refs with: peeled fully-peeled sorted \n");
    let main = world.head();
    for at in 1..=5_000 {
        let id = if at == 4_999 { &head } else { &main };
        packed += &format!("{id} refs/pull/{at:05}/head\n");
    }
    std::fs::write(world.path(".git/packed-refs"), packed).unwrap();
    world.by("max").run("tasks list").exits(0).says("prise par zoe, à valider");
}

#[test]
fn without_a_branch_or_a_repository_lists_are_as_before() {
    let world = World::new();
    let plain = world.by("max").run("tasks list").exits(0);
    assert!(!plain.out.contains("ÉTAT"), "{plain}");
    proposed(&world, "essai", "zoe", "claim p4n8w");
    assert_eq!(world.by("max").run("tasks list").exits(0).out, plain.out);
    std::fs::rename(world.path(".git"), world.top().join("git")).unwrap();
    assert_eq!(world.by("max").run("tasks list").exits(0).out, plain.out);
}

#[cfg(unix)]
#[test]
fn looking_at_branches_runs_no_program_and_changes_nothing() {
    let world = with_claim();
    let (script, canary) = (world.top().join("script"), world.top().join("canary"));
    std::fs::write(&script, format!("#!/bin/sh\ntouch {}\n", canary.display())).unwrap();
    make_executable(&script);
    for key in ["core.fsmonitor", "filter.odd.smudge", "diff.odd.textconv", "diff.external", "merge.odd.driver"] {
        world.git(&format!("config {key} {}", script.display()));
    }
    world.write(".git/info/attributes", "*.toml filter=odd diff=odd merge=odd\n");
    let nothing = world.top().join("nothing");
    std::fs::create_dir_all(&nothing).unwrap();
    let list = |path: &std::path::Path| world.by("max").env("PATH", path).run("tasks list").exits(0);
    let files = std::fs::read_dir(world.path(".git")).unwrap().count();
    list(&nothing).says("prise par zoe, à valider").complains_of_nothing();
    assert!(!canary.exists());
    assert_eq!(std::fs::read_dir(world.path(".git")).unwrap().count(), files);
}
