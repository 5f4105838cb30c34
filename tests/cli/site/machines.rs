//! What programs read: calendars, feeds, data, a map.

use std::fs;
use std::process::Command;

use super::{Pages, values};
use crate::kit::{World, linter};

#[test]
fn a_calendar_has_every_due_day_once_and_lines_as_the_specification_wants_them() {
    let pages = Pages::of(&World::new());
    let calendar = pages.page("fr/calendar.ics");
    for line in calendar.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let whole = calendar.replace("\r\n ", "");
    let ids: Vec<&str> = whole.split("\r\n").filter_map(|line| line.strip_prefix("UID:")).collect();
    for id in ["deadline@20261123.example.org", "mphack.liste@20261123.example.org", "k7q2m@20261123.example.org"] {
        assert_eq!(ids.iter().filter(|it| **it == id).count(), 1, "{id} in {ids:?}");
    }
    assert!(
        whole.contains("DTSTART;VALUE=DATE:20261204") && whole.contains("SUMMARY:Livrable\u{a0}: La liste des tâches"),
        "{whole}"
    );
    assert!(!whole.contains("DTEND"), "a day without an end lasts one day");
    let own = pages.page("en/projects/mphack.ics");
    assert!(
        !own.contains("deadline@20261123.example.org")
            && own.contains("k7q2m@20261123.example.org")
            && own.contains("SUMMARY:Task: "),
        "{own}"
    );
}

#[test]
fn feeds_and_the_map_are_there_where_the_address_is_known() {
    let world = World::new();
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("close k7q2m --evidence https://example.org/liste").exits(0);
    let without = Pages::of(&world);
    assert!(!without.0.keys().any(|path| path.ends_with(".xml")));
    world.anybody().run("site ../public").complains("--base-url");

    let pages = Pages::with(&world, "--base-url https://asso.example.org/hackathon");
    let feed = atom_syndication::Feed::read_from(pages.page("en/successes.xml").as_bytes()).unwrap();
    assert_eq!(feed.title().as_str(), "Campagne d'essai: Successes (Atom feed)");
    assert_eq!(feed.entries().len(), 1);
    let entry = &feed.entries()[0];
    assert_eq!(entry.links()[0].href(), "https://asso.example.org/hackathon/en/tasks/k7q2m.html");
    assert_eq!(entry.updated().to_rfc3339(), "2026-11-24T00:00:00+00:00");
    let feed = atom_syndication::Feed::read_from(pages.page("fr/tasks.xml").as_bytes()).unwrap();
    assert_eq!(feed.title().as_str(), "Campagne d'essai\u{a0}: Nouvelles tâches (flux Atom)");
    assert_eq!(feed.entries().len(), 5);
    let map = pages.page("sitemap.xml");
    for (path, _) in pages.html().filter(|(path, _)| path.starts_with("fr/") && !path.contains('-')) {
        assert!(map.contains(&format!("<loc>https://asso.example.org/hackathon/{path}</loc>")), "{path}");
    }
    let home = pages.page("fr/index.html");
    assert!(home.contains("hreflang=\"x-default\" href=\"https://asso.example.org/hackathon/fr/index.html\""), "{home}");
    assert!(values(home, "content").contains(&"https://asso.example.org/hackathon/fr/index.html".to_owned()));
}

#[test]
fn a_link_to_the_pages_is_shown_with_a_picture_in_its_language() {
    let world = World::new();
    let without = Pages::of(&world);
    assert!(!without.0.keys().any(|path| path.ends_with(".png")) && !without.page("fr/index.html").contains("og:image"));
    let pages = Pages::with(&world, "--base-url https://asso.example.org/hackathon");
    for (path, page) in pages.html().filter(|(path, _)| path.contains('/')) {
        let picture = format!("https://asso.example.org/hackathon/{}/card.png", &path[..2]);
        assert!(values(page, "content").contains(&picture), "{path}");
    }
    let picture = |language: &str| fs::read(world.top().join("public").join(language).join("card.png")).unwrap();
    let before = picture("fr");
    assert_ne!(before, picture("en"));
    for bytes in [&before, &picture("en")] {
        assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n");
        assert_eq!(bytes[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 × 630");
        assert!(bytes.len() < 200_000, "{}", bytes.len());
    }
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("close k7q2m --evidence https://example.org/liste").exits(0);
    Pages::with(&world, "--base-url https://asso.example.org/hackathon");
    assert_ne!(picture("fr"), before, "it says how much is done");
    // Nothing of what a campaign may be called keeps the pages from being written.
    for name in ["漢字 🏮", "A", &"Long ".repeat(30), &"W".repeat(150)] {
        let text = world.read("data/mpa.toml");
        let lines = text
            .lines()
            .map(|line| if line.starts_with("name = ") { format!("name = \"{}\"", name.trim()) } else { line.to_owned() });
        let text = lines.collect::<Vec<_>>().join("\n") + "\n";
        world.write("data/mpa.toml", text);
        Pages::with(&world, "--base-url https://asso.example.org/hackathon");
        assert!(picture("fr").len() > 10_000, "{name}");
    }
}

#[test]
fn an_address_where_nothing_can_be_published_is_refused() {
    let world = World::new();
    for address in [
        "http://example.org",
        "javascript:x",
        "asso.example.org",
        "https://u:p@example.org",
        "https://example.org/?x=1",
        "https://",
    ] {
        world.anybody().run(&format!("site ../public --base-url {address}")).exits(2).complains("une adresse https");
    }
    assert!(!world.top().join("public").exists());
}

#[test]
fn the_data_fit_their_schema_and_what_lacks_something_does_not() {
    let Some(check) = linter("python/bin/check-jsonschema") else { return };
    let world = World::new();
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("close k7q2m --evidence https://example.org/liste").exits(0);
    world.by("tom").run("claim p4n8w").exits(0);
    world.by("orga").run("deliver mphack liste --evidence https://example.org/livre").exits(0);
    let pages = Pages::of(&world);
    let folder = world.top().join("public");
    let fits = |text: &str| {
        let file = world.top().join("data.json");
        fs::write(&file, text).unwrap();
        let run = Command::new(&check).arg("--schemafile").arg(folder.join("data.schema.json")).arg(file).output().unwrap();
        (run.status.success(), String::from_utf8_lossy(&run.stdout).into_owned())
    };
    let data = pages.page("data.json");
    let (is_fit, told) = fits(data);
    assert!(is_fit, "{told}");
    for (found, other) in [
        ("\"days-left\":", "\"days\":"),
        ("\"done-when\": \"", "\"done-when\": 3, \"x\": \""),
        ("\"version\": 1", "\"version\": \"1\""),
    ] {
        assert!(data.contains(found), "{found}");
        assert!(!fits(&data.replacen(found, other, 1)).0, "without {found}");
    }
}
