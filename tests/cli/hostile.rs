//! Text from outside: nothing in it may steer a terminal, leave the data folder or hide.
//!
//! That no escape byte or bidirectional mark is ever shown is asserted by the kit on every run.

use std::fs;

use crate::kit::{World, task};

const NASTY: &str = "title = \"Rouge\\u001b[31m \\u202etxet\\u2066 x\\u200b\\rretour\\nligne | =1+1\"\nbudget = \"2h\"\ndone-when = \"\\u001b]0;titre\\u0007\"\n\
    created = 2026-11-23\ncontact = \"\\u001b[2J\"\ndescription = \"\"\"\nUn\\u001b[31m\n\u{202e}deux\u{2069}\"\"\"\n\n[resources]\n\
    \"\\u001b[1mLien\" = \"https://example.org/\\u202e\"\n\"Piège\" = \"javascript:alert(1)\"\n\n[claims.zoe]\nsince = 2026-11-23\n\
    handover = \"\\u001b[5mclignote\"\nuntil = 2026-12-04\n";

/// Every way to look at the data, in every format.
fn everywhere(world: &World, id: &str) {
    let mut lines: Vec<String> = vec!["check".into(), "".into(), format!("tasks show {id}"), "projects show mphack".into()];
    for list in ["tasks list --all", "tasks list --mine", "projects list", "themes list", "progress"] {
        lines.extend(["table", "json", "csv", "markdown"].map(|format| format!("{list} --format {format}")));
    }
    lines.extend([
        format!("tasks show {id} --format json"),
        "check --format json".into(),
        "projects show mphack --format json".into(),
    ]);
    lines.extend([
        format!("claim {id}"),
        format!("release {id} --dry-run"),
        format!("log {id} 1h --dry-run"),
        "claim rouge".into(),
    ]);
    for line in lines {
        world.by("zoe").run(&line);
    }
}

#[test]
fn texts_that_steer_a_terminal() {
    let world = World::new();
    world.write("data/tasks/mphack/abcde-rouge.toml", NASTY);
    world.write("data/themes/nuit.toml", "title = \"Nuit\\u001b[31m\"\nquestion = \"\\u202e?\"\nideas = [\"\\u0007\"]\n");
    world.write("data/people/mal.toml", "skills = [\"\\u001b[31m\"]\nkeys = [\"\\u202e\"]\n");
    let project = "title = \"MPHack\\u001b[31m\"\nsummary = \"\\u202e\"\nneeds = [\"\\u001b[1m\"]\n\n[deliverables.liste]\ntitle = \"L\\u009bm\"\n";
    world.write("data/projects/mphack.toml", project);
    world.commit("Des textes hostiles");
    everywhere(&world, "abcde");
    world.by("zoe").run("check").exits(1).says("<U+001B>").says("javascript:alert(1)");
    world.by("zoe").run("tasks show abcde").never_says("javascript:");
    world.is_clean();
}

/// What begins a formula, at once or where a French spreadsheet ends a cell, and characters that no list of ours names.
#[test]
fn cells_and_letters_that_are_not_what_they_seem() {
    let world = World::new();
    world.write("data/tasks/mphack/abcde-x.toml", task("a;=HYPERLINK('x')"));
    world.write("data/tasks/mphack/abcdf-x.toml", task("＝1+1 ; \\\"＠x"));
    world.commit("Des cellules");
    let run = world.by("zoe").run("tasks list --all --format csv").exits(0);
    run.says("a;'=HYPERLINK('x')").says("'＝1+1 ;' \"\"＠x");
    world.write("data/tasks/mphack/abcdg-x.toml", task("Relire\u{1d173} la\u{1bca0} fi\u{180e}che a\u{200d}b"));
    world.write("data/people/mal.toml", "keys = [\"ssh-ed25519 AAAA \\u001b[31m\", \"ssh-ed25519 BBBB zoé\"]\n");
    let run = world.by("zoe").run("check").exits(1).says("(U+1D173)").says("data/people/mal.toml:1:9 : keys");
    run.never_says("BBBB");
    let run = world.by("zoe").env("COLUMNS", "120").run("tasks list --all").exits(0);
    run.says("Relire<U+1D173> la<U+1BCA0> fi<U+180E>che a<U+200D>b");
}

#[test]
fn marks_that_the_program_uses_itself() {
    let world = World::new();
    let theme = "title = \"N\u{e000}uit\"\nquestion = \"a\u{e001}b\"\nideas = [\"c\u{34f}d\"]\n";
    world.write("data/themes/nuit.toml", theme);
    world.write("data/tasks/mphack/abcdf-brut.toml", "<<<<<<< HEAD\n");
    let shown = world.by("zoe").run("themes show nuit");
    shown.exits(0).says("N<U+E000>uit").says("a<U+E001>b").says("c<U+034F>d");
    world.by("zoe").run("check").exits(1).says("(U+E000)").says("git merge --abort");
    world.by("zoe").run("check --format json").exits(1).says("git merge --abort");
}

#[test]
fn raw_bytes_that_are_no_text() {
    let world = World::new();
    world.write("data/tasks/mphack/abcde-octets.toml", b"title = \"\xff\xfe\x1b[31m\"\n");
    world.write("data/tasks/mphack/abcdf-brut.toml", "title = \"\u{1b}[31m\u{202e}\n\u{9b}");
    world.write("data/tasks/mphack/abcdg-zero.toml", b"title = \"a\0b\"\n");
    world.commit("Des octets");
    for id in ["abcde", "abcdf", "abcdg"] {
        world.by("zoe").run(&format!("claim {id}")).exits(3);
    }
    everywhere(&world, "abcdf");
    world.by("zoe").run("check").exits(1).says("abcde-octets.toml:1:10").says("UTF-8");
    world.by("zoe").run("tasks list").exits(0).says("Traduire la page");
}

#[test]
fn words_typed_are_shown_harmless_and_kept_out_of_files() {
    let world = World::new();
    let state = world.state();
    for words in [
        vec!["claim", "\u{1b}[31mrouge\u{202e}"],
        vec!["tasks", "list", "--search", "\u{1b}[31m"],
        vec!["claim", "p4n8w", "--as", "\u{1b}[31m"],
        vec!["\u{1b}[31mclaim"],
        vec!["--lang", "\u{202e}"],
        vec!["release", "p4n8w", "--handover", "a\u{1b}[31m"],
        vec!["close", "p4n8w", "--evidence", "Une phrase assez longue \u{202e}"],
        vec!["tasks", "add", "--project", "mphack", "--title", "a\nb", "--budget", "1h"],
        vec!["join", "../../etc"],
        vec!["projects", "show", "../mpa"],
        vec!["tasks", "show", "../../mpa.toml"],
        vec!["themes", "add", "--title", "T", "--slug", "../x"],
        vec!["--data", "\u{1b}[31m", "tasks"],
    ] {
        let run = world.by("orga").args(&words);
        assert!(run.code != 0 || words.contains(&"--search"), "{run}");
    }
    assert_eq!(world.state(), state);
}

#[test]
fn names_of_files_that_are_no_ids_are_announced() {
    let world = World::new();
    for name in
        ["Notes.md", "UPPER-x.toml", "ab-court.toml", "illou-lettres.toml", "p4n8w-autre.toml", "x\u{1b}[31m.toml", "con.toml"]
    {
        world.write(&format!("data/tasks/mphack/{name}"), task("Égarée"));
    }
    world.write("data/tasks/egare.toml", task("Hors de tout projet"));
    world.write("data/tasks/Mon Projet/abcde-x.toml", task("Dans un dossier mal nommé"));
    world.write("data/projects/Mon Projet.toml", "title = \"x\"\n");
    world.write("data/people/\u{202e}.toml", "");
    let run = world.by("zoe").run("check").exits(1);
    let said = crate::kit::flat(&run.out);
    for name in
        ["Notes.md", "UPPER-x.toml", "ab-court.toml", "illou-lettres.toml", "x<U+001B>[31m.toml", "con.toml", "Mon Projet.toml"]
    {
        assert!(said.contains(name), "{name}\n{run}");
    }
    for found in ["p4n8w est déjà celui de", "data/tasks/egare.toml", "data/tasks/Mon Projet", "data/people/<U+202E>.toml"] {
        assert!(said.contains(found), "{found}\n{run}");
    }
    world.by("zoe").run("tasks list").exits(0).says("Traduire la page").never_says("Hors de").never_says("mal nommé");
}

#[test]
#[cfg(unix)]
fn links_are_announced_and_not_followed() {
    use std::os::unix::fs::symlink;
    let world = World::new();
    let outside = world.top().join("dehors");
    fs::create_dir(&outside).unwrap();
    fs::create_dir(world.path("data/people")).unwrap();
    fs::write(outside.join("secret.toml"), task("Un secret du dehors")).unwrap();
    symlink(outside.join("secret.toml"), world.path("data/tasks/mphack/abcde-lien.toml")).unwrap();
    symlink(&outside, world.path("data/tasks/autre")).unwrap();
    symlink(outside.join("secret.toml"), world.path("data/projects/secret.toml")).unwrap();
    symlink(outside.join("rien"), world.path("data/people/zoe.toml")).unwrap();
    world.commit("Des liens");
    for words in ["tasks list --all", "tasks show abcde", "projects list", "progress", "tasks list --all --format json"] {
        let run = world.by("zoe").run(words);
        assert!(!run.out.contains("secret du dehors") && !run.err.contains("secret du dehors"), "{run}");
    }
    let run = world.by("zoe").run("check").exits(1);
    for name in ["data/tasks/mphack/abcde-lien.toml", "data/tasks/autre", "data/projects/secret.toml", "data/people/zoe.toml"] {
        assert!(crate::kit::flat(&run.out).contains(name), "{name}\n{run}");
    }
    world.by("zoe").run("tasks list").exits(0).complains("abcde-lien.toml");
    let state = world.state();
    for words in ["claim abcde", "join mphack"] {
        let run = world.by("zoe").run(words);
        assert!([3, 5].contains(&run.code), "{run}");
    }
    assert_eq!(world.state(), state);
    assert_eq!(fs::read_to_string(outside.join("secret.toml")).unwrap(), task("Un secret du dehors"));
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 1);
}

#[test]
fn a_file_that_is_too_large_is_named_and_not_read() {
    let world = World::new();
    let large = format!("{}description = \"{}\"\n", task("Énorme"), "a".repeat(64 * 1024));
    world.write("data/tasks/mphack/abcde-enorme.toml", &large);
    world.write("data/people/zoe.toml", "# ".to_owned() + &"x".repeat(70_000));
    world.commit("Trop");
    world.by("zoe").run("tasks list").exits(0).says("Traduire la page").complains("abcde-enorme.toml").complains("64 Kio");
    let state = world.state();
    world.by("zoe").run("claim abcde").exits(3).complains("64 Kio");
    world.by("zoe").run("join mphack").exits(3).complains("64 Kio");
    assert_eq!(world.state(), state);
    world.write("data/mpa.toml", "#".repeat(100_000));
    world.by("zoe").run("claim p4n8w").exits(3).complains("64 Kio");
}

#[test]
fn a_deeply_nested_file_is_an_error_and_no_crash() {
    let world = World::new();
    world.write("data/tasks/mphack/abcde-profond.toml", format!("x = {}{}\n", "[".repeat(30_000), "]".repeat(30_000)));
    world.write("data/tasks/mphack/abcdf-points.toml", format!("{}x = 1\n", "a.".repeat(30_000)));
    world
        .by("zoe")
        .run("tasks list")
        .exits(0)
        .says("Traduire la page")
        .complains("abcde-profond.toml")
        .complains("abcdf-points.toml");
    world.by("zoe").run("check").exits(1);
}
