//! Texts from outside do nothing: not in HTML, not in an address, not in a calendar, a feed or JSON.

use super::{Pages, text, values};
use crate::kit::World;

const NASTY: &str = r#"title = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> &amp; \u202e"
budget = "2h"
done-when = "]]> <b>fini</b>\nBEGIN:VEVENT\r\nX:1"
created = 2026-11-23
skills = ["\"><svg onload=alert(3)>", "../../../etc"]
where = "on-site"
place = "javascript:alert(4)"
contact = "javascript:alert(5)"
description = """
<iframe src="https://evil.example.org"></iframe> [x](javascript:alert(6)) ![p](https://evil.example.org/p.png)
<style>*{display:none}</style> [y](https://example.org/?a="b)
"""

[resources]
"<i>Lien" = "javascript:alert(7)"
"Bon" = "https://example.org/?a=1&b=2"

[claims.zoe]
since = 2026-11-23
until = 2026-12-04

[done]
by = "zoe"
at = 2026-11-24
evidence = "https://example.org/\"onmouseover=\"alert(8)"
"#;

fn world() -> World {
    let free = NASTY.split("[claims").next().unwrap().to_owned();
    let world = World::new();
    world.write("data/tasks/mphack/abcde-x.toml", NASTY);
    world.write("data/tasks/mphack/abcdf-y.toml", free);
    world.write(
        "data/themes/nuit.toml",
        "title = \"<u>Nuit\"\nquestion = \"<script>x</script>\"\nideas = [\"<a href=javascript:x>\"]\n",
    );
    world.write(
        "data/projects/mphack.toml",
        "title = \"</title><script>x</script>\"\ntheme = \"nuit\"\nsummary = \"<script>y</script>\"\nneeds = [\"<b>\"]\ncontact = \"data:text/html,x\"\n",
    );
    world.commit("Des textes hostiles");
    world
}

#[test]
fn a_page_runs_and_loads_nothing_but_its_own() {
    let pages = Pages::with(&world(), "--base-url https://asso.example.org/h/");
    let known = ["site.js", "../site.js", "../../site.js"];
    for (path, page) in pages.html() {
        assert_eq!(page.matches("<script").count(), usize::from(path != "index.html"), "{path}");
        for source in values(page, "src") {
            assert!(known.contains(&source.as_str()), "{path}: {source}");
        }
        for foreign in ["<img", "<iframe", "<style", "<svg onload", " style=", "<i>Lien", "<u>Nuit"] {
            assert!(!page.contains(foreign), "{foreign} on {path}");
        }
        let event = regex_lite::Regex::new("<[a-z0-9]+(?: [a-z-]+(?:=\"[^\"]*\")?)* on[a-z]+=").unwrap();
        assert!(!event.is_match(page), "{path}");
        for link in values(page, "href") {
            let is_own = !link.contains(':');
            assert!(is_own || link.starts_with("https://") || link.starts_with("mailto:"), "{path}: {link}");
        }
        assert!(!page.contains('\u{202e}'), "{path}");
    }
    let task = text(pages.page("fr/taches/abcdf.html"));
    assert!(task.contains("<script>alert(1)</script>") && task.contains("<U+202E>"), "shown as what it is: {task}");
    assert!(task.contains("<iframe src="), "{task}");
}

#[test]
fn calendars_feeds_and_data_stay_what_they_are() {
    let pages = Pages::with(&world(), "--base-url https://asso.example.org/h/");
    let calendar = pages.page("fr/calendar.ics").replace("\r\n ", "");
    assert_eq!(calendar.matches("\r\nBEGIN:VEVENT\r\n").count(), calendar.matches("\r\nEND:VEVENT\r\n").count());
    assert!(!calendar.contains("\r\nX:1"), "{calendar}");
    for feed in ["fr/successes.xml", "en/tasks.xml"] {
        let read =
            atom_syndication::Feed::read_from(pages.page(feed).as_bytes()).unwrap_or_else(|error| panic!("{feed}: {error}"));
        assert!(read.entries().iter().any(|it| it.title().as_str().contains("<script>alert(1)</script>")), "{feed}");
    }
    let data: serde_json::Value = serde_json::from_str(pages.page("data.json")).unwrap();
    assert_eq!(data["kind"], "site");
    assert!(!pages.page("data.json").contains('\u{202e}'));
}
