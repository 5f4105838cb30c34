//! Days as other programs write them.

use chrono::NaiveDateTime;

use crate::domain::day::{Day, make_day, parse_day};
use crate::domain::typed_day::{Side, typed_day};
use crate::domain::zone::Zone;

/// The year that two digits stand for: lists of tasks are of this century.
const CENTURY: i32 = 2000;
/// Instants in Greenwich: Taskwarrior's, and those of JSON.
const INSTANTS: [&str; 3] = ["%Y%m%dT%H%M%SZ", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S%.fZ"];

/// The day that `text` means in `zone`; `None` where it means none, or could mean two.
///
/// Day and month stand in the French order. Two numbers that could be a year at either end (`04-12-26`) mean nothing.
pub(super) fn day(text: &str, zone: &Zone) -> Option<Day> {
    if let Some(instant) = INSTANTS.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok()) {
        return Some(zone.day(instant.and_utc().timestamp()));
    }
    parse_day(text).or_else(|| numbers(text)).or_else(|| words(text))
}

/// `04/12/26`, `4.12.2026`, `04-12-2026`, `2026-12-04 00:00:00`.
fn numbers(text: &str) -> Option<Day> {
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, "00:00"));
    let is_time = time.split(':').count() >= 2 && time.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.'));
    let mark = ['/', '.', '-'].into_iter().find(|mark| date.contains(*mark)).filter(|_| is_time)?;
    let parts: Vec<&str> = date.split(mark).collect();
    let [day, month, year] = parts[..] else { return None };
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten();
    if day.len() == 4 {
        return make_day(i32::try_from(number(day)?).ok()?, number(month)?, number(year)?);
    }
    let full = i32::try_from(number(year)?).ok()?;
    let full = match year.len() {
        4 => full,
        2 if mark != '-' => CENTURY + full,
        _ => return None,
    };
    make_day(full, number(month)?, number(day)?)
}

/// `4 décembre 2026`: what is said without its year was said on a day that nobody knows.
fn words(text: &str) -> Option<Day> {
    let year: Day = make_day(CENTURY, 1, 1)?;
    let has_year = text.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
    typed_day(text, year, Side::Ahead).filter(|_| has_year).map(|typed| typed.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_french_order() {
        let paris = Zone::parse("Europe/Paris").unwrap();
        for (text, expected) in [
            ("2026-12-04", Some("2026-12-04")),
            ("04/12/2026", Some("2026-12-04")),
            ("4/12/26", Some("2026-12-04")),
            ("04.12.2026", Some("2026-12-04")),
            ("04-12-2026", Some("2026-12-04")),
            ("2026/12/04", Some("2026-12-04")),
            ("2026-12-04 00:00:00", Some("2026-12-04")),
            ("04/12/2026 18:30", Some("2026-12-04")),
            ("20261203T230000Z", Some("2026-12-04")),
            ("2026-12-04T08:00:00Z", Some("2026-12-04")),
            ("4 décembre 2026", Some("2026-12-04")),
            ("vendredi 4 décembre 2026", Some("2026-12-04")),
            ("04-12-26", None),
            ("12/25/26", None),
            ("31/11/2026", None),
            ("29/02/27", None),
            ("4 décembre", None),
            ("demain", None),
            ("46360", None),
            ("4/12", None),
            ("4/12/2", None),
            ("4/12/202", None),
            ("04/12/26 bientôt", None),
        ] {
            assert_eq!(day(text, &paris).map(|day| day.to_string()).as_deref(), expected, "{text}");
        }
    }
}
