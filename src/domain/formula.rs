//! Texts that a spreadsheet would calculate, and the apostrophe that keeps it from doing so.

use std::borrow::Cow;

/// What ends a cell in the spreadsheet of one country or another.
const ENDS: [char; 4] = [';', ',', '\t', '\n'];
/// What says to a spreadsheet that a text follows.
const GUARD: char = '\'';

/// Whether a spreadsheet would calculate: by the signs that begin a formula, as people in Asia write them too, behind quotes
/// and spaces that it takes away.
pub fn is_formula(part: &str) -> bool {
    let begins = part.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\u{feff}'));
    begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'])
}

/// `text` with an apostrophe more before each part that would be calculated, or that looks guarded already.
pub fn guarded(text: &str) -> Cow<'_, str> {
    in_parts(text, |part| is_formula(part.trim_start_matches(GUARD)).then(|| format!("{GUARD}{part}")))
}

/// What [`guarded`] was given.
pub fn bare(text: &str) -> Cow<'_, str> {
    let taken =
        |part: &str| part.strip_prefix(GUARD).filter(|rest| is_formula(rest.trim_start_matches(GUARD))).map(str::to_owned);
    in_parts(text, taken)
}

fn in_parts(text: &str, change: impl Fn(&str) -> Option<String>) -> Cow<'_, str> {
    let parts = || text.split_inclusive(ENDS);
    if !parts().any(|part| change(part).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(parts().map(|part| change(part).unwrap_or_else(|| part.to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_part_of_a_cell_is_guarded() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("a,=1;-2\n@x\t+3", "a,'=1;'-2\n'@x\t'+3"),
            ("'=1", "''=1"),
            ("l'été, c'est 'bien'", "l'été, c'est 'bien'"),
            ("2-4h", "2-4h"),
        ] {
            assert_eq!(guarded(text), expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_guarded_is_read_back(text in "['=+a \",;\n-]{0,12}") {
            let cell = guarded(&text);
            prop_assert!(!cell.split(ENDS).any(is_formula), "{}", cell);
            prop_assert_eq!(bare(&cell), &text[..]);
        }
    }
}
