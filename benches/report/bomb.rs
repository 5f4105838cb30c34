//! What a few thousand bytes cost that somebody made to unfold without an end: each command has to end soon, and small.
//!
//! A clone of the tree, with a branch for each bomb; the last one is in the checkout, too.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use crate::report::field::Field;
use crate::report::memory::peak_megabytes;
use crate::report::sample::{Sink, alone, time};
use crate::workload::{Fault, clone};

/// The most that each may take, in milliseconds and in megabytes.
const ALLOWED: (f64, f64) = (5_000.0, 300.0);
/// How many folders hold the next ten times each.
const LEVELS: usize = 10;

/// The table, line by line.
pub fn table(field: &Field, size: usize, rounds: usize) -> Result<Vec<String>, Fault> {
    let tree = field.tree(size)?;
    let root = field.sandbox.folder(&format!("{size}-bombs"))?;
    clone(&field.sandbox, &tree.root, &root)?;
    let bombs = Bombs { field, root: &root };
    bombs.unfolding()?;
    bombs.many_files()?;
    let first = tree.tasks.first().ok_or("the tree has no task")?;
    bombs.mistakes(&root.join(first.path()))?;
    let mut lines = vec!["| what | ms | at most | peak MB | at most | |".to_owned(), "|---|---|---|---|---|---|".to_owned()];
    for (what, args) in [
        ("10,000,000,000 files", &["review", "main..unfolding"][..]),
        ("1,000,000 files", &["review", "main..many"]),
        ("2,500 mistakes", &["review", "main..mistakes"]),
        ("2,500 mistakes", &["check"]),
        ("2,500 mistakes", &["tasks", "list"]),
    ] {
        let command = || field.mpa(&root, "chef", args);
        let times = alone(rounds, || Ok(time(command(), Sink::Null)?.0))?;
        let peak = peak_megabytes(command())?.unwrap_or(f64::NAN);
        let is_well = times.median() <= ALLOWED.0 && peak <= ALLOWED.1;
        let (times, verdict) = (times.summary(), if is_well { "ok" } else { "over" });
        lines.push(format!("| {what}: {} | {times} | {} | {peak:.1} | {} | {verdict} |", args.join(" "), ALLOWED.0, ALLOWED.1));
    }
    Ok(lines)
}

/// A clone in which bombs are made.
struct Bombs<'a> {
    field: &'a Field,
    root: &'a Path,
}

impl Bombs<'_> {
    /// A folder that holds another ten times, which holds another ten times, and so on.
    fn unfolding(&self) -> Result<(), Fault> {
        let (mut kind, mut id) = ("100644 blob", self.git(&["hash-object", "-w", "--stdin"], "x")?);
        for _ in 0..LEVELS {
            let entries: String = (0..10).map(|at| format!("{kind} {id}\t{at}\n")).collect();
            (kind, id) = ("040000 tree", self.git(&["mktree"], &entries)?);
        }
        self.branch("unfolding", &id)
    }

    /// A folder of a million files.
    fn many_files(&self) -> Result<(), Fault> {
        let id = self.git(&["hash-object", "-w", "--stdin"], "x")?;
        let entries: String = (0..1_000_000).map(|at| format!("100644 blob {id}\tf{at:06}\n")).collect();
        let folder = self.git(&["mktree"], &entries)?;
        self.branch("many", &folder)
    }

    /// A task in which every claim is a mistake twice.
    fn mistakes(&self, file: &Path) -> Result<(), Fault> {
        let claims: String = (0..2_500).map(|at| format!("A{at} = \"x\"\nb{at} = tru\n")).collect();
        let text = format!("{}\n[claims]\n{claims}", fs::read_to_string(file)?);
        self.git(&["checkout", "-q", "-b", "mistakes"], "")?;
        fs::write(file, text)?;
        self.git(&["commit", "-q", "-a", "-m", "mistakes"], "").map(drop)
    }

    /// A branch that holds what the shared branch holds, and `folder`.
    fn branch(&self, name: &str, folder: &str) -> Result<(), Fault> {
        let tree = self.git(&["ls-tree", "main"], "")?;
        let tree = self.git(&["mktree"], &format!("{tree}\n040000 tree {folder}\tzz\n"))?;
        let commit = self.git(&["commit-tree", "-p", "main", "-m", name, &tree], "")?;
        self.git(&["branch", name, &commit], "").map(drop)
    }

    fn git(&self, args: &[&str], input: &str) -> Result<String, Fault> {
        let mut command = self.field.sandbox.command("git", self.root);
        let mut child = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        child.stdin.take().ok_or("no way to write to git")?.write_all(input.as_bytes())?;
        let output = child.wait_with_output()?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
        } else {
            Err(format!("git {args:?}: {}", output.status).into())
        }
    }
}
