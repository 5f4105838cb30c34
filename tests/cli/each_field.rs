//! Every field of every kind of file, found by itself in files that hold them all: whoever changes one by hand does nothing
//! that goes unread, and what is shown of the file tells it; and what is sent arrives, whatever others did meanwhile.

use mpa::store::{decode, key_of};
use toml_edit::{Datetime, DocumentMut, Item, TableLike, Value};

use crate::kit::World;

const TASK: &str = r#"title = "Ranger les fiches de la salle"
budget = "2h-3h"
done-when = "Toutes les fiches sont rangées."
created = 2026-11-23
description = "Elles sont dans le placard."
deliverable = "liste"
due = 2026-12-02
where = "remote"
skills = ["rangement"]
after = ["p4n8w", "x9c3v"]

[resources]
"Modèle" = "https://example.org/modele"

[claims.ana]
since = 2026-11-23
recorded-by = "lea"
renewed = 1
spent.2026-11-23 = "30m"
released = 2026-11-24
handover = "La moitié est faite."
until = 2026-12-02

[sent-back]
by = "lea"
at = 2026-11-24
reason = "Il en manque."
done.by = "ana"
done.at = 2026-11-23
done.evidence = "https://example.org/fiches"
done.note = "Presque tout."
"#;

const ENDED: &str = r#"title = "Compter les chaises de la salle"
budget = "1h"
done-when = "Le nombre est noté."
created = 2026-11-23

[resources]
"Plan" = "https://example.org/plan"

[reopened]
by = "lea"
at = 2026-11-23
reason = "Finalement, si."

[done]
by = "ana"
at = 2026-11-24
evidence = "https://example.org/chaises"
note = "Cent."
recorded-by = "lea"
"#;

const GIVEN_UP: &str = r#"title = "Louer des chaises pour la salle"
budget = "1h"
done-when = "Elles sont louées."
created = 2026-11-23
draft = true

[resources]
"Plan" = "https://example.org/plan"

[cancelled]
by = "lea"
at = 2026-11-24
reason = "Il y en a assez."
"#;

const PROJECT: &str = r#"title = "Le bal"
theme = "entraide"
idea = "Danser."
summary = "Un bal pour tout le monde."
leads = ["lea"]
contact = "bal@example.org"
needs = ["Une salle"]
ended = 2026-12-31

[poll]
at = 2026-11-23
votes = 12
of = 20

[deliverables.salle]
title = "Une salle retenue"
due = 2026-12-02
first = true
delivered.by = "lea"
delivered.at = 2026-11-24
delivered.evidence = "https://example.org/salle"
"#;

const THEME: &str = "title = \"La fête\"\nquestion = \"Comment fêter ?\"\nideas = [\"Danser\"]\n";

const PERSON: &str = "forge = \"ana-x\"\nskills = [\"dessin\"]\npromotion = \"P04\"\n\n[joined]\nmphack = 2026-11-23\n";

const CAMPAIGN: &str = r#"format = 1
name = "Campagne"
language = "fr"
timezone = "Europe/Paris"
started = 2026-11-23
deadline = "sainte-barbe"
organisers = ["orga", "lea"]
contact = "contact@example.org"

[also]
"La page" = "https://example.org/page"

[claims]
days = 10
warn-days = 3
limit = 3
renewals = 2
cooldown-days = 3

[workflow]
mode = "direct"
remote = "origin"
main = "main"
forge = "none"
send = "ask"
"#;

/// The files, and what shows each.
pub const FILES: [(&str, &str, &str); 7] = [
    ("data/tasks/mphack/aaaa2-ranger.toml", TASK, "tasks aaaa2"),
    ("data/tasks/mphack/aaaa3-compter.toml", ENDED, "tasks aaaa3"),
    ("data/tasks/mphack/aaaa4-louer.toml", GIVEN_UP, "tasks aaaa4"),
    ("data/projects/bal.toml", PROJECT, "projects show bal"),
    ("data/themes/fete.toml", THEME, "themes show fete"),
    ("data/people/ana.toml", PERSON, ""),
    ("data/mpa.toml", CAMPAIGN, ""),
];

/// The paths of all values below `table`.
fn leaves(table: &dyn TableLike, above: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (key, item) in table.iter() {
        let path = [above, &[key.to_owned()]].concat();
        match item.as_table_like() {
            Some(below) => found.extend(leaves(below, &path)),
            None => found.push(path),
        }
    }
    found
}

fn at<'d>(document: &'d mut DocumentMut, path: &[String]) -> &'d mut Item {
    path.iter().fold(document.as_item_mut(), |item, key| &mut item[key.as_str()])
}

/// Another value of the same kind.
fn another(value: &Value) -> Value {
    let next = |day: &Datetime| day.to_string().replace("2026-1", "2025-1").parse::<Datetime>().unwrap();
    match value {
        Value::String(text) => match text.value().as_str() {
            "2h-3h" | "1h" => "4h".into(),
            "30m" => "45m".into(),
            "fr" => "en".into(),
            "Europe/Paris" => "Europe/Oslo".into(),
            "remote" => "on-site".into(),
            "direct" => "pull-request".into(),
            "none" => "github".into(),
            "ask" => "always".into(),
            "sainte-barbe" => "2026-12-24".into(),
            "P04" => "P05".into(),
            other if other.starts_with("https://") => format!("{other}2").into(),
            other => format!("x{other}").into(),
        },
        Value::Integer(number) => (number.value() + 1).into(),
        Value::Boolean(is) => (!is.value()).into(),
        Value::Datetime(day) => next(day.value()).into(),
        Value::Array(list) => {
            let mut list = list.clone();
            list.remove(0);
            list.into()
        }
        other => panic!("{other} is of a kind that no file holds"),
    }
}

/// Every version of `text` in which one value is another, is gone, or is joined by one that nobody reads.
fn versions(text: &str) -> Vec<(String, String)> {
    let document: DocumentMut = text.parse().unwrap();
    let mut found = Vec::new();
    for path in leaves(document.as_table(), &[]) {
        let name = path.join(".");
        let mut changed = document.clone();
        let item = at(&mut changed, &path);
        match item.as_value() {
            Some(value) => *item = toml_edit::value(another(value)),
            // A list of tables.
            None => *item = Item::None,
        }
        found.push((name.clone(), changed.to_string()));
        let mut gone = document.clone();
        let (last, above) = path.split_last().unwrap();
        at(&mut gone, above).as_table_like_mut().unwrap().remove(last);
        found.push((format!("{name} gone"), gone.to_string()));
        let mut more = document.clone();
        at(&mut more, above)[format!("{last}-x").as_str()] = toml_edit::value(1);
        found.push((format!("{name} joined"), more.to_string()));
    }
    found
}

#[test]
fn whoever_changes_one_by_hand_is_read() {
    let files: Vec<(&str, &str)> = FILES.iter().map(|(path, text, _)| (*path, *text)).collect();
    let world = World::with(&files);
    world.anybody().run("check").exits(0);
    let shown = |page: &str| (!page.is_empty()).then(|| world.anybody().run(&format!("{page} --format json")).out);
    let mut passed = Vec::new();
    let mut count = 0;
    for (path, text, page) in FILES {
        let before = shown(page);
        for (name, changed) in versions(text) {
            count += 1;
            world.write(path, &changed);
            let unseen = !name.ends_with("joined") && before.is_some() && shown(page) == before;
            world.commit(&name);
            let run = world.anybody().run("review main~1..main --author max --require routine");
            world.git("reset --quiet --hard HEAD~1");
            passed.extend((run.code == 0).then(|| format!("{path}: {name} goes unread")));
            passed.extend(unseen.then(|| format!("{path}: {name} is not shown")));
        }
    }
    assert!(count > 200, "{count}");
    assert!(passed.is_empty(), "{}", passed.join("\n"));
}

/// What the file at `path` means when it holds `text`.
fn meaning(path: &str, text: &str) -> String {
    format!("{:?}", decode(&key_of(path).unwrap(), path, text.as_bytes()).value.unwrap())
}

#[test]
fn whoever_changes_one_by_hand_sees_it_arrive_or_hears_that_it_does_not() {
    // Somebody else changes each file meanwhile, far from what is changed here.
    let at = |text: &str, count: u8| format!("{text}\n[x]\nmeanwhile = {count}\n");
    let files = FILES.map(|(path, text, _)| (path, at(text, 1)));
    let world = World::with(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
    world.remote();
    let base = world.head();
    FILES.iter().for_each(|(path, text, _)| world.write(path, at(text, 2)));
    world.commit("Ailleurs");
    world.git("push --quiet origin main");
    let moved = world.head();
    let (mut arrived, mut lost) = (0, Vec::new());
    for (path, text, _) in FILES {
        for (name, changed) in versions(text).into_iter().filter(|(name, _)| !name.ends_with("joined")) {
            world.git(&format!("reset --quiet --hard {base}"));
            world.git(&format!("update-ref refs/remotes/origin/main {base}"));
            world.git(&format!("--git-dir=../origin.git update-ref refs/heads/main {moved}"));
            world.write(path, at(&changed, 1));
            world.commit(&name);
            let run = world.by("orga").run("sync --rebase");
            let has_arrived = run.code == 0 && run.out.contains("C’est envoyé");
            // The new way of sending knows no commits without a request: it names what it leaves.
            assert!(has_arrived || run.code != 0 || run.out.contains("a un commit que le dépôt partagé n’a pas"), "{}", run.out);
            arrived += usize::from(has_arrived);
            let wanted = at(if has_arrived { &changed } else { text }, 2);
            let there = world.git(&format!("--git-dir=../origin.git show main:{path}"));
            lost.extend(
                (meaning(path, &there) != meaning(path, &wanted)).then(|| format!("{path}: {name}: {has_arrived}\n{there}")),
            );
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    assert!(arrived > 80, "{arrived}");
}
