//! The campaign's time zone: all it is for is to say what day it is, there and for whoever reads elsewhere.

use chrono::{DateTime, Datelike};
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::day::{Day, later, make_day};

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
        day.unwrap_or_else(|| greenwich(now))
    }

    /// The last second of `day` there, in seconds since 1970 began in Greenwich; `None` for a day beyond the calendar.
    pub fn end_of(&self, day: Day) -> Option<i64> {
        let next = later(day, 1);
        let part = |number: u32| i8::try_from(number).ok();
        let next = date(i16::try_from(next.year()).ok()?, part(next.month())?, part(next.day())?);
        Some(self.zone.to_timestamp(next.at(0, 0, 0, 0)).ok()?.as_second() - 1)
    }

    /// What it is to a clock that is `ahead` seconds ahead of Greenwich at the moment `now`; `None` where both show the same time.
    pub fn seen_from(&self, now: i64, ahead: i32) -> Option<Elsewhere> {
        let own_ahead = self.zone.to_offset(Timestamp::from_second(now).ok()?).seconds();
        let (today, own) = (self.day(now), greenwich(now.saturating_add(ahead.into())));
        (own_ahead != ahead).then(|| Elsewhere { zone: self.name.clone(), today, own })
    }
}

fn greenwich(now: i64) -> Day {
    DateTime::from_timestamp(now, 0).unwrap_or_default().date_naive()
}

/// A reader whose clock shows another time than the campaign's: some days do not begin and end for them when they do there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    zone: String,
    today: Day,
    own: Day,
}

impl Elsewhere {
    /// The campaign's zone by the name of its town: `Paris`, `New York`; `None` where it has none, as `UTC`.
    pub fn town(&self) -> Option<String> {
        let (region, town) = self.zone.rsplit_once('/')?;
        (region != "Etc").then(|| town.replace('_', " "))
    }

    /// The name of the campaign's zone, without what all such names begin with.
    pub fn zone(&self) -> &str {
        self.zone.rsplit('/').next().unwrap_or(&self.zone)
    }

    /// Whether the hour counts when something ends with `day`: it does so today, or tomorrow, by one of the two calendars.
    pub fn counts_for_end(&self, day: Day) -> bool {
        let (first, last) = self.around();
        (first..=later(last, 1)).contains(&day)
    }

    /// Whether `day` is another than the reader takes it for: the calendars differ now, and it is a day around this one.
    pub fn counts_for_deed(&self, day: Day) -> bool {
        let (first, last) = self.around();
        first != last && (first.pred_opt().unwrap_or(first)..=later(last, 1)).contains(&day)
    }

    fn around(&self) -> (Day, Day) {
        (self.today.min(self.own), self.today.max(self.own))
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

    #[test]
    fn a_day_ends_where_the_next_begins() {
        // Summer time began and ended on the first two; at the fourth place, it begins at midnight.
        for (zone, day) in [
            ("Europe/Paris", "2026-03-29"),
            ("Europe/Paris", "2026-10-25"),
            ("Asia/Tokyo", "2026-11-24"),
            ("Africa/Cairo", "2026-04-23"),
            ("Pacific/Kiritimati", "2026-12-31"),
        ] {
            let (zone, day) = (Zone::parse(zone).unwrap(), parse_day(day).unwrap());
            let end = zone.end_of(day).unwrap();
            assert_eq!((zone.day(end), zone.day(end + 1)), (day, later(day, 1)), "{}", zone.name());
        }
    }

    #[test]
    fn the_hour_counts_where_the_calendars_differ() {
        let day = |text: &str| parse_day(text).unwrap();
        let now = DateTime::parse_from_rfc3339("2026-11-24T23:30:00Z").unwrap().timestamp();
        let paris = Zone::default();
        assert_eq!(paris.seen_from(now, 60 * 60), None, "the same hour by another name");
        let montreal = paris.seen_from(now, -5 * 60 * 60).unwrap();
        let ends =
            ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"].map(|it| montreal.counts_for_end(day(it)));
        assert_eq!(ends, [false, true, true, true, false]);
        assert!(montreal.counts_for_deed(day("2026-11-23")) && !montreal.counts_for_deed(day("2026-11-27")));
        let noon = paris.seen_from(now - 12 * 60 * 60, -5 * 60 * 60).unwrap();
        assert!(noon.counts_for_end(day("2026-11-24")) && !noon.counts_for_deed(day("2026-11-24")), "one calendar, two clocks");
        let of = |zone: &str| Zone::parse(zone).unwrap().seen_from(now, 45 * 60).unwrap();
        assert_eq!(of("America/Argentina/Buenos_Aires").town().as_deref(), Some("Buenos Aires"));
        assert_eq!((of("Etc/UTC").town(), of("Etc/UTC").zone()), (None, "UTC"));
    }
}
