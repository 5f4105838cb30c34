//! The campaign's time zone: all it is for is to say what day it is.

use chrono::DateTime;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::day::{Day, make_day};

/// A time zone of the IANA database: `Europe/Paris`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

impl Zone {
    /// The zone called `name`; `None` when the database has none of that name.
    pub fn parse(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(|zone| Self { name: zone.iana_name().unwrap_or(name).to_owned(), zone })
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The day it is there at the moment `now`, in seconds since 1970 began in Greenwich.
    pub fn day(&self, now: i64) -> Day {
        let local = Timestamp::from_second(now).ok().map(|now| self.zone.to_datetime(now).date());
        let part = |number: i8| u32::try_from(number).ok();
        let day = local.and_then(|date| make_day(date.year().into(), part(date.month())?, part(date.day())?));
        day.unwrap_or_else(|| DateTime::from_timestamp(now, 0).unwrap_or_default().date_naive())
    }
}

impl Default for Zone {
    /// That of Paris, where the first campaign is.
    fn default() -> Self {
        Self::parse("Europe/Paris").unwrap_or_else(|| Self { name: "UTC".to_owned(), zone: TimeZone::UTC })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_day;

    #[test]
    fn the_day_is_that_of_the_zone() {
        let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap().timestamp();
        let now = at("2026-11-24T23:30:00Z");
        for (zone, day) in [("Europe/Paris", "2026-11-25"), ("America/New_York", "2026-11-24"), ("Asia/Tokyo", "2026-11-25")] {
            assert_eq!(Zone::parse(zone).unwrap().day(now), parse_day(day).unwrap(), "{zone}");
        }
        assert_eq!(Zone::default().day(at("2026-07-14T22:30:00Z")), parse_day("2026-07-15").unwrap());
        assert_eq!((Zone::default().name(), Zone::parse("Paris"), Zone::parse("")), ("Europe/Paris", None, None));
    }
}
