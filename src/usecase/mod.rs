//! One file an operation: what happens when a person asks for something.
//!
//! The rooms, from the bottom; each knows only those before it:
//! - [`failure`] and [`context`]: what goes wrong, and what every operation is given;
//! - [`people`]: who acts, and whether it is they;
//! - [`replay`]: what somebody did, done again on top of what others did, told and judged;
//! - [`review`]: the requests that wait, and which commits are meant;
//! - [`request`]: what one asks for oneself, on a branch of its own;
//! - [`read`]: what is looked up and told;
//! - [`write`](mod@write): what becomes a commit;
//! - [`sync`]: what is sent and received;
//! - [`publish`]: a folder for everybody to read.
//!
//! Every writing operation takes the same road, [`write::record`]: lock, read again, let the rulebook's operation make the
//! wished-for task, name the changes, judge them, make the smallest edit, commit. Reading operations walk the files
//! once and keep only what they show. Nothing here prints or asks.

pub mod context;
pub mod failure;
pub mod output;
pub mod people;
pub mod publish;
pub mod read;
pub mod replay;
pub mod request;
pub mod review;
pub mod sync;
pub mod write;

pub use context::Context;
pub use context::landing::{Landing, PlannedFile};
pub use failure::{Failure, Kind};
pub use write::receipt::Receipt;
