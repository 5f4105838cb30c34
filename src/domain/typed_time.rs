//! Durations as people type them.

use super::budget::Minutes;
use super::text::folded;

/// Numbers of hours or minutes in words, the longest first of those that begin alike.
const NUMBERS: [(&str, u8); 30] = [
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("dix", 10),
    ("quinze", 15),
    ("vingt", 20),
    ("trente", 30),
    ("quarante cinq", 45),
    ("quarante", 40),
    ("cinquante", 50),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("seven", 7),
    ("eight", 8),
    ("ten", 10),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("forty five", 45),
    ("forty", 40),
    ("fifty", 50),
    ("ninety", 90),
];

/// The time that `text` means: a duration as files have it, or a few words for one, in either language.
pub fn typed_time(text: &str) -> Option<Minutes> {
    const WORDS: [(&str, &str); 17] = [
        ("une heure", "1h"),
        ("an hour", "1h"),
        ("one hour", "1h"),
        ("une demi heure", "30m"),
        ("demi heure", "30m"),
        ("half an hour", "30m"),
        ("une heure et demie", "1h30"),
        ("une heure et quart", "1h15"),
        ("une heure trente", "1h30"),
        ("un quart d heure", "15m"),
        ("trois quarts d heure", "45m"),
        ("one hour and a half", "1h30"),
        ("an hour and a half", "1h30"),
        ("quarter of an hour", "15m"),
        ("a quarter of an hour", "15m"),
        ("three quarters of an hour", "45m"),
        ("half hour", "30m"),
    ];
    let plain = folded(text);
    match WORDS.iter().find(|(words, _)| *words == plain) {
        Some((_, meant)) => Minutes::parse(meant),
        None => Minutes::parse(text).or_else(|| Minutes::parse(&in_digits(&plain)?)),
    }
}

/// `deux heures et demie` as `2 heures 30`.
fn in_digits(text: &str) -> Option<String> {
    let (number, rest) = NUMBERS.iter().find_map(|(word, number)| Some((number, text.strip_prefix(word)?.strip_prefix(' ')?)))?;
    let unit = [" et demie", " and a half"].iter().find_map(|half| rest.strip_suffix(half));
    Some(format!("{number} {}", unit.map_or(rest.to_owned(), |unit| format!("{unit} 30"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_a_duration_in_both_languages() {
        let minutes = |text: &str| typed_time(text).map(Minutes::get);
        for (typed, meant) in [
            ("1h30", 90),
            ("une heure", 60),
            ("Une demi-heure", 30),
            ("half an hour", 30),
            ("un quart d’heure", 15),
            ("deux heures", 120),
            ("Deux heures et demie", 150),
            ("quarante-cinq minutes", 45),
            ("two hours", 120),
            ("trois quarts d’heure", 45),
            ("Une heure et quart", 75),
            ("an hour and a half", 90),
            ("two hours and a half", 150),
            ("forty-five minutes", 45),
        ] {
            assert_eq!(minutes(typed), Some(meant), "{typed}");
        }
        for other in ["un moment", "deux", "deux pages", "tenders"] {
            assert_eq!(minutes(other), None, "{other}");
        }
    }
}
