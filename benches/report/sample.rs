//! Timing whole processes, two at a time.

use std::io::Read;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::workload::Fault;

/// Rounds that warm the caches and are not counted.
pub const WARM_UP: usize = 2;

/// Where the standard output of a measured process goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sink {
    /// The null device.
    Null,
    /// A pipe that is read to its end.
    Pipe,
}

/// The times of one command.
#[derive(Debug, Clone, Default)]
pub struct Samples(Vec<Duration>);

impl Samples {
    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
        self.0.sort_unstable();
    }

    /// The median, in milliseconds.
    pub fn median(&self) -> f64 {
        let middle = self.0.len() / 2;
        match self.0.len() {
            0 => f64::NAN,
            odd if odd % 2 == 1 => milliseconds(self.0[middle]),
            _ => f64::midpoint(milliseconds(self.0[middle - 1]), milliseconds(self.0[middle])),
        }
    }

    /// `median (least–most)`, in milliseconds.
    pub fn summary(&self) -> String {
        let (Some(least), Some(most)) = (self.0.first(), self.0.last()) else { return "–".to_owned() };
        format!("{} ({}–{})", short(self.median()), short(milliseconds(*least)), short(milliseconds(*most)))
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Three digits or so.
pub fn short(value: f64) -> String {
    if value >= 100.0 {
        format!("{value:.0}")
    } else if value >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}

/// Runs `command` from its start to its end. Its status is for the caller to judge.
pub fn time(mut command: Command, sink: Sink) -> Result<(Duration, ExitStatus), Fault> {
    command.stderr(Stdio::null()).stdout(match sink {
        Sink::Null => Stdio::null(),
        Sink::Pipe => Stdio::piped(),
    });
    let mut buffer = vec![0; 64 * 1024];
    let start = Instant::now();
    let mut child = command.spawn().map_err(|cause| format!("{command:?}: {cause}"))?;
    if let Some(mut output) = child.stdout.take() {
        while output.read(&mut buffer)? > 0 {}
    }
    let status = child.wait()?;
    Ok((start.elapsed(), status))
}

/// Runs one side alone, `rounds` times.
pub fn alone(rounds: usize, mut ours: impl FnMut() -> Result<Duration, Fault>) -> Result<Samples, Fault> {
    let mut samples = Samples::default();
    for round in 0..WARM_UP + rounds {
        let took = ours()?;
        if round >= WARM_UP {
            samples.push(took);
        }
    }
    Ok(samples)
}

/// Runs both sides in each of `rounds` rounds, now one first and now the other. Each is told the number of the round.
pub fn side_by_side(
    rounds: usize,
    mut ours: impl FnMut(usize) -> Result<Duration, Fault>,
    mut theirs: impl FnMut(usize) -> Result<Duration, Fault>,
) -> Result<(Samples, Samples), Fault> {
    let (mut our_samples, mut their_samples) = (Samples::default(), Samples::default());
    for round in 0..WARM_UP + rounds {
        let (our_time, their_time) = if round % 2 == 0 {
            let first = ours(round)?;
            (first, theirs(round)?)
        } else {
            let first = theirs(round)?;
            (ours(round)?, first)
        };
        if round >= WARM_UP {
            our_samples.push(our_time);
            their_samples.push(their_time);
        }
    }
    Ok((our_samples, their_samples))
}
