//! Whether the day of this computer can be true, before anything is dated by it.
//!
//! Nothing here knows the time. What others recorded bears witness: it was made before now, and not very long before in a
//! campaign that is under way.

use std::collections::BTreeMap;

use crate::domain::day::{Day, later};
use crate::domain::message::Message;

/// For how many days nothing may happen to a campaign that is over before its going on is doubted.
const QUIET_DAYS: u32 = 180;

/// Why `today` is not believed, in the light of what was recorded lately (the day, and by whom) in a campaign due on
/// `deadline`.
///
/// One computer whose clock is ahead must not stop everybody else: a later day counts once two people bear witness, where
/// there are two.
pub fn doubt(today: Day, recorded: &[(Day, String)], deadline: Day) -> Option<Message> {
    let mut latest: BTreeMap<&str, Day> = BTreeMap::new();
    for (day, who) in recorded {
        let known = latest.entry(who).or_insert(*day);
        *known = (*known).max(*day);
    }
    let mut days: Vec<Day> = latest.into_values().collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    let newest = *days.first()?;
    let witnessed = *days.get(1).unwrap_or(&newest);
    // Written out with their years: those are what differs.
    let told = |key, day: Day| Some(Message::new(key).with("today", today.to_string()).with("newest", day.to_string()));
    if later(today, 1) < witnessed {
        return told("clock-behind", witnessed);
    }
    if today > later(newest.max(deadline), QUIET_DAYS) {
        return told("clock-ahead", newest);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_day;

    fn verdict(today: &str, recorded: &[(&str, &str)]) -> Option<&'static str> {
        let day = |text: &str| parse_day(text).unwrap();
        let recorded: Vec<(Day, String)> = recorded.iter().map(|(on, who)| (day(on), (*who).to_owned())).collect();
        doubt(day(today), &recorded, day("2026-12-04")).map(|message| message.key())
    }

    #[test]
    fn a_day_is_bounded_by_what_was_recorded() {
        let both = [("2026-11-27", "a"), ("2026-11-26", "b"), ("2026-11-20", "a")];
        for (today, expected) in [
            ("2020-01-01", Some("clock-behind")),
            ("2026-11-24", Some("clock-behind")),
            ("2026-11-25", None),
            ("2026-11-27", None),
            ("2027-03-01", None),
            ("2027-06-02", None),
            ("2027-06-03", Some("clock-ahead")),
            ("2027-11-27", Some("clock-ahead")),
        ] {
            assert_eq!(verdict(today, &both), expected, "{today}");
        }
        assert_eq!(verdict("2020-01-01", &[]), None, "nothing is known");
    }

    #[test]
    fn one_clock_that_is_ahead_stops_nobody_else() {
        let ahead = [("2028-01-01", "a"), ("2026-11-26", "b")];
        assert_eq!(verdict("2026-11-27", &ahead), None);
        assert_eq!(verdict("2026-11-24", &ahead), Some("clock-behind"));
        assert_eq!(verdict("2026-11-27", &[("2028-01-01", "a"), ("2028-01-02", "b")]), Some("clock-behind"));
        assert_eq!(verdict("2026-11-27", &[("2028-01-01", "a")]), Some("clock-behind"), "nobody else is known");
    }
}
