//! Editing lists, resources and records in the ways people write them.

use crate::domain::name::{Slug, TaskId};
use crate::domain::task::{Resource, Task};
use crate::rules::operation::{self, Parties};
use crate::store::{decode_task, edit_task};

use super::random::{day, handle};

const TASK: &str = r#"title = "Mettre en ligne la liste"
budget = "2h"
done-when = "La liste est visible."
created = 2026-11-23
skills = [
    # Pour la page :
    "web",  # un peu
    # Pour l’affiche :
    "dessin",
]
after = ["abcde"]

[resources]  # à lire
# Le premier.
"Modèle" = "https://example.org/modele"  # en ligne
"l'autre" = 'https://example.org/autre'
"#;

fn read(bytes: &[u8]) -> Task {
    let decoded = decode_task(&TaskId::new("k7q2m").unwrap(), &Slug::new("mphack").unwrap(), "", bytes);
    decoded.value.unwrap_or_else(|| panic!("{:#?}", decoded.problems))
}

/// What `file` is after `change`.
fn edited(file: &str, change: impl FnOnce(&mut Task)) -> String {
    let before = read(file.as_bytes());
    let mut after = before.clone();
    change(&mut after);
    let bytes = edit_task(file.as_bytes(), &before, &after).unwrap_or_else(|_| panic!("{after:#?}\n{file}"));
    assert_eq!(Task { extra: Default::default(), ..read(&bytes) }, Task { extra: Default::default(), ..after });
    String::from_utf8(bytes).unwrap()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(ToString::to_string).collect()
}

fn resource(label: &str, link: &str) -> Resource {
    Resource { label: label.to_owned(), link: format!("https://example.org/{link}") }
}

#[test]
fn a_list_keeps_the_comments_of_what_stays() {
    let dessin = "    # Pour l’affiche :\n    \"dessin\",\n";
    let web = "    # Pour la page :\n    \"web\",  # un peu\n";
    let more = edited(TASK, |task| task.skills = texts(&["web", "dessin", "plume"]));
    assert_eq!(more, TASK.replace(dessin, &format!("{dessin}    \"plume\",\n")));
    assert_eq!(edited(TASK, |task| task.skills = texts(&["web"])), TASK.replace(dessin, ""));
    assert_eq!(edited(TASK, |task| task.skills = texts(&["dessin"])), TASK.replace(web, ""));
    let open = TASK.replace("    \"dessin\",\n", "    \"dessin\" # sans virgule\n");
    let more = edited(&open, |task| task.skills = texts(&["dessin", "plume"]));
    assert_eq!(
        more,
        open.replace(web, "").replace("\"dessin\" # sans virgule\n", "\"dessin\", # sans virgule\n    \"plume\",\n")
    );
    let one = edited(TASK, |task| task.after = ["abcde", "abcdf"].map(|id| TaskId::new(id).unwrap()).to_vec());
    assert_eq!(one, TASK.replace("[\"abcde\"]", "[\n    \"abcde\",\n    \"abcdf\",\n]"));
    assert_eq!(edited(TASK, |task| task.after.clear()), TASK.replace("after = [\"abcde\"]\n", ""));
}

#[test]
fn resources_keep_the_comments_of_what_stays() {
    let more = edited(TASK, |task| task.resources.push(resource("Troisième", "3")));
    assert_eq!(more, format!("{TASK}\"Troisième\" = \"https://example.org/3\"\n"));
    let changed = edited(TASK, |task| task.resources[0].link = "https://example.org/neuf".to_owned());
    assert_eq!(changed, TASK.replace("https://example.org/modele", "https://example.org/neuf"));
    let fewer = edited(TASK, |task| drop(task.resources.remove(1)));
    assert_eq!(fewer, TASK.replace("\"l'autre\" = 'https://example.org/autre'\n", ""));
    let inline =
        TASK.split("\n[resources]").next().unwrap().to_owned() + "resources = { a = \"https://example.org/a\" }  # ici\n";
    let more = edited(&inline, |task| task.resources.push(resource("b", "b")));
    assert!(more.contains("[resources]  # ici\na = \"https://example.org/a\"\nb = \"https://example.org/b\"\n"), "{more}");
}

#[test]
fn new_keys_go_where_the_format_has_them() {
    let file = "# Une tâche.\ntitle = \"T\"\ncreated = 2026-11-23 # hier\nbudget = \"2h\"\n\nx = 1\n";
    let more = edited(file, |task| task.due = Some(day("2026-12-01")));
    assert_eq!(more, file.replace("budget = \"2h\"\n", "budget = \"2h\"\ndue = 2026-12-01\n"));
}

/// `file` after `ana` claimed on 24 November.
fn claimed(file: &str) -> String {
    edited(file, |task| {
        let ana = handle("ana");
        *task = operation::claim(task, Parties { by: &ana, actor: &ana }, day("2026-11-24"), day("2026-12-04")).unwrap();
    })
}

const CLAIM: &str = "\n[claims.ana]\nsince = 2026-11-24\nuntil = 2026-12-04\n";

#[test]
fn a_claim_is_a_few_lines_at_the_end() {
    assert_eq!(claimed(TASK), format!("{TASK}{CLAIM}"));
    assert_eq!(claimed(TASK.trim_end()), format!("{TASK}{CLAIM}"));
    let windows = format!("\u{feff}{}", TASK.replace('\n', "\r\n"));
    assert_eq!(claimed(&windows), format!("{windows}{}", CLAIM.replace('\n', "\r\n")));
}

#[test]
fn a_task_released_and_taken_again_the_same_day_moves_too() {
    let released = "[claims.ana]\nsince = 2026-11-24\nreleased = 2026-11-24\nuntil = 2026-12-04\n";
    let others = "\n[claims.bob]\nsince = 2026-11-10\nreleased = 2026-11-11\nuntil = 2026-11-20\n";
    assert_eq!(claimed(&format!("{TASK}\n{released}{others}")), format!("{TASK}{others}{CLAIM}"));
}

#[test]
fn records_of_others_stay_as_they_were_written() {
    let bob = "{ since = 2026-11-20, released = 2026-11-22, until = 2026-11-30 }";
    let dotted = TASK.replace("\n[resources]", &format!("claims.bob = {bob}  # parti\n\n[resources]"));
    assert_eq!(claimed(&dotted), format!("{dotted}{CLAIM}"));
    let section = format!("{TASK}\n[claims]\n# Parti.\nbob = {bob}\n");
    assert_eq!(claimed(&section), format!("{section}{CLAIM}"));
    let all = TASK.replace("\n[resources]", &format!("claims = {{ bob = {bob} }}\n\n[resources]"));
    let said = claimed(&all);
    assert!(said.contains(&format!("bob = {bob}\n")) && said.ends_with(CLAIM), "{said}");
}

#[test]
fn keys_of_a_claim_that_are_not_known_stay_before_until() {
    let file = format!(
        "{TASK}\n[claims.ana]\nsince = 2026-11-20\nuntil = 2026-11-22\nx = 1\n\n[claims.ana.y]\nz = 1\n\n[other]\na = 1\n"
    );
    let said = claimed(&file);
    let record = "[claims.ana]\nsince = 2026-11-24\nx = 1\ny.z = 1\nuntil = 2026-12-04\n";
    assert_eq!(said, format!("{TASK}\n[other]\na = 1\n\n{record}"));
}

#[test]
fn interleaved_keys_are_grouped_only_when_something_changes() {
    let file = "a.x = 1\ntitle = \"T\"\na.y = 2\nbudget = \"2h\"\ncreated = 2026-11-23\n";
    assert_eq!(edited(file, |_| {}), file);
    let said = edited(file, |task| task.title = "U".to_owned());
    assert_eq!(said, "a.x = 1\na.y = 2\ntitle = \"U\"\nbudget = \"2h\"\ncreated = 2026-11-23\n");
}
