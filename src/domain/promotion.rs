//! Promotion codes of the Écoles des mines: `P17 ICiv`, `P73 ICiv 80 Doct`, `ICiv P90`, `N 2020 ICiv`, `P52`.
//!
//! A letter for the school, a year, a diploma, then further year and diploma pairs. Two digits do not say the
//! century, so a year keeps the digits it was given with.

use std::fmt;

/// One of the three Écoles des mines that share the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum School {
    /// Paris.
    Paris,
    /// Saint-Étienne.
    SaintEtienne,
    /// Nancy.
    Nancy,
}

impl School {
    fn from_letter(letter: char) -> Option<Self> {
        match letter {
            'P' | 'p' => Some(Self::Paris),
            'E' | 'e' => Some(Self::SaintEtienne),
            'N' | 'n' => Some(Self::Nancy),
            _ => None,
        }
    }

    fn letter(self) -> char {
        match self {
            Self::Paris => 'P',
            Self::SaintEtienne => 'E',
            Self::Nancy => 'N',
        }
    }
}

/// A promotion: the school and the diplomas with their years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promotion {
    school: School,
    year: u8,
    diploma: Option<String>,
    further: Vec<(u8, String)>,
}

impl Promotion {
    /// Reads every form seen in the wild; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace().peekable();
        let before = words.next_if(|word| is_diploma(word) && !is_school_and_year(word));
        let (school, year) = school_and_year(&mut words)?;
        let diploma = match before {
            Some(word) => Some(word),
            None => words.next_if(|word| is_diploma(word)),
        };
        let mut further = Vec::new();
        while let Some(word) = words.next() {
            diploma?;
            further.push((two_digits(word)?, words.next().filter(|word| is_diploma(word))?.to_owned()));
        }
        Some(Self { school, year, diploma: diploma.map(str::to_owned), further })
    }

    /// The school.
    pub fn school(&self) -> School {
        self.school
    }
}

fn school_and_year<'a>(words: &mut impl Iterator<Item = &'a str>) -> Option<(School, u8)> {
    let word = words.next()?;
    let mut letters = word.chars();
    let school = School::from_letter(letters.next()?)?;
    let rest = letters.as_str();
    let year = two_digits(if rest.is_empty() { words.next()? } else { rest })?;
    Some((school, year))
}

fn is_school_and_year(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().and_then(School::from_letter).is_some()
        && (letters.as_str().is_empty() || two_digits(letters.as_str()).is_some())
}

/// The last two digits of a year written with two or four.
fn two_digits(text: &str) -> Option<u8> {
    let short = match text.len() {
        2 => text,
        4 if text.starts_with("19") || text.starts_with("20") => text.get(2..)?,
        _ => return None,
    };
    short.bytes().all(|b| b.is_ascii_digit()).then(|| short.parse().ok()).flatten()
}

fn is_diploma(word: &str) -> bool {
    (1..=8).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic)
}

impl fmt::Display for Promotion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:02}", self.school.letter(), self.year)?;
        if let Some(diploma) = &self.diploma {
            write!(f, " {diploma}")?;
        }
        self.further.iter().try_for_each(|(year, diploma)| write!(f, " {year:02} {diploma}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_seen_reads() {
        for (text, canonical) in [
            ("P17 ICiv", "P17 ICiv"),
            ("P95 Doct", "P95 Doct"),
            ("P15 MSpé", "P15 MSpé"),
            ("P84 CM", "P84 CM"),
            ("P73 ICiv 80 Doct", "P73 ICiv 80 Doct"),
            ("P17 ICiv 21 CM", "P17 ICiv 21 CM"),
            ("ICiv P90", "P90 ICiv"),
            ("ICM P78", "P78 ICM"),
            ("N 2020 ICiv", "N20 ICiv"),
            ("P52", "P52"),
            ("E08 ICM", "E08 ICM"),
        ] {
            assert_eq!(Promotion::parse(text).map(|p| p.to_string()).as_deref(), Some(canonical), "{text}");
        }
    }

    #[test]
    fn the_rest_does_not() {
        for text in ["", "P", "P1", "P170", "X17 ICiv", "P17 ICiv 21", "P17 21 CM", "P17 ICiv CM", "17 ICiv", "P17 \u{1b}[31m"] {
            assert_eq!(Promotion::parse(text), None, "{text}");
        }
    }
}
