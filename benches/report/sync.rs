//! Sending over a real `git daemon`: fifty who claim at the same moment, each a task of their own, and one alone.
//!
//! The fifty stand in fifty clones of one repository and start together, once with `mpa claim ID --sync` and once with
//! the loop of [`plumbing`](super::plumbing), in turn, each time with new clones and a new server. An attempt is one
//! connection to push, counted by the server. The attempts of all rounds are put together; the time is from the start to
//! the end of the last of the fifty. One alone has nobody beside them: by hand that is the edit, `git add`, `git commit`,
//! `git fetch` and `git push`.

use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::thread;
use std::time::Instant;

use crate::report::claim::{INDEX_AGE, by_hand};
use crate::report::field::Field;
use crate::report::plumbing;
use crate::report::ratio::{Outcome, Row};
use crate::report::sample::{Samples, Sink, WARM_UP, short, side_by_side, time};
use crate::report::server::Server;
use crate::workload::{Fault, Task, clone};

/// How many claim at the same moment.
const CROWD: usize = 50;
/// The most attempts that 95 in 100 may need.
const ATTEMPTS: usize = 12;
/// How much longer than the plumbing all of it may take.
const WALL: f64 = 1.3;

/// One claimer.
pub fn alone(field: &Field, size: usize, allowed: f64, rounds: usize) -> Result<Row, Fault> {
    let tasks: Vec<&Task> = field.tree(size)?.free().take(WARM_UP + rounds).collect();
    let (our_server, our_clone) = served(field, size, &format!("{size}-alone-ours"))?;
    let (their_server, their_clone) = served(field, size, &format!("{size}-alone-theirs"))?;
    let mut complaint = None;
    let who = |round: usize| format!("preneur-{:03}", round + 1);
    let ours = |round: usize| {
        let task = tasks[round];
        let (took, status) = time(field.mpa(&our_clone, &who(round), &["claim", &task.id, "--sync"]), Sink::Null)?;
        let found = if status.success() { missing(field, &our_server, task, &who(round))? } else { Some(status.to_string()) };
        complaint = complaint.take().or(found);
        Ok(took)
    };
    let theirs = |round: usize| {
        let took = by_hand(field, &their_clone, tasks[round], &who(round))?;
        let start = Instant::now();
        for words in [["fetch", "-q", "origin", "main"], ["push", "-q", "origin", "main"]] {
            let mut command = field.sandbox.command("git", &their_clone);
            command.args(words);
            let (_, status) = time(command, Sink::Null)?;
            if !status.success() {
                return Err(format!("git {}: {status}", words[0]).into());
            }
        }
        Ok(took + start.elapsed())
    };
    let (ours, theirs) = side_by_side(rounds, ours, theirs)?;
    if let Some(text) = missing(field, &their_server, tasks[0], &who(0))? {
        return Err(format!("by hand: {text}").into());
    }
    let outcome = Outcome::Timed { ours, theirs, complaint };
    Ok(Row { what: "claim ID --sync", at: size, beside: "edit + git add, commit, fetch, push", allowed, outcome })
}

/// The table of the crowd at `size` tasks, line by line.
pub fn crowd(field: &Field, size: usize, rounds: usize) -> Result<Vec<String>, Fault> {
    let (mut ours, mut theirs) = (Tally::default(), Tally::default());
    for round in 0..rounds {
        eprintln!("{CROWD} claimers at once, round {} of {rounds} …", round + 1);
        let mpa = |root: &Path, task: &Task, who: &str| by_mpa(field, root, task, who);
        let git = |root: &Path, task: &Task, who: &str| plumbing::claim(&field.sandbox, root, task, who);
        if round % 2 == 0 {
            race(field, size, &format!("{round}-ours"), &mut ours, mpa)?;
            race(field, size, &format!("{round}-theirs"), &mut theirs, git)?;
        } else {
            race(field, size, &format!("{round}-theirs"), &mut theirs, git)?;
            race(field, size, &format!("{round}-ours"), &mut ours, mpa)?;
        }
    }
    Ok(table(&ours, &theirs))
}

fn table(ours: &Tally, theirs: &Tally) -> Vec<String> {
    let verdict = |fine: bool| if fine { "ok" } else { "over" };
    let ratio = ours.walls.median() / theirs.walls.median();
    let mut lines = vec![
        format!("| {CROWD} at once | `mpa claim ID --sync` | the same loop in git plumbing | at most | |"),
        "|---|---|---|---|---|".to_owned(),
        format!("| landed | {} | {} | all | {} |", ours.landed(), theirs.landed(), verdict(ours.lost.is_empty())),
    ];
    for (name, share, most) in [("p50", 0.5, None), ("p95", 0.95, Some(ATTEMPTS)), ("max", 1.0, None)] {
        let [mine, its] = [ours, theirs].map(|tally| tally.attempts(share));
        let (limit, fine) = most.map_or((String::new(), ""), |most| (most.to_string(), verdict(mine <= most)));
        lines.push(format!("| attempts, {name} | {mine} | {its} | {limit} | {fine} |"));
    }
    let [mine, its] = [ours, theirs].map(|tally| tally.walls.summary());
    let fine = verdict(ratio <= WALL);
    lines.push(format!("| all of it, ms | {mine} | {its} | {WALL} × | {} ×, {fine} |", short(ratio)));
    lines.extend(ours.lost.iter().chain(&theirs.lost).take(3).map(|why| format!("\nNot landed: {why}")));
    lines
}

/// What came of one side in all rounds.
#[derive(Default)]
struct Tally {
    attempts: Vec<usize>,
    walls: Samples,
    lost: Vec<String>,
}

impl Tally {
    /// How many attempts this share of the claimers needed at most.
    fn attempts(&self, share: f64) -> usize {
        let mut sorted = self.attempts.clone();
        sorted.sort_unstable();
        let count = sorted.len();
        let rank = (0..count).find(|rank| (rank + 1) as f64 >= share * count as f64);
        rank.map_or(0, |rank| sorted[rank])
    }

    fn landed(&self) -> String {
        format!("{} of {}", self.attempts.len() - self.lost.len(), self.attempts.len())
    }
}

/// Lets everybody claim at once, and counts.
fn race(
    field: &Field,
    size: usize,
    name: &str,
    tally: &mut Tally,
    claim: impl Fn(&Path, &Task, &str) -> Result<(), Fault> + Sync,
) -> Result<(), Fault> {
    let tasks: Vec<&Task> = field.tree(size)?.free().take(CROWD).collect();
    let folder = field.sandbox.folder(&format!("{size}-crowd-{name}"))?;
    let server = Server::start(&field.sandbox, &field.tree(size)?.root, &folder)?;
    let clones = tasks.iter().map(|task| cloned(field, &server, &folder, &task.id)).collect::<Result<Vec<_>, _>>()?;
    field.sandbox.run("sync", &folder, &[])?;
    let gate = Barrier::new(CROWD + 1);
    let (wall, ends) = thread::scope(|scope| {
        let start = |(at, root)| {
            let (task, gate, claim): (&Task, _, _) = (tasks[at], &gate, &claim);
            scope.spawn(move || {
                gate.wait();
                claim(root, task, &format!("preneur-{at:03}")).map_err(|fault| fault.to_string())
            })
        };
        let running: Vec<_> = clones.iter().map(PathBuf::as_path).enumerate().map(start).collect();
        gate.wait();
        let start = Instant::now();
        let ends: Vec<_> = running.into_iter().map(|claimer| claimer.join()).collect();
        (start.elapsed(), ends)
    });
    tally.walls.push(wall);
    for (at, (task, end)) in tasks.iter().zip(ends).enumerate() {
        tally.attempts.push(server.pushes(&task.id)?);
        let end = end.map_err(|_| "a claimer broke off")?;
        let missing = missing(field, &server, task, &format!("preneur-{at:03}"))?;
        tally.lost.extend(end.err().or(missing));
    }
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

fn by_mpa(field: &Field, root: &Path, task: &Task, who: &str) -> Result<(), Fault> {
    let output = field.mpa(root, who, &["claim", &task.id, "--sync"]).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if output.status.success() { Ok(()) } else { Err(format!("{}: {said}", output.status).into()) }
}

/// A server of its own for one clone.
fn served(field: &Field, size: usize, name: &str) -> Result<(Server, PathBuf), Fault> {
    let folder = field.sandbox.folder(name)?;
    let server = Server::start(&field.sandbox, &field.tree(size)?.root, &folder)?;
    let root = cloned(field, &server, &folder, "clone")?;
    thread::sleep(INDEX_AGE);
    Ok((server, root))
}

/// A clone of what `server` has, which comes to it under the name `name`.
fn cloned(field: &Field, server: &Server, folder: &Path, name: &str) -> Result<PathBuf, Fault> {
    let root = folder.join(name);
    std::fs::create_dir(&root)?;
    clone(&field.sandbox, &server.root, &root)?;
    field.sandbox.run("git", &root, &["remote", "set-url", "origin", &server.address(name)])?;
    Ok(root)
}

/// What speaks against it that the server holds the claim of `who`.
fn missing(field: &Field, server: &Server, task: &Task, who: &str) -> Result<Option<String>, Fault> {
    let text = field.sandbox.run("git", &server.root, &["cat-file", "blob", &format!("main:{}", task.path())])?;
    let holds = text.contains(&format!("[claims.{who}]"));
    Ok((!holds).then(|| format!("the server has no claim of {who}")))
}
