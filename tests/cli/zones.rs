//! Whoever is in another zone than the campaign sees its hour named where the two calendars can be taken for one another, and
//! nobody else does.

use crate::kit::{Call, World, flat};

const MONTREAL: &str = "America/Montreal";
const TOKYO: &str = "Asia/Tokyo";
/// Fourteen hours ahead of Greenwich: nobody is further.
const KIRITIMATI: &str = "Pacific/Kiritimati";
/// Half past midnight on 25 November in Paris, half past six in the evening before in Montreal.
const NIGHT: &str = "2026-11-25T00:30:00+01:00";
/// Noon of 24 November in Paris, one in the morning of the 25th in Kiritimati.
const NOON: &str = "2026-11-24T12:00:00+01:00";

fn from<'w>(world: &'w World, zone: &str, now: &str) -> Call<'w> {
    world.by("zoe").env("TZ", zone).env("MPA_NOW", now)
}

/// What `words` say, each wherever it stands.
#[track_caller]
fn said(call: Call<'_>, words: &str) -> String {
    let run = call.run(words).exits(0);
    flat(&format!("{} {}", run.out, run.err)).replace('\u{a0}', " ")
}

#[track_caller]
fn has(said: &str, expected: &str) {
    assert!(said.contains(expected), "« {expected} » is not in:\n{said}");
}

#[test]
fn a_claim_that_ends_soon_names_the_hour_of_the_campaign() {
    for (zone, now, until) in [
        (MONTREAL, NIGHT, "25 novembre"),
        (MONTREAL, NIGHT, "26 novembre"),
        (MONTREAL, NOON, "24 novembre"),
        (TOKYO, NOON, "25 novembre"),
        (KIRITIMATI, NOON, "26 novembre"),
    ] {
        let world = World::new();
        let told = said(from(&world, zone, now), &format!("claim p4n8w --until '{until}'"));
        has(&told, &format!("est à toi jusqu’au {until}, heure de Paris (temps prévu : 2 h)"));
        has(&said(from(&world, zone, now), ""), &format!("à toi jusqu’au {until}, heure de Paris ("));
        has(&said(from(&world, zone, now), "tasks list --mine"), "Ces dates s’entendent en heure de Paris.");
        has(&said(from(&world, zone, now), "tasks show p4n8w"), &format!("jusqu’au {until}, heure de Paris ("));
    }
    let world = World::new();
    let told = said(from(&world, MONTREAL, NOON).env("MPA_LANG", "en"), "claim p4n8w --until tomorrow");
    has(&told, "until 25 November, Paris time (");
}

#[test]
fn a_deadline_that_is_today_names_the_hour_of_the_campaign() {
    let world = World::new();
    let today = "2026-12-04T10:00:00+01:00";
    has(&said(from(&world, TOKYO, today), "progress"), "vendredi 4 décembre, heure de Paris");
    has(&said(from(&world, TOKYO, today), "tasks show p4n8w"), "vendredi 4 décembre (heure de Paris)");
    has(&said(from(&world, TOKYO, today), "tasks list"), "Ces dates s’entendent en heure de Paris.");
    assert!(!said(from(&world, TOKYO, NOON), "progress").contains("heure de Paris"), "it is still far off");
    assert!(!said(from(&world, TOKYO, NOON), "tasks list").contains("heure de Paris"), "they are still far off");
}

#[test]
fn a_day_that_is_another_here_is_said_back_with_its_zone() {
    for (zone, now, day, on) in [
        (MONTREAL, NIGHT, "", "25 novembre"),
        (MONTREAL, NIGHT, " --day hier", "24 novembre"),
        (MONTREAL, NIGHT, " --day yesterday", "24 novembre"),
        (TOKYO, "2026-11-24T17:00:00+01:00", " --day today", "24 novembre"),
        (KIRITIMATI, NOON, " --day \"aujourd'hui\"", "24 novembre"),
        (KIRITIMATI, NOON, " --day 2026-11-25", "25 novembre"),
    ] {
        let world = World::new();
        world.by("zoe").env("MPA_NOW", now).run("claim p4n8w").exits(0);
        let told = said(from(&world, zone, now), &format!("log p4n8w 20m{day}"));
        has(&told, &format!("20 min le {on} (heure de Paris), 20 min en tout"));
        if day.contains("day ") && !day.contains("2026") {
            has(&told, &format!("{on} (heure de Paris)."));
        }
    }
}

#[test]
fn nothing_is_said_where_the_calendars_are_one() {
    let same = ["Europe/Paris", "Europe/Madrid", "UTC", "Etc/UTC", "Nowhere/Land", ""];
    for zone in same {
        let world = World::new();
        let all = [
            said(from(&world, zone, NIGHT), "claim p4n8w --until 2026-11-25"),
            said(from(&world, zone, NIGHT), "log p4n8w 20m --day hier"),
            said(from(&world, zone, NIGHT), ""),
            said(from(&world, zone, "2026-12-04T10:00:00+01:00"), "tasks list"),
        ];
        assert!(!all.concat().contains("heure de"), "{zone:?}: {all:?}");
    }
    // Both see the same day: what is noted is no riddle, though the end of the day is another.
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    assert!(!said(from(&world, MONTREAL, NOON), "log p4n8w 20m").contains("heure de"));
}

/// What is made for others does not speak of where it was made.
#[test]
fn what_others_read_names_no_zone() {
    let world = World::new();
    said(from(&world, MONTREAL, NOON), "claim p4n8w --until 2026-11-25");
    let mails = said(from(&world, MONTREAL, NOON).env("MPA_HANDLE", "orga"), "remind");
    has(&mails, "25 novembre");
    assert!(!mails.contains("heure de Paris"), "{mails}");
}
