//! The public pages in a real browser: filters, languages, keyboard, colours, and that nothing runs or is asked for that is not theirs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "tests, which build a world of their own"
)]

mod access;
mod driver;
mod filters;
#[path = "../kit/mod.rs"]
mod kit;
mod quiet;
mod served;

use std::path::PathBuf;

use kit::{World, task_with};

/// A campaign with something in every state, its pages, and the world that holds them.
fn published(options: &str) -> (World, PathBuf) {
    let photos = task_with("Prendre des photos du château", "skills = [\"photo\"]\nwhere = \"on-site\"\nplace = \"Paris\"\n");
    let quick = task_with("Écrire une légende", "skills = [\"rédaction\"]\nwhere = \"remote\"\n").replace("\"2h\"", "\"30m\"");
    let world =
        World::with(&[("data/tasks/mphack/w2x3y-photos.toml", &photos), ("data/tasks/mphack/w2x4z-legende.toml", &quick)]);
    world.by("zoe").run("claim k7q2m").exits(0);
    world.by("zoe").run("close k7q2m --evidence https://example.org/liste").exits(0);
    world.by("tom").run("claim p4n8w").exits(0);
    world.by("orga").run("deliver mphack liste --evidence https://example.org/livre").exits(0);
    world.anybody().run(&format!("site ../public {options}")).exits(0);
    let folder = world.top().join("public");
    (world, folder)
}

/// A page of each kind.
const KINDS: [&str; 14] = [
    "index.html",
    "fr/index.html",
    "en/index.html",
    "fr/taches.html",
    "fr/taches/temps-60.html",
    "fr/taches/x9c3v.html",
    "fr/taches/p4n8w.html",
    "fr/taches/k7q2m.html",
    "en/tasks/w2x3y.html",
    "en/projects.html",
    "fr/projets/mphack.html",
    "fr/themes/entraide.html",
    "en/successes.html",
    "fr/comment.html",
];
