//! Compares whole processes, from start to exit, side by side: `mpa` beside plain `git`, `cat` and Taskwarrior, on
//! campaigns that are the same at each run.
//!
//! ```text
//! cargo bench --bench compare                                    every row of the table, memory, growth to 10,000
//! cargo bench --bench compare -- --quick                         the same with 3 rounds instead of 15
//! cargo bench --bench compare -- --sizes 260,1000 --rounds 30    only the rows at these sizes
//! cargo bench --bench compare -- --growth                        growth up to 100,000 tasks (some minutes, 1 GB of disk)
//! cargo bench --bench compare -- --sync                          only sending, over a git daemon: one alone, fifty at once
//! cargo bench --bench compare -- --generate DIR SIZE             only makes a tree in DIR
//! ```
//!
//! The sizes are 260, 1,000, 10,000 and 100,000. The tables are Markdown on the standard output. Each round runs ours
//! and its peer once, in turn, so that the ratio holds when the machine drifts; both write to the null device, or both
//! into a pipe that is drained. A command that fails, or does not print what it should, says so in the last column in
//! place of a verdict. Everything happens in a temporary folder that is removed at the end.
//!
//! Trust the ratios, not single milliseconds, and nothing measured beside a busy program: the load is printed.

// A benchmark reads clocks and arguments and prints: what only `cli` may do in the program itself.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods, clippy::disallowed_macros)]

mod options;
mod report;
mod workload;

use std::process::ExitCode;
use std::{env, fs, path};

use options::Task;
use workload::{Fault, Sandbox, generate};

fn main() -> ExitCode {
    let done = options::read(env::args()).and_then(|task| match task {
        Task::Nothing => Ok(()),
        Task::Measure(options) => report::run(&options),
        Task::Generate(folder, size) => make(&folder, size),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("compare: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Makes one tree in the new or empty `folder` and prints its path.
fn make(folder: &path::Path, size: usize) -> Result<(), Fault> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        return Err(format!("{} is not empty", folder.display()).into());
    }
    let tree = generate(&Sandbox::new()?, folder, size)?;
    println!("{}", tree.root.display());
    Ok(())
}
