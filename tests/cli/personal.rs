//! What is personal: said before it is recorded, in every text of every command, and taken out again.

use clap::{ArgAction, Command};
use mpa::render::{Catalogue, Language};

use crate::kit::World;

const ASKED: &str = "close p4n8w --time 5m --evidence 'Envoyé à piolet@example.org le 24 novembre'";
const EVIDENCE: &str = "close p4n8w --time 5m --evidence 'Envoyé à piolet@example.org le 24 novembre' --yes";
const READ: &str = "Tout le monde lirait l’adresse piolet@example.org, et pour toujours.";

#[test]
fn it_is_said_before_it_is_recorded() {
    let world = World::new();
    let before = world.commits();
    let state = world.state();
    world.by("zoe").run(ASKED).exits(2).says_nothing().complains(READ).complains("ajoute --yes");
    world.by("ana").run("claim x9c3v --dry-run").exits(0);
    assert_eq!(world.state(), state);
    world.by("zoe").run(EVIDENCE).exits(0).says("est terminée").complains(READ);
    world.has_one_commit_more_than(before);
    world.by("zoe").run("check").exits(0).says("mpa tasks edit p4n8w --redact");
    let number = "log x9c3v 5m";
    world.by("ana").run("claim x9c3v").exits(0).complains_of_nothing();
    world.by("ana").run(number).exits(0).complains_of_nothing();
    for text in ["06\u{2011}12\u{2011}34\u{2011}56\u{2011}78", "06\u{202f}12\u{202f}34\u{202f}56\u{202f}78"] {
        world.by("ana").run(&format!("release x9c3v --handover '{text}' --yes")).exits(0).complains("le numéro de téléphone");
        world.by("ana").run("claim x9c3v").exits(0).complains_of_nothing();
    }
    world.by("zoe").env("MPA_LANG", "en").run("close b6j2r --evidence 'Sent to piolet@example.org' --quiet --dry-run");
}

#[cfg(unix)]
#[test]
fn it_is_asked_about_where_somebody_can_answer() {
    const QUESTION: &str = "L’enregistrer quand même ?";
    for (keys, code) in [("\r", 130), ("o\r", 0)] {
        let world = World::new();
        let before = world.commits();
        let mut terminal = world.by("zoe").on_terminal(ASKED);
        terminal.shows(QUESTION).types(keys);
        let shown = terminal.ends(code).says("piolet@example.org");
        assert_eq!(world.commits(), before + usize::from(code == 0));
        assert_eq!(shown.text.contains("est terminée"), code == 0);
        world.is_clean();
    }
    let world = World::new();
    world.by("zoe").on_terminal(EVIDENCE).ends(0).says("est terminée").never_says(QUESTION);
}

/// Every option that takes a text: what is typed there is no text (and refused), or it is warned of.
#[test]
fn every_text_of_every_command_is_looked_at() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world.by("zoe").run("close b6j2r --evidence https://example.org --time 5m").exits(0);
    let tree = mpa::cli::command(&Catalogue::new(Language::French, chrono::NaiveDate::default()));
    let mut seen = Vec::new();
    for (words, others) in [
        ("release", "p4n8w"),
        ("close", "p4n8w --evidence https://example.org"),
        ("send-back", "b6j2r --reason x"),
        ("tasks cancel", "x9c3v --yes --reason x"),
        ("tasks reopen", "b6j2r --reason x"),
        (
            "tasks add",
            "--project mphack --title 'Écrire la page' --budget 1h --done-when x --resource A=https://example.org --where on-site",
        ),
        ("tasks edit", "x9c3v --where on-site"),
        ("projects add", "--title 'Un projet'"),
        ("projects edit", "mphack"),
        ("themes add", "--title 'Un thème'"),
        ("join", "mphack"),
        ("deliver", "mphack liste --evidence https://example.org"),
    ] {
        let command = words.split(' ').fold(&tree, |command: &Command, word| command.find_subcommand(word).unwrap());
        let takes_text = |it: &&clap::Arg| !it.is_positional() && matches!(it.get_action(), ArgAction::Set | ArgAction::Append);
        for option in command.get_arguments().filter(takes_text).filter_map(|it| it.get_long()) {
            if ["data", "as", "lang", "color", "for"].contains(&option) {
                continue;
            }
            let typed = match option {
                "resource" => "Voir piolet@example.org=https://example.org".to_owned(),
                "deliverable" if words.starts_with("projects") => "neuf=Voir piolet@example.org".to_owned(),
                _ => "Voir avec piolet@example.org".to_owned(),
            };
            let mut args: Vec<String> = words.split(' ').map(str::to_owned).collect();
            let given = crate::kit::split(others);
            let at = given.iter().position(|word| *word == format!("--{option}"));
            let (kept, rest) = at.map_or((&given[..], &[][..]), |at| (&given[..at], &given[at + 2..]));
            args.extend(kept.iter().chain(rest).cloned());
            args.extend([format!("--{option}"), typed, "--dry-run".to_owned()]);
            let who = if words == "release" || words == "close" { "zoe" } else { "orga" };
            let run = world.by(who).args(&args);
            let is_said = crate::kit::flat(&run.err).contains(&crate::kit::flat(READ));
            match run.code {
                0 if option == "contact" => {}
                0 => assert!(is_said, "--{option}\n{run}"),
                2 => {}
                _ => panic!("--{option}\n{run}"),
            }
            seen.extend(is_said.then(|| format!("{words} --{option}")));
        }
    }
    assert!(seen.len() >= 22, "{seen:#?}");
}

#[test]
fn an_organiser_takes_it_out_again() {
    let world = World::new();
    world.remote();
    let other = world.clone_of_remote();
    world.by("zoe").run(EVIDENCE).exits(0);
    world.by("zoe").run("sync").exits(0);
    world.by("ana").run("tasks edit p4n8w --redact").exits(1).complains("revient aux référent·es du projet ou à l’organisation");
    other.by("orga").run("sync").exits(0);
    other.by("orga").run("send-back p4n8w --reason 'Il manque la date' --sync").exits(0);
    // Sent back meanwhile: the address goes from where it is by now.
    world.by("orga").run("tasks edit p4n8w --redact").exits(0).says("L’historique de git garde l’ancien texte");
    world.by("orga").run("sync").exits(0);
    let task = world.task("p4n8w");
    assert!(task.contains("[sent-back.done]") && task.contains("Envoyé à ██████@███████.███ le 24 novembre"), "{task}");
    assert!(!task.contains("\n[done]"), "{task}");
    world.by("orga").run("check").exits(0).never_says("piolet@example.org");
    world.by("orga").run("tasks edit p4n8w --redact").exits(0).says("Rien à changer");
}

/// Whose words they are may make them unreadable without asking; and a request says what it is.
#[test]
fn its_author_takes_it_out_too() {
    let world = World::new();
    world.by("zoe").run(EVIDENCE).exits(0);
    world.git("switch --quiet --create mpa/p4n8w-zoe");
    world.by("zoe").run("tasks edit p4n8w --redact --here").exits(0);
    world.git("switch --quiet main");
    let run = world.by("orga").run("review mpa/p4n8w-zoe").exits(0);
    run.says("Des données personnelles disparaissent de ce que zoe a écrit").never_says("piolet@example.org");
    world.git("merge --quiet --ff-only mpa/p4n8w-zoe");
    world.by("zoe").run("check").exits(0).never_says("--redact");
}

/// By hand, in an editor: an organiser's own words in place of the address.
#[test]
fn it_may_be_taken_out_by_hand() {
    let world = World::new();
    world.remote();
    world.by("zoe").run(EVIDENCE).exits(0);
    world.by("zoe").run("sync").exits(0);
    let path = world.task_path("p4n8w");
    let text = world.read(&path);
    world.write(&path, text.replace("à piolet@example.org ", ""));
    world.commit("Retirer une adresse");
    world.by("orga").run("sync --rebase").exits(0).says("C’est envoyé : 1 action.");
    world.by("orga").run("check").exits(0).never_says("piolet@example.org");
}

#[test]
fn a_project_is_redacted_too() {
    let world = World::new();
    world
        .by("orga")
        .run("deliver mphack liste --yes --evidence 'Remise à piolet@example.org hier soir'")
        .exits(0)
        .complains(READ);
    world.by("orga").run("check").exits(0).says("mpa projects edit mphack --redact");
    world.by("orga").run("projects edit mphack --redact").exits(0);
    world.by("orga").run("check").exits(0).never_says("piolet@example.org");
}
