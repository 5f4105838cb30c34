//! French leaves out a vowel before another: "le mot de piolet", "le mot d’aline". The catalogue asks for it by `DE($person)`
//! and `QUE($person)`.

use fluent_bundle::{FluentArgs, FluentValue};

use crate::domain::text::{VALUE, folded};

/// Words that begin with an h which is heard like a consonant, as far as people call themselves so.
const HEARD: [&str; 18] = [
    "hach", "haie", "hall", "halt", "hamac", "hamster", "hangar", "haricot", "harp", "hasard", "haut", "hero", "heris", "hibou",
    "hock", "homard", "houill", "hublot",
];

/// `DE`: "de" or "d’", and what follows.
pub fn de<'a>(given: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    before(given, ["de ", "d’"])
}

/// `QUE`: "que" or "qu’", and what follows.
pub fn que<'a>(given: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    before(given, ["que ", "qu’"])
}

fn before<'a>(given: &[FluentValue<'a>], [whole, elided]: [&str; 2]) -> FluentValue<'a> {
    match given {
        [FluentValue::String(word)] => {
            let heard = word.trim_start_matches(VALUE[0]);
            format!("{}{word}", if is_vowel_heard(heard) { elided } else { whole }).into()
        }
        _ => FluentValue::Error,
    }
}

/// Whether `word` begins with a vowel for the ear: with one that is written, behind a silent h, or with a y before a consonant.
fn is_vowel_heard(word: &str) -> bool {
    if !word.starts_with(char::is_alphabetic) {
        return false;
    }
    let word = folded(word);
    let is_vowel = |letter: char| "aeiou".contains(letter);
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some('h'), Some(second)) => (is_vowel(second) || second == 'y') && !HEARD.iter().any(|heard| word.starts_with(heard)),
        (Some('y'), Some(second)) => second.is_alphabetic() && !is_vowel(second),
        (Some(first), _) => is_vowel(first),
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vowel_that_is_heard_takes_the_place_of_another() {
        for word in ["aline", "Élise", "œuvre", "henri", "hydre", "yves", "origin/main", "aline et piolet"] {
            assert_eq!(de(&[word.into()], &FluentArgs::new()), format!("d’{word}").into());
            assert_eq!(que(&[word.into()], &FluentArgs::new()), format!("qu’{word}").into());
        }
        for word in ["piolet", "yann", "hibou", "héros", "houille-2", "8bits", "x-a", "« aline »", "", "h", "y"] {
            assert_eq!(de(&[word.into()], &FluentArgs::new()), format!("de {word}").into());
        }
    }
}
