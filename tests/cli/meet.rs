//! Two branches that a forge merges without asking anybody: whatever two people do to one task, git finds a conflict, or
//! what comes out keeps the records of both and makes sense, or `check` names what is wrong.

use std::collections::BTreeSet;

use crate::kit::{CAMPAIGN, World, task};

/// When the two meet; claims until 26 November have run out.
const DAY: &str = "2026-11-27";

/// What the task is before: its records.
const BEFORE: [(&str, &str); 8] = [
    ("free", ""),
    ("held", "\n[claims.zoe]\nsince = 2026-11-24\nuntil = 2026-12-04\n"),
    ("run out", "\n[claims.zoe]\nsince = 2026-11-24\nuntil = 2026-11-26\n"),
    (
        "run out, with time",
        "\n[claims.max]\nsince = 2026-11-24\nspent.2026-11-24 = \"20m\"\nreleased = 2026-11-24\nuntil = 2026-12-04\n\
         \n[claims.zoe]\nsince = 2026-11-24\nspent.2026-11-25 = \"20m\"\nuntil = 2026-11-26\n",
    ),
    (
        "run out, then given back by another",
        "\n[claims.zoe]\nsince = 2026-11-23\nuntil = 2026-11-24\n\
         \n[claims.max]\nsince = 2026-11-25\nreleased = 2026-11-26\nuntil = 2026-12-04\n",
    ),
    ("given back", "\n[claims.zoe]\nsince = 2026-11-24\nreleased = 2026-11-24\nuntil = 2026-12-04\n"),
    (
        "done",
        "\n[claims.zoe]\nsince = 2026-11-24\nuntil = 2026-12-04\n\
         \n[done]\nby = \"zoe\"\nat = 2026-11-25\nevidence = \"https://example.org/logo\"\n",
    ),
    ("cancelled", "\n[cancelled]\nby = \"orga\"\nat = 2026-11-25\nreason = \"Plus besoin\"\n"),
];

/// What people do to it.
const ACTS: [(&str, &str); 15] = [
    ("zoe", "claim p4n8w"),
    ("zoe", "renew p4n8w"),
    ("zoe", "release p4n8w"),
    ("zoe", "release p4n8w --handover 'Il reste la couleur'"),
    ("zoe", "log p4n8w 30m"),
    ("zoe", "close p4n8w --evidence https://example.org/l"),
    ("max", "claim p4n8w"),
    ("max", "log p4n8w 30m"),
    ("max", "close p4n8w --evidence https://example.org/m"),
    ("orga", "log p4n8w 15m --for zoe"),
    ("orga", "close p4n8w --for zoe --evidence https://example.org/o"),
    ("orga", "tasks cancel p4n8w --reason 'Plus besoin' --yes"),
    ("orga", "tasks reopen p4n8w --reason 'Encore besoin'"),
    ("orga", "send-back p4n8w --reason 'Le lien ne marche pas'"),
    ("orga", "tasks edit p4n8w --budget 4h"),
];

const FILE: &str = "data/tasks/mphack/p4n8w-logo.toml";

fn world_with(records: &str) -> World {
    let campaign = CAMPAIGN.replace("cooldown-days = 3", "cooldown-days = 0").replace("limit = 3", "limit = 999");
    World::with(&[("data/mpa.toml", &campaign), (FILE, &(task("Dessiner le logo") + records))])
}

/// The commit by which `who` does it on a branch of theirs, if the rules let them.
fn branch(world: &World, who: &str, words: &str) -> Option<String> {
    let base = world.head();
    let run = world.by(who).on(DAY).run(words);
    let tip = world.head();
    world.git(&format!("reset --quiet --hard {base}"));
    (run.code == 0 && tip != base).then_some(tip)
}

/// The tree that a forge makes of two branches; `None` where it sees a conflict.
fn merged(world: &World, one: &str, two: &str) -> Option<String> {
    let merge = world.try_git(&format!("merge-tree --write-tree {one} {two}"));
    (merge.code == 0).then(|| merge.out.trim().to_owned())
}

/// What makes no sense in the file of a task, by the names that `check` has for it: read line by line, as no part of the
/// program does.
fn nonsense(text: &str) -> BTreeSet<&'static str> {
    let is_over = |part: &str| part.starts_with("done]") || part.starts_with("cancelled]");
    let parts: Vec<&str> = text.split("\n[").collect();
    let ends: Vec<&str> = parts.iter().copied().filter(|part| is_over(part)).collect();
    let active = parts.iter().filter_map(|part| part.strip_prefix("claims.")).filter(|record| {
        let until = record.split("until = ").nth(1).unwrap_or_default();
        !record.contains("\nreleased") && until.get(..DAY.len()).unwrap_or_default() >= DAY
    });
    let active: Vec<&str> = active.filter_map(|record| record.split(']').next()).collect();
    let closer = ends.iter().find_map(|part| part.strip_prefix("done]\nby = \"")?.split('"').next());
    let mut found = BTreeSet::new();
    if ends.is_empty() && active.len() > 1 {
        found.insert("held-twice");
    }
    if ends.len() > 1 {
        found.insert("done-and-cancelled");
    }
    if closer.is_some_and(|closer| active.iter().any(|who| *who != closer)) {
        found.insert("done-while-held");
    }
    found
}

/// What `check` finds in the file of the task `id`, by its names for it, with everything it says.
fn found<'j>(report: &'j serde_json::Value, id: &str) -> BTreeSet<&'j str> {
    let all = report["problems"].as_array().unwrap().iter();
    let own = all.filter(|it| it["path"].as_str().unwrap().ends_with(&format!("/{id}.toml")));
    own.map(|it| it["rule"].as_str().unwrap()).filter(|rule| !rule.starts_with("alike")).collect()
}

/// The lines of `tip` that `base` has not.
fn added<'t>(base: &str, tip: &'t str) -> Vec<&'t str> {
    tip.lines().filter(|line| !base.lines().any(|known| known == *line)).collect()
}

/// Every pair of acts, on every state of a task.
#[test]
fn whatever_merges_silently_is_sound_or_named() {
    let (mut conflicts, mut sound, mut named) = (0, 0, BTreeSet::new());
    for (state, records) in BEFORE {
        let world = world_with(records);
        let base = world.read(FILE);
        let text = |tree: &str| world.git(&format!("show {tree}:{FILE}")) + "\n";
        let tips = ACTS.iter().filter_map(|(who, words)| Some((format!("{who} {words}"), branch(&world, who, words)?)));
        let tips: Vec<(String, String)> = tips.collect();
        let mut expected = Vec::new();
        for (at, (one, ours)) in tips.iter().enumerate() {
            for (other, (two, theirs)) in tips.iter().enumerate().skip(at + 1) {
                let Some(tree) = merged(&world, ours, theirs) else {
                    conflicts += 1;
                    continue;
                };
                let both = text(&tree);
                for tip in [ours, theirs] {
                    let tip = text(tip);
                    let gone = added(&base, &tip).into_iter().find(|line| !both.contains(line));
                    assert_eq!(gone, None, "{state}: {one} | {two}\n{both}");
                }
                let id = format!("m{at:02}{other:02}");
                world.write(&format!("data/tasks/mphack/{id}.toml"), both.replace("Dessiner le logo", &format!("Tâche {id}")));
                expected.push((id, nonsense(&both), format!("{state}: {one} | {two}\n{both}")));
            }
        }
        let check = world.anybody().on(DAY).run("check --format json");
        let report: serde_json::Value = serde_json::from_str(&check.out).unwrap();
        for (id, wrong, story) in expected {
            assert_eq!(found(&report, &id), wrong, "{story}");
            sound += usize::from(wrong.is_empty());
            named.extend(wrong);
        }
    }
    assert!(conflicts > 80 && sound > 80, "{conflicts} {sound}");
    assert_eq!(named, BTreeSet::from(["held-twice", "done-while-held"]));
}

/// The races that matter, merged for good.
#[test]
fn the_races_of_a_shared_branch_as_merges_of_a_forge() {
    let (close, cancel) = ("close p4n8w --evidence https://example.org/l", "tasks cancel p4n8w --reason 'Plus besoin' --yes");
    let (given_back, log) = ("release p4n8w --handover 'Il reste la couleur'", "log p4n8w 30m");
    let claim = "claim p4n8w";
    let conflict: Option<&[&str]> = None;
    for (state, ours, theirs, said) in [
        ("free", ("zoe", claim), ("max", claim), conflict),
        ("free", ("zoe", claim), ("orga", cancel), conflict),
        ("run out", ("zoe", close), ("max", claim), conflict),
        ("run out", ("zoe", "renew p4n8w"), ("max", claim), conflict),
        ("run out, with time", ("zoe", "renew p4n8w"), ("max", claim), conflict),
        ("held", ("zoe", "release p4n8w"), ("zoe", given_back), conflict),
        (
            "done",
            ("orga", "send-back p4n8w --reason 'Le lien ne marche pas'"),
            ("orga", "tasks reopen p4n8w --reason 'Bis'"),
            conflict,
        ),
        ("run out, with time", ("zoe", log), ("orga", "log p4n8w 30m --for max"), Some(&[])),
        ("run out", ("zoe", given_back), ("max", claim), Some(&[])),
        ("held", ("zoe", log), ("orga", cancel), Some(&[])),
        ("given back", ("zoe", claim), ("max", claim), Some(&["en même temps, zoe et max"])),
        ("given back", ("zoe", claim), ("max", close), Some(&["max a terminé cette tâche pendant que zoe l’avait prise"])),
    ] {
        let world = world_with(BEFORE.iter().find(|(name, _)| *name == state).unwrap().1);
        let [one, two] =
            [ours, theirs].map(|(who, words)| branch(&world, who, words).unwrap_or_else(|| panic!("{state} {words}")));
        let tree = merged(&world, &one, &two);
        assert_eq!(tree.is_some(), said.is_some(), "{state}: {ours:?} {theirs:?}");
        let (Some(tree), Some(said)) = (tree, said) else { continue };
        let commit = world.git(&format!("commit-tree -p {one} -p {two} -m Fusion {tree}"));
        world.git(&format!("reset --quiet --hard {commit}"));
        let check = world.anybody().on(DAY).run("check");
        said.iter().fold(check, |check, text| check.says(text).says(FILE));
        if state == "run out, with time" {
            assert_eq!(world.read(FILE).matches("spent.2026-11-27 = \"30m\"").count(), 2);
        }
        if said.is_empty() {
            world.anybody().on(DAY).run("check").exits(0);
        }
    }
}
