//! Durations as people type them.

use super::budget::Minutes;
use super::text::folded;

/// The time that `text` means: a duration as files have it, or a few words for one, in either language.
pub fn typed_time(text: &str) -> Option<Minutes> {
    const WORDS: [(&str, &str); 8] = [
        ("une heure", "1h"),
        ("an hour", "1h"),
        ("one hour", "1h"),
        ("une demi heure", "30m"),
        ("demi heure", "30m"),
        ("half an hour", "30m"),
        ("une heure et demie", "1h30"),
        ("un quart d heure", "15m"),
    ];
    let plain = folded(text);
    Minutes::parse(WORDS.iter().find(|(words, _)| *words == plain).map_or(text, |(_, meant)| meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_a_duration_in_both_languages() {
        let minutes = |text: &str| typed_time(text).map(Minutes::get);
        for (typed, meant) in
            [("1h30", 90), ("une heure", 60), ("Une demi-heure", 30), ("half an hour", 30), ("un quart d’heure", 15)]
        {
            assert_eq!(minutes(typed), Some(meant), "{typed}");
        }
        assert_eq!(minutes("un moment"), None);
    }
}
