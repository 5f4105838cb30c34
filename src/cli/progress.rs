//! What is shown while something takes its time.

use std::io::{Write, stderr};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

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

/// Whoever waits no longer than that is shown nothing.
const SOON: Duration = Duration::from_millis(500);

/// What is counted while something long is done, in the last line of the terminal; it leaves nothing behind.
pub struct Count {
    bar: ProgressBar,
    /// Where it is to be seen, until it is.
    target: Mutex<Option<ProgressDrawTarget>>,
    after: Duration,
}

impl Count {
    /// A count of `total` things, seen where `is_shown`, once it has taken half a second.
    pub fn of(total: usize, is_shown: bool) -> Self {
        Self::on(is_shown.then(ProgressDrawTarget::stderr), SOON, total)
    }

    fn on(target: Option<ProgressDrawTarget>, after: Duration, total: usize) -> Self {
        let bar = ProgressBar::with_draw_target(u64::try_from(total).ok(), ProgressDrawTarget::hidden());
        let marks = Marks::default();
        let style = ProgressStyle::with_template(&format!("{{bar:{BAR}}} {{percent}} %"))
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .progress_chars(&String::from_iter([marks.done(), marks.left()]));
        Self { bar: bar.with_style(style), target: Mutex::new(target), after }
    }

    /// One thing more is done; those beyond the total are not counted.
    pub fn one_more(&self) {
        if self.bar.elapsed() >= self.after
            && let Some(target) = self.target.lock().unwrap_or_else(PoisonError::into_inner).take()
        {
            self.bar.set_draw_target(target);
        }
        if self.bar.length().is_some_and(|total| self.bar.position() < total) {
            self.bar.inc(1);
        }
    }
}

impl Drop for Count {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// The number before `%`, of a hundred at most.
fn share(line: &str) -> Option<u64> {
    let (before, _) = line.split_once('%')?;
    let (_, number) = before.rsplit_once(' ')?;
    number.parse().ok().filter(|percent| *percent <= 100)
}

#[cfg(test)]
mod tests {
    use indicatif::InMemoryTerm;

    use super::*;

    #[test]
    fn what_takes_long_is_counted_and_nothing_of_it_stays() {
        let screen = InMemoryTerm::new(4, 60);
        let on_screen = |after| Count::on(Some(ProgressDrawTarget::term_like(Box::new(screen.clone()))), after, 4);
        let count = on_screen(Duration::ZERO);
        count.one_more();
        assert_eq!(screen.contents(), "█████░░░░░░░░░░░░░░░ 25 %");
        for _ in 0..9 {
            count.one_more();
        }
        assert_eq!(count.bar.position(), 4);
        drop(count);
        assert_eq!(screen.contents(), "");
        let quick = on_screen(Duration::MAX);
        quick.one_more();
        assert_eq!(screen.contents(), "");
        drop(quick);
        assert_eq!(screen.contents(), "");
    }

    #[test]
    fn only_a_share_of_a_hundred_is_shown() {
        assert_eq!(share("Writing objects:  33% (1/3)"), Some(33));
        assert_eq!(share("remote: Compressing objects: 100% (4/4), done."), Some(100));
        for other in ["Enumerating objects: 5, done.", "fini: 900% (x)", "\u{1b}[31m9%", ""] {
            assert_eq!(share(other), None, "{other}");
        }
    }
}
