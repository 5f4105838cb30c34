//! `mpa` alone for an organiser: requests, claims that end and projects in need on one screen; and the same in reminders.

use unicode_width::UnicodeWidthStr;

use crate::kit::{PROJECT, World, task};
use crate::request::{Files, Stream};

/// The day on which requests of 24 November have waited for four working days.
const DAY: &str = "2026-11-30";

fn path(id: usize) -> String {
    format!("data/tasks/projet-{id}/aaaa{id}.toml")
}

/// Six projects without a lead, each with a task whose claim ends soon and one that a request takes.
fn world() -> World {
    let world = World::new();
    let mut base = Files::new();
    for path in world.git("ls-files").lines() {
        base.insert(path.as_bytes().to_vec(), ("100644", world.bytes(path)));
    }
    let mut add = |path: String, text: String| base.insert(path.into_bytes(), ("100644", text.into_bytes()));
    for id in 0..6 {
        let project =
            PROJECT.replace("leads = [\"lea\"]\n", "").replace("MPHack", &format!("Projet dont le titre est long {id}"));
        add(format!("data/projects/projet-{id}.toml"), project);
        let claim = format!("\n[claims.porteuse-{id}]\nsince = 2026-11-23\nuntil = 2026-12-01\n");
        add(format!("data/tasks/projet-{id}/bbbb{id}.toml"), task("Une tâche qui se termine bientôt, au titre long") + &claim);
        add(path(id), task("Une tâche que quelqu’un demande, au titre assez long pour être coupé"));
    }
    let mut stream = Stream::default();
    let start = stream.commit("main", &[], &base);
    for id in 0..6 {
        let mut files = base.clone();
        let claim = format!("\n[claims.preneuse-{id}]\nsince = 2026-11-24\nuntil = 2026-12-04\n");
        files.get_mut(path(id).as_bytes()).unwrap().1.extend(claim.bytes());
        stream.commit_to(&format!("refs/heads/mpa/aaaa{id}-preneuse-{id}"), &[start], &files);
    }
    stream.import(&world);
    world.git("reset --quiet --hard main");
    world
}

#[test]
fn an_organiser_sees_everything_on_one_screen() {
    let world = world();
    for (lang, said) in [
        ("fr", ["6 demandes · 0 refusée · 6 à décider · 0 courante", "6 tâches à relancer", "7 projets ont besoin de quelqu’un"]),
        ("en", ["6 requests · 0 refused · 6 need an organiser · 0 routine", "6 claims to follow up", "7 projects need somebody"]),
    ] {
        let run = world.by("orga").on(DAY).env("MPA_LANG", lang).env("COLUMNS", "80").run("").exits(0);
        let run = said.iter().fold(run, |run, text| run.says(text));
        let run = run
            .says("mpa/aaaa0-preneuse-0")
            .says("bbbb0")
            .says("porteuse-0")
            .says("projet-0")
            .says("mpa review")
            .says("mpa remind");
        assert!(run.out.lines().count() < 24, "{} lines\n{run}", run.out.lines().count());
        assert_eq!(run.out.lines().find(|line| line.width() > 80), None, "{run}");
    }
}

#[test]
fn nobody_else_sees_it() {
    let world = world();
    for who in ["lea", "preneuse-1"] {
        world.by(who).on(DAY).run("").exits(0).never_says("6 demandes").never_says("porteuse-0");
    }
    world.anybody().on(DAY).run("").exits(0).never_says("6 demandes");
}

#[test]
fn an_organiser_with_nothing_to_do_is_told_so() {
    let run = World::new().by("orga").on("2026-11-24").run("").exits(0);
    run.says("Aucune demande en attente.")
        .says("Aucune tâche prise ne se termine bientôt.")
        .says("Aucun projet n’est à l’abandon.");
}

#[test]
fn organisers_are_reminded_of_what_has_waited_for_long() {
    let world = world();
    let early = world.anybody().on("2026-11-26").run("remind orga").exits(0);
    early.never_says("demandes attendent");
    let late = world.anybody().on(DAY).run("remind orga").exits(0);
    late.says("6 demandes attendent depuis plus de deux jours ouvrés").says("mpa/aaaa0-preneuse-0").says("mpa review");
}

#[test]
fn nobody_is_sought_for_a_task_that_a_request_takes() {
    let world = world();
    let letters = world.anybody().on(DAY).run("remind orga").exits(0);
    letters.never_says("quelqu’un :").never_says("--invite").says("n’a pas de référent·e");
}

#[test]
fn a_fetched_branch_is_found_under_the_name_it_has_on_the_forge() {
    let world = world();
    world.git("update-ref refs/remotes/origin/mpa/loin mpa/aaaa1-preneuse-1");
    world.anybody().on(DAY).run("review mpa/loin").exits(0).says("origin/mpa/loin → main").says("preneuse-1 prend");
}

#[test]
fn a_quiet_project_is_told_with_what_it_promised_or_the_deadline() {
    let world = World::with(&[
        ("data/projects/voile.toml", "title = \"Voile\"\nleads = [\"max\"]\n"),
        ("data/tasks/voile/v7e3k-ports.toml", &task("Compter les ports")),
    ]);
    for (lang, said) in [
        ("fr", ["rien depuis le 23 nov., échéance le 4 déc.", "rien depuis le 23 nov., La liste des tâches pour le 2 déc."]),
        ("en", ["nothing since 23 Nov, deadline 4 Dec", "nothing since 23 Nov, La liste des tâches due on 2 Dec"]),
    ] {
        let run = world.by("orga").on("2026-11-30").env("MPA_LANG", lang).env("COLUMNS", "160").run("").exits(0);
        said.iter().fold(run, |run, text| run.says(text));
    }
}
