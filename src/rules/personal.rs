//! What must not stand in a text that everybody reads for ever: e-mail addresses and telephone numbers.
//!
//! Cheap looks come first, so that an ordinary text never meets a pattern. People write numbers with whatever their
//! keyboard and their word processor give: those signs are looked at as the plain ones they stand for.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::{Match, Regex};

use crate::domain::name::Slug;

/// The fewest digits of a telephone number with its country.
const PHONE_DIGITS: usize = 9;
/// What stands for a letter or a digit that was taken out.
const MASK: char = '█';

/// What of a person was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Personal {
    /// An e-mail address.
    Email(String),
    /// A telephone number.
    Phone(String),
}

/// The first e-mail address or else telephone number in `text`. Addresses among `public` are nobody's own; what stands in
/// a web address, a path or a longer number is none.
pub fn personal(text: &str, public: &[&str]) -> Option<Personal> {
    let (range, is_email) = all(text, public).into_iter().next()?;
    let found = text[range].to_owned();
    Some(if is_email { Personal::Email(found) } else { Personal::Phone(found) })
}

/// `text` with everything personal made unreadable, sign by sign; `None` where there is nothing of the kind.
pub fn masked(text: &str, public: &[&str]) -> Option<String> {
    let found = all(text, public);
    let is_found = |at: usize| found.iter().any(|(range, _)| range.contains(&at));
    let hide = |(at, c): (usize, char)| if is_found(at) && c.is_alphanumeric() { MASK } else { c };
    (!found.is_empty()).then(|| text.char_indices().map(hide).collect())
}

/// The short form of a title, without what is personal in it: a name goes into paths, which nobody can make unreadable later.
pub fn slug_of(title: &str) -> Option<Slug> {
    Slug::of_title(masked(title, &[]).as_deref().unwrap_or(title))
}

/// Whether `new` holds less of what is personal in `old`, and nothing else of the kind.
pub fn is_redaction(old: &str, new: &str) -> bool {
    let words = |text: &str| all(text, &[]).into_iter().map(|(range, _)| text[range].to_owned()).collect::<Vec<_>>();
    let (had, has) = (words(old), words(new));
    has.len() < had.len() && has.iter().all(|word| had.contains(word))
}

/// Whether `new` is `old` with nothing changed but personal signs made unreadable.
pub fn is_masking(old: &str, new: &str) -> bool {
    let Some(whole) = masked(old, &[]) else { return false };
    let mut signs = old.chars().zip(whole.chars()).zip(new.chars());
    let is_kept = |((was, hidden), is): ((char, char), char)| is == was || is == hidden;
    old.chars().count() == new.chars().count() && signs.all(is_kept) && is_redaction(old, new)
}

/// Where something personal stands in `text`, and whether it is an e-mail address: those first.
fn all(text: &str, public: &[&str]) -> Vec<(Range<usize>, bool)> {
    if !is_worth_a_look(text) {
        return Vec::new();
    }
    let plain = plain(text);
    let phones = phones(&plain).into_iter().map(|range| (range, false));
    let found: Vec<_> = emails(&plain, public).map(|range| (range, true)).chain(phones).collect();
    if matches!(plain, Cow::Borrowed(_)) || found.is_empty() {
        return found;
    }
    let places: Vec<(usize, usize)> = plain.char_indices().zip(text.char_indices()).map(|(a, b)| (a.0, b.0)).collect();
    let place = |at: usize| places.binary_search_by_key(&at, |(plain, _)| *plain).map_or(text.len(), |at| places[at].1);
    found.into_iter().map(|(range, is_email)| (place(range.start)..place(range.end), is_email)).collect()
}

fn is_worth_a_look(text: &str) -> bool {
    let mut digits = 0;
    text.chars().map(plain_sign).any(|c| {
        digits += usize::from(c.is_ascii_digit());
        c == '@' || digits == PHONE_DIGITS
    })
}

/// The text, sign by sign, with the plain sign for each that is one in another dress.
fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.chars().map(plain_sign).collect()) }
}

fn plain_sign(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ad}' => '-',
        '\u{b7}' | '\u{2022}' | '\u{2024}' | '\u{2027}' | '\u{30fb}' => '.',
        // Full-width forms, in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10).unwrap_or(c),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10).unwrap_or(c),
        c if c.is_whitespace() && !c.is_control() => ' ',
        other => other,
    }
}

fn emails<'t>(text: &'t str, public: &'t [&str]) -> impl Iterator<Item = Range<usize>> + 't {
    static PATTERN: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}").ok());
    let is_own = |found: &Match<'_>| {
        let is_login = found.as_str().starts_with("git@") || is_in_link(text, found.start());
        !is_login && !public.iter().any(|address| address.eq_ignore_ascii_case(found.as_str()))
    };
    PATTERN.iter().filter(|_| text.contains('@')).flat_map(|it| it.find_iter(text)).filter(is_own).map(|found| found.range())
}

fn phones(text: &str) -> Vec<Range<usize>> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let abroad = r"(?:\+|\b00) ?";
        let between = "[ ./-]{0,3}";
        let french = format!(r"(?:{abroad}33\)?{between}(?:\(0\))?{between}|0)[1-9](?:{between}[0-9]{{2}}){{4}}");
        let foreign = format!(r"{abroad}[1-9][0-9]{{0,2}}\)?(?:{between}(?:\([0-9]{{1,4}}\)|[0-9]{{1,4}})){{2,6}}");
        Regex::new(&format!("{french}|{foreign}")).ok()
    });
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    if digits(text) < PHONE_DIGITS {
        return Vec::new();
    }
    let is_number = |found: &Match<'_>| {
        let shown = found.as_str();
        digits(shown) >= PHONE_DIGITS && !is_day(shown) && stands_alone(text, found) && !is_in_link(text, found.start())
    };
    let (mut numbers, mut from) = (Vec::new(), 0);
    // What is no number may hold the beginning of one: a day before it.
    while let Some(found) = PATTERN.as_ref().and_then(|pattern| pattern.find_at(text, from)) {
        let is_number = is_number(&found);
        from = if is_number { found.end() } else { found.start() + 1 };
        numbers.extend(is_number.then(|| found.range()));
    }
    numbers
}

/// Whether it begins as a day does: `05/12/2026`.
fn is_day(text: &str) -> bool {
    let mut parts = text.split(['/', '.', '-', ' ']);
    let [day, month, year] = [parts.next(), parts.next(), parts.next()].map(Option::unwrap_or_default);
    day.len() == 2 && month.len() == 2 && year.len() == 4
}

/// Whether what was found is no part of a longer number, word, path or hour.
fn stands_alone(text: &str, found: &Match<'_>) -> bool {
    let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '#' | '=' | '%' | '@' | '+');
    let (before, after) = (&text[..found.start()], &text[found.end()..]);
    let mut behind = after.chars();
    let continues = match behind.next() {
        Some('.' | '-' | ',' | ':') => behind.next().is_some_and(|c| c.is_ascii_digit()),
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
            ("« piolet＠a.b-c.org »", "piolet＠a.b-c.org"),
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
            "06\u{2011}12\u{2011}34\u{2011}56\u{2011}78",
            "06\u{202f}12\u{202f}34\u{202f}56\u{202f}78",
            "06\u{2009}12\u{2009}34\u{200a}56\u{2007}78",
            "06 – 12 – 34 – 56 – 78",
            "06·12·34·56·78",
            "06/12/34/56/78",
            "06  12  34  56  78",
            "０６１２３４５６７８",
            "＋33 6 12 34 56 78",
            "+33\u{2011}6\u{2011}12\u{2011}34\u{2011}56\u{2011}78",
            "+33\u{202f}6 12\u{a0}34 56 78",
            "+ 33 6 12 34 56 78",
            "+33) 6 12 34 56 78",
            "00 33 6 12 34 56 78",
            "0032 470 12 34 56",
            "00\u{202f}32\u{202f}470\u{202f}12\u{202f}34\u{202f}56",
            "+1\u{2011}415\u{2011}555\u{2011}2671",
            "+49 (0) 30 901 820",
        ] {
            for text in
                [number.to_owned(), format!("Tél. : {number}."), format!("({number}), le soir"), format!("Tél:{number}\n")]
            {
                assert_eq!(personal(&text, &[]), Some(Personal::Phone(number.to_owned())), "{text}");
            }
        }
    }

    #[test]
    fn a_number_is_seen_behind_a_day() {
        let found = personal("Appeler le 05/12/2026 06 12 34 56 78", &[]);
        assert_eq!(found, Some(Personal::Phone("06 12 34 56 78".to_owned())));
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
            "Le 05/12/2026 06:12, le 05-12-2026 06:30, le 05.12.2026 10:00",
            "Le 05/12/2026 10 personnes viendront",
            "Du 01\u{2011}12\u{2011}2026 au 04\u{2011}12\u{2011}2026",
            "data/06/12/34/56/78/liste.csv",
            "@lampe et @piolet s’en occupent",
            "1 000 000 000 de raisons",
        ] {
            assert_eq!(personal(text, &[]), None, "{text}");
        }
        let text = "Écrire à Hackathon@Example.org, sinon à zoe@example.org";
        assert_eq!(personal(text, &["hackathon@example.org"]), Some(Personal::Email("zoe@example.org".to_owned())));
        assert_eq!(personal(text, &["hackathon@example.org", "zoe@example.org"]), None);
    }

    #[test]
    fn what_is_taken_out_keeps_its_form() {
        let old = "Écrit à piolet@example.org et au 06\u{2011}12\u{2011}34\u{2011}56\u{2011}78, le 27 novembre.";
        let new = "Écrit à ██████@███████.███ et au ██\u{2011}██\u{2011}██\u{2011}██\u{2011}██, le 27 novembre.";
        assert_eq!(masked(old, &[]).as_deref(), Some(new));
        assert_eq!(masked(new, &[]), None);
        assert_eq!(personal(new, &[]), None);
        let without = "Écrit à piolet@example.org et au ██\u{2011}██\u{2011}██\u{2011}██\u{2011}██, le 27 novembre.";
        assert_eq!(masked(old, &["piolet@example.org"]).as_deref(), Some(without));
        for (text, is_less, is_plain) in [
            (new, true, true),
            (without, true, true),
            ("Écrit à piolet, et appelé, le 27 novembre.", true, false),
            ("Écrit à piolet@example.org, le 27 novembre.", true, false),
            ("Écrit à treuil@example.org, le 27 novembre.", false, false),
            ("Appelé piolet au 06 12 34 56 78, puis au 06 12 34 56 79.", false, false),
            (old, false, false),
            (&new.replace("27", "28"), true, false),
        ] {
            assert_eq!((is_redaction(old, text), is_masking(old, text)), (is_less, is_plain), "{text}");
        }
        assert!(!is_redaction("Rien de personnel ici.", "Rien."));
    }
}
