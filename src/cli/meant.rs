//! Words that people type and that are no command of ours: which command they mean.

use crate::domain::shell::command;
use crate::domain::text::folded;

/// What a word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// This command, with the words behind it, as far as no option.
    With(&'static str),
    /// This command, whatever stands behind.
    Alone(&'static str),
    /// Somebody who answers questions about a task.
    Contact,
}

use Meaning::{Alone, Contact, With};

/// Folded, the longest first where one begins like another.
const WORDS: [(Meaning, &[&str]); 20] = [
    (With("mpa close"), &["fini", "finie", "finis", "finir", "fait", "faite", "done", "finish", "finished", "complete", "clore"]),
    (With("mpa close"), &["cloturer", "fermer", "termine", "terminee", "end", "resolve", "rendu"]),
    (With("mpa claim"), &["prends", "prend", "je prends", "pris", "choisir", "reserver", "choisis"]),
    (With("mpa claim"), &["take", "grab", "pick", "assign", "book", "i take"]),
    (With("mpa release"), &["abandonner", "abandon", "abandonne", "laisser", "lacher", "drop", "unclaim", "give up", "libere"]),
    (With("mpa renew"), &["extend", "prolonge", "prolongation", "renouveler", "plus de temps", "more time"]),
    (With("mpa log"), &["temps", "time", "heures", "hours", "spent", "track", "note"]),
    (Alone("mpa undo"), &["oups", "oops", "revert", "revenir", "retour", "cancel", "back", "defais"]),
    (
        Alone("mpa sync"),
        &["push", "pull", "fetch", "send", "upload", "publier", "publish", "envoie", "recevoir", "update", "save"],
    ),
    (Alone("mpa sync"), &["sauver", "enregistrer", "commit", "mettre a jour"]),
    (Alone("mpa"), &["status", "statut", "etat", "today", "home", "accueil", "dashboard"]),
    (
        Alone("mpa doctor"),
        &["login", "config", "settings", "reglages", "configurer", "compte", "account", "whoami", "qui suis je"],
    ),
    (Alone("mpa tasks list --mine"), &["mes taches", "my tasks", "mine", "mes", "my"]),
    (Alone("mpa tasks"), &["ma tache", "my task", "todo", "a faire", "next", "quoi faire", "libres", "open"]),
    (With("mpa tasks list --search"), &["search", "chercher", "cherche", "recherche", "find", "trouver"]),
    (Alone("mpa tasks add"), &["nouveau", "nouvelle", "new", "create", "creer", "proposer"]),
    (With("mpa join"), &["participer", "register", "signup", "inscription"]),
    (With("mpa review"), &["approve", "merge", "valider", "accepter", "demandes", "requests"]),
    (Alone("mpa --version"), &["version"]),
    (Contact, &["demander", "demande", "ask", "contact", "contacter", "question", "qui", "who", "ecrire a", "aidez moi"]),
];

/// The words of a phrase of [`WORDS`], at most.
const PHRASE_MAX: usize = 3;

/// What was meant by a word that is no command.
#[derive(Debug, PartialEq, Eq)]
pub struct Meant {
    /// The word or the words.
    pub found: String,
    /// What to type.
    pub command: String,
    /// Whether whom to ask was asked for.
    pub is_question: bool,
}

/// What the first words of `typed` mean.
pub fn meant(typed: &[String]) -> Option<Meant> {
    let words: Vec<&str> = typed.iter().map(String::as_str).take_while(|word| !word.starts_with('-')).collect();
    let known = |length: usize| {
        let found = words.get(..length)?.join(" ");
        let plain = folded(&found);
        let (meaning, _) = WORDS.iter().find(|(_, words)| words.contains(&plain.as_str()))?;
        Some((found, *meaning, &words[length..]))
    };
    let (found, meaning, rest) = (1..=PHRASE_MAX).rev().find_map(known)?;
    let command = match meaning {
        With(command) => followed(command, rest),
        Alone(command) => command.to_owned(),
        Contact if rest.is_empty() => "mpa tasks ID".to_owned(),
        Contact => followed("mpa tasks", rest),
    };
    Some(Meant { found, command, is_question: meaning == Contact })
}

fn followed(begun: &str, rest: &[&str]) -> String {
    rest.iter().fold(begun.to_owned(), |line, word| line + &command(" {}", &[word]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_counts_and_the_rest_is_kept() {
        let of = |line: &str| meant(&line.split(' ').map(str::to_owned).collect::<Vec<_>>()).map(|meant| meant.command);
        assert_eq!(of("Mes Tâches").as_deref(), Some("mpa tasks list --mine"));
        assert_eq!(of("fini k7q2m --time 1h").as_deref(), Some("mpa close k7q2m"));
        assert_eq!(of("ask k7q2m").as_deref(), Some("mpa tasks k7q2m"));
        assert_eq!(of("xyz"), None);
    }

    #[test]
    fn each_word_means_one_thing_and_is_no_command() {
        let mut all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| *words).copied().collect();
        let tree = <super::super::args::Arguments as clap::CommandFactory>::command();
        for word in &all {
            assert_eq!(folded(word), **word);
            assert!(tree.find_subcommand(word).is_none(), "{word}");
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
