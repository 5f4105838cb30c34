//! `export`: what other programs are given, read back by other programs.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use crate::kit::{World, linter, task_with};

/// The rows of a table of hours: by its first three cells, the hours in hundredths and the minutes.
fn hours(world: &World, language: &str) -> BTreeMap<[String; 3], (u64, u64)> {
    let run = world.anybody().run(&format!("export hours --lang {language}")).exits(0);
    let (text, delimiter, mark) = match language {
        "fr" => (run.out.strip_prefix('\u{feff}').expect("a byte order mark"), b';', ','),
        _ => (&run.out[..], b',', '.'),
    };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let row = |row: csv::StringRecord| {
        let (whole, part) = row[3].split_once(mark).unwrap();
        assert_eq!(part.len(), 2, "{row:?}");
        let key = [0, 1, 2].map(|at| row[at].to_owned());
        (key, (whole.parse::<u64>().unwrap() * 100 + part.parse::<u64>().unwrap(), row[4].parse().unwrap()))
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

#[test]
fn hours_add_up_to_what_was_noted_whoever_was_renamed_or_forgotten() {
    let world = World::with(&[("data/projects/bal.toml", "title = \"Le bal\"\nleads = [\"orga\"]\n")]);
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("log p4n8w 20m").exits(0);
    world.by("zoe").run("log p4n8w 20m --day 2026-11-23").exits(0);
    world.by("zoe").run("release p4n8w").exits(0);
    world.by("max").run("claim p4n8w").exits(0);
    world.by("max").run("log p4n8w 1h10").exits(0);
    world.by("zoe").run("claim x9c3v").exits(0);
    world.by("zoe").on("2026-12-01").run("log x9c3v 20m").exits(0);
    world.by("zoe").on("2026-12-01").run("close x9c3v --evidence https://example.org/x").exits(0);
    // What was given up was worked on all the same.
    world.by("orga").run("tasks cancel p4n8w --reason 'Plus la peine.' --yes").exits(0);

    let key = |month: &str, who: &str, project: &str| [month, who, project].map(str::to_owned);
    let expected = |zoe: &str| {
        BTreeMap::from([
            (key("2026-11", "max", "mphack"), (117, 70)),
            (key("2026-11", zoe, "mphack"), (66, 40)),
            (key("2026-11", "Total", ""), (183, 110)),
            (key("2026-12", zoe, "mphack"), (34, 20)),
            (key("2026-12", "Total", ""), (34, 20)),
            (key("Total", "", ""), (217, 130)),
        ])
    };
    assert_eq!(hours(&world, "fr"), expected("zoe"));
    assert_eq!(hours(&world, "en"), expected("zoe"));

    world.by("orga").run("projects edit mphack --title 'Un autre nom'").exits(0);
    world.by("zoe").run("forget zoe --yes").exits(0);
    let after = hours(&world, "fr");
    let anonymous = after.keys().find(|row| row[1].starts_with("anonyme-")).expect("somebody forgotten")[1].clone();
    let sums = |all: &BTreeMap<[String; 3], (u64, u64)>, who: &str| -> u64 {
        all.iter().filter(|(row, _)| row[1] == who).map(|(_, (_, minutes))| minutes).sum()
    };
    assert_eq!((sums(&after, &anonymous), sums(&after, "max"), sums(&after, "zoe")), (60, 70, 0));
    assert_eq!(after[&key("Total", "", "")], (217, 130));
}

#[test]
fn no_cell_becomes_a_formula_wherever_a_spreadsheet_ends_it() {
    let lines = "description = \"- un ; =1\\n+2,@x\"\nskills = [\"-web\"]\n";
    let world = World::with(&[("data/tasks/mphack/a1n2d.toml", &task_with("=SOMME(A1), +1", lines))]);
    for language in ["fr", "en"] {
        let out = world.anybody().run(&format!("export csv --lang {language}")).exits(0).out;
        let ends = |c: char| matches!(c, ';' | ',' | '\t' | '\n');
        let is_formula = |part: &str| part.trim_start_matches(['"', ' ', '\u{feff}']).starts_with(['=', '+', '-', '@']);
        let wrong: Vec<&str> = out.split(ends).filter(|part| is_formula(part)).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert!(out.contains("'=SOMME(A1),' +1"), "{out}");
    }
}

#[test]
fn the_table_holds_every_task_and_drafts_too() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let out = world.anybody().run("export csv --lang en").exits(0).out;
    let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(out.as_bytes()).records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 7);
    let of = |id: &str| rows.iter().find(|row| &row[0] == id).unwrap();
    assert_eq!((&of("d0aft")[3], &of("p4n8w")[3], &of("p4n8w")[16]), ("draft", "claimed", "zoe"));
    let french = world.anybody().run("exporter csv").exits(0).out;
    assert!(french.starts_with("\u{feff}identifiant;projet;titre;"), "{french}");
}

#[test]
fn the_data_are_those_of_the_page_and_the_drafts() {
    let world = World::new();
    let run = world.anybody().run("export json").exits(0);
    let data: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let tasks = data["tasks"].as_array().unwrap();
    assert_eq!((data["kind"].as_str(), tasks.len()), (Some("site"), 7));
    assert!(tasks.iter().any(|it| it["status"] == "draft"));
    world.anybody().run("site ../public").exits(0);
    let page: serde_json::Value = serde_json::from_slice(&fs::read(world.top().join("public/data.json")).unwrap()).unwrap();
    let offered: Vec<_> = tasks.iter().filter(|it| it["status"] != "draft").cloned().collect();
    assert_eq!(page["tasks"].as_array(), Some(&offered), "what is not offered yet is not published");
}

#[test]
fn a_file_is_written_and_told() {
    let world = World::new();
    let run = world.anybody().run("export csv -o ../taches.csv").exits(0);
    run.says("C’est écrit dans").says("taches.csv");
    assert!(fs::read_to_string(world.top().join("taches.csv")).unwrap().contains("Dessiner le logo"));
    world
        .anybody()
        .run("export csv -o ../nulle/part.csv")
        .exits(3)
        .complains("Il n’y a pas de dossier")
        .complains("nulle : rien n’est écrit");
    world.anybody().run("export").exits(2);
    world.anybody().run("export pdf").exits(2).complains("hours");
    world.is_clean();
}

#[test]
fn a_file_is_replaced_at_once_and_nothing_else_is_written_to() {
    let world = World::new();
    let (out, other) = (world.top().join("a.csv"), world.top().join("b.csv"));
    fs::write(&out, "before").unwrap();
    fs::hard_link(&out, &other).unwrap();
    world.anybody().run("export csv -o ../a.csv").exits(0);
    assert!(fs::read_to_string(&out).unwrap().contains("Dessiner le logo"));
    assert_eq!(fs::read_to_string(&other).unwrap(), "before", "it was written to, not replaced");
    let beside = fs::read_dir(world.top()).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    assert_eq!(beside.filter(|name| name.contains("mpa-output")).count(), 0, "something is left beside");

    let run = world.anybody().run("export csv -o -").exits(0);
    assert_eq!(run.out, world.anybody().run("export csv").out);
    assert!(!world.path("-").exists());

    for path in ["data/a.csv", "data/tasks/mphack/a.csv", "data/mpa.toml", "../repo/data/../data/people.csv"] {
        let state = world.state();
        world.anybody().run(&format!("export csv -o {path}")).exits(1).complains("le dossier des données").says_nothing();
        assert_eq!(world.state(), state, "{path}");
    }
    world.anybody().run("export csv -o data").exits(1).complains("n’est pas un simple fichier");
    world.is_clean();
}

#[cfg(unix)]
#[test]
fn a_file_is_never_written_through_a_link_and_keeps_its_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let world = World::new();
    let (target, link) = (world.top().join("target"), world.top().join("link"));
    fs::write(&target, "before").unwrap();
    symlink(&target, &link).unwrap();
    world.anybody().run("export hours -o ../link").exits(1).complains("ou - pour la sortie standard");
    assert_eq!(fs::read_to_string(&target).unwrap(), "before");
    symlink(world.path("data"), world.top().join("folder")).unwrap();
    world.anybody().run("export hours -o ../folder/heures.csv").exits(1).complains("le dossier des données");
    fs::set_permissions(&target, fs::Permissions::from_mode(0o600)).unwrap();
    world.anybody().run("export hours -o ../target").exits(0);
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    world.is_clean();
}

/// What an independent parser makes of a calendar: a line an event, its id, its day, whether it is one without time, its title.
const READ: &str = "
import sys, datetime, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
assert not calendar.errors, calendar.errors
assert len(calendar.getall('PRODID') if hasattr(calendar, 'getall') else [calendar['PRODID']]) == 1
for event in calendar.walk('VEVENT'):
    assert not event.errors, event.errors
    day = event.decoded('DTSTART')
    print(event['UID'], day, type(day) is datetime.date, event['SUMMARY'], sep='|')
";

#[test]
fn a_calendar_is_read_by_an_independent_parser() {
    let Some(python) = linter("python/bin/python3") else { return };
    let with_parser = Command::new(&python).args(["-c", "import icalendar"]).status().unwrap();
    if !with_parser.success() {
        crate::kit::skipped("the Python package icalendar is not there; .ci/linters installs it");
        return;
    }
    let world =
        World::with(&[("data/tasks/mphack/a1n2d.toml", &task_with("Virgule, point-virgule; \\\\ et fin", "due = 2026-11-30\n"))]);
    let read = || {
        world.anybody().run("export ics -o ../agenda.ics").exits(0);
        let run = Command::new(&python).args(["-c", READ]).arg(world.top().join("agenda.ics")).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let events = read();
    for expected in [
        "deadline@20261123.example.org|2026-12-04|True|Campagne d'essai",
        "mphack.liste@20261123.example.org|2026-12-02|True|Livrable\u{a0}: La liste des tâches",
        "k7q2m@20261123.example.org|2026-12-02|True|Tâche\u{a0}: Mettre la liste en ligne",
        "a1n2d@20261123.example.org|2026-11-30|True|Tâche\u{a0}: Virgule, point-virgule; \\ et fin",
    ] {
        assert!(events.iter().any(|event| event == expected), "{expected}\n{events:#?}");
    }
    assert!(!events.iter().any(|event| event.starts_with("d0aft")), "a draft is not due");
    let ids = |events: &[String]| events.iter().map(|it| it.split('|').next().unwrap().to_owned()).collect::<Vec<_>>();
    world.by("orga").run("tasks edit a1n2d --title Autre --due 2026-12-01 --yes").exits(0);
    let mut before = ids(&events);
    let mut after = ids(&read());
    before.sort();
    after.sort();
    assert_eq!(before, after, "an event is the same whatever is said of it");
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("close p4n8w --evidence https://example.org/logo").exits(0);
    assert!(!ids(&read()).contains(&"p4n8w@20261123.example.org".to_owned()));
}
