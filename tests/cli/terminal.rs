//! What is asked and shown where somebody looks: questions, their answers, Ctrl-C in the middle.

use std::fs;
use std::path::PathBuf;

use crate::kit::{CAMPAIGN, State, World, make_executable, task};

const DOWN: &str = "\u{1b}[B";
const SEND: &str = "L’envoyer maintenant ?";
const PICK: &str = "Quelle tâche ?";

pub fn campaign(send: &str) -> World {
    let world = World::with(&[("data/mpa.toml", &format!("{CAMPAIGN}\n[workflow]\nsend = \"{send}\"\n"))]);
    world.remote();
    world
}

/// Puts a hook on the server.
pub fn server_hook(world: &World, name: &str, script: &str) -> PathBuf {
    let file = world.top().join("origin.git/hooks").join(name);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
    make_executable(&file);
    file
}

/// Everything that Ctrl-C must leave as it was.
pub fn all_of(world: &World) -> (State, String, String) {
    (world.state(), world.git("for-each-ref"), world.git("config --local --list"))
}

pub fn remote_commits(world: &World) -> String {
    world.git("--git-dir=../origin.git rev-list --count main")
}

#[test]
fn whoever_says_yes_or_nothing_sends() {
    for keys in ["\r", "o\r", "Oui\r", "YES\r", "nox\u{7f}\u{7f}\u{7f}y\r"] {
        let world = campaign("ask");
        let mut terminal = world.by("zoe").on_terminal("claim p4n8w");
        terminal.shows(SEND).types(keys);
        let shown = terminal.ends(0).says("« Dessiner le logo » est à toi").says("C’est envoyé : 1 action.");
        shown.never_says("mpa sync");
        assert_eq!(remote_commits(&world), "2");
    }
}

#[test]
fn whoever_says_no_is_told_how_to_send_later() {
    for keys in ["\u{1b}", "n\r", "Non\r", "no\r"] {
        let world = campaign("ask");
        let mut terminal = world.by("zoe").on_terminal("claim p4n8w");
        terminal.shows(SEND).types(keys);
        terminal.ends(0).says("est à toi").says("pas encore envoyé. Pour envoyer : mpa sync");
        assert_eq!(remote_commits(&world), "1");
        world.by("zoe").on_terminal("log 30m --yes").ends(0).says("C’est envoyé : 2 actions.").never_says(SEND);
    }
}

/// While the question waits, another run in the same clone sends what was recorded, or finds it lost.
#[test]
fn whoever_says_yes_hears_what_another_run_did_meanwhile() {
    for is_lost in [false, true] {
        let world = campaign("ask");
        let other = world.clone_of_remote();
        let mut terminal = world.by("zoe").on_terminal("claim p4n8w");
        terminal.shows(SEND);
        if is_lost {
            other.by("max").run("claim p4n8w --sync").exits(0);
        }
        world.anybody().run("sync").exits(if is_lost { 4 } else { 0 });
        terminal.types("\r");
        match is_lost {
            false => terminal.ends(0).says("est à toi").says("1 action était déjà dans la liste partagée."),
            true => terminal.ends(4).says("est prise par max").never_says("est à toi jusqu’au"),
        };
    }
}

/// The work is recorded before the question: that is said, and that it is not sent.
#[test]
fn ctrl_c_instead_of_sending_keeps_what_was_recorded() {
    let world = campaign("ask");
    let mut terminal = world.by("zoe").on_terminal("claim p4n8w");
    terminal.shows(SEND).interrupts();
    let shown = terminal.ends(130).says("« Dessiner le logo » est à toi").says("Pour envoyer : mpa sync");
    shown.says("Arrêté en route : ton travail reste ici").never_says("Rien n’a été changé");
    assert_eq!(remote_commits(&world), "1");
    world.anybody().run("sync").exits(0).says("C’est envoyé : 1 action.");
}

#[test]
fn the_handle_is_asked_once() {
    let world = campaign("never");
    let before = all_of(&world);
    let mut terminal = world.anybody().on_terminal("claim p4n8w");
    terminal.shows("Ton pseudo").interrupts();
    terminal.ends(130).says("Rien n’a été changé");
    assert_eq!(all_of(&world), before);
    let mut terminal = world.anybody().on_terminal("claim p4n8w");
    terminal
        .shows("Ton pseudo (public, en minuscules) : [test]")
        .types("Zoé !\r")
        .shows("! Le pseudo : « Zoé ! » ne peut pas")
        .types("\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}zoe\r");
    terminal.ends(0).says("Merci, zoe !");
    assert_eq!(world.git("config mpa.handle"), "zoe");
    world.anybody().on_terminal("log 30m").ends(0).never_says("Ton pseudo");
}

#[test]
fn a_task_is_found_by_a_few_letters() {
    let world = campaign("never");
    let mut terminal = world.by("zoe").on_terminal("claim");
    terminal.shows(PICK).shows("p4n8w Dessiner le logo (2 h · jamais prise)").shows("Traduire la page");
    terminal.types("loog dess").shows("loog dess").types("\r");
    terminal.ends(0).says("« Dessiner le logo » est à toi");
    let mut terminal = world.by("zoe").on_terminal("claim k7q");
    terminal.shows(PICK).shows("Mettre la liste en ligne").shows("Relire la fiche").types(&format!("{DOWN}\r"));
    terminal.ends(0).says("« Relire la fiche » est à toi");
    let before = all_of(&world);
    for (keys, code) in [("\u{1b}", 130), ("\u{3}", 130)] {
        let mut terminal = world.by("zoe").on_terminal("claim");
        terminal.shows(PICK).shows("Traduire la page").types(keys);
        terminal.ends(code).says("Rien n’a été changé");
        assert_eq!(all_of(&world), before);
    }
}

/// Words of a title are asked about, its id is not; what only looks is shown at once.
#[test]
fn a_task_that_words_alone_name_is_confirmed() {
    let world = World::new();
    let state = world.state();
    let mut terminal = world.by("zoe").on_terminal("claim dessiner logo");
    terminal.shows("S’agit-il de « Dessiner le logo » (p4n8w) ? [O/n]").types("n\r");
    terminal.ends(130).says("Rien n’a été changé");
    let mut terminal = world.by("zoe").on_terminal("claim dess");
    terminal.shows(PICK).shows("p4n8w Dessiner le logo").types("\u{1b}");
    terminal.ends(130).says("Rien n’a été changé");
    world.by("zoe").on_terminal("tasks show dess").ends(0).says("Dessiner le logo").never_says(PICK);
    assert_eq!(world.state(), state);
    let mut terminal = world.by("zoe").on_terminal("claim dessiner logo");
    terminal.shows("S’agit-il de").types("\r");
    terminal.ends(0).says("est à toi");
    world.by("zoe").on_terminal("log dessiner logo 30m --yes").ends(0).says("Il s’agit de « Dessiner le logo »");
}

#[test]
fn cancelling_is_confirmed() {
    let world = campaign("never");
    let before = all_of(&world);
    for keys in ["\u{1b}", "n\r", "\u{3}"] {
        let mut terminal = world.by("orga").on_terminal("tasks cancel p4n8w --reason 'Plus la peine'");
        terminal.shows("Annuler « Dessiner le logo » ? [O/n]").types(keys);
        terminal.ends(130).says("Rien n’a été changé");
        assert_eq!(all_of(&world), before);
    }
    let mut terminal = world.by("orga").on_terminal("tasks cancel p4n8w");
    terminal.shows("Pourquoi ?").types("Plus la peine\r").shows("Annuler « Dessiner le logo » ?").types("\r");
    terminal.ends(0).says("mpa undo");
    assert!(world.task("p4n8w").contains("reason = \"Plus la peine\""));
}

/// Titles are somebody else's text: what they hold never steers the terminal, in a question neither.
#[test]
fn hostile_titles_and_servers_steer_nothing() {
    let title = "Rouge \\u001b[31m\\u001b]0;titre\\u0007 \\u202Eengil\\u2066 \\u009b2J";
    let [one, two] = ["h0st1", "h0st2"].map(|id| (format!("data/tasks/mphack/{id}-a.toml"), task(title)));
    let world = World::with(&[(&one.0, &one.1), (&two.0, &two.1)]);
    world.remote();
    let said =
        "printf 'non \\033[2J\\033]0;x\\007 \\342\\200\\256 \\302\\2332J\\nTotal 50%% (1/2)\\rfini: 9%% (\\033[31m)\\r' >&2";
    server_hook(&world, "update", &format!("{said}; sleep 0.2; exit 1"));
    let mut terminal = world.by("zoe").on_terminal("claim h0st --sync");
    terminal.shows(PICK).shows("h0st2").types("h0st2").shows("chercher) h0st2").types("\r");
    terminal.ends(3).says("contient un caractère invisible");
    let refused = world.by("zoe").on_terminal("claim p4n8w --sync").ends(6);
    refused.says("Le dépôt partagé a refusé").says("non <U+001B>[2J<U+001B>]0;x<U+0007> <U+202E> <U+009B>2J");
    let mut terminal = world.by("orga").on_terminal("tasks cancel h0st1 --reason 'Plus la peine'");
    terminal.shows("Annuler « Rouge <U+001B>[31m").types("\r");
    terminal.ends(3);
    world.by("zoe").on_terminal("tasks list --all").ends(0).says("Rouge");
}

/// A line of a list takes one row, whatever its title; no more rows are taken away than were written.
#[test]
fn long_titles_leave_the_screen_as_it_was() {
    let title = "Écrire à l’été prochain où même les élèves très pressés répéteront déjà là-bas à Évry";
    let world =
        World::with(&[("data/tasks/mphack/h0st1-a.toml", &task(title)), ("data/tasks/mphack/h0st2-a.toml", &task(title))]);
    let mut terminal = world.by("zoe").on_terminal("claim h0st");
    terminal.shows(PICK).shows("h0st2").types("e").shows("chercher) e").types("\r");
    let raw = terminal.ends(0).raw;
    let most = raw.split("\u{1b}[").filter_map(|it| it.split_once('A')?.0.parse::<u32>().ok()).max();
    assert!(raw.contains("h0st2  Écrire") && raw.contains("… (libre)"), "{raw:?}");
    assert_eq!(most, Some(6), "a question, two tasks, a line of help, and three rows of what it is about\n{raw:?}");
}

/// A remote that takes its time to send much.
fn with_much_to_receive() -> World {
    let world = campaign("never");
    let mut stream =
        b"commit refs/heads/main\ncommitter x <x@example.org> 1764000000 +0000\ndata 1\nx\nfrom refs/heads/main^0\n".to_vec();
    let mut random = 1_u64;
    for number in 0..2_000 {
        let mut noise = || {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 33) as u8
        };
        stream.extend(format!("M 100644 inline notes/{number}\ndata 1024\n").into_bytes());
        stream.extend((0..1024).map(|_| noise()));
        stream.push(b'\n');
    }
    fs::write(world.top().join("stream"), stream).unwrap();
    let origin = world.top().join("origin.git");
    let script = format!("git --git-dir={} fast-import --quiet < {}", origin.display(), world.top().join("stream").display());
    fs::write(world.top().join("feed"), script).unwrap();
    world.git(&format!("-c 'alias.feed=!sh {}' feed", world.top().join("feed").display()));
    let slow = world.top().join("slow");
    fs::write(&slow, "#!/bin/sh\n\"$@\" | (head -c 600000; sleep 0.4; cat)\n").unwrap();
    make_executable(&slow);
    world.git(&format!("config --global uploadpack.packObjectsHook {}", slow.display()));
    world
}

#[test]
fn a_long_transfer_shows_how_far_it_is_and_only_to_people() {
    let world = with_much_to_receive();
    let shown = world.by("zoe").on_terminal("sync").ends(0).says("1 changement reçu des autres.");
    assert!(shown.raw.contains("\r█") && shown.raw.contains("░ ") && !shown.raw.contains("objects"), "{:?}", shown.raw);
    let (_, after) = shown.raw.rsplit_once('%').unwrap();
    assert!(after.contains("\u{1b}[K\r\u{1b}[K1 changement"), "the line is not cleared: {after:?}");
    let world = with_much_to_receive();
    let run = world.by("zoe").run("sync").exits(0).says("1 changement reçu").complains_of_nothing();
    assert!(!run.out.contains('%'), "{run}");
}

#[test]
fn whoever_git_does_not_know_answers_two_questions_and_goes_on() {
    let world = World::new();
    for key in ["user.name", "user.email"] {
        world.git(&format!("config --global --unset-all {key}"));
    }
    let mut terminal = world.anybody().on_terminal("claim k7q2m");
    terminal.shows("Ton pseudo").types("lampe\r");
    terminal.shows("[lampe@example.org]").types("pas une adresse\r");
    terminal.shows("n’est pas une adresse").types(&"\u{7f}".repeat("pas une adresse".len())).types("\r");
    terminal.ends(0).says("Merci, lampe !").never_says("user.email");
    assert_eq!(world.git("log -1 --format=%an/%ae").trim(), "lampe/lampe@example.org");
    assert_eq!(world.git("config --local user.email").trim(), "lampe@example.org");
}
