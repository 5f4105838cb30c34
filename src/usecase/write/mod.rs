//! What becomes a commit: one module for each kind of thing that is written, and the road that all of them take.

mod beside;
pub mod by_hand;
pub mod campaign;
pub mod fix;
pub mod forge;
pub mod forget;
pub mod import;
pub mod init;
mod instead;
pub mod members;
pub mod opposite;
pub mod poll;
pub mod project_fields;
pub mod projects;
pub mod receipt;
pub mod record;
pub mod schemas;
pub mod take;
pub mod task_fields;
pub mod tasks;
pub mod themes;
pub mod undo;
pub mod way_back;
mod writer;
