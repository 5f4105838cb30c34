//! What editors are told of the files: where it is put, and whether it says what is read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use mpa::store::{decode, key_of};

use crate::each_field::FILES;
use crate::kit::{World, linter};

const KINDS: [&str; 5] = ["campaign", "theme", "project", "task", "person"];

/// What is refused both by whoever reads the file and by the schema: a line of a sample, and what stands there instead.
const WRONG: [(&str, &str, &str); 37] = [
    ("data/mpa.toml", "format = 1", "format = 2"),
    ("data/mpa.toml", "format = 1", ""),
    ("data/mpa.toml", "name = \"Campagne\"", "name = \"\""),
    ("data/mpa.toml", "language = \"fr\"", "language = \"de\""),
    ("data/mpa.toml", "timezone = \"Europe/Paris\"", "timezone = \"heure de Paris\""),
    ("data/mpa.toml", "started = 2026-11-23", "started = 1926-11-23"),
    ("data/mpa.toml", "deadline = \"sainte-barbe\"", "deadline = \"noël\""),
    ("data/mpa.toml", "organisers = [\"orga\", \"lea\"]", "organisers = [\"orga\", \"Léa\"]"),
    ("data/mpa.toml", "organisers = [\"orga\", \"lea\"]", "organisers = \"orga\""),
    ("data/mpa.toml", "days = 10", "days = \"dix\""),
    ("data/mpa.toml", "limit = 3", "limit = 10001"),
    ("data/mpa.toml", "mode = \"direct\"", "mode = \"directe\""),
    ("data/mpa.toml", "remote = \"origin\"", "remote = \"team/origin\""),
    ("data/mpa.toml", "main = \"main\"", "main = \"a..b\""),
    ("data/mpa.toml", "\"La page\" = \"https://example.org/page\"", "\"La page\" = \"http://example.org/page\""),
    ("data/themes/fete.toml", "title = \"La fête\"", "title = 3"),
    ("data/themes/fete.toml", "ideas = [\"Danser\"]", "ideas = [\"\"]"),
    ("data/projects/bal.toml", "theme = \"entraide\"", "theme = \"Entraide\""),
    ("data/projects/bal.toml", "votes = 12", "votes = -1"),
    ("data/projects/bal.toml", "of = 20", "of = 0"),
    ("data/projects/bal.toml", "first = true", "first = \"oui\""),
    ("data/projects/bal.toml", "[deliverables.salle]", "[deliverables.\"La salle\"]"),
    ("data/projects/bal.toml", "delivered.by = \"lea\"", ""),
    ("data/tasks/mphack/aaaa2-ranger.toml", "budget = \"2h-3h\"", "budget = \"beaucoup\""),
    ("data/tasks/mphack/aaaa2-ranger.toml", "budget = \"2h-3h\"", "budget = 2"),
    ("data/tasks/mphack/aaaa2-ranger.toml", "created = 2026-11-23", "created = 2026-11-23T10:00:00"),
    ("data/tasks/mphack/aaaa2-ranger.toml", "where = \"remote\"", "where = \"partout\""),
    ("data/tasks/mphack/aaaa2-ranger.toml", "after = [\"p4n8w\", \"x9c3v\"]", "after = [\"p4n8u\"]"),
    ("data/tasks/mphack/aaaa2-ranger.toml", "[resources]\n\"Modèle\" = \"https://example.org/modele\"\n", ""),
    ("data/tasks/mphack/aaaa2-ranger.toml", "[claims.ana]", "[claims.Ana]"),
    ("data/tasks/mphack/aaaa2-ranger.toml", "spent.2026-11-23", "spent.lundi"),
    ("data/tasks/mphack/aaaa2-ranger.toml", "until = 2026-12-02", ""),
    ("data/tasks/mphack/aaaa3-compter.toml", "evidence = \"https://example.org/chaises\"", "evidence = \"fait\""),
    ("data/tasks/mphack/aaaa3-compter.toml", "evidence = \"https://example.org/chaises\"", "evidence = \"../chaises.txt\""),
    ("data/tasks/mphack/aaaa4-louer.toml", "draft = true", "draft = \"oui\""),
    ("data/people/ana.toml", "forge = \"ana-x\"", "forge = \"ana x\""),
    ("data/people/ana.toml", "mphack = 2026-11-23", "mphack = \"hier\""),
];

/// What a schema cannot say: only whoever reads the file refuses it.
const BEYOND: [(&str, &str, &str); 8] = [
    // A handle that Windows keeps for a device.
    ("data/mpa.toml", "\"orga\", \"lea\"", "\"con\", \"lea\""),
    // A time zone that there is not.
    ("data/mpa.toml", "Europe/Paris", "Europe/Avignon"),
    // Two values that do not go together.
    ("data/projects/bal.toml", "votes = 12", "votes = 21"),
    ("data/tasks/mphack/aaaa2-ranger.toml", "until = 2026-12-02", "until = 2026-11-01"),
    ("data/tasks/mphack/aaaa2-ranger.toml", "2h-3h", "3h-2h"),
    // A day that is in no calendar, in quotes: without, it is no TOML.
    ("data/tasks/mphack/aaaa2-ranger.toml", "created = 2026-11-23", "created = \"2026-02-30\""),
    // Characters that nobody sees.
    ("data/tasks/mphack/aaaa2-ranger.toml", "Ranger les", "Ranger\u{202e} les"),
    // A file name, or a task that there is not, is no matter of one file.
    ("data/people/ana.toml", "promotion = \"P04\"", "promotion = \"P04 04\""),
];

/// What is read, and tidied up by `mpa check --fix`, or warned of: an editor says it while it is typed.
const STRICTER: [(&str, &str, &str); 3] = [
    ("data/tasks/mphack/aaaa2-ranger.toml", "budget = \"2h-3h\"", "budget = \"2 h 30\""),
    ("data/tasks/mphack/aaaa2-ranger.toml", "due = 2026-12-02", "due = \"02/12/2026\""),
    ("data/tasks/mphack/aaaa2-ranger.toml", "deliverable = ", "delivrable = "),
];

fn kind(path: &str) -> &'static str {
    let folders = [("data/mpa.toml", "campaign"), ("data/themes", "theme"), ("data/projects", "project"), ("data/tasks", "task")];
    folders.iter().find(|(start, _)| path.starts_with(start)).map_or("person", |(_, kind)| *kind)
}

/// The sample at `path` with `from` replaced by `to`.
fn altered((path, from, to): (&str, &str, &str)) -> String {
    let (_, sample, _) = FILES.into_iter().find(|(known, ..)| *known == path).unwrap();
    assert!(sample.contains(from), "{path}: {from}");
    sample.replacen(from, to, 1)
}

fn is_refused(path: &str, text: &str) -> bool {
    decode(&key_of(path).unwrap(), path, text.as_bytes()).has_errors()
}

/// A campaign with the schemas.
fn world(language: &str) -> World {
    let world = World::empty();
    world.anybody().env("MPA_LANG", language).run("init --name Fête --as zoe --contact a@example.org").exits(0);
    world
}

/// Which of `texts`, each with the path of the sample it is made of, the schemas of `world` refuse.
fn refused_by_schema(program: &Path, world: &World, texts: &[(&str, String)]) -> Vec<bool> {
    let mut refused = vec![false; texts.len()];
    for wanted in KINDS {
        let place = |at: usize| world.top().join(format!("{at}.toml"));
        let of_kind: Vec<usize> = (0..texts.len()).filter(|at| kind(texts[*at].0) == wanted).collect();
        if of_kind.is_empty() {
            continue;
        }
        let places: Vec<PathBuf> = of_kind.iter().map(|at| place(*at)).collect();
        of_kind.iter().for_each(|at| fs::write(place(*at), &texts[*at].1).unwrap());
        let schema = world.path(&format!(".schemas/{wanted}.json"));
        let output = Command::new(program).args(["-o", "json", "--schemafile"]).arg(schema).args(&places).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let answer: serde_json::Value = serde_json::from_str(&said).unwrap_or_else(|cause| panic!("{cause}: {said}"));
        assert!(answer["parse_errors"].as_array().is_none_or(Vec::is_empty), "{said}");
        for error in answer["errors"].as_array().unwrap() {
            let name = error["filename"].as_str().unwrap();
            let at = of_kind.iter().find(|at| name.ends_with(&format!("/{at}.toml"))).unwrap();
            refused[*at] = true;
        }
    }
    refused
}

#[test]
fn what_is_read_fits_and_what_is_refused_does_not() {
    let readers: Vec<bool> = [&WRONG[..], &BEYOND].concat().iter().map(|it| is_refused(it.0, &altered(*it))).collect();
    let mild: Vec<bool> = STRICTER.iter().map(|it| is_refused(it.0, &altered(*it))).collect();
    let odd = |all: &[(&str, &str, &str)], found: &[bool], wanted: bool| {
        let odd = all.iter().zip(found).filter(|(_, found)| **found != wanted);
        odd.map(|((path, _, to), _)| format!("{path}: {to}")).collect::<Vec<_>>()
    };
    assert_eq!(odd(&[&WRONG[..], &BEYOND].concat(), &readers, true), [""; 0], "whoever reads them");
    assert_eq!(odd(&STRICTER, &mild, false), [""; 0], "whoever reads them");
    let Some(program) = linter("python/bin/check-jsonschema") else { return };
    let world = world("fr");
    let mut texts: Vec<(&str, String)> = FILES.iter().map(|(path, text, _)| (*path, (*text).to_owned())).collect();
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tracked = Command::new("git").args(["ls-files", "data"]).current_dir(own).output().unwrap();
    let paths = String::from_utf8(tracked.stdout).unwrap();
    texts.extend(paths.lines().map(|path| (path, fs::read_to_string(own.join(path)).unwrap())));
    assert!(texts.len() > 30, "{}", texts.len());
    assert!(refused_by_schema(&program, &world, &texts).iter().all(|refused| !refused), "samples");
    let alter = |all: &[(&'static str, &'static str, &'static str)]| -> Vec<(&str, String)> {
        all.iter().map(|it| (it.0, altered(*it))).collect()
    };
    for (all, wanted) in [(&WRONG[..], true), (&BEYOND, false), (&STRICTER, true)] {
        assert_eq!(odd(all, &refused_by_schema(&program, &world, &alter(all)), wanted), [""; 0], "the schema, {wanted}");
    }
}

#[test]
fn they_are_schemas_and_every_word_of_them_is_the_campaigns() {
    for (language, word) in [("fr", "Le temps qu’elle devrait prendre"), ("en", "The time it should take")] {
        let world = world(language);
        for kind in KINDS {
            let text = world.read(&format!(".schemas/{kind}.json"));
            let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert!(schema["type"] == "object" && !text.contains("schema-"), "{text}");
        }
        assert!(world.read(".schemas/task.json").contains(word));
        let wiring: toml_edit::DocumentMut = world.read(".taplo.toml").parse().unwrap();
        for (rule, kind) in wiring["rule"].as_array_of_tables().unwrap().iter().zip(KINDS) {
            assert_eq!(rule["schema"]["path"].as_str(), Some(&*format!(".schemas/{kind}.json")));
        }
        if let Some(program) = linter("python/bin/check-jsonschema") {
            let schemas = KINDS.map(|kind| world.path(&format!(".schemas/{kind}.json")));
            let output = Command::new(program).arg("--check-metaschema").args(schemas).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        }
        world.anybody().run("check").exits(0);
    }
}

#[test]
fn this_repository_has_those_of_its_own_campaign() {
    let (world, own) = (world("fr"), Path::new(env!("CARGO_MANIFEST_DIR")));
    for path in world.git("ls-files .schemas .taplo.toml").lines() {
        assert!(fs::read_to_string(own.join(path)).unwrap() == world.read(path), "{path}: type mpa init --schemas");
    }
}

#[test]
fn a_campaign_that_is_there_gets_them_and_newer_ones() {
    let world = World::new();
    let (before, state) = (world.commits(), world.state());
    world.by("orga").run("init --schemas --dry-run").exits(0).says("+++ b/.schemas/task.json");
    world.by("zoe").run("init --schemas").exits(1).complains("Qui peut décider : orga");
    assert_eq!(world.state(), state);
    world.by("orga").run("init --schemas").exits(0).says("les éditeurs qui connaissent Taplo").never_says("envoyé");
    world.has_one_commit_more_than(before);
    assert_eq!(world.git("show --format= --name-only HEAD").lines().count(), KINDS.len() + 1);
    let text = world.read(".schemas/task.json");
    world.by("orga").run("init --schemas").exits(0).says("les éditeurs le savent déjà");
    world.write(".schemas/task.json", "{}\n");
    world.write(".taplo.toml", "# à nous\n");
    world.commit("Anciens");
    world.by("orga").run("init --schemas").exits(0).says(".taplo.toml existait déjà");
    assert_eq!((world.read(".schemas/task.json"), world.read(".taplo.toml")), (text, "# à nous\n".to_owned()));
    world.is_clean();
}
