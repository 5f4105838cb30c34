//! What shells are told when Tab is pressed, asked the way their scripts ask, and what real shells make of it.

use std::process::Command;

use crate::kit::{Call, World, skipped, task_with};

/// What bash is told at the end of `line`, `mpa` left out.
fn told(call: Call<'_>, line: &[&str]) -> Vec<String> {
    let index = line.len().to_string();
    let call = call.env("MPA_COMPLETE", "bash").env("_CLAP_IFS", "\n").env("_CLAP_COMPLETE_INDEX", index);
    let run = call.args([&["--", "mpa"], line].concat()).sound().exits(0).complains_of_nothing();
    run.out.lines().map(str::to_owned).collect()
}

fn begins(told: &[String], with: &[&str]) {
    assert_eq!(told.iter().take(with.len()).collect::<Vec<_>>(), with, "{told:?}");
}

fn world() -> World {
    World::with(&[
        ("data/tasks/mphack/v7r6x-annonce.toml", &task_with("Écrire l’annonce", "skills = [\"web\", \"$(touch oups)\", \"-x\"]")),
        ("data/tasks/mphack/w7r6x-ranger.toml", &task_with("Ranger la salle", "where = \"on-site\"\nplace = \"Évry\"")),
        (
            "data/tasks/mphack/y7r6x-porter.toml",
            &task_with("Porter les chaises", "where = \"on-site\"\nplace = \"$(touch oups)\""),
        ),
        ("data/people/zoe.toml", "skills = [\"bricolage\"]\n"),
        ("data/themes/argent.toml", "title = \"Argent\"\n"),
    ])
}

#[test]
fn each_place_is_told_what_can_stand_there() {
    let world = world();
    let lampe = || world.by("lampe");
    begins(&told(lampe(), &["claim", "v7r"]), &["v7r6x"]);
    assert_eq!(told(lampe(), &["claim", "ecr"]), ["ecrire"]);
    assert_eq!(told(lampe(), &["claim", "écr"]), ["écrire"]);
    begins(&told(lampe(), &["progress", "mp"]), &["mphack"]);
    begins(&told(lampe(), &["themes", "arg"]), &["argent"]);
    begins(&told(lampe(), &["claim", "--for", "zo"]), &["zoe"]);
    assert_eq!(told(lampe(), &["tasks", "list", "--skill", "bri"]), ["bricolage"]);
    assert_eq!(told(lampe(), &["tasks", "list", "--format", "j"]), ["json"]);
    world.by("zoe").args(["claim", "v7r6x"]).exits(0);
    begins(&told(world.by("zoe"), &["close", ""]), &["v7r6x"]);
    assert!(!told(lampe(), &["claim", ""]).contains(&"v7r6x".to_owned()));
    assert!(!told(lampe(), &["close", ""]).contains(&"v7r6x".to_owned()));
    begins(&told(lampe(), &["close", "--for", "zoe", ""]), &["v7r6x"]);
}

/// What stands in `options` is what the program takes there, and all of it.
#[test]
fn options_that_take_one_of_some_words_are_told_them() {
    let world = world();
    let lampe = |line: &[&str]| told(world.by("lampe"), line);
    assert_eq!(lampe(&["tasks", "list", "--status", "bl"]), ["blocked"]);
    assert_eq!(lampe(&["tasks", "list", "--status", "open,bl"]), ["open,blocked"]);
    assert_eq!(lampe(&["tasks", "--sort=f"]), ["--sort=fit"]);
    assert_eq!(lampe(&["--lang", ""]), ["fr", "en"]);
    assert_eq!(lampe(&["tasks", "edit", "v7r6x", "--remove", "de"]), ["deliverable", "description"]);
    assert_eq!(lampe(&["projects", "edit", "mphack", "--remove", "le"]), ["leads"]);
    assert_eq!(lampe(&["tasks", "list", "--where", ""]), ["remote", "on-site", "either", "Évry"]);
    assert_eq!(lampe(&["tasks", "list", "--where", "ev"]), ["Évry"]);
    assert_eq!(lampe(&["tasks", "add", "--where", ""]), ["remote", "on-site", "either"]);
    assert_eq!(lampe(&["tasks", "list", "--format", ""]), ["table", "json", "csv", "markdown"]);
    assert_eq!(lampe(&["check", "--format", "g"]), ["github", "gitlab"]);
    let options = [
        (&["tasks", "list", "--status"][..], 9),
        (&["tasks", "list", "--sort"], 6),
        (&["tasks", "list", "--where"], 4),
        (&["tasks", "list", "--format"], 4),
        (&["tasks", "show", "v7r6x", "--format"], 2),
        (&["projects", "show", "mphack", "--format"], 2),
        (&["themes", "show", "argent", "--format"], 2),
        (&["doctor", "--offline", "--format"], 2),
        (&["campaign", "--format"], 2),
        (&["--format"], 2),
        (&["tasks", "edit", "v7r6x", "--dry-run", "--yes", "--remove"], 6),
        (&["projects", "edit", "mphack", "--dry-run", "--yes", "--remove"], 7),
    ];
    for (line, count) in options {
        let words = lampe(&[line, &[""]].concat());
        assert_eq!(words.len(), count, "{line:?}: {words:?}");
        for word in words {
            let run = world.by("lampe").args([line, &[&word]].concat());
            assert!(!run.sound().err.contains(&format!("« {word} »")), "{line:?} {word}");
        }
    }
    // Words need no data.
    assert_eq!(told(World::empty().anybody(), &["tasks", "list", "--sort", "f"]), ["fit"]);
}

#[test]
fn french_names_are_told_where_french_is_read() {
    let world = World::new();
    assert_eq!(told(world.anybody(), &["pren"]), ["prendre"]);
    assert_eq!(told(world.anybody(), &["termi"]), ["terminer"]);
    for typed in ["pren", "termi"] {
        assert!(told(world.anybody().env("MPA_LANG", "en"), &[typed]).is_empty(), "{typed}");
    }
    let all = told(world.anybody(), &[""]);
    assert!(all.contains(&"claim".to_owned()) && !all.contains(&"prendre".to_owned()), "{all:?}");
}

#[test]
fn what_a_shell_would_run_is_never_told() {
    let world = world();
    assert_eq!(told(world.by("lampe"), &["tasks", "list", "--skill", ""]).iter().filter(|it| it.contains(['$', '-'])).count(), 0);
}

#[test]
fn titles_are_made_safe() {
    let world = World::with(&[("data/tasks/mphack/v7r6x.toml", &task_with("Écran\\u001b[31m\\tet \\u202eplus", ""))]);
    for shell in ["fish", "zsh", "powershell"] {
        let call = world.by("lampe").env("MPA_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", "2").env("_CLAP_IFS", "\n");
        let run = call.args(["--", "mpa", "claim", "v7r"]).sound().exits(0);
        assert!(run.out.contains("v7r6x") && run.out.contains("<U+001B>"), "{run}");
    }
}

#[test]
fn nothing_is_said_or_written_whatever_is_wrong() {
    let empty = World::empty();
    assert!(told(empty.anybody(), &["projects", ""]).iter().all(|it| it.starts_with('-') || it.chars().all(char::is_alphabetic)));
    let broken = World::with(&[("data/tasks/mphack/v7r6x.toml", "title = ["), ("data/projects/casse.toml", "\u{0}")]);
    begins(&told(broken.by("lampe"), &["progress", "mp"]), &["mphack"]);
    broken.write("data/mpa.toml", "format = 99\n");
    told(broken.by("Not A Handle"), &["claim", ""]);
    told(broken.anybody().env("MPA_NOW", "hier"), &["close", ""]);
    for odd in [&[][..], &["--"], &["--", "mpa"], &["claim"]] {
        broken.anybody().env("MPA_COMPLETE", "bash").args(odd).complains_of_nothing();
        broken.anybody().env("MPA_COMPLETE", "tcsh").args(odd).says_nothing().complains_of_nothing();
    }
    let world = World::new();
    let before = world.state();
    for line in [&["claim", ""][..], &["close", ""], &["tasks", "list", "--skill", ""], &["deliver", "mphack", ""]] {
        told(world.by("lampe"), line);
    }
    assert_eq!(world.state(), before);
}

/// What a real shell prints when it runs `script` with `mpa` in its path.
fn shell(world: &World, program: &str, flags: &[&str], script: &str) -> Option<String> {
    let mut command = Command::new(program);
    world.hermetic(&mut command);
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_mpa")).parent().unwrap().to_owned();
    let path =
        std::env::join_paths([folder].into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())));
    command.args(flags).arg(script).current_dir(&world.repo).env("PATH", path.unwrap());
    command.env("MPA_HANDLE", "lampe").env("MPA_LANG", "fr").env("MPA_NOW", crate::kit::NOW);
    let output = command.output().ok()?;
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn bash_completes() {
    let script = "eval \"$(mpa completions bash)\"; COMP_WORDS=(mpa claim v7r); COMP_CWORD=2; COMP_TYPE=9; \
                  _clap_complete_mpa mpa v7r claim; printf '%s\\n' \"${COMPREPLY[@]}\"";
    match shell(&world(), "bash", &["--norc", "-c"], script) {
        Some(told) => assert_eq!(told, "v7r6x\n"),
        None => skipped("no bash"),
    }
}

#[test]
fn bash_completes_the_words_of_an_option() {
    let script = "eval \"$(mpa completions bash)\"; COMP_WORDS=(mpa tasks list --sort f); COMP_CWORD=4; COMP_TYPE=9; \
                  _clap_complete_mpa mpa f --sort; printf '%s\\n' \"${COMPREPLY[@]}\"";
    match shell(&world(), "bash", &["--norc", "-c"], script) {
        Some(told) => assert_eq!(told, "fit\n"),
        None => skipped("no bash"),
    }
}

#[test]
fn fish_completes() {
    match shell(&world(), "fish", &["--no-config", "-c"], "mpa completions fish | source; complete -C 'mpa claim v7r'") {
        Some(told) => assert_eq!(told, "v7r6x\tÉcrire l’annonce\n"),
        None => skipped("no fish"),
    }
}

#[test]
fn zsh_completes() {
    let script = "_describe() { print -rl -- $other }; compdef() { : }; eval \"$(mpa completions zsh)\"; \
                  words=(mpa claim v7r) CURRENT=3; _clap_dynamic_completer_mpa";
    match shell(&world(), "zsh", &["-f", "-c"], script) {
        Some(told) => assert_eq!(told, "v7r6x:Écrire l’annonce\n"),
        None => skipped("no zsh"),
    }
}
