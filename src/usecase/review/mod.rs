//! The requests of everybody: which commits are meant by a name or a number, what waits, and what is taken on branches that
//! nobody merged yet.

mod heads;
mod numbers;
pub mod pending;
pub mod queue;
pub mod target;
