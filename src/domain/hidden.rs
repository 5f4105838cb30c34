//! Characters that steer what shows a text, or that nobody sees: by the tables of Unicode, and no list of ours.
//!
//! Hidden are controls, format characters, private ones, what no version of Unicode knows, what ends a line or a paragraph,
//! and whatever a reader is told to ignore. The joiners and variation selectors of emoji, and the joiner of Indic
//! scripts, are seen where they stand between what they join, and hidden anywhere else. No-break spaces and hyphens are seen.

use icu_properties::props::{
    CanonicalCombiningClass, DefaultIgnorableCodePoint, EmojiModifier, ExtendedPictographic, GeneralCategory,
};
use icu_properties::{CodePointMapData, CodePointSetData};

const JOINER: char = '\u{200d}';
const AS_TEXT: char = '\u{fe0e}';
const AS_EMOJI: char = '\u{fe0f}';
/// What makes a key of a digit.
const KEYCAP: char = '\u{20e3}';

/// Whether a character by itself steers what shows it, or cannot be seen.
#[inline]
pub fn is_hidden(c: char) -> bool {
    match c {
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{34e}' | '\u{2010}'..='\u{2027}' => false,
        _ => is_hidden_by_table(c),
    }
}

fn is_hidden_by_table(c: char) -> bool {
    use GeneralCategory as Category;
    let is_ignored = || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c);
    match CodePointMapData::<Category>::new().get(c) {
        Category::Control | Category::Format | Category::PrivateUse | Category::Surrogate | Category::Unassigned => true,
        Category::LineSeparator | Category::ParagraphSeparator => true,
        _ => is_ignored(),
    }
}

/// The hidden characters of `text`, with where each stands.
pub fn hidden_in(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let is_meant = |at: usize, c: char| {
        let (before, after) = (text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next());
        before.is_some_and(|before| is_joined(before, c, after))
    };
    text.char_indices().filter(|(_, c)| is_hidden(*c)).filter(move |(at, c)| !is_meant(*at, *c))
}

/// Whether `c` joins what stands before it to what stands behind, or says how that is shown.
fn is_joined(before: char, c: char, after: Option<char>) -> bool {
    let is_picture = |c: char| CodePointSetData::new::<ExtendedPictographic>().contains(c);
    let is_tone = |c: char| CodePointSetData::new::<EmojiModifier>().contains(c);
    let is_virama = |c: char| CodePointMapData::<CanonicalCombiningClass>::new().get(c) == CanonicalCombiningClass::Virama;
    match c {
        AS_TEXT | AS_EMOJI => is_picture(before) || after == Some(KEYCAP) && matches!(before, '0'..='9' | '#' | '*'),
        JOINER if is_virama(before) => true,
        JOINER => (is_picture(before) || is_tone(before) || before == AS_EMOJI) && after.is_some_and(is_picture),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_reader_sees_is_hidden() {
        for hidden in [
            '\0',
            '\u{1b}',
            '\u{7f}',
            '\u{9b}',
            '\u{ad}',
            '\u{34f}',
            '\u{378}',
            '\u{600}',
            '\u{61c}',
            '\u{70f}',
            '\u{115f}',
            '\u{1160}',
            '\u{17b4}',
            '\u{17b5}',
            '\u{180b}',
            '\u{180e}',
            '\u{180f}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{2028}',
            '\u{2029}',
            '\u{202e}',
            '\u{2060}',
            '\u{2065}',
            '\u{206f}',
            '\u{3164}',
            '\u{e000}',
            '\u{e003}',
            '\u{f8ff}',
            '\u{fe00}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{fff0}',
            '\u{fff9}',
            '\u{ffff}',
            '\u{110bd}',
            '\u{1bca0}',
            '\u{1d173}',
            '\u{1d17a}',
            '\u{e0001}',
            '\u{e0061}',
            '\u{e0100}',
            '\u{e01ef}',
            '\u{e0fff}',
            '\u{f0000}',
            '\u{10fffd}',
            '\u{10ffff}',
        ] {
            assert!(is_hidden(hidden), "U+{:04X}", u32::from(hidden));
        }
        for seen in "aé ~\u{a0}\u{202f}\u{2011}’«»…–—→✓★œŒ€ß任务日本العربيةहिन्दीעברית̈👩🔬🇫🇷⃣٣".chars()
        {
            assert!(!is_hidden(seen), "U+{:04X}", u32::from(seen));
        }
    }

    #[test]
    fn the_whole_of_the_tables_counts() {
        let (ignored, categories) =
            (CodePointSetData::new::<DefaultIgnorableCodePoint>(), CodePointMapData::<GeneralCategory>::new());
        for c in '\0'..=char::MAX {
            use GeneralCategory as Category;
            let is_other = matches!(
                categories.get(c),
                Category::Control | Category::Format | Category::PrivateUse | Category::Surrogate | Category::Unassigned
            );
            let is_break = matches!(c, '\u{2028}' | '\u{2029}');
            assert_eq!(is_hidden(c), is_other || is_break || ignored.contains(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn joiners_are_seen_where_they_join() {
        let found = |text: &str| hidden_in(text).map(|(at, c)| (at, u32::from(c))).collect::<Vec<_>>();
        for seen in [
            "👩\u{200d}🔬",
            "🏳\u{fe0f}\u{200d}🌈",
            "🧑🏽\u{200d}🔬",
            "❤\u{fe0f}\u{200d}🔥",
            "1\u{fe0f}\u{20e3}",
            "©\u{fe0e}",
            "क्\u{200d}ष",
        ] {
            assert_eq!(found(seen), [], "{seen}");
        }
        for (text, at) in [
            ("a\u{200d}b", 1),
            ("\u{200d}🔬", 0),
            ("👩\u{200d}", 4),
            ("👩\u{200d}a", 4),
            ("1\u{fe0f}", 1),
            ("a\u{fe0f}", 1),
            ("🔬\u{fe00}", 4),
            ("👩\u{200d}\u{200d}🔬", 4),
        ] {
            assert_eq!(found(text).first().map(|found| found.0), Some(at), "{text:?}");
        }
    }
}
