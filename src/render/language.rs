//! The two languages, and how each writes days and durations.

use chrono::{Datelike, Locale};

use crate::domain::budget::{Budget, Minutes};
use crate::domain::day::Day;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// French.
    French,
    /// British English.
    English,
}

/// A space that never ends a line.
const NO_BREAK: char = '\u{a0}';

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The language that a tag or a locale names: `fr`, `fr_FR.UTF-8`, `en-GB`. `C`, `POSIX` and languages the program
    /// lacks say nothing.
    pub fn parse(tag: &str) -> Option<Self> {
        match tag.split(['_', '-', '.', '@']).next()?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The tag of the language.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    fn locale(self) -> Locale {
        match self {
            Self::French => Locale::fr_FR,
            Self::English => Locale::en_GB,
        }
    }

    /// `4 décembre`, `1er décembre`; with the year unless it is that of `today`.
    pub fn day(self, day: Day, today: Day) -> String {
        self.with_year(day, today, "%B")
    }

    /// `4 déc.`; with the year unless it is that of `today`.
    pub fn short_day(self, day: Day, today: Day) -> String {
        self.with_year(day, today, "%b")
    }

    /// `4 décembre 2026`, whatever the year.
    pub fn full_day(self, day: Day) -> String {
        self.with_year(day, Day::default(), "%B")
    }

    /// The name of the language and of where it is spoken so, as Open Graph and POSIX write it.
    pub const fn locale_name(self) -> &'static str {
        match self {
            Self::French => "fr_FR",
            Self::English => "en_GB",
        }
    }

    /// `vendredi 4 décembre`.
    pub fn weekday(self, day: Day, today: Day) -> String {
        let name = day.format_localized("%A", self.locale());
        format!("{name} {}", self.day(day, today))
    }

    fn with_year(self, day: Day, today: Day, month: &str) -> String {
        let ordinal = if self == Self::French && day.day() == 1 { "er" } else { "" };
        let month = day.format_localized(month, self.locale());
        let shown = format!("{}{ordinal}{NO_BREAK}{month}", day.day());
        if day.year() == today.year() { shown } else { format!("{shown}{NO_BREAK}{}", day.year()) }
    }

    /// `1 h 30`, `45 min`, the same in both languages.
    pub fn time(self, time: Minutes) -> String {
        match (time.get() / 60, time.get() % 60) {
            (0, 1..) => format!("{}{NO_BREAK}min", time.get()),
            (hours, 0) => format!("{hours}{NO_BREAK}h"),
            (hours, minutes) => format!("{hours}{NO_BREAK}h{NO_BREAK}{minutes:02}"),
        }
    }

    /// Whole hours, rounded up: `13 h`; less than an hour in minutes.
    pub fn hours(self, time: Minutes) -> String {
        if (1..60).contains(&time.get()) { self.time(time) } else { format!("{}{NO_BREAK}h", time.get().div_ceil(60)) }
    }

    /// `2 h`, or `2 h à 4 h`.
    pub fn budget(self, budget: Budget) -> String {
        if budget.least() == budget.most() {
            return self.time(budget.most());
        }
        format!("{}–{}", self.time(budget.least()), self.time(budget.most()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_day;

    #[test]
    fn days_and_durations_follow_the_language() {
        let today = parse_day("2026-11-24").unwrap();
        let (first, next) = (parse_day("2026-12-01").unwrap(), parse_day("2027-01-29").unwrap());
        assert_eq!(Language::French.day(first, today), "1er\u{a0}décembre");
        assert_eq!(Language::French.short_day(next, today), "29\u{a0}janv.\u{a0}2027");
        assert_eq!(Language::French.weekday(first, today), "mardi 1er\u{a0}décembre");
        assert_eq!(Language::English.day(first, today), "1\u{a0}December");
        assert_eq!(Language::French.time(Minutes::parse("1h05").unwrap()), "1\u{a0}h\u{a0}05");
        assert_eq!(Language::French.hours(Minutes::parse("12h30").unwrap()), "13\u{a0}h");
        assert_eq!(Language::English.budget(Budget::parse("45m-2h").unwrap()), "45\u{a0}min–2\u{a0}h");
    }

    #[test]
    fn locales_name_languages() {
        for (tag, language) in [
            ("fr_FR.UTF-8", Some(Language::French)),
            ("en-GB", Some(Language::English)),
            ("C", None),
            ("POSIX", None),
            ("de_DE", None),
            ("", None),
        ] {
            assert_eq!(Language::parse(tag), language, "{tag}");
        }
    }
}
