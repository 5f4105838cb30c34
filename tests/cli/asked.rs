//! Questions that forgive: what was typed wrongly is asked again and nothing typed before is lost, in both languages and in a
//! narrow terminal; and nobody is asked who cannot answer.

use crate::kit::{CAMPAIGN, World};
use crate::queue::with_three_requests;

const ESCAPE: &str = "\u{1b}";
const LINK: &str = "https://example.org/le-resultat-qui-a-une-adresse-plus-longue-qu-une-ligne-de-ce-terminal/2026/11/28";

/// So many times the key that takes back a letter.
fn back(count: usize) -> String {
    "\u{7f}".repeat(count)
}

/// A task of zoe's, `p4n8w`.
fn claimed() -> World {
    let world = World::new();
    world.by("zoe").run("claim p4n8w").exits(0);
    world
}

#[test]
fn a_time_that_is_none_loses_nothing_that_was_typed() {
    let world = claimed();
    let mut terminal = world.by("zoe").on_screen([24, 60], "close p4n8w", "");
    terminal.shows("Le résultat").types("vu\r").shows("! Le résultat : « vu » ne montre pas le résultat.");
    terminal.types(&format!("{}{LINK}\r", back(2))).shows("Le temps passé");
    terminal.types("90\r").shows("! Le temps : « 90 » peut se lire de deux façons.").types("m\r");
    terminal.ends(0).says("est terminée").never_says("--");
    let task = world.task("p4n8w");
    assert!(task.contains(LINK) && task.contains("\"1h30\""), "{task}");
    let world = claimed();
    let mut terminal = world.by("zoe").env("MPA_LANG", "en").on_screen([24, 60], "close p4n8w", "");
    terminal
        .shows("The result")
        .types(&format!("{LINK}\r"))
        .shows("The time spent")
        .types("soon\r")
        .shows("! The time: “soon” is");
    terminal.types(&back(4)).types("\r");
    terminal.ends(0).never_says("--");
}

#[test]
fn escape_goes_back_to_the_result_and_from_there_ends() {
    let world = claimed();
    let before = world.state();
    let mut terminal = world.by("zoe").on_terminal("close p4n8w");
    terminal.shows("Le résultat").types(&format!("{LINK}\r")).shows("Le temps passé").types(ESCAPE);
    terminal.shows("Le résultat").shows("at-qui-a-une-adresse").types(ESCAPE);
    terminal.ends(130).says("Rien n’a été changé").never_says("ancel");
    assert_eq!(world.state(), before);
}

#[test]
fn a_task_is_added_question_by_question() {
    let world = World::new();
    let mut terminal = world.by("orga").on_terminal("tasks add");
    terminal.shows("Quel projet").types("\r").shows("Le titre :").types("Site\r");
    terminal.shows("« Site » ne dit pas ce qu’il y a à faire.").shows("[o/N]").types("\r");
    terminal.shows("Le titre : Site").types(" des bénévoles à relire\r").shows("Le temps prévu");
    terminal.types("9h\r").shows("! « Site des bénévoles à relire »").types(&format!("{}2h\r", back(2)));
    terminal.shows("C’est fini quand").types("Tout est relu.\r").shows("Pour quel livrable").shows("Aucun").types("bilan");
    terminal.shows("> bilan").types("\r").shows("quel jour").types("hier\r").shows("déjà passée");
    terminal.types(&format!("{}lundi\r", back(4))).shows("La date : « lundi » se lit lundi 30 novembre").shows("ressource");
    terminal.types("https://example.org/textes?a=b\r");
    terminal.ends(0).says("est ajoutée").never_says("L’enregistrer quand même").never_says("--t");
    let task = world.git("show HEAD");
    for line in ["deliverable = \"bilan\"", "due = 2026-11-30", "\"example.org\" = \"https://example.org/textes?a=b\""] {
        assert!(task.contains(line), "{line}\n{task}");
    }
}

#[test]
fn without_a_resource_the_mailbox_of_the_campaign_is_proposed() {
    let world = World::new();
    let words = "tasks add --project mphack --budget 1h --done-when 'C’est relu.' --deliverable liste --due 2026-12-01";
    let mut terminal = world.by("orga").env("MPA_LANG", "en").on_screen([24, 60], words, "");
    terminal.shows("The title:").types("Help!\r").shows("[y/N]").types("maybe\r").shows("! Answer y (yes) or n (no)");
    terminal.types(&back(5)).types("oui\r").shows("A useful resource").shows("[hackathon@example.org]").types("\r");
    terminal.ends(0).says("“Help!” is added").never_says("Record it all the same");
    assert!(world.git("show HEAD").contains("\"hackathon@example.org\" = \"mailto:hackathon@example.org\""));
    let world = World::with(&[("data/mpa.toml", &CAMPAIGN.replace("contact = \"hackathon@example.org\"\n", ""))]);
    let mut terminal = world.by("orga").on_terminal(&format!("{words} --title 'Relire la page'"));
    terminal.shows("Une ressource utile (un lien, ou nom=lien) :").types("\r").shows("! La ressource").types(ESCAPE);
    terminal.ends(130).says("Rien n’a été changé");
}

#[test]
fn a_slip_finds_the_task_all_the_same() {
    let world = World::new();
    let mut terminal = world.by("zoe").on_terminal("claim dessienr");
    terminal.shows("Quelle tâche").shows("p4n8w Dessiner le logo").types("\r");
    terminal.ends(0).says("est à toi");
    let refused =
        world.by("zoe").run("claim tradiure").exits(2).complains("Rien ne s’appelle « tradiure ». Si c’est cette tâche");
    refused.complains("x9c3v  Traduire la page").says_nothing();
    world.by("zoe").run("tasks list --search tradiure").exits(0).says("Traduire la page").never_says("Relire");
}

/// What is asked, what is answered wrongly there, and what is a good answer.
type Walk = &'static [(&'static str, &'static str, &'static str)];

/// A way through the questions of a command, each answered wrongly first.
const WALKS: [(&str, &str, Walk); 9] = [
    (
        "tasks add --project mphack --deliverable liste",
        "orga",
        &[
            ("Le titre", "…", "Relire la page"),
            ("Le temps prévu", "bientôt", "2h"),
            ("fini quand", "…", "Tout est relu."),
            ("quel jour", "jamais", ""),
            ("Une ressource", "ici", "https://example.org/textes"),
        ],
    ),
    ("close p4n8w", "zoe", &[("Le résultat", "vu", "https://example.org/logo"), ("Le temps passé", "90", "1h")]),
    ("tasks cancel k7q2m --yes", "orga", &[("Pourquoi", "…", "Plus la peine")]),
    ("themes add", "orga", &[("Le titre", "…", "Rencontres")]),
    ("projects add", "orga", &[("Le titre", "…", "Annuaire")]),
    ("deliver mphack bilan", "orga", &[("Le résultat", "vu", "https://example.org/bilan")]),
    ("projects poll mphack", "orga", &[("Combien de voix", "beaucoup", "3"), ("Sur combien", "2", "4")]),
    ("claim x9c3v", "", &[("Ton pseudo", "Zoé !", "zoe")]),
    (
        "init neuve",
        "",
        &[
            ("Le nom", "…", "Hackathon"),
            ("Ton pseudo", "Zoé !", "zoe"),
            ("L’échéance", "un jour", "2027-03-01"),
            ("L’adresse", "…", ""),
        ],
    ),
];

#[test]
fn no_flag_is_named_to_somebody_who_typed_none() {
    for (words, who, walk) in WALKS {
        let world = if words.starts_with("init") { World::empty() } else { claimed() };
        let call = if who.is_empty() { world.anybody() } else { world.by(who) };
        let mut terminal = call.on_terminal(words);
        for (question, wrong, good) in walk {
            terminal.shows(question).types(&format!("{wrong}\r")).shows("! ");
            terminal.types(&format!("{}{good}\r", back(wrong.chars().count())));
        }
        let text = terminal.ends(0).text;
        // What to type next has its flags.
        let found = text.lines().find(|line| line.contains("--") && !["mpa ", "git "].iter().any(|it| line.contains(it)));
        assert_eq!(found, None, "{words}\n{text}");
    }
}

/// Where the output goes into another program, nobody sees the question that belongs to it.
#[test]
fn nothing_is_asked_where_somebody_else_reads() {
    let world = with_three_requests();
    for (behind, asks) in [("| tail", false), ("2> /dev/null", false), ("< /dev/null", false), ("", true)] {
        let mut terminal = world.by("orga").on_screen([24, 80], "review", behind);
        if asks {
            terminal.shows("Laquelle ouvrir").types(ESCAPE);
        }
        let shown = terminal.ends(0);
        assert_eq!(shown.text.contains("Laquelle ouvrir"), asks, "{behind}\n{}", shown.text);
    }
    let mut terminal = world.by("zoe").on_screen([24, 80], "claim", "| cat");
    terminal.shows("De quelle tâche s’agit-il");
    terminal.ends(0);
}

#[test]
fn the_queue_goes_on_from_the_request_that_was_read() {
    let world = with_three_requests();
    let mut terminal = world.by("orga").on_terminal("review");
    terminal.shows("Laquelle ouvrir").shows("> 1").shows("  3").types("\u{1b}[B\r");
    terminal.shows("Laquelle ouvrir").shows("  2").shows("> 3").types("\r");
    terminal.shows("Laquelle ouvrir").shows("> 1").types("\r").shows("Laquelle ouvrir").types(ESCAPE);
    terminal.ends(0);
}
