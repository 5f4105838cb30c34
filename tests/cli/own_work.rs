//! What the program itself wrote is never what "no command writes": the creation of a file and each operation on it, in one
//! branch and in two, whoever wrote it and whether that is known.

use std::collections::BTreeSet;

use crate::kit::{CAMPAIGN, World};

/// What is done before, to a task that is there or that the same branch adds, and what is done to it; `ID` is its id.
const TASK: [(&str, &str); 24] = [
    ("", "claim ID"),
    ("", "claim ID --for zoe"),
    ("claim ID", "log ID 45m"),
    ("claim ID --until 2026-11-28", "renew ID --until 2026-12-04"),
    ("claim ID", "release ID --handover 'Il reste la moitié'"),
    ("claim ID", "close ID --evidence https://example.org/fin --time 1h --note 'Avec une carte'"),
    ("claim ID --for zoe", "log ID 45m --for zoe"),
    ("claim ID --until 2026-11-28 --for zoe", "renew ID --until 2026-12-04 --for zoe"),
    ("claim ID --for zoe", "release ID --for zoe --handover 'Plus de nouvelles'"),
    ("claim ID --for zoe", "close ID --for zoe --evidence https://example.org/fin --time 1h"),
    ("claim ID --as zoe", "log ID 45m --for zoe"),
    ("claim ID --until 2026-11-28 --as zoe", "renew ID --until 2026-12-04 --for zoe"),
    ("claim ID --as zoe", "release ID --for zoe --handover 'Plus de nouvelles'"),
    ("claim ID --as zoe", "close ID --for zoe --evidence https://example.org/fin --time 1h"),
    ("claim ID --for zoe;release ID --for zoe --handover 'Plus de nouvelles'", "claim ID"),
    ("claim ID --for zoe;release ID --for zoe --handover 'Plus de nouvelles'", "claim ID --for ana"),
    ("claim ID --for zoe;release ID --for zoe --handover 'Plus de nouvelles'", "claim ID --for zoe"),
    ("claim ID;release ID --handover 'Il reste la moitié'", "claim ID"),
    ("", "tasks cancel ID --reason 'Plus la peine'"),
    ("tasks cancel ID --reason 'Plus la peine'", "tasks reopen ID --reason 'Si, tout compte fait'"),
    ("claim ID;close ID --evidence https://example.org/fin", "tasks reopen ID --reason 'Il manque la fin'"),
    ("claim ID;close ID --evidence https://example.org/fin", "send-back ID --reason 'Il manque la fin'"),
    ("claim ID;close ID --evidence https://example.org/fin;send-back ID --reason 'La fin'", "log ID 45m"),
    ("", "tasks edit ID --title 'Un autre titre' --due 2026-12-03 --skill web,dessin --description 'Une\nsuite'"),
];
/// The same of a project, by its name.
const PROJECT: [&str; 8] = [
    "projects edit nu --title 'Un autre titre' --summary 'En bref' --lead lea,zoe --need 'Du temps'",
    "projects edit nu --deliverable page='La page' --deliverable-due page=2026-12-03",
    "deliver nu liste --evidence https://example.org/fin",
    "projects edit nu --ended 2026-11-24",
    "join nu",
    "join nu --skill web --class 'P17 ICiv'",
    "join nu --for zoe",
    "join nu;leave nu",
];

const ADD: &str = "tasks add --project mphack --title 'Écrire la page' --budget 1h --done-when 'Elle est en ligne' \
                   --resource 'Page=https://example.org'";

fn world() -> World {
    World::with(&[("data/people/orga.toml", "forge = \"orga-gh\"\n"), ("data/people/lea.toml", "forge = \"lea-gh\"\n")])
}

/// Types these commands, and what the last added as `ID`.
fn types(world: &World, commands: &str, id: &str) {
    for words in commands.split(';').filter(|words| !words.is_empty()) {
        world.by("orga").run(&format!("{} --yes", words.replace("ID", id))).exits(0);
    }
}

fn adds_task(world: &World) -> String {
    world.by("orga").run(ADD).exits(0);
    let name = world.git("show --format= --name-only HEAD");
    name.rsplit('/').next().unwrap().split(['-', '.']).next().unwrap().to_owned()
}

fn adds_project(world: &World) {
    types(world, "projects add --title 'Un nouveau' --slug nu --theme entraide --deliverable liste='La liste'", "");
}

/// What `review` says of the commits since `base` that it says of strangers' work only, where `author` is known and where not.
fn accused(world: &World, base: &str, author: Option<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for author in [None, author].into_iter().collect::<BTreeSet<_>>() {
        let known = author.map_or_else(String::new, |author| format!("--author {author}"));
        let run = world.by("orga").run(&format!("review {base}..HEAD --format json {known}"));
        let page: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|cause| panic!("{cause}\n{run}"));
        for change in page["changes"].as_array().unwrap() {
            let name = change["change"].as_str().unwrap();
            if ["left-over", "unknown-key-changed", "reformatted", "closing-altered", "record-altered"].contains(&name) {
                found.insert(format!("{known} {}", change["sentence"]));
            }
        }
    }
    found
}

#[test]
fn what_was_typed_is_known_again_in_one_branch_or_two() {
    let mut faults = Vec::new();
    for (before, operation) in TASK {
        let world = world();
        let start = world.head();
        let id = adds_task(&world);
        let added = world.head();
        types(&world, before, &id);
        let prepared = world.head();
        types(&world, operation, &id);
        // What two people did in one branch is the work of neither.
        let author = (!before.contains("--as")).then_some("orga-gh");
        for (since, base) in [("nothing", &start), ("the task", &added), ("all before", &prepared)] {
            let found = accused(&world, base, author);
            faults.extend((!found.is_empty()).then(|| format!("{before} / {operation} since {since}: {found:?}")));
        }
    }
    for operations in PROJECT {
        let world = world();
        let start = world.head();
        adds_project(&world);
        let added = world.head();
        types(&world, operations, "");
        for (since, base) in [("nothing", &start), ("the project", &added)] {
            let found = accused(&world, base, Some("orga-gh"));
            faults.extend((!found.is_empty()).then(|| format!("{operations} since {since}: {found:?}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The same by a volunteer, whose new task waits for an organiser.
#[test]
fn what_a_volunteer_asks_for_with_a_new_task_is_known_again() {
    for (operations, said) in [
        ("claim ID", &["claimed"][..]),
        ("claim ID --until 2026-11-28;log ID 45m;renew ID --until 2026-12-04", &["claimed", "time-logged", "renewed"]),
        ("claim ID;release ID --handover 'Il reste la moitié';claim ID", &["claimed", "released", "claimed"]),
        ("claim ID;close ID --evidence https://example.org/fin --time 1h", &["claimed", "time-logged", "closed"]),
    ] {
        let workflow = format!("{CAMPAIGN}\n[workflow]\nmode = \"pull-request\"\n");
        let world = World::with(&[("data/mpa.toml", &workflow), ("data/people/zoe.toml", "forge = \"zoe-gh\"\n")]);
        world.remote();
        world.by("zoe").run(ADD).exits(0);
        let branch = world.git("for-each-ref --format=%(refname:short) refs/heads/mpa");
        let id = branch.split(['/', '-']).nth(1).unwrap();
        operations.split(';').for_each(|words| drop(world.by("zoe").run(&words.replace("ID", id)).exits(0)));
        let run = world.by("orga").run(&format!("review main..{branch} --author zoe-gh --format json"));
        let page: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let told: Vec<&str> = page["changes"].as_array().unwrap().iter().map(|it| it["change"].as_str().unwrap()).collect();
        let mut wanted = vec!["task-added"];
        wanted.extend(said);
        assert_eq!((page["verdict"].as_str(), told), (Some("needs-organiser"), wanted), "{operations}\n{run}");
    }
}
