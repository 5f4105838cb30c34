//! The door against real repositories, each in a folder of its own with its own git configuration.

mod blobs;
mod branch;
mod compare;
mod configuration;
mod formats;
mod hidden;
mod history;
mod hooks;
pub(crate) mod kit;
mod merge;
mod moment;
mod moving;
mod network;
mod note;
mod onto;
mod race;
mod refs;
mod refusal;
mod request;
mod revision;
mod signature;
mod state;
mod transaction;
