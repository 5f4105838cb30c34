//! The keys that people know from their shell, behind every question that is answered by typing.

use crate::kit::{Shown, World};

const CTRL_A: &str = "\u{1}";
const CTRL_E: &str = "\u{5}";
const CTRL_H: &str = "\u{8}";
const CTRL_K: &str = "\u{b}";
const CTRL_U: &str = "\u{15}";
const CTRL_W: &str = "\u{17}";
const DELETE: &str = "\u{7f}";
const LEFT: &str = "\u{1b}[D";
const HOME: &str = "\u{1b}[H";
const NOTHING: &str = "";

/// The reason that is written when `keys` are pressed behind the question for it; what is on the screen in the end.
fn answered(columns: u16, keys: &[&str]) -> (String, Shown) {
    let world = World::new();
    let mut terminal = world.by("orga").on_screen([24, columns], "tasks cancel p4n8w", "");
    terminal.shows("Pourquoi").types(&keys.concat()).types("\r").shows("Annuler").types("\r");
    let shown = terminal.ends(0);
    let task = world.task("p4n8w");
    let reason = task.lines().find_map(|line| line.strip_prefix("reason = \"")?.strip_suffix('"'));
    (reason.unwrap_or_else(|| panic!("{task}")).to_owned(), shown)
}

#[test]
fn each_key_does_what_it_does_in_a_shell() {
    for (keys, wanted) in [
        (&["Une faute", CTRL_U, "Plus la peine"][..], "Plus la peine"),
        (&["Plus la faute", CTRL_W, "peine"], "Plus la peine"),
        (&["Plus l’été", CTRL_W, "la peine"], "Plus la peine"),
        (&["Plus la peinée", CTRL_H, CTRL_H, "e"], "Plus la peine"),
        (&["Plus la peinée", DELETE, DELETE, "e"], "Plus la peine"),
        (&["la peine", CTRL_A, "Plus ", CTRL_E, " du tout"], "Plus la peine du tout"),
        (&["la peine", HOME, "Plus "], "Plus la peine"),
        (&["Plus la peine du tout", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, CTRL_K], "Plus la peine"),
        // Typed as two characters, an accent and its letter are one.
        (&["Plus la peinee\u{301}", DELETE], "Plus la peine"),
        (&["\u{1b}[200~Plus la\npeine\n\u{1b}[201~", NOTHING], "Plus la peine"),
        (&["Œuvre déjà prévue où ça, naïve Zoë ?"], "Œuvre déjà prévue où ça, naïve Zoë ?"),
    ] {
        assert_eq!(answered(80, keys).0, wanted, "{keys:?}");
    }
}

#[test]
fn a_long_answer_is_drawn_once_however_it_is_changed() {
    let start = "La tâche est devenue inutile depuis que la mairie a tout envoyé elle-même, ";
    let (reason, shown) = answered(60, &[start, "hier soir", CTRL_W, CTRL_W, "ce matin", CTRL_A, "Oui : ", CTRL_E, "."]);
    assert_eq!(reason, format!("Oui : {start}ce matin."));
    let times = |found: &str| shown.rows.iter().filter(|row| row.contains(found)).count();
    assert_eq!(["Pourquoi", "est devenue", "ce matin.", "hier"].map(times), [1, 1, 1, 0], "{:#?}", shown.rows);
}

#[test]
fn what_was_wrong_is_cleared_by_one_key() {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    let mut terminal = world.by("zoe").on_terminal("log p4n8w");
    terminal.shows("Combien de temps").types("bientôt\r").shows("! Le temps").shows("bientôt");
    terminal.types(CTRL_U).types("1h\r");
    let shown = terminal.ends(0);
    assert!(world.task("p4n8w").contains("spent.2026-11-24 = \"1h\""));
    assert!(!shown.rows.iter().any(|row| row.contains("bientôt") || row.starts_with('!')), "{:#?}", shown.rows);
}

/// Nothing that is pasted steers the terminal.
#[test]
fn what_is_pasted_is_shown_before_it_is_refused() {
    let world = World::new();
    let mut terminal = world.by("orga").on_terminal("tasks cancel p4n8w");
    terminal.shows("Pourquoi").types("\u{1b}[200~Plus \u{202e}la peine\u{1b}[201~").shows("<U+202E>");
    terminal.types("\u{1b}");
    terminal.ends(130).says("Rien n’a été changé");
}
