//! `claim ID` from start to end beside the same edit, `git add` and `git commit` by hand.
//!
//! Two clones of one tree, one for each side; every round both take the same task, which nobody has taken yet, for
//! the same volunteer, who holds nothing.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::report::field::Field;
use crate::report::ratio::{Outcome, Row};
use crate::report::sample::{Sink, WARM_UP, side_by_side, time};
use crate::workload::{Fault, TODAY, Task, clone};

/// What git needs to tell a fresh index from an older one.
pub const INDEX_AGE: Duration = Duration::from_millis(1_100);

/// Compares both at `size` tasks.
pub fn claim(field: &Field, size: usize, allowed: f64, rounds: usize) -> Result<Row, Fault> {
    let tree = field.tree(size)?;
    let our_clone = field.sandbox.folder(&format!("{size}-ours"))?;
    let their_clone = field.sandbox.folder(&format!("{size}-theirs"))?;
    clone(&field.sandbox, &tree.root, &our_clone)?;
    clone(&field.sandbox, &tree.root, &their_clone)?;
    sleep(INDEX_AGE);
    let tasks: Vec<&Task> = tree.free().take(WARM_UP + rounds).collect();
    if tasks.len() < WARM_UP + rounds {
        return Err(format!("only {} tasks of {size} are free: too few for {rounds} rounds", tasks.len()).into());
    }
    let mut complaint = None;
    let ours = |round: usize| {
        let (took, problem) = by_mpa(field, &our_clone, tasks[round], &volunteer(round))?;
        complaint = complaint.take().or(problem);
        Ok(took)
    };
    let theirs = |round: usize| by_hand(field, &their_clone, tasks[round], &volunteer(round));
    let (ours, theirs) = side_by_side(rounds, ours, theirs)?;
    let outcome = Outcome::Timed { ours, theirs, complaint };
    Ok(Row { what: "claim ID", at: size, beside: "edit + git add + git commit", allowed, outcome })
}

fn volunteer(round: usize) -> String {
    format!("preneur-{:03}", round + 1)
}

/// Takes `task` in the clone `root` with `mpa`; the complaint says that it did not work.
pub fn by_mpa(field: &Field, root: &Path, task: &Task, who: &str) -> Result<(Duration, Option<String>), Fault> {
    let before = head(field, root)?;
    let (took, status) = time(field.mpa(root, who, &["claim", &task.id]), Sink::Null)?;
    let complaint = if !status.success() {
        Some(status.to_string())
    } else if head(field, root)? == before {
        Some("made no commit".to_owned())
    } else if !fs::read_to_string(root.join(task.path()))?.contains(&format!("[claims.{who}]")) {
        Some("wrote no claim".to_owned())
    } else {
        None
    };
    Ok((took, complaint))
}

/// Takes `task` in the clone `root` with an editor and git.
pub fn by_hand(field: &Field, root: &Path, task: &Task, who: &str) -> Result<Duration, Fault> {
    let path = task.path();
    let start = Instant::now();
    let mut text = fs::read_to_string(root.join(&path))?;
    text.push_str(&format!("\n[claims.{who}]\nsince = {TODAY}\nuntil = 2026-12-04\n"));
    fs::write(root.join(&path), text)?;
    for args in [vec!["add", &path], vec!["commit", "-q", "-m", &format!("claim: {} ({})", task.title, task.id)]] {
        let mut command = field.sandbox.command("git", root);
        command.args(args);
        let (_, status) = time(command, Sink::Null)?;
        if !status.success() {
            return Err(format!("git could not commit {path}: {status}").into());
        }
    }
    Ok(start.elapsed())
}

fn head(field: &Field, root: &Path) -> Result<String, Fault> {
    field.sandbox.run("git", root, &["rev-parse", "HEAD"])
}
