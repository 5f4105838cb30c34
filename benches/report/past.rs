//! The past and the week, on a campaign of many tasks and as many commits: beside what plain git needs to read the same, and
//! beside our own list.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::report::field::Field;
use crate::report::query::Query;
use crate::report::ratio::{Row, commands};
use crate::report::sample::Sink;
use crate::workload::{Fault, TODAY, clone};

/// Which tasks the commits change, one after the other: none stays untouched for long.
const STRIDE: usize = 7_919;

/// The rows of the table, at `size` tasks and `size` commits.
pub fn rows(field: &Field, size: usize, rounds: usize) -> Result<Vec<Row>, Fault> {
    let tree = field.tree(size)?;
    let root = field.sandbox.folder(&format!("{size}-past"))?;
    clone(&field.sandbox, &tree.root, &root)?;
    let paths: Vec<String> = tree.tasks.iter().map(|task| task.path()).collect();
    commit(field, &root, &paths, size)?;
    let (task, path) = (&tree.tasks[STRIDE % size], &paths[STRIDE % size]);
    let rev = format!("HEAD~{}", size / 2);
    let archive = format!("git archive {rev} data | cat");
    let ours = |args: &[&str]| field.mpa(&root, "banc", args);
    let shell = |script: &str| {
        let mut command = field.sandbox.command("sh", &root);
        command.args(["-c", script]);
        command
    };
    let git_log = || {
        let mut command = field.sandbox.command("git", &root);
        command.args(["log", "--", path]);
        command
    };
    let list = Query::list(tree)?;
    let row = |what, beside, allowed, outcome| Row { what, at: size, beside, allowed, outcome };
    let back = commands(rounds, Sink::Pipe, &list.needle, &|| ours(&["tasks", "list", "--as-of", &rev]), &|| shell(&archive))?;
    let told = commands(rounds, Sink::Pipe, "", &|| ours(&["tasks", "show", &task.id, "--history"]), &git_log)?;
    let counted = commands(rounds, Sink::Null, "J-14", &|| ours(&["progress"]), &|| ours(&["tasks", "list"]))?;
    let week = commands(rounds, Sink::Null, "J-14", &|| ours(&["report"]), &|| ours(&["tasks", "list", "--all"]))?;
    Ok(vec![
        row("tasks list --as-of REV", "git archive REV data, cat", 1.5, back),
        row("tasks show ID --history", "git log -- FILE", 1.3, told),
        row("progress", "our tasks list", 1.2, counted),
        row("report", "our tasks list --all", 2.0, week),
    ])
}

/// Makes `count` commits, each of which changes one task without changing what it means.
fn commit(field: &Field, root: &Path, paths: &[String], count: usize) -> Result<(), Fault> {
    let morning = TODAY.and_hms_opt(7, 0, 0).ok_or("the day has no morning")?.and_utc().timestamp();
    let mut stream = String::new();
    for at in 0..count {
        let path = &paths[at * STRIDE % paths.len()];
        let text = format!("{}# {at}\n", std::fs::read_to_string(root.join(path))?);
        let from = if at == 0 { "from refs/heads/main^0\n" } else { "" };
        write!(stream, "commit refs/heads/main\ncommitter banc <banc@example.org> {morning} +0100\ndata 6\nchange\n{from}")?;
        write!(stream, "M 100644 inline {path}\ndata {}\n{text}\n", text.len())?;
    }
    let mut import: Command = field.sandbox.command("git", root);
    import.args(["fast-import", "--quiet"]).stdin(Stdio::piped());
    let mut child = import.spawn()?;
    std::io::Write::write_all(&mut child.stdin.take().ok_or("no standard input")?, stream.as_bytes())?;
    if !child.wait()?.success() {
        return Err("git fast-import failed".into());
    }
    for args in [&["reset", "--quiet", "--hard"][..], &["gc", "--quiet"]] {
        crate::workload::finish(field.sandbox.command("git", root).args(args))?;
    }
    Ok(())
}
