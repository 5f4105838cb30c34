//! A clock that cannot be right is named, and nothing is dated by it.

use crate::kit::World;

const BEHIND: &str = "son horloge retarde";
const AHEAD: &str = "son horloge avance sans doute";

/// A commit by somebody else, dated by another clock.
fn dated(world: &World, who: &str, date: &str) {
    world.write("notes.md", format!("{who} {date}"));
    world.git("add notes.md");
    let email = format!("-c user.email={who}@example.org");
    let mut command = std::process::Command::new("git");
    command.args(crate::kit::split(&format!("{email} commit --quiet --message notes"))).current_dir(&world.repo);
    world.hermetic(&mut command);
    command.env("GIT_COMMITTER_DATE", date).env("GIT_AUTHOR_DATE", date);
    assert!(command.status().unwrap().success());
}

#[test]
fn nothing_is_written_by_a_clock_that_is_off() {
    let world = World::new();
    world.remote();
    world.by("zoe").run("claim p4n8w --until 2026-12-01").exits(0);
    let before = world.state();
    for words in [
        "claim x9c3v",
        "claim x9c3v --sync",
        "log p4n8w 20m",
        "renew p4n8w",
        "release p4n8w",
        "close p4n8w --evidence https://example.org",
        "join mphack",
        "sync",
    ] {
        for (day, said) in [("2020-01-01", BEHIND), ("2026-11-22", BEHIND), ("2027-11-24", AHEAD)] {
            let run = world.by("zoe").on(day).run(words).exits(1).says_nothing().complains(said);
            run.complains(&format!("le {day}")).complains("2026-11-24").complains("ajoute --yes");
            assert_eq!(world.state(), before, "{words} on {day}");
        }
    }
    world.by("zoe").env("MPA_LANG", "en").on("2020-01-01").run("claim x9c3v").exits(1).complains("its clock is behind");
    world.by("zoe").on("2020-01-01").run("tasks list").exits(0);
}

#[test]
fn a_clock_that_is_a_day_off_is_believed_and_so_is_a_quiet_campaign() {
    let world = World::new();
    world.by("zoe").on("2026-11-23").run("claim p4n8w").exits(0);
    world.by("ana").on("2027-03-01").run("claim x9c3v").exits(0);
}

#[test]
fn whoever_insists_is_believed() {
    let world = World::new();
    world.remote();
    world.by("ana").on("2027-11-24").run("claim x9c3v --yes").exits(0);
    world.by("ana").on("2027-11-24").run("sync --yes").exits(0);
}

/// The claim is recorded; what came with the fetch speaks against it before it is sent.
#[test]
fn what_was_fetched_bears_witness() {
    let world = World::new();
    world.remote();
    let other = world.clone_of_remote();
    for who in ["ana", "bob"] {
        dated(&other, who, "2026-12-02T10:00:00+01:00");
    }
    other.git("push --quiet origin main");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("sync").exits(1).complains(BEHIND);
    world.by("zoe").on("2026-12-02").run("sync").exits(0);
}

/// Somebody whose clock is a year ahead stops nobody; two may well be right.
#[test]
fn one_clock_that_is_ahead_stops_nobody_else() {
    let world = World::new();
    dated(&world, "ana", "2027-12-02T10:00:00+01:00");
    world.by("zoe").run("claim p4n8w").exits(0);
    dated(&world, "bob", "2027-12-02T10:00:00+01:00");
    world.by("zoe").run("log p4n8w 20m").exits(1).complains(BEHIND);
    world.by("zoe").run("undo").exits(1).complains(BEHIND);
    world.by("zoe").run("log p4n8w 20m --yes").exits(0);
}

#[test]
fn a_claim_is_not_older_than_its_task() {
    let world = World::new();
    world.by("zoe").on("2026-11-20").run("claim p4n8w --yes").exits(1).complains("qui est trop ancienne");
    world.is_clean();
}
