//! The volunteers, of whom nobody holds more tasks than the rules allow.

use fastrand::Rng;

/// The most active claims a person may hold.
const LIMIT: u8 = 3;

/// How many tasks each volunteer holds.
pub struct People {
    held: Vec<u8>,
}

impl People {
    /// Enough people for a campaign of `tasks` tasks, a fifth of which are taken.
    pub fn for_tasks(tasks: usize) -> Self {
        Self { held: vec![0; (tasks / 8).max(60)] }
    }

    /// Somebody.
    pub fn anyone(&self, rng: &mut Rng) -> String {
        handle(rng.usize(0..self.held.len()))
    }

    /// Somebody who may take one more task, and from now on holds it.
    pub fn taker(&mut self, rng: &mut Rng) -> String {
        loop {
            let who = rng.usize(0..self.held.len());
            if self.held[who] < LIMIT {
                self.held[who] += 1;
                return handle(who);
            }
        }
    }
}

fn handle(number: usize) -> String {
    format!("benevole-{:03}", number + 1)
}
