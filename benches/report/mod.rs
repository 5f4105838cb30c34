//! The measurements and their tables.

mod bomb;
mod claim;
mod field;
mod growth;
mod memory;
mod past;
mod plumbing;
mod query;
mod ratio;
mod review;
mod sample;
mod server;
mod sync;

use std::path::Path;
use std::{fs, thread};

use crate::options::Options;
use crate::workload::Fault;

use field::Field;
use query::Query;
use ratio::Row;
use sample::Sink;

/// The sizes of the growth table; the largest only when asked for.
const GROWTH: [usize; 3] = [1_000, 10_000, 100_000];
/// The size at which sending is measured: enough tasks for everybody.
const SENDING: usize = 260;

/// Makes the trees, measures, prints each line as soon as it is known.
pub fn run(options: &Options) -> Result<(), Fault> {
    let mut field = Field::new()?;
    if options.sync_only {
        field.prepare(&[SENDING])?;
        println!("# mpa beside plain git\n\n{}\n\n{}", circumstances(&field, options)?, Row::HEAD);
        return sending(&field, options);
    }
    let growth: Vec<usize> = GROWTH.into_iter().filter(|size| options.measures_growth_at(*size)).collect();
    field.prepare(&options.sizes)?;
    println!("# mpa beside plain git and cat\n\n{}\n", circumstances(&field, options)?);
    ratios(&field, options)?;
    if options.sizes.contains(&SENDING) {
        sending(&field, options)?;
    }
    if options.sizes.contains(&10_000) {
        println!("\n## Memory\n");
        memory::table(&field, 10_000)?.iter().for_each(|line| println!("{line}"));
        println!("\n## Bombs\n");
        bomb::table(&field, 10_000, options.rounds.min(3))?.iter().for_each(|line| println!("{line}"));
    }
    if !growth.is_empty() {
        field.prepare(&growth)?;
        println!("\n## Growth\n");
        growth::table(&field, &growth, options.rounds.min(7))?.iter().for_each(|line| println!("{line}"));
    }
    println!("\nAt the end: {}.", load());
    Ok(())
}

/// One who sends, then fifty at once.
fn sending(field: &Field, options: &Options) -> Result<(), Fault> {
    println!("{}\n\n## Sending\n", sync::alone(field, SENDING, 1.5, options.rounds)?.line());
    sync::crowd(field, SENDING, options.rounds.div_ceil(5))?.iter().for_each(|line| println!("{line}"));
    Ok(())
}

/// The rows of the table, in the order of the issue, at the sizes that were asked for.
fn ratios(field: &Field, options: &Options) -> Result<(), Fault> {
    let rounds = options.rounds;
    let show = |row: Row| println!("{}", row.line());
    println!("{}", Row::HEAD);
    show(ratio::version(field, rounds)?);
    if options.sizes.contains(&260) {
        show(ratio::beside_cat(field, 260, &Query::list(field.tree(260)?)?, 1.0, Sink::Null, rounds)?);
        show(claim::claim(field, 260, 1.2, rounds)?);
    }
    if options.sizes.contains(&1_000) {
        show(ratio::beside_taskwarrior(field, 1_000, rounds)?);
    }
    if options.sizes.contains(&10_000) {
        let tree = field.tree(10_000)?;
        show(ratio::beside_cat(field, 10_000, &Query::list(tree)?, 1.2, Sink::Null, rounds)?);
        show(ratio::beside_cat(field, 10_000, &Query::progress(), 1.2, Sink::Null, rounds)?);
        show(ratio::beside_cat(field, 10_000, &Query::list_all(tree)?, 1.5, Sink::Pipe, rounds)?);
        show(ratio::beside_cat(field, 10_000, &Query::check(), 2.0, Sink::Null, rounds)?);
        show(ratio::one_project(field, 10_000, rounds)?);
        show(ratio::show(field, 10_000, rounds)?);
        show(claim::claim(field, 10_000, 1.8, rounds)?);
        review::rows(field, 10_000, rounds)?.into_iter().for_each(show);
        past::rows(field, 10_000, rounds)?.into_iter().for_each(show);
    }
    Ok(())
}

/// What the figures depend on beside the program.
fn circumstances(field: &Field, options: &Options) -> Result<String, Fault> {
    let git = field.sandbox.run("git", Path::new("/"), &["--version"])?;
    let processors = thread::available_parallelism()?;
    let load = load();
    let rounds = options.rounds;
    Ok(format!(
        "{git}, {processors} processors, {load}; {rounds} rounds after {} to warm up, medians (least–most).",
        sample::WARM_UP
    ))
}

/// How busy the machine is.
fn load() -> String {
    let average = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    match average.split_whitespace().next() {
        Some(minute) => format!("load {minute}"),
        None => "load unknown".to_owned(),
    }
}
