//! The hours that people noted, for those who fund the association.

use crate::domain::task::Task;
use crate::rules::hours::Hours;
use crate::store::Problem;
use crate::usecase::context::Context;
use crate::usecase::failure::Failure;

/// Counts what is noted on every task, and says which files could not be read and are missing.
///
/// # Errors
/// A folder that cannot be read.
pub fn hours(context: &Context) -> Result<(Hours, Vec<Problem>), Failure> {
    let scan = context.store.scan_tasks(None, |_, task: Task| (!task.claims.is_empty()).then_some(task))?;
    let mut hours = Hours::default();
    scan.rows.iter().for_each(|task| hours.add(task));
    Ok((hours, scan.problems))
}
