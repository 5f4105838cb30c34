//! What is shown while something takes its time.

use std::io::{Write, stderr};

use crate::render::marks::Marks;

/// The width of the bar, in columns.
const BAR: u64 = 20;

/// Shows how far a transfer is, in the last line of the terminal, by what git says of it: `Writing objects:  33% (1/3)`. Its
/// words are English, a bar is read in every language. A line without a share takes the last one away.
pub fn progress(line: &str) {
    let shown = share(line).map(|percent| format!("{} {percent} %", Marks::default().bar(percent, 100, BAR))).unwrap_or_default();
    // Who cannot be shown it loses nothing.
    let _ = write!(stderr(), "\r{shown}\u{1b}[K").and_then(|()| stderr().flush());
}

/// The number before `%`, of a hundred at most.
fn share(line: &str) -> Option<u64> {
    let (before, _) = line.split_once('%')?;
    let (_, number) = before.rsplit_once(' ')?;
    number.parse().ok().filter(|percent| *percent <= 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_share_of_a_hundred_is_shown() {
        assert_eq!(share("Writing objects:  33% (1/3)"), Some(33));
        assert_eq!(share("remote: Compressing objects: 100% (4/4), done."), Some(100));
        for other in ["Enumerating objects: 5, done.", "fini: 900% (x)", "\u{1b}[31m9%", ""] {
            assert_eq!(share(other), None, "{other}");
        }
    }
}
