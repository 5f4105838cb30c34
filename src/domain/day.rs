//! Calendar days and the deadline of a campaign.
//!
//! Everything is a day in the campaign's time zone: without instants there is no summer time to get wrong.

use chrono::{Datelike, Days, NaiveDate};

/// A calendar day.
pub type Day = NaiveDate;

/// Reads `2026-12-04` and `04/12/2026`; `None` for anything else, and for years outside 2000 to 2199.
pub fn parse_day(text: &str) -> Option<Day> {
    let text = text.trim();
    let (year, month, day) = match text.split_once('/') {
        Some((day, rest)) => {
            let (month, year) = rest.split_once('/')?;
            (year, month, day)
        }
        None => {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            (year, month, day)
        }
    };
    let plain = |part: &str, longest: usize| {
        (part.len() <= longest && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok()).flatten()
    };
    let year = (year.len() == 4).then(|| plain(year, 4)).flatten()?;
    make_day(i32::try_from(year).ok()?, plain(month, 2)?, plain(day, 2)?)
}

/// The day, when it exists and its year is one a campaign can have (2000 to 2199).
pub fn make_day(year: i32, month: u32, day: u32) -> Option<Day> {
    (2000..=2199).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten()
}

/// `day` moved forward by `days` days, as far as the calendar goes.
pub fn later(day: Day, days: u32) -> Day {
    day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

/// `day` moved back by `days` days, as far as the calendar goes.
pub fn earlier(day: Day, days: u32) -> Day {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN)
}

/// When a campaign is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// The miners' feast: the first 4 December on or after the day the campaign started, that day included.
    SainteBarbe,
    /// A day of its own.
    On(Day),
}

impl Deadline {
    /// The word that stands for the feast in `data/mpa.toml`.
    pub const SAINTE_BARBE: &'static str = "sainte-barbe";

    /// The day meant, for a campaign that started on `started`. It never moves by itself.
    pub fn day(self, started: Day) -> Day {
        match self {
            Self::On(day) => day,
            Self::SainteBarbe => {
                let this_year = NaiveDate::from_ymd_opt(started.year(), 12, 4).unwrap_or(started);
                if this_year >= started {
                    this_year
                } else {
                    NaiveDate::from_ymd_opt(started.year() + 1, 12, 4).unwrap_or(started)
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        parse_day(text).unwrap()
    }

    #[test]
    fn days_read_in_both_forms() {
        assert_eq!(day("04/12/2026"), day("2026-12-04"));
        assert_eq!(day("4/1/2027"), day("2027-01-04"));
        for bad in [
            "2026-13-01",
            "2026-02-30",
            "31/11/2026",
            "2026/12/04",
            "4 décembre",
            "26-12-04",
            "2026-12",
            "+026-12-04",
            "1999-01-01",
        ] {
            assert_eq!(parse_day(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_feast_is_the_first_on_or_after_the_start() {
        for (started, feast) in [
            ("2026-11-23", "2026-12-04"),
            ("2026-12-04", "2026-12-04"),
            ("2026-12-05", "2027-12-04"),
            ("2027-01-01", "2027-12-04"),
        ] {
            assert_eq!(Deadline::SainteBarbe.day(day(started)), day(feast), "{started}");
        }
        assert_eq!(Deadline::On(day("2027-01-31")).day(day("2026-11-23")), day("2027-01-31"));
    }
}
