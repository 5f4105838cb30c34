//! Our commands beside plain `git`, `cat` and Taskwarrior.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::report::field::{Field, complaint};
use crate::report::query::Query;
use crate::report::sample::{Samples, Sink, short, side_by_side, time};
use crate::workload::{Fault, taskwarrior};

/// Every task file, as a shell reads it.
const CAT: &str = "find data/tasks -name '*.toml' -print0 | xargs -0 cat";

/// One row of the table.
pub struct Row {
    pub what: &'static str,
    pub at: usize,
    pub beside: &'static str,
    pub allowed: f64,
    pub outcome: Outcome,
}

/// What came of the comparison.
pub enum Outcome {
    /// Both were timed; the complaint says that ours did not do what it should.
    Timed { ours: Samples, theirs: Samples, complaint: Option<String> },
    /// Ours was timed, against so many milliseconds; the complaint says that it did not do what it should.
    Alone { ours: Samples, complaint: Option<String> },
    /// There is nothing to compare with.
    Skipped(&'static str),
}

impl Row {
    /// The title of the columns.
    pub const HEAD: &str = "| what | at | ours: ms | beside | its ms | ratio | at most | |\n|---|---|---|---|---|---|---|---|";

    /// The row, in Markdown.
    pub fn line(&self) -> String {
        let at = if self.at == 0 { "–".to_owned() } else { self.at.to_string() };
        let judged = |complaint: &Option<String>, measured: f64| match complaint {
            Some(complaint) => format!("failed: {complaint}"),
            None if measured <= self.allowed => "ok".to_owned(),
            None => "over".to_owned(),
        };
        let nothing = || "–".to_owned();
        let [ours, theirs, ratio, unit, verdict] = match &self.outcome {
            Outcome::Alone { ours, complaint } => {
                [ours.summary(), nothing(), nothing(), "ms".to_owned(), judged(complaint, ours.median())]
            }
            Outcome::Skipped(why) => [nothing(), nothing(), nothing(), "×".to_owned(), format!("skipped: {why}")],
            Outcome::Timed { ours, theirs, complaint } => {
                let ratio = ours.median() / theirs.median();
                let shown = format!("{} ×", short(ratio));
                [ours.summary(), theirs.summary(), shown, "×".to_owned(), judged(complaint, ratio)]
            }
        };
        let (what, beside, allowed) = (self.what, self.beside, self.allowed);
        format!("| {what} | {at} | {ours} | {beside} | {theirs} | {ratio} | {allowed} {unit} | {verdict} |")
    }
}

/// `mpa --version` beside `git --version`.
pub fn version(field: &Field, rounds: usize) -> Result<Row, Fault> {
    let git = || {
        let mut command = field.sandbox.command("git", Path::new("/"));
        command.arg("--version");
        command
    };
    let outcome = commands(rounds, Sink::Null, "mpa", &|| field.mpa_version(), &git)?;
    Ok(Row { what: "--version", at: 0, beside: "git --version", allowed: 2.0, outcome })
}

/// A query beside the `cat` of every task file.
pub fn beside_cat(field: &Field, size: usize, query: &Query, allowed: f64, sink: Sink, rounds: usize) -> Result<Row, Fault> {
    let beside = if sink == Sink::Pipe { "find … xargs cat, same pipe" } else { "find … xargs cat" };
    beside_shell(field, size, query, (beside, CAT), allowed, sink, rounds)
}

/// `tasks list --project P` beside the `cat` of that folder.
pub fn one_project(field: &Field, size: usize, rounds: usize) -> Result<Row, Fault> {
    let query = Query::list_project(field.tree(size)?)?;
    let project = query.args.last().ok_or("the query has no project")?;
    let script = format!("cat data/tasks/{project}/*.toml");
    beside_shell(field, size, &query, ("cat of that folder", &script), 1.5, Sink::Null, rounds)
}

fn beside_shell(
    field: &Field,
    size: usize,
    query: &Query,
    (beside, script): (&'static str, &str),
    allowed: f64,
    sink: Sink,
    rounds: usize,
) -> Result<Row, Fault> {
    let root = &field.tree(size)?.root;
    let theirs = || {
        let mut command = field.sandbox.command("sh", root);
        command.args(["-c", script]);
        command
    };
    let ours = || field.mpa(root, "banc", &query.args());
    let outcome = commands(rounds, sink, &query.needle, &ours, &theirs)?;
    Ok(Row { what: query.name, at: size, beside, allowed, outcome })
}

/// `tasks show ID` beside `git ls-files`.
pub fn show(field: &Field, size: usize, rounds: usize) -> Result<Row, Fault> {
    let tree = field.tree(size)?;
    let query = Query::show(tree);
    let theirs = || {
        let mut command = field.sandbox.command("git", &tree.root);
        command.args(["ls-files", "data/tasks"]);
        command
    };
    let ours = || field.mpa(&tree.root, "banc", &query.args());
    let outcome = commands(rounds, Sink::Null, &query.needle, &ours, &theirs)?;
    Ok(Row { what: query.name, at: size, beside: "git ls-files data/tasks", allowed: 2.0, outcome })
}

/// `tasks list` beside Taskwarrior's.
pub fn beside_taskwarrior(field: &Field, size: usize, rounds: usize) -> Result<Row, Fault> {
    let (what, beside, allowed) = ("tasks list", "task list (Taskwarrior)", 0.5);
    let folder = field.sandbox.folder("taskwarrior")?;
    if field.sandbox.which("task").is_none() {
        let outcome = Outcome::Skipped("taskwarrior is not installed (apt-get install taskwarrior)");
        return Ok(Row { what, at: size, beside, allowed, outcome });
    }
    let tree = field.tree(size)?;
    std::fs::write(folder.join("taskrc"), taskwarrior::RC)?;
    std::fs::write(folder.join("tasks.json"), taskwarrior::import(&tree.tasks))?;
    let task = |args: &[&str]| {
        let mut command = field.sandbox.command("task", &folder);
        command.env("TASKRC", "taskrc").env("TASKDATA", &folder).args(args);
        command
    };
    crate::workload::finish(&mut task(&["import", "tasks.json"]))?;
    let query = Query::list(tree)?;
    let ours = || field.mpa(&tree.root, "banc", &query.args());
    let outcome = commands(rounds, Sink::Null, &query.needle, &ours, &|| task(&["status:pending", "list"]))?;
    Ok(Row { what, at: size, beside, allowed, outcome })
}

/// Times two commands that change nothing.
pub fn commands(
    rounds: usize,
    sink: Sink,
    needle: &str,
    ours: &dyn Fn() -> Command,
    theirs: &dyn Fn() -> Command,
) -> Result<Outcome, Fault> {
    let complaint = complaint(ours(), needle)?;
    let run_theirs = |_| -> Result<Duration, Fault> {
        let (took, status) = time(theirs(), sink)?;
        if status.success() { Ok(took) } else { Err(format!("{:?}: {status}", theirs()).into()) }
    };
    let (ours, theirs) = side_by_side(rounds, |_| Ok(time(ours(), sink)?.0), run_theirs)?;
    Ok(Outcome::Timed { ours, theirs, complaint })
}
