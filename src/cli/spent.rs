//! `log`: which of the words are the task, and which the time.

use crate::domain::budget::Minutes;
use crate::domain::day::Day;
use crate::domain::message::Message;
use crate::domain::typed_day::{Side, typed_day};
use crate::domain::typed_time::typed_time;
use crate::usecase::failure::hint_command;
use crate::usecase::{Failure, Kind};

use super::values::{self, about};

/// The most words of a day: `le vendredi 27 novembre 2026`.
const DAY_WORDS: usize = 5;

/// The longest end of `words` that is a duration, else their longest beginning, and the words that are the task. Without a
/// duration, and without a word like one, all of them are.
///
/// No time at all counts only as a `total`: it takes back what the day holds.
///
/// # Errors
/// A word that was meant as a duration and is none.
pub fn task_and_time(words: &[String], total: bool) -> Result<(&[String], Option<Minutes>), Failure> {
    if let Some((_, task)) = words.split_last().filter(|(last, _)| total && is_none(last)) {
        return Ok((task, Some(Minutes::ZERO)));
    }
    let time = |words: &[String]| typed_time(&words.join(" "));
    let last = (0..words.len()).find_map(|at| time(&words[at..]).map(|time| (&words[..at], time)));
    let first = || (1..words.len()).rev().find_map(|at| time(&words[..at]).map(|time| (&words[at..], time)));
    let is_like_one = |word: &&String| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || b",.:hm".contains(&b));
    match last.or_else(first) {
        Some((task, time)) => Ok((task, Some(time))),
        None => words.iter().find(is_like_one).map_or(Ok((words, None)), |word| Err(no_time_is(word))),
    }
}

/// The words without the day at their end, and that day: only where the words before it hold the time.
pub fn without_day(words: &[String], total: bool, today: Day) -> (&[String], Option<String>) {
    let is_whole = |at: usize| {
        let day = words[at..].join(" ");
        let holds_time = || matches!(task_and_time(&words[..at], total), Ok((_, Some(_))));
        typed_time(&day).is_none() && typed_day(&day, today, Side::Behind).is_some() && holds_time()
    };
    let least = words.len().saturating_sub(DAY_WORDS).max(1);
    let at = (least..words.len()).find(|at| is_whole(*at));
    at.map_or((words, None), |at| (&words[..at], Some(words[at..].join(" "))))
}

/// The time that is answered, by the same rule.
///
/// # Errors
/// A text that is no duration.
pub fn answered_time(text: &str, total: bool) -> Result<Minutes, Failure> {
    if total && is_none(text.trim()) { Ok(Minutes::ZERO) } else { values::time(text) }
}

/// What to say where nobody can be asked for the time that `words` lack.
pub fn no_time(words: &[String]) -> Failure {
    match words.last() {
        Some(last) => no_time_is(last),
        None => Failure::new(Kind::Usage, Message::new("usage-missing").with("argument", Message::new("value-task-time")))
            .hint(hint_command("mpa log --help")),
    }
}

fn no_time_is(word: &str) -> Failure {
    about(Message::new("value-time"))(values::wrong_time(word))
}

fn is_none(word: &str) -> bool {
    ["0", "0m", "0h"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_the_longest_end_that_can_be_one() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let typed = words("k7q2m 1 h 30");
        let (task, time) = task_and_time(&typed, false).unwrap();
        assert_eq!((task, time.unwrap().get()), (&typed[..1], 90));
        assert_eq!(task_and_time(&words("45m"), false).unwrap().1.unwrap().get(), 45);
        let alone = words("k7q2m");
        assert_eq!(task_and_time(&alone, true).unwrap(), (&alone[..], None));
        let today = Day::from_ymd_opt(2026, 11, 24).unwrap();
        for (typed, task, day) in [
            ("k7q2m 1h30 hier", 2, Some("hier")),
            ("1h last monday", 1, Some("last monday")),
            ("k7q2m 45m le lundi 23 novembre 2026", 2, Some("le lundi 23 novembre 2026")),
            ("k7q2m 1 h 30 lundi 23 novembre 2026", 4, Some("lundi 23 novembre 2026")),
            ("annonce du 4 décembre 45m on monday 23 november", 5, Some("on monday 23 november")),
            ("hier", 1, None),
            ("annonce lundi 1h", 3, None),
        ] {
            let typed = words(typed);
            let (rest, found) = without_day(&typed, false, today);
            assert_eq!((rest.len(), found.as_deref()), (task, day), "{typed:?}");
        }
        assert!(task_and_time(&words("k7q2m 90"), false).is_err());
        let none = words("k7q2m 0m");
        assert_eq!(task_and_time(&none, true).unwrap(), (&none[..1], Some(Minutes::ZERO)));
        assert!(task_and_time(&none, false).is_err());
    }
}
