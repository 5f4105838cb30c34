//! Stepping in without git: the form is the one that `init --ci` writes, and the command in the mail is one that runs.

use super::{Pages, values};
use crate::kit::World;

/// A mail of a page, with its subject and the lines of its text.
fn mail(page: &str, to: &str) -> (String, Vec<String>) {
    let links = values(page, "href");
    let mail = links.iter().find(|it| it.starts_with(&format!("mailto:{to}?"))).unwrap_or_else(|| panic!("{links:?}"));
    let url = url::Url::parse(mail).unwrap();
    let of = |name: &str| url.query_pairs().find(|(key, _)| key == name).unwrap().1.into_owned();
    assert!(!mail.contains('+'), "a plus is no space in a mail: {mail}");
    (of("subject"), of("body").split("\r\n").map(str::to_owned).collect())
}

#[test]
fn the_last_line_of_a_mail_is_the_command_that_records_what_it_asks_for() {
    let world = World::new();
    let pages = Pages::of(&world);
    let (subject, lines) = mail(pages.page("fr/taches/p4n8w.html"), "hackathon@example.org");
    assert_eq!(subject, "Je prends «\u{a0}Dessiner le logo\u{a0}» (p4n8w)");
    let command = lines.last().unwrap().replace("MON-PSEUDO", "jeanne-72");
    world.by("orga").run(command.strip_prefix("mpa ").unwrap()).exits(0);
    assert!(world.task("p4n8w").contains("[claims.jeanne-72]"), "{}", world.task("p4n8w"));

    let (subject, lines) = mail(pages.page("en/projects/mphack.html"), "hackathon@example.org");
    assert_eq!(subject, "I join MPHack");
    let command = lines.last().unwrap().replace("MY-HANDLE", "jeanne-72");
    world.by("orga").run(command.strip_prefix("mpa ").unwrap()).exits(0);
    assert!(world.read("data/people/jeanne-72.toml").contains("mphack"));
}

#[test]
fn the_form_is_the_one_that_the_forge_has() {
    for (ci, file, field, prefix) in [
        (
            "github",
            ".github/ISSUE_TEMPLATE/mpa-claim.yml",
            "task",
            "https://forge.example.org/mphack/liste/issues/new?template=mpa-claim.yml",
        ),
        (
            "forgejo",
            ".forgejo/issue_template/mpa-claim.yml",
            "field:task",
            "https://forge.example.org/mphack/liste/issues/new?template=",
        ),
        (
            "gitlab",
            ".gitlab/issue_templates/mpa-claim.md",
            "issue[title]",
            "https://forge.example.org/mphack/liste/-/issues/new?issuable_template=mpa-claim",
        ),
    ] {
        let world = World::new();
        world.git("remote add origin https://forge.example.org/mphack/liste.git");
        let before = Pages::of(&world);
        assert!(!before.page("fr/taches/p4n8w.html").contains("issues/new"), "without a form there is no door to it");
        world.by("orga").run(&format!("init . --ci {ci} --tool https://forge.example.org/mphack/mpa@v0.1.0")).exits(0);
        let pages = Pages::of(&world);
        let links = values(pages.page("fr/taches/p4n8w.html"), "href");
        let link = links.iter().find(|it| it.starts_with(prefix)).unwrap_or_else(|| panic!("{ci}: {links:?}"));
        let url = url::Url::parse(link).unwrap();
        assert!(url.query_pairs().any(|(key, value)| key == field && value == "p4n8w"), "{link}");
        let form = world.read(file);
        if ci != "gitlab" {
            assert!(form.contains(&format!("id: {}\n", field.trim_start_matches("field:"))), "{form}");
        }
        let propose = values(pages.page("fr/taches.html"), "href");
        assert!(propose.iter().any(|it| it.contains("issues/new?") && it.contains("mpa-propose")), "{propose:?}");
    }
}
