//! Looking for a thing by a few words: without accents, by the beginnings of words, else by
//! their middles, with one slip of the keyboard forgiven.

use super::text::folded;

/// A shorter word is another one when one letter differs.
const FORGIVEN_FROM: usize = 4;
/// Fewer letters are in the middle of too many words to mean one.
const WITHIN_FROM: usize = 3;

/// How well a thing answers to what was typed, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Every word begins a word of its title.
    Title,
    /// Some only begin words of what else is known of it.
    Around,
    /// Some only stand within a word of its title.
    TitleWithin,
    /// Some only stand within a word of what else is known of it.
    AroundWithin,
    /// Some begin a word of its title but for one letter.
    TitleButForOne,
    /// Some begin a word of what else is known of it but for one letter.
    AroundButForOne,
}

impl Rank {
    /// Whether every word begins one that is there.
    pub fn is_exact(self) -> bool {
        self <= Self::Around
    }

    /// Whether nothing had to be forgiven.
    pub fn is_as_typed(self) -> bool {
        self <= Self::AroundWithin
    }
}

/// The words that were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought(Vec<String>);

impl Sought {
    /// Those of `text`.
    pub fn new(text: &str) -> Self {
        Self(folded(text).split_whitespace().map(str::to_owned).collect())
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How well a thing answers: the rank of the word that fits worst. `None` where a word is nowhere.
    pub fn rank(&self, title: &str, around: &[&str]) -> Option<Rank> {
        let (title, around) = (folded(title), folded(&around.join(" ")));
        let places = [
            (Rank::Title, &title, begins as fn(&str, &str) -> bool),
            (Rank::Around, &around, begins),
            (Rank::TitleWithin, &title, is_within),
            (Rank::AroundWithin, &around, is_within),
            (Rank::TitleButForOne, &title, almost_begins),
            (Rank::AroundButForOne, &around, almost_begins),
        ];
        let of_word = |word: &String| {
            places.iter().find(|(_, text, fits)| text.split(' ').any(|known| fits(word, known))).map(|(rank, ..)| *rank)
        };
        self.0.iter().try_fold(Rank::Title, |worst, word| of_word(word).map(|rank| worst.max(rank)))
    }
}

fn begins(word: &str, known: &str) -> bool {
    known.starts_with(word)
}

fn is_within(word: &str, known: &str) -> bool {
    word.chars().count() >= WITHIN_FROM && known.contains(word)
}

/// Whether `known` begins with `word` but for one letter that is wrong, missing, too many, or in the place of its neighbour.
fn almost_begins(word: &str, known: &str) -> bool {
    let length = word.chars().count();
    if length < FORGIVEN_FROM || !word.chars().all(char::is_alphabetic) {
        return false;
    }
    (length - 1..=length + 1).any(|count| {
        let end = known.char_indices().nth(count).map_or(known.len(), |(at, _)| at);
        strsim::osa_distance(word, &known[..end]) <= 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rank(typed: &str) -> Option<Rank> {
        Sought::new(typed).rank("Écrire le modèle de lettre", &["bretagne-2", "rédaction", "k7q2m"])
    }

    #[test]
    fn words_are_found_without_accents_and_in_any_order() {
        for typed in ["ecrire", "Écr", "modele ECRIRE", "let", "l", ""] {
            assert_eq!(rank(typed), Some(Rank::Title), "{typed}");
        }
        assert_eq!(Sought::new("oeuvre").rank("L’Œuvre", &[]), Some(Rank::Title));
        assert_eq!(Sought::new("erdogan").rank("Erdoğan", &[]), Some(Rank::Title));
        assert_eq!(rank("crire"), Some(Rank::TitleWithin));
        assert_eq!(rank("odele du roi"), None);
    }

    #[test]
    fn what_is_around_comes_after_the_title_and_a_slip_after_what_is_exact() {
        for typed in ["bretagne", "redac", "k7q", "ecrire bret"] {
            assert_eq!(rank(typed), Some(Rank::Around), "{typed}");
        }
        for typed in ["ecire", "ercire", "ecrrire", "ecrise", "écirr", "modéél"] {
            assert_eq!(rank(typed), Some(Rank::TitleButForOne), "{typed}");
        }
        for (typed, within) in [("odèle", Rank::TitleWithin), ("tagne", Rank::AroundWithin), ("ecrire dact", Rank::AroundWithin)]
        {
            assert_eq!(rank(typed), Some(within), "{typed}");
        }
        assert_eq!(rank("od"), None);
        assert_eq!(rank("bretagen"), Some(Rank::AroundButForOne));
        assert_eq!(rank("ecire redaction"), Some(Rank::TitleButForOne));
    }

    #[test]
    fn short_words_and_numbers_are_taken_as_they_are() {
        for typed in ["lex", "2025", "k7q3m", "sourcer"] {
            assert_eq!(rank(typed), None, "{typed}");
        }
        assert_eq!(Sought::new("2025").rank("Budget 2026", &[]), None);
    }
}
