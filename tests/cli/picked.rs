//! What stands in the terminal once a question is answered, and a list in which nothing is found.

use crate::kit::{World, task, task_with};

const ESCAPE: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";
const LONG: &str = "Écrire le modèle de lettre aux communes de Bretagne, du Finistère au Morbihan, sans rien promettre";
const ANSWER: &str = "La lettre est relue et affichée au local, elle tient en deux pages et personne n’y est nommé.";

/// A task with a title that no line holds.
fn with_a_long_title() -> World {
    World::with(&[("data/tasks/mphack/h0st1-lettre.toml", &task(LONG))])
}

#[test]
fn what_was_picked_is_said_back_in_one_row() {
    for (language, question) in
        [("fr", "Quelle tâche\u{a0}? h0st1  Écrire le modèle de lettre aux comm"), ("en", "Which task? h0st1  ")]
    {
        let world = with_a_long_title();
        let mut terminal = world.by("zoe").env("MPA_LANG", language).on_screen([24, 60], "claim", "");
        terminal.shows("h0st1").types("lettre").shows("> h0st1").types("\r");
        let shown = terminal.ends(0);
        let (first, rest) = shown.rows.split_first().unwrap();
        assert!(first.starts_with(question) && first.ends_with('…') && first.chars().count() <= 60, "{:?}", shown.rows);
        assert!(!first.contains('('), "neither how to search nor why it suits: {first}");
        assert!(rest[0].contains("Merci") || rest[0].contains("Thank"), "{rest:?}");
    }
}

#[test]
fn a_search_that_finds_nothing_says_so_and_goes_on_from_there() {
    for (language, nothing) in
        [("fr", "> (rien ne correspond : efface des lettres)"), ("en", "> (nothing matches: delete some letters)")]
    {
        let world = with_a_long_title();
        let mut terminal = world.by("zoe").env("MPA_LANG", language).on_screen([24, 60], "claim", "");
        terminal.shows("p4n8w").types("zzz").shows(nothing).types("\r").shows("zzz").shows(nothing);
        terminal.types("\u{7f}\u{7f}\u{7f}").shows("p4n8w").types("logo").shows("> p4n8w").types("\r");
        terminal.ends(0).says("Dessiner le logo");
        assert!(world.task("p4n8w").contains("[claims.zoe]"));
    }
}

#[test]
fn below_a_list_stands_what_the_task_is_about_that_is_pointed_at() {
    let text = "description = \"Le brouillon est au local.\\n\\nIl tient en une page.\"\n";
    let world = World::with(&[("data/tasks/mphack/d7r8t-charte.toml", &task_with("Écrire la charte", text))]);
    for (language, told) in [
        ("fr", ["Le brouillon est au local. Il tient en une page.", "C’est fini quand : C'est en ligne.", "Ressources : Modèle"]),
        ("en", ["Le brouillon est au local. Il tient en une page.", "Done when: C'est en ligne.", "Resources: Modèle"]),
    ] {
        let mut terminal = world.by("zoe").env("MPA_LANG", language).on_terminal("claim");
        terminal.shows("k7q2m").types("charte").shows("> d7r8t").shows(told[0]).shows(told[1]).shows(told[2]);
        terminal.types(DOWN).shows(told[0]).types(ESCAPE);
        let shown = terminal.ends(130);
        assert!(shown.rows.iter().all(|row| !row.contains("brouillon")), "{:?}", shown.rows);
        // On a screen that is low, the list is what counts.
        let mut terminal = world.by("zoe").env("MPA_LANG", language).on_screen([14, 80], "claim", "");
        terminal.shows("k7q2m").types("charte").shows("> d7r8t").types(ESCAPE);
        terminal.ends(130).never_says("brouillon");
    }
}

#[test]
fn the_keys_of_a_shell_work_in_a_list_too() {
    let world = World::new();
    let mut terminal = world.by("zoe").on_terminal("claim");
    terminal.shows("k7q2m").types("zzz yyy\u{17}").shows("zzz").types("\u{15}").shows("> k7q2m").types("logx\u{8}o");
    terminal.shows("> p4n8w").types("\u{15}").shows("> k7q2m").types("\u{e}\u{e}\u{10}").shows("> k7q9d").types("\u{1b}[A");
    terminal.shows("> k7q2m").types("\u{1b}[200~logo\n\u{1b}[201~").shows("> p4n8w").types("\u{3}");
    terminal.ends(130).says("Rien n’a été changé");
}

#[test]
fn an_answer_longer_than_the_line_stands_there_once() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let mut terminal = world.by("zoe").on_screen([24, 60], "close p4n8w", "");
    terminal.shows("Le résultat").types(&format!("{ANSWER}\r")).shows("Le temps passé").types("soon\r").shows("! Le temps");
    terminal.types(ESCAPE).shows("Le résultat").types("\r").shows("Le temps passé").shows("soon");
    terminal.types("\u{7f}\u{7f}\u{7f}\u{7f}1h\r");
    let rows = terminal.ends(0).rows;
    let times = |found: &str| rows.iter().filter(|row| row.contains(found)).count();
    // The question was asked twice; what was wrong is gone.
    assert_eq!(["relue et affichée", "y est nommé", "soon", "!\u{a0}Le"].map(times), [2, 2, 0, 0], "{rows:#?}");
}

#[test]
fn escape_in_adding_a_task_goes_back_and_nothing_typed_is_lost() {
    let world = World::new();
    let mut terminal = world.by("orga").on_terminal("tasks add");
    terminal.shows("Quel projet").shows("Échap pour arrêter").types("\r").shows("Le titre").types("Relire la page");
    terminal.types(ESCAPE).shows("Quel projet").types("\r").shows("Le titre : Relire la page").types("\r");
    terminal.shows("Le temps prévu").types("2h\r").shows("C’est fini quand").types("Tout est re").types(ESCAPE);
    terminal.shows("Le temps prévu (par exemple 2h, ou 2h-4h) : 2h").types("\r").shows("fini quand… Tout est re").types("lu.\r");
    terminal.shows("Pour quel livrable").shows("Échap pour revenir").types(&format!("{DOWN}\r"));
    terminal.shows("quel jour").types("lundi").types(ESCAPE).shows("Pour quel livrable").shows("> bilan").types("\r");
    terminal.shows("ou rien) : lundi").types("\r").shows("ressource").types(ESCAPE).shows("lundi").types("\r");
    terminal.shows("ressource").types("\r");
    terminal.ends(0).says("est ajoutée");
    let task = world.git("show HEAD");
    for line in ["title = \"Relire la page\"", "done-when = \"Tout est relu.\"", "deliverable = \"bilan\"", "due = 2026-11-30"] {
        assert!(task.contains(line), "{line}\n{task}");
    }
    let world = World::new();
    let before = world.state();
    let mut terminal = world.by("orga").on_terminal("tasks add");
    terminal.shows("Quel projet").types("\r").shows("Le titre").types(ESCAPE).shows("Quel projet").types(ESCAPE);
    terminal.ends(130).says("Rien n’a été changé");
    assert_eq!(world.state(), before);
}
