//! Days as people type them, in the words of both languages: `demain`, `lundi`, `26/11`, `4 décembre`, `next friday`.
//!
//! A day without a year, or a day of the week, is the nearest on the side that makes sense: what was done lies behind, what is
//! promised lies ahead. Files hold full dates only. The names of months and days come from the calendar's own tables.

use std::iter;

use chrono::{Datelike, Days, Locale, Weekday};

use super::day::{Day, earlier, make_day, parse_day};
use super::text::folded;

/// On which side of today a day is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What was done: today or before.
    Behind,
    /// What is promised: after today, or today for a date.
    Ahead,
}

/// What was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedDay {
    /// The day.
    pub day: Day,
    /// Whether it was typed in full: nothing had to be guessed.
    pub is_full: bool,
}

const LANGUAGES: [Locale; 2] = [Locale::fr_FR, Locale::en_GB];
/// Words for the days around today, without accents, and how far off they are.
const AROUND: [(&str, i64); 9] = [
    ("avant hier", -2),
    ("hier", -1),
    ("yesterday", -1),
    ("aujourd hui", 0),
    ("aujourdhui", 0),
    ("today", 0),
    ("demain", 1),
    ("tomorrow", 1),
    ("apres demain", 2),
];
/// What may stand beside a day and changes nothing: the side says it.
const BESIDE: [&str; 10] = ["le", "the", "on", "of", "ce", "this", "prochain", "next", "dernier", "last"];
/// Fewer letters name no month.
const ABBREVIATED: usize = 3;

/// How people say "a week ago", without accents.
const WEEK_AGO: [&str; 7] = [
    "last week",
    "a week ago",
    "la semaine derniere",
    "semaine derniere",
    "la semaine passee",
    "semaine passee",
    "il y a une semaine",
];

/// Reads the first of some days that end with `today`: a day that [`typed_day`] reads, or `last-week`, the same day of the week
/// before.
pub fn typed_since(text: &str, today: Day) -> Option<TypedDay> {
    if WEEK_AGO.contains(&folded(text).as_str()) {
        return Some(TypedDay { day: earlier(today, 7), is_full: false });
    }
    typed_day(text, today, Side::Behind)
}

/// Reads `text`, typed on `today`; `None` where it names no day.
pub fn typed_day(text: &str, today: Day, side: Side) -> Option<TypedDay> {
    let is_date = |word: &&str| word.contains('/') || parse_day(word).is_some();
    let (dates, words): (Vec<&str>, Vec<&str>) = text.split_whitespace().partition(is_date);
    let plain = folded(&words.join(" "));
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty() && !BESIDE.contains(word)).collect();
    let week = words.first().and_then(|word| weekday(word));
    let guessed = |day| TypedDay { day, is_full: false };
    let typed = match (&dates[..], &words[usize::from(week.is_some())..]) {
        ([date], []) => match parse_day(date) {
            Some(day) => Some(TypedDay { day, is_full: true }),
            None => of_numbers(date, today, side).map(guessed),
        },
        ([], []) => of_the_week(week?, today, side).map(guessed),
        ([], words) => around(&words.join(" "), today).or_else(|| of_words(words, today, side)).map(guessed),
        _ => None,
    };
    // Beside a date, the day of the week has to be its own.
    typed.filter(|typed| week.is_none_or(|week| typed.day.weekday() == week))
}

fn around(words: &str, today: Day) -> Option<Day> {
    let (_, off) = AROUND.iter().find(|(known, _)| *known == words)?;
    today.checked_add_signed(chrono::TimeDelta::days(*off))
}

fn weekday(word: &str) -> Option<Weekday> {
    // A Monday, and the days after it.
    let monday = make_day(2024, 1, 1)?;
    let names = |day: Day| LANGUAGES.map(|language| folded(&day.format_localized("%A", language).to_string()));
    monday.iter_days().take(7).find(|day| names(*day).iter().any(|name| name == word)).map(|day| day.weekday())
}

fn of_the_week(wanted: Weekday, today: Day, side: Side) -> Option<Day> {
    let begin = if side == Side::Ahead { today.succ_opt()? } else { today };
    nearest(begin, side, 7, |day| day.weekday() == wanted)
}

/// `26/11`.
fn of_numbers(word: &str, today: Day, side: Side) -> Option<Day> {
    let (day, month) = word.split_once('/')?;
    without_year(number(day)?, number(month)?, today, side)
}

/// `26 novembre`, `1er dec. 2026`, `december 4`.
fn of_words(words: &[&str], today: Day, side: Side) -> Option<Day> {
    let (day, month_name, year) = match words {
        [one, other] => (one, other, None),
        [one, other, year] => (one, other, Some(year)),
        _ => return None,
    };
    let (day, month) = match month(month_name) {
        Some(month) => (ordinal(day)?, month),
        None => (ordinal(month_name)?, month(day)?),
    };
    match year {
        Some(year) => make_day(i32::try_from(number(year).filter(|_| year.len() == 4)?).ok()?, month, day),
        None => without_year(day, month, today, side),
    }
}

fn without_year(day: u32, month: u32, today: Day, side: Side) -> Option<Day> {
    nearest(today, side, 366, |it| it.day() == day && it.month() == month)
}

/// The first day from `begin` on, in that direction, that is meant.
fn nearest(begin: Day, side: Side, most: usize, is_meant: impl Fn(Day) -> bool) -> Option<Day> {
    let next = |day: &Day| match side {
        Side::Behind => day.checked_sub_days(Days::new(1)),
        Side::Ahead => day.checked_add_days(Days::new(1)),
    };
    iter::successors(Some(begin), next).take(most).find(|day| is_meant(*day))
}

/// The month that `word` names, in full or by its first letters; `None` where several begin so.
fn month(word: &str) -> Option<u32> {
    if word.len() < ABBREVIATED {
        return None;
    }
    let names =
        |month| make_day(2024, month, 1).map(|day| LANGUAGES.map(|it| folded(&day.format_localized("%B", it).to_string())));
    let begins = |month: &u32| names(*month).is_some_and(|names| names.iter().any(|name| name.starts_with(word)));
    let mut found = (1..=12).filter(begins);
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// `4`, `1er`, `2nd`.
fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let end = &word[digits.len()..];
    ["", "er", "e", "st", "nd", "rd", "th"].contains(&end).then(|| number(digits)).flatten()
}

fn number(digits: &str) -> Option<u32> {
    let is_plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, side: Side) -> Option<String> {
        let today = parse_day("2026-11-27").unwrap();
        typed_day(text, today, side).map(|typed| typed.day.to_string())
    }

    #[test]
    fn words_of_both_languages_are_read() {
        for (text, day) in [
            ("demain", "2026-11-28"),
            ("Après-demain", "2026-11-29"),
            ("tomorrow", "2026-11-28"),
            ("aujourd’hui", "2026-11-27"),
            ("lundi", "2026-11-30"),
            ("lundi prochain", "2026-11-30"),
            ("next friday", "2026-12-04"),
            ("vendredi", "2026-12-04"),
            ("4/12", "2026-12-04"),
            ("26/11", "2027-11-26"),
            ("27/11", "2026-11-27"),
            ("4 décembre", "2026-12-04"),
            ("le 1er déc.", "2026-12-01"),
            ("December 4", "2026-12-04"),
            ("4th of december", "2026-12-04"),
            ("vendredi 4 décembre 2026", "2026-12-04"),
            ("vendredi 4/12", "2026-12-04"),
            ("le 4/12", "2026-12-04"),
            ("vendredi 04/12/2026", "2026-12-04"),
            ("2026-12-04", "2026-12-04"),
        ] {
            assert_eq!(read(text, Side::Ahead).as_deref(), Some(day), "{text}");
        }
        for (text, day) in [
            ("hier", "2026-11-26"),
            ("avant-hier", "2026-11-25"),
            ("yesterday", "2026-11-26"),
            ("lundi", "2026-11-23"),
            ("last monday", "2026-11-23"),
            ("vendredi", "2026-11-27"),
            ("26/11", "2026-11-26"),
            ("26 novembre", "2026-11-26"),
            ("4 décembre", "2025-12-04"),
        ] {
            assert_eq!(read(text, Side::Behind).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn last_week_begins_a_week_ago() {
        let today = parse_day("2026-11-27").unwrap();
        for text in ["last-week", "last week", "la semaine dernière", "semaine-passee", "20/11", "vendredi 20 novembre"] {
            assert_eq!(typed_since(text, today).map(|typed| typed.day.to_string()).as_deref(), Some("2026-11-20"), "{text}");
        }
        assert_eq!(typed_since("lundi", today).unwrap().day, parse_day("2026-11-23").unwrap());
        assert_eq!(typed_since("next week", today), None);
    }

    #[test]
    fn nothing_else_is_a_day() {
        for text in [
            "",
            "bientôt",
            "ju 4",
            "4 ju",
            "32/12",
            "31 novembre",
            "lundi 4 décembre 2026",
            "4 déc 26",
            "le",
            "1/2/3/4",
            "lundi 4/12",
            "lundi 04/12/2026",
            "4/12 5/12",
            "4/12 décembre",
            "4",
            "29 février",
        ] {
            assert_eq!(read(text, Side::Ahead), None, "{text}");
        }
    }

    #[test]
    fn a_full_date_is_no_guess() {
        let today = parse_day("2026-11-27").unwrap();
        assert!(typed_day("04/12/2026", today, Side::Behind).unwrap().is_full);
        assert!(!typed_day("4/12", today, Side::Ahead).unwrap().is_full);
    }
}
