//! Wrong ways to use the program, each in both languages: how it ends, and the next command that it names.

use crate::kit::{Run, World, flat, split, task_with};

/// What is typed, the exit code, and what the answer names in every language, with bars between: the whole command to type
/// where it is one, else some words.
type Row = (&'static str, i32, &'static str);

/// In a clone where everything is sound; `x9c3v` is somebody else's.
const SOUND: &[Row] = &[
    // Words that are no commands.
    ("fini", 2, "mpa close"),
    ("finir k7q2m", 2, "mpa close k7q2m"),
    ("fait", 2, "mpa close"),
    ("done k7q2m --time 1h", 2, "mpa close k7q2m"),
    ("Finish", 2, "mpa close"),
    ("prends k7q2m", 2, "mpa claim k7q2m"),
    ("take k7q2m", 2, "mpa claim k7q2m"),
    ("abandonner", 2, "mpa release"),
    ("'give up' k7q2m", 2, "mpa release k7q2m"),
    ("give up k7q2m", 2, "mpa release k7q2m"),
    ("rendre", 2, "mpa release | mpa close"),
    ("demander", 2, "mpa tasks ID"),
    ("ask k7q2m", 2, "mpa tasks k7q2m"),
    ("contact", 2, "mpa tasks ID"),
    ("aide ma tâche", 2, "mpa tasks"),
    ("list", 2, "mpa tasks list"),
    ("liste", 2, "mpa tasks liste"),
    ("mes tâches", 2, "mpa tasks list --mine"),
    ("my tasks", 2, "mpa tasks list --mine"),
    ("oups", 2, "mpa undo"),
    ("push", 2, "mpa sync"),
    ("pull origin main", 2, "mpa sync"),
    ("status", 2, "mpa"),
    ("login", 2, "mpa doctor"),
    ("config", 2, "mpa doctor"),
    ("search annonce", 2, "mpa tasks list --search annonce"),
    ("plus de temps", 2, "mpa renew"),
    ("zorglub", 2, "mpa --help"),
    ("clain k7q2m", 2, ": claim."),
    ("avancment", 2, ": avancement."),
    ("tasks lits", 2, "k7q2m  Mettre la liste | t3h5w"),
    ("--zorglub", 2, "mpa --help"),
    ("claim k7q2m --untill demain", 2, ": --until. | mpa claim --help"),
    ("help zorglub", 2, "mpa --help"),
    // Tasks that are not meant so.
    ("claim zzzzz", 2, "mpa tasks list --all"),
    ("claim introuvable", 2, "mpa tasks list --all"),
    ("tasks #zzzzz", 2, "mpa tasks list --all"),
    ("claim x9c3v", 4, "treuil | mpa tasks list"),
    ("close x9c3v --evidence https://example.org/x", 4, "treuil | mpa tasks list"),
    ("renew x9c3v", 4, "treuil | mpa tasks list"),
    ("log 1h", 2, "mpa tasks list"),
    ("release", 2, "mpa tasks list"),
    ("claim k7", 2, "k7q2m  Mettre | k7q9d  Relire"),
    // Values that cannot be meant.
    ("tasks list --time 90", 2, "90m | 90h"),
    ("tasks list --time zorglub", 2, "45m"),
    ("claim k7q2m --until jamais", 2, "04/12/2026"),
    ("tasks list --project zorglub", 2, "mpa projects list"),
    ("tasks list --theme zorglub", 2, "mpa themes list"),
    ("join zorglub", 2, "mpa projects list"),
    // Names near one that there is.
    ("projects mphak", 2, ": mphack | mpa projects list"),
    ("progress mphak", 2, ": mphack | mpa projects list"),
    ("join mp-hack", 2, ": mphack | mpa projects list"),
    ("leave mphak", 2, ": mphack | mpa projects list"),
    ("deliver mphak bilan -e https://example.org/x", 2, ": mphack | mpa projects list"),
    ("deliver mphack bilam -e https://example.org/x", 2, ": bilan"),
    ("progress --campaign 2025", 2, "mpa campaign"),
    ("projects poll mphak --votes 1 --of 2", 2, ": mphack | mpa projects list"),
    ("tasks list --project mphak", 2, ": mphack | mpa projects list"),
    ("tasks list --theme entraid", 2, ": entraide | mpa themes list"),
    ("projects list --theme entraid", 2, ": entraide | mpa themes list"),
    ("themes show entraid", 2, ": entraide | mpa themes list"),
    ("projects add --title Annuaire --theme entraid", 2, ": entraide | mpa themes list"),
    ("tasks edit p4n8w --deliverable bilam", 2, ": bilan"),
    ("claim p4n8w --for treuill", 2, "treuil. | --for treuil"),
    ("projects edit mphack --lead treuill", 2, "treuil. | --lead treuil"),
    ("claim p4n8w --as treuill", 2, "treuil. | --as treuil"),
    // Nothing where a text is needed, and a task where a request is.
    ("tasks edit p4n8w --title ''", 2, "--title"),
    ("tasks add --project mphack --title '' --budget 1h", 2, "--title"),
    ("review k7q2m", 2, "Mettre la liste en ligne | mpa review | mpa tasks k7q2m"),
    ("review zorglub", 3, "zorglub | git branch --all"),
    ("projects MPHack!", 2, "mphack"),
    ("claim k7q2m --as 'Jeanne Martin'", 2, "jeanne-martin"),
    ("tasks list --status zorglub", 2, "--status | open, | sent-back"),
    ("forget 'Jeanne Martin'", 2, "jeanne-martin"),
    ("tasks list --sort zorglub", 2, "--sort | due, | fit"),
    ("tasks add --copies 99", 2, "--copies"),
    // An option behind one that lacks its value, whatever that value is; help is given all the same.
    ("claim k7q2m --time --yes", 2, "--time | mpa claim --help"),
    ("tasks add --title --draft", 2, "--title | mpa tasks add --help"),
    ("tasks list --time zorglub --help", 0, "--time | --sort"),
    ("tasks list --time zorglub --lang zz", 2, "zorglub"),
    ("tasks --lang zz", 2, "--lang | fr"),
];

fn said(run: &Run) -> String {
    flat(&format!("{}\n{}", run.out, run.err))
}

/// Whether the answer names `next`: a command stands at the end of its line, whole.
fn is_named(run: &Run, next: &str) -> bool {
    let is_command = next == "mpa" || next.starts_with("mpa ");
    let lines = run.err.lines().chain(run.out.lines());
    if is_command {
        lines.map(flat).any(|line| line.ends_with(&flat(&format!(": {next}"))))
    } else {
        said(run).contains(&flat(next))
    }
}

fn faults(world: &World, rows: &[Row]) -> Vec<String> {
    let mut faults = Vec::new();
    for (typed, code, next) in rows {
        for lang in ["fr", "en"] {
            let run = world.by("lampe").env("MPA_LANG", lang).args(split(typed)).sound();
            if run.code != *code || !next.split(" | ").all(|it| is_named(&run, it)) {
                faults.push(format!("expected [{code}] and “{next}”:\n{run}"));
            }
        }
    }
    faults
}

#[test]
fn each_is_answered_with_the_next_command() {
    let world = World::new();
    world.by("treuil").args(["claim", "x9c3v"]).exits(0);
    let before = world.state();
    let found = faults(&world, SOUND);
    assert!(found.is_empty(), "{} rows:\n{}", found.len(), found.join("\n"));
    assert_eq!(world.state(), before);
}

#[test]
fn what_looks_wrong_and_is_meant_well_is_done() {
    for typed in ["claim '#k7q2m'", "claim K7Q2M", "claim k7q2m --until 1/12", "prendre k7q2m", "claim --until vendredi k7q2m"] {
        let world = World::new();
        world.by("lampe").args(split(typed)).sound().exits(0);
    }
    let world = World::new();
    world.by("lampe").args(["claim", "k7q2m"]).exits(0);
    for typed in [
        "log 1,5h",
        "log 1h k7q2m",
        "log k7q2m 1 h 30",
        "log '#k7q2m' 2h30m",
        "log une heure",
        "noter deux heures",
        "noter 1h30 hier",
    ] {
        world.by("lampe").args(split(typed)).sound().exits(0);
    }
}

#[test]
fn around_a_clone_that_is_not_as_it_should_be() {
    let nowhere = World::empty();
    let mut found = faults(&nowhere, &[("tasks", 3, ": mpa init "), ("claim k7q2m", 3, ": mpa init "), ("mpa", 2, "mpa --help")]);
    let detached = World::new();
    detached.git("checkout --quiet --detach");
    found.extend(faults(&detached, &[("claim k7q2m", 5, "git switch"), ("sync", 5, "git")]));
    let offline = World::new();
    offline.remote();
    std::fs::remove_dir_all(offline.top().join("origin.git")).unwrap();
    found.extend(faults(&offline, &[("sync", 5, "git ls-remote origin | mpa sync")]));
    let alone = World::new();
    found.extend(faults(&alone, &[("sync", 5, "git remote add")]));
    for lang in ["fr", "en"] {
        let run = alone.anybody().env("MPA_LANG", lang).args(["claim", "k7q2m"]).sound();
        if run.code != 2 || !said(&run).contains("git config --global mpa.handle") {
            found.push(format!("{run}"));
        }
    }
    assert!(found.is_empty(), "{} rows:\n{}", found.len(), found.join("\n"));
}

#[test]
fn an_address_of_the_web_is_read_as_a_link_and_said_back() {
    let world = World::new();
    world.by("lampe").args(["claim", "k7q2m"]).exits(0);
    let mail = faults(&world, &[("close k7q2m --evidence zoe@example.org", 2, "https")]);
    assert!(mail.is_empty(), "{mail:?}");
    let run = world.by("lampe").args(["close", "k7q2m", "--evidence", "www.example.org/x"]).sound().exits(0);
    run.complains("https://www.example.org/x");
    assert!(world.task("k7q2m").contains("evidence = \"https://www.example.org/x\""), "{}", world.task("k7q2m"));
}

#[test]
fn a_skill_that_no_task_asks_for_is_answered_with_those_there_are() {
    let world = World::with(&[("data/tasks/mphack/v7r6x.toml", &task_with("Relire", "skills = [\"bricolage\"]"))]);
    let found = faults(
        &world,
        &[("tasks list --skill écrire", 0, "bricolage"), ("tasks list --skill ecrire --format csv", 0, "bricolage")],
    );
    assert!(found.is_empty(), "{found:?}");
    world.by("lampe").run("tasks list --skill bricolge").exits(0).complains("Peut-être bricolage ?");
    world.by("lampe").run("tasks list --skill bricolage").exits(0).complains_of_nothing();
}

#[test]
fn a_task_where_a_request_is_meant_leads_to_the_requests_about_it() {
    let world = World::new();
    world.git("branch mpa/k7q2m-treuil");
    let found =
        faults(&world, &[("review K7Q2M", 2, "Mettre la liste en ligne | mpa review mpa/k7q2m-treuil | mpa tasks k7q2m")]);
    assert!(found.is_empty(), "{found:?}");
}
