//! Exact bytes: an operation touches its own lines and nothing else.

use crate::kit::{World, task};

const COMMENTED: &str = "# Un commentaire en tête\ntitle   =  'Dessiner'   # aligné à la main\nbudget=\"2h\"\n\n\n\
    done-when = \"\"\"\nDeux\n  lignes.\"\"\"\ncreated = 2026-11-23\nmon-champ = { a = 1, b = [ 1,2 ] } # inconnu\n\n[resources] # liens\n\
    \"Modèle\" = 'https://example.org/m'\n\n# juste avant la fin\n[ma-table]\nx = 0x1F\n# la fin\n";

const PATH: &str = "data/tasks/mphack/abcde-dessiner.toml";

/// The lines of `after` that are not in `before`, when `before` is what is left of `after` without them.
#[track_caller]
fn added(before: &[u8], after: &[u8]) -> Vec<String> {
    let lines = |bytes: &[u8]| bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
    let (mut old, mut found) = (lines(before).into_iter().peekable(), Vec::new());
    for line in lines(after) {
        if old.peek() == Some(&line) {
            old.next();
        } else {
            found.push(String::from_utf8(line).unwrap());
        }
    }
    let lost: Vec<String> = old.map(|line| String::from_utf8_lossy(&line).into_owned()).collect();
    assert!(lost.is_empty(), "lost or changed: {lost:?}\n{}", String::from_utf8_lossy(after));
    found
}

/// A claim, a note of time and a closing of the task in `bytes` add exactly their own lines, each ended by `end`.
fn survives(bytes: &[u8], end: &str) {
    let world = World::new();
    world.write(PATH, bytes);
    world.write(".gitattributes", "* -text\n");
    world.commit("Une fiche tapée à la main");
    let own = |text: &str| format!("{text}{end}");

    world.by("zoe").run("claim abcde").exits(0);
    let claimed = world.bytes(PATH);
    let expected = [own(""), own("[claims.zoe]"), own("since = 2026-11-24"), own("until = 2026-12-04")];
    assert_eq!(added(bytes, &claimed), expected);
    assert!(claimed.ends_with(expected.concat().as_bytes()));

    world.by("zoe").run("log abcde 1h30").exits(0);
    let logged = world.bytes(PATH);
    assert_eq!(added(&claimed, &logged), [own("spent.2026-11-24 = \"1h30\"")]);
    assert!(logged.ends_with(own("until = 2026-12-04").as_bytes()));

    world.by("zoe").run("close abcde --evidence https://example.org/d").exits(0);
    let expected = ["", "[done]", "by = \"zoe\"", "at = 2026-11-24", "evidence = \"https://example.org/d\""].map(own);
    assert_eq!(added(&logged, &world.bytes(PATH)), expected);
    world.is_clean();
}

#[test]
fn comments_spacing_and_unknown_keys_survive() {
    survives(COMMENTED.as_bytes(), "\n");
}

#[test]
fn carriage_returns_survive() {
    survives(COMMENTED.replace('\n', "\r\n").as_bytes(), "\r\n");
}

#[test]
fn a_byte_order_mark_survives() {
    survives(format!("\u{feff}{COMMENTED}").as_bytes(), "\n");
    survives(format!("\u{feff}{}", task("Dessiner")).replace('\n', "\r\n").as_bytes(), "\r\n");
}

#[test]
fn a_missing_last_line_feed_is_no_obstacle() {
    let world = World::new();
    world.write(PATH, task("Dessiner").trim_end());
    world.commit("Sans fin de ligne");
    world.by("zoe").run("claim abcde").exits(0);
    let expected = format!("{}\n[claims.zoe]\nsince = 2026-11-24\nuntil = 2026-12-04\n", task("Dessiner"));
    assert_eq!(world.read(PATH), expected);
}

#[test]
fn the_last_lines_are_the_claim_whoever_had_it_before() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("release p4n8w").exits(0);
    world.by("max").run("claim p4n8w").exits(0);
    world.by("max").run("release p4n8w").exits(0);
    world.by("zoe").run("claim p4n8w --until 2026-11-27").exits(0);
    let task = world.task("p4n8w");
    assert!(task.ends_with("[claims.zoe]\nsince = 2026-11-24\nuntil = 2026-11-27\n"), "{task}");
    assert_eq!(task.matches("[claims.zoe]").count(), 1, "{task}");
    world.by("zoe").run("release p4n8w").exits(0);
    world.by("max").run("claim p4n8w --until 2026-11-26").exits(0);
    world.by("max").run("renew p4n8w --until 2026-11-28").exits(0);
    assert!(world.task("p4n8w").ends_with("[claims.max]\nsince = 2026-11-24\nrenewed = 1\nuntil = 2026-11-28\n"));
    world.anybody().run("check").exits(0);
}

#[test]
fn a_renewal_moves_the_record_behind_everything_else() {
    let world = World::new();
    let records = "\n[claims.zoe]\nsince = 2026-11-23\nuntil = 2026-11-24\n\n[claims.max]\nsince = 2026-11-20\nreleased = 2026-11-21\n\
                   until = 2026-11-30\n";
    world.write(PATH, task("Dessiner") + records);
    world.commit("Deux fiches de prise");
    world.by("zoe").run("renew abcde --until 2026-11-28").exits(0);
    let expected = "\n[claims.max]\nsince = 2026-11-20\nreleased = 2026-11-21\nuntil = 2026-11-30\n\n[claims.zoe]\nsince = 2026-11-23\n\
                    renewed = 1\nuntil = 2026-11-28\n";
    assert_eq!(world.read(PATH), task("Dessiner") + expected);
}

#[test]
fn an_edit_of_one_field_is_a_change_of_one_line() {
    let world = World::new();
    world.write(PATH, COMMENTED);
    world.commit("Une fiche tapée à la main");
    world.by("orga").run("tasks edit abcde --budget 3h").exits(0);
    assert_eq!(world.read(PATH), COMMENTED.replace("budget=\"2h\"", "budget=\"3h\""));
}
