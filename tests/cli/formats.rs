//! Every form of a result means the same: what a page tells people, the forms for programs and for other pages tell, too.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::kit::{Run, World, task, task_with};

/// A campaign in which every state of a task and of a project shows.
fn world() -> World {
    let claim = |since: &str, until: &str| format!("\n[claims.zoe]\nsince = {since}\nuntil = {until}\n");
    let with = |title: &str, more: &str| format!("{}{more}", task(title));
    let world = World::with(&[
        ("data/tasks/mphack/c1m2d.toml", &with("Préparer la salle", &claim("2026-11-23", "2026-12-04"))),
        ("data/tasks/mphack/e1x2d.toml", &with("Inviter les anciens", &claim("2026-11-10", "2026-11-20"))),
        ("data/tasks/mphack/s1n2t.toml", &with("Chercher un traiteur", SENT_BACK)),
        ("data/tasks/mphack/a1n2d.toml", &task_with("Réserver, et | payer", "due = 2027-01-29\nskills = [\"web\", \"paie\"]\n")),
        ("data/tasks/mphack/f1n2e.toml", &format!("{}{}{DONE}", task("Choisir le lieu"), claim("2026-11-23", "2026-12-04"))),
        ("data/projects/clos.toml", "title = \"Un projet clos\"\nended = 2026-11-23\n"),
    ]);
    world.remote();
    for (branch, words) in [("un", "claim p4n8w"), ("deux", "close x9c3v --evidence https://example.org/page")] {
        world.git(&format!("switch --quiet --create mpa/{branch} main"));
        world.by("max").run(&format!("{words} --here")).exits(0);
    }
    world.git("switch --quiet main");
    world
}

const SENT_BACK: &str = "\n[sent-back]\nby = \"orga\"\nat = 2026-11-24\nreason = \"Il manque le prix.\"\ndone.by = \"zoe\"\ndone.at = 2026-11-23\n\
     done.evidence = \"https://example.org/traiteur\"\n";
const DONE: &str = "\n[done]\nby = \"zoe\"\nat = 2026-11-24\nevidence = \"https://example.org/lieu\"\n";

type Row = BTreeMap<String, String>;

fn of_csv(run: &Run) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(run.out.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn of_markdown(run: &Run) -> Vec<Row> {
    let cells = |line: &str| -> Vec<String> {
        let inner = line.strip_prefix("| ").unwrap().strip_suffix(" |").unwrap().replace("\\|", "\u{1}");
        inner.split(" | ").map(|cell| cell.replace('\u{1}', "|").replace('\\', "").trim().to_owned()).collect()
    };
    let mut lines = run.out.lines();
    let headings = cells(lines.next().unwrap());
    lines.skip(1).map(|line| headings.iter().cloned().zip(cells(line)).collect()).collect()
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(|it| it.get("by").map_or_else(|| plain(it), plain)).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// What stands in a column and under another name in JSON.
fn of_json(row: &Value, heading: &str, document: &Value) -> String {
    let first = |key: &str| {
        let all = row["deliverables"].as_array().unwrap();
        all.iter().find(|it| it["first"] == true).map(|it| plain(&it[key])).unwrap_or_default()
    };
    match heading {
        "budget" => {
            let [least, most] = ["budget-least", "budget-most"].map(|key| row[key].as_u64().unwrap());
            let written = |minutes: u64| match (minutes / 60, minutes % 60) {
                (0, minutes) => format!("{minutes}m"),
                (hours, 0) => format!("{hours}h"),
                (hours, minutes) => format!("{hours}h{minutes:02}"),
            };
            if least == most { written(most) } else { format!("{}-{}", written(least), written(most)) }
        }
        "fits" => (document["nearest"] == false).to_string(),
        "pending-closing" => (row["pending"][0]["operation"] == "close").to_string(),
        "first-deliverable" => first("title"),
        "first-deliverable-tasks" => first("tasks"),
        "first-deliverable-done" => first("done"),
        "delivered" => {
            let all = row["deliverables"].as_array().unwrap();
            all.iter().find(|it| it["first"] == true).map(|it| plain(&it["delivered"]["at"])).unwrap_or_default()
        }
        "left-later-minutes" => plain(&row["left-later"]),
        "attention" => {
            let all = row["attention"].as_array().unwrap();
            all.iter().map(|it| plain(&it["reason"])).collect::<Vec<_>>().join(" ")
        }
        other => plain(row.get(other.strip_suffix("-minutes").unwrap_or(other)).unwrap_or(&row[heading])),
    }
}

#[test]
fn every_form_of_a_list_means_the_same() {
    let world = world();
    let lists = [
        ("tasks list", "tasks"),
        ("tasks list --all", "tasks"),
        ("tasks list --time 40m", "tasks"),
        ("tasks list --time 40m --limit 1", "tasks"),
        ("tasks list --time 2h --limit 2", "tasks"),
        ("tasks list --status pending,expired,sent-back", "tasks"),
        ("tasks list --status draft", "tasks"),
        ("tasks list --mine", "tasks"),
        ("tasks list --search introuvable", "tasks"),
        ("tasks list --sort fit", "tasks"),
        ("projects list", "projects"),
        ("projects list --theme entraide", "projects"),
        ("themes list", "themes"),
        ("progress", "projects"),
        ("progress mphack", "projects"),
    ];
    for (words, rows) in lists {
        let run = |format: &str| world.by("zoe").run(&format!("{words} --format {format}")).exits(0);
        let (page, json, csv, markdown) = (run("table"), run("json"), run("csv"), run("markdown"));
        let document: Value = serde_json::from_str(&json.out).unwrap();
        let objects = document[rows].as_array().unwrap();
        let grid = of_csv(&csv);
        if words.starts_with("progress") {
            // Its Markdown is for people to read: titles, hours, and all together where there are several.
            let titles: Vec<String> = of_markdown(&markdown).iter().map(|row| row["Projet"].clone()).collect();
            let named = grid.iter().map(|row| row["title"].clone());
            assert_eq!(titles, named.chain((grid.len() > 1).then(|| "Ensemble".to_owned())).collect::<Vec<_>>(), "{markdown}");
        } else {
            assert_eq!(grid, of_markdown(&markdown), "{words}\n{markdown}");
        }
        assert_eq!(csv.err, markdown.err, "{words}");
        assert_eq!(grid.len(), objects.len(), "{words}");
        for (row, object) in grid.iter().zip(objects) {
            for (heading, cell) in row {
                assert_eq!(*cell, of_json(object, heading, &document), "{words}: {heading}\n{object}");
            }
        }
        // The page has the same things in the same order, and says the same of them as a whole.
        let name = if rows == "tasks" { "id" } else { "title" };
        let mut from = 0;
        for row in &grid {
            let shown = row[name].split(' ').next().unwrap();
            from += page.out[from..].find(shown).unwrap_or_else(|| panic!("{words}: {shown} is missing\n{page}"));
        }
        let nearest = "Rien ne tient dans ce temps";
        let is_near = grid.iter().any(|row| row.get("fits").is_some_and(|fits| fits == "false"));
        assert_eq!(page.out.contains(nearest), is_near, "{words}\n{page}");
        assert_eq!(csv.err.contains(nearest), is_near, "{words}\n{csv}");
        let is_cut = document.get("fitting").is_some_and(|fitting| fitting.as_u64() > u64::try_from(grid.len()).ok());
        assert_eq!((page.out.contains(" tâches sur "), csv.err.contains(" tâches sur ")), (false, false));
        assert_eq!(page.out.contains(" sur ") && rows == "tasks", is_cut, "{words}\n{page}");
        assert_eq!(csv.err.contains(" sur "), is_cut, "{words}\n{csv}");
    }
}

/// A broken file is named beside every form, and counted in that for programs.
#[test]
fn every_form_says_that_a_file_was_left_out() {
    let world = world();
    world.write("data/tasks/mphack/b1r2k.toml", "title = ");
    for words in ["", "tasks list", "projects list", "progress", "projects show mphack", "report"] {
        for format in ["table", "text", "json", "csv", "markdown", "html"] {
            let run = world.by("zoe").run(&format!("{words} --format {format}"));
            if run.code == 2 {
                continue;
            }
            let run = run.exits(0).complains("b1r2k.toml");
            if format == "json" {
                let document: Value = serde_json::from_str(&run.out).unwrap();
                let all = [document.get("unreadable"), document["progress"].get("unreadable")];
                assert!(all.iter().any(Option::is_some), "{words}\n{run}");
                assert!(all.into_iter().flatten().all(|it| *it == 1), "{words}\n{run}");
            }
        }
    }
    world.write("data/people/sam.toml", "[joined");
    for words in
        ["report", "export csv -o ../all.csv", "export json -o ../all.json", "export ics -o ../all.ics", "site ../public"]
    {
        world.by("zoe").run(words).exits(0).complains("b1r2k.toml").complains("sam.toml");
    }
    let written = |name: &str| fs::read_to_string(world.top().join(name)).unwrap();
    for name in ["all.json", "public/data.json"] {
        assert_eq!(serde_json::from_str::<Value>(&written(name)).unwrap()["progress"]["unreadable"], 2, "{name}");
    }
    assert!(written("public/fr/index.html").contains("class=\"warning\""));
}

/// Two requests for one task are to be decided, in every form.
#[test]
fn every_form_of_the_queue_means_the_same() {
    let world = world();
    world.git("switch --quiet --create mpa/trois main");
    world.by("zoe").run("claim p4n8w --here --yes").exits(0);
    world.git("switch --quiet main");
    let run = |format: &str| world.by("orga").run(&format!("review --format {format}")).exits(0);
    let (page, json, markdown) = (run("table"), run("json"), run("markdown"));
    let document: Value = serde_json::from_str(&json.out).unwrap();
    let verdicts = document["requests"].as_array().unwrap().iter().map(|it| plain(&it["verdict"]));
    assert_eq!(verdicts.filter(|verdict| verdict == "needs-organiser").count(), 3, "{json}");
    page.says("3 demandes · 0 refusée · 3 à décider · 0 courante");
    assert_eq!(markdown.out.matches("| à décider |").count(), 3, "{markdown}");
    let today: Value = serde_json::from_str(&world.by("orga").run("--format json").exits(0).out).unwrap();
    let rounds = &today["rounds"];
    assert_eq!(rounds["queue"]["requests"].as_array().map(Vec::len), Some(3));
    assert_eq!(rounds["ending"][0]["id"], "e1x2d");
    assert_eq!(rounds["needy"].as_array().map(Vec::len), Some(0));
    let today: Value = serde_json::from_str(&world.by("zoe").run("--format json").exits(0).out).unwrap();
    assert_eq!(today["rounds"], Value::Null);
}

#[test]
fn progress_counts_apart_what_is_due_later() {
    let world = world();
    let page = world.by("zoe").run("progress").exits(0);
    page.says("Reste").says("en 10 jours").says("Plus tard : 2 h, pour le 29 janvier 2027.");
    world.by("zoe").run("progress --lang en").exits(0).says("Later: 2 h, for 29 January 2027.");
    let after = world.by("zoe").on("2026-12-07").run("progress").exits(0);
    after.says("et l’échéance est passée").says("Plus tard : 2 h, pour le 29 janvier 2027.");
    let late = world.by("zoe").on("2027-01-30").run("progress").exits(0);
    late.says("et l’échéance est passée").never_says("Plus tard");
}

#[test]
fn every_form_of_check_means_the_same() {
    let world = world();
    world.write("data/tasks/mphack/b1r2k.toml", "title = \"Ranger\"\nbudget = \"beaucoup\"\nteinte = 1\n");
    for words in ["check", "check --changed-since HEAD"] {
        let run = |format: &str| world.by("orga").run(&format!("{words} --format {format}")).exits(1);
        let document: Value = serde_json::from_str(&run("json").out).unwrap();
        let problems = document["problems"].as_array().unwrap();
        let rows = run("markdown").out.lines().filter(|line| line.starts_with("| ")).count() - 2;
        let notes = run("github").out.lines().filter(|line| line.starts_with("::")).count();
        let issues: Value = serde_json::from_str(&run("gitlab").out).unwrap();
        assert_eq!([rows, notes, issues.as_array().unwrap().len()], [problems.len(); 3], "{words}");
        let elsewhere = document["elsewhere"].as_u64().unwrap();
        assert_eq!(elsewhere > 0, words.contains("since"), "{words}");
        for format in ["table", "markdown", "github", "gitlab"] {
            let found = run(format);
            let all = format!("{}{}", found.out, found.err);
            for problem in problems {
                let field = plain(&problem["field"]);
                assert!(all.contains(field.as_str()), "{words} --format {format}: {field}\n{found}");
            }
            let errors = format!("{} erreurs", document["errors"]);
            assert!(all.contains(&errors), "{words} --format {format}\n{found}");
            assert_eq!(all.contains(&format!("Il reste {elsewhere} ")), elsewhere > 0, "{words} {format}\n{found}");
        }
    }
    world.by("orga").run("review mpa/un --author max --format gitlab").complains("peut être fusionnée");
}
