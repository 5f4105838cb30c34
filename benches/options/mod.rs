//! What was typed after `cargo bench --bench compare --`.

use std::path::PathBuf;

use crate::workload::{Fault, SIZES};

/// What to do.
pub enum Task {
    /// Measure.
    Measure(Options),
    /// Make one tree and say where it is.
    Generate(PathBuf, usize),
    /// Nothing: `cargo test --benches` only wants to know that it starts.
    Nothing,
}

/// How to measure.
pub struct Options {
    /// The sizes of the trees.
    pub sizes: Vec<usize>,
    /// How many times each command is timed.
    pub rounds: usize,
    /// Whether growth is measured up to the largest tree.
    pub growth: bool,
    /// Whether only sending is measured.
    pub sync_only: bool,
}

impl Options {
    /// Whether the growth table has a column for `size`.
    pub fn measures_growth_at(&self, size: usize) -> bool {
        self.sizes.contains(&size) || (self.growth && size >= 1_000)
    }
}

/// Reads the arguments.
pub fn read(args: impl Iterator<Item = String>) -> Result<Task, Fault> {
    let mut args = args.skip(1);
    let mut options = Options { sizes: vec![260, 1_000, 10_000], rounds: 15, growth: false, sync_only: false };
    let mut asked = false;
    while let Some(arg) = args.next() {
        let mut value = |what: &str| args.next().ok_or_else(|| format!("{arg} needs {what}"));
        match arg.as_str() {
            "--bench" => {}
            "--quick" => options.rounds = 3,
            "--sync" => options.sync_only = true,
            "--growth" => options.growth = true,
            "--rounds" => options.rounds = number(&value("a number")?)?.clamp(1, 50),
            "--sizes" => options.sizes = value("sizes such as 260,1000")?.split(',').map(size).collect::<Result<_, _>>()?,
            "--generate" => {
                let folder = PathBuf::from(value("a folder and a size")?);
                return Ok(Task::Generate(folder, size(&value("a size after the folder")?)?));
            }
            other => {
                return Err(format!(
                    "unknown argument {other}: --sizes LIST, --rounds N, --quick, --growth, --sync, --generate DIR SIZE"
                )
                .into());
            }
        }
        asked = true;
    }
    Ok(if asked { Task::Measure(options) } else { Task::Nothing })
}

fn number(text: &str) -> Result<usize, Fault> {
    text.parse().map_err(|_| format!("“{text}” is not a number").into())
}

fn size(text: &str) -> Result<usize, Fault> {
    let size = number(text)?;
    if SIZES.contains(&size) {
        Ok(size)
    } else {
        Err(format!("there is no tree of {size} tasks; the sizes are {SIZES:?}").into())
    }
}
