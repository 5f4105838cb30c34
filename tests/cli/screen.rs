//! Nothing is wider than the terminal, and no name that has to be typed is cut: every page, in both languages, on a narrow, a
//! usual and a wide one.

use unicode_width::UnicodeWidthStr;

use crate::kit::{CAMPAIGN, World};

/// What is looked at, by somebody who holds tasks and has sent requests.
pub const PAGES: [&str; 24] = [
    "",
    "help",
    "tasks list",
    "tasks list --all",
    "tasks list --mine",
    "tasks list --status done",
    "tasks show k7q2m",
    "projects list",
    "projects show mphack",
    "projects show debat-et-rencontres-entre-generations",
    "themes list",
    "themes show engagement-des-benevoles-et-des-curieux",
    "progress",
    "progress --past",
    "campaign",
    "campaign next --name Suite --deadline 2027-12-04 --dry-run",
    "check",
    "doctor",
    "review",
    "review mpa/k7q2m-marmotte-des-neiges",
    "undo --dry-run",
    "sync --dry-run",
    "claim k7q2m --dry-run",
    "close x9c3v --evidence https://example.org/une/adresse/qui/est/un/peu/longue --dry-run",
];
const PROJECT: &str = r#"title = "Débats et rencontres entre générations, dans toutes les régions et à l’étranger"
theme = "engagement-des-benevoles-et-des-curieux"
leads = ["marmotte-des-neiges", "lampe-tempete", "zoe"]
contact = "rencontres-entre-generations@mines-exemple.fr"

[deliverables.premier-carnet-de-rencontres]
title = "Un premier carnet de rencontres, relu par trois personnes de trois générations"
first = true
due = 2026-12-01
"#;
const THEME: &str = "title = \"Engagement des bénévoles, et de tous les curieux qui passent\"\nquestion = \"Comment ?\"\n";
const TASK: &str = r#"title = "Appeler les trois associations qui ont déjà organisé des rencontres de ce genre, et noter leurs conseils"
budget = "2h-4h"
done-when = "Une page de conseils est en ligne, relue par quelqu’un qui n’y était pas."
created = 2026-11-23
deliverable = "premier-carnet-de-rencontres"
skills = ["téléphone", "écriture", "patience"]
where = "on-site"
place = "Fontainebleau"

[resources]
"Liste des associations qui ont déjà organisé des rencontres" = "https://example.org/associations/rencontres/liste-complete"
"#;

pub fn world() -> World {
    let campaign = format!(
        "{CAMPAIGN}\n[past.2025-automne]\nname = \"Hackathon des mines et des carrières, troisième édition, en plusieurs villes\"\n\
         started = 2025-09-24\ndeadline = 2025-12-04\n"
    );
    let world = World::with(&[
        ("data/mpa.toml", &campaign),
        ("data/projects/debat-et-rencontres-entre-generations.toml", PROJECT),
        ("data/themes/engagement-des-benevoles-et-des-curieux.toml", THEME),
        ("data/tasks/debat-et-rencontres-entre-generations/t3k9p-appeler.toml", TASK),
    ]);
    world.remote();
    for words in ["claim x9c3v", "log x9c3v 45m", "claim p4n8w", "close p4n8w --evidence https://example.org/affiche"] {
        world.by("zoe").run(words).exits(0);
    }
    world.git("switch -q -c mpa/k7q2m-marmotte-des-neiges");
    world.by("marmotte-des-neiges").run("claim k7q2m --here").exits(0);
    world.git("switch -q main");
    world
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    let world = world();
    let mut wide = Vec::new();
    for page in PAGES {
        for lang in ["fr", "en"] {
            for columns in [60, 80, 120] {
                let run = world.by("zoe").env("COLUMNS", columns.to_string()).run(&format!("{page} --lang {lang}"));
                assert!([0, 1].contains(&run.code), "{page}: {run}");
                for line in run.out.lines().chain(run.err.lines()).filter(|line| line.width() > columns) {
                    // A link is of use only whole, on a line of its own, and what will stand in a file is shown as it will.
                    // And so is where this very copy was built.
                    if line.trim_start().contains(' ') && !line.starts_with(['+', '-']) && !line.contains("--manifest-path") {
                        wide.push(format!("mpa {page} ({lang}, {columns}): {} {line}", line.width()));
                    }
                }
            }
        }
    }
    assert!(wide.is_empty(), "\n{}", wide.join("\n"));
}

#[test]
fn names_that_are_typed_stay_whole() {
    let world = world();
    let seen = |words: &str| world.by("zoe").env("COLUMNS", "60").run(words).out;
    for (words, name) in [
        ("projects list", "debat-et-rencontres-entre-generations"),
        ("themes list", "engagement-des-benevoles-et-des-curieux"),
        ("tasks list --all", "t3k9p"),
        ("review", "mpa/k7q2m-marmotte-des-neiges"),
    ] {
        assert!(seen(words).contains(name), "{words}: {}", seen(words));
    }
}

#[test]
fn the_least_useful_column_goes_first() {
    let world = world();
    let heading = |columns: &str, words: &str| world.by("zoe").env("COLUMNS", columns).run(words).out;
    let (narrow, usual) = (heading("60", "tasks list"), heading("120", "tasks list"));
    assert!(usual.contains("PROJET") && !narrow.contains("PROJET") && narrow.contains("ÉCHÉANCE"), "{narrow}\n{usual}");
    let (narrow, usual) = (heading("60", "progress"), heading("120", "progress"));
    assert!(usual.contains('░') && !narrow.contains('░') && narrow.contains("ÉCHÉANCE"), "{narrow}\n{usual}");
}
