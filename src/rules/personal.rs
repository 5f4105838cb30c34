//! What must not stand in a text that everybody reads for ever: e-mail addresses and telephone numbers.
//!
//! Cheap looks come first, so that an ordinary text never meets a pattern.

use std::sync::LazyLock;

use regex_lite::{Match, Regex};

/// The fewest digits of a telephone number with its country.
const PHONE_DIGITS: usize = 9;

/// What of a person was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Personal {
    /// An e-mail address.
    Email(String),
    /// A telephone number.
    Phone(String),
}

/// The first e-mail address or telephone number in `text`. Addresses among `public` are nobody's own; what stands in a
/// web address, a path or a longer number is none.
pub fn personal(text: &str, public: &[&str]) -> Option<Personal> {
    email(text, public).map(Personal::Email).or_else(|| phone(text).map(Personal::Phone))
}

fn email(text: &str, public: &[&str]) -> Option<String> {
    static PATTERN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}").ok());
    if !text.contains('@') {
        return None;
    }
    let is_own = |found: &Match<'_>| {
        let is_login = found.as_str().starts_with("git@") || is_in_link(text, found.start());
        !is_login && !public.iter().any(|address| address.eq_ignore_ascii_case(found.as_str()))
    };
    PATTERN.as_ref()?.find_iter(text).find(is_own).map(|found| found.as_str().to_owned())
}

fn phone(text: &str) -> Option<String> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let french = r"(?:(?:\+|00)33[\u{20}.\u{a0}\u{202f}-]?(?:\(0\))?[\u{20}.\u{a0}\u{202f}-]?|0)[1-9](?:[\u{20}.\u{a0}\u{202f}-]?[0-9]{2}){4}";
        let foreign = r"\+[1-9][0-9]{0,2}(?:[\u{20}.\u{a0}\u{202f}-]?(?:\([0-9]{1,4}\)|[0-9]{1,4})){2,6}";
        Regex::new(&format!("{french}|{foreign}")).ok()
    });
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    if digits(text) < PHONE_DIGITS {
        return None;
    }
    let is_number = |found: &Match<'_>| {
        digits(found.as_str()) >= PHONE_DIGITS && stands_alone(text, found) && !is_in_link(text, found.start())
    };
    PATTERN.as_ref()?.find_iter(text).find(is_number).map(|found| found.as_str().to_owned())
}

/// Whether what was found is no part of a longer number, word or path.
fn stands_alone(text: &str, found: &Match<'_>) -> bool {
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '#' | '=' | '%' | '@' | '+');
    let (before, after) = (&text[..found.start()], &text[found.end()..]);
    let mut behind = after.chars();
    let continues = match behind.next() {
        Some('.' | '-' | ',') => behind.next().is_some_and(|c| c.is_ascii_digit()),
        Some(next) => goes_on(next),
        None => false,
    };
    let comes_from = before.chars().next_back().is_some_and(|c| goes_on(c) || matches!(c, '.' | '-'));
    !continues && !comes_from
}

/// Whether the byte `at` stands in a web address.
fn is_in_link(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let before = &text[start..at];
    before.contains("://") || before.contains("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_are_seen() {
        for (text, found) in [
            ("Écrire à lampe.tempete@mines-exemple.fr.", "lampe.tempete@mines-exemple.fr"),
            ("(mailto:piolet+tri@a.b-c.org)", "piolet+tri@a.b-c.org"),
        ] {
            assert_eq!(personal(text, &[]), Some(Personal::Email(found.to_owned())), "{text}");
        }
        for number in [
            "06 12 34 56 78",
            "0612345678",
            "06.12.34.56.78",
            "06-12-34-56-78",
            "06\u{a0}12\u{a0}34\u{a0}56\u{a0}78",
            "+33 6 12 34 56 78",
            "+33612345678",
            "+33 (0)6 12 34 56 78",
            "0033 6 12 34 56 78",
            "+32 470 12 34 56",
            "+1 415 555 2671",
            "+44 20 7946 0958",
        ] {
            for text in
                [number.to_owned(), format!("Tél. : {number}."), format!("({number}), le soir"), format!("Tél:{number}\n")]
            {
                assert_eq!(personal(&text, &[]), Some(Personal::Phone(number.to_owned())), "{text}");
            }
        }
    }

    #[test]
    fn other_numbers_and_public_addresses_are_not() {
        for text in [
            "",
            "Réunion le 04-12-2026 à 18h30, puis le 05/12/2026.",
            "2026-11-23 2026-11-24 2026-11-25",
            "3f2a9c1d0612345678a9c1d0612345678a9c1d06",
            "0612345678901",
            "https://example.org/fiches/0612345678?p=06 ",
            "https://example.org/@lampe@serveur.example.org",
            "https://exemple@git.example.org/depot",
            "docs/0612345678.pdf",
            "git@github.com:mines/hackathon.git",
            "Budget : 10 000 + 20 000 000 euros",
            "+10 000 euros, +12 %, +3",
            "ISBN 978-2-07-036822-8, version 1.02.03.04.05.06",
            "k7q2m, 01 23 45",
            "@lampe et @piolet s’en occupent",
            "1 000 000 000 de raisons",
        ] {
            assert_eq!(personal(text, &[]), None, "{text}");
        }
        let text = "Écrire à Hackathon@Example.org, sinon à zoe@example.org";
        assert_eq!(personal(text, &["hackathon@example.org"]), Some(Personal::Email("zoe@example.org".to_owned())));
        assert_eq!(personal(text, &["hackathon@example.org", "zoe@example.org"]), None);
    }
}
