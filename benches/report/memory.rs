//! The most memory a command ever held, as Linux tells it while the process lives.
//!
//! `VmHWM` only grows, so it is enough to read it often: what is missed is what grew since the last reading, a fifth
//! of a millisecond before the end. The largest of several runs counts.

use std::fs;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::report::field::{Field, complaint};
use crate::report::query::Query;
use crate::workload::Fault;

/// The most that is allowed at 10,000 tasks, in megabytes.
const ALLOWED: f64 = 40.0;
const RUNS: usize = 5;
const PAUSE: Duration = Duration::from_micros(200);

/// The table for the reading commands at `size` tasks, line by line.
pub fn table(field: &Field, size: usize) -> Result<Vec<String>, Fault> {
    let tree = field.tree(size)?;
    let mut lines = vec![format!("| what | peak MB at {size} tasks | at most | |"), "|---|---|---|---|".to_owned()];
    for query in [Query::list(tree)?, Query::list_all(tree)?, Query::progress(), Query::check()] {
        let command = || field.mpa(&tree.root, "banc", &query.args());
        let complaint = complaint(command(), &query.needle)?;
        let mut peak: Option<f64> = None;
        for _ in 0..RUNS {
            peak = peak_megabytes(command())?.into_iter().chain(peak).reduce(f64::max);
        }
        let verdict = match (complaint, peak) {
            (Some(complaint), _) => format!("failed: {complaint}"),
            (None, None) => "not measured: no /proc here".to_owned(),
            (None, Some(peak)) if peak <= ALLOWED => "ok".to_owned(),
            (None, Some(_)) => "over".to_owned(),
        };
        let peak = peak.map_or_else(|| "–".to_owned(), |peak| format!("{peak:.1}"));
        lines.push(format!("| {} | {peak} | {ALLOWED} | {verdict} |", query.name));
    }
    Ok(lines)
}

/// The peak of one run of `command`.
pub fn peak_megabytes(mut command: Command) -> Result<Option<f64>, Fault> {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    loop {
        peak = high_water(&status).or(peak);
        if child.try_wait()?.is_some() {
            return Ok(peak);
        }
        sleep(PAUSE);
    }
}

/// `VmHWM` in the file `status`, in megabytes; it is gone once the process has ended.
fn high_water(status: &str) -> Option<f64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0 / 1e6)
}
