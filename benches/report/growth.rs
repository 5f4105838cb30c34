//! What a thousand tasks more cost: the time of each command at several sizes, and whether it grows faster than they.

use crate::report::claim::by_mpa;
use crate::report::field::{Field, complaint};
use crate::report::query::Query;
use crate::report::sample::{Samples, Sink, WARM_UP, short, time};
use crate::workload::{Fault, Task, Tree};

/// Times this much above the line still count as linear.
const TOLERANCE: f64 = 1.15;

/// The time of one command at one size, and what was wrong with it.
type Cell = (Samples, Option<String>);

/// The table of all commands at `sizes`, line by line.
pub fn table(field: &Field, sizes: &[usize], rounds: usize) -> Result<Vec<String>, Fault> {
    let mut columns: Vec<(usize, Vec<(&'static str, Cell)>)> = Vec::new();
    for size in sizes {
        columns.push((*size, column(field, field.tree(*size)?, rounds)?));
    }
    let titles: String = sizes.iter().map(|size| format!(" ms at {size} | per 1000 |")).collect();
    let mut lines = vec![format!("| what |{titles} growth |"), format!("|---|{}---|", "---|---|".repeat(sizes.len()))];
    let names: Vec<&str> = columns.first().map(|(_, cells)| cells.iter().map(|(name, _)| *name).collect()).unwrap_or_default();
    for (row, name) in names.into_iter().enumerate() {
        let cells: Vec<(usize, &Cell)> = columns.iter().map(|(size, cells)| (*size, &cells[row].1)).collect();
        lines.push(line(name, &cells));
    }
    Ok(lines)
}

/// Every command at one size. The claims come last: they change the tree.
fn column(field: &Field, tree: &Tree, rounds: usize) -> Result<Vec<(&'static str, Cell)>, Fault> {
    eprintln!("timing every command at {} tasks …", tree.tasks.len());
    let queries = [
        Query::list(tree)?,
        Query::list_all(tree)?,
        Query::progress(),
        Query::burnup(),
        Query::check(),
        Query::show(tree),
        Query::today(),
    ];
    let mut cells = Vec::new();
    for query in queries {
        let command = || field.mpa(&tree.root, "banc", &query.args());
        let complaint = complaint(command(), &query.needle)?;
        let mut samples = Samples::default();
        for round in 0..WARM_UP + rounds {
            let (took, _) = time(command(), Sink::Null)?;
            if round >= WARM_UP {
                samples.push(took);
            }
        }
        cells.push((query.name, (samples, complaint)));
    }
    cells.push(("claim ID", claims(field, tree, rounds)?));
    Ok(cells)
}

fn claims(field: &Field, tree: &Tree, rounds: usize) -> Result<Cell, Fault> {
    let (mut samples, mut complaint) = (Samples::default(), None);
    let tasks: Vec<&Task> = tree.free().take(WARM_UP + rounds).collect();
    for (round, task) in tasks.into_iter().enumerate() {
        let (took, problem) = by_mpa(field, &tree.root, task, &format!("preneur-{:03}", round + 1))?;
        complaint = complaint.or(problem);
        if round >= WARM_UP {
            samples.push(took);
        }
    }
    Ok((samples, complaint))
}

fn line(name: &str, cells: &[(usize, &Cell)]) -> String {
    let mut line = format!("| {name} |");
    for (size, (samples, _)) in cells {
        line += &format!(" {} | {} |", short(samples.median()), short(samples.median() / thousands(*size)));
    }
    format!("{line} {} |", verdict(cells))
}

/// From the smallest size to the largest.
fn verdict(cells: &[(usize, &Cell)]) -> String {
    if let Some(complaint) = cells.iter().find_map(|(_, (_, complaint))| complaint.as_ref()) {
        return format!("failed: {complaint}");
    }
    let [(small, (fast, _)), .., (large, (slow, _))] = cells else { return "–".to_owned() };
    let tasks = thousands(*large) / thousands(*small);
    let growth = slow.median() / fast.median();
    let word = if growth <= tasks * TOLERANCE { "linear or better" } else { "over" };
    format!("{} × for {tasks} × the tasks: {word}", short(growth))
}

fn thousands(size: usize) -> f64 {
    f64::from(u32::try_from(size).unwrap_or(u32::MAX)) / 1e3
}
