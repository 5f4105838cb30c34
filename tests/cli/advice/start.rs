//! What `start` proposes to type.

use super::{Shell, told};
use crate::kit::{CAMPAIGN, World};

/// Somebody whose git was told nothing, in their own folder.
fn newcomer(mode: &str) -> (World, String) {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nmode = \"{mode}\"\n"))]);
    world.remote();
    for key in ["user.name", "user.email"] {
        world.git(&format!("config --global --unset-all {key}"));
    }
    let origin = world.top().join("origin.git").display().to_string();
    (world, origin)
}

#[test]
fn step_by_step_without_a_terminal() {
    let (world, origin) = newcomer("direct");
    let shell = Shell::of(&world, "").within(world.home());
    let said = world.anybody().within(world.home()).run("start").exits(2);
    let said = shell.fills(&said, "start-address", "mpa start ADRESSE", &format!("mpa start {origin}"));
    let said = shell.fills(&said, "start-no-handle", "mpa start --as PSEUDO", "mpa start --as lampe");
    let said = shell.follows(&said, "start-no-author", &told(&said, "mpa start --email", 4));
    shell.fills(&said, "start-claim", "mpa claim IDENTIFIANT", "mpa claim p4n8w");
    shell.follows(&said, "start-direct", "mpa sync").says("1 action");
    assert_eq!(shell.types("mpa release p4n8w").code, 0);
    shell.follows(&said, "start-data-forget", &told(&said, "mpa forget lampe", 3)).says("anonyme");
    // Where the configuration cannot be written.
    std::fs::write(world.git_config().with_extension("lock"), "").unwrap();
    let said = shell.types(&format!("mpa start {origin} autre --as lampe --yes --offline"));
    std::fs::remove_file(world.git_config().with_extension("lock")).unwrap();
    shell.follows(&said, "start-not-kept", &told(&said, "git config --global mpa.campaign", 5));
    let kept = world.git("config --global mpa.campaign");
    assert_eq!(kept, world.home().join("autre").display().to_string());
}

#[test]
fn a_folder_in_the_way() {
    let (world, origin) = newcomer("direct");
    std::fs::create_dir(world.home().join("origin")).unwrap();
    std::fs::write(world.home().join("origin/moi.txt"), "moi").unwrap();
    let shell = Shell::of(&world, "lampe").within(world.home());
    let said = world.anybody().within(world.home()).run(&format!("start {origin}")).exits(2);
    shell.follows(&said, "start-taken", &told(&said, "mpa start ", 4)).says("~/origin-2");
}

#[test]
fn where_organisers_review() {
    let (world, origin) = newcomer("pull-request");
    let shell = Shell::of(&world, "lampe").within(world.home());
    let said = shell.types(&format!("mpa start {origin} --email lampe@example.org"));
    shell.types("mpa claim p4n8w");
    shell.follows(&said, "start-by-request", "mpa sync");
}

/// Escape at the last question, too, leads on.
#[test]
fn later() {
    let (world, origin) = newcomer("direct");
    let mut terminal = world.anybody().within(world.home()).on_terminal(&format!("start {origin} --email x@example.org"));
    terminal.shows("Ton pseudo").types("lampe\r").shows("Par quoi commencer ?").types("\u{1b}");
    terminal.ends(0).says("mpa tasks");
    let shell = Shell::of(&world, "lampe").within(world.home());
    assert_eq!(shell.types("mpa tasks").code, 0, "start-later");
}

/// Whoever left a question unanswered, or stopped, goes on with the command that is told.
#[test]
fn to_go_on() {
    let (world, origin) = newcomer("direct");
    let shell = Shell::of(&world, "lampe").within(world.home());
    let mut terminal = world.anybody().within(world.home()).on_terminal(&format!("start {origin} --offline"));
    terminal.shows("Ton pseudo").interrupts();
    terminal.ends(130).says("pour continuer : mpa start");
    assert_eq!(shell.types("mpa start --offline").code, 0, "start-stopped");
    let mut terminal = world.anybody().within(world.home()).on_terminal("start --offline");
    terminal.shows("Ton pseudo").types("\u{1b}").shows("lampe@example.org").types("\u{1b}");
    terminal.ends(0).says("Pour continuer : mpa start");
    assert_eq!(shell.types("mpa start --offline").code, 0, "start-on");
}

/// A language is asked of nobody: where the computer alone chose another than the campaign's, how to have that is said once.
#[test]
fn in_another_language() {
    let (world, origin) = newcomer("direct");
    let words = format!("start {origin} --as lampe --email lampe@example.org");
    let start = |lang: &str, locale: &str, words: &str| {
        world.anybody().within(world.home()).env("MPA_LANG", lang).env("LC_ALL", locale).run(words).exits(0)
    };
    let said = start("", "en_GB.UTF-8", &words).says("The campaign").says("En français : mpa start --lang fr");
    start("", "fr_FR.UTF-8", &words).says("La campagne").never_says("--lang");
    start("en", "fr_FR.UTF-8", &words).says("The campaign").never_says("--lang");
    start("", "en_GB.UTF-8", &format!("{words} --quiet")).never_says("--lang");
    let shell = Shell::of(&world, "lampe").within(world.home());
    shell.follows(&said, "start-language", "mpa start --lang fr").says("La campagne").never_says("--lang");
    start("", "en_GB.UTF-8", "start").says("La campagne").never_says("--lang");
}
