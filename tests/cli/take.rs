//! A volunteer and a task: claim, renew, release, log, close.

use crate::kit::World;

#[test]
fn a_claim_is_one_commit_and_says_the_way_back() {
    let world = World::new();
    let before = world.commits();
    world
        .by("zoe")
        .run("claim k7q2m")
        .exits(0)
        .says("Merci, zoe ! « Mettre la liste en ligne » est à toi jusqu’au")
        .says("MPHack : 0/6")
        .says("J-10")
        .says("mpa undo")
        .complains_of_nothing();
    world.has_one_commit_more_than(before);
    assert_eq!(world.subject(), "claim: Mettre la liste en ligne (k7q2m)");
    let message = world.message();
    for trailer in ["Mpa-Operation: claim", "Mpa-Task: k7q2m", "Mpa-By: zoe"] {
        assert!(message.lines().any(|line| line == trailer), "{message}");
    }
    let (removed, added) = world.last_diff();
    assert!(removed.is_empty(), "{removed:?}");
    assert_eq!(added, ["", "[claims.zoe]", "since = 2026-11-24", "until = 2026-12-02"]);
    assert!(world.task("k7q2m").ends_with("[claims.zoe]\nsince = 2026-11-24\nuntil = 2026-12-02\n"));
}

#[test]
fn claiming_again_changes_nothing() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let state = world.state();
    world.by("zoe").run("claim p4n8w").exits(0).says("Rien à changer").says("déjà prise par zoe");
    let later = world.by("zoe").on("2026-11-25").run("claim p4n8w --until 2026-12-01").exits(0).says("déjà prise par zoe");
    later.says("mpa renew p4n8w --until 2026-12-01");
    world.by("zoe").run("renew p4n8w --until 2026-12-01").exits(0).says("Rien à prolonger");
    assert_eq!(world.state(), state);
}

#[test]
fn somebody_else_was_first() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let state = world.state();
    world
        .by("max")
        .run("claim p4n8w")
        .exits(4)
        .complains("est prise par zoe jusqu’au")
        .complains("mpa tasks list")
        .says_nothing();
    world.by("orga").run("claim p4n8w").exits(4).complains("est prise par zoe");
    assert_eq!(world.state(), state);
}

#[test]
fn an_expired_claim_is_taken_over_and_stays_on_record() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w --until 2026-11-26").exits(0);
    world.by("zoe").on("2026-11-26").run("log p4n8w 30m").exits(0);
    world.by("max").on("2026-11-26").run("claim p4n8w").exits(4);
    world.by("max").on("2026-11-27").run("claim p4n8w").exits(0).says("est à toi");
    let task = world.task("p4n8w");
    assert!(task.contains("[claims.zoe]") && task.contains("spent.2026-11-26 = \"30m\""), "{task}");
    assert!(task.find("[claims.zoe]") < task.find("[claims.max]"), "{task}");
    world.by("zoe").on("2026-11-27").run("renew p4n8w").exits(4).complains("est prise par max");
    world.is_clean();
}

#[test]
fn the_last_holder_may_still_log_renew_and_close_while_nobody_took_over() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w --until 2026-11-26").exits(0);
    world.by("zoe").on("2026-11-28").run("log p4n8w 1h").exits(0);
    let past = world.by("zoe").on("2026-11-28").run("renew --until 2026-11-27").exits(1);
    past.complains("le 27 novembre, est déjà passée");
    world.by("zoe").on("2026-11-28").run("renew").exits(0).says("est prise jusqu’au");
    world.by("zoe").on("2026-11-28").run("close --evidence https://example.org/logo").exits(0);
    world.is_clean();
}

#[test]
fn a_renewal_moves_the_record_to_the_end_and_counts() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w --until 2026-11-26").exits(0);
    world.by("zoe").run("renew p4n8w --until 2026-11-30").exits(0).says("est prise jusqu’au");
    assert!(
        world.task("p4n8w").ends_with("[claims.zoe]\nsince = 2026-11-24\nrenewed = 1\nuntil = 2026-11-30\n"),
        "{}",
        world.task("p4n8w")
    );
    let state = world.state();
    world.by("zoe").run("renew p4n8w --until 2026-11-30").exits(0).says("Rien à prolonger");
    assert_eq!(world.state(), state);
}

#[test]
fn a_release_leaves_a_word_for_the_next_person() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let before = world.commits();
    world.by("zoe").run("release --handover 'Esquisse faite, reste la couleur.'").exits(0).says("est libérée");
    world.has_one_commit_more_than(before);
    assert!(world.subject().starts_with("release: "));
    world.by("max").run("claim p4n8w").exits(0).says("Le mot laissé par zoe : Esquisse faite, reste la couleur.");
    world.by("zoe").run("release p4n8w").exits(4).complains("est prise par max");
}

#[test]
fn what_one_does_not_hold_cannot_be_given_back() {
    let world = World::new();
    let state = world.state();
    world.by("zoe").run("release p4n8w").exits(1).complains("n’est pas prise par zoe");
    world.by("zoe").run("renew p4n8w").exits(1).complains("n’est pas prise par zoe");
    world.by("zoe").run("log p4n8w 1h").exits(1).complains("n’est pas prise par zoe");
    world.by("zoe").run("release").exits(2).complains("Aucune tâche n’est prise par zoe");
    assert_eq!(world.state(), state);
}

#[test]
fn time_adds_up_by_day() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log 45m").exits(0).says("45 min");
    world.by("zoe").run("log p4n8w 1 h 30").exits(0).says("2 h 15");
    world.by("zoe").run("log p4n8w 1h --day 23/11/2026").exits(0).says("3 h 15 en tout");
    world.by("zoe").run("log p4n8w 2h --total").exits(0).says("2 h").says("3 h en tout");
    let task = world.task("p4n8w");
    assert!(task.contains("spent.2026-11-24 = \"2h\"\n") && task.contains("spent.2026-11-23 = \"1h\"\n"), "{task}");
    assert!(task.ends_with("until = 2026-12-04\n"), "{task}");
    world.is_clean();
}

#[test]
fn lowering_a_past_day_needs_an_organiser() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 2h").exits(0);
    world.by("zoe").run("log p4n8w 1h --total").exits(0);
    let state = world.state();
    let lower = "log p4n8w 30m --total --day 2026-11-24";
    world
        .by("zoe")
        .on("2026-11-25")
        .run(lower)
        .exits(1)
        .complains("Baisser un temps")
        .complains("Qui peut décider : lea et orga");
    world.by("zoe").on("2026-11-25").run("log p4n8w 0m --total --day 2026-11-24").exits(1);
    world.by("zoe").on("2026-11-25").run("log p4n8w 0m --day 2026-11-24").exits(2);
    assert_eq!(world.state(), state);
    world.by("orga").on("2026-11-25").run(&format!("{lower} --for zoe")).exits(0);
    assert!(world.task("p4n8w").contains("spent.2026-11-24 = \"30m\""));
}

#[test]
fn a_note_of_today_can_be_taken_back_whole() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 2h").exits(0);
    world.by("zoe").run("log 0m --total").exits(0);
    assert!(!world.task("p4n8w").contains("spent"));
}

#[test]
fn time_of_the_day_after_tomorrow_is_refused() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 1h --day 2026-11-26").exits(1).complains("encore à venir");
    world.by("orga").run("log p4n8w 1h --day 2026-11-26 --for zoe").exits(1);
    world.by("zoe").run("log p4n8w 1h --day 2026-11-25").exits(0);
    world.is_clean();
}

#[test]
fn closing_shows_the_result() {
    let world = World::new();
    world.by("zoe").run("claim k7q2m").exits(0);
    let before = world.commits();
    world
        .by("zoe")
        .run("close --evidence https://example.org/liste --time 1h30 --note 'Relue deux fois.'")
        .exits(0)
        .says("terminée");
    world.has_one_commit_more_than(before);
    let task = world.task("k7q2m");
    let end = "[done]\nby = \"zoe\"\nat = 2026-11-24\nevidence = \"https://example.org/liste\"\nnote = \"Relue deux fois.\"\n";
    assert!(task.ends_with(end) && task.contains("spent.2026-11-24 = \"1h30\""), "{task}");
    for who in ["zoe", "max"] {
        world.by(who).run("claim k7q2m").exits(1).complains("déjà terminée, par zoe");
    }
    world.by("max").run("claim t3h5w").exits(0);
}

#[test]
fn closing_a_free_task_claims_and_closes_in_one_commit() {
    let world = World::new();
    let before = world.commits();
    world.by("zoe").run("close p4n8w --evidence https://example.org/logo --time 2h").exits(0).says("terminée");
    world.has_one_commit_more_than(before);
    let task = world.task("p4n8w");
    assert!(task.contains("[claims.zoe]") && task.contains("spent.2026-11-24 = \"2h\"") && task.contains("[done]"), "{task}");
}

#[test]
fn closing_without_a_result_or_on_somebody_elses_task_changes_nothing() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let state = world.state();
    world.by("zoe").run("close p4n8w").exits(2).complains("--evidence");
    world.by("zoe").run("close p4n8w --evidence fait").exits(2).complains("ne montre pas le résultat");
    world.by("max").run("close p4n8w --evidence https://example.org/x").exits(4).complains("est prise par zoe");
    world.by("max").run("close d0aft --evidence https://example.org/x").exits(1).complains("brouillon");
    assert_eq!(world.state(), state);
}

#[test]
fn words_of_the_title_forgiven_letters_and_aliases_find_the_task() {
    let world = World::new();
    world.by("zoe").run("prendre dessiner logo").exits(0).says("Dessiner le logo");
    world.by("zoe").run("noter #P4N8W 1h").exits(0);
    world.by("zoe").run("libérer p4n").exits(0);
    world.by("zoe").run("claim k7q").exits(2).complains("k7q2m").complains("k7q9d").complains("peut désigner 2 tâches");
    world.by("zoe").run("rendre p4n8w").exits(2).complains("libérer la tâche").complains("terminer");
    world.is_clean();
}

#[test]
fn what_says_too_little_acts_on_nothing() {
    let path = |id: &str| format!("data/tasks/mphack/{id}.toml");
    let tasks = [("z1cnt", "Réunir 150 questions"), ("y8bwx", "Bâtir le stand"), ("dest5", "Choisir une salle")];
    let files = tasks.map(|(id, title)| (path(id), crate::kit::task(title)));
    let world = World::with(&files.each_ref().map(|(path, text)| (path.as_str(), text.as_str())));
    let state = world.state();
    for (typed, id) in
        [("1", "z1cnt"), ("15", "z1cnt"), ("150", "z1cnt"), ("bâ", "y8bwx"), ("bâti", "y8bwx"), ("le stan", "y8bwx")]
    {
        for command in ["claim", "tasks cancel --reason x", "tasks edit --budget 1h", "log 30m", "renew"] {
            let run = world.by("orga").run(&format!("{command} {typed}")).exits(2).says_nothing();
            run.complains(&format!("« {typed} » en dit trop peu")).complains(id);
        }
        let shown = world.by("orga").run(&format!("tasks show {typed}")).exits(0);
        shown.says(id).complains_of_nothing();
    }
    // The beginning of an id that may as well be a word of a title.
    world.write(&path("w1thn"), crate::kit::task("Décider du menu à destination des enfants"));
    world.by("zoe").run("claim dest").exits(2).complains("dest5").complains("w1thn").complains("peut désigner 2 tâches");
    world.by("zoe").run("claim #dest --dry-run").exits(0).says("(dest5)");
    std::fs::remove_file(world.path(&path("w1thn"))).unwrap();
    assert_eq!(world.state(), state);
    world.by("zoe").run("claim le stand --quiet").exits(0).complains_of_nothing();
    world.by("zoe").run("release bâtir stand").exits(0).complains("Il s’agit de « Bâtir le stand » (y8bwx).");
}
