//! What commits, the index, the disk and the settings hold. Nothing is changed, and no program is run that a repository names.

pub mod blobs;
pub mod branches;
pub mod compare;
pub mod config;
pub mod disk;
pub mod distance;
pub mod exists;
pub mod hidden;
pub mod history;
pub mod ignored;
pub mod index;
pub mod merge;
pub mod moment;
pub mod objects;
pub mod past;
pub mod refs;
pub mod revision;
pub mod signature;
pub mod state;
pub mod tree;
pub mod verify;
pub mod versions;
