//! What suits a person best comes first, and says why.

use crate::kit::World;

#[test]
fn what_somebody_knows_or_joined_comes_first() {
    let world = World::new();
    let order = || {
        let said = world.by("zoe").run("tasks list --sort fit --format csv").exits(0);
        said.out.lines().skip(1).map(|line| line.split(',').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let path = world.task_path("k7q9d");
    world.write(&path, world.read(&path).replacen("created =", "skills = [\"graphisme\"]\ncreated =", 1));
    world.commit("Une compétence");
    assert_eq!(order()[..2], ["k7q2m", "b6j2r"]);
    world.git("config mpa.skills autre,Graphisme");
    assert_eq!(order()[..2], ["k7q2m", "k7q9d"]);
    world.by("zoe").run("tasks list --sort fit").exits(0).says("POURQUOI").says("compétence graphisme");
}

#[test]
fn a_claim_is_chosen_among_what_fits_the_time() {
    let world = World::new();
    let path = world.task_path("k7q9d");
    world.write(&path, world.read(&path).replacen("\"2h\"", "\"40m\"", 1));
    world.commit("Plus court");
    let fitting = world.by("zoe").run("claim --time 1h").exits(2).complains("k7q9d");
    assert!(!fitting.err.contains("b6j2r"), "{fitting}");
    let none = world.by("zoe").run("claim --time 20m").exits(2).complains("ne tient en 20 min");
    assert!(!none.complains("mpa tasks list --time 20m").err.contains("k7q9d"));
    world.by("zoe").run("tasks list --time 20m").exits(0).says("k7q9d");
    world.by("zoe").run("claim p4n8w --time 1h").exits(2);
}

#[test]
fn what_was_sent_back_says_by_whom_and_why() {
    let world = World::new();
    world.by("zoe").run("close p4n8w --evidence https://example.org/x").exits(0);
    world.by("orga").run("send-back p4n8w --reason Incomplet").exits(0);
    world.by("zoe").run("").exits(0).says("orga te l’a renvoyée : « Incomplet »").says("mpa close p4n8w");
    world.by("max").run("").exits(0).never_says("Incomplet");
}

/// A town is where somebody goes: what can be done from anywhere is another list.
#[test]
fn a_town_lists_what_is_done_there_and_an_unknown_one_names_those_there_are() {
    let world = World::new();
    for (id, place) in [("k7q9d", "Paris 5e"), ("b6j2r", "Évry")] {
        let path = world.task_path(id);
        world.write(
            &path,
            world.read(&path).replacen("created =", &format!("where = \"on-site\"\nplace = \"{place}\"\ncreated ="), 1),
        );
    }
    world.commit("Des lieux");
    let found = |town: &str| {
        let run = world.by("zoe").run(&format!("tasks list --where '{town}' --format csv")).exits(0);
        run.out.lines().skip(1).map(|line| line.split(',').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    for town in ["Paris", "paris 5e", "par"] {
        assert_eq!(found(town), ["k7q9d"], "{town}");
    }
    assert_eq!(found("evry"), ["b6j2r"]);
    assert!(found("on-site").len() > 2 && !found("remote").contains(&"k7q9d".to_owned()));
    let none = world.by("zoe").run("tasks list --where Lyon").exits(0);
    none.says("Aucune tâche").complains("« Lyon »").complains("Paris 5e et Évry").complains("mpa tasks list --where remote");
    world.by("zoe").run("claim k7q9d").exits(0);
    let taken = world.by("zoe").run("tasks list --where Paris").exits(0).says("Aucune tâche");
    assert!(taken.err.is_empty(), "there are such tasks, though none to take\n{taken}");
}

#[test]
fn programs_read_why_a_task_suits_and_how_well() {
    let world = World::new();
    let path = world.task_path("k7q9d");
    world.write(&path, world.read(&path).replacen("created =", "skills = [\"graphisme\"]\ncreated =", 1));
    world.commit("Une compétence");
    world.git("config mpa.skills graphisme");
    let task = |words: &str| {
        let run = world.by("zoe").run(words).exits(0);
        let all: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        all["tasks"].as_array().unwrap().iter().find(|it| it["id"] == "k7q9d").unwrap().clone()
    };
    let told = task("tasks list --sort fit --format json");
    assert_eq!((&told["fit"], &told["reasons"]), (&5.into(), &serde_json::json!(["skill", "never-taken"])));
    assert!(task("tasks list --format json").get("fit").is_none(), "nobody asked");
    let csv = world.by("zoe").run("tasks list --sort fit --format csv").exits(0);
    assert!(csv.out.lines().next().unwrap().ends_with(",fits,fit,reasons,deliverable,evidence"), "{csv}");
    csv.says(",true,5,skill never-taken");
    world.by("zoe").run("tasks list --format csv").exits(0).says(",true,,");
}

/// The middle of a word is found where none begins so, and comes before a slip of the keyboard.
#[test]
fn the_middle_of_a_word_is_found_where_no_word_begins_so() {
    let world = World::new();
    world.by("zoe").run("tasks list --search aduire").exits(0).says("Traduire la page").never_says("Dessiner");
    world.by("zoe").run("tasks list --search page").exits(0).says("Traduire la page");
    world.by("zoe").run("claim aduire").exits(2).complains("Traduire la page");
    world.by("zoe").run("tasks list --search ad").exits(0).says("Aucune tâche");
}
