//! How long to wait before a lost race is run again: longer each time, and by chance, so that many who start together
//! soon no longer do.

use std::time::Duration;

use crate::vcs::error::VcsError;

use super::surroundings::Surroundings;

/// The waits between the attempts of one push. Slept time is added up: nothing here reads a clock.
///
/// Time ends the trying, not a number of attempts. Each lost race means that somebody else's push arrived, so fifty who
/// push to one branch at once all arrive in the end; but how many attempts the last of them needs depends on how busy they
/// and the server are. On one busy computer with two processors for all fifty and the server, half of them needed 10, 5 in
/// 100 more than 15 and the last up to 24; when they stopped at 12, 7 of the 50 stayed behind. A minute of waiting is some
/// forty attempts. `cargo bench --bench compare -- --sync` measures it.
#[derive(Debug)]
pub struct Backoff {
    longest: Duration,
    left: Duration,
    attempts: u32,
}

impl Default for Backoff {
    fn default() -> Self {
        Self { longest: Self::FIRST, left: Self::IN_ALL, attempts: 1 }
    }
}

impl Backoff {
    /// How often Ctrl-C is listened for.
    const STEP: Duration = Duration::from_millis(50);
    const FIRST: Duration = Duration::from_millis(100);
    const LAST: Duration = Duration::from_millis(3200);
    const IN_ALL: Duration = Duration::from_secs(60);

    /// Sleeps for anything between nothing and the longest wait of this attempt; `false` when enough was tried.
    ///
    /// # Errors
    /// `Interrupted`, as soon as the person stops it.
    pub fn pause(&mut self, around: &Surroundings) -> Result<bool, VcsError> {
        let Some(mut wait) = self.next_wait() else { return Ok(false) };
        while !wait.is_zero() {
            if around.is_interrupted() {
                return Err(VcsError::Interrupted);
            }
            let step = wait.min(Self::STEP);
            std::thread::sleep(step);
            wait -= step;
        }
        Ok(true)
    }

    /// How many attempts were made, the one under way included.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    fn next_wait(&mut self) -> Option<Duration> {
        if self.left.is_zero() {
            return None;
        }
        let wait = self.longest.mul_f64(fastrand::f64()).min(self.left);
        self.left -= wait;
        self.longest = (self.longest * 2).min(Self::LAST);
        self.attempts += 1;
        Some(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_cap_and_end() {
        let mut backoff = Backoff::default();
        let mut cap = Backoff::FIRST;
        let (mut waits, mut waited) = (0, Duration::ZERO);
        while let Some(wait) = backoff.next_wait() {
            assert!(wait <= cap, "{wait:?} {cap:?}");
            cap = (cap * 2).min(Backoff::LAST);
            waits += 1;
            waited += wait;
        }
        assert_eq!((waited, backoff.attempts()), (Backoff::IN_ALL, waits + 1));
        assert!((22..=90).contains(&waits), "{waits}");
    }

    #[test]
    fn whoever_stops_it_need_not_wait() {
        let around = Surroundings { interrupted: Some(|| true), ..Surroundings::default() };
        assert!(matches!(Backoff::default().pause(&around), Err(VcsError::Interrupted)));
        assert!(matches!(Backoff::default().pause(&Surroundings::default()), Ok(true)));
    }
}
