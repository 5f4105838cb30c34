//! Races: one wins, everybody else is told who, and keeps what they did.

use super::{is_settled, remote_commits, remote_task, two};

#[test]
fn the_second_is_told_who_was_first_and_what_to_take() {
    let (world, other) = two();
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0).says("est à toi");
    let (mine, sent) = (world.head(), remote_commits(&world));
    let run = world.anybody().run("sync").exits(4).complains("« Dessiner le logo » est prise par max jusqu’au 4 décembre");
    let run = run.complains("Elle n’est donc pas à toi.").complains("Libres en ce moment :");
    run.complains("« Mettre la liste en ligne » (2 h) : mpa claim k7q2m");
    let name = format!("refs/mpa/lost/2026-11-24-{}", &mine[..10]);
    assert_eq!(world.git(&format!("rev-parse {name}")), mine);
    assert_eq!(remote_commits(&world), sent);
    assert!(!world.task("p4n8w").contains("zoe"));
    is_settled(&world);
    world.anybody().run("sync").exits(0).says("Tout est à jour");
}

#[test]
fn time_and_word_of_the_second_become_a_record_of_theirs() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 1h30").exits(0);
    world.by("zoe").run("release p4n8w --handover 'Il reste la couleur'").exits(0);
    world.by("zoe").run("claim x9c3v").exits(0);
    other.by("max").run("claim p4n8w --sync").exits(0);
    let run = world.anybody().run("sync").exits(4);
    let run = run.complains("est prise par max").complains("Ton temps (1 h 30) n’est pas perdu : il y est noté à ton nom.");
    run.says("C’est envoyé : 1 action.").says("1 changement reçu des autres.");
    let task = remote_task(&world, "p4n8w");
    let zoe = task.split("[claims.zoe]").nth(1).unwrap();
    for text in ["spent.2026-11-24 = \"1h30\"", "released = 2026-11-24", "handover = \"Il reste la couleur\""] {
        assert!(zoe.contains(text), "{text}\n{task}");
    }
    assert!(remote_task(&world, "x9c3v").contains("[claims.zoe]"));
    let mut lines = world.git("log -2 --format=%s").lines().map(str::to_owned).collect::<Vec<_>>();
    lines.sort();
    assert_eq!(lines, ["claim: Traduire la page (x9c3v)", "release: Dessiner le logo (p4n8w)"]);
    is_settled(&world);
    world.anybody().run("sync").exits(0).says("Tout est à jour");
}

#[test]
fn a_result_shown_for_a_task_that_was_lost_is_kept_too() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("close p4n8w --evidence https://example.org/logo").exits(0);
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.anybody().run("sync").exits(4).complains("Ce que tu as écrit n’est pas perdu");
    let task = remote_task(&world, "p4n8w");
    assert!(task.contains("handover = \"https://example.org/logo\"") && !task.contains("[done]"), "{task}");
    is_settled(&world);
}

#[test]
fn cancelled_or_done_meanwhile() {
    for (act, why) in [
        ("tasks cancel p4n8w --reason 'Plus besoin' --yes", "est annulée depuis le 24 novembre : Plus besoin"),
        ("close p4n8w --evidence 'Voilà un logo pour tout le monde'", "est déjà terminée, par orga"),
    ] {
        let (world, other) = two();
        world.by("zoe").run("claim p4n8w").exits(0);
        world.by("zoe").run("log p4n8w 20m").exits(0);
        other.by("orga").run(&format!("{act} --sync")).exits(0);
        world.anybody().run("sync").exits(4).complains(why).complains("Ton temps (20 min) n’est pas perdu");
        assert!(remote_task(&world, "p4n8w").contains("[claims.zoe]"));
        is_settled(&world);
    }
}

#[test]
fn a_renewal_against_a_new_claim_over_the_expired_one() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w --until 2026-11-25 --sync").exits(0);
    other.anybody().run("sync").exits(0);
    other.by("max").on("2026-11-27").run("claim p4n8w --sync").exits(0);
    world.by("zoe").on("2026-11-27").run("renew p4n8w").exits(0);
    world.by("zoe").on("2026-11-27").run("log p4n8w 30m").exits(0);
    world.anybody().on("2026-11-27").run("sync").exits(4).complains("est prise par max").says("C’est envoyé : 1 action.");
    let task = remote_task(&world, "p4n8w");
    assert!(task.contains("spent.2026-11-27 = \"30m\"") && task.contains("[claims.max]"), "{task}");
    world.is_clean();
    world.anybody().on("2026-11-27").run("check").exits(0);
}

#[test]
fn taken_again_on_the_day_it_was_given_back() {
    let (world, other) = two();
    world.by("zoe").run("claim p4n8w --sync").exits(0);
    world.by("zoe").run("log p4n8w 20m").exits(0);
    world.by("zoe").run("release p4n8w --handover 'Il reste la couleur' --sync").exits(0);
    other.anybody().run("sync").exits(0);
    other.by("max").run("claim p4n8w --sync").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.anybody().run("sync").exits(4).complains("est prise par max").complains("Elle n’est donc pas à toi.");
    let task = remote_task(&world, "p4n8w");
    assert!(task.contains("spent.2026-11-24 = \"20m\"") && task.contains("released = 2026-11-24"), "{task}");
    is_settled(&world);
}

/// What is decided about one claim says nothing about the others.
#[test]
fn only_what_was_lost_is_lost() {
    let (world, other) = two();
    for id in ["p4n8w", "x9c3v", "b6j2r"] {
        world.by("zoe").run(&format!("claim {id}")).exits(0);
    }
    other.by("max").run("claim x9c3v --sync").exits(0);
    world.anybody().run("sync").exits(4).says("C’est envoyé : 2 actions.").complains("« Traduire la page » est prise par max");
    assert!(remote_task(&world, "p4n8w").contains("zoe") && remote_task(&world, "b6j2r").contains("zoe"));
    is_settled(&world);
}
