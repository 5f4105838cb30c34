//! The door against real repositories, each in a folder of its own with its own git configuration.

mod configuration;
mod formats;
mod history;
mod hooks;
pub(super) mod kit;
mod race;
mod refusal;
mod state;
mod transaction;
