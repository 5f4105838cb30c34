//! How much one person may hold, for how long, how often; and who may allow more.

use crate::kit::{CAMPAIGN, World};

const WHO: &str = "Qui peut décider : lea et orga";

#[test]
fn three_tasks_at_a_time() {
    let world = World::new();
    for id in ["k7q2m", "p4n8w", "x9c3v"] {
        world.by("zoe").run(&format!("claim {id}")).exits(0);
    }
    let state = world.state();
    let refused = world.by("zoe").run("claim b6j2r").exits(1).complains("zoe en a déjà 3, et la limite est de 3").complains(WHO);
    refused.complains("Pour demander : hackathon@example.org").says_nothing();
    assert_eq!(world.state(), state);
    world.by("lea").run("claim b6j2r --for zoe").exits(0);
    world.anybody().run("check").exits(0).says("zoe a 4 tâches en même temps, et la limite est de 3");
    world.by("zoe").run("release x9c3v").exits(0);
    world.by("zoe").run("close p4n8w --evidence https://example.org/l").exits(0);
    world.by("zoe").run("claim k7q9d").exits(0);
}

#[test]
fn an_expired_claim_does_not_count() {
    let world = World::new();
    for id in ["k7q2m", "p4n8w", "x9c3v"] {
        world.by("zoe").run(&format!("claim {id} --until 2026-11-25")).exits(0);
    }
    world.by("zoe").on("2026-11-26").run("claim b6j2r").exits(0);
}

#[test]
fn a_task_given_back_later_than_the_day_it_was_taken_rests_for_three_days() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("release p4n8w").exits(0);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").on("2026-11-25").run("release p4n8w").exits(0);
    let state = world.state();
    let again = "zoe peut la prendre de nouveau à partir du 28 novembre";
    world.by("zoe").on("2026-11-27").run("claim p4n8w").exits(1).complains(again).complains(WHO);
    assert_eq!(world.state(), state);
    world.by("zoe").on("2026-11-27").run("claim x9c3v").exits(0);
    world.by("zoe").on("2026-11-28").run("claim p4n8w").exits(0);
}

#[test]
fn two_renewals_then_somebody_else_has_a_chance() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w --until 2026-11-25").exits(0);
    world.by("zoe").run("renew p4n8w --until 2026-11-26").exits(0);
    world.by("zoe").run("renew p4n8w --until 2026-11-27").exits(0);
    let state = world.state();
    world.by("zoe").run("renew p4n8w --until 2026-11-28").exits(1).complains("déjà été prolongée 2 fois").complains(WHO);
    world.by("zoe").on("2026-11-29").run("claim p4n8w").exits(1).complains("à partir du 30 novembre").complains(WHO);
    assert_eq!(world.state(), state);
    world.by("orga").on("2026-11-29").run("renew p4n8w --for zoe --until 2026-11-30").exits(0);
    world.by("max").on("2026-12-01").run("claim p4n8w").exits(0);
}

#[test]
fn nobody_holds_a_task_beyond_the_deadline_or_its_due_day() {
    let world = World::new();
    let state = world.state();
    world.by("zoe").run("claim p4n8w --until 05/12/2026").exits(1).complains("jusqu’au 4 décembre au plus tard").complains(WHO);
    world.by("zoe").run("claim k7q2m --until 2026-12-03").exits(1).complains("jusqu’au 2 décembre au plus tard");
    world.by("zoe").run("claim p4n8w --until 2026-11-23").exits(1).complains("tombe avant le premier jour");
    world.by("orga").run("claim p4n8w --until 2026-11-23").exits(1);
    assert_eq!(world.state(), state);
    world.by("orga").run("claim p4n8w --until 2026-12-20").exits(0);
    world.by("zoe").on("2026-12-05").run("claim x9c3v").exits(0).says("19 décembre");
}

#[test]
fn a_task_that_waits_for_another_needs_a_word_from_an_organiser() {
    let world = World::new();
    let state = world.state();
    world.by("zoe").run("claim t3h5w").exits(1).complains("en attente d’une autre tâche").complains("k7q2m").complains(WHO);
    assert_eq!(world.state(), state);
    world.by("orga").run("tasks cancel k7q2m --reason 'Plus utile.' --yes").exits(0);
    world.by("zoe").run("claim t3h5w").exits(0);
}

#[test]
fn without_organisers_everybody_decides() {
    let world = World::with(&[("data/mpa.toml", &CAMPAIGN.replace("[\"orga\"]", "[]"))]);
    world.by("zoe").run("claim t3h5w").exits(0);
    world.by("zoe").run("tasks cancel p4n8w --reason 'Plus utile.' --yes").exits(0);
    world.anybody().run("check").exits(0).says("1 remarque");
}

#[test]
fn somebody_elses_record_is_not_for_volunteers() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w --until 2026-11-30").exits(0);
    let state = world.state();
    for words in ["release p4n8w --for zoe", "log p4n8w 1h --for zoe", "renew p4n8w --for zoe --until 2026-12-04"] {
        world.by("max").run(words).exits(1);
    }
    // To the day on which it ends anyway: nothing is changed.
    world.by("max").run("renew p4n8w --for zoe --until 2026-11-30").exits(0).says("Rien à prolonger");
    world.by("max").run("close p4n8w --for zoe --evidence https://example.org/l").exits(1);
    world.by("orga").run("release p4n8w --for zoe").exits(1).complains("il faut dire pourquoi").complains("--handover");
    assert_eq!(world.state(), state);
    world.by("orga").run("release p4n8w --for zoe --handover 'Sans nouvelles de zoe.'").exits(0);
    assert!(world.task("p4n8w").contains("released = 2026-11-24"));
}

#[test]
fn links_in_a_free_text_are_looked_at_by_somebody() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let state = world.state();
    world.by("zoe").run("release --handover 'Voir http://example.org'").exits(1).complains("pas en https").complains(WHO);
    world.by("zoe").run("close p4n8w --evidence https://a.org --note 'https://b.org et https://c.org'").exits(1);
    world.by("zoe").run("close p4n8w --evidence 'javascript:alert(1) et plus encore'").exits(1);
    assert_eq!(world.state(), state);
    world.by("zoe").run("release --handover 'Voir https://example.org'").exits(0);
}
