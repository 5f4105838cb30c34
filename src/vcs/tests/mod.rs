//! The door against real repositories, each in a folder of its own with its own git configuration.

mod blobs;
mod compare;
mod configuration;
mod formats;
mod history;
mod hooks;
pub(super) mod kit;
mod merge;
mod network;
mod onto;
mod race;
mod refs;
mod refusal;
mod signature;
mod state;
mod transaction;
