//! Killed in the middle: the repository is sound, and the same command completes what was begun.
#![cfg(unix)]

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::kit::{World, kills};

/// At how many moments in the long run.
const KILLS: u32 = 20;

#[test]
fn a_killed_command_is_completed_by_the_same_command() {
    let world = World::new();
    let began = Instant::now();
    world.by("zoe").run("claim p4n8w").exits(0);
    let whole = began.elapsed();
    let (mut killed, kills) = (0, kills(KILLS));
    let mut person = "zoe".to_owned();
    for number in 0..kills {
        world.by(&person).run("release p4n8w").exits(0);
        let before = world.commits();
        person = format!("p{number}");
        let mut child = world.by(&person).start("claim p4n8w");
        sleep(whole.mul_f64(f64::from(number) / f64::from(kills)));
        child.kill().unwrap();
        killed += u32::from(!child.wait().unwrap().success());
        settle(&world);
        assert!(world.git("grep -c --fixed-strings until HEAD -- data/tasks/mphack/p4n8w-logo.toml").ends_with(char::is_numeric));

        world.by(&person).run("claim p4n8w").exits(0);
        world.has_one_commit_more_than(before);
        let task = world.task("p4n8w");
        assert_eq!(task.matches("[claims.").count() - task.matches("released = ").count(), 1, "{task}");
        world.by("autre").run("claim p4n8w").exits(4);
    }
    assert!(killed >= kills / 4, "only {killed} of {kills} came in time");
    assert_eq!(world.try_git("fsck --no-dangling").code, 0);
    world.anybody().run("check").exits(0);
}

/// Waits for the `git` that a killed `mpa` started and left behind, and takes away the lock of one that died with it.
fn settle(world: &World) {
    let lock = world.path(".git/index.lock");
    for _ in 0..100 {
        sleep(Duration::from_millis(10));
        if !lock.exists() {
            // The commit of an orphaned git may still be on its way.
            sleep(Duration::from_millis(30));
            if !lock.exists() {
                return;
            }
        }
    }
    fs::remove_file(lock).unwrap();
}

/// Kills git and `mpa` when the branch has moved and the index is not written.
const KILL: &str = "[ $1 = committed ] && grep -q refs/heads/main && kill -9 $(ps -o ppid= -p $PPID) $PPID; exit 0";

/// A claim that was cut off there.
fn cut_off() -> World {
    let world = World::new();
    world.hook("reference-transaction", KILL);
    assert_eq!(world.by("zoe").start("claim p4n8w").wait().unwrap().code(), None);
    fs::remove_file(world.path(".git/hooks/reference-transaction")).unwrap();
    assert_eq!(world.subject(), "claim: Dessiner le logo (p4n8w)");
    world
}

#[test]
fn the_next_command_of_any_kind_puts_the_index_right() {
    for words in ["tasks list", "claim p4n8w", "progress", "sync", "claim x9c3v", "check"] {
        let world = cut_off();
        world.remote();
        let lock = world.path(".git/index.lock");
        world.by("zoe").run("tasks list").exits(0).complains("le verrou").complains("index.lock").complains("supprime-le (rm ");
        world.by("zoe").run("tasks list --lang en").exits(0).complains("run mpa, which will put git’s index right");
        fs::remove_file(lock).unwrap();
        assert_eq!(world.status(), format!("MM {}", world.task_path("p4n8w")));
        let doctor = || world.by("zoe").run("doctor --offline");
        doctor().says("La prochaine commande le remet en ordre : mpa");
        let run = world.by("zoe").run(words).exits(0).complains("l’index de git vient d’être remis en ordre");
        run.complains(&world.task_path("p4n8w"));
        world.is_clean();
        assert!(!doctor().out.contains("index"));
        world.by("zoe").run("tasks list").exits(0).complains_of_nothing();
        world.git("commit --quiet --allow-empty --message Suite");
        assert!(world.git(&format!("show HEAD:{}", world.task_path("p4n8w"))).contains("[claims.zoe]"));
    }
}

#[test]
fn what_was_changed_since_is_named_with_what_puts_it_right() {
    let world = cut_off();
    fs::remove_file(world.path(".git/index.lock")).unwrap();
    let path = world.task_path("p4n8w");
    world.write(&path, format!("{}# à moi\n", world.task("p4n8w")));
    let command = format!("git restore --staged -- {path}");
    let state = world.state();
    world.by("zoe").run("tasks list").exits(0).complains("le fichier a changé depuis").complains(&command);
    world.by("zoe").run("tasks list --lang en").exits(0).complains("the file was changed since").complains(&command);
    world.by("zoe").run("doctor --offline").exits(1).says("le fichier a changé depuis").says(&command);
    assert_eq!(world.state(), state);
    world.git(command.strip_prefix("git ").unwrap());
    world.by("zoe").run("tasks list").exits(0).complains_of_nothing();
    assert_eq!(world.status(), format!(" M {path}"));
    assert!(world.task("p4n8w").contains("[claims.zoe]"));
}

/// Kills git and `mpa` before anything is committed.
const KILL_BEFORE: &str = "kill -9 $(ps -o ppid= -p $PPID) $PPID";

/// A world beside which lies a list of tasks.
fn with_list(titles: &[&str]) -> World {
    let world = World::new();
    let rows: String = titles.iter().map(|title| format!("{title},1h,MPHack\n")).collect();
    fs::write(world.top().join("l.csv"), format!("Tâche,Temps,Projet\n{rows}")).unwrap();
    world
}

/// Such a world in which an import was killed before git began, and the lock of git's was taken away; one of its files.
fn begun(titles: &[&str]) -> (World, String) {
    let world = with_list(titles);
    let tasks = world.all_tasks();
    world.hook("pre-commit", KILL_BEFORE);
    assert_eq!(world.by("orga").start("import ../l.csv --yes").wait().unwrap().code(), None);
    fs::remove_file(world.path(".git/hooks/pre-commit")).unwrap();
    fs::remove_file(world.path(".git/index.lock")).unwrap();
    let path = world.all_tasks().into_iter().find(|path| !tasks.contains(path)).unwrap();
    (world, path)
}

#[test]
fn new_files_that_were_never_committed_are_taken_away_and_come_again() {
    let world = with_list(&["Compter les chaises", "Ranger la salle"]);
    let (before, tasks) = (world.commits(), world.all_tasks());
    world.hook("pre-commit", KILL_BEFORE);
    assert_eq!(world.by("orga").start("import ../l.csv --yes").wait().unwrap().code(), None);
    fs::remove_file(world.path(".git/hooks/pre-commit")).unwrap();
    assert_eq!((world.commits(), world.all_tasks().len()), (before, tasks.len() + 2));
    // The lock of git's may be that of a git that still runs: nothing is touched before it is gone.
    world.by("orga").run("tasks list").exits(0).complains("le verrou");
    assert_eq!(world.all_tasks().len(), tasks.len() + 2);
    fs::remove_file(world.path(".git/index.lock")).unwrap();
    world.by("orga").run("doctor --offline").says("a laissé 2 fichiers commencés").never_says("Relance exactement la même");
    world.by("orga").run("tasks list").exits(0).complains("2 fichiers qu’elle avait commencés sont mis de côté");
    assert_eq!(world.all_tasks(), tasks);
    let kept: Vec<_> = fs::read_dir(world.path(".git/mpa-begun")).unwrap().map(|it| it.unwrap().path()).collect();
    assert!(kept.len() == 2 && kept.iter().all(|file| fs::read_to_string(file).unwrap().starts_with("title = ")), "{kept:?}");
    world.is_clean();
    world.by("orga").run("import ../l.csv --yes").exits(0).says("2 tâches sont ajoutées");
    world.has_one_commit_more_than(before);
    assert_eq!(world.all_tasks().len(), tasks.len() + 2);
    world.by("orga").run("tasks list").exits(0).complains_of_nothing();
}

#[test]
fn where_git_alone_was_killed_nothing_stays_announced() {
    let world = with_list(&["Compter les chaises", "Ranger la salle"]);
    let (before, tasks) = (world.commits(), world.all_tasks());
    world.hook("pre-commit", "kill -9 $PPID");
    world.by("orga").run("import ../l.csv --yes").exits(5);
    fs::remove_file(world.path(".git/hooks/pre-commit")).unwrap();
    assert_eq!(world.commits(), before);
    fs::remove_file(world.path(".git/index.lock")).unwrap();
    world.by("orga").run("tasks list").exits(0).complains("l’index de git vient d’être remis en ordre");
    world.is_clean();
    assert_eq!(world.all_tasks(), tasks);
    world.by("orga").run("tasks list").exits(0).complains_of_nothing();
}

#[test]
fn a_begun_file_that_somebody_changed_or_staged_is_theirs() {
    for is_staged in [true, false] {
        let (world, path) = begun(&["Compter les chaises"]);
        if is_staged {
            world.git(&format!("add {path}"));
        } else {
            world.write(&path, format!("{}# à moi\n", world.read(&path)));
        }
        let state = world.state();
        world.by("orga").run("tasks list").exits(0);
        assert_eq!(world.state(), state);
    }
}

#[test]
fn one_file_that_somebody_took_up_keeps_those_that_came_with_it() {
    let (world, path) = begun(&["Compter les chaises", "Ranger la salle"]);
    world.write(&path, format!("{}# à moi\n", world.read(&path)));
    let state = world.state();
    world.by("orga").run("tasks list").exits(0);
    assert_eq!(world.state(), state);
}

#[test]
fn a_campaign_that_was_being_begun_stays_for_the_same_command() {
    let world = World::empty();
    world.git("init --quiet");
    world.hook("pre-commit", KILL_BEFORE);
    let words = "init --name 'La fête' --contact a@example.org";
    world.by("orga").start(words).wait().unwrap();
    fs::remove_file(world.path(".git/hooks/pre-commit")).unwrap();
    let _ = fs::remove_file(world.path(".git/index.lock"));
    assert!(world.path("data/mpa.toml").exists());
    world.by("orga").run("tasks list");
    assert!(world.path("data/mpa.toml").exists());
}

#[test]
fn what_somebody_typed_is_kept_when_they_go_back_behind_it() {
    let world = World::new();
    world.hook("reference-transaction", KILL);
    let words = "tasks add --project mphack --title 'Compter les chaises de la salle' --budget 1h --done-when 'Le nombre est noté.' \
                 --resource https://example.org --description 'Un long texte' --yes";
    assert_eq!(world.by("lea").start(words).wait().unwrap().code(), None);
    fs::remove_file(world.path(".git/hooks/reference-transaction")).unwrap();
    let _ = fs::remove_file(world.path(".git/index.lock"));
    world.git("reset --quiet HEAD~1");
    world.by("lea").run("tasks list").exits(0);
    let holds = |file: &std::path::Path| fs::read_to_string(file).is_ok_and(|text| text.contains("Un long texte"));
    let aside = fs::read_dir(world.path(".git/mpa-begun")).into_iter().flatten().flatten().map(|it| it.path());
    let here = world.all_tasks().into_iter().map(|path| world.path(&path));
    assert_eq!(here.chain(aside).filter(|file| holds(file)).count(), 1);
}
