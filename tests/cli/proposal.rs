//! Campaigns by pull request: every write is a commit on a branch of its own, and the person's own work stays as it is.

use std::fs;

use crate::kit::{CAMPAIGN, World, skipped};

pub const MODE: &str = "\n[workflow]\nmode = \"pull-request\"\n";

/// A campaign by pull request with a remote, on which somebody works on something else.
pub fn world() -> World {
    let world = World::new();
    world.write("data/mpa.toml", format!("{CAMPAIGN}{MODE}"));
    world.write("notes.txt", "one\n");
    world.commit("Work by pull requests");
    world.remote();
    world
}

/// Everything of the person's that must stay bit for bit: files, index, HEAD, stash, working trees.
fn own_work(world: &World) -> Vec<String> {
    let index = fs::read(world.path(".git/index")).unwrap();
    let state = world.state();
    let words = ["stash list", "worktree list", "symbolic-ref HEAD", "rev-parse main", "rev-parse refs/remotes/origin/main"];
    let mut all: Vec<String> = words.into_iter().map(|words| world.git(words)).collect();
    all.push(format!("{index:?} {state:?}"));
    all
}

fn branches(world: &World) -> String {
    world.git("for-each-ref --format=%(refname:lstrip=2) refs/heads/mpa")
}

fn file_on(world: &World, branch: &str, id: &str) -> String {
    let path = world.task_path(id);
    world.git(&format!("show {branch}:{path}"))
}

#[test]
fn a_claim_goes_to_its_branch_and_own_work_stays_bit_for_bit() {
    let world = world();
    world.write("notes.txt", "stashed\n");
    world.git("stash --quiet");
    world.write("notes.txt", "staged\n");
    world.git("add notes.txt");
    world.write("notes.txt", "dirty\n");
    let path = world.task_path("k7q2m");
    let half = format!("{}# half an edit\n", world.task("k7q2m"));
    world.write(&path, &half);
    world.write("untracked.txt", "x\n");
    let before = own_work(&world);
    let run = world.by("zoe").run("claim k7q2m").exits(0);
    run.says("Tu demandes à prendre « Mettre la liste en ligne » jusqu’au")
        .says("pas encore à toi")
        .says("Pour envoyer : mpa sync")
        .says("mpa undo");
    assert_eq!(own_work(&world), before);
    assert_eq!(branches(&world), "mpa/k7q2m-zoe");
    assert!(file_on(&world, "mpa/k7q2m-zoe", "k7q2m").contains("[claims.zoe]\nsince = 2026-11-24\nuntil = "));
    assert_eq!(world.git("log --format=%s main..mpa/k7q2m-zoe"), "claim: Mettre la liste en ligne (k7q2m)");
    assert_eq!(world.git("diff --name-only main mpa/k7q2m-zoe"), path);
    let english = world.by("max").run("claim p4n8w --lang en").exits(0);
    english.says("You ask to take “Dessiner le logo”").says("not yours yet");
}

/// Nothing is done yet: whatever is prepared is said to be asked for, and the project has not moved.
#[test]
fn what_is_prepared_is_said_to_be_asked_for() {
    let world = world();
    world.by("zoe").run("claim k7q2m").exits(0).never_says("0/6");
    let again = world.by("zoe").run("claim k7q2m").exits(0).says("est déjà demandée par zoe jusqu’au 2 décembre");
    again.says("La demande attend sur cet ordinateur.").says("Pour envoyer : mpa sync").never_says("prise par");
    let page = world.by("zoe").run("tasks k7q2m").exits(0).says("encore sur cet ordinateur seulement").says("mpa sync");
    page.never_says("C’est envoyé");
    world.by("zoe").run("renew --until 2026-12-02").exits(0).says("la demande va déjà jusqu’au").never_says("prise");
    world.by("zoe").run("sync").exits(0);
    world.by("zoe").run("tasks k7q2m").exits(0).says("C’est envoyé à la relecture").never_says("mpa sync");
    world.by("zoe").run("claim k7q2m").exits(0).says("attend d’être acceptée").never_says("mpa sync");
    let asked = [
        ("close k7q2m --evidence https://example.org/l", "terminer « Mettre la liste en ligne »"),
        ("release p4n8w", "libérer « Dessiner le logo »"),
        ("tasks edit x9c3v --budget 3h", "modifier « Traduire la page »"),
        ("tasks cancel x9c3v --reason 'Plus besoin.' --yes", "annuler « Traduire la page »"),
        ("join mphack", "rejoindre « MPHack »"),
        ("leave mphack", "quitter « MPHack »"),
        ("projects add --title 'Une fête'", "ajouter « Une fête »"),
        ("themes add --title 'Ciel et mer'", "ajouter « Ciel et mer »"),
    ];
    world.by("zoe").run("claim p4n8w").exits(0);
    for (words, text) in asked {
        let run = world.by("zoe").run(words).exits(0).says(&format!("Demande préparée : {text}."));
        run.never_says("est terminée").never_says("1/6").never_says("est à jour").never_says("est libérée");
    }
    let run = world
        .by("zoe")
        .run("tasks add --project mphack --title 'Trier' --budget 1h --done-when Fait. --resource A=https://example.org/a");
    run.exits(0).says("Demande préparée : ajouter « Trier », sous l’identifiant");
    let run = world.by("lea").run("deliver mphack liste --evidence https://example.org/liste --lang en").exits(0);
    run.says("Request prepared: deliver “").never_says("is delivered");
    let run = world.by("lea").run("claim b6j2r --for piolet").exits(0);
    run.says("Demande préparée, au nom de piolet : prendre « ").never_says("est prise par");
}

#[test]
fn later_operations_go_on_where_the_first_one_went() {
    let world = world();
    let before = own_work(&world);
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("claim k7q2m").exits(0).says("déjà");
    world.by("zoe").run("log 1h30").exits(0).says("1 h 30");
    world.by("zoe").run("renew --until 2026-12-02").exits(0);
    world.by("zoe").run("close --evidence https://example.org/liste").exits(0);
    assert_eq!(own_work(&world), before);
    let subjects = world.git("log --reverse --format=%s main..mpa/k7q2m-zoe");
    let verbs: Vec<&str> = subjects.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(verbs, ["claim", "log", "close"], "{subjects}");
    let file = file_on(&world, "mpa/k7q2m-zoe", "k7q2m");
    assert!(file.contains("[done]\nby = \"zoe\"") && file.contains("spent.2026-11-24 = \"1h30\""), "{file}");
    world.by("zoe").run("release k7q2m").exits(1);
    world.anybody().run("check --changed-since main").exits(0);
}

#[test]
fn two_people_ask_for_one_task_and_the_organisers_see_both() {
    let world = world();
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("max").run("claim k7q2m").exits(4).complains("déjà prise par zoe");
    world.by("max").run("claim k7q2m --yes").exits(0).complains("une seule de vos deux demandes");
    assert_eq!(branches(&world), "mpa/k7q2m-max\nmpa/k7q2m-zoe");
    let queue = world.by("orga").run("review").exits(0);
    queue.says("mpa/k7q2m-max").says("mpa/k7q2m-zoe");
    for branch in ["mpa/k7q2m-max", "mpa/k7q2m-zoe"] {
        assert_eq!(world.git(&format!("rev-list --count main..{branch}")), "1");
    }
}

#[test]
fn a_branch_begins_anew_once_it_was_merged_in_whatever_way() {
    for way in ["merge", "rebase", "squash"] {
        let world = world();
        world.by("zoe").run("claim k7q2m").exits(0);
        world.git("switch --quiet main");
        match way {
            "merge" => drop(world.git("merge --quiet --no-ff --no-edit mpa/k7q2m-zoe")),
            "rebase" => {
                world.write("other.txt", "x\n");
                world.commit("Something else");
                world.git("cherry-pick mpa/k7q2m-zoe");
            }
            _ => {
                world.git("merge --quiet --squash mpa/k7q2m-zoe");
                world.commit("Squashed");
            }
        }
        world.git("push --quiet origin main");
        let main = world.git("rev-parse main");
        world.by("zoe").run("log 45m").exits(0);
        assert_eq!(world.git("log --format=%s main..mpa/k7q2m-zoe"), "log: Mettre la liste en ligne (k7q2m)", "{way}");
        assert_eq!(world.git("rev-parse mpa/k7q2m-zoe^"), main, "{way}");
        assert_eq!(world.git("rev-parse main"), main);
    }
}

#[test]
fn the_base_is_what_was_fetched_last() {
    let world = world();
    world.by("orga").run("tasks cancel p4n8w --reason Inutile. --yes --here").exits(1).complains("relecture");
    let path = world.task_path("p4n8w");
    world.write(&path, format!("{}\n[cancelled]\nby = \"orga\"\nat = 2026-11-24\nreason = \"Inutile.\"\n", world.task("p4n8w")));
    world.commit("Cancel");
    world.git("push --quiet origin main");
    world.git("reset --quiet --hard HEAD~1");
    world.by("zoe").run("claim p4n8w").exits(1).complains("annulée");
    assert_eq!(branches(&world), "");
}

#[test]
fn what_an_organiser_must_decide_is_proposed_and_said() {
    let world = world();
    let before = own_work(&world);
    let run = world.by("zoe").run("tasks edit p4n8w --budget 3h").exits(0);
    run.says("L’organisation décidera.");
    world.by("zoe").run("tasks edit p4n8w --budget 4h --lang en").exits(0).says("An organiser will decide.");
    let added = world.by("zoe").run("tasks add --project mphack --title 'Trier les photos' --budget 1h --done-when 'Elles sont triées.' --resource 'Photos=https://example.org/p'");
    added.exits(0).says("L’organisation décidera.").says("mpa undo");
    world.by("zoe").run("join mphack").exits(0);
    world.by("lea").run("deliver mphack liste --evidence https://example.org/liste").exits(0);
    world.by("zoe").run("themes add --title 'Ciel & mer'").exits(0);
    world.by("zoe").run("projects add --title 'Une fête' --theme entraide").exits(0);
    assert_eq!(own_work(&world), before);
    let found = branches(&world);
    for branch in
        ["mpa/p4n8w-zoe", "mpa/join-mphack-zoe", "mpa/project-mphack-lea", "mpa/theme-ciel-mer-zoe", "mpa/project-une-fete-zoe"]
    {
        assert!(found.lines().any(|line| line == branch), "{branch}: {found}");
    }
    assert_eq!(found.lines().count(), 6, "{found}");
    // A task that is only proposed so far is one's own to go on with.
    world.by("zoe").run("tasks edit trier les photos --budget 2h").exits(0);
    assert_eq!(branches(&world), found);
    world.by("zoe").run("release k7q2m").exits(1);
    assert_eq!(branches(&world), found, "what is refused leaves no branch");
}

#[test]
fn undo_drops_what_nobody_has_and_reverts_what_was_sent() {
    let world = world();
    let before = own_work(&world);
    world.by("zoe").run("claim k7q2m").exits(0);
    let claimed = world.git("rev-parse mpa/k7q2m-zoe");
    world.by("zoe").run("log 1h").exits(0);
    world.by("zoe").run("undo --dry-run").exits(0);
    world.by("zoe").run("undo").exits(0);
    assert_eq!(world.git("rev-parse mpa/k7q2m-zoe"), claimed);
    world.by("max").run("undo").exits(1);
    world.by("zoe").run("undo").exits(0);
    assert_eq!(branches(&world), "");
    assert_eq!(own_work(&world), before);

    world.by("zoe").run("claim k7q2m").exits(0);
    world.git("push --quiet origin mpa/k7q2m-zoe");
    let sent = world.git("rev-parse mpa/k7q2m-zoe");
    world.by("zoe").run("undo").exits(0).says("ce retrait : mpa sync");
    assert_eq!(world.git("rev-parse mpa/k7q2m-zoe^"), sent);
    assert_eq!(world.git("diff main mpa/k7q2m-zoe"), "");
    world.by("zoe").run("undo").exits(1);
}

#[test]
fn a_branch_that_is_checked_out_is_left_alone() {
    let world = world();
    world.by("zoe").run("claim k7q2m").exits(0);
    world.git("switch --quiet mpa/k7q2m-zoe");
    let before = own_work(&world);
    world.by("zoe").run("log k7q2m 1h").exits(5).complains("git switch");
    world.by("zoe").run("undo").exits(5).complains("git switch");
    assert_eq!(own_work(&world), before);
    world.by("zoe").run("log k7q2m 1h --here").exits(0);
    assert_eq!(world.subject(), "log: Mettre la liste en ligne (k7q2m)");
    world.is_clean();
}

#[test]
fn any_state_of_the_checkout_will_do() {
    let world = world();
    world.git("switch --quiet --detach");
    world.by("zoe").run("claim k7q2m").exits(0);
    world.git("switch --quiet -c side");
    world.write("side.txt", "x\n");
    world.commit("Something else");
    world.by("zoe").run("claim p4n8w").exits(0);
    assert_eq!(world.git("rev-parse mpa/p4n8w-zoe^"), world.git("rev-parse main"));
    world.git("switch --quiet main");
    world.git("branch --quiet --unset-upstream main");
    world.git("remote remove origin");
    let run = world.by("zoe").run("claim x9c3v").exits(0);
    run.says("sur la branche mpa/x9c3v-zoe").never_says("git push");
}

#[test]
fn the_limit_counts_what_main_has() {
    let world = world();
    let campaign = format!("{}{MODE}", CAMPAIGN.replace("limit = 3", "limit = 1"));
    world.write("data/mpa.toml", campaign);
    let path = world.task_path("k7q2m");
    world.write(&path, format!("{}\n[claims.zoe]\nsince = 2026-11-23\nuntil = 2026-12-04\n", world.task("k7q2m")));
    world.commit("One task each");
    world.git("push --quiet origin main");
    world.by("zoe").run("claim p4n8w").exits(0).says("L’organisation décidera.");
}

#[cfg(unix)]
#[test]
fn hooks_decide_and_a_killed_commit_leaves_nothing_in_the_way() {
    let world = world();
    let before = own_work(&world);
    world.hook("pre-commit", "echo 'pas le vendredi' >&2; exit 1");
    world.by("zoe").run("claim k7q2m").exits(5).complains("pas le vendredi");
    assert_eq!((own_work(&world), branches(&world).as_str()), (before.clone(), ""));
    // The hook waits: the program is killed in the middle of its commit.
    let begun = world.home().join("begun");
    world.hook("pre-commit", &format!("touch '{}'; sleep 3; exit 1", begun.display()));
    let mut child = world.by("zoe").start("claim k7q2m");
    while !begun.exists() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    fs::remove_file(world.path(".git/hooks/pre-commit")).unwrap();
    let left = |world: &World| {
        fs::read_dir(world.path(".git"))
            .unwrap()
            .filter(|it| it.as_ref().unwrap().file_name().to_string_lossy().starts_with("mpa-commit-"))
            .count()
    };
    assert_eq!(left(&world), 1);
    world.by("zoe").run("claim k7q2m").exits(0);
    assert_eq!(left(&world), 0);
    assert_eq!(own_work(&world), before);
    assert_eq!(world.git("rev-list --count main..mpa/k7q2m-zoe"), "1");
}

#[test]
fn nobody_leaves_their_name_when_they_are_forgotten() {
    let world = world();
    world.by("zoe").run("join mphack").exits(0);
    world.git("merge --quiet --no-edit mpa/join-mphack-zoe");
    world.git("push --quiet origin main");
    world.git("branch --quiet -D mpa/join-mphack-zoe");
    world.by("zoe").run("forget zoe --yes").exits(0).says("git branch -D mpa/forget-");
    assert!(!branches(&world).contains("zoe"), "{}", branches(&world));
    assert!(!world.git("log -1 --format=%B mpa/forget*").contains("Mpa-By: zoe"));
}

#[test]
fn where_only_git_can_read_requests_are_refused_by_name() {
    let world = World::empty();
    if world.try_git("init --quiet --initial-branch=main --object-format=sha256").code != 0 {
        skipped("this git has no SHA-256");
        return;
    }
    world.write("data/mpa.toml", format!("{CAMPAIGN}{MODE}"));
    world.write("data/projects/mphack.toml", "title = \"MPHack\"\n");
    world.write("data/tasks/mphack/p4n8w-logo.toml", crate::kit::task("Dessiner le logo"));
    world.commit("Start");
    let state = world.state();
    world.by("zoe").run("claim p4n8w").exits(5).complains("dépôt de ce format").complains("git switch -c mpa/proposal");
    world.by("zoe").run("tasks show dessiner le logo").exits(0).says("Dessiner le logo");
    assert_eq!(world.state(), state);
    world.git("switch --quiet -c mpa/proposal");
    world.by("zoe").run("claim p4n8w --here").exits(0);
    world.is_clean();
}

#[test]
fn who_was_overtaken_hears_by_whom() {
    let world = world();
    world.by("zoe").run("claim k7q2m").exits(0).never_says("Entre-temps");
    world.by("max").run("claim k7q2m --yes").exits(0);
    world.git("merge --quiet --no-edit mpa/k7q2m-max");
    world.git("push --quiet origin main");
    let run = world.by("zoe").run("log k7q2m 1h").exits(0);
    run.says("Entre-temps, « Mettre la liste en ligne » a été donnée à max, jusqu’au");
    world.by("max").run("close k7q2m --evidence https://example.org/l").exits(0).never_says("Entre-temps");
    world.git("merge --quiet --no-edit mpa/k7q2m-max");
    world.git("push --quiet origin main");
    world.by("zoe").run("log k7q2m 1h --lang en").exits(0).says("Meanwhile max finished");
}
