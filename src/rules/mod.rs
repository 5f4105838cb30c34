//! The one rulebook: what happened to a task, who may do it, and how far a project has come.
//!
//! Whether a change comes from a command, an editor or a forge's web page, the same pure functions judge it.
//! [`operation`] turns a wish into the task it would give, [`change`] names the difference between two versions,
//! [`judge`] gives each difference a verdict; nothing here reads a file, a clock or git.

pub mod account;
pub mod actor;
pub mod change;
pub mod clock;
mod diff;
mod diff_end;
pub mod gravity;
pub mod judge;
mod judge_days;
mod judge_record;
mod knots;
pub mod lint;
mod lint_alike;
mod lint_circle;
mod lint_days;
pub mod lint_new;
mod lint_people;
mod lint_text;
pub mod neglect;
pub mod operation;
pub mod personal;
pub mod progress;
pub mod quota;
mod record;
pub mod redaction;
pub mod redo;
pub mod replaced;
pub mod replay;
mod rule;
mod texts;
pub mod verdict;
mod weight;

pub use change::changes;
pub use judge::{State, judge, judge_by};
pub use lint_alike::is_near;
pub use lint_text::is_personal;

#[cfg(test)]
mod tests;
