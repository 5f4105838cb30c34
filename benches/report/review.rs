//! `review` of one request and of many, on a campaign of 10,000 tasks: beside what plain git needs to look at the same.
//!
//! One clone of the tree, with a branch for each kind of request and fifty more for the queue.

use std::fs;
use std::path::Path;

use crate::report::field::{Field, complaint};
use crate::report::ratio::{Outcome, Row, commands};
use crate::report::sample::{Sink, alone, time};
use crate::workload::{Fault, Kind, TODAY, Task, clone};

/// How many requests wait in the queue.
const WAITING: usize = 50;
/// How many files the large request changes.
const LARGE: usize = 5_000;

/// The rows of the table.
pub fn rows(field: &Field, size: usize, rounds: usize) -> Result<Vec<Row>, Fault> {
    let tree = field.tree(size)?;
    let root = field.sandbox.folder(&format!("{size}-requests"))?;
    clone(&field.sandbox, &tree.root, &root)?;
    let free: Vec<&Task> = tree.free().take(WAITING + 1).collect();
    let [first, others @ ..] = &free[..] else { return Err("the tree has no free task".into()) };
    let holder = tree.tasks.iter().find(|task| task.fate.kind == Kind::Claimed).and_then(|task| task.fate.claims.last());
    let holder = holder.ok_or("the tree has no task that is taken")?.by.as_str();
    branch(field, &root, "edit", &[first], &edited)?;
    branch(field, &root, "claim", &[first], &|text| claimed(text, holder))?;
    let many: Vec<&Task> = tree.tasks.iter().take(LARGE).collect();
    branch(field, &root, "large", &many, &edited)?;
    for (at, task) in others.iter().enumerate() {
        let who = format!("nouvelle-{at}");
        branch(field, &root, &format!("mpa/{}-{who}", task.id), &[task], &|text| claimed(text, &who))?;
    }
    let table = format!("[claims.{holder}]");
    let stat = ("git diff --stat", &["diff", "--stat", "main", "edit"][..]);
    let grep = ("git grep -lF '[claims.P]'", &["grep", "-lF", &table, "main", "--", "data/tasks"][..]);
    let scene = Scene { field, root: &root, size, rounds };
    Ok(vec![
        scene.beside("review, no claim", "main..edit", "main", stat, 2.0)?,
        scene.beside("review, one claim", "main..claim", holder, grep, 1.5)?,
        scene.within("review, 5,000 files", &["review", "main..large"], 10_000.0)?,
        scene.within("review, 50 requests", &["review"], 1_000.0)?,
    ])
}

/// Where the rows are measured.
struct Scene<'a> {
    field: &'a Field,
    root: &'a Path,
    size: usize,
    rounds: usize,
}

impl Scene<'_> {
    fn beside(
        &self,
        what: &'static str,
        request: &str,
        needle: &str,
        (beside, peer): (&'static str, &[&str]),
        allowed: f64,
    ) -> Result<Row, Fault> {
        let theirs = || {
            let mut command = self.field.sandbox.command("git", self.root);
            command.args(peer);
            command
        };
        let ours = || self.field.mpa(self.root, "chef", &["review", request]);
        let outcome = commands(self.rounds, Sink::Null, needle, &ours, &theirs)?;
        Ok(Row { what, at: self.size, beside, allowed, outcome })
    }

    /// A row that has nothing to be compared with, and `most` milliseconds.
    fn within(&self, what: &'static str, args: &[&str], most: f64) -> Result<Row, Fault> {
        let ours = || self.field.mpa(self.root, "chef", args);
        let complaint = complaint(ours(), "")?;
        let ours = alone(self.rounds, || Ok(time(ours(), Sink::Null)?.0))?;
        Ok(Row { what, at: self.size, beside: "–", allowed: most, outcome: Outcome::Alone { ours, complaint } })
    }
}

/// Makes the branch `name`, on which `edit` has changed the files of `tasks`.
fn branch(field: &Field, root: &Path, name: &str, tasks: &[&Task], edit: &dyn Fn(&str) -> String) -> Result<(), Fault> {
    let git = |args: &[&str]| field.sandbox.run("git", root, args);
    git(&["checkout", "-q", "-b", name, "main"])?;
    for task in tasks {
        let path = root.join(task.path());
        fs::write(&path, edit(&fs::read_to_string(&path)?))?;
    }
    git(&["commit", "-q", "-a", "-m", name])?;
    git(&["checkout", "-q", "main"]).map(drop)
}

fn edited(text: &str) -> String {
    text.replacen("title = \"", "title = \"Autre : ", 1)
}

fn claimed(text: &str, who: &str) -> String {
    format!("{text}\n[claims.{who}]\nsince = {TODAY}\nuntil = 2026-12-04\n")
}
