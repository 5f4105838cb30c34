//! One file an operation: what happens when a person asks for something.
//!
//! Every writing operation takes the same road, [`record`]: lock, read again, let the rulebook's operation make the
//! wished-for task, name the changes, judge them, make the smallest edit, commit. Reading operations walk the files
//! once and keep only what they show. Nothing here prints or asks.

pub mod account;
pub mod acquainted;
mod action;
mod arrival;
pub mod check;
mod clock;
mod committed;
pub mod context;
pub mod desk;
pub mod doctor;
pub mod failure;
pub mod find;
pub mod fix;
mod foresee;
pub mod forge;
pub mod forget;
pub mod init;
mod instead;
pub mod list;
pub mod members;
mod namesake;
mod oneself;
pub mod organiser;
mod overlay;
pub mod own;
pub mod project_fields;
pub mod projects;
pub mod proposal;
pub mod propose;
pub mod query;
pub mod receipt;
pub mod record;
pub mod remind;
pub mod resume;
pub mod review;
pub mod show;
pub mod shown;
pub mod standing;
pub mod sync;
pub mod take;
pub mod tasks;
pub mod themes;
pub mod today;
pub mod undo;
pub mod way_back;
pub mod whole;

pub use context::Context;
pub use desk::{Landing, PlannedFile};
pub use failure::{Failure, Kind};
pub use receipt::Receipt;
