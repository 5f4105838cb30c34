//! Stopping a git that talks to others, and with it what it started: an ssh whose server says nothing would wait on alone.

use std::io;
use std::process::Child;
use std::thread::sleep;
use std::time::Duration;

/// How long git has to stop by itself after Ctrl-C, then to stop when it is told to.
const GRACE: Duration = Duration::from_millis(500);
const LAST_GRACE: Duration = Duration::from_secs(3);
/// How often it is looked at meanwhile.
const STEP: Duration = Duration::from_millis(20);

/// Ends a program after Ctrl-C. In a terminal it was told already; elsewhere nobody else tells it.
#[derive(Default)]
pub(super) struct Ending {
    waited: Duration,
    told: bool,
}

impl Ending {
    pub(super) fn press(&mut self, child: &mut Child, step: Duration) -> io::Result<()> {
        self.waited += step;
        if self.waited > GRACE && !self.told {
            self.told = true;
            return tell(child, Word::Interrupt);
        }
        if self.waited > LAST_GRACE { stop(child) } else { Ok(()) }
    }
}

/// Ends `child` and what it started. Git is asked first: it takes its locks away.
pub(super) fn stop(child: &mut Child) -> io::Result<()> {
    let below = below(child.id());
    tell(child, Word::Terminate)?;
    let mut waited = Duration::ZERO;
    while waited < GRACE && child.try_wait()?.is_none() {
        sleep(STEP);
        waited += STEP;
    }
    below.into_iter().for_each(kill);
    if child.try_wait()?.is_none() { child.kill() } else { Ok(()) }
}

#[derive(Clone, Copy)]
enum Word {
    Interrupt,
    Terminate,
}

#[cfg(unix)]
fn tell(child: &mut Child, word: Word) -> io::Result<()> {
    use rustix::process::{Pid, Signal, kill_process};
    let signal = match word {
        Word::Interrupt => Signal::INT,
        Word::Terminate => Signal::TERM,
    };
    Ok(kill_process(Pid::from_child(child), signal)?)
}

#[cfg(not(unix))]
fn tell(child: &mut Child, _: Word) -> io::Result<()> {
    child.kill()
}

#[cfg(unix)]
fn kill(process: u32) {
    use rustix::process::{Pid, Signal, kill_process};
    let process = i32::try_from(process).ok().and_then(Pid::from_raw);
    // Whoever ended by itself meanwhile is not there any more.
    let _ = process.map(|process| kill_process(process, Signal::KILL));
}

#[cfg(not(unix))]
fn kill(_: u32) {}

/// What `process` started, and what that started. Git and ssh share the group of whoever reads the keys, since they may ask for
/// a password, so they cannot be told as a group. Systems that do not list processes as Linux does leave it to git to end
/// what it started.
fn below(process: u32) -> Vec<u32> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let parents: Vec<(u32, u32)> = numbers.filter_map(|number| Some((number, parent(number)?))).collect();
    let mut found = vec![process];
    let mut at = 0;
    while let Some(above) = found.get(at).copied() {
        found.extend(parents.iter().filter(|(_, parent)| *parent == above).map(|(number, _)| *number));
        at += 1;
    }
    found.split_off(1)
}

/// `12 (a name) S 3 …`: the process 3 started the process 12.
fn parent(process: u32) -> Option<u32> {
    let line = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    line.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}
