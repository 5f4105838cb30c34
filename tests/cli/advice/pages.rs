//! What pages, lists and answers propose to type.

use super::{Shell, told};
use crate::kit::{CAMPAIGN, World, task, task_with};

#[test]
fn lists_lead_to_pages() {
    let world = World::new();
    let shell = Shell::of(&world, "zoe");
    let said = world.by("zoe").run("tasks").exits(0);
    shell.follows(&said, "list-hint", &told(&said, "mpa tasks ", 3));
    let said = world.by("zoe").run("tasks list --search introuvable").exits(0);
    shell.follows(&said, "list-empty", "mpa tasks list --all");
    let said = world.by("zoe").run("projects").exits(0);
    shell.follows(&said, "projects-hint", "mpa projects show mphack");
    let said = world.by("zoe").run("tasks k7q2m").exits(0);
    shell.follows(&said, "next-open", "mpa claim k7q2m");
    let said = world.by("zoe").run("").exits(0);
    shell.follows(&said, "today-hint", &told(&said, "mpa tasks ", 3));
    shell.follows(&said, "today-hint", &told(&said, "mpa claim ", 3));
}

#[test]
fn an_empty_campaign_is_filled() {
    let world = World::new();
    world.git("rm --quiet -r data/projects data/themes data/tasks");
    world.commit("Rien");
    let shell = Shell::of(&world, "orga");
    let said = world.by("orga").run("themes").exits(0);
    shell.fills(&said, "themes-empty", "mpa themes add", "mpa themes add --title Neuf");
    let said = world.by("orga").run("projects").exits(0);
    shell.fills(&said, "projects-empty", "mpa projects add", "mpa projects add --title Neuf --lead lea");
}

#[test]
fn today_leads_on() {
    let world = World::new();
    let said = world.anybody().run("").exits(0);
    let told_name = "git config --global mpa.handle ton-pseudo";
    Shell::of(&world, "zoe").fills(&said, "today-who", told_name, &told_name.replace("ton-pseudo", "zoe"));
    let world = World::new();
    for id in ["k7q2m", "p4n8w", "x9c3v", "b6j2r", "k7q9d", "t3h5w", "d0aft"] {
        world.git(&format!("rm --quiet {}", world.task_path(id)));
    }
    world.commit("Rien");
    let said = world.by("zoe").run("").exits(0);
    let add = "mpa tasks add";
    let meant =
        format!("{add} --project mphack --title Trier --budget 1h --done-when 'C’est trié.' --resource https://example.org/tri");
    Shell::of(&world, "orga").fills(&said, "today-no-tasks", add, &meant);
    world.by("zoe").run("claim trier").exits(0);
    let said = world.by("tom").run("").exits(0);
    Shell::of(&world, "tom").follows(&said, "today-nothing-open", "mpa tasks list --all");
    world.remote();
    world.git("fetch --quiet");
    // When git wrote it, by the clock of these tests.
    let heard = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_795_510_800);
    for trace in [".git/FETCH_HEAD", ".git/logs/refs/remotes/origin/main"] {
        let file = std::fs::OpenOptions::new().append(true).open(world.path(trace));
        file.iter().for_each(|file| file.set_modified(heard).unwrap());
    }
    let said = world.by("zoe").on("2026-11-29").run("").exits(0);
    Shell::of(&world, "zoe").follows(&said, "today-heard", "mpa sync");
}

/// Types each of `commands`, which `mpa` alone tells on `day` by the sentence `key`, in a state that `prepared` makes anew.
fn own_task(prepared: impl Fn(&World), day: &str, key: &str, commands: &[&str]) {
    for command in commands {
        let world = World::new();
        prepared(&world);
        let said = world.by("zoe").on(day).run("").exits(0);
        let told = command.split(" --").next().unwrap();
        Shell::of(&world, "zoe").with("MPA_NOW", format!("{day}T10:00:00+01:00")).fills(&said, key, told, command);
    }
}

#[test]
fn a_task_of_one_s_own_leads_on_in_each_state() {
    let (close, renew) = ("mpa close p4n8w --evidence https://example.org/x", "mpa renew p4n8w");
    let (log, release) = ("mpa log 30m p4n8w", "mpa release p4n8w");
    let claimed = |world: &World| _ = world.by("zoe").run("claim p4n8w").exits(0);
    let briefly = |world: &World| _ = world.by("zoe").run("claim p4n8w --until 2026-11-25").exits(0);
    let renewed = |world: &World| {
        briefly(world);
        for until in ["2026-11-26", "2026-11-27"] {
            world.by("zoe").run(&format!("renew p4n8w --until {until}")).exits(0);
        }
    };
    own_task(claimed, "2026-11-24", "mine-next", &[close, log]);
    own_task(briefly, "2026-11-24", "mine-next-soon", &[close, renew, release]);
    own_task(claimed, "2026-12-03", "mine-next-last", &[close, release]);
    own_task(briefly, "2026-11-26", "mine-next-ended", &[close, renew, release]);
    own_task(renewed, "2026-11-28", "mine-next-over", &[close, log, release]);
}

#[test]
fn what_is_broken_is_checked() {
    let world = World::new();
    world.write("data/tasks/mphack/p4n8w-logo.toml", "title = ");
    world.commit("Cassé");
    let shell = Shell::of(&world, "zoe");
    let said = world.by("zoe").run("tasks list");
    shell.fills(&said, "problems-more", "mpa check", "mpa check || [ $? = 1 ]");
    world.write("data/tasks/mphack/x9c3v-page.toml", task_with("Divers", ""));
    world.commit("Vague");
    let said = world.by("zoe").run("check --changed-since HEAD~1");
    shell.fills(&said, "check-elsewhere", "mpa check", "mpa check || [ $? = 1 ]");
    let said = world.by("zoe").run("check --changed-since absente").exits(2);
    shell.follows(&said, "review-no-commit", "git branch --all");
}

#[test]
fn who_came_second_gives_way() {
    let world = World::new();
    let path = world.task_path("p4n8w");
    let text = world.read(&path);
    let claim = |who: &str| format!("\n[claims.{who}]\nsince = 2026-11-24\nuntil = 2026-12-04\n");
    world.write(&path, format!("{text}{}{}", claim("zoe"), claim("max")));
    world.commit("Deux à la fois");
    let said = world.by("zoe").run("check").exits(1);
    Shell::of(&world, "max").follows(&said, "lint-first-unknown", "mpa release p4n8w");
    let world = World::new();
    let path = world.task_path("p4n8w");
    let text = world.read(&path);
    for records in [claim("zoe"), format!("{}{}", claim("zoe"), claim("max"))] {
        world.write(&path, format!("{text}{records}"));
        world.commit("À moi");
    }
    let said = world.by("zoe").run("check").exits(1);
    Shell::of(&world, "max").follows(&said, "lint-first-known", "mpa release p4n8w");
    world.by("zoe").run("check").exits(0);
}

#[test]
fn answers_lead_on() {
    let world = World::new();
    let (zoe, orga) = (Shell::of(&world, "zoe"), Shell::of(&world, "orga"));
    world.by("zoe").run("claim p4n8w").exits(0);
    let said = world.by("zoe").run("claim p4n8w --until 2026-11-30").exits(0);
    zoe.follows(&said, "mpa renew {} --until {day}", "mpa renew p4n8w --until 2026-11-30");
    let said = world.by("zoe").run("close p4n8w --evidence https://example.org/logo").exits(0);
    zoe.follows(&said, "note-no-time", "mpa log p4n8w 1h30");
    let said = world.by("orga").run("send-back p4n8w --reason 'Trop petit.'").exits(0);
    orga.follows(&said, "note-back-words", "mpa tasks p4n8w");
    world.by("lea").run("claim x9c3v").exits(0);
    world.by("lea").run("close x9c3v --time 1h --evidence https://example.org/page").exits(0);
    let said = world.by("orga").on("2026-12-20").run("send-back x9c3v --reason 'Trop court.'").exits(0);
    Shell::of(&world, "lea").with("MPA_NOW", "2026-12-20T10:00:00+01:00").follows(&said, "note-back-to-all", "mpa claim x9c3v");
    let said = world.by("zoe").run("claim introuvable").exits(2);
    zoe.follows(&said, "no-such-task", "mpa tasks list --all");
    let said = world.by("max").run("claim p4n8w").exits(4);
    zoe.follows(&said, "Rule::HeldBySomebody", "mpa tasks list");
    let said = world.by("max").run("log p4n8w 1h");
    Shell::of(&world, "max").follows(&said, "Rule::NotHeld", "mpa tasks list --mine");
    let said = world.by("max").run("close").exits(2);
    zoe.follows(&said, "holds-nothing", "mpa tasks list");
    let said = world.by("max").run("undo").exits(1);
    zoe.follows(&said, "undo-nothing", "mpa tasks list --mine");
    let said = world.anybody().run("claim b6j2r").exits(2);
    zoe.follows(&said, "who-are-you", "git config --global mpa.handle lampe-77");
}

#[test]
fn where_nothing_is_done_there_is_work_from_anywhere() {
    let world = World::new();
    let said = world.by("zoe").run("tasks list --where Lyon").exits(0);
    Shell::of(&world, "zoe").follows(&said, "no-towns", "mpa tasks list --where remote");
    let path = world.task_path("k7q9d");
    world.write(&path, world.read(&path).replacen("created =", "where = \"on-site\"\nplace = \"Paris\"\ncreated =", 1));
    world.commit("Un lieu");
    let said = world.by("zoe").run("tasks list --where Lyon").exits(0);
    Shell::of(&world, "zoe").follows(&said, "no-such-town", "mpa tasks list --where remote");
}

#[test]
fn what_was_typed_wrongly_leads_on() {
    let world = World::new();
    let shell = Shell::of(&world, "orga");
    let follows = |words: &str, key: &str, command: &str| {
        let said = world.by("orga").run(words);
        assert_ne!(said.code, 0, "{said}");
        shell.follows(&said, key, command)
    };
    let said = world.by("orga").run("add").exits(2);
    shell.fills(&said, "usage-command", "mpa tasks add", "mpa tasks add --help");
    follows("tasks list --nope", "usage-argument", "mpa tasks list --help");
    follows("projects show absent", "no-such-project", "mpa projects list");
    follows("themes show absent", "no-such-theme", "mpa themes list");
    follows("projects add --title MPHack --lead lea", "project-exists", "mpa projects show mphack");
    follows("themes add --title Entraide", "theme-exists", "mpa themes show entraide");
    follows("tasks edit p4n8w --after zzzzz", "no-such-task", "mpa tasks list --all");
    follows("join", "which-project", "mpa projects list");
    follows("log", "usage-missing", "mpa log --help");
    follows("init . --name Fête --as orga", "init-exists", &format!("mpa tasks list --data {}", world.repo.display()));
    follows("review 99", "review-no-request", "git branch --all");
    world.remote();
    follows("review 99", "review-no-request", "git fetch --prune origin");
}

#[test]
fn from_outside_a_campaign_that_is_there_is_found() {
    let world = World::new();
    let outside = world.home();
    let said = world.anybody().within(&outside).run(&format!("init {} --as zoe --name Fête", world.repo.display())).exits(1);
    let told = format!("mpa tasks list --data {}", world.repo.display());
    Shell::of(&world, "zoe").within(&outside).follows(&said, "init-exists", &told);
    let said = world.anybody().within(&outside).env("MPA_DATA", "absent").run("tasks").exits(3);
    let init = "mpa init fete --as zoe --name Fête --contact fete@example.org";
    Shell::of(&world, "zoe").within(&outside).fills(&said, "no-data-there", "mpa init", init);
}

#[test]
fn a_campaign_is_founded_step_by_step() {
    let world = World::empty();
    let said = world.anybody().run("tasks").exits(3);
    let shell = Shell::of(&world, "lampe");
    let init = "mpa init fete --as lampe --name Fête --contact fete@example.org";
    let said = shell.fills(&said, "hint-no-data", "mpa init", init);
    let shell = shell.within(world.path("fete"));
    shell.fills(
        &said,
        "init-step-edit",
        "mpa projects edit premier-projet --title \"…\"",
        "mpa projects edit premier-projet --title Bal",
    );
    let add = "mpa tasks add --project premier-projet --title Affiche --budget 1h --done-when 'Au mur.' --resource a=https://example.org";
    shell.fills(&said, "init-step-add", "mpa tasks add", add);
    shell.follows(&said, "init-step-check", "mpa check");
    world.git("init --quiet --bare depot.git");
    shell.fills(&said, "init-step-share", "git remote add origin ADRESSE", "git remote add origin ../depot.git");
    shell.follows(&said, "init-step-share", "git push -u origin HEAD");
    shell.types("mpa sync").exits(0);
    let outside = Shell::of(&world, "lampe");
    outside.fills(&said, "hint-no-data", "", "cd fete && mpa tasks");
}

#[test]
fn organisers_are_led_on() {
    let world = World::new();
    let shell = Shell::of(&world, "orga");
    for command in ["mpa close p4n8w", "mpa renew p4n8w", "mpa release p4n8w"] {
        world.by("zoe").run("claim p4n8w --until 2026-11-25").exits(0);
        let said = world.by("orga").run("remind").exits(0);
        let zoe = Shell::of(&world, "zoe");
        match command {
            "mpa close p4n8w" => {
                zoe.fills(&said, "remind-close", command, &format!("{command} --evidence https://example.org/l"))
            }
            "mpa renew p4n8w" => zoe.follows(&said, "remind-renew", command),
            _ => zoe.fills(&said, "remind-release", command, &format!("{command} --handover 'Presque fini.'")),
        };
        drop(world.by("orga").run("tasks reopen p4n8w --reason Encore."));
        drop(world.by("zoe").run("release p4n8w"));
    }
    let said = world.by("orga").on("2026-12-03").run("remind").exits(0);
    let later = Shell::of(&world, "orga").with("MPA_NOW", "2026-12-03T10:00:00+01:00");
    later.follows(&said, "remind-invite", &told(&said, "mpa remind --invite ", 4));
    let said = world.by("orga").run("remind --invite k7q2m").exits(0);
    shell.follows(&said, "invite-read", "mpa tasks k7q2m");
    Shell::of(&world, "max").follows(&said, "invite-claim", "mpa claim k7q2m");
    let said = world.by("orga").run("remind --invite k7q2m").exits(1);
    shell.follows(&said, "invite-not-open", "mpa tasks k7q2m");
    shell.follows(&said, "invite-not-open", "mpa tasks list");
    let said = world.by("orga").run("projects edit mphack --remove leads").exits(0);
    drop(said);
    let said = world.by("orga").run("remind").exits(0);
    let lead = "mpa projects edit mphack --lead PSEUDO";
    shell.fills(&said, "remind-project-no-lead", lead, &lead.replace("PSEUDO", "lea"));
    world.by("zoe").run("claim b6j2r").exits(0);
    let said = world.by("orga").run("forget zoe --yes").exits(1);
    shell.fills(
        &said,
        "forget-holds",
        "mpa release b6j2r --for zoe --handover \"…\"",
        "mpa release b6j2r --for zoe --handover Rien.",
    );
    world.by("orga").run("deliver mphack liste --evidence https://example.org/l").exits(0);
    world.by("orga").run("deliver mphack bilan --evidence https://example.org/l").exits(0);
    let said = world.by("orga").run("deliver mphack --evidence https://example.org/l").exits(1);
    shell.follows(&said, "nothing-left-to-deliver", "mpa projects show mphack");
    let said = world.by("orga").on("2026-12-05").run("").exits(0);
    let later = Shell::of(&world, "orga").with("MPA_NOW", "2026-12-05T10:00:00+01:00");
    let next = "mpa campaign next --name Suite --deadline 2027-06-01";
    later.fills(&said, "campaign-next-hint", "mpa campaign next", next);
    let said = world.by("orga").on("2026-12-05").run("undo").exits(0);
    drop(said);
    let said = world.by("zoe").on("2026-12-05").run("").exits(0);
    later.follows(&said, "today-over-see", "mpa progress");
    let said = world.by("orga").on("2026-12-05").run("campaign next --name Suite").exits(0);
    later.follows(&said, "campaign-begun", "mpa progress --past");
    let said = world.by("orga").on("2026-12-05").run("progress --campaign 2025").exits(2);
    later.follows(&said, "no-such-campaign", "mpa campaign");
    world.by("orga").on("2026-12-05").run("undo").exits(0);
    world.by("orga").run("themes add --title Nuit --idea 'Un bal'").exits(0);
    let said = world.anybody().run("themes show nuit").exits(0);
    let add = "mpa projects add --theme nuit --title \"…\" --idea \"…\"";
    shell.fills(&said, "theme-ideas-hint", add, "mpa projects add --theme nuit --title Bal --idea 'Un bal'");
    let said = world.by("orga").run("projects edit bal --idea 'Une chorale'").exits(0);
    shell.follows(&said, "note-new-idea", "mpa themes show nuit");
}

#[test]
fn requests_are_read() {
    let world =
        World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\nforge = \"github\"\n"))]);
    world.remote();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.git("push --quiet origin mpa/p4n8w-zoe:refs/pull/12/head");
    let shell = Shell::of(&world, "orga");
    let said = world.by("orga").run("review").exits(0);
    shell.follows(&said, "queue-open", &told(&said, "mpa review ", 3));
    let fetch = "git fetch --prune origin '+refs/pull/*/head:refs/pull/*/head'";
    let said = world.by("orga").run("review 12").exits(3);
    shell.follows(&said, "review-no-request", fetch);
    for (words, key, command) in [
        ("review --author zoe", "review-author-of-what", "mpa review 12 --author lampe-77"),
        ("review --format github", "review-notes-of-what", "mpa review 12 --format github"),
    ] {
        let said = world.by("orga").run(words).exits(2);
        shell.follows(&said, key, command);
    }
    let said = world.by("orga").run("").exits(0);
    shell.follows(&said, "rounds-own", "mpa tasks list");
    let said = world.by("orga").on("2026-12-03").run("remind").exits(0);
    shell.follows(&said, "remind-review", "mpa review");
    let said = world.by("max").run("tasks p4n8w").exits(0);
    Shell::of(&world, "max").follows(&said, "next-pending", "mpa tasks list");
    let said = world.by("max").run("claim p4n8w").exits(4);
    Shell::of(&world, "max").follows(&said, "hint-claim-anyway", "mpa tasks list");
    let empty = World::new();
    empty.remote();
    let said = empty.by("orga").run("review").exits(0);
    Shell::of(&empty, "orga").follows(&said, "queue-fetch", "git fetch --prune origin");
    // A clone of one branch gets nothing by that alone.
    let single = World::empty();
    single.git(&format!("clone --quiet --no-local --single-branch --branch main {} .", empty.top().join("origin.git").display()));
    empty.git("switch --quiet --create mpa/p4n8w-zoe");
    empty.by("zoe").run("claim p4n8w --here").exits(0);
    empty.git("push --quiet origin mpa/p4n8w-zoe");
    let said = single.by("orga").run("review").exits(0);
    Shell::of(&single, "orga").follows(&said, "queue-fetch", "git fetch --prune origin '+refs/heads/*:refs/remotes/origin/*'");
    single.by("orga").run("review").exits(0).says("mpa/p4n8w-zoe");
}

#[test]
fn a_merge_that_git_left_unfinished_is_given_up() {
    let world = World::new();
    let path = world.task_path("p4n8w");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.git("switch --quiet --create autre HEAD~1");
    world.write(&path, format!("{}\n[claims.max]\nsince = 2026-11-24\nuntil = 2026-12-04\n", task("Dessiner le logo")));
    world.commit("Autre");
    world.git("switch --quiet main");
    drop(world.try_git("merge autre"));
    let said = world.by("zoe").run("check").exits(1);
    let shell = Shell::of(&world, "zoe");
    shell.follows(&said, "problem-conflict", "git merge --abort");
    shell.follows(&said, "problem-conflict", "mpa undo");
}
