//! Finished tasks that are to be done again: who may say so, what is kept, who is told.

use crate::kit::{World, task};

/// A world where zoe finished `p4n8w`, the time of her claim running until 4 December.
fn finished() -> World {
    let world = World::new();
    world.by("zoe").run("close p4n8w --evidence https://example.org/logo --time 1h").exits(0);
    world
}

#[test]
fn what_was_finished_is_kept_below_the_reason() {
    let world = finished();
    let task = world.task("p4n8w");
    let (start, done) = task.split_once("\n[done]\n").unwrap();
    let before = world.commits();
    let run = world.by("orga").run("send-back p4n8w --reason 'Le lien est vide.'").exits(0);
    run.says("« Dessiner le logo » est à reprendre")
        .says("À prévenir : zoe")
        .says("Merci pour ton travail")
        .says("Le lien est vide.");
    world.has_one_commit_more_than(before);
    assert_eq!(world.subject(), "send-back: Dessiner le logo (p4n8w)");
    let back = "\n[sent-back]\nby = \"orga\"\nat = 2026-11-24\nreason = \"Le lien est vide.\"\n\n[sent-back.done]\n";
    assert_eq!(world.task("p4n8w"), format!("{start}{back}{done}"));
    world.anybody().run("check").exits(0);
}

#[test]
fn it_is_a_decision_of_leads_and_organisers() {
    let world = finished();
    let state = world.state();
    for who in ["zoe", "max"] {
        let run = world.by(who).run("send-back p4n8w --reason Non.").exits(1);
        run.complains("la donner à reprendre").complains("Qui peut décider : lea et orga");
    }
    world.by("lea").run("send-back p4n8w").exits(2).complains("--reason");
    world.by("lea").run("send-back p4n8w --reason ' '").exits(2).complains("--reason");
    world.by("lea").run("send-back p4n8w --reason Non. --dry-run").exits(0).says("+[sent-back]");
    world.by("lea").run("send-back x9c3v --reason Non.").exits(1).complains("n’est pas terminée");
    assert_eq!(world.state(), state);
    world.by("lea").run("renvoyer dessiner le logo --reason 'Il manque la date.'").exits(0);
    let state = world.state();
    world.by("lea").run("send-back p4n8w --reason Encore.").exits(1).complains("n’est pas terminée");
    assert_eq!(world.state(), state);
    world.by("orga").run("tasks cancel x9c3v --reason Inutile. --yes").exits(0);
    world.by("orga").run("send-back x9c3v --reason Non.").exits(1).complains("est annulée depuis le");
}

#[test]
fn the_task_is_held_again_while_its_claim_runs_and_free_afterwards() {
    let world = finished();
    let run = world.by("orga").run("send-back p4n8w --reason 'Le lien est vide.'").exits(0);
    run.says("de nouveau à son nom jusqu’au 4 décembre").never_says("mpa claim");
    world.by("zoe").run("tasks show p4n8w").exits(0).says("prise par zoe").says("À reprendre").says("Le lien est vide.");
    world.by("max").run("claim p4n8w").exits(4);
    world.by("zoe").run("close --evidence https://example.org/logo2").exits(0);
    let late = world.by("orga").on("2026-12-10").run("send-back p4n8w --reason 'Encore vide.' --lang en").exits(0);
    late.says("is to be done again")
        .says("The task is open again")
        .says("mpa claim p4n8w")
        .says("One point is left to do: Encore vide.");
    world.by("max").on("2026-12-10").run("tasks list").exits(0).says("Dessiner le logo");
    world.by("max").on("2026-12-10").run("tasks list --status a-reprendre").exits(0).says("à reprendre");
    world.by("max").on("2026-12-10").run("tasks list --status sent-back --lang en").exits(0).says("sent back");
    let shown = world.by("max").on("2026-12-10").run("tasks show p4n8w --lang en").exits(0);
    shown.says("Sent back by orga").says("Encore vide.").never_says("Le lien est vide.");
    world.by("max").on("2026-12-10").run("claim p4n8w").exits(0).says("À reprendre, selon orga").says("Encore vide.");
    world.anybody().on("2026-12-10").run("check").exits(0);
}

#[test]
fn somebody_else_who_holds_it_is_named_too() {
    let records = "\n[claims.max]\nsince = 2026-11-23\nuntil = 2026-12-04\n\n[done]\nby = \"zoe\"\nat = 2026-11-24\n\
                   evidence = \"https://example.org/logo\"\n";
    let world = World::with(&[("data/tasks/mphack/p4n8w-logo.toml", &(task("Dessiner le logo") + records))]);
    let run = world.by("orga").run("send-back p4n8w --reason Vide.").exits(0);
    run.says("À prévenir : zoe").says("max, qui l’a prise jusqu’au 4 décembre");
}

#[test]
fn without_a_name_it_is_chosen_among_the_finished_ones() {
    let world = World::new();
    world.by("orga").run("send-back --reason Non.").exits(2).complains("Aucune tâche n’est terminée");
    world.by("zoe").run("close p4n8w --evidence https://example.org/logo").exits(0);
    let run = world.by("orga").run("send-back --reason Non.").exits(2);
    run.complains("p4n8w Dessiner le logo (terminée)");
    assert!(!world.by("orga").run("send-back --reason Non.").err.contains("x9c3v"));
    world.by("zoe").run("close k7q2m --evidence https://example.org/liste").exits(0);
    world.by("orga").run("send-back liste --reason Non.").exits(0).says("Mettre la liste en ligne");
}

#[test]
fn it_can_be_taken_back() {
    let world = finished();
    let files = world.git("rev-parse HEAD^{tree}");
    world.by("orga").run("send-back p4n8w --reason Non.").exits(0).says("mpa undo");
    world.by("orga").run("undo").exits(0).says("C’est défait : donner à reprendre « Dessiner le logo »");
    assert_eq!(world.git("rev-parse HEAD^{tree}"), files);
}

/// Nobody writes a reason for nothing.
#[cfg(unix)]
#[test]
fn what_is_refused_anyway_is_refused_before_the_reason_is_asked() {
    let world = World::new();
    for (words, said) in [
        ("send-back p4n8w", "n’est pas terminée"),
        ("tasks reopen p4n8w", "n’est ni terminée ni annulée"),
        ("tasks cancel k7q2m", "est déjà terminée"),
    ] {
        if words.contains("k7q2m") {
            world.by("zoe").run("close k7q2m --evidence https://example.org/liste").exits(0);
        }
        world.by("orga").on_terminal(words).ends(1).says(said).never_says("Pourquoi");
    }
}
