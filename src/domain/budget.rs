//! Time a task should take, and time people spent on it.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

/// A duration in whole minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Minutes(u32);

impl Minutes {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// The longest duration the format knows: a thousand hours.
    pub const MAX: Self = Self(60_000);
    /// The largest budget of one task, unless the campaign says otherwise.
    pub const EIGHT_HOURS: Self = Self(480);
    /// A whole day.
    pub const DAY: Self = Self(24 * 60);

    /// A duration of `minutes` minutes; `None` above [`Minutes::MAX`].
    pub fn new(minutes: u32) -> Option<Self> {
        (minutes <= Self::MAX.0).then_some(Self(minutes))
    }

    /// The number of minutes.
    pub fn get(self) -> u32 {
        self.0
    }

    /// The total with `other`, which may pass [`Minutes::MAX`]: a whole campaign takes longer than any one record.
    #[must_use]
    pub fn in_total_with(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// What is left of `self` once `other` is taken away, never below zero.
    #[must_use]
    pub fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Reads `45m`, `2h`, `1h30` and what people type beside: `1 h 30`, `90min`, `1,5h`, `1.5 h`, `1h30m`.
    ///
    /// `None` for anything else, and for zero: a task or a session takes some time.
    pub fn parse(text: &str) -> Option<Self> {
        let compact: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
        let lower = compact.to_lowercase().replace(',', ".");
        let minutes = match lower.split_once('h') {
            Some((hours, rest)) => hours_and_minutes(hours, rest)?,
            None => number(strip_minute_unit(&lower)?)?,
        };
        Self::new(minutes).filter(|time| *time > Self::ZERO)
    }
}

/// The minutes of `hours` (`1`, `1.5`) and of what follows the `h` (nothing, `30`, `30m`, `30min`, `eures`).
fn hours_and_minutes(hours: &str, rest: &str) -> Option<u32> {
    let rest = ["eures", "eure", "ours", "our", "rs", "r"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let whole_minutes = match hours.split_once('.') {
        None => number(hours)?.checked_mul(60)?,
        Some((units, tenths)) => {
            let digits = tenths.len();
            if !rest.is_empty() || !(1..=2).contains(&digits) {
                return None;
            }
            let part = number(tenths)? * 60 / 10_u32.pow(u32::try_from(digits).ok()?);
            number(units)?.checked_mul(60)?.checked_add(part)?
        }
    };
    if rest.is_empty() {
        return Some(whole_minutes);
    }
    let extra = number(strip_minute_unit(rest).unwrap_or(rest))?;
    if extra >= 60 {
        return None;
    }
    whole_minutes.checked_add(extra)
}

/// A number written with digits only: the parser of the language also takes a sign.
fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// The number before `m`, `mn`, `min`, `minute` or `minutes`.
fn strip_minute_unit(text: &str) -> Option<&str> {
    ["minutes", "minute", "min", "mn", "m"].iter().find_map(|unit| text.strip_suffix(unit))
}

/// The form the files use: `45m`, `2h`, `1h30`.
impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, minutes) => write!(f, "{minutes}m"),
            (hours, 0) => write!(f, "{hours}h"),
            (hours, minutes) => write!(f, "{hours}h{minutes:02}"),
        }
    }
}

/// A sum never passes [`Minutes::MAX`], so that it can be written down; [`Minutes::in_total_with`] may.
impl Add for Minutes {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0)).min(Self::MAX)
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(times: I) -> Self {
        times.fold(Self::ZERO, Add::add)
    }
}

/// The time a task should take: one duration, or a range whose ends differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Budget {
    least: Minutes,
    most: Minutes,
}

impl Budget {
    /// A budget from `least` to `most`; `None` when they are the wrong way round or zero.
    pub fn new(least: Minutes, most: Minutes) -> Option<Self> {
        (Minutes::ZERO < least && least <= most).then_some(Self { least, most })
    }

    /// Reads one duration, or two with a hyphen, a dash, « à » or `to` between: `2h-4h`, `2-4h`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(time) = Minutes::parse(text) {
            return Self::new(time, time);
        }
        let (least, most) = ["-", "–", "—", "à", " to "].iter().find_map(|dash| text.split_once(dash))?;
        let most = Minutes::parse(most)?;
        let least = Minutes::parse(least).or_else(|| Minutes::parse(&format!("{}h", least.trim())))?;
        Self::new(least, most)
    }

    /// The shortest it should take.
    pub fn least(self) -> Minutes {
        self.least
    }

    /// The longest it should take. Filters and sizes use this end.
    pub fn most(self) -> Minutes {
        self.most
    }

    /// What it counts for in every sum of planned time: the middle, rounded down to a minute.
    pub fn middle(self) -> Minutes {
        Minutes(u32::midpoint(self.least.0, self.most.0))
    }

    /// The size band, computed so that nobody types it.
    pub fn size(self) -> Size {
        match self.most.get() {
            0..=60 => Size::Quick,
            61..=240 => Size::HalfDay,
            241..=480 => Size::Day,
            _ => Size::Large,
        }
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most { self.most.fmt(f) } else { write!(f, "{}-{}", self.least, self.most) }
    }
}

/// How much of a day a task takes, by the upper end of its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// Up to one hour.
    Quick,
    /// Up to four hours.
    HalfDay,
    /// Up to eight hours.
    Day,
    /// More than a day: to be split.
    Large,
}

impl Size {
    /// The word used in JSON and as the catalogue key.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::HalfDay => "half-day",
            Self::Day => "day",
            Self::Large => "large",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_type_them() {
        for (text, minutes) in [
            ("45m", 45),
            ("2h", 120),
            ("1h30", 90),
            ("1 h 30", 90),
            ("90min", 90),
            ("90 min", 90),
            ("1,5h", 90),
            ("1.25 h", 75),
            ("1h05", 65),
            ("1h30m", 90),
            ("2 heures", 120),
            ("20 minutes", 20),
            ("2H", 120),
        ] {
            assert_eq!(Minutes::parse(text).map(Minutes::get), Some(minutes), "{text}");
        }
        for text in [
            "",
            "h",
            "0h",
            "0m",
            "1h60",
            "2",
            "-2h",
            "1,5h30",
            "deux heures",
            "1.234h",
            "99999h",
            "2h2h",
            "٢h",
            "+30m",
            "1h+30",
            "+1h",
            "1.+5h",
        ] {
            assert_eq!(Minutes::parse(text), None, "{text}");
        }
    }

    #[test]
    fn sums_stay_durations() {
        let long = Minutes::new(40_000).unwrap();
        assert_eq!(long + Minutes::EIGHT_HOURS, Minutes(40_480));
        assert_eq!(long + long, Minutes::MAX);
        assert_eq!(long.in_total_with(long), Minutes(80_000));
        assert_eq!([long, long, long].into_iter().sum::<Minutes>(), Minutes::MAX);
    }

    #[test]
    fn durations_print_as_the_files_write_them() {
        for text in ["45m", "2h", "1h30", "1h05"] {
            assert_eq!(Minutes::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn budgets_are_one_duration_or_a_growing_range() {
        assert_eq!(Budget::parse("2h-4h").unwrap().to_string(), "2h-4h");
        assert_eq!(Budget::parse("2-4h").unwrap().to_string(), "2h-4h");
        assert_eq!(Budget::parse("2 h à 4 h").unwrap().to_string(), "2h-4h");
        assert_eq!(Budget::parse("1h–1h").unwrap().to_string(), "1h");
        for text in ["4h-2h", "2h-", "-2h", "2h-4h-6h", "un peu"] {
            assert_eq!(Budget::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_counts_by_its_middle() {
        for (text, minutes) in [("2h-4h", 180), ("45m", 45), ("1h-1h15", 67), ("1000h", 60_000)] {
            assert_eq!(Budget::parse(text).unwrap().middle().get(), minutes, "{text}");
        }
    }

    #[test]
    fn sizes_come_from_the_upper_end() {
        assert_eq!(Budget::parse("1h").unwrap().size(), Size::Quick);
        assert_eq!(Budget::parse("45m-2h").unwrap().size(), Size::HalfDay);
        assert_eq!(Budget::parse("8h").unwrap().size(), Size::Day);
        assert_eq!(Budget::parse("9h").unwrap().size(), Size::Large);
    }
}
