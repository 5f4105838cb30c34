//! The one rulebook: what happened to a task, who may do it, and how far a project has come.
//!
//! Whether a change comes from a command, an editor or a forge's web page, the same pure functions judge it.
//! [`operation`] turns a wish into the task it would give, [`change`] names the difference between two versions,
//! [`judge`](mod@judge) gives each difference a verdict; nothing here reads a file, a clock or git.

pub mod account;
pub mod actor;
pub mod attention;
pub mod burnup;
pub mod chain;
pub mod change;
pub mod clock;
pub mod facts;
pub mod forecast;
pub mod gain;
pub mod gravity;
pub mod hours;
pub mod ideas;
pub mod import;
pub mod judge;
mod knots;
pub mod lint;
pub mod neglect;
pub mod operation;
pub mod overtaken;
pub mod pace;
pub mod personal;
pub mod progress;
pub mod promise;
pub mod reached;
pub mod redo;
pub mod replaced;
pub mod replay;
mod rule;
mod texts;
pub mod verdict;

pub use change::changes;
pub use judge::{State, judge, judge_by};
pub use lint::alike::is_near;
pub use lint::text::is_personal;

#[cfg(test)]
mod tests;
